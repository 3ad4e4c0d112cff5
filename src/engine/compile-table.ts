/**
 * Turns a table into rows by state and event, with everything that does not depend on the facts worked out once: when a state of it is
 * looked up for the first time, so that a program pays for the machines it uses and not for those it loads.
 */
import { dayNumber } from "../kernel/calendar-date.js";
import type { Explanation } from "../kernel/explanation.js";
import type { MessageParams } from "../kernel/message.js";
import { once } from "../kernel/once.js";
import { type Change, type LooseArrow, type LooseEffect, type LooseTable, readTable, type Scope, type Title } from "./read-table.js";
import type { Effect } from "./state-table.js";

/** The event in which time enters. @internal */
export const TIME = "dayPassed";

/** A condition of a row. @internal */
export interface Test {
  readonly name: string;
  readonly title: Title;
  /** Places that must hold something before the test is run. */
  readonly needs: readonly Spot[];
  /** Places that a finding shows. */
  readonly shows: readonly Spot[];
  readonly test: (scope: Scope) => unknown;
  /** The needs of an update: named only where they fail. */
  readonly silent: boolean;
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
  /** The same as a list. Frozen: every step of one region that takes the arrow returns it. */
  readonly ids: readonly string[];
  /** The explanation of a step on which no guard was asked. Frozen: every such step returns it, and every other its parameters. */
  readonly told: Explanation<"engine.step"> & { readonly from: readonly Explanation[] };
  readonly to: string;
  readonly toTitle: Title;
  readonly dueOn: string | undefined;
  readonly tests: readonly Test[];
  readonly changes: readonly Change[];
  /** Frozen: every step that takes the arrow returns this list, unless an effect carries something. */
  readonly effects: readonly Effect[];
  /** By effect, the places whose values it carries. Absent: none carries any. */
  readonly carried: readonly (readonly Spot[])[] | undefined;
}

/** A state and what it answers to each event. @internal */
export interface Standing {
  /** The region it belongs to, and its name there. */
  readonly region: string;
  readonly at: string;
  readonly title: Title;
  /** By event, for every event the table knows. */
  readonly offers: ReadonlyMap<unknown, Offer>;
}

/** An event in a state. @internal */
export interface Offer {
  readonly eventTitle: Title;
  /** The arrows, in table order. Empty: none. */
  readonly rows: readonly Row[];
  /** Other events that have an arrow from here. Frozen. */
  readonly others: readonly string[];
  /** What a refusal tells of them, once one was told. Frozen, and in every such refusal. */
  readonly refused: { [why: string]: MessageParams | undefined };
}

/** A table, indexed when it is needed. */
export interface CompiledRegion {
  /** Name of the region. Empty: the machine has one table. */
  readonly region: string;
  /** The table as it was when the machine was made. @internal */
  readonly table: LooseTable;
  /** Its states, each with what it answers to every event; indexed once. @internal */
  readonly standings: () => ReadonlyMap<unknown, Standing>;
}

/** `machine` is what explanations call it: a table of several carries the name of the whole. @internal */
export function compileTable(table: LooseTable, region: string, machine: string): CompiledRegion {
  return { region, table, standings: once(() => indexTable(readTable(table, "table"), region, machine)) };
}

function indexTable(table: LooseTable, region: string, machine: string): ReadonlyMap<unknown, Standing> {
  const { states } = table;
  const events = Object.entries(table.events);
  const rowOf = rowsOf(table, region, machine);
  const leaving = new Map<string, Map<string, Row[]>>(Object.keys(states).map((at) => [at, new Map()]));
  for (const arrow of table.arrows) {
    for (const at of new Set(statesLeft(arrow, table))) {
      const byEvent = leaving.get(at);
      if (byEvent === undefined) continue; // `checkMachine` finds it
      const rows = byEvent.get(arrow.on);
      if (rows === undefined) byEvent.set(arrow.on, [rowOf(arrow, at)]);
      else rows.push(rowOf(arrow, at));
    }
  }
  const standings = Object.entries(states).map(([at, title]): [string, Standing] => {
    const byEvent = leaving.get(at) as Map<string, Row[]>;
    const known = events.flatMap(([event]) => (byEvent.has(event) ? [event] : []));
    const all = Object.freeze(known);
    const offers = events.map(([event, eventTitle]): [string, Offer] => {
      const rows = byEvent.get(event);
      const others = rows === undefined ? all : Object.freeze(known.filter((other) => other !== event));
      return [event, { eventTitle, rows: rows ?? [], others, refused: { no_arrow: undefined, unmet: undefined, unknown: undefined } }];
    });
    return [at, { region, at, title, offers: new Map(offers) }];
  });
  return new Map(standings);
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
  const where = region === "" ? "" : `${region}:`;
  const when = guards.length === 0 ? "" : `[${guards.join(",")}]`;
  const due = arrow.dueOn === undefined ? "" : `@${arrow.dueOn}`;
  return `${where}${listOf(arrow.from).join("|")}.${arrow.on}${when}${due}`;
}

