/**
 * The lines of one entry.
 *
 * @internal
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { Exact, ZERO } from "../../kernel/decimal.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { amountOf, byKey, moneyOf, toMinor } from "../account-kit.js";
import type { AccrualEntry } from "./accrual-entry.js";
import type { JournalChart, JournalFacts, JournalLine, JournalProblem, PostingPurpose } from "./journal.js";
import type { WithheldAmount } from "./payment-run.js";
import type { SettlementEntry } from "./settlement-entry.js";

export type PostedItem = SettlementEntry | AccrualEntry | WithheldAmount;

type Lines = Result<readonly JournalLine[], JournalProblem>;

const isEntry = (item: PostedItem): item is SettlementEntry => "kind" in item;

/** What posts one entry after another. */
export function openBooks({ entries, posted, rates }: JournalFacts, chart: JournalChart): (item: PostedItem) => Lines {
  const known = new Map([...posted, ...entries].map((entry) => [entry.id, entry]));
  const before = new Set(posted.map(({ id }) => id));
  entries.forEach(({ id }, i) => {
    if (before.has(id)) throw kernelFault("kernel.named_twice", `facts.entries[${i}].id`, { got: shown(id) });
  });
  const siblings = new Map<string, SettlementEntry[]>();
  for (const entry of [...known.values()].sort(byDay)) {
    if (entry.refersTo !== undefined) siblings.set(entry.refersTo, [...(siblings.get(entry.refersTo) ?? []), entry]);
  }

  const rateOn = (currency: string, date: CalendarDate): Exact | undefined => {
    if (currency === chart.currency) return new Exact(1);
    let found: (typeof rates)[number] | undefined;
    for (const rate of rates) {
      const fits = rate.from === currency && rate.to === chart.currency && rate.asOf <= date;
      if (fits && (found === undefined || rate.asOf > found.asOf)) found = rate;
    }
    return found === undefined ? undefined : new Exact(found.rate);
  };

  const post = (item: PostedItem): Lines => {
    const target = "refersTo" in item && item.refersTo !== undefined && isEntry(item) ? known.get(item.refersTo) : undefined;
    if (isEntry(item) && item.kind === "reversal" && target !== undefined && target.kind !== "reversal") return mirror(item, target);
    const purpose = purposeOf(item, target, chart);
    if (purpose === undefined) return err({ code: "settlement.no_purpose", params: { id: item.id } });
    const { currency } = item.amount;
    const rate = rateOn(currency, item.date);
    const settles = isEntry(item) && target !== undefined && settling.has(item.kind) && target.amount.currency === currency;
    const carried = settles ? rateOn(currency, target.date) : rate;
    if (rate === undefined || carried === undefined) {
      const date = rate === undefined || target === undefined ? item.date : target.date;
      return err({ code: "settlement.no_exchange_rate", params: { id: item.id, from: currency, to: chart.currency, date } });
    }
    const amount = amountOf(item);
    const round = (value: Exact) => (currency === chart.currency ? value : toMinor(value, chart.currency, chart.rounding));
    const moved = round(rate.times(amount.abs()));
    const money = amount.isNegative() ? moved.negated() : moved;
    const cleared = settles ? clearing(item, siblings.get(target.id) ?? [], (sum) => round(carried.times(sum))) : money;
    return ok(linesOf(item, purpose, money, cleared, chart));
  };

  const mirror = (item: SettlementEntry, target: SettlementEntry): Lines => {
    const original = post(target);
    if (!original.ok) return original;
    const lines = original.value.map(
      (line): JournalLine => ({
        ...line,
        entryId: item.id,
        date: item.date,
        side: line.side === "debit" ? "credit" : "debit",
        original: item.amount,
      }),
    );
    return ok([...lines.filter(({ side }) => side === "debit"), ...lines.filter(({ side }) => side === "credit")]);
  };
  return post;
}

const byDay = byKey<SettlementEntry>(
  ({ date }) => date,
  ({ id }) => id,
);

/** What takes a debt off the books, at the rate that it was put on them. */
const settling = new Set<SettlementEntry["kind"]>(["payment", "offset", "write_off"]);

/** What this part of a debt takes off it: all parts so far, less those before. So the last part leaves nothing. */
function clearing(item: SettlementEntry, parts: readonly SettlementEntry[], value: (sum: Exact) => Exact): Exact {
  let before = ZERO;
  for (const part of parts) {
    if (part.id === item.id) break;
    if (settling.has(part.kind) && part.amount.currency === item.amount.currency) before = before.minus(amountOf(part));
  }
  return value(before).minus(value(before.minus(amountOf(item))));
}

function purposeOf(item: PostedItem, target: SettlementEntry | undefined, chart: JournalChart): PostingPurpose | undefined {
  const earning = "earning" in item && item.earning !== undefined ? item.earning : target?.earning;
  const rule = chart.rules.find(({ entryKinds, accrualParts, withholdingIds, programmeIds }) => {
    const isFor = isEntry(item)
      ? entryKinds?.includes(item.kind)
      : "part" in item
        ? accrualParts?.includes(item.part)
        : withholdingIds?.includes(item.withholdingId);
    return isFor === true && (programmeIds === undefined || (earning !== undefined && programmeIds.includes(earning.programmeId)));
  });
  return chart.purposes.find(({ id }) => id === rule?.purpose);
}

/** `money` moves on the debit account, `cleared` on the credit account; both with the sign of the entry. */
function linesOf(item: PostedItem, purpose: PostingPurpose, money: Exact, cleared: Exact, chart: JournalChart): readonly JournalLine[] {
  const lines: JournalLine[] = [];
  const add = (side: JournalLine["side"], account: string, amount: Exact, why: string) => {
    if (amount.isZero()) return;
    const positive = amount.isNegative() ? (side === "debit" ? "credit" : "debit") : side;
    lines.push({
      entryId: item.id,
      date: item.date,
      purpose: why,
      side: positive,
      account,
      amount: moneyOf(amount.abs(), chart.currency),
      original: item.amount,
    });
  };
  add("debit", purpose.debit, money, purpose.id);
  add("credit", purpose.credit, cleared, purpose.id);
  const lost = cleared.minus(money);
  add("debit", lost.isNegative() ? chart.exchangeGain : chart.exchangeLoss, lost, "exchange");
  return [...lines.filter(({ side }) => side === "debit"), ...lines.filter(({ side }) => side === "credit")];
}
