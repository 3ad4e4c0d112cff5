import { scoreField } from "../engine/score-field.js";
import type { ScoreFacts } from "../engine/scorecard.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, exact, fixed, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { optional, readText, recordOf, someOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { mustAllocate } from "./allocate-units.js";
import { type QuotaWarning, warningsOf } from "./check-quota-policy.js";
import { criterionTitles } from "./criterion-titles.js";
import { type QuotaPolicy, readQuotaPolicy } from "./quota-policy.js";
import { sharingFault } from "./sharing-fault.js";

/** The members among whom profit is shared out. */
export interface QuotaFacts {
  /** The members, each once. */
  readonly members: readonly QuotaMember[];
  /** What is to be shared out: the profit of a period, or the margin of one unit. Absent: only quotas are asked for. */
  readonly amount?: Money | undefined;
}

/** What is known about one member. */
export interface QuotaMember {
  /** The member. */
  readonly memberId: string;
  /** Its class, one of the policy's. */
  readonly memberClass: string;
  /** The facts that the scorecard reads, by name: decimals or booleans. Absent or null: not known. */
  readonly factors: ScoreFacts["values"];
}

/** What one member gets. */
export interface MemberQuota {
  /** The member. */
  readonly memberId: string;
  /** Its class. */
  readonly memberClass: string;
  /** Its five-factor index, 0 to 100. */
  readonly index: DecimalString;
  /** Its share of the whole; all quotas add up to exactly 1. */
  readonly quota: Rate;
  /** Its part of the amount. `null`: no amount was given. */
  readonly amount: DecimalString | null;
}

/** Quotas by member and class. */
export interface ProfitQuotas {
  /** The members, in the order given. */
  readonly members: readonly MemberQuota[];
  /** What the members of each class get together, in the policy's order. */
  readonly classes: readonly {
    /** The class. */
    readonly memberClass: string;
    /** The quotas of its members together. */
    readonly quota: Rate;
    /** Their parts of the amount together. `null`: no amount was given. */
    readonly amount: DecimalString | null;
  }[];
  /** Where the policy gives a later class more than an earlier one. Empty: agents who are as good never get less. */
  readonly warnings: readonly QuotaWarning[];
}

/** Why there are no quotas. */
export type ProfitQuotaProblem = Message<
  "profit-sharing.member_unscored" | "profit-sharing.nothing_scored" | "profit-sharing.loss_not_shared" | "kernel.total_too_precise"
>;

const readFacts = recordOf<QuotaFacts>({
  members: uniqueBy(
    "memberId",
    someOf(
      recordOf<QuotaMember>({
        memberId: readText,
        memberClass: readText,
        factors: (value, path) => checkRecord(value, path) as QuotaMember["factors"],
      }),
    ),
  ),
  amount: optional(parseMoney),
});

/**
 * Computes the quotas of profit (利润配额) of members and classes by the five-factor index.
 *
 * @remarks
 * `weight(member) = weight(class) × index`, `quota = weight ÷ Σ weights`. Quotas and amounts are each cut once and the units left over
 * go to the parts that lost most. With that order, and only with it, raising one factor of a member never lowers its quota or its
 * amount by even a smallest unit; so the order is fixed here and no choice of the policy.
 *
 * @param facts - The members with their five factors, and what is shared out.
 * @param policy - The scorecard of the index, the weights of the classes, and places.
 * @returns Quotas that add up to 1, amounts that add up to the amount, and warnings about the policy.
 * @throws LibraryFault `profit-sharing.not_listed` for a class that the policy does not know; as `checkQuotaPolicy`.
 *
 * @errors
 * - `profit-sharing.loss_not_shared` - the amount is below 0: quotas are of profit.
 * - `kernel.total_too_precise` - the amount has more places than can be paid.
 * - `profit-sharing.member_unscored` - a member has no index, for want of facts: it is neither 0 nor full.
 * - `profit-sharing.nothing_scored` - every member's weight is 0.
 *
 * @source S19-147, S19-148, S19-149.
 *
 * @example An agent and a distributor with the same five factors
 * ```ts
 * import { computeProfitQuotas, exampleQuotaPolicy } from "qudao/profit-sharing";
 *
 * const factors = { yearlySales: "5000000", managementLevel: "50", cooperationSpirit: "50", serviceLevel: "50", downstreamCustomers: "100" };
 * const members = [{ memberId: "A", memberClass: "agent", factors }, { memberId: "D", memberClass: "distributor", factors }];
 * const answer = computeProfitQuotas({ members, amount: { amount: "1000", currency: "CNY" } }, exampleQuotaPolicy);
 * answer.ok && answer.value.outcome.members.map(({ index, quota, amount }) => [index, quota, amount]);
 * // => [["50", "0.6000", "600.00"], ["50", "0.4000", "400.00"]]
 * ```
 *
 * @since 0.1.0
 */
