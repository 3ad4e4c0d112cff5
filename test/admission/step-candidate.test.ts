import { type CandidateEvent, type CandidateState, type CandidateStepFacts, stepCandidate } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { along, failed, found, known, refusal, step, way } from "../support/candidate-life.js";
import { faultAt } from "../support/fault-of.js";
import { expectWords, say } from "../support/says.js";

const [screened, interviewed, trained, tested, evaluated, opened, signed] = way.map(([, event]) => event) as [
  CandidateEvent,
  CandidateEvent,
  CandidateEvent,
  CandidateEvent,
  Extract<CandidateEvent, { type: "evaluated" }>,
  CandidateEvent,
  CandidateEvent,
];
const without = (name: keyof CandidateStepFacts): CandidateStepFacts => ({ ...known, [name]: null });
const effects = (state: CandidateState, event: CandidateEvent, facts?: CandidateStepFacts) =>
  step(state, event, facts).effects.map(({ effect }) => effect);

describe("stepCandidate()", () => {
  // S08-12
  test("leads a candidate that succeeds in everything to its signature, and says what follows each time", () => {
    let state = found;
    const seen: (readonly [string, readonly string[]])[] = [];
    for (const [to, event] of way) {
      const { next, effects } = step(state, event);
      expect(next.at).toBe(to);
      seen.push([event.type, effects.map(({ effect }) => effect)]);
      state = next;
    }
    expect(seen).toStrictEqual([
      ["screened", ["arrange_interview"]],
      ["interviewed", ["arrange_training"]],
      ["trained", ["arrange_test"]],
      ["tested", ["evaluate"]],
      ["evaluated", ["invite_application"]],
      ["negotiationOpened", ["negotiate"]],
      ["signed", ["file_dossier", "begin_onboarding"]],
    ]);
    expect(state.data).toStrictEqual({
      kind: "distributor",
      foundOn: "2024-03-01",
      since: "2024-04-20",
      reviewOn: null,
      competence: "passed",
      testsFailed: 0,
      decision: "accept",
      evaluatedBy: "2024-1",
      validUntil: "2024-06-30",
      talksUntil: null,
      endedOn: "2024-04-20",
    });
  });

  // S08-12: no stage can be skipped, and a trained candidate must be tested first
  test.each(way.map(([to], i) => ({ i, to })))("what comes after $to is refused before it ($i)", ({ i }) => {
    for (const [, event] of way.slice(i + 1)) expect(stepCandidate(along(i), event, known).ok).toBe(false);
  });

  test("skipping the interview is refused, with what is allowed instead", () => {
    const { params, allowed, failed } = refusal(along(1), trained);
    expect([params["why"], failed, allowed]).toStrictEqual(["no_arrow", [], ["interviewed", "rejected", "withdrew"]]);
    expect(say(refusal(along(1), trained), "zh")).not.toMatch(/engine\./);
  });
});

describe("selection", () => {
  // S04-17, S12-18
  test("before the channel design is approved is refused", () => {
    expect(failed(found, screened, { ...known, designApproved: false })).toContain("design_approved unmet");
    expect(failed(found, screened, without("designApproved"))).toContain("design_approved unknown");
    expect(step(found, screened).next.at).toBe("screened");
  });

  // S01-06
  test("of a kind that the strategy does not want ends in a rejection, however it was screened", () => {
    const retailer: CandidateState = { ...found, data: { ...found.data, kind: "retailer" } };
    expect(step(retailer, screened).next).toMatchObject({ at: "rejected", data: { endedOn: "2024-03-05" } });
    expect(effects(retailer, screened)).toStrictEqual(["notify_candidate"]);
    expect(failed(found, screened, without("allowedKinds"))).toContain("off_strategy unknown");
  });

  // S02-17
  test.each([
    { verdict: "pursue", at: "screened", effect: ["arrange_interview"] },
    { verdict: "not_now", at: "prospect", effect: [] },
    { verdict: "reserve", at: "prospect", effect: [] },
    { verdict: "incomplete", at: "prospect", effect: ["request_information"] },
    { verdict: "drop", at: "rejected", effect: ["notify_candidate"] },
  ] as const)("screened as $verdict it is $at", ({ verdict, at, effect }) => {
    const event = { type: "screened", asOf: "2024-03-05", by: "P-1", verdict, reviewOn: "2024-06-03" } as const;
    expect(step(found, event).next.at).toBe(at);
    expect(effects(found, event)).toStrictEqual(effect);
    expect(step(found, event).next.data.reviewOn).toBe(at === "prospect" ? "2024-06-03" : null);
  });

  test("cannot be put off without a day to look again", () => {
    const event = { type: "screened", asOf: "2024-03-05", by: "P-1", verdict: "not_now" } as const;
    expect(failed(found, event)).toContain("set_review unknown");
  });

  test("a verdict that contradicts the strategy leads nowhere", () => {
    const event = { type: "screened", asOf: "2024-03-05", by: "P-1", verdict: "off_strategy" } as const;
    expect(failed(found, event)).toContain("worth_pursuing unmet");
  });
});

