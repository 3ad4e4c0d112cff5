import { addDays, addMonths, type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { kernelFault } from "../kernel/fault.js";
import { fullYearsBetween } from "../kernel/full-months-between.js";
import type { Json } from "../kernel/json.js";
import type { Message, MessageParams } from "../kernel/message.js";
import type { CriterionKind, CriterionTest, NoEventSinceTest } from "./criterion-data.js";
import { boundOf, compareToBound } from "./decimal-bound.js";
import { checkBoolean, factReader } from "./fact-reader.js";
import type { FindingPart, RuleStatus } from "./rule.js";

/** Gives what was found its name: that of a whole rule, or that of a part. @internal */
export type MakeFinding = (
  status: RuleStatus,
  params: MessageParams,
  more?: Pick<FindingPart, "missing" | "reason" | "parts">,
) => FindingPart;

/** A criterion read once, to be asked many times. @internal */
export type AskCriterion = (facts: object, asOf: CalendarDate) => FindingPart;

type Leaf = Exclude<CriterionTest, { readonly of: unknown }>;
/** Says whether it holds, or why that cannot be told. */
type Tell = (met: boolean | Message, actual: Json, seen?: MessageParams) => FindingPart;
type Judge = (value: unknown, tell: Tell, path: string, asOf: CalendarDate) => FindingPart;
type Compilers = { readonly [K in CriterionKind]: (test: Extract<CriterionTest, { readonly kind: K }>, make: MakeFinding) => AskCriterion };

/** Reads a criterion that `checkCriterion` found nothing wrong with. @internal */
export function compileCriterion(test: CriterionTest, make: MakeFinding): AskCriterion {
  return (COMPILERS[test.kind] as (test: CriterionTest, make: MakeFinding) => AskCriterion)(test, make);
}

const COMPILERS: Compilers = {
  min: (test, make) => ordered(test, make, test.min, (order) => order >= 0),
  max: (test, make) => ordered(test, make, test.max, (order) => order <= 0),
  between: (test, make) => {
    const { min, max } = test;
    const low = boundOf(min ?? UNREAD);
    const high = boundOf(max ?? UNREAD);
    return leaf(test, make, min === null || max === null ? null : [min, max], { min, max }, (value, tell, path) =>
      tell(compareToBound(value, low, path) >= 0 && compareToBound(value, high, path) <= 0, value as Json),
    );
  },
  one_of: (test, make) => member(test, make, test.values, true),
  none_of: (test, make) => member(test, make, test.values, false),
  is_true: (test, make) =>
    leaf(test, make, true, {}, (value, tell, path) => {
      const actual = checkBoolean(value, path);
      return tell(actual, actual);
    }),
  full_years: (test, make) =>
    leaf(test, make, test.min, {}, (value, tell, path, asOf) => {
      const years = fullYearsBetween(parseDate(value, path), asOf);
      return tell(years >= (test.min as number), years);
    }),
  document_valid: (test, make) =>
    leaf(test, make, "valid", { document: test.document }, (value, tell, path, asOf) => {
      const { state, validTo } = bestDocument(value, test.document, asOf, path);
      return tell(state === "valid", state, { validTo });
    }),
  no_event_since: (test, make) => {
    const { event, since } = test;
    return leaf(test, make, 0, { event, since: typeof since === "string" ? since : { ...since } }, (value, tell, path, asOf) => {
      const first = firstDay(since, asOf);
      const { established, disputed } = countEvents(value, event, first, asOf, path);
      const doubt = { code: "engine.event_disputed", params: { event, count: disputed } };
      return tell(established === 0 && disputed > 0 ? doubt : established === 0, established, { since: first });
    });
  },
  at_least_count: (test, make) =>
    leaf(test, make, test.count, {}, (value, tell, path) => {
      const items = checkList(value, path);
      const missing = items.findIndex((item) => item === undefined || item === null);
      if (missing >= 0) throw kernelFault("kernel.missing", `${path}[${missing}]`, {});
      return tell(items.length >= (test.count as number), items.length);
    }),
  score_at_least: (test, make) => {
    const bound = boundOf(test.min ?? UNREAD);
    return leaf(test, make, test.min, {}, (value, tell, path) => {
      const score = typeof value === "object" ? scoreOf(checkRecord(value, path)) : value;
      if (score === undefined) return tell({ code: "engine.no_score", params: {} }, null);
      return tell(compareToBound(score, bound, path) >= 0, score as Json);
    });
  },
  all_of: (test, make) => group(test, make, test.of.length, atLeast),
  any_of: (test, make) => group(test, make, 1, atLeast),
  at_least_n: (test, make) => group(test, make, test.n, atLeast),
  none: (test, make) => group(test, make, 0, atMost),
};

/** A test of one fact. Missing facts and thresholds (`required` null) are looked after here, so that `judge` sees neither. */
function leaf({ kind, fact }: Leaf, make: MakeFinding, required: Json, more: MessageParams, judge: Judge): AskCriterion {
  const read = factReader(fact);
  const path = `facts.${fact}`;
  const unset = required === null;
  const plain = Object.keys(more).length === 0;
  const tell: Tell = (met, actual, seen) => {
    const params = { kind, fact, actual, required };
    if (!plain) Object.assign(params, more, seen);
    if (typeof met === "object") return make("unknown", params, { reason: met });
    return make(met ? "met" : "unmet", params);
  };
  return (facts, asOf) => {
    const value = read(facts);
    const missing = value === undefined || value === null;
    if (!missing && !unset) return judge(value, tell, path, asOf);
    const params = { kind, fact, required, ...more };
    const reason: Message = { code: "engine.threshold_unset", params: {} };
    return make("unknown", params, { ...(missing && { missing: [fact] }), ...(unset && { reason }) });
  };
}

/** Stands for a threshold that is not set, where nothing will be compared with it. */
const UNREAD = "0";

function ordered(test: Leaf, make: MakeFinding, threshold: string | null, fits: (order: number) => boolean): AskCriterion {
  const bound = boundOf(threshold ?? UNREAD);
  return leaf(test, make, threshold, {}, (value, tell, path) => tell(fits(compareToBound(value, bound, path)), value as Json));
}

function member(test: Leaf, make: MakeFinding, values: readonly string[], wanted: boolean): AskCriterion {
  const listed = new Set(values);
  return leaf(test, make, values, {}, (value, tell, path) => tell(listed.has(checkText(value, path)) === wanted, value as Json));
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

/** Events of a kind within a window, both ends included. */
function countEvents(
  value: unknown,
  kind: string,
  first: string,
  asOf: CalendarDate,
  path: string,
): { established: number; disputed: number } {
  const count = { established: 0, disputed: 0 };
  checkList(value, path).forEach((item, i) => {
    const record = checkRecord(item, `${path}[${i}]`);
    if (checkText(record["kind"], `${path}[${i}].kind`) !== kind) return;
    const date = parseDate(record["date"], `${path}[${i}].date`);
    if (date > asOf || (first !== "ever" && date < first)) return;
    count[record["disputed"] === true ? "disputed" : "established"]++;
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
  return (facts, asOf) => {
    const parts = asks.map((ask) => ask(facts, asOf));
    const actual = parts.filter((part) => part.status === "met").length;
    const unknown = parts.filter((part) => part.status === "unknown").length;
    const params = { kind: test.kind, actual, required, of: parts.length };
    return make(decide(actual, actual + unknown, required), params, { parts });
  };
}

/** A part is named after its kind, and keeps the words it came with. */
function partMaker({ kind, title }: CriterionTest): MakeFinding {
  const name = title === undefined ? { code: `engine.criterion.${kind}` } : { code: `engine.criterion.${kind}`, words: title };
  return (status, params, more) => ({ ...name, status, params, ...more });
}
