/** What a member is in the channel: up by promotion, down by reviews, never by time. */
import { applicationGuards } from "./application-guards.js";
import { memberEffects } from "./member-effect.js";
import { memberKit, pick } from "./member-kit.js";
import { memberWords } from "./member-words.js";
import { activation, promotion } from "./relationship-lifecycle.js";
import { relationshipUpdates } from "./relationship-updates.js";
import { reviewGuards } from "./review-guards.js";
import { standingGuards } from "./standing-guards.js";
import { lossOfGoodStanding } from "./standing-lifecycle.js";
import { standingUpdates } from "./standing-updates.js";

/** What a distributor must have to become an agent. The relationship stays as it is. */
const distributorToAgent = [
  "in_active",
  "standing_good",
  "breaches_tolerable",
  "agent_admitted",
  "sole_agent",
  "agreement_new",
  "agreement_signed",
  "agreement_begun",
  "agreement_runs",
] as const;

/** What a member must have to become a strategic partner. */
const toStrategic = [
  "in_active",
  "standing_good",
  "no_bad_review",
  "quality_stable",
  "service_stable",
  "safety_clean",
  "risk_analysis_approved",
  "product_analysis_approved",
] as const;

const repriced = ["change_price_group", "notify"] as const;
const reviewed = ["review_strategic_partnership", "change_price_group", "notify"] as const;

/** @internal */
export const levelLifecycle = memberKit.defineMachine({
  name: "level",
  title: { en: "Level", zh: "级别" },
  initial: "none",
  final: [],
  states: {
    none: { en: "no level yet", zh: "未定级" },
    trial_distributor: { en: "trial distributor", zh: "试销商" },
    distributor: { en: "distributor", zh: "分销商" },
    agent: { en: "agent", zh: "代理商" },
    strategic_partner: { en: "strategic partner", zh: "战略合作伙伴" },
  },
  events: pick(
    memberWords,
    "activated",
    "promotedToDistributor",
    "promotedToAgent",
    "madeStrategic",
    "demoted",
    "reviewed",
    "warned",
    "remediationOpened",
    "suspended",
    "safetyEventReported",
  ),
  effects: pick(memberEffects, "change_price_group", "notify", "review_exclusivity", "review_strategic_partnership", "plan_jointly"),
  guards: {
    ...pick(
      applicationGuards,
      "onboarding",
      "for_trial",
      "for_distribution",
      "for_agency",
      "training_done",
      "authorized",
      "term_begun",
      "term_not_over",
      "trial_served",
      "trial_excepted",
      "in_trial",
      "ground_given",
    ),
    ...pick(
      reviewGuards,
      "in_relationship",
      "in_active",
      "standing_good",
      "breaches_tolerable",
      "performance_good",
      "maker_evaluation_passed",
      "agreement_new",
      "agreement_signed",
      "agreement_in_time",
      "agreement_begun",
      "agreement_runs",
      "agent_admitted",
      "sole_agent",
      "no_bad_review",
      "quality_stable",
      "service_stable",
      "safety_clean",
      "risk_analysis_approved",
      "product_analysis_approved",
      "was_distributor",
      "was_agent",
      "review_new",
      "grade_bad",
      "row_complete",
      "row_means_demotion",
      "below_floor",
      "recovered",
      "below_often",
    ),
    ...pick(
      standingGuards,
      "cause_for_remediation",
      "plan_given",
      "verifier_fits",
      "remediation_not_open",
      "cause_for_suspension",
      "scope_stated",
    ),
  },
  updates: {
    ...pick(relationshipUpdates, "take_agency_agreement"),
    ...pick(standingUpdates, "note_base_level", "return_to_base_level", "count_below_floor", "end_count_below"),
  },
  // biome-ignore format: one arrow per line
  arrows: [
    // the first level, on the conditions of the first day
    { from: "none", on: "activated", when: ["onboarding", ...activation.trial], to: "trial_distributor" },
    { from: "none", on: "activated", when: ["onboarding", ...activation.distributor], to: "distributor" },
    { from: "none", on: "activated", when: ["onboarding", ...activation.excepted], to: "distributor" },
    { from: "none", on: "activated", when: ["onboarding", ...activation.agent], to: "agent" },

    // up
    { from: "trial_distributor", on: "promotedToDistributor", when: promotion.distributor, to: "distributor", then: ["change_price_group"] },
    { from: "trial_distributor", on: "promotedToAgent", when: promotion.agent, to: "agent", then: ["change_price_group"] },
    { from: "distributor", on: "promotedToAgent", when: distributorToAgent, to: "agent", assign: ["take_agency_agreement", "end_count_below"], then: repriced },
    { from: ["distributor", "agent"], on: "madeStrategic", when: toStrategic, to: "strategic_partner", assign: "note_base_level", then: ["plan_jointly", ...repriced] },

    // down by reviews: the count ends only at the recovery mark
    { from: "strategic_partner", on: "demoted", when: ["in_active", "below_often", "ground_given", "was_agent"], to: "agent", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "demoted", when: ["in_active", "below_often", "ground_given", "was_distributor"], to: "distributor", assign: "return_to_base_level", then: reviewed },
    { from: "agent", on: "demoted", when: ["in_active", "below_often", "ground_given"], to: "distributor", assign: "end_count_below", then: ["review_exclusivity", ...repriced] },
    { from: "agent", on: "reviewed", when: ["in_relationship", "grade_bad", "review_new", "row_complete", "row_means_demotion"], to: "distributor", assign: "end_count_below", then: ["review_exclusivity", ...repriced] },

    // no strategic partner without good standing: what ends the one ends the other
    { from: "strategic_partner", on: "warned", when: [...lossOfGoodStanding.warned, "was_agent"], to: "agent", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "warned", when: [...lossOfGoodStanding.warned, "was_distributor"], to: "distributor", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "reviewed", when: [...lossOfGoodStanding.reviewed, "was_agent"], to: "agent", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "reviewed", when: [...lossOfGoodStanding.reviewed, "was_distributor"], to: "distributor", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "remediationOpened", when: [...lossOfGoodStanding.remediationOpened, "was_agent"], to: "agent", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "remediationOpened", when: [...lossOfGoodStanding.remediationOpened, "was_distributor"], to: "distributor", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "suspended", when: [...lossOfGoodStanding.suspended, "was_agent"], to: "agent", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "suspended", when: [...lossOfGoodStanding.suspended, "was_distributor"], to: "distributor", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "safetyEventReported", when: [...lossOfGoodStanding.safetyEventReported, "was_agent"], to: "agent", assign: "return_to_base_level", then: reviewed },
    { from: "strategic_partner", on: "safetyEventReported", when: [...lossOfGoodStanding.safetyEventReported, "was_distributor"], to: "distributor", assign: "return_to_base_level", then: reviewed },

    // the count below the floor
    { from: ["agent", "strategic_partner"], on: "reviewed", when: ["in_relationship", "review_new", "below_floor"], to: "=", assign: "count_below_floor" },
    { from: ["agent", "strategic_partner"], on: "reviewed", when: ["in_relationship", "review_new", "recovered"], to: "=", assign: "end_count_below" },
  ],
});
