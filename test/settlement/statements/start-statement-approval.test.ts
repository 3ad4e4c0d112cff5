import { buildAccountStatement, startStatementApproval } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { fullFacts, fullPolicy } from "../../support/account-statement.js";
import { faultAt } from "../../support/fault-of.js";
import { draftedStatement } from "../../support/statement-approval.js";

describe("startStatementApproval()", () => {
  test("a statement is drafted, for its account and period", () => {
    const statement = buildAccountStatement(fullFacts, fullPolicy).outcome;
    const approval = startStatementApproval(
      { statementId: "ST-3", statement, preparedBy: "Li", approver: "Wang", asOf: "2024-04-10" },
      { silence: "confirms" },
    );
    expect([approval.at, approval.data.accountId, approval.data.period]).toStrictEqual([
      "drafted",
      "GROUP",
      { start: "2024-03-01", end: "2024-04-01" },
    ]);
    expect(JSON.parse(JSON.stringify(approval))).toStrictEqual(approval);
  });

  test("what cannot be read names its place", () => {
    expect(faultAt(() => draftedStatement("agrees" as never))).toBe("kernel.not_a_choice at policy.silence");
    expect(faultAt(() => draftedStatement("confirms", { approver: "" }))).toBe("kernel.not_text at facts.approver");
    expect(faultAt(() => draftedStatement("confirms", { statement: { accountId: "A" } }))).toBe(
      "kernel.not_a_period at facts.statement.period",
    );
  });
});
