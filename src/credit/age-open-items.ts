import { addDays, type CalendarDate, dateDigits, daysBetween, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import { type DecimalString, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { readCurrency } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { addLook, foreignItem, isIn, lookAt, newLook, newTally, signOf, type Tally, totalOf } from "./item-figures.js";
import { type AgeingBasis, ageingBases, type OpenItem } from "./open-item.js";
import { creditFault, distinctIds, entryOf, MOST_DAYS, visitRows } from "./reading.js";

/** A ledger and the day it is looked at. */
export interface AgeingFacts {
  /** The day, included: what was settled on it is settled. May lie in the past. */
  readonly asOf: CalendarDate;
  /** The items of the ledger, settled ones too, each once, in any order. */
  readonly items: readonly OpenItem[];
}

/** How a ledger is aged. */
export interface AgeingPolicy {
  /** ISO 4217 code of the ledger. */
  readonly currency: string;
  /** Upper bounds of the bands in days past due, included, rising: 30, 60, 90. Above the last one the band is open. */
  readonly bounds: readonly number[];
  /** From which day items are aged. */
  readonly basis: AgeingBasis;
  /** Whether the bands are told for every member as well. */
  readonly detail: "total" | "members";
}

/** One band of an ageing. */
export interface AgeingBand {
  /** `not_due`: in time still. `overdue`: past due. `unapplied_credit`: owed to members; never above 0. */
  readonly kind: "not_due" | "overdue" | "unapplied_credit";
  /** First day past due of the band. `null`: days do not matter. */
  readonly fromDays: number | null;
  /** Last day past due of the band. `null`: open, or days do not matter. */
  readonly toDays: number | null;
  /** Money open in it. */
  readonly amount: DecimalString;
  /** Items in it. */
  readonly count: number;
}

/** The bands of one member. */
export interface MemberAgeing {
  /** The member. */
  readonly memberId: string;
  /** What it owes, less what is owed to it. */
  readonly outstanding: DecimalString;
  /** Its amount in every band, in their order. */
  readonly amounts: readonly DecimalString[];
}

/** An ageing (账龄). */
export interface Ageing {
  /** The day. */
  readonly asOf: CalendarDate;
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** What members owe, less what is owed to them. Always the sum of the bands. */
  readonly outstanding: DecimalString;
  /** Not due first, then by age, unapplied credit last. */
  readonly bands: readonly AgeingBand[];
  /** Members with anything open, in the order in which they were met. Absent where only the total was asked for. */
  readonly members?: readonly MemberAgeing[];
}

/**
 * Ages a ledger of open items on any day, with a band for what is not due yet and one for unapplied credits.
 *
 * @remarks
 * Open is what was posted up to and including the day, less settlements up to and including it: later receipts do not change an
 * earlier ageing. An item belongs to the band of its own day, whatever was paid on it before. Days past due are `asOf − due`; on its
 * last day an item is not due, and a bound still belongs to the band below it. Where the day of the basis is absent, the day of
 * posting stands in. Credits, and what was paid above a claim, are unapplied credit. One pass, exact at every size.
 *
 * @param facts - The ledger and the day.
 * @param policy - The bands.
 * @returns The bands, which always add up to what is outstanding.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `credit.not_rising` with the place; `kernel.named_twice` for an item that comes twice.
 *
 * @errors
 * - `credit.item_currency` - an item is in another currency; convert it first, or age it apart.
 *
 * @source S19-132; practice of arrears and ageing.
 *
 * @example 43 days late
 * ```ts
 * import { ageOpenItems, type OpenItem } from "qudao/credit";
 *
 * const item: OpenItem = { id: "INV-1", memberId: "D1", kind: "claim", currency: "CNY", amount: "1000", postedOn: "2025-01-01", dueOn: "2025-01-31" };
 * const policy = { currency: "CNY", bounds: [30, 60, 90], basis: "due", detail: "total" } as const;
 * const answer = ageOpenItems({ asOf: "2025-03-15", items: [item] }, policy);
 * answer.ok && answer.value.outcome.bands.find(({ count }) => count > 0); // => { kind: "overdue", fromDays: 31, toDays: 60, amount: "1000", count: 1 }
 * ```
 *
 * @since 0.1.0
 */
export function ageOpenItems(facts: AgeingFacts, policy: AgeingPolicy): Result<Explained<Ageing>, Message<"credit.item_currency">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const { currency, bounds, basis, detail } = readPolicy(policy);
    const field = { due: "dueOn", invoice: "invoicedOn", posting: "postedOn" }[basis];
    const limits = [0, ...bounds].map((days) => dateDigits(addDays(asOf, -Math.min(days, daysBetween("0001-01-01", asOf)))));
    const width = limits.length + 2;
    const total = rowOf(width);
    const byMember = detail === "members" ? new Map<string, Row>() : undefined;
    const look = newLook();
    const day = dateDigits(asOf);
    const idOf = distinctIds();
    let foreign: Fields | undefined;

    visitRows(given["items"], "facts.items", (item) => {
      idOf(item);
      if (!isIn(item, currency)) foreign ??= item;
      const isThere = lookAt(item, day, look);
      const date = dateDigits(item[field] ?? item["postedOn"], field);
      const sign = signOf(look);
      if (!isThere || sign === 0) return;
      // what was taken from a credit beyond it is owed again, and what was paid beyond a claim is a credit
      const owed = look.isCredit ? -sign : sign;
      let band = width - 1;
      if (owed > 0) {
        band = 0;
        while (band < limits.length && date < (limits[band] as number)) band++;
      }
      add(total, band, look);
      if (byMember === undefined) return;
      const memberId = checkText(item["memberId"], "memberId");
      add(
        entryOf(byMember, memberId, () => rowOf(width)),
        band,
        look,
      );
    });
    if (foreign !== undefined) return foreignItem(foreign, currency);

    const bands = total.tallies.map(
      (tally, i): AgeingBand => ({ ...bandAt(i, bounds), amount: text(totalOf(tally)), count: total.counts[i] as number }),
    );
    const outstanding = outstandingOf(total);
    const ageing: Ageing = { asOf, currency, outstanding, bands };
    const members =
      byMember &&
      [...byMember].map(([memberId, row]) => ({
        memberId,
        outstanding: outstandingOf(row),
        amounts: row.tallies.map((tally) => text(totalOf(tally))),
      }));
    return ok({
      outcome: members === undefined ? ageing : { ...ageing, members },
      explanation: {
        code: "credit.ageing",
        params: { asOf, amount: outstanding, currency, basis },
        adds: "amount",
        from: bands.map(({ kind, fromDays, toDays, amount, count }) => ({
          code: kind === "overdue" && toDays === null ? "credit.ageing_last_band" : bandCodes[kind],
          params: { amount, count, ...(kind === "overdue" ? { fromDays, toDays } : {}) },
        })),
      },
    });
  });
}

