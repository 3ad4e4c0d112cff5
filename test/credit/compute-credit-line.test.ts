import { type CreditLineFacts, type CreditLinePolicy, computeCreditLine } from "qudao/credit";
import { roundDecimal } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const facts: CreditLineFacts = { marginOnCredit: "10", marginOnCash: "4", recoveryShare: "0.2" };
const policy: CreditLinePolicy = { discount: { factor: "0.95" }, detection: "1", decimals: 2 };
const compute = (given: Partial<CreditLineFacts> = {}, changes: Partial<CreditLinePolicy> = {}) =>
  shown(computeCreditLine({ ...facts, ...given }, { ...policy, ...changes }));

describe("computeCreditLine()", () => {
  test("margin 10 on credit, 4 on cash, a fifth recovered, 0.95: the line is 142.5; of 50 the critical factor is 40 ÷ 46", () => {
    const outcome = compute({ line: "50" });
    expect([outcome.line, roundDecimal(outcome.criticalDiscount ?? "", 4, "half_up")]).toStrictEqual(["142.50", "0.8696"]);
  });

  test("half the detection halves the line; it is cut, never rounded up", () => {
    expect(compute({}, { detection: "0.5" }).line).toBe("71.25");
    expect(compute({}, { detection: "0.5", decimals: 0 }).line).toBe("71");
    expect(compute({}, { discount: { survival: "0.95", ratePerCycle: "0" } }).line).toBe("142.50");
  });

  test("where credit earns no more than cash, or nothing is noticed, no line enforces itself", () => {
    expect(compute({ marginOnCash: "10", line: "5" })).toStrictEqual({ line: "0.00", criticalDiscount: null });
    expect(compute({ marginOnCash: "12" }).line).toBe("0.00");
    expect(compute({}, { detection: "0" }).line).toBe("0.00");
  });

  test("where a default gains nothing, or the future counts as much as today, no line is too large", () => {
    expect(compute({ recoveryShare: "1", line: "5" })).toStrictEqual({ line: null, criticalDiscount: "0" });
    expect(compute({}, { discount: { factor: "1" } }).line).toBeNull();
    expect(compute({}, { discount: { factor: "0" } }).line).toBe("0.00");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => compute({ recoveryShare: "1.2" }))).toBe("kernel.outside_bounds at facts.recoveryShare");
  });
});
