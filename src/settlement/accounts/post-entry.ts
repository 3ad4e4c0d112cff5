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
import { programmesBehind } from "./programmes-behind.js";
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
  const referring = new Map<string, SettlementEntry[]>();
  for (const entry of known.values()) {
    if (entry.refersTo !== undefined) referring.set(entry.refersTo, [...(referring.get(entry.refersTo) ?? []), entry]);
  }
  const programmeOf = programmesBehind([...known.values()]);
  const targetOf = (item: PostedItem) => (isEntry(item) && item.refersTo !== undefined ? known.get(item.refersTo) : undefined);

  const rateOn = (currency: string, date: CalendarDate): Exact | undefined => {
    if (currency === chart.currency) return new Exact(1);
    let found: (typeof rates)[number] | undefined;
    for (const rate of rates) {
      const fits = rate.from === currency && rate.to === chart.currency && rate.asOf <= date;
      if (fits && (found === undefined || rate.asOf > found.asOf)) found = rate;
    }
    return found === undefined ? undefined : new Exact(found.rate);
  };

  /** The entry that this one is a part of: what it pays, sets off, writes off, corrects downwards, or takes back in part. */
  const debtOf = (item: PostedItem): SettlementEntry | undefined => {
    const target = targetOf(item);
    if (!isEntry(item) || target === undefined || target.amount.currency !== item.amount.currency) return undefined;
    if (item.kind === "reversal") return target.kind === "reversal" || isMirror(item, target) ? undefined : (debtOf(target) ?? target);
    if (item.kind === "correction") return amountOf(item).isNegative() && amountOf(target).greaterThan(0) ? target : undefined;
    return settling.has(item.kind) ? target : undefined;
  };

  /** What each part of a debt takes off it in the books: what all of them so far come to, less what was taken before. So the last part leaves nothing. */
  const clearingOf = (debt: SettlementEntry, value: (sum: Exact) => Exact): ReadonlyMap<string, Exact> => {
    const parts = [...(referring.get(debt.id) ?? [])].filter((one) => debtOf(one) === debt);
    const back = parts.flatMap(({ id }) => referring.get(id) ?? []).filter((one) => debtOf(one) === debt || isMirror(one, targetOf(one)));
    const cleared = new Map<string, Exact>();
    let [sum, booked] = [ZERO, ZERO];
    for (const part of [...parts, ...back].sort(byDay)) {
      sum = sum.minus(amountOf(part));
      const now = isMirror(part, targetOf(part)) ? (cleared.get(part.refersTo as string) ?? ZERO).negated() : value(sum).minus(booked);
      cleared.set(part.id, now);
      booked = booked.plus(now);
    }
    return cleared;
  };
  const clearings = new Map<string, ReadonlyMap<string, Exact>>();
  /** What is taken back of a loss is less of a loss, and no gain. */
  const swapped = { ...chart, exchangeGain: chart.exchangeLoss, exchangeLoss: chart.exchangeGain };

  const post = (item: PostedItem): Lines => {
    const target = targetOf(item);
    const isBack = isEntry(item) && item.kind === "reversal" && target !== undefined && target.kind !== "reversal";
    if (isBack && isMirror(item, target)) return mirror(item, target);
    const debt = debtOf(item);
    const programmeId = isEntry(item) ? programmeOf(item.id) : "earning" in item ? item.earning.programmeId : undefined;
    const purpose = purposeOf(isBack && debt !== undefined ? target : item, programmeId, chart);
    if (purpose === undefined) return err({ code: "settlement.no_purpose", params: { id: item.id } });
    const { currency } = item.amount;
    // money moves at the rate of its day; what is only taken off a debt has the rate of the debt
    const payment = [item, ...(isBack ? [target] : [])].find((one) => isEntry(one) && settling.has(one.kind));
    const days = [payment ?? debt ?? item, debt ?? item].map(({ date }) => date);
    const [rate, carried] = days.map((date) => rateOn(currency, date));
    if (rate === undefined || carried === undefined) {
      const date = days[rate === undefined ? 0 : 1] as CalendarDate;
      return err({ code: "settlement.no_exchange_rate", params: { id: item.id, from: currency, to: chart.currency, date } });
    }
    const round = (value: Exact) => (currency === chart.currency ? value : toMinor(value, chart.currency, chart.rounding));
    const inBooks = (value: Exact, by: Exact) => {
      const size = round(by.times(value.abs()));
      return value.isNegative() ? size.negated() : size;
    };
    const amount = amountOf(item);
    const moved = inBooks(amount, rate);
    if (debt === undefined) return ok(linesOf(item, purpose, moved, moved, chart));
    const parts = clearings.get(debt.id) ?? clearingOf(debt, (sum) => inBooks(sum, carried));
    clearings.set(debt.id, parts);
    const cleared = (parts.get(item.id) as Exact).negated();
    return ok(linesOf(item, purpose, payment === undefined ? cleared : moved, cleared, isBack ? swapped : chart));
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

/** A reversal has its turn after what it reverses. */
const byDay = byKey<SettlementEntry>(
  ({ date }) => date,
  ({ kind }) => (kind === "reversal" ? "1" : "0"),
  ({ id }) => id,
);

/** What takes a debt off the books as money moves. */
const settling = new Set<SettlementEntry["kind"]>(["payment", "offset", "write_off"]);

/** It takes back all of it. */
function isMirror({ kind, amount }: SettlementEntry, target: SettlementEntry | undefined): boolean {
  if (kind !== "reversal" || target === undefined || amount.currency !== target.amount.currency) return false;
  return amountOf({ amount }).plus(amountOf(target)).isZero();
}

function purposeOf(item: PostedItem, programmeId: string | undefined, chart: JournalChart): PostingPurpose | undefined {
  const rule = chart.rules.find(({ entryKinds, accrualParts, withholdingIds, programmeIds }) => {
    const isFor = isEntry(item)
      ? entryKinds?.includes(item.kind)
      : "part" in item
        ? accrualParts?.includes(item.part)
        : withholdingIds?.includes(item.withholdingId);
    return isFor === true && (programmeIds === undefined || (programmeId !== undefined && programmeIds.includes(programmeId)));
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
