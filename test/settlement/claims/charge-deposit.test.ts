import { computeDeposit } from "qudao/credit";
import { checkExplanation } from "qudao/kernel";
import { chargeDeposit, type DepositChargeFacts } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectWords } from "../../support/says.js";

const paidIn = { id: "in", kind: "paid" as const, on: "2024-01-01", amount: "1000" };
const chargeOf = (claimId: string, amount: string, date = "2024-06-01") => ({ claimId, amount, date, ground: "sold outside" });
const factsOf = (changes: Partial<DepositChargeFacts> = {}): DepositChargeFacts => ({
  asOf: "2024-06-30",
  movements: [paidIn],
  charges: [chargeOf("V-1", "800")],
  ...changes,
});
const charge = (changes: Partial<DepositChargeFacts>, required = "1000") => {
  const answer = chargeDeposit(frozen(factsOf(changes)), frozen({ required }));
  expect(checkExplanation(answer.explanation)).toStrictEqual([]);
  expectWords(answer.explanation);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer.outcome;
};

describe("chargeDeposit()", () => {
  // the deposit deduction for diversion
  test.each([
    ["999.99", "charged", "999.99", "0", "0.01", "999.99"],
    ["1000", "charged", "1000", "0", "0", "1000"],
    ["1000.01", "partly_charged", "1000", "0.01", "0", "1000"],
  ])("R-14: of 1,000 a charge of %s: %s", (amount, status, charged, uncovered, balance, topUp) => {
    const outcome = charge({ charges: [chargeOf("V-1", amount)] });
    expect(outcome).toStrictEqual({
      balance,
      claims: [{ claimId: "V-1", status, charged, uncovered }],
      movements: [{ id: "V-1", kind: "deducted", on: "2024-06-30", amount: charged, ground: "sold outside" }],
      uncovered,
      topUp,
    });
  });

  test("by day, then by identifier, whatever the order of the list", () => {
    const charges = [chargeOf("V-3", "500", "2024-06-03"), chargeOf("V-2", "500"), chargeOf("V-1", "800")];
    const outcome = charge({ charges });
    expect(outcome.claims.map(({ claimId, status, charged }) => [claimId, status, charged])).toStrictEqual([
      ["V-1", "charged", "800"],
      ["V-2", "partly_charged", "200"],
      ["V-3", "not_charged", "0"],
    ]);
    expect([outcome.uncovered, charge({ charges: [...charges].reverse() })]).toStrictEqual(["800", outcome]);
  });

  test("a charge that is in the ledger is not charged again", () => {
    const once = charge({});
    const again = charge({ movements: [paidIn, ...once.movements] });
    expect([again.balance, again.claims[0]?.status, again.movements]).toStrictEqual(["200", "charged_before", []]);
  });

  test.each([
    ["2024-06-29", "charged", "200"],
    ["2024-06-30", "charged", "200"],
    ["2024-07-01", "not_yet", "1000"],
  ])("on 30 June a charge decided on %s is %s", (date, status, balance) => {
    const outcome = charge({ charges: [chargeOf("V-1", "800", date)] });
    expect([outcome.claims[0]?.status, outcome.balance, outcome.uncovered]).toStrictEqual([status, balance, "0"]);
  });

  test("movements after the day do not bear it", () => {
    expect(charge({ movements: [{ ...paidIn, on: "2024-07-01" }] }).uncovered).toBe("800");
  });

  // 1,000; 900 go out on 1 July and 500 come in on 2 July: on 30 June 100 are free
  test("what later movements have taken bears no charge, so that the ledger is never overdrawn", () => {
    const later = [
      { id: "r", kind: "refunded" as const, on: "2024-07-01", amount: "900" },
      { id: "in2", kind: "paid" as const, on: "2024-07-02", amount: "500" },
    ];
    const outcome = charge({ movements: [paidIn, ...later], charges: [chargeOf("V-1", "500")] });
    expect(outcome).toMatchObject({ balance: "900", uncovered: "400", claims: [{ status: "partly_charged", charged: "100" }] });
    const after = charge({ asOf: "2024-07-01", movements: [paidIn, ...later, ...outcome.movements], charges: [chargeOf("V-1", "500")] });
    expect(after.balance).toBe("0");
  });

  test("a ledger that was overdrawn for a while is a fault, as computeDeposit() refuses it; on one day payments come first", () => {
    const movement = (id: string, kind: "paid" | "refunded", on: string, amount: string) => ({ id, kind, on, amount });
    const movements = [
      movement("1", "paid", "2024-01-01", "100"),
      movement("2", "refunded", "2024-02-01", "200"),
      movement("3", "paid", "2024-03-01", "300"),
    ];
    const overdrawn = computeDeposit({ asOf: "2024-06-30", movements }, { required: "0" });
    expect(!overdrawn.ok && overdrawn.problem.code).toBe("credit.deposit_overdrawn");
    expect(faultAt(() => charge({ asOf: "2024-06-30", movements }))).toBe("kernel.below_zero at facts.movements");
    const early = movements.map((one) => (one.id === "3" ? { ...one, on: "2024-02-01" } : one));
    expect(charge({ asOf: "2024-06-30", movements: early, charges: [] }).balance).toBe("200");
  });

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => charge({ movements: [{ ...paidIn, kind: "refunded" }] }))).toBe("kernel.below_zero at facts.movements");
    expect(faultAt(() => charge({ movements: [paidIn, { id: "out", kind: "deducted", on: paidIn.on, amount: "1" }] }))).toBe(
      "kernel.missing at facts.movements[1].ground",
    );
    expect(faultAt(() => charge({ charges: [chargeOf("V", "1"), chargeOf("V", "1")] }))).toBe(
      "kernel.named_twice at facts.charges[1].claimId",
    );
    expect(faultAt(() => charge({ charges: [chargeOf("V", "0")] }))).toBe("kernel.not_above_zero at facts.charges[0].amount");
    expect(faultAt(() => charge({}, "-1"))).toBe("kernel.below_zero at policy.required");
  });
});
