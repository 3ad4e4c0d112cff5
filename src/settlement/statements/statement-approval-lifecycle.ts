/**
 * How a statement is signed off, one arrow per line. Internal: hosts step it by the verbs over JSON.
 *
 * @internal
 */
import { type Machine, type MachineKit, machineKit } from "../../engine/machine-kit.js";
import { addDays } from "../../kernel/calendar-date.js";
import { latestDate } from "../../kernel/compare-dates.js";
import type { Catalogue, Words } from "../../kernel/message.js";
import { statementApprovalMessages } from "../statement-approval-messages.js";
import {
  type StatementApprovalData,
  type StatementApprovalEffect,
  type StatementApprovalEvent,
  type StatementApprovalFacts,
  type StatementApprovalState,
  statementApprovalEffects,
  statementApprovalEvents,
  statementApprovalStates,
} from "./statement-approval.js";

export interface StatementApprovalTypes {
  readonly event: StatementApprovalEvent;
  readonly data: StatementApprovalData;
  readonly facts: StatementApprovalFacts;
  readonly effect: StatementApprovalEffect;
}

const kit: MachineKit<StatementApprovalTypes> = machineKit<StatementApprovalTypes>();
const { guard, update } = kit;

/** The catalogue's words, as the titles of the table. */
function titles<N extends string>(kind: "state" | "event" | "effect", names: readonly N[]): { readonly [P in N]: Words } {
  const words: Catalogue = statementApprovalMessages;
  return Object.fromEntries(names.map((name) => [name, words[`settlement.approval_${kind}.${name}`]])) as { readonly [P in N]: Words };
}

const guards = {
  in_order: guard({
    title: { en: "it does not come before what was recorded last", zh: "不早于上一条记录" },
    needs: ["event.asOf", "data.since"],
    test: ({ event, data }) => event.asOf >= data.since,
  }),
  by_the_approver: guard({
    title: { en: "it is approved by the approver, who did not draw it", zh: "由审批人审批，且审批人不是编制人" },
    needs: ["event.by", "data.approver", "data.preparedBy"],
    test: ({ event, data }) => event.by === data.approver && event.by !== data.preparedBy,
  }),
  silence_confirms: guard({
    title: { en: "it was agreed that silence confirms", zh: "约定逾期未答复视为确认" },
    needs: ["data.silence"],
    test: ({ data }) => data.silence === "confirms",
  }),
};

const updates = {
  note_day: update({
    title: { en: "note the day", zh: "记录日期" },
    needs: ["event.asOf", "data.since"],
    change: ({ event, data }) => ({ since: latestDate(event.asOf, data.since) }),
  }),
  note_approval: update({
    title: { en: "note the approval", zh: "记录审批" },
    needs: ["event.asOf"],
    change: ({ event }) => ({ approvedOn: event.asOf }),
  }),
  await_answer: update({
    title: { en: "set the day by which the member answers", zh: "确定成员答复期限" },
    needs: ["event.asOf", "facts.answerDays"],
    change: ({ event, facts }) => ({
      answerBy: addDays(event.asOf, facts.answerDays),
      silentOn: addDays(event.asOf, facts.answerDays + 1),
    }),
  }),
  note_confirmation: update({
    title: { en: "note the confirmation", zh: "记录确认" },
    needs: ["event.asOf"],
    change: ({ event }) => ({ confirmedOn: event.asOf, answerBy: null, silentOn: null }),
  }),
  note_objection: update({
    title: { en: "note the objection", zh: "记录异议" },
    needs: ["event.ground"],
    change: ({ event }) => ({ ground: event.ground, answerBy: null, silentOn: null }),
  }),
  note_successor: update({
    title: { en: "note the statement that follows", zh: "记录替换的对账单" },
    needs: ["event.successorId"],
    change: ({ event }) => ({ successorId: event.successorId, answerBy: null, silentOn: null }),
  }),
  reminded: update({ title: { en: "the reminder is sent", zh: "已提醒" }, needs: [], change: () => ({ silentOn: null }) }),
};

/** The machine. Its diagram is drawn from it. */
export const statementApprovalLifecycle: Machine<StatementApprovalTypes, StatementApprovalState> = kit.defineMachine({
  name: "statement_approval",
  title: { en: "Approval of a statement", zh: "对账单确认" },
  initial: "drafted",
  final: ["confirmed", "taken_as_confirmed", "replaced"],
  states: titles("state", statementApprovalStates),
  events: titles("event", statementApprovalEvents),
  effects: titles("effect", statementApprovalEffects),
  guards,
  updates,
  arrows: [
    {
      from: "drafted",
      on: "approved",
      when: ["in_order", "by_the_approver"],
      to: "approved",
      assign: ["note_approval", "note_day"],
      then: ["send_statement"],
    },
    { from: "approved", on: "sent", when: "in_order", to: "sent", assign: ["await_answer", "note_day"], then: ["ask_member"] },
    {
      from: "sent",
      on: "confirmed",
      when: "in_order",
      to: "confirmed",
      assign: ["note_confirmation", "note_day"],
      then: ["release_payment"],
    },
    { from: "sent", on: "objected", when: "in_order", to: "objected", assign: ["note_objection", "note_day"], then: ["settle_objection"] },
    // silence, as agreed
    {
      from: "sent",
      on: "dayPassed",
      dueOn: "silentOn",
      when: "silence_confirms",
      to: "taken_as_confirmed",
      assign: ["note_confirmation", "note_day"],
      then: ["release_payment"],
    },
    { from: "sent", on: "dayPassed", dueOn: "silentOn", to: "=", assign: ["reminded", "note_day"], then: ["remind_member"] },
    // an objection is settled and confirmed as it stands, or another statement is drawn
    {
      from: "objected",
      on: "confirmed",
      when: "in_order",
      to: "confirmed",
      assign: ["note_confirmation", "note_day"],
      then: ["release_payment"],
    },
    {
      from: ["drafted", "approved", "sent", "objected"],
      on: "replaced",
      when: "in_order",
      to: "replaced",
      assign: ["note_successor", "note_day"],
    },
  ],
});
