/**
 * A member's account as a clerk keeps it: whole fen in a book, nothing but plus and minus. Shares no line with the library.
 */

export interface ClerkEntry {
  readonly id: string;
  readonly member: string;
  readonly currency: string;
  readonly kind: string;
  readonly date: string;
  readonly fen: number;
  readonly due?: string | undefined;
  readonly to?: string | undefined;
  /** What stays with the member although it was not earned. */
  readonly kept?: number | undefined;
  /** The earning that it settles. */
  readonly cell?: string | undefined;
}

/** Halves away from zero. */
const halves = (over: number, under: number) => {
  const size = Math.floor((2 * Math.abs(over) + under) / (2 * under));
  return over < 0 ? -size : size;
};

const DAY = 86_400_000;
export const daysOn = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

export interface ClerkTerms {
  /** Per cent that is settled before the end. */
  readonly interim: number;
  readonly grace: number;
  readonly negative: string;
  readonly afterClose: string;
  readonly net: number;
  readonly termFrom: string;
}

/** What is booked of one earning today; `undefined`: nothing. */
export function bookEarning(
  own: readonly ClerkEntry[],
  earned: number,
  window: { readonly start: string; readonly end: string },
  today: string,
  terms: ClerkTerms,
): { readonly kind: string; readonly fen: number; readonly due: string | undefined; readonly kept?: number } | undefined {
  const closes = daysOn(window.end, terms.grace);
  const over = today >= closes;
  const settled = own.reduce((sum, { fen }) => sum + fen, 0);
  const again = over && own.some(({ kind, date }) => kind !== "reversal" && date >= closes);
  const change = (again ? wanted(own, earned) : over ? earned : halves(earned * terms.interim, 100)) - settled;
  const kind = again ? "correction" : "earning";
  const rule = again ? terms.afterClose : terms.negative;
  const stays = change < 0 && (rule === "clamp_zero" || rule === "ignore");
  if (change === 0 || stays) {
    const closing = { kind, fen: 0, due: undefined, ...(change === 0 ? {} : { kept: -change }) };
    return over && !again && own.length > 0 ? closing : undefined;
  }
  const later = change < 0 && (rule === "carry_forward" || rule === "adjust_next");
  const from = over && !again && terms.termFrom === "window_end" ? daysOn(window.end, -1) : today;
  return { kind, fen: change, due: later ? undefined : daysOn(from, terms.net) };
}

/**
 * What a closed window should have settled: what is earned; but where more was settled at the close and left to the member, it has that much as
 * long as no less is earned than then, and below that it loses what it loses.
 */
function wanted(own: readonly ClerkEntry[], earned: number): number {
  const undone = (id: string) => own.some(({ kind, to }) => kind === "reversal" && to === id);
  const gift = own.find(({ id, kept }) => kept !== undefined && !undone(id))?.kept ?? 0;
  const isCorrection = (id: string | undefined) => own.some((one) => one.id === id && one.kind === "correction");
  let atClose = 0;
  for (const { kind, to, fen } of own) if (kind === "earning" || (kind === "reversal" && !isCorrection(to))) atClose += fen;
  if (earned >= atClose) return earned;
  return earned >= atClose - gift ? atClose : earned + gift;
}

export interface ClerkDispute {
  readonly entryId: string;
  /** Still contested. */
  readonly fen: number;
  /** So much is held, whatever its sign is. */
  readonly isHold?: boolean | undefined;
}

const owes = ({ kind, fen }: ClerkEntry) => fen > 0 && ["earning", "claim", "fee", "correction"].includes(kind);

/** The debt at the end of what an entry refers to; without one, the entry that refers to nothing. */
export function clerkRoot(book: readonly ClerkEntry[], entry: ClerkEntry): ClerkEntry {
  if (owes(entry)) return entry;
  const next = book.find((one) => one.id === entry.to);
  return next === undefined || next.member !== entry.member || next.currency !== entry.currency ? entry : clerkRoot(book, next);
}

