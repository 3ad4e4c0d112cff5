/**
 * A whole settlement a second time: programmes that share sales, programmes in several versions, guarantees, caps and budgets, from raw sale lines
 * and in fractions. Sets of lines are lists of lines, and what is not known is guessed: whatever is settled must come out the same on every guess.
 */
import type { ChannelMember, SaleLine } from "qudao/entities";
import type { IncentiveProgramme, StackingGroup } from "qudao/incentives";
import type { AccumulatorMember, AccumulatorPolicy } from "qudao/settlement";
import {
  add,
  type Frac,
  floorOf,
  frac,
  fracOf,
  halfUp,
  isZero,
  least,
  minus,
  most,
  NONE,
  order,
  over,
  sum,
  times,
} from "./fraction-oracle.js";
import { type Memory, NO_MEMORY, type ProgrammeReader, type Read, readerOf, roundOff } from "./programme-oracle.js";
import { dateOf, dayOf, forMember, type OracleWindow } from "./window-oracle.js";

/** One line of a statement, read. */
export interface LineReading {
  readonly memberId: string;
  readonly programme: IncentiveProgramme;
  readonly window: OracleWindow;
  /** What is missing for it to be known by itself; `hangs`: it hangs on another programme that is not known. */
  readonly missing: string | undefined;
  /** In units where it is in goods. */
  readonly earned: Frac;
  /** What refundable payment caps withhold for the next window. `undefined`: it is not known. */
  readonly withheld: Frac | undefined;
}

export interface SettlementReadingFacts {
  readonly asOf: string;
  readonly lines: readonly SaleLine[];
  /** What the host states of a member, its quota of every programme included. */
  readonly statedOf: (memberId: string) => { readonly [fact: string]: unknown };
  /** What a window would have earned by itself that cannot be known. */
  readonly guess: (programme: IncentiveProgramme) => Frac;
}

interface Draft extends LineReading {
  readonly at: number;
  missing: string | undefined;
  earned: Frac;
  withheld: Frac | undefined;
  /** It guarantees nothing: a gate fails, or it gives way. */
  aside: boolean;
  /** What each line brought, by day and identifier, where single sales are capped. */
  sold: readonly Sold[];
}

interface Sold {
  readonly line: SaleLine;
  earned: Frac;
}

export function readSettlement(policy: AccumulatorPolicy, facts: SettlementReadingFacts): readonly LineReading[] {
  const found = policy.members.flatMap((member) => readMember(policy, facts, member));
  for (const id of new Set(policy.programmes.map((one) => one.id))) holdTermsOf(id, found, dayOf(facts.asOf));
  return found;
}

/** Days of `effective` in the order of time. */
function versionsOf(programmes: readonly IncentiveProgramme[], id: string): readonly IncentiveProgramme[] {
  return programmes.filter((one) => one.id === id).sort((a, b) => dayOf(a.effective.start) - dayOf(b.effective.start));
}

/** Whether a programme is for a member; it earns on its own sales or on those right under it. */
export function isEarner({ earner }: IncentiveProgramme, { kind, memberClass, groupIds = [] }: ChannelMember): boolean {
  const isInGroup = earner.groupIds?.some((id) => groupIds.includes(id)) ?? true;
  return isInGroup && (earner.kinds?.includes(kind) ?? true) && (earner.memberClasses?.includes(memberClass as string) ?? true);
}

/** Those who count together with a member, itself among them. */
function partnersOf(programme: IncentiveProgramme, members: readonly ChannelMember[], member: ChannelMember): readonly ChannelMember[] {
  const groupsOf = ({ groupIds = [] }: ChannelMember) => groupIds.filter((id) => programme.earner.groupIds?.includes(id) ?? true);
  const [group] = isEarner(programme, member) ? groupsOf(member) : [];
  return group === undefined ? [member] : members.filter((one) => isEarner(programme, one) && groupsOf(one).includes(group));
}

