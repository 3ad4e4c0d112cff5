import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { shown } from "../kernel/fault.js";
import { optional, type Read, recordOf } from "../kernel/read.js";
import { sharingFault } from "./sharing-fault.js";

/** The terms that go with an exclusivity clause, and how much each matters: without the first two the clause is defective. */
export const exclusivityTerms = [
  { term: "lost_profit", weight: "must" },
  { term: "risk_income", weight: "must" },
  { term: "evidence", weight: "should" },
  { term: "cap", weight: "should" },
  { term: "term", weight: "should" },
  { term: "review", weight: "should" },
] as const;

/** One of `exclusivityTerms`. */
export type ExclusivityTerm = (typeof exclusivityTerms)[number]["term"];

/** What an agreement says about exclusivity. */
export interface ExclusivityClause {
  /** Whether the dealer may carry no like products of others. Absent: not known. */
  readonly exclusive?: boolean | undefined;
  /** Which terms were agreed on. A term that is absent is not known; `false`: it was not agreed on. */
  readonly agreed: { readonly [T in ExclusivityTerm]?: boolean | undefined };
}

/** What is missing in an exclusivity clause. */
export interface ExclusivityGaps {
  /** `defective`: a required term was not agreed on; `undetermined`: something required is not known. */
  readonly verdict: "no_exclusivity" | "defective" | "undetermined" | "sound";
  /** Every term that was not agreed on or is not known. Empty: none, or no exclusivity. */
  readonly gaps: readonly {
    /** The term. */
    readonly term: ExclusivityTerm;
    /** How much it matters. */
    readonly weight: "must" | "should";
    /** What is the matter. */
    readonly status: "missing" | "unknown";
  }[];
}

const flag: Read<boolean> = (value, path) => {
  if (typeof value !== "boolean") throw sharingFault("kernel.not_a_choice", path, { got: shown(value), want: ["true", "false"] });
  return value;
};

/**
 * Detects what an exclusivity clause lacks: a clause without compensation of lost profit and of risk is defective.
 *
 * @remarks
 * `defective` where a term of weight `must` was not agreed on, else `undetermined` where one is not known, else `sound`; terms of weight
 * `should` are listed and decide nothing. Whether a clause is valid in law is not answered.
 *
 * @param clause - What the agreement says.
 * @returns A verdict and every gap; what is not known is a gap too.
 * @throws LibraryFault `kernel.*`.
 *
 * @source S19-114; evidence, cap, term and review: G-17.
 *
 * @example Exclusive, and no word about risk
 * ```ts
 * import { detectExclusivityGaps } from "qudao/profit-sharing";
 *
 * const agreed = { lost_profit: true, risk_income: false, evidence: true, cap: true, term: true, review: true };
 * const { outcome } = detectExclusivityGaps({ exclusive: true, agreed });
 * outcome; // => { verdict: "defective", gaps: [{ term: "risk_income", weight: "must", status: "missing" }] }
 * ```
 *
 * @since 0.1.0
 */
export function detectExclusivityGaps(clause: ExclusivityClause): Explained<ExclusivityGaps> {
  return readSafely("clause", () => {
    const answer = optional(flag);
    const { exclusive, agreed } = recordOf<ExclusivityClause>({
      exclusive: answer,
      agreed: recordOf<ExclusivityClause["agreed"]>({
        lost_profit: answer,
        risk_income: answer,
        evidence: answer,
        cap: answer,
        term: answer,
        review: answer,
      }),
    })(clause, "clause");
    const gaps = exclusivityTerms
      .filter(({ term }) => exclusive !== false && agreed[term] !== true)
      .map(({ term, weight }) => ({ term, weight, status: agreed[term] === false ? ("missing" as const) : ("unknown" as const) }));
    const required = gaps.filter(({ weight }) => weight === "must");
    const verdict =
      exclusive === false
        ? "no_exclusivity"
        : exclusive === undefined
          ? "undetermined"
          : required.some(({ status }) => status === "missing")
            ? "defective"
            : required.length > 0
              ? "undetermined"
              : "sound";
    return {
      outcome: { verdict, gaps },
      explanation: {
        code: "profit-sharing.exclusivity_terms",
        params: { verdict },
        from: gaps.map((gap) => ({ code: "profit-sharing.terms_gap", params: { ...gap } })),
      },
    };
  });
}