/** What is open of every debt of one account, and what disputes hold of it. Undated debts come last, or on their own day. */
export function clerkOwes(book: readonly ClerkEntry[], disputes: readonly ClerkDispute[], undated: "last" | "own_day") {
  const find = (id: string | undefined) => book.find((one) => one.id === id);
  const top = (entry: ClerkEntry) => clerkRoot(book, entry);
  const left = new Map<ClerkEntry, number>();
  for (const entry of book) left.set(top(entry), (left.get(top(entry)) ?? 0) + entry.fen);
  const held = new Map<string, number>();
  let heldInAll = 0;
  for (const { entryId, fen: asked, isHold } of disputes) {
    const entry = find(entryId);
    if (entry === undefined) continue;
    const root = top(entry);
    const open = left.get(root) as number;
    const fen = isHold === true ? -Math.sign(open) * Math.min(asked, Math.abs(open)) : asked;
    if (open * fen >= 0) continue;
    const part = Math.abs(fen) > Math.abs(open) ? open : -fen;
    left.set(root, open - part);
    held.set(root.id, (held.get(root.id) ?? 0) + part);
    heldInAll += part;
  }
  // what pays anything is one purse; it goes first to what takes a payment back, then to debts in their order
  let purse = 0;
  for (const [root, open] of left) if (open < 0 || !owes(root)) purse -= open;
  const turn = (one: ClerkEntry) => one.due ?? (undated === "last" ? "9999" : one.date);
  const debts = [...left.keys()].filter((root) => owes(root) && (left.get(root) as number) >= 0);
  debts.sort((a, b) => {
    const [x, y] = [`${turn(a)} ${a.date} `, `${turn(b)} ${b.date} `];
    return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  });
  const open = new Map<string, number>();
  for (const debt of debts) {
    const rest = left.get(debt) as number;
    const paid = Math.min(rest, Math.max(purse, 0));
    purse -= paid;
    open.set(debt.id, rest - paid);
  }
  for (const root of left.keys()) if (owes(root) && !open.has(root.id)) open.set(root.id, 0);
  return { open, held, heldInAll, purse };
}

/** 8 % of everything above 800 in the year; a payment bears what it adds. */
export const clerkTax = (before: number, gross: number) => {
  const of = (fen: number) => Math.max(0, fen - 80_000) * 8;
  return Math.min(gross, halves(of(before + gross) - of(before), 100));
};

/** A draw, month by month. */
export function clerkDraws(earned: readonly number[], draw: number, kind: "recoverable" | "non_recoverable" | "forgiven") {
  let debt = 0;
  return earned.map((gross, i) => {
    if (kind === "non_recoverable") return { paid: Math.max(draw, gross), debt: 0 };
    // what is above the draw pays back; what is missing to it is lent
    const repaid = gross > draw ? Math.min(debt, gross - draw) : 0;
    const lent = gross < draw ? draw - gross : 0;
    debt += lent - repaid;
    if (kind === "forgiven" && i === earned.length - 1) debt = 0;
    return { paid: gross - repaid + lent, debt };
  });
}

/** Guarantees of periods one after another: what is topped up in each. */
export function clerkTopUps(earned: readonly number[], guarantee: number, cumulative: boolean): readonly number[] {
  let over = 0;
  return earned.map((gross) => {
    const promised = Math.max(0, guarantee - over);
    if (cumulative) over = Math.max(0, over + gross - guarantee);
    return Math.max(0, promised - gross);
  });
}

/** What is taken back of an earning for the days that were not served: what was never paid is lost first, and no more comes back than was paid. */
export function clerkTakesBack(earned: number, paid: number, days: number, served: number): number {
  const [over, under] = [earned * (days - served) - (earned - paid) * days, days];
  return over <= 0 ? 0 : Math.min(paid, halves(over, under));
}
