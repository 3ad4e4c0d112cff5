/**
 * What a window that runs on is expected to earn on the sales so far, at the tier expected at its end.
 *
 * @internal
 */
import { type CompiledProgramme, compileProgramme, evaluateProgramme } from "../../incentives/compile-programme.js";
import { paidDays } from "../../incentives/paid-term.js";
import type { IncentiveProgramme } from "../../incentives/programme.js";
import { qualifierMeasure } from "../../incentives/qualifier-measure.js";
import { type CalendarDate, dateOfDayNumber, dayNumber } from "../../kernel/calendar-date.js";
import { at } from "../../kernel/check.js";
import { Exact, exact, exactQuotient, type RoundingMode, rounded, ZERO } from "../../kernel/decimal.js";
import { lastDayOfPeriod } from "../../kernel/period.js";
import { checkDistinct, readRecords } from "../../kernel/read.js";
import { keyOf, toJson, toMinor } from "../account-kit.js";
import type { EarnedLine, EarnedStatement, UnsettledReason } from "./earned-statement.js";
import { readSeason, type SeasonWeights, weightOf } from "./season.js";

export interface ReadForecast {
  readonly programme: IncentiveProgramme;
  readonly compiled: CompiledProgramme;
  readonly weights: SeasonWeights;
}

export function readForecasts(value: unknown, path: string): readonly ReadForecast[] {
  const forecasts = readRecords(value, path, (fields, place): ReadForecast => {
    const programme = fields["programme"] as IncentiveProgramme;
    const compiled = compileProgramme(programme, at(place, "programme"));
    return { programme, compiled, weights: readSeason(fields["season"], at(place, "season")) };
  });
  checkDistinct(
    forecasts.map(({ programme }) => keyOf(programme.id, programme.version)),
    path,
    "programme.id",
  );
  return forecasts;
}

/** What is expected of a window, where it is. */
export type ExpectedLine = (memberId: string, line: EarnedLine) => EarnedLine | undefined;

export function expectedLines(expected: readonly EarnedStatement[]): ExpectedLine {
  const nameOf = (memberId: string, { programmeId, programmeVersion, window }: EarnedLine) =>
    keyOf(memberId, programmeId, programmeVersion, window.id);
  const lines = new Map(expected.flatMap((one) => one.lines.map((line) => [nameOf(one.memberId, line), line] as const)));
  return (memberId, line) => lines.get(nameOf(memberId, line));
}

/** The part of what is expected that the sales so far bring, rounded; or why nothing can be expected. */
export function shareExpected(line: EarnedLine, aimed: EarnedLine, asOf: CalendarDate, mode: RoundingMode): Exact | UnsettledReason {
  if (aimed.payable === null) {
    return { code: "settlement.forecast_failed", params: { problem: aimed.problem === undefined ? null : toJson(aimed.problem) } };
  }
  const { currency } = line.payable as NonNullable<EarnedLine["payable"]>;
  const want = aimed.payable.currency;
  if (want !== currency) return { code: "settlement.earning_currency", params: { got: currency, want } };
  if (line.amount === undefined || aimed.amount === undefined) return { code: "settlement.forecast_figures", params: {} };
  const [sold, all] = [exact(line.amount), exact(aimed.amount)];
  const { start, end } = line.window;
  const [part, whole] = all.greaterThan(0)
    ? [sold, all]
    : [new Exact(dayNumber(asOf) + 1 - dayNumber(start)), new Exact(dayNumber(end) - dayNumber(start))];
  const share = Exact.max(ZERO, Exact.min(part, whole));
  return toMinor(exactQuotient(exact(aimed.payable.amount).times(share), whole), currency, mode);
}

/** Whether others decide with it what it earns, or something that its lines do not tell. */
function isNotAlone(
  { stacked, carried }: EarnedLine,
  { caps = [], budget, guarantee, limits, qualifier, earner, window }: IncentiveProgramme,
): boolean {
  const withholds = limits.some((limit) => limit.kind === "payment_cap" && limit.refundable === true);
  const carriesMeasure = carried !== undefined && qualifierMeasure(qualifier) !== undefined;
  // the agreement may end within the window
  const isCut = window.kind === "agreement" && window.every !== undefined;
  return (
    earner.jointly === true ||
    isCut ||
    stacked !== undefined ||
    caps.length > 0 ||
    budget !== undefined ||
    guarantee !== undefined ||
    withholds ||
    carriesMeasure
  );
}

/** Earned on the sales so far at the tier expected, rounded; or why nothing can be expected. */
export function projectEarning(
  line: EarnedLine,
  forecasts: readonly ReadForecast[],
  asOf: CalendarDate,
  mode: RoundingMode,
): Exact | UnsettledReason {
  const found = forecasts.find(({ programme }) => programme.version === line.programmeVersion);
  if (found === undefined) {
    const want = forecasts.map(({ programme }) => programme.version).join(", ");
    return { code: "settlement.forecast_version", params: { want, got: line.programmeVersion } };
  }
  const { programme, compiled, weights } = found;
  if (isNotAlone(line, programme)) return { code: "settlement.forecast_not_alone", params: { programmeId: programme.id } };
  if (line.amount === undefined || line.quantity === undefined) return { code: "settlement.forecast_figures", params: {} };
  const counted = paidDays(line.window, programme);
  const begun =
    counted === null || asOf < counted.start ? null : { start: counted.start, end: asOf < counted.end ? after(asOf) : counted.end };
  const served = begun === null ? ZERO : weightOf(begun, weights);
  const whole = counted === null ? ZERO : weightOf(counted, weights);
  if (served.isZero()) return { code: "settlement.forecast_not_begun", params: { window: line.window.id, date: asOf } };
  const toEnd = (figure: string) => exactQuotient(exact(figure).times(whole), served);
  const { measures, carried } = line;
  const answer = evaluateProgramme(compiled, {
    amount: toEnd(line.amount).plus(carried?.amount ?? "0"),
    quantity: toEnd(line.quantity).plus(carried?.quantity ?? "0"),
    measures: measures === undefined ? undefined : new Map(Object.entries(measures).map(([name, value]) => [name, toEnd(value)])),
    asOf: lastDayOfPeriod(line.window),
    baseline: line.baseline === undefined ? undefined : exact(line.baseline),
    quota: line.quota === undefined ? undefined : exact(line.quota),
  });
  if (!answer.ok) return { code: "settlement.forecast_failed", params: { problem: toJson(answer.problem) } };
  // stretched and cut back, a figure comes within the cut of a quotient of itself: half a cent must be half a cent again
  const sofar = rounded(exactQuotient(answer.value.exact.times(served), whole), 20, "half_up");
  const { currency } = line.payable as NonNullable<EarnedLine["payable"]>;
  return toMinor(line.conversion === undefined ? sofar : sofar.times(line.conversion.rate), currency, mode);
}

/** Only for days before the end of a window, so that there is one after it. */
function after(date: CalendarDate): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + 1);
}
