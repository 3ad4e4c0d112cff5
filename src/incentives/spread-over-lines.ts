/**
 * What a window earns, line by line. `attributeIncentive` and `settle` both ask here, so that they cannot differ.
 *
 * @internal
 */
import { type Exact, exact } from "../kernel/decimal.js";
import { ok, type Result } from "../kernel/result.js";
import type { IncentiveProblem, ProgrammeAnswer } from "./programme-answer.js";

/** What is earned without any line, and by how much it grows with each. */
export interface SpreadEarning {
  readonly before: Exact;
  readonly parts: readonly Exact[];
}

/** `start`: the figures before the first line; `evaluate` is asked after each. */
export function spreadOverLines<F, L, P = IncentiveProblem>(
  lines: readonly L[],
  start: F,
  add: (figures: F, line: L) => F,
  evaluate: (figures: F) => Result<Pick<ProgrammeAnswer, "amount">, P>,
): Result<SpreadEarning, P> {
  const nothing = evaluate(start);
  if (!nothing.ok) return nothing;
  const before = exact(nothing.value.amount);
  const parts: Exact[] = [];
  let [figures, earned] = [start, before];
  for (const line of lines) {
    figures = add(figures, line);
    const answer = evaluate(figures);
    if (!answer.ok) return answer;
    const now = exact(answer.value.amount);
    parts.push(now.minus(earned));
    earned = now;
  }
  return ok({ before, parts });
}
