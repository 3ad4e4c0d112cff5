/** Whatever is handed in, each verb of statements, their approval and disputes answers or names code and place of the first fault. */
import { catalogue } from "qudao/i18n";
import * as settlement from "qudao/settlement";
import { expect, test } from "vitest";
import { fullFacts, fullPolicy } from "../../support/account-statement.js";
import { agreedDays, conceding, disputeAfter, disputeEvent, raised } from "../../support/dispute-life.js";
import { bearsTenThousand } from "../../support/settlement-hostile.js";
import {
  approvalAfter,
  approvalLevels,
  approvers,
  approving,
  draftedStatement,
  drawnStatement,
  sending,
} from "../../support/statement-approval.js";

const statement = settlement.buildAccountStatement(fullFacts, fullPolicy);
const partly = disputeAfter([conceding("30")]);
const sent = approvalAfter([approving(), sending]);
const words = catalogue as unknown;

/** Every verb with arguments that it accepts. */
const calls: { readonly [verb: string]: readonly [(...given: never[]) => unknown, ...given: readonly unknown[]] } = {
  exportStatementCsv: [
    (given: never, choice: object) => settlement.exportStatementCsv(given, { catalogue: words, ...choice } as never),
    statement,
    { part: "movements", language: "en", byteOrderMark: "without" },
  ],
  exportStatementHtml: [
    (given: never, choice: object) => settlement.exportStatementHtml(given, { catalogue: words, ...choice } as never),
    statement,
    { language: "zh" },
  ],
  startDispute: [
    settlement.startDispute,
    {
      disputeId: "D1",
      memberId: "A",
      entryId: "E1",
      raisedBy: "member",
      reason: "wrong_rate",
      amount: { amount: "50", currency: "CNY" },
      asOf: "2024-03-01",
    },
    { responseDays: 10 },
  ],
  availableDisputeEvents: [settlement.availableDisputeEvents, raised, agreedDays],
  replayDispute: [
    settlement.replayDispute,
    { initial: raised, records: [{ event: disputeEvent("acknowledged", "2024-03-21"), facts: agreedDays }] },
    { onRefusal: "stop" },
  ],
  findDueDisputes: [settlement.findDueDisputes, { disputes: [raised], from: "2024-03-21", asOf: "2024-04-15" }, agreedDays],
  buildDisputeCorrection: [settlement.buildDisputeCorrection, { dispute: partly, entryId: "E9", date: "2024-03-26" }],
  startStatementApproval: [
    settlement.startStatementApproval,
    {
      statementId: "ST-3",
      statement: drawnStatement,
      preparedBy: "Li",
      approvers,
      asOf: "2024-04-02",
    },
    { silence: "reminds", currency: "CNY", levels: approvalLevels },
  ],
  availableStatementApprovalEvents: [settlement.availableStatementApprovalEvents, sent, { answerDays: 10 }],
  listStatementApprovals: [settlement.listStatementApprovals, { approvals: [sent], from: "2024-04-05", asOf: "2024-04-20" }],
  replayStatementApproval: [
    settlement.replayStatementApproval,
    { initial: draftedStatement(), records: [{ event: approving(), facts: { answerDays: 10 } }] },
    { onRefusal: "stop" },
  ],
};

test.each(Object.entries(calls))("%s bears 10,000 values by chance", (_, [verb, ...good]) => {
  expect(() => verb(...(good as never[]))).not.toThrow();
  const { faults, answers } = bearsTenThousand(verb, good);
  expect(faults + answers).toBe(10_000);
  expect(faults).toBeGreaterThan(1_000);
});
