import { listStatementApprovals, type StatementApproval } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import {
  approvalAfter,
  approving,
  confirming,
  draftedStatement,
  drawnStatement,
  objecting,
  sending,
} from "../../support/statement-approval.js";

const of = (accountId: string, statementId: string, silence: "confirms" | "reminds" = "reminds") =>
  draftedStatement(silence, { statementId, statement: { ...drawnStatement, accountId } });

describe("listStatementApprovals()", () => {
  test("complaint 21: shows where each account's statement stands, whose turn it is, and for how long", () => {
    const approvals = [
      approvalAfter([approving(), sending, objecting], of("C", "S5")),
      of("B", "S2"),
      approvalAfter([approving(), sending, confirming], of("A", "S4")),
      approvalAfter([approving(), sending], of("A", "S3")),
      approvalAfter([approving()], of("A", "S1")),
    ];
    const { lines, due } = listStatementApprovals({ approvals, from: "2024-04-10", asOf: "2024-04-12" });
    expect(
      lines.map((line) => [line.accountId, line.statementId, line.state, line.waitingFor?.id ?? null, line.waitingDays]),
    ).toStrictEqual([
      ["A", "S1", "approved", "Li", 9],
      ["A", "S3", "sent", "A", 8],
      ["A", "S4", "confirmed", null, 4],
      ["B", "S2", "drafted", "Wang", 10],
      ["C", "S5", "objected", "Li", 4],
    ]);
    expect(due).toStrictEqual([]);
    expect(lines.filter(({ waitingFor }) => waitingFor?.id === "Wang").map(({ statementId }) => statementId)).toStrictEqual(["S2"]);
  });

  test("names the level whose turn it is", () => {
    const large = (statementId: string) =>
      draftedStatement("reminds", { statementId, statement: { ...drawnStatement, closing: "250000" } });
    const waiting = (approvals: readonly StatementApproval[]) =>
      listStatementApprovals({ approvals, from: "2024-04-10", asOf: "2024-04-12" }).lines.map(({ waitingFor }) => waitingFor);
    expect(waiting([large("S1"), approvalAfter([approving()], large("S2"))])).toStrictEqual([
      { side: "manufacturer", id: "Wang", level: "clerk" },
      { side: "manufacturer", id: "Zhao", level: "manager" },
    ]);
  });

  test("shows what time alone did, with its steps for the host to record", () => {
    const approvals = [
      approvalAfter([approving(), sending], of("A", "S1", "confirms")),
      approvalAfter([approving(), sending], of("B", "S2")),
    ];
    const { lines, due } = listStatementApprovals({ approvals, from: "2024-04-05", asOf: "2024-04-20" });
    expect(lines.map(({ state, waitingFor }) => [state, waitingFor?.side ?? null])).toStrictEqual([
      ["taken_as_confirmed", null],
      ["sent", "member"],
    ]);
    expect(
      due.map(({ statementId, steps }) => [statementId, steps.map(({ asOf, step }) => [asOf, step.effects[0]?.effect])]),
    ).toStrictEqual([
      ["S1", [["2024-04-15", "release_payment"]]],
      ["S2", [["2024-04-15", "remind_member"]]],
    ]);
  });

  test("what cannot be read, or comes twice, names its place", () => {
    const twice = [of("A", "S1"), of("B", "S1")];
    expect(faultAt(() => listStatementApprovals({ approvals: twice, from: "2024-04-05", asOf: "2024-04-20" }))).toBe(
      "kernel.named_twice at facts.approvals[1].data.statementId",
    );
    expect(faultAt(() => listStatementApprovals({ approvals: [{}], from: "2024-04-05", asOf: "2024-04-20" } as never))).toBe(
      "kernel.not_a_choice at facts.approvals[0].at",
    );
  });
});
