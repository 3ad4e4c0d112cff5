/** Asks the guards of a table and finds the arrow that is taken. */
import type { Json } from "../kernel/json.js";
import type { Row, Spot, Test } from "./compile-table.js";
import type { Scope } from "./read-table.js";
import type { GuardFinding, GuardStatus } from "./state-table.js";

/** What became of an event in one table. @internal */
export interface Choice {
  /** The arrow that is taken. Absent: none. */
  readonly row: Row | undefined;
  /** Why none is taken. `taken`: one is. */
  readonly why: "taken" | "no_arrow" | "unmet" | "unknown";
  /** All guards of the arrow taken, and the failed ones of the arrows before it, or of all arrows where none is taken. */
  readonly findings: readonly GuardFinding[];
}

/**
 * The first arrow in table order that holds. One that cannot be told ends the search: were its fact known, it might be the one.
 *
 * @internal
 */
export function chooseRow(rows: readonly Row[], scope: Scope): Choice {
  const findings: GuardFinding[] = [];
  let why: Choice["why"] = rows.length === 0 ? "no_arrow" : "unmet";
  for (const row of rows) {
    const status = askRow(row, scope, findings);
    if (why === "unknown") continue;
    if (status === "met") {
      for (const test of row.tests) if (!test.silent) findings.push(findingOf(row, test, "met", scope));
      return { row, why: "taken", findings };
    }
    if (status === "unknown") why = "unknown";
  }
  return { row: undefined, why, findings };
}

/** Asks every guard of an arrow and notes those that fail. One unmet guard decides, also beside one that cannot be told. */
function askRow(row: Row, scope: Scope, findings: GuardFinding[]): GuardStatus {
  let status: GuardStatus = "met";
  for (const test of row.tests) {
    const found = askTest(test, scope);
    if (found === "met") continue;
    findings.push(findingOf(row, test, found, scope));
    if (status !== "unmet") status = found;
  }
  return status;
}

function askTest(test: Test, scope: Scope): GuardStatus {
  for (const spot of test.needs) if (isMissing(valueAt(spot, scope))) return "unknown";
  const answer = test.test(scope);
  return answer === true ? "met" : answer === false ? "unmet" : "unknown";
}

function valueAt({ part, name }: Spot, scope: Scope): unknown {
  return scope[part][name];
}

function isMissing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function findingOf(row: Row, test: Test, status: GuardStatus, scope: Scope): GuardFinding {
  const read: { [place: string]: Json } = {};
  let missing: string[] | undefined;
  for (const spot of test.shows) {
    const value = valueAt(spot, scope);
    if (!isMissing(value)) read[spot.text] = value as Json;
    else if (value === null && !test.needs.includes(spot))
      continue; // null means something where it is only read
    else if (missing === undefined) missing = [spot.text];
    else missing.push(spot.text);
  }
  const { title, name: guard } = test;
  const arrow = row.id;
  if (status === "met") return { code: "engine.guard_met", params: { arrow, guard, title, read }, status };
  if (status === "unmet") return { code: "engine.guard_unmet", params: { arrow, guard, title, read }, status };
  // what is there leaves it open: there is no fact to bring
  if (missing === undefined) return { code: "engine.guard_open", params: { arrow, guard, title, read, missing: [] }, status };
  return { code: "engine.guard_unknown", params: { arrow, guard, title, read, missing }, status };
}
