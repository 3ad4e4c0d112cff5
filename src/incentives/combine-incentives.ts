import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, fixed, quotient, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { IncentiveProgramme } from "./programme.js";
import type { IncentiveProblem, ProgrammeAnswer } from "./programme-answer.js";
import { sumOf, ZERO } from "./read-input.js";
import { type ReadCandidate, readStacking, type StackingReading } from "./read-stacking.js";
import type { StackingFacts, StackingGroup, StackingPolicy } from "./stacking-policy.js";

/** What one programme earns beside the others. */
export interface StackedIncentive {
  /** The programme. */
  readonly programmeId: string;
  /** Its version. */
  readonly version: string;
  /** Its group. */
  readonly groupId: string;
  /** What it adds, with the programme's places. */
  readonly earned: Money;
  /** What it would have earned with nobody else there but for the base and the lines that were left to it. */
  readonly alone: Money;
  /** Whether it earns, gives way to another programme of its group, or is excluded by another group. */
  readonly status: "earns" | "gives_way" | "excluded";
  /** The programme it gives way to, or the group that excludes it. `null`: neither. */
  readonly to: string | null;
  /** The amount of the lines it was computed on, after every reduction. */
  readonly base: DecimalString;
}

/** What all programmes earn together. */
export interface StackingOutcome {
  /** Every programme, in the order of computation. */
  readonly incentives: readonly StackedIncentive[];
  /** All that is earned. */
  readonly total: Money;
}

/** Why programmes cannot be combined. */
export type StackingProblem = IncentiveProblem | Message<"incentives.stacking_undeclared" | "incentives.currencies_differ">;

/**
 * Combines the programmes that claim the same sales: which add up, which give way, and which are computed on what others leave.
 *
 * @remarks
 * Only declared priorities decide: groups in their order, programmes of a group in theirs, whatever the order in the file and whenever
 * a programme was created. A programme without a group is a problem, so that no sale is paid twice by accident. Where a base is reduced,
 * what an earlier programme earned is spread over its lines by their amounts, and taken off those that the later one counts. Without any
 * programme the total is `"0"` in `XXX`, the code for no currency.
 *
 * @param facts - The lines of one member in one window, and the programmes with the lines each of them counts.
 * @param policy - Groups, priorities, and how each group combines.
 * @returns What every programme adds, and why; with a working that adds up.
 * @throws LibraryFault `incentives.priority_twice`, `incentives.reduced_by_later`; every fault of `checkProgramme`; `kernel.*` with the place.
 *
 * @errors
 * - `incentives.stacking_undeclared` - a programme has no group.
 * - `incentives.currencies_differ` - not all programmes pay in one currency.
 * - every problem of `computeIncentive`.
 *
 * @source The same four programmes of one public manual give four different sums by order of processing; hence the declared priority.
 *
 * @example A bonus of 2 % on what a rebate of 10 % leaves
 * ```ts
 * import { combineIncentives, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme = (id: string, rate: string): IncentiveProgramme => ({
 *   id, version: "1", titles: { en: id, zh: id }, currency: "CNY", effective: { start: "2024-01-01", end: "2025-01-01" },
 *   earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" }, qualifier: { kind: "amount" }, payOn: "qualifier", limits: [],
 *   schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] }, rounding: { decimals: 2, mode: "half_up" },
 * });
 * const answer = combineIncentives(
 *   {
 *     lines: [{ id: "L1", amount: "1000", quantity: "1" }],
 *     candidates: [{ programme: programme("bonus", "0.02"), lineIds: ["L1"] }, { programme: programme("rebate", "0.1"), lineIds: ["L1"] }],
 *   },
 *   {
 *     groups: [{ id: "net", priority: 1, combine: "reduce_base", reducedBy: [], excludes: [] }],
 *     members: [{ programmeId: "rebate", groupId: "net", priority: 1 }, { programmeId: "bonus", groupId: "net", priority: 2 }],
 *   },
 * );
 * answer.ok && answer.value.outcome.incentives.map((one) => [one.programmeId, one.base, one.earned.amount]);
 * // => [["rebate", "1000", "100.00"], ["bonus", "900", "18.00"]]
 * ```
 *
 * @since 0.1.0
 */
export function combineIncentives(facts: StackingFacts, policy: StackingPolicy): Result<Explained<StackingOutcome>, StackingProblem> {
  return readSafely("", () => {
    const reading = readStacking(facts, policy);
    const { candidates, groups, members } = reading;
    const currency = candidates[0]?.programme.currency ?? "XXX";
    for (const { programme } of candidates) {
      if (!members.has(programme.id)) return err({ code: "incentives.stacking_undeclared", params: { programmeId: programme.id } });
      if (programme.currency !== currency) {
        const params = { programmeId: programme.id, got: programme.currency, want: currency };
        return err({ code: "incentives.currencies_differ", params });
      }
    }
    const done: Computed[] = [];
    const excluded = new Map<string, string>();
    for (const group of groups) {
      const answer = computeGroup(group, reading, done, excluded.get(group.id));
      if (!answer.ok) return answer;
      done.push(...answer.value);
      const earns = answer.value.some(({ earned }) => earned.greaterThan(0));
      if (earns) for (const id of group.excludes) if (!excluded.has(id)) excluded.set(id, group.id);
    }
    return ok(outcomeOf(done, groups, currency));
  });
}

interface Computed {
  readonly candidate: ReadCandidate;
  readonly group: StackingGroup;
  readonly lineIds: readonly string[];
  readonly answer: ProgrammeAnswer;
  readonly base: Exact;
  readonly earned: Exact;
  readonly status: StackedIncentive["status"];
  readonly to: string | null;
}

