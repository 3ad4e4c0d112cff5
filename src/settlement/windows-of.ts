/**
 * What differs from member to member where windows run from the agreement of each.
 *
 * @internal
 */
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { PlannedProgramme, PlannedStacking, PlannedWindow, StackRound, Stream } from "./plan.js";

/** The windows in which a member earns. */
export function windowsOf({ windows, classOf }: Pick<PlannedProgramme, "windows" | "classOf">, member: number): readonly PlannedWindow[] {
  return of(windows, classOf, member);
}

/** The windows in which a member's programmes are combined, in the order of time. */
export function roundsOf({ rounds, classOf }: Pick<PlannedStacking, "rounds" | "classOf">, member: number): readonly StackRound[] {
  return rounds.at(classOf?.[member] ?? 0) ?? [];
}

/** The first day of every slot of a member's lines, and the end of the last. */
export function cutsOf({ cuts, classOf }: Pick<Stream, "cuts" | "classOf">, member: number): readonly CalendarDate[] {
  return of(cuts, classOf, member);
}

function of<T>(byClass: readonly (readonly T[])[], classOf: Int32Array | undefined, member: number): readonly T[] {
  return byClass[classOf === undefined ? 0 : (classOf[member] as number)] ?? [];
}
