import { compareHorizons } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const options = [
  {
    id: "multi_brand",
    flows: [
      { years: "1", amount: "110" },
      { years: "2", amount: "0" },
    ],
  },
  {
    id: "exclusive",
    flows: [
      { years: "1", amount: "55" },
      { years: "2", amount: "121" },
    ],
  },
];
const compare = (shortYears: string, longYears: string, own = options) =>
  compareHorizons(
    { currency: "CNY", options: own },
    { annualRate: "0.1", shortYears, longYears, rounding: { decimals: 2, mode: "half_up" } },
  );

test("S19-111: the short and the long horizon can prefer opposite ways", () => {
  const { outcome, explanation } = compare("1", "2");
  expect(outcome).toStrictEqual({
    values: [
      { id: "multi_brand", short: "100.00", long: "100.00" },
      { id: "exclusive", short: "50.00", long: "150.00" },
    ],
    shortPreferred: "multi_brand",
    longPreferred: "exclusive",
    opposite: true,
  });
  expectWords(explanation);
  expect(compare("0", "1").outcome).toMatchObject({ shortPreferred: null, longPreferred: "multi_brand", opposite: false });
  expect(faultAt(() => compare("2", "2"))).toBe("profit-sharing.horizons_out_of_order at policy.longYears");
});
