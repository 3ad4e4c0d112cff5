import { finding, type StructureCheck } from "./finding.js";

/** Two rows of one list never share an identifier. @internal */
export const idsAreUnique: StructureCheck = (network) =>
  (["participants", "relations", "organisations", "territories"] as const).flatMap((list) => {
    const seen = new Set<string>();
    return (network[list] ?? []).flatMap(({ id }, i) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [finding("network.duplicate_id", `${list}[${i}].id`, { list, id }, list === "participants" ? [id] : [])];
    });
  });
