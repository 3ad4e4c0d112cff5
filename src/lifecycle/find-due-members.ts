import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type FaultMaker, faultsOf, kernelFault, shown } from "../kernel/fault.js";
import { lifecycleFaultMessages } from "./fault-messages.js";
import { dueKinds, type MemberDueDate, type MemberDueField } from "./index-due-dates.js";

/** An index of dates, and the day to ask it for. */
export interface DueMembersFacts {
  /** Rows of `indexDueDates`, by date. Those after `asOf` are not looked at. */
  readonly index: readonly MemberDueDate[];
  /** The last day that has come, included. */
  readonly asOf: CalendarDate;
}

/** A member for which time has something to do. */
export interface MemberDue {
  /** The member. */
  readonly memberId: string;
  /** What is due, earliest first. */
  readonly due: readonly MemberDueDate[];
}

/**
 * Lists the members for which something has come due up to a day: expiries, deadlines, reviews.
 *
 * @remarks
 * Read from an index of dates alone, as far as the day and no further; no state of any member is touched. Offer `dayPassed` to the
 * members named, with `letTimePass` or `stepMember`, and put their new rows in the place of the old ones.
 *
 * @param facts - The index and the day.
 * @returns The members, in the order of their earliest date.
 * @throws LibraryFault `kernel.*` where a row or the day cannot be read; `lifecycle.index_out_of_order`.
 *
 * @example Two have something due, the third not yet
 * ```ts
 * import { findDueMembers } from "qudao/lifecycle";
 *
 * const index = [
 *   { date: "2024-06-30", memberId: "M-2", kind: "deadline", dueOn: "remediationDue" },
 *   { date: "2024-07-01", memberId: "M-1", kind: "expiry", dueOn: "trialEnd" },
 *   { date: "2024-07-02", memberId: "M-3", kind: "review", dueOn: "nextReviewOn" },
 * ] as const;
 * const due = findDueMembers({ index, asOf: "2024-07-01" });
 * due.map(({ memberId, due }) => [memberId, due.map(({ kind }) => kind)]); // => [["M-2", ["deadline"]], ["M-1", ["expiry"]]]
 * ```
 *
 * @since 0.1.0
 */
export function findDueMembers(facts: DueMembersFacts): readonly MemberDue[] {
  return readSafely("facts", () => {
    const { index, asOf } = checkRecord(facts, "facts");
    const day = parseDate(asOf, "facts.asOf");
    // not a copy: of a long index only the rows up to the day are read
    if (!Array.isArray(index)) throw kernelFault("kernel.not_a_list", "facts.index", { got: shown(index) });
    const found = new Map<string, MemberDueDate[]>();
    let last = "";
    for (let i = 0; i < index.length; i++) {
      const row = readRow(index[i], `facts.index[${i}]`);
      if (row.date < last) throw lifecycleFault("lifecycle.index_out_of_order", `facts.index[${i}].date`, { date: row.date, last });
      last = row.date;
      if (row.date > day) break;
      const others = found.get(row.memberId);
      if (others === undefined) found.set(row.memberId, [row]);
      else others.push(row);
    }
    return [...found].map(([memberId, due]) => ({ memberId, due }));
  });
}

const lifecycleFault: FaultMaker<keyof typeof lifecycleFaultMessages> = faultsOf(lifecycleFaultMessages);

const FIELDS = Object.keys(dueKinds) as readonly MemberDueField[];

function readRow(row: unknown, path: string): MemberDueDate {
  const given = checkRecord(row, path);
  const dueOn = checkChoice(given["dueOn"], `${path}.dueOn`, FIELDS);
  return {
    memberId: checkText(given["memberId"], `${path}.memberId`),
    date: parseDate(given["date"], `${path}.date`),
    kind: checkChoice(given["kind"], `${path}.kind`, [dueKinds[dueOn]]),
    dueOn,
  };
}
