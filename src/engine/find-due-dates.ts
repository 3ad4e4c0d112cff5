import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { TIME } from "./compile-table.js";
import type { Machine } from "./machine.js";
import { regionsOf, standingsOf } from "./standing.js";
import type { MachineTypes, State } from "./state-table.js";

/** A day on which time may move something. */
export interface DueDate {
  /** First day on which the arrow may be taken. */
  readonly date: CalendarDate;
  /** The field of the data with the date. */
  readonly dueOn: string;
  /** The arrow. */
  readonly arrow: string;
  /** State it leads to. */
  readonly to: string;
}

/**
 * Lists the days on which `dayPassed` may move a state.
 *
 * @remarks
 * A host keeps the first date beside the state and asks its own index each morning, instead of offering the day to everyone. The
 * arrow may have guards too; whether they hold is told by `stepState` on the day. A date that is `null` or absent is not listed.
 *
 * @param machine - The tables.
 * @param state - Where it stands.
 * @returns The dates, earliest first; equal dates in table order. Empty: time alone moves nothing.
 * @throws LibraryFault `kernel.not_a_choice` for an unknown state, `kernel.not_a_date`, `kernel.not_a_record`.
 *
 * @example A trial ends
 * ```ts
 * import { findDueDates, machineKit } from "qudao/engine";
 *
 * const { defineMachine } = machineKit<{
 *   event: { type: "dayPassed"; asOf: string };
 *   data: { ends: string };
 *   facts: object;
 *   effect: never;
 * }>();
 * const trial = defineMachine({
 *   name: "trial", title: { en: "Trial", zh: "试销" }, initial: "running", final: ["over"],
 *   states: { running: { en: "running", zh: "进行中" }, over: { en: "over", zh: "结束" } },
 *   events: { dayPassed: { en: "day passed", zh: "日期推进" } }, effects: {}, guards: {}, updates: {},
 *   arrows: [{ from: "running", on: "dayPassed", dueOn: "ends", to: "over" }],
 * });
 * findDueDates(trial, { at: "running", data: { ends: "2024-07-01" } });
 * // => [{ date: "2024-07-01", dueOn: "ends", arrow: "running.dayPassed@ends", to: "over" }]
 * ```
 *
 * @since 0.1.0
 */
export function findDueDates<X extends MachineTypes, A>(machine: Machine<X, A>, state: State<NoInfer<A>, X["data"]>): readonly DueDate[] {
  return readSafely({ machine, state }, () => {
    const data = checkRecord(checkRecord(state, "state")["data"], "state.data");
    const dates: DueDate[] = [];
    for (const { offers } of standingsOf(regionsOf(machine), state.at)) {
      for (const { id, to, dueOn } of offers.get(TIME)?.rows ?? []) {
        if (dueOn === undefined) continue;
        const date = data[dueOn];
        if (date !== undefined && date !== null) dates.push({ date: parseDate(date, `state.data.${dueOn}`), dueOn, arrow: id, to });
      }
    }
    return dates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  });
}
