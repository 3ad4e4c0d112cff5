import { machineKit, stepState } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { dealerMachine, memberMachine } from "../support/member-machine.js";

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
    expect(stepState(machine, { at: "here", data: {} }, { type: "go" }, {}).ok).toBe(true);
  });
});
