/**
 * Reads recruitment plans, and finds the targets that somebody is recruited for.
 *
 * @internal
 */
import { participantKinds } from "../entities/catalogue.js";
import type { Territory } from "../entities/territory.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, checkText, checkWords } from "../kernel/check.js";
import { parseMoney } from "../kernel/money.js";
import { parsePeriod } from "../kernel/period.js";
import { candidateFault, checkNamedRecords, checkRecords, checkWithin, isAbsent } from "./candidate-fault.js";
import type { RecruitmentPlan, RecruitmentTarget, ResearchReference } from "./recruitment-plan.js";

/** Most members that one target may ask for. */
const MOST = 1_000_000;

export function readRecruitmentPlan(plan: unknown, path: string): RecruitmentPlan {
  const given = checkRecord(plan, path) as unknown as RecruitmentPlan;
  const budget = parseMoney(given.budget, `${path}.budget`);
  checkWithin(budget.amount, `${path}.budget.amount`, "0", null);
  const research = isAbsent(given.research) ? undefined : checkRecords<ResearchReference>(given.research, `${path}.research`);
  research?.forEach(({ documentId }, i) => void checkText(documentId, `${path}.research[${i}].documentId`));
  return {
    id: checkText(given.id, `${path}.id`),
    strategyId: checkText(given.strategyId, `${path}.strategyId`),
    period: parsePeriod(given.period, `${path}.period`),
    ownerId: checkText(given.ownerId, `${path}.ownerId`),
    budget,
    targets: readTargets(given.targets, `${path}.targets`),
    sources: checkList(given.sources, `${path}.sources`).map((source, i) => checkText(source, `${path}.sources[${i}]`)),
    research,
  };
}

function readTargets(targets: unknown, path: string): readonly RecruitmentTarget[] {
  const seen = new Set<string>();
  return checkRecords<RecruitmentTarget>(targets, path).map(({ kind, territoryId, count, priority, dueOn }, i) => {
    const place = `${path}[${i}]`;
    const target = {
      kind: checkChoice(kind, `${place}.kind`, participantKinds),
      territoryId: checkText(territoryId, `${place}.territoryId`),
      count: checkCount(count, `${place}.count`, 1, MOST),
      priority: checkCount(priority, `${place}.priority`, 1, MOST),
      dueOn: parseDate(dueOn, `${place}.dueOn`),
    };
    const key = JSON.stringify([kind, territoryId, dueOn]);
    if (seen.has(key)) throw candidateFault("kernel.named_twice", place, { got: [target.kind, target.territoryId, target.dueOn] });
    seen.add(key);
    return target;
  });
}

/** The territory tree, by identifier. Empty: territories are compared as they stand. */
export type TerritoryTree = ReadonlyMap<string, Territory>;

export function readTerritories(territories: unknown, path: string): TerritoryTree {
  if (isAbsent(territories)) return new Map();
  const tree = new Map(checkNamedRecords<Territory>(territories, path, "id").map((one) => [one.id, one]));
  [...tree.values()].forEach(({ parentId, title }, i) => {
    if (!isAbsent(parentId)) checkText(parentId, `${path}[${i}].parentId`);
    if (!isAbsent(title)) checkWords(title, `${path}[${i}].title`);
  });
  return tree;
}

/** A target with its place in the plan. */
export interface PlacedTarget extends RecruitmentTarget {
  readonly index: number;
}

/**
 * Gives the targets for a kind that lie nearest around a territory: in it, else in the next wider one that has any. Those due first come
 * first.
 */
export function targetFinder(
  targets: readonly RecruitmentTarget[],
  tree: TerritoryTree,
): (kind: string, territoryId: string) => readonly PlacedTarget[] {
  const byPlace = new Map<string, PlacedTarget[]>();
  const keyOf = (kind: string, territoryId: string) => JSON.stringify([kind, territoryId]);
  targets.forEach((target, index) => {
    const key = keyOf(target.kind, target.territoryId);
    byPlace.set(key, [...(byPlace.get(key) ?? []), { ...target, index }]);
  });
  for (const same of byPlace.values()) same.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return (kind, territoryId) => {
    const passed = new Set<string>();
    for (let at: string | undefined = territoryId; at !== undefined && !passed.has(at); at = tree.get(at)?.parentId ?? undefined) {
      const found = byPlace.get(keyOf(kind, at));
      if (found !== undefined) return found;
      passed.add(at);
    }
    return [];
  };
}

/** What readers see of a territory. */
export function territoryTitle(territoryId: string, tree: TerritoryTree): string | { readonly en: string; readonly zh: string } {
  const title = tree.get(territoryId)?.title;
  return isAbsent(title) ? territoryId : { en: title.en, zh: title.zh };
}
