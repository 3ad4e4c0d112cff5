import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, exactQuotient, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { Period } from "../kernel/period.js";
import { prorate, prorationBases } from "../kernel/proration.js";
import { exactNotNegative, exactShare, optional, readCurrency } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { ClawbackBasis, IncentiveRounding } from "./programme.js";
import { readRounding } from "./read-input.js";

/** Why something is taken back. Their words: `incentives.clawback_ground`. */
export const clawbackGrounds = ["return", "diversion", "early_exit", "condition_lost", "mistake"] as const;

/** See `clawbackGrounds`. */
export type ClawbackGround = (typeof clawbackGrounds)[number];

/** An earning of which something is to be taken back. */
export interface ClawbackFacts {
  /** The host's identifier of the earning; the new entry points to it. Not empty. */
  readonly earningId: string;
  /** What was earned; 0 or more. */
  readonly earned: DecimalString;
  /** What of it has been paid. */
  readonly paid: DecimalString;
  /** What of the payment has already been taken back. */
  readonly takenBack: DecimalString;
  /** What of it earlier events cancelled before it was paid; `share_of_earned` reads it, since the others find what is lost to date. Absent: nothing. */
  readonly cancelled?: DecimalString | undefined;
  /** Why. */
  readonly ground: ClawbackGround;
  /** The day it happened: the entry belongs to the period of this day, never to the one of the earning. */
  readonly date: CalendarDate;
  /** What is still earned after it, computed anew on the facts as they are now; `recomputed` reads it. Absent: not computed. */
  readonly remaining?: DecimalString | undefined;
  /** What was served of the term; `unserved_time` reads it. Absent: not known. */
  readonly served?: { readonly part: Period; readonly whole: Period } | undefined;
}

/** What was agreed on taking back. */
export interface ClawbackPolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** How much is no longer earned. */
  readonly basis: ClawbackBasis;
  /** The one rounding. */
  readonly rounding: IncentiveRounding;
}

/** What is taken back. */
export interface ClawbackOutcome {
  /** What is no longer earned: to date, or by this event where a share is lost. */
  readonly lost: DecimalString;
  /** The part of it that was never paid, and is not paid now. */
  readonly cancelled: DecimalString;
  /** The part that is taken back; never more than was paid and is not back yet. */
  readonly clawback: Money;
  /** The new entry: below 0, in the period of the event, linked to the earning. The earning itself stays as it was. */
  readonly entry: { readonly earningId: string; readonly date: CalendarDate; readonly ground: ClawbackGround; readonly amount: Money };
}

/** Why nothing can be taken back. */
export type ClawbackProblem = Message<"incentives.clawback_above_earned" | "incentives.paid_above_earned">;

/**
 * Computes what is taken back of an earning: what is no longer earned, limited to what was really paid.
 *
 * @remarks
 * What was not paid yet is cancelled first; only the rest is taken back. `unserved_time` left after 6 of 12 months takes back a half. What
 * `recomputed` and `unserved_time` find is lost to date, so what was taken back before is taken off it; a `share_of_earned` is lost anew with each
 * event, and what was `cancelled` before is not there to be cancelled again. Afterwards the member keeps `earned − lost`, of all events together,
 * wherever that is not less than 0; nothing taken back is given again. Rounding comes once, on what is taken back, and never passes what was paid.
 *
 * @param facts - The earning, what was paid, and what happened.
 * @param policy - How much is no longer earned.
 * @returns The clawback as a new negative entry, and a working that adds up.
 * @throws LibraryFault `kernel.below_zero`, `kernel.outside_bounds`, also where the basis needs `remaining` or `served`,
 * `kernel.*` with the place in `facts` or `policy`.
 *
 * @errors
 * - `incentives.clawback_above_earned` - more would remain than was earned.
 * - `incentives.paid_above_earned` - more was paid, or taken back, than there was.
 *
 * @example Half of 100 is lost, 60 were paid: 40 are cancelled, 10 come back
 * ```ts
 * import { computeClawback } from "qudao/incentives";
 *
 * const answer = computeClawback(
 *   { earningId: "E1", earned: "100", paid: "60", takenBack: "0", ground: "early_exit", date: "2024-07-01" },
 *   { currency: "CNY", basis: { kind: "share_of_earned", rate: "0.5" }, rounding: { decimals: 2, mode: "half_up" } },
 * );
 * answer.ok && [answer.value.outcome.cancelled, answer.value.outcome.entry.amount.amount]; // => ["40", "-10.00"]
 * ```
 *
 * @since 0.1.0
 */
