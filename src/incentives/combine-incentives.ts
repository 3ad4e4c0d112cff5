import { readSafely } from "../kernel/check.js";
import { type DecimalString, fixed, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import { err, ok, type Result } from "../kernel/result.js";
import { evaluateProgramme } from "./compile-programme.js";
import { earnedInKind, inKindOf, noMoneyOf } from "./earned-in-kind.js";
import type { EarnedGoods, EarnedRight } from "./programme.js";
import type { IncentiveProblem } from "./programme-answer.js";
import { type ReadCandidate, readStacking, type StackingReading } from "./read-stacking.js";
import { type Claim, queueOf, type Stacked, stackGroups, tellStacked } from "./stack-groups.js";
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
  /** What it would have earned with nobody else there but for the base and the lines that were left to it. `null`: not known, but it adds nothing anyway. */
  readonly alone: Money | null;
  /** What it earns in goods; the amounts above are then 0. Absent: it pays money. */
  readonly goods?: EarnedGoods | undefined;
  /** The same of a right or a service. */
  readonly right?: EarnedRight | undefined;
  /** Whether it earns, gives way to another programme of its group, or is excluded by another group. */
  readonly status: "earns" | "gives_way" | "excluded";
  /** The programme it gives way to, or the group that excludes it. `null`: neither. */
  readonly to: string | null;
  /** The amount of the lines it was computed on, after every reduction. `null`: as `alone`. */
  readonly base: DecimalString | null;
  /** Those lines: all that it claims, or what the ones before it left, where each line is used once. */
  readonly lineIds: readonly string[];
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
 * a programme was created. What a programme pays in goods or in a right stands in `goods` or `right` and is 0 in money, so that it reduces and excludes nothing; where only one
 * of a group earns, goods are refused, since pieces cannot be compared with money. A programme without a group is a problem, so that no sale is paid twice by accident. Where a base is reduced,
 * what an earlier programme earned is spread over its lines by their amounts, and taken off those that the later one counts. Without any
 * programme the total is `"0"` in `XXX`, the code for no currency.
 *
 * @param facts - The lines of one member in one window, and the programmes with the lines each of them counts.
 * @param policy - Groups, priorities, and how each group combines.
 * @returns What every programme adds, and why; with a working that adds up.
 * @throws LibraryFault `incentives.priority_twice`, `incentives.reduced_by_later`, `incentives.goods_compared`; every fault of `checkProgramme`; `kernel.*` with the place.
 *
 * @errors
 * - `incentives.stacking_undeclared` - a programme has no group.
 * - `incentives.currencies_differ` - not all programmes pay in one currency.
 * - every problem of `computeIncentive`, of a programme that does not give way or is excluded whatever it comes to.
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
  return readSafely({ facts, policy }, () => {
    const reading = readStacking(facts, policy);
    const { lines, candidates, groups, members } = reading;
    const currency = candidates[0]?.programme.currency ?? "XXX";
    for (const { programme } of candidates) {
      if (!members.has(programme.id)) return err({ code: "incentives.stacking_undeclared", params: { programmeId: programme.id } });
      if (programme.currency !== currency) {
        const params = { programmeId: programme.id, got: programme.currency, want: currency };
        return err({ code: "incentives.currencies_differ", params });
      }
    }
    const claims = claimsOf(reading);
    const done = stackGroups(groups, {
      claimsOf: (group) => claims.get(group.id) ?? [],
      amountOf: ({ lineIds }) => sumOf(lineIds.map((id) => lines.get(id)?.amount ?? ZERO)),
      sharedBy: (claim, other) => {
        const own = new Set(claim.lineIds);
        return sumOf(other.lineIds.map((id) => (own.has(id) ? (lines.get(id)?.amount ?? ZERO) : ZERO)));
      },
      answer: ({ candidate, lineIds }, amount) => {
        const quantity = sumOf(lineIds.map((id) => lines.get(id)?.quantity ?? ZERO));
        return evaluateProgramme(candidate.compiled, { amount, quantity, ...candidate.beside });
      },
    });
    const known: Computed[] = [];
    for (const one of done) {
      if ("problem" in one) return err(one.problem);
      known.push(one);
    }
    return ok(outcomeOf(known, groups, currency));
  });
}

interface CandidateClaim extends Claim {
  readonly candidate: ReadCandidate;
  /** The lines that are left to it. */
  readonly lineIds: readonly string[];
}

type Computed = Stacked<CandidateClaim>;

/** The claims of each group in the order of computation. Where every line is used once, the earlier ones of the group have used theirs. */
function claimsOf({ candidates, groups, members }: StackingReading): ReadonlyMap<string, readonly CandidateClaim[]> {
  return new Map(
    groups.map((group) => {
      const own = candidates.flatMap((candidate): readonly CandidateClaim[] => {
        const place = members.get(candidate.programme.id);
        if (place?.groupId !== group.id) return [];
        return [{ programme: candidate.programme, priority: place.priority, candidate, lineIds: candidate.lineIds }];
      });
      const used = new Set<string>();
      const claims = queueOf(group, own).map((claim) => {
        const lineIds = claim.lineIds.filter((id) => !used.has(id));
        if (group.combine === "specific_first") for (const id of lineIds) used.add(id);
        return { ...claim, lineIds };
      });
      return [group.id, claims] as const;
    }),
  );
}

function outcomeOf(done: readonly Computed[], groups: readonly StackingGroup[], currency: string): Explained<StackingOutcome> {
  const sum = (list: readonly Computed[]) => text(sumOf(list.map(({ earned }) => earned)));
  const incentives = done.map(({ claim, group, answer, status, to, base }): StackedIncentive => {
    const alone = answer === undefined ? null : { amount: answer.amount, currency };
    const { id: programmeId, version, rounding } = claim.programme;
    const kind = inKindOf(claim.programme);
    const nothing = { amount: noMoneyOf(claim.programme), currency };
    const paid = alone !== null && (status === "earns" || kind !== undefined) ? { ...alone } : nothing;
    const left = base === undefined ? null : text(base);
    const row = { programmeId, version, groupId: group.id, earned: paid, alone, status, to, base: left, lineIds: claim.lineIds };
    if (kind === undefined) return row;
    const counted = status === "earns" ? answer?.inKind?.quantity : undefined;
    return { ...row, ...earnedInKind(kind, counted ?? fixed(ZERO, rounding.decimals)) };
  });
  const from = groups.flatMap((group): readonly Explanation[] => {
    const own = done.filter((one) => one.group === group);
    if (own.length === 0) return [];
    const params = { groupId: group.id, combine: group.combine, amount: sum(own) };
    return [{ code: "incentives.combined_group", params, adds: "amount", from: own.map(tellStacked) }];
  });
  const total = { amount: sum(done), currency };
  return { outcome: { incentives, total }, explanation: { code: "incentives.combined", params: total, adds: "amount", from } };
}
