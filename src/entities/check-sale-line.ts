import { isDate } from "../kernel/calendar-date.js";
import { compareDecimals, isDecimal } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { saleLineEvents, saleLineKinds } from "./catalogue.js";
import { childPath } from "./child-path.js";
import type { ParseFaultCode } from "./messages.js";
import type { ParseFault } from "./parse-fault.js";
import { readPlain, unsafeNames } from "./read-plain.js";
import type { SaleLine } from "./sale-line.js";

const CURRENCY = /^[A-Z]{3}$/;

type Wrong = { readonly code: ParseFaultCode; readonly params: ParseFault["params"] };
type Check = (value: unknown) => Wrong | undefined;

const text: Check = (value) => (typeof value === "string" && value !== "" ? undefined : wrong("entities.not_text", value));
const date: Check = (value) => (isDate(value) ? undefined : wrong("entities.not_a_date", value));
const currency: Check = (value) =>
  typeof value === "string" && CURRENCY.test(value) ? undefined : wrong("entities.not_a_currency", value);
const direction: Check = (value) =>
  saleLineKinds.some((kind) => kind === value) ? undefined : wrong("entities.not_a_choice", value, { want: saleLineKinds });

const event: Check = (value) =>
  saleLineEvents.some((one) => one === value) ? undefined : wrong("entities.not_a_choice", value, { want: saleLineEvents });

const names: Check = (value) => (isRecord(value) ? undefined : wrong("entities.not_a_record", value));

const notNegative: Check = (value) => {
  if (typeof value !== "string" || !isDecimal(value)) return wrong("entities.not_a_decimal", value);
  return compareDecimals(value, "0") < 0 ? wrong("entities.negative", value) : undefined;
};

const share: Check = (value) => {
  if (typeof value !== "string" || !isDecimal(value)) return wrong("entities.not_a_decimal", value);
  const inside = compareDecimals(value, "0") >= 0 && compareDecimals(value, "1") <= 0;
  return inside ? undefined : wrong("entities.out_of_range", value, { least: "0", most: "1" });
};

const quantity: Check = (value) => {
  if (typeof value !== "number") return notNegative(value);
  if (!Number.isSafeInteger(value)) return wrong("entities.not_whole_units", value, { most: Number.MAX_SAFE_INTEGER });
  return value < 0 ? wrong("entities.negative", value) : undefined;
};

function wrong(code: ParseFaultCode, got: unknown, params: ParseFault["params"] = {}): Wrong {
  return { code, params: { got: shown(got), ...params } };
}

/** One line per field; the type demands them all. */
const fields: { readonly [F in keyof Required<SaleLine>]: readonly ["needed" | "optional", Check] } = {
  id: ["needed", text],
  memberId: ["needed", text],
  productId: ["needed", text],
  categoryId: ["optional", text],
  brandId: ["optional", text],
  territoryId: ["optional", text],
  attributes: ["optional", names],
  date: ["needed", date],
  event: ["optional", event],
  originDate: ["optional", date],
  quantity: ["needed", quantity],
  unitPrice: ["optional", notNegative],
  amount: ["needed", notNegative],
  cost: ["optional", notNegative],
  discountRate: ["optional", share],
  taxRate: ["optional", notNegative],
  cashDiscount: ["optional", notNegative],
  currency: ["optional", currency],
  kind: ["needed", direction],
};

/**
 * Lists everything that is wrong with a sale line, field by field.
 *
 * @remarks
 * The same codes and places as `parseSaleLine` of `qudao/schemas`, without loading zod. Never throws. Only own fields count, a field
 * holding `undefined` is absent, and a field that sale lines do not have is a fault: a misspelt optional field would otherwise
 * silently change what a programme counts.
 *
 * @param value - Anything.
 * @returns One fault per wrong field; empty for a sale line.
 *
 * @errors
 * - `entities.unreadable`, `entities.too_large` - the value cannot be read at all; nothing else is reported then.
 * - `entities.missing` - a needed field is absent.
 * - `entities.not_a_record`, `entities.not_text`, `entities.not_a_date`, `entities.not_a_currency`, `entities.not_a_choice` - by the field's type.
 * - `entities.not_a_decimal` - a figure cannot be read.
 * - `entities.not_whole_units` - the quantity is a number and not of whole units: fractions are written as text.
 * - `entities.negative` - a figure is below 0; returns are written with positive figures and `kind: "return"`.
 * - `entities.out_of_range` - the discount rate is not within 0 to 1; a cash discount is more than the amount, which is told once every field is good.
 * - `entities.unknown_field` - sale lines have no such field; nor has any record one called `__proto__`, told once every field is good.
 *
 * @example Every fault is named, not only the first
 * ```ts
 * import { checkSaleLine } from "qudao/entities";
 *
 * const line = { id: "L1", memberId: "A", productId: "P", date: "2024-02-30", quantity: 1.5, amount: "9", kind: "sale" };
 * const faults = checkSaleLine(line);
 * faults.map((fault) => fault.path); // => ["date", "quantity"]
 * faults.map((fault) => fault.code); // => ["entities.not_a_date", "entities.not_whole_units"]
 * ```
 *
 * @since 0.1.0
 */
export function checkSaleLine(value: unknown): readonly ParseFault[] {
  const read = readPlain(value);
  if (!read.ok) return read.problem;
  const line = read.value;
  if (line === undefined) return [{ code: "entities.missing", params: {}, path: "" }];
  if (!isRecord(line)) return [{ code: "entities.not_a_record", params: { got: shown(line) }, path: "" }];
  const found: ParseFault[] = [];
  for (const [path, [need, check]] of Object.entries(fields)) {
    const part = Object.hasOwn(line, path) ? line[path] : undefined;
    if (part === undefined) {
      if (need === "needed") found.push({ code: "entities.missing", params: {}, path });
      continue;
    }
    const fault = check(part);
    if (fault !== undefined) found.push({ ...fault, path });
    else if (path === "attributes") found.push(...attributeFaults(part as { readonly [name: string]: unknown }));
  }
  for (const name of Object.keys(line)) {
    if (Object.hasOwn(fields, name)) continue;
    found.push({ code: "entities.unknown_field", params: { got: shown(name) }, path: childPath("", name) });
  }
  if (found.length > 0) return found;
  const together = checkLineTogether(line as unknown as SaleLine);
  return together.length > 0 ? together : unsafeNames(line);
}

/** What is wrong with a line whose fields are all good. @internal */
export function checkLineTogether({ amount, cashDiscount }: SaleLine): readonly ParseFault[] {
  if (cashDiscount === undefined || compareDecimals(cashDiscount, amount) <= 0) return [];
  return [{ ...wrong("entities.out_of_range", cashDiscount, { least: "0", most: amount }), path: "cashDiscount" }];
}

function attributeFaults(attributes: { readonly [name: string]: unknown }): readonly ParseFault[] {
  return Object.keys(attributes).flatMap((name) => {
    const fault = text(attributes[name]);
    return fault === undefined ? [] : [{ ...fault, path: childPath("attributes", name) }];
  });
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
