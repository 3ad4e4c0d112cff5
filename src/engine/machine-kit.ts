import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Words } from "../kernel/message.js";
import { checkRegions, checkTable } from "./check-table.js";
import { type CompiledRegion, compileTable } from "./compile-table.js";
import { inOrder, noteDay } from "./in-order.js";
import type { Guard, MachineTypes, Place, StateTable, Update } from "./state-table.js";

/**
 * A machine ready to step: its tables, indexed by state and event. A room keeps it to itself and offers verbs over JSON.
 *
 * `A` is a union of state names, or a record of such unions by region.
 */
export interface Machine<X extends MachineTypes, A> {
  /** Name of the machine. */
  readonly name: string;
  /** What it describes. */
  readonly title: Words;
  /** Its tables: one, with the empty region name, or one per region in the order their effects come. */
  readonly regions: readonly CompiledRegion[];
  /** Carries the types. Never set. */
  readonly types?: { readonly of: X; readonly at: A };
}

/** The name of a field of the data. */
type FieldOf<D extends object> = keyof D & string;

/** The makers of one room's guards, updates and machines. */
export interface MachineKit<X extends MachineTypes> {
  /** Makes a guard: reading a place that is neither in `needs` nor in `reads` does not compile. */
  guard<const N extends Place<X>, const R extends Place<X> = never>(guard: Guard<X, N, R>): Guard<X>;
  /** Makes an update: reading a place that is neither in `needs` nor in `reads` does not compile. */
  update<const N extends Place<X>, const R extends Place<X> = never>(update: Update<X, N, R>): Update<X>;
  /**
   * Makes the guard that time does not run backwards: the event is not dated before the day in a field of the data. A state that does not
   * carry it is open to any day. `title`: what must hold, as a short sentence. Absent: it does not come before what was recorded last.
   */
  inOrder(field: FieldOf<X["data"]>, title?: Words): Guard<X>;
  /** Makes the update that notes the day of the event in a field of the data, unless a later one stands there. */
  noteDay(field: FieldOf<X["data"]>): Update<X>;
  /** Makes a machine of one table: names that are not in it do not compile. */
  defineMachine<const S extends string, const G extends string, const U extends string>(table: StateTable<X, S, G, U>): Machine<X, S>;
  /** Joins machines of one table each into one machine with regions. */
  defineRegions<const M extends { readonly [region: string]: Machine<X, string> }>(
    name: string,
    title: Words,
    regions: M,
  ): Machine<X, { readonly [R in keyof M]: M[R] extends Machine<X, infer S> ? S : never }>;
}

