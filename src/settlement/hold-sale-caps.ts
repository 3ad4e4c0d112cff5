/**
 * The caps on what one sale pays, over all windows and versions. A sale is its seller's: lines of two sellers never meet.
 *
 * @internal
 */
import type { PaymentCap } from "../incentives/payment-cap.js";
import { type CapStanding, tellCap, tellProjectedCap, underCap } from "../incentives/term-kit.js";
import { Exact, exact, rounded, text, ZERO } from "../kernel/decimal.js";
import { wayOf } from "./kept-lines.js";
import type { SoldLine } from "./sold-lines.js";
import type { SaleParts } from "./spread-sales.js";
import { type Entry, hangsOn } from "./term-entry.js";

/** What the lines of a window brought, as far as the caps before have left it. */
export interface SoldWindow {
  readonly entry: Entry;
  readonly parts: { readonly line: SoldLine; left: Exact | undefined }[];
}

/** The windows that have single sales, in the order of `entries`. */
export function soldWindows(entries: readonly Entry[], partsOf: SaleParts): readonly SoldWindow[] {
  return entries.flatMap((entry) => {
    const parts = partsOf.get(entry.line);
    return parts === undefined ? [] : [{ entry, parts: parts.map(({ line, earned }) => ({ line, left: earned })) }];
  });
}

/** Where the sales of a programme stand under one of its caps, from version to version. */
export interface SaleAccount {
  readonly known: ReadonlyMap<string, CapStanding>;
  /** Of sales of which not all is known: the first window that is not. */
  readonly open: ReadonlyMap<string, Entry>;
}

/** By cap; one that names sales otherwise has an account of its own. */
export type SaleAccounts = Map<string, SaleAccount>;

/** Puts every sale under a cap, earliest line first. Answers what is forfeited. */
export function holdSaleCap(
  windows: readonly SoldWindow[],
  cap: PaymentCap,
  ways: readonly string[],
  decimals: number,
  accounts: SaleAccounts,
): Exact {
  const most = rounded(exact(cap.most), decimals, "down");
  const way = ways.indexOf(wayOf(cap));
  const saleOf = ({ line }: SoldWindow["parts"][number]) => line.sales[way] as string;
  const account = accountOf(cap);
  const before = accounts.get(account);
  const open = doubtSales(windows, saleOf, before?.open ?? new Map());
  const known = windows.filter(({ entry }) => entry.problem === undefined);
  const asks = known.flatMap(({ entry, parts }) =>
    parts.map((part) => {
      const share = part.line.projected?.share;
      const own = share === undefined ? most : rounded(most.times(share), decimals, "down");
      return { entry, part, key: keyOf(entry, part.line, saleOf(part)), asked: part.left as Exact, most: own };
    }),
  );
  const { paid, standing } = underCap(asks, most, before?.known);
  accounts.set(account, { known: standing, open });
  const cuts = new Map<Entry, SaleCuts>();
  asks.forEach(({ entry, part, asked }, i) => {
    const now = paid[i] as Exact;
    if (now.equals(asked)) return;
    part.left = now;
    const own = cuts.get(entry) ?? { bySale: new Map(), projected: ZERO };
    cuts.set(entry, own);
    const cut = asked.minus(now);
    const sale = saleOf(part);
    if (part.line.projected !== undefined) own.projected = own.projected.plus(cut);
    else own.bySale.set(sale, (own.bySale.get(sale) ?? ZERO).plus(cut));
  });
  let forfeited = ZERO;
  for (const [entry, { bySale, projected }] of cuts) {
    let taken = projected;
    for (const [sale, cut] of bySale) {
      // what a return does not take back may stand against what its sale lost in the same window
      if (cut.isZero()) continue;
      taken = taken.plus(cut);
      entry.steps.push(tellCap(cap.id, most, sale, cut.negated()));
    }
    if (!projected.isZero()) entry.steps.push(tellProjectedCap(cap.id, most, projected.negated()));
    if (taken.isZero()) continue;
    forfeited = forfeited.plus(taken);
    entry.amount = (entry.amount as Exact).minus(taken);
    entry.cuts.push({ capId: cap.id, per: "sale", cut: text(taken) });
  }
  return forfeited;
}

/** What a cap takes in one window. */
interface SaleCuts {
  readonly bySale: Map<string, Exact>;
  /** Of all sales that are projected. */
  projected: Exact;
}

/** What a sale pays in a window hangs on what it earned in the windows before. Answers of which sales not all is known. */
function doubtSales(
  windows: readonly SoldWindow[],
  saleOf: (part: SoldWindow["parts"][number]) => string,
  before: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, Entry> {
  if (before.size === 0 && windows.every(({ entry }) => entry.problem === undefined)) return before;
  const open = new Map(before);
  for (const { entry, parts } of windows) {
    for (const part of parts) {
      const first =
        entry.problem === undefined && part.left?.isZero() === false ? open.get(keyOf(entry, part.line, saleOf(part))) : undefined;
      if (first === undefined) continue;
      entry.problem = hangsOn(first, "sale");
      entry.amount = Exact.max(ZERO, entry.amount as Exact);
    }
    if (entry.problem === undefined) continue;
    for (const part of parts) {
      const key = keyOf(entry, part.line, saleOf(part));
      if (!open.has(key)) open.set(key, entry);
    }
  }
  return open;
}

/** Under which a cap has its account. */
export function accountOf(cap: Pick<PaymentCap, "id" | "saleBy">): string {
  return JSON.stringify([cap.id, wayOf(cap)]);
}

/** What one sale pays one earner; sales of two sellers never meet. */
export function saleKey(memberId: string, sellerId: string, sale: string, ...projected: readonly (string | number)[]): string {
  return JSON.stringify([memberId, sellerId, sale, ...projected]);
}

/** Absent: the sale is projected. */
export function saleOfKey(key: string): { readonly memberId: string; readonly sellerId: string; readonly sale: string } | undefined {
  const [memberId, sellerId, sale, ...projected] = JSON.parse(key) as [string, string, string, ...unknown[]];
  return projected.length > 0 ? undefined : { memberId, sellerId, sale };
}

/** Projected sales of two windows never meet. */
function keyOf({ memberId, line, planned }: Entry, { sellerId, projected }: SoldLine, sale: string): string {
  const place = projected === undefined ? [] : [line.programmeVersion, planned.window.id, projected.round];
  return saleKey(memberId, sellerId, sale, ...place);
}
