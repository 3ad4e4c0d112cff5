/**
 * A policy compiled once: what `accumulate` reads for every line and `settle` for every window.
 *
 * Programmes with the same scope share one *stream* of figures. Time is cut at every boundary of their windows (and of the windows
 * a year before, where growth needs them) into *slots* that do not overlap, so that a day belongs to one slot and any window,
 * rolling ones too, is a run of slots. A *cell* is one member's figures in one slot of one stream. Where windows run from the agreement of each member,
 * members whose agreements have the same days are a *class*, with slots of its own.
 *
 * @internal
 */
import type { SaleLineEvent } from "../entities/catalogue.js";
import type { CompiledProgramme } from "../incentives/compile-programme.js";
import type { IncentiveProgramme, LineScope, MeasuredFigure, ProgrammeMeasure, ReturnsPolicy } from "../incentives/programme.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Exact } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Period } from "../kernel/period.js";
import type { NamedPeriod } from "../kernel/period-rule.js";
import type { ScopeTerm } from "./line-sets.js";
import type { AccumulatorPolicy } from "./policy.js";
import type { AttributeMask, FieldList } from "./scope-masks.js";
import type { StackClaim, StackPlan } from "./stack-plan.js";

export interface Plan {
  readonly policy: AccumulatorPolicy;
  /** What statements say of each member. */
  readonly members: readonly PlannedMember[];
  /** Index of each member, by identifier. Null prototype. */
  readonly memberOf: { readonly [id: string]: number | undefined };
  readonly memberMasks: Int32Array;
  readonly words: number;
  readonly attributes: { readonly [L in FieldList]-?: AttributeMask };
  readonly events: AttributeMask;
  /** The host's own attributes that some scope looks at. */
  readonly own: readonly { readonly name: string; readonly mask: AttributeMask }[];
  readonly streams: readonly Stream[];
  /** First day that any stream looks at, and how many follow. */
  readonly firstDay: number;
  readonly days: number;
  /** Figures of one member: three numbers for every slot of every stream. */
  readonly width: number;
  readonly programmes: readonly PlannedProgramme[];
  /** Programmes by index, every version after the one before it. */
  readonly order: readonly number[];
  /** Absent: every programme earns for itself. */
  readonly stacking: PlannedStacking | undefined;
}

export interface PlannedMember {
  readonly id: string;
  /** Its name, or its identifier; frozen, shared by many answers. */
  readonly titles: Words;
  readonly payoutCurrency: string | undefined;
}

/** What of a line a stream adds up as its amount. `converted`: the quantity in the unit of a measure. */
export type StreamFigure = "net" | "converted" | Exclude<MeasuredFigure, "amount" | "quantity">;

/** Which lines a stream counts, and what of them. */
export interface StreamKind {
  readonly scope: LineScope;
  /** `null`: lines that are of no event. */
  readonly trigger: SaleLineEvent | null;
  readonly returns: ReturnsPolicy;
  readonly figure: StreamFigure;
  /** What one unit of each product counts as, where the figure is `converted`. */
  readonly perUnit?: ProgrammeMeasure["perUnit"];
  /** What is done to the money of each line before it is added up. Absent: nothing. */
  readonly lineMoney?: LineMoney | undefined;
  /** From whose agreement the windows run: the member's that sold, or that of the one above it. Absent: all members share them. */
  readonly agreementOf?: "seller" | "upline" | undefined;
  /** Ways of naming the sale of a line, for programmes that cap single sales: see `kept-lines.ts`. Absent: no line is kept. */
  readonly saleWays?: readonly string[] | undefined;
}

/** The words of a measure that each line answers for itself. */
export type LineMoney = Pick<ProgrammeMeasure, "cashDiscount" | "lineTax" | "taxRate">;

