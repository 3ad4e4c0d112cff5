import { availableEvents, checkMachine, type DayPassed, machineKit, stepState } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { dealerMachine, memberMachine } from "../support/member-machine.js";
import { throwing } from "../support/throwing.js";

describe("machineKit()", () => {
  test("a machine carries its name and title, and one table or one per region", () => {
    expect([memberMachine.name, memberMachine.title.zh]).toStrictEqual(["member", "渠道成员"]);
    expect(memberMachine.regions.map(({ region }) => region)).toStrictEqual([""]);
    expect([dealerMachine.name, dealerMachine.title.zh]).toStrictEqual(["dealer", "经销商"]);
    expect(dealerMachine.regions.map(({ region }) => region)).toStrictEqual(["relationship", "standing"]);
  });

  test("a name without a function behind it can never be told", () => {
    const { defineMachine } = machineKit<{ event: { type: "go" }; data: object; facts: object; effect: never }>();
    const words = { en: "x", zh: "某" };
    const machine = defineMachine({
      name: "x",
      title: words,
      initial: "here",
      final: ["there"],
      states: { here: words, there: words },
      events: { go: words },
      effects: {},
      guards: {},
      updates: {},
      arrows: [{ from: "here", on: "go", when: "gone" as never, to: "there" }],
    });
    const answer = stepState(machine, { at: "here", data: {} }, { type: "go" }, {});
    expect(answer.ok ? "" : answer.problem.params["why"]).toBe("unknown");
  });

  test("time does not run backwards where a table asks for it, and a state without the day is open to any", () => {
    interface DiaryTypes {
      event: { type: "noted"; asOf: string } | DayPassed;
      data: { since?: string | undefined; closesOn?: string };
      facts: object;
      effect: never;
    }
    const { inOrder, defineMachine } = machineKit<DiaryTypes>();
    const words = { en: "x", zh: "某" };
    const diary = defineMachine({
      name: "diary",
      title: words,
      initial: "open",
      final: ["shut"],
      lastOn: "since",
      states: { open: words, shut: words },
      events: { noted: words, dayPassed: words },
      effects: {},
      guards: {},
      updates: {},
      arrows: [
        { from: "open", on: "noted", to: "=" },
        { from: "open", on: "dayPassed", dueOn: "closesOn", to: "shut" },
      ],
    });
    const at = (asOf: string, since?: string) => stepState(diary, { at: "open", data: { since } }, { type: "noted", asOf }, {});
    const lastOf = (answer: ReturnType<typeof at>) =>
      answer.ok
        ? answer.value.next.data.since
        : answer.problem.failed.map(({ params, status }) => [params["guard"], status, params["read"]]);
    expect(lastOf(at("2024-03-01"))).toBe("2024-03-01");
    expect(lastOf(at("2024-03-01", "2024-03-02"))).toStrictEqual([
      ["in_order", "unmet", { "event.asOf": "2024-03-01", "data.since": "2024-03-02" }],
    ]);
    expect(lastOf(at("2024-03-02", "2024-03-02"))).toBe("2024-03-02");
    expect(lastOf(at("2024-03-03", "2024-03-02"))).toBe("2024-03-03");
    expect(lastOf(at(undefined as unknown as string, "2024-03-02"))).toStrictEqual([
      ["in_order", "unknown", { "data.since": "2024-03-02" }],
      ["note_day", "unknown", { "data.since": "2024-03-02" }],
    ]);
    const late = stepState(
      diary,
      { at: "open", data: { since: "2024-03-02", closesOn: "2024-03-01" } },
      { type: "dayPassed", asOf: "2024-03-01" },
      {},
    );
    expect(late.ok && late.value.next.data.since).toBe("2024-03-02");
    expect(checkMachine(diary)).toStrictEqual([]);
    expect(availableEvents(diary, { at: "open", data: {} }, {}).map(({ event, status }) => [event, status])).toStrictEqual([
      ["noted", "unknown"],
      ["dayPassed", "unknown"],
    ]);
    expect(faultAt(() => inOrder(1 as never))).toBe("kernel.not_text at field");
  });

  test("a table that is none is refused with its place", () => {
    const { defineMachine, defineRegions } = machineKit();
    const words = { en: "x", zh: "某" };
    const table = {
      name: "x",
      title: words,
      initial: "a",
      final: [],
      states: { a: words },
      events: {},
      effects: {},
      guards: {},
      updates: {},
    };
    const of = (change: object) => faultAt(() => defineMachine({ ...table, arrows: [], ...change } as never));
    expect(faultAt(() => defineMachine(undefined as never))).toBe("kernel.not_a_record at table");
    expect(of({ states: null })).toBe("kernel.not_a_record at table.states");
    expect(of({ guards: { g: { title: words, test: () => true } } })).toBe("kernel.not_a_list at table.guards.g.needs");
    expect(of({ states: { a: { en: "x" } } })).toBe("kernel.not_text at table.states.a.zh");
    expect(of({ guards: { g: { title: 1, needs: [] } } })).toBe("kernel.not_a_record at table.guards.g.title");
    const then = [{ effect: "e", params: { list: new Array(2 ** 32 - 1) } }];
    expect(of({ arrows: [{ from: "a", on: "go", to: "a", then }], events: { go: words } })).toBe(
      "kernel.list_too_long at table.arrows[0].then[0].params.list",
    );
    expect(of({ guards: { g: { title: words, needs: [], reads: "data.end" } } })).toBe("kernel.not_a_list at table.guards.g.reads");
    expect(of({ arrows: [{ from: "a", on: "go", to: "a", then: [{ effect: "e", with: [1] }] }] })).toBe(
      "kernel.not_text at table.arrows[0].then[0].with[0]",
    );
    expect(of({ lastOn: 1 })).toBe("kernel.not_text at table.lastOn");
    expect(of({ initial: 1 })).toBe("kernel.not_a_list at table.initial");
    expect(of({ final: new Array(1) })).toBe("kernel.not_text at table.final[0]");
    expect(of({ arrows: new Array(2 ** 32 - 1) })).toBe("kernel.list_too_long at table.arrows");
    expect(of({ arrows: [{ on: "go", to: "a" }] })).toBe("kernel.not_a_list at table.arrows[0].from");
    expect(of({ arrows: [{ from: "a", on: "go", to: 1 }] })).toBe("kernel.not_text at table.arrows[0].to");
    expect(of({ arrows: [{ from: "a", on: "go", to: "a", when: [1] }] })).toBe("kernel.not_text at table.arrows[0].when[0]");
    expect(of({ arrows: [{ from: "a", on: "go", to: "a", then: [{}] }] })).toBe("kernel.not_text at table.arrows[0].then[0].effect");
    expect(faultAt(() => defineMachine(throwing("arrows", table) as never))).toBe("kernel.unreadable at table");
    expect(faultAt(() => defineRegions("x", words, null as never))).toBe("kernel.not_a_record at regions");
    expect(faultAt(() => defineRegions("x", words, { a: {} } as never))).toBe("kernel.not_a_list at regions.a.regions");
  });

  test("a guard that answers something else is not a pass", () => {
    const kit = machineKit<{ event: { type: "go" }; data: object; facts: object; effect: never }>();
    const words = { en: "x", zh: "某" };
    const truthy = kit.guard({ title: words, needs: [], test: () => "yes" as "unknown" });
    const machine = kit.defineMachine({
      name: "x",
      title: words,
      initial: "here",
      final: ["there"],
      states: { here: words, there: words },
      events: { go: words },
      effects: {},
      guards: { truthy },
      updates: {},
      arrows: [{ from: "here", on: "go", when: "truthy", to: "there" }],
    });
    expect(stepState(machine, { at: "here", data: {} }, { type: "go" }, {}).ok).toBe(false);
  });

  describe("a place that a guard or an update only reads", () => {
    const { guard, update, defineMachine } = machineKit<{
      event: { type: "renewed"; asOf?: string };
      data: { end?: string | null; wasOpen?: boolean };
      facts: object;
      effect: never;
    }>();
    const words = { en: "x", zh: "某" };
    const machine = defineMachine({
      name: "x",
      title: words,
      initial: "running",
      final: ["renewed"],
      states: { running: words, renewed: words },
      events: { renewed: words },
      effects: {},
      guards: {
        before_end: guard({
          title: words,
          needs: ["event.asOf"],
          reads: ["data.end"],
          test: ({ event, data }) => (data.end === undefined ? "unknown" : data.end === null || event.asOf < data.end),
        }),
      },
      updates: {
        end_open: update({ title: words, needs: [], reads: ["data.end"], change: ({ data }) => ({ wasOpen: data.end === null }) }),
      },
      arrows: [{ from: "running", on: "renewed", when: "before_end", to: "renewed", assign: "end_open" }],
    });
    const renew = (data: { end?: string | null }, asOf?: string) =>
      stepState(machine, { at: "running", data }, { type: "renewed", ...(asOf === undefined ? {} : { asOf }) }, {});

    test("lets the guard say what its absence means", () => {
      expect(renew({ end: null }, "2024-07-01").ok).toBe(true);
      expect(renew({ end: "2024-07-02" }, "2024-07-01").ok).toBe(true);
      expect(renew({ end: "2024-07-01" }, "2024-07-01").ok).toBe(false);
    });

    test("is shown in what was found, as a place that was needed is", () => {
      const late = renew({ end: "2024-07-01" }, "2024-07-01");
      const open = renew({}, "2024-07-01");
      expect(late.ok ? [] : late.problem.failed[0]?.params["read"]).toStrictEqual({ "event.asOf": "2024-07-01", "data.end": "2024-07-01" });
      expect(open.ok ? [] : open.problem.failed.map(({ status, params }) => [status, params["missing"]])).toStrictEqual([
        ["unknown", ["data.end"]],
      ]);
    });

    test("is seen by an update, null and all", () => {
      const open = renew({ end: null }, "2024-07-01");
      expect(open.ok && open.value.next.data).toStrictEqual({ end: null, wasOpen: true });
    });

    test("does not lift what the guard needs", () => {
      const bare = renew({ end: null });
      expect(bare.ok ? [] : bare.problem.failed.map(({ status }) => status)).toStrictEqual(["unknown"]);
    });
  });

  test("a table changed after it was made does not change the machine", () => {
    const { defineMachine } = machineKit<{ event: { type: "go" }; data: object; facts: object; effect: never }>();
    const arrows = [{ from: "here", on: "go", to: "there" }] as { from: "here"; on: "go"; to: "here" | "there" }[];
    const words = { en: "x", zh: "某" };
    const machine = defineMachine({
      name: "x",
      title: words,
      initial: "here",
      final: ["there"],
      states: { here: words, there: words },
      events: { go: words },
      effects: {},
      guards: {},
      updates: {},
      arrows,
    });
    arrows.length = 0;
    words.en = "changed";
    expect(machine.regions[0]?.table.states["here"]).toStrictEqual({ en: "x", zh: "某" });
    expect(stepState(machine, { at: "here", data: {} }, { type: "go" }, {}).ok).toBe(true);
  });
});
