import { checkTierSchedule } from "../engine/check-tier-schedule.js";
import type { EngineCode } from "../engine/messages.js";
import { ruleFaultMessages } from "../engine/rule-messages.js";
import { tierFaultMessages } from "../engine/tier-messages.js";
import type { TierRow, TierTable } from "../engine/tier-schedule.js";
import { dayNumber, parseDate } from "../kernel/calendar-date.js";
import { checkWords, readSafely } from "../kernel/check.js";
import { parseDecimal } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, isLibraryFault, shown } from "../kernel/fault.js";
import { listPeriods } from "../kernel/list-periods.js";
import type { Catalogue, PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { parsePeriodRule } from "../kernel/parse-period-rule.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import { type AgreementWindow, type ProgrammeWindow, parseProgrammeWindow, ruleFrom } from "./agreement-window.js";
import { checkFieldNames } from "./check-field-names.js";
import { checkFields, checkFilters, checkItems } from "./check-filters.js";
import { checkInKind } from "./check-means.js";
import { checkOptions, checkRounding } from "./check-programme-options.js";
import { checkTerms } from "./check-programme-terms.js";
import { checkMeasureName, checkQualifier, figureUnit, isDecimalText, isRecord, measureNames, unitOf } from "./check-qualifier.js";
import { incentiveFaultMessages } from "./fault-messages.js";
import type { IncentiveCode } from "./messages.js";
import type { IncentiveLimit, IncentiveProgramme, MeasureBasis, Qualifier } from "./programme.js";
import { qualifierMeasure } from "./qualifier-measure.js";

/** What may be wrong with a programme. */
export type ProgrammeFault = PlacedMessage<IncentiveCode | EngineCode | KernelCode>;

/** @internal */
export const incentiveFault: FaultMaker<ProgrammeFault["code"]> = faultsOf<readonly Catalogue[]>(
  tierFaultMessages,
  ruleFaultMessages,
  incentiveFaultMessages,
);

const PAY_BASES: readonly unknown[] = ["qualifier", "amount", "quantity", "growth_amount"];

/**
 * Lists everything that is wrong with a programme, with the path of each field.
 *
 * @remarks
 * An empty list means that every verb of this folder and of `settlement` will accept the programme. A field that the model does not know is a
 * fault: a misspelt gate would hold nothing. The kinds of values are the schema's business too (`parseIncentiveProgramme` of `qudao/schemas`);
 * here their meaning is checked.
 *
 * @param programme - The programme to look at.
 * @returns One message per fault.
 *
 * @errors
 * - `incentives.schedule_unit` - the schedule is not written in the unit of the qualifier.
 * - `incentives.growth_measure` - the increment is paid on, but nothing has a baseline.
 * - `incentives.no_windows_before` - the mean of the windows before is asked of windows that overlap, or of the only one.
 * - `incentives.not_jointly` - members count together for a ratio, a fixed amount, a negative window, or beside programmes that share sales.
 * - `incentives.lump_sum_measure` - fixed amounts are paid, but a measure is named.
 * - `incentives.limit_negative` - a limit is below 0.
 * - `incentives.list_too_long` - a list has more than a million items.
 * - `incentives.negative_measure`, `incentives.windows_overlap` - what is below 0 or withheld cannot be owed or carried there.
 * - `incentives.weights_not_whole` - stages or weights do not add up to 1.
 * - `incentives.measure_without_unit` - quantities that pick the tier have no unit.
 * - `incentives.means_form`, `incentives.goods_beside_right` - what is paid is not what is earned: a right or goods without `right` or `goods`.
 * - `incentives.goods_in_money` - something is held in money over what is earned in goods or in a right.
 * - `incentives.per_unit_of_money` - units are converted of something else than a quantity.
 * - every code of `checkTierSchedule`, under `schedule.`; of `checkRules`, under `gates`.
 * - `kernel.*` - a field cannot be read; `kernel.range_too_long` - the term holds more than 10,000 windows.
 *
 * @throws LibraryFault `kernel.unreadable` when reading the programme itself throws, as a getter may.
 *
 * @example A schedule in the wrong unit
 * ```ts
 * import { checkProgramme, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "growth", version: "1", titles: { en: "Growth bonus", zh: "增长奖" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "attainment" }, payOn: "amount", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
 * };
 * checkProgramme(programme).map((fault) => [fault.code, fault.path]); // => [["incentives.schedule_unit", "schedule.unit"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkProgramme(programme: IncentiveProgramme): readonly ProgrammeFault[] {
  return readSafely({ programme }, () => (isRecord(programme) ? faultsIn(programme) : [notARecord("", programme)]));
}

function faultsIn(programme: IncentiveProgramme): readonly ProgrammeFault[] {
  const found: ProgrammeFault[] = [];
  const add: Add = (code, path, params) => void found.push({ code, path, params });
  checkFieldNames(programme, add);
  for (const field of ["id", "version"] as const) {
    if (typeof programme[field] !== "string" || programme[field] === "") add("kernel.not_text", field, { got: shown(programme[field]) });
  }
  keep(found, () => checkWords(programme.titles, "titles"));
  if (typeof programme.currency !== "string" || !/^[A-Z]{3}$/.test(programme.currency)) {
    add("kernel.not_a_currency", "currency", { got: shown(programme.currency) });
  }
  const effective = keep(found, () => parsePeriod(programme.effective, "effective"));
  if (programme.publishedOn !== undefined) keep(found, () => parseDate(programme.publishedOn, "publishedOn"));
  const window = keep(found, () => parseProgrammeWindow(programme.window, "window"));
  if (effective !== undefined && window !== undefined) checkWindows(window, effective, found);
  checkFilters(programme, add);
  checkOptions(programme, add);
  checkInKind(programme, add);
  checkTerms(programme, add, (rule, path) => keep(found, () => parsePeriodRule(rule, path)));
  const names = measureNames(programme);
  const qualifierFine = checkQualifier(programme.qualifier, names, add);
  const { payOn } = programme;
  if (isRecord(payOn)) checkMeasureName((payOn as MeasureBasis).measure, "payOn.measure", names, add);
  else if (!PAY_BASES.includes(payOn))
    add("kernel.not_a_choice", "payOn", { got: shown(payOn), want: [...(PAY_BASES as string[]), "{ measure }"] });
  for (const fault of checkTierSchedule(programme.schedule)) {
    found.push({ ...fault, path: fault.path === "" ? "schedule" : `schedule.${fault.path}` });
  }
  if (qualifierFine && isRecord(programme.schedule)) checkFit(programme, add);
  checkItems(programme.limits, "limits", add, (limit, path) => checkLimit(limit as IncentiveLimit, path, add));
  checkRounding(programme.rounding, "rounding", add);
  return found;
}

type Add = (code: ProgrammeFault["code"], path: string, params: ProgrammeFault["params"]) => void;

/** Days that no rule cuts into more windows than one list may have. */
const FEW_DAYS = 10_000;
/** Years whose windows all have names. */
const NAMED_YEARS = { start: "0200-01-01", end: "9800-01-01" };

/** A term may hold more windows than one list may have, or such as have no dates; listing them is left to terms for which that is in doubt. */
function checkWindows(window: ProgrammeWindow, effective: Period, found: ProgrammeFault[]): void {
  const length = window.kind !== "rolling" ? 0 : "days" in window.length ? window.length.days : 31 * window.length.months;
  if (
    dayNumber(effective.end) - dayNumber(effective.start) + length <= FEW_DAYS &&
    effective.start >= NAMED_YEARS.start &&
    effective.end <= NAMED_YEARS.end
  )
    return;
  // as if an agreement began with the term: with any other there is at most one window more
  const longest =
    window.kind !== "agreement" ? { rule: window, range: effective } : ruleFrom(window, { start: effective.start }, effective);
  if (longest !== null) keep(found, () => listPeriods(longest.rule, longest.range), "window");
}

/** The parts of a programme that must agree with each other. */
function checkFit(programme: IncentiveProgramme, add: Add): void {
  const { qualifier, schedule, payOn } = programme;
  const want = unitOf(programme);
  const ofQuota = qualifier.kind === "attainment" ? figureUnit(programme, qualifier.of ?? "amount", qualifier.unit) : want;
  if (want === undefined || ofQuota === undefined) {
    const path = qualifier.kind === "measure" ? "qualifier.measure" : "qualifier.of.measure";
    add("incentives.measure_without_unit", path, { measure: shown(qualifierMeasure(qualifier)) });
  } else if (typeof schedule.unit === "string" && schedule.unit !== want)
    add("incentives.schedule_unit", "schedule.unit", { got: schedule.unit, want });
  const grows = qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate";
  if (grows && isRecord(qualifier.baseline) && qualifier.baseline.kind === "rolling" && hasNoneBefore(programme.window)) {
    add("incentives.no_windows_before", "qualifier.baseline", {});
  }
  if (payOn === "growth_amount" && !grows) add("incentives.growth_measure", "payOn", {});
  const { method } = schedule;
  const fixed =
    method === "package" || method === "lump_sum" || method === "lump_sum_each" || (method === "interpolated" && paysAmounts(schedule));
  const measure = isRecord(payOn) ? "named" : payOn;
  if (fixed && payOn !== "qualifier" && (isRecord(payOn) || PAY_BASES.includes(payOn))) {
    add("incentives.lump_sum_measure", "payOn", { measure, method });
  }
  if (isRecord(programme.earner) && programme.earner.jointly === true) checkJointly(programme, fixed, add);
}

/** Windows that overlap, or the only one. */
function hasNoneBefore(window: unknown): boolean {
  if (!isRecord(window)) return false;
  const { kind, every } = window as Partial<AgreementWindow> | { readonly kind?: string; readonly every?: never };
  return kind === "rolling" || kind === "whole" || (kind === "agreement" && every === undefined);
}

/** A group reaches sums, which its members divide: no ratio, no fixed amount, nothing below 0, nothing that others leave. */
function checkJointly({ qualifier, negative, stacking }: IncentiveProgramme, fixed: boolean, add: Add): void {
  const sums: readonly Qualifier["kind"][] = ["amount", "quantity", "measure"];
  if (!sums.includes(qualifier.kind)) add("incentives.not_jointly", "qualifier.kind", { field: "qualifier" });
  if (fixed) add("incentives.not_jointly", "schedule.method", { field: "schedule" });
  if (negative === "carry_forward" || negative === "recover") add("incentives.not_jointly", "negative", { field: "negative" });
  if (stacking !== undefined) add("incentives.not_jointly", "stacking", { field: "stacking" });
}

/** An interpolated table pays by the same field in every row, so the first one tells. */
function paysAmounts({ tiers }: TierTable): boolean {
  const first: unknown = Array.isArray(tiers) ? tiers[0] : undefined;
  return isRecord(first) && (first as TierRow).amount !== undefined;
}

/** The fields of each kind. */
const LIMITS: { readonly [K in IncentiveLimit["kind"]]: readonly string[] } = {
  qualifier_cap: ["kind", "value"],
  payment_floor: ["kind", "amount", "whereReached"],
  payment_cap: ["kind", "amount", "refundable"],
};
const LIMIT_KINDS = Object.keys(LIMITS);

function checkLimit(limit: IncentiveLimit, path: string, add: Add): void {
  if (!isRecord(limit) || !LIMIT_KINDS.includes(limit.kind)) {
    add("kernel.not_a_choice", `${path}.kind`, { got: shown(isRecord(limit) ? limit.kind : limit), want: LIMIT_KINDS });
    return;
  }
  checkFields(limit, path, LIMITS[limit.kind], add);
  const [field, value] = limit.kind === "qualifier_cap" ? ["value", limit.value] : ["amount", limit.amount];
  if (!isDecimalText(value)) add("kernel.not_a_decimal", `${path}.${field}`, { got: shown(value) });
  else if (limit.kind !== "payment_floor" && parseDecimal(value).startsWith("-"))
    add("incentives.limit_negative", `${path}.${field}`, { got: value });
  if (limit.kind === "payment_cap" && limit.refundable !== undefined && limit.refundable !== true) {
    add("kernel.not_a_choice", `${path}.refundable`, { got: shown(limit.refundable), want: ["true"] });
  }
  if (limit.kind === "payment_floor" && limit.whereReached !== undefined && limit.whereReached !== true) {
    add("kernel.not_a_choice", `${path}.whereReached`, { got: shown(limit.whereReached), want: ["true"] });
  }
}

/** What is read, or its fault among the others, at its own place or at the one given. */
function keep<T>(found: ProgrammeFault[], read: () => T, path?: string): T | undefined {
  try {
    return read();
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    found.push({ code: caught.code as KernelCode, path: path ?? caught.path, params: caught.params });
    return undefined;
  }
}

function notARecord(path: string, got: unknown): ProgrammeFault {
  return { code: "kernel.not_a_record", path, params: { got: shown(got) } };
}
