/**
 * What both example policies are made of.
 *
 * @internal
 */
import type { ScoreCriterion, Scorecard } from "../engine/scorecard.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { AdmissionPolicyBase } from "./admission-policy.js";

/** Yuan. */
export const cny = (amount: DecimalString) => ({ amount, currency: "CNY" });

/** A rating from 0 to 100 that must be given. */
export function rated(fact: string, weight: DecimalString, title: Words): ScoreCriterion {
  return { code: fact, fact, title, weight, scale: { kind: "direct", full: "100" }, missing: { then: "fail" } };
}

/** A scorecard of shares. */
export function scorecard(version: string, criteria: readonly ScoreCriterion[]): Scorecard {
  return {
    version,
    weights: "shares",
    criteria,
    minimumCoverage: "1",
    places: 1,
    rounding: "half_up",
    grades: [
      { grade: "C", from: "0" },
      { grade: "B", from: "60" },
      { grade: "A", from: "80" },
    ],
  };
}

/** What agents and distributors share. */
export const shared = {
  version: "example",
  breachTolerance: 0,
  creditScale: ["C", "B", "A", "AA"],
  unifiedLicence: "accepted",
  minFreeProperty: cny("0"),
  papers: [],
  criteria: [],
  binding: {},
  terms: { respondWithinDays: 30, validForMonths: 3, requalifyAfterMonths: 12, reapplyAfterMonths: 6 },
} as const satisfies Partial<AdmissionPolicyBase>;
