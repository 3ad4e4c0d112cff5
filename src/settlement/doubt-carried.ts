/**
 * What is carried from a window that is not known: whether the next one hangs on it, and how long it stays open.
 *
 * @internal
 */
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { ProgrammeAnswer } from "../incentives/programme-answer.js";
import { Exact, exact, ZERO } from "../kernel/decimal.js";
import { err, type Result } from "../kernel/result.js";
import type { Carry } from "./carry.js";
import type { StatementProblem } from "./statement.js";
import type { WindowAnswer } from "./window-answer.js";

type Answer = Result<ProgrammeAnswer, StatementProblem>;

/** A window into which something is carried that is not known is not known either, unless it comes to the same however much that is. */
export function doubtCarried({ limits }: IncentiveProgramme, { of, withheldOpen, measureOpen }: Carry, answer: Answer): Answer {
  if (!answer.ok) {
    const { code, params } = answer.problem;
    const isCarried = measureOpen !== undefined && code === "incentives.measure_missing" && params["measure"] === of;
    return isCarried ? err({ code: "settlement.carried_undetermined", params: { window: measureOpen } }) : answer;
  }
  const { gates, exact: money, inKind } = answer.value;
  // nothing that was withheld is paid where a gate fails, and no more than a cap where that is reached without it
  if (withheldOpen === undefined || gates === "unmet") return answer;
  const due = inKind?.exact ?? money;
  if (limits.some((limit) => limit.kind === "payment_cap" && due.equals(limit.amount))) return answer;
  return err({ code: "settlement.withheld_undetermined", params: { window: withheldOpen } });
}

/** `computed`: before it was doubted. */
export function doubtNext(next: Carry, one: WindowAnswer, computed: Answer): Carry {
  const { entry, planned, carry, measured } = one;
  const { id } = planned.window;
  const isMissing = next.of !== undefined && entry.programme.negative === "carry_forward" && measured.asked.measures?.has(next.of) !== true;
  const measureOpen = isMissing ? ((carry.of === next.of ? carry.measureOpen : undefined) ?? id) : undefined;
  const withheldOpen = isWithheldOpen(one, computed) ? (carry.withheldOpen ?? id) : undefined;
  if (measureOpen === undefined && withheldOpen === undefined) return next;
  return { ...next, withheld: withheldOpen === undefined ? next.withheld : ZERO, withheldOpen, measureOpen };
}

function isWithheldOpen({ entry: { programme }, carry, stacked }: WindowAnswer, computed: Answer): boolean {
  const wasOpen = carry.withheldOpen !== undefined;
  if (computed.ok && !wasOpen) return false;
  const most = mostWithheld(programme);
  if (!computed.ok) return wasOpen || !carry.withheld.isZero() || most?.isZero() !== true;
  const isPaid = computed.value.gates !== "unmet" && (stacked === undefined || stacked.status === "earns");
  return !isPaid || most?.equals(computed.value.withheld ?? ZERO) !== true;
}

/** What caps withhold of a window that earns more than all of them. `undefined`: ever more. */
function mostWithheld({ limits }: IncentiveProgramme): Exact | undefined {
  const [first, ...rest] = limits.flatMap((limit) => (limit.kind === "payment_cap" ? [limit] : []));
  if (first?.refundable === true) return undefined;
  let [due, withheld] = [exact(first?.amount ?? "0"), ZERO];
  for (const { amount, refundable } of rest) {
    const paid = Exact.min(due, amount);
    if (refundable === true) withheld = withheld.plus(due.minus(paid));
    due = paid;
  }
  return withheld;
}
