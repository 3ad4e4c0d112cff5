import { checkChoice, checkList, checkRecord, checkWords, readSafely } from "../kernel/check.js";
import { checkPlaces, type DecimalString, Exact, quotient, type RoundingMode, rounded, roundingModes, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { checkNamedRecords, isAbsent } from "./candidate-fault.js";
import { type CandidateStage, candidateStages } from "./candidate-stages.js";
import type { Prospect, ProspectSource } from "./prospect.js";

/** What became of prospects. */
export interface ConversionFacts {
  /** Prospects found in the time that is looked at, each once. */
  readonly prospects: readonly ConversionProspect[];
  /**
   * Codes of sources of which only those were recorded that went on, such as an advertisement whose readers nobody counted: how many
   * were found there is not known. Absent: every prospect was recorded.
   */
  readonly uncounted?: readonly string[] | undefined;
}

/** What became of one prospect. */
export interface ConversionProspect extends Pick<Prospect, "id" | "source"> {
  /** Where it stands now. */
  readonly stage: CandidateStage;
}

/** What conversion is reported on. */
export interface ConversionPolicy {
  /** The sources, in reporting order: `prospectSources`, a part of them, or with rows of the host's own. */
  readonly sources: readonly ProspectSource[];
  /** Decimal places of a rate. */
  readonly places: number;
  /** How a rate is rounded. */
  readonly rounding: RoundingMode;
}

/** Conversion of every source. */
export interface SourceConversions {
  /** One row per source, in the order of the policy. */
  readonly sources: readonly SourceConversion[];
  /** Prospects whose source is not known: they belong to one of the sources, and nobody can say to which. */
  readonly unattributed: ConversionCounts;
}

/** How many prospects stand where. */
export interface ConversionCounts {
  /** Prospects on record. The other counts add up to it. */
  readonly recorded: number;
  /** Signed. */
  readonly signed: number;
  /** Rejected. */
  readonly rejected: number;
  /** Withdrawn. */
  readonly withdrawn: number;
  /** Still on their way. */
  readonly open: number;
}

/** Conversion of one source. */
export interface SourceConversion extends ConversionCounts {
  /** Code of the source. */
  readonly source: string;
  /** Signed out of found, as a ratio. `null`: it cannot be told, and is not 0. */
  readonly rate: DecimalString | null;
  /** Why there is no rate. `null`: there is one. */
  readonly because: "no_prospects" | "found_not_known" | null;
}

/**
 * Tells of every source how many prospects it brought and which part of them signed.
 *
 * @remarks
 * `rate = signed ÷ recorded`, over all that were found, those still on their way included: look at `open` before comparing. Of a source
 * that brought nobody, or whose prospects were not all recorded, there is no rate. Prospects of an unknown source are a row of their own
 * and burden no source.
 *
 * @param facts - Where each prospect stands.
 * @param policy - The sources, and how a rate is rounded.
 * @returns Counts and rate of each source; the prospects of all rows add up to those given.
 * @throws LibraryFault `kernel.not_a_choice` for a source that the policy does not have, `kernel.named_twice`, `kernel.*`.
 *
 * @source Recruitment: find potential partners; conversion of each source.
 *
 * @example A fair, an advertisement nobody counted, and no nomination at all
 * ```ts
 * import { computeSourceConversion, prospectSources } from "qudao/admission";
 *
 * const { outcome } = computeSourceConversion(
 *   {
 *     prospects: [
 *       { id: "P-1", source: "trade_fair", stage: "signed" }, { id: "P-2", source: "trade_fair", stage: "rejected" },
 *       { id: "P-3", source: "trade_fair", stage: "screened" }, { id: "P-4", source: "advertising", stage: "signed" },
 *       { id: "P-5", stage: "signed" },
 *     ],
 *     uncounted: ["advertising"],
 *   },
 *   {
 *     sources: prospectSources.filter(({ code }) => ["trade_fair", "advertising", "nomination"].includes(code)),
 *     places: 3, rounding: "half_up",
 *   },
 * );
 * outcome.sources.map(({ source, rate, because }) => [source, rate, because]);
 * // => [["advertising", null, "found_not_known"], ["trade_fair", "0.333", null], ["nomination", null, "no_prospects"]]
 * outcome.unattributed.signed; // => 1
 * ```
 *
 * @since 0.1.0
 */
export function computeSourceConversion(facts: ConversionFacts, policy: ConversionPolicy): Explained<SourceConversions> {
  return readSafely({ facts, policy }, () => {
    const { places, rounding } = checkRecord(policy, "policy") as unknown as ConversionPolicy;
    const decimals = checkPlaces(places, "policy.places");
    const mode = checkChoice(rounding, "policy.rounding", roundingModes);
    const sources = checkNamedRecords<ProspectSource>(policy.sources, "policy.sources", "code");
    sources.forEach(({ title }, i) => void checkWords(title, `policy.sources[${i}].title`));
    const codes = sources.map(({ code }) => code);

    const { prospects, uncounted } = checkRecord(facts, "facts") as unknown as ConversionFacts;
    const blind = isAbsent(uncounted) ? [] : checkList(uncounted, "facts.uncounted");
    blind.forEach((source, i) => void checkChoice(source, `facts.uncounted[${i}]`, codes));
    const stages = new Map<string | null, CandidateStage[]>([...codes, null].map((code) => [code, []]));
    checkNamedRecords<ConversionProspect>(prospects, "facts.prospects", "id").forEach(({ source, stage }, i) => {
      const from = isAbsent(source) ? null : checkChoice(source, `facts.prospects[${i}].source`, codes);
      stages.get(from)?.push(checkChoice(stage, `facts.prospects[${i}].stage`, candidateStages));
    });
    const rows = codes.map((source): SourceConversion => {
      const counts = countStages(stages.get(source) ?? []);
      const because = blind.includes(source) ? "found_not_known" : counts.recorded === 0 ? "no_prospects" : null;
      const rate = because === null ? text(rounded(quotient(new Exact(counts.signed), new Exact(counts.recorded)), decimals, mode)) : null;
      return { source, ...counts, rate, because };
    });
    const unattributed = countStages(stages.get(null) ?? []);
    return { outcome: { sources: rows, unattributed }, explanation: explain(rows, unattributed, sources) };
  });
}

function countStages(stages: readonly CandidateStage[]): ConversionCounts {
  const count = (wanted: CandidateStage) => stages.filter((stage) => stage === wanted).length;
  const [signed, rejected, withdrawn] = [count("signed"), count("rejected"), count("withdrawn")];
  return { recorded: stages.length, signed, rejected, withdrawn, open: stages.length - signed - rejected - withdrawn };
}

function explain(rows: readonly SourceConversion[], unattributed: ConversionCounts, sources: readonly ProspectSource[]): Explanation {
  const from = rows.map(({ because, ...row }, i): Explanation => {
    const { en, zh } = (sources[i] as ProspectSource).title;
    const params = { ...row, source: { en, zh } };
    if (because === null) return { code: "admission.source_conversion", params };
    return { code: "admission.source_no_rate", params: { ...params, because } };
  });
  const recorded = rows.reduce((sum, row) => sum + row.recorded, unattributed.recorded);
  return {
    code: "admission.source_conversions",
    params: { sources: rows.length, recorded },
    adds: "recorded",
    from: [...from, { code: "admission.source_not_known", params: { ...unattributed } }],
  };
}
