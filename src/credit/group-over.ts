/**
 * What the members of a group come to against the limit of all of them.
 *
 * @internal
 */
import { Exact, text, ZERO } from "../kernel/decimal.js";
import type { CreditGroup } from "./credit-account.js";
import { type InForce, limitOf } from "./effective-limit.js";
import { holdCodes } from "./hold-rules.js";
import type { HoldReason } from "./order-decision.js";

export interface GroupStanding {
  readonly found: InForce;
  readonly group: CreditGroup;
  total: Exact;
  gap: boolean;
}

/** How far the group is above its limit with what an order adds. 0: it is not, or no limit of a group binds. `unknown`: some exposure cannot be told. */
export function groupOver(standing: GroupStanding | undefined, adds: Exact, isKnown: boolean): Exact | "unknown" {
  if (standing === undefined || standing.found.kind === "unlimited" || standing.found.kind === "not_set") return ZERO;
  if (standing.gap || !isKnown) return "unknown";
  return Exact.max(ZERO, standing.total.plus(adds).minus(limitOf(standing.found)));
}

/** Why an order is held for its group. */
export function groupReasons({ group, found }: GroupStanding, excess: Exact | "unknown"): readonly HoldReason[] {
  const metric = "group_limit_exceeded";
  if (excess === "unknown") return [{ code: "credit.hold_unknown", params: { metric }, metric, status: "unknown", rule: null }];
  if (excess.isZero()) return [];
  const params = { metric, group: group.id, excess: text(excess), limit: text(limitOf(found)) };
  return [{ code: holdCodes[metric], params, metric, status: "met", rule: null }];
}
