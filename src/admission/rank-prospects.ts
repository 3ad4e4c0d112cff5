import { type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import type { Territory } from "../entities/territory.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { checkNamedRecords, isAbsent } from "./candidate-fault.js";
import type { Prospect } from "./prospect.js";
import { readRecruitmentPlan, readTerritories, targetFinder, territoryTitle } from "./read-recruitment-plan.js";
import type { RecruitmentPlan } from "./recruitment-plan.js";

/** Prospects to put in order. */
export interface ProspectRankingFacts {
  /** The prospects, each once. */
  readonly prospects: readonly Pick<Prospect, "id" | "kind" | "territoryId">[];
  /** The territories; a prospect belongs to the nearest one around it that has a target. Absent: only to the very territory it is in. */
  readonly territories?: readonly Territory[] | undefined;
}

/** Prospects in the order of the plan. */
export interface ProspectRanking {
  /** The plan. */
  readonly plan: string;
  /** Most urgent first; equally urgent ones by name, with one rank. */
  readonly ranked: readonly RankedProspect[];
  /** Prospects that the plan does not ask for, by name, and why. */
  readonly outside: readonly { readonly prospect: string; readonly because: "no_target" | "territory_not_known" }[];
}

/** One prospect in the order of the plan. */
export interface RankedProspect {
  /** 1 is the most urgent; equally urgent prospects share a rank, and the ranks after them are left out. */
  readonly rank: number;
  /** The prospect. */
  readonly prospect: string;
  /** Priority of its target. */
  readonly priority: number;
  /** Kind of its target. */
  readonly kind: ParticipantKind;
  /** Territory of its target, which may lie around its own. */
  readonly territoryId: string;
}

/**
 * Puts prospects in the order of priority that a recruitment plan sets.
 *
 * @remarks
 * A prospect has the priority of the most urgent target of its kind in its own territory, else in the next wider one that has any. Equal
 * priorities share a rank. A prospect without a target is not last but outside the plan, with the reason.
 *
 * @param facts - The prospects.
 * @param plan - The plan.
 * @returns Everybody once, in order or outside.
 * @throws LibraryFault `kernel.*` for what is malformed, `kernel.named_twice` for a prospect, target or territory that stands twice.
 *
 * @source Recruitment: determine whom to recruit and the priority of channels.
 *
 * @example Agents first
 * ```ts
 * import { rankProspects } from "qudao/admission";
 *
 * const target = (kind: "agent" | "distributor", priority: number) =>
 *   ({ kind, territoryId: "zhejiang", count: 1, priority, dueOn: "2024-12-31" });
 * const { outcome } = rankProspects(
 *   {
 *     prospects: [
 *       { id: "P-1", kind: "distributor", territoryId: "zhejiang" }, { id: "P-2", kind: "agent", territoryId: "zhejiang" },
 *       { id: "P-3", kind: "agent", territoryId: "jiangsu" },
 *     ],
 *   },
 *   {
 *     id: "R-2024", strategyId: "S-2024", period: { start: "2024-01-01", end: "2025-01-01" }, ownerId: "P-1",
 *     budget: { amount: "50000", currency: "CNY" }, sources: ["trade_fair"], targets: [target("distributor", 2), target("agent", 1)],
 *   },
 * );
 * outcome.ranked.map(({ rank, prospect }) => [rank, prospect]); // => [[1, "P-2"], [2, "P-1"]]
 * outcome.outside; // => [{ prospect: "P-3", because: "no_target" }]
 * ```
 *
 * @since 0.1.0
 */
export function rankProspects(facts: ProspectRankingFacts, plan: RecruitmentPlan): Explained<ProspectRanking> {
  return readSafely({ facts, plan }, () => {
    const { id, targets } = readRecruitmentPlan(plan, "plan");
    const { prospects, territories } = checkRecord(facts, "facts") as unknown as ProspectRankingFacts;
    const tree = readTerritories(territories, "facts.territories");
    const find = targetFinder(targets, tree);
    const asked: Omit<RankedProspect, "rank">[] = [];
    const outside: ProspectRanking["outside"][number][] = [];
    checkNamedRecords<Prospect>(prospects, "facts.prospects", "id").forEach((prospect, i) => {
      const path = `facts.prospects[${i}]`;
      const kind = checkChoice(prospect.kind, `${path}.kind`, participantKinds);
      const { territoryId } = prospect;
      if (isAbsent(territoryId)) {
        outside.push({ prospect: prospect.id, because: "territory_not_known" });
        return;
      }
      const [target] = [...find(kind, checkText(territoryId, `${path}.territoryId`))].sort((a, b) => a.priority - b.priority);
      if (target === undefined) outside.push({ prospect: prospect.id, because: "no_target" });
      else asked.push({ prospect: prospect.id, priority: target.priority, kind, territoryId: target.territoryId });
    });
    asked.sort((a, b) => a.priority - b.priority || byName(a.prospect, b.prospect));
    outside.sort((a, b) => byName(a.prospect, b.prospect));
    let rank = 0;
    const ranked = asked.map((one, i): RankedProspect => {
      if (one.priority !== asked[i - 1]?.priority) rank = i + 1;
      return { rank, ...one };
    });
    const from: readonly Explanation[] = [
      ...ranked.map((one) => ({ code: "admission.prospect_ranked", params: { ...one, territory: territoryTitle(one.territoryId, tree) } })),
      ...outside.map((one) => ({ code: "admission.prospect_outside", params: { ...one } })),
    ];
    return {
      outcome: { plan: id, ranked, outside },
      explanation: { code: "admission.prospect_ranking", params: { plan: id, ranked: ranked.length, outside: outside.length }, from },
    };
  });
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}
