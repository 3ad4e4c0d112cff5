import { addDays, addMonths, type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { fullYearsBetween } from "../kernel/full-months-between.js";
import type { Json } from "../kernel/json.js";
import type { Message, MessageParams } from "../kernel/message.js";
import type { CriterionKind, CriterionTest, NoEventSinceTest } from "./criterion-data.js";
import { boundOf, compareToBound } from "./decimal-bound.js";
import { factReader } from "./fact-reader.js";
import type { FindingPart, RuleStatus } from "./rule.js";

/** What a criterion found, before it is given a name. @internal */
export type Answer = Omit<FindingPart, "code" | "words">;

/** A criterion read once, to be asked many times. @internal */
export type AskCriterion = (facts: object, asOf: CalendarDate) => Answer;

type Leaf = Exclude<CriterionTest, { readonly of: unknown }>;
type Tell = (met: boolean, actual: Json, seen?: MessageParams) => Answer;
type Judge = (value: unknown, tell: Tell, place: { readonly path: string; readonly asOf: CalendarDate }) => Answer;
type Compilers = { readonly [K in CriterionKind]: (test: Extract<CriterionTest, { readonly kind: K }>) => AskCriterion };

/** The reason where a threshold is not agreed yet. */
const unsetThreshold = (): Message => ({ code: "engine.threshold_unset", params: {} });

/** Reads a criterion that `checkCriterion` found nothing wrong with. @internal */
export function compileCriterion(test: CriterionTest): AskCriterion {
  return (COMPILERS[test.kind] as (test: CriterionTest) => AskCriterion)(test);
}

const COMPILERS: Compilers = {
  min: (test) => ordered(test, test.min, (order) => order >= 0),
  max: (test) => ordered(test, test.max, (order) => order <= 0),
  between: (test) => {
    const { min, max } = test;
    const low = boundOf(min ?? UNREAD);
    const high = boundOf(max ?? UNREAD);
    return leaf(test, min === null || max === null ? null : [min, max], { min, max }, (value, tell, { path }) =>
      tell(compareToBound(value, low, path) >= 0 && compareToBound(value, high, path) <= 0, value as Json),
    );
  },
  one_of: (test) => member(test, test.values, true),
  none_of: (test) => member(test, test.values, false),
  is_true: (test) =>
    leaf(test, true, {}, (value, tell, { path }) => {
      if (typeof value !== "boolean") checkChoice(value, path, ["true", "false"]);
      return tell(value === true, value === true);
    }),
  full_years: (test) =>
    leaf(test, test.min, {}, (value, tell, { path, asOf }) => {
      const years = fullYearsBetween(parseDate(value, path), asOf);
      return tell(years >= (test.min as number), years);
    }),
  document_valid: (test) =>
    leaf(test, "valid", { document: test.document }, (value, tell, { path, asOf }) => {
      const { state, validTo } = bestDocument(value, test.document, asOf, path);
      return tell(state === "valid", state, { validTo });
    }),
  no_event_since: noEventSince,
  at_least_count: (test) =>
    leaf(test, test.count, {}, (value, tell, { path }) => {
      const { length } = checkList(value, path);
      return tell(length >= (test.count as number), length);
    }),
  score_at_least: (test) => {
    const bound = boundOf(test.min ?? UNREAD);
    return leaf(test, test.min, {}, (value, tell, { path }) => {
      const score = typeof value === "object" ? scoreOf(checkRecord(value, path)) : value;
      if (score === undefined) return { ...tell(false, null), status: "unknown", reason: { code: "engine.no_score", params: {} } };
      return tell(compareToBound(score, bound, path) >= 0, score as Json);
    });
  },
  all_of: (test) => group(test, test.of.length, atLeast),
  any_of: (test) => group(test, 1, atLeast),
  at_least_n: (test) => group(test, test.n, atLeast),
  none: (test) => group(test, 0, atMost),
};

/** A test of one fact. Missing facts and thresholds (`required` null) are looked after here, so that `judge` sees neither. */
function leaf({ kind, fact }: Leaf, required: Json, more: MessageParams, judge: Judge): AskCriterion {
  const read = factReader(fact);
  const path = `facts.${fact}`;
  const unset = required === null;
  const plain = Object.keys(more).length === 0;
  const tell: Tell = (met, actual, seen) => {
    const params = { kind, fact, actual, required };
    return { status: met ? "met" : "unmet", params: plain ? params : { ...params, ...more, ...seen } };
  };
  return (facts, asOf) => {
    const value = read(facts);
    const missing = value === undefined || value === null;
    if (!missing && !unset) return judge(value, tell, { path, asOf });
    const params = { kind, fact, required, ...more };
    return { status: "unknown", params, ...(missing && { missing: [fact] }), ...(unset && { reason: unsetThreshold() }) };
  };
}

/** Stands for a threshold that is not set, where nothing will be compared with it. */
const UNREAD = "0";

function ordered(test: Leaf, threshold: string | null, fits: (order: number) => boolean): AskCriterion {
  const bound = boundOf(threshold ?? UNREAD);
  return leaf(test, threshold, {}, (value, tell, { path }) => tell(fits(compareToBound(value, bound, path)), value as Json));
}

function member(test: Leaf, values: readonly string[], wanted: boolean): AskCriterion {
  const listed = new Set(values);
  return leaf(test, values, {}, (value, tell, { path }) => tell(listed.has(checkText(value, path)) === wanted, value as Json));
}

/** Of several documents of the kind the best counts; of several valid ones, the one that lapses last. */
function bestDocument(value: unknown, kind: string, asOf: CalendarDate, path: string): SeenDocument {
  let best: SeenDocument = { state: "absent", validTo: null };
  checkList(value, path).forEach((item, i) => {
    const place = `${path}[${i}]`;
    const document = checkRecord(item, place);
    if (checkText(document["kind"], `${place}.kind`) !== kind) return;
    const validFrom = dateOrNull(document["validFrom"], `${place}.validFrom`);
    const validTo = dateOrNull(document["validTo"], `${place}.validTo`);
    const state = validTo !== null && asOf >= validTo ? "lapsed" : validFrom !== null && asOf < validFrom ? "not_yet" : "valid";
    const order = DOCUMENT_STATES.indexOf(state) - DOCUMENT_STATES.indexOf(best.state);
    if (order > 0 || (order === 0 && (validTo ?? NEVER) > (best.validTo ?? NEVER))) best = { state, validTo };
  });
  return best;
}

interface SeenDocument {
  readonly state: (typeof DOCUMENT_STATES)[number];
  readonly validTo: CalendarDate | null;
}

/** Worst first. */
const DOCUMENT_STATES = ["absent", "lapsed", "not_yet", "valid"] as const;
/** After every date, as text. */
const NEVER = "~";

function dateOrNull(value: unknown, path: string): CalendarDate | null {
  return value === undefined || value === null ? null : parseDate(value, path);
}

function noEventSince(test: NoEventSinceTest): AskCriterion {
  const { event, since } = test;
  return leaf(test, 0, { event, since: typeof since === "string" ? since : { ...since } }, (value, tell, { path, asOf }) => {
    const first = firstDay(since, asOf);
    let established = 0;
    let disputed = 0;
    checkList(value, path).forEach((item, i) => {
      const record = checkRecord(item, `${path}[${i}]`);
      if (checkText(record["kind"], `${path}[${i}].kind`) !== event) return;
      const date = parseDate(record["date"], `${path}[${i}].date`);
      if (date > asOf || (first !== "ever" && date < first)) return;
      if (record["disputed"] === true) disputed++;
      else established++;
    });
    const answer = tell(established === 0, established, { since: first });
    if (established > 0 || disputed === 0) return answer;
    return { ...answer, status: "unknown", reason: { code: "engine.event_disputed", params: { event, count: disputed } } };
  });
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

function group(test: Extract<CriterionTest, { readonly of: unknown }>, required: number, decide: Decide): AskCriterion {
  const members = test.of.map((part) => ({ ...named(part), ask: compileCriterion(part) }));
  return (facts, asOf) => {
    const parts = members.map(({ ask, ...name }): FindingPart => ({ ...name, ...ask(facts, asOf) }));
    const actual = parts.filter((part) => part.status === "met").length;
    const unknown = parts.filter((part) => part.status === "unknown").length;
    const params = { kind: test.kind, actual, required, of: parts.length };
    return { status: decide(actual, actual + unknown, required), params, parts };
  };
}

function named(test: CriterionTest): Pick<FindingPart, "code" | "words"> {
  const code = `engine.criterion.${test.kind}`;
  return test.title === undefined ? { code } : { code, words: test.title };
}