function readMember(policy: AccumulatorPolicy, facts: SettlementReadingFacts, member: AccumulatorMember): readonly Draft[] {
  const sells = (programme: IncentiveProgramme, id: string, earner: ChannelMember) =>
    programme.earner.uplineOfSeller === true ? policy.members.find((one) => one.id === id)?.uplineId === earner.id : id === earner.id;
  const today = dayOf(facts.asOf);
  const memories = new Map<string, Memory>();
  const memoryOf = (id: string) => memories.get(id) ?? NO_MEMORY;
  /** `undefined`: no day of the member's agreement is a day of the programme. */
  const readers = policy.programmes.map((programme): ProgrammeReader | undefined => {
    const own = programme.window.kind !== "agreement" ? programme : member.agreement && forMember(programme, member.agreement);
    if (own === undefined) return undefined;
    const soldFor = (one: ChannelMember) => facts.lines.filter(({ memberId }) => sells(programme, memberId, one));
    const together = partnersOf(programme, policy.members, member).flatMap(soldFor);
    return readerOf(own, soldFor(member), facts.statedOf(member.id), together);
  });
  const windowsAt = (at: number) =>
    isEarner(policy.programmes[at] as IncentiveProgramme, member)
      ? (readers[at]?.windows ?? []).filter(({ days }) => days.from <= today)
      : [];
  const draftOf = (at: number, window: OracleWindow, { earned, isClosed, after: { withheld } }: Read): Draft => {
    const programme = policy.programmes[at] as IncentiveProgramme;
    const missing = typeof earned === "string" ? earned : undefined;
    const known = typeof earned === "string" ? facts.guess(programme) : earned;
    return { memberId: member.id, programme, at, window, missing, earned: known, withheld, aside: isClosed, sold: [] };
  };

  if (policy.stacking === undefined) {
    const order_ = [...new Set(policy.programmes.map(({ id }) => id))].flatMap((id) => versionsOf(policy.programmes, id));
    return order_.flatMap((programme) => {
      const at = policy.programmes.indexOf(programme);
      const reader = readers[at] as ProgrammeReader;
      return windowsAt(at).flatMap((window) => {
        const memory = memoryOf(programme.id);
        if (!reader.isConcerned(window, memory)) return [];
        const read = reader.read(window, memory);
        memories.set(programme.id, read.after);
        const draft = draftOf(at, window, read);
        if (draft.missing === undefined && programme.caps?.some(({ per }) => per === "sale")) {
          const sold = soldIn(programme, reader, window, memory);
          if (typeof sold !== "string") draft.sold = sold;
          else {
            draft.missing = sold;
            draft.earned = facts.guess(programme);
          }
        }
        return [draft];
      });
    });
  }

  const groups = [...policy.stacking].sort((a, b) => a.priority - b.priority);
  const keyOf = ({ whole }: OracleWindow) => `${dateOf(whole.from)} ${dateOf(whole.to)}`;
  const keys = [...new Set(policy.programmes.flatMap((_, at) => windowsAt(at).map(keyOf)))].sort();
  return keys.flatMap((key) => {
    const there = policy.programmes.flatMap((programme, at) =>
      windowsAt(at)
        .filter((window) => keyOf(window) === key)
        .map((window) => ({ programme, at, window, reader: readers[at] as ProgrammeReader })),
    );
    type There = (typeof there)[number];
    const rankOf = (group: StackingGroup, { programme }: There) => [
      group.combine === "specific_first" ? narrowness(programme) : 0,
      programme.stacking?.priority ?? 0,
      dayOf(programme.effective.start),
    ];
    type Row = { readonly draft: Draft; readonly group: StackingGroup; readonly lines: readonly SaleLine[]; money: Frac };
    const done: Row[] = [];
    const drafts: Draft[] = [];
    for (const group of groups) {
      const queue = there
        .filter(({ programme }) => programme.stacking?.groupId === group.id)
        .sort((a, b) => compare(rankOf(group, a), rankOf(group, b)));
      const closing = groups.filter((other) => other.excludes.includes(group.id)).map((other) => done.filter((row) => row.group === other));
      const closes = (row: Row) => order(row.money, NONE) > 0 && row.draft.missing === undefined;
      const isShut = closing.some((rows) => rows.some(closes));
      const isBelowZero = (row: Row) => row.draft.missing === undefined && order(row.money, NONE) < 0;
      const owesNothing = closing.some(
        (rows) => rows.some(isBelowZero) && rows.every((row) => row.draft.missing === undefined && !closes(row)),
      );
      const mayBeShut = !isShut && closing.some((rows) => rows.some(({ draft }) => draft.missing !== undefined));
      const used = new Set<SaleLine>();
      const own: { readonly row: Row; readonly memory: Memory; readonly withheldUnknown: Memory["withheld"] }[] = [];
      for (const one of queue) {
        const { reader, window, programme, at } = one;
        const lines = reader.linesIn(window).filter((line) => !used.has(line));
        if (group.combine === "specific_first") for (const line of lines) used.add(line);
        const memory = memoryOf(programme.id);
        const has = (line: SaleLine) => !reader.linesIn(window).includes(line) || lines.includes(line);
        if (!reader.isConcerned(window, memory, has)) continue;
        const earlier = [
          ...done.filter((row) => group.reducedBy.includes(row.group.id)),
          ...(group.combine === "reduce_base" ? own.map(({ row }) => row) : []),
        ];
        const takenBy = (row: Row, some: readonly SaleLine[]) => {
          const whole = netOf(row.lines);
          // programmes that share nothing in all leave each other alone
          const isShared = !isZero(netOf(row.lines.filter((line) => lines.includes(line))));
          return isZero(whole) || !isShared ? NONE : over(times(row.money, netOf(row.lines.filter((line) => some.includes(line)))), whole);
        };
        const taken = sum(earlier.map((row) => takenBy(row, lines)));
        const hangs = earlier.some(
          (row) => row.draft.missing !== undefined && !isZero(netOf(row.lines.filter((line) => lines.includes(line)))),
        );
        const read = reader.read(window, memory, { has, taken });
        const isKnown = !hangs && !mayBeShut;
        const draft = draftOf(at, window, isKnown || typeof read.earned === "string" ? read : { ...read, earned: "hangs" });
        if (draft.missing === undefined && programme.caps?.some(({ per }) => per === "sale")) {
          const takenOf = (some: readonly SaleLine[]) => sum(earlier.map((row) => takenBy(row, some)));
          const sold = soldIn(programme, reader, window, memory, { has, takenOf });
          if (typeof sold !== "string") draft.sold = sold;
          else [draft.missing, draft.earned] = [sold, facts.guess(programme)];
        }
        // what is withheld before is not lost with a group that is excluded
        const isHidden = draft.missing !== undefined;
        const withheld = isShut ? memory.withheld : isHidden ? read.withheldUnknown : read.after.withheld;
        draft.withheld = withheld;
        memories.set(programme.id, { ...read.after, withheld });
        own.push({
          memory,
          withheldUnknown: read.withheldUnknown,
          row: { draft, group, lines, money: programme.goods === undefined ? draft.earned : NONE },
        });
      }
      const isOne = ["highest", "lowest", "first"].includes(group.combine);
      // of `first`, what comes after the first that earns for certain decides nothing
      const earning = own.findIndex(({ row: { draft } }) => draft.missing === undefined && !isZero(draft.earned));
      const deciding = group.combine === "first" && earning >= 0 ? own.slice(0, earning) : own;
      const isOpen = !isShut && isOne && deciding.some(({ row }) => row.draft.missing !== undefined);
      const only =
        isShut || isOpen
          ? undefined
          : winnerOf(
              group,
              own.map(({ row }) => row.draft),
            );
      for (const { row, memory, withheldUnknown } of own) {
        const { draft } = row;
        const keep = (withheld: Memory["withheld"]) => {
          draft.withheld = withheld;
          memories.set(draft.programme.id, { ...memoryOf(draft.programme.id), withheld });
        };
        if (isOpen && draft.missing === undefined) {
          draft.missing = "hangs";
          draft.earned = facts.guess(draft.programme);
          keep(withheldUnknown);
        } else if (isShut || (only !== undefined && only !== draft) || (owesNothing && isBelowZero(row))) {
          draft.earned = NONE;
          draft.sold = [];
          row.money = NONE;
          draft.aside = true;
          draft.missing = undefined;
          keep(memory.withheld);
        }
        drafts.push(draft);
        done.push(row);
      }
    }
    return drafts;
  });
}

