import { type FieldScore, scoreField } from "../engine/score-field.js";
import type { Scorecard, ScoreOutcome } from "../engine/scorecard.js";
import type { ParticipantKind } from "../entities/catalogue.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import { compareDecimals, type DecimalString, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { CandidateFacts, CandidateField, MeasurePolicy } from "./candidate-facts.js";
import { checkNamedRecords, checkWithin, relocated } from "./candidate-fault.js";
import { type ReadMeasures, readMeasures } from "./candidate-measures.js";
import { readPartnerScorecard } from "./check-partner-scorecard.js";
import { offStrategy } from "./evaluate-candidate.js";
import { type CandidateMeasures, measureWith, type NotMeasured } from "./measure-candidate.js";
import { type ScreeningAxis, screeningAxes } from "./partner-criteria.js";
import type { PartnerScorecard } from "./partner-scorecard.js";
import { factsOf } from "./score-candidate.js";
import { readStrategy, type StrategyReference } from "./strategy-reference.js";

/** How prospects are screened. */
export interface ScreeningPolicy {
  /** Names this policy; carried into every answer. */
  readonly version: string;
  /** The strategy that says whom the channel wants. */
  readonly strategy: StrategyReference;
  /** What the cooperation would bring. */
  readonly value: PartnerScorecard;
  /** Whether it can succeed. */
  readonly feasibility: PartnerScorecard;
  /** The score from which an axis counts as high, from 0 to 100; exactly this score is high. */
  readonly highFrom: { readonly value: DecimalString; readonly feasibility: DecimalString };
  /** How records become measures. Absent: only what needs no agreement is measured. */
  readonly measures?: MeasurePolicy | undefined;
}

/**
 * What screening says of a prospect. `pursue`: both axes are high. `not_now`: worth having, and not feasible yet. `reserve`: feasible,
 * and worth little. `drop`: neither. `incomplete`: an axis has no score. `off_strategy`: of a kind that the strategy does not want.
 */
export const screeningVerdicts = ["pursue", "not_now", "reserve", "drop", "incomplete", "off_strategy"] as const;

/** See `screeningVerdicts`. */
export type ScreeningVerdict = (typeof screeningVerdicts)[number];

/** All prospects, screened. */
export interface Screening {
  /** Version of the policy by which all of them were judged. */
  readonly version: string;
  /** One answer per prospect, in the order given. */
  readonly prospects: readonly ScreenedProspect[];
}

/** One prospect, screened. */
export interface ScreenedProspect {
  /** The prospect. */
  readonly candidate: string;
  /** What screening says. */
  readonly verdict: ScreeningVerdict;
  /** The axes that are low. */
  readonly failing: readonly ScreeningAxis[];
  /** The axes without a score, for want of data. */
  readonly open: readonly ScreeningAxis[];
  /** What it would bring. */
  readonly value: ScoreOutcome;
  /** Whether it can succeed. */
  readonly feasibility: ScoreOutcome;
  /** Measures that its records do not give, and why. Empty: none. */
  readonly notMeasured: readonly NotMeasured[];
}

/**
 * Screens prospects on two axes: what cooperating with them would bring, and whether it can succeed.
 *
 * @remarks
 * Each axis has a scorecard of its own. An axis is high from its threshold on and low below it; below a knock-out it is low whatever the
 * score. An axis without a score is open, and a prospect with an open axis is `incomplete`: missing data are never a 0. The field of
 * prospects sets the marks of relative scales.
 *
 * @param facts - The prospects and the day.
 * @param policy - Two scorecards, their thresholds, and the strategy.
 * @returns One verdict per prospect, with the failing and the open axes named, and both scores with their working.
 * @throws LibraryFault As `rankCandidates`, with the scorecards under `policy.value` and `policy.feasibility`;
 * `engine.score_out_of_range` for a threshold that is not from 0 to 100.
 *
 * @source Partner procedure: screen potential partners, assess the value of cooperation and its feasibility.
 *
 * @example Worth having, but not now
 * ```ts
 * import { screenProspects, type PartnerScorecard } from "qudao/admission";
 *
 * const rated = (criterion: string): PartnerScorecard => ({
 *   version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up", grades: [{ grade: "A", from: "0" }],
 *   criteria: [{ criterion, weight: "1", scale: { kind: "direct", full: "100" }, missing: { then: "fail" } }],
 * });
 * const { outcome } = screenProspects(
 *   {
 *     asOf: "2024-05-01",
 *     candidates: [
 *       { candidate: "P-1", kind: "distributor", values: { cooperationValue: "85", feasibility: "40" } },
 *       { candidate: "P-2", kind: "distributor", values: { cooperationValue: "85" } },
 *     ],
 *   },
 *   {
 *     version: "2024", strategy: { id: "S-2024", allowedKinds: ["distributor"] },
 *     value: rated("cooperation_value"), feasibility: rated("feasibility"), highFrom: { value: "60", feasibility: "60" },
 *   },
 * );
 * outcome.prospects.map(({ candidate, verdict, failing, open }) => [candidate, verdict, failing, open]);
 * // => [["P-1", "not_now", ["feasibility"], []], ["P-2", "incomplete", [], ["feasibility"]]]
 * ```
 *
 * @since 0.1.0
 */
