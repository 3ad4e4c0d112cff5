import { checkChoice, checkRecord, checkText, checkTexts } from "../kernel/check.js";
import { exact } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { scorecardFault } from "./read-scorecard.js";
import type { InsufficientData, Scored, Unscorable } from "./scorecard.js";

/** The top of every score. A definition. */
const FULL = "100";
const STATUSES = ["scored", "insufficient_data", "unscorable"] as const satisfies readonly AnyOutcome["status"][];

/** Some outcome of a score. @internal */
export type AnyOutcome = Scored | InsufficientData | Unscorable;

/** Reads an outcome that a caller hands back. @internal */
export function checkOutcome(value: unknown, path: string): AnyOutcome {
  const outcome = checkRecord(value, path);
  checkText(outcome["version"], `${path}.version`);
  if (checkChoice(outcome["status"], `${path}.status`, STATUSES) === "scored") {
    const score = exact(outcome["score"] as string, `${path}.score`);
    if (score.isNegative() || score.greaterThan(FULL))
      throw scorecardFault("engine.score_out_of_range", `${path}.score`, { got: shown(outcome["score"]), least: 0, most: FULL });
    checkText(outcome["grade"], `${path}.grade`);
    checkTexts(outcome["knockedOutBy"], `${path}.knockedOutBy`);
  }
  return outcome as unknown as AnyOutcome;
}
