/** The relationship with a member, from the application to the exit. */
import { applicationGuards } from "./application-guards.js";
import { exitGuards } from "./exit-guards.js";
import { exitUpdates } from "./exit-updates.js";
import { memberEffects } from "./member-effect.js";
import { memberKit, pick } from "./member-kit.js";
import { memberWords } from "./member-words.js";
import { relationshipUpdates } from "./relationship-updates.js";
import { reviewGuards } from "./review-guards.js";
import { standingGuards } from "./standing-guards.js";

/** What a member must have before its first day. The level begins on the same conditions. @internal */
export const activation = {
  trial: ["for_trial", "training_done", "authorized", "term_begun", "term_not_over"],
  distributor: ["for_distribution", "training_done", "authorized", "term_begun", "term_not_over", "trial_served"],
  excepted: ["for_distribution", "training_done", "authorized", "term_begun", "term_not_over", "trial_excepted"],
  agent: ["for_agency", "training_done", "authorized", "term_begun", "term_not_over", "agent_admitted", "sole_agent"],
} as const;

/** What ends a trial by promotion. The level rises on the same conditions. @internal */
export const promotion = {
  distributor: [
    "in_trial",
    "standing_good",
    "breaches_tolerable",
    "performance_good",
    "maker_evaluation_passed",
    "agreement_new",
    "agreement_signed",
    "agreement_in_time",
    "agreement_runs",
  ],
  agent: [
    "in_trial",
    "standing_good",
    "breaches_tolerable",
    "agent_admitted",
    "sole_agent",
    "agreement_new",
    "agreement_signed",
    "agreement_in_time",
    "agreement_runs",
  ],
} as const;

/** What follows whenever somebody begins to leave. */
const leaving = ["open_exit_checklist", "take_back_stock", "notify"] as const;
const compensation = { effect: "review_compensation", with: ["data.jurisdiction"] } as const;
const ending = { effect: "end_agreement", with: ["data.exitOn"] } as const;
const freezing = { effect: "freeze_orders", params: { scope: { kind: "all" } } } as const;

