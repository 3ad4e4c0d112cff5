/**
 * A policy compiled once: what `accumulate` reads for every line and `settle` for every window.
 *
 * Programmes with the same scope share one *stream* of figures. Time is cut at every boundary of their windows (and of the windows
 * a year before, where growth needs them) into *slots* that do not overlap, so that a day belongs to one slot and any window,
 * rolling ones too, is a run of slots. A *cell* is one member's figures in one slot of one stream.
 *
 * @internal
 */
import type { SaleLineEvent } from "../entities/catalogue.js";
import type { ChannelMember } from "../entities/channel-member.js";
import { compileProgramme } from "../incentives/compile-programme.js";
import type {
  EarnerFilter,
  IncentiveProgramme,
  LineScope,
  MeasuredFigure,
  ProgrammeMeasure,
  ReturnsPolicy,
} from "../incentives/programme.js";
import type { CompiledProgramme } from "../incentives/programme-answer.js";
import { type CalendarDate, dayNumber } from "../kernel/calendar-date.js";
import type { Exact } from "../kernel/decimal.js";
import { lastDayOfPeriod, type Period } from "../kernel/period.js";
import type { NamedPeriod } from "../kernel/period-rule.js";
import { canonicalJson } from "./canonical-json.js";
import { checkPolicy } from "./check-policy.js";
import { type Cut, cutWindows } from "./cut-windows.js";
import { termKey } from "./line-sets.js";
import { type PlannedStacking, planClaims, sharedKind, termsOf } from "./plan-claims.js";
import type { AccumulatorPolicy } from "./policy.js";
import {
  type AttributeMask,
  type FieldList,
  lineAttributes,
  maskAttribute,
  maskEvents,
  ownAttributes,
  ownListOf,
  setBit,
  wordsFor,
} from "./scope-masks.js";
import { planStacking } from "./stack-plan.js";

export interface Plan {
  readonly policy: AccumulatorPolicy;
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
}

export interface Stream extends StreamKind {
  /** First day of every slot, as a date, and the end of the last. */
  readonly cuts: readonly CalendarDate[];
  /** Where the stream's slots begin in a member's figures. */
  readonly offset: number;
  /** Slot of each day since `firstDay`; −1: none. */
  readonly slotOf: Int32Array;
}

export interface PlannedProgramme {
  readonly programme: IncentiveProgramme;
  readonly stream: number;
  readonly measures: readonly PlannedMeasure[];
  readonly windows: readonly PlannedWindow[];
  readonly evaluate: CompiledProgramme;
  /** By member: 1 where the programme is for it. */
  readonly eligible: Uint8Array;
  /** By earner: the members whose lines it earns on. Absent: its own. */
  readonly sellers: readonly (readonly number[])[] | undefined;
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
  readonly measured: readonly { readonly own: SlotRun; readonly whole: SlotRun | undefined }[];
  /** The same days of years before, each with its weight. Absent: nothing is measured against them, or they cannot be named. */
  readonly before: readonly WeighedRun[] | undefined;
}

export interface WeighedRun {
  readonly run: SlotRun;
  readonly weight: Exact;
}

/** From the first slot to before the last. */
export interface SlotRun {
  readonly from: number;
  readonly to: number;
}

/** Numbers in one cell: amount, quantity, lines. */
export const CELL = 3;

