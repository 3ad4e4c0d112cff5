/**
 * state-table: what may happen next, one arrow per line.
 *
 * A machine is a table of arrows: from which state, on which event, when which guards hold, to which state, and what should follow.
 * Guards, updates and effects are words; `machineKit` gives the makers of the functions behind the first two, typed once per room,
 * and effects are only ever returned. `stepState` offers one event to a state: the first arrow in table order whose guards hold is
 * taken; otherwise the refusal lists every guard that failed and the events that have an arrow instead. A guard that lacks a fact is
 * `unknown`, and an arrow that cannot be decided stops the step: the arrows after it may be the wrong ones.
 *
 * Time is an event, `dayPassed`. An arrow that waits for a day names a date of the state's data (`dueOn`), so `findDueDates` lets a
 * host index dates and `findDue` tells what time alone will do. A member that is in several regions at once (relationship, level,
 * standing) has one table per region, joined by `defineRegions`: an event is offered to every region that knows it, all of them see
 * the state before the event, and the step is refused where none of them moves or, so that no event is half-applied, where one of
 * them cannot be decided. Time alone is not held up: what cannot be decided today is asked again tomorrow. `availableEvents` asks without moving,
 * `replayEvents` rebuilds a state from its history, `checkMachine` proofreads a table and `renderMachine` draws it.
 */
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Message, MessageParams, Words } from "../kernel/message.js";

/** The types a machine speaks of. A room writes them once and hands them to `machineKit`. */
export interface MachineTypes {
  /** The events: a union of records told apart by `type`, with what they carry. */
  readonly event: { readonly type: string };
  /** What a state carries beside its name: deadlines, counters. `{}` where it carries nothing. */
  readonly data: object;
  /** What the host knows when it offers an event. */
  readonly facts: object;
  /** Names of what should follow. */
  readonly effect: string;
  /** State by region, where guards of one region look at another. Absent: they do not. */
  readonly at?: object | undefined;
}

/** The event that lets time pass: a day has come. */
export interface DayPassed {
  /** Always `dayPassed`. */
  readonly type: "dayPassed";
  /** The day that has come. */
  readonly asOf: CalendarDate;
}

/** Where something stands. `A` is the name of a state, or a record of names by region. */
export interface State<A = string, D extends object = object> {
  /** The state, or the state in every region. */
  readonly at: A;
  /** What it carries. */
  readonly data: D;
}

type NamesOf<T> = T extends unknown ? keyof T & string : never;
type FieldOf<T, K extends string> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type Part = "event" | "data" | "facts" | "at";

/** The name of an event. */
export type EventName<X extends MachineTypes> = X["event"]["type"];

/** A place that a guard or an update may read: `event.score`, `data.trialEnd`, `facts.minimumScore`, `at.standing`. */
export type Place<X extends MachineTypes> = { [P in Part & keyof X]: `${P}.${NamesOf<NonNullable<X[P]>>}` }[Part & keyof X];

/** What a guard or an update sees: the places it needs, present and not null; those it only reads, which may be neither; and nothing else. */
export type Seen<X extends MachineTypes, N extends string, R extends string = never> = {
  readonly [P in Part & keyof X]: {
    readonly [K in NamesOf<NonNullable<X[P]>> as `${P}.${K}` extends N ? K : never]: NonNullable<FieldOf<X[P], K>>;
  } & {
    readonly [K in NamesOf<NonNullable<X[P]>> as `${P}.${K}` extends R ? K : never]?: FieldOf<X[P], K> | undefined;
  };
};

/** A condition of an arrow. */
export interface Guard<X extends MachineTypes, N extends string = Place<X>, R extends string = never> {
  /** What must hold, as a short sentence. */
  readonly title: Words;
  /** Places the test reads. One of them missing or null: the guard is `unknown`, and the test is not run. */
  readonly needs: readonly N[];
  /** Places the test reads as well, where missing or null means something: an end that was never agreed. Absent: none. */
  readonly reads?: readonly R[] | undefined;
  /** Tells whether it holds; `"unknown"` where a fact is there but leaves it open. Total. */
  readonly test: (seen: Seen<X, N, R>) => boolean | "unknown";
}

/** A change of the data that an arrow makes. */
export interface Update<X extends MachineTypes, N extends string = Place<X>, R extends string = never> {
  /** What is noted, as a short phrase. */
  readonly title: Words;
  /** Places it reads. One of them missing or null: the arrow is `unknown`, so a state never moves without its data. */
  readonly needs: readonly N[];
  /** Places it reads as well, where missing or null means something. Absent: none. */
  readonly reads?: readonly R[] | undefined;
  /** The fields that change; a field set to `undefined` is removed. All updates of an arrow see the data before it. */
  readonly change: (seen: Seen<X, N, R>) => Partial<X["data"]>;
}

