import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";
import { type MemberEvent, type MemberFacts, type MemberState, stepMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import {
  changed,
  distributor,
  effectsOf,
  failed,
  goodTrial,
  known,
  memberCases,
  onWatch,
  prospect,
  refuse,
  remedying,
  step,
  trial,
} from "../support/channel-member.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { revoked, throwing } from "../support/throwing.js";

const evaluated = (asOf: string): MemberEvent => ({ type: "evaluated", asOf, passed: true });

describe("stepMember()", () => {
  // a qualification that stays "ready" and nobody can say why
  test("complaint 25: says what failed, with the facts, and what may happen instead", () => {
    const promoted: MemberEvent = {
      type: "promotedToDistributor",
      asOf: "2024-06-20",
      agreement: { agreementId: "A-2", signedOn: "2024-06-20", start: "2024-07-15" },
    };
    const answer = refuse(changed(goodTrial, {}, { makerEvaluation: "none" }), promoted);
    expect(answer.params).toStrictEqual({
      machine: "member",
      event: "promotedToDistributor",
      eventTitle: { en: "promoted to distributor", zh: "晋升分销商" },
      state: { relationship: "trial", level: "trial_distributor", standing: "good" },
      stateTitle: [
        { en: "on trial", zh: "试销中" },
        { en: "trial distributor", zh: "试销商" },
      ],
      why: "unmet",
    });
    expect(
      answer.failed
        .filter(({ params }) => String(params["arrow"]).startsWith("relationship"))
        .map(({ params }) => [params["guard"], params["read"]]),
    ).toStrictEqual([
      ["maker_evaluation_passed", { "data.makerEvaluation": "none" }],
      [
        "agreement_in_time",
        { "event.agreement": { agreementId: "A-2", signedOn: "2024-06-20", start: "2024-07-15" }, "data.trialEnd": "2024-07-01" },
      ],
    ]);
    expect(answer.allowed).toStrictEqual([
      "extended",
      "agreementExpired",
      "agreementTerminated",
      "reviewed",
      "evaluated",
      "promotedToAgent",
      "breachRecorded",
      "breachResolved",
      "exposureRequested",
      "noticeGiven",
      "eliminated",
      "terminatedForCause",
      "dayPassed",
      "warned",
      "remediationOpened",
      "suspended",
      "safetyEventReported",
    ]);
    const words = {
      en: "Cannot accept promoted to distributor in the state on trial, trial distributor: a condition does not hold",
      zh: "无法在状态“试销中、试销商”接受“晋升分销商”：有条件不成立",
    };
    for (const language of ["en", "zh"] as const) expect(renderMessage(answer, language, catalogue)).toBe(words[language]);
  });

  test("has nothing to offer where nothing can happen any more", () => {
    for (const relationship of ["rejected", "withdrawn", "expired", "exited"] as const) {
      expect(refuse(changed(distributor, { relationship }), evaluated("2024-05-20")).allowed).toStrictEqual([]);
    }
  });

  test.each([
    ["2024-06-30", []],
    ["2024-07-01", ["time_offered unmet"]],
    ["2024-07-02", ["time_offered unmet"]],
  ])("S03-23: on %s something else happens in a trial that ends on 2024-07-01 unless %j", (asOf, guards) => {
    const answer = stepMember(trial, evaluated(asOf), known);
    expect(answer.ok ? [] : failed(answer.problem)).toStrictEqual(guards);
  });

  test("names the date that comes first, and asks for the day", () => {
    const answer = refuse(trial, evaluated("2024-07-03"));
    expect(answer.failed).toStrictEqual([
      {
        code: "engine.guard_unmet",
        status: "unmet",
        params: {
          arrow: "relationship:trial.dayPassed@trialEnd",
          guard: "time_offered",
          title: { en: "time has been offered up to that day", zh: "此前到期的事项已先行处理" },
          read: { "event.asOf": "2024-07-03", "data.trialEnd": "2024-07-01" },
        },
      },
    ]);
    expect([answer.params["why"], answer.params["event"], answer.allowed]).toStrictEqual(["unmet", "evaluated", ["dayPassed"]]);
    for (const language of ["en", "zh"] as const)
      expect(renderMessage(answer.failed[0] as never, language, catalogue)).not.toMatch(/engine\./);
  });

  test("where time itself cannot be told, neither can what comes after it", () => {
    const answer = refuse(remedying, { type: "remediationAccepted", asOf: "2024-06-02", by: "wang" }, {});
    expect(answer.params["why"]).toBe("unknown");
    expect(failed(answer)).toContain("notice_agreed unknown");
    expect(answer.allowed).toStrictEqual(["dayPassed"]);
  });

  test("a date of the past that moves nothing holds nobody up", () => {
    const state = changed(prospect, {}, { trialEnd: "2020-01-01", nextReviewOn: "2020-01-01", noticeEnds: "2020-01-01" });
    expect(stepMember(state, { type: "applied", asOf: "2024-05-20" }, known).ok).toBe(true);
  });

  test("changes neither state, event nor facts, and answers the same twice", () => {
    for (const [state, event, facts = known] of memberCases) {
      const answer = stepMember(frozen(state), frozen(event), frozen(facts));
      expect(stepMember(state, event, facts)).toStrictEqual(answer);
    }
  });
});

describe("what is malformed is a fault with its place", () => {
  const event = evaluated("2024-05-20");
  const wrong = (state: unknown, thing: unknown = event, facts: unknown = known) =>
    faultAt(() => stepMember(state as MemberState, thing as MemberEvent, facts as MemberFacts));
  const data = (change: object) => ({ ...trial, data: { ...trial.data, ...change } });

  test.each<readonly [string, () => string, string]>([
    ["no state", () => wrong(null), "kernel.not_a_record at state"],
    ["no data", () => wrong({ at: trial.at }), "kernel.not_a_record at state.data"],
    [
      "an unknown relationship",
      () => wrong({ ...trial, at: { ...trial.at, relationship: "friend" } }),
      "kernel.not_a_choice at state.at.relationship",
    ],
    [
      "a level named after a prototype",
      () => wrong({ ...trial, at: { ...trial.at, level: "__proto__" } }),
      "kernel.not_a_choice at state.at.level",
    ],
    ["no event", () => wrong(trial, "left"), "kernel.not_a_record at event"],
    ["an unknown event", () => wrong(trial, { type: "constructor", asOf: "2024-05-20" }), "kernel.not_a_choice at event.type"],
    ["an unknown event after the trial", () => wrong(trial, { type: "left", asOf: "2024-08-01" }), "kernel.not_a_choice at event.type"],
    ["no day", () => wrong(trial, { type: "evaluated", passed: true }), "kernel.not_a_date at event.asOf"],
    ["a day with no years after it", () => wrong(trial, evaluated("9999-12-31")), "kernel.date_out_of_range at event.asOf"],
    ["a day that does not exist", () => wrong(trial, evaluated("2024-02-30")), "kernel.not_a_date at event.asOf"],
    ["no facts", () => wrong(trial, event, null), "kernel.not_a_record at facts"],
    ["an end that is none", () => wrong(data({ trialEnd: "soon" })), "kernel.not_a_date at state.data.trialEnd"],
    ["a state that throws", () => wrong(revoked()), "kernel.unreadable at state"],
    [
      "facts that throw",
      () =>
        wrong(
          trial,
          { type: "reviewed", asOf: "2024-05-20", reviewId: "V", score: "1", grade: "D", sales: "1" },
          throwing("badGrades", { ...known, badGrades: undefined }),
        ),
      "kernel.unreadable at facts.badGrades",
    ],
  ])("%s", (_, call, fault) => expect(call()).toBe(fault));

  const asOf = "2024-05-20";
  test.each<readonly [string, MemberState, object, object, string]>([
    ["a list that is text", prospect, { type: "applied" }, { missingDocuments: "" }, "kernel.not_a_list at facts.missingDocuments"],
    [
      "a score that is none",
      trial,
      { type: "reviewed", reviewId: "V", score: "good", grade: "B", sales: "1" },
      {},
      "kernel.not_a_decimal at event.score",
    ],
    [
      "a floor that is none",
      trial,
      { type: "reviewed", reviewId: "V", score: "80", grade: "B", sales: "1" },
      { promotionScore: "high" },
      "kernel.not_a_decimal at facts.promotionScore",
    ],
    [
      "a row of one",
      changed(distributor, {}, {}),
      { type: "reviewed", reviewId: "V", score: "80", grade: "D" },
      { badReviewsInRow: 1 },
      "kernel.not_a_count at facts.badReviewsInRow",
    ],
    [
      "no attempt at all",
      remedying,
      { type: "remediationRejected", by: "wang" },
      { remediationAttempts: 0 },
      "kernel.not_a_count at facts.remediationAttempts",
    ],
    [
      "a scope that is none",
      distributor,
      { type: "suspended", cause: "arrears", scope: { kind: "some" } },
      {},
      "kernel.not_a_choice at event.scope.kind",
    ],
    [
      "a scope of no product",
      distributor,
      { type: "suspended", cause: "arrears", scope: { kind: "products", productIds: [] } },
      {},
      "kernel.not_text at event.scope.productIds[0]",
    ],
    [
      "an exposure that is none",
      distributor,
      { type: "exposureRequested", exposure: { kind: "mood" } },
      {},
      "kernel.not_a_choice at event.exposure.kind",
    ],
    [
      "notice steps that fall",
      changed(distributor, {}, {}),
      { type: "eliminated", ground: "last_place" },
      {
        noticeSteps: [
          { fromMonths: 12, noticeMonths: 1 },
          { fromMonths: 12, noticeMonths: 2 },
        ],
      },
      "kernel.not_a_count at facts.noticeSteps[1].fromMonths",
    ],
    [
      "a breach that is none",
      changed(trial, {}, { breaches: ["B-1"] as never }),
      { type: "reviewed", reviewId: "V", score: "80", grade: "B", sales: "900000" },
      {},
      "kernel.not_a_record at state.data.breaches[0]",
    ],
  ])("%s", (_, state, event_, facts, fault) => {
    expect(wrong(state, { asOf, ...event_ }, { ...known, ...facts })).toBe(fault);
  });

  // an event of a day before the last one would be judged by a state that did not exist yet
  describe("time does not run backwards", () => {
    const warned = step(distributor, { type: "warned", asOf: "2024-03-10", ground: "late reports" }).next;

    test("the day of the last event is noted, and a late day that passes does not set it back", () => {
      expect([distributor.data.since, warned.data.since]).toStrictEqual([undefined, "2024-03-10"]);
      const due = changed(warned, {}, { nextReviewOn: "2024-03-01" });
      const called = step(due, { type: "dayPassed", asOf: "2024-03-01" });
      expect([effectsOf(called), called.next.data.since]).toStrictEqual([["call_review"], "2024-03-10"]);
    });

    test.each([
      ["2024-03-09", ["in_order unmet"]],
      ["2024-03-10", []],
      ["2024-03-11", []],
    ] as const)("after a warning of 10 March, a breach of %s: %j", (asOf, why) => {
      const breach: MemberEvent = { type: "breachRecorded", asOf, breach: { id: "B-1", kind: "diversion", date: "2024-02-01" } };
      const answer = stepMember(frozen(warned), breach, known);
      expect(answer.ok ? [] : failed(answer.problem)).toStrictEqual(why);
      if (answer.ok) expect(answer.value.next.data.since).toBe(asOf);
    });

    test("the refusal says both days, and what may happen instead", () => {
      const answer = refuse(warned, { type: "evaluated", asOf: "2024-03-09", passed: true });
      expect(answer.failed.map(({ params }) => params["read"])).toStrictEqual([{ "event.asOf": "2024-03-09", "data.since": "2024-03-10" }]);
      expect([answer.params["why"], answer.allowed.includes("warned"), answer.allowed.includes("evaluated")]).toStrictEqual([
        "unmet",
        true,
        false,
      ]);
      for (const language of ["en", "zh"] as const)
        for (const message of [answer, ...answer.failed]) expect(renderMessage(message, language, catalogue)).not.toContain("engine.");
    });

    test("a state stored without that day takes an event of any day", () => {
      expect(step(onWatch, { type: "warned", asOf: "2020-01-01", ground: "found in the files" }).next.data.since).toBe("2020-01-01");
    });

    test("a day that is none is a fault", () => {
      const wrong = { ...warned, data: { ...warned.data, since: "2024-02-30" } };
      expect(faultAt(() => stepMember(wrong, { type: "warned", asOf: "2024-03-11", ground: "x" }, known))).toBe(
        "kernel.not_a_date at state.data.since",
      );
    });
  });
});