export function screenProspects(facts: CandidateField, policy: ScreeningPolicy): Explained<Screening> {
  return readSafely({ facts, policy }, () => {
    const read = readScreening(policy);
    const asOf = parseDate(checkRecord(facts, "facts")["asOf"], "facts.asOf");
    const candidates = checkNamedRecords<CandidateFacts>(facts.candidates, "facts.candidates", "candidate");
    const measured = candidates.map((one, i) => measureWith(read.measures, one, `facts.candidates[${i}]`, asOf, read.wanted));
    const field = measured.map(({ outcome: { candidate, values } }) => ({ member: candidate, values }));
    const scored = screeningAxes.map((axis) => relocated("field", "facts.candidates", () => scoreField(field, read.cards[axis])));
    const screened = measured.map((one, i) => {
      const [value, feasibility] = scored.map((scores) => scores[i]) as [FieldScore, FieldScore];
      return screenOne(one, (candidates[i] as CandidateFacts).kind, { value, feasibility }, read);
    });
    const prospects = screened.map(({ outcome }) => outcome);
    const pursued = prospects.filter(({ verdict }) => verdict === "pursue").length;
    return {
      outcome: { version: read.version, prospects },
      explanation: {
        code: "admission.screening",
        params: { version: read.version, prospects: prospects.length, pursued },
        from: screened.map(({ explanation }) => explanation),
      },
    };
  });
}

/** A policy read once, for all prospects. */
interface ReadScreening {
  readonly version: string;
  readonly strategy: StrategyReference;
  readonly cards: { readonly [A in ScreeningAxis]: Scorecard };
  readonly cuts: { readonly [A in ScreeningAxis]: string };
  readonly measures: ReadMeasures;
  /** Facts that the two scorecards read. */
  readonly wanted: readonly string[];
}

function readScreening(policy: ScreeningPolicy): ReadScreening {
  const version = checkText(checkRecord(policy, "policy")["version"], "policy.version");
  const strategy = readStrategy(policy.strategy, "policy.strategy");
  const card = (axis: ScreeningAxis) => readPartnerScorecard(policy[axis], `policy.${axis}`);
  const cards = { value: card("value"), feasibility: card("feasibility") };
  const highFrom = checkRecord(policy.highFrom, "policy.highFrom");
  const cut = (axis: ScreeningAxis) => text(checkWithin(highFrom[axis], `policy.highFrom.${axis}`, "0", "100"));
  const cuts = { value: cut("value"), feasibility: cut("feasibility") };
  const measures = readMeasures(policy.measures, "policy.measures");
  return { version, strategy, cards, cuts, measures, wanted: [...factsOf(cards.value), ...factsOf(cards.feasibility)] };
}

function screenOne(
  measured: Explained<CandidateMeasures>,
  kind: ParticipantKind,
  scores: { readonly [A in ScreeningAxis]: FieldScore },
  { strategy, cuts }: ReadScreening,
): Explained<ScreenedProspect> {
  const axes = screeningAxes.map((axis) => ({ axis, standing: standingOf(scores[axis].outcome, cuts[axis]) }));
  const named = (wanted: AxisStanding) => axes.filter(({ standing }) => standing === wanted).map(({ axis }) => axis);
  const [failing, open] = [named("low"), named("open")];
  const onStrategy = strategy.allowedKinds.includes(kind);
  const verdict = onStrategy ? verdictOf(failing, open) : "off_strategy";
  const { candidate, notMeasured } = measured.outcome;
  const from: readonly Explanation[] = [
    ...(onStrategy ? [] : [offStrategy(kind, strategy)]),
    ...(measured.explanation.from === undefined ? [] : [measured.explanation]),
    ...axes.map(({ axis, standing }) => ({
      code: "admission.axis_found",
      params: { axis, standing, from: cuts[axis] },
      from: [scores[axis].explanation],
    })),
  ];
  const [value, feasibility] = [scores.value.outcome, scores.feasibility.outcome];
  return {
    outcome: { candidate, verdict, failing, open, value, feasibility, notMeasured },
    explanation: { code: "admission.screened", params: { candidate, verdict }, from },
  };
}

type AxisStanding = "high" | "low" | "open";

function standingOf(outcome: ScoreOutcome, cut: string): AxisStanding {
  if (outcome.status !== "scored") return "open";
  return outcome.knockedOutBy.length === 0 && compareDecimals(outcome.score, cut) >= 0 ? "high" : "low";
}

function verdictOf(failing: readonly ScreeningAxis[], open: readonly ScreeningAxis[]): ScreeningVerdict {
  if (open.length > 0) return "incomplete";
  if (failing.length === 2) return "drop";
  if (failing.length === 0) return "pursue";
  return failing[0] === "feasibility" ? "not_now" : "reserve";
}