export function planPolicy(given: AccumulatorPolicy): Plan {
  const policy = checkPolicy(given);
  const { programmes, members } = policy;
  const compiled = programmes.map((programme, i) => compileProgramme(programme, `policy.programmes[${i}]`));
  const cuts = programmes.map(cutWindows);

  const kinds: StreamKind[] = [];
  /** The programmes that each stream is read by. */
  const readers: number[][] = [];
  const places = new Map<string, number>();
  const place = (kind: StreamKind, programme: number): number => {
    const key = canonicalJson(kind);
    const stream = places.get(key) ?? kinds.push(kind) - 1;
    places.set(key, stream);
    readers[stream] = [...(readers[stream] ?? []), programme];
    return stream;
  };
  const streamsOf = programmes.map((programme, i) => {
    const kind = {
      scope: programme.scope,
      trigger: programme.trigger ?? null,
      returns: programme.returns ?? "deduct",
      figure: "net",
    } as const;
    const stream = place(kind, i);
    return { stream, measures: (programme.measures ?? []).map((measure) => placeMeasure(measure, kind, (one) => place(one, i))) };
  });
  const stack = planStacking(policy);
  const terms = termsOf(stack);
  const streamOfTerm = new Map<string, number>();
  for (const term of terms) {
    const kind = sharedKind(
      term,
      programmes,
      streamsOf.map(({ stream }) => kinds[stream] as StreamKind),
    );
    for (const at of term.of) streamOfTerm.set(termKey(term), place(kind, at));
  }
  const words = wordsFor(kinds.length);
  const periodsOf = (list: readonly Cut[]) => list.flatMap(({ counted, before = [] }) => [counted, ...before.map(({ period }) => period)]);
  const periods = periodsOf(cuts.flat());
  const firstDay = periods.reduce((first, { start }) => Math.min(first, dayNumber(start)), Number.POSITIVE_INFINITY);
  const days = periods.reduce((beyond, { end }) => Math.max(beyond, dayNumber(end)), firstDay) - firstDay || 0;

  let width = 0;
  const streams = kinds.map((kind, s): Stream => {
    const own = periodsOf((readers[s] as readonly number[]).flatMap((i) => cuts[i] as readonly Cut[]));
    const dates = [...new Set(own.flatMap((period) => [period.start, period.end]))].sort();
    const stream = {
      ...kind,
      cuts: dates,
      offset: width,
      slotOf: slotsByDay(dates, own, firstDay, days),
    };
    width += Math.max(0, dates.length - 1) * CELL;
    return stream;
  });

  const memberOf = Object.create(null) as { [id: string]: number };
  members.forEach(({ id }, m) => {
    memberOf[id] = m;
  });
  const uplines = members.map(({ uplineId }) => (uplineId === undefined ? undefined : memberOf[uplineId]));
  const downlines = members.map((_, m) => uplines.flatMap((upline, seller) => (upline === m ? [seller] : [])));
  const runsOf = streams.map(({ cuts: dates }) => {
    const slotAt = indexOf(dates);
    return ({ start, end }: Period): SlotRun => ({ from: slotAt.get(start) as number, to: slotAt.get(end) as number });
  });

  const planned = programmes.map((programme, i): PlannedProgramme => {
    const { stream, measures } = streamsOf[i] as (typeof streamsOf)[number];
    const run = runsOf[stream] as (period: Period) => SlotRun;
    const earns = earnersOf(programme.earner);
    return {
      programme,
      stream,
      measures,
      evaluate: compiled[i] as CompiledProgramme,
      eligible: Uint8Array.from(members, (member) => (earns(member) ? 1 : 0)),
      sellers: programme.earner.uplineOfSeller === true ? downlines : undefined,
      before: versionBefore(programmes, i),
      windows: (cuts[i] as readonly Cut[]).map(({ window, counted, before }) => ({
        window: Object.freeze({ ...window, titles: Object.freeze({ ...window.titles }) }), // shared by many answers
        lastDay: lastDayOfPeriod(window),
        counted,
        slots: run(counted),
        measured: measures.map((one) => ({
          own: (runsOf[one.stream] as typeof run)(counted),
          whole: one.whole === undefined ? undefined : (runsOf[one.whole] as typeof run)(counted),
        })),
        before: before?.map(({ period, weight }) => ({ run: run(period), weight })),
      })),
    };
  });

  const memberMasks = new Int32Array(members.length * words);
  members.forEach((_, m) => {
    const sellsFor = ({ eligible, sellers }: PlannedProgramme) => {
      const earner = sellers === undefined ? m : uplines[m];
      return earner !== undefined && eligible[earner] === 1;
    };
    for (const entry of planned) {
      if (!sellsFor(entry)) continue;
      setBit(memberMasks, m, words, entry.stream);
      for (const measure of entry.measures)
        for (const one of [measure.stream, measure.whole ?? measure.stream]) setBit(memberMasks, m, words, one);
    }
    for (const term of terms) {
      if (term.of.every((at) => sellsFor(planned[at] as PlannedProgramme)))
        setBit(memberMasks, m, words, streamOfTerm.get(termKey(term)) as number);
    }
  });

  const streamScopes = streams.map((stream) => stream.scope);
  const mask = (list: FieldList) => {
    const lists = streamScopes.map(({ include, exclude }) => ({ include: include?.[list], exclude: exclude?.[list] }));
    return maskAttribute(lists, words);
  };
  return {
    policy,
    memberOf,
    memberMasks,
    words,
    attributes: {
      productIds: mask("productIds"),
      categoryIds: mask("categoryIds"),
      brandIds: mask("brandIds"),
      territoryIds: mask("territoryIds"),
    },
    events: maskEvents(
      streams.map(({ trigger }) => trigger ?? undefined),
      words,
    ),
    own: ownAttributes(streamScopes).map((name) => {
      const lists = streamScopes.map(({ include, exclude }) => ({ include: ownListOf(include, name), exclude: ownListOf(exclude, name) }));
      return { name, mask: maskAttribute(lists, words) };
    }),
    streams,
    firstDay: periods.length === 0 ? 0 : firstDay,
    days,
    width,
    programmes: planned,
    order: planned.map((_, i) => i).sort((a, b) => dayNumber(startOf(programmes[a])) - dayNumber(startOf(programmes[b])) || a - b),
    stacking: stack === undefined ? undefined : planClaims(stack, planned, streamOfTerm, runsOf),
  };
}