function computeGroup(
  group: StackingGroup,
  reading: StackingReading,
  before: readonly Computed[],
  excludedBy: string | undefined,
): Result<readonly Computed[], StackingProblem> {
  const priorityOf = ({ programme }: ReadCandidate) => reading.members.get(programme.id)?.priority as number;
  const narrow = ({ programme }: ReadCandidate) => (group.combine === "specific_first" ? breadth(programme) : 0);
  const queue = reading.candidates
    .filter(({ programme }) => reading.members.get(programme.id)?.groupId === group.id)
    .sort((a, b) => narrow(a) - narrow(b) || priorityOf(a) - priorityOf(b));
  const outside = before.filter((one) => group.reducedBy.includes(one.group.id));
  const used = new Set<string>();
  const found: Computed[] = [];
  for (const candidate of queue) {
    const lineIds = candidate.lineIds.filter((id) => !used.has(id));
    const earlier = group.combine === "reduce_base" ? [...outside, ...found] : outside;
    const answer = computeOne(candidate, lineIds, earlier, reading);
    if (!answer.ok) return answer;
    const earned = exact(answer.value.answer.amount);
    if (group.combine === "specific_first" && excludedBy === undefined) for (const id of lineIds) used.add(id);
    found.push({ ...answer.value, candidate, group, lineIds, earned, status: "earns", to: null });
  }
  if (excludedBy !== undefined) return ok(found.map((one) => ({ ...one, earned: ZERO, status: "excluded", to: excludedBy })));
  return ok(oneOf(group, found));
}

function computeOne(
  { compute, beside }: ReadCandidate,
  lineIds: readonly string[],
  earlier: readonly Computed[],
  { lines }: StackingReading,
): Result<Pick<Computed, "answer" | "base">, IncentiveProblem> {
  const own = new Set(lineIds);
  const amountOf = (ids: readonly string[]) => sumOf(ids.map((id) => lines.get(id)?.amount ?? ZERO));
  const amount = earlier.reduce((left, one) => {
    const shared = one.lineIds.filter((id) => own.has(id));
    const [part, whole] = [amountOf(shared), amountOf(one.lineIds)];
    if (one.earned.isZero() || shared.length === 0 || whole.isZero()) return left;
    return left.minus(part.equals(whole) ? one.earned : quotient(one.earned.times(part), whole));
  }, amountOf(lineIds));
  const quantity = sumOf(lineIds.map((id) => lines.get(id)?.quantity ?? ZERO));
  const answer = compute({ amount, quantity, ...beside });
  return answer.ok ? ok({ answer: answer.value, base: amount }) : answer;
}

/** Lower is narrower. */
function breadth({ scope }: IncentiveProgramme): number {
  const { productIds, categoryIds, brandIds, territoryIds, attributes } = scope.include ?? {};
  const lists = [productIds, categoryIds, brandIds, territoryIds, attributes];
  const found = lists.findIndex((list) => list !== undefined);
  return found < 0 ? lists.length : found;
}

/** Where only one of the group may earn, the others give way to it. */
function oneOf(group: StackingGroup, found: readonly Computed[]): readonly Computed[] {
  const { combine } = group;
  if (combine !== "highest" && combine !== "lowest" && combine !== "first") return found;
  const earning = found.filter(({ earned }) => !earned.isZero());
  const [first, ...rest] = earning;
  if (first === undefined) return found;
  const winner = combine === "first" ? first : rest.reduce((best, one) => (isBetter(one, best, combine) ? one : best), first);
  const to = winner.candidate.programme.id;
  return found.map((one) => (one === winner ? one : { ...one, earned: ZERO, status: "gives_way", to }));
}

/** Equal ones: the earlier priority stays. */
function isBetter(one: Computed, best: Computed, combine: "highest" | "lowest"): boolean {
  const order = one.earned.comparedTo(best.earned);
  return combine === "highest" ? order > 0 : order < 0;
}

function outcomeOf(done: readonly Computed[], groups: readonly StackingGroup[], currency: string): Explained<StackingOutcome> {
  const sum = (list: readonly Computed[]) => text(sumOf(list.map(({ earned }) => earned)));
  const incentives = done.map(({ candidate, group, answer, status, to, base }): StackedIncentive => {
    const alone = { amount: answer.amount, currency };
    const nothing = { amount: fixed(ZERO, candidate.programme.rounding.decimals), currency };
    const { id: programmeId, version } = candidate.programme;
    const paid = status === "earns" ? { ...alone } : nothing;
    return { programmeId, version, groupId: group.id, earned: paid, alone, status, to, base: text(base) };
  });
  const from = groups.flatMap((group): readonly Explanation[] => {
    const own = done.filter((one) => one.group === group);
    if (own.length === 0) return [];
    const params = { groupId: group.id, combine: group.combine, amount: sum(own) };
    return [{ code: "incentives.combined_group", params, adds: "amount", from: own.map(tell) }];
  });
  const total = { amount: sum(done), currency };
  return { outcome: { incentives, total }, explanation: { code: "incentives.combined", params: total, adds: "amount", from } };
}

function tell({ candidate, answer, earned, status, to, base }: Computed): Explanation {
  const programme = { ...candidate.programme.titles };
  if (status === "earns") {
    const params = { programme, base: text(base), amount: answer.amount };
    return { code: "incentives.combined_programme", params, adds: "amount", from: [answer.explanation] };
  }
  const params = { programme, to, earned: answer.amount, amount: text(earned) };
  return { code: status === "gives_way" ? "incentives.gives_way" : "incentives.excluded_by_group", params };
}
