import { computeMovementRisk } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { expectWords } from "../support/says.js";

const move = (sold: string, averageStock = "100") => computeMovementRisk({ sold, averageStock }, { goodTurnover: "4", decimals: 4 });

test.each([
  ["399", "slow_moving", "0.0025"],
  ["400", "hot_selling", "0"],
  ["401", "hot_selling", "0"],
  ["0", "slow_moving", "1"],
])("S19-158: %s sold from a stock of 100 where four turns are good is %s at a risk of %s", (sold, movement, risk) => {
  const answer = move(sold);
  expect(answer).toMatchObject({ value: { outcome: { movement, risk } } });
  if (answer.ok) expectWords(answer.value.explanation);
});

test("without stock nothing can be said", () => {
  expect(move("1", "0")).toMatchObject({ problem: { code: "profit-sharing.no_stock" } });
});
