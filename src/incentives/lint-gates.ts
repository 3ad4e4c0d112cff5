/**
 * What the gates do to the curve: it is drawn as if they held, and one that asks for sales themselves is a threshold of its own.
 *
 * @internal
 */
import type { CriterionTest } from "../engine/criterion-data.js";
import { type Exact, exact, exactQuotient, text } from "../kernel/decimal.js";
import { inKindOf } from "./earned-in-kind.js";
import type { LintFinding } from "./lint-finding.js";
import type { PayoutShape } from "./payout-shape.js";
import type { IncentiveProgramme } from "./programme.js";

export function lintGates(programme: IncentiveProgramme, shape: PayoutShape, leastJump: Exact): readonly LintFinding[] {
  const { gates = [], schedule, earner } = programme;
  const figure = soldFigure(programme);
  if (figure === undefined || earner.jointly === true) return [];
  const isExceeded = schedule.method !== "package" && schedule.boundary === "exceeds";
  const earnedAt = (value: Exact) => (isExceeded ? shape.below(value) : shape.on(value)).exact;
  return gates.flatMap((gate, i) =>
    (gate.weight === "advisory" ? [] : boundsOf(gate, figure)).flatMap(({ min, max }): readonly LintFinding[] => {
      const path = `gates[${i}]`;
      const found: LintFinding[] = [];
      const sold = min === null ? undefined : shape.figuresAt(exact(min)).amount;
      // where nothing is earned below it anyway, the tier that begins there is found by itself
      if (min !== null && sold?.greaterThan(0) && inKindOf(programme) === undefined && shape.below(exact(min)).exact.greaterThan(0)) {
        const jump = earnedAt(exact(min));
        const params = { from: min, jump: text(jump), share: text(exactQuotient(jump, sold)) };
        if (!jump.lessThan(leastJump.times(sold))) found.push({ severity: "warning", code: "incentives.stuffing_gate", path, params });
      }
      const most = max === null ? undefined : earnedAt(exact(max));
      if (most?.greaterThan(0))
        found.push({ severity: "fault", code: "incentives.cliff_gate", path, params: { to: max, below: text(most) } });
      return found;
    }),
  );
}

/** The figure of the sales that picks the tier. Absent: it is a ratio or no figure of theirs. */
function soldFigure({ qualifier }: IncentiveProgramme): string | undefined {
  if (qualifier.kind === "amount" || qualifier.kind === "quantity") return qualifier.kind;
  return qualifier.kind === "measure" ? qualifier.measure : undefined;
}

interface Bounds {
  /** `null`: none. */
  readonly min: string | null;
  readonly max: string | null;
}

/** What a test asks of a figure for certain. */
function boundsOf(test: CriterionTest, figure: string): readonly Bounds[] {
  if (test.kind === "all_of") return test.of.flatMap((part) => boundsOf(part, figure));
  if (!("fact" in test) || test.fact !== figure) return [];
  if (test.kind === "min") return [{ min: test.min, max: null }];
  if (test.kind === "max") return [{ min: null, max: test.max }];
  return test.kind === "between" ? [{ min: test.min, max: test.max }] : [];
}
