import { checkRecord, readSafely } from "../../kernel/check.js";
import { type Exact, sumOf, text } from "../../kernel/decimal.js";
import { dueDayOf } from "../../kernel/due-day.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import type { Money } from "../../kernel/money.js";
import { choiceOf, listOf, optional, type Read, readDate, readWords, recordOf, uniqueBy } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { amountOf, closedOn, compareText, moneyOf, readEntries, totalNode, totalsByCurrency } from "../account-kit.js";
import {
  type IncentiveEntries,
  type IncentiveEntryFacts,
  type IncentiveEntryPolicy,
  type IncentiveEntryProblem,
  type IncentiveEntryRule,
  incentiveResultKinds,
} from "./incentive-result.js";
import { readPayableTerm } from "./payable-term.js";
import { type Due, type ReadResult, readResults } from "./read-incentive-results.js";
import type { SettlementEntry } from "./settlement-entry.js";

/**
 * Builds the entries of members' accounts from what overrides, contests, SPIFFs, draws and referral fees come to.
 *
 * @remarks
 * An entry is named after kind, source and member, so a result is posted once: of what the accounts hold already only the difference is posted, as a
 * correction that refers to the first entry; a second call on the accounts with its entries adds nothing. What was corrected by others, after a
 * dispute, stands. Who is no longer in the outcome of a sale, contest or SPIFF is taken back. Amounts of 0 have no entry, and a prize that is no money is listed instead.
 *
 * @param facts - The results as their verbs answered them, and the accounts.
 * @param policy - What the entries are and when they are paid.
 * @returns The entries to add, the prizes to hand over, and a working that adds up in each currency.
 * @throws LibraryFault `kernel.named_twice` for a kind and source, or a member in a result, that comes twice; `kernel.*` with the place.
 *
 * @errors
 * - `settlement.result_without_rule` - the policy has no row for a kind.
 * - `settlement.result_differs` - the account holds another entry under the name of one, or one in another currency.
 * - `settlement.period_closed` - the day of a result is closed.
 *
 * @source Practice of rebate settlement: what is posted is a target less what is booked; a correction is linked to the original.
 *
 * @example A SPIFF, and a return that takes back a part of it
 * ```ts
 * import { computeSpiff, type SpiffLine, type SpiffPolicy } from "qudao/incentives";
 * import { buildIncentiveEntries, type IncentiveEntryPolicy, type SettlementEntry } from "qudao/settlement";
 *
 * const spiff: SpiffPolicy = {
 *   id: "launch", currency: "CNY", effective: { start: "2024-03-01", end: "2024-04-01" }, productIds: ["PHONE"],
 *   perUnit: "25", mostUnits: null, rounding: { decimals: 2, mode: "half_up" },
 * };
 * const sold: SpiffLine = { id: "L1", sellerId: "Zhang", productId: "PHONE", date: "2024-03-15", quantity: "3", kind: "sale" };
 * const policy: IncentiveEntryPolicy = { rules: [{ of: "spiff", entryKind: "fee", term: { kind: "net", days: 15 } }] };
 * const post = (lines: readonly SpiffLine[], date: string, entries: readonly SettlementEntry[]) => {
 *   const { outcome } = computeSpiff({ lines }, spiff);
 *   const answer = buildIncentiveEntries({ results: [{ kind: "spiff", sourceId: "launch", date, outcome }], entries }, policy);
 *   return answer.ok ? answer.value.outcome.entries : [];
 * };
 * const first = post([sold], "2024-03-31", []);
 * first.map(({ id, amount, dueDate }) => [id, amount.amount, dueDate]); // => [["spiff/launch/Zhang", "75.00", "2024-04-15"]]
 * post([sold], "2024-03-31", first); // => []
 * const back = post([sold, { ...sold, id: "L2", quantity: "1", kind: "return" }], "2024-04-05", first);
 * back.map(({ id, kind, amount, refersTo }) => [id, kind, amount.amount, refersTo]);
 * // => [["spiff/launch/Zhang/2", "correction", "-25.00", "spiff/launch/Zhang"]]
 * ```
 *
 * @since 0.1.0
 */
