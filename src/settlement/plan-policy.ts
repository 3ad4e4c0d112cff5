/**
 * Compiles a policy into a plan.
 *
 * @internal
 */
import type { ChannelMember } from "../entities/channel-member.js";
import { type CompiledProgramme, compileProgramme } from "../incentives/compile-programme.js";
import { earnerMatches } from "../incentives/earner-matches.js";
import type { IncentiveProgramme, ProgrammeMeasure } from "../incentives/programme.js";
import { payingMeasures, qualifierMeasure } from "../incentives/qualifier-measure.js";
import { type CalendarDate, dayNumber } from "../kernel/calendar-date.js";
import { canonicalJson } from "../kernel/canonical-json.js";
import { lastDayOfPeriod, type Period } from "../kernel/period.js";
import { agreementClasses } from "./agreement-classes.js";
import { checkPolicy } from "./check-policy.js";
import { type Cut, cutWindows } from "./cut-windows.js";
import { inOneForm } from "./in-one-form.js";
import { saleWays } from "./kept-lines.js";
import { termKey } from "./line-sets.js";
import { maskMembers } from "./mask-members.js";
import { partnersOf } from "./partners-of.js";
import { CELL, type Plan, type PlannedMeasure, type PlannedProgramme, type Stream, type StreamKind } from "./plan.js";
import { planClaims, sharedKind, termsOf } from "./plan-claims.js";
import { planSlots, runsIn } from "./plan-slots.js";
import type { AccumulatorPolicy } from "./policy.js";
import { type FieldList, lineAttributes, maskAttribute, maskEvents, ownAttributes, ownListOf, wordsFor } from "./scope-masks.js";
import { planStacking } from "./stack-plan.js";

export function planPolicy(given: AccumulatorPolicy): Plan {
  const policy = checkPolicy(given);
  const { members } = policy;
  const programmes = policy.programmes.map(inOneForm);
  const compiled = programmes.map((programme, i) => compileProgramme(programme, `policy.programmes[${i}]`));
  const memberOf = Object.create(null) as { [id: string]: number };
  members.forEach(({ id }, m) => {
    memberOf[id] = m;
  });
  const uplines = members.map(({ uplineId }) => (uplineId === undefined ? undefined : memberOf[uplineId]));
  const downlines: number[][] = members.map(() => []);
  uplines.forEach((upline, seller) => {
    if (upline !== undefined) downlines[upline]?.push(seller);
  });
  const runFromAgreements = programmes.some(({ window }) => window.kind === "agreement");
  const classes = runFromAgreements ? agreementClasses(members, uplines) : undefined;
  /** By class of members; windows that all members share are those of the only class. */
  const cuts = programmes.map((programme) =>
    programme.window.kind === "agreement" && classes !== undefined
      ? classes.agreements.map((agreement) => cutWindows(programme, agreement))
      : [cutWindows(programme, undefined)],
  );

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
      agreementOf: programme.window.kind !== "agreement" ? undefined : programme.earner.uplineOfSeller === true ? "upline" : "seller",
      saleWays: saleWays(programme),
    } as const;
    const stream = place(kind, i);
    const paying = payingMeasures(programme);
    return {
      stream,
      measures: (programme.measures ?? []).map((measure) =>
        placeMeasure(measure, paying.includes(measure.name) ? kind : { ...kind, saleWays: undefined }, (one) => place(one, i)),
      ),
    };
  });
  const stack = planStacking(policy, cuts, classes);
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
  const periods = periodsOf(cuts.flat(2));
  const firstDay = periods.reduce((first, { start }) => Math.min(first, dayNumber(start)), Number.POSITIVE_INFINITY);
  const days = periods.reduce((beyond, { end }) => Math.max(beyond, dayNumber(end)), firstDay) - firstDay || 0;

  let width = 0;
  const streams = kinds.map((kind, s): Stream => {
    const { scope, trigger, returns, figure, perUnit, lineMoney, agreementOf, saleWays: ways } = kind;
    const classOf = agreementOf === undefined ? undefined : agreementOf === "upline" ? classes?.upline : classes?.own;
    const own = Array.from({ length: classOf === undefined ? 1 : (classes?.agreements.length as number) }, (_, c) =>
      periodsOf((readers[s] as readonly number[]).flatMap((i) => cuts[i]?.[c] as readonly Cut[])),
    );
    const { cuts: dates, slotOf } = planSlots(own, firstDay, days);
    // one form for all, see `foldTables`
    const stream = {
      scope,
      trigger,
      returns,
      figure,
      perUnit,
      lineMoney,
      agreementOf,
      saleWays: ways,
      cuts: dates,
      offset: width,
      slotOf,
      classOf,
    };
    width += dates.reduce((most, { length }) => Math.max(most, length - 1), 0) * CELL;
    return stream;
  });
  const runsOf = streams.map((stream) => runsIn(stream.cuts));

  const planned = programmes.map((programme, i): PlannedProgramme => {
    const { stream, measures } = streamsOf[i] as (typeof streamsOf)[number];
    const run = runsOf[stream] as (typeof runsOf)[number];
    const measuredIn = (period: Period, of: number) => (one: PlannedMeasure) => ({
      own: (runsOf[one.stream] as typeof run)(period, of),
      whole: one.whole === undefined ? undefined : (runsOf[one.whole] as typeof run)(period, of),
    });
    const grown = measures.find(({ name }) => name === qualifierMeasure(programme.qualifier));
    const eligible = eligibleOf(programme, members);
    return {
      programme,
      stream,
      measures,
      compiled: compiled[i] as CompiledProgramme,
      eligible,
      partners: programme.earner.jointly === true ? partnersOf(programme, members, eligible) : undefined,
      sellers: programme.earner.uplineOfSeller === true ? downlines : undefined,
      before: versionBefore(programmes, i),
      classOf: programme.window.kind === "agreement" ? classes?.own : undefined,
      windows: (cuts[i] as readonly (readonly Cut[])[]).map((own, of) =>
        own.map(({ window, counted, before }) => ({
          window: Object.freeze({ ...window, titles: Object.freeze({ ...window.titles }) }), // shared by many answers
          lastDay: lastDayOfPeriod(window),
          counted,
          slots: run(counted, of),
          measured: measures.map(measuredIn(counted, of)),
          before: before?.map(({ period, weight }) => ({
            run: run(period, of),
            measured: grown === undefined ? undefined : measuredIn(period, of)(grown),
            weight,
          })),
        })),
      ),
    };
  });

  const shared = terms.map((term) => ({
    of: term.of.map((at) => planned[at] as PlannedProgramme),
    stream: streamOfTerm.get(termKey(term)) as number,
  }));
  const memberMasks = maskMembers(planned, shared, uplines, words);

  const streamScopes = streams.map((stream) => stream.scope);
  const mask = (list: FieldList) => {
    const lists = streamScopes.map(({ include, exclude }) => ({ include: include?.[list], exclude: exclude?.[list] }));
    return maskAttribute(lists, words);
  };
  return {
    policy,
    members: members.map(({ id, title, payoutCurrency }) => ({
      id,
      titles: Object.freeze(title ?? { en: id, zh: id }),
      payoutCurrency,
    })),
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
    stacking: stack === undefined ? undefined : planClaims(stack, planned, streamOfTerm, runsOf, classes),
  };
}

