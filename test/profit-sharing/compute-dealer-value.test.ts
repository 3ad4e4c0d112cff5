import { computeDealerValue } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { expectWords } from "../support/says.js";

const cny = (amount: string) => ({ amount, currency: "CNY" });
const value = (shortTerm: string, expected: string, risk: string) =>
  computeDealerValue(
    { shortTerm: cny(shortTerm), expected: cny(expected), risk },
    { riskAversion: "0.5", rounding: { decimals: 2, mode: "half_up" } },
  );

test("S19-141: profit of now and profit to come, adjusted by risk", () => {
  const answer = value("1000", "5000", "0.2");
  expect(answer).toMatchObject({ value: { outcome: { amount: "5500.00" } } });
  if (answer.ok) expectWords(answer.value.explanation);
  expect(value("1001", "5000", "0.2")).toMatchObject({ value: { outcome: { amount: "5501.00" } } });
  expect(value("1000", "5010", "0.2")).toMatchObject({ value: { outcome: { amount: "5509.00" } } });
  expect(value("1000", "5000", "0.4")).toMatchObject({ value: { outcome: { amount: "5000.00" } } });
  expect(value("0", "-100", "0.2")).toMatchObject({ value: { outcome: { amount: "-110.00" } } });
  const usd = { amount: "1", currency: "USD" };
  const policy = { riskAversion: "0", rounding: { decimals: 2, mode: "half_up" as const } };
  expect(computeDealerValue({ shortTerm: cny("1"), expected: usd, risk: "0" }, policy)).toMatchObject({
    problem: { code: "profit-sharing.currencies_differ" },
  });
});
