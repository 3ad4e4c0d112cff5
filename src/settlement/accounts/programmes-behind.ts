/**
 * The programme that an entry is of: the one that it earned under, or what it refers to did.
 *
 * @internal
 */
import type { SettlementEntry } from "./settlement-entry.js";

type Referring = Pick<SettlementEntry, "id" | "earning" | "refersTo">;

/** `undefined`: none. What was conceded in a dispute, or corrects an entry of a programme, has no earning of its own and is of that programme. */
export function programmesBehind(entries: readonly Referring[]): (entryId: string) => string | undefined {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (entryId) => {
    const seen = new Set<string>();
    for (let at = byId.get(entryId); at !== undefined && !seen.has(at.id); at = byId.get(at.refersTo ?? "")) {
      if (at.earning !== undefined) return at.earning.programmeId;
      seen.add(at.id);
    }
    return undefined;
  };
}