/**
 * The window settled again with each line that comes; a text: what is missing while some are not there. `left`: what others that share the sales leave,
 * and what they take off some of the lines.
 */
function soldIn(
  { returns }: IncentiveProgramme,
  reader: ProgrammeReader,
  window: OracleWindow,
  memory: Memory,
  { has, takenOf }: { readonly has: (line: SaleLine) => boolean; readonly takenOf: (some: readonly SaleLine[]) => Frac } = {
    has: () => true,
    takenOf: () => NONE,
  },
): readonly Sold[] | string {
  const dayIn = ({ kind, date, originDate }: SaleLine) => (kind === "return" && returns === "restate" ? (originDate ?? date) : date);
  const placeOf = (line: SaleLine) => `${dayIn(line)} ${line.id}`;
  const lines = [...reader.linesThatPay(window)].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const steps = [undefined, ...lines].map((_, count) => {
    const some = lines.slice(0, count);
    const left = some.filter((line) => has(line) && reader.linesIn(window).includes(line));
    return reader.read(window, memory, { has: (line) => left.includes(line), counts: (line) => some.includes(line), taken: takenOf(left) })
      .earned;
  });
  const missing = steps.find((step) => typeof step === "string");
  if (typeof missing === "string") return missing;
  return lines.map((line, i) => ({ line, earned: minus(steps[i + 1] as Frac, steps[i] as Frac) }));
}

