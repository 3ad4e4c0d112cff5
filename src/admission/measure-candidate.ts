import { participantKinds } from "../entities/catalogue.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { parseDecimal } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { CandidateFacts, DatedCandidate, MeasurePolicy } from "./candidate-facts.js";
import { isAbsent } from "./candidate-fault.js";
import { candidateMeasures, type ReadMeasures, readMeasures } from "./candidate-measures.js";
import type { CandidateCode } from "./candidate-messages.js";
import { type CriterionValues, partnerCriteria } from "./partner-criteria.js";

/** What is known of a candidate, as values that a scorecard reads. */
export interface CandidateMeasures {
  /** The candidate. */
  readonly candidate: string;
  /** Values by fact name: those that were stated, and those that follow from its records. */
  readonly values: CriterionValues;
  /** Measures that its records do not give, and why. Empty: all were given. */
  readonly notMeasured: readonly NotMeasured[];
}

/** A measure that cannot be given. */
export interface NotMeasured {
  /** Name of the fact. */
  readonly fact: string;
  /** Why there is no value. It is never taken for 0. */
  readonly reason: Message<CandidateCode>;
}

/**
 * Turns what is on record about a candidate into the values that criteria read.
 *
 * @remarks
 * `yearsInBusiness`: full years since it was established. `growthRecord = (last revenue ÷ first revenue − 1) ÷ years between`.
 * `profitRecord = Σ profit ÷ Σ revenue`. `otherLines`, `complementaryLines`: lines counted by how they stand to ours.
 * `customerFit = Σ over segments of the smaller of its share and the wanted share`, from 0 to 1.
 * `cooperationTerms = discount + support + credit days × annual rate ÷ days of a year`: what the terms it asks for cost, as a share
 * of sales. Quotients are rounded once, to `places`. Growth and profit take the latest `record.years` years in a row. A value stated in
 * `values` is kept as it is and not derived. What a record leaves open stays out, with the reason.
 *
 * @param facts - The candidate and the day.
 * @param policy - Which years count, what credit costs, whom we want as customers, how quotients are rounded.
 * @returns The values, and what could not be measured.
 * @throws LibraryFault `kernel.*` for what is malformed, `kernel.named_twice` for a year, line or segment that stands twice,
 * `engine.score_out_of_range` for a share or amount out of range, `admission.shares_not_whole` for a target group that is not whole.
 *
 * @source Selection factors of channel members: years in business, other products carried, growth and profit record; cooperation terms;
 * fit with the target users.
 *
 * @example Growth, and a profit that is not known
 * ```ts
 * import { measureCandidate } from "qudao/admission";
 *
 * const { outcome } = measureCandidate(
 *   {
 *     asOf: "2024-05-01", candidate: "C-1", kind: "distributor", establishedOn: "2019-05-01",
 *     years: [{ year: 2021, revenue: "100" }, { year: 2022, revenue: "110" }, { year: 2023, revenue: "150" }],
 *   },
 *   { places: 4, rounding: "half_up", record: { years: 3, maxAgeYears: 1 } },
 * );
 * outcome.values; // => { yearsInBusiness: "5", growthRecord: "0.25" }
 * outcome.notMeasured.find(({ fact }) => fact === "profitRecord")?.reason.params; // => { years: [2021, 2022, 2023] }
 * ```
 *
 * @since 0.1.0
 */
export function measureCandidate(facts: DatedCandidate, policy: MeasurePolicy): Explained<CandidateMeasures, CandidateCode> {
  return readSafely({ facts, policy }, () => {
    const read = readMeasures(policy, "policy");
    const asOf = parseDate(checkRecord(facts, "facts")["asOf"], "facts.asOf");
    return measureWith(read, facts, "facts", asOf, Object.keys(candidateMeasures));
  });
}

/**
 * As `measureCandidate`, with a policy read before and only for the facts that are wanted.
 *
 * @internal
 */
export function measureWith(
  policy: ReadMeasures,
  facts: CandidateFacts,
  path: string,
  asOf: string,
  wanted: readonly string[],
): Explained<CandidateMeasures, CandidateCode> {
  const { candidate, kind, values: stated } = checkRecord(facts, path) as unknown as CandidateFacts;
  checkText(candidate, `${path}.candidate`);
  checkChoice(kind, `${path}.kind`, participantKinds);
  const values: { [fact: string]: string | boolean } = {};
  for (const [fact, value] of Object.entries(isAbsent(stated) ? {} : checkRecord(stated, `${path}.values`))) {
    if (!isAbsent(value)) values[fact] = typeof value === "boolean" ? value : parseDecimal(value as string, `${path}.values.${fact}`);
  }
  const notMeasured: NotMeasured[] = [];
  const from: Explanation<CandidateCode>[] = [];
  for (const fact of wanted) {
    const formula = Object.hasOwn(candidateMeasures, fact) ? candidateMeasures[fact] : undefined;
    if (formula === undefined || Object.hasOwn(values, fact)) continue;
    const measured = formula({ facts, path, asOf, policy });
    const criterion = titleOf(fact);
    if ("reason" in measured) {
      notMeasured.push({ fact, reason: measured.reason });
      from.push({ code: "admission.not_measured", params: { criterion }, from: [measured.reason] });
    } else {
      values[fact] = measured.value;
      from.push({ code: "admission.measured", params: { criterion, value: measured.value }, from: [measured.working] });
    }
  }
  const explanation = { code: "admission.measures" as const, params: { candidate } };
  return {
    outcome: { candidate, values, notMeasured },
    explanation: from.length === 0 ? explanation : { ...explanation, from },
  };
}

function titleOf(fact: string): { readonly en: string; readonly zh: string } | string {
  const row = partnerCriteria.find((one) => one.fact === fact);
  return row === undefined ? fact : { en: row.title.en, zh: row.title.zh };
}
