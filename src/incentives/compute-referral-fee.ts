import { addDays, type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkCount, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { Money } from "../kernel/money.js";
import { exactNotNegative, exactShare, readCurrency, readRecords } from "../kernel/read.js";
import type { IncentiveRounding } from "./programme.js";
import { byName, readMoneySize, readRounding, refuseBoth } from "./read-input.js";

/** A customer that somebody referred, and its first order. */
export interface ReferralFeeFacts {
  /** Who asks for the fee. */
  readonly referrerId: string;
  /** The customer. */
  readonly customerId: string;
  /** Every referral of this customer, in any order. */
  readonly referrals: readonly { readonly referrerId: string; readonly date: CalendarDate }[];
  /** The day the customer was first known to the manufacturer, before any referral. `null`: it was not. */
  readonly knownSince: CalendarDate | null;
  /** Its first order. */
  readonly order: { readonly date: CalendarDate; readonly amount: Money; readonly paid: boolean };
}

/** What was agreed on referrals. */
export interface ReferralFeePolicy {
  /** Currency. ISO 4217. */
  readonly currency: string;
  /** A ratio of the first order, or an amount. */
  readonly fee: { readonly rate: DecimalString } | { readonly amount: DecimalString };
  /** The most that is paid. `null`: no cap. */
  readonly most: DecimalString | null;
  /** Days from the referral within which the order must come; the last one counts. */
  readonly withinDays: number;
  /** The one rounding; it never lifts the fee above the most that is paid. */
  readonly rounding: IncentiveRounding;
}

/** Why a referral is not paid. */
export type ReferralFeeRefusal = "own" | "not_first" | "known_before" | "before_referral" | "too_late" | "not_paid";

/** What a referral brings. */
export interface ReferralFeeOutcome {
  /** The fee; 0: none. */
  readonly fee: Money;
  /** Why nothing is paid, the first that applies. `null`: it is paid. */
  readonly because: ReferralFeeRefusal | null;
}

/**
 * Computes the fee for a customer that somebody referred: for the first referral of an unknown customer whose first order is paid in time.
 *
 * @remarks
 * Of several referrals the earliest counts, of one day the first by name. Nobody refers oneself: that the customer named itself takes nothing from
 * who referred it.
 *
 * @param facts - The referrals, what was known before, and the first order.
 * @param policy - Fee, cap and days.
 * @returns The fee, or the first reason for none.
 * @throws LibraryFault `kernel.unknown_row` where who asks has no referral; `kernel.below_zero`, `kernel.*` with the place.
 *
 * @example 2 % of the first order, within 90 days
 * ```ts
 * import { computeReferralFee, type ReferralFeePolicy } from "qudao/incentives";
 *
 * const policy: ReferralFeePolicy = { currency: "CNY", fee: { rate: "0.02" }, most: "500", withinDays: 90, rounding: { decimals: 2, mode: "half_up" } };
 * const facts = {
 *   referrerId: "A", customerId: "C", referrals: [{ referrerId: "A", date: "2024-01-10" }], knownSince: null,
 *   order: { date: "2024-02-01", amount: { amount: "8000", currency: "CNY" }, paid: true },
 * };
 * computeReferralFee(facts, policy).outcome; // => { fee: { amount: "160.00", currency: "CNY" }, because: null }
 * ```
 *
 * @since 0.1.0
 */
export function computeReferralFee(facts: ReferralFeeFacts, policy: ReferralFeePolicy): Explained<ReferralFeeOutcome> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const currency = readCurrency(agreed["currency"], "policy.currency");
    const given = checkRecord(agreed["fee"], "policy.fee");
    refuseBoth(given, ["rate", "amount"], "policy.fee");
    const rate = given["rate"] === undefined ? undefined : exactShare(given["rate"], "policy.fee.rate");
    const amount = rate === undefined ? exactNotNegative(given["amount"], "policy.fee.amount") : ZERO;
    const most = agreed["most"] === null ? undefined : exactNotNegative(agreed["most"], "policy.most");
    const withinDays = checkCount(agreed["withinDays"], "policy.withinDays", 0, 36_600);
    const { decimals, mode } = readRounding(agreed["rounding"], "policy.rounding");
    const { referrerId, order, because } = readReferral(facts, currency, withinDays);

    const wanted = rate === undefined ? amount : order.times(rate);
    const due = because !== null ? ZERO : most === undefined ? wanted : Exact.min(wanted, most);
    const near = rounded(due, decimals, mode);
    const paid = most !== undefined && near.greaterThan(most) ? rounded(most, decimals, "down") : near;
    const from: Explanation[] = [];
    if (because !== null) from.push({ code: "incentives.referral_none", params: { because, amount: "0" } });
    else {
      from.push(
        rate === undefined
          ? { code: "incentives.referral_fixed", params: { amount: text(wanted) } }
          : { code: "incentives.referral_part", params: { rate: text(rate), order: text(order), amount: text(wanted) } },
      );
      if (!due.equals(wanted))
        from.push({ code: "incentives.payment_capped", params: { cap: text(due), amount: text(due.minus(wanted)) } });
      if (!paid.equals(due)) from.push({ code: "incentives.rounding", params: { mode, decimals, amount: text(paid.minus(due)) } });
    }
    const fee = { amount: fixed(paid, decimals), currency };
    return {
      outcome: { fee, because },
      explanation: { code: "incentives.referral_fee", params: { referrerId, ...fee }, adds: "amount", from },
    };
  });
}

function readReferral(facts: ReferralFeeFacts, currency: string, withinDays: number) {
  const given = checkRecord(facts, "facts");
  const referrerId = checkText(given["referrerId"], "facts.referrerId");
  const customerId = checkText(given["customerId"], "facts.customerId");
  const referrals = readRecords(given["referrals"], "facts.referrals", (fields, path) => ({
    referrerId: checkText(fields["referrerId"], `${path}.referrerId`),
    date: parseDate(fields["date"], `${path}.date`),
  }));
  const knownSince = given["knownSince"] === null ? null : parseDate(given["knownSince"], "facts.knownSince");
  const order = checkRecord(given["order"], "facts.order");
  const date = parseDate(order["date"], "facts.order.date");
  const amount = readMoneySize(order["amount"], "facts.order.amount", currency);
  const { paid } = order;
  if (typeof paid !== "boolean") throw kernelFault("kernel.not_a_choice", "facts.order.paid", { got: shown(paid), want: [true, false] });
  const [first] = referrals
    .filter((one) => one.referrerId !== customerId || customerId === referrerId)
    .sort((a, b) => byName(a.date, b.date) || byName(a.referrerId, b.referrerId));
  const own = referrals.find((one) => one.referrerId === referrerId);
  if (first === undefined || own === undefined) throw kernelFault("kernel.unknown_row", "facts.referrerId", { got: shown(referrerId) });
  const reasons: readonly (readonly [ReferralFeeRefusal, boolean])[] = [
    ["own", referrerId === customerId],
    ["not_first", first.referrerId !== referrerId],
    ["known_before", knownSince !== null && knownSince < first.date],
    ["before_referral", date < first.date],
    ["too_late", date > addDays(first.date, withinDays)],
    ["not_paid", !paid],
  ];
  return { referrerId, order: amount, because: reasons.find(([, applies]) => applies)?.[0] ?? null };
}