const bandCodes: { readonly [K in AgeingBand["kind"]]: string } = {
  not_due: "credit.ageing_not_due",
  overdue: "credit.ageing_overdue",
  unapplied_credit: "credit.ageing_unapplied_credit",
};

interface Row {
  readonly tallies: readonly Tally[];
  readonly counts: number[];
}

const rowOf = (width: number): Row => ({ tallies: Array.from({ length: width }, newTally), counts: new Array<number>(width).fill(0) });

function add(row: Row, band: number, look: Parameters<typeof addLook>[1]): void {
  addLook(row.tallies[band] as Tally, look, look.isCredit ? -1 : 1);
  row.counts[band] = (row.counts[band] as number) + 1;
}

function outstandingOf({ tallies }: Row): DecimalString {
  return text(sumOf(tallies.map(totalOf)));
}

function bandAt(i: number, bounds: readonly number[]): Omit<AgeingBand, "amount" | "count"> {
  if (i === 0) return { kind: "not_due", fromDays: null, toDays: null };
  if (i === bounds.length + 2) return { kind: "unapplied_credit", fromDays: null, toDays: null };
  return { kind: "overdue", fromDays: i === 1 ? 1 : (bounds[i - 2] as number) + 1, toDays: bounds[i - 1] ?? null };
}

function readPolicy(policy: AgeingPolicy): AgeingPolicy {
  const given = checkRecord(policy, "policy");
  let previous = 0;
  const bounds = checkList(given["bounds"], "policy.bounds").map((bound, i) => {
    const path = `policy.bounds[${i}]`;
    const days = checkCount(bound, path, 1, MOST_DAYS);
    if (days <= previous) throw creditFault("credit.not_rising", path, { got: days, previous });
    previous = days;
    return days;
  });
  return {
    currency: readCurrency(given["currency"], "policy.currency"),
    bounds,
    basis: checkChoice(given["basis"], "policy.basis", ageingBases),
    detail: checkChoice(given["detail"], "policy.detail", ["total", "members"]),
  };
}
