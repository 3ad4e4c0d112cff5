import type { ChannelMember } from "../entities/channel-member.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { at, checkRecord, readSafely } from "../kernel/check.js";
import { currencyDecimals } from "../kernel/currency.js";
import { exact, fixed, sumOf, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import type { Period } from "../kernel/period.js";
import { readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { compileProgramme, evaluateProgramme } from "./compile-programme.js";
import type { IncentiveFacts } from "./compute-incentive.js";
import { earnedInKind, inKindOf } from "./earned-in-kind.js";
import { earnerMatches } from "./earner-matches.js";
import { findPayablePeriod, type PayablePeriodProblem } from "./find-payable-period.js";
import { publicationOf } from "./paid-term.js";
import type { EarnedGoods, EarnedRight, IncentiveProgramme } from "./programme.js";
import type { IncentiveProblem } from "./programme-answer.js";
import { byName, readNames } from "./read-input.js";
import { readMember } from "./read-members.js";
import { readFigures } from "./read-window-figures.js";

/** What members did in one window. */
export interface MemberPayoutFacts {
  /** The window, of which the figures are; none of its days may lie before the publication. */
  readonly period: Period;
  /** The day the programme was published; where it says a later one, that day. `null`: it is not. Absent: as the programme says. */
  readonly publishedOn?: CalendarDate | null | undefined;
  /** The members with their figures, each once, in any order. */
  readonly members: readonly { readonly member: ChannelMember; readonly figures: IncentiveFacts }[];
}

/** What one member gets in one window. */
export interface MemberPayout {
  /** Who. */
  readonly memberId: string;
  /** `paid`; `not_eligible`: the programme is not for this member; `open`: a figure is missing, see `problem`. */
  readonly status: "paid" | "not_eligible" | "open";
  /** What is earned. `null`: not paid, or open. */
  readonly earned: Money | null;
  /** What is earned in goods; `earned` is then 0. Absent: the programme pays money, or nothing is paid. */
  readonly goods?: EarnedGoods | undefined;
  /** The same of a right or a service. */
  readonly right?: EarnedRight | undefined;
  /** What is missing. `null`: nothing. */
  readonly problem: IncentiveProblem | null;
}

/** What all members get in one window. */
export interface MemberPayouts {
  /** One row per member, by identifier. */
  readonly payouts: readonly MemberPayout[];
  /** All that is paid in money. */
  readonly total: Money;
  /** All that is paid in goods. Absent: the programme pays money. */
  readonly goods?: EarnedGoods | undefined;
  /** The same of a right or a service. */
  readonly right?: EarnedRight | undefined;
}

/**
 * Computes what every member earns in one window of a published programme: only those it is for, by one calculator for all.
 *
 * @remarks
 * Members with equal figures get equal payouts: nothing but the earner filter and the figures is read. A window that begins before the
 * publication is refused as a whole, since its figures hold days that are not paid; ask `findPayablePeriod` for the part that is.
 *
 * @param facts - The window, the day of publication, and the members with their figures.
 * @param programme - The programme. One that `checkProgramme` faults is refused.
 * @returns One row per member, the total, and a working that adds up.
 * @throws LibraryFault The first fault of `checkProgramme`, under `programme.`; `kernel.*` with the place in `facts`.
 *
 * @errors
 * - `incentives.not_published`, `incentives.before_publication` - no day, or not every day, of the window is paid for.
 * - `incentives.outside_term` - no day of the window lies in the term.
 *
 * @example An agent is not among the earners of a programme for distributors
 * ```ts
 * import { computePayouts, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: { kinds: ["distributor"] }, scope: {}, limits: [],
 *   window: { kind: "calendar", unit: "quarter" }, qualifier: { kind: "amount" }, payOn: "qualifier", rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
 * };
 * const figures = { amount: "5000", quantity: "1" };
 * const members = [{ member: { id: "D", kind: "distributor" as const }, figures }, { member: { id: "A", kind: "agent" as const }, figures }];
 * const answer = computePayouts({ period: { start: "2024-01-01", end: "2024-04-01" }, publishedOn: "2023-12-01", members }, programme);
 * answer.ok && answer.value.outcome.payouts.map(({ memberId, status }) => [memberId, status]); // => [["A", "not_eligible"], ["D", "paid"]]
 * answer.ok && answer.value.outcome.total.amount; // => "50.00"
 * ```
 *
 * @since 0.1.0
 */
export function computePayouts(
  facts: MemberPayoutFacts,
  programme: IncentiveProgramme,
): Result<Explained<MemberPayouts>, PayablePeriodProblem> {
  return readSafely({ facts, programme }, () => {
    const compiled = compileProgramme(programme, "programme");
    const given = checkRecord(facts, "facts");
    const members = readRecords(given["members"], "facts.members", (fields, path) => ({
      member: readMember(fields["member"], at(path, "member")),
      figures: readFigures(fields["figures"], at(path, "figures")),
    }));
    readNames(
      members.map(({ member }) => member.id),
      (i) => `facts.members[${i}].member.id`,
    );
    const payable = findPayablePeriod(facts, programme);
    if (!payable.ok) return payable;
    const { period } = facts;
    const publishedOn = publicationOf(given["publishedOn"], programme, "facts.publishedOn");
    if (publishedOn !== null && period.start < publishedOn) {
      const params = { period: { start: period.start, end: period.end }, publishedOn };
      return { ok: false, problem: { code: "incentives.before_publication", params } };
    }
    const { currency, rounding } = programme;
    const kind = inKindOf(programme);
    const decimals = kind === undefined ? rounding.decimals : currencyDecimals(currency);
    const nothing = fixed(ZERO, decimals);
    const isEarner = earnerMatches(programme.earner);
    const from: Explanation[] = [];
    const payouts = [...members]
      .sort((a, b) => byName(a.member.id, b.member.id))
      .map(({ member, figures }): MemberPayout => {
        const memberId = member.id;
        const none = { memberId, earned: null, problem: null };
        if (!isEarner(member)) {
          from.push({ code: "incentives.not_an_earner", params: { memberId, amount: nothing } });
          return { ...none, status: "not_eligible" };
        }
        const answer = evaluateProgramme(compiled, figures);
        if (!answer.ok) {
          from.push({ code: "incentives.payout_open", params: { memberId, problem: answer.problem as never, amount: nothing } });
          return { ...none, status: "open", problem: answer.problem };
        }
        const { amount, explanation } = answer.value;
        from.push({ code: "incentives.payout_of", params: { memberId, amount }, adds: "amount", from: [explanation] });
        const { inKind } = answer.value;
        const paid = inKind === undefined ? {} : earnedInKind(inKind.of, inKind.quantity);
        return { memberId, status: "paid", earned: { amount, currency }, ...paid, problem: null };
      });
    const total = fixed(sumOf(payouts.map(({ earned }) => exact(earned?.amount ?? "0"))), decimals);
    const counted = () => fixed(sumOf(payouts.map(({ goods, right }) => exact((goods ?? right)?.quantity ?? "0"))), rounding.decimals);
    const all = kind === undefined ? {} : earnedInKind(kind, counted());
    const params = { programme: { ...programme.titles }, period: { start: period.start, end: period.end }, amount: total, currency };
    return ok({
      outcome: { payouts, total: { amount: total, currency }, ...all },
      explanation: { code: "incentives.payouts", params, adds: "amount", from },
    });
  });
}
