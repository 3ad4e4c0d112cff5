/**
 * What a settlement is told beside the lines, checked once and ready to be looked up.
 */
import type { JointFigures } from "../incentives/programme-answer.js";
import { type CalendarDate, dayNumber } from "../kernel/calendar-date.js";
import { at, checkList, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { checkCurrency } from "../kernel/currency.js";
import { type DecimalLike, type Exact, exact, text } from "../kernel/decimal.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { parseQuantity } from "../kernel/quantity.js";
import { type Openings, readCarry } from "./opening.js";
import type { PlannedWindow } from "./plan.js";
import type { SettlementFacts } from "./settlement-facts.js";
import type { Conversion } from "./statement.js";

/** @internal */
export interface ReadFacts extends Openings {
  readonly asOf: CalendarDate;
  /** The quota of the programme itself, or else, where sales are asked for, the member's for every programme. */
  readonly quotaOf: (memberId: string, programmeId: string, periodId: string, wanted: WantedQuota) => ReadQuota | undefined;
  readonly baselineOf: (memberId: string, programmeId: string, periodId: string) => Exact | undefined;
  /** Everything that is stated for the member, the programme and the window together. Absent: nothing is. */
  readonly statedOf: (memberId: string, programmeId: string, periodId: string) => Fields | undefined;
  /** The latest rate up to a day. */
  readonly rateOn: (from: string, to: string, day: CalendarDate) => Conversion | undefined;
  /** Whether something was settled before. Absent: nothing was. */
  readonly wasSettled: ((memberId: string, programmeId: string, periodId: string) => boolean) | undefined;
  /** What each group reached in each window, added up once in a settlement. */
  readonly joint: Map<PlannedWindow, Map<readonly number[], JointFigures>>;
  /** Absent: all members. */
  readonly memberIds: readonly string[] | undefined;
}

/** @internal */
export interface ReadQuota {
  readonly amount: Exact;
  /** The currency of money. */
  readonly unit: string;
}

/** @internal */
export interface WantedQuota {
  readonly isMoney: boolean;
  /** Whether only a quota of the programme's own is one. */
  readonly isOwn: boolean;
}

/** @internal */
export function readFacts(facts: SettlementFacts): ReadFacts {
  checkRecord(facts, "facts");
  const { asOf } = facts;
  dayNumber(asOf, "facts.asOf");
  const quotas = lookUp(facts.quotas, "facts.quotas", readQuota);
  const unitQuotas = lookUp(facts.unitQuotas, "facts.unitQuotas", readUnitQuota);
  const baselines = lookUp(facts.baselines, "facts.baselines", readBaseline);
  const stated = lookUp(facts.stated, "facts.stated", readStated);
  const opening = lookUp(facts.opening, "facts.opening", readCarry);
  return {
    asOf,
    quotaOf: (memberId, programmeId, periodId, { isMoney, isOwn }) => {
      const found = isMoney ? quotas : unitQuotas;
      return found.get(keyOf(memberId, programmeId, periodId)) ?? (isOwn ? undefined : found.get(keyOf(memberId, "", periodId)));
    },
    baselineOf: (memberId, programmeId, periodId) => baselines.get(keyOf(memberId, programmeId, periodId)),
    statedOf: (memberId, programmeId, periodId) => {
      const rows = [
        stated.get(keyOf(memberId, "", "")),
        stated.get(keyOf(memberId, "", periodId)),
        stated.get(keyOf(memberId, programmeId, "")),
        stated.get(keyOf(memberId, programmeId, periodId)),
      ].filter((row) => row !== undefined);
      return rows.length === 0 ? undefined : Object.assign({}, ...rows);
    },
    openingOf: (memberId, programmeId) => opening.get(keyOf(memberId, programmeId)),
    opens: opening.size > 0,
    wasSettled: settledOf(facts.settled),
    joint: new Map(),
    rateOn: ratesByDay(facts.exchangeRates),
    memberIds: facts.memberIds === undefined ? undefined : itemsOf(facts.memberIds, "facts.memberIds", checkText),
  };
}

type Keyed<T> = readonly [key: readonly string[], value: T];

/** Rows by their key. Two of one key would leave the choice to the order of the list. */
function lookUp<T>(list: unknown, path: string, read: (item: unknown, path: string) => Keyed<T>): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  itemsOf(list ?? [], path, (item, place) => {
    const [parts, value] = read(item, place);
    const key = keyOf(...parts);
    if (found.has(key)) throw kernelFault("kernel.named_twice", place, { got: shown(parts.filter((part) => part !== "").join(" ")) });
    found.set(key, value);
  });
  return found;
}

