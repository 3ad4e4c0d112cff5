/**
 * What one earning should be accrued at, and what is missing to it.
 *
 * @internal
 */
import { addDays, type CalendarDate } from "../../kernel/calendar-date.js";
import { Exact, exactQuotient, type RoundingMode, sumOf, text, ZERO } from "../../kernel/decimal.js";
import { amountOf, toMinor } from "../account-kit.js";
import type { AccrualEntry, AccrualPart } from "./accrual-entry.js";
import type { AccrualPolicy, AccruedEarning, ClaimDeadline } from "./accrual-run.js";
import type { UnsettledReason } from "./earned-statement.js";
import { type EarningCell, earnedOf, type KnownGroup, settledOf } from "./earning-cells.js";
import { type ExpectedLine, projectEarning, type ReadForecast, shareExpected } from "./project-earning.js";

export interface ReadAccrualPolicy {
  readonly posting: AccrualPolicy["posting"];
  readonly forecasts: readonly ReadForecast[];
  readonly claims: readonly ClaimDeadline[];
  readonly overSettled: AccrualPolicy["overSettled"];
  readonly rounding: RoundingMode;
}

export interface AccrualChange {
  readonly part: AccrualPart;
  readonly amount: Exact;
  readonly measure?: string;
  readonly refersTo?: string;
}

export interface MeasuredGroup {
  readonly cells: readonly { readonly standing: AccruedEarning; readonly changes: readonly AccrualChange[] }[];
}

export function measureGroup(
  group: KnownGroup,
  policy: ReadAccrualPolicy,
  asOf: CalendarDate,
  expectedOf: ExpectedLine,
): MeasuredGroup | UnsettledReason {
  const deadline = policy.claims.find(({ programmeId }) => programmeId === group.programmeId);
  const lapsed = deadline !== undefined && group.ended && asOf >= addDays(group.window.end, deadline.withinDays);
  const forecasts = policy.forecasts.filter(({ programme }) => programme.id === group.programmeId);
  const aims: { readonly cell: EarningCell; readonly expected: Exact; readonly projected: boolean }[] = [];
  for (const cell of group.cells) {
    const { line } = cell;
    const aimed = line?.status === "open" ? expectedOf(group.memberId, line) : undefined;
    const projected = line?.status === "open" && (aimed !== undefined || forecasts.length > 0);
    const expected = !projected
      ? earnedOf(cell, policy.rounding)
      : aimed === undefined
        ? projectEarning(line, forecasts, asOf, policy.rounding)
        : shareExpected(line, aimed, asOf, policy.rounding);
    if ("code" in expected) return expected;
    aims.push({ cell, expected, projected });
  }
  // over all versions: the one that was taken over is expected to earn 0, and what was settled on it is not lost by that
  const rest = sumOf(aims.map(({ cell, expected }) => expected.minus(settledOf(cell))));
  const isLeft = policy.overSettled === "left" && rest.isNegative();
  const done = lapsed || (group.ended && (rest.isZero() || isLeft));
  const cells = aims.map(({ cell, expected, projected }) => {
    const kept = isLeft ? { expected: settledOf(cell), projected: false } : { expected, projected };
    return measureCell(cell, group, { ...kept, lapsed, done, asOf }, policy);
  });
  return { cells };
}

interface Aim {
  readonly expected: Exact;
  readonly projected: boolean;
  readonly lapsed: boolean;
  readonly done: boolean;
  readonly asOf: CalendarDate;
}

const measuring = new Set<AccrualPart>(["base", "tier_adjustment", "prior_adjustment", "reversal"]);

