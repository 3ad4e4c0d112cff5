import { checkTierSchedule } from "../engine/check-tier-schedule.js";
import { type EngineCode, engineMessages } from "../engine/messages.js";
import { isDecimal, parseDecimal, roundingModes } from "../kernel/decimal.js";
import { faultsOf, isLibraryFault, shown } from "../kernel/fault.js";
import type { PlacedMessage } from "../kernel/message.js";
import { type KernelCode, kernelMessages } from "../kernel/messages.js";
import { parsePeriod } from "../kernel/period.js";
import { type IncentiveCode, incentiveMessages } from "./messages.js";
import type { GrowthBasis, IncentiveProgramme, Qualifier } from "./programme.js";

/** What may be wrong with a programme. */
export type ProgrammeFault = PlacedMessage<IncentiveCode | EngineCode | KernelCode>;

/** @internal */
export const incentiveFault = faultsOf<IncentiveCode | EngineCode | KernelCode>({
  ...kernelMessages,
  ...engineMessages,
  ...incentiveMessages,
});

const QUALIFIERS = ["amount", "quantity", "growth_amount", "growth_rate", "attainment"];
const PAY_BASES = ["qualifier", "amount", "quantity", "growth_amount"];
const BASELINES = ["prior_year", "given"];
const ZERO_BASELINES = ["not_eligible", "treat_as_rate", "pay_on_full_volume", "floor_baseline"];
const MEASURES = ["amount", "quantity"];

/**
 * Lists everything that is wrong with a programme, with the path of each field.
 *
 * @remarks
 * An empty list means that every verb of this folder and of `settlement` will accept the programme. The names of fields and the
 * kinds of values are the schema's business (`parseIncentiveProgramme` of `qudao/schemas`); here their meaning is checked.
 *
 * @param programme - The programme to look at.
 * @returns One message per fault.
 *
 * @errors
 * - `incentives.schedule_unit` - the schedule is not written in the unit of the qualifier.
 * - `incentives.growth_measure` - the increment is paid on, but nothing has a baseline.
 * - `incentives.lump_sum_measure` - fixed amounts are paid, but a measure is named.
 * - `incentives.limit_negative` - a limit is below 0.
 * - every code of `checkTierSchedule`, under `schedule.`.
 * - `kernel.*` - a field cannot be read.
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
  const found: ProgrammeFault[] = [];
  const add = (code: ProgrammeFault["code"], path: string, params: ProgrammeFault["params"]) => void found.push({ code, path, params });
  if (!isRecord(programme)) return [{ code: "kernel.not_a_record", path: "", params: { got: shown(programme) } }];
  for (const field of ["id", "version"] as const) {
    if (typeof programme[field] !== "string" || programme[field] === "") add("kernel.not_text", field, { got: shown(programme[field]) });
  }
  if (!isRecord(programme.titles)) add("kernel.not_a_record", "titles", { got: shown(programme.titles) });
  if (typeof programme.currency !== "string" || !/^[A-Z]{3}$/.test(programme.currency)) {
    add("kernel.not_a_currency", "currency", { got: shown(programme.currency) });
  }
  keep(found, () => parsePeriod(programme.effective, "effective"));
  for (const field of ["earner", "scope", "window", "rounding"] as const) {
    if (!isRecord(programme[field])) add("kernel.not_a_record", field, { got: shown(programme[field]) });
  }
  checkFilters(programme, add);
  const qualifierFine = checkQualifier(programme.qualifier, found);
  if (!PAY_BASES.includes(programme.payOn)) add("kernel.not_a_choice", "payOn", { got: shown(programme.payOn), want: PAY_BASES });
  for (const fault of checkTierSchedule(programme.schedule)) {
    found.push({ ...fault, path: fault.path === "" ? "schedule" : `schedule.${fault.path}` });
  }
  if (qualifierFine && isRecord(programme.schedule)) checkFit(programme, add);
  checkLimits(programme, add);
  if (isRecord(programme.rounding)) {
    const { decimals, mode } = programme.rounding;
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > 20) {
      add("kernel.not_a_count", "rounding.decimals", { got: shown(decimals), least: 0, most: 20 });
    }
    if (!roundingModes.includes(mode)) add("kernel.not_a_choice", "rounding.mode", { got: shown(mode), want: roundingModes });
  }
  return found;
}

type Add = (code: ProgrammeFault["code"], path: string, params: ProgrammeFault["params"]) => void;

/** Every list of a filter must be a list of texts: a misspelt list would silently let everything in. */
function checkFilters(programme: IncentiveProgramme, add: Add): void {
  const filters: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["earner", programme.earner, ["kinds", "memberClasses", "territoryIds", "levels", "memberIds"]],
    ["scope.include", isRecord(programme.scope) ? programme.scope.include : undefined, LINE_LISTS],
    ["scope.exclude", isRecord(programme.scope) ? programme.scope.exclude : undefined, LINE_LISTS],
  ];
  for (const [at, filter, lists] of filters) {
    if (filter === undefined) continue;
    if (!isRecord(filter)) {
      add("kernel.not_a_record", at, { got: shown(filter) });
      continue;
    }
    for (const [name, list] of Object.entries(filter)) {
      if (list === undefined) continue;
      if (!lists.includes(name)) add("kernel.not_a_choice", `${at}.${name}`, { got: shown(name), want: lists });
      else if (!Array.isArray(list)) add("kernel.not_a_list", `${at}.${name}`, { got: shown(list) });
      else {
        list.forEach((item: unknown, i) => {
          if (typeof item !== "string" || item === "") add("kernel.not_text", `${at}.${name}[${i}]`, { got: shown(item) });
        });
      }
    }
  }
}

