/** Warning, remediation, suspension by scope, resumption: how a member stands. */
import {
  type MemberEvent,
  type MemberExposure,
  type MemberFacts,
  type MemberState,
  type SuspensionScope,
  stepMember,
} from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import {
  agent,
  applied,
  changed,
  distributor,
  effectsOf,
  exiting,
  failed,
  known,
  onWatch,
  refuse,
  remedying,
  review,
  step,
  suspended,
  suspendedFor,
  trial,
} from "../support/channel-member.js";
import { faultAt } from "../support/fault-of.js";

const asOf = "2024-05-20";
const all = { kind: "all" } as const;
const guardsFailed = (state: MemberState, event: MemberEvent, facts: MemberFacts = known) => {
  const answer = stepMember(state, event, facts);
  return answer.ok ? [] : failed(answer.problem);
};

describe("reviews", () => {
  test("S02-19, S07-13: the second bad review in a row opens a remediation with a deadline and a verifier, and keeps both as the reason", () => {
    const first = step(distributor, review("D", "40", "2024-03-31"));
    expect(first.next.at.standing).toBe("watch");
    expect(first.next.data.badReviews).toStrictEqual(["V-2024-03-31"]);
    const second = step(first.next, review("E", "30", "2024-06-30"));
    expect(second.next.at).toStrictEqual({ relationship: "active", level: "distributor", standing: "remediation" });
    expect(second.next.data).toMatchObject({
      badReviews: [],
      remediation: "open",
      remediationDue: "2024-07-30",
      verifier: "wang",
      standingReason: { on: "2024-06-30", ground: "poor_performance", evidence: ["V-2024-03-31", "V-2024-06-30"] },
    });
    expect(effectsOf(second)).toStrictEqual(["form_task_group", "notify"]);
  });

  test("S02-19: a fair review in between begins the row anew", () => {
    const first = step(distributor, review("D", "40", "2024-03-31")).next;
    const fair = step(first, review("C", "60", "2024-06-30")).next;
    expect(fair.at.standing).toBe("good");
    expect(step(fair, review("D", "40", "2024-09-30")).next.at.standing).toBe("watch");
  });

  test.each([2, 3, 4])("a row of %i", (badReviewsInRow) => {
    const facts = { ...known, badReviewsInRow };
    const row = ["V-1", "V-2"];
    const { standing } = step(changed(onWatch, {}, { badReviews: row }), review("D", "40"), facts).next.at;
    expect(standing).toBe(badReviewsInRow <= 3 ? "remediation" : "watch");
  });

  test("S02-19: one bad review, offered twice, is no row", () => {
    const eliminating: MemberFacts = { ...known, badReviewAction: "elimination" };
    const first = step(agent, review("D", "40"), eliminating).next;
    expect([first.at.standing, first.data.badReviews, first.data.reviewsBelow]).toStrictEqual(["watch", [`V-${asOf}`], 1]);
    const again = refuse(first, review("D", "40"), eliminating);
    expect([again.params["why"], failed(again)]).toStrictEqual(["unmet", expect.arrayContaining(["review_new unmet"])]);
    expect(step(first, review("D", "40", "2024-06-30"), eliminating).next.at.relationship).toBe("exiting");
    expect(step(first, review("B", "80"), eliminating).next.data).toMatchObject({ lastReview: "fair", badReviews: [], reviewsBelow: 0 });
  });

  test("a safety event that is reported twice is one breach", () => {
    const report: MemberEvent = { type: "safetyEventReported", asOf, reportId: "S-1", scope: all };
    const { next } = step(step(distributor, report).next, { ...report, asOf: "2024-05-21" });
    expect(next.data.breaches).toStrictEqual([{ id: "S-1", kind: "safety_event", date: asOf }]);
  });

  test("S02-19: where the policy only warns, the member stays under watch and the count begins anew", () => {
    const facts: MemberFacts = { ...known, badReviewAction: "warning" };
    const { next } = step(changed(onWatch, {}, { badReviews: ["V-1"] }), review("D", "40"), facts);
    expect([next.at.standing, next.data.badReviews]).toStrictEqual(["watch", []]);
  });

  test("count beside a remediation and a suspension without moving them", () => {
    for (const state of [remedying, suspended]) {
      const bad = step(state, review("D", "40")).next;
      expect([bad.at, bad.data.badReviews, bad.data.lastReview]).toStrictEqual([state.at, [`V-${asOf}`], "bad"]);
      expect(step(bad, review("B", "80")).next.data.badReviews).toStrictEqual([]);
    }
  });

  test("say nothing of those who are not members, or no longer", () => {
    expect(guardsFailed(applied, review("D", "40"))).toContain("in_relationship unmet");
    expect(guardsFailed(exiting, review("D", "40"))).toContain("in_relationship unmet");
  });
});

