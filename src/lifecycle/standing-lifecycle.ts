/** How a member stands: warned, in remediation, suspended, and back. */
import { applicationGuards } from "./application-guards.js";
import { memberEffects } from "./member-effect.js";
import { memberKit, pick } from "./member-kit.js";
import { memberWords } from "./member-words.js";
import { reviewGuards } from "./review-guards.js";
import { standingGuards } from "./standing-guards.js";
import { standingUpdates } from "./standing-updates.js";

/** By event, on which conditions a member loses its good standing. A strategic partner loses its level on the same. @internal */
export const lossOfGoodStanding = {
  warned: ["in_relationship", "ground_given"],
  reviewed: ["in_relationship", "grade_bad", "review_new"],
  remediationOpened: ["in_relationship", "cause_for_remediation", "plan_given", "verifier_fits", "remediation_not_open"],
  suspended: ["in_relationship", "cause_for_suspension", "scope_stated"],
  safetyEventReported: ["in_relationship", "scope_stated"],
} as const;

const row = [...lossOfGoodStanding.reviewed, "row_complete"] as const;
const resumption = [
  "in_relationship",
  "causes_cleared",
  "remediation_not_open",
  "safety_remedied",
  "safety_confirmed",
  "minimum_served",
] as const;
const freezing = [{ effect: "freeze_orders", with: ["event.scope"] }, "pause_registrations", "notify"] as const;
const releasing = ["release_orders", "resume_registrations", "notify"] as const;

/** @internal */
export const standingLifecycle = memberKit.defineMachine({
  name: "standing",
  title: { en: "Standing", zh: "合作状况" },
  initial: "good",
  final: [],
  states: {
    good: { en: "good", zh: "良好" },
    watch: { en: "under watch", zh: "观察" },
    remediation: { en: "in remediation", zh: "整改" },
    suspended: { en: "suspended", zh: "暂停" },
  },
  events: pick(
    memberWords,
    "warned",
    "reviewed",
    "remediationOpened",
    "remediationAccepted",
    "remediationRejected",
    "suspended",
    "safetyEventReported",
    "resumed",
  ),
  effects: pick(
    memberEffects,
    "notify",
    "form_task_group",
    "lift_limits",
    "freeze_orders",
    "pause_registrations",
    "release_orders",
    "resume_registrations",
  ),
  guards: {
    ...pick(applicationGuards, "ground_given"),
    ...pick(reviewGuards, "in_relationship", "review_new", "grade_bad", "grade_fair", "row_complete", "row_means_remediation"),
    ...pick(
      standingGuards,
      "cause_for_remediation",
      "plan_given",
      "verifier_fits",
      "by_verifier",
      "remediation_open",
      "remediation_not_open",
      "checks_left",
      "cause_for_suspension",
      "scope_stated",
      "causes_cleared",
      "safety_remedied",
      "safety_confirmed",
      "minimum_served",
      "to_good",
      "to_watch",
    ),
  },
  updates: pick(
    standingUpdates,
    "note_warning",
    "note_bad_review",
    "note_row_of_reviews",
    "note_fair_review",
    "begin_remediation",
    "begin_remediation_by_reviews",
    "count_failed_check",
    "close_remediation",
    "accept_remediation",
    "begin_suspension",
    "begin_safety_suspension",
    "widen_suspension",
    "widen_safety_suspension",
    "note_safety_breach",
    "end_suspension",
  ),
  // biome-ignore format: one arrow per line
  arrows: [
    // warning
    { from: ["good", "watch"], on: "warned", when: lossOfGoodStanding.warned, to: "watch", assign: "note_warning", then: [{ effect: "notify", with: ["event.ground"] }] },

    // reviews: a bad one puts under watch, several in a row do what the policy says, a fair one clears
    { from: ["good", "watch"], on: "reviewed", when: [...row, "row_means_remediation"], to: "remediation", assign: ["note_row_of_reviews", "begin_remediation_by_reviews"], then: ["form_task_group", "notify"] },
    { from: ["good", "watch"], on: "reviewed", when: row, to: "watch", assign: "note_row_of_reviews", then: ["notify"] },
    { from: ["good", "watch"], on: "reviewed", when: lossOfGoodStanding.reviewed, to: "watch", assign: "note_bad_review", then: ["notify"] },
    { from: ["good", "watch"], on: "reviewed", when: ["in_relationship", "grade_fair"], to: "good", assign: "note_fair_review" },
    { from: ["remediation", "suspended"], on: "reviewed", when: row, to: "=", assign: "note_row_of_reviews", then: ["notify"] },
    { from: ["remediation", "suspended"], on: "reviewed", when: lossOfGoodStanding.reviewed, to: "=", assign: "note_bad_review", then: ["notify"] },
    { from: ["remediation", "suspended"], on: "reviewed", when: ["in_relationship", "grade_fair"], to: "=", assign: "note_fair_review" },

    // remediation, which may run beside a suspension
    { from: ["good", "watch"], on: "remediationOpened", when: lossOfGoodStanding.remediationOpened, to: "remediation", assign: "begin_remediation", then: ["form_task_group", "notify"] },
    { from: "suspended", on: "remediationOpened", when: lossOfGoodStanding.remediationOpened, to: "=", assign: "begin_remediation", then: ["form_task_group", "notify"] },
    { from: "remediation", on: "remediationAccepted", when: ["in_relationship", "by_verifier"], to: "good", assign: "close_remediation", then: ["lift_limits", "notify"] },
    { from: "suspended", on: "remediationAccepted", when: ["in_relationship", "remediation_open", "by_verifier"], to: "=", assign: "accept_remediation", then: ["notify"] },
    { from: ["remediation", "suspended"], on: "remediationRejected", when: ["in_relationship", "remediation_open", "by_verifier", "checks_left"], to: "=", assign: "count_failed_check", then: ["notify"] },

    // suspension: by rule, or at once after a safety event
    { from: ["good", "watch", "remediation"], on: "suspended", when: lossOfGoodStanding.suspended, to: "suspended", assign: "begin_suspension", then: freezing },
    { from: "suspended", on: "suspended", when: lossOfGoodStanding.suspended, to: "=", assign: "widen_suspension", then: freezing },
    { from: ["good", "watch", "remediation"], on: "safetyEventReported", when: lossOfGoodStanding.safetyEventReported, to: "suspended", assign: ["begin_safety_suspension", "note_safety_breach"], then: freezing },
    { from: "suspended", on: "safetyEventReported", when: lossOfGoodStanding.safetyEventReported, to: "=", assign: ["widen_safety_suspension", "note_safety_breach"], then: freezing },
    { from: "suspended", on: "resumed", when: [...resumption, "to_good"], to: "good", assign: "end_suspension", then: releasing },
    { from: "suspended", on: "resumed", when: [...resumption, "to_watch"], to: "watch", assign: "end_suspension", then: releasing },
  ],
});
