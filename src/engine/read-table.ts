import { at, checkList, checkRecord, checkText, checkTexts, checkWords } from "../kernel/check.js";
import type { MessageParams, Words } from "../kernel/message.js";

/** What guards and updates read, untyped. @internal */
export interface Scope {
  readonly event: Fields;
  readonly data: Fields;
  readonly facts: Fields;
  readonly at: Fields;
}

type Fields = { readonly [name: string]: unknown };

/** A title as plain data. @internal */
export type Title = { readonly en: string; readonly zh: string };

/** A table without the types of its room, read by `readTable`: its titles and what its effects carry are frozen. @internal */
export interface LooseTable {
  readonly name: string;
  readonly title: Title;
  readonly initial: string | readonly string[];
  readonly final: readonly string[];
  readonly lastOn?: string | undefined;
  readonly states: { readonly [name: string]: Title };
  readonly events: { readonly [name: string]: Title };
  readonly effects: { readonly [name: string]: Title };
  readonly guards: {
    readonly [name: string]: Needing & { readonly reads?: readonly string[] | undefined; readonly test: (scope: Scope) => unknown };
  };
  readonly updates: { readonly [name: string]: Needing & { readonly change: Change } };
  readonly arrows: readonly LooseArrow[];
}

interface Needing {
  readonly title: Title;
  readonly needs: readonly string[];
}

/** @internal */
export type Change = (scope: Scope) => Fields;

/** @internal */
export interface LooseArrow {
  readonly from: string | readonly string[];
  readonly on: string;
  readonly when?: string | readonly string[] | undefined;
  readonly dueOn?: string | undefined;
  readonly to: string;
  readonly assign?: string | readonly string[] | undefined;
  readonly then?: readonly (string | LooseEffect)[] | undefined;
}

/** @internal */
export interface LooseEffect {
  readonly effect: string;
  readonly params?: MessageParams | undefined;
  readonly with?: readonly string[] | undefined;
}

/**
 * Checks that a table has the shape of one, and copies it: whatever becomes of the given one, the machine stays. Its names are the business of
 * `checkMachine`, which reads only what has passed here.
 *
 * @internal
 */
export function readTable(value: unknown, path: string): LooseTable {
  const table = checkRecord(value, path) as unknown as LooseTable;
  const { name, title, lastOn } = table;
  return {
    name,
    title,
    states: titlesOf(table.states, at(path, "states")),
    events: titlesOf(table.events, at(path, "events")),
    effects: titlesOf(table.effects, at(path, "effects")),
    guards: partsOf(table.guards, at(path, "guards"), conditionOf<LooseTable["guards"][string]>),
    updates: partsOf(table.updates, at(path, "updates"), conditionOf<LooseTable["updates"][string]>),
    initial: namesOf(table.initial, at(path, "initial")),
    final: checkTexts(table.final, at(path, "final")),
    lastOn: lastOn === undefined ? undefined : checkText(lastOn, at(path, "lastOn")),
    arrows: checkList(table.arrows, at(path, "arrows")).map((arrow, i) => arrowOf(arrow, `${at(path, "arrows")}[${i}]`)),
  };
}

type Part<T> = (value: unknown, path: string) => T;

function partsOf<T>(value: unknown, path: string, part: Part<T>): { readonly [name: string]: T } {
  return Object.fromEntries(Object.entries(checkRecord(value, path)).map(([name, one]) => [name, part(one, `${path}.${name}`)]));
}

const titlesOf = (value: unknown, path: string) => partsOf(value, path, wordsOf);
const wordsOf: Part<Words> = (value, path) => Object.freeze(checkWords(value, path));

/** A guard or an update. What it does is not looked at before it is asked. */
function conditionOf<T extends LooseTable["guards"][string] | LooseTable["updates"][string]>(value: unknown, path: string): T {
  const part = checkRecord(value, path) as unknown as T;
  const title = wordsOf(part.title, `${path}.title`);
  const needs = checkTexts(part.needs, `${path}.needs`);
  const { reads } = part as { readonly reads?: unknown };
  return reads === undefined ? { ...part, title, needs } : { ...part, title, needs, reads: checkTexts(reads, `${path}.reads`) };
}

function arrowOf(value: unknown, path: string): LooseArrow {
  const { on, to, dueOn, from, when, assign, then } = checkRecord(value, path);
  return {
    on: checkText(on, `${path}.on`),
    to: checkText(to, `${path}.to`),
    dueOn: dueOn === undefined ? undefined : checkText(dueOn, `${path}.dueOn`),
    from: namesOf(from, `${path}.from`),
    when: when === undefined ? undefined : namesOf(when, `${path}.when`),
    assign: assign === undefined ? undefined : namesOf(assign, `${path}.assign`),
    then: then === undefined ? undefined : checkList(then, `${path}.then`).map((effect, e) => effectOf(effect, `${path}.then[${e}]`)),
  };
}

function effectOf(value: unknown, path: string): string | LooseEffect {
  if (typeof value === "string") return value;
  const { effect, params, with: places } = checkRecord(value, path);
  return {
    effect: checkText(effect, `${path}.effect`),
    params: params === undefined ? undefined : frozenCopy(checkRecord(params, `${path}.params`), `${path}.params`),
    with: places === undefined ? undefined : checkTexts(places, `${path}.with`),
  } as LooseEffect;
}

/** What every step returns again must not be changed by whoever got it first. */
function frozenCopy(value: unknown, path: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(checkList(value, path).map((item, i) => frozenCopy(item, `${path}[${i}]`)));
  return Object.freeze(partsOf(value, path, frozenCopy));
}

const namesOf: Part<string | readonly string[]> = (value, path) =>
  typeof value === "string" ? checkText(value, path) : checkTexts(value, path);
