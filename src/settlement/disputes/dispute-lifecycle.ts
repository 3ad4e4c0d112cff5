/**
 * The whole life of a dispute, one arrow per line. Internal: hosts step it by the verbs over JSON.
 *
 * @internal
 */
import type { Machine } from "../../engine/machine.js";
import { addDays } from "../../kernel/calendar-date.js";
import { addDecimals, subtractDecimals } from "../../kernel/decimal.js";
import type { Catalogue, Words } from "../../kernel/message.js";
import { disputeMessages } from "../dispute-messages.js";
import { type DisputeState, disputeEffects, disputeEvents, disputeStates } from "./dispute.js";
import { type DisputeTypes, disputeGuards, disputeKit } from "./dispute-guards.js";

const { update } = disputeKit;

/** The catalogue's words, as the titles of the table. */
function titles<N extends string>(kind: "state" | "event" | "effect", names: readonly N[]): { readonly [P in N]: Words } {
  const words: Catalogue = disputeMessages;
  return Object.fromEntries(names.map((name) => [name, words[`settlement.dispute_${kind}.${name}`]])) as { readonly [P in N]: Words };
}

const updates = {
  await_answer: update({
    title: { en: "set the day by which it must be answered", zh: "确定答复期限" },
    needs: ["event.asOf", "facts.responseDays"],
    change: ({ event, facts }) => ({
      respondBy: addDays(event.asOf, facts.responseDays),
      lateOn: addDays(event.asOf, facts.responseDays + 1),
      appealBy: null,
      finalOn: null,
    }),
  }),
  no_longer_await: update({
    title: { en: "no answer is awaited any more", zh: "不再等待答复" },
    needs: [],
    change: () => ({ respondBy: null, lateOn: null }),
  }),
  reminded: update({ title: { en: "the reminder is sent", zh: "已提醒" }, needs: [], change: () => ({ lateOn: null }) }),
  concede_all: update({
    title: { en: "concede what is contested", zh: "认可全部争议金额" },
    needs: ["data.contested"],
    change: ({ data }) => ({ correction: data.contested }),
  }),
  concede_part: update({
    title: { en: "concede a part, with the ground", zh: "认可部分金额，并记录理由" },
    needs: ["event.amount", "event.ground"],
    change: ({ event }) => ({ correction: event.amount, ground: event.ground }),
  }),
  note_ground: update({
    title: { en: "note the ground", zh: "记录理由" },
    needs: ["event.ground"],
    change: ({ event }) => ({ ground: event.ground }),
  }),
  allow_appeal: update({
    title: { en: "set the days in which it can be taken higher", zh: "确定申诉期限" },
    needs: ["event.asOf", "facts.appealDays"],
    change: ({ event, facts }) => ({
      appealBy: addDays(event.asOf, facts.appealDays),
      finalOn: addDays(event.asOf, facts.appealDays + 1),
    }),
  }),
  answer_stands: update({
    title: { en: "the answer of the higher level stands", zh: "上级答复为最终答复" },
    needs: ["event.asOf"],
    change: ({ event }) => ({ appealBy: null, finalOn: event.asOf }),
  }),
  book: update({
    title: { en: "note the entry that booked it", zh: "记录更正分录" },
    needs: ["event.entryId", "data.correction", "data.contested", "data.corrected", "data.correctionIds"],
    change: ({ event, data }) => ({
      correction: null,
      corrected: addDecimals(data.corrected, data.correction),
      contested: subtractDecimals(data.contested, data.correction),
      correctionIds: [...data.correctionIds, event.entryId],
    }),
  }),
  contest_nothing: update({
    title: { en: "nothing is contested any more", zh: "不再有争议金额" },
    needs: [],
    change: () => ({ contested: "0", appealBy: null, finalOn: null }),
  }),
};

const unanswered = ["raised", "acknowledged"] as const;
const correction = { effect: "post_correction", with: ["data.memberId", "data.entryId", "data.amount", "data.correction"] } as const;

/** The machine. Its diagram is drawn from it. */
export const disputeLifecycle: Machine<DisputeTypes, DisputeState> = disputeKit.defineMachine({
  name: "dispute",
  title: { en: "Dispute", zh: "争议" },
  initial: "raised",
  final: ["closed", "withdrawn"],
  lastOn: "since",
  states: titles("state", disputeStates),
  events: titles("event", disputeEvents),
  effects: titles("effect", disputeEffects),
  guards: disputeGuards,
  updates,
  arrows: [
    { from: "raised", on: "acknowledged", when: "by_the_other_side", to: "acknowledged" },
    // the first answer
    {
      from: unanswered,
      on: "accepted",
      when: "by_the_other_side",
      to: "accepted",
      assign: ["concede_all", "no_longer_await"],
      then: [correction, "tell_raiser"],
    },
    {
      from: unanswered,
      on: "partlyAccepted",
      when: ["by_the_other_side", "less_than_contested"],
      to: "partly_accepted",
      assign: ["concede_part", "no_longer_await", "allow_appeal"],
      then: [correction, "tell_raiser"],
    },
    {
      from: unanswered,
      on: "refused",
      when: "by_the_other_side",
      to: "refused",
      assign: ["note_ground", "no_longer_await", "allow_appeal"],
      then: ["tell_raiser"],
    },
    // silence goes higher by itself; a late first answer still counts until the day has been offered
    { from: unanswered, on: "dayPassed", dueOn: "lateOn", to: "escalated", assign: "await_answer", then: ["tell_superior"] },
    {
      from: ["partly_accepted", "refused"],
      on: "escalated",
      when: ["by_the_raiser", "appeal_open", "nothing_to_book"],
      to: "escalated",
      assign: "await_answer",
      then: ["tell_superior"],
    },
    // the answer of the higher level, which stands, whichever side it is of
    { from: "escalated", on: "accepted", to: "accepted", assign: ["concede_all", "no_longer_await"], then: [correction, "tell_raiser"] },
    {
      from: "escalated",
      on: "partlyAccepted",
      when: "less_than_contested",
      to: "partly_accepted",
      assign: ["concede_part", "no_longer_await", "answer_stands"],
      then: [correction, "tell_raiser"],
    },
    { from: "escalated", on: "refused", to: "refused", assign: ["note_ground", "no_longer_await", "answer_stands"], then: ["tell_raiser"] },
    { from: "escalated", on: "dayPassed", dueOn: "lateOn", to: "=", assign: "reminded", then: ["remind_superior"] },
    // the end: what is conceded is booked before anything is released
    { from: "accepted", on: "corrected", when: ["to_be_booked", "by_a_new_entry"], to: "closed", assign: "book", then: ["release_held"] },
    { from: "partly_accepted", on: "corrected", when: ["to_be_booked", "by_a_new_entry"], to: "=", assign: "book" },
    {
      from: "partly_accepted",
      on: "dayPassed",
      dueOn: "finalOn",
      when: "nothing_to_book",
      to: "closed",
      assign: "contest_nothing",
      then: ["release_held"],
    },
    { from: "refused", on: "dayPassed", dueOn: "finalOn", to: "closed", assign: "contest_nothing", then: ["release_held"] },
    {
      from: ["raised", "acknowledged", "refused", "partly_accepted", "escalated"],
      on: "withdrawn",
      when: ["by_the_raiser", "nothing_to_book"],
      to: "withdrawn",
      assign: ["contest_nothing", "no_longer_await"],
      then: ["release_held"],
    },
  ],
});