describe("warning and remediation", () => {
  const opened = (change: object = {}): MemberEvent =>
    ({ type: "remediationOpened", asOf, cause: "service", planId: "P-1", verifier: "wang", ...change }) as MemberEvent;

  test("a warning puts under watch, with its ground", () => {
    const { next, effects } = step(distributor, { type: "warned", asOf, ground: "late reports" });
    expect([next.at.standing, next.data.standingReason]).toStrictEqual(["watch", { on: asOf, ground: "late reports", evidence: [] }]);
    expect(effects).toStrictEqual([{ effect: "notify", params: { ground: "late reports" } }]);
    expect(guardsFailed(distributor, { type: "warned", asOf, ground: "" })).toStrictEqual(["ground_given unmet"]);
  });

  test.each([
    [{}, []],
    [{ cause: "mood" }, ["cause_for_remediation unmet"]],
    [{ planId: "" }, ["plan_given unmet"]],
    [{ verifier: "" }, ["verifier_fits unmet"]],
    [{ cause: "safety_event" }, ["verifier_fits unmet"]],
    [{ cause: "safety_event", verifier: "zhou" }, []],
  ])("a remediation with %j fails for %j", (change, guards) => {
    expect(guardsFailed(distributor, opened(change))).toStrictEqual(guards);
  });

  test("complaint 23: is due so many days after it was opened", () => {
    const { next } = step(trial, opened());
    expect(next.at).toStrictEqual({ relationship: "trial", level: "trial_distributor", standing: "remediation" });
    expect(next.data).toMatchObject({ remediation: "open", failedChecks: 0, remediationDue: "2024-06-19", verifier: "wang" });
  });

  test("only its verifier says whether it is met", () => {
    expect(guardsFailed(remedying, { type: "remediationAccepted", asOf, by: "zhou" })).toStrictEqual(["by_verifier unmet"]);
    const { next, effects } = step(remedying, { type: "remediationAccepted", asOf, by: "wang" });
    expect(next.at.standing).toBe("good");
    expect(next.data).toMatchObject({ remediation: "none", remediationDue: null, verifier: null });
    expect(effects.map(({ effect }) => effect)).toStrictEqual(["lift_limits", "notify"]);
  });

  test.each([
    [0, "active", 1],
    [1, "active", 2],
    [2, "exiting", 2],
  ] as const)("after %i failed checks of three, another leaves it %s", (failedChecks, relationship, counted) => {
    const { next } = step(changed(remedying, {}, { failedChecks }), { type: "remediationRejected", asOf, by: "wang" });
    expect(next.at).toStrictEqual({ relationship, level: "distributor", standing: "remediation" });
    expect(next.data.failedChecks).toBe(counted);
    expect(next.data.remediationDue).toBe(relationship === "active" ? "2024-06-19" : "2024-06-01");
    if (relationship === "exiting") expect(next.data).toMatchObject({ exitKind: "elimination", exitOn: "2024-07-01" });
  });

  test("eliminates only where the notice is agreed too: the event is refused whole", () => {
    const state = changed(remedying, {}, { failedChecks: 2 });
    const { noticeSteps: _, ...unagreed } = known;
    const answer = refuse(state, { type: "remediationRejected", asOf, by: "wang" }, unagreed);
    expect([answer.params["why"], failed(answer)]).toStrictEqual([
      "unknown",
      expect.arrayContaining(["notice_agreed unknown", "checks_left unmet"]),
    ]);
  });
});

