/**
 * Credit figures a second time, written differently: BigInt cents, days of the machine's calendar, one item and one day at a time.
 */
import type { OpenItem, ReceivedPayment } from "qudao/credit";

/** `"12.3"` → 1230n. Amounts of these tests have at most two places. */
export function cents(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
}

/** 1230n → `"12.3"`, as the library spells working amounts. */
export function spelled(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % 100n)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${size / 100n}${fraction === "" ? "" : `.${fraction}`}`;
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** What is open of an item at the end of a day. */
export function openCents(item: OpenItem, asOf: string): bigint {
  if (dayOf(item.postedOn) > dayOf(asOf)) return 0n;
  let left = cents(item.amount);
  for (const { on, amount } of item.settlements ?? []) if (dayOf(on) <= dayOf(asOf)) left -= cents(amount);
  return left;
}

/** Amounts by band: not due, one per bound, above, unapplied credit. */
export function oracleAgeing(items: readonly OpenItem[], asOf: string, bounds: readonly number[]): readonly string[] {
  const bands = new Array<bigint>(bounds.length + 3).fill(0n);
  for (const item of items) {
    const open = item.kind === "claim" ? openCents(item, asOf) : -openCents(item, asOf);
    const late = dayOf(asOf) - dayOf(item.dueOn ?? item.postedOn);
    const above = bounds.findIndex((bound) => late <= bound);
    const band = open < 0n ? bands.length - 1 : late <= 0 ? 0 : above < 0 ? bounds.length + 1 : above + 1;
    bands[band] = (bands[band] as bigint) + open;
  }
  return bands.map(spelled);
}

/** Cent by cent of each payment, to the claim that is the oldest due at that moment. */
export function oracleAllocation(items: readonly OpenItem[], payments: readonly ReceivedPayment[]): ReadonlyMap<string, bigint> {
  const left = new Map(items.map((item) => [item.id, openCents(item, "9999-12-31")]));
  const paid = new Map<string, bigint>();
  const turn = [...payments].sort((a, b) => (`${a.paidOn} ${a.id}` < `${b.paidOn} ${b.id}` ? -1 : 1));
  for (const payment of turn) {
    for (let cent = 0n; cent < cents(payment.amount); cent++) {
      const open = items.filter(
        (item) =>
          item.kind === "claim" &&
          item.memberId === payment.memberId &&
          item.postedOn <= payment.paidOn &&
          (left.get(item.id) as bigint) > 0n,
      );
      const key = (item: OpenItem) => `${item.dueOn ?? item.postedOn} ${item.postedOn} ${item.id}`;
      const oldest = open.reduce<OpenItem | undefined>(
        (first, item) => (first === undefined || key(item) < key(first) ? item : first),
        undefined,
      );
      const to = `${payment.id} → ${oldest?.id ?? "credit"}`;
      if (oldest !== undefined) left.set(oldest.id, (left.get(oldest.id) as bigint) - 1n);
      paid.set(to, (paid.get(to) ?? 0n) + 1n);
    }
  }
  return paid;
}

/** Interest of one claim in cents, day by day; rates in ten-thousandths a year. Half a cent goes up. */
export function oracleInterest(item: OpenItem, asOf: string, rates: readonly { readonly from: string; readonly rate: bigint }[]): bigint {
  if (item.postedOn > asOf) return 0n;
  let sum = 0n;
  for (let day = dayOf(item.dueOn ?? item.postedOn); day < dayOf(asOf); day++) {
    const date = dateOf(day);
    const open = openCents({ ...item, postedOn: "2000-01-01" }, date);
    const rate = rates.filter(({ from }) => from <= date).at(-1)?.rate ?? 0n;
    if (open > 0n) sum += open * rate;
  }
  const year = 10_000n * 365n;
  return (sum * 2n + year) / (year * 2n);
}

/** Where the money of one order is on its way. */
export interface OrderWay {
  readonly id: string;
  /** Not delivered, delivered and not billed, billed and not posted, posted and open, paid: in cents. */
  readonly cents: readonly [bigint, bigint, bigint, bigint, bigint];
}

/** Exposure by parts: every cent of an order is in one place only. */
export function oracleExposure(ways: readonly OrderWay[]): readonly string[] {
  const at = (place: number) => ways.reduce((sum, way) => sum + (way.cents[place] as bigint), 0n);
  return [at(0), at(1), at(2), at(3)].map(spelled);
}
