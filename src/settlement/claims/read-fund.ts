/**
 * Reads the ledger of a fund: every entry has its parent before it, of the kind that it needs.
 *
 * @internal
 */
import { at } from "../../kernel/check.js";
import { Exact, sumOf, ZERO } from "../../kernel/decimal.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import { parseMoney } from "../../kernel/money.js";
import {
  byKind,
  checkDistinct,
  choiceOf,
  countOf,
  listOf,
  optional,
  type Read,
  readAboveZero,
  readDate,
  readText,
  readTexts,
  recordOf,
} from "../../kernel/read.js";
import { FUND_DEPTH, type FundClaim, type FundEntry, type FundPolicy, fundProofStatuses } from "./fund.js";

const readAmount: Read<{ readonly amount: string; readonly currency: string }> = (value, path) => {
  const { amount, currency } = parseMoney(value, path);
  return { amount: readAboveZero(amount, at(path, "amount")), currency };
};
const nullOr =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path);

const below = { id: readText, date: readDate, parentId: readText };

export const readFundEntry: Read<FundEntry> = byKind<FundEntry>({
  budget: recordOf({ id: readText, date: readDate, parentId: nullOr(readText), amount: readAmount }),
  allocation: recordOf({ ...below, memberId: readText, amount: readAmount, expiresOn: nullOr(readDate) }),
  request: recordOf({ ...below, activity: readText, amount: readAmount, claimDueOn: nullOr(readDate) }),
  claim: recordOf({ ...below, amount: readAmount, claimId: optional(readText) }),
  proof: recordOf({ ...below, proof: readText, status: choiceOf(fundProofStatuses) }),
  reimbursement: recordOf({ ...below, amount: readAmount }),
  release: recordOf({ ...below, amount: readAmount }),
  check_off: recordOf({ ...below, by: readText, ground: readText }),
});

export const readFundPolicy: Read<FundPolicy> = recordOf<FundPolicy>({
  requiredProofs: readTexts,
  unused: choiceOf(["returns", "lapses"]),
  warnDays: countOf(0, 36_600),
});

/** What each kind is taken from. */
const PARENTS: { readonly [K in FundEntry["kind"]]: readonly FundEntry["kind"][] } = {
  budget: ["budget"],
  allocation: ["budget"],
  request: ["allocation"],
  claim: ["request"],
  proof: ["claim"],
  reimbursement: ["claim"],
  release: ["allocation", "request", "claim", "reimbursement"],
  check_off: ["budget"],
};

/** A ledger to look things up in. */
export interface Fund {
  readonly entries: readonly FundEntry[];
  readonly byId: ReadonlyMap<string, FundEntry>;
  readonly children: ReadonlyMap<string, readonly FundEntry[]>;
}

export const readFund: Read<Fund> = (value, path) => {
  const entries = listOf(readFundEntry)(value, path);
  const ids = entries.map(({ id }) => id);
  checkDistinct(ids, path, "id");
  const byId = new Map<string, FundEntry>();
  const children = new Map<string, FundEntry[]>();
  const depths = new Map<string, number>();
  entries.forEach((entry, i) => {
    checkParent(entry, byId, `${path}[${i}]`);
    byId.set(entry.id, entry);
    const parent = entry.parentId === null ? undefined : byId.get(entry.parentId);
    const depth = entry.kind === "budget" ? (depths.get(entry.parentId ?? "") ?? 0) + 1 : 1;
    if (depth > FUND_DEPTH)
      throw kernelFault("kernel.outside_bounds", `${path}[${i}].parentId`, { got: depth, least: 1, most: FUND_DEPTH });
    depths.set(entry.id, depth);
    if (parent !== undefined && hasAmount(parent) && hasAmount(entry) && parent.amount.currency !== entry.amount.currency) {
      const params = { got: entry.amount.currency, want: parent.amount.currency };
      throw kernelFault("kernel.currency_mismatch", `${path}[${i}].amount.currency`, params);
    }
    if (entry.parentId === null) return;
    const siblings = children.get(entry.parentId);
    if (siblings === undefined) children.set(entry.parentId, [entry]);
    else siblings.push(entry);
  });
  return { entries, byId, children };
};

export function checkParent(entry: FundEntry, byId: ReadonlyMap<string, FundEntry>, path: string): void {
  if (entry.parentId === null) return;
  const parent = byId.get(entry.parentId);
  if (parent === undefined || !PARENTS[entry.kind].includes(parent.kind))
    throw kernelFault("kernel.unknown_row", at(path, "parentId"), { got: shown(entry.parentId) });
  if (entry.date < parent.date)
    throw kernelFault("kernel.outside_bounds", at(path, "date"), { got: entry.date, least: parent.date, most: "9999-12-31" });
}

