import { checkExplanation } from "qudao/kernel";
import { type DepositRefundFacts, refundDeposit } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectWords } from "../../support/says.js";

const facts: DepositRefundFacts = {
  asOf: "2024-06-30",
  exitedOn: "2024-03-31",
  movementId: "out",
  movements: [
    { id: "in", kind: "paid", on: "2023-01-01", amount: "1000" },
    { id: "V-0", kind: "deducted", on: "2023-06-01", amount: "100", ground: "sold outside" },
  ],
  openClaims: [{ claimId: "V-1", amount: "300" }],
};
const refund = (changes: Partial<DepositRefundFacts> = {}, holdDays = 90) => {
  const answer = refundDeposit(frozen({ ...facts, ...changes }), frozen({ holdDays }));
  if (answer.ok) {
    expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
    expectWords(answer.value.explanation);
  }
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer;
};

describe("refundDeposit()", () => {
  test("the rest comes back at exit, less what is still open", () => {
    const movement = { id: "out", kind: "refunded", on: "2024-06-30", amount: "600" };
    expect(refund()).toMatchObject({ value: { outcome: { refund: "600", heldBack: "300", beyond: "0", movement } } });
    expect(refund({ openClaims: [] })).toMatchObject({ value: { outcome: { refund: "900", heldBack: "0" } } });
  });

  test.each([
    ["2024-06-28", false],
    ["2024-06-29", false],
    ["2024-06-30", true],
  ])("held for 90 days after 31 March: on %s it is due or not", (asOf, want) => {
    const answer = refund({ asOf });
    expect(answer.ok).toBe(want);
    if (!answer.ok)
      expect(answer.problem).toStrictEqual({
        code: "settlement.deposit_held",
        params: { date: "2024-06-30", exitedOn: "2024-03-31", days: 90 },
      });
  });

  test.each([
    ["899.99", "0.01", "0"],
    ["900", "0", "0"],
    ["900.01", "0", "0.01"],
  ])("an open claim of %s leaves %s of 900, and goes %s beyond", (amount, want, beyond) => {
    const answer = refund({ openClaims: [{ claimId: "V-1", amount }] });
    expect(answer).toMatchObject({ value: { outcome: { refund: want, beyond } } });
    expect(answer.ok && answer.value.outcome.movement === null).toBe(want === "0");
  });

  // 900 on 30 June, of which 250 are deducted on 1 July; 300 are open
  test("what a later movement has taken is not refunded", () => {
    const movements = [
      ...facts.movements,
      { id: "V-2", kind: "deducted" as const, on: "2024-07-01", amount: "250", ground: "sold outside" },
    ];
    expect(refund({ movements })).toMatchObject({ value: { outcome: { refund: "350", heldBack: "300", beyond: "0" } } });
    expect(refund({ movements, openClaims: [{ claimId: "V-1", amount: "700" }] })).toMatchObject({
      value: { outcome: { refund: "0", heldBack: "650", beyond: "50" } },
    });
  });

  test("a movement whose identifier the ledger has is none to be added", () => {
    expect(faultAt(() => refund({ movementId: "in" }))).toBe("kernel.named_twice at facts.movementId");
    const movements = [...facts.movements, { id: "out", kind: "refunded" as const, on: "2024-06-30", amount: "900" }];
    expect(refund({ movements, openClaims: [] })).toMatchObject({ value: { outcome: { refund: "0", movement: null } } });
  });

  test("what was refunded is not refunded again, and open claims that nobody told are a fault", () => {
    const movements = [...facts.movements, { id: "out", kind: "refunded" as const, on: "2024-06-30", amount: "600" }];
    expect(refund({ movements, movementId: "out2" })).toMatchObject({ value: { outcome: { refund: "0" } } });
    const { openClaims: _, ...untold } = facts;
    expect(faultAt(() => refundDeposit(untold as DepositRefundFacts, { holdDays: 0 }))).toBe("kernel.not_a_list at facts.openClaims");
  });
});
