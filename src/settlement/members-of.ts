import type { Ledger } from "./ledger.js";
import type { ReadFacts } from "./read-facts.js";

/**
 * Indexes of the members asked for, in the policy's order. A member that is not known has no lines and no statement.
 *
 * @internal
 */
export function membersOf({ plan }: Ledger, { memberIds }: ReadFacts): readonly number[] {
  if (memberIds === undefined) return plan.members.map((_, m) => m);
  const known = memberIds.flatMap((id) => plan.memberOf[id] ?? []);
  return [...new Set(known)].sort((a, b) => a - b);
}
