/** What is noted with a member from its application to its last day. */
import { addMonths } from "../kernel/calendar-date.js";
import { fullMonthsBetween } from "../kernel/full-months-between.js";
import type { PromotionAgreement } from "./member-event.js";
import { memberKit } from "./member-kit.js";
import type { MemberData } from "./member-state.js";

const { update } = memberKit;

/** @internal */
export const relationshipUpdates = {
  note_exceptions: update({
    title: { en: "note the exceptions", zh: "登记各项例外" },
    needs: ["event.exceptions", "data.exceptions"],
    change: ({ event, data }) => ({ exceptions: [...data.exceptions, ...event.exceptions] }),
  }),
  note_exception: update({
    title: { en: "note the exception", zh: "登记例外" },
    needs: ["event.exception", "data.exceptions"],
    change: ({ event, data }) => ({ exceptions: [...data.exceptions, event.exception] }),
  }),
  note_agreement: update({
    title: { en: "note the agreement and its term", zh: "登记协议及期限" },
    needs: ["event.agreementId", "event.kind", "event.start", "event.end"],
    change: ({ event }) => ({
      agreementId: event.agreementId,
      agreementKind: event.kind,
      agreementStart: event.start,
      agreementEnd: endOf(event.end),
    }),
  }),
  begin_trial: update({
    title: { en: "begin the trial, which ends with its agreement", zh: "开始试销，随协议届满结束" },
    needs: ["data.agreementEnd"],
    change: ({ data }) => ({ trialEnd: data.agreementEnd }),
  }),
  begin_membership: update({
    title: { en: "note the first day and plan the first review", zh: "登记起始日并安排首次评估" },
    needs: ["event.asOf", "facts.reviewMonths"],
    change: ({ event, facts }) => ({
      memberSince: event.asOf,
      nextReviewOn: addMonths(event.asOf, facts.reviewMonths),
    }),
  }),
  plan_next_review: update({
    title: { en: "plan the next review", zh: "安排下次评估" },
    needs: ["event.asOf", "data.memberSince", "facts.reviewMonths"],
    change: ({ event, data, facts }) => {
      const reviews = Math.floor(fullMonthsBetween(data.memberSince, event.asOf) / facts.reviewMonths);
      return { nextReviewOn: addMonths(data.memberSince, facts.reviewMonths * (reviews + 1)) };
    },
  }),
  extend_trial: update({
    title: {
      en: "take the new trial agreement, move the end of the trial and count the extension",
      zh: "改用新试销协议，顺延试销期并计次",
    },
    needs: ["event.agreementId", "event.until", "data.trialEnd", "data.extensions"],
    change: ({ event, data }) => ({
      trialEnd: event.until,
      agreementId: event.agreementId,
      agreementStart: data.trialEnd,
      agreementEnd: event.until,
      extensions: data.extensions + 1,
    }),
  }),
  note_good_trial: update({
    title: { en: "note that the trial goes well", zh: "登记试销表现良好" },
    needs: [],
    change: () => ({ performance: "good" }),
  }),
  note_poor_trial: update({
    title: { en: "note that the trial does not go well", zh: "登记试销表现不佳" },
    needs: [],
    change: () => ({ performance: "poor" }),
  }),
  note_evaluation: update({
    title: { en: "note the manufacturer's evaluation", zh: "登记厂家评估结果" },
    needs: ["event.passed"],
    change: ({ event }) => ({ makerEvaluation: event.passed ? "passed" : "failed" }),
  }),
  take_distribution_agreement: update({
    title: { en: "take the new distribution agreement, and end the trial", zh: "改用新分销协议，结束试销" },
    needs: ["event.agreement"],
    change: ({ event }) => takenOver(event.agreement, "distribution"),
  }),
  take_agency_agreement: update({
    title: { en: "take the new agency agreement, and end any trial", zh: "改用新代理协议，结束试销" },
    needs: ["event.agreement"],
    change: ({ event }) => takenOver(event.agreement, "agency"),
  }),
  renew_agreement: update({
    title: { en: "note the agreement that now runs", zh: "登记续签协议" },
    needs: ["event.agreementId", "event.end"],
    change: ({ event }) => ({ agreementId: event.agreementId, agreementEnd: endOf(event.end) }),
  }),
  note_breach: update({
    title: { en: "note the breach", zh: "登记违约" },
    needs: ["event.breach", "data.breaches"],
    change: ({ event, data }) => ({ breaches: [...data.breaches, event.breach] }),
  }),
  resolve_breach: update({
    title: { en: "settle the dispute in the record", zh: "在记录中了结争议" },
    needs: ["event.breachId", "event.upheld", "data.breaches"],
    change: ({ event, data }) => ({
      breaches: data.breaches.flatMap((breach) => {
        if (breach.id !== event.breachId) return [breach];
        return event.upheld ? [{ id: breach.id, kind: breach.kind, date: breach.date }] : [];
      }),
    }),
  }),
};

function endOf(end: string): string | null {
  return end === "open" ? null : end;
}

function takenOver({ agreementId, start, end }: PromotionAgreement, agreementKind: "distribution" | "agency"): Partial<MemberData> {
  return { agreementId, agreementKind, agreementStart: start, agreementEnd: end ?? null, trialEnd: null };
}
