import { agreementEffects, agreementEvents, agreementMessages, agreementStates } from "qudao/agreements";
import { checkMachine, renderMachine } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { agreementLifecycle } from "../../src/agreements/agreement-lifecycle.js";

const table = agreementLifecycle.regions[0]?.table;

describe("the table of an agreement's life", () => {
  test("is sound: every name known and used, every state reached and left, no two arrows alike, time by dates", () => {
    expect(checkMachine(agreementLifecycle)).toStrictEqual([]);
  });

  test("has the states of the type, in their order, and four ends", () => {
    expect(Object.keys(table?.states ?? {})).toStrictEqual(agreementStates);
    expect(table?.final).toStrictEqual(["renewed", "expired", "terminated", "cancelled"]);
  });

  test("names every event and effect of the types, by the words of the catalogue", () => {
    expect(Object.keys(table?.events ?? {})).toStrictEqual(agreementEvents);
    expect(Object.keys(table?.effects ?? {})).toStrictEqual(agreementEffects);
    expect(table?.effects["review_compensation"]).toStrictEqual(agreementMessages["agreements.effect.review_compensation"]);
  });

  test("says everything in both languages", () => {
    const { states, events, effects, guards, updates } = table ?? {};
    const titles = [states, events, effects, guards, updates].flatMap((named) =>
      Object.values(named ?? {}).map((one) => ("title" in one ? one.title : one)),
    );
    expect(titles.length).toBeGreaterThan(80);
    for (const { en, zh } of titles as readonly { en: string; zh: string }[]) {
      expect(en).toMatch(/[a-z]/);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test("only the passing of a day ends a term: no other arrow leaves a living agreement on or after its end", () => {
    const living = ["active", "expiring", "suspended"];
    const leaving = table?.arrows.filter(({ from }) => living.some((state) => from === state || from.includes(state))) ?? [];
    const unguarded = leaving.filter(({ on, when }) => on !== "dayPassed" && !when?.includes("term_running"));
    expect(unguarded).toStrictEqual([]);
  });

  test("draws itself", () => {
    const lines = renderMachine(agreementLifecycle, "zh").split("\n");
    expect(lines).toContain("  signed --> expired : 日期推进 [到 end]");
    expect(lines).toContain(
      "  in_review --> negotiation : 开始洽谈 [不早于上一条记录、现有文本已审批、所依据的计划已批准、该角色有权洽谈]",
    );
    expect(lines.some((line) => line.includes("undefined"))).toBe(false);
  });
});
