/** What is noted of reviews, warnings, remediations and suspensions. */
import { addDays } from "../kernel/calendar-date.js";
import { latestDate } from "../kernel/compare-dates.js";
import { memberKit } from "./member-kit.js";
import type { MemberData } from "./member-state.js";

import { SAFETY_EVENT, type SuspensionScope } from "./suspension-scope.js";

const { update } = memberKit;

/** @internal */
export const standingUpdates = {
  note_warning: update({
    title: { en: "note the ground of the warning", zh: "登记警告理由" },
    needs: ["event.asOf", "event.ground"],
    change: ({ event }) => ({ standingReason: { on: event.asOf, ground: event.ground, evidence: [] } }),
  }),
  note_bad_review: update({
    title: { en: "count the bad review", zh: "差评计次" },
    needs: ["event.asOf", "event.reviewId", "data.badReviews"],
    change: ({ event, data }) => {
      const badReviews = [...data.badReviews, event.reviewId];
      return { lastReview: "bad", badReviews, standingReason: forReviews(event.asOf, badReviews) };
    },
  }),
  note_row_of_reviews: update({
    title: { en: "note the row of bad reviews and begin a new count", zh: "登记连续差评并重新计次" },
    needs: ["event.asOf", "event.reviewId", "data.badReviews"],
    change: ({ event, data }) => ({
      lastReview: "bad",
      badReviews: [],
      standingReason: forReviews(event.asOf, [...data.badReviews, event.reviewId]),
    }),
  }),
  note_fair_review: update({
    title: { en: "end the row of bad reviews", zh: "连续差评归零" },
    needs: [],
    change: () => ({ lastReview: "fair", badReviews: [] }),
  }),
  begin_remediation: update({
    title: { en: "note cause and verifier, and set the deadline", zh: "登记事由与核验人，设定期限" },
    needs: ["event.asOf", "event.cause", "event.planId", "event.verifier", "facts.remediationDays"],
    change: ({ event, facts }) => ({
      ...remedying(event.verifier, deadline(event.asOf, facts)),
      standingReason: { on: event.asOf, ground: event.cause, evidence: [event.planId] },
    }),
  }),
  begin_remediation_by_reviews: update({
    title: { en: "name the verifier and set the deadline", zh: "指定核验人并设定期限" },
    needs: ["event.asOf", "facts.remediationOwner", "facts.remediationDays"],
    change: ({ event, facts }) => remedying(facts.remediationOwner, deadline(event.asOf, facts)),
  }),
  count_failed_check: update({
    title: { en: "count the failed check and set a new deadline", zh: "整改不合格计次，重设期限" },
    needs: ["event.asOf", "data.failedChecks", "facts.remediationDays"],
    change: ({ event, data, facts }) => ({ failedChecks: data.failedChecks + 1, remediationDue: deadline(event.asOf, facts) }),
  }),
  close_remediation: update({
    title: { en: "close the remediation", zh: "结束整改" },
    needs: [],
    change: () => ({ remediation: "none", failedChecks: 0, remediationDue: null, verifier: null }),
  }),
  accept_remediation: update({
    title: { en: "note that the remediation is accepted", zh: "登记整改合格" },
    needs: [],
    change: () => ({ remediation: "accepted", remediationDue: null, verifier: null }),
  }),
  begin_suspension: update({
    title: { en: "note cause and scope, and when it may and must end", zh: "登记事由与范围，及最早恢复日与最迟期限" },
    needs: ["event.asOf", "event.cause", "event.scope", "facts.suspensionMinimumDays", "facts.suspensionMostDays"],
    change: ({ event, facts }) => suspending(event.cause, event.scope, event.asOf, facts),
  }),
  begin_safety_suspension: update({
    title: { en: "note report and scope, and when it may and must end", zh: "登记报告与范围，及最早恢复日与最迟期限" },
    needs: ["event.asOf", "event.reportId", "event.scope", "facts.suspensionMinimumDays", "facts.suspensionMostDays"],
    change: ({ event, facts }) => suspending(SAFETY_EVENT, event.scope, event.asOf, facts, event.reportId),
  }),
  widen_suspension: update({
    title: { en: "add cause and scope, and move its earliest end", zh: "增加事由与范围，顺延最早恢复日" },
    needs: [
      "event.asOf",
      "event.cause",
      "event.scope",
      "data.suspensionCauses",
      "data.suspendedScopes",
      "data.suspensionMinimum",
      "facts.suspensionMinimumDays",
    ],
    change: ({ event, data, facts }) => widening(event.cause, event.scope, event.asOf, data, facts),
  }),
  widen_safety_suspension: update({
    // what was accepted before says nothing about a new event
    title: { en: "add report and scope, and move its earliest end", zh: "增加报告与范围，顺延最早恢复日" },
    needs: [
      "event.asOf",
      "event.reportId",
      "event.scope",
      "data.suspensionCauses",
      "data.suspendedScopes",
      "data.suspensionMinimum",
      "data.remediation",
      "facts.suspensionMinimumDays",
    ],
    change: ({ event, data, facts }) => ({
      ...widening(SAFETY_EVENT, event.scope, event.asOf, data, facts, event.reportId),
      ...(data.remediation === "accepted" ? noRemediation : {}),
    }),
  }),
  note_safety_breach: update({
    title: { en: "note the safety event as a breach, once", zh: "将安全事件记入违约记录，不重复登记" },
    needs: ["event.asOf", "event.reportId", "data.breaches"],
    change: ({ event, data }) => ({
      breaches: data.breaches.some(({ id }) => id === event.reportId)
        ? data.breaches
        : [...data.breaches, { id: event.reportId, kind: SAFETY_EVENT, date: event.asOf }],
    }),
  }),
  end_suspension: update({
    title: { en: "end the suspension", zh: "结束暂停" },
    needs: [],
    change: () => ({
      suspendedScopes: [],
      suspensionCauses: [],
      suspensionMinimum: null,
      suspensionLimit: null,
      ...noRemediation,
    }),
  }),
  note_base_level: update({
    title: { en: "note the level below", zh: "登记原级别" },
    needs: ["at.level"],
    change: ({ at }) => ({ baseLevel: at.level === "agent" ? "agent" : "distributor", reviewsBelow: 0 }),
  }),
  return_to_base_level: update({
    title: { en: "return to the level below", zh: "恢复原级别" },
    needs: [],
    change: () => ({ baseLevel: null, reviewsBelow: 0 }),
  }),
  count_below_floor: update({
    title: { en: "count the review below the floor", zh: "低于下限计次" },
    needs: ["data.reviewsBelow"],
    change: ({ data }) => ({ reviewsBelow: data.reviewsBelow + 1 }),
  }),
  end_count_below: update({
    title: { en: "end the count below the floor", zh: "低于下限计次归零" },
    needs: [],
    change: () => ({ reviewsBelow: 0 }),
  }),
};

