import { buildAccountStatement, startStatementApproval } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { fullFacts, fullPolicy } from "../../support/account-statement.js";
import { faultAt } from "../../support/fault-of.js";
import { approvalLevels, approvers, draftedStatement, drawnStatement } from "../../support/statement-approval.js";

describe("startStatementApproval()", () => {
  test("a statement is drafted, for its account and period", () => {
    const statement = buildAccountStatement(fullFacts, fullPolicy).outcome;
    const approval = startStatementApproval(
      { statementId: "ST-3", statement, preparedBy: "Li", approvers, asOf: "2024-04-10" },
      { silence: "confirms", currency: "CNY", levels: approvalLevels },
    );
    expect([approval.at, approval.data.accountId, approval.data.period]).toStrictEqual([
      "drafted",
      "GROUP",
      { start: "2024-03-01", end: "2024-04-01" },
    ]);
    expect(JSON.parse(JSON.stringify(approval))).toStrictEqual(approval);
  });

  test.each([
    ["99999.99", ["Wang"]],
    ["100000.00", ["Wang", "Zhao"]],
    ["100000.01", ["Wang", "Zhao"]],
    ["-99999.99", ["Wang"]],
    ["-100000", ["Wang", "Zhao"]],
    ["0", ["Wang"]],
  ])("a closing balance of %s, whichever side owes it, is approved by %j", (closing, want) => {
    const { approvals } = draftedStatement("reminds", { statement: { ...drawnStatement, closing } }).data;
    expect(approvals.map(({ by }) => by)).toStrictEqual(want);
    expect(approvals.every(({ on }) => on === null)).toBe(true);
  });

  test("nobody approves a statement that they drew, or for two levels, and no level that is needed is left without a name", () => {
    const large = { ...drawnStatement, closing: "100000" };
    const named = (clerk: string, manager: string) => [
      { level: "clerk", by: clerk },
      { level: "manager", by: manager },
    ];
    const startWith = (given: object) => faultAt(() => draftedStatement("reminds", { statement: large, ...given }));
    expect(startWith({ approvers: named("Li", "Zhao") })).toBe("settlement.approves_own at facts.approvers[0].by");
    expect(startWith({ approvers: named("Wang", "Li") })).toBe("settlement.approves_own at facts.approvers[1].by");
    expect(startWith({ approvers: named("Wang", "Wang") })).toBe("settlement.approves_own at facts.approvers[1].by");
    expect(startWith({ approvers: named("Wang", "Zhao").slice(0, 1) })).toBe("settlement.no_approver at facts.approvers");
    // a level that is not needed is not asked who it is
    expect(draftedStatement("reminds", { approvers: named("Wang", "Li").slice(0, 1) }).data.approvals).toHaveLength(1);
    const late = [{ level: "manager", titles: { en: "M", zh: "经理" }, from: "1" }];
    expect(faultAt(() => draftedStatement("reminds", {}, late))).toBe("settlement.first_level_not_for_all at policy.levels[0].from");
    expect(faultAt(() => draftedStatement("reminds", {}, []))).toBe("kernel.list_empty at policy.levels");
    expect(startWith({ statement: { ...large, currency: "USD" } })).toBe("settlement.approval_currency at facts.statement.currency");
  });

  test("what cannot be read names its place", () => {
    expect(faultAt(() => draftedStatement("agrees" as never))).toBe("kernel.not_a_choice at policy.silence");
    expect(faultAt(() => draftedStatement("confirms", { approvers: [{ level: "clerk", by: "" }] }))).toBe(
      "kernel.not_text at facts.approvers[0].by",
    );
    expect(faultAt(() => draftedStatement("confirms", { statement: { ...drawnStatement, period: undefined } }))).toBe(
      "kernel.not_a_period at facts.statement.period",
    );
  });
});
