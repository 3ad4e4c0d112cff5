/** Criteria about lists: documents that a party holds, events that happened to it. */
import { addDays, addMonths, type CalendarDate, dateDigits, parseDate } from "../kernel/calendar-date.js";
import { checkLength, checkRecord, checkText } from "../kernel/check.js";
import { type CompiledCriterion, type Day, metIf } from "./ask-criterion.js";
import type { NoEventSinceTest } from "./criterion-data.js";
import { faultInRecord } from "./fact-reader.js";
import { findingOf, unknownOf } from "./finding-of.js";
import type { FindingPart } from "./rule.js";

/**
 * Of several documents of the kind the best counts; of several valid ones, the one that lapses last.
 *
 * @internal
 */
export function findDocument(criterion: CompiledCriterion<{ document: string }>, value: unknown, today: Day): FindingPart {
  const { kind, fact, path } = criterion;
  const { document: wanted } = criterion.own;
  const { digits } = today;
  const length = checkLength(value, path);
  let rank = ABSENT;
  let ends = BEFORE_ALL;
  let validTo: unknown = null;
  let i = 0;
  try {
    for (; i < length; i++) {
      const document = checkRecord((value as readonly unknown[])[i], "");
      if (checkText(document["kind"], "kind") !== wanted) continue;
      const last = document["validTo"];
      const first = digitsOr(BEFORE_ALL, document["validFrom"], "validFrom");
      const end = digitsOr(AFTER_ALL, last, "validTo");
      const state = digits >= end ? LAPSED : digits < first ? NOT_YET : VALID;
      if (state > rank || (state === rank && end > ends)) {
        rank = state;
        ends = end;
        validTo = last;
      }
    }
  } catch (caught) {
    throw faultInRecord(caught, path, i);
  }
  const params = {
    kind,
    fact,
    actual: DOCUMENT_STATES[rank] as string,
    required: "valid",
    document: wanted,
    validTo: (validTo ?? null) as CalendarDate | null,
  };
  return findingOf(criterion, metIf(rank === VALID), params);
}

/** States of a document, worst first. */
const DOCUMENT_STATES = ["absent", "lapsed", "not_yet", "valid"] as const;
const ABSENT = 0;
const LAPSED = 1;
const NOT_YET = 2;
const VALID = 3;
/** Digits before and after those of every date. */
const BEFORE_ALL = 0;
const AFTER_ALL = 100_000_000;

function digitsOr(none: number, date: unknown, path: string): number {
  return date === undefined || date === null ? none : dateDigits(date, path);
}

/** @internal */
export function findEvents(
  criterion: CompiledCriterion<{ event: string; since: NoEventSinceTest["since"] }>,
  value: unknown,
  { date }: Day,
): FindingPart {
  const { kind, fact, path } = criterion;
  const { event, since } = criterion.own;
  const first = firstDay(since, date);
  const { established: actual, disputed } = countEvents(value, event, first, date, path);
  const params = { kind, fact, actual, required: 0, event, since: first };
  if (actual > 0 || disputed === 0) return findingOf(criterion, metIf(actual === 0), params);
  return unknownOf(criterion, params, { reason: { code: "engine.event_disputed", params: { event, count: disputed } } });
}

/** Events of a kind within a window, both ends included. */
function countEvents(
  value: unknown,
  kind: string,
  first: string,
  asOf: CalendarDate,
  path: string,
): { established: number; disputed: number } {
  const length = checkLength(value, path);
  const count = { established: 0, disputed: 0 };
  let i = 0;
  try {
    for (; i < length; i++) {
      const event = checkRecord((value as readonly unknown[])[i], "");
      if (checkText(event["kind"], "kind") !== kind) continue;
      const date = parseDate(event["date"], "date");
      if (date > asOf || (first !== "ever" && date < first)) continue;
      count[event["disputed"] === true ? "disputed" : "established"]++;
    }
  } catch (caught) {
    throw faultInRecord(caught, path, i);
  }
  return count;
}

function firstDay(since: NoEventSinceTest["since"], asOf: CalendarDate): CalendarDate {
  if (typeof since === "string") return since;
  const { days, months } = since as { readonly days?: number | undefined; readonly months?: number | undefined };
  return days === undefined ? addMonths(asOf, -(months as number)) : addDays(asOf, -days);
}
