import { checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, exact, exactQuotient, rounded, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { parsePeriod } from "../kernel/period.js";
import { type ProrationBasis, type ProrationFacts, prorate, prorationBases } from "../kernel/proration.js";
import { err, ok, type Result } from "../kernel/result.js";
import { checkProgramme } from "./check-programme.js";
import type { IncentiveCode } from "./messages.js";
import type { IncentiveLimit, IncentiveProgramme, IncentiveRounding, Qualifier } from "./programme.js";
import { readRounding } from "./read-input.js";
import { soundProgramme } from "./sound-programme.js";

/** The programme, and how its figures are cut. */
export interface ProgrammeProrationPolicy {
  /** The programme for a whole window. One that `checkProgramme` faults is refused. */
  readonly programme: IncentiveProgramme;
  /** How a part of the window is measured. */
  readonly by: ProrationBasis;
  /** Places of what is cut: a threshold that nobody can read is agreed on by nobody. */
  readonly rounding: IncentiveRounding;
}

/** Why a programme cannot be cut to a part of its window. */
export type ProgrammeProrationProblem = Message<"incentives.prorated_unsound">;

/**
 * Cuts the figures of a programme to a part of its window: a member that joins in May, an agreement that ends in October.
 *
 * @remarks
 * Thresholds and caps of a measured qualifier, fixed baselines, lump sums, floors and payment caps are lowered to the part that is served, each rounded
 * once; rates stay as they are. A curve keeps its shape: what it pays for the part of a value is the part of what it paid for the value, so that its
 * coefficients are divided where those of sums are lowered; they are not rounded, only cut at 40 significant digits. Thresholds of a ratio or of a stated figure stay, too: a quota is cut itself (`prorateAmount`), a score is not. Nor are gates, a
 * package, which is counted by the piece, and what is said of several windows: caps, guarantee (`applyGuarantee` cuts it) and budget. The days on which the programme holds are left alone: give the answer a version and an `effective` of its own.
 *
 * @param facts - The part and the whole window.
 * @param policy - The programme, the measure of time and the rounding.
 * @returns The programme for the part, and a working that names every figure that was cut.
 * @throws LibraryFault The first fault of `checkProgramme`, under `policy.programme.`; `kernel.*` with the place.
 *
 * @errors
 * - `incentives.prorated_unsound` - so rounded, the figures make no programme any more: two thresholds fall together.
 *
 * @source Practice of incentive systems: limits are prorated first and compared then.
 *
 * @example Half a year of a yearly table
 * ```ts
 * import { type IncentiveProgramme, prorateProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "yearly", version: "1", titles: { en: "Yearly bonus", zh: "年度奖金" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "year" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "lump_sum", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", amount: "0" }, { from: "500000", amount: "8000" }] },
 * };
 * const year = { start: "2024-01-01", end: "2025-01-01" };
 * const answer = prorateProgramme(
 *   { part: { start: "2024-07-01", end: "2025-01-01" }, whole: year },
 *   { programme, by: "months", rounding: { decimals: 0, mode: "half_up" } },
 * );
 * answer.ok && "tiers" in answer.value.outcome.schedule && answer.value.outcome.schedule.tiers[1]; // => { from: "250000", amount: "4000" }
 * ```
 *
 * @since 0.1.0
 */
export function prorateProgramme(
  facts: ProrationFacts,
  policy: ProgrammeProrationPolicy,
): Result<Explained<IncentiveProgramme>, ProgrammeProrationProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const programme = soundProgramme(agreed["programme"], "policy.programme");
    const by = checkChoice(agreed["by"], "policy.by", prorationBases);
    const { decimals, mode } = readRounding(agreed["rounding"], "policy.rounding");
    const given = checkRecord(facts, "facts");
    const [part, whole] = [parsePeriod(given["part"], "facts.part"), parsePeriod(given["whole"], "facts.whole")];
    const { numerator, denominator } = prorate({ part, whole }, { by });

    const from: Explanation[] = [];
    const cut: Cut = (value, place) => {
      const lower = text(rounded(exactQuotient(exact(value).times(numerator), exact(denominator)), decimals, mode));
      const params = { place, from: value, to: lower };
      if (!exact(value).equals(lower)) from.push({ code: "incentives.prorated_figure" satisfies IncentiveCode, params });
      return lower;
    };
    const turn: Turn = (value, power, place) => {
      const [over, under] = power < 0 ? [denominator, numerator] : [numerator, denominator];
      let [figure, by] = [exact(value), exact(1)];
      for (let i = 0; i < Math.abs(power); i++) [figure, by] = [figure.times(over), by.times(under)];
      figure = by.isZero() ? by : exactQuotient(figure, by); // of no time at all nothing can be sold
      const params = { place, from: value, to: text(figure) };
      if (!exact(value).equals(figure)) from.push({ code: "incentives.prorated_figure" satisfies IncentiveCode, params });
      return params.to;
    };
    const outcome: IncentiveProgramme = {
      ...programme,
      qualifier: qualifierOf(programme.qualifier, cut),
      schedule: scheduleOf(programme, cut, turn),
      limits: programme.limits.map((limit, i) => limitOf(limit, isMeasured(programme), cut, `limits[${i}]`)),
    };
    const [fault] = checkProgramme(outcome);
    if (fault !== undefined) {
      return err({ code: "incentives.prorated_unsound", params: { place: fault.path, fault: { code: fault.code, params: fault.params } } });
    }
    const params = { programme: { ...programme.titles }, numerator, denominator };
    return ok({ outcome, explanation: { code: "incentives.prorated" satisfies IncentiveCode, params, from } });
  });
}

