/**
 * How programmes of declared groups combine, however their lines are kept: `combineIncentives` has the lines themselves, `settle` only figures
 * that were added up of them. Both ask here, so that they cannot differ.
 *
 * @internal
 */
import { type DecimalString, type Exact, exact, quotient, text, ZERO } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import { err, ok, type Result } from "../kernel/result.js";
import { inKindOf } from "./earned-in-kind.js";
import type { IncentiveProgramme } from "./programme.js";
import type { IncentiveExplanation, ProgrammeAnswer } from "./programme-answer.js";
import type { StackingGroup } from "./stacking-policy.js";

/** A programme among others, with what it claims. */
export interface Claim {
  readonly programme: IncentiveProgramme;
  /** Within its group. */
  readonly priority: number;
}

/** What is asked of the lines. */
export interface StackTools<C extends Claim, P> {
  /** The claims of a group, in the order of `queueOf`. */
  readonly claimsOf: (group: StackingGroup) => readonly C[];
  /** Amount of the lines left to a claim. */
  readonly amountOf: (claim: C) => Exact;
  /** Amount of the lines left to both. */
  readonly sharedBy: (claim: C, other: C) => Exact;
  /** What it earns on a base, from which this was taken off. */
  readonly answer: (claim: C, base: Exact, taken: readonly Taken<C>[]) => Result<ProgrammeAnswer, P>;
}

/** What an earlier programme takes off the base of a later one. */
export interface Taken<C> {
  readonly claim: C;
  readonly earned: Exact;
  /** Amount of all its lines. */
  readonly whole: Exact;
}

/** What a claim comes to beside the others. */
export interface Stacked<C> {
  readonly claim: C;
  readonly group: StackingGroup;
  /** Absent: not known, but it gives way or is excluded whatever it comes to. */
  readonly answer: ProgrammeAnswer | undefined;
  /** Amount of its lines, after every reduction. Absent: as `answer`. */
  readonly base: Exact | undefined;
  readonly earned: Exact;
  readonly status: "earns" | "gives_way" | "excluded";
  /** The programme it gives way to, or the group that excludes it. */
  readonly to: string | null;
}

/** What it comes to hangs on something that is not known. */
export interface NotStacked<C, P> {
  readonly claim: C;
  readonly group: StackingGroup;
  readonly problem: P;
}

type Found<C, P> = Stacked<C> | NotStacked<C, P>;

const isKnown = <C, P>(one: Found<C, P>): one is Stacked<C> => !("problem" in one);

/** The claims of one group in the order of computation. */
export function queueOf<C extends Claim>({ combine }: StackingGroup, claims: readonly C[]): readonly C[] {
  const narrow = ({ programme }: C) => (combine === "specific_first" ? breadth(programme) : 0);
  return [...claims].sort((a, b) => narrow(a) - narrow(b) || a.priority - b.priority);
}

/** Lower is narrower. */
function breadth({ scope }: IncentiveProgramme): number {
  const { productIds, categoryIds, brandIds, territoryIds, attributes } = scope.include ?? {};
  const lists = [productIds, categoryIds, brandIds, territoryIds, attributes];
  const found = lists.findIndex((list) => list !== undefined);
  return found < 0 ? lists.length : found;
}

/** Whether a programme in goods or a right stands where amounts are compared: only one of the group earns, and so many pieces are no amount of money. */
export function comparesGoods(programme: IncentiveProgramme, { combine }: StackingGroup): boolean {
  return inKindOf(programme) !== undefined && (combine === "highest" || combine === "lowest" || combine === "first");
}

/** Every claim of every group, groups in their order. */
export function stackGroups<C extends Claim, P>(groups: readonly StackingGroup[], tools: StackTools<C, P>): readonly Found<C, P>[] {
  const done: Found<C, P>[] = [];
  const excludedBy = new Map<string, string>();
  const owedBy = new Map<string, string>();
  const doubted = new Map<string, P>();
  for (const group of groups) {
    const doubt = doubted.get(group.id);
    const found = computeGroup(group, done, tools);
    const by = excludedBy.get(group.id);
    const shared = doubt === undefined || by !== undefined ? combined(group, found, by) : unknown(found, doubt);
    const settled = withoutOwed(shared, owedBy.get(group.id));
    done.push(...settled);
    const open = settled.find((one) => !isKnown(one));
    const has = (wanted: (earned: Exact) => boolean) => settled.some((one) => isKnown(one) && wanted(one.earned));
    if (has((earned) => earned.greaterThan(0))) {
      for (const id of group.excludes) if (!excludedBy.has(id)) excludedBy.set(id, group.id);
    } else if (open !== undefined) {
      for (const id of group.excludes) if (!excludedBy.has(id)) doubted.set(id, (open as NotStacked<C, P>).problem);
    } else if (has((earned) => earned.isNegative())) {
      for (const id of group.excludes) if (!owedBy.has(id)) owedBy.set(id, group.id);
    }
  }
  return done;
}

/** Where the member owes for what came back, it owes nothing for groups that are excluded: on as many sales they would have earned nothing. */
function withoutOwed<C extends Claim, P>(settled: readonly Found<C, P>[], by: string | undefined): readonly Found<C, P>[] {
  if (by === undefined) return settled;
  return settled.map((one) => (isKnown(one) && one.earned.isNegative() ? aside(one, "excluded", by) : one));
}

