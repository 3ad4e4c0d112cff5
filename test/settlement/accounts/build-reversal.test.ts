import { buildReversal, type ReversalFacts } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { amountsOf, earnedLine, entryOf, settleUp, statementOf, yuan } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const facts: ReversalFacts = { id: "X1", asOf: "2024-05-02", entryId: "E1", entries: [entryOf("100", { date: "2024-04-01" })] };

function reversal(changes: Partial<ReversalFacts> = {}) {
  const answer = buildReversal(frozen({ ...facts, ...changes }));
  return answer.ok ? answer.value : answer.problem.code;
}

describe("buildReversal()", () => {
  test("complaint 28: the entry stays, and its mirror is added", () => {
    expect(reversal()).toStrictEqual({
      id: "X1",
      memberId: "A",
      kind: "reversal",
      date: "2024-05-02",
      amount: yuan("-100.00"),
      earning: { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" },
      refersTo: "E1",
    });
  });

  test("after it, the earning is settled again", () => {
    const mirror = reversal();
    if (typeof mirror === "string") throw new Error(mirror);
    const statements = statementOf(earnedLine("100", { status: "final" }));
    const run = settleUp({ asOf: "2024-05-03", statements, entries: [...facts.entries, mirror] });
    expect(amountsOf(run.entries)).toStrictEqual([["correction", "100.00"]]);
  });

  test("only once, and never a reversal", () => {
    const mirror = reversal();
    if (typeof mirror === "string") throw new Error(mirror);
    const entries = [...facts.entries, mirror];
    expect(reversal({ id: "X2", entries })).toBe("settlement.entry_reversed");
    expect(reversal({ id: "X2", entries, entryId: "X1" })).toBe("settlement.entry_is_reversal");
    expect(reversal({ entryId: "E9" })).toBe("settlement.entry_not_found");
  });

  test.each([
    ["2024-05-01", "X1"],
    ["2024-05-02", "settlement.period_closed"],
    ["2024-05-03", "settlement.period_closed"],
  ])("with everything closed through %s: %s", (closedThrough, want) => {
    const answer = reversal({ closedThrough });
    expect(typeof answer === "string" ? answer : answer.id).toBe(want);
  });

  test.each([
    ["2024-03-31", "settlement.earning_posted_later"],
    ["2024-04-01", "X1"],
    ["2024-04-02", "X1"],
  ])("an entry of 1 April is not reversed before there was one: %s", (asOf, want) => {
    const answer = reversal({ asOf });
    expect(typeof answer === "string" ? answer : answer.id).toBe(want);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => buildReversal({ ...facts, id: "E1" }))).toBe("kernel.named_twice at facts.id");
    expect(faultAt(() => buildReversal({ ...facts, asOf: "today" }))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => buildReversal(null as never))).toBe("kernel.not_a_record at facts");
  });
});
