import { finding, type StructureCheck } from "./finding.js";

/** Every territory lies in one that is there, and none in itself. @internal */
export const territoriesFormTree: StructureCheck = ({ territories = [] }) => {
  const parents = new Map(territories.map(({ id, parentId }) => [id, parentId]));
  const inRing = ringsOf(parents);
  return territories.flatMap(({ id, parentId }, i) => {
    if (parentId === undefined) return [];
    const path = `territories[${i}].parentId`;
    if (!parents.has(parentId)) return [finding("network.unknown_reference", path, { field: "parentId", id: parentId }, [])];
    return inRing.has(id) ? [finding("network.territory_ring", path, { id, parent: parentId }, [])] : [];
  });
};

/** Who is its own ancestor. Each climb stops where an earlier one was, so that all together take one pass. */
function ringsOf(parents: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const done = new Set<string>();
  const inRing = new Set<string>();
  for (const start of parents.keys()) {
    const climb: string[] = [];
    const onClimb = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !onClimb.has(at)) {
      climb.push(at);
      onClimb.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && onClimb.has(at)) for (const id of climb.slice(climb.indexOf(at))) inRing.add(id);
    for (const id of climb) done.add(id);
  }
  return inRing;
}
