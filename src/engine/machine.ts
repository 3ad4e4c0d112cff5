import type { Words } from "../kernel/message.js";
import type { CompiledRegion } from "./compile-table.js";
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

/** The makers of one room's guards, updates and machines. */
export interface MachineKit<X extends MachineTypes> {
  /** Makes a guard: reading a place that is neither in `needs` nor in `reads` does not compile. */
  guard<const N extends Place<X>, const R extends Place<X> = never>(guard: Guard<X, N, R>): Guard<X>;
  /** Makes an update: reading a place that is neither in `needs` nor in `reads` does not compile. */
  update<const N extends Place<X>, const R extends Place<X> = never>(update: Update<X, N, R>): Update<X>;
  /**
   * Makes the guard that time does not run backwards: the event is not dated before the day in a field of the data. A state that does not
   * carry it is open to any day. A table that asks this of every event says `lastOn` instead.
   * `title`: what must hold, as a short sentence. Absent: it does not come before what was recorded last.
   */
  inOrder(field: keyof X["data"] & string, title?: Words): Guard<X>;
  /** Makes a machine of one table: names that are not in it do not compile. */
  defineMachine<const S extends string, const G extends string, const U extends string>(table: StateTable<X, S, G, U>): Machine<X, S>;
  /** Joins machines of one table each into one machine with regions. */
  defineRegions<const M extends { readonly [region: string]: Machine<X, string> }>(
    name: string,
    title: Words,
    regions: M,
  ): Machine<X, { readonly [R in keyof M]: M[R] extends Machine<X, infer S> ? S : never }>;
}
