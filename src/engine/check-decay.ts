import { checkChoice, checkCount, checkList, checkRecord } from "../kernel/check.js";
import { exact } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { scorecardFault } from "./read-scorecard.js";

const MOST_PERIODS = 1_000;

/** Checks what `scorePeriods` reads beside the scorecard. @throws LibraryFault @internal */
export function checkDecay(
  policy: { readonly decay: unknown; readonly minimumPeriods: unknown; readonly knockOuts: unknown },
  path: string,
): void {
  const decay = checkRecord(policy.decay, `${path}.decay`);
  const kind = checkChoice(decay["kind"], `${path}.decay.kind`, ["linear", "exponential", "explicit"]);
  if (kind === "linear") checkCount(decay["span"], `${path}.decay.span`, 1, MOST_PERIODS);
  if (kind === "exponential") weightAt(decay["factor"], `${path}.decay.factor`, 1);
  if (kind === "explicit") {
    checkList(decay["weights"], `${path}.decay.weights`).forEach((weight, i) => {
      weightAt(weight, `${path}.decay.weights[${i}]`, null);
    });
  }
  checkCount(policy.minimumPeriods, `${path}.minimumPeriods`, 1, MOST_PERIODS);
  checkChoice(policy.knockOuts, `${path}.knockOuts`, ["any", "newest", "none"]);
}

function weightAt(value: unknown, path: string, most: number | null): void {
  const weight = exact(value as string, path);
  if (weight.isNegative() || (most !== null && weight.greaterThan(most))) {
    throw scorecardFault("engine.score_out_of_range", path, { got: shown(value), least: 0, most });
  }
}
