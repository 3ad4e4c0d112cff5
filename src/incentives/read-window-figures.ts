/**
 * What one member did in one window, read once.
 *
 * @internal
 */
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { at, checkRecord, type Fields } from "../kernel/check.js";
import { type DecimalLike, type Exact, exact } from "../kernel/decimal.js";
import { optional } from "../kernel/read.js";
import type { JointFigures, StatedFacts, WindowFigures } from "./programme-answer.js";

const decimal = (given: unknown, place: string): Exact => exact(given as DecimalLike, place);

export function readFigures(value: unknown, path: string): WindowFigures {
  const fields: Fields = checkRecord(value, path);
  return {
    amount: decimal(fields["amount"], at(path, "amount")),
    quantity: decimal(fields["quantity"], at(path, "quantity")),
    ...readBeside(fields, path),
  };
}

/** Everything that a programme may read beside the net figures. */
export function readBeside(fields: Fields, path: string): Omit<WindowFigures, "amount" | "quantity"> {
  return {
    baseline: optional(decimal)(fields["baseline"], at(path, "baseline")),
    quota: optional(decimal)(fields["quota"], at(path, "quota")),
    measures: optional(readMeasures)(fields["measures"], at(path, "measures")),
    joint: optional(readJoint)(fields["joint"], at(path, "joint")),
    given: optional<StatedFacts>(checkRecord)(fields["given"], at(path, "given")),
    asOf: optional<CalendarDate>(parseDate)(fields["asOf"], at(path, "asOf")),
    withheld: optional(decimal)(fields["withheld"], at(path, "withheld")),
  };
}

function readJoint(value: unknown, path: string): JointFigures {
  const fields: Fields = checkRecord(value, path);
  return {
    amount: decimal(fields["amount"], at(path, "amount")),
    quantity: decimal(fields["quantity"], at(path, "quantity")),
    measures: optional(readMeasures)(fields["measures"], at(path, "measures")),
  };
}

export function readMeasures(value: unknown, path: string): ReadonlyMap<string, Exact> {
  return new Map(
    Object.entries(checkRecord(value, path)).flatMap(([name, figure]) =>
      figure === undefined ? [] : [[name, decimal(figure, at(path, name))] as const],
    ),
  );
}
