import { addDays, addMonths, type CalendarDate, dateDigits, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { kernelFault } from "../kernel/fault.js";
import { yearsBetween } from "../kernel/full-months-between.js";
import type { Json } from "../kernel/json.js";
import type { MessageParams } from "../kernel/message.js";
import type { CriterionKind, CriterionTest, NoEventSinceTest } from "./criterion-data.js";
import { boundOf, compareToBound } from "./decimal-bound.js";
import { checkBoolean, type FactReader, factReader, isField, readRecords } from "./fact-reader.js";
import { type Called, findingOf, unknownOf } from "./finding-of.js";
import type { FindingPart, RuleStatus } from "./rule.js";

/** A criterion read once, to be asked many times. @internal */
export interface CompiledCriterion {
  /** The field of the facts that it looks at. Absent: `read` finds the fact. */
  readonly field: string | undefined;
  readonly read: FactReader;
  /** Where the fact is. */
  readonly path: string;
  /** What is found about a fact that is there. */
  readonly judge: (value: unknown, path: string, today: Day) => FindingPart;
  /** The threshold is not agreed yet, so that nothing can be compared with it. */
  readonly unset: boolean;
  /** What is found where the fact is missing or the threshold unset. Absent: it looks at the facts as a whole. */
  readonly open: ((missing: boolean) => FindingPart) | undefined;
}

/** The day of asking, read once. @internal */
export interface Day {
  readonly date: CalendarDate;
  readonly digits: number;
}

/** @internal */
export function readDay(date: unknown, path: string): Day {
  return { date: parseDate(date, path), digits: dateDigits(date) };
}

/** @internal */
export function askCriterion(criterion: CompiledCriterion, facts: object, today: Day): FindingPart {
  const { field, read, path, judge, unset, open } = criterion;
  const value = field === undefined ? read(facts) : (facts as Fields)[field];
  const missing = value === undefined || value === null;
  return open !== undefined && (missing || unset) ? open(missing) : judge(value, path, today);
}

type Leaf = Exclude<CriterionTest, { readonly of: unknown }>;
type Compilers = {
  readonly [K in CriterionKind]: (test: Extract<CriterionTest, { readonly kind: K }>, called: Called) => CompiledCriterion;
};

/** Reads a criterion that `checkCriterion` found nothing wrong with. @internal */
export function compileCriterion(test: CriterionTest, called: Called): CompiledCriterion {
  return (COMPILERS[test.kind] as (test: CriterionTest, called: Called) => CompiledCriterion)(test, called);
}

/** Parameters are written out at every place: objects of one form, made at once, cost a fraction of objects that are put together. */
const COMPILERS: Compilers = {
  min: (test, called) => ordered(test, called, test.min, 1),
  max: (test, called) => ordered(test, called, test.max, -1),
  between: (test, called) => {
    const { kind, fact, min, max } = test;
    const low = boundOf(min ?? UNREAD);
    const high = boundOf(max ?? UNREAD);
    const required = min === null || max === null ? null : [min, max];
    return leaf(test, called, { required, min, max }, (value, path) => {
      const met = compareToBound(value, low, path) >= 0 && compareToBound(value, high, path) <= 0;
      return findingOf(called, metIf(met), { kind, fact, actual: value as Json, required, min, max });
    });
  },
  one_of: (test, called) => member(test, called, test.values, true),
  none_of: (test, called) => member(test, called, test.values, false),
  is_true: (test, called) => {
    const { kind, fact } = test;
    return leaf(test, called, { required: true }, (value, path) => {
      const actual = checkBoolean(value, path);
      return findingOf(called, metIf(actual), { kind, fact, actual, required: true });
    });
  },
  full_years: (test, called) => {
    const { kind, fact, min: required } = test;
    return leaf(test, called, { required }, (value, path, today) => {
      const actual = yearsBetween(dateDigits(value, path), today.digits);
      return findingOf(called, metIf(actual >= (required as number)), { kind, fact, actual, required });
    });
  },
  document_valid: (test, called) => {
    const { kind, fact, document } = test;
    const required = "valid";
    return leaf(test, called, { required, document }, (value, path, today) => {
      const { rank, validTo } = bestDocument(value, document, today, path);
      const actual = DOCUMENT_STATES[rank] as string;
      return findingOf(called, metIf(rank === VALID), { kind, fact, actual, required, document, validTo });
    });
  },
  no_event_since: (test, called) => {
    const { kind, fact, event } = test;
    const since = typeof test.since === "string" ? test.since : { ...test.since };
    return leaf(test, called, { required: 0, event, since }, (value, path, { date }) => {
      const first = firstDay(since, date);
      const { established: actual, disputed } = countEvents(value, event, first, date, path);
      const params = { kind, fact, actual, required: 0, event, since: first };
      if (actual > 0 || disputed === 0) return findingOf(called, metIf(actual === 0), params);
      return unknownOf(called, params, { reason: { code: "engine.event_disputed", params: { event, count: disputed } } });
    });
  },
  at_least_count: (test, called) => {
    const { kind, fact, count: required } = test;
    return leaf(test, called, { required }, (value, path) => {
      const items = checkList(value, path);
      const missing = items.findIndex((item) => item === undefined || item === null);
      if (missing >= 0) throw kernelFault("kernel.missing", `${path}[${missing}]`, {});
      const actual = items.length;
      return findingOf(called, metIf(actual >= (required as number)), { kind, fact, actual, required });
    });
  },
  score_at_least: (test, called) => {
    const { kind, fact, min: required } = test;
    const bound = boundOf(required ?? UNREAD);
    return leaf(test, called, { required }, (value, path) => {
      const score = typeof value === "object" ? scoreOf(checkRecord(value, path)) : value;
      const params = { kind, fact, actual: (score ?? null) as Json, required };
      if (score === undefined) return unknownOf(called, params, { reason: { code: "engine.no_score", params: {} } });
      return findingOf(called, metIf(compareToBound(score, bound, path) >= 0), params);
    });
  },
  all_of: (test, called) => group(test, called, test.of.length, atLeast),
  any_of: (test, called) => group(test, called, 1, atLeast),
  at_least_n: (test, called) => group(test, called, test.n, atLeast),
  none: (test, called) => group(test, called, 0, atMost),
};

const metIf = (holds: boolean): RuleStatus => (holds ? "met" : "unmet");

/**
 * A test of one fact. Missing facts and thresholds (`required` null) are looked after here, so that `judge` sees neither.
 *
 * @param known - What can be shown without the fact.
 */
function leaf({ kind, fact }: Leaf, called: Called, known: MessageParams, judge: CompiledCriterion["judge"]): CompiledCriterion {
  const unset = known["required"] === null;
  const open = (missing: boolean): FindingPart =>
    unknownOf(
      called,
      { kind, fact, ...known },
      { ...(missing && { missing: [fact] }), ...(unset && { reason: { code: "engine.threshold_unset", params: {} } }) },
    );
  return { field: isField(fact) ? fact : undefined, read: factReader(fact), path: `facts.${fact}`, judge, unset, open };
}

/** Stands for a threshold that is not set, where nothing will be compared with it. */
const UNREAD = "0";

/** A decimal on the right side of a threshold (1 above, -1 below), or on it. */
function ordered(test: Leaf, called: Called, required: string | null, side: 1 | -1): CompiledCriterion {
  const { kind, fact } = test;
  const bound = boundOf(required ?? UNREAD);
  return leaf(test, called, { required }, (value, path) => {
    const met = compareToBound(value, bound, path) * side >= 0;
    return findingOf(called, metIf(met), { kind, fact, actual: value as Json, required });
  });
}

function member(test: Leaf, called: Called, required: readonly string[], wanted: boolean): CompiledCriterion {
  const { kind, fact } = test;
  const listed = new Set(required);
  return leaf(test, called, { required }, (value, path) => {
    const actual = checkText(value, path);
    return findingOf(called, metIf(listed.has(actual) === wanted), { kind, fact, actual, required });
  });
}

/** Of several documents of the kind the best counts; of several valid ones, the one that lapses last. */
function bestDocument(value: unknown, kind: string, { digits: today }: Day, path: string): SeenDocument {
  let best = ABSENT;
  readRecords(value, path, ({ kind: actual, validFrom, validTo }) => {
    if (checkText(actual, "kind") !== kind) return;
    const begins = digitsOr(BEFORE_ALL, validFrom, "validFrom");
    const ends = digitsOr(AFTER_ALL, validTo, "validTo");
    const rank = today >= ends ? LAPSED : today < begins ? NOT_YET : VALID;
    if (rank > best.rank || (rank === best.rank && ends > best.ends))
      best = { rank, ends, validTo: (validTo ?? null) as CalendarDate | null };
  });
  return best;
}

interface SeenDocument {
  /** Its state, as a place in `DOCUMENT_STATES`. */
  readonly rank: number;
  /** First day it is no longer valid, as digits. */
  readonly ends: number;
  readonly validTo: CalendarDate | null;
}

/** Worst first. */
const DOCUMENT_STATES = ["absent", "lapsed", "not_yet", "valid"] as const;
const [LAPSED, NOT_YET, VALID] = [1, 2, 3];
const ABSENT: SeenDocument = { rank: 0, ends: 0, validTo: null };
/** Digits before and after those of every date. */
const [BEFORE_ALL, AFTER_ALL] = [0, 100_000_000];

function digitsOr(none: number, date: unknown, path: string): number {
  return date === undefined || date === null ? none : dateDigits(date, path);
}

/** Events of a kind within a window, both ends included. */
function countEvents(
  value: unknown,
  kind: string,
  first: string,
  asOf: CalendarDate,
  path: string,
): { established: number; disputed: number } {
  const count = { established: 0, disputed: 0 };
  readRecords(value, path, (event) => {
    if (checkText(event["kind"], "kind") !== kind) return;
    const date = parseDate(event["date"], "date");
    if (date > asOf || (first !== "ever" && date < first)) return;
    count[event["disputed"] === true ? "disputed" : "established"]++;
  });
  return count;
}

function firstDay(since: NoEventSinceTest["since"], asOf: CalendarDate): CalendarDate {
  if (typeof since === "string") return since;
  return "days" in since ? addDays(asOf, -since.days) : addMonths(asOf, -since.months);
}

function scoreOf(outcome: Fields): unknown {
  return outcome["status"] === "scored" ? outcome["score"] : undefined;
}

/** Whether so many parts hold, of which some are met and some more may still be: Kleene's logic, by counting. */
type Decide = (met: number, possible: number, required: number) => RuleStatus;
const atLeast: Decide = (met, possible, required) => (met >= required ? "met" : possible < required ? "unmet" : "unknown");
const atMost: Decide = (met, possible, required) => (met > required ? "unmet" : possible > required ? "unknown" : "met");

function group(
  test: Extract<CriterionTest, { readonly of: unknown }>,
  called: Called,
  required: number,
  decide: Decide,
): CompiledCriterion {
  const { kind } = test;
  const asked = test.of.map((part) => compileCriterion(part, calledPart(part)));
  return judgeAll((facts, today) => {
    const parts = asked.map((part) => askCriterion(part, facts, today));
    const actual = parts.filter((part) => part.status === "met").length;
    const unknown = parts.filter((part) => part.status === "unknown").length;
    const params = { kind, actual, required, of: parts.length };
    return { ...findingOf(called, decide(actual, actual + unknown, required), params), parts };
  });
}

/** A part is called after its kind, and keeps the words it came with. */
function calledPart({ kind, title }: CriterionTest): Called {
  return { code: `engine.criterion.${kind}`, weight: undefined, words: title, source: undefined };
}

/** What looks at the facts as a whole. @internal */
export function judgeAll(judge: (facts: object, today: Day) => FindingPart): CompiledCriterion {
  return {
    field: undefined,
    read: (facts) => facts,
    path: "facts",
    judge: (facts, _, today) => judge(facts as object, today),
    unset: false,
    open: undefined,
  };
}
