import { type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../../kernel/check.js";
import { Exact, text } from "../../kernel/decimal.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Message } from "../../kernel/message.js";
import { optional, readDate, readText, readTexts } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { closedOn } from "../account-kit.js";
import type { SettlementEntry } from "../accounts/settlement-entry.js";
import type { ClaimLife } from "./claim-life.js";
import { readClaimLife } from "./read-claim-life.js";

/** A claim whose money goes into the member's account. */
export interface ClaimEntryFacts {
  /** Where the claim stands. */
  readonly life: ClaimLife;
  /** The identifier of the new entry. */
  readonly entryId: string;
  /** The day it belongs to. */
  readonly date: CalendarDate;
  /** The day by which it is to be paid. Absent: nothing was agreed. */
  readonly dueDate?: CalendarDate | undefined;
  /** The host's documents behind it. Absent: not kept. */
  readonly sourceIds?: readonly string[] | undefined;
  /** The last day that is closed: nothing can be posted on it or before. Absent: none is. */
  readonly closedThrough?: CalendarDate | undefined;
}

/** Why there is no entry. */
export type ClaimEntryProblem = Message<"settlement.claim_not_granted" | "settlement.claim_settled_before" | "settlement.period_closed">;

/**
 * Builds the entry of a claim in the member's account: of a granted claim the amount, of a reversed one its reversal.
 *
 * @remarks
 * What is granted is owed to the member; a violation is owed by it, and its entry is below 0. A settled claim has its entry already, and gives
 * no second one: it is reversed, never changed.
 *
 * @param facts - The claim, and the new entry's identifier and day.
 * @returns The entry.
 * @throws LibraryFault `kernel.*` with the place in `facts`; `kernel.named_twice` where a reversal has the identifier of what it reverses.
 *
 * @errors
 * - `settlement.claim_not_granted` - nothing was granted.
 * - `settlement.claim_settled_before` - its entry is in the account.
 * - `settlement.period_closed` - the day is closed.
 *
 * @example What was granted in part is owed
 * ```ts
 * import { buildClaimEntry, startClaim } from "qudao/settlement";
 *
 * const draft = startClaim({
 *   claim: {
 *     id: "C-1", kind: "stock_rotation", memberId: "D1", agreementId: "A-1", eventDate: "2024-05-06", submittedOn: "2024-05-20",
 *     amount: { amount: "80", currency: "CNY" }, lines: [], evidence: [],
 *   },
 *   asOf: "2024-05-20",
 *   submitBy: "2024-06-30",
 * });
 * const facts = { entryId: "E-1", date: "2024-07-05" };
 * const life = { at: "partly_approved" as const, data: { ...draft.data, approved: "60" } };
 * const answer = buildClaimEntry({ life, ...facts });
 * answer.ok && [answer.value.kind, answer.value.amount.amount]; // => ["claim", "60"]
 * buildClaimEntry({ life: draft, ...facts }).ok; // => false
 * ```
 *
 * @since 0.1.0
 */
export function buildClaimEntry(facts: ClaimEntryFacts): Result<SettlementEntry, ClaimEntryProblem> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const { at: state, data } = readClaimLife(given["life"], "facts.life");
    const id = readText(given["entryId"], "facts.entryId");
    const date = parseDate(given["date"], "facts.date");
    const dueDate = optional(readDate)(given["dueDate"], "facts.dueDate");
    const sourceIds = optional(readTexts)(given["sourceIds"], "facts.sourceIds");
    const closed = closedOn(date, optional(readDate)(given["closedThrough"], "facts.closedThrough"));
    if (closed !== undefined) return err(closed);
    if (state === "settled" || (state === "closed" && data.entryId !== null)) {
      return err({ code: "settlement.claim_settled_before", params: { claim: data.claimId, entry: data.entryId } });
    }
    const isReversal = state === "reversed";
    if (data.approved === null || (state !== "approved" && state !== "partly_approved" && !isReversal)) {
      return err({ code: "settlement.claim_not_granted", params: { claim: data.claimId, state } });
    }
    if (isReversal && id === data.entryId) throw kernelFault("kernel.named_twice", "facts.entryId", { got: shown(id) });
    const owed = new Exact(data.approved);
    const isAgainst = (data.kind === "violation") !== isReversal;
    return ok({
      id,
      memberId: data.memberId,
      kind: isReversal ? "reversal" : "claim",
      date,
      amount: { amount: text(isAgainst ? owed.negated() : owed), currency: data.currency },
      claimId: data.claimId,
      ...(dueDate !== undefined && { dueDate }),
      ...(isReversal && data.entryId !== null && { refersTo: data.entryId }),
      ...(sourceIds !== undefined && { sourceIds }),
    });
  });
}
