import { findDue } from "../engine/find-due.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import { checkDistinct, readRecords } from "../kernel/read.js";
import { readReplacementCase, readReplacementFacts } from "./read-replacement-case.js";
import type { ReplacementCase, ReplacementFacts, ReplacementRefusal, ReplacementStep } from "./replacement-case.js";
import { replacementLifecycle } from "./replacement-lifecycle.js";

/** Which replacement cases to ask, and which days have passed. */
export interface DueReplacementFacts {
  /** The cases, each under an identifier of its own, with what the host knows of each. */
  readonly cases: readonly DueReplacementCase[];
  /** First day that has not yet been offered to them. */
  readonly from: CalendarDate;
  /** Last day that has come, included. */
  readonly asOf: CalendarDate;
}

/** One case and where it stands. */
export interface DueReplacementCase {
  /** The case; a member may have had several. */
  readonly id: string;
  /** Where it stands. */
  readonly state: ReplacementCase;
  /** What the host knows; taken as the same on every day. */
  readonly facts: ReplacementFacts;
}

/** What time alone does to replacement cases. */
export interface DueReplacementReport {
  /** Cases that move, in the order given, each with its steps and the day of each. */
  readonly due: readonly {
    readonly id: string;
    readonly steps: readonly { readonly asOf: CalendarDate; readonly step: ReplacementStep }[];
  }[];
  /** Cases for which a missing fact leaves open whether they move on the last day, with the refusal that says so. */
  readonly undecided: readonly { readonly id: string; readonly refusal: ReplacementRefusal }[];
}

/**
 * Tells which replacement cases time reminds of: their decision was to be taken by a day that has come.
 *
 * @remarks
 * The same as offering `dayPassed` to each on every day from `from` to `asOf`, without walking the days. Each case is reminded of once.
 * The credit of an order has no such verb: no day alone ever moves it, its days of grace are asked for at the next checkpoint.
 *
 * @param facts - The cases and the days.
 * @returns Which move, when and how, and which cannot be decided.
 * @throws LibraryFault `kernel.*` with the place in `facts` that cannot be read; `kernel.named_twice`: a case stands in the list twice.
 *
 * @source S19-138.
 *
 * @example To be decided within 30 days, and it is the 31st
 * ```ts
 * import { findDueReplacementCases, startReplacementCase } from "qudao/credit";
 *
 * const policy = { days: 60, amount: "100000", combine: "any" as const, decideWithinDays: 30 };
 * const opened = startReplacementCase({ asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" }, policy);
 * if (!opened.ok) throw new Error("the trouble is too small");
 * const cases = [{ id: "C-1", state: opened.value.outcome, facts: {} }];
 * const { due } = findDueReplacementCases({ cases, from: "2024-05-30", asOf: "2024-06-01" });
 * due.map(({ id, steps }) => [id, ...steps.map(({ asOf, step }) => [asOf, step.effects[0]?.effect])]);
 * // => [["C-1", ["2024-05-31", "remind_of_decision"]]]
 * ```
 *
 * @since 0.1.0
 */
export function findDueReplacementCases(facts: DueReplacementFacts): DueReplacementReport {
  return readSafely("facts", () => {
    checkRecord(facts, "facts");
    const from = parseDate(facts.from, "facts.from");
    const asOf = parseDate(facts.asOf, "facts.asOf");
    const members = readRecords(facts.cases, "facts.cases", (fields, path) => ({
      id: checkText(fields["id"], `${path}.id`),
      state: readReplacementCase(fields["state"], `${path}.state`),
      facts: readReplacementFacts(fields["facts"], `${path}.facts`),
    }));
    checkDistinct(
      members.map(({ id }) => id),
      "facts.cases",
      "id",
    );
    return findDue(replacementLifecycle, { members, from, asOf });
  });
}
