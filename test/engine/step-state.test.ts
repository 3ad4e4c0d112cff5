import { engineMessages, machineKit, type Refusal, type State, type Step, stepState } from "qudao/engine";
import { renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import {
  type DealerTypes,
  dealerMachine,
  type Member,
  type MemberEvent,
  type MemberFacts,
  type MemberState,
  memberMachine,
  memberMachineOf,
  onTrial,
} from "../support/member-machine.js";
import { pairMachine } from "../support/pair-machine.js";
import { revoked, throwing } from "../support/throwing.js";

const step = (state: Member, event: MemberEvent, facts: MemberFacts = {}) => stepState(memberMachine, state, event, facts);
const accepted = <S extends { ok: boolean }>(answer: S) => {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return (answer as unknown as { value: Step<MemberState, Member["data"], string> }).value;
};
const refused = <S extends { ok: boolean }>(answer: S) => {
  if (answer.ok) throw new Error("accepted");
  return (answer as unknown as { problem: Refusal }).problem;
};

const promotable: Member = { at: "trial", data: { trialEnd: "2024-07-01", attempts: 0, promotable: true } };
const remedying: Member = { at: "remediation", data: { attempts: 1, deadline: "2024-09-01" } };

describe("stepState()", () => {
  test("takes the arrow whose guards hold and returns its effects as data", () => {
    const { next, effects, arrows } = accepted(step(promotable, { type: "promoted", asOf: "2024-06-20" }, { agreement: "signed" }));
    expect(next).toStrictEqual({ at: "distributor", data: { trialEnd: "2024-07-01", attempts: 0, promotable: true } });
    expect(effects).toStrictEqual([{ effect: "grant_prices", params: {} }]);
    expect(arrows).toStrictEqual(["trial.promoted[promotable,agreement_signed]"]);
  });

  test("explains from where to where, with every guard it asked and what it read", () => {
    const { explanation } = accepted(step({ at: "watch", data: { attempts: 0 } }, reviewed(69), { minimumScore: 70, remediationDays: 30 }));
    expect(explanation).toStrictEqual({
      code: "engine.step",
      params: {
        machine: "member",
        arrow: "watch.reviewed[score_poor]",
        event: "reviewed",
        eventTitle: { en: "reviewed", zh: "评估" },
        from: "watch",
        fromTitle: { en: "under watch", zh: "观察" },
        to: "remediation",
        toTitle: { en: "in remediation", zh: "整改" },
      },
      from: [
        {
          code: "engine.guard_unmet",
          status: "unmet",
          params: {
            arrow: "watch.reviewed[score_good]",
            guard: "score_good",
            title: { en: "the score reaches the minimum", zh: "评分达到最低要求" },
            read: { "event.score": 69, "facts.minimumScore": 70 },
          },
        },
        {
          code: "engine.guard_met",
          status: "met",
          params: {
            arrow: "watch.reviewed[score_poor]",
            guard: "score_poor",
            title: { en: "the score is below the minimum", zh: "评分低于最低要求" },
            read: { "event.score": 69, "facts.minimumScore": 70 },
          },
        },
      ],
    });
  });

  test.each([
    { score: 69, at: "remediation", why: "one below the minimum" },
    { score: 70, at: "distributor", why: "on the minimum" },
    { score: 71, at: "distributor", why: "one above" },
  ])("a review of $score against 70 leads to $at: $why", ({ score, at }) => {
    const facts = { minimumScore: 70, remediationDays: 30 };
    expect(accepted(step({ at: "watch", data: { attempts: 0 } }, reviewed(score), facts)).next.at).toBe(at);
  });

  test("refuses with every guard that failed and the events that have an arrow instead", () => {
    const problem = refused(step(onTrial, { type: "promoted", asOf: "2024-06-20" }, { agreement: "draft" }));
    expect(problem.code).toBe("engine.event_refused");
    expect(problem.params).toStrictEqual({
      machine: "member",
      event: "promoted",
      eventTitle: { en: "promoted", zh: "晋升" },
      state: "trial",
      stateTitle: { en: "on trial", zh: "试销" },
      why: "unmet",
    });
    expect(problem.failed.map(({ status, params }) => [params["guard"], status, params["read"], params["missing"]])).toStrictEqual([
      ["promotable", "unknown", {}, ["data.promotable"]],
      ["agreement_signed", "unmet", { "facts.agreement": "draft" }, undefined],
    ]);
    expect(problem.allowed).toStrictEqual(["dayPassed", "reviewed", "left"]);
  });

  test("says so where the state has no arrow for the event", () => {
    const { params, failed, allowed } = refused(step({ at: "distributor", data: { attempts: 0 } }, { type: "remedied" }));
    expect(params["why"]).toBe("no_arrow");
    expect(failed).toStrictEqual([]);
    expect(allowed).toStrictEqual(["reviewed", "left"]);
  });

  test("accepts nothing in a final state", () => {
    const over: Member = { at: "expired", data: { attempts: 0 } };
    expect(refused(step(over, { type: "left" })).allowed).toStrictEqual([]);
  });

  test("an arrow from every state leads out of each that is not final", () => {
    for (const at of ["trial", "distributor", "watch", "remediation"] as const) {
      expect(accepted(step({ at, data: { attempts: 0 } }, { type: "left" })).next.at).toBe("gone");
    }
  });
});

function reviewed(score?: number): MemberEvent {
  return score === undefined ? { type: "reviewed", asOf: "2024-06-01" } : { type: "reviewed", asOf: "2024-06-01", score };
}

describe("what is not known", () => {
  test.each([
    { what: "a fact", event: reviewed(80), facts: {}, missing: ["facts.minimumScore"] },
    { what: "something of the event", event: reviewed(), facts: { minimumScore: 70 }, missing: ["event.score"] },
    { what: "null for a fact", event: reviewed(80), facts: { minimumScore: null as unknown as number }, missing: ["facts.minimumScore"] },
  ])("$what leaves the step undecided and is named", ({ event, facts, missing }) => {
    const { params, failed } = refused(step(onTrial, event, facts));
    expect(params["why"]).toBe("unknown");
    expect(failed.map((finding) => [finding.code, finding.params["missing"]])).toStrictEqual([["engine.guard_unknown", missing]]);
  });

  test("a guard may answer that a fact leaves it open", () => {
    const { params, failed } = refused(step(promotable, { type: "promoted", asOf: "2024-06-20" }, { agreement: "disputed" }));
    expect(params["why"]).toBe("unknown");
    expect(failed.map((finding) => [finding.params["guard"], finding.params["missing"]])).toStrictEqual([["agreement_signed", []]]);
    const words = (language: "en" | "zh") => failed.map((finding) => renderMessage(finding, language, engineMessages));
    expect(words("en")).toStrictEqual(["the formal agreement is signed: cannot be told from facts.agreement: disputed"]);
    expect(words("zh")).toStrictEqual(["正式协议已签署：依现有事实无法判断，facts.agreement：disputed"]);
  });

  test("an arrow that cannot be decided keeps the arrows after it from being taken", () => {
    const fallsThrough = memberMachineOf([
      { from: "remediation", on: "remediationRejected", when: "attempts_left", to: "=", assign: "begin_attempt" },
      { from: "remediation", on: "remediationRejected", to: "eliminated" },
    ]);
    const rejected: MemberEvent = { type: "remediationRejected", asOf: "2024-09-01" };
    const offer = (facts: MemberFacts) => stepState(fallsThrough, remedying, rejected, facts);
    expect(accepted(offer({ maximumAttempts: 1, remediationDays: 30 })).next.at).toBe("eliminated");
    expect(accepted(offer({ maximumAttempts: 2, remediationDays: 30 })).next.at).toBe("remediation");
    expect(refused(offer({ remediationDays: 30 })).params["why"]).toBe("unknown");
  });

  test("an unmet guard passes an arrow over, also beside an unknown one", () => {
    const facts = { agreement: "draft" } as const;
    expect(refused(step(onTrial, { type: "promoted", asOf: "2024-06-20" }, facts)).params["why"]).toBe("unmet");
  });

  test("an update that lacks a fact keeps the state from moving without its data", () => {
    const answer = step(remedying, { type: "remediationRejected", asOf: "2024-09-01" }, { maximumAttempts: 3 });
    const { failed } = refused(answer);
    expect(failed.map(({ params, status }) => [params["guard"], status, params["missing"]])).toStrictEqual([
      ["begin_attempt", "unknown", ["facts.remediationDays"]],
      ["attempts_used_up", "unmet", undefined],
    ]);
  });
});

describe("data and days", () => {
  // S15-09, S15-10: a failed check counts an attempt and sets a new deadline; with three at most, the third failure ends it
  test.each([
    { attempts: 1, next: { at: "remediation", data: { attempts: 2, deadline: "2024-10-01" } } },
    { attempts: 2, next: { at: "remediation", data: { attempts: 3, deadline: "2024-10-01" } } },
    { attempts: 3, next: { at: "eliminated", data: { attempts: 3, deadline: "2024-09-01" } } },
  ])("attempt $attempts of 3 fails", ({ attempts, next }) => {
    const state: Member = { at: "remediation", data: { attempts, deadline: "2024-09-01" } };
    const facts = { maximumAttempts: 3, remediationDays: 30 };
    expect(accepted(step(state, { type: "remediationRejected", asOf: "2024-09-01" }, facts)).next).toStrictEqual(next);
  });

  test("a field set to undefined is removed", () => {
    expect(accepted(step(remedying, { type: "remedied" })).next).toStrictEqual({ at: "distributor", data: { attempts: 0 } });
  });

  // S03-23: the trial ends by itself
  test.each([
    { asOf: "2024-06-30", at: undefined, why: "the day before" },
    { asOf: "2024-07-01", at: "expired", why: "on the day" },
    { asOf: "2024-07-02", at: "expired", why: "the day after" },
  ])("a trial that ends on 2024-07-01, asked on $asOf: $why", ({ asOf, at }) => {
    const answer = step(onTrial, { type: "dayPassed", asOf });
    expect(answer.ok ? answer.value.next.at : undefined).toBe(at);
  });

  test("the day and the date are in the finding", () => {
    const { failed } = refused(step(onTrial, { type: "dayPassed", asOf: "2024-06-30" }));
    expect(failed.map(({ params }) => [params["guard"], params["read"]])).toStrictEqual([
      ["due", { "event.asOf": "2024-06-30", "data.trialEnd": "2024-07-01" }],
    ]);
  });

  test.each([
    { trialEnd: null, why: "unmet", says: "no date is set: it is not due" },
    { trialEnd: undefined, why: "unknown", says: "the date is missing" },
  ])("a date of $trialEnd leaves the arrow $why: $says", ({ trialEnd, why }) => {
    const state: Member = { at: "trial", data: { trialEnd, attempts: 0 } };
    expect(refused(step(state, { type: "dayPassed", asOf: "2024-07-01" })).params["why"]).toBe(why);
  });

  test("an effect carries what the table says about it", () => {
    expect(accepted(step(onTrial, { type: "dayPassed", asOf: "2024-07-01" })).effects).toStrictEqual([
      { effect: "freeze_orders", params: {} },
      { effect: "review_compensation", params: { ground: "trial_ended" } },
    ]);
  });
});

describe("regions", () => {
  type Dealer = State<DealerTypes["at"], DealerTypes["data"]>;
  const good: Dealer = { at: { relationship: "active", standing: "good" }, data: { suspendedUntil: null } };
  const suspended: Dealer = { at: { relationship: "active", standing: "suspended" }, data: { suspendedUntil: "2024-05-01" } };

  test("an event moves the region that knows it and leaves the others", () => {
    const answer = stepState(dealerMachine, good, { type: "suspended", until: "2024-05-01" }, {});
    expect(answer.ok && answer.value.next).toStrictEqual(suspended);
    expect(answer.ok && answer.value.arrows).toStrictEqual(["standing:good.suspended"]);
  });

  test("an event that concerns several moves them together, effects in the order of the regions", () => {
    const answer = stepState(dealerMachine, suspended, { type: "dayPassed", asOf: "2024-05-01" }, {});
    expect(answer.ok && answer.value.next).toStrictEqual({
      at: { relationship: "exiting", standing: "good" },
      data: { suspendedUntil: null },
    });
    expect(answer.ok && answer.value.arrows).toStrictEqual([
      "relationship:active.dayPassed@suspendedUntil",
      "standing:suspended.dayPassed@suspendedUntil",
    ]);
    expect(answer.ok && answer.value.effects).toStrictEqual([{ effect: "settle", params: {} }]);
  });

  test("one region stays while another moves, and the explanation says why", () => {
    const state: Dealer = { at: { relationship: "exiting", standing: "suspended" }, data: { suspendedUntil: "2024-05-01" } };
    const answer = stepState(dealerMachine, state, { type: "dayPassed", asOf: "2024-05-01" }, {});
    expect(answer.ok && answer.value.next.at).toStrictEqual({ relationship: "exiting", standing: "good" });
    expect(answer.ok && answer.value.explanation.code).toBe("engine.steps");
    expect(answer.ok && answer.value.explanation.from?.map(({ code, params }) => [code, params["why"] ?? params["to"]])).toStrictEqual([
      ["engine.stayed", "no_arrow"],
      ["engine.step", "good"],
    ]);
  });

  test("a guard of one region reads where another stands before the event", () => {
    const answer = stepState(dealerMachine, suspended, { type: "ended" }, {});
    expect(answer.ok ? [] : answer.problem.failed.map(({ params }) => params["read"])).toStrictEqual([{ "at.standing": "suspended" }]);
    expect(stepState(dealerMachine, good, { type: "ended" }, {}).ok).toBe(true);
  });

  test("the step is refused where no region moves, with all states, guards and other events", () => {
    const answer = stepState(dealerMachine, suspended, { type: "dayPassed", asOf: "2024-04-30" }, {});
    expect(answer.ok ? undefined : answer.problem.params).toStrictEqual({
      machine: "dealer",
      event: "dayPassed",
      eventTitle: { en: "day passed", zh: "日期推进" },
      state: { relationship: "active", standing: "suspended" },
      stateTitle: [
        { en: "active", zh: "合作中" },
        { en: "suspended", zh: "暂停" },
      ],
      why: "unmet",
    });
    expect(answer.ok ? [] : answer.problem.failed.map(({ params }) => params["arrow"])).toStrictEqual([
      "relationship:active.dayPassed@suspendedUntil",
      "standing:suspended.dayPassed@suspendedUntil",
    ]);
    expect(answer.ok ? [] : answer.problem.allowed).toStrictEqual(["ended", "resumed"]);
  });

  test("one region that cannot be told makes a refusal unknown", () => {
    const state: Dealer = { at: { relationship: "exiting", standing: "good" }, data: { suspendedUntil: null } };
    const answer = stepState(dealerMachine, state, { type: "ended" }, {});
    expect(answer.ok ? "" : answer.problem.params["why"]).toBe("unknown");
  });
});

describe("an event that concerns several regions", () => {
  const open = { at: { one: "open", other: "open" }, data: { ends: "2024-07-01" } } as const;

  test("moves them all, or those that know their answer to be no stay", () => {
    const both = stepState(pairMachine, open, { type: "closed" }, { paid: true });
    expect(both.ok && both.value.next.at).toStrictEqual({ one: "shut", other: "shut" });
    const one = stepState(pairMachine, open, { type: "closed" }, { paid: false });
    expect(one.ok && one.value.next.at).toStrictEqual({ one: "shut", other: "open" });
  });

  test("is refused whole where one of them cannot be told, and only what failed is listed", () => {
    const problem = refused(stepState(pairMachine, open, { type: "closed" }, {}));
    expect(problem.params["why"]).toBe("unknown");
    expect(problem.failed.map(({ params, status }) => [params["arrow"], status])).toStrictEqual([["other:open.closed[paid]", "unknown"]]);
    expect(problem.allowed).toStrictEqual(["dayPassed"]);
  });

  test("time is not held up by a region that cannot be told: it asks again tomorrow", () => {
    const answer = stepState(pairMachine, open, { type: "dayPassed", asOf: "2024-07-01" }, {});
    expect(answer.ok && answer.value.next.at).toStrictEqual({ one: "shut", other: "open" });
  });
});

describe("what an effect carries", () => {
  interface HoldTypes {
    readonly event: { readonly type: "held"; readonly scope?: string };
    readonly data: { readonly holds: number; readonly country?: string };
    readonly facts: { readonly desk?: string };
    readonly effect: "freeze" | "tell";
  }
  const { update, defineMachine } = machineKit<HoldTypes>();
  const words = { en: "x", zh: "某" };
  const hold = defineMachine({
    name: "hold",
    title: words,
    initial: "free",
    final: ["held"],
    states: { free: words, held: words },
    events: { held: words },
    effects: { freeze: words, tell: words },
    guards: {},
    updates: {
      count: update({ title: words, needs: ["data.holds"], change: ({ data }) => ({ holds: data.holds + 1 }) }),
    },
    arrows: [
      {
        from: "free",
        on: "held",
        to: "held",
        assign: "count",
        then: [
          { effect: "freeze", params: { at: "once" }, with: ["event.scope", "data.holds"] },
          "tell",
          { effect: "tell", with: ["facts.desk", "data.country"] },
        ],
      },
    ],
  });
  const free: State<"free", HoldTypes["data"]> = { at: "free", data: { holds: 1 } };

  test("comes from the event, the facts and the data as the arrow leaves it; what is missing is null", () => {
    const answer = stepState(hold, frozen(free), frozen({ type: "held", scope: "all" } as const), frozen({ desk: "D-1" }));
    expect(answer.ok && answer.value.effects).toStrictEqual([
      { effect: "freeze", params: { at: "once", scope: "all", holds: 2 } },
      { effect: "tell", params: {} },
      { effect: "tell", params: { desk: "D-1", country: null } },
    ]);
  });

  test("of one step is not in the effects of the next", () => {
    const first = stepState(hold, free, { type: "held", scope: "all" }, {});
    const second = stepState(hold, free, { type: "held", scope: "new" }, {});
    expect([first, second].map((answer) => answer.ok && answer.value.effects[0]?.params["scope"])).toStrictEqual(["all", "new"]);
  });
});

describe("plain data", () => {
  const facts = { minimumScore: 70, agreement: "signed", maximumAttempts: 3, remediationDays: 30 } as const;
  const cases: readonly (readonly [Member, MemberEvent])[] = [
    [onTrial, reviewed(80)],
    [promotable, { type: "promoted", asOf: "2024-06-20" }],
    [onTrial, { type: "dayPassed", asOf: "2024-07-01" }],
    [remedying, { type: "remediationRejected", asOf: "2024-09-01" }],
    [onTrial, { type: "remedied" }],
  ];

  test.each(cases)("answer %# survives JSON, and frozen inputs are enough", (state, event) => {
    const answer = stepState(memberMachine, frozen(state), frozen(event), frozen(facts));
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("what steps share cannot be changed by whoever got it first", () => {
    const { effects, explanation } = accepted(step(onTrial, { type: "dayPassed", asOf: "2024-07-01" }));
    expect(() => Object.assign(effects[1]?.params as object, { ground: "other" })).toThrow(TypeError);
    expect(() => Object.assign(explanation.params["toTitle"] as object, { en: "other" })).toThrow(TypeError);
  });
});

describe("what is malformed is a fault with its place", () => {
  const event: MemberEvent = { type: "left" };
  const wrong = (state: unknown, thing: unknown = event, facts: unknown = {}) => {
    const { code, path } = faultOf(() => stepState(memberMachine, state as Member, thing as MemberEvent, facts as MemberFacts));
    return `${code} at ${path}`;
  };

  test.each([
    ["an unknown state", () => wrong({ at: "retired", data: {} }), "kernel.not_a_choice at state.at"],
    ["a state named after a prototype", () => wrong({ at: "__proto__", data: {} }), "kernel.not_a_choice at state.at"],
    ["an unknown event", () => wrong(onTrial, { type: "constructor" }), "kernel.not_a_choice at event.type"],
    ["no state", () => wrong(null), "kernel.not_a_record at state"],
    ["no data", () => wrong({ at: "trial" }), "kernel.not_a_record at state.data"],
    ["no event", () => wrong(onTrial, "left"), "kernel.not_a_record at event"],
    ["no facts", () => wrong(onTrial, event, null), "kernel.not_a_record at facts"],
    ["a day that does not exist", () => wrong(onTrial, { type: "dayPassed", asOf: "2024-02-30" }), "kernel.not_a_date at event.asOf"],
    [
      "a date of the state that does not exist",
      () => wrong({ at: "trial", data: { trialEnd: "soon", attempts: 0 } }, { type: "dayPassed", asOf: "2024-02-29" }),
      "kernel.not_a_date at state.data.trialEnd",
    ],
    ["facts that throw", () => wrong(onTrial, reviewed(80), throwing("minimumScore")), "kernel.unreadable at facts.minimumScore"],
    ["a state that throws", () => wrong(revoked()), "kernel.unreadable at state"],
  ])("%s", (_, call, fault) => expect(call()).toBe(fault));

  test("a region without a state", () => {
    const state = { at: { relationship: "active" }, data: { suspendedUntil: null } } as unknown as State<
      DealerTypes["at"],
      DealerTypes["data"]
    >;
    expect(faultOf(() => stepState(dealerMachine, state, { type: "resumed" }, {})).path).toBe("state.at.standing");
  });
});
