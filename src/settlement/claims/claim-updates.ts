/**
 * What a claim notes down when it moves.
 *
 * @internal
 */
import { addDays } from "../../kernel/calendar-date.js";
import { claimKit } from "./claim-guards.js";

const { update } = claimKit;

/** The first day after so many days. Nothing agreed: none. */
function dayAfter(day: string, days: number | null | undefined): string | null {
  return typeof days === "number" ? addDays(day, days + 1) : null;
}

export const claimUpdates = {
  note_submission: update({
    title: { en: "note that it was handed in", zh: "记录提交" },
    needs: ["event.asOf", "data.submissions"],
    reads: ["facts.decisionDays"],
    change: ({ event, data, facts }) => ({
      submissions: data.submissions + 1,
      approved: null,
      ground: null,
      lapsesOn: null,
      overdueOn: dayAfter(event.asOf, facts.decisionDays),
    }),
  }),
  note_claimed: update({
    title: { en: "note what is asked now", zh: "记录现索赔金额" },
    needs: ["event.amount"],
    change: ({ event }) => ({ claimed: event.amount }),
  }),
  note_question: update({
    title: { en: "note what is asked for", zh: "记录所需资料" },
    needs: ["event.ground", "event.asOf"],
    reads: ["facts.informationDays"],
    change: ({ event, facts }) => ({ ground: event.ground, overdueOn: null, lapsesOn: dayAfter(event.asOf, facts.informationDays) }),
  }),
  note_answer: update({
    title: { en: "note that it goes on", zh: "记录恢复校验" },
    needs: ["event.asOf"],
    reads: ["facts.decisionDays"],
    change: ({ event, facts }) => ({ ground: null, lapsesOn: null, overdueOn: dayAfter(event.asOf, facts.decisionDays) }),
  }),
  note_granted: update({
    title: { en: "note what is granted", zh: "记录批准金额" },
    needs: ["event.amount", "event.asOf"],
    reads: ["event.ground", "facts.paymentDays"],
    change: ({ event, facts }) => ({
      approved: event.amount,
      ground: event.ground ?? null,
      overdueOn: dayAfter(event.asOf, facts.paymentDays),
    }),
  }),
  note_rejection: update({
    title: { en: "note the rejection", zh: "记录驳回" },
    needs: ["event.ground", "event.asOf"],
    reads: ["facts.resubmissionDays"],
    change: ({ event, facts }) => ({
      approved: "0",
      ground: event.ground,
      overdueOn: null,
      lapsesOn: dayAfter(event.asOf, facts.resubmissionDays),
    }),
  }),
  note_dispute: update({
    title: { en: "note the dispute", zh: "记录争议" },
    needs: ["event.ground", "event.asOf"],
    reads: ["facts.decisionDays"],
    change: ({ event, facts }) => ({ ground: event.ground, lapsesOn: null, overdueOn: dayAfter(event.asOf, facts.decisionDays) }),
  }),
  note_payment_term: update({
    title: { en: "plan the payment", zh: "安排付款" },
    needs: ["event.ground", "event.asOf"],
    reads: ["facts.paymentDays"],
    change: ({ event, facts }) => ({ ground: event.ground, overdueOn: dayAfter(event.asOf, facts.paymentDays) }),
  }),
  note_reopening: update({
    title: { en: "void the decision", zh: "撤销原决定" },
    needs: ["event.asOf"],
    reads: ["facts.decisionDays"],
    change: ({ event, facts }) => ({ approved: null, ground: null, overdueOn: dayAfter(event.asOf, facts.decisionDays) }),
  }),
  note_entry: update({
    title: { en: "note the entry", zh: "记录分录" },
    needs: ["event.entryId"],
    change: ({ event }) => ({ entryId: event.entryId }),
  }),
  note_payment: update({
    title: { en: "note the payment", zh: "记录付款" },
    needs: ["event.paymentId"],
    change: ({ event }) => ({ paymentId: event.paymentId, overdueOn: null }),
  }),
  note_ground: update({
    title: { en: "note the ground", zh: "记录原因" },
    needs: ["event.ground"],
    change: ({ event }) => ({ ground: event.ground, overdueOn: null, lapsesOn: null }),
  }),
  note_told: update({
    title: { en: "remind once", zh: "仅提醒一次" },
    needs: ["data.since"],
    change: () => ({ overdueOn: null }),
  }),
};