const NOTHING: MessageParams = Object.freeze({});
const UNNAMED: Title = Object.freeze({ en: "?", zh: "?" });

/** What an arrow is, whichever state it leaves. */
type Arrow = Omit<Row, "to" | "toTitle" | "told">;

/** Makes the rows of a table; what two rows have in common is made once. */
function rowsOf(table: LooseTable, region: string, machine: string): (arrow: LooseArrow, at: string) => Row {
  const made = new Map<LooseArrow, Arrow>();
  const guards = new Map<string, Test>();
  const guardOf = (name: string): Test => {
    const test = guards.get(name) ?? testOf(name, own(table.guards, name));
    guards.set(name, test);
    return test;
  };
  const titleOf = (titles: LooseTable["states"], name: string) => own(titles, name) ?? UNNAMED;
  const make = (arrow: LooseArrow): Arrow => {
    const updates = listOf(arrow.assign).map((name) => ({ name, update: own(table.updates, name) }));
    const effects = (arrow.then ?? []).map((effect): LooseEffect => (typeof effect === "string" ? { effect } : effect));
    const carried = effects.map((effect) => (effect.with ?? []).map(spotOf));
    const id = arrowId(arrow, region);
    return {
      id,
      ids: Object.freeze([id]),
      dueOn: arrow.dueOn,
      tests: [
        ...(arrow.dueOn === undefined ? [] : [dueTest(arrow.dueOn)]),
        ...listOf(arrow.when).map(guardOf),
        ...updates.flatMap(({ name, update }) =>
          update?.needs.length === 0 ? [] : [testOf(name, update && { ...update, test: () => true }, true)],
        ),
      ],
      changes: updates.flatMap(({ update }) => (update === undefined ? [] : [update.change])),
      effects: Object.freeze(effects.map(({ effect, params = NOTHING }) => Object.freeze({ effect, params }))),
      carried: carried.every((spots) => spots.length === 0) ? undefined : carried,
    };
  };
  return (arrow, at) => {
    const row = made.get(arrow) ?? make(arrow);
    made.set(arrow, row);
    const to = arrow.to === "=" ? at : arrow.to;
    const toTitle = titleOf(table.states, to);
    const event = arrow.on;
    const eventTitle = titleOf(table.events, event);
    const params = { machine, arrow: row.id, event, eventTitle, from: at, fromTitle: titleOf(table.states, at), to, toTitle };
    const told: Row["told"] = Object.freeze({ code: "engine.step", params: Object.freeze(params), from: Object.freeze([]) });
    const { id, ids, dueOn, tests, changes, effects, carried } = row;
    // field by field: a spread would give each row a shape of its own, and a step would look every field up anew
    return { id, ids, told, to, toTitle, dueOn, tests, changes, effects, carried };
  };
}

/** A name without a function behind it can never be told; `checkMachine` finds it. */
function testOf(name: string, guard: LooseTable["guards"][string] | undefined, silent = false): Test {
  if (guard === undefined) return { name, title: UNNAMED, needs: [], shows: [], test: () => "unknown", silent };
  const needs = guard.needs.map(spotOf);
  const shows = [...needs, ...(guard.reads ?? []).map(spotOf)];
  return { name, title: guard.title, needs, shows, test: guard.test, silent };
}

const DUE: Title = Object.freeze({ en: "the day has come", zh: "日期已到" });

function dueTest(field: string): Test {
  const asOf = spotOf("event.asOf");
  return {
    name: "due",
    title: DUE,
    needs: [asOf],
    shows: [asOf, spotOf(`data.${field}`)],
    test: ({ event, data }) => {
      const date = data[field];
      if (date === undefined) return "unknown";
      return date !== null && dayNumber(event["asOf"] as string, "event.asOf") >= dayNumber(date as string, `state.data.${field}`);
    },
    silent: false,
  };
}

function spotOf(text: string): Spot {
  const point = text.indexOf(".");
  return { part: text.slice(0, point) as keyof Scope, name: text.slice(point + 1), text };
}

/** @internal */
export function own<T>(record: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