describe("suspension", () => {
  const suspend = (scope: SuspensionScope, cause = "arrears", day = asOf): MemberEvent => ({ type: "suspended", asOf: day, cause, scope });

  test("follows a cause of the policy, freezes exactly its scope and notes when it may and must end", () => {
    const scope = { kind: "products", productIds: ["P-1"] } as const;
    const { next, effects } = step(distributor, suspend(scope));
    expect(next.at.standing).toBe("suspended");
    expect(next.data).toMatchObject({
      suspensionCauses: ["arrears"],
      suspendedScopes: [scope],
      suspensionMinimum: "2024-06-03",
      suspensionLimit: "2024-11-16",
    });
    expect(effects).toStrictEqual([
      { effect: "freeze_orders", params: { scope } },
      { effect: "pause_registrations", params: {} },
      { effect: "notify", params: {} },
    ]);
    expect(guardsFailed(distributor, suspend(all, "mood"))).toStrictEqual(["cause_for_suspension unmet"]);
  });

  const order = (productIds?: readonly string[], territoryIds?: readonly string[]): MemberExposure => ({
    kind: "order",
    productIds,
    territoryIds,
  });
  const credit: MemberExposure = { kind: "credit" };
  test.each<readonly [SuspensionScope, MemberExposure, readonly string[]]>([
    [all, order(["P-9"], ["west"]), ["outside_suspension unmet"]],
    [all, credit, ["outside_suspension unmet"]],
    [{ kind: "new_orders" }, order(), ["outside_suspension unmet"]],
    [{ kind: "new_orders" }, credit, []],
    [{ kind: "products", productIds: ["P-1"] }, order(["P-2", "P-1"]), ["outside_suspension unmet"]],
    [{ kind: "products", productIds: ["P-1"] }, order(["P-2"]), []],
    [{ kind: "products", productIds: ["P-1"] }, order(), ["outside_suspension unknown"]],
    [{ kind: "territories", territoryIds: ["north"] }, order(["P-2"], ["north"]), ["outside_suspension unmet"]],
    [{ kind: "territories", territoryIds: ["north"] }, order(["P-2"], ["south"]), []],
    [{ kind: "territories", territoryIds: ["north"] }, order(["P-2"]), ["outside_suspension unknown"]],
  ])("of %j: %j fails for %j", (scope, exposure, guards) => {
    const state = step(distributor, suspend(scope)).next;
    expect(guardsFailed(state, { type: "exposureRequested", asOf, exposure })).toStrictEqual(guards);
  });

  test.each([
    [179, undefined],
    [180, "lifecycle.suspension_endless at facts.suspensionMinimumDays"],
    [181, "lifecycle.suspension_endless at facts.suspensionMinimumDays"],
  ])("that lasts at least %i of at most 180 days: %s, since time ends the relationship before it could be resumed", (least, fault) => {
    const offered = () => stepMember(distributor, suspend(all), { ...known, suspensionMinimumDays: least });
    expect(fault === undefined ? offered().ok : faultAt(offered)).toBe(fault ?? true);
  });

  test("a second one never loosens the first", () => {
    const first = step(distributor, suspend({ kind: "products", productIds: ["P-1"] })).next;
    const { next } = step(first, suspend({ kind: "territories", territoryIds: ["north"] }, "diversion", "2024-05-25"));
    expect(next.data).toMatchObject({
      suspensionCauses: ["arrears", "diversion"],
      suspensionMinimum: "2024-06-08",
      suspensionLimit: "2024-11-16",
    });
    const asked = (productIds: readonly string[], territoryIds: readonly string[]) =>
      guardsFailed(next, { type: "exposureRequested", asOf: "2024-05-25", exposure: order(productIds, territoryIds) });
    expect([asked(["P-1"], ["south"]), asked(["P-2"], ["north"]), asked(["P-2"], ["south"])]).toStrictEqual([
      ["outside_suspension unmet"],
      ["outside_suspension unmet"],
      [],
    ]);
    // a state that was stored without the day of its last event
    const earlier = step(changed(next, {}, { since: undefined }), suspend(all, "arrears", "2024-05-21")).next;
    expect(earlier.data.suspensionMinimum).toBe("2024-06-08");
  });

  test.each([
    ["2024-05-14", ["minimum_served unmet"]],
    ["2024-05-15", []],
    ["2024-05-16", []],
  ])("may end from 2024-05-15 on; on %s it fails for %j", (day, guards) => {
    const answer = stepMember(suspended, { type: "resumed", asOf: day, by: "wang", to: "good" }, known);
    expect(answer.ok ? [] : failed(answer.problem).filter((guard) => !guard.startsWith("to_"))).toStrictEqual(guards);
  });

  test("ends when every cause is cleared, with good standing or under watch", () => {
    const resumed = (to: "good" | "watch"): MemberEvent => ({ type: "resumed", asOf, by: "wang", to });
    expect(failed(refuse(suspended, resumed("good"), { ...known, openCauses: ["arrears"] }))).toContain("causes_cleared unmet");
    expect(step(suspended, resumed("good"), { ...known, openCauses: ["diversion"] }).next.at.standing).toBe("good");
    const { next, effects } = step(suspended, resumed("watch"));
    expect(next.at.standing).toBe("watch");
    expect(next.data).toMatchObject({ suspendedScopes: [], suspensionCauses: [], suspensionMinimum: null, suspensionLimit: null });
    expect(effects.map(({ effect }) => effect)).toStrictEqual(["release_orders", "resume_registrations", "notify"]);
  });

  test("does not end while a remediation is open beside it", () => {
    const beside = step(suspended, { type: "remediationOpened", asOf, cause: "service", planId: "P-1", verifier: "wang" }).next;
    expect(beside.at.standing).toBe("suspended");
    const resumed: MemberEvent = { type: "resumed", asOf, by: "wang", to: "good" };
    expect(failed(refuse(beside, resumed))).toContain("remediation_not_open unmet");
    const accepted = step(beside, { type: "remediationAccepted", asOf, by: "wang" }).next;
    expect(step(accepted, resumed).next.data.remediation).toBe("none");
  });
});