export function buildIncentiveEntries(
  facts: IncentiveEntryFacts,
  policy: IncentiveEntryPolicy,
): Result<Explained<IncentiveEntries>, IncentiveEntryProblem> {
  return readSafely({ facts, policy }, () => {
    const { rules } = readEntryPolicy(policy, "policy");
    const given = checkRecord(facts, "facts");
    const results = readResults(given["results"], "facts.results");
    const account = openAccount(readEntries(given["entries"], "facts.entries"));
    const closedThrough = optional(readDate)(given["closedThrough"], "facts.closedThrough");
    const entries: SettlementEntry[] = [];
    const told: { currency: string; node: Explanation }[] = [];
    for (const result of results) {
      const rule = rules.find(({ of }) => of === result.kind);
      if (rule === undefined)
        return err({ code: "settlement.result_without_rule", params: { kind: result.kind, sourceId: result.sourceId } });
      for (const { memberId, amount, sourceIds } of withFormer(result, account)) {
        const booked = account.bookedOf(nameOf(result, memberId));
        const first = booked[0];
        if (first !== undefined && (first.memberId !== memberId || booked.some((one) => one.amount.currency !== amount.currency))) {
          return err({ code: "settlement.result_differs", params: { id: first.id, posted: { ...first.amount }, got: { ...amount } } });
        }
        const [target, before] = [amountOf({ amount }), sumOf(booked.map(amountOf))];
        if (target.isZero() && before.isZero()) continue;
        const rest = target.minus(before);
        told.push({ currency: amount.currency, node: tell(result, memberId, target, before) });
        if (rest.isZero()) continue;
        const closed = closedOn(result.date, closedThrough);
        if (closed !== undefined) return err(closed);
        const money = moneyOf(rest, amount.currency);
        entries.push(entryOf(result, rule, { memberId, money, sourceIds }, first, account));
      }
    }
    const prizes = results.flatMap((one) => one.prizes);
    const totals = totalsByCurrency(
      told,
      ({ currency }) => currency,
      (currency, own) =>
        totalNode(
          "settlement.incentives_in_currency",
          currency,
          own.map(({ node }) => node),
        ),
    );
    const listed = prizes.map(({ memberId, sourceId, place, means }): Explanation => {
      return { code: "settlement.prize_listed", params: { memberId, sourceId, place, means } };
    });
    const explanation = { code: "settlement.incentives_booked", params: { count: entries.length }, from: [...totals, ...listed] };
    return ok({ outcome: { entries, prizes }, explanation });
  });
}

/** Parts of a name keep their own slashes apart from those between them. */
const part = (name: string) => name.replaceAll("%", "%25").replaceAll("/", "%2F");

function prefixOf({ kind, sourceId }: ReadResult): string {
  return `${kind}/${part(sourceId)}/`;
}

function nameOf(result: ReadResult, memberId: string): string {
  return prefixOf(result) + part(memberId);
}

interface Account {
  readonly entries: readonly SettlementEntry[];
  readonly has: (id: string) => boolean;
  /** The entry of a name, first, with the corrections that were built here and all reversals. What a dispute corrected is left to stand. */
  readonly bookedOf: (name: string) => readonly SettlementEntry[];
}

function openAccount(entries: readonly SettlementEntry[]): Account {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const changes = new Map<string, SettlementEntry[]>();
  for (const entry of entries) {
    if (entry.refersTo === undefined || (entry.kind !== "correction" && entry.kind !== "reversal")) continue;
    changes.set(entry.refersTo, [...(changes.get(entry.refersTo) ?? []), entry]);
  }
  const bookedOf = (name: string): readonly SettlementEntry[] => {
    const found = new Set([byId.get(name)].filter((entry) => entry !== undefined));
    for (const { id } of found) {
      for (const change of changes.get(id) ?? []) if (change.kind === "reversal" || change.id.startsWith(`${name}/`)) found.add(change);
    }
    return [...found];
  };
  return { entries, has: (id) => byId.has(id), bookedOf };
}

/** What is due now, and of those who were in the result before and no longer are: nothing. */
function withFormer(result: ReadResult, account: Account): readonly Due[] {
  if (!result.isWhole) return result.dues;
  const prefix = prefixOf(result);
  const named = new Set(result.dues.map(({ memberId }) => nameOf(result, memberId)));
  const former = account.entries.filter(({ id }) => id.startsWith(prefix) && !id.slice(prefix.length).includes("/") && !named.has(id));
  const none = former.map(({ memberId, amount }): Due => ({ memberId, amount: { ...amount, amount: "0" }, sourceIds: undefined }));
  return [...result.dues, ...none].sort((a, b) => compareText(a.memberId, b.memberId));
}

function entryOf(
  result: ReadResult,
  rule: IncentiveEntryRule,
  { memberId, money, sourceIds }: { readonly memberId: string; readonly money: Money; readonly sourceIds: readonly string[] | undefined },
  first: SettlementEntry | undefined,
  account: Account,
): SettlementEntry {
  const name = nameOf(result, memberId);
  let id = name;
  for (let n = 2; first !== undefined && account.has(id); n++) id = `${name}/${n}`;
  const { date, earning } = result;
  const sources = result.sourceIds ?? sourceIds;
  return {
    id,
    memberId,
    kind: first === undefined ? rule.entryKind : "correction",
    date,
    amount: money,
    ...(amountOf({ amount: money }).greaterThan(0) && { dueDate: dueDayOf(rule.term, date) }),
    ...(first === undefined ? earning !== undefined && { earning } : { refersTo: first.id }),
    ...(rule.titles !== undefined && { titles: rule.titles }),
    ...(sources !== undefined && { sourceIds: sources }),
  };
}

function tell({ kind, sourceId }: ReadResult, memberId: string, target: Exact, before: Exact): Explanation {
  return {
    code: "settlement.incentive_booked",
    params: { kind, sourceId, memberId, amount: text(target.minus(before)) },
    adds: "amount",
    from: [
      { code: "settlement.incentive_due", params: { amount: text(target) } },
      { code: "settlement.incentive_before", params: { amount: text(before.negated()) } },
    ],
  };
}

/** @internal */
export const readEntryPolicy: Read<IncentiveEntryPolicy> = recordOf<IncentiveEntryPolicy>({
  rules: uniqueBy(
    "of",
    listOf(
      recordOf<IncentiveEntryRule>({
        of: choiceOf(incentiveResultKinds),
        entryKind: choiceOf(["earning", "fee"]),
        term: readPayableTerm,
        titles: optional(readWords),
      }),
    ),
  ),
});
