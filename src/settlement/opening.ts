/**
 * What a settlement takes over from the one before: the closing carry of another accumulator.
 *
 * @internal
 */
import { at, checkCount, checkRecord, checkText } from "../kernel/check.js";
import { type DecimalLike, type Exact, exact, ZERO } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { exactNotNegative, optional, readRecords } from "../kernel/read.js";
import { type Carry, NOTHING_CARRIED } from "./carry.js";
import { settlementFault } from "./check-policy.js";
import { type ReadSaleCarry, readSaleCarries } from "./read-sale-carries.js";

export interface ReadCarry extends Carry {
  readonly surplus: Exact;
  readonly capped: readonly { readonly capId: string; readonly amount: Exact }[];
  readonly sales: readonly ReadSaleCarry[];
}

export function readCarry(item: unknown, path: string): readonly [key: readonly string[], carry: ReadCarry] {
  const row = checkRecord(item, path);
  const memberId = checkText(row["memberId"], at(path, "memberId"));
  const programmeId = checkText(row["programmeId"], at(path, "programmeId"));
  const undetermined = checkCount(row["undetermined"], at(path, "undetermined"), 0, Number.MAX_SAFE_INTEGER);
  if (undetermined > 0) throw settlementFault("settlement.opening_incomplete", path, { memberId, programmeId, undetermined });
  const below = (value: unknown, place: string): Exact => {
    const figure = exact(value as DecimalLike, place);
    if (figure.greaterThan(0)) throw settlementFault("settlement.opening_above_zero", place, { got: shown(value) });
    return figure;
  };
  const named = row["measure"] === undefined ? undefined : checkRecord(row["measure"], at(path, "measure"));
  const carry: ReadCarry = {
    of: named === undefined ? undefined : checkText(named["name"], at(path, "measure.name")),
    amount: below(row["amount"], at(path, "amount")),
    quantity: below(row["quantity"], at(path, "quantity")),
    measure: named === undefined ? ZERO : below(named["value"], at(path, "measure.value")),
    withheld: exactNotNegative(row["withheld"], at(path, "withheld")),
    surplus: exactNotNegative(row["surplus"], at(path, "surplus")),
    capped: readRecords(row["capped"], at(path, "capped"), (fields, place) => ({
      capId: checkText(fields["capId"], at(place, "capId")),
      amount: exact(fields["amount"] as DecimalLike, at(place, "amount")),
    })),
    sales: optional(readSaleCarries)(row["sales"], at(path, "sales")) ?? [],
  };
  return [[memberId, programmeId], carry];
}

export interface Openings {
  /** Whether there is any. */
  readonly opens: boolean;
  /** What the settlement before carries on. */
  readonly openingOf: (memberId: string, programmeId: string) => ReadCarry | undefined;
}

/** What is carried into the first window of a programme. */
export function openingCarry({ opens, openingOf }: Openings, memberId: string, programmeId: string): Carry {
  return opens ? (openingOf(memberId, programmeId) ?? NOTHING_CARRIED) : NOTHING_CARRIED;
}