export interface Stream extends StreamKind {
  /** By class of members, see `classOf`: first day of every slot, as a date, and the end of the last. */
  readonly cuts: readonly (readonly CalendarDate[])[];
  /** Where the stream's slots begin in a member's figures. */
  readonly offset: number;
  /** Slot of each day since `firstDay`, −1: none; the days of one class of members after those of another. */
  readonly slotOf: Int32Array;
  /** The class of each member whose lines it counts: the days of the agreement that its windows run from. `undefined`: all members are of class 0. */
  readonly classOf: Int32Array | undefined;
}

export interface PlannedProgramme {
  readonly programme: IncentiveProgramme;
  readonly stream: number;
  readonly measures: readonly PlannedMeasure[];
  /** By class of members: read them by `windowsOf`. */
  readonly windows: readonly (readonly PlannedWindow[])[];
  /** The class of each member that earns, by the days of its agreement. `undefined`: all members are of class 0. */
  readonly classOf: Int32Array | undefined;
  readonly compiled: CompiledProgramme;
  /** By member: 1 where the programme is for it. */
  readonly eligible: Uint8Array;
  /** By earner: the members whose lines it earns on. Absent: its own. */
  readonly sellers: readonly (readonly number[])[] | undefined;
  /** By member: all of its group, itself included, that the programme is for. Absent: each counts alone. */
  readonly partners: readonly (readonly number[])[] | undefined;
  /** The version before it, by index: what that carries on is carried in here. Absent: it is the first. */
  readonly before: number | undefined;
}

export interface PlannedMeasure {
  readonly name: string;
  readonly of: MeasuredFigure;
  readonly stream: number;
  /** Which figure of a cell holds it. */
  readonly reads: "amount" | "quantity";
  /** The stream of the same lines with nothing asked of them: where it counts more lines, some have no cost or price. Absent: nothing can be missing. */
  readonly whole: number | undefined;
}

export interface PlannedWindow {
  readonly window: NamedPeriod;
  readonly lastDay: CalendarDate;
  /** The days that count: the window as far as the programme is in force. */
  readonly counted: Period;
  readonly slots: SlotRun;
  /** The same days in the streams of each measure. */
  readonly measured: readonly MeasuredRun[];
  /** The days before that growth is measured against, each with its weight. Absent: nothing is measured against them, or they cannot be named. */
  readonly before: readonly WeighedRun[] | undefined;
}

export interface WeighedRun {
  readonly run: SlotRun;
  /** The same days in the streams of the measure that grows. Absent: none does. */
  readonly measured: MeasuredRun | undefined;
  readonly weight: Exact;
}

/** The slots of a measure's stream, and of the stream of all its lines where some figure may be missing. */
export interface MeasuredRun {
  readonly own: SlotRun;
  readonly whole: SlotRun | undefined;
}

/** From the first slot to before the last. */
export interface SlotRun {
  readonly from: number;
  readonly to: number;
}

/** Numbers in one cell: amount, quantity, lines. */
export const CELL = 3;

/** Programmes that share sales, with what their line sets read. */
export interface PlannedStacking {
  readonly groups: StackPlan["groups"];
  readonly claims: ReadonlyMap<string, readonly PlannedClaim[]>;
  /** By class of members, those without an agreement last: read them by `roundsOf`. */
  readonly rounds: readonly (readonly StackRound[])[];
  /** The class of each member, by the days of its agreement; −1: it has none. `undefined`: all members are of class 0. */
  readonly classOf: Int32Array | undefined;
}

/** Windows of one name and one stretch of time. */
export interface StackRound {
  /** By programme. */
  readonly windows: ReadonlyMap<number, PlannedWindow>;
  /** The most versions of one programme among them. */
  readonly versions: number;
}

export interface PlannedClaim extends StackClaim {
  readonly leftTerms: readonly PlannedTerm[];
  readonly sharedTerms: ReadonlyMap<number, readonly PlannedTerm[]>;
}

/** Figures of the lines that several programmes all count, to be added or taken away. */
export interface PlannedTerm extends ScopeTerm {
  readonly stream: number;
  /** By window of the first of its programmes. Absent: no day of it is counted by all. */
  readonly runs: ReadonlyMap<PlannedWindow, SlotRun>;
}
