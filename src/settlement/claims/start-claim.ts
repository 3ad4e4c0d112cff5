import { addDays, type CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { optional, type Read, readDate, recordOf } from "../../kernel/read.js";
import type { ChannelClaim } from "./claim.js";
import type { ClaimLife } from "./claim-life.js";
import { readClaim } from "./read-claim.js";

/** A claim that is drafted. */
export interface ClaimStart {
  /** The claim. */
  readonly claim: ChannelClaim;
  /** The day it was drafted. */
  readonly asOf: CalendarDate;
  /** The last day on which it can be handed in, such as `claimBy` of its validation. Absent: no day was agreed. */
  readonly submitBy?: CalendarDate | undefined;
}

const readStart: Read<ClaimStart> = recordOf<ClaimStart>({ claim: readClaim, asOf: readDate, submitBy: optional(readDate) });

/**
 * Begins the life of a claim as a draft.
 *
 * @param facts - The claim, the day, and the last day for handing it in.
 * @returns Where the claim stands: plain JSON, for `stepClaim`.
 * @throws LibraryFault `kernel.*` with the place in `facts` that cannot be read.
 *
 * @example A claim that lapses after June
 * ```ts
 * import { startClaim } from "qudao/settlement";
 *
 * const life = startClaim({
 *   claim: {
 *     id: "C-1", kind: "stock_rotation", memberId: "D1", agreementId: "A-1", eventDate: "2024-05-06", submittedOn: "2024-05-20",
 *     amount: { amount: "80", currency: "CNY" }, lines: [], evidence: [],
 *   },
 *   asOf: "2024-05-20",
 *   submitBy: "2024-06-30",
 * });
 * [life.at, life.data.claimed, life.data.lapsesOn]; // => ["draft", "80", "2024-07-01"]
 * ```
 *
 * @since 0.1.0
 */
export function startClaim(facts: ClaimStart): ClaimLife {
  return readSafely("facts", () => {
    const { claim, asOf, submitBy } = readStart(facts, "facts");
    return {
      at: "draft",
      data: {
        claimId: claim.id,
        kind: claim.kind,
        memberId: claim.memberId,
        currency: claim.amount.currency,
        claimed: claim.amount.amount,
        approved: null,
        entryId: null,
        paymentId: null,
        submissions: 0,
        ground: null,
        since: asOf,
        overdueOn: null,
        lapsesOn: submitBy === undefined ? null : addDays(submitBy, 1),
      },
    };
  });
}