/** Something that should follow. It is returned, never run. */
export interface Effect<F extends string = string> {
  /** What should be done. */
  readonly effect: F;
  /** What the table says about it, and the values the arrow sends with it. `{}`: nothing more. */
  readonly params: MessageParams;
}

/** An effect as an arrow names it. */
export interface ArrowEffect<X extends MachineTypes> {
  /** What should be done. */
  readonly effect: X["effect"];
  /** What the table says about it. Absent: nothing. */
  readonly params?: MessageParams | undefined;
  /**
   * Places that go with it as parameters, under the name behind the point; `data.` as the arrow leaves it. One that is missing is `null`
   * in the effect. Absent: none.
   */
  readonly with?: readonly Place<X>[] | undefined;
}

/** One arrow of a table. */
export interface Arrow<X extends MachineTypes, S extends string, G extends string, U extends string> {
  /** State it leaves, several, or `"*"`: every state that is not final. */
  readonly from: S | readonly S[] | "*";
  /** Event it answers. */
  readonly on: EventName<X>;
  /** Guards that must all hold. Absent: none. */
  readonly when?: G | readonly G[] | undefined;
  /**
   * For `dayPassed`: the field of the data with the first day on which the arrow may be taken. `null` there: no day is set, it is not
   * due. No such field there: `unknown`.
   */
  readonly dueOn?: (keyof X["data"] & string) | undefined;
  /** State it leads to. `"="`: it stays. */
  readonly to: S | "=";
  /** Changes of the data. Absent: none. */
  readonly assign?: U | readonly U[] | undefined;
  /** What should follow, in order. Absent: nothing. */
  readonly then?: readonly (X["effect"] | ArrowEffect<X>)[] | undefined;
  /** Why the arrow is there. Absent: it speaks for itself. */
  readonly note?: Words | undefined;
}

/** A table as a room writes it. `S` states, `G` guards, `U` updates. */
export interface StateTable<X extends MachineTypes, S extends string = string, G extends string = string, U extends string = string> {
  /** Name of the machine, or of the region. */
  readonly name: string;
  /** What it describes. */
  readonly title: Words;
  /** Where it begins; several where there are several ways in. */
  readonly initial: NoInfer<S> | readonly NoInfer<S>[];
  /** States that nothing leaves. */
  readonly final: readonly NoInfer<S>[];
  /**
   * The field of the data with the day of the last event. Every arrow notes its day there, unless a later one stands there, and no event but
   * `dayPassed` is accepted with an earlier day; a state that does not carry it is open to any. Explanations call this the guard `in_order`
   * and the update `note_day`; a table that has its own by these names keeps them. Absent: no day is noted.
   */
  readonly lastOn?: (keyof X["data"] & string) | undefined;
  /** Every state, with its title. */
  readonly states: { readonly [K in S]: Words };
  /** Every event the table knows, with its title. In a region: the events that concern it. */
  readonly events: { readonly [E in EventName<X>]?: Words };
  /** Every effect the table names, with its title. */
  readonly effects: { readonly [F in X["effect"]]?: Words };
  /** The guards by name. */
  readonly guards: { readonly [K in G]: Guard<X> };
  /** The updates by name. */
  readonly updates: { readonly [K in U]: Update<X> };
  /** The arrows. Order decides: the first that holds is taken. */
  readonly arrows: readonly Arrow<X, NoInfer<S>, NoInfer<G>, NoInfer<U>>[];
}

/** Where a guard stands: it holds, it does not, or it cannot be told. */
export type GuardStatus = "met" | "unmet" | "unknown";

/** What was found about one guard of one arrow. */
export interface GuardFinding extends Message<"engine.guard_met" | "engine.guard_unmet" | "engine.guard_unknown" | "engine.guard_open"> {
  /** Whether it holds. */
  readonly status: GuardStatus;
}

/** What an accepted event leads to. */
export interface Step<A, D extends object, F extends string> {
  /** The new state. `data` is the object that came in where no arrow changed it. */
  readonly next: State<A, D>;
  /** What should follow, in order. Nothing has been done yet. */
  readonly effects: readonly Effect<F>[];
  /** The arrows taken, as `trial.reviewed[good_score]`: one, or one per region that moved. */
  readonly arrows: readonly string[];
  /** From where to where, and every guard that was asked on the way. */
  readonly explanation: Explanation<"engine.step" | "engine.steps">;
}

/** Why an event cannot be accepted now. The state stays as it was. */
export interface Refusal<E extends string = string> extends Message<"engine.event_refused"> {
  /** Every guard that does not hold or cannot be told, of every arrow of this event from this state. Empty: there is no such arrow. */
  readonly failed: readonly GuardFinding[];
  /** Other events that have an arrow from this state. `availableEvents` tells which of them would pass. */
  readonly allowed: readonly E[];
}
