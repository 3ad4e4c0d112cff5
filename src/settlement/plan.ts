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
}

/** What of a line a stream adds up as its amount. */
export type StreamFigure = "net" | Exclude<MeasuredFigure, "amount" | "quantity">;

/** Which lines a stream counts, and what of them. */
export interface StreamKind {
  readonly scope: LineScope;
  /** `null`: lines that are of no event. */
  readonly trigger: SaleLineEvent | null;
  readonly returns: ReturnsPolicy;
  readonly figure: StreamFigure;
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
}

export interface PlannedMeasure {
  readonly name: string;
  readonly of: MeasuredFigure;
  readonly stream: number;
  /** The stream of the same lines with nothing asked of them: where it counts more lines, some have no cost. Absent: nothing can be missing. */
  readonly whole: number | undefined;
}

export interface PlannedWindow {
  readonly window: NamedPeriod;
  readonly lastDay: CalendarDate;
  /** The days that count: the window as far as the programme is in force. */
  readonly counted: Period;
  readonly slots: SlotRun;
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

  const planned = programmes.map((programme, i): PlannedProgramme => {
    const { stream, measures } = streamsOf[i] as (typeof streamsOf)[number];
    const slotAt = indexOf((streams[stream] as Stream).cuts);
    const run = ({ start, end }: Period): SlotRun => ({ from: slotAt.get(start) as number, to: slotAt.get(end) as number });
    const earns = earnersOf(programme.earner);
    return {
      programme,
      stream,
      measures,
      evaluate: compiled[i] as CompiledProgramme,
      eligible: Uint8Array.from(members, (member) => (earns(member) ? 1 : 0)),
      windows: (cuts[i] as readonly Cut[]).map(({ window, counted, before }) => ({
        window: Object.freeze({ ...window, titles: Object.freeze({ ...window.titles }) }), // shared by many answers
        lastDay: lastDayOfPeriod(window),
        counted,
        slots: run(counted),
        before: before?.map(({ period, weight }) => ({ run: run(period), weight })),
      })),
    };
  });

  const memberOf = Object.create(null) as { [id: string]: number };
  const memberMasks = new Int32Array(members.length * words);
  members.forEach((member, m) => {
    memberOf[member.id] = m;
    for (const { eligible, stream, measures } of planned) {
      if (eligible[m] !== 1) continue;
      setBit(memberMasks, m, words, stream);
      for (const measure of measures)
        for (const one of [measure.stream, measure.whole ?? measure.stream]) setBit(memberMasks, m, words, one);
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
  };
}

function placeMeasure({ name, of, scope }: ProgrammeMeasure, kind: StreamKind, place: (kind: StreamKind) => number): PlannedMeasure {
  const net: StreamKind = { ...kind, scope };
  if (of === "amount" || of === "quantity") return { name, of, stream: place(net), whole: undefined };
  const whole = of === "lines" ? undefined : place(net);
  return { name, of, stream: place({ ...net, figure: of }), whole };
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
} as const satisfies { readonly [L in keyof EarnerFilter]-?: keyof ChannelMember };

function earnersOf(earner: EarnerFilter): (member: ChannelMember) => boolean {
  const lists = (Object.keys(earnerAttributes) as (keyof EarnerFilter)[]).flatMap((list) => {
    const wanted: readonly string[] | undefined = earner[list];
    return wanted === undefined ? [] : [{ field: earnerAttributes[list], wanted: new Set(wanted) }];
  });
  return (member) => lists.every(({ field, wanted }) => wanted.has(member[field] as string));
}

/** Fields of a line by attribute list, in the order in which reasons are given. */
export const lineLists = Object.keys(lineAttributes) as readonly FieldList[];
