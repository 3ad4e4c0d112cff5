/**
 * How a statement is signed off, one arrow per line. Internal: hosts step it by the verbs over JSON.
 *
 * @internal
 */
import type { Machine, MachineKit } from "../../engine/machine.js";
import { roomKit } from "../../engine/room-kit.js";
import { addDays } from "../../kernel/calendar-date.js";
import type { Catalogue, Words } from "../../kernel/message.js";
import { statementApprovalMessages } from "../statement-approval-messages.js";
import {
  type StatementApprovalData,
  type StatementApprovalEffect,
  type StatementApprovalEvent,
  type StatementApprovalFacts,
  type StatementApprovalSignature,
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

const kit: MachineKit<StatementApprovalTypes> = roomKit<StatementApprovalTypes>();
const { guard, update } = kit;

/** The catalogue's words, as the titles of the table. */
function titles<N extends string>(kind: "state" | "event" | "effect", names: readonly N[]): { readonly [P in N]: Words } {
  const words: Catalogue = statementApprovalMessages;
  return Object.fromEntries(names.map((name) => [name, words[`settlement.approval_${kind}.${name}`]])) as { readonly [P in N]: Words };
}

/** The signature that is waited for. */
export const nextSignature = (approvals: readonly StatementApprovalSignature[]): StatementApprovalSignature | undefined =>
  approvals.find(({ on }) => on === null);

const guards = {
  by_the_manufacturer: guard({
    title: { en: "it comes from the manufacturer", zh: "由厂商一方作出" },
    needs: ["event.side"],
    test: ({ event }) => event.side === "manufacturer",
  }),
  by_the_member: guard({
    title: { en: "it comes from the member", zh: "由成员一方作出" },
    needs: ["event.side"],
    test: ({ event }) => event.side === "member",
  }),
  by_the_approver: guard({
    title: {
      en: "it is approved by the approver of the level whose turn it is, who neither drew it nor approved it before",
      zh: "由当前级别的审批人审批，且其既非编制人，也未在其他级别审批",
    },
    needs: ["event.by", "data.approvals", "data.preparedBy"],
    test: ({ event, data }) => {
      const turn = nextSignature(data.approvals);
      const before = data.approvals.some(({ by, on }) => by === event.by && on !== null);
      return event.by === turn?.by && event.by !== data.preparedBy && !before;
    },
  }),
  another_level: guard({
    title: { en: "another level has to approve after it", zh: "其后尚有级别须审批" },
    needs: ["data.approvals"],
    test: ({ data }) => data.approvals.filter(({ on }) => on === null).length > 1,
  }),
  silence_confirms: guard({
    title: { en: "it was agreed that silence confirms", zh: "约定逾期未答复视为确认" },
    needs: ["data.silence"],
    test: ({ data }) => data.silence === "confirms",
  }),
};

const updates = {
  sign: update({
    title: { en: "note the approval of this level", zh: "记录本级审批" },
    needs: ["event.asOf", "data.approvals"],
    change: ({ event, data }) => {
      const turn = nextSignature(data.approvals);
      return { approvals: data.approvals.map((one) => (one === turn ? { ...one, on: event.asOf } : one)) };
    },
  }),
  note_approval: update({
    title: { en: "note that every level has approved", zh: "记录全部审批完成" },
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
  lastOn: "since",
  states: titles("state", statementApprovalStates),
  events: titles("event", statementApprovalEvents),
  effects: titles("effect", statementApprovalEffects),
  guards,
  updates,
  arrows: [
    // the manufacturer's people, level by level
    {
      from: "drafted",
      on: "approved",
      when: ["by_the_manufacturer", "by_the_approver", "another_level"],
      to: "=",
      assign: "sign",
      then: ["ask_next_level"],
    },
    {
      from: "drafted",
      on: "approved",
      when: ["by_the_manufacturer", "by_the_approver"],
      to: "approved",
      assign: ["sign", "note_approval"],
      then: ["send_statement"],
    },
    { from: "approved", on: "sent", when: "by_the_manufacturer", to: "sent", assign: "await_answer", then: ["ask_member"] },
    // the member's answer
    { from: "sent", on: "confirmed", when: "by_the_member", to: "confirmed", assign: "note_confirmation", then: ["release_payment"] },
    { from: "sent", on: "objected", when: "by_the_member", to: "objected", assign: "note_objection", then: ["settle_objection"] },
    // silence, as agreed
    {
      from: "sent",
      on: "dayPassed",
      dueOn: "silentOn",
      when: "silence_confirms",
      to: "taken_as_confirmed",
      assign: "note_confirmation",
      then: ["release_payment"],
    },
    { from: "sent", on: "dayPassed", dueOn: "silentOn", to: "=", assign: "reminded", then: ["remind_member"] },
    // an objection is settled and the member confirms the statement as it stands, or another one is drawn
    { from: "objected", on: "confirmed", when: "by_the_member", to: "confirmed", assign: "note_confirmation", then: ["release_payment"] },
    {
      from: ["drafted", "approved", "sent", "objected"],
      on: "replaced",
      when: "by_the_manufacturer",
      to: "replaced",
      assign: "note_successor",
    },
  ],
});