function placeMeasure(
  { name, of, scope, perUnit }: ProgrammeMeasure,
  kind: StreamKind,
  place: (kind: StreamKind) => number,
): PlannedMeasure {
  const net: StreamKind = { ...kind, scope };
  if (perUnit !== undefined) {
    return { name, of, stream: place({ ...net, figure: "converted", perUnit }), reads: "amount", whole: place(net) };
  }
  if (of === "amount" || of === "quantity") return { name, of, stream: place(net), reads: of, whole: undefined };
  const whole = of === "lines" ? undefined : place(net);
  return { name, of, stream: place({ ...net, figure: of }), reads: "amount", whole };
}

function startOf(programme: IncentiveProgramme | undefined): CalendarDate {
  return (programme as IncentiveProgramme).effective.start;
}

/** The latest version of the same programme that ends before this one begins. */
function versionBefore(programmes: readonly IncentiveProgramme[], at: number): number | undefined {
  const { id, effective } = programmes[at] as IncentiveProgramme;
  let found: number | undefined;
  programmes.forEach((other, i) => {
    const earlier = other.id === id && other.effective.end <= effective.start;
    if (earlier && (found === undefined || startOf(programmes[found]) < other.effective.start)) found = i;
  });
  return found;
}

/** Which slot each day is in. Only days inside a window have one: between windows nothing is counted. */
function slotsByDay(dates: readonly CalendarDate[], windows: readonly Period[], firstDay: number, days: number): Stream["slotOf"] {
  const slotOf = new Int32Array(days).fill(-1);
  const slotAt = indexOf(dates);
  const cuts = dates.map((date) => dayNumber(date) - firstDay);
  const covered = new Uint8Array(Math.max(0, cuts.length - 1));
  for (const { start, end } of windows) covered.fill(1, slotAt.get(start), slotAt.get(end));
  covered.forEach((inside, slot) => {
    if (inside === 1) slotOf.fill(slot, cuts[slot], cuts[slot + 1]);
  });
  return slotOf;
}

function indexOf(dates: readonly CalendarDate[]): ReadonlyMap<CalendarDate, number> {
  return new Map(dates.map((date, i) => [date, i]));
}

/** The lists of an earner filter, and the member's field that each looks at. */
export const earnerAttributes = {
  kinds: "kind",
  memberClasses: "memberClass",
  territoryIds: "territoryId",
  levels: "level",
  memberIds: "id",
} as const satisfies { readonly [L in Exclude<keyof EarnerFilter, "uplineOfSeller">]-?: keyof ChannelMember };

function earnersOf(earner: EarnerFilter): (member: ChannelMember) => boolean {
  const lists = (Object.keys(earnerAttributes) as (keyof typeof earnerAttributes)[]).flatMap((list) => {
    const wanted: readonly string[] | undefined = earner[list];
    return wanted === undefined ? [] : [{ field: earnerAttributes[list], wanted: new Set(wanted) }];
  });
  return (member) => lists.every(({ field, wanted }) => wanted.has(member[field] as string));
}

/** Fields of a line by attribute list, in the order in which reasons are given. */
export const lineLists = Object.keys(lineAttributes) as readonly FieldList[];
