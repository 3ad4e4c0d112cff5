import { checkTierSchedule, type TierSchedule } from "qudao/engine";
import { describe, expect, test } from "vitest";

const base = { method: "retroactive", unit: "CNY", boundary: "reaches" };
const curve = { method: "polynomial", unit: "CNY", boundary: "reaches", curve: "amount" };
const eleven = Array.from({ length: 11 }, () => "0");
const curved = { coefficients: eleven.slice(1) };
const row = (from: string, more: object = { rate: "0.01" }) => ({ from, ...more });

describe("checkTierSchedule()", () => {
  test.each([
    [{ ...base, tiers: [] }, "engine.tier_none", "tiers"],
    [{ ...base, tiers: [row("1")] }, "engine.tier_first_not_zero", "tiers[0].from"],
    [{ ...base, tiers: [row("-1")] }, "engine.tier_negative", "tiers[0].from"],
    [{ ...base, tiers: [row("0"), row("0")] }, "engine.tier_not_increasing", "tiers[1].from"],
    [{ ...base, tiers: [row("0"), row("20"), row("10")] }, "engine.tier_not_increasing", "tiers[2].from"],
    [{ ...base, tiers: [row("0", { rate: "1", to: "9" }), row("10")] }, "engine.tier_gap", "tiers[0].to"],
    [{ ...base, tiers: [row("0", { rate: "1", to: "11" }), row("10")] }, "engine.tier_overlap", "tiers[0].to"],
    [{ ...base, tiers: [row("0"), row("10", { rate: "1", to: "10" })] }, "engine.tier_not_increasing", "tiers[1].to"],
    [{ ...base, tiers: [row("0"), row("10", { rate: "1", unit: "piece" })] }, "engine.tier_unit_mixed", "tiers[1].unit"],
    [{ ...base, tiers: [row("0", {})] }, "engine.tier_pay_missing", "tiers[0].rate"],
    [{ ...base, method: "rolling_sum", tiers: [row("0", { rate: "1", amount: "2" })] }, "engine.tier_pay_unused", "tiers[0].amount"],
    [{ ...base, tiers: [row("0", { rate: "1", amount: "two" })] }, "kernel.not_a_decimal", "tiers[0].amount"],
    [{ ...base, tiers: [row("0", { amount: "2" })] }, "engine.tier_pay_missing", "tiers[0].rate"],
    [{ ...base, tiers: [row("0", { rate: "1", fromFirst: true })] }, "engine.tier_pay_unused", "tiers[0].fromFirst"],
    [{ ...base, tiers: [row("0", { rate: "2 %" })] }, "kernel.not_a_decimal", "tiers[0].rate"],
    [{ ...base, tiers: [row("ten")] }, "kernel.not_a_decimal", "tiers[0].from"],
    [{ ...base, tiers: [null] }, "kernel.not_a_record", "tiers[0]"],
    [{ ...base, tiers: {} }, "kernel.not_a_list", "tiers"],
    [{ ...base, boundary: "touches", tiers: [row("0")] }, "kernel.not_a_choice", "boundary"],
    [{ ...base, unit: "", tiers: [row("0")] }, "kernel.not_text", "unit"],
    [{ ...base, method: "constructor", tiers: [row("0")] }, "kernel.not_a_choice", "method"],
    [{ ...base, method: "interpolated", tiers: [row("0", { amount: "1" })] }, "engine.tier_open_end", "tiers[0].to"],
    [{ method: "package", unit: "piece", size: "0", amount: "1", count: "complete" }, "engine.tier_size", "size"],
    [{ method: "package", unit: "piece", size: "1", amount: "1", count: "some" }, "kernel.not_a_choice", "count"],
    [{ ...curve, tiers: [row("0")] }, ["engine.tier_pay_unused", "engine.tier_pay_missing"], ["tiers[0].rate", "tiers[0].coefficients"]],
    [{ ...curve, tiers: [row("0", { coefficients: [] })] }, "engine.tier_coefficients", "tiers[0].coefficients"],
    [{ ...curve, tiers: [row("0", { coefficients: ["1", "one"] })] }, "kernel.not_a_decimal", "tiers[0].coefficients[1]"],
    [{ ...curve, tiers: [row("0", { coefficients: new Array(1) })] }, "kernel.not_a_decimal", "tiers[0].coefficients[0]"],
    [{ ...curve, tiers: [row("0", { coefficients: "1" })] }, "kernel.not_a_list", "tiers[0].coefficients"],
    [{ ...curve, tiers: [row("0", { coefficients: ["1"], amount: "1" })] }, "engine.tier_pay_unused", "tiers[0].amount"],
    [{ ...curve, tiers: [row("0", curved), row("5", { coefficients: eleven })] }, "engine.tier_coefficients", "tiers[1].coefficients"],
    [{ ...curve, curve: undefined, tiers: [row("0", curved)] }, "kernel.not_a_choice", "curve"],
    [{ ...curve, curve: "line", tiers: [row("0", curved)] }, "kernel.not_a_choice", "curve"],
    [{ ...base, curve: "rate", tiers: [row("0")] }, "engine.tier_curve_unused", "curve"],
    [{ ...base, tiers: [row("0", { rate: "1", coefficients: ["1"] })] }, "engine.tier_pay_unused", "tiers[0].coefficients"],
    [null, "kernel.not_a_record", ""],
    [[], "kernel.not_a_record", ""],
  ])("%j: %s at %s", (schedule, code, path) => {
    const found = checkTierSchedule(schedule as unknown as TierSchedule);
    expect([found.map((fault) => fault.code), found.map((fault) => fault.path)]).toStrictEqual([[code].flat(), [path].flat()]);
  });

  test("accepts what is right, with and without ends", () => {
    const tiers = [row("0", { rate: "0", to: "10" }), row("10", { rate: "-0.5", to: "20", unit: "CNY" })];
    expect(checkTierSchedule({ ...base, tiers } as unknown as TierSchedule)).toStrictEqual([]);
    expect(checkTierSchedule({ ...base, method: "excess_only", tiers: [row("100")] } as unknown as TierSchedule)).toStrictEqual([]);
    for (const method of ["graduated", "excess_only", "retroactive"]) {
      const fixed = [row("0", { rate: "0.01", amount: "5" }), row("10")];
      expect(checkTierSchedule({ ...base, method, tiers: fixed } as unknown as TierSchedule)).toStrictEqual([]);
    }
  });

  test("names every fault, not only the first", () => {
    const tiers = [row("5", { amount: "1" }), row("x")];
    expect(checkTierSchedule({ ...base, method: "total_sum", tiers } as unknown as TierSchedule)).toHaveLength(4);
  });
});
