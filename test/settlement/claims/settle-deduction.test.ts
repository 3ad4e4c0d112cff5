import fc from "fast-check";
import { addDecimals, checkExplanation, compareDecimals } from "qudao/kernel";
import { type DeductionAction, type DeductionFacts, type DeductionPart, settleDeduction } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { cny } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectWords, say } from "../../support/says.js";

const base = (id: string, amount: string, deductionId = "D") => ({ id, amount, deductionId, date: "2024-06-05" });
const match = (id: string, amount: string, of = "D", targetEntryId = "E1"): DeductionAction => ({
  ...base(id, amount, of),
  kind: "match",
  targetEntryId,
});
const split = (id: string, amount: string, childId: string, of = "D"): DeductionAction => ({
  ...base(id, amount, of),
  kind: "split",
  childId,
});
const approve = (id: string, amount: string, of = "D"): DeductionAction => ({
  ...base(id, amount, of),
  kind: "approve",
  creditId: `credit-${id}`,
});
const decide = (kind: "deny" | "write_off", id: string, amount: string, of = "D"): DeductionAction => ({
  ...base(id, amount, of),
  kind,
  by: "Li",
  ground: "no damage reported",
});
const factsOf = (...actions: readonly DeductionAction[]): DeductionFacts => ({
  deduction: { id: "D", memberId: "M", amount: cny("113"), date: "2024-06-01" },
  targets: [{ entryId: "E1", open: cny("60") }],
  actions,
});
const settle = (facts: DeductionFacts, writeOffLimit = "5") => settleDeduction(frozen(facts), frozen({ writeOffLimit }));

function standing(...actions: readonly DeductionAction[]) {
  const answer = settle(factsOf(...actions));
  if (!answer.ok) throw new Error(answer.problem.code);
  expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
  expectWords(answer.value.explanation);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer.value.outcome;
}
const figures = ({ taken, matched, credited, denied, writtenOff, open }: DeductionPart) => [
  taken,
  matched,
  credited,
  denied,
  writtenOff,
  open,
];

