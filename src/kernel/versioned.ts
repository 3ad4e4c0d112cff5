import { type CalendarDate, parseDate } from "./calendar-date.js";
import { checkList, checkRecord, checkText, readSafely } from "./check.js";
import { kernelFault } from "./fault.js";
import type { Message } from "./message.js";
import { type Period, parsePeriod } from "./period.js";
import { err, ok, type Result } from "./result.js";

/** Something agreed or enacted, with the days on which it holds: a policy, a price list, a rate. */
export interface Versioned<T> {
  /** First day on which it holds. */
  readonly from: CalendarDate;
  /** First day on which it no longer holds. Absent: it holds until further notice. */
  readonly to?: CalendarDate | undefined;
  /** Its name, such as `2024-2`; it belongs in every document that was computed with it. */
  readonly version: string;
  /** What holds. */
  readonly value: T;
  /** Where it is written: document, clause, revision. Absent: not recorded. */
  readonly source?: string | undefined;
}

/** No version holds on the day asked about: `asOf` and the names of all `versions` known. */
export type NoVersionInForce = Message<"kernel.no_version_in_force">;

/** What can be wrong with a list of versions. */
export type VersionFinding = Message<"kernel.versions_overlap" | "kernel.versions_gap" | "kernel.version_named_twice">;

/** A piece of a period with the version that holds in it. */
export interface VersionSlice<T> extends Period {
  /** What holds from `start` to the day before `end`; `null`: nothing does. */
  readonly version: Versioned<T> | null;
}

/**
 * Finds the version in force on a day.
 *
 * @param versions - All versions, in any order.
 * @param asOf - The day asked about.
 * @returns The version whose days include it.
 * @errors
 * - `kernel.no_version_in_force` - the day lies before the first, after the last, or in a gap.
 * @throws LibraryFault `kernel.versions_overlap` when two hold on that day: ask `checkVersions` when versions are stored.
 *
 * @example The policy of the first half-year
 * ```ts
 * import { inForce } from "qudao/kernel";
 *
 * const rates = [
 *   { from: "2024-01-01", to: "2024-07-01", version: "2024-1", value: "0.03" },
 *   { from: "2024-07-01", version: "2024-2", value: "0.035" },
 * ];
 * const found = inForce(rates, "2024-06-30");
 * found.ok && found.value.version; // => "2024-1"
 * inForce(rates, "2023-12-31"); // => { ok: false, problem: { code: "kernel.no_version_in_force", params: { asOf: "2023-12-31", versions: ["2024-1", "2024-2"] } } }
 * ```
 *
 * @since 0.1.0
 */
export function inForce<T>(versions: readonly Versioned<T>[], asOf: CalendarDate): Result<Versioned<T>, NoVersionInForce> {
  const spans = spansOf(versions);
  const day = parseDate(asOf, "asOf");
  const [found, other] = spans.filter(({ from, to }) => from <= day && day < to);
  if (found === undefined) {
    return err({ code: "kernel.no_version_in_force", params: { asOf: day, versions: spans.map(({ version }) => version) } });
  }
  if (other !== undefined) throw kernelFault("kernel.versions_overlap", other.path, overlapOf(found, other));
  return ok(found.row);
}

/**
 * Checks that at most one version holds on any day, that none is missing between two, and that each has a name of its own.
 *
 * @param versions - All versions, in any order.
 * @returns Findings in order of days, then of names; none: the list is sound. A version without `to` overlaps every later one.
 *
 * @example A month that no version covers
 * ```ts
 * import { checkVersions } from "qudao/kernel";
 *
 * checkVersions([
 *   { from: "2024-01-01", to: "2024-06-01", version: "2024-1", value: "0.03" },
 *   { from: "2024-07-01", version: "2024-2", value: "0.035" },
 * ]); // => [{ code: "kernel.versions_gap", params: { first: "2024-1", second: "2024-2", period: { start: "2024-06-01", end: "2024-07-01" } } }]
 * ```
 *
 * @since 0.1.0
 */
