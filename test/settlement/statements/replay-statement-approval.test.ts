import { replayStatementApproval } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import { approvalAfter, approving, confirming, draftedStatement, sending } from "../../support/statement-approval.js";

const events = [approving(), sending, confirming];
const records = events.map((event) => ({ event, facts: { answerDays: 10 } }));

describe("replayStatementApproval()", () => {
  test("gives what the steps gave, one by one", () => {
    const replay = replayStatementApproval({ initial: draftedStatement(), records }, { onRefusal: "stop" });
    expect(replay.state).toStrictEqual(approvalAfter(events));
    expect([replay.steps.length, replay.refused]).toStrictEqual([3, []]);
  });

  test("a refused event is listed by its place", () => {
    const replay = replayStatementApproval({ initial: draftedStatement(), records: records.slice(1) }, { onRefusal: "collect" });
    expect([replay.state.at, replay.refused.map(({ index }) => index)]).toStrictEqual(["drafted", [0, 1]]);
  });

  test("what cannot be read names its place", () => {
    const facts = { initial: draftedStatement(), records: [{ event: sending, facts: { answerDays: "10" } }] };
    expect(faultAt(() => replayStatementApproval(facts as never, { onRefusal: "stop" }))).toBe(
      "kernel.not_a_count at facts.records[0].facts.answerDays",
    );
  });
});
