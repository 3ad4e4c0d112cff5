import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import { compileTable } from "./compile-table.js";
import { keepDay } from "./in-order.js";
import type { MachineKit } from "./machine.js";
import { readTable } from "./read-table.js";
import { roomKit } from "./room-kit.js";
import { checkRegions } from "./standing.js";
import type { MachineTypes } from "./state-table.js";

/**
 * Gives a room the makers of its guards, updates and machines, typed by what the room's machines speak of.
 *
 * @remarks
 * The types are written once, as `machineKit<RoomTypes>()`; names of states, guards and updates are inferred from the table. Beyond the
 * types only the shape is checked, when a machine is made, and the table is copied: `checkMachine` proofreads the names of a table, in a test.
 *
 * @returns `guard`, `update`, `inOrder`, `defineMachine` and `defineRegions`. The last two throw `kernel.*` for a table that is none.
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
 * const { defineMachine } = machineKit<{
 *   event: { type: "noted"; asOf: string }; data: { since?: string | undefined }; facts: object; effect: never;
 * }>();
 * const words = { en: "diary", zh: "日志" };
 * const diary = defineMachine({
 *   name: "diary", title: words, initial: "open", final: [], lastOn: "since",
 *   states: { open: words }, events: { noted: words }, effects: {}, guards: {}, updates: {},
 *   arrows: [{ from: "open", on: "noted", to: "=" }],
 * });
 * const first = stepState(diary, { at: "open", data: {} }, { type: "noted", asOf: "2024-03-02" }, {});
 * first.ok && first.value.next.data; // => { since: "2024-03-02" }
 * first.ok && stepState(diary, first.value.next, { type: "noted", asOf: "2024-03-01" }, {}).ok; // => false
 * ```
 *
 * @example Only what closes the page asks for the order of days
 * ```ts
 * import { machineKit, stepState } from "qudao/engine";
 *
 * const { inOrder, defineMachine } = machineKit<{
 *   event: { type: "closed"; asOf: string }; data: { openedOn: string }; facts: object; effect: never;
 * }>();
 * const title = { en: "it is not before the page was opened", zh: "日期不早于开页之日" };
 * const page = defineMachine({
 *   name: "page", title: { en: "page", zh: "页" }, initial: "open", final: ["closed"],
 *   states: { open: { en: "open", zh: "打开" }, closed: { en: "closed", zh: "已合" } }, events: { closed: { en: "closed", zh: "合上" } },
 *   effects: {}, guards: { after_opening: inOrder("openedOn", title) }, updates: {},
 *   arrows: [{ from: "open", on: "closed", when: "after_opening", to: "closed" }],
 * });
 * const open = { at: "open", data: { openedOn: "2024-03-02" } } as const;
 * stepState(page, open, { type: "closed", asOf: "2024-03-01" }, {}).ok; // => false
 * stepState(page, open, { type: "closed", asOf: "2024-03-02" }, {}).ok; // => true
 * ```
 *
 * @since 0.1.0
 */
export function machineKit<X extends MachineTypes>(): MachineKit<X> {
  const { guard, update, inOrder } = roomKit<X>();
  return {
    guard,
    update,
    inOrder: (field, title) => inOrder(checkText(field, "field") as typeof field, title),
    defineMachine: (table) =>
      readSafely("table", () => {
        const regions = [compileTable(keepDay(readTable(table, "table")), "", table.name)];
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
