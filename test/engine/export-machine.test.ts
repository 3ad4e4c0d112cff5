import fc from "fast-check";
import { exportMachine, type Machine, machineKit, type State } from "qudao/engine";
import { addDays } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { createActor, createMachine } from "xstate";
import {
  type DealerTypes,
  dealerMachine,
  type Member,
  type MemberEvent,
  type MemberFacts,
  memberMachine,
  onTrial,
} from "../support/member-machine.js";
import { pairMachine } from "../support/pair-machine.js";
import { expectSameWalk } from "../support/xstate-walk.js";

const seed = { seed: 20240101, numRuns: 200 };

describe("exportMachine()", () => {
  test("writes states, events, guards, updates and effects by name", () => {
    const { id, initial, type, states } = exportMachine(memberMachine);
    expect([id, initial, type]).toStrictEqual(["member", "trial", undefined]);
    expect(Object.keys(states ?? {})).toStrictEqual(["trial", "distributor", "watch", "remediation", "expired", "eliminated", "gone"]);
    expect(states?.["trial"]?.on).toStrictEqual({
      reviewed: [{ guard: { type: "score_good" }, actions: [{ type: "mark_promotable" }] }],
      promoted: [
        {
          target: "distributor",
          guard: { type: "all", params: { guards: [{ type: "promotable" }, { type: "agreement_signed" }] } },
          actions: [{ type: "grant_prices" }],
        },
      ],
      dayPassed: [
        {
          target: "expired",
          guard: { type: "due", params: { dueOn: "trialEnd" } },
          actions: [{ type: "freeze_orders" }, { type: "review_compensation", params: { ground: "trial_ended" } }],
        },
      ],
      left: [{ target: "gone" }],
    });
    expect(states?.["gone"]).toStrictEqual({ type: "final", meta: { title: { en: "gone", zh: "退出" } } });
  });

  test("makes a parallel state of regions", () => {
    const { type, states } = exportMachine(dealerMachine);
    expect(type).toBe("parallel");
    expect(Object.keys(states ?? {})).toStrictEqual(["relationship", "standing"]);
    expect(states?.["standing"]?.initial).toBe("good");
    expect(states?.["standing"]?.states?.["suspended"]?.on?.["resumed"]).toStrictEqual([
      { target: "good", actions: [{ type: "clear_end" }, { type: "release_orders" }] },
    ]);
  });

  test("an event may be called as what every record has", () => {
    const words = { en: "x", zh: "某" };
    const { defineMachine } = machineKit<{ event: { type: "constructor" }; data: object; facts: object; effect: never }>();
    const machine = defineMachine({
      name: "site",
      title: words,
      initial: "open",
      final: ["built"],
      states: { open: words, built: words },
      events: { constructor: words },
      effects: {},
      guards: {},
      updates: {},
      arrows: [{ from: "open", on: "constructor", to: "built" }],
    });
    expect(Object.entries(exportMachine(machine).states?.["open"]?.on ?? {})).toStrictEqual([["constructor", [{ target: "built" }]]]);
  });

  test("lists what an effect carries, and a date beside a guard", () => {
    const words = { en: "x", zh: "某" };
    const { guard, defineMachine } = machineKit<{
      event: { type: "dayPassed"; asOf: string };
      data: { end: string };
      facts: { open?: boolean };
      effect: "tell";
    }>();
    const machine = defineMachine({
      name: "x",
      title: words,
      initial: ["here", "there"],
      final: [],
      states: { here: words, there: words },
      events: { dayPassed: words },
      effects: { tell: words },
      guards: { open: guard({ title: words, needs: ["facts.open"], test: ({ facts }) => facts.open }) },
      updates: {},
      arrows: [
        {
          from: "*",
          on: "dayPassed",
          when: "open",
          dueOn: "end",
          to: "there",
          then: [{ effect: "tell", params: { of: 1 }, with: ["data.end"] }],
        },
      ],
    });
    const { initial, states } = exportMachine(machine);
    expect(initial).toBe("here");
    expect(states?.["there"]?.on).toStrictEqual({
      dayPassed: [
        {
          target: "there",
          guard: { type: "all", params: { guards: [{ type: "due", params: { dueOn: "end" } }, { type: "open" }] } },
          actions: [{ type: "tell", params: { of: 1, with: ["data.end"] } }],
        },
      ],
    });
  });

  test.each<readonly [string, Machine<never, never>]>([
    ["a machine of one table", memberMachine as never],
    ["a machine with regions", dealerMachine as never],
  ])("gives plain JSON of its own for %s", (_, machine) => {
    const definition = exportMachine(machine);
    expect(JSON.parse(JSON.stringify(definition))).toStrictEqual(definition);
    (definition.meta.title as { en: string }).en = "changed";
    expect(exportMachine(machine).meta.title.en).not.toBe("changed");
  });
});

