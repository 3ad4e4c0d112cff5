/**
 * The whole life of an agreement, one arrow per line. Internal: hosts step it by the verbs over JSON.
 *
 * @internal
 */
import type { Machine } from "../engine/machine.js";
import type { Effect } from "../engine/state-table.js";
import type { Catalogue, Words } from "../kernel/message.js";
import { type AgreementTypes, agreementGuards, agreementKit } from "./agreement-guards.js";
import { type AgreementEffect, type AgreementState, agreementEffects, agreementEvents, agreementStates } from "./agreement-life.js";
import { agreementUpdates } from "./agreement-updates.js";
import { lifeMessages } from "./life-messages.js";

/** The catalogue's words, as the titles of the table. */
function titles<N extends string>(kind: "state" | "event" | "effect", names: readonly N[]): { readonly [P in N]: Words } {
  const words: Catalogue = lifeMessages;
  return Object.fromEntries(names.map((name) => [name, words[`agreements.${kind}.${name}`]])) as { readonly [P in N]: Words };
}

/** Tells the life of the member what became of its agreement. */
const tell = (event: string): Effect<AgreementEffect> => ({ effect: "tell_member_life", params: { event } });

const ended = (event: string): readonly (AgreementEffect | Effect<AgreementEffect>)[] => [
  "stop_new_orders",
  "keep_surviving_clauses",
  "review_compensation",
  tell(event),
];

const IN_FORCE = ["active", "expiring"] as const;
const LIVING = ["active", "expiring", "suspended"] as const;

/** The machine. Its diagram is drawn from it. */
export const agreementLifecycle: Machine<AgreementTypes, AgreementState> = agreementKit.defineMachine({
  name: "agreement",
  title: { en: "Agreement", zh: "协议" },
  initial: "draft",
  final: ["renewed", "expired", "terminated", "cancelled"],
  lastOn: "since",
  states: titles("state", agreementStates),
  events: titles("event", agreementEvents),
  effects: titles("effect", agreementEffects),
  guards: agreementGuards,
  updates: agreementUpdates,
  arrows: [
    // the text and its approval
    { from: "draft", on: "redrafted", when: "same_agreement", to: "=", assign: ["take_text", "note_drafter"] },
    { from: "draft", on: "submitted", to: "in_review", assign: "note_drafter", then: ["request_approval"] },
    { from: "in_review", on: "approved", when: ["may_approve", "not_own_draft"], to: "=", assign: "note_approval" },
    { from: "in_review", on: "returned", to: "draft", assign: ["void_approval", "note_ground"], then: ["return_to_drafters"] },
    // negotiation and signature
    { from: "in_review", on: "negotiationOpened", when: ["text_approved", "plan_approved", "may_negotiate"], to: "negotiation" },
    {
      from: "negotiation",
      on: "redrafted",
      when: "same_agreement",
      to: "in_review",
      assign: ["take_text", "note_drafter", "void_approval"],
      then: ["request_approval"],
      note: { en: "what was approved is what is signed", zh: "签署的须是审批过的文本" },
    },
    {
      from: "negotiation",
      on: "sentForSignature",
      when: ["clauses_complete", "credit_terms_agreed"],
      to: "out_for_signature",
      then: ["send_for_signature"],
    },
    { from: "out_for_signature", on: "returned", to: "negotiation", assign: "note_ground" },
    {
      from: "out_for_signature",
      on: "signed",
      when: ["may_sign", "text_approved", "in_writing", "term_running", "no_exclusive_overlap"],
      to: "signed",
      assign: "note_signature",
      then: ["file_signed_document", "record_version"],
    },
    { from: ["draft", "in_review", "negotiation", "out_for_signature"], on: "cancelled", to: "cancelled", assign: "note_ground" },
    { from: "signed", on: "cancelled", when: "in_writing", to: "cancelled", assign: "note_ground" },
    // time: ends come before beginnings
    { from: "signed", on: "dayPassed", dueOn: "end", to: "expired", then: [tell("agreementLapsed")] },
    {
      from: "signed",
      on: "dayPassed",
      dueOn: "start",
      when: ["authorized", "parties_qualified", "no_exclusive_overlap", "credit_terms_agreed"],
      to: "active",
      then: ["open_orders", tell("agreementActivated")],
    },
    { from: LIVING, on: "dayPassed", dueOn: "terminatesOn", to: "terminated", then: ended("agreementTerminated") },
    {
      from: IN_FORCE,
      on: "dayPassed",
      dueOn: "end",
      when: "renews_automatically",
      to: "active",
      assign: "prolong",
      then: ["record_version", tell("agreementProlonged")],
    },
    { from: IN_FORCE, on: "dayPassed", dueOn: "end", when: "renewal_agreed", to: "renewed", then: ["supersede", tell("agreementRenewed")] },
    { from: LIVING, on: "dayPassed", dueOn: "end", to: "expired", then: ended("agreementExpired") },
    { from: "active", on: "dayPassed", dueOn: "expiringFrom", to: "expiring", then: ["decide_before_end"] },
    // while it is in force
    {
      from: IN_FORCE,
      on: "amended",
      when: [
        "term_running",
        "same_agreement",
        "trial_not_prolonged",
        "may_sign",
        "in_writing",
        "clauses_complete",
        "new_credit_terms_agreed",
        "no_exclusive_overlap",
      ],
      to: "active",
      assign: "take_amendment",
      then: ["record_version", tell("agreementAmended")],
      note: { en: "its new end may be far again", zh: "新的期满日可能尚远" },
    },
    {
      from: IN_FORCE,
      on: "suspended",
      when: ["term_running", "may_suspend"],
      to: "suspended",
      assign: "note_ground",
      then: ["stop_new_orders", tell("agreementSuspended")],
    },
    {
      from: "suspended",
      on: "resumed",
      when: ["term_running", "may_suspend", "cause_cleared", "end_near"],
      to: "expiring",
      then: ["open_orders", tell("agreementResumed"), "decide_before_end"],
    },
    {
      from: "suspended",
      on: "resumed",
      when: ["term_running", "may_suspend", "cause_cleared"],
      to: "active",
      then: ["open_orders", tell("agreementResumed")],
    },
    {
      from: "expiring",
      on: "renewalAgreed",
      when: ["term_running", "not_a_trial", "no_notice_running", "may_sign", "successor_signed"],
      to: "=",
      assign: "note_successor",
    },
    // its end by people
    {
      from: LIVING,
      on: "noticeGiven",
      when: ["term_running", "notice_agreed", "no_notice_running"],
      to: "=",
      assign: ["serve_notice", "note_ground"],
      then: [tell("agreementNoticeGiven")],
    },
    {
      from: LIVING,
      on: "noticeWithdrawn",
      when: ["term_running", "notice_running", "in_writing"],
      to: "=",
      assign: "withdraw_notice",
      then: [tell("agreementNoticeWithdrawn")],
    },
    {
      from: LIVING,
      on: "terminated",
      when: ["term_running", "may_terminate", "by_consent", "in_writing"],
      to: "terminated",
      assign: "note_ground",
      then: ended("agreementTerminated"),
    },
    {
      from: LIVING,
      on: "terminated",
      when: ["term_running", "may_terminate", "for_cause", "cause_established"],
      to: "terminated",
      assign: "note_ground",
      then: ended("agreementTerminated"),
    },
  ],
});
