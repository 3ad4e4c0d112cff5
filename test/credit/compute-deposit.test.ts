import { computeDeposit, type DepositMovement } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const moves: readonly DepositMovement[] = [
  { id: "1", kind: "paid", on: "2024-01-05", amount: "50000" },
  { id: "2", kind: "deducted", on: "2024-04-01", amount: "8000", ground: "diversion" },
  { id: "3", kind: "refunded", on: "2024-06-01", amount: "12000" },
];
const compute = (asOf: string, movements: readonly DepositMovement[] = moves) => computeDeposit({ asOf, movements }, { required: "45000" });

describe("computeDeposit()", () => {
  test.each([
    ["2024-01-04", "0", "45000"],
    ["2024-01-05", "50000", "0"],
    ["2024-04-01", "42000", "3000"],
    ["2024-06-01", "30000", "15000"],
  ])("G-11: paid, deducted and refunded: on %s %s is left and %s missing", (asOf, balance, shortfall) => {
    expect(outcomeOf(compute(asOf, [...moves].reverse()))).toMatchObject({ balance, shortfall });
  });

  test("a deposit is never overdrawn, and on one day payments come first", () => {
    const on = "2024-01-05";
    const pay: DepositMovement = { id: "1", kind: "paid", on, amount: "100" };
    const take = (amount: string): DepositMovement => ({ id: "0", kind: "refunded", on, amount });
    expect(outcomeOf(compute(on, [take("100"), pay])).balance).toBe("0");
    expect(problemOf(compute(on, [take("100.01"), pay]))).toBe("credit.deposit_overdrawn");
  });

  test("nothing is deducted without a ground", () => {
    expect(
      problemOf(compute("2024-12-31", [moves[0] as DepositMovement, { id: "2", kind: "deducted", on: "2024-04-01", amount: "1" }])),
    ).toBe("credit.deduction_without_ground");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => compute("2024-12-31", [...moves, moves[0] as DepositMovement]))).toBe(
      "kernel.named_twice at facts.movements[3].id",
    );
    expect(faultAt(() => compute("2024-12-31", [{ id: "1", kind: "paid", on: "2024-01-05", amount: "0" }]))).toBe(
      "kernel.not_above_zero at facts.movements[0].amount",
    );
  });
});
