import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type Exact, exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { EngineCode } from "./messages.js";
import { type ReadCriterion, type ReadScorecard, readScorecard } from "./read-scorecard.js";
import { scoreWith } from "./score-member.js";
import type { Scorecard, ScoreFacts, ScoreOutcome } from "./scorecard.js";
import { usableValue } from "./weigh-criteria.js";

/** What is known about one of a field. */
export interface FieldMember extends Pick<ScoreFacts, "values" | "carried"> {
  /** Who it is. */
  readonly member: string;
}

/** The score of one of a field. */
export interface FieldScore extends Explained<ScoreOutcome, EngineCode> {
  /** Who it is. */
  readonly member: string;
}

/**
 * Scores a whole field, whose best sets the mark of the relative scales.
 *
 * @remarks
 * First the best value of every relative criterion is found among the values in use: own values, and carried ones young enough.
 * Values below 0 have no meaning on such a scale: they set no mark, and whoever has one is `unscorable`. Then each is scored as by
 * `scoreMember`. The order of the field changes nothing but the order of the answers.
 *
 * @param field - What is known about each.
 * @param scorecard - Criteria, weights, scales and grades.
 * @returns One explained outcome per member, in the order given.
 * @throws LibraryFault As `scoreMember`.
 *
 * @example The best has full marks, the others their share of it
 * ```ts
 * import { scoreField } from "qudao/engine";
 *
 * const scored = scoreField(
 *   [{ member: "D1", values: { sales: "400" } }, { member: "D2", values: { sales: "500" } }],
 *   {
 *     version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up",
 *     criteria: [{
 *       code: "sales", title: { en: "Sales", zh: "销售额" }, fact: "sales", weight: "1",
 *       scale: { kind: "relative", full: "100", better: "higher" }, missing: { then: "exclude" },
 *     }],
 *     grades: [{ grade: "B", from: "0" }, { grade: "A", from: "85" }],
 *   },
 * );
 * scored.map(({ member, outcome }) => [member, outcome.status === "scored" && outcome.score]); // => [["D1", "80"], ["D2", "100"]]
 * ```
 *
 * @since 0.1.0
 */
export function scoreField(field: readonly FieldMember[], scorecard: Scorecard): readonly FieldScore[] {
  return readSafely({ field, scorecard }, () => {
    const read = readScorecard(scorecard);
    const members = checkList(field, "field").map((one, i) => {
      const path = `field[${i}]`;
      const given = checkRecord(one, path) as unknown as FieldMember;
      checkText(given.member, `${path}.member`);
      return given;
    });
    return scoreFieldWith(read, members, "field");
  });
}

/** As `scoreField`, with a scorecard read before and members whose names were checked; `path` is that of their list. @internal */
export function scoreFieldWith(read: ReadScorecard, members: readonly FieldMember[], path: string): readonly FieldScore[] {
  const best = bestOfField(read, members, path);
  return members.map(({ member, values, carried }, i) => ({ member, ...scoreWith(read, { values, carried, best }, `${path}[${i}]`) }));
}

function bestOfField({ criteria }: ReadScorecard, members: readonly FieldMember[], path: string): NonNullable<ScoreFacts["best"]> {
  const best: [code: string, mark: string][] = [];
  for (const read of criteria) {
    if (read.criterion.scale.kind !== "relative") continue;
    const mark = bestValue(read, read.criterion.scale.better === "higher", members, path);
    if (mark !== undefined) best.push([read.criterion.code, text(mark)]);
  }
  return Object.fromEntries(best);
}

function bestValue(read: ReadCriterion, higher: boolean, members: readonly FieldMember[], path: string): Exact | undefined {
  let best: Exact | undefined;
  members.forEach((facts, i) => {
    const used = usableValue(read, facts, `${path}[${i}]`);
    if (used === undefined) return;
    const place = used.agePeriods === 0 ? `values.${read.criterion.fact}` : `carried.${read.criterion.fact}.value`;
    const value = exact(used.value as string, `${path}[${i}].${place}`);
    if (value.lessThan(0)) return;
    if (best === undefined || (higher ? value.greaterThan(best) : value.lessThan(best))) best = value;
  });
  return best;
}
