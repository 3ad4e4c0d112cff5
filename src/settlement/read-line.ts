import { checkSaleLine } from "../entities/check-sale-line.js";
import type { SaleLine } from "../entities/sale-line.js";
import type { PlacedMessage } from "../kernel/message.js";

/** The fields of a sale line. */
const FIELDS = Object.keys({
  id: 0,
  memberId: 0,
  productId: 0,
  categoryId: 0,
  brandId: 0,
  territoryId: 0,
  attributes: 0,
  date: 0,
  event: 0,
  originDate: 0,
  quantity: 0,
  unitPrice: 0,
  amount: 0,
  cost: 0,
  discountRate: 0,
  taxRate: 0,
  cashDiscount: 0,
  currency: 0,
  kind: 0,
} satisfies { readonly [F in keyof Required<SaleLine>]: 0 });

/** A line whose fields have been read once, and everything that is wrong with it. Where nothing is, the copy is a sale line. */
interface ReadLine {
  readonly line: SaleLine;
  readonly problems: readonly PlacedMessage[];
}

/**
 * Reads a line field by field, as the hot path does: other fields are the host's own business, and a row may be an object of a class.
 *
 * @internal
 */
export function readLine(given: unknown): ReadLine {
  const copy: { [field: string]: unknown } = {};
  const problems: PlacedMessage[] = [];
  if (!isRecord(given)) return { line: copy as unknown as SaleLine, problems: checkSaleLine(given) };
  for (const field of FIELDS) {
    try {
      copy[field] = given[field];
    } catch {
      problems.push({ code: "entities.unreadable", params: {}, path: field });
    }
  }
  return { line: copy as unknown as SaleLine, problems: problems.length > 0 ? problems : checkSaleLine(copy) };
}

function isRecord(value: unknown): value is { readonly [field: string]: unknown } {
  try {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false; // a revoked proxy
  }
}
