/** Turns a table into rows by state and event, with everything that does not depend on the facts worked out once. */
import { compareDates } from "../kernel/compare-dates.js";
import type { Words } from "../kernel/message.js";
import type { Effect } from "./state-table.js";

/** The event in which time enters. @internal */
export const TIME = "dayPassed";

/** What guards and updates read, untyped. @internal */
export interface Scope {
  readonly event: Fields;
  readonly data: Fields;
  readonly facts: Fields;
  readonly at: Fields;
}

type Fields = { readonly [name: string]: unknown };

/** A table without the types of its room. @internal */
export interface LooseTable {
  readonly name: string;
  readonly title: Words;
  readonly initial: string | readonly string[];
  readonly final: readonly string[];
  readonly states: { readonly [name: string]: Words };
  readonly events: { readonly [name: string]: Words };
  readonly effects: { readonly [name: string]: Words };
  readonly guards: {
    readonly [name: string]: { readonly title: Words; readonly needs: readonly string[]; readonly test: (scope: Scope) => unknown };
  };
  readonly updates: { readonly [name: string]: { readonly title: Words; readonly needs: readonly string[]; readonly change: Change } };
  readonly arrows: readonly LooseArrow[];
}

/** @internal */
export interface LooseArrow {
  readonly from: string | readonly string[];
  readonly on: string;
  readonly when?: string | readonly string[] | undefined;
  readonly dueOn?: string | undefined;
  readonly to: string;
  readonly assign?: string | readonly string[] | undefined;
  readonly then?: readonly (string | Effect)[] | undefined;
}

type Change = (scope: Scope) => Fields;

/** A condition of a row. @internal */
export interface Test {
  readonly name: string;
  readonly title: Words;
  /** Places that must hold something before the test is run. */
  readonly needs: readonly Spot[];
  /** Places that a finding shows. */
  readonly shows: readonly Spot[];
  readonly test: (scope: Scope) => unknown;
}

/** One place of the scope. @internal */
export interface Spot {
  readonly part: keyof Scope;
  readonly name: string;
  /** `part.name`. */
  readonly text: string;
}

/** An arrow, for one state it leaves. @internal */
export interface Row {
  /** `region:from.on[guards]@dueOn`, the region only where there are several. */
  readonly id: string;
  readonly to: string;
  readonly fromTitle: Words;
  readonly toTitle: Words;
  readonly dueOn: string | undefined;
  readonly tests: readonly Test[];
  readonly changes: readonly Change[];
  /** Frozen: every step that takes the arrow returns this list. */
  readonly effects: readonly Effect[];
}

/** A table, indexed. */
export interface CompiledRegion {
  /** Name of the region. Empty: the machine has one table. */
  readonly region: string;
  /** The table as it was written. @internal */
  readonly table: LooseTable;
  /** @internal */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>>;
}

/** @internal */
export function compileTable(written: LooseTable, region: string): CompiledRegion {
  const table = { ...written, states: frozenCopy(written.states), events: frozenCopy(written.events) };
  const rows = new Map(Object.keys(table.states).map((state) => [state, new Map<string, Row[]>()]));
  for (const arrow of table.arrows) {
    for (const state of statesLeft(arrow, table)) {
      const byEvent = rows.get(state);
      if (byEvent === undefined) continue; // an unknown name is found by checkMachine; the arrow is never taken
      const list = byEvent.get(arrow.on) ?? [];
      list.push(rowOf(arrow, state, table, region));
      byEvent.set(arrow.on, list);
    }
  }
  return { region, table, rows };
}

/** The states an arrow leaves, one by one. @internal */
export function statesLeft(arrow: LooseArrow, table: LooseTable): readonly string[] {
  if (arrow.from === "*") return Object.keys(table.states).filter((state) => !table.final.includes(state));
  return listOf(arrow.from);
}

/** @internal */
export function listOf(names: string | readonly string[] | undefined): readonly string[] {
  return names === undefined ? [] : typeof names === "string" ? [names] : names;
}

/** What an arrow is called: it says when the arrow is taken. @internal */
export function arrowId(arrow: LooseArrow, region: string): string {
  const guards = listOf(arrow.when);
  return [
    region === "" ? "" : `${region}:`,
    listOf(arrow.from).join("|"),
    `.${arrow.on}`,
    guards.length === 0 ? "" : `[${guards.join(",")}]`,
    arrow.dueOn === undefined ? "" : `@${arrow.dueOn}`,
  ].join("");
}

const UNNAMED: Words = { en: "?", zh: "?" };

function rowOf(arrow: LooseArrow, state: string, table: LooseTable, region: string): Row {
  const to = arrow.to === "=" ? state : arrow.to;
  const updates = listOf(arrow.assign).map((name) => ({ name, update: own(table.updates, name) }));
  return {
    id: arrowId(arrow, region),
    to,
    fromTitle: own(table.states, state) ?? UNNAMED,
    toTitle: own(table.states, to) ?? UNNAMED,
    dueOn: arrow.dueOn,
    tests: [
      ...(arrow.dueOn === undefined ? [] : [dueTest(arrow.dueOn)]),
      ...listOf(arrow.when).map((name) => testOf(name, own(table.guards, name))),
      ...updates.flatMap(({ name, update }) =>
        update?.needs.length === 0 ? [] : [testOf(name, update && { ...update, test: () => true })],
      ),
    ],
    changes: updates.flatMap(({ update }) => (update === undefined ? [] : [update.change])),
    effects: frozenCopy((arrow.then ?? []).map((effect) => (typeof effect === "string" ? { effect, params: {} } : effect))),
  };
}

/** A name without a function behind it can never be told. */
function testOf(
  name: string,
  guard: { readonly title: Words; readonly needs: readonly string[]; readonly test: Test["test"] } | undefined,
): Test {
  if (guard === undefined) return { name, title: UNNAMED, needs: [], shows: [], test: () => "unknown" };
  const needs = guard.needs.map(spotOf);
  return { name, title: frozenCopy(guard.title), needs, shows: needs, test: guard.test };
}

const DUE: Words = { en: "the day has come", zh: "日期已到" };

function dueTest(field: string): Test {
  const asOf = spotOf("event.asOf");
  return {
    name: "due",
    title: frozenCopy(DUE),
    needs: [asOf],
    shows: [asOf, spotOf(`data.${field}`)],
    test({ event, data }) {
      const date = data[field];
      if (date === undefined) return "unknown";
      return date !== null && compareDates(event["asOf"] as string, date as string) >= 0;
    },
  };
}

function spotOf(text: string): Spot {
  const point = text.indexOf(".");
  return { part: text.slice(0, point) as keyof Scope, name: text.slice(point + 1), text };
}

/** What every step returns again must not be changed by whoever got it first. */
function frozenCopy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, frozenCopy(part)]));
  return Object.freeze(copy) as T;
}

/** @internal */
export function own<T>(record: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
