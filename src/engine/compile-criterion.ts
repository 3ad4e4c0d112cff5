import { addDays, addMonths, type CalendarDate, dateDigits, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { yearsBetween } from "../kernel/full-months-between.js";
import type { Json } from "../kernel/json.js";
import type { Message, MessageParams } from "../kernel/message.js";
import type { CriterionKind, CriterionTest, NoEventSinceTest } from "./criterion-data.js";
import { boundOf, compareToBound } from "./decimal-bound.js";
import { checkBoolean, factReader, readRecords } from "./fact-reader.js";
import type { FindingPart, RuleStatus } from "./rule.js";

/** Gives what was found its name: that of a whole rule, or that of a part. @internal */
export type MakeFinding = (status: RuleStatus, params: MessageParams) => FindingPart;

/** A criterion read once, to be asked many times. @internal */
export type AskCriterion = (facts: object, day: Day) => FindingPart;

/** The day of asking, read once. @internal */
export interface Day {
  readonly date: CalendarDate;
  readonly digits: number;
}

/** @internal */
export function readDay(date: unknown, path: string): Day {
  return { date: parseDate(date, path), digits: dateDigits(date) };
}

type Leaf = Exclude<CriterionTest, { readonly of: unknown }>;
type Judge = (value: unknown, path: string, day: Day) => FindingPart;
type Compilers = { readonly [K in CriterionKind]: (test: Extract<CriterionTest, { readonly kind: K }>, make: MakeFinding) => AskCriterion };

/** Reads a criterion that `checkCriterion` found nothing wrong with. @internal */
export function compileCriterion(test: CriterionTest, make: MakeFinding): AskCriterion {
  return (COMPILERS[test.kind] as (test: CriterionTest, make: MakeFinding) => AskCriterion)(test, make);
}

/** Parameters are written out at every place: objects of one form, made at once, cost a fraction of objects that are put together. */
const COMPILERS: Compilers = {
  min: (test, make) => ordered(test, make, test.min, 1),
  max: (test, make) => ordered(test, make, test.max, -1),
  between: (test, make) => {
    const { kind, fact, min, max } = test;
    const low = boundOf(min ?? UNREAD);
    const high = boundOf(max ?? UNREAD);
    const required = min === null || max === null ? null : [min, max];
    return leaf(test, make, { required, min, max }, (value, path) => {
      const met = compareToBound(value, low, path) >= 0 && compareToBound(value, high, path) <= 0;
      return make(metIf(met), { kind, fact, actual: value as Json, required, min, max });
    });
  },
  one_of: (test, make) => member(test, make, test.values, true),
  none_of: (test, make) => member(test, make, test.values, false),
  is_true: (test, make) => {
    const { kind, fact } = test;
    return leaf(test, make, { required: true }, (value, path) => {
      const actual = checkBoolean(value, path);
      return make(metIf(actual), { kind, fact, actual, required: true });
    });
  },
  full_years: (test, make) => {
    const { kind, fact, min: required } = test;
    return leaf(test, make, { required }, (value, path, today) => {
      const actual = yearsBetween(dateDigits(value, path), today.digits);
      return make(metIf(actual >= (required as number)), { kind, fact, actual, required });
    });
  },
  document_valid: (test, make) => {
    const { kind, fact, document } = test;
    const required = "valid";
    return leaf(test, make, { required, document }, (value, path, today) => {
      const { state: actual, validTo } = bestDocument(value, document, today, path);
      return make(metIf(actual === required), { kind, fact, actual, required, document, validTo });
    });
  },
  no_event_since: (test, make) => {
    const { kind, fact, event } = test;
    const since = typeof test.since === "string" ? test.since : { ...test.since };
    return leaf(test, make, { required: 0, event, since }, (value, path, { date }) => {
      const first = firstDay(since, date);
      const { established: actual, disputed } = countEvents(value, event, first, date, path);
      const params = { kind, fact, actual, required: 0, event, since: first };
      if (actual > 0 || disputed === 0) return make(metIf(actual === 0), params);
      return { ...make("unknown", params), reason: { code: "engine.event_disputed", params: { event, count: disputed } } };
    });
  },
  at_least_count: (test, make) => {
    const { kind, fact, count: required } = test;
    return leaf(test, make, { required }, (value, path) => {
      const actual = checkList(value, path).length;
      return make(metIf(actual >= (required as number)), { kind, fact, actual, required });
    });
  },
  score_at_least: (test, make) => {
    const { kind, fact, min: required } = test;
    const bound = boundOf(required ?? UNREAD);
    return leaf(test, make, { required }, (value, path) => {
      const score = typeof value === "object" ? scoreOf(checkRecord(value, path)) : value;
      const params = { kind, fact, actual: (score ?? null) as Json, required };
      if (score === undefined) return { ...make("unknown", params), reason: { code: "engine.no_score", params: {} } };
      return make(metIf(compareToBound(score, bound, path) >= 0), params);
    });
  },
  all_of: (test, make) => group(test, make, test.of.length, atLeast),
  any_of: (test, make) => group(test, make, 1, atLeast),
  at_least_n: (test, make) => group(test, make, test.n, atLeast),
  none: (test, make) => group(test, make, 0, atMost),
};

const metIf = (holds: boolean): RuleStatus => (holds ? "met" : "unmet");

/**
 * A test of one fact. Missing facts and thresholds (`required` null) are looked after here, so that `judge` sees neither.
 *
 * @param known - What can be shown without the fact.
 */
function leaf({ kind, fact }: Leaf, make: MakeFinding, known: MessageParams, judge: Judge): AskCriterion {
  const read = factReader(fact);
  const path = `facts.${fact}`;
  const unset = known["required"] === null;
  return (facts, today) => {
    const value = read(facts);
    const missing = value === undefined || value === null;
    if (!missing && !unset) return judge(value, path, today);
    const reason: Message = { code: "engine.threshold_unset", params: {} };
    return { ...make("unknown", { kind, fact, ...known }), ...(missing && { missing: [fact] }), ...(unset && { reason }) };
  };
}

/** Stands for a threshold that is not set, where nothing will be compared with it. */
const UNREAD = "0";

/** A decimal on the right side of a threshold (1 above, -1 below), or on it. */
function ordered(test: Leaf, make: MakeFinding, required: string | null, side: 1 | -1): AskCriterion {
  const { kind, fact } = test;
  const bound = boundOf(required ?? UNREAD);
  return leaf(test, make, { required }, (value, path) =>
    make(metIf(compareToBound(value, bound, path) * side >= 0), { kind, fact, actual: value as Json, required }),
  );
}

function member(test: Leaf, make: MakeFinding, required: readonly string[], wanted: boolean): AskCriterion {
  const { kind, fact } = test;
  const listed = new Set(required);
  return leaf(test, make, { required }, (value, path) => {
    const actual = checkText(value, path);
    return make(metIf(listed.has(actual) === wanted), { kind, fact, actual, required });
  });
}

/** Of several documents of the kind the best counts; of several valid ones, the one that lapses last. */
function bestDocument(value: unknown, kind: string, { digits: today }: Day, path: string): SeenDocument {
  let best = ABSENT;
  readRecords(value, path, ({ kind: actual, validFrom, validTo }) => {
    if (checkText(actual, "kind") !== kind) return;
    const begins = dayOr(Number.NEGATIVE_INFINITY, validFrom, "validFrom");
    const ends = dayOr(Number.POSITIVE_INFINITY, validTo, "validTo");
    const state = today >= ends ? "lapsed" : today < begins ? "not_yet" : "valid";
    const better = state === best.state ? ends > best.ends : RANK[state] > RANK[best.state];
    if (better) best = { state, ends, validTo: (validTo ?? null) as CalendarDate | null };
  });
  return best;
}

interface SeenDocument {
  readonly state: "absent" | "lapsed" | "not_yet" | "valid";
  /** First day it is no longer valid, as digits. */
  readonly ends: number;
  readonly validTo: CalendarDate | null;
}

const ABSENT: SeenDocument = { state: "absent", ends: 0, validTo: null };
const RANK = { absent: 0, lapsed: 1, not_yet: 2, valid: 3 } as const;

function dayOr(none: number, date: unknown, path: string): number {
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

function group(test: Extract<CriterionTest, { readonly of: unknown }>, make: MakeFinding, required: number, decide: Decide): AskCriterion {
  const asks = test.of.map((part) => compileCriterion(part, partMaker(part)));
  return (facts, today) => {
    const parts = asks.map((ask) => ask(facts, today));
    const actual = parts.filter((part) => part.status === "met").length;
    const unknown = parts.filter((part) => part.status === "unknown").length;
    const params = { kind: test.kind, actual, required, of: parts.length };
    return { ...make(decide(actual, actual + unknown, required), params), parts };
  };
}

/** A part is named after its kind, and keeps the words it came with. */
function partMaker({ kind, title: words }: CriterionTest): MakeFinding {
  const code = `engine.criterion.${kind}`;
  if (words === undefined) return (status, params) => ({ code, status, params });
  return (status, params) => ({ code, status, params, words });
}
