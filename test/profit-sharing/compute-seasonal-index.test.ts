import { computeSeasonalIndex } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { expectWords } from "../support/says.js";

const index = (...volumes: readonly string[]) =>
  computeSeasonalIndex(
    { volumes: volumes.map((volume, i) => ({ season: `Q${(i % 4) + 1}`, volume })) },
    { fullRiskAt: "0.5", decimals: 4 },
  );

describe("computeSeasonalIndex()", () => {
  test("S19-157: the indices average 1, and a flat series has no risk", () => {
    expect(index("7", "7", "7", "7")).toMatchObject({
      value: { outcome: { seasons: ["1", "1", "1", "1"].map((one) => ({ index: one })), dispersion: "0", risk: "0" } },
    });
    // means of two years 1, 2, 4, 3 of 10: 0.4, 0.8, 1.6, 1.2; their deviations 0.6, 0.2, 0.6, 0.2: √0.2 = 0.4472…
    const answer = index("1", "2", "4", "3", "1", "2", "4", "3");
    expect(answer).toMatchObject({
      value: {
        outcome: {
          seasons: [{ index: "0.4" }, { index: "0.8" }, { index: "1.6" }, { index: "1.2" }],
          dispersion: "0.4472",
          risk: "0.8944",
        },
      },
    });
    if (answer.ok) expectWords(answer.value.explanation);
  });

  test("the odd unit has an owner, and the risk ends at 1", () => {
    // 1, 1, 1 and 0 of 3: 1.3333…; the unit that is left over goes to the first
    expect(index("1", "1", "1", "0")).toMatchObject({
      value: { outcome: { seasons: [{ index: "1.3334" }, { index: "1.3333" }, { index: "1.3333" }, { index: "0" }] } },
    });
    expect(index("1", "0", "0", "0")).toMatchObject({ value: { outcome: { risk: "1" } } });
    expect(index("0", "0")).toMatchObject({ problem: { code: "profit-sharing.no_sales" } });
  });
});