export function checkVersions(versions: readonly Versioned<unknown>[]): readonly VersionFinding[] {
  const spans = spansOf(versions);
  const findings: VersionFinding[] = [];
  let longest: Span<unknown> | undefined;
  for (const span of spans) {
    if (longest !== undefined && span.from < longest.to) {
      findings.push({ code: "kernel.versions_overlap", params: overlapOf(longest, span) });
    } else if (longest !== undefined && span.from > longest.to) {
      const period = { start: longest.to, end: span.from };
      findings.push({ code: "kernel.versions_gap", params: { first: longest.version, second: span.version, period } });
    }
    if (longest === undefined || span.to > longest.to) longest = span;
  }
  const seen = new Set<string>();
  for (const { version } of spans) {
    if (seen.has(version)) findings.push({ code: "kernel.version_named_twice", params: { version } });
    seen.add(version);
  }
  return findings;
}

/**
 * Cuts a period by the versions in force in it.
 *
 * @param versions - All versions, in any order.
 * @param period - What to cut.
 * @returns Slices in order that together are the period, none missing: where nothing holds, a slice says so with `null`.
 * @throws LibraryFault `kernel.versions_overlap` when two hold on a day of the period.
 *
 * @example A rate that changed in the middle of a quarter
 * ```ts
 * import { versionsIn } from "qudao/kernel";
 *
 * const rates = [
 *   { from: "2023-01-01", to: "2024-02-10", version: "2023", value: "0.03" },
 *   { from: "2024-02-10", version: "2024", value: "0.035" },
 * ];
 * const slices = versionsIn(rates, { start: "2024-01-01", end: "2024-04-01" });
 * slices.map(({ start, version }) => [start, version?.value]); // => [["2024-01-01", "0.03"], ["2024-02-10", "0.035"]]
 * ```
 *
 * @since 0.1.0
 */
export function versionsIn<T>(versions: readonly Versioned<T>[], period: Period): readonly VersionSlice<T>[] {
  const { start, end } = parsePeriod(period, "period");
  const slices: VersionSlice<T>[] = [];
  let covered = start;
  let previous: Span<T> | undefined;
  for (const span of spansOf(versions)) {
    if (span.to <= start || span.from >= end) continue;
    if (previous !== undefined && span.from < previous.to) {
      throw kernelFault("kernel.versions_overlap", span.path, overlapOf(previous, span));
    }
    if (span.from > covered) slices.push({ start: covered, end: span.from, version: null });
    const sliceStart = span.from > covered ? span.from : covered;
    covered = span.to < end ? span.to : end;
    slices.push({ start: sliceStart, end: covered, version: span.row });
    previous = span;
  }
  return covered < end ? [...slices, { start: covered, end, version: null }] : slices;
}

/** A version as this file works with it. */
interface Span<T> {
  readonly from: CalendarDate;
  /** A day, or what sorts after every day. */
  readonly to: string;
  readonly version: string;
  readonly path: string;
  readonly row: Versioned<T>;
}

/** Sorts after every date. */
const OPEN = "forever";

/** The versions in order of their first days. */
function spansOf<T>(versions: readonly Versioned<T>[]): readonly Span<T>[] {
  const spans = readSafely("versions", () =>
    Array.from(checkList(versions, "versions"), (entry, i): Span<T> => {
      const path = `versions[${i}]`;
      const fields = checkRecord(entry, path);
      const from = parseDate(fields["from"], `${path}.from`);
      const to = fields["to"] === undefined ? OPEN : parseDate(fields["to"], `${path}.to`);
      if (from >= to) throw kernelFault("kernel.not_a_period", path, { got: { start: from, end: to } });
      return { from, to, version: checkText(fields["version"], `${path}.version`), path, row: entry as Versioned<T> };
    }),
  );
  return [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function overlapOf(first: Span<unknown>, second: Span<unknown>): { first: string; second: string; from: CalendarDate } {
  return { first: first.version, second: second.version, from: second.from };
}