type Cut = (value: DecimalString, place: string) => DecimalString;
/** A coefficient times a power of the part. */
type Turn = (value: DecimalString, power: number, place: string) => DecimalString;

/** Whether the tiers stand over something that grows with time. */
function isMeasured({ qualifier: { kind } }: IncentiveProgramme): boolean {
  return kind === "amount" || kind === "quantity" || kind === "growth_amount" || kind === "measure";
}

function qualifierOf(qualifier: Qualifier, cut: Cut): Qualifier {
  if (qualifier.kind !== "growth_amount" && qualifier.kind !== "growth_rate") return qualifier;
  const { baseline, zeroBaseline } = qualifier;
  const fixed = typeof baseline === "object" && baseline.kind === "fixed";
  const floored = zeroBaseline.kind === "floor_baseline";
  return {
    ...qualifier,
    baseline: fixed ? { ...baseline, value: cut(baseline.value, "qualifier.baseline.value") } : baseline,
    zeroBaseline: floored ? { ...zeroBaseline, baseline: cut(zeroBaseline.baseline, "qualifier.zeroBaseline.baseline") } : zeroBaseline,
  };
}

function scheduleOf(programme: IncentiveProgramme, cut: Cut, turn: Turn): IncentiveProgramme["schedule"] {
  const { schedule } = programme;
  if (schedule.method === "package") return schedule;
  const bound: Cut = isMeasured(programme) ? cut : (value) => value;
  const { curve } = schedule;
  // of sums, the value and what it pays are both lowered; a rate is not, and a ratio or a score is no sum
  const pays = curve === "rate" ? 0 : 1;
  const isSum = isMeasured(programme) || (curve !== "rate" && programme.payOn !== "qualifier");
  return {
    ...schedule,
    tiers: schedule.tiers.map((row, i) => ({
      ...row,
      from: bound(row.from, `schedule.tiers[${i}].from`),
      ...(row.to === undefined ? {} : { to: bound(row.to, `schedule.tiers[${i}].to`) }),
      ...(row.coefficients === undefined
        ? {}
        : {
            coefficients: row.coefficients.map((one, power) =>
              turn(one, pays - (isSum ? power : 0), `schedule.tiers[${i}].coefficients[${power}]`),
            ),
          }),
      ...(row.amount === undefined ? {} : { amount: cut(row.amount, `schedule.tiers[${i}].amount`) }),
    })),
  };
}

function limitOf(limit: IncentiveLimit, measured: boolean, cut: Cut, path: string): IncentiveLimit {
  if (limit.kind === "qualifier_cap") return measured ? { ...limit, value: cut(limit.value, `${path}.value`) } : limit;
  return { ...limit, amount: cut(limit.amount, `${path}.amount`) };
}