describe("a safety event", () => {
  const report: MemberEvent = { type: "safetyEventReported", asOf, reportId: "S-1", scope: all };

  test.each([trial, distributor, agent, onWatch, remedying])(
    "suspends at once, whatever the policy lists, and is kept as a breach: %#",
    (state) => {
      const { next, effects } = step(state, report, { suspensionMinimumDays: 0, suspensionMostDays: 90 });
      expect(next.at).toStrictEqual({ ...state.at, standing: "suspended" });
      expect(next.data.breaches).toStrictEqual([{ id: "S-1", kind: "safety_event", date: asOf }]);
      expect(effects[0]).toStrictEqual({ effect: "freeze_orders", params: { scope: all } });
    },
  );

  test.each([
    ["accepted", "zhou", []],
    ["accepted", "wang", ["safety_confirmed unmet"]],
    ["none", "zhou", ["safety_remedied unmet"]],
    ["none", "wang", ["safety_remedied unmet", "safety_confirmed unmet"]],
  ] as const)("with the remediation %s and confirmed by %s it resumes unless %j", (remediation, by, guards) => {
    const state = suspendedFor("safety_event", { remediation });
    const answer = stepMember(state, { type: "resumed", asOf, by, to: "good" }, known);
    expect(answer.ok ? [] : failed(answer.problem).filter((guard) => !guard.startsWith("to_"))).toStrictEqual(guards);
  });

  test("a further one asks for a further remediation, and keeps one that is open", () => {
    const accepted = step(suspendedFor("safety_event", { remediation: "accepted" }), { ...report, reportId: "S-2" } as MemberEvent).next;
    expect([accepted.data.remediation, accepted.data.suspensionCauses]).toStrictEqual(["none", ["safety_event"]]);
    const open = changed(suspended, {}, { remediation: "open", remediationDue: "2024-06-01", verifier: "wang" });
    expect(step(open, report).next.data).toMatchObject({
      remediation: "open",
      remediationDue: "2024-06-01",
      suspensionCauses: ["arrears", "safety_event"],
    });
  });

  test("of somebody who is no member changes no standing", () => {
    expect(guardsFailed(applied, report)).toStrictEqual(["in_relationship unmet"]);
  });
});
