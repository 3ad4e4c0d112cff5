/**
 * What is guaranteed, by the programme or beside it, against whatever pays less: in one window, and in all of them together.
 *
 * @internal
 */
import { Exact, exact, rounded, text, ZERO } from "../kernel/decimal.js";
import { listPeriods } from "../kernel/list-periods.js";
import type { LintFinding } from "./lint-finding.js";
import { paidDays, paidTerm } from "./paid-term.js";
import type { IncentiveProgramme } from "./programme.js";
import { servedPart } from "./term-kit.js";

/** @param beside - Guaranteed for one window beside the programme. */
export function lintGuarantee(programme: IncentiveProgramme, beside: Exact | undefined): readonly LintFinding[] {
  const { limits, guarantee: own, caps = [], budget } = programme;
  const floors = limits.flatMap((limit) => (limit.kind === "payment_floor" ? [exact(limit.amount)] : []));
  const guarantees = [...floors, ...(own === undefined ? [] : [exact(own.amount)]), ...(beside === undefined ? [] : [beside])];
  if (guarantees.length === 0) return [];
  const guarantee = guarantees.reduce((most, one) => Exact.max(most, one));
  const below = (cap: string, path: string): LintFinding[] => {
    if (!exact(cap).lessThan(guarantee)) return [];
    return [{ severity: "fault", code: "incentives.cap_below_guarantee", path, params: { cap, guarantee: text(guarantee) } }];
  };
  const all = overAllWindows(programme, beside);
  const belowAll = (cap: string, path: string): LintFinding[] => {
    const one = below(cap, path);
    if (one.length > 0 || !exact(cap).lessThan(all.guarantee)) return one;
    const params = { cap, guarantee: text(all.guarantee), windows: all.windows };
    return [{ severity: "fault", code: "incentives.cap_below_guarantees", path, params }];
  };
  return [
    ...limits.flatMap((limit, i) => (limit.kind === "payment_cap" ? below(limit.amount, `limits[${i}]`) : [])),
    ...caps.flatMap(({ per, most }, i) => (per === "sale" ? [] : belowAll(most, `caps[${i}]`))),
    ...(budget === undefined ? [] : belowAll(budget.amount, "budget")),
  ];
}

/** What one member is guaranteed whatever it sells, from the first window to the last. Windows that run from agreements are not known here. */
function overAllWindows(programme: IncentiveProgramme, beside: Exact = ZERO): { readonly guarantee: Exact; readonly windows: number } {
  const { window, limits, guarantee: own, rounding } = programme;
  const term = paidTerm(programme);
  if (term === null || window.kind === "agreement") return { guarantee: ZERO, windows: 0 };
  const floors = limits.flatMap((limit) =>
    limit.kind === "payment_floor" && limit.whereReached === undefined ? [exact(limit.amount)] : [],
  );
  const least = floors.reduce((most, one) => Exact.max(most, one), beside);
  const windows = listPeriods(window, term).map((whole) => {
    const part = paidDays(whole, programme);
    const served = own === undefined || part === null ? ZERO : servedPart(exact(own.amount), part, whole, own.prorateBy);
    return rounded(Exact.max(least, served), rounding.decimals, rounding.mode);
  });
  return { guarantee: windows.reduce((sum, one) => sum.plus(one), ZERO), windows: windows.length };
}