/** @internal */
export const relationshipLifecycle = memberKit.defineMachine({
  name: "relationship",
  title: { en: "Relationship", zh: "合作关系" },
  initial: "prospect",
  final: ["rejected", "withdrawn", "expired", "exited"],
  states: {
    prospect: { en: "prospect", zh: "潜在成员" },
    applied: { en: "applied", zh: "已申请" },
    information_requested: { en: "information requested", zh: "待补资料" },
    approved: { en: "approved", zh: "已批准" },
    onboarding: { en: "onboarding", zh: "入网准备" },
    trial: { en: "on trial", zh: "试销中" },
    active: { en: "active", zh: "合作中" },
    exiting: { en: "exiting", zh: "退出中" },
    exited: { en: "exited", zh: "已退出" },
    rejected: { en: "rejected", zh: "已拒绝" },
    withdrawn: { en: "withdrawn", zh: "已撤回" },
    expired: { en: "expired", zh: "到期解除" },
  },
  events: pick(
    memberWords,
    "applied",
    "informationRequested",
    "informationSupplied",
    "decided",
    "exceptionRecorded",
    "withdrawn",
    "agreementSigned",
    "activated",
    "extended",
    "agreementRenewed",
    "agreementExpired",
    "agreementTerminated",
    "reviewed",
    "evaluated",
    "promotedToDistributor",
    "promotedToAgent",
    "breachRecorded",
    "breachResolved",
    "exposureRequested",
    "remediationRejected",
    "noticeGiven",
    "noticeRevoked",
    "eliminated",
    "terminatedForCause",
    "exitItemClosed",
    "exitItemReopened",
    "exitCompleted",
    "dayPassed",
  ),
  effects: pick(
    memberEffects,
    "start_review_clock",
    "notify",
    "open_agreement_draft",
    "revoke_access",
    "start_training",
    "record_exception",
    "grant_access",
    "cash_only",
    "review_credit",
    "dissolve_agreement",
    "freeze_orders",
    "close_registrations",
    "settle",
    "settle_claims",
    "release_deposit",
    "review_compensation",
    "take_back_stock",
    "open_exit_checklist",
    "end_agreement",
    "reassign_leads",
    "archive",
    "accept_exposure",
    "call_review",
  ),
  guards: {
    ...pick(
      applicationGuards,
      "documents_complete",
      "verdict_admits",
      "verdict_admits_with_exceptions",
      "verdict_lacks_information",
      "verdict_waits",
      "verdict_rejects",
      "exceptions_recorded",
      "exception_complete",
      "ground_given",
      "signs_trial",
      "signs_dealership",
      "agreement_complete",
      "term_ends",
      "term_sound",
      "term_goes_on",
      "training_done",
      "authorized",
      "for_trial",
      "for_distribution",
      "for_agency",
      "term_begun",
      "term_not_over",
      "trial_served",
      "trial_excepted",
      "in_trial",
      "agreement_of_member",
      "another_agreement",
      "extension_left",
      "approver_named",
      "end_moves_out",
    ),
    ...pick(
      reviewGuards,
      "standing_good",
      "score_promotes",
      "sales_enough",
      "breaches_tolerable",
      "review_new",
      "breach_new",
      "breach_disputed",
      "grade_bad",
      "row_complete",
      "row_means_elimination",
      "performance_good",
      "maker_evaluation_passed",
      "agreement_new",
      "agreement_signed",
      "agreement_in_time",
      "agreement_runs",
      "agent_admitted",
      "sole_agent",
    ),
    ...pick(standingGuards, "outside_suspension", "remediation_open", "by_verifier", "checks_used_up"),
    ...exitGuards,
  },
  updates: { ...relationshipUpdates, ...exitUpdates },
  // biome-ignore format: one arrow per line
  arrows: [
    // from the application to the decision
    { from: "prospect", on: "applied", when: "documents_complete", to: "applied", then: ["start_review_clock"] },
    { from: "applied", on: "informationRequested", to: "information_requested", then: [{ effect: "notify", with: ["event.missing"] }] },
    { from: "information_requested", on: "informationSupplied", when: "documents_complete", to: "applied", then: ["start_review_clock"] },
    { from: "applied", on: "decided", when: "verdict_admits", to: "approved", then: ["open_agreement_draft", "notify"] },
    { from: "applied", on: "decided", when: ["verdict_admits_with_exceptions", "exceptions_recorded"], to: "approved", assign: "note_exceptions", then: ["record_exception", "open_agreement_draft", "notify"] },
    { from: "applied", on: "decided", when: "verdict_lacks_information", to: "information_requested", then: ["notify"] },
    { from: "applied", on: "decided", when: "verdict_waits", to: "=", then: [{ effect: "notify", with: ["event.verdict"] }] },
    { from: "applied", on: "decided", when: ["verdict_rejects", "ground_given"], to: "rejected", then: ["revoke_access", { effect: "notify", with: ["event.ground"] }] },
    { from: ["applied", "information_requested", "approved", "onboarding"], on: "exceptionRecorded", when: "exception_complete", to: "=", assign: "note_exception", then: ["record_exception"] },
    { from: ["prospect", "applied", "information_requested", "approved", "onboarding"], on: "withdrawn", to: "withdrawn", then: ["revoke_access", "notify"] },

    // from the signature to the first day: training comes first
    { from: "approved", on: "agreementSigned", when: ["signs_trial", "agreement_complete", "term_ends"], to: "onboarding", assign: "note_agreement", then: ["start_training"] },
    { from: "approved", on: "agreementSigned", when: ["signs_dealership", "agreement_complete", "term_sound"], to: "onboarding", assign: "note_agreement", then: ["start_training"] },
    { from: "onboarding", on: "activated", when: activation.trial, to: "trial", assign: ["begin_membership", "begin_trial"], then: ["grant_access", "cash_only"] },
    { from: "onboarding", on: "activated", when: activation.distributor, to: "active", assign: "begin_membership", then: ["grant_access", "review_credit"] },
    { from: "onboarding", on: "activated", when: activation.excepted, to: "active", assign: "begin_membership", then: [{ effect: "record_exception", with: ["data.exceptions"] }, "grant_access", "review_credit"] },
    { from: "onboarding", on: "activated", when: activation.agent, to: "active", assign: "begin_membership", then: ["grant_access", "review_credit"] },

    // the trial: it ends by time alone, and nothing but a promotion leads on
    { from: "trial", on: "dayPassed", dueOn: "trialEnd", to: "expired", then: ["dissolve_agreement", freezing, "close_registrations", "settle", "settle_claims", "release_deposit", "take_back_stock", compensation, "revoke_access", "notify"] },
    { from: "trial", on: "extended", when: ["extension_left", "another_agreement", "agreement_complete", "end_moves_out", "ground_given", "approver_named"], to: "=", assign: "extend_trial", then: [{ effect: "notify", with: ["event.until"] }] },
    { from: ["trial", "active"], on: "reviewed", when: ["grade_bad", "review_new", "row_complete", "row_means_elimination", "notice_agreed"], to: "exiting", assign: "begin_elimination_by_reviews", then: [ending, compensation, ...leaving] },
    { from: "trial", on: "reviewed", when: ["review_new", "score_promotes", "sales_enough", "breaches_tolerable"], to: "=", assign: "note_good_trial" },
    { from: "trial", on: "reviewed", when: "review_new", to: "=", assign: "note_poor_trial" },
    { from: "trial", on: "evaluated", to: "=", assign: "note_evaluation" },
    { from: "trial", on: "promotedToDistributor", when: promotion.distributor, to: "active", assign: "take_distribution_agreement", then: ["review_credit", "notify"] },
    { from: "trial", on: "promotedToAgent", when: promotion.agent, to: "active", assign: "take_agency_agreement", then: ["review_credit", "notify"] },

    // the record, and what new business it allows
    { from: "active", on: "agreementRenewed", when: ["agreement_complete", "term_goes_on"], to: "=", assign: "renew_agreement" },
    { from: ["trial", "active", "exiting"], on: "breachRecorded", when: "breach_new", to: "=", assign: "note_breach", then: ["notify"] },
    { from: ["trial", "active", "exiting"], on: "breachResolved", when: "breach_disputed", to: "=", assign: "resolve_breach", then: ["notify"] },
    { from: ["trial", "active"], on: "exposureRequested", when: "outside_suspension", to: "=", then: [{ effect: "accept_exposure", with: ["event.exposure"] }] },
    { from: "exiting", on: "exposureRequested", when: ["outside_suspension", "notice_runs", "supplied_under_notice"], to: "=", then: [{ effect: "accept_exposure", with: ["event.exposure"] }] },

    // the ways out
    { from: ["trial", "active"], on: "remediationRejected", when: ["remediation_open", "by_verifier", "checks_used_up", "notice_agreed"], to: "exiting", assign: "begin_elimination_by_remediation", then: [freezing, ending, compensation, ...leaving] },
    { from: ["trial", "active"], on: "dayPassed", dueOn: "remediationDue", when: "notice_agreed", to: "exiting", assign: "begin_elimination_by_remediation", then: [freezing, ending, compensation, ...leaving] },
    { from: ["trial", "active"], on: "dayPassed", dueOn: "suspensionLimit", when: "notice_agreed", to: "exiting", assign: "begin_elimination_by_suspension", then: [freezing, ending, compensation, ...leaving] },
    { from: "active", on: "dayPassed", dueOn: "agreementEnd", to: "exiting", assign: "end_with_agreement", then: [freezing, "close_registrations", ending, compensation, ...leaving] },
    { from: ["trial", "active"], on: "agreementExpired", when: "agreement_of_member", to: "exiting", assign: "follow_agreement", then: [freezing, "close_registrations", ending, compensation, ...leaving] },
    { from: ["trial", "active"], on: "agreementTerminated", when: "agreement_of_member", to: "exiting", assign: "follow_agreement", then: [freezing, "close_registrations", ending, compensation, ...leaving] },
    { from: ["trial", "active"], on: "eliminated", when: ["ground_stands", "impact_assessed", "notice_agreed"], to: "exiting", assign: "begin_elimination", then: [ending, compensation, ...leaving] },
    { from: ["trial", "active"], on: "terminatedForCause", when: ["ground_immediate", "ground_stands"], to: "exiting", assign: "end_for_cause", then: [freezing, "close_registrations", ending, compensation, ...leaving] },
    { from: ["trial", "active"], on: "noticeGiven", when: ["by_maker", "ground_stands", "impact_assessed", "notice_long_enough"], to: "exiting", assign: "begin_notice", then: [ending, compensation, ...leaving] },
    { from: ["trial", "active"], on: "noticeGiven", when: ["by_member", "ground_given", "notice_long_enough"], to: "exiting", assign: "begin_notice", then: [ending, ...leaving] },

    // the next review, on a day on which nothing ends the relationship
    { from: ["trial", "active"], on: "dayPassed", dueOn: "nextReviewOn", to: "=", assign: "plan_next_review", then: ["call_review"] },

    // winding up
    { from: "exiting", on: "noticeRevoked", when: ["under_notice", "above_trial", "notice_runs", "both_agree"], to: "active", assign: "revoke_exit", then: ["notify"] },
    { from: "exiting", on: "dayPassed", dueOn: "noticeEnds", to: "=", assign: "note_notice_over", then: [freezing, "close_registrations", "revoke_access", "notify"] },
    { from: "exiting", on: "exitItemClosed", when: ["item_open", "result_given"], to: "=", assign: "close_item" },
    { from: "exiting", on: "exitItemReopened", when: ["item_closed", "ground_given"], to: "=", assign: "reopen_item" },
    { from: "exiting", on: "exitCompleted", when: ["all_items_closed", "notice_over"], to: "exited", then: ["settle", "settle_claims", "release_deposit", "revoke_access", "reassign_leads", "archive", "notify"] },
  ],
});