/** What a sale has asked for and was paid so far, by cap, member and sale. */
type Sales = Map<string, { readonly asked: Frac; readonly paid: Frac }>;

/** Each sale of a member pays at most so much over all windows, those of earlier versions included. */
function capSales({ caps = [], rounding }: IncentiveProgramme, own: readonly Draft[], sales: Sales): void {
  const unit = frac(10n ** BigInt(rounding.decimals));
  const declared = caps.filter(({ per }) => per === "sale").sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, most: text, saleBy } of declared) {
    const limit = over(frac(floorOf(times(fracOf(text), unit))), unit);
    for (const draft of own) {
      for (const one of draft.sold) {
        const sale = (saleBy === undefined ? undefined : one.line.attributes?.[saleBy]) ?? one.line.id;
        const key = [id, saleBy, draft.memberId, one.line.memberId, sale].join(" ");
        const { asked, paid } = sales.get(key) ?? { asked: NONE, paid: NONE };
        const lost = minus(asked, paid);
        const room = most(NONE, minus(limit, paid));
        const now = order(one.earned, NONE) < 0 ? least(NONE, add(one.earned, lost)) : least(one.earned, room);
        sales.set(key, { asked: add(asked, one.earned), paid: add(paid, now) });
        draft.earned = minus(draft.earned, minus(one.earned, now));
        one.earned = now;
      }
    }
  }
}

/** Where one of a group may earn: which. `undefined`: all may, or nobody earns anything. */
function winnerOf({ combine }: StackingGroup, own: readonly Draft[]): Draft | undefined {
  const earning = own.filter(({ earned }) => !isZero(earned));
  if (combine === "first" || earning.length === 0) return combine === "first" ? earning[0] : undefined;
  if (combine !== "highest" && combine !== "lowest") return undefined;
  // below 0 the farthest from 0 is the highest
  const isOwed = earning.every(({ earned }) => order(earned, NONE) < 0);
  const compared = earning.filter(({ earned }) => isOwed || order(earned, NONE) > 0);
  const best = compared.map(({ earned }) => earned).reduce((combine === "highest") !== isOwed ? most : least);
  return compared.find(({ earned }) => order(earned, best) === 0);
}

function narrowness({ scope: { include = {} } }: IncentiveProgramme): number {
  const { productIds, categoryIds, brandIds, territoryIds, attributes } = include;
  if (productIds !== undefined) return 0;
  if (categoryIds !== undefined) return 1;
  if (brandIds !== undefined) return 2;
  if (territoryIds !== undefined) return 3;
  return attributes === undefined ? 5 : 4;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number);
}

function netOf(lines: readonly SaleLine[]): Frac {
  return sum(lines.map(({ amount, kind }) => (kind === "return" ? minus(NONE, fracOf(amount)) : fracOf(amount))));
}

// what a programme says over several earnings

/** What waits under a cap, by member. */
type Waiting = Map<string, Map<string, Frac>>;

function holdTermsOf(id: string, drafts: readonly Draft[], today: number): void {
  const versions = versionsOf([...new Set(drafts.map(({ programme }) => programme))], id);
  const surplus = new Map<string, Frac>();
  const sales: Sales = new Map();
  let waiting: Waiting = new Map();
  for (const programme of versions) {
    const own = drafts
      .filter((draft) => draft.programme === programme)
      .sort(
        (a, b) =>
          a.window.whole.to - b.window.whole.to ||
          (a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : 0) ||
          a.window.whole.from - b.window.whole.from,
      );
    guarantee(programme, own, surplus, today);
    capSales(programme, own, sales);
    waiting = cap(programme, own, waiting);
    spend(programme, own);
  }
}

function guarantee(
  { guarantee: promised, rounding }: IncentiveProgramme,
  own: readonly Draft[],
  surplus: Map<string, Frac>,
  today: number,
): void {
  if (promised === undefined) return;
  for (const memberId of new Set(own.map((draft) => draft.memberId))) {
    let passed = surplus.get(memberId) ?? NONE;
    const windows = own.filter((draft) => draft.memberId === memberId).sort((a, b) => a.window.days.from - b.window.days.from);
    for (const draft of windows) {
      const { whole, days } = draft.window;
      if (draft.aside || (promised.paidAt === "end" && whole.to > today)) continue;
      const share = frac(BigInt(days.to - days.from), BigInt(whole.to - whole.from));
      const full = times(fracOf(promised.amount), share);
      const asked = promised.basis === "cumulative" ? most(NONE, minus(full, passed)) : full;
      passed = promised.basis === "cumulative" ? most(NONE, minus(add(passed, draft.earned), full)) : NONE;
      if (order(draft.earned, asked) < 0) draft.earned = roundOff(asked, rounding);
    }
    surplus.set(memberId, passed);
  }
}

