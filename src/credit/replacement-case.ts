import type { AvailableEvent } from "../engine/available-events.js";
import type { Refusal, State, Step } from "../engine/state-table.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";

/** Where a replacement case stands. Their words are in the table. */
export const replacementStates = [
  "opened",
  "evaluating",
  "planning",
  "handing_over",
  "replaced",
  "kept",
  "kept_restricted",
  "settled",
] as const;

/** One of `replacementStates`; the last four are its ends. */
export type ReplacementState = (typeof replacementStates)[number];

/** What a case carries. `startReplacementCase` makes it, events change it. */
export interface ReplacementData {
  /** The member that does not pay. */
  readonly memberId: string;
  /** Days past due when it was opened. */
  readonly overdueDays: number;
  /** Money past due when it was opened. */
  readonly overdueAmount: DecimalString;
  /** Members that could take over, as listed. */
  readonly candidates: readonly string[];
  /** Those that were found suitable. */
  readonly suitable: readonly string[];
  /** Who takes over. `null`: nobody yet. */
  readonly successorId: string | null;
  /** First day on which the decision is overdue. `null`: it was taken, or reminded of. */
  readonly decideBy: CalendarDate | null;
  /** The day on which the hand-over ends. `null`: it is not planned. */
  readonly handOverBy: CalendarDate | null;
  /** Why it was decided so. `null`: it was not. */
  readonly ground: string | null;
  /** The day of the last event. No event may be dated before it. */
  readonly since: CalendarDate;
}

/** A replacement case (更换经销商). Plain JSON: the host stores it. */
export type ReplacementCase = State<ReplacementState, ReplacementData>;

/** What can happen in a case. */
export type ReplacementEvent =
  /** The search is over. An empty list: there is nobody. */
  | { readonly type: "candidatesListed"; readonly asOf: CalendarDate; readonly candidates: readonly string[] }
  | { readonly type: "candidateEvaluated"; readonly asOf: CalendarDate; readonly candidateId: string; readonly suitable: boolean }
  /** Decided with what `evaluateReplacement` said of that candidate. */
  | {
      readonly type: "decided";
      readonly asOf: CalendarDate;
      readonly by: string;
      readonly candidateId: string;
      readonly decision: "replace" | "keep";
      readonly ground: string;
    }
  /** The search and evaluation left nobody. */
  | { readonly type: "searchEnded"; readonly asOf: CalendarDate }
  /** Planned with what `planHandOver` said. */
  | { readonly type: "handOverPlanned"; readonly asOf: CalendarDate; readonly endsOn: CalendarDate }
  | { readonly type: "handedOver"; readonly asOf: CalendarDate }
  /** Who was to take over does not: the case is open for the other candidates again. */
  | { readonly type: "successorLost"; readonly asOf: CalendarDate; readonly ground: string }
  /** It paid, or agreed on how to. */
  | { readonly type: "troubleSettled"; readonly asOf: CalendarDate; readonly ground: string }
  | { readonly type: "dayPassed"; readonly asOf: CalendarDate };

/** What the host knows. What is absent leaves the conditions that need it unknown, and then nothing moves. */
export interface ReplacementFacts {
  /** Whether the person may decide on the end of a relationship. */
  readonly mayDecide?: boolean | undefined;
  /** Whether the list of the exit is done: receivables settled or planned, deposit accounted, stock decided on, customers handed over. */
  readonly handOverComplete?: boolean | undefined;
}

/** What should follow. Returned, never run. */
export const replacementEffects = [
  "evaluate_candidate",
  "restrict_supply",
  "plan_hand_over",
  "start_exit",
  "relink_channel",
  "lift_restrictions",
  "remind_of_decision",
] as const;

/** One of `replacementEffects`. */
export type ReplacementEffect = (typeof replacementEffects)[number];

/** What an accepted event leads to. */
export type ReplacementStep = Step<ReplacementState, ReplacementData, ReplacementEffect>;

/** Why an event cannot be accepted now. */
export type ReplacementRefusal = Refusal<ReplacementEvent["type"]>;

/** An event, and whether it would be accepted from where a case stands. */
export type AvailableReplacementEvent = AvailableEvent<ReplacementEvent["type"]>;