describe("interview and training", () => {
  test.each([
    { result: "passed", at: "interviewed", effect: "arrange_training" },
    { result: "again", at: "screened", effect: "arrange_interview" },
    { result: "failed", at: "rejected", effect: "notify_candidate" },
  ] as const)("an interview $result leaves it $at", ({ result, at, effect }) => {
    const event = { type: "interviewed", asOf: "2024-03-10", by: "P-1", result } as const;
    expect([step(along(1), event).next.at, ...effects(along(1), event)]).toStrictEqual([at, effect]);
  });

  test("every mandatory topic must be covered", () => {
    const part = { type: "trained", asOf: "2024-03-20", topics: ["product_knowledge"] } as const;
    expect(failed(along(2), part)).toStrictEqual(["topics_covered unmet"]);
    expect(failed(along(2), trained, without("mandatoryTopics"))).toStrictEqual(["topics_covered unknown"]);
    expect(step(along(2), part, { ...known, mandatoryTopics: [] }).next.at).toBe("trained");
  });
});

// S08-13
describe("the competence gate", () => {
  const test_ = (score: string): CandidateEvent => ({ type: "tested", asOf: "2024-03-25", score });

  test.each([
    { score: "0.59", competence: "failed", why: "just below the minimum" },
    { score: "0.6", competence: "passed", why: "on it" },
    { score: "0.61", competence: "passed", why: "above it" },
  ])("$score: $competence, $why", ({ score, competence }) => {
    expect(step(along(3), test_(score)).next.data.competence).toBe(competence);
  });

  test("a failed test blocks the evaluation and the signature", () => {
    const { next } = step(along(3), test_("0.59"));
    expect(next).toMatchObject({ at: "trained", data: { competence: "failed", testsFailed: 1 } });
    expect(failed(next, evaluated)).toContain("competent unmet");
    expect(failed(along(6, { competence: "failed" }), signed)).toContain("competent unmet");
  });

  test("no test at all blocks too, and is not a failure", () => {
    expect(failed(along(3), evaluated)).toContain("competent unknown");
    expect(failed(along(6, { competence: "untested" }), signed)).toContain("competent unknown");
  });

  test("the last failed test ends the candidacy", () => {
    const once = step(along(3), test_("0"));
    expect(once.effects.map(({ effect }) => effect)).toStrictEqual(["repeat_training"]);
    const twice = step(once.next, test_("0.59"));
    expect(twice.next).toMatchObject({ at: "rejected", data: { testsFailed: 2, endedOn: "2024-03-25" } });
    expect(step(once.next, test_("0.6")).next).toMatchObject({ at: "trained", data: { competence: "passed" } });
  });

  test.each(["minimumCompetence", "maximumTests"] as const)("without %s a failed test decides nothing", (name) => {
    expect(refusal(along(3), test_("0"), without(name)).params["why"]).toBe("unknown");
  });

  test("passing needs no number of tests, failing does", () => {
    expect(step(along(3), test_("1"), without("maximumTests")).next.data.competence).toBe("passed");
  });
});

