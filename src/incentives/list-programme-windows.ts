import { checkRecord, readSafely } from "../kernel/check.js";
import { kernelFault } from "../kernel/fault.js";
import { listPeriods } from "../kernel/list-periods.js";
import { intersectPeriods, lastDayOfPeriod, type Period } from "../kernel/period.js";
import type { NamedPeriod, PeriodRule } from "../kernel/period-rule.js";
import { type AgreementDays, parseAgreementDays, ruleFrom } from "./agreement-window.js";
import { paidDays } from "./paid-term.js";
import type { IncentiveProgramme } from "./programme.js";
import { soundProgramme } from "./sound-programme.js";

/** The member whose windows are asked for. */
export interface ProgrammeWindowFacts {
  /** The days of its agreement; needed where the windows run from it, not looked at otherwise. */
  readonly agreement?: AgreementDays | undefined;
}

/** A window of a programme for one member. */
export interface CountedWindow extends NamedPeriod {
  /** The days of it that count: those on which the programme is in force and published and, where windows run from it, the agreement holds. */
  readonly counted: Period;
}

/**
 * Lists the windows of a programme for one member, by the very identifiers that quotas, baselines and stated facts name as `periodId`.
 *
 * @remarks
 * Windows are whole; the part that counts stands beside each. A window of which no day counts is left out.
 *
 * @param facts - The member's agreement, where the windows run from it.
 * @param policy - The programme. One that `checkProgramme` faults is refused.
 * @returns The windows in order. `[]`: no day of the agreement is a day of the programme.
 * @throws LibraryFault The first fault of `checkProgramme`, under `policy.`; `kernel.missing` at `facts.agreement` where the windows run from it; those
 * of `listPeriods`; `kernel.*` with the place.
 *
 * @example Quarters of an agreement that began in the middle of March
 * ```ts
 * import { type IncentiveProgramme, listProgrammeWindows } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "agreement", every: { months: 3 } },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
 * };
 * const windows = listProgrammeWindows({ agreement: { start: "2024-03-15", end: "2024-11-01" } }, programme);
 * windows.map(({ id }) => id); // => ["2024-03-15-P3M", "2024-06-15-P3M", "2024-09-15-P3M"]
 * windows[2]?.counted; // => { start: "2024-09-15", end: "2024-11-01" }
 * ```
 *
 * @since 0.1.0
 */
export function listProgrammeWindows(facts: ProgrammeWindowFacts, policy: IncentiveProgramme): readonly CountedWindow[] {
  return readSafely({ facts, policy }, () => {
    const programme = soundProgramme(policy, "policy");
    const given = checkRecord(facts, "facts")["agreement"];
    const runsFromIt = programme.window.kind === "agreement";
    if (runsFromIt && given === undefined) throw kernelFault("kernel.missing", "facts.agreement", {});
    const agreement = runsFromIt ? parseAgreementDays(given, "facts.agreement") : undefined;
    return windowsUnder(programme, agreement).map(({ window, counted }) => ({ ...window, counted }));
  });
}

/** A window with the rule that cuts it. @internal */
export interface CutWindow {
  readonly rule: PeriodRule;
  readonly window: NamedPeriod;
  readonly counted: Period;
}

/** The windows of a sound programme. `undefined`: those that all members share; where they run from agreements, none. @internal */
export function windowsUnder(programme: IncentiveProgramme, agreement: AgreementDays | undefined): readonly CutWindow[] {
  const { window, effective } = programme;
  if (window.kind !== "agreement") {
    return listPeriods(window, effective).flatMap((one) => cutOf(window, one, paidDays(one, programme)));
  }
  const own = agreement === undefined ? null : ruleFrom(window, agreement, effective);
  if (own === null) return [];
  return listPeriods(own.rule, own.range).flatMap((one) => {
    const paid = paidDays(one, programme);
    const named = own.rule.kind === "whole" ? nameWhole(one) : one;
    return cutOf(own.rule, named, paid === null ? null : intersectPeriods(paid, own.range));
  });
}

function cutOf(rule: PeriodRule, window: NamedPeriod, counted: Period | null): readonly CutWindow[] {
  return counted === null ? [] : [{ rule, window, counted }];
}

/** Members have different days, so that the name tells them. */
function nameWhole(period: Period): NamedPeriod {
  const { start, end } = period;
  const last = lastDayOfPeriod(period);
  return { start, end, id: `${start}/${end}`, titles: { en: `agreement, ${start} to ${last}`, zh: `协议期（${start}至${last}）` } };
}