function measureCell(
  cell: EarningCell,
  { memberId, currency }: KnownGroup,
  aim: Aim,
  policy: ReadAccrualPolicy,
): MeasuredGroup["cells"][number] {
  const { earning, line, accruals } = cell;
  const { expected } = aim;
  const booked = (wanted: (part: AccrualPart) => boolean) => sumOf(accruals.filter(({ part }) => wanted(part)).map(amountOf));
  const provided = booked((part) => measuring.has(part));
  const counted = sumOf(accruals.map(({ measure }) => new Exact(measure ?? "0")));
  const now = new Exact(line?.amount ?? "0");
  const earned = earnedOf(cell, policy.rounding);
  const change = splitChange(earned, aim, provided, counted, now, (value) => toMinor(value, currency, policy.rounding));
  const settled = settledOf(cell);
  // above 0: never claimed; below 0: more was settled than provided
  const writtenOff = aim.lapsed ? expected.minus(settled) : ZERO;
  const manual = manualOf(accruals, aim);

  const changes: AccrualChange[] = [];
  if (!expected.equals(provided)) {
    const base = aim.projected ? earned : expected;
    const anew = [
      { part: "reversal", amount: provided.negated() },
      { part: "base", amount: base },
      { part: "tier_adjustment", amount: expected.minus(base) },
    ] as const;
    const difference = [
      { part: "base", amount: change.base },
      { part: "tier_adjustment", amount: change.tier },
      { part: "prior_adjustment", amount: change.prior },
    ] as const;
    const parts = policy.posting === "difference" ? difference : anew;
    const first = parts.find(({ amount }) => !amount.isZero());
    const measure = text(now.minus(counted)); // the sales counted for the first time stand on one entry
    for (const one of parts) changes.push(one === first && measure !== "0" ? { ...one, measure } : one);
  }
  changes.push({ part: "release", amount: settled.negated().minus(booked((part) => part === "release")) });
  changes.push({ part: "write_off", amount: writtenOff.negated().minus(booked((part) => part === "write_off")) });
  changes.push(...manual.ends);

  const before = booked(() => true);
  const posted = sumOf(changes.map(({ amount }) => amount));
  const standing: AccruedEarning = {
    memberId,
    earning,
    currency,
    earned: text(earned),
    expected: text(expected),
    base: text(change.base),
    tierAdjustment: text(change.tier),
    priorAdjustment: text(change.prior),
    settled: text(settled),
    writtenOff: text(writtenOff),
    manual: text(manual.left),
    booked: text(before),
    posted: text(posted),
    open: text(before.plus(posted)),
  };
  return { standing, changes };
}

/** What changed, by the sales it is of. Without sales to tell apart, a first accrual is base and any other an adjustment of it. */
function splitChange(
  earned: Exact,
  { expected, projected }: Aim,
  provided: Exact,
  counted: Exact,
  now: Exact,
  round: (value: Exact) => Exact,
) {
  const whole = expected.minus(provided);
  const apart = now.greaterThan(0) && !(counted.isZero() && !provided.isZero());
  const share = (value: Exact, sales: Exact) => (apart ? round(exactQuotient(value.times(sales), now)) : ZERO);
  const prior = apart ? share(expected, counted).minus(provided) : provided.isZero() ? ZERO : whole;
  const fresh = whole.minus(prior);
  const base = projected ? (apart ? share(earned, now.minus(counted)) : provided.isZero() ? earned : ZERO) : fresh;
  return { base, tier: fresh.minus(base), prior };
}

/** Manual entries: what still stands, and what ends today. One that has been ended stays ended. */
function manualOf(
  accruals: readonly AccrualEntry[],
  { done, asOf }: Aim,
): { readonly left: Exact; readonly ends: readonly AccrualChange[] } {
  const ended = new Set(accruals.flatMap(({ part, refersTo }) => (part === "manual" && refersTo !== undefined ? [refersTo] : [])));
  let left = ZERO;
  const ends: AccrualChange[] = [];
  for (const entry of accruals) {
    if (entry.part !== "manual" || entry.refersTo !== undefined || ended.has(entry.id)) continue;
    if (done || (entry.until !== undefined && asOf >= entry.until)) {
      ends.push({ part: "manual", amount: amountOf(entry).negated(), refersTo: entry.id });
    } else left = left.plus(amountOf(entry));
  }
  return { left, ends };
}
