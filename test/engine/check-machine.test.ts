import { checkMachine, engineMessages, type Machine, type MachineTypes, machineKit } from "qudao/engine";
import { renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { dealerMachine, memberMachine } from "../support/member-machine.js";
import { revoked } from "../support/throwing.js";

interface Types extends MachineTypes {
  event: { type: "go" } | { type: "back" } | { type: "dayPassed"; asOf: string };
  data: { end?: string };
  facts: { ready?: boolean };
  effect: "tell";
}
const { guard, update, defineMachine, defineRegions } = machineKit<Types>();
const words = { en: "x", zh: "某" };
const event = { go: words, back: words, dayPassed: words };
const guards = {
  ready: guard({ title: words, needs: ["facts.ready"], test: ({ facts }) => facts.ready }),
  other: guard({ title: words, needs: [], test: () => true }),
  weekday: guard({ title: words, needs: ["event.asOf"], test: ({ event }) => event.asOf !== "" }),
  glimpse: guard({ title: words, needs: [], reads: ["event.asOf"], test: ({ event }) => event.asOf !== "" }),
};

/** A table of two states that is sound, with one thing changed. Broken names do not compile, so the change comes untyped. */
function broken(change: object): Machine<Types, string> {
  return defineMachine({
    name: "table",
    title: words,
    initial: "here",
    final: ["there"],
    states: { here: words, there: words },
    events: { go: words },
    effects: {},
    guards: {},
    updates: {},
    arrows: [{ from: "here", on: "go", to: "there" }],
    ...change,
  } as never);
}

test("what is no machine is refused with its place", () => {
  expect(faultAt(() => checkMachine(undefined as never))).toBe("kernel.not_a_record at machine");
  expect(faultAt(() => checkMachine({ regions: new Array(1) } as never))).toBe("kernel.not_a_record at machine.regions[0]");
  expect(faultAt(() => checkMachine({ regions: [{ region: "", table: {} }] } as never))).toBe(
    "kernel.not_a_record at machine.regions[0].table.states",
  );
  expect(faultAt(() => checkMachine(revoked() as never))).toBe("kernel.unreadable at machine");
});

const found = (machine: Machine<Types, string>) => checkMachine(machine).map(({ code, path }) => `${code} at ${path}`);
const twoArrows = (first: object, second: object) =>
  broken({
    guards: { ready: guards.ready, other: guards.other },
    arrows: [
      { from: "here", on: "go", to: "there", ...first },
      { from: "here", on: "go", to: "there", ...second },
    ],
  });

describe("checkMachine()", () => {
  test("finds nothing in a sound machine", () => {
    expect(checkMachine(memberMachine)).toStrictEqual([]);
    expect(checkMachine(dealerMachine)).toStrictEqual([]);
    expect(found(broken({}))).toStrictEqual([]);
  });

  test.each([
    [
      "an initial state that is none",
      { initial: "nowhere" },
      ["engine.machine_unknown_name at initial", "engine.machine_unreachable at states.here", "engine.machine_unreachable at states.there"],
    ],
    ["a final state that is none", { final: ["there", "gone"] }, ["engine.machine_unknown_name at final"]],
    [
      "a state that an arrow leaves",
      {
        arrows: [
          { from: "here", on: "go", to: "there" },
          { from: "nowhere", on: "go", to: "there" },
        ],
      },
      ["engine.machine_unknown_name at arrows[1].from"],
    ],
    [
      "a state that an arrow leads to",
      {
        arrows: [
          { from: "here", on: "go", to: "there" },
          { from: "here", on: "back", to: "nowhere" },
        ],
        events: { go: words, back: words },
      },
      ["engine.machine_unknown_name at arrows[1].to"],
    ],
    [
      "an event",
      {
        arrows: [
          { from: "here", on: "go", to: "there" },
          { from: "here", on: "leap", to: "there" },
        ],
      },
      ["engine.machine_unknown_name at arrows[1].on"],
    ],
    ["a guard", { arrows: [{ from: "here", on: "go", when: ["sure"], to: "there" }] }, ["engine.machine_unknown_name at arrows[0].when"]],
    [
      "an update",
      { arrows: [{ from: "here", on: "go", to: "there", assign: "count" }] },
      ["engine.machine_unknown_name at arrows[0].assign"],
    ],
    [
      "an effect",
      { arrows: [{ from: "here", on: "go", to: "there", then: [{ effect: "shout", params: {} }] }] },
      ["engine.machine_unknown_name at arrows[0].then"],
    ],
    [
      "an effect named after a prototype",
      { arrows: [{ from: "here", on: "go", to: "there", then: ["constructor"] }] },
      ["engine.machine_unknown_name at arrows[0].then"],
    ],
  ])("names what is not in the table: %s", (_, change, expected) => expect(found(broken(change))).toStrictEqual(expected));

  test("names what no arrow uses", () => {
    const extra = {
      events: event,
      effects: { tell: words },
      guards: { ready: guards.ready },
      updates: { note: update({ title: words, needs: [], change: () => ({}) }) },
    };
    expect(found(broken(extra))).toStrictEqual([
      "engine.machine_unused_name at events.back",
      "engine.machine_unused_name at events.dayPassed",
      "engine.machine_unused_name at guards.ready",
      "engine.machine_unused_name at updates.note",
      "engine.machine_unused_name at effects.tell",
    ]);
  });

  test("names a state that cannot be reached, also where only such states lead to it", () => {
    const states = { here: words, there: words, far: words, farther: words };
    const arrows = [
      { from: "here", on: "go", to: "there" },
      { from: "far", on: "go", to: "farther" },
      { from: "farther", on: "go", to: "far" },
    ];
    expect(found(broken({ states, arrows }))).toStrictEqual([
      "engine.machine_unreachable at states.far",
      "engine.machine_unreachable at states.farther",
    ]);
  });

  test("several initial states are all reached", () => {
    expect(
      found(
        broken({
          initial: ["here", "far"],
          states: { here: words, there: words, far: words },
          arrows: [{ from: "*", on: "go", to: "there" }],
        }),
      ),
    ).toStrictEqual([]);
  });

  test("names a state that nothing leaves, also where an arrow only stays", () => {
    expect(found(broken({ arrows: [{ from: "here", on: "go", to: "there" }], final: [] }))).toStrictEqual([
      "engine.machine_no_exit at states.there",
    ]);
    expect(
      found(
        broken({
          arrows: [
            { from: "here", on: "go", to: "there" },
            { from: "there", on: "go", to: "=" },
          ],
          final: [],
        }),
      ),
    ).toStrictEqual(["engine.machine_no_exit at states.there"]);
  });

  test("names a final state that an arrow leaves", () => {
    expect(
      found(
        broken({
          arrows: [
            { from: "here", on: "go", to: "there" },
            { from: "there", on: "go", to: "here" },
          ],
        }),
      ),
    ).toStrictEqual(["engine.machine_final_left at states.there"]);
  });

  test("an arrow from every state leaves final states alone", () => {
    expect(found(broken({ arrows: [{ from: "*", on: "go", to: "there" }] }))).toStrictEqual([]);
  });

  test.each([
    ["without guards", {}, {}],
    ["with the same guard", { when: "ready" }, { when: ["ready"] }],
    ["with the same guards in another order", { when: ["ready", "other"] }, { when: ["other", "ready"] }],
    ["hidden in a list of states", { when: "ready" }, { from: ["there", "here"], when: "ready" }],
  ])("names two arrows alike: %s", (_, first, second) => {
    expect(found(twoArrows(first, second))).toContain("engine.machine_arrows_alike at arrows[1]");
  });

  test("names an arrow behind one that asks no more than it does", () => {
    expect(found(twoArrows({ when: "ready" }, { when: ["other", "ready"] }))).toStrictEqual(["engine.machine_never_taken at arrows[1]"]);
    expect(found(twoArrows({ when: ["other", "ready"] }, { when: "ready" }))).toStrictEqual([]);
    expect(found(twoArrows({ when: ["ready", "ready"] }, { when: "ready" }))).toContain("engine.machine_arrows_alike at arrows[1]");
    const due = { from: "here", on: "dayPassed", dueOn: "end", to: "there" };
    const dated = (...arrows: readonly object[]) => broken({ events: event, guards: { ready: guards.ready }, arrows });
    const back = { from: "here", on: "back", to: "there" };
    const go = { from: "here", on: "go", to: "there" };
    expect(found(dated(go, back, due, { ...due, when: "ready" }))).toStrictEqual(["engine.machine_never_taken at arrows[3]"]);
    expect(found(dated(go, back, due, { ...due, dueOn: "start", when: "ready" }))).toStrictEqual([]);
  });

  test("names an arrow behind one without guards", () => {
    expect(found(twoArrows({}, { when: ["ready", "other"] }))).toStrictEqual(["engine.machine_never_taken at arrows[1]"]);
    expect(found(twoArrows({ when: ["ready", "other"] }, {}))).toStrictEqual([]);
  });

  test.each([
    ["waits for a day without a date", { from: "here", on: "dayPassed", to: "there" }, "engine.machine_date_missing at arrows[1]"],
    ["has a date and does not wait", { from: "here", on: "back", dueOn: "end", to: "there" }, "engine.machine_date_unused at arrows[1]"],
    [
      "reads the day in a guard",
      { from: "here", on: "dayPassed", dueOn: "end", when: "weekday", to: "there" },
      "engine.machine_guard_reads_day at arrows[1]",
    ],
    [
      "reads the day in a guard that does not need it",
      { from: "here", on: "dayPassed", dueOn: "end", when: "glimpse", to: "there" },
      "engine.machine_guard_reads_day at arrows[1]",
    ],
  ] as const)("names an arrow that %s", (_, arrow, expected) => {
    const machine = broken({
      events: { go: words, [arrow.on]: words },
      guards: !("when" in arrow) ? {} : { [arrow.when]: guards[arrow.when] },
      arrows: [{ from: "here", on: "go", to: "there" }, arrow],
    });
    expect(found(machine)).toStrictEqual([expected]);
  });

  test("names the region", () => {
    const regions = defineRegions("two", words, { left: broken({}), right: broken({ final: [] }) });
    expect(checkMachine(regions).map(({ path }) => path)).toStrictEqual(["right.states.there"]);
  });

  test("says what is wrong in both languages", () => {
    const [first] = checkMachine(twoArrows({}, { when: ["ready", "other"] }));
    if (first === undefined) throw new Error("nothing found");
    expect(renderMessage(first, "en", engineMessages)).toBe(
      "The arrow here.go[ready,other] from here is never taken: here.go before it asks no guard beyond its own",
    );
    expect(renderMessage(first, "zh", engineMessages)).toBe(
      "从 here 出发的转移 here.go[ready,other] 永远不会发生：排在前面的 here.go 没有它以外的条件",
    );
  });
});