/** Each key pays at most so much in all; what a member owes is less by what the cap took of it before. */
function cap({ caps = [], rounding }: IncentiveProgramme, own: readonly Draft[], waited: Waiting): Waiting {
  const next: Waiting = new Map();
  const keep = (capId: string, memberId: string, amount: Frac) => {
    const row = next.get(capId) ?? new Map<string, Frac>();
    row.set(memberId, add(row.get(memberId) ?? NONE, amount));
    next.set(capId, row);
  };
  const declared = caps
    .filter(({ per }) => per !== "sale")
    .sort((a, b) => (a.per === b.per ? (a.id < b.id ? -1 : 1) : a.per === "member" ? -1 : 1));
  /** What waited, and has found a line to be paid with. */
  const late: { readonly memberId: string; readonly target: Draft; amount: Frac }[] = [];
  const wake = (capId: string) => {
    for (const [memberId, amount] of [...(waited.get(capId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const target = own.filter((draft) => draft.memberId === memberId && draft.missing === undefined).at(-1);
      if (target === undefined) keep(capId, memberId, amount);
      else late.push({ memberId, target, amount });
    }
  };
  const gone = [...waited.keys()].filter((capId) => !declared.some((one) => one.id === capId && one.above === "kept")).sort();
  for (const capId of gone) wake(capId);
  const unit = frac(10n ** BigInt(rounding.decimals));
  for (const { id, per, most: text, above } of declared) {
    if (above === "kept") wake(id);
    const limit = over(frac(floorOf(times(fracOf(text), unit))), unit);
    const sums = new Map<string, Frac>();
    const lost = new Map<string, Frac>();
    for (const one of [...own, ...late]) {
      const key = per === "member" ? one.memberId : "all";
      const asked = "target" in one ? one.amount : one.earned;
      const before = sums.get(key) ?? NONE;
      const mine = lost.get(one.memberId) ?? NONE;
      const paid = order(asked, NONE) < 0 ? least(NONE, add(asked, mine)) : least(asked, most(NONE, minus(limit, before)));
      sums.set(key, add(before, paid));
      lost.set(one.memberId, add(mine, minus(asked, paid)));
      if (above === "kept" && order(paid, asked) !== 0) keep(id, one.memberId, minus(asked, paid));
      if ("target" in one) one.amount = paid;
      else one.earned = paid;
    }
  }
  for (const { target, amount } of late) target.earned = add(target.earned, amount);
  for (const row of next.values()) for (const [memberId, amount] of row) if (isZero(amount)) row.delete(memberId);
  return next;
}

function spend({ budget, rounding: { decimals } }: IncentiveProgramme, own: readonly Draft[]): void {
  if (budget === undefined) return;
  const unit = frac(10n ** BigInt(decimals));
  const room = floorOf(times(fracOf(budget.amount), unit));
  const asking = own.filter(({ earned }) => order(earned, NONE) > 0);
  const wanted = asking.map(({ earned }) => floorOf(times(earned, unit)));
  const all = wanted.reduce((a, b) => a + b, 0n);
  if (all <= room) return;
  let paid: bigint[];
  if (budget.how === "first_come") {
    let left = room;
    paid = wanted.map((units) => {
      const part = units < left ? units : left;
      left -= part;
      return part;
    });
  } else {
    paid = wanted.map((units) => (units * room) / all);
    const lost = wanted.map((units) => (units * room) % all);
    const cut = wanted.map((_, i) => i).filter((i) => lost[i] !== 0n);
    if (budget.remainder === "reverse_order") cut.reverse();
    if (budget.remainder === "largest_fraction_first") cut.sort((a, b) => Number((lost[b] as bigint) - (lost[a] as bigint)) || a - b);
    const spare = Number(room - paid.reduce((a, b) => a + b, 0n));
    for (const i of cut.slice(0, spare)) paid[i] = (paid[i] as bigint) + 1n;
  }
  const refused = new Map<string, Frac>();
  for (const draft of own) {
    const before = refused.get(draft.memberId) ?? NONE;
    const i = asking.indexOf(draft);
    const got = i >= 0 ? over(frac(paid[i] as bigint), unit) : least(NONE, add(draft.earned, before));
    refused.set(draft.memberId, add(before, minus(draft.earned, got)));
    draft.earned = got;
  }
}

/** As a statement writes it. */
export function written({ earned, programme }: LineReading): string {
  return halfUp(earned, programme.rounding.decimals);
}
