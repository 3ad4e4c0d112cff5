import type { ProductAppeal } from "qudao/entities";
import { type AppealPolicy, computeAppealIndex } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { resultOf } from "../support/network.js";

const policy: AppealPolicy = {
  version: "2024",
  weights: { technology: "2", quality: "2", appearance: "1" },
  minimumCoverage: "0.5",
  decimals: 4,
  mode: "half_up",
};
const index = (appeal: ProductAppeal, changes: Partial<AppealPolicy> = {}) =>
  resultOf(computeAppealIndex(frozen(appeal), frozen({ ...policy, ...changes })));

describe("computeAppealIndex()", () => {
  test("S03-06: the index is the weighted mean of the ratings given", () => {
    // (2 × 0.9 + 2 × 0.8 + 1 × 0.5) ÷ 5 = 3.9 ÷ 5
    expect(index({ technology: "0.9", quality: "0.8", appearance: "0.5" })).toStrictEqual({ index: "0.78", unrated: [] });
    // (2 × 0.9 + 1 × 0.5) ÷ 3 = 2.3 ÷ 3
    expect(index({ technology: "0.9", appearance: "0.5" })).toStrictEqual({ index: "0.7667", unrated: ["quality"] });
    expect(index({ technology: "1", quality: "1", appearance: "1" })).toMatchObject({ index: "1" });
    expect(index({ technology: "0", quality: "0", appearance: "0" })).toMatchObject({ index: "0" });
  });

  test.each([
    ["0.41", "network.appeal_unrated"],
    ["0.4", undefined],
    ["0.39", undefined],
  ])("technology alone covers 0.4 of the weights, %s is needed: %s", (minimumCoverage, code) => {
    const answer = index({ technology: "0.9" }, { minimumCoverage });
    expect("code" in answer ? answer.code : undefined).toBe(code);
  });

  test("without any rating there is no index, never 0", () => {
    expect(index({}, { minimumCoverage: "0" })).toStrictEqual({
      code: "network.appeal_unrated",
      params: { unrated: ["technology", "quality", "appearance"] },
    });
  });

  test("a weight of 0 leaves a side out, and one at least is above 0", () => {
    const weights = { technology: "1", quality: "0", appearance: "0" };
    expect(index({ technology: "0.3", quality: "0.9" }, { weights })).toMatchObject({ index: "0.3" });
    expect(faultAt(() => index({ technology: "0.3" }, { weights: { ...weights, technology: "0" } }))).toBe(
      "kernel.not_above_zero at policy.weights",
    );
  });

  test("refuses ratings beyond 0 and 1, and more or fewer places than it has", () => {
    expect(faultAt(() => index({ quality: "1.01" }))).toBe("kernel.outside_bounds at appeal.quality");
    expect(faultAt(() => index({ quality: "-0.01" }))).toBe("kernel.outside_bounds at appeal.quality");
    expect(faultAt(() => index({}, { decimals: 1 }))).toBe("kernel.not_a_count at policy.decimals");
    expect(faultAt(() => index({}, { decimals: 11 }))).toBe("kernel.not_a_count at policy.decimals");
  });
});
