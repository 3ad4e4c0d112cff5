/**
 * What a member did in one window of a programme, from the cells and from what the host states.
 *
 * @internal
 */

import { figureUnit } from "../incentives/check-qualifier.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { JointFigures, WindowFigures } from "../incentives/programme-answer.js";
import { qualifierMeasure } from "../incentives/qualifier-measure.js";
import { Exact, sumOf, ZERO } from "../kernel/decimal.js";
import { err } from "../kernel/result.js";
import { type Carry, NOTHING_CARRIED } from "./carry.js";
import { type Figures, figuresOf } from "./figures.js";
import type { Ledger } from "./ledger.js";
import { meanOf } from "./mean-of.js";
import type { MeasuredRun, PlannedMeasure, PlannedMember, PlannedProgramme, PlannedWindow, SlotRun, Stream } from "./plan.js";
import type { ReadFacts, ReadQuota, WantedQuota } from "./read-facts.js";
import type { StatementProblem } from "./statement.js";
import { withTax } from "./with-tax.js";

export interface MemberWindow {
  /** The lines in scope. */
  readonly own: Figures;
  readonly quota: ReadQuota | undefined;
  /** What the calculator is asked. */
  readonly asked: WindowFigures;
  /** Whether there is anything to settle. */
  readonly concerned: boolean;
}

/** `left`: the lines that other programmes leave to it, where they are not all that it counts. */
export function windowOf(
  ledger: Ledger,
  facts: ReadFacts,
  m: number,
  entry: PlannedProgramme,
  planned: PlannedWindow,
  carry: Carry,
  left?: Figures,
): MemberWindow {
  const { programme } = entry;
  const { qualifier } = programme;
  const memberId = (ledger.plan.members[m] as PlannedMember).id;
  const periodId = planned.window.id;
  const own = left ?? earnerFigures(ledger, m, entry, entry.stream, planned.slots);
  const grown = baselineOf(ledger, facts, m, entry, planned);
  const baseline = grown?.value;
  const wanted = wantedQuota(programme);
  const quota = wanted === undefined ? undefined : facts.quotaOf(memberId, programme.id, periodId, wanted);
  const reads = qualifier.kind === "given" || (programme.gates ?? []).length > 0;
  const given = reads ? facts.statedOf(memberId, programme.id, periodId) : undefined;
  const { measures, lines } = measuresOf(ledger, m, entry, planned, carry);
  const asked: WindowFigures = {
    amount: own.amount.plus(carry.amount),
    quantity: own.quantity.plus(carry.quantity),
    baseline,
    quota: quota?.amount,
    measures,
    joint: entry.partners === undefined ? undefined : jointOf(ledger, facts, entry, planned, entry.partners[m] as readonly number[]),
    given,
    asOf: planned.lastDay < facts.asOf ? planned.lastDay : facts.asOf,
    withheld: carry.withheld,
  };
  const isStated = qualifier.kind === "given" && given !== undefined && Object.hasOwn(given, qualifier.fact);
  const concerned =
    own.lines > 0 ||
    lines > 0 ||
    quota !== undefined ||
    grown?.unknown === true ||
    (baseline !== undefined && !baseline.isZero()) ||
    isStated ||
    !carry.withheld.isZero() ||
    carry.withheldOpen !== undefined ||
    guarantees(programme) ||
    facts.wasSettled?.(memberId, programme.id, periodId) === true;
  return { own, quota, asked, concerned };
}

/** What is below 0, for the next window. Nothing that is above goes over. */
export function carryOn({ negative, qualifier }: IncentiveProgramme, asked: WindowFigures, withheld: Exact | undefined): Carry {
  const carries = negative === "carry_forward";
  if (!carries && (withheld === undefined || withheld.isZero())) return NOTHING_CARRIED;
  const below = (value: Exact) => (carries ? Exact.min(value, ZERO) : ZERO);
  const of = qualifierMeasure(qualifier);
  const measure = of === undefined ? ZERO : (asked.measures?.get(of) ?? ZERO);
  return { of, amount: below(asked.amount), quantity: below(asked.quantity), measure: below(measure), withheld: withheld ?? ZERO };
}

function guarantees({ limits, guarantee }: IncentiveProgramme): boolean {
  if (guarantee !== undefined && !new Exact(guarantee.amount).isZero()) return true;
  return limits.some((limit) => limit.kind === "payment_floor" && limit.whereReached !== true && new Exact(limit.amount).greaterThan(0));
}

/** The figures of an earner: its own, or those of the members right under it. */
export function earnerFigures(ledger: Ledger, m: number, { sellers }: PlannedProgramme, stream: number, run: SlotRun): Figures {
  const planned = ledger.plan.streams[stream] as Stream;
  if (sellers === undefined) return figuresOf(ledger, m, planned, run);
  return sumFigures((sellers[m] as readonly number[]).map((seller) => ({ sign: 1, figures: figuresOf(ledger, seller, planned, run) })));
}

export function sumFigures(parts: readonly { readonly sign: number; readonly figures: Figures }[]): Figures {
  let [amount, quantity, lines] = [ZERO, ZERO, 0];
  for (const { sign, figures } of parts) {
    amount = amount.plus(figures.amount.times(sign));
    quantity = quantity.plus(figures.quantity.times(sign));
    lines += sign * figures.lines;
  }
  return { amount, quantity, lines };
}