describe("the decision", () => {
  const decided = (more: object) => ({ ...evaluated, ...more }) as CandidateEvent;
  const deviation = { ground: "the only one in the county", approver: "P-9" };

  test("follows the evaluation, and keeps its version and how long it holds", () => {
    const { at, data } = step(along(4), decided({ verdict: "conditional", decision: "conditional" })).next;
    expect(at).toBe("evaluated");
    expect(data).toMatchObject({ decision: "conditional", evaluatedBy: "2024-1", validUntil: "2024-06-30" });
    expect(data.deviation).toBeUndefined();
    expect(step(along(4), decided({ verdict: "reject", decision: "reject" })).next).toMatchObject({
      at: "rejected",
      data: { decision: "reject", evaluatedBy: "2024-1", endedOn: "2024-04-01" },
    });
  });

  // S02-28: deviations need a recorded ground
  test("against the evaluation needs a ground and somebody else's approval, both of which stay on record", () => {
    const against = { verdict: "reject", decision: "accept" };
    expect(failed(along(4), decided(against))).toContain("deviation_approved unknown");
    expect(failed(along(4), decided({ ...against, ground: "a friend", approver: "P-1" }))).toContain("deviation_approved unmet");
    expect(step(along(4), decided({ ...against, ...deviation })).next).toMatchObject({ at: "evaluated", data: { deviation } });
    expect(step(along(4), decided({ verdict: "accept", decision: "reject", ...deviation })).next).toMatchObject({
      at: "rejected",
      data: { deviation },
    });
  });

  test("cannot be made where the evaluation is undetermined, not even with a ground", () => {
    for (const decision of ["accept", "conditional", "reject"]) {
      expect(refusal(along(4), decided({ verdict: "undetermined", decision, ...deviation })).params["why"]).toBe("unknown");
    }
  });

  test("to take it on needs to know how long the evaluation holds, to reject does not", () => {
    expect(failed(along(4), evaluated, without("evaluationDays"))).toContain("note_decision unknown");
    expect(step(along(4), decided({ verdict: "reject", decision: "reject" }), without("evaluationDays")).next.at).toBe("rejected");
  });
});

describe("talks and signature", () => {
  // S14-11, S14-10
  test.each(["drafted", "submitted", "rejected"] as const)("with a plan that is %s there are no talks and no signature", (plan) => {
    expect(failed(along(5), opened, { ...known, plan })).toStrictEqual(["plan_approved unmet"]);
    expect(failed(along(6), signed, { ...known, plan })).toContain("plan_approved unmet");
  });

  test("without knowing the plan there are no talks either", () => {
    expect(failed(along(5), opened, without("plan"))).toStrictEqual(["plan_approved unknown"]);
  });

  test.each([
    { asOf: "2024-06-29", ok: true, why: "its last day" },
    { asOf: "2024-06-30", ok: false, why: "the day it lapsed" },
  ])("on $asOf the evaluation holds: $ok, $why", ({ asOf, ok }) => {
    expect(stepCandidate(along(5), { type: "negotiationOpened", asOf, by: "P-1", until: "2024-12-31" }, known).ok).toBe(ok);
    expect(stepCandidate(along(6, { talksUntil: "2024-12-31" }), { type: "signed", asOf, by: "P-2" }, known).ok).toBe(ok);
  });

  test.each([
    { asOf: "2024-05-04", guards: [] },
    { asOf: "2024-05-05", guards: ["talks_running unmet"] },
    { asOf: "2024-05-06", guards: ["talks_running unmet"] },
  ])("talks that lapse on 2024-05-05 lead to no signature on $asOf: $guards, whether or not the day was offered", ({ asOf, guards }) => {
    const answer = stepCandidate(along(6), { type: "signed", asOf, by: "P-2" }, known);
    const found = answer.ok ? [] : answer.problem.failed.map(({ params, status }) => `${params["guard"]} ${status}`);
    expect(found.filter((guard) => guard.startsWith("talks"))).toStrictEqual([...guards, ...guards]);
    expect(answer.ok).toBe(guards.length === 0);
  });

  test("only those sign who may", () => {
    expect(failed(along(6), { type: "signed", asOf: "2024-04-20", by: "P-1" })).toContain("may_sign unmet");
    expect(failed(along(6), signed, without("signatories"))).toContain("may_sign unknown");
  });

  test.each([
    { admission: "admitted", found: "signed" },
    { admission: "admitted_with_exceptions", found: "signed" },
    { admission: "not_required", found: "signed" },
    { admission: "rejected", found: "admitted unmet" },
    { admission: "qualified_no_vacancy", found: "admitted unmet" },
    { admission: "information_requested", found: "admitted unknown" },
    { admission: "special_evaluation", found: "admitted unknown" },
    { admission: null, found: "admitted unknown" },
  ] as const)("with admission $admission: $found", ({ admission, found }) => {
    const facts = { ...known, admission };
    if (found === "signed") expect(step(along(6), signed, facts).next.at).toBe(found);
    else expect(failed(along(6), signed, facts)).toContain(found);
  });

  test("what was accepted on conditions is signed when they are met", () => {
    const state = along(6, { decision: "conditional" });
    expect(failed(state, signed)).toContain("conditions_met unknown");
    expect(failed(state, signed, { ...known, conditionsMet: false })).toContain("conditions_met unmet");
    expect(step(state, signed, { ...known, conditionsMet: true }).next.at).toBe("signed");
  });
});

