import type { CriterionData, CriterionTest, Finding, Rule } from "qudao/engine";

/** What a small admission knows about a candidate. */
export interface Candidate {
  readonly years?: number | null;
  readonly capital?: string | null;
  readonly origin?: string | null;
}

/** What it compares with. */
export interface CandidatePolicy {
  readonly years: number;
  readonly origins: readonly string[];
}

export const experienced: Rule<Candidate, CandidatePolicy, "years"> = {
  code: "shop.experienced",
  needs: ["years"],
  source: "Admission policy, art. 4",
  required: (policy) => ({ required: policy.years }),
  test: ({ years }, policy) => ({ met: years >= policy.years, params: { actual: years } }),
};

export const knownOrigin: Rule<Candidate, CandidatePolicy, "origin" | "years"> = {
  code: "shop.known_origin",
  needs: ["origin", "years"],
  waivable: true,
  test: ({ origin }, { origins }) =>
    origin === "disputed"
      ? { unknown: { code: "shop.disputed", params: { origin } } }
      : { met: origins.includes(origin), params: { actual: origin, required: origins } },
};

export const candidatePolicy: CandidatePolicy = { years: 3, origins: ["trial_dealer", "distributor"] };

/** The day every test asks on, unless it says otherwise. */
export const asOf = "2024-05-01";

/** A host's criterion around a test. */
export function criterion(test: CriterionTest, more: Partial<Omit<CriterionData, keyof CriterionTest>> = {}): CriterionData {
  return { code: "host.criterion", ...more, ...test, title: { en: "Holds", zh: "成立" } };
}

/** What stands in a finding, short. */
export function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, status }) => `${code} ${status}`);
}
