/**
 * Where the curve of a tier falls, and from where it is as high again, both asked of the programme's own calculator between its turning points.
 *
 * @internal
 */
import type { TierTable } from "../engine/tier-schedule.js";
import { type Exact, rounded, text } from "../kernel/decimal.js";
import { firstReaching, turnsOf } from "./curve-turns.js";
import type { LintFinding } from "./lint-finding.js";
import type { PayoutShape } from "./payout-shape.js";

/** Places in which a turning point is shown; nobody sells a part of a millionth. */
const SHOWN = 6;

export interface LintedCurve {
  /** What is to be said of where it falls. */
  readonly falls: readonly Pick<LintFinding, "code" | "params">[];
  /** From where as much is earned as this, more than at its beginning. `undefined`: nowhere in the tier. */
  readonly regained: (height: Exact) => Exact | undefined;
}

export function lintCurve(schedule: TierTable, i: number, end: Exact | undefined, shape: PayoutShape, decimals: number): LintedCurve {
  const turns = turnsOf(schedule, i, end, shape.paidOn);
  // the end of a tier is looked at from below: on it, the next one pays
  const heights = turns.map((x, n) => (n === 0 ? shape.on(x) : shape.below(x)).exact);
  const falls: Pick<LintFinding, "code" | "params">[] = [];
  for (let n = 0; n < turns.length - 1; n++) {
    const top = n;
    while (n < turns.length - 1 && (heights[n + 1] as Exact).lessThan(heights[n] as Exact)) n++;
    if (n === top) continue;
    const peak = { from: placed(turns[top] as Exact), above: amount(heights[top] as Exact, decimals) };
    if (n === turns.length - 1 && end === undefined) falls.push({ code: "incentives.falling_curve_for_good", params: peak });
    else {
      const params = { ...peak, to: placed(turns[n] as Exact), below: amount(heights[n] as Exact, decimals) };
      falls.push({ code: "incentives.falling_curve", params });
    }
  }
  const regained = (height: Exact): Exact | undefined => {
    const [places, reached] = [[...turns], [...heights]];
    const isRising = () => (reached.at(-1) as Exact).greaterThan(reached.at(-2) as Exact);
    while (end === undefined && (reached.at(-1) as Exact).lessThan(height) && isRising()) {
      const farther = (places.at(-1) as Exact).times(2);
      places.push(farther);
      reached.push(shape.on(farther).exact);
    }
    const high = reached.findIndex((one) => !one.lessThan(height));
    if (high < 0) return undefined;
    const found = firstReaching((x) => shape.on(x).exact, height, places[high - 1] as Exact, places[high] as Exact);
    return rounded(found, SHOWN, "ceiling");
  };
  return { falls, regained };
}

function placed(x: Exact): string {
  return text(rounded(x, SHOWN, "half_up"));
}

function amount(height: Exact, decimals: number): string {
  return text(rounded(height, decimals, "half_up"));
}
