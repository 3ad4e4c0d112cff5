import { evaluateWinWin } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { expectWords } from "../support/says.js";

const deal = (profit: string, reservation?: string) =>
  evaluateWinWin({
    currency: "CNY",
    parties: [
      { id: "maker", profit: "5000", reservation: "3000" },
      { id: "dealer", profit, reservation },
    ],
  });

test.each([
  ["999.99", "not_win_win"],
  ["1000", "win_win"],
  ["1000.01", "win_win"],
])("S02-20: a deal that leaves the dealer %s of a reservation profit of 1000 is %s", (profit, verdict) => {
  const { outcome, explanation } = deal(profit, "1000");
  expect(outcome.verdict).toBe(verdict);
  expectWords(explanation);
});

test("an unknown reservation profit leaves it open", () => {
  expect(deal("1000").outcome).toMatchObject({ verdict: "unknown", parties: [{ status: "wins" }, { status: "unknown", surplus: null }] });
  expect(evaluateWinWin({ currency: "CNY", parties: [] }).outcome.verdict).toBe("unknown");
});