/**
 * Gives a room the makers of its guards, updates and machines, typed by what the room's machines speak of.
 *
 * @remarks
 * The types are written once, as `machineKit<RoomTypes>()`; names of states, guards and updates are inferred from the table. Beyond the
 * types only the shape is checked, when a machine is made: `checkMachine` proofreads the names of a table, in a test.
 *
 * @returns `guard`, `update`, `inOrder`, `noteDay`, `defineMachine` and `defineRegions`. The last two throw `kernel.*` for a table that is none.
 *
 * @example A door that opens to those who know the word
 * ```ts
 * import { machineKit, stepState } from "qudao/engine";
 *
 * interface DoorTypes {
 *   event: { type: "knocked"; word?: string };
 *   data: { knocks: number };
 *   facts: { password?: string };
 *   effect: "greet";
 * }
 * const { guard, update, defineMachine } = machineKit<DoorTypes>();
 * const door = defineMachine({
 *   name: "door", title: { en: "Door", zh: "门" }, initial: "shut", final: ["open"],
 *   states: { shut: { en: "shut", zh: "关" }, open: { en: "open", zh: "开" } },
 *   events: { knocked: { en: "knocked", zh: "敲门" } },
 *   effects: { greet: { en: "greet", zh: "问候" } },
 *   guards: {
 *     word_known: guard({
 *       title: { en: "the word is right", zh: "口令正确" }, needs: ["event.word", "facts.password"],
 *       test: ({ event, facts }) => event.word === facts.password,
 *     }),
 *   },
 *   updates: {
 *     count: update({ title: { en: "count", zh: "计数" }, needs: ["data.knocks"], change: ({ data }) => ({ knocks: data.knocks + 1 }) }),
 *   },
 *   arrows: [{ from: "shut", on: "knocked", when: "word_known", to: "open", assign: "count", then: ["greet"] }],
 * });
 * const shut = { at: "shut", data: { knocks: 0 } } as const;
 * const opened = stepState(door, shut, { type: "knocked", word: "sesame" }, { password: "sesame" });
 * opened.ok && opened.value.next; // => { at: "open", data: { knocks: 1 } }
 * const unsure = stepState(door, shut, { type: "knocked", word: "sesame" }, {});
 * !unsure.ok && unsure.problem.failed.map((finding) => finding.status); // => ["unknown"]
 * ```
 *
 * @example Two regions, each with a state of its own
 * ```ts
 * import { machineKit, stepState } from "qudao/engine";
 *
 * const { defineMachine, defineRegions } = machineKit<{ event: { type: "paused" }; data: object; facts: object; effect: never }>();
 * const table = { final: [], events: { paused: { en: "paused", zh: "暂停" } }, effects: {}, guards: {}, updates: {} } as const;
 * const lines = { en: "lines", zh: "线路" };
 * const line = (name: string) => defineMachine({
 *   ...table, name, title: lines, initial: "open",
 *   states: { open: { en: "open", zh: "开" }, shut: { en: "shut", zh: "关" } }, arrows: [{ from: "open", on: "paused", to: "shut" }],
 * });
 * const both = defineRegions("lines", lines, { inbound: line("inbound"), outbound: line("outbound") });
 * const paused = stepState(both, { at: { inbound: "open", outbound: "shut" }, data: {} }, { type: "paused" }, {});
 * paused.ok && paused.value.next.at; // => { inbound: "shut", outbound: "shut" }
 * ```
 *
 * @example A diary in which no day comes before the last one
 * ```ts
 * import { machineKit, stepState } from "qudao/engine";
 *
 * const { inOrder, noteDay, defineMachine } = machineKit<{
 *   event: { type: "noted"; asOf: string }; data: { since?: string | undefined }; facts: object; effect: never;
 * }>();
 * const words = { en: "diary", zh: "日志" };
 * const diary = defineMachine({
 *   name: "diary", title: words, initial: "open", final: [], states: { open: words }, events: { noted: words }, effects: {},
 *   guards: { in_order: inOrder("since") }, updates: { note_day: noteDay("since") },
 *   arrows: [{ from: "open", on: "noted", when: "in_order", to: "=", assign: "note_day" }],
 * });
 * const first = stepState(diary, { at: "open", data: {} }, { type: "noted", asOf: "2024-03-02" }, {});
 * first.ok && first.value.next.data; // => { since: "2024-03-02" }
 * first.ok && stepState(diary, first.value.next, { type: "noted", asOf: "2024-03-01" }, {}).ok; // => false
 * ```
 *
 * @since 0.1.0
 */
export function machineKit<X extends MachineTypes>(): MachineKit<X> {
  return {
    guard: (guard) => guard as unknown as Guard<X>,
    update: (update) => update as unknown as Update<X>,
    inOrder: (field, title) => inOrder(checkText(field, "field"), title) as unknown as Guard<X>,
    noteDay: (field) => noteDay(checkText(field, "field")) as unknown as Update<X>,
    defineMachine: (table) =>
      readSafely("table", () => {
        const regions = [compileTable(checkTable(table, "table"), "", table.name)];
        return { name: table.name, title: table.title, regions };
      }),
    defineRegions: (name, title, regions) =>
      readSafely("regions", () => ({
        name,
        title,
        regions: Object.entries(checkRecord(regions, "regions")).flatMap(([region, machine]) =>
          checkRegions(machine, `regions.${region}`).map(({ table }) => compileTable(table, region, name)),
        ),
      })),
  };
}
