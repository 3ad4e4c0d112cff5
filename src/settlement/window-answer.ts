/**
 * What one member's window in a programme comes to, on its way to a line of the statement.
 *
 * @internal
 */
import type { ProgrammeAnswer } from "../incentives/programme-answer.js";
import type { Result } from "../kernel/result.js";
import type { Carry } from "./carry.js";
import type { PlannedProgramme, PlannedWindow } from "./plan.js";
import type { StackedLine, StatementLine, StatementProblem } from "./statement.js";
import type { MemberWindow } from "./window-figures.js";

export interface Settled {
  /** Absent: there is nothing to settle. */
  readonly line: StatementLine | undefined;
  /** For the next window. */
  readonly carry: Carry;
}

export interface WindowAnswer {
  readonly m: number;
  readonly entry: PlannedProgramme;
  readonly planned: PlannedWindow;
  readonly carry: Carry;
  readonly measured: MemberWindow;
  readonly ids: readonly string[] | undefined;
  readonly answer: Result<ProgrammeAnswer, StatementProblem>;
  /** Absent: the programme earns for itself. */
  readonly stacked?: StackedLine | undefined;
}