const noRemediation = { remediation: "none", failedChecks: 0, remediationDue: null, verifier: null } as const;

function deadline(asOf: string, { remediationDays }: { readonly remediationDays: number }): string {
  return addDays(asOf, remediationDays);
}

function remedying(verifier: string, remediationDue: string): Partial<MemberData> {
  return { remediation: "open", failedChecks: 0, remediationDue, verifier };
}

function forReviews(on: string, evidence: readonly string[]): MemberData["standingReason"] {
  return { on, ground: "poor_performance", evidence };
}

interface Least {
  readonly suspensionMinimumDays: number;
}

function earliest(asOf: string, { suspensionMinimumDays }: Least): string {
  return addDays(asOf, suspensionMinimumDays);
}

function suspending(
  cause: string,
  scope: SuspensionScope,
  asOf: string,
  policy: Least & { readonly suspensionMostDays: number },
  ...evidence: readonly string[]
): Partial<MemberData> {
  return {
    suspensionCauses: [cause],
    suspendedScopes: [scope],
    suspensionMinimum: earliest(asOf, policy),
    suspensionLimit: addDays(asOf, policy.suspensionMostDays),
    standingReason: { on: asOf, ground: cause, evidence },
  };
}

/** A second suspension never loosens the first: causes and scopes add up, and the limit stays. */
function widening(
  cause: string,
  scope: SuspensionScope,
  asOf: string,
  data: { readonly [F in "suspensionCauses" | "suspendedScopes"]: MemberData[F] } & { readonly suspensionMinimum: string },
  policy: Least,
  ...evidence: readonly string[]
): Partial<MemberData> {
  return {
    suspensionCauses: [...new Set([...data.suspensionCauses, cause])],
    suspendedScopes: [...data.suspendedScopes, scope],
    suspensionMinimum: latestDate(data.suspensionMinimum, earliest(asOf, policy)),
    standingReason: { on: asOf, ground: cause, evidence },
  };
}
