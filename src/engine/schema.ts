/** Schemas of what the engines run on, as policies hold it: scorecards, tier schedules, criteria. What their fields mean together is told by their checks. */
import * as z from "zod";
import { roundingModes } from "../kernel/decimal.js";
import {
  byField,
  byKind,
  checkedBy,
  choice,
  count,
  date,
  decimal,
  exactly,
  list,
  mark,
  notNegative,
  record,
  someOf,
  text,
  words,
} from "../kernel/schema.js";
import { checkCriterion } from "./check-criterion.js";
import { checkScorecard } from "./check-scorecard.js";
import { checkTierSchedule } from "./check-tier-schedule.js";
import { type CriterionData, type CriterionTest, criterionKinds } from "./criterion-data.js";
import type { Found } from "./found.js";
import { ruleWeights } from "./rule.js";
import type { MissingData, Scorecard, ScoreScale } from "./scorecard.js";
import { type TierSchedule, type TierTable, tierBoundaries, tierCurves, tierMethods } from "./tier-schedule.js";

const otherwise = choice(["exclude", "zero", "fail"]);
const direction = choice(["higher", "lower"]);

const scale = exactly<ScoreScale>()(
  byKind(
    ["points", "linear", "relative", "deduction", "yes_no", "direct"],
    [
      record({ kind: choice(["points"]), full: decimal, below: decimal, rows: list(record({ from: decimal, points: decimal })) }),
      record({ kind: choice(["linear"]), full: decimal, from: decimal, to: decimal }),
      record({ kind: choice(["relative"]), full: decimal, better: direction, atZero: choice(["full", "nothing"]).optional() }),
      record({
        kind: choice(["deduction"]),
        full: decimal,
        better: direction,
        target: decimal,
        step: decimal,
        deduct: decimal,
        partialStep: choice(["counts", "free"]),
      }),
      record({ kind: choice(["yes_no"]), full: decimal, better: choice(["yes", "no"]) }),
      record({ kind: choice(["direct"]), full: decimal }),
    ],
  ),
);

const missing = exactly<MissingData>()(
  byField(
    "then",
    ["exclude", "zero", "fail", "neutral", "carry"],
    [
      record({ then: otherwise }),
      record({ then: choice(["neutral"]), points: decimal }),
      record({ then: choice(["carry"]), maxAgePeriods: count(0, 1_000), otherwise }),
    ],
  ),
);

/** How one criterion counts, without its name: rooms whose scorecards name rows of a catalogue begin with it. @internal */
export const weighting = { weight: decimal, scale, missing, knockOutBelow: decimal.optional() };

/** A scorecard without its criteria. @internal */
export const scorecardHead = {
  version: text,
  weights: choice(["shares", "keys"]),
  minimumCoverage: decimal,
  places: count(0, 20),
  rounding: choice(roundingModes),
  grades: list(record({ grade: text, from: decimal, to: decimal.optional() })),
  knockOutGrade: text.optional(),
};

/** A scorecard by its fields alone, for a room that checks more than the engine does. @internal */
export const scorecardShape = exactly<Scorecard>()(
  record({ ...scorecardHead, criteria: list(record({ code: text, title: words, fact: text, ...weighting })) }),
);

/** {@link Scorecard} as a schema. */
export const ScorecardSchema: z.ZodType<Scorecard> = checkedBy(scorecardShape, checkScorecard).meta({
  title: "Scorecard 评分表",
  description: "Weights and scales of one kind of evaluation.",
});

const [packageMethod, tableMethods] = [["package"] as const, tierMethods.filter((method) => method !== "package")];

/** {@link TierTable} as a schema of fields alone. @internal */
export const tierTableShape = exactly<TierTable>()(
  record({
    method: choice(tableMethods as unknown as readonly [Exclude<TierSchedule["method"], "package">]),
    unit: text,
    boundary: choice(tierBoundaries),
    curve: choice(tierCurves).optional(),
    tiers: someOf(
      record({
        from: decimal,
        to: decimal.optional(),
        unit: text.optional(),
        rate: decimal.optional(),
        amount: decimal.optional(),
        coefficients: someOf(decimal).optional(),
        fromFirst: mark.optional(),
      }),
    ),
  }),
);

/** {@link TierSchedule} as a schema of fields alone. @internal */
export const tierScheduleShape = exactly<TierSchedule>()(
  byField("method", tierMethods, [
    tierTableShape,
    record({ method: choice(packageMethod), unit: text, size: notNegative, amount: decimal, count: choice(["complete", "started"]) }),
  ]),
);

/** {@link TierSchedule} as a schema. */
export const TierScheduleSchema: z.ZodType<TierSchedule> = checkedBy(tierScheduleShape, checkTierSchedule).meta({
  title: "Tier schedule 阶梯表",
  description: "A threshold table with its method: what is reached, and what it pays.",
});

const threshold = decimal.nullable();
const parts = someOf(z.lazy(() => criterionTestShape));

/** Every test of a criterion, with what stands beside it. @internal */
export const testsWith = <const E extends z.core.$ZodLooseShape>(own: E) =>
  byKind(criterionKinds, [
    record({ kind: choice(["min"]), fact: text, min: threshold, ...own }),
    record({ kind: choice(["max"]), fact: text, max: threshold, ...own }),
    record({ kind: choice(["between"]), fact: text, min: threshold, max: threshold, ...own }),
    record({ kind: choice(["one_of"]), fact: text, values: list(text), ...own }),
    record({ kind: choice(["none_of"]), fact: text, values: list(text), ...own }),
    record({ kind: choice(["is_true"]), fact: text, ...own }),
    record({ kind: choice(["full_years"]), fact: text, min: count().nullable(), ...own }),
    record({ kind: choice(["document_valid"]), fact: text, document: text, ...own }),
    record({
      kind: choice(["no_event_since"]),
      fact: text,
      event: text,
      since: z.union([z.literal("ever"), date, record({ months: count() }), record({ days: count() })]),
      ...own,
    }),
    record({ kind: choice(["at_least_count"]), fact: text, count: count().nullable(), ...own }),
    record({ kind: choice(["score_at_least"]), fact: text, min: threshold, ...own }),
    record({ kind: choice(["all_of"]), of: parts, ...own }),
    record({ kind: choice(["any_of"]), of: parts, ...own }),
    record({ kind: choice(["none"]), of: parts, ...own }),
    record({ kind: choice(["at_least_n"]), of: parts, n: count(1), ...own }),
  ]);

/** {@link CriterionTest} as a schema of fields alone. @internal */
export const criterionTestShape: z.ZodType<CriterionTest> = testsWith({ title: words.optional() });

/** What stands beside the test of a whole criterion. @internal */
export const criterionFields = {
  code: text,
  title: words,
  source: text.optional(),
  weight: choice(ruleWeights).optional(),
  waivable: mark.optional(),
};

/** {@link CriterionData} as a schema of fields alone. @internal */
export const criterionShape: z.ZodType<CriterionData> = testsWith(criterionFields);

/** {@link CriterionData} as a schema. */
export const CriterionDataSchema: z.ZodType<CriterionData> = checkedBy(criterionShape, (criterion) => {
  const found: Found[] = [];
  checkCriterion(criterion, "criterion", found);
  return found.map((fault) => ({ ...fault, path: fault.path.replace(/^criterion\.?/, "") }));
}).meta({ title: "Criterion 判断条件", description: "A criterion of the host's own." });