describe("XState itself", () => {
  test("loads the definition and begins where the table begins", () => {
    const start = (machine: Machine<never, never>) =>
      createActor(createMachine(exportMachine(machine) as never))
        .start()
        .getSnapshot().value;
    expect(start(memberMachine as never)).toBe("trial");
    expect(start(dealerMachine as never)).toStrictEqual({ relationship: "active", standing: "good" });
  });

  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2024-01-01", days));
  const memberEvent: fc.Arbitrary<MemberEvent> = fc.oneof(
    fc.record({ type: fc.constant("dayPassed" as const), asOf: day }),
    fc.record({ type: fc.constant("reviewed" as const), asOf: day, score: fc.integer({ min: 0, max: 100 }) }),
    fc.record({ type: fc.constant("promoted" as const), asOf: day }),
    fc.record({ type: fc.constant("remediationRejected" as const), asOf: day }),
    fc.constantFrom<MemberEvent>({ type: "remedied" }, { type: "left" }),
  );
  const memberFacts: fc.Arbitrary<MemberFacts> = fc.constantFrom(
    { minimumScore: 60, agreement: "signed", maximumAttempts: 2, remediationDays: 30 },
    { minimumScore: 60, agreement: "draft", maximumAttempts: 2, remediationDays: 30 },
  );

  test("walks a member through the same states with the same effects", () => {
    const data = { trialEnd: "2024-07-01", attempts: 0, deadline: "2024-09-01", promotable: true } as const;
    const starts = fc.constantFrom<Member>(
      onTrial,
      ...(["trial", "distributor", "watch", "remediation"] as const).map((at) => ({ at, data })),
    );
    let moved = 0;
    fc.assert(
      fc.property(starts, fc.array(fc.record({ event: memberEvent, facts: memberFacts }), { maxLength: 15 }), (start, records) => {
        moved += expectSameWalk(memberMachine, start, records).moved;
      }),
      seed,
    );
    expect(moved).toBeGreaterThan(150);
  });

  test("walks regions side by side", () => {
    const dealerEvent: fc.Arbitrary<DealerTypes["event"]> = fc.oneof(
      fc.record({ type: fc.constant("dayPassed" as const), asOf: day }),
      fc.record({ type: fc.constant("suspended" as const), until: day }),
      fc.constantFrom<DealerTypes["event"]>({ type: "resumed" }, { type: "ended" }),
    );
    const good: State<DealerTypes["at"], DealerTypes["data"]> = {
      at: { relationship: "active", standing: "good" },
      data: { suspendedUntil: null },
    };
    const facts = fc.constantFrom({ receivables: 0 }, { receivables: 1 });
    let moved = 0;
    fc.assert(
      fc.property(fc.array(fc.record({ event: dealerEvent, facts }), { maxLength: 15 }), (records) => {
        moved += expectSameWalk(dealerMachine, good, records).moved;
      }),
      seed,
    );
    expect(moved).toBeGreaterThan(300);
  });

  test("moves one region or both", () => {
    const open = { at: { one: "open", other: "open" }, data: {} } as const;
    const walk = expectSameWalk(pairMachine, open, [
      { event: { type: "closed" }, facts: {} },
      { event: { type: "closed" }, facts: { paid: false } },
      { event: { type: "closed" }, facts: { paid: true } },
    ]);
    expect(walk).toStrictEqual({ compared: 2, moved: 2 });
  });
});