function placeMeasure(
  { name, of, scope, perUnit, cashDiscount, lineTax, taxRate }: ProgrammeMeasure,
  kind: StreamKind,
  place: (kind: StreamKind) => number,
): PlannedMeasure {
  const net: StreamKind = { ...kind, scope };
  const all: StreamKind = { ...net, saleWays: undefined };
  if (perUnit !== undefined) {
    return { name, of, stream: place({ ...net, figure: "converted", perUnit }), reads: "amount", whole: place(all) };
  }
  const byLine = cashDiscount !== undefined || lineTax !== undefined;
  // without `lineTax` one rate is for all of them, and is put on their sum
  const lineMoney = byLine ? { cashDiscount, lineTax, taxRate: lineTax === undefined ? undefined : taxRate } : undefined;
  if (of === "quantity" || (of === "amount" && !byLine)) return { name, of, stream: place(net), reads: of, whole: undefined };
  const whole = of === "lines" ? undefined : place(all);
  return { name, of, stream: place({ ...net, figure: of === "amount" ? "net" : of, lineMoney }), reads: "amount", whole };
}

function startOf(programme: IncentiveProgramme | undefined): CalendarDate {
  return (programme as IncentiveProgramme).effective.start;
}

/** By member: 1 where the programme is for it. */
function eligibleOf({ earner }: IncentiveProgramme, members: AccumulatorPolicy["members"]): Uint8Array {
  const isEarner = earnerMatches(earner);
  const eligible = new Uint8Array(members.length);
  for (let m = 0; m < members.length; m++) if (isEarner(members[m] as ChannelMember)) eligible[m] = 1;
  return eligible;
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

/** Fields of a line by attribute list, in the order in which reasons are given. */
export const lineLists = Object.keys(lineAttributes) as readonly FieldList[];
