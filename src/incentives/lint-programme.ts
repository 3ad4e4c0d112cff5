import type { CalendarDate } from "../kernel/calendar-date.js";
import { at, checkRecord, checkText, checkTexts, readSafely } from "../kernel/check.js";
import { currencyDecimals } from "../kernel/currency.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { listPeriods } from "../kernel/list-periods.js";
import { intersectPeriods, type Period } from "../kernel/period.js";
import { exactNotNegative, optional, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { inKindOf } from "./earned-in-kind.js";
import { type LintCoverage, lintCoverage, readCoverage } from "./lint-coverage.js";
import type { LintFinding } from "./lint-finding.js";
import { lintGates } from "./lint-gates.js";
import { lintGuarantee } from "./lint-guarantee.js";
import { lintTiers } from "./lint-tiers.js";
import { type CurveReference, type ReferenceProblem, readReference, shapeOf } from "./payout-shape.js";
import type { IncentiveProgramme } from "./programme.js";
import { byName } from "./read-input.js";
import { readGroups } from "./read-stacking.js";
import { earnersMeet, hasProduct, scopesMeet } from "./scope-overlap.js";
import { soundProgramme } from "./sound-programme.js";
import { comparesGoods } from "./stack-groups.js";
import type { StackingGroup } from "./stacking-policy.js";

/** A programme before it is published, and what stands beside it. */
export interface LintFacts {
  /** The programme. */
  readonly programme: IncentiveProgramme;
  /** Other programmes, and other versions of this one. `[]`: there is none. */
  readonly others: readonly IncentiveProgramme[];
  /** Programmes with a declared group and priority, as `StackingPolicy` declares them, beside those that say so themselves. `[]`: none. */
  readonly stacked: readonly string[];
  /** The stacking groups that programmes name. Absent: they are not looked at. */
  readonly groups?: readonly StackingGroup[] | undefined;
  /** What a member is guaranteed for one window. Absent: nothing. */
  readonly guarantee?: DecimalString | undefined;
  /** What is sold, to find what nothing is paid on. `[]`: not looked at. */
  readonly products: readonly LintProduct[];
  /** The host's members, territories and categories, to find whom and what no programme is for. Absent: not looked at. */
  readonly coverage?: LintCoverage | undefined;
  /** A usual quota, baseline or price, where the programme reads one. `{}`: it reads none. */
  readonly reference: CurveReference;
}

/** A product as scopes see it. */
export interface LintProduct {
  /** The product. */
  readonly productId: string;
  /** Its category. Absent: in none. */
  readonly categoryId?: string | undefined;
  /** Its brand. Absent: of none. */
  readonly brandId?: string | undefined;
}

/** From where on a jump is reported. */
export interface LintPolicy {
  /** A jump at a threshold of at least this share of all that is sold rewards stuffing; a ratio, `"0.01"` is 1 %. */
  readonly leastJump: DecimalString;
}

/**
 * Lints a programme before it is published: cliffs where selling more earns less, idle tiers, gaps and double grants, and rewards for
 * stuffing the channel.
 *
 * @remarks
 * Found are: `cliff`, `cliff_for_good`, `falling_tier`, of a curve `falling_curve`, `falling_curve_for_good` with where it turns; `unreachable_tier`, `duplicate_tier`, `idle_cap`; `cap_below_guarantee`, of a cap or budget over all windows also `cap_below_guarantees`; `finer_than_money` where it rounds to more places than its currency is paid with; `time_gap`,
 * `time_overlap`, `cut_window`, `window_gap` where windows that are listed, or roll and are shorter than their step, leave out days of the term, `rolling_gap` in place of it where the latter leave out several stretches: the first, and how many; `starts_before_publication`, `published_after_term`; `scope_gap`, `double_grant`, `goods_compared`; `stuffing`; of packages `unreachable_package`, `falling_package`, `idle_package`,
 * `package_above_size`, `package_above_cap`, `started_package`, `stuffing_package`; with `coverage`, `coverage_gap` or `group_gap`: the names that no programme is for, `coverage_cut` where they are too many to be put together. Thresholds are looked at from both sides with the programme's own
 * calculator, before floors and payment caps and as if the gates held; a gate over what picks the tier is a threshold by itself, `stuffing_gate` or `cliff_gate`; a cliff names the value from which as much is earned again.
 *
 * @param facts - The programme and what stands beside it.
 * @param policy - From where on a jump is reported.
 * @returns The findings: the tiers in order, then limits, time, scope, gaps and other programmes.
 * @throws LibraryFault The first fault of `checkProgramme`, under `facts.programme.` or `facts.others[…]`; `kernel.*` with the place.
 *
 * @errors
 * - `incentives.reference_missing` - the programme reads a quota, a baseline or a price that was not given.
 *
 * @example A cliff: at 1,000 the rate falls from 2 % to 1 %
 * ```ts
 * import { type IncentiveProgramme, lintProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.02" }, { from: "1000", rate: "0.01" }] },
 * };
 * const answer = lintProgramme({ programme, others: [], stacked: [], products: [], reference: {} }, { leastJump: "0.01" });
 * answer.ok && answer.value.outcome.map(({ code, path, params }) => [code, path, params.regained]);
 * // => [["incentives.cliff", "schedule.tiers[1]", "2000"]]
 * ```
 *
 * @since 0.1.0
 */
export function lintProgramme(facts: LintFacts, policy: LintPolicy): Result<Explained<readonly LintFinding[]>, ReferenceProblem> {
  return readSafely({ facts, policy }, () => {
    const leastJump = exactNotNegative(checkRecord(policy, "policy")["leastJump"], "policy.leastJump");
    const given = checkRecord(facts, "facts");
    const programme = soundProgramme(given["programme"], "facts.programme");
    const others = readRecords(given["others"], "facts.others", (fields, path) => soundProgramme(fields, path));
    const stacked = checkTexts(given["stacked"], "facts.stacked");
    const groups = optional(readGroups)(given["groups"], "facts.groups") ?? [];
    const guarantee = optional(exactNotNegative)(given["guarantee"], "facts.guarantee");
    const products = readRecords(
      given["products"],
      "facts.products",
      (fields, path): LintProduct => ({
        productId: checkText(fields["productId"], at(path, "productId")),
        categoryId: optional(checkText)(fields["categoryId"], at(path, "categoryId")),
        brandId: optional(checkText)(fields["brandId"], at(path, "brandId")),
      }),
    );
    const coverage = optional(readCoverage)(given["coverage"], "facts.coverage");
    const reference = readReference(checkRecord(given["reference"], "facts.reference"), "facts.reference");
    const uncapped = { ...programme, limits: programme.limits.filter(({ kind }) => kind === "qualifier_cap") };
    const shape = shapeOf(uncapped, "facts.programme", reference);
    if (!shape.ok) return shape;

    const uncovered = lintScope([programme, ...others], products);
    const coveredProducts = products.filter(({ productId }) => !uncovered.some(({ params }) => params["productId"] === productId));
    const findings = [
      ...lintTiers(programme, shape.value, leastJump),
      ...lintGates(programme, shape.value, leastJump),
      ...lintGuarantee(programme, guarantee),
      ...lintRounding(programme),
      ...lintTime(programme, others),
      ...uncovered,
      ...lintCoverage(programme, others, coverage, coveredProducts),
      ...lintOthers(programme, others, stacked),
      ...lintGoods(programme, groups),
    ];
    const from = findings.map(({ code, params }) => ({ code, params }));
    const params = { programme: { ...programme.titles }, findings: findings.length };
    return ok({ outcome: findings, explanation: { code: "incentives.lint", params, from } });
  });
}

/** What is rounded more finely than its currency is paid with cannot be paid. */
function lintRounding(programme: IncentiveProgramme): readonly LintFinding[] {
  const { currency, rounding } = programme;
  const most = currencyDecimals(currency);
  if (inKindOf(programme) !== undefined || rounding.decimals <= most) return [];
  const params = { currency, decimals: rounding.decimals, most };
  return [{ severity: "warning", code: "incentives.finer_than_money", path: "rounding.decimals", params }];
}

function lintTime(programme: IncentiveProgramme, others: readonly IncentiveProgramme[]): readonly LintFinding[] {
  const found: LintFinding[] = [...lintPublication(programme)];
  const { effective, window } = programme;
  if (window.kind !== "whole" && window.kind !== "agreement") {
    const windows = listPeriods(window, effective);
    // rolling windows reach beyond the term by their nature
    const ends = window.kind === "rolling" ? [] : new Set([windows[0], windows.at(-1)]);
    for (const one of ends) {
      if (one === undefined || (one.start >= effective.start && one.end <= effective.end)) continue;
      found.push({ severity: "warning", code: "incentives.cut_window", path: "effective", params: { window: one.id } });
    }
    const holes = holesBetween(windows, effective);
    const [period] = holes;
    if (window.kind === "rolling" && period !== undefined && holes.length > 1) {
      // the same hole at every step of the calendar
      const params = { period, step: window.step, count: holes.length };
      found.push({ severity: "warning", code: "incentives.rolling_gap", path: "window", params });
    } else {
      for (const hole of holes)
        found.push({ severity: "warning", code: "incentives.window_gap", path: "window", params: { period: hole } });
    }
  }
  const versions = [programme, ...others.filter(({ id }) => id === programme.id)].sort(
    (a, b) => byName(a.effective.start, b.effective.start) || byName(a.version, b.version),
  );
  versions.slice(1).forEach((second, i) => {
    const before = versions.slice(0, i + 1);
    for (const first of before) {
      const shared = intersectPeriods(first.effective, second.effective);
      if (shared === null) continue;
      const params = { first: first.version, second: second.version, period: { ...shared } };
      found.push({ severity: "fault", code: "incentives.time_overlap", path: "effective", params });
    }
    const last = before.reduce((latest, one) => (one.effective.end > latest.effective.end ? one : latest));
    if (last.effective.end < second.effective.start) {
      const period = { start: last.effective.end, end: second.effective.start };
      const params = { first: last.version, second: second.version, period };
      found.push({ severity: "warning", code: "incentives.time_gap", path: "effective", params });
    }
  });
  return found;
}

/** Days of the term that are in no window: sales on them are paid by nobody. Only windows that are listed, or shorter than their step, leave any. */
function holesBetween(windows: readonly Period[], { start, end }: Period): readonly { start: CalendarDate; end: CalendarDate }[] {
  const ends = [start, ...windows.map((one) => one.end)];
  const starts = [...windows.map((one) => one.start), end];
  return starts.flatMap((next, i) => {
    const last = ends[i] as CalendarDate;
    return last < next ? [{ start: last, end: next }] : [];
  });
}

/** A member cannot have worked for what it could not know of. */
function lintPublication({ effective, publishedOn }: IncentiveProgramme): readonly LintFinding[] {
  const { start, end } = effective;
  if (publishedOn === undefined || publishedOn <= start) return [];
  const path = "publishedOn";
  if (publishedOn >= end) return [{ severity: "fault", code: "incentives.published_after_term", path, params: { publishedOn, end } }];
  return [{ severity: "warning", code: "incentives.starts_before_publication", path, params: { start, publishedOn } }];
}

function lintScope(programmes: readonly IncentiveProgramme[], products: readonly LintProduct[]): readonly LintFinding[] {
  return products
    .filter((product) => !programmes.some(({ scope }) => hasProduct(scope, product)))
    .map(({ productId }) => ({ severity: "warning", code: "incentives.scope_gap", path: "scope", params: { productId } }));
}

/** Pieces and money in a group of which only one earns: nobody would settle it. */
function lintGoods(programme: IncentiveProgramme, groups: readonly StackingGroup[]): readonly LintFinding[] {
  const group = groups.find(({ id }) => id === programme.stacking?.groupId);
  if (group === undefined || !comparesGoods(programme, group)) return [];
  const params = { got: programme.id, group: group.id };
  return [{ severity: "fault", code: "incentives.goods_compared", path: "stacking.groupId", params }];
}

function lintOthers(
  programme: IncentiveProgramme,
  others: readonly IncentiveProgramme[],
  stacked: readonly string[],
): readonly LintFinding[] {
  return others.flatMap((other): readonly LintFinding[] => {
    const period = intersectPeriods(programme.effective, other.effective);
    const isDeclared = (one: IncentiveProgramme) => one.stacking !== undefined || stacked.includes(one.id);
    const declared = isDeclared(programme) && isDeclared(other);
    if (other.id === programme.id || declared || period === null) return [];
    if (!earnersMeet(programme.earner, other.earner) || !scopesMeet(programme.scope, other.scope)) return [];
    return [{ severity: "warning", code: "incentives.double_grant", path: "", params: { other: other.id, period: { ...period } } }];
  });
}
