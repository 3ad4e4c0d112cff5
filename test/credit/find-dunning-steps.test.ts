import { type DunningFacts, type DunningLadder, exampleDunningLadder, findDunningSteps } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { claim, credit, outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const ladder: DunningLadder = {
  id: "L",
  currency: "CNY",
  tolerance: "1",
  credits: "deducted",
  levels: [
    { title: { en: "reminder", zh: "提醒" }, when: { kind: "days_past_due", days: 3 }, effects: ["send_reminder"] },
    { title: { en: "demand", zh: "催款" }, when: { kind: "previous_notice", days: 10 }, effects: ["send_demand", "stop_supply"] },
    {
      title: { en: "court", zh: "诉讼" },
      when: { kind: "end_of_month", days: 30 },
      gapDays: 20,
      minimum: "50",
      effects: ["start_legal_action"],
    },
  ],
};
const run = (asOf: string, facts: Partial<DunningFacts> = {}, changes: Partial<DunningLadder> = {}) =>
  outcomeOf(findDunningSteps({ asOf, items: [claim()], notices: [], ...facts }, { ...ladder, ...changes }));
const levels = (...given: Parameters<typeof run>) =>
  run(...given).letters.flatMap(({ steps }) => steps.map(({ itemId, level, amount }) => `${itemId} ${level} ${amount}`));
const sent = (level: number, sentOn: string) => ({ itemId: "INV-1", level, sentOn });

describe("findDunningSteps()", () => {
  test.each([
    ["2024-02-02", []],
    ["2024-02-03", ["INV-1 1 100"]],
    ["2025-02-03", ["INV-1 1 100"]],
  ])("G-21: on %s the first step is %j, and none is skipped however late it is", (asOf, expected) => {
    expect(levels(asOf)).toStrictEqual(expected);
  });

  test.each([
    ["2024-02-14", []],
    ["2024-02-15", ["INV-1 2 100"]],
  ])("the second waits ten days from the first, sent on 5 February: on %s %j", (asOf, expected) => {
    expect(levels(asOf, { notices: [sent(1, "2024-02-05")] })).toStrictEqual(expected);
  });

  test.each([
    ["2024-02-20", "2024-03-01", []],
    ["2024-02-01", "2024-02-29", []],
    ["2024-02-01", "2024-03-01", ["INV-1 3 100"]],
    ["2024-02-20", "2024-03-11", ["INV-1 3 100"]],
  ])("the third needs thirty days from the end of the month and twenty from the notice of %s: on %s %j", (notice, asOf, expected) => {
    expect(levels(asOf, { notices: [sent(1, "2024-02-01"), sent(2, notice)] })).toStrictEqual(expected);
  });

  test("what is not ripe waits for a day; a notice after the day is not read", () => {
    expect(run("2024-02-10", { notices: [sent(1, "2024-02-05")] }).waiting).toStrictEqual([
      { itemId: "INV-1", level: 2, on: "2024-02-15" },
    ]);
    expect(levels("2024-02-10", { notices: [sent(1, "2024-02-11")] })).toStrictEqual(["INV-1 1 100"]);
  });

  test("after the last step nothing follows, and a small rest is not taken to court", () => {
    expect(levels("2024-12-31", { notices: [sent(3, "2024-05-01")] })).toStrictEqual([]);
    const notices = [sent(2, "2024-02-20")];
    expect(levels("2024-12-31", { notices, items: [claim({ amount: "49.99" })] })).toStrictEqual([]);
    expect(levels("2024-12-31", { notices, items: [claim({ amount: "50" })] })).toStrictEqual(["INV-1 3 50"]);
  });

  test("a member gets one letter, with the highest step and every effect once", () => {
    const items = [claim(), claim({ id: "B", amount: "20", dueOn: "2024-01-20" })];
    const [letter, ...more] = run("2024-02-20", { items, notices: [sent(1, "2024-02-05")] }).letters;
    expect(more).toStrictEqual([]);
    expect(letter).toMatchObject({ memberId: "D1", level: 2, amount: "120", effects: ["send_reminder", "send_demand", "stop_supply"] });
    expect(letter?.steps.map(({ itemId }) => itemId)).toStrictEqual(["B", "INV-1"]);
  });

  test("unapplied credits pay the oldest claims first, or are ignored", () => {
    const items = [claim(), claim({ id: "B", dueOn: "2024-01-20" }), credit({ amount: "130" })];
    expect(levels("2024-02-20", { items })).toStrictEqual(["INV-1 1 70"]);
    expect(levels("2024-02-20", { items }, { credits: "ignored" })).toStrictEqual(["B 1 100", "INV-1 1 100"]);
  });

  test("what was taken from a credit beyond it is owed again: it is dunned, and pays no claim", () => {
    const items = [claim(), credit({ settlements: [{ on: "2024-02-01", amount: "130" }] })];
    expect(levels("2024-02-20", { items })).toStrictEqual(["CR-1 1 30", "INV-1 1 100"]);
  });

  test("an item that comes twice is refused, and not dunned for twice its amount", () => {
    expect(faultAt(() => run("2024-02-20", { items: [claim(), claim()] }))).toBe("kernel.named_twice at facts.items[1].id");
  });

  test("disputed items rest, dust is left alone", () => {
    expect(run("2024-02-20", { disputed: ["INV-1"] })).toStrictEqual({ letters: [], waiting: [], resting: ["INV-1"] });
    expect(levels("2024-02-20", { items: [claim({ amount: "1" })] })).toStrictEqual([]);
    expect(levels("2024-02-20", { items: [claim({ amount: "1.01" })] })).toStrictEqual(["INV-1 1 1.01"]);
  });

  test("the example ladder stops supply at its third step and proposes a write-off at its last", () => {
    expect(exampleDunningLadder.levels.map(({ effects }) => effects.at(-1))).toStrictEqual([
      "send_reminder",
      "charge_interest",
      "notify_insurer",
      "open_replacement_case",
      "start_legal_action",
      "propose_write_off",
    ]);
    expect(exampleDunningLadder.levels[2]?.effects).toContain("stop_supply");
  });

  test("another currency is a problem; malformed data name their place", () => {
    expect(problemOf(findDunningSteps({ asOf: "2024-02-20", items: [claim({ currency: "USD" })], notices: [] }, ladder))).toBe(
      "credit.item_currency",
    );
    expect(faultAt(() => run("2024-02-20", {}, { levels: [] }))).toBe("kernel.missing at ladder.levels[0]");
    expect(faultAt(() => run("2024-02-20", { notices: [sent(0, "2024-02-01")] }))).toBe("kernel.not_a_count at facts.notices[0].level");
  });
});
