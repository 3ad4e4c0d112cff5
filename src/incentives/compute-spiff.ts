import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkRecord, checkText, checkTexts, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, fixed, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import { exactNotNegative, readCurrency, readRecords } from "../kernel/read.js";
import type { IncentiveRounding } from "./programme.js";
import { byName, readNames, readRounding } from "./read-input.js";

/** What sellers sold. */
export interface SpiffFacts {
  /** The lines, each once, in any order. */
  readonly lines: readonly SpiffLine[];
}

/** One line that a person sold. */
export interface SpiffLine {
  /** The host's identifier. */
  readonly id: string;
  /** Who sold it: a person, or a member. */
  readonly sellerId: string;
  /** The product. */
  readonly productId: string;
  /** The day. */
  readonly date: CalendarDate;
  /** Units, 0 or more. */
  readonly quantity: DecimalString;
  /** Whether they were sold or came back. */
  readonly kind: "sale" | "return";
}

/** A SPIFF: so much for every unit of certain products, for a short time. */
export interface SpiffPolicy {
  /** Its name. */
  readonly id: string;
  /** Currency. ISO 4217. */
  readonly currency: string;
  /** The days that count. */
  readonly effective: Period;
  /** The products. */
  readonly productIds: readonly string[];
  /** Paid for one unit; 0 or more. */
  readonly perUnit: DecimalString;
  /** The most units of one seller that are paid. `null`: all. */
  readonly mostUnits: DecimalString | null;
  /** The one rounding, per seller. */
  readonly rounding: IncentiveRounding;
}

/** What one seller gets. */
export interface SpiffShare {
  /** Who. */
  readonly sellerId: string;
  /** Units sold less units that came back; below 0 counts as 0. */
  readonly units: DecimalString;
  /** What is paid. */
  readonly earned: Money;
  /** The lines that counted, by identifier. */
  readonly lineIds: readonly string[];
}

/**
 * Computes a SPIFF: an amount per unit of certain products within certain days, for whoever sold them.
 *
 * @remarks
 * A unit is what the line counts, never an order. Returns within the days count against
 * the seller that the line names. The cap is on net units, so a return frees its room.
 *
 * @param facts - The lines.
 * @param policy - Products, days, amount per unit and cap.
 * @returns One row per seller with a line that counts, by name, and a working that adds up.
 * @throws LibraryFault `kernel.below_zero`, `kernel.named_twice` for a line that comes twice; `kernel.*` with the place.
 *
 * @example Three phones, of which two are paid
 * ```ts
 * import { computeSpiff, type SpiffPolicy } from "qudao/incentives";
 *
 * const policy: SpiffPolicy = {
 *   id: "launch", currency: "CNY", effective: { start: "2024-03-01", end: "2024-03-16" }, productIds: ["PHONE"],
 *   perUnit: "25", mostUnits: "2", rounding: { decimals: 2, mode: "half_up" },
 * };
 * const line = { id: "L1", sellerId: "Zhang", productId: "PHONE", date: "2024-03-15", quantity: "3", kind: "sale" as const };
 * computeSpiff({ lines: [line] }, policy).outcome.map(({ sellerId, earned }) => [sellerId, earned.amount]); // => [["Zhang", "50.00"]]
 * ```
 *
 * @since 0.1.0
 */
export function computeSpiff(facts: SpiffFacts, policy: SpiffPolicy): Explained<readonly SpiffShare[]> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const id = checkText(agreed["id"], "policy.id");
    const currency = readCurrency(agreed["currency"], "policy.currency");
    const { start, end } = parsePeriod(agreed["effective"], "policy.effective");
    const products = new Set(checkTexts(agreed["productIds"], "policy.productIds"));
    const perUnit = exactNotNegative(agreed["perUnit"], "policy.perUnit");
    const most = agreed["mostUnits"] === null ? undefined : exactNotNegative(agreed["mostUnits"], "policy.mostUnits");
    const { decimals, mode } = readRounding(agreed["rounding"], "policy.rounding");
    const lines = readRecords(checkRecord(facts, "facts")["lines"], "facts.lines", (fields, path) => {
      const quantity = exactNotNegative(fields["quantity"], at(path, "quantity"));
      return {
        id: checkText(fields["id"], at(path, "id")),
        sellerId: checkText(fields["sellerId"], at(path, "sellerId")),
        productId: checkText(fields["productId"], at(path, "productId")),
        date: parseDate(fields["date"], at(path, "date")),
        units: checkChoice(fields["kind"], at(path, "kind"), ["sale", "return"]) === "sale" ? quantity : quantity.negated(),
      };
    });
    readNames(
      lines.map((line) => line.id),
      (i) => `facts.lines[${i}].id`,
    );
    const counted = lines.filter(({ productId, date }) => products.has(productId) && start <= date && date < end);
    const from: Explanation[] = [];
    const shares = [...new Set(counted.map(({ sellerId }) => sellerId))].sort(byName).map((sellerId): SpiffShare => {
      const own = counted.filter((line) => line.sellerId === sellerId);
      const sold = Exact.max(ZERO, sumOf(own.map(({ units }) => units)));
      const units = most === undefined ? sold : Exact.min(sold, most);
      const due = units.times(perUnit);
      const paid = rounded(due, decimals, mode);
      const steps: Explanation[] = [
        { code: "incentives.spiff_units", params: { units: text(units), sold: text(sold), each: text(perUnit), amount: text(due) } },
      ];
      if (!paid.equals(due)) steps.push({ code: "incentives.rounding", params: { mode, decimals, amount: text(paid.minus(due)) } });
      const amount = fixed(paid, decimals);
      from.push({ code: "incentives.spiff_of", params: { sellerId, amount }, adds: "amount", from: steps });
      return { sellerId, units: text(sold), earned: { amount, currency }, lineIds: own.map((line) => line.id).sort(byName) };
    });
    const amount = fixed(sumOf(shares.map(({ earned }) => exact(earned.amount))), decimals);
    return { outcome: shares, explanation: { code: "incentives.spiff", params: { spiff: id, amount, currency }, adds: "amount", from } };
  });
}
