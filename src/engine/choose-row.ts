/** Asks the guards of a table and finds the arrow that is taken. */
import type { Json } from "../kernel/json.js";
import type { MessageParams } from "../kernel/message.js";
import type { CompiledRegion, Row, Scope, Spot, Test } from "./compile-table.js";
import type { GuardFinding, GuardStatus } from "./state-table.js";

/** What became of an event in one table. @internal */
export interface Choice {
  /** The arrow that is taken. Absent: none. */
  readonly row: Row | undefined;
  /** Arrows asked, in table order; the taken one is the last. */
  readonly asked: readonly Row[];
  /** Why none is taken. `taken`: one is. */
  readonly why: "taken" | "no_arrow" | "unmet" | "unknown";
}

const NONE: readonly Row[] = [];

/**
 * The first arrow in table order that holds. One that cannot be told ends the search: were its fact known, it might be the one.
 *
 * @internal
 */
export function chooseRow(region: CompiledRegion, at: string, event: string, scope: Scope): Choice {
  const asked = region.rows.get(at)?.get(event) ?? NONE;
  let why: Choice["why"] = asked.length === 0 ? "no_arrow" : "unmet";
  for (const row of asked) {
    const status = askRow(row, scope);
    if (status === "met") return { row, asked, why: "taken" };
    if (status === "unknown") {
      why = "unknown";
      break;
    }
  }
  return { row: undefined, asked, why };
}

/** One unmet guard decides, also beside one that cannot be told. */
function askRow(row: Row, scope: Scope): GuardStatus {
  let status: GuardStatus = "met";
  for (const test of row.tests) {
    const found = askTest(test, scope);
    if (found === "unmet") return "unmet";
    if (found === "unknown") status = "unknown";
  }
  return status;
}

function askTest(test: Test, scope: Scope): GuardStatus {
  for (const spot of test.needs) if (isMissing(spot, scope)) return "unknown";
  const answer = test.test(scope);
  return answer === true ? "met" : answer === false ? "unmet" : "unknown";
}

function isMissing({ part, name }: Spot, scope: Scope): boolean {
  const value = scope[part][name];
  return value === undefined || value === null;
}

/** The findings of a choice: all guards of the arrow taken, and those that keep the arrows before it from being taken. @internal */
export function findingsOf({ row, asked }: Choice, scope: Scope): GuardFinding[] {
  const findings: GuardFinding[] = [];
  for (const one of asked) {
    for (const test of one.tests) {
      const status = askTest(test, scope);
      if (one === row || status !== "met") findings.push(findingOf(one, test, status, scope));
    }
    if (one === row) break;
  }
  return findings;
}

const CODES = { met: "engine.guard_met", unmet: "engine.guard_unmet", unknown: "engine.guard_unknown" } as const;

function findingOf(row: Row, { name, title, shows }: Test, status: GuardStatus, scope: Scope): GuardFinding {
  const read: { [place: string]: Json } = {};
  for (const spot of shows) if (!isMissing(spot, scope)) read[spot.text] = scope[spot.part][spot.name] as Json;
  const about = { arrow: row.id, guard: name, title: title as unknown as Json, read };
  const params: MessageParams =
    status === "unknown" ? { ...about, missing: shows.filter((spot) => isMissing(spot, scope)).map((spot) => spot.text) } : about;
  return { code: CODES[status], params, status };
}
