/**
 * Asks a criterion that has been read. Plain functions over records of one form, and no closures: what the machine has learnt of a
 * closure is forgotten with it at the next collection, and hosts ask millions in batches.
 */
import { type CalendarDate, dateDigits, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, type Fields } from "../kernel/check.js";
import type { Json } from "../kernel/json.js";
import type { MessageParams } from "../kernel/message.js";
import { compareToBound, type DecimalBound } from "./decimal-bound.js";
import type { FactReader } from "./fact-reader.js";
import { type Called, findingOf, freezeFinding, unknownOf } from "./finding-of.js";
import type { FindingPart, RuleStatus } from "./rule.js";

/** A criterion read once, to be asked many times. `O` is what only its kind has. @internal */
export interface CompiledCriterion<O = unknown> extends Called {
  readonly kind: string;
  readonly fact: string;
  /** Where the fact is. */
  readonly path: string;
  /** The field of the facts that it looks at. Absent: `read` finds the fact. */
  readonly field: string | undefined;
  /** Absent: it looks at the facts as a whole. */
  readonly read: FactReader | undefined;
  /** The threshold is not agreed yet, so that nothing can be compared with it. */
  readonly unset: boolean;
  /** What can be shown without the fact. */
  readonly known: MessageParams;
  /** What is compared, of a fact that is there. Absent: the fact itself. */
  readonly look: ((value: unknown, path: string, today: Day) => unknown) | undefined;
  /** What is found about it. */
  find(criterion: CompiledCriterion<O>, actual: unknown, today: Day): FindingPart;
  readonly own: O;
  /** Findings that many have in common. Absent: they follow from more than the value, or one is asked about alone. */
  readonly shared: Shared | undefined;
  /** What is found of all of whom the fact is not known. Absent: one is asked about alone, or a fact is not all it looks at. */
  readonly lacking: { finding: FindingPart | undefined } | undefined;
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
  const { field, read, shared } = criterion;
  const value = field !== undefined ? (facts as Fields)[field] : read !== undefined ? read(facts) : facts;
  if (value === undefined || value === null) return findLacking(criterion);
  if (criterion.unset) return openFinding(criterion, false);
  const { look } = criterion;
  if (shared === undefined) return criterion.find(criterion, look === undefined ? value : look(value, criterion.path, today), today);
  const before = shared.asItIs ? sharedOf(shared, value) : undefined;
  return before ?? findShared(criterion, shared, look === undefined ? value : look(value, criterion.path, today), today);
}

function findLacking(criterion: CompiledCriterion): FindingPart {
  const { lacking } = criterion;
  if (lacking === undefined) return openFinding(criterion, true);
  lacking.finding ??= freezeFinding(openFinding(criterion, true));
  return lacking.finding;
}

function openFinding(criterion: CompiledCriterion, missing: boolean): FindingPart {
  const { kind, fact, known, unset } = criterion;
  const reason = { code: "engine.threshold_unset", params: {} };
  return unknownOf(criterion, { kind, fact, ...known }, { ...(missing && { missing: [fact] }), ...(unset && { reason }) });
}

/** Findings of one criterion by what is compared, frozen. @internal */
export interface Shared {
  /** What is compared is the fact as it stands, so that the next one like it need not be looked at. */
  readonly asItIs: boolean;
  /** By small whole number. */
  readonly numbers: (FindingPart | undefined)[] | undefined;
  /** By text: the first that came. */
  readonly texts: Map<unknown, FindingPart> | undefined;
  /** No and yes. */
  readonly flags: [FindingPart | undefined, FindingPart | undefined] | undefined;
}

/** Values of one criterion whose findings are shared. Of further ones every finding is made anew. */
const MOST_SHARED = 100;

/** @internal */
export function shareFindings(of: "numbers" | "texts" | "flags", asItIs: boolean): Shared {
  return {
    asItIs,
    numbers: of === "numbers" ? new Array(MOST_SHARED).fill(undefined) : undefined,
    texts: of === "texts" ? new Map() : undefined,
    flags: of === "flags" ? [undefined, undefined] : undefined,
  };
}

function sharedOf({ numbers, texts, flags }: Shared, actual: unknown): FindingPart | undefined {
  if (numbers !== undefined) return isShared(actual) ? numbers[actual] : undefined;
  if (flags !== undefined) return actual === true ? flags[1] : actual === false ? flags[0] : undefined;
  return texts?.get(actual);
}

function isShared(actual: unknown): actual is number {
  return typeof actual === "number" && actual >>> 0 === actual && actual < MOST_SHARED;
}

