import type { CarriedLine } from "qudao/entities";
import { type CarriedLineFacts, findCompetingLines } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { outcomeOf } from "../support/network.js";

const products = [
  { id: "P1", categoryId: "camera" },
  { id: "P2", categoryId: "recorder" },
];
const lines = (carriedLines: readonly CarriedLine[] | undefined, changes: Partial<CarriedLineFacts> = {}) =>
  outcomeOf(findCompetingLines(frozen({ brandIds: ["ours"], products, carriedLines, ...changes })));

describe("findCompetingLines()", () => {
  test("S19-105: lines compete by equality of category, under another brand", () => {
    const answer = lines([
      { brandId: "ours", categoryId: "camera", share: "0.4" },
      { brandId: "theirs", categoryId: "camera", share: "0.3" },
      { brandId: "others", categoryId: "recorder", share: "0.1" },
      { brandId: "theirs", categoryId: "cable", share: "0.2" },
    ]);
    expect(answer.lines.map(({ standing }) => standing)).toStrictEqual(["own", "competing", "competing", "unlike"]);
    expect(answer).toMatchObject({ verdict: "competing", competingShare: "0.4" });
  });

  test("without a competing line there is none, and its share is 0", () => {
    expect(lines([{ brandId: "theirs", categoryId: "cable" }])).toMatchObject({ verdict: "none", competingShare: "0" });
    expect(lines([])).toStrictEqual({ verdict: "none", lines: [], competingShare: "0" });
  });

  test("what is not known leaves it open: the lines, a category, the category of a product", () => {
    expect(lines(undefined)).toStrictEqual({ verdict: "undetermined", lines: [], competingShare: null });
    expect(lines([{ brandId: "theirs" }])).toMatchObject({ verdict: "undetermined", lines: [{ standing: "unknown" }] });
    const open = { products: [...products, { id: "P3" }] };
    expect(lines([{ brandId: "theirs", categoryId: "cable" }], open)).toMatchObject({ verdict: "undetermined", competingShare: null });
    expect(lines([{ brandId: "theirs", categoryId: "camera" }], open)).toMatchObject({ verdict: "competing" });
  });

  test("a share that is not known leaves the sum open", () => {
    expect(lines([{ brandId: "theirs", categoryId: "camera" }])).toMatchObject({ verdict: "competing", competingShare: null });
  });

  test("refuses a share above 1", () => {
    expect(faultAt(() => lines([{ brandId: "theirs", share: "1.01" }]))).toBe("kernel.outside_bounds at facts.carriedLines[0].share");
  });
});
