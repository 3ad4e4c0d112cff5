import { checkScorecard } from "../engine/check-scorecard.js";
import { choiceAt, type Found, listAt, recordAt, textAt, wordsAt } from "../engine/found.js";
import type { EngineCode } from "../engine/messages.js";
import type { ScoreCriterion, Scorecard, ScoreScale } from "../engine/scorecard.js";
import { readSafely } from "../kernel/check.js";
import { compareDecimals } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import type { PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { candidateFault } from "./candidate-fault.js";
import type { CandidateCode } from "./candidate-messages.js";
import { criterionUnits, type PartnerCriterion, partnerCriteria, screeningAxes } from "./partner-criteria.js";
import type { PartnerScorecard } from "./partner-scorecard.js";

/** What may be wrong with a scorecard for partners. */
export type PartnerScorecardFault = PlacedMessage<CandidateCode | EngineCode | KernelCode>;

/**
 * Proofreads a scorecard for partners.
 *
 * @remarks
 * Everything that `checkScorecard` of the engine looks at, and besides: every criterion is a row of `partnerCriteria` or of `own`, and
 * no scale runs against its row. Where lower is better, a scale whose points rise with the value is refused, so that worse terms can never
 * earn more.
 *
 * @param scorecard - The scorecard.
 * @returns What is wrong, with the place. Empty: nothing.
 *
 * @example A scale that rewards the dearest partner
 * ```ts
 * import { checkPartnerScorecard } from "qudao/admission";
 *
 * checkPartnerScorecard({
 *   version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up", grades: [{ grade: "A", from: "0" }],
 *   criteria: [{
 *     criterion: "management_cost", weight: "1", scale: { kind: "linear", full: "100", from: "0", to: "0.2" }, missing: { then: "fail" },
 *   }],
 * }).map(({ code, path }) => [code, path]); // => [["admission.scale_reversed", "criteria[0].scale"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkPartnerScorecard(scorecard: PartnerScorecard): readonly PartnerScorecardFault[] {
  return readSafely("scorecard", () => read(scorecard).found);
}

/** The engine's scorecard behind one of ours. @throws LibraryFault The first fault of `checkPartnerScorecard`. @internal */
export function readPartnerScorecard(scorecard: PartnerScorecard, path: string): Scorecard {
  const { card, found } = read(scorecard);
  const [first] = found;
  if (first !== undefined) throw candidateFault(first.code, first.path === "" ? path : `${path}.${first.path}`, first.params);
  return card as Scorecard;
}

interface Read {
  /** Absent: not even a record. */
  readonly card?: Scorecard;
  readonly found: readonly PartnerScorecardFault[];
}

function read(scorecard: PartnerScorecard): Read {
  const found: Found[] = [];
  if (!recordAt(scorecard, "", found)) return { found };
  const { criteria, own, ...rest } = scorecard as PartnerScorecard;
  const rows = new Map(partnerCriteria.map((row) => [row.code, row]));
  if (own !== undefined && listAt(own, "own", found)) own.forEach((row, i) => void checkRow(row, `own[${i}]`, rows, found));
  // what is no proper list, or far too long, is left to the engine to name
  const listed = listAt(criteria, "criteria", []) ? criteria : [];
  const card = { ...rest, criteria: listed === criteria ? listed.map((one) => criterionOf(one, rows)) : criteria } as Scorecard;
  found.push(
    ...checkScorecard(card).map((one) => ({ ...one, path: one.path.replace(/^(criteria\[\d+\])\.(code|fact|title.*)$/, "$1.criterion") })),
  );
  // an unknown name is said once, in our words
  const unknown = listed.flatMap((one, i) => unknownAt(one, i, rows));
  const all = [...found.filter(({ path }) => !unknown.some((one) => one.path === path)), ...unknown];
  return { card, found: all.length > 0 ? all : card.criteria.flatMap((criterion, i) => reversedAt(criterion, i, rows)) };
}

type Rows = Map<string, PartnerCriterion>;

function checkRow(row: PartnerCriterion, path: string, rows: Rows, found: Found[]): void {
  const before = found.length;
  if (!recordAt(row, path, found)) return;
  const { code, title, meaning, fact, unit, better, axis } = row as unknown as PartnerCriterion;
  textAt(code, `${path}.code`, found);
  wordsAt(title, `${path}.title`, found);
  wordsAt(meaning, `${path}.meaning`, found);
  textAt(fact, `${path}.fact`, found);
  choiceAt(unit, `${path}.unit`, found, criterionUnits);
  choiceAt(better, `${path}.better`, found, ["higher", "lower"]);
  choiceAt(axis, `${path}.axis`, found, screeningAxes);
  if (found.length > before) return;
  if (rows.has(code)) found.push({ code: "kernel.named_twice", path: `${path}.code`, params: { got: code } });
  rows.set(code, row as unknown as PartnerCriterion);
}

/** As the engine writes it; under a name that is none, what is needed to look at the rest. */
function criterionOf(one: unknown, rows: Rows): ScoreCriterion {
  if (typeof one !== "object" || one === null) return one as ScoreCriterion;
  const { criterion, weight, scale, missing, knockOutBelow } = one as PartnerScorecard["criteria"][number];
  const { title, fact } = rows.get(criterion) ?? { title: { en: "?", zh: "?" }, fact: "?" };
  const written = { code: criterion, title, fact, weight, scale, missing };
  return knockOutBelow === undefined ? written : { ...written, knockOutBelow };
}

function unknownAt(one: unknown, i: number, rows: Rows): readonly PartnerScorecardFault[] {
  const criterion = typeof one === "object" && one !== null ? (one as { readonly criterion?: unknown }).criterion : undefined;
  if (criterion === undefined || rows.has(criterion as string)) return [];
  const params = { got: shown(criterion), want: [...rows.keys()] };
  return [{ code: "admission.criterion_unknown", path: `criteria[${i}].criterion`, params }];
}

function reversedAt({ code, title, scale }: ScoreCriterion, i: number, rows: Rows): readonly PartnerScorecardFault[] {
  const better = (rows.get(code) as PartnerCriterion).better;
  const direction = directionOf(scale);
  if (direction === "neither" || direction === better) return [];
  return [
    { code: "admission.scale_reversed", path: `criteria[${i}].scale`, params: { criterion: { en: title.en, zh: title.zh }, better } },
  ];
}

/** Which values a scale rewards; `neither` where its points rise and fall, or never change. */
function directionOf(scale: ScoreScale): "higher" | "lower" | "neither" {
  switch (scale.kind) {
    case "linear":
      return compareDecimals(scale.to, scale.from) > 0 ? "higher" : "lower";
    case "points": {
      const points = [scale.below, ...scale.rows.map((row) => row.points)];
      const steps = points.slice(1).map((now, i) => compareDecimals(now, points[i] as string));
      const rises = steps.some((step) => step > 0);
      const falls = steps.some((step) => step < 0);
      return rises === falls ? "neither" : rises ? "higher" : "lower";
    }
    case "relative":
    case "deduction":
      return scale.better;
    case "yes_no":
      return scale.better === "yes" ? "higher" : "lower";
    case "direct":
      return "higher";
  }
}
