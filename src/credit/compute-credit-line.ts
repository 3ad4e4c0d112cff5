import { checkRecord, readSafely } from "../kernel/check.js";
import {
  checkPlaces,
  type DecimalLike,
  type DecimalString,
  Exact,
  exact,
  fixed,
  quotient,
  rounded,
  text,
  ZERO,
} from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { exactNotNegative, exactShare, optional } from "../kernel/read.js";
import { readDiscount } from "./cycle-discount.js";
import type { CycleDiscount } from "./payment-payoffs.js";

/** What a dealer has to gain and to lose in a cycle. */
export interface CreditLineFacts {
  /** What it earns in a cycle when supplied on credit. */
  readonly marginOnCredit: DecimalString;
  /** What it earns in a cycle when it must pay cash. */
  readonly marginOnCash: DecimalString;
  /** Part of an unpaid line that is recovered in the end, from 0 to 1. */
  readonly recoveryShare: Rate;
  /** A line of which the critical discount is asked. Absent: none. */
  readonly line?: DecimalString | undefined;
}

/** How much the future counts. */
export interface CreditLinePolicy {
  /** How much the next cycle is worth today. */
  readonly discount: CycleDiscount;
  /** Chance that a default is noticed in its cycle. */
  readonly detection: Rate;
  /** Places to which the line is cut: it is never rounded up. */
  readonly decimals: number;
}

/** The line that enforces itself. */
export interface SelfEnforcingLine {
  /** The largest one. `null`: there is no bound, since nothing is gained by defaulting or the next cycle is worth as much as this one. */
  readonly line: DecimalString | null;
  /** Least discount factor at which the line that was asked about is paid. `null`: none was asked about, or no factor is enough. */
  readonly criticalDiscount: DecimalString | null;
}

/**
 * Computes the largest credit line that a dealer pays back of its own interest.
 *
 * @remarks
 * `dδ(m − k) ÷ ((1 − δ)(1 − ρ))`, cut to the places of the policy. Where credit earns the dealer no more than cash, the line is 0. The
 * critical discount of a line `A` is `A(1 − ρ) ÷ (A(1 − ρ) + d(m − k))`.
 *
 * @param facts - Margins and recovery.
 * @param policy - Discount, detection, places.
 * @returns The line, and the critical discount of another one.
 * @throws LibraryFault `kernel.*`, `credit.*` with the place.
 *
 * @source Theory of the repeated game.
 *
 * @example Margin 10 on credit and 4 on cash, a fifth recovered
 * ```ts
 * import { computeCreditLine } from "qudao/credit";
 * import { roundDecimal } from "qudao/kernel";
 *
 * const facts = { marginOnCredit: "10", marginOnCash: "4", recoveryShare: "0.2", line: "50" };
 * const { outcome } = computeCreditLine(facts, { discount: { factor: "0.95" }, detection: "1", decimals: 2 });
 * outcome.line; // => "142.50"
 * roundDecimal(outcome.criticalDiscount ?? "0", 4, "half_up"); // => "0.8696"
 * ```
 *
 * @since 0.1.0
 */
export function computeCreditLine(facts: CreditLineFacts, policy: CreditLinePolicy): Explained<SelfEnforcingLine> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const agreed = checkRecord(policy, "policy");
    const margin = (field: keyof CreditLineFacts) => exact(given[field] as DecimalLike, `facts.${field}`);
    const gain = margin("marginOnCredit").minus(margin("marginOnCash"));
    const lost = new Exact(1).minus(exactShare(given["recoveryShare"], "facts.recoveryShare"));
    const asked = optional(exactNotNegative)(given["line"], "facts.line");
    const { over, under } = readDiscount(agreed["discount"], "policy.discount");
    const detection = exactShare(agreed["detection"], "policy.detection");
    const decimals = checkPlaces(agreed["decimals"] as number, "policy.decimals");

    const stake = Exact.max(ZERO, gain.times(detection));
    const price = under.minus(over).times(lost);
    // where nothing is gained by defaulting, or the future counts as much as today, no line is too large
    const line = lost.isZero()
      ? null
      : stake.isZero()
        ? fixed(ZERO, decimals)
        : price.isZero()
          ? null
          : fixed(rounded(stake.times(over).dividedBy(price), decimals, "floor"), decimals);
    const owed = asked?.times(lost);
    const criticalDiscount =
      owed === undefined ? null : owed.isZero() ? "0" : stake.isZero() ? null : text(quotient(owed, owed.plus(stake)));
    const params = { gain: text(gain), lost: text(lost), detection: text(detection), criticalDiscount };
    return {
      outcome: { line, criticalDiscount },
      explanation: line === null ? { code: "credit.line_unbounded", params } : { code: "credit.line", params: { line, ...params } },
    };
  });
}
