import { participantKinds } from "../entities/catalogue.js";
import { shown } from "../kernel/fault.js";
import type { MessageParams } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import type { IncentiveCode } from "./messages.js";
import type { EarnerFilter, IncentiveProgramme, LineFilter, LineScope } from "./programme.js";

/** Takes down one fault. @internal */
export type AddFault = (code: IncentiveCode | KernelCode, path: string, params: MessageParams) => void;

const EARNER_LISTS = [
  "kinds",
  "memberClasses",
  "groupIds",
  "territoryIds",
  "levels",
  "memberIds",
] as const satisfies readonly (keyof EarnerFilter)[];
const EARNER_MARKS = ["uplineOfSeller", "jointly"] as const satisfies readonly (keyof EarnerFilter)[];
const SCOPE_SIDES = ["include", "exclude"] as const satisfies readonly (keyof LineScope)[];
const LINE_LISTS = ["productIds", "categoryIds", "brandIds", "territoryIds", "attributes"] as const satisfies readonly (keyof LineFilter)[];

/** Far above any real list, so that no input can exhaust time or memory. */
const MOST_ITEMS = 1_000_000;

/**
 * Checks every list by which a programme selects members and lines. A misspelt one would silently let everything in, or nobody.
 *
 * @internal
 */
export function checkFilters({ earner, scope }: IncentiveProgramme, add: AddFault): void {
  checkLists(earner, "earner", EARNER_LISTS, add, EARNER_MARKS);
  for (const name of EARNER_MARKS) {
    const mark: unknown = (earner as EarnerFilter | undefined)?.[name];
    if (mark !== undefined && mark !== true) add("kernel.not_a_choice", `earner.${name}`, { got: shown(mark), want: ["true"] });
  }
  checkScope(scope, "scope", add);
}

/** @internal */
export function checkScope(value: unknown, path: string, add: AddFault): void {
  if (!checkFields(value, path, SCOPE_SIDES, add)) return;
  const scope = value as LineScope;
  for (const side of SCOPE_SIDES) if (scope[side] !== undefined) checkLists(scope[side], `${path}.${side}`, LINE_LISTS, add);
}

function checkLists(filter: unknown, path: string, lists: readonly string[], add: AddFault, beside: readonly string[] = []): void {
  if (!checkFields(filter, path, [...lists, ...beside], add)) return;
  for (const name of lists) {
    const list = (filter as { readonly [list: string]: unknown })[name];
    if (list === undefined) continue;
    if (name === "attributes") {
      checkAttributes(list, `${path}.attributes`, add);
      continue;
    }
    checkItems(list, `${path}.${name}`, add, (item, place) => {
      if (typeof item !== "string" || item === "") add("kernel.not_text", place, { got: shown(item) });
      else if (name === "kinds" && !participantKinds.some((kind) => kind === item)) {
        add("kernel.not_a_choice", place, { got: shown(item), want: participantKinds });
      }
    });
  }
}

/** The names are the host's own, so none can be misspelt here. */
function checkAttributes(value: unknown, path: string, add: AddFault): void {
  if (!isRecord(value)) {
    add("kernel.not_a_record", path, { got: shown(value) });
    return;
  }
  for (const name of Object.keys(value)) {
    checkItems(value[name], `${path}.${name}`, add, (item, place) => {
      if (typeof item !== "string" || item === "") add("kernel.not_text", place, { got: shown(item) });
    });
  }
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @internal */
export function checkFields(value: unknown, path: string, known: readonly string[], add: AddFault): boolean {
  if (!isRecord(value)) {
    add("kernel.not_a_record", path, { got: shown(value) });
    return false;
  }
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) add("kernel.not_a_choice", `${path}.${name}`, { got: shown(name), want: known });
  }
  return true;
}

/** Looks at every item of a list, holes included. @internal */
export function checkItems(list: unknown, path: string, add: AddFault, check: (item: unknown, path: string) => void): void {
  if (!Array.isArray(list)) add("kernel.not_a_list", path, { got: shown(list) });
  else if (!(list.length <= MOST_ITEMS)) add("incentives.list_too_long", path, { most: MOST_ITEMS });
  else for (let i = 0; i < list.length; i++) check(list[i], `${path}[${i}]`);
}
