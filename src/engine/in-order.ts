/** Time does not run backwards: what a table asks of the day of an event, and what it notes. */
import type { CalendarDate } from "../kernel/calendar-date.js";
import { latestDate } from "../kernel/compare-dates.js";
import type { Words } from "../kernel/message.js";
import { listOf, TIME } from "./compile-table.js";
import type { LooseTable, Scope } from "./read-table.js";

/** @internal */
export const inOrderTitle: Words = { en: "it does not come before what was recorded last", zh: "不早于上一条记录" };

/** @internal */
export function inOrder(field: string, title: Words = inOrderTitle): LooseTable["guards"][string] {
  return {
    title,
    needs: ["event.asOf"],
    reads: [`data.${field}`],
    test: (scope) => dayOf(scope) >= (lastOf(scope, field) ?? dayOf(scope)),
  };
}

/**
 * A table that keeps the day of its last event, as any other table: every arrow notes the day, and asks first, unless time takes it, that
 * the day is in order.
 *
 * @internal
 */
export function keepDay({ lastOn, ...table }: LooseTable): LooseTable {
  if (lastOn === undefined) return table;
  const noteDay = {
    title: { en: "note the day", zh: "记录日期" },
    needs: ["event.asOf"],
    reads: [`data.${lastOn}`],
    change: (scope: Scope) => ({ [lastOn]: latestDate(dayOf(scope), lastOf(scope, lastOn) ?? dayOf(scope)) }),
  };
  return {
    ...table,
    guards: { in_order: inOrder(lastOn), ...table.guards },
    updates: { note_day: noteDay, ...table.updates },
    arrows: table.arrows.map((arrow) => ({
      ...arrow,
      when: arrow.on === TIME ? arrow.when : ["in_order", ...listOf(arrow.when)],
      assign: [...listOf(arrow.assign), "note_day"],
    })),
  };
}

const dayOf = ({ event }: Scope) => event["asOf"] as CalendarDate;
const lastOf = ({ data }: Scope, field: string) => data[field] as CalendarDate | null | undefined;
