import { startIncentivePolicy } from "qudao/incentives";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { draft, term } from "../support/incentive-policy.js";
import { programmeOf } from "../support/settlement.js";

test("startIncentivePolicy() makes a draft that nobody was asked about, from a whole programme or its outline", () => {
  expect(draft).toMatchObject({ at: "draft", data: { policyId: "volume", version: "2024-1", ...term, pending: [], publishedOn: null } });
  expect(startIncentivePolicy({ programme: programmeOf(), asOf: "2023-10-10" }).data.version).toBe("1");
  expect(JSON.parse(JSON.stringify(draft))).toStrictEqual(draft);
});

test("startIncentivePolicy() refuses a programme without a term", () => {
  const programme = { id: "x", version: "1", effective: { start: "2024-01-01", end: "2024-01-01" } };
  expect(faultAt(() => startIncentivePolicy({ programme, asOf: "2023-10-10" }))).toBe("kernel.not_a_period at facts.programme.effective");
  expect(faultAt(() => startIncentivePolicy({ programme: { ...programme, effective: term, id: "" }, asOf: "2023-10-10" }))).toBe(
    "kernel.not_text at facts.programme.id",
  );
});
