import { evaluateParticipation } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { expectWords } from "../support/says.js";

const cny = (amount: string) => ({ amount, currency: "CNY" });
const decide = (shortTerm: string, expected: string, reservation?: string) =>
  evaluateParticipation(
    {
      shortTerm: cny(shortTerm),
      expected: cny(expected),
      risk: "0.2",
      reservation: reservation === undefined ? undefined : cny(reservation),
    },
    { riskAversion: "1", rounding: { decimals: 2, mode: "half_up" } },
  );

test.each([
  ["0", "9000", "7200.01", "stays_out"],
  ["0", "9000", "7200", "joins"],
  ["0", "9000", "7199.99", "joins"],
  ["100", "100", "7000", "stays_out"],
])("S19-151: %s now and %s to come against a reservation of %s: %s", (now, later, reservation, decision) => {
  const answer = decide(now, later, reservation);
  expect(answer).toMatchObject({ value: { outcome: { decision } } });
  if (answer.ok) expectWords(answer.value.explanation);
});

test("without a reservation profit the decision stays open", () => {
  expect(decide("0", "9000")).toMatchObject({ value: { outcome: { decision: "unknown", surplus: null } } });
});