/** Reads a list item by item; the first that cannot be read ends it, however long it says it is. @internal */
export function itemsOf<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): readonly T[] {
  const list = checkList(value, path);
  const found: T[] = [];
  for (let i = 0; i < list.length; i++) found.push(read(list[i], `${path}[${i}]`));
  return found;
}

function readQuota(item: unknown, path: string): Keyed<ReadQuota> {
  const quota = checkRecord(item, path);
  const key = quotaKey(quota, path);
  const { amount, currency } = checkRecord(quota["amount"], at(path, "amount"));
  const read = {
    amount: exact(amount as DecimalLike, at(path, "amount.amount")),
    unit: checkCurrency(currency, at(path, "amount.currency")),
  };
  return [key, read];
}

function readUnitQuota(item: unknown, path: string): Keyed<ReadQuota> {
  const quota = checkRecord(item, path);
  const { value, unit } = parseQuantity(quota["quantity"], at(path, "quantity"));
  return [quotaKey(quota, path), { amount: exact(value), unit }];
}

function quotaKey(quota: Fields, path: string): readonly string[] {
  const [memberId, periodId] = textsOf(quota, path, ["memberId", "periodId"]);
  const programmeId = quota["programmeId"] === undefined ? "" : checkText(quota["programmeId"], at(path, "programmeId"));
  return [memberId, programmeId, periodId];
}

function readBaseline(item: unknown, path: string): Keyed<Exact> {
  const baseline = checkRecord(item, path);
  const [memberId, programmeId, periodId] = textsOf(baseline, path, ["memberId", "programmeId", "periodId"]);
  return [[memberId, programmeId, periodId], exact(baseline["value"] as DecimalLike, at(path, "value"))];
}

function readStated(item: unknown, path: string): Keyed<Fields> {
  const row = checkRecord(item, path);
  const name = (field: string) => (row[field] === undefined ? "" : checkText(row[field], at(path, field)));
  return [
    [checkText(row["memberId"], at(path, "memberId")), name("programmeId"), name("periodId")],
    checkRecord(row["facts"], at(path, "facts")),
  ];
}

/** Entries name a window as often as they post to it. */
function settledOf(list: unknown): ReadFacts["wasSettled"] {
  const named = new Set<string>();
  itemsOf(list ?? [], "facts.settled", (item, path) => {
    const entry = checkRecord(item, path);
    const memberId = checkText(entry["memberId"], at(path, "memberId"));
    const isGoods = entry["earning"] === undefined;
    if (isGoods && entry["programmeId"] === undefined) return;
    const place = isGoods ? path : at(path, "earning");
    const earning = isGoods ? entry : checkRecord(entry["earning"], place);
    named.add(keyOf(memberId, ...textsOf(earning, place, ["programmeId", "periodId"])));
  });
  return named.size === 0 ? undefined : (memberId, programmeId, periodId) => named.has(keyOf(memberId, programmeId, periodId));
}

function textsOf<const N extends readonly string[]>(fields: Fields, path: string, names: N): { readonly [I in keyof N]: string } {
  return names.map((name) => checkText(fields[name], at(path, name))) as unknown as { readonly [I in keyof N]: string };
}

function ratesByDay(list: unknown): ReadFacts["rateOn"] {
  const byPair = new Map<string, Conversion[]>();
  itemsOf(list ?? [], "facts.exchangeRates", (item, path) => {
    const row = checkRecord(item, path);
    const from = checkCurrency(row["from"], at(path, "from"));
    const to = checkCurrency(row["to"], at(path, "to"));
    const rate = exact(row["rate"] as DecimalLike, at(path, "rate"));
    if (!rate.greaterThan(0)) throw kernelFault("kernel.not_above_zero", at(path, "rate"), { got: shown(row["rate"]) });
    const date = row["asOf"] as CalendarDate;
    dayNumber(date, at(path, "asOf"));
    const known = byPair.get(keyOf(from, to));
    if (known === undefined) byPair.set(keyOf(from, to), [{ rate: text(rate), date }]);
    else known.push({ rate: text(rate), date });
  });
  for (const [pair, rates] of byPair) {
    rates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    if (rates.some(({ date }, i) => date === rates[i - 1]?.date)) {
      const [from, to] = JSON.parse(pair) as [string, string];
      throw kernelFault("kernel.exchange_rate_twice", "facts.exchangeRates", { from, to });
    }
  }
  return (from, to, day) => {
    let found: Conversion | undefined;
    for (const rate of byPair.get(keyOf(from, to)) ?? []) if (rate.date <= day) found = rate;
    return found;
  };
}

/** A key that no choice of identifiers can forge. */
function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