describe("ends", () => {
  const stages = [0, 1, 2, 3, 4, 5, 6];

  test.each(stages)("a candidate may give up at any time (%i)", (i) => {
    expect(step(along(i), { type: "withdrew", asOf: "2024-04-21" }, {}).next).toMatchObject({
      at: "withdrawn",
      data: { endedOn: "2024-04-21" },
    });
  });

  test.each(stages)("and may be turned down at any time, with a ground (%i)", (i) => {
    const event = { type: "rejected", asOf: "2024-04-21", by: "P-1" } as const;
    expect(step(along(i), { ...event, ground: "a forged licence" }, {}).next).toMatchObject({
      at: "rejected",
      data: { ground: "a forged licence", endedOn: "2024-04-21" },
    });
    expect(failed(along(i), event as never, {})).toStrictEqual(["ground_given unknown", "note_ground unknown"]);
  });

  test("nothing leads out of an end", () => {
    for (const at of ["signed", "rejected", "withdrawn"] as const) {
      for (const [, event] of [...way, ["withdrawn", { type: "withdrew", asOf: "2024-05-01" }] as const]) {
        expect(stepCandidate({ ...found, at }, event, known).ok).toBe(false);
      }
    }
  });
});

describe("what a step shows", () => {
  test("survives JSON and is said in both languages", () => {
    const answer = step(along(5), opened);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expectWords(answer.explanation);
    const refused = refusal(along(5), opened, without("plan"));
    expect(JSON.parse(JSON.stringify(refused))).toStrictEqual(refused);
  });

  test("faults what is malformed, with its place", () => {
    const of = (state: object, event: object, facts: object) =>
      faultAt(() => stepCandidate(state as never, event as never, facts as never));
    expect(of({ ...found, at: "gone" }, screened, known)).toBe("kernel.not_a_choice at state.at");
    expect(of({ at: "prospect" }, screened, known)).toBe("kernel.not_a_record at state.data");
    expect(of(along(0, { testsFailed: -1 }), screened, known)).toBe("kernel.not_a_count at state.data.testsFailed");
    expect(of(found, { type: "adopted" }, known)).toBe("kernel.not_a_choice at event.type");
    expect(of(found, { ...screened, verdict: "accept" }, known)).toBe("kernel.not_a_choice at event.verdict");
    expect(of(along(4), { ...evaluated, verdict: "pursue" }, known)).toBe("kernel.not_a_choice at event.verdict");
    expect(of(along(3), { type: "tested", asOf: "2024-03-25", score: "60" }, known)).toBe("engine.score_out_of_range at event.score");
    expect(of(along(2), { ...trained, topics: ["yoga"] }, known)).toBe("kernel.not_a_choice at event.topics[0]");
    expect(of(found, screened, { ...known, allowedKinds: "all" })).toBe("kernel.not_a_list at facts.allowedKinds");
    expect(of(found, screened, { ...known, signatories: [""] })).toBe("kernel.not_text at facts.signatories[0]");
    expect(of(found, { ...interviewed, asOf: "2024-13-01" }, known)).toBe("kernel.not_a_date at event.asOf");
    expect(of(along(3), tested, { ...known, maximumTests: 0 })).toBe("kernel.not_a_count at facts.maximumTests");
  });

  // found on 1 March, screened on the 5th
  test.each([
    ["2024-03-04", ["in_order unmet", "interview_again unmet", "interview_failed unmet"]],
    ["2024-03-05", []],
    ["2024-03-06", []],
  ] as const)("an interview of %s fails for %j: the candidate was screened on 5 March", (asOf, why) => {
    const interviewed: CandidateEvent = { type: "interviewed", asOf, by: "P-1", result: "passed" };
    if (why.length > 0) expect(failed(along(1), interviewed)).toStrictEqual(why);
    else expect(step(along(1), interviewed).next.data.since).toBe(asOf);
  });

  test("nobody gives up before the day it was found; a state stored without the day of its last event takes any", () => {
    expect(failed(found, { type: "withdrew", asOf: "2024-02-29" })).toStrictEqual(["in_order unmet"]);
    expect(step(along(1, { since: undefined }), { type: "withdrew", asOf: "2024-02-29" }).next.data).toMatchObject({
      endedOn: "2024-02-29",
      since: "2024-02-29",
    });
  });
});
