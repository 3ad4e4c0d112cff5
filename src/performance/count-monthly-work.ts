import type { CalendarDate } from "../kernel/calendar-date.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";

/** One registration or visit that a person brought about. */
export interface WorkEntry {
  /** Who. */
  readonly person: string;
  /** The day. */
  readonly date: CalendarDate;
  /** What. */
  readonly kind: "registration" | "visit";
}

/** A person's month. */
export interface MonthlyWork {
  /** Who. */
  readonly person: string;
  /** The calendar month, `2024-03`. */
  readonly month: string;
  /** Registrations (登记). */
  readonly registrations: number;
  /** Visits (来访). */
  readonly visits: number;
}

/**
 * Counts registrations and visits by person and calendar month.
 *
 * @param facts - The entries, in any order.
 * @returns One row per person and month with an entry, by person, then month.
 * @throws LibraryFault `kernel.*` for what is malformed.
 * @source S10-16.
 *
 * @example The last day of March and the first of April
 * ```ts
 * import { countMonthlyWork } from "qudao/performance";
 *
 * countMonthlyWork({
 *   entries: [{ person: "Li", date: "2024-03-31", kind: "visit" }, { person: "Li", date: "2024-04-01", kind: "registration" }],
 * }).map(({ month, registrations, visits }) => [month, registrations, visits]); // => [["2024-03", 0, 1], ["2024-04", 1, 0]]
 * ```
 *
 * @since 0.1.0
 */
export function countMonthlyWork(facts: { readonly entries: readonly WorkEntry[] }): readonly MonthlyWork[] {
  return readSafely("facts", () => {
    const rows = new Map<string, { person: string; month: string; registrations: number; visits: number }>();
    checkList(checkRecord(facts, "facts")["entries"], "facts.entries").forEach((given, i) => {
      const path = `facts.entries[${i}]`;
      const entry = checkRecord(given, path);
      const person = checkText(entry["person"], `${path}.person`);
      const month = parseDate(entry["date"], `${path}.date`).slice(0, 7);
      const kind = checkChoice(entry["kind"], `${path}.kind`, ["registration", "visit"]);
      const key = JSON.stringify([person, month]);
      const row = rows.get(key) ?? { person, month, registrations: 0, visits: 0 };
      rows.set(key, row);
      if (kind === "visit") row.visits++;
      else row.registrations++;
    });
    return [...rows.values()].sort((a, b) => order(a.person, b.person) || order(a.month, b.month));
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