function measuresOf(
  ledger: Ledger,
  m: number,
  entry: PlannedProgramme,
  { measured }: PlannedWindow,
  carry: Carry,
): { readonly measures: ReadonlyMap<string, Exact> | undefined; readonly lines: number } {
  const { measures, programme } = entry;
  if (measures.length === 0) return NO_MEASURES;
  const found = new Map<string, Exact>();
  let lines = 0;
  const carried = qualifierMeasure(programme.qualifier);
  measures.forEach((planned, i) => {
    const { name } = planned;
    const one = measureIn(ledger, m, entry, planned, measured[i] as MeasuredRun);
    lines += one.lines;
    const takesIn = name === carried && name === carry.of;
    if (one.value === undefined || (takesIn && carry.measureOpen !== undefined)) return;
    found.set(name, takesIn ? one.value.plus(carry.measure) : one.value);
  });
  return { measures: found, lines };
}

const NO_MEASURES = { measures: undefined, lines: 0 };

/** What those who count together reached, added up when the first of them is settled. */
function jointOf(
  ledger: Ledger,
  facts: ReadFacts,
  entry: PlannedProgramme,
  planned: PlannedWindow,
  partners: readonly number[],
): JointFigures {
  const known = facts.joint.get(planned) ?? new Map<readonly number[], JointFigures>();
  facts.joint.set(planned, known);
  const found = known.get(partners);
  if (found !== undefined) return found;
  const parts = partners.map((m) => ({ sign: 1, figures: earnerFigures(ledger, m, entry, entry.stream, planned.slots) }));
  const { amount, quantity } = sumFigures(parts);
  const measures = new Map<string, Exact>();
  entry.measures.forEach((one, i) => {
    const values = partners.map((m) => measureIn(ledger, m, entry, one, planned.measured[i] as MeasuredRun).value);
    if (!values.includes(undefined)) measures.set(one.name, sumOf(values as readonly Exact[]));
  });
  const joint = { amount, quantity, measures };
  known.set(partners, joint);
  return joint;
}

/** One measure on some days. Without a value: a line has no cost or price, so that the figure of them all is not known. */
function measureIn(
  ledger: Ledger,
  m: number,
  entry: PlannedProgramme,
  { name, stream, whole, reads }: PlannedMeasure,
  runs: MeasuredRun,
): { readonly value: Exact | undefined; readonly lines: number } {
  const figures = earnerFigures(ledger, m, entry, stream, runs.own);
  const lines = whole === undefined ? figures.lines : earnerFigures(ledger, m, entry, whole, runs.whole as SlotRun).lines;
  if (lines > figures.lines) return { value: undefined, lines };
  return { value: withTax(entry.programme, name, figures[reads]), lines };
}

/** `unknown`: there are lines to measure against, and one of them does not say what grows. */
interface FoundBaseline {
  readonly value: Exact | undefined;
  readonly unknown?: true;
}

function baselineOf(
  ledger: Ledger,
  facts: ReadFacts,
  m: number,
  entry: PlannedProgramme,
  planned: PlannedWindow,
): FoundBaseline | undefined {
  const { programme } = entry;
  const { qualifier } = programme;
  if (qualifier.kind !== "growth_amount" && qualifier.kind !== "growth_rate") return undefined;
  const { baseline, of } = qualifier;
  if (typeof baseline === "object" && baseline.kind === "fixed") return undefined; // the programme says it itself
  const memberId = (ledger.plan.members[m] as PlannedMember).id;
  if (baseline === "given") return { value: facts.baselineOf(memberId, programme.id, planned.window.id) };
  if (planned.before === undefined) return { value: undefined };
  const grown = typeof of === "object" ? entry.measures.find(({ name }) => name === of.measure) : undefined;
  let sum = ZERO;
  for (const { run, measured, weight } of planned.before) {
    const value =
      typeof of !== "object"
        ? earnerFigures(ledger, m, entry, entry.stream, run)[of]
        : measureIn(ledger, m, entry, grown as PlannedMeasure, measured as MeasuredRun).value;
    if (value === undefined) return { value: undefined, unknown: true };
    sum = sum.plus(value.times(weight));
  }
  const isMean = typeof baseline === "object" && baseline.kind === "rolling";
  return { value: isMean ? meanOf(sum, baseline.windows, baseline.rounding) : sum };
}

/** In which unit the programme reads quotas. Absent: it reads none. */
function wantedQuota(programme: IncentiveProgramme): (WantedQuota & { readonly unit: string }) | undefined {
  const { qualifier, currency, measures = [] } = programme;
  if (qualifier.kind !== "attainment") return undefined;
  const { of = "amount" } = qualifier;
  const figure = typeof of === "object" ? measures.find(({ name }) => name === of.measure)?.of : of;
  const isMoney = figure !== "quantity" && figure !== "lines";
  return { isMoney, isOwn: typeof of === "object", unit: isMoney ? currency : (figureUnit(programme, of, qualifier.unit) as string) };
}

export function quotaInOtherUnit(
  quota: ReadQuota | undefined,
  programme: IncentiveProgramme,
): { readonly ok: false; readonly problem: StatementProblem } | undefined {
  const wanted = quota === undefined ? undefined : wantedQuota(programme);
  if (quota === undefined || wanted === undefined || quota.unit === wanted.unit) return undefined;
  const code = wanted.isMoney ? "settlement.quota_currency" : "settlement.quota_unit";
  return err({ code, params: { got: quota.unit, want: wanted.unit } });
}
