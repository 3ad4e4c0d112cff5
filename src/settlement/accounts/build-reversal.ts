import type { CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { Exact, text } from "../../kernel/decimal.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Message } from "../../kernel/message.js";
import { optional, readDate, readText, recordOf } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { closedOn, moneyOf, readEntries } from "../account-kit.js";
import type { SettlementEntry } from "./settlement-entry.js";

/** Which entry is reversed, and when. */
export interface ReversalFacts {
  /** The host's identifier of the reversal. Not empty, not in the account yet. */
  readonly id: string;
  /** The day posted on. */
  readonly asOf: CalendarDate;
  /** The entry that is reversed. */
  readonly entryId: string;
  /** The account. */
  readonly entries: readonly SettlementEntry[];
  /** The last day that is closed. Absent: none is. */
  readonly closedThrough?: CalendarDate | undefined;
}

/** Why an entry cannot be reversed. */
export type ReversalProblem =
  | Message<"settlement.period_closed">
  | Message<"settlement.entry_not_found">
  | Message<"settlement.entry_is_reversal">
  | Message<"settlement.entry_reversed">
  | Message<"settlement.earning_posted_later">;

/**
 * Builds the entry that takes back another one: the same with the opposite sign, on a day that is still open.
 *
 * @remarks
 * Entries are never changed or deleted, in closed periods least of all. After the reversal of an earning, the next `settleEarnings` settles
 * what is earned again.
 *
 * @param facts - The entry, the account and the day.
 * @returns The reversal, to be added to the account.
 * @throws LibraryFault `kernel.named_twice` when its identifier is taken; `kernel.*` with the place.
 *
 * @errors
 * - `settlement.period_closed` - the day is closed.
 * - `settlement.entry_not_found` - the account holds no such entry.
 * - `settlement.entry_is_reversal` - it is a reversal itself.
 * - `settlement.entry_reversed` - it has been reversed before.
 * - `settlement.earning_posted_later` - it is of a later day.
 *
 * @source Practice of accounting for rebates: what is settled is immutable and only reversed.
 *
 * @example What was settled in a closed quarter is taken back in the open one
 * ```ts
 * import { buildReversal, type SettlementEntry } from "qudao/settlement";
 *
 * const entries: SettlementEntry[] = [{ id: "E1", memberId: "A", kind: "fee", date: "2024-03-31", amount: { amount: "70.00", currency: "CNY" } }];
 * const facts = { id: "X1", entryId: "E1", entries, closedThrough: "2024-03-31" };
 * buildReversal({ ...facts, asOf: "2024-03-31" }).ok; // => false
 * const answer = buildReversal({ ...facts, asOf: "2024-04-01" });
 * answer.ok && [answer.value.kind, answer.value.date, answer.value.amount.amount, answer.value.refersTo]; // => ["reversal", "2024-04-01", "-70.00", "E1"]
 * ```
 *
 * @since 0.1.0
 */
export function buildReversal(facts: ReversalFacts): Result<SettlementEntry, ReversalProblem> {
  return readSafely("facts", () => {
    const { id, asOf, entryId, entries, closedThrough } = readFacts(facts, "facts");
    const closed = closedOn(asOf, closedThrough);
    if (closed !== undefined) return err(closed);
    if (entries.some((one) => one.id === id)) throw kernelFault("kernel.named_twice", "facts.id", { got: shown(id) });
    const entry = entries.find((one) => one.id === entryId);
    if (entry === undefined) return err({ code: "settlement.entry_not_found", params: { id: entryId } });
    if (entry.kind === "reversal") return err({ code: "settlement.entry_is_reversal", params: { id: entryId } });
    const by = entries.find(({ kind, refersTo }) => kind === "reversal" && refersTo === entryId);
    if (by !== undefined) return err({ code: "settlement.entry_reversed", params: { id: entryId, by: by.id } });
    if (asOf < entry.date) {
      return err({ code: "settlement.earning_posted_later", params: { date: asOf, id: entryId, later: entry.date } });
    }
    const { memberId, amount, earning, claimId, earnedAs, sourceIds } = entry;
    return ok({
      id,
      memberId,
      kind: "reversal" as const,
      date: asOf,
      amount: moneyOf(new Exact(amount.amount).negated(), amount.currency),
      ...(earning === undefined ? {} : { earning }),
      ...(claimId === undefined ? {} : { claimId }),
      ...(earnedAs === undefined ? {} : { earnedAs: text(new Exact(earnedAs).negated()) }),
      refersTo: entryId,
      ...(sourceIds === undefined ? {} : { sourceIds }),
    });
  });
}

const readFacts = recordOf<ReversalFacts>({
  id: readText,
  asOf: readDate,
  entryId: readText,
  entries: readEntries,
  closedThrough: optional(readDate),
});
