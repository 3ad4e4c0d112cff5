/**
 * What a member did in one window of a programme, from the cells and from what the host states.
 *
 * @internal
 */

import type { IncentiveProgramme } from "../incentives/programme.js";
import type { WindowFigures } from "../incentives/programme-answer.js";
import { Exact } from "../kernel/decimal.js";
import { type Figures, figuresOf } from "./figures.js";
import type { Ledger } from "./ledger.js";
import type { PlannedProgramme, PlannedWindow, Stream } from "./plan.js";
import type { ReadFacts, ReadQuota } from "./read-facts.js";

/** What goes from one window to the next. */
export interface Carry {
  /** Below 0: what more came back than was sold, before. */
  readonly amount: Exact;
  readonly quantity: Exact;
  /** The same of the measure that picks the tier. */
  readonly measure: Exact;
  /** What refundable caps withheld. */
  readonly withheld: Exact;
}

export interface MemberWindow {
  /** The lines in scope. */
  readonly own: Figures;
  readonly quota: ReadQuota | undefined;
  /** What the calculator is asked. */
  readonly asked: WindowFigures;
  /** Whether there is anything to settle. */
  readonly concerned: boolean;
}

const ZERO = new Exact(0);

export const NOTHING_CARRIED: Carry = { amount: ZERO, quantity: ZERO, measure: ZERO, withheld: ZERO };

export function windowOf(
  ledger: Ledger,
  facts: ReadFacts,
  m: number,
  entry: PlannedProgramme,
  planned: PlannedWindow,
  carry: Carry,
): MemberWindow {
  const { programme } = entry;
  const { qualifier } = programme;
  const memberId = (ledger.plan.policy.members[m] as { readonly id: string }).id;
  const periodId = planned.window.id;
  const own = figuresOf(ledger, m, streamOf(ledger, entry.stream), planned.slots);
  const grows = qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate";
  const baseline = grows ? baselineOf(ledger, facts, m, entry, planned) : undefined;
  const quota = qualifier.kind === "attainment" ? facts.quotaOf(memberId, programme.id, periodId) : undefined;
  const reads = qualifier.kind === "given" || (programme.gates ?? []).length > 0;
  const given = reads ? facts.statedOf(memberId, programme.id, periodId) : undefined;
  const { measures, lines } = measuresOf(ledger, m, entry, planned, carry);
  const asked: WindowFigures = {
    amount: own.amount.plus(carry.amount),
    quantity: own.quantity.plus(carry.quantity),
    baseline,
    quota: quota?.amount,
    measures,
    given,
    asOf: planned.lastDay < facts.asOf ? planned.lastDay : facts.asOf,
    withheld: carry.withheld,
  };
  const isStated = qualifier.kind === "given" && given !== undefined && Object.hasOwn(given, qualifier.fact);
  const concerned =
    own.lines > 0 ||
    lines > 0 ||
    quota !== undefined ||
    (baseline !== undefined && !baseline.isZero()) ||
    isStated ||
    !carry.withheld.isZero() ||
    guarantees(programme);
  return { own, quota, asked, concerned };
}

/** What is below 0, for the next window. Nothing that is above goes over. */
export function carryOn({ negative, qualifier }: IncentiveProgramme, asked: WindowFigures, withheld: Exact | undefined): Carry {
  const carries = negative === "carry_forward";
  const below = (value: Exact) => (carries ? Exact.min(value, ZERO) : ZERO);
  const measure = qualifier.kind === "measure" ? (asked.measures?.get(qualifier.measure) ?? ZERO) : ZERO;
  return { amount: below(asked.amount), quantity: below(asked.quantity), measure: below(measure), withheld: withheld ?? ZERO };
}

function guarantees({ limits }: IncentiveProgramme): boolean {
  return limits.some((limit) => limit.kind === "payment_floor" && !limit.amount.startsWith("-") && !new Exact(limit.amount).isZero());
}

function streamOf(ledger: Ledger, stream: number): Stream {
  return ledger.plan.streams[stream] as Stream;
}

function measuresOf(ledger: Ledger, m: number, { measures, programme }: PlannedProgramme, { slots }: PlannedWindow, carry: Carry) {
  const found = new Map<string, Exact>();
  let lines = 0;
  if (measures.length === 0) return { measures: undefined, lines };
  const carried = programme.qualifier.kind === "measure" ? programme.qualifier.measure : undefined;
  for (const { name, of, stream, whole } of measures) {
    const figures = figuresOf(ledger, m, streamOf(ledger, stream), slots);
    const all = whole === undefined ? figures.lines : figuresOf(ledger, m, streamOf(ledger, whole), slots).lines;
    lines += all;
    if (all > figures.lines) continue; // a line without a cost: the margin of them all is not known
    const value = of === "quantity" ? figures.quantity : figures.amount;
    found.set(name, name === carried ? value.plus(carry.measure) : value);
  }
  return { measures: found, lines };
}

function baselineOf(ledger: Ledger, facts: ReadFacts, m: number, entry: PlannedProgramme, planned: PlannedWindow): Exact | undefined {
  const { programme } = entry;
  const { qualifier } = programme;
  if (qualifier.kind !== "growth_amount" && qualifier.kind !== "growth_rate") return undefined;
  const { baseline, of } = qualifier;
  if (typeof baseline === "object" && baseline.kind === "fixed") return undefined; // the programme says it itself
  const memberId = (ledger.plan.policy.members[m] as { readonly id: string }).id;
  if (baseline === "given") return facts.baselineOf(memberId, programme.id, planned.window.id);
  const stream = streamOf(ledger, entry.stream);
  return planned.before?.reduce((sum, { run, weight }) => sum.plus(figuresOf(ledger, m, stream, run)[of].times(weight)), ZERO);
}