function computeGroup<C extends Claim, P>(
  group: StackingGroup,
  before: readonly Found<C, P>[],
  tools: StackTools<C, P>,
): readonly Found<C, P>[] {
  const outside = before.filter((one) => group.reducedBy.includes(one.group.id));
  const found: Found<C, P>[] = [];
  for (const claim of tools.claimsOf(group)) {
    const base = baseOf(claim, group.combine === "reduce_base" ? [...outside, ...found] : outside, tools);
    if (!base.ok) {
      found.push({ claim, group, problem: base.problem });
      continue;
    }
    const { left, taken } = base.value;
    const answer = tools.answer(claim, left, taken);
    if (!answer.ok) found.push({ claim, group, problem: answer.problem });
    else {
      const earned = exact(answer.value.amount);
      found.push({ claim, group, answer: answer.value, base: left, earned, status: "earns", to: null });
    }
  }
  return found;
}

/** What earlier programmes earned is spread over their lines by amount, and taken off those that this one counts. */
function baseOf<C extends Claim, P>(
  claim: C,
  earlier: readonly Found<C, P>[],
  tools: StackTools<C, P>,
): Result<{ readonly left: Exact; readonly taken: readonly Taken<C>[] }, P> {
  let left = tools.amountOf(claim);
  const taken: Taken<C>[] = [];
  for (const one of earlier) {
    const part = tools.sharedBy(claim, one.claim);
    if (part.isZero()) continue;
    if (!isKnown(one)) return err(one.problem);
    const whole = tools.amountOf(one.claim);
    if (one.earned.isZero() || whole.isZero()) continue;
    const own: Taken<C> = { claim: one.claim, earned: one.earned, whole };
    left = left.minus(takenOff(own, part));
    taken.push(own);
  }
  return ok({ left, taken });
}

/** What is taken off lines of so much. */
export function takenOff({ earned, whole }: Pick<Taken<unknown>, "earned" | "whole">, part: Exact): Exact {
  return part.equals(whole) ? earned : quotient(earned.times(part), whole);
}

function combined<C extends Claim, P>(
  group: StackingGroup,
  found: readonly Found<C, P>[],
  excludedBy: string | undefined,
): readonly Found<C, P>[] {
  if (excludedBy !== undefined) return found.map((one) => aside(one, "excluded", excludedBy));
  const winner = winnerOf(group, found);
  if (winner === undefined) return found;
  if (!isKnown(winner)) return unknown(found, winner.problem);
  return found.map((one) => (one === winner ? one : aside(one, "gives_way", winner.claim.programme.id)));
}

/** It earns nothing, known or not. */
function aside<C extends Claim, P>(one: Found<C, P>, status: "gives_way" | "excluded", to: string): Stacked<C> {
  const { claim, group } = one;
  const { answer, base } = isKnown(one) ? one : { answer: undefined, base: undefined };
  return { claim, group, answer, base, earned: ZERO, status, to };
}

function unknown<C, P>(found: readonly Found<C, P>[], problem: P): readonly Found<C, P>[] {
  return found.map((one) => (isKnown(one) ? { claim: one.claim, group: one.group, problem } : one));
}

/**
 * Where only one of the group may earn, the others give way to it. Equal ones: the earlier priority stays. One that is not known: it is open which.
 * Where none earns, what the member owes is compared by size, as on so many sales. Of `first` only what stands before the first that earns can leave it open. Absent: all may earn, or none does.
 */
function winnerOf<C extends Claim, P>({ combine }: StackingGroup, found: readonly Found<C, P>[]): Found<C, P> | undefined {
  if (combine === "first") return found.find((one) => !isKnown(one) || !one.earned.isZero());
  if (combine !== "highest" && combine !== "lowest") return undefined;
  const open = found.find((one) => !isKnown(one));
  if (open !== undefined) return open;
  const known = found.filter(isKnown);
  const earning = known.filter(({ earned }) => earned.greaterThan(0));
  const [first, ...rest] = earning.length > 0 ? earning : known.filter(({ earned }) => earned.isNegative());
  const isBetter = (one: Stacked<C>, best: Stacked<C>) => {
    const [size, most] = [one.earned.abs(), best.earned.abs()];
    return combine === "highest" ? size.greaterThan(most) : size.lessThan(most);
  };
  return first && rest.reduce((best, one) => (isBetter(one, best) ? one : best), first);
}

/** What a claim adds, and why. */
export function tellStacked({ claim, answer, earned, status, to, base }: Stacked<Claim>): IncentiveExplanation {
  const programme = { ...claim.programme.titles };
  if (status === "earns" && answer !== undefined && base !== undefined) {
    const params = { programme, base: text(base), amount: answer.amount };
    return { code: "incentives.combined_programme", params, adds: "amount", from: [answer.explanation] };
  }
  return tellAside({ status, to, alone: answer ?? null }, programme, text(earned));
}

/** Why one that might have earned adds nothing. @internal */
export function tellAside(
  {
    status,
    to,
    alone,
  }: { readonly status: Stacked<Claim>["status"]; readonly to: string | null; readonly alone: Pick<Money, "amount"> | null },
  programme: Readonly<Words>,
  amount: DecimalString,
): IncentiveExplanation {
  const params = { programme: { ...programme }, to, ...(alone === null ? {} : { earned: alone.amount }), amount };
  if (status !== "gives_way") return { code: "incentives.excluded_by_group", params };
  return { code: alone === null ? "incentives.gives_way_unknown" : "incentives.gives_way", params };
}
