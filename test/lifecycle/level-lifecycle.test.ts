/** Up by promotion, down by reviews: what a member is in the channel. */
import { type MemberEvent, type MemberFacts, type MemberState, stepMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import {
  agent,
  changed,
  distributor,
  effectsOf,
  failed,
  known,
  onboarding,
  refuse,
  review,
  step,
  strategic,
  strategicDistributor,
  trial,
} from "../support/channel-member.js";
import { faultAt } from "../support/fault-of.js";

const asOf = "2024-05-20";
const agreement = { agreementId: "A-2", signedOn: asOf, start: asOf };
const toAgent: MemberEvent = { type: "promotedToAgent", asOf, agreement };
const guardsFailed = (state: MemberState, event: MemberEvent, facts: MemberFacts = known) => {
  const answer = stepMember(state, event, facts);
  return answer.ok ? [] : failed(answer.problem);
};

// S03-11: the transition; candidates are ranked by strength and loyalty in test/admission/rank-agent-candidates.test.ts
describe("an agent", () => {
  test("comes from a distributor, whose relationship stays as it is", () => {
    const { next, arrows, effects } = step(distributor, toAgent);
    expect(next.at).toStrictEqual({ relationship: "active", level: "agent", standing: "good" });
    expect(next.data).toMatchObject({ agreementId: "A-2", agreementKind: "agency", agreementStart: asOf, agreementEnd: null });
    expect(arrows).toHaveLength(1);
    expect(effects.map(({ effect }) => effect)).toStrictEqual(["change_price_group", "notify"]);
  });

  test("comes from a trial distributor too, without a trial behind it", () => {
    const { next } = step(trial, { ...toAgent, agreement: { ...agreement, start: "2024-07-01", end: "2027-07-01" } } as MemberEvent);
    expect(next.at).toStrictEqual({ relationship: "active", level: "agent", standing: "good" });
    expect(next.data).toMatchObject({ trialEnd: null, agreementEnd: "2027-07-01" });
  });

  test.each([
    [{ agentAdmission: "rejected" }, ["agent_admitted unmet"]],
    [{ agentAdmission: "information_requested" }, ["agent_admitted unmet"]],
    [{ agentAdmission: undefined }, ["agent_admitted unknown"]],
    [{ agentAdmission: "admitted_with_exceptions" }, []],
    [{ rivalAgents: ["M-9"] }, ["sole_agent unmet"]],
    [{ rivalAgents: undefined }, ["sole_agent unknown"]],
  ] as const)("with %j fails for %j", (change, guards) => {
    const facts: MemberFacts = { ...known, ...change };
    expect(guardsFailed(distributor, toAgent, facts)).toStrictEqual(guards);
    expect(guardsFailed(trial, toAgent, facts)).toStrictEqual(guards);
    expect(guardsFailed(onboarding("agency"), { type: "activated", asOf }, facts)).toStrictEqual(
      guards.length === 0 ? [] : expect.arrayContaining([...guards]),
    );
  });

  test.each([
    ["2024-05-19", []],
    ["2024-05-20", []],
    ["2024-05-21", ["agreement_begun unmet"]],
  ])("from a distributor, with an agreement in force from %s, fails for %j", (start, guards) => {
    expect(guardsFailed(distributor, { ...toAgent, agreement: { ...agreement, start } } as MemberEvent)).toStrictEqual(guards);
  });

  test("is nobody whose standing is not good, or whose old agreement would do", () => {
    expect(guardsFailed(changed(distributor, { standing: "watch" }), toAgent)).toStrictEqual(["standing_good unmet"]);
    expect(guardsFailed(distributor, { ...toAgent, agreement: { ...agreement, agreementId: "A-1" } } as MemberEvent)).toStrictEqual([
      "agreement_new unmet",
    ]);
  });
});

describe("a strategic partner", () => {
  const made: MemberEvent = { type: "madeStrategic", asOf };

  test("comes from an agent or a distributor, whose relationship stays as it is", () => {
    expect(step(agent, made).next).toStrictEqual(changed(strategic, {}, { since: made.asOf }));
    expect(step(distributor, made).next).toStrictEqual(changed(strategicDistributor, {}, { since: made.asOf }));
    expect(effectsOf(step(agent, made))).toStrictEqual(["plan_jointly", "change_price_group", "notify"]);
  });

  test.each([
    [{ qualityStable: false }, "quality_stable unmet"],
    [{ serviceStable: false }, "service_stable unmet"],
    [{ riskAnalysisApproved: false }, "risk_analysis_approved unmet"],
    [{ riskAnalysisApproved: undefined }, "risk_analysis_approved unknown"],
    [{ productAnalysisApproved: false }, "product_analysis_approved unmet"],
    [{ productAnalysisApproved: undefined }, "product_analysis_approved unknown"],
  ])("with %j fails: %s", (change, guard) => {
    expect(guardsFailed(agent, made, { ...known, ...change })).toStrictEqual([guard]);
  });

  // 24 months before 2024-05-20
  test.each([
    ["2022-05-19", []],
    ["2022-05-20", []],
    ["2022-05-21", ["safety_clean unmet"]],
    ["2024-05-20", ["safety_clean unmet"]],
  ])("with a safety event on %s fails for %j", (date, guards) => {
    const state = changed(agent, {}, { breaches: [{ id: "S-1", kind: "safety_event", date }] });
    expect(guardsFailed(state, made)).toStrictEqual(guards);
  });

  test.each(["watch", "remediation", "suspended"] as const)("is nobody whose standing is %s", (standing) => {
    expect(guardsFailed(changed(agent, { standing }), made)).toStrictEqual(["standing_good unmet"]);
  });

  test("is nobody whose last review was bad", () => {
    expect(guardsFailed(changed(agent, {}, { badReviews: ["V-1"] }), made)).toStrictEqual(["no_bad_review unmet"]);
  });

  test.each([
    [strategic, "agent"],
    [strategicDistributor, "distributor"],
  ] as const)("any safety event suspends it, takes its level back and has the partnership reviewed", (state, level) => {
    const { next, effects } = step(state, { type: "safetyEventReported", asOf, reportId: "S-1", scope: { kind: "all" } });
    expect(next.at).toStrictEqual({ relationship: "active", level, standing: "suspended" });
    expect(next.data.baseLevel).toBeNull();
    expect(effects.map(({ effect }) => effect)).toContain("review_strategic_partnership");
    expect(effects.map(({ effect }) => effect)).toContain("freeze_orders");
  });

  test("a warning takes it back to its level as well, and an event that its standing refuses leaves both", () => {
    expect(step(strategic, { type: "warned", asOf, ground: "late reports" }).next.at).toStrictEqual({
      relationship: "active",
      level: "agent",
      standing: "watch",
    });
    expect(guardsFailed(strategic, { type: "suspended", asOf, cause: "mood", scope: { kind: "all" } })).toContain(
      "cause_for_suspension unmet",
    );
  });
});

describe("demotion", () => {
  const demoted: MemberEvent = { type: "demoted", asOf, ground: "below the floor twice" };

  test.each([
    ["59.9", 2],
    ["60", 1],
    ["60.1", 1],
    ["64.9", 1],
    ["65", 0],
    ["65.1", 0],
  ])("an agent with one review below 60 that scores %s has %i: the count ends only at 65", (score, reviewsBelow) => {
    expect(step(changed(agent, {}, { reviewsBelow: 1 }), review("C", score)).next.data.reviewsBelow).toBe(reviewsBelow);
  });

  test.each([
    ["79.9", 2],
    ["80", 1],
    ["85", 0],
  ])("a strategic partner has floors of its own: %s counts to %i", (score, reviewsBelow) => {
    expect(step(changed(strategic, {}, { reviewsBelow: 1 }), review("B", score)).next.data.reviewsBelow).toBe(reviewsBelow);
  });

  test.each([
    [1, ["below_often unmet"]],
    [2, []],
    [3, []],
  ])("after %i reviews below the floor fails for %j", (reviewsBelow, guards) => {
    const state = changed(agent, {}, { reviewsBelow });
    expect(guardsFailed(state, demoted)).toStrictEqual(guards);
    if (guards.length === 0) {
      const { next, effects } = step(state, demoted);
      expect(next).toStrictEqual(changed(agent, { level: "distributor" }, { reviewsBelow: 0, since: demoted.asOf }));
      expect(effects.map(({ effect }) => effect)).toStrictEqual(["review_exclusivity", "change_price_group", "notify"]);
    }
  });

  test("needs a ground", () => {
    expect(guardsFailed(changed(agent, {}, { reviewsBelow: 2 }), { ...demoted, ground: "" } as MemberEvent)).toStrictEqual([
      "ground_given unmet",
    ]);
  });

  test.each([
    [strategic, "agent"],
    [strategicDistributor, "distributor"],
  ] as const)("a strategic partner returns to its level and keeps its standing", (state, level) => {
    const { next } = step(changed(state, {}, { reviewsBelow: 2 }), demoted);
    expect(next.at).toStrictEqual({ relationship: "active", level, standing: "good" });
  });

  test("nobody is demoted back to a trial", () => {
    expect(refuse(changed(distributor, {}, { reviewsBelow: 9 }), demoted).params["why"]).toBe("no_arrow");
  });

  test("S02-19: two bad reviews in a row demote where the policy says so", () => {
    const facts: MemberFacts = { ...known, badReviewAction: "demotion" };
    const first = step(agent, review("D", "70", "2024-03-31"), facts);
    expect(first.next.at).toStrictEqual({ relationship: "active", level: "agent", standing: "watch" });
    const second = step(first.next, review("E", "70", "2024-06-30"), facts);
    expect(second.next.at).toStrictEqual({ relationship: "active", level: "distributor", standing: "watch" });
    expect(second.next.data.standingReason?.evidence).toStrictEqual(["V-2024-03-31", "V-2024-06-30"]);
  });

  test("a recovery mark below its floor is refused; one on it is none of its own", () => {
    const floors = (recovery: string) =>
      ({ ...known, levelFloors: { ...known.levelFloors, agent: { floor: "60", recovery } } }) as MemberFacts;
    expect(faultAt(() => stepMember(agent, review("D", "40"), floors("59.99")))).toBe(
      "lifecycle.recovery_below_floor at facts.levelFloors.agent.recovery",
    );
    expect(stepMember(agent, review("D", "40"), floors("60")).ok).toBe(true);
  });

  test("floors that the policy does not give leave the review undecided, whole", () => {
    const answer = refuse(agent, review("D", "40"), {
      ...known,
      levelFloors: { strategic_partner: { floor: "80", recovery: "85" } } as never,
    });
    expect(answer.params["why"]).toBe("unknown");
    expect(failed(answer)).toContain("below_floor unknown");
  });
});
