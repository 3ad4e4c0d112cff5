/**
 * The whole life of a claim, one arrow per line. Internal: hosts step it by the verbs over JSON.
 *
 * @internal
 */
import type { Machine } from "../../engine/machine.js";
import type { Catalogue, Words } from "../../kernel/message.js";
import { claimLifeMessages } from "../claim-life-messages.js";
import { type ClaimTypes, claimGuards, claimKit } from "./claim-guards.js";
import { type ClaimState, claimEffects, claimEvents, claimStates } from "./claim-life.js";
import { claimUpdates } from "./claim-updates.js";

/** The catalogue's words, as the titles of the table. */
function titles<N extends string>(kind: "state" | "event" | "effect", names: readonly N[]): { readonly [P in N]: Words } {
  const words: Catalogue = claimLifeMessages;
  return Object.fromEntries(names.map((name) => [name, words[`settlement.claim_${kind}.${name}`]])) as { readonly [P in N]: Words };
}

export const claimLifecycle: Machine<ClaimTypes, ClaimState> = claimKit.defineMachine({
  name: "claim",
  title: { en: "Life of a claim", zh: "索赔的生命周期" },
  initial: "draft",
  final: ["closed", "reversed", "withdrawn", "lapsed"],
  lastOn: "since",
  states: titles("state", claimStates),
  events: titles("event", claimEvents),
  effects: titles("effect", claimEffects),
  guards: claimGuards,
  updates: claimUpdates,
  arrows: [
    // handing in
    {
      from: "draft",
      on: "submitted",
      when: ["by_the_claimant", "not_lapsed"],
      to: "submitted",
      assign: "note_submission",
      then: ["validate_claim"],
    },
    {
      from: "rejected",
      on: "resubmitted",
      when: ["by_the_claimant", "not_lapsed"],
      to: "submitted",
      assign: ["note_submission", "note_claimed"],
      then: ["validate_claim"],
    },
    { from: "submitted", on: "validationBegan", when: "by_the_manufacturer", to: "validating" },
    {
      from: "validating",
      on: "informationRequested",
      when: "by_the_manufacturer",
      to: "info_requested",
      assign: "note_question",
      then: ["tell_member"],
    },
    {
      from: "info_requested",
      on: "informationGiven",
      when: ["by_the_claimant", "not_lapsed"],
      to: "validating",
      assign: "note_answer",
      then: ["validate_claim"],
    },
    // the decision
    {
      from: "validating",
      on: "approved",
      when: ["by_the_manufacturer", "validated", "all_granted", "within_allocation"],
      to: "approved",
      assign: "note_granted",
      then: ["tell_member", "post_entry"],
    },
    {
      from: "validating",
      on: "approved",
      when: ["by_the_manufacturer", "part_granted", "within_allocation"],
      to: "partly_approved",
      assign: "note_granted",
      then: ["tell_member", "post_entry"],
      note: { en: "what failed validation is what is not granted", zh: "未通过校验的部分即未批准的部分" },
    },
    {
      from: "validating",
      on: "rejected",
      when: "by_the_manufacturer",
      to: "rejected",
      assign: "note_rejection",
      then: ["tell_member", "release_reservation"],
    },
    // the dispute
    {
      from: ["rejected", "partly_approved"],
      on: "disputed",
      when: ["by_the_member", "not_lapsed"],
      to: "disputed",
      assign: "note_dispute",
      then: ["hold_entry"],
    },
    { from: "disputed", on: "disputeUpheld", to: "validating", assign: "note_reopening", then: ["tell_member"] },
    {
      from: "disputed",
      on: "disputeDismissed",
      when: "was_granted_in_part",
      to: "partly_approved",
      assign: "note_payment_term",
      then: ["tell_member", "post_entry"],
    },
    { from: "disputed", on: "disputeDismissed", when: "was_rejected", to: "closed", assign: "note_ground", then: ["tell_member"] },
    // the money
    {
      from: ["approved", "partly_approved"],
      on: "booked",
      when: ["by_the_manufacturer", "booked_as_granted"],
      to: "payable",
      assign: "note_entry",
      then: ["pay_claim"],
    },
    { from: "payable", on: "paid", when: "by_the_manufacturer", to: "paid", assign: "note_payment", then: ["tell_member"] },
    {
      from: ["payable", "paid"],
      on: "reversed",
      when: "by_the_manufacturer",
      to: "reversed",
      assign: "note_ground",
      then: ["post_reversal", "tell_member"],
      note: { en: "what is booked is never changed, only reversed by another entry", zh: "已入账者不得更改，只能以另一分录冲销" },
    },
    { from: "rejected", on: "closed", to: "closed" },
    {
      from: ["draft", "submitted", "validating", "info_requested", "rejected", "disputed"],
      on: "withdrawn",
      when: "by_the_claimant",
      to: "withdrawn",
      assign: "note_ground",
      then: ["release_reservation"],
    },
    // time
    { from: "draft", on: "dayPassed", dueOn: "lapsesOn", to: "lapsed", then: ["tell_member", "release_reservation"] },
    {
      from: "info_requested",
      on: "dayPassed",
      dueOn: "lapsesOn",
      to: "validating",
      assign: "note_answer",
      then: ["validate_claim", "tell_member"],
      note: { en: "what was not given in time is decided on without it", zh: "逾期未补充者，按现有资料审核" },
    },
    { from: "rejected", on: "dayPassed", dueOn: "lapsesOn", to: "closed" },
    {
      from: ["submitted", "validating", "disputed"],
      on: "dayPassed",
      dueOn: "overdueOn",
      to: "=",
      assign: "note_told",
      then: ["remind_decision"],
    },
    {
      from: ["approved", "partly_approved", "payable"],
      on: "dayPassed",
      dueOn: "overdueOn",
      to: "=",
      assign: "note_told",
      then: ["remind_payment"],
    },
  ],
});