/** An entry that moves money: takes it, or lets it go. */
export type Moving = Exclude<FundEntry, { readonly kind: "proof" | "check_off" }>;

export function hasAmount(entry: FundEntry): entry is Moving {
  return entry.kind !== "proof" && entry.kind !== "check_off";
}

/** An entry that takes money. */
export type Spending = Exclude<Moving, { readonly kind: "release" }>;

export function isSpending(entry: FundEntry): entry is Spending {
  return hasAmount(entry) && entry.kind !== "release";
}

/** What an entry let go again. */
export function releasedOf(id: string, fund: Fund): Exact {
  return (fund.children.get(id) ?? []).reduce((sum, child) => (child.kind === "release" ? sum.plus(child.amount.amount) : sum), ZERO);
}

/** What an entry is about, less what it let go. */
export function netOf({ id, amount }: Spending, fund: Fund): Exact {
  return new Exact(amount.amount).minus(releasedOf(id, fund));
}

/** What an entry has left: neither let go nor taken of it. */
export function restOf(entry: Spending, fund: Fund, asOf: string, unused: FundPolicy["unused"]): Exact {
  return netOf(entry, fund).minus(takenOf(entry.id, fund, asOf, unused));
}

export function spendingBelow(fund: Fund, id: string): readonly Spending[] {
  return (fund.children.get(id) ?? []).filter(isSpending);
}

/** Its last day has passed: unused money of it returns, where it does. */
export function isOver(entry: Spending, asOf: string): boolean {
  if (entry.kind === "allocation") return entry.expiresOn !== null && asOf >= entry.expiresOn;
  return entry.kind === "request" && entry.claimDueOn !== null && asOf > entry.claimDueOn;
}

/** What an entry takes of its parent on a day: what it is about, or, where unused money returns, only what was taken of it in time. */
export function takenBy(entry: Spending, fund: Fund, asOf: string, { unused }: FundPolicy): Exact {
  return isOver(entry, asOf) && unused === "returns" ? takenOf(entry.id, fund, asOf, "returns") : netOf(entry, fund);
}

/** What was taken of an entry. */
export function takenOf(id: string, fund: Fund, asOf: string, unused: FundPolicy["unused"]): Exact {
  const policy = { unused } as FundPolicy;
  return sumOf(spendingBelow(fund, id).map((child) => takenBy(child, fund, asOf, policy)));
}

/** What is taken by one kind below an entry, however deep. */
export function totalBelow(fund: Fund, id: string, kind: Spending["kind"]): Exact {
  return sumOf(
    spendingBelow(fund, id).map((child) => {
      const deeper = totalBelow(fund, child.id, kind);
      return child.kind === kind ? deeper.plus(netOf(child, fund)) : deeper;
    }),
  );
}

/** The entries that follow the life of a claim, in the order of the ledger. */
export function claimsFollowing(fund: Fund, claimId: string): readonly FundClaim[] {
  return fund.entries.filter((entry): entry is FundClaim => entry.kind === "claim" && entry.claimId === claimId);
}

/** The ledger as it was on a day. */
export function fundOn(fund: Fund, day: string): Fund {
  const entries = fund.entries.filter(({ date }) => date <= day);
  const children = new Map([...fund.children].map(([id, below]) => [id, below.filter(({ date }) => date <= day)]));
  return { entries, byId: new Map(entries.map((entry) => [entry.id, entry])), children };
}

/** The ledger with one entry more. */
export function withEntry(fund: Fund, entry: FundEntry): Fund {
  const { parentId } = entry;
  const children = new Map(fund.children);
  if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), entry]);
  return { entries: [...fund.entries, entry], byId: new Map([...fund.byId, [entry.id, entry]]), children };
}

/** Where each proof of a claim stands. Entries that follow one claim share its proofs. */
export function proofsOf(fund: Fund, id: string): ReadonlyMap<string, { readonly status: string; readonly date: string }> {
  const entry = fund.byId.get(id);
  const followed = entry?.kind === "claim" ? entry.claimId : undefined;
  const ids = followed === undefined ? [id] : claimsFollowing(fund, followed).map((one) => one.id);
  const proofs = new Map<string, { status: string; date: string }>();
  for (const child of ids.flatMap((one) => fund.children.get(one) ?? [])) {
    if (child.kind !== "proof") continue;
    const held = proofs.get(child.proof);
    if (held === undefined || child.date >= held.date) proofs.set(child.proof, { status: child.status, date: child.date });
  }
  return proofs;
}