function findShared(criterion: CompiledCriterion, shared: Shared, actual: unknown, today: Day): FindingPart {
  const before = sharedOf(shared, actual);
  if (before !== undefined) return before;
  const { numbers, texts, flags } = shared;
  const finding = criterion.find(criterion, actual, today);
  if (numbers !== undefined && isShared(actual)) numbers[actual] = freezeFinding(finding);
  else if (flags !== undefined) flags[actual === true ? 1 : 0] = freezeFinding(finding);
  else if (texts !== undefined && texts.size < MOST_SHARED) texts.set(actual, freezeFinding(finding));
  return finding;
}

/** @internal */
export const metIf = (holds: boolean): RuleStatus => (holds ? "met" : "unmet");

// Parameters are written out at every place: objects of one form, made at once, cost a fraction of objects that are put together.

/** A decimal on the right side of a threshold (1 above, -1 below), or on it. @internal */
export function findOrdered(
  criterion: CompiledCriterion<{ bound: DecimalBound; side: 1 | -1; required: Json }>,
  actual: Json,
): FindingPart {
  const { kind, fact, path } = criterion;
  const { bound, side, required } = criterion.own;
  return findingOf(criterion, metIf(compareToBound(actual, bound, path) * side >= 0), { kind, fact, actual, required });
}

/** @internal */
export function findBetween(
  criterion: CompiledCriterion<{ low: DecimalBound; high: DecimalBound; min: Json; max: Json; required: Json }>,
  actual: Json,
): FindingPart {
  const { kind, fact, path } = criterion;
  const { low, high, min, max, required } = criterion.own;
  const met = compareToBound(actual, low, path) >= 0 && compareToBound(actual, high, path) <= 0;
  return findingOf(criterion, metIf(met), { kind, fact, actual, required, min, max });
}

/** @internal */
export function findMember(
  criterion: CompiledCriterion<{ listed: ReadonlySet<string>; wanted: boolean; required: readonly string[] }>,
  actual: string,
): FindingPart {
  const { kind, fact } = criterion;
  const { listed, wanted, required } = criterion.own;
  return findingOf(criterion, metIf(listed.has(actual) === wanted), { kind, fact, actual, required });
}

/** @internal */
export function findTrue(criterion: CompiledCriterion, actual: boolean): FindingPart {
  const { kind, fact } = criterion;
  return findingOf(criterion, metIf(actual), { kind, fact, actual, required: true });
}

/** So many, at least: years, items. @internal */
export function findCount(criterion: CompiledCriterion<{ required: number }>, actual: number): FindingPart {
  const { kind, fact } = criterion;
  const { required } = criterion.own;
  return findingOf(criterion, metIf(actual >= required), { kind, fact, actual, required });
}

/** @internal */
export function findScore(criterion: CompiledCriterion<{ bound: DecimalBound; required: Json }>, actual: unknown): FindingPart {
  const { kind, fact, path } = criterion;
  const { bound, required } = criterion.own;
  const score = typeof actual === "object" ? scoreOf(checkRecord(actual, path)) : actual;
  const params = { kind, fact, actual: (score ?? null) as Json, required };
  if (score === undefined) return unknownOf(criterion, params, { reason: { code: "engine.no_score", params: {} } });
  return findingOf(criterion, metIf(compareToBound(score, bound, path) >= 0), params);
}

function scoreOf(outcome: Fields): unknown {
  return outcome["status"] === "scored" ? outcome["score"] : undefined;
}

/** Whether so many parts hold, of which some are met and some more may still be: Kleene's logic, by counting. @internal */
export type Decide = (met: number, possible: number, required: number) => RuleStatus;

/** @internal */
export const atLeast: Decide = (met, possible, required) => (met >= required ? "met" : possible < required ? "unmet" : "unknown");
/** @internal */
export const atMost: Decide = (met, possible, required) => (met > required ? "unmet" : possible > required ? "unknown" : "met");

/** @internal */
export function findGroup(
  criterion: CompiledCriterion<{ parts: readonly CompiledCriterion[]; required: number; decide: Decide }>,
  facts: object,
  today: Day,
): FindingPart {
  const { required, decide } = criterion.own;
  const parts = criterion.own.parts.map((part) => askCriterion(part, facts, today));
  const actual = parts.filter((part) => part.status === "met").length;
  const unknown = parts.filter((part) => part.status === "unknown").length;
  const params = { kind: criterion.kind, actual, required, of: parts.length };
  return { ...findingOf(criterion, decide(actual, actual + unknown, required), params), parts };
}