export function computeProfitQuotas(facts: QuotaFacts, policy: QuotaPolicy): Result<Explained<ProfitQuotas>, ProfitQuotaProblem> {
  return readSafely({ facts, policy }, () => {
    const { members, amount } = readFacts(facts, "facts");
    const { scorecard, classes, quotaDecimals, amountDecimals } = readQuotaPolicy(policy);
    if (amount !== undefined) {
      const whole = exact(amount.amount);
      if (whole.isNegative()) return err({ code: "profit-sharing.loss_not_shared", params: { amount: amount.amount } });
      if (whole.decimalPlaces() > amountDecimals) {
        return err({ code: "kernel.total_too_precise", params: { total: amount.amount, decimals: amountDecimals } });
      }
    }
    const weightOf = new Map(classes.map(({ memberClass, weight }) => [memberClass, weight]));
    members.forEach(({ memberClass }, i) => {
      if (!weightOf.has(memberClass))
        throw sharingFault("profit-sharing.not_listed", `facts.members[${i}].memberClass`, { got: memberClass });
    });
    const scores = scoreField(
      members.map(({ memberId, factors }) => ({ member: memberId, values: factors })),
      scorecard,
    );
    const weights: { partyId: string; share: string; index: string }[] = [];
    for (const { member, outcome } of scores) {
      if (outcome.status !== "scored") {
        const missing =
          outcome.status === "insufficient_data" ? [...outcome.missing] : outcome.problems.map(({ params }) => params["criterion"] ?? "");
        const criteria = criterionTitles(missing.map(String), scorecard);
        return err({ code: "profit-sharing.member_unscored", params: { memberId: member, missing, criteria } });
      }
      const memberClass = members[weights.length]?.memberClass as string;
      weights.push({ partyId: member, index: outcome.score, share: text(exact(weightOf.get(memberClass) as string).times(outcome.score)) });
    }
    if (sumOf(weights.map(({ share }) => share)).isZero()) return err({ code: "profit-sharing.nothing_scored", params: {} });

    const quotas = mustAllocate("1", weights, { decimals: quotaDecimals, remainder: "largest_fraction_first" });
    const amounts =
      amount === undefined ? [] : mustAllocate(amount.amount, weights, { decimals: amountDecimals, remainder: "largest_fraction_first" });
    const outcomes = members.map(({ memberId, memberClass }, i): MemberQuota => {
      const { index } = weights[i] as (typeof weights)[number];
      return { memberId, memberClass, index, quota: quotas[i]?.amount as string, amount: amounts[i]?.amount ?? null };
    });
    const warnings = warningsOf({ classes });
    const from = outcomes.map((one, i): Explanation => {
      const classWeight = weightOf.get(one.memberClass) as string;
      const score = scores[i]?.explanation as Explanation;
      const params = { memberId: one.memberId, memberClass: one.memberClass, classWeight, index: one.index, quota: one.quota };
      return one.amount === null
        ? { code: "profit-sharing.member_quota", params, from: [score] }
        : { code: "profit-sharing.member_quota_paid", params: { ...params, amount: one.amount }, from: [score] };
    });
    const quotaSum = fixed(exact("1"), quotaDecimals);
    return ok({
      outcome: {
        members: outcomes,
        classes: classes.map(({ memberClass }) => {
          const own = outcomes.filter((one) => one.memberClass === memberClass);
          return {
            memberClass,
            quota: fixed(sumOf(own.map(({ quota }) => quota)), quotaDecimals),
            amount: amount === undefined ? null : fixed(sumOf(own.map((one) => one.amount ?? "0")), amountDecimals),
          };
        }),
        warnings,
      },
      explanation: {
        code: "profit-sharing.quotas",
        params: { quota: quotaSum, version: scorecard.version, members: members.length },
        adds: "quota",
        from,
      },
    });
  });
}