export function computeClawback(facts: ClawbackFacts, policy: ClawbackPolicy): Result<Explained<ClawbackOutcome>, ClawbackProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const currency = readCurrency(agreed["currency"], "policy.currency");
    const { decimals, mode } = readRounding(agreed["rounding"], "policy.rounding");
    const given = checkRecord(facts, "facts");
    const earningId = checkText(given["earningId"], "facts.earningId");
    const [earned, paid, takenBack] = (["earned", "paid", "takenBack"] as const).map((name) =>
      exactNotNegative(given[name], at("facts", name)),
    ) as [Exact, Exact, Exact];
    const gone = optional(exactNotNegative)(given["cancelled"], "facts.cancelled") ?? ZERO;
    const ground = checkChoice(given["ground"], "facts.ground", clawbackGrounds);
    const date = parseDate(given["date"], "facts.date");
    const wanted = lostOf(earned, facts, agreed["basis"]);
    const payable = isToDate(agreed["basis"]) ? earned : earned.minus(gone);
    if (paid.greaterThan(payable) || takenBack.greaterThan(paid)) {
      return err({
        code: "incentives.paid_above_earned",
        params: { paid: text(Exact.max(paid, takenBack)), earned: text(Exact.min(payable, paid)) },
      });
    }
    if (wanted.isNegative()) {
      return err({ code: "incentives.clawback_above_earned", params: { earned: text(earned), remaining: text(earned.minus(wanted)) } });
    }
    const cancelled = Exact.min(wanted, payable.minus(paid));
    const open = paid.minus(takenBack);
    const losses = wanted.minus(cancelled);
    const before = isToDate(agreed["basis"]) ? Exact.min(takenBack, losses) : ZERO;
    const due = Exact.min(losses.minus(before), open);
    const beyond = losses.minus(before).minus(due);
    const near = rounded(due, decimals, mode);
    const clawback = near.greaterThan(open) ? rounded(open, decimals, "down") : near;

    const from: Explanation[] = [{ code: "incentives.clawback_lost", params: { ground, amount: text(wanted) } }];
    const add = (code: string, params: object, amount: Exact) => {
      if (!amount.isZero()) from.push({ code, params: { ...params, amount: text(amount) } });
    };
    add("incentives.clawback_unpaid", {}, cancelled.negated());
    add("incentives.clawback_before", {}, before.negated());
    add("incentives.clawback_beyond_paid", { paid: text(open) }, beyond.negated());
    add("incentives.rounding", { mode, decimals }, clawback.minus(due));
    const money = (amount: Exact): Money => ({ amount: fixed(amount, decimals), currency });
    return ok({
      outcome: {
        lost: text(wanted),
        cancelled: text(cancelled),
        clawback: money(clawback),
        entry: { earningId, date, ground, amount: money(clawback.negated()) },
      },
      explanation: { code: "incentives.clawback", params: { ...money(clawback) }, adds: "amount", from },
    });
  });
}

/** Whether the loss is that of all events so far. A share is that of one event. */
function isToDate(basis: unknown): boolean {
  return (basis as ClawbackBasis).kind !== "share_of_earned";
}

function lostOf(earned: Exact, { remaining, served }: ClawbackFacts, given: unknown): Exact {
  const basis = checkRecord(given, "policy.basis");
  switch (checkChoice(basis["kind"], "policy.basis.kind", ["recomputed", "share_of_earned", "unserved_time"])) {
    case "recomputed":
      return earned.minus(exactNotNegative(remaining, "facts.remaining"));
    case "share_of_earned":
      return earned.times(exactShare(basis["rate"], "policy.basis.rate"));
    default: {
      const by = checkChoice(basis["by"], "policy.basis.by", prorationBases);
      checkRecord(served, "facts.served");
      const { part, whole } = served as NonNullable<ClawbackFacts["served"]>;
      const { numerator, denominator } = prorate({ part, whole }, { by });
      return numerator === denominator ? ZERO : exactQuotient(earned.times(denominator - numerator), exact(denominator));
    }
  }
}
