/** From the application to the exit: which events a relationship takes, and on which conditions. */
import { exitItems, type MemberEvent, type MemberFacts, type MemberState, stepMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import {
  accepted,
  agent,
  applied,
  approved,
  changed,
  distributor,
  effectsOf,
  exiting,
  failed,
  goodTrial,
  known,
  onboarding,
  prospect,
  refuse,
  remedying,
  review,
  step,
  suspended,
  trial,
  windingUp,
} from "../support/channel-member.js";

const asOf = "2024-05-20";
const waiver = { rule: "lifecycle.trial_before_distributor", ground: "took over a dealer's shops", approver: "li", date: "2024-05-01" };
const missing = ({ failed: findings }: ReturnType<typeof refuse>) => findings.flatMap(({ params }) => params["missing"] ?? []);

describe("the application", () => {
  test("lacks a document, comes back complete and is admitted", () => {
    const lacking = refuse(prospect, { type: "applied", asOf }, { missingDocuments: ["bank_account"] });
    expect(failed(lacking)).toStrictEqual(["documents_complete unmet"]);
    expect(lacking.failed[0]?.params["read"]).toStrictEqual({ "facts.missingDocuments": ["bank_account"] });
    expect(lacking.allowed).toStrictEqual(["withdrawn"]);
    const handedIn = step(prospect, { type: "applied", asOf });
    expect(effectsOf(handedIn)).toStrictEqual(["start_review_clock"]);
    const asked = step(handedIn.next, { type: "informationRequested", asOf, missing: ["sales_plan"] });
    expect(asked.effects).toStrictEqual([{ effect: "notify", params: { missing: ["sales_plan"] } }]);
    const supplied = step(asked.next, { type: "informationSupplied", asOf });
    expect(step(supplied.next, { type: "decided", asOf, verdict: "admitted" }).next.at.relationship).toBe("approved");
  });

  test.each([
    ["rejected", undefined, "ground_given unknown"],
    ["rejected", "  ", "ground_given unmet"],
    ["admitted_with_exceptions", undefined, "exceptions_recorded unknown"],
  ] as const)("a decision %s with the ground %j does not move it: %s", (verdict, ground, guard) => {
    expect(failed(refuse(applied, { type: "decided", asOf, verdict, ground }))).toContain(guard);
  });

  test.each(["qualified_no_vacancy", "special_evaluation"] as const)("a decision %s leaves it applied, and tells it so", (verdict) => {
    const { next, effects } = step(applied, { type: "decided", asOf, verdict });
    expect([next, effects]).toStrictEqual([changed(applied, {}, { since: asOf }), [{ effect: "notify", params: { verdict } }]]);
    expect(step(next, { type: "decided", asOf, verdict: "admitted" }).next.at.relationship).toBe("approved");
  });

  test.each([
    ["no rule", { ...waiver, rule: "" }],
    ["no ground", { ...waiver, ground: " " }],
    ["no approver", { ...waiver, approver: "" }],
    ["no day", { ...waiver, date: "soon" }],
  ])("an exception with %s is only a request", (_, exception) => {
    expect(failed(refuse(applied, { type: "exceptionRecorded", asOf, exception }))).toStrictEqual(["exception_complete unmet"]);
    const decided: MemberEvent = { type: "decided", asOf, verdict: "admitted_with_exceptions", exceptions: [exception] };
    expect(failed(refuse(applied, decided))).toContain("exceptions_recorded unmet");
  });

  test("an admission with no exception named is none with exceptions", () => {
    const decided: MemberEvent = { type: "decided", asOf, verdict: "admitted_with_exceptions", exceptions: [] };
    expect(failed(refuse(applied, decided))).toContain("exceptions_recorded unmet");
  });

  test("a rejection takes the ground along and ends the relationship", () => {
    const { next, effects } = step(applied, { type: "decided", asOf, verdict: "rejected", ground: "capital too low" });
    expect(next.at.relationship).toBe("rejected");
    expect(effects).toStrictEqual([
      { effect: "revoke_access", params: {} },
      { effect: "notify", params: { ground: "capital too low" } },
    ]);
    expect(refuse(next, { type: "applied", asOf }).allowed).toStrictEqual([]);
  });

  test.each(["prospect", "applied", "information_requested", "approved", "onboarding"] as const)(
    "may be withdrawn while %s",
    (relationship) => {
      expect(step(changed(prospect, { relationship }), { type: "withdrawn", asOf }).next.at.relationship).toBe("withdrawn");
    },
  );
});

describe("signature and first day", () => {
  const signed = (end: string) => ({ type: "agreementSigned", asOf, agreementId: "T-1", kind: "trial", start: "2024-06-01", end }) as const;

  test.each([
    ["open", "has no end"],
    ["2024-06-01", "ends on its first day"],
    ["2024-05-31", "ends before it begins"],
  ])("a trial agreement until %s is refused: it %s", (end) => {
    expect(failed(refuse(approved, signed(end)))).toContain("term_ends unmet");
  });

  test.each([
    ["2024-05-31", ["term_sound unmet"]],
    ["2024-06-01", ["term_sound unmet"]],
    ["2024-06-02", []],
    ["open", []],
  ])("a distribution agreement from June 1 until %s fails for %j", (end, guards) => {
    const answer = stepMember(approved, { ...signed(end), kind: "distribution" }, known);
    expect(answer.ok ? [] : failed(answer.problem).filter((guard) => guard.startsWith("term_sound"))).toStrictEqual(guards);
  });

  test.each(["distribution", "agency"] as const)("nobody begins on a %s agreement whose term is over", (kind) => {
    const state = onboarding(kind, { agreementStart: "2024-01-01", agreementEnd: "2024-06-01", origin: "former_trial" });
    const begun = (day: string) => stepMember(state, { type: "activated", asOf: day }, known);
    expect([begun("2024-05-31").ok, begun("2024-06-01").ok]).toStrictEqual([true, false]);
    expect(failed(refuse(state, { type: "activated", asOf: "2024-06-01" }))).toContain("term_not_over unmet");
  });

  test("an agreement with missing clauses is refused and names them", () => {
    const answer = refuse(approved, signed("2024-12-01"), { missingClauses: ["territory"] });
    expect(answer.failed.map(({ params }) => params["read"])).toContainEqual({ "facts.missingClauses": ["territory"] });
  });

  test("a supply agreement makes nobody a dealer", () => {
    const supply: MemberEvent = { type: "agreementSigned", asOf, agreementId: "A-1", kind: "supply", start: asOf, end: "open" };
    expect(failed(refuse(approved, supply))).toStrictEqual(["signs_trial unmet", "term_ends unmet", "signs_dealership unmet"]);
  });

  test("S01-09: the first day waits for the mandatory training, and the refusal names what is not done", () => {
    const signedTrial = step(approved, signed("2024-12-01"));
    expect(signedTrial.next.at.relationship).toBe("onboarding");
    expect(effectsOf(signedTrial)).toStrictEqual(["start_training"]);
    const activated: MemberEvent = { type: "activated", asOf: "2024-06-01" };
    const untrained = refuse(signedTrial.next, activated, { ...known, trainingOpen: ["product_knowledge"] });
    expect(untrained.failed.find(({ params }) => params["guard"] === "training_done")?.params["read"]).toStrictEqual({
      "facts.trainingOpen": ["product_knowledge"],
    });
    const unsaid = refuse(signedTrial.next, activated, { ...known, trainingOpen: undefined });
    expect([unsaid.params["why"], missing(unsaid)]).toStrictEqual(["unknown", expect.arrayContaining(["facts.trainingOpen"])]);
    const { next, effects } = step(signedTrial.next, activated);
    expect(next.at).toStrictEqual({ relationship: "trial", level: "trial_distributor", standing: "good" });
    expect(next.data).toMatchObject({ memberSince: "2024-06-01", trialEnd: "2024-12-01", nextReviewOn: "2024-09-01" });
    expect(effects.map(({ effect }) => effect)).toStrictEqual(["grant_access", "cash_only"]);
  });

  test.each([
    ["2024-05-31", false],
    ["2024-06-01", true],
    ["2024-11-30", true],
    ["2024-12-01", false],
  ])("a trial from June to November begins on %s: %s", (day, begins) => {
    const state = onboarding("trial", { agreementStart: "2024-06-01", agreementEnd: "2024-12-01" });
    expect(stepMember(state, { type: "activated", asOf: day }, known).ok).toBe(begins);
  });

  test("nobody begins without a written authorization", () => {
    const answer = refuse(onboarding("trial"), { type: "activated", asOf }, { ...known, authorizationInForce: false });
    expect(failed(answer)).toContain("authorized unmet");
  });

  test("S03-21: a direct application without a trial fails; with a recorded exception it passes as excepted", () => {
    const activated: MemberEvent = { type: "activated", asOf };
    const direct = refuse(onboarding("distribution"), activated);
    expect(failed(direct)).toStrictEqual(expect.arrayContaining(["trial_served unmet", "trial_excepted unmet"]));
    const admitted = step(applied, { type: "decided", asOf, verdict: "admitted_with_exceptions", exceptions: [waiver] });
    expect(effectsOf(admitted)).toContain("record_exception");
    const { next, arrows, effects } = step(onboarding("distribution", { exceptions: admitted.next.data.exceptions }), activated);
    expect(next.at).toStrictEqual({ relationship: "active", level: "distributor", standing: "good" });
    expect(arrows[0]).toMatch(/trial_excepted/);
    expect(effects[0]).toStrictEqual({ effect: "record_exception", params: { exceptions: [waiver] } });
  });

  test.each([
    ["2024-04-30", false],
    ["2024-05-01", true],
    ["2024-06-30", true],
    ["2024-07-01", false],
  ])("S03-21: an exception from May to June passes on %s: %s", (day, passes) => {
    const exceptions = [{ ...waiver, expires: "2024-07-01" }];
    expect(stepMember(onboarding("distribution", { exceptions }), { type: "activated", asOf: day }, known).ok).toBe(passes);
  });

  test("an exception from another rule does not waive the trial", () => {
    const exceptions = [{ ...waiver, rule: "admission.capital" }];
    expect(stepMember(onboarding("distribution", { exceptions }), { type: "activated", asOf }, known).ok).toBe(false);
  });

  test.each(["nominated", "special_evaluation", "former_trial", "former_member"] as const)(
    "S03-21: the route %s takes the place of the trial",
    (origin) => {
      const { arrows } = step(onboarding("distribution", { origin }), { type: "activated", asOf });
      expect(arrows[0]).toMatch(/trial_served/);
    },
  );
});

describe("the trial", () => {
  // S03-23: the first day after the trial is 2024-07-01
  test.each([
    ["2024-06-30", undefined],
    ["2024-07-01", "expired"],
    ["2024-07-02", "expired"],
  ])("S03-23: time alone on %s: %s", (day, relationship) => {
    const answer = stepMember(trial, { type: "dayPassed", asOf: day }, {});
    expect(answer.ok ? answer.value.next.at.relationship : undefined).toBe(relationship);
  });

  test("S03-23, complaint 24: its end dissolves the agreement, shuts everything and has compensation reviewed under the member's law", () => {
    const { next, effects } = step(changed(trial, {}, { jurisdiction: "DE" }), { type: "dayPassed", asOf: "2024-07-01" }, {});
    expect(effects).toStrictEqual([
      { effect: "dissolve_agreement", params: {} },
      { effect: "freeze_orders", params: { scope: { kind: "all" } } },
      { effect: "close_registrations", params: {} },
      { effect: "settle", params: {} },
      { effect: "settle_claims", params: {} },
      { effect: "release_deposit", params: {} },
      { effect: "take_back_stock", params: {} },
      { effect: "review_compensation", params: { jurisdiction: "DE" } },
      { effect: "revoke_access", params: {} },
      { effect: "notify", params: {} },
    ]);
    expect(refuse(next, { type: "evaluated", asOf: "2024-07-01", passed: true }).allowed).toStrictEqual([]);
  });

  test.each([
    ["74.9", "200000", "poor"],
    ["75", "200000", "good"],
    ["75.1", "200000", "good"],
    ["75", "199999.99", "poor"],
    ["75", "200000.01", "good"],
  ] as const)("a review of %s with sales of %s is %s", (score, sales, performance) => {
    expect(step(trial, review("C", score, asOf, sales)).next.data.performance).toBe(performance);
  });

  test("one breach counts once: it is recorded once, and settled only while it is in dispute", () => {
    const breach = { id: "B-1", kind: "diversion", date: "2024-02-01" };
    const { next } = step(distributor, { type: "breachRecorded", asOf, breach });
    expect(next.data.breaches).toStrictEqual([breach]);
    expect(failed(refuse(next, { type: "breachRecorded", asOf, breach }))).toStrictEqual(["breach_new unmet"]);
    expect(failed(refuse(next, { type: "breachResolved", asOf, breachId: "B-1", upheld: false }))).toStrictEqual(["breach_disputed unmet"]);
    expect(failed(refuse(next, { type: "breachResolved", asOf, breachId: "B-2", upheld: true }))).toStrictEqual(["breach_disputed unmet"]);
    expect(step(next, { type: "breachRecorded", asOf, breach: { ...breach, id: "B-2" } }).next.data.breaches).toHaveLength(2);
  });

  test("a breach makes it poor, a disputed one leaves it open", () => {
    const breach = { id: "B-1", kind: "diversion", date: "2024-02-01" };
    expect(step(changed(trial, {}, { breaches: [breach] }), review("B", "90")).next.data.performance).toBe("poor");
    const disputed = changed(trial, {}, { breaches: [{ ...breach, disputed: true }] });
    expect(refuse(disputed, review("B", "90")).params["why"]).toBe("unknown");
    const resolved = step(disputed, { type: "breachResolved", asOf, breachId: "B-1", upheld: false });
    expect(step(resolved.next, review("B", "90")).next.data.performance).toBe("good");
    const upheld = step(disputed, { type: "breachResolved", asOf, breachId: "B-1", upheld: true });
    expect(upheld.next.data.breaches).toStrictEqual([breach]);
    expect(step(upheld.next, review("B", "90")).next.data.performance).toBe("poor");
  });

  test.each([
    [0, { until: "2024-09-01" }, []],
    [1, { until: "2024-09-01" }, ["extension_left unmet"]],
    [0, { until: "2024-07-01" }, ["end_moves_out unmet"]],
    [0, { until: "2024-07-02" }, []],
    [0, { until: "2024-09-01", approver: "" }, ["approver_named unmet"]],
    [0, { until: "2024-09-01", ground: " " }, ["ground_given unmet"]],
    [0, { until: "2024-09-01", agreementId: "T-1" }, ["another_agreement unmet"]],
  ] as const)("after %i extensions, one of %j fails for %j", (extensions, change, guards) => {
    const event: MemberEvent = { type: "extended", asOf, agreementId: "T-2", ground: "shop reopens", approver: "li", ...change };
    const answer = stepMember(changed(trial, {}, { extensions }), event, known);
    expect(answer.ok ? [] : failed(answer.problem)).toStrictEqual(guards);
    if (answer.ok) expect(answer.value.next.data).toMatchObject({ trialEnd: change.until, extensions: 1 });
  });

  // a trial agreement is never prolonged: the new one begins where the old one ends, whose end no longer ends the member
  test("S03-23: an extended trial goes on under another agreement, and its old one ends without it", () => {
    const event: MemberEvent = { type: "extended", asOf, agreementId: "T-2", until: "2024-09-01", ground: "shop reopens", approver: "li" };
    const { next } = step(trial, event);
    expect(next.data).toMatchObject({
      agreementId: "T-2",
      agreementKind: "trial",
      agreementStart: "2024-07-01",
      agreementEnd: "2024-09-01",
      trialEnd: "2024-09-01",
    });
    expect(failed(refuse(next, { type: "agreementExpired", asOf: "2024-07-01", agreementId: "T-1" }))).toStrictEqual([
      "agreement_of_member unmet",
    ]);
    expect(step(next, { type: "dayPassed", asOf: "2024-09-01" }).next.at.relationship).toBe("expired");
    expect(failed(refuse(trial, event, { ...known, missingClauses: ["territory"] }))).toStrictEqual(["agreement_complete unmet"]);
  });
});

describe("promotion out of the trial", () => {
  const promoted = (change: object = {}, day = asOf): MemberEvent => ({
    type: "promotedToDistributor",
    asOf: day,
    agreement: { agreementId: "A-2", signedOn: day, start: "2024-07-01", ...change },
  });

  test.each([
    ["good", "none", ["maker_evaluation_passed unmet"]],
    ["good", "failed", ["maker_evaluation_passed unmet"]],
    ["none", "passed", ["performance_good unmet"]],
    ["poor", "passed", ["performance_good unmet"]],
    ["good", "passed", []],
  ] as const)("S03-24: performance %s and evaluation %s: fails for %j", (performance, makerEvaluation, guards) => {
    const answer = stepMember(changed(trial, {}, { performance, makerEvaluation }), promoted(), known);
    expect(answer.ok ? [] : failed(answer.problem)).toStrictEqual(guards);
    if (answer.ok) {
      expect(answer.value.next.at).toStrictEqual({ relationship: "active", level: "distributor", standing: "good" });
      expect(answer.value.next.data).toMatchObject({
        agreementId: "A-2",
        agreementKind: "distribution",
        trialEnd: null,
        agreementEnd: null,
      });
    }
  });

  test("S03-24: it may be promoted and never is by itself", () => {
    const { next } = step(goodTrial, { type: "dayPassed", asOf: "2024-07-01" });
    expect(next.at).toStrictEqual({ relationship: "expired", level: "trial_distributor", standing: "good" });
  });

  test.each([
    [{ agreementId: "T-1" }, ["agreement_new unmet"]],
    [{ agreementId: "" }, ["agreement_new unmet"]],
    [{ signedOn: undefined }, ["agreement_signed unknown"]],
    [{ signedOn: "2024-05-21" }, ["agreement_signed unmet"]],
    [{ signedOn: "2024-05-19" }, []],
    [{ start: undefined }, ["agreement_in_time unknown"]],
    [{ start: "2024-06-30" }, []],
    [{ start: "2024-07-01" }, []],
    [{ start: "2024-07-02" }, ["agreement_in_time unmet"]],
    [{ start: "2024-05-01", end: "2024-05-20" }, ["agreement_runs unmet"]],
    [{ start: "2024-05-01", end: "2024-05-21" }, []],
    [{ start: "2024-06-01", end: "2024-06-01" }, ["agreement_runs unmet"]],
    [{ start: "2024-06-01", end: "2024-06-02" }, []],
  ])("S03-24: a new agreement with %j fails for %j", (change, guards) => {
    const answer = stepMember(goodTrial, promoted(change), known);
    expect(answer.ok ? [] : failed(answer.problem)).toStrictEqual(guards);
  });

  test.each([
    ["2024-06-30", []],
    ["2024-07-01", ["time_offered unmet"]],
    ["2024-07-02", ["time_offered unmet"]],
  ])("S03-23, S03-24: decided on %s it fails for %j", (day, guards) => {
    const answer = stepMember(goodTrial, promoted({}, day), known);
    expect(answer.ok ? [] : failed(answer.problem)).toStrictEqual(guards);
  });

  test("a member that is warned or has broken its contract does not rise", () => {
    expect(failed(refuse(changed(goodTrial, { standing: "watch" }), promoted()))).toStrictEqual(["standing_good unmet"]);
    const broken = changed(goodTrial, {}, { breaches: [{ id: "B-1", kind: "diversion", date: "2023-01-01" }] });
    expect(failed(refuse(broken, promoted()))).toStrictEqual(["breaches_tolerable unmet"]);
  });
});

describe("new business", () => {
  const order: MemberEvent = { type: "exposureRequested", asOf, exposure: { kind: "order", productIds: ["P-1"], territoryIds: ["north"] } };

  test("is accepted from a member and refused to a prospect", () => {
    expect(step(distributor, order).effects).toStrictEqual([
      { effect: "accept_exposure", params: { exposure: { kind: "order", productIds: ["P-1"], territoryIds: ["north"] } } },
    ]);
    expect(refuse(prospect, order).params["why"]).toBe("no_arrow");
  });

  test.each([
    [true, "2024-06-30", []],
    [true, "2024-07-01", ["time_offered unmet"]],
    [false, "2024-06-30", ["supplied_under_notice unmet"]],
  ])("under notice, with supply %s, on %s it fails for %j", (supplyDuringNotice, day, guards) => {
    const answer = stepMember(exiting, { ...order, asOf: day }, { ...known, supplyDuringNotice });
    expect(answer.ok ? [] : failed(answer.problem)).toStrictEqual(guards);
  });

  test("is over with the notice", () => {
    expect(failed(refuse(windingUp, { ...order, asOf: "2024-07-01" }))).toStrictEqual(["notice_runs unmet"]);
  });
});

describe("the ways out", () => {
  const poor = changed(distributor, {}, { lastReview: "bad", badReviews: ["V-1"] });
  const notice = (change: object = {}): MemberEvent =>
    ({ type: "noticeGiven", asOf, by: "maker", ground: "poor_performance", exitOn: "2024-07-01", ...change }) as MemberEvent;

  test("S06-31: a proposal of exit without a ground that stands is refused", () => {
    expect(failed(refuse(distributor, notice()))).toContain("ground_stands unmet");
    expect(failed(refuse(distributor, notice({ ground: undefined })))).toContain("ground_stands unknown");
    expect(failed(refuse(distributor, notice({ ground: "own_wish" })))).toContain("ground_stands unmet");
    expect(failed(refuse(distributor, { type: "eliminated", asOf, ground: "poor_performance" }))).toStrictEqual(["ground_stands unmet"]);
    expect(failed(refuse(distributor, { type: "terminatedForCause", asOf, ground: "breach" }))).toStrictEqual(["ground_stands unmet"]);
    const { next } = step(poor, notice());
    expect(next.data.exitReason).toStrictEqual({ on: asOf, ground: "poor_performance", evidence: ["V-1"] });
  });

  test("S06-32: the manufacturer gives no notice before the impact of the exit is assessed", () => {
    const unassessed: MemberFacts = { ...known, exitImpactOn: undefined };
    expect(missing(refuse(poor, notice(), unassessed))).toContain("facts.exitImpactOn");
    expect(failed(refuse(poor, notice(), { ...known, exitImpactOn: "2024-05-21" }))).toContain("impact_assessed unmet");
    expect(step(distributor, notice({ by: "member", ground: "own_wish" }), unassessed).next.at.relationship).toBe("exiting");
  });

  // a member since January is owed one month, to the end of the month: 2024-06-20 → first day without contract 2024-07-01
  test.each([
    ["2024-06-30", ["notice_long_enough unmet"]],
    ["2024-07-01", []],
    ["2024-07-02", []],
  ])("S06-33: a notice to %s fails for %j", (exitOn, guards) => {
    const answer = stepMember(distributor, notice({ by: "member", ground: "own_wish", exitOn }), known);
    expect(
      answer.ok ? [] : failed(answer.problem).filter((guard) => guard !== "by_maker unmet" && !guard.startsWith("ground")),
    ).toStrictEqual(guards);
    if (answer.ok) expect(answer.value.effects[0]).toStrictEqual({ effect: "end_agreement", params: { exitOn } });
  });

  test("S06-33: an elimination is dated by the notice that is owed, and nothing is completed before", () => {
    const { next, effects } = step(poor, { type: "eliminated", asOf, ground: "last_place" });
    expect(next.data).toMatchObject({ exitKind: "elimination", exitOn: "2024-07-01", noticeEnds: "2024-07-01" });
    expect(effects.find(({ effect }) => effect === "end_agreement")?.params).toStrictEqual({ exitOn: "2024-07-01" });
    const cleared = changed(next, {}, { openItems: [] });
    expect(failed(refuse(cleared, { type: "exitCompleted", asOf: "2024-06-30" }))).toStrictEqual(["notice_over unmet"]);
  });

  // the notice that is owed runs to 2024-07-01; with an earlier end of the term the contract ends on that day all the same
  test.each([
    ["2024-06-15", "2024-06-15"],
    ["2024-06-30", "2024-06-30"],
    ["2024-07-01", "2024-07-01"],
    ["2024-07-02", "2024-07-01"],
  ])("S06-33: a term until %s and a notice owed until 2024-07-01 end on %s", (agreementEnd, exitOn) => {
    const fixed = changed(poor, {}, { agreementEnd });
    const { next, effects } = step(fixed, { type: "eliminated", asOf, ground: "last_place" });
    expect(next.data).toMatchObject({ exitOn, noticeEnds: exitOn });
    expect(effects[0]).toStrictEqual({ effect: "end_agreement", params: { exitOn } });
    const given = step(fixed, notice({ by: "member", ground: "own_wish", exitOn: "2024-12-31" }));
    expect(given.next.data.exitOn).toBe(agreementEnd);
    const early = stepMember(fixed, notice({ by: "member", ground: "own_wish", exitOn: agreementEnd }), known);
    expect(early.ok).toBe(true);
  });

  test("S03-23: a trial under notice ends with its term, and nothing new is accepted after it", () => {
    const { next } = step(trial, { type: "eliminated", asOf: "2024-06-20", ground: "last_place" });
    expect(next.data.noticeEnds).toBe("2024-07-01");
    const order = { type: "exposureRequested", exposure: { kind: "order" } } as const;
    expect(stepMember(next, { ...order, asOf: "2024-06-30" }, known).ok).toBe(true);
    const over = step(next, { type: "dayPassed", asOf: "2024-07-01" });
    expect(effectsOf(over)).toStrictEqual(["freeze_orders", "close_registrations", "revoke_access", "notify"]);
    expect(failed(refuse(over.next, { ...order, asOf: "2024-07-01" }))).toStrictEqual(["notice_runs unmet"]);
  });

  test("a notice that no step reaches is not agreed", () => {
    const facts: MemberFacts = { ...known, noticeSteps: [{ fromMonths: 6, noticeMonths: 1 }] };
    expect(failed(refuse(poor, { type: "eliminated", asOf, ground: "last_place" }, facts))).toStrictEqual(["notice_agreed unknown"]);
    expect(failed(refuse(distributor, notice({ by: "member", ground: "own_wish" }), facts))).toContain("notice_long_enough unknown");
  });

  // the case itself is decided elsewhere; here its decision is a ground
  test("a member is replaced where a replacement was decided on", () => {
    const replaced: MemberEvent = { type: "eliminated", asOf, ground: "replacement" };
    expect(failed(refuse(distributor, replaced))).toStrictEqual(["ground_stands unmet"]);
    const { next } = step(distributor, replaced, { ...known, establishedGrounds: ["replacement"] });
    expect([next.at.relationship, next.data.exitReason?.ground]).toStrictEqual(["exiting", "replacement"]);
  });

  test("a serious ground ends it at once", () => {
    const broken = changed(distributor, {}, { breaches: [{ id: "B-1", kind: "diversion", date: asOf }] });
    const { next, effects } = step(broken, { type: "terminatedForCause", asOf, ground: "breach" });
    expect(next.data).toMatchObject({ exitKind: "cause", exitOn: asOf, noticeEnds: null });
    expect(next.data.exitReason?.evidence).toStrictEqual(["B-1"]);
    expect(effects[0]).toStrictEqual({ effect: "freeze_orders", params: { scope: { kind: "all" } } });
    expect(failed(refuse(poor, { type: "terminatedForCause", asOf, ground: "poor_performance" }))).toStrictEqual([
      "ground_immediate unmet",
    ]);
  });

  test.each([
    ["2024-05-31", false],
    ["2024-06-01", true],
    ["2024-06-02", true],
  ])("S07-13: a remediation due before 2024-06-01, asked on %s: eliminated is %s", (day, gone) => {
    const answer = stepMember(remedying, { type: "dayPassed", asOf: day }, known);
    expect(answer.ok && answer.value.next.at.relationship === "exiting").toBe(gone);
    if (answer.ok) expect(answer.value.next.data.exitReason).toStrictEqual({ on: day, ground: "failed_remediation", evidence: [] });
  });

  test("S07-13: met in time, the member stays", () => {
    const { next } = step(remedying, { type: "remediationAccepted", asOf: "2024-05-31", by: "wang" });
    expect(next.at).toStrictEqual({ relationship: "active", level: "distributor", standing: "good" });
    expect(stepMember(next, { type: "dayPassed", asOf: "2024-06-01" }, known).ok).toBe(false);
    expect(failed(refuse(remedying, { type: "remediationAccepted", asOf: "2024-06-01", by: "wang" }))).toStrictEqual([
      "time_offered unmet",
    ]);
  });

  test.each([
    ["2024-08-31", false],
    ["2024-09-01", true],
  ])("a suspension that must end by 2024-09-01, asked on %s: out is %s", (day, out) => {
    const answer = stepMember(suspended, { type: "dayPassed", asOf: day }, known);
    expect(answer.ok && answer.value.next.at.relationship === "exiting").toBe(out);
  });

  test.each([
    ["2024-05-19", ["term_goes_on unmet"]],
    ["2024-05-20", ["term_goes_on unmet"]],
    ["2024-05-21", []],
    ["open", []],
  ])("a renewal on 2024-05-20 until %s fails for %j", (end, guards) => {
    const answer = stepMember(agent, { type: "agreementRenewed", asOf, agreementId: "A-2", end }, known);
    expect(answer.ok ? [] : failed(answer.problem)).toStrictEqual(guards);
  });

  test("an agreement that is not renewed ends the relationship on its day", () => {
    const fixed = changed(agent, {}, { agreementEnd: "2024-09-01" });
    const renewed = step(fixed, { type: "agreementRenewed", asOf: "2024-08-31", agreementId: "A-1", end: "open" });
    expect(stepMember(renewed.next, { type: "dayPassed", asOf: "2024-09-01" }, known).ok).toBe(false);
    const { next } = step(fixed, { type: "dayPassed", asOf: "2024-09-01" });
    expect(next.data).toMatchObject({ exitKind: "expiry", exitOn: "2024-09-01", noticeEnds: null });
    expect(next.data.exitReason?.ground).toBe("agreement_ended");
  });

  test.each(["agreementExpired", "agreementTerminated"] as const)(
    "what the agreement's own life tells as %s ends the relationship, if it is the member's",
    (type) => {
      const { next } = step(distributor, { type, asOf, agreementId: "A-1" });
      expect(next.data).toMatchObject({ exitKind: "expiry", exitOn: asOf, noticeEnds: null });
      expect(failed(refuse(distributor, { type, asOf, agreementId: "A-0" }))).toStrictEqual(["agreement_of_member unmet"]);
      expect(failed(refuse(trial, { type, asOf: "2024-07-01", agreementId: "T-1" }))).toStrictEqual(["time_offered unmet"]);
    },
  );

  test("S02-19: two bad reviews in a row eliminate where the policy says so, and the reviews are kept as the reason", () => {
    const facts: MemberFacts = { ...known, badReviewAction: "elimination" };
    const first = step(distributor, review("D", "40", "2024-03-31"), facts);
    expect(first.next.at).toStrictEqual({ relationship: "active", level: "distributor", standing: "watch" });
    const second = step(first.next, review("D", "41", "2024-06-30"), facts);
    expect(second.next.at.relationship).toBe("exiting");
    expect(second.next.data.exitReason).toStrictEqual({
      on: "2024-06-30",
      ground: "poor_performance",
      evidence: ["V-2024-03-31", "V-2024-06-30"],
    });
  });

  test("a notice is taken back by both sides, while it runs, and never by one", () => {
    expect(failed(refuse(exiting, { type: "noticeRevoked", asOf, agreedBy: ["maker"] }))).toStrictEqual(["both_agree unmet"]);
    expect(failed(refuse(windingUp, { type: "noticeRevoked", asOf: "2024-07-01", agreedBy: ["maker", "member"] }))).toStrictEqual([
      "notice_runs unmet",
    ]);
    const eliminated = changed(exiting, {}, { exitKind: "elimination" });
    expect(failed(refuse(eliminated, { type: "noticeRevoked", asOf, agreedBy: ["maker", "member"] }))).toStrictEqual([
      "under_notice unmet",
    ]);
    const fromTrial = changed(exiting, { level: "trial_distributor" });
    expect(failed(refuse(fromTrial, { type: "noticeRevoked", asOf, agreedBy: ["maker", "member"] }))).toStrictEqual(["above_trial unmet"]);
    const { next } = step(exiting, { type: "noticeRevoked", asOf, agreedBy: ["maker", "member"] });
    expect(next).toStrictEqual(
      changed(
        exiting,
        { relationship: "active" },
        { since: asOf, exitKind: null, exitReason: null, exitOn: null, noticeEnds: null, openItems: [], closedItems: [] },
      ),
    );
  });
});

describe("the exit checklist", () => {
  const left = step(distributor, { type: "noticeGiven", asOf, by: "member", ground: "own_wish", exitOn: "2024-07-01" }).next;
  const close = (state: MemberState, item: string) => step(state, { type: "exitItemClosed", asOf, item, result: "done" }).next;

  test("complaint 23: has the nine items and the host's own, each once", () => {
    expect(left.data.openItems).toStrictEqual([...exitItems, "showroom"]);
    const own = step(
      distributor,
      { type: "noticeGiven", asOf, by: "member", ground: "own_wish", exitOn: "2024-07-01" },
      { ...known, ownExitItems: ["stock"] },
    );
    expect(own.next.data.openItems).toStrictEqual([...exitItems]);
  });

  test("S06-34: the member has left only when every single item is closed and the notice has run out", () => {
    const completed: MemberEvent = { type: "exitCompleted", asOf: "2024-07-01" };
    const over = (state: MemberState) => step(state, { type: "dayPassed", asOf: "2024-07-01" }).next;
    const items = left.data.openItems;
    for (const open of items) {
      const almost = items.filter((item) => item !== open).reduce(close, left);
      const answer = refuse(over(almost), completed);
      expect(answer.failed.map(({ params }) => params["read"])).toStrictEqual([{ "data.openItems": [open] }]);
      const { next, effects } = accepted(stepMember(over(close(almost, open)), completed, {}));
      expect(next.at.relationship).toBe("exited");
      expect(effects.map(({ effect }) => effect)).toStrictEqual([
        "settle",
        "settle_claims",
        "release_deposit",
        "revoke_access",
        "reassign_leads",
        "archive",
        "notify",
      ]);
    }
  });

  test("S06-34: keeps who closed what and how, and opens again what turns up", () => {
    const closed = step(left, { type: "exitItemClosed", asOf, item: "receivables", result: "written plan of payment" }).next;
    expect(closed.data.closedItems).toStrictEqual([{ item: "receivables", closedOn: asOf, result: "written plan of payment" }]);
    expect(failed(refuse(closed, { type: "exitItemClosed", asOf, item: "receivables", result: "done" }))).toStrictEqual([
      "item_open unmet",
    ]);
    expect(failed(refuse(left, { type: "exitItemClosed", asOf, item: "goodwill", result: "done" }))).toStrictEqual(["item_open unmet"]);
    expect(failed(refuse(left, { type: "exitItemClosed", asOf, item: "deposit", result: "" }))).toStrictEqual(["result_given unmet"]);
    const again = step(closed, { type: "exitItemReopened", asOf, item: "receivables", ground: "an invoice turned up" }).next;
    expect([again.data.openItems.at(-1), again.data.closedItems]).toStrictEqual(["receivables", []]);
    expect(failed(refuse(left, { type: "exitItemReopened", asOf, item: "receivables", ground: "x" }))).toStrictEqual(["item_closed unmet"]);
  });

  test("the end of the notice shuts supply and access", () => {
    expect(effectsOf(step(left, { type: "dayPassed", asOf: "2024-07-01" }))).toStrictEqual([
      "freeze_orders",
      "close_registrations",
      "revoke_access",
      "notify",
    ]);
  });
});

describe("the next review", () => {
  // member since 2024-01-01, a review every three months
  test.each([
    ["2024-09-30", undefined],
    ["2024-10-01", "2025-01-01"],
    ["2025-03-31", "2025-04-01"],
    ["2025-04-01", "2025-07-01"],
  ])("due on 2024-10-01, asked on %s, the next is due on %s", (day, nextReviewOn) => {
    const answer = stepMember(distributor, { type: "dayPassed", asOf: day }, known);
    expect(answer.ok ? answer.value.next.data.nextReviewOn : undefined).toBe(nextReviewOn);
    if (answer.ok) expect(answer.value.effects).toStrictEqual([{ effect: "call_review", params: {} }]);
  });
});
