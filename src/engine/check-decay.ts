import { checkChoice, checkCount, checkList, checkRecord } from "../kernel/check.js";
import { type Exact, exact } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { scorecardFault } from "./read-scorecard.js";

/** Most periods of one member: far above any real history, so that no input can exhaust time or memory. @internal */
export const MOST_PERIODS = 1_000;
/** Decimals of a factor that is raised to a power are bounded, for the same reason. */
const MOST_PLACES = 20;

/** Checks what `scorePeriods` reads beside the scorecard. @throws LibraryFault @internal */
export function checkDecay(
  policy: { readonly decay: unknown; readonly minimumPeriods: unknown; readonly knockOuts: unknown },
  path: string,
): void {
  const decay = checkRecord(policy.decay, `${path}.decay`);
  const kind = checkChoice(decay["kind"], `${path}.decay.kind`, ["linear", "exponential", "explicit"]);
  if (kind === "linear") checkCount(decay["span"], `${path}.decay.span`, 1, MOST_PERIODS);
  if (kind === "exponential") {
    const factor = weightAt(decay["factor"], `${path}.decay.factor`, 1);
    if (factor.decimalPlaces() > MOST_PLACES)
      throw scorecardFault("kernel.out_of_range", `${path}.decay.factor`, { got: shown(decay["factor"]), whole: 1, fraction: MOST_PLACES });
  }
  if (kind === "explicit") {
    checkList(decay["weights"], `${path}.decay.weights`).forEach((weight, i) => {
      weightAt(weight, `${path}.decay.weights[${i}]`, null);
    });
  }
  checkCount(policy.minimumPeriods, `${path}.minimumPeriods`, 1, MOST_PERIODS);
  checkChoice(policy.knockOuts, `${path}.knockOuts`, ["any", "newest", "none"]);
}

function weightAt(value: unknown, path: string, most: number | null): Exact {
  const weight = exact(value as string, path);
  if (weight.isNegative() || (most !== null && weight.greaterThan(most))) {
    throw scorecardFault("engine.score_out_of_range", path, { got: shown(value), least: 0, most });
  }
  return weight;
}
