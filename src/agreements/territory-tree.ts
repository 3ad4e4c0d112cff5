/**
 * Which territory lies in which.
 *
 * @internal
 */
import { checkRecord, checkText } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { agreementFault } from "./agreement-fault.js";
import { readEach } from "./read-agreement.js";
import type { Inside } from "./rule-facts.js";

/** By territory, the one it lies in; `null`: it is a root. */
export type TerritoryTree = ReadonlyMap<string, string | null>;

/** Reads territories: each once, none in a circle. */
export function readTerritoryTree(value: unknown, path: string): TerritoryTree {
  const parents = new Map<string, string | null>();
  readEach(value, path, (item, place) => {
    const { id, parentId } = checkRecord(item, place);
    const name = checkText(id, `${place}.id`);
    if (parents.has(name)) throw kernelFault("kernel.named_twice", `${place}.id`, { got: shown(name) });
    parents.set(name, parentId === undefined ? null : checkText(parentId, `${place}.parentId`));
  });
  const sound = new Set<string>();
  let i = 0;
  for (const start of parents.keys()) {
    const trail = new Set<string>();
    for (let at: string | null | undefined = start; typeof at === "string" && !sound.has(at); at = parents.get(at)) {
      if (trail.has(at)) throw agreementFault("agreements.territory_circle", `${path}[${i}].parentId`, { territories: [...trail] });
      trail.add(at);
    }
    for (const territory of trail) sound.add(territory);
    i++;
  }
  return parents;
}

/** Whether a territory is another or lies in it. Unknown where the way up is not known to its root. */
export function liesIn(territory: string, other: string, tree: TerritoryTree): Inside {
  for (let at: string | null | undefined = territory; at !== null; at = tree.get(at)) {
    if (at === other) return "inside";
    if (at === undefined) return "unknown";
  }
  return "outside";
}

/** Whether two territories share ground. */
export function overlap(a: string, b: string, tree: TerritoryTree): "shared" | "apart" | "unknown" {
  const ways = [liesIn(a, b, tree), liesIn(b, a, tree)];
  if (ways.includes("inside")) return "shared";
  return ways.includes("unknown") ? "unknown" : "apart";
}

/** Whether what is only known to be in a territory is in one of some others: a wider territory leaves it open. */
export function isWithin(territory: string | undefined, others: readonly string[], tree: TerritoryTree): Inside {
  if (others.length === 0) return "outside";
  if (territory === undefined) return "unknown";
  if (others.some((other) => liesIn(territory, other, tree) === "inside")) return "inside";
  return others.every((other) => overlap(territory, other, tree) === "apart") ? "outside" : "unknown";
}
