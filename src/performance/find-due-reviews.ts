import type { CalendarDate } from "../kernel/calendar-date.js";
import { addMonths, daysBetween, lastDayOfMonth, parseDate } from "../kernel/calendar-date.js";
import { checkCount, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault } from "../kernel/fault.js";
import { checkDistinct } from "../kernel/read.js";

/** Whose reviews are looked for. */
export interface DueReviewFacts {
  /** Today. */
  readonly asOf: CalendarDate;
  /** The members; `cadence` names a row of the policy, `lastReviewOn` is the day of the last review or, before the first, of joining. */
  readonly members: readonly { readonly member: string; readonly cadence: string; readonly lastReviewOn: CalendarDate }[];
}

/** How often members are reviewed. */
export interface DueReviewPolicy {
  /** Rows of data, each cadence once: agents may be reviewed monthly (不断评估) and distributors by the quarter. */
  readonly cadences: readonly { readonly cadence: string; readonly everyMonths: number }[];
  /** Days ahead from which a review is listed, 0 or more. */
  readonly noticeDays: number;
}

/** A review that is coming, due or late. */
export interface DueReview {
  /** Whose. */
  readonly member: string;
  /** The day it is due. */
  readonly dueOn: CalendarDate;
  /** Where it stands; `due` on the day itself. */
  readonly status: "coming" | "due" | "overdue";
  /** Days past the due day; 0: not late. */
  readonly overdueDays: number;
}

/**
 * Lists the reviews that are coming, due or overdue.
 *
 * @remarks
 * So many months after the last one; from the last day of a month to the last day of a month. Sorted by day, then by member.
 *
 * @param facts - Today and the members.
 * @param policy - The cadences.
 * @returns The list, with the working.
 * @throws LibraryFault `kernel.*` for what is malformed; `kernel.named_twice` for a cadence that comes twice; `kernel.not_a_choice` for one that the policy does not have.
 * @source S02-07, S19-107.
 *
 * @example A quarterly review after 31 March is due on 30 June
 * ```ts
 * import { findDueReviews } from "qudao/performance";
 *
 * findDueReviews(
 *   { asOf: "2024-06-20", members: [{ member: "D1", cadence: "quarterly", lastReviewOn: "2024-03-31" }] },
 *   { cadences: [{ cadence: "quarterly", everyMonths: 3 }], noticeDays: 14 },
 * ).outcome; // => [{ member: "D1", dueOn: "2024-06-30", status: "coming", overdueDays: 0 }]
 * ```
 *
 * @since 0.1.0
 */
export function findDueReviews(facts: DueReviewFacts, policy: DueReviewPolicy): Explained<readonly DueReview[]> {
  return readSafely({ facts, policy }, () => {
    const { cadences, noticeDays } = checkRecord(policy, "policy");
    const rows = checkList(cadences, "policy.cadences").map((one, i) => {
      const path = `policy.cadences[${i}]`;
      const { cadence, everyMonths } = checkRecord(one, path);
      return [checkText(cadence, `${path}.cadence`), checkCount(everyMonths, `${path}.everyMonths`, 1, 120)] as const;
    });
    checkDistinct(
      rows.map(([cadence]) => cadence),
      "policy.cadences",
      "cadence",
    );
    const months = new Map(rows);
    const notice = checkCount(noticeDays, "policy.noticeDays", 0, 3660);
    const asOf = parseDate(checkRecord(facts, "facts")["asOf"], "facts.asOf");
    const found = checkList(facts.members, "facts.members").flatMap((one, i): DueReview[] => {
      const path = `facts.members[${i}]`;
      const given = checkRecord(one, path);
      const member = checkText(given["member"], `${path}.member`);
      const cadence = checkText(given["cadence"], `${path}.cadence`);
      const last = parseDate(given["lastReviewOn"], `${path}.lastReviewOn`);
      const every = months.get(cadence);
      if (every === undefined) throw kernelFault("kernel.not_a_choice", `${path}.cadence`, { got: cadence, want: [...months.keys()] });
      const day = addMonths(last, every);
      const dueOn = last === lastDayOfMonth(last) ? lastDayOfMonth(day) : day;
      const late = daysBetween(dueOn, asOf);
      if (late < -notice) return [];
      return [{ member, dueOn, status: late > 0 ? "overdue" : late === 0 ? "due" : "coming", overdueDays: Math.max(0, late) }];
    });
    found.sort((a, b) => order(a.dueOn, b.dueOn) || order(a.member, b.member));
    return {
      outcome: found,
      explanation: {
        code: "performance.due_reviews",
        params: { asOf, count: found.length },
        from: found.map(({ member, dueOn, status, overdueDays }) => ({
          code: "performance.due_review",
          params: { member, dueOn, status, overdueDays },
        })),
      },
    };
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
