import { findDueDates } from "../engine/find-due-dates.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { checkState } from "./check-member.js";
import { memberMachine } from "./member-machine.js";
import type { MemberState } from "./member-state.js";

/** The fields of a member's data with a day on which time may move it. */
export type MemberDueField = "trialEnd" | "agreementEnd" | "noticeEnds" | "remediationDue" | "suspensionLimit" | "nextReviewOn";

/** One row of the index of dates: a host keeps it in a table of its own, indexed by `date`. */
export interface MemberDueDate {
  /** First day on which time may move the member. */
  readonly date: CalendarDate;
  /** The member. */
  readonly memberId: string;
  /** Something ends, a deadline passes, or a review is called for. */
  readonly kind: "expiry" | "deadline" | "review";
  /** The field of the member's data that holds the date; `lifecycle.due_on` has its words. */
  readonly dueOn: MemberDueField;
}

/** Members whose dates are wanted. */
export interface MembersToIndex {
  /** The members: after a step the one that moved, once all of them. */
  readonly members: readonly { readonly id: string; readonly state: MemberState }[];
}

/** @internal */
export const dueKinds: { readonly [F in MemberDueField]: MemberDueDate["kind"] } = {
  trialEnd: "expiry",
  agreementEnd: "expiry",
  noticeEnds: "expiry",
  remediationDue: "deadline",
  suspensionLimit: "deadline",
  nextReviewOn: "review",
};

/**
 * Lists the days on which time may move members, for a host to keep as an index.
 *
 * @remarks
 * After every step the rows of that member take the place of its old ones, in the same transaction. A morning's question is then one
 * look into the index (`findDueMembers`), however many members there are.
 *
 * @param facts - The members.
 * @returns The rows, by date, then by member, then in the order in which time asks.
 * @throws LibraryFault `kernel.*` where a state cannot be read.
 *
 * @example A trial: its end, and the review before it
 * ```ts
 * import { indexDueDates, startMember } from "qudao/lifecycle";
 *
 * const trial = startMember({
 *   id: "R-1", jurisdiction: "CN", origin: "direct",
 *   existing: {
 *     as: "trial", level: "trial_distributor", memberSince: "2024-01-01", agreementId: "T-1", agreementKind: "trial",
 *     agreementEnd: "2024-07-01", nextReviewOn: "2024-04-01",
 *   },
 * });
 * if (!trial.ok) throw new Error("an earlier relationship still runs");
 * indexDueDates({ members: [{ id: "M-1", state: trial.value }] });
 * // => [
 * //   { date: "2024-04-01", memberId: "M-1", kind: "review", dueOn: "nextReviewOn" },
 * //   { date: "2024-07-01", memberId: "M-1", kind: "expiry", dueOn: "trialEnd" },
 * // ]
 * ```
 *
 * @since 0.1.0
 */
export function indexDueDates(facts: MembersToIndex): readonly MemberDueDate[] {
  return readSafely("facts", () => {
    const rows: MemberDueDate[] = [];
    for (const [i, member] of checkList(checkRecord(facts, "facts")["members"], "facts.members").entries()) {
      const { id, state } = checkRecord(member, `facts.members[${i}]`);
      const memberId = checkText(id, `facts.members[${i}].id`);
      for (const { date, dueOn } of findDueDates(memberMachine, checkState(state, `facts.members[${i}].state`))) {
        const field = dueOn as MemberDueField;
        rows.push({ date, memberId, kind: dueKinds[field], dueOn: field });
      }
    }
    return rows.sort((a, b) => compare(a.date, b.date) || compare(a.memberId, b.memberId));
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
