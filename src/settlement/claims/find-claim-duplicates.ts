import type { CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { choiceOf, listOf, someOf } from "../../kernel/read.js";
import { type ChannelClaim, type ClaimKeyField, claimKeyFields } from "./claim.js";
import { readClaim } from "./read-claim.js";
import { byName } from "./read-claims.js";

/** What was claimed before. */
export interface ClaimDuplicate {
  /** The later claim. */
  readonly claimId: string;
  /** Its line. `null`: the key names no lines. */
  readonly lineId: string | null;
  /** The claim that came first and stands. */
  readonly firstClaimId: string;
  /** The day that one was handed in. */
  readonly submittedOn: CalendarDate;
}

/**
 * Finds everything that was claimed more than once, by a declared key.
 *
 * @remarks
 * Of one key the claim handed in first stands; on one day the one with the lower identifier. Every other one is named with it. The order of the
 * list never matters. A claim without lines has no duplicate where the key names lines; a claim without a field of the key has none either.
 *
 * @param claims - The claims that stand, each once or more often.
 * @param key - What makes two claims the same. At least one field.
 * @returns One row per later claim and key, by the later claim.
 * @throws LibraryFault `kernel.*` with the place in `claims` or `key`.
 *
 * @example The same invoice twice
 * ```ts
 * import { type ChannelClaim, findClaimDuplicates } from "qudao/settlement";
 *
 * const claim = (id: string, submittedOn: string): ChannelClaim => ({
 *   id, kind: "co_op", memberId: "D1", agreementId: "F-1", reference: "INV-9", eventDate: "2024-05-06", submittedOn,
 *   amount: { amount: "500", currency: "CNY" }, lines: [], evidence: [],
 * });
 * findClaimDuplicates([claim("B", "2024-06-02"), claim("A", "2024-06-01")], ["memberId", "reference"]);
 * // => [{ claimId: "B", lineId: null, firstClaimId: "A", submittedOn: "2024-06-01" }]
 * ```
 *
 * @since 0.1.0
 */
export function findClaimDuplicates(claims: readonly ChannelClaim[], key: readonly ClaimKeyField[]): readonly ClaimDuplicate[] {
  return readSafely({ claims, key }, () => {
    const all = listOf(readClaim)(claims, "claims");
    const fields = someOf(choiceOf(claimKeyFields))(key, "key");
    const first = firstByKey(all, fields);
    const distinct = [...new Map(all.map((claim) => [claim.id, claim])).values()].sort(byAge);
    return distinct.flatMap((claim) => laterThan(first, claim, fields));
  });
}

/** The earlier claims that ask for the same as this one. @internal */
export function duplicatesOf(
  claim: ChannelClaim,
  standing: readonly ChannelClaim[],
  key: readonly ClaimKeyField[],
): readonly ClaimDuplicate[] {
  return laterThan(firstByKey([...standing, claim], key), claim, key);
}

const byAge = (a: ChannelClaim, b: ChannelClaim) => byName(a.submittedOn, b.submittedOn) || byName(a.id, b.id);

/** The keys of a claim: one, or one per line. Only line identifiers and texts are in a key, so that JSON tells them apart. */
function keysOf(
  claim: ChannelClaim,
  fields: readonly ClaimKeyField[],
): readonly { readonly key: string; readonly lineId: string | null }[] {
  const parts = (lineId: string | null) =>
    claimKeyFields
      .filter((field) => fields.includes(field))
      .map((field) =>
        field === "lineId" ? lineId : field === "amount" ? `${claim.amount.amount} ${claim.amount.currency}` : claim[field],
      );
  const lineIds = fields.includes("lineId") ? claim.lines.map(({ id }) => id) : [null];
  return lineIds.flatMap((lineId) => {
    const values = parts(lineId);
    return values.includes(undefined) ? [] : [{ key: JSON.stringify(values), lineId }];
  });
}

function firstByKey(claims: readonly ChannelClaim[], fields: readonly ClaimKeyField[]): ReadonlyMap<string, ChannelClaim> {
  const first = new Map<string, ChannelClaim>();
  for (const claim of claims) {
    for (const { key } of keysOf(claim, fields)) {
      const held = first.get(key);
      if (held === undefined || byAge(claim, held) < 0) first.set(key, claim);
    }
  }
  return first;
}

function laterThan(
  first: ReadonlyMap<string, ChannelClaim>,
  claim: ChannelClaim,
  fields: readonly ClaimKeyField[],
): readonly ClaimDuplicate[] {
  return keysOf(claim, fields).flatMap(({ key, lineId }) => {
    const held = first.get(key);
    if (held === undefined || held.id === claim.id) return [];
    return [{ claimId: claim.id, lineId, firstClaimId: held.id, submittedOn: held.submittedOn }];
  });
}
