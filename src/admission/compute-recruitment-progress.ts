import { type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import type { Territory } from "../entities/territory.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { checkNamedRecords, isAbsent } from "./candidate-fault.js";
import { readRecruitmentPlan, readTerritories, type TerritoryTree, targetFinder, territoryTitle } from "./read-recruitment-plan.js";
import type { RecruitmentPlan, RecruitmentTarget } from "./recruitment-plan.js";

/** Who was recruited until when. */
export interface RecruitmentFacts {
  /** The day of the comparison, included. */
  readonly asOf: CalendarDate;
  /** Who has signed. */
  readonly recruits: readonly Recruit[];
  /** The territories; a recruit counts for the nearest one around it that has a target. Absent: only for the very territory it is in. */
  readonly territories?: readonly Territory[] | undefined;
}

/** Somebody who has signed. */
export interface Recruit {
  /** The candidate that became a member. Each once. */
  readonly candidate: string;
  /** What it became. */
  readonly kind: ParticipantKind;
  /** Where it sells. Absent or null: not known. */
  readonly territoryId?: string | null | undefined;
  /** The day it signed. */
  readonly signedOn: CalendarDate;
}

/** A plan beside what came of it. */
export interface RecruitmentProgress {
  /** The plan. */
  readonly plan: string;
  /** Members planned, over all targets. */
  readonly planned: number;
  /** Members recruited for the targets, surplus included. */
  readonly recruited: number;
  /** Target by target, in the order of the plan. */
  readonly targets: readonly TargetProgress[];
  /** Territory by territory, in the order of the plan. */
  readonly territories: readonly TerritoryProgress[];
  /** Recruits that count for no target, in the order given, and why. */
  readonly outside: readonly { readonly candidate: string; readonly because: OutsideBecause }[];
}

/** Why a recruit counts for no target. */
export type OutsideBecause = "no_target" | "territory_not_known" | "not_in_period" | "not_yet";

/** One target beside what came of it. */
export interface TargetProgress extends RecruitmentTarget {
  /** Members recruited for it. Above `count`: a surplus. */
  readonly recruited: number;
  /** Members still to recruit, 0 or more. */
  readonly open: number;
  /** `filled`; `open`: not filled, and the last day has not passed; `overdue`: not filled, and it has. */
  readonly status: "filled" | "open" | "overdue";
}

/** One territory of the plan beside what came of it. */
export interface TerritoryProgress {
  /** The territory. */
  readonly territoryId: string;
  /** Members planned, of all kinds. */
  readonly planned: number;
  /** Members recruited, of all kinds. */
  readonly recruited: number;
}

/**
 * Compares a recruitment plan with the members actually recruited, target by target and territory by territory.
 *
 * @remarks
 * Counted are those who signed within the plan's period and until `asOf`, included. A recruit counts for the targets of its kind in its
 * own territory, else in the next wider one that has any, and among them for the one due first that is not yet filled; where all are, it
 * is a surplus of the last. Whoever counts for no target is listed with the reason, never dropped.
 *
 * @param facts - The recruits and the day.
 * @param plan - The plan.
 * @returns Planned and recruited, whose parts add up, and the recruits outside the plan.
 * @throws LibraryFault `kernel.*` for what is malformed, `kernel.named_twice` for a recruit, target or territory that stands twice.
 *
 * @source Recruitment: the plan, and the recruits of each territory against it.
 *
 * @example Two of three in the province, one of them in its city
 * ```ts
 * import { computeRecruitmentProgress } from "qudao/admission";
 *
 * const { outcome } = computeRecruitmentProgress(
 *   {
 *     asOf: "2024-06-30",
 *     territories: [{ id: "zhejiang", level: "province" }, { id: "hangzhou", level: "city", parentId: "zhejiang" }],
 *     recruits: [
 *       { candidate: "C-1", kind: "distributor", territoryId: "zhejiang", signedOn: "2024-03-01" },
 *       { candidate: "C-2", kind: "distributor", territoryId: "hangzhou", signedOn: "2024-06-30" },
 *       { candidate: "C-3", kind: "agent", territoryId: "hangzhou", signedOn: "2024-06-30" },
 *     ],
 *   },
 *   {
 *     id: "R-2024", strategyId: "S-2024", period: { start: "2024-01-01", end: "2025-01-01" }, ownerId: "P-1",
 *     budget: { amount: "50000", currency: "CNY" }, sources: ["trade_fair"], research: [{ documentId: "M-7" }],
 *     targets: [{ kind: "distributor", territoryId: "zhejiang", count: 3, priority: 1, dueOn: "2024-05-31" }],
 *   },
 * );
 * outcome.targets.map(({ count, recruited, open, status }) => [count, recruited, open, status]); // => [[3, 2, 1, "overdue"]]
 * outcome.outside; // => [{ candidate: "C-3", because: "no_target" }]
 * ```
 *
 * @since 0.1.0
 */
export function computeRecruitmentProgress(facts: RecruitmentFacts, plan: RecruitmentPlan): Explained<RecruitmentProgress> {
  return readSafely({ facts, plan }, () => {
    const read = readRecruitmentPlan(plan, "plan");
    const { asOf: day, recruits, territories } = checkRecord(facts, "facts") as unknown as RecruitmentFacts;
    const asOf = parseDate(day, "facts.asOf");
    const tree = readTerritories(territories, "facts.territories");
    const given = checkNamedRecords<Recruit>(recruits, "facts.recruits", "candidate").map(readRecruit);
    const { counts, outside } = countRecruits(given, read, tree, asOf);
    const targets = read.targets.map((target, i): TargetProgress => {
      const recruited = counts[i] as number;
      const open = Math.max(0, target.count - recruited);
      return { ...target, recruited, open, status: open === 0 ? "filled" : asOf > target.dueOn ? "overdue" : "open" };
    });
    const planned = targets.reduce((sum, { count }) => sum + count, 0);
    const recruited = targets.reduce((sum, one) => sum + one.recruited, 0);
    return {
      outcome: { plan: read.id, planned, recruited, targets, territories: byTerritory(targets), outside },
      explanation: explain(read.id, { planned, recruited, targets, outside, asOf }, tree),
    };
  });
}

interface ReadRecruit {
  readonly candidate: string;
  readonly kind: ParticipantKind;
  readonly territoryId: string | undefined;
  readonly signedOn: CalendarDate;
}

function readRecruit({ candidate, kind, territoryId, signedOn }: Recruit, i: number): ReadRecruit {
  const path = `facts.recruits[${i}]`;
  return {
    candidate,
    kind: checkChoice(kind, `${path}.kind`, participantKinds),
    territoryId: isAbsent(territoryId) ? undefined : checkText(territoryId, `${path}.territoryId`),
    signedOn: parseDate(signedOn, `${path}.signedOn`),
  };
}

type Outside = RecruitmentProgress["outside"];

function countRecruits(
  recruits: readonly ReadRecruit[],
  { period, targets }: RecruitmentPlan,
  tree: TerritoryTree,
  asOf: CalendarDate,
): { readonly counts: readonly number[]; readonly outside: Outside } {
  const counts = targets.map(() => 0);
  const find = targetFinder(targets, tree);
  const outside = recruits.flatMap(({ candidate, kind, territoryId, signedOn }): Outside => {
    const placed = (because: OutsideBecause): Outside => [{ candidate, because }];
    if (signedOn < period.start || signedOn >= period.end) return placed("not_in_period");
    if (signedOn > asOf) return placed("not_yet");
    if (territoryId === undefined) return placed("territory_not_known");
    const found = find(kind, territoryId);
    const target = found.find(({ index, count }) => (counts[index] as number) < count) ?? found.at(-1);
    if (target === undefined) return placed("no_target");
    counts[target.index] = (counts[target.index] as number) + 1;
    return [];
  });
  return { counts, outside };
}

function byTerritory(targets: readonly TargetProgress[]): readonly TerritoryProgress[] {
  const sums = new Map<string, TerritoryProgress>();
  for (const { territoryId, count, recruited } of targets) {
    const sum = sums.get(territoryId) ?? { territoryId, planned: 0, recruited: 0 };
    sums.set(territoryId, { territoryId, planned: sum.planned + count, recruited: sum.recruited + recruited });
  }
  return [...sums.values()];
}

function explain(
  plan: string,
  {
    planned,
    recruited,
    targets,
    outside,
    asOf,
  }: Pick<RecruitmentProgress, "planned" | "recruited" | "targets" | "outside"> & { asOf: string },
  tree: TerritoryTree,
): Explanation {
  const ofTarget = ({ kind, territoryId, dueOn, count, recruited, status }: TargetProgress): Explanation => ({
    code: "admission.target_progress",
    params: { kind, territory: territoryTitle(territoryId, tree), dueOn, planned: count, recruited, status },
  });
  const ofOutside = ({ candidate, because }: Outside[number]): Explanation => {
    return { code: "admission.recruit_outside", params: { candidate, because, recruited: 0 } };
  };
  return {
    code: "admission.recruitment_progress",
    params: { plan, planned, recruited, asOf },
    adds: "recruited",
    from: [...targets.map(ofTarget), ...outside.map(ofOutside)],
  };
}
