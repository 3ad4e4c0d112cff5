/**
 * A policy compiled once: what `accumulate` reads for every line and `settle` for every window.
 *
 * Programmes with the same scope share one *stream* of figures. Time is cut at every boundary of their windows (and of the windows
 * a year before, where growth needs them) into *slots* that do not overlap, so that a day belongs to one slot and any window,
 * rolling ones too, is a run of slots. A *cell* is one member's figures in one slot of one stream.
 *
 * @internal
 */
import type { ChannelMember } from "../entities/channel-member.js";
import { type CompiledProgramme, compileProgramme } from "../incentives/compile-programme.js";
import type { EarnerFilter, IncentiveProgramme, LineFilter, LineScope } from "../incentives/programme.js";
import { addMonths, type CalendarDate, dayNumber } from "../kernel/calendar-date.js";
import { listPeriods, samePeriodYearBefore } from "../kernel/list-periods.js";
import { intersectPeriods, lastDayOfPeriod, type Period } from "../kernel/period.js";
import type { NamedPeriod } from "../kernel/period-rule.js";
import { canonicalJson } from "./canonical-json.js";
import { checkPolicy } from "./check-policy.js";
import type { AccumulatorPolicy } from "./policy.js";
import { type AttributeMask, lineAttributes, maskAttribute, setBit, wordsFor } from "./scope-masks.js";

export interface Plan {
  readonly policy: AccumulatorPolicy;
  /** Index of each member, by identifier. Null prototype. */
  readonly memberOf: { readonly [id: string]: number | undefined };
  readonly memberMasks: Int32Array;
  readonly words: number;
  readonly attributes: { readonly [L in keyof LineFilter]-?: AttributeMask };
  readonly streams: readonly Stream[];
  /** First day that any stream looks at, and how many follow. */
  readonly firstDay: number;
  readonly days: number;
  /** Figures of one member: three numbers for every slot of every stream. */
  readonly width: number;
  readonly programmes: readonly PlannedProgramme[];
}

export interface Stream {
  readonly scope: LineScope;
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
  readonly windows: readonly PlannedWindow[];
  readonly evaluate: CompiledProgramme;
  /** By member: 1 where the programme is for it. */
  readonly eligible: Uint8Array;
}

export interface PlannedWindow {
  readonly window: NamedPeriod;
  readonly lastDay: CalendarDate;
  /** The days that count: the window as far as the programme is in force. */
  readonly counted: Period;
  readonly slots: SlotRun;
  /** The same days a year before. Absent: nothing is measured against them, or they cannot be named. */
  readonly before: SlotRun | undefined;
}

/** From the first slot to before the last. */
export interface SlotRun {
  readonly from: number;
  readonly to: number;
}

/** Numbers in one cell: amount, quantity, lines. */
export const CELL = 3;

interface Cut {
  readonly window: NamedPeriod;
  readonly counted: Period;
  readonly before: Period | undefined;
}

export function planPolicy(given: AccumulatorPolicy): Plan {
  const policy = checkPolicy(given);
  const { programmes, members } = policy;
  const compiled = programmes.map((programme, i) => compileProgramme(programme, `policy.programmes[${i}]`));
  const cuts = programmes.map(cutWindows);

  const scopes = new Map<string, number[]>();
  programmes.forEach((programme, i) => {
    const key = canonicalJson(programme.scope);
    scopes.set(key, [...(scopes.get(key) ?? []), i]);
  });
  const groups = [...scopes.values()];
  const words = wordsFor(groups.length);
  const periods = cuts.flat().flatMap((cut) => (cut.before === undefined ? [cut.counted] : [cut.counted, cut.before]));
  const firstDay = periods.reduce((first, { start }) => Math.min(first, dayNumber(start)), Number.POSITIVE_INFINITY);
  const days = periods.reduce((beyond, { end }) => Math.max(beyond, dayNumber(end)), firstDay) - firstDay || 0;

  let width = 0;
  const streams = groups.map((group): Stream => {
    const own = group
      .flatMap((i) => cuts[i] as readonly Cut[])
      .flatMap((cut) => (cut.before === undefined ? [cut.counted] : [cut.counted, cut.before]));
    const dates = [...new Set(own.flatMap((period) => [period.start, period.end]))].sort();
    const stream = {
      scope: (programmes[group[0] as number] as IncentiveProgramme).scope,
      cuts: dates,
      offset: width,
      slotOf: slotsByDay(dates, own, firstDay, days),
    };
    width += Math.max(0, dates.length - 1) * CELL;
    return stream;
  });

  const planned = programmes.map((programme, i): PlannedProgramme => {
    const stream = groups.findIndex((group) => group.includes(i));
    const slotAt = indexOf((streams[stream] as Stream).cuts);
    const run = ({ start, end }: Period): SlotRun => ({ from: slotAt.get(start) as number, to: slotAt.get(end) as number });
    const earns = earnersOf(programme.earner);
    return {
      programme,
      stream,
      evaluate: compiled[i] as CompiledProgramme,
      eligible: Uint8Array.from(members, (member) => (earns(member) ? 1 : 0)),
      windows: (cuts[i] as readonly Cut[]).map(({ window, counted, before }) => ({
        window: Object.freeze({ ...window, titles: Object.freeze({ ...window.titles }) }), // shared by many answers
        lastDay: lastDayOfPeriod(window),
        counted,
        slots: run(counted),
        before: before === undefined ? undefined : run(before),
      })),
    };
  });

  const memberOf = Object.create(null) as { [id: string]: number };
  const memberMasks = new Int32Array(members.length * words);
  members.forEach((member, m) => {
    memberOf[member.id] = m;
    for (const entry of planned) if (entry.eligible[m] === 1) setBit(memberMasks, m, words, entry.stream);
  });

  const streamScopes = streams.map((stream) => stream.scope);
  const mask = (list: keyof LineFilter) => maskAttribute(list, streamScopes, words);
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
    streams,
    firstDay: periods.length === 0 ? 0 : firstDay,
    days,
    width,
    programmes: planned,
  };
}

/** A programme's windows as far as it is in force, each with the days a year before where growth is measured against them. */
function cutWindows(programme: IncentiveProgramme): readonly Cut[] {
  const { window: rule, effective, qualifier } = programme;
  const looksBack = (qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate") && qualifier.baseline === "prior_year";
  return listPeriods(rule, effective).flatMap((window): readonly Cut[] => {
    const counted = intersectPeriods(window, effective);
    if (counted === null) return [];
    if (!looksBack) return [{ window, counted, before: undefined }];
    const whole = counted.start === window.start && counted.end === window.end;
    const before = whole ? samePeriodYearBefore(rule, window) : { start: addMonths(counted.start, -12), end: addMonths(counted.end, -12) };
    return [{ window, counted, before: before === undefined ? undefined : { start: before.start, end: before.end } }];
  });
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
export const lineLists = Object.keys(lineAttributes) as readonly (keyof LineFilter)[];
