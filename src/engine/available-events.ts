import { checkRecord, readSafely } from "../kernel/check.js";
import type { Words } from "../kernel/message.js";
import { chooseRow } from "./choose-row.js";
import { TIME } from "./compile-table.js";
import type { Machine } from "./machine.js";
import { regionsOf, scopeOf, standingsOf } from "./standing.js";
import type { EventName, GuardFinding, MachineTypes, State } from "./state-table.js";

/** Whether an event would be accepted now. */
export interface AvailableEvent<E extends string = string> {
  /** The event. */
  readonly event: E;
  /** Its title. */
  readonly title: Words;
  /** `unknown`: a fact is missing, or something the event itself must carry. */
  readonly status: "allowed" | "refused" | "unknown";
  /** The guards that were asked. Empty: the event has no arrow from this state, or one without guards. */
  readonly findings: readonly GuardFinding[];
}

/**
 * Tells of every event whether it would be accepted now, and why.
 *
 * @remarks
 * The events are asked bare, without what they carry: a guard that needs `event.score` is unknown, and its finding names the place. So
 * the answer also tells what an event must bring. With regions, an event is allowed where some region would move and none, time
 * excepted, leaves it open.
 *
 * @param machine - The tables.
 * @param state - Where it stands.
 * @param facts - What the host knows.
 * @returns One entry per event, in the order of the tables.
 * @throws LibraryFault as `stepState`.
 *
 * @example What a closed case still takes
 * ```ts
 * import { availableEvents, machineKit } from "qudao/engine";
 *
 * const { defineMachine } = machineKit<{ event: { type: "closed" } | { type: "reopened" }; data: object; facts: object; effect: never }>();
 * const cases = defineMachine({
 *   name: "case", title: { en: "Case", zh: "案件" }, initial: "open", final: [],
 *   states: { open: { en: "open", zh: "开启" }, shut: { en: "shut", zh: "关闭" } },
 *   events: { closed: { en: "closed", zh: "关闭" }, reopened: { en: "reopened", zh: "重开" } },
 *   effects: {}, guards: {}, updates: {},
 *   arrows: [{ from: "open", on: "closed", to: "shut" }, { from: "shut", on: "reopened", to: "open" }],
 * });
 * availableEvents(cases, { at: "shut", data: {} }, {}).map(({ event, status }) => [event, status]);
 * // => [["closed", "refused"], ["reopened", "allowed"]]
 * ```
 *
 * @since 0.1.0
 */
export function availableEvents<X extends MachineTypes, A>(
  machine: Machine<X, A>,
  state: State<NoInfer<A>, X["data"]>,
  facts: X["facts"],
): readonly AvailableEvent<EventName<X>>[] {
  return readSafely({ machine, state, facts }, () => {
    const standings = standingsOf(regionsOf(machine), checkRecord(state, "state")["at"]);
    const titles = new Map(standings.flatMap(({ offers }) => [...offers].map(([type, { eventTitle }]) => [type, eventTitle] as const)));
    return [...titles].map(([type, title]): AvailableEvent<EventName<X>> => {
      const scope = scopeOf(state, { type }, facts);
      const choices = standings.flatMap(({ offers }) => {
        const offer = offers.get(type);
        return offer === undefined ? [] : [chooseRow(offer.rows, scope)];
      });
      const whys = choices.map(({ why }) => why);
      const taken = whys.includes("taken");
      const status = whys.includes("unknown") && !(taken && type === TIME) ? "unknown" : taken ? "allowed" : "refused";
      return { event: type as EventName<X>, title, status, findings: choices.flatMap(({ findings }) => findings) };
    });
  });
}