const LINE_LISTS = ["productIds", "categoryIds", "brandIds", "territoryIds"];

function checkQualifier(qualifier: Qualifier, found: ProgrammeFault[]): boolean {
  const before = found.length;
  const add: Add = (code, path, params) => void found.push({ code, path: `qualifier${path}`, params });
  if (!isRecord(qualifier)) add("kernel.not_a_record", "", { got: shown(qualifier) });
  else if (!QUALIFIERS.includes(qualifier.kind)) add("kernel.not_a_choice", ".kind", { got: shown(qualifier.kind), want: QUALIFIERS });
  else if (qualifier.kind === "quantity") checkUnit(qualifier.unit, add);
  else if (qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate") checkGrowth(qualifier, add);
  return found.length === before;
}

function checkUnit(unit: unknown, add: Add): void {
  if (typeof unit !== "string" || unit === "") add("kernel.not_text", ".unit", { got: shown(unit) });
}

function checkGrowth(growth: GrowthBasis, add: Add): void {
  const { of, baseline, zeroBaseline } = growth;
  if (!MEASURES.includes(of)) add("kernel.not_a_choice", ".of", { got: shown(of), want: MEASURES });
  if (of === "quantity") checkUnit(growth.unit, add);
  if (!BASELINES.includes(baseline)) add("kernel.not_a_choice", ".baseline", { got: shown(baseline), want: BASELINES });
  if (!isRecord(zeroBaseline) || !ZERO_BASELINES.includes(zeroBaseline.kind)) {
    add("kernel.not_a_choice", ".zeroBaseline.kind", {
      got: shown(isRecord(zeroBaseline) ? zeroBaseline.kind : zeroBaseline),
      want: ZERO_BASELINES,
    });
  } else if (zeroBaseline.kind === "treat_as_rate" && !isDecimalText(zeroBaseline.rate)) {
    add("kernel.not_a_decimal", ".zeroBaseline.rate", { got: shown(zeroBaseline.rate) });
  } else if (zeroBaseline.kind === "floor_baseline" && !isPositive(zeroBaseline.baseline)) {
    add("kernel.not_a_decimal", ".zeroBaseline.baseline", { got: shown(zeroBaseline.baseline) });
  }
}

/** The parts of a programme that must agree with each other. */
function checkFit(programme: IncentiveProgramme, add: Add): void {
  const { qualifier, schedule, payOn } = programme;
  const want = unitOf(qualifier, programme.currency);
  if (typeof schedule.unit === "string" && schedule.unit !== want)
    add("incentives.schedule_unit", "schedule.unit", { got: schedule.unit, want });
  const grows = qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate";
  if (payOn === "growth_amount" && !grows) add("incentives.growth_measure", "payOn", {});
  const fixed =
    schedule.method === "package" ||
    schedule.method === "lump_sum" ||
    schedule.method === "lump_sum_each" ||
    (schedule.method === "interpolated" &&
      Array.isArray(schedule.tiers) &&
      schedule.tiers.some((row) => isRecord(row) && row.amount !== undefined));
  if (fixed && payOn !== "qualifier") add("incentives.lump_sum_measure", "payOn", { measure: shown(payOn), method: schedule.method });
}

function checkLimits(programme: IncentiveProgramme, add: Add): void {
  if (!Array.isArray(programme.limits)) {
    add("kernel.not_a_list", "limits", { got: shown(programme.limits) });
    return;
  }
  programme.limits.forEach((limit, i) => {
    const at = `limits[${i}]`;
    const kinds = ["qualifier_cap", "payment_cap"];
    if (!isRecord(limit) || !kinds.includes(limit.kind)) {
      add("kernel.not_a_choice", `${at}.kind`, { got: shown(isRecord(limit) ? limit.kind : limit), want: kinds });
      return;
    }
    const [field, value] = limit.kind === "qualifier_cap" ? ["value", limit.value] : ["amount", limit.amount];
    if (!isDecimalText(value)) add("kernel.not_a_decimal", `${at}.${field}`, { got: shown(value) });
    else if (parseDecimal(value).startsWith("-")) add("incentives.limit_negative", `${at}.${field}`, { got: value });
  });
}

/** @internal */
export function unitOf(qualifier: Qualifier, currency: string): string {
  switch (qualifier.kind) {
    case "amount":
      return currency;
    case "quantity":
      return qualifier.unit;
    case "growth_amount":
      return qualifier.of === "amount" ? currency : (qualifier.unit as string);
    default:
      return "ratio";
  }
}

function keep(found: ProgrammeFault[], read: () => unknown): void {
  try {
    read();
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    found.push({ code: caught.code as KernelCode, path: caught.path, params: caught.params });
  }
}

function isDecimalText(value: unknown): value is string {
  return typeof value === "string" && isDecimal(value);
}

function isPositive(value: unknown): boolean {
  return isDecimalText(value) && !value.startsWith("-") && parseDecimal(value) !== "0";
}

function isRecord<T>(value: T): value is T & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
