import { checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import { checkPlaces, type DecimalString, quotient, type RoundingMode, rounded, roundingModes, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { FlowPeriod, WorkingCapital } from "./applicant.js";
import { capitalTurnover } from "./capital-turnover.js";

/** How a turnover is written. */
export interface CapitalTurnoverPolicy {
  /** Decimal places, 0 to 60. */
  readonly places: number;
  /** How the rest is rounded. */
  readonly rounding: RoundingMode;
}

/** A turnover of working capital. */
export interface CapitalTurnoverOutcome {
  /** Times per period. */
  readonly times: DecimalString;
  /** The period. */
  readonly per: FlowPeriod;
}

/** Why there is no turnover. */
export type CapitalTurnoverProblem = Message<"admission.capital_not_positive" | "admission.currency_differs">;

/**
 * Computes how often working capital turns over (流转率).
 *
 * @remarks
 * `turnover = sales ÷ ((opening + closing) ÷ 2)`, rounded once. Where capital is on average not above 0, the quotient has no meaning,
 * and no number stands for it. The rule of admission compares without dividing, so this rounding never decides.
 *
 * @param facts - Sales of a period, and capital on its first and last day.
 * @param policy - Places and rounding.
 * @returns Times per period.
 *
 * @errors
 * - `admission.currency_differs` - the three amounts are not in one currency.
 * - `admission.capital_not_positive` - average capital is 0 or below.
 *
 * @throws LibraryFault `kernel.*` where a fact or the policy cannot be read.
 *
 * @example Four times a year
 * ```ts
 * import { computeCapitalTurnover } from "qudao/admission";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const turnover = computeCapitalTurnover(
 *   { sales: cny("1200"), opening: cny("200"), closing: cny("400"), per: "year" },
 *   { places: 2, rounding: "half_up" },
 * );
 * turnover.ok && turnover.value.outcome; // => { times: "4", per: "year" }
 * ```
 *
 * @since 0.1.0
 */
export function computeCapitalTurnover(
  facts: WorkingCapital,
  policy: CapitalTurnoverPolicy,
): Result<Explained<CapitalTurnoverOutcome>, CapitalTurnoverProblem> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(policy, "policy");
    const places = checkPlaces(given["places"] as number, "policy.places");
    const rounding = checkChoice(given["rounding"], "policy.rounding", roundingModes);
    const turnover = capitalTurnover(facts, "facts");
    if ("code" in turnover) return err(turnover);
    const times = text(rounded(quotient(turnover.sales, turnover.capital), places, rounding));
    const { per } = turnover;
    return ok({
      outcome: { times, per },
      explanation: { code: "admission.capital_turned_over", params: { times, per, ...turnover.given } },
    });
  });
}