describe("settleDeduction()", () => {
  test("matched, approved, denied and written off; the rest stays open, every cent accounted for", () => {
    const all = standing(match("a", "60"), approve("b", "20"), decide("deny", "c", "25"), decide("write_off", "d", "5"));
    expect(figures(all.total)).toStrictEqual(["113", "60", "20", "25", "5", "3"]);
    expect([all.owedAgain, all.targets]).toStrictEqual([cny("25"), [{ entryId: "E1", open: cny("0") }]]);
  });

  test("the entries: a set-off of the match, the credit of the approval and its set-off", () => {
    const { entries } = standing(match("a", "60"), approve("b", "20"), decide("deny", "c", "25"));
    const date = "2024-06-05";
    expect(entries).toStrictEqual([
      { id: "a", memberId: "M", kind: "offset", date, amount: cny("-60"), refersTo: "E1" },
      { id: "credit-b", memberId: "M", kind: "claim", date, amount: cny("20"), claimId: "D" },
      { id: "b", memberId: "M", kind: "offset", date, amount: cny("-20"), refersTo: "credit-b" },
    ]);
  });

  test("a part that is split off keeps its amount, whatever becomes of the rest", () => {
    const all = standing(split("a", "40", "D1"), split("b", "10", "D2", "D1"), decide("deny", "c", "73"), approve("d", "30", "D1"));
    expect(all.parts.map((part) => [part.deductionId, part.parentId, ...figures(part)])).toStrictEqual([
      ["D", null, "73", "0", "0", "73", "0", "0"],
      ["D1", "D", "30", "0", "30", "0", "0", "0"],
      ["D2", "D1", "10", "0", "0", "0", "0", "10"],
    ]);
    expect(figures(all.total)).toStrictEqual(["113", "0", "30", "73", "0", "10"]);
  });

  test("without actions all is open", () => {
    expect(figures(standing().total)).toStrictEqual(["113", "0", "0", "0", "0", "113"]);
  });

  test.each([
    ["112.99", true],
    ["113", true],
    ["113.01", false],
  ])("of 113 that are open, %s are denied: %s", (amount, want) => {
    const answer = settle(factsOf(decide("deny", "a", amount)));
    expect(answer.ok).toBe(want);
    if (!answer.ok)
      expect([answer.problem.code, say(answer.problem, "zh")]).toStrictEqual([
        "settlement.deduction_exceeds_open",
        "a 无法处理 113.01：D 未决金额为 113 CNY",
      ]);
  });

  test.each([
    ["59.99", true],
    ["60", true],
    ["60.01", false],
  ])("of 60 that are owed, %s are matched: %s", (amount, want) => {
    const answer = settle(factsOf(match("a", amount)));
    expect(answer).toMatchObject(
      want ? { ok: true } : { problem: { code: "settlement.deduction_exceeds_target", params: { open: "60" } } },
    );
  });

  test("two matches share what is owed", () => {
    expect(settle(factsOf(match("a", "40"), match("b", "21")))).toMatchObject({ problem: { params: { action: "b", open: "20" } } });
  });

  test.each([
    ["1.99", true],
    ["2", true],
    ["2.01", false],
  ])("of 5 that may be written off 3 are, and %s more: %s", (amount, want) => {
    const answer = settle(factsOf(split("s", "50", "D1"), decide("write_off", "a", "3"), decide("write_off", "b", amount, "D1")));
    expect(answer).toMatchObject(want ? { ok: true } : { problem: { code: "settlement.deduction_exceeds_write_off" } });
  });

  test("what is not there, named twice or out of order is a fault", () => {
    expect(faultAt(() => settle(factsOf(decide("deny", "a", "1", "X"))))).toBe("kernel.unknown_row at facts.actions[0].deductionId");
    expect(faultAt(() => settle(factsOf(match("a", "1", "D", "X"))))).toBe("kernel.unknown_row at facts.actions[0].targetEntryId");
    expect(faultAt(() => settle(factsOf(split("a", "1", "D"))))).toBe("kernel.named_twice at facts.actions[0].childId");
    expect(faultAt(() => settle(factsOf(match("E1", "1"))))).toBe("kernel.named_twice at facts.actions[0].id");
    expect(faultAt(() => settle(factsOf(approve("a", "1"), approve("a", "1"))))).toBe("kernel.named_twice at facts.actions[1].id");
    expect(faultAt(() => settle(factsOf({ ...match("a", "1"), date: "2024-05-31" })))).toBe(
      "kernel.outside_bounds at facts.actions[0].date",
    );
    const usd = { ...factsOf(), targets: [{ entryId: "E1", open: { amount: "1", currency: "USD" } }] };
    expect(faultAt(() => settle(usd))).toBe("kernel.currency_mismatch at facts.targets[0].open.currency");
    const credit = { ...factsOf(), deduction: { ...factsOf().deduction, amount: cny("-1") } };
    expect(faultAt(() => settle(credit))).toBe("kernel.not_above_zero at facts.deduction.amount.amount");
  });

  test("taken = matched + credited + denied + written off + open, for the whole and each part", () => {
    const kinds = fc.constantFrom("match", "split", "approve", "deny", "write_off");
    const steps = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 4000 }), fc.nat()), { maxLength: 10 });
    fc.assert(
      fc.property(steps, (all) => {
        const ids = ["D"];
        let actions: readonly DeductionAction[] = [];
        all.forEach(([kind, cents, pick], i) => {
          const amount = (cents / 100).toFixed(2);
          const of = ids[pick % ids.length] as string;
          const next =
            kind === "match"
              ? match(`a${i}`, amount, of)
              : kind === "split"
                ? split(`a${i}`, amount, `D${i}`, of)
                : kind === "approve"
                  ? approve(`a${i}`, amount, of)
                  : decide(kind as "deny", `a${i}`, amount, of);
          if (!settle(factsOf(...actions, next)).ok) return;
          actions = [...actions, next];
          if (kind === "split") ids.push(`D${i}`);
        });
        const answer = settle(factsOf(...actions));
        if (!answer.ok) throw new Error(answer.problem.code);
        const { total, parts } = answer.value.outcome;
        let taken = "0";
        for (const part of [total, ...parts]) {
          const [own, ...gone] = figures(part) as [string, ...string[]];
          expect(compareDecimals(gone.reduce(addDecimals), own)).toBe(0);
          expect(compareDecimals(part.open, "0")).toBeGreaterThanOrEqual(0);
          if (part !== total) taken = addDecimals(taken, own);
        }
        expect([taken, total.taken]).toStrictEqual(["113", "113"]);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
