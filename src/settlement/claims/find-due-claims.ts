import { findDue } from "../../engine/find-due.js";
import { type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { at, checkRecord, readSafely } from "../../kernel/check.js";
import { checkDistinct, readRecords } from "../../kernel/read.js";
import type { ClaimLife, ClaimLifeFacts, ClaimStep } from "./claim-life.js";
import { claimLifecycle } from "./claim-lifecycle.js";
import { readClaimFacts, readClaimLife } from "./read-claim-life.js";

/** Claims, and the days that have passed. */
export interface DueClaimsFacts {
  /** The claims, each once, with what the host knows of it. */
  readonly claims: readonly { readonly state: ClaimLife; readonly facts: ClaimLifeFacts }[];
  /** First day that was not yet offered to them. */
  readonly from: CalendarDate;
  /** Last day that has come, included. */
  readonly asOf: CalendarDate;
}

/** A claim with which time does something. */
export interface DueClaim {
  /** The claim. */
  readonly claimId: string;
  /** What happens, by day. */
  readonly steps: readonly { readonly asOf: CalendarDate; readonly step: ClaimStep }[];
}

/**
 * Tells what time alone does to claims from one day to another: drafts that lapse, decisions and payments that are late.
 *
 * @param facts - The claims and the days.
 * @returns The claims that move or are reminded of, in the order given, each with its steps and the day of each.
 * @throws LibraryFault `kernel.named_twice` for a claim that comes twice, `kernel.*` with the place in `facts` that cannot be read.
 *
 * @example A draft lapses on the day after the last one
 * ```ts
 * import { findDueClaims, startClaim } from "qudao/settlement";
 *
 * const draft = startClaim({
 *   claim: {
 *     id: "C-1", kind: "stock_rotation", memberId: "D1", agreementId: "A-1", eventDate: "2024-05-06", submittedOn: "2024-05-20",
 *     amount: { amount: "80", currency: "CNY" }, lines: [], evidence: [],
 *   },
 *   asOf: "2024-05-20",
 *   submitBy: "2024-06-30",
 * });
 * const due = findDueClaims({ claims: [{ state: draft, facts: {} }], from: "2024-06-01", asOf: "2024-07-31" });
 * due.map(({ claimId, steps }) => [claimId, steps.map(({ asOf, step }) => [asOf, step.next.at])]); // => [["C-1", [["2024-07-01", "lapsed"]]]]
 * ```
 *
 * @since 0.1.0
 */
export function findDueClaims(facts: DueClaimsFacts): readonly DueClaim[] {
  return readSafely("facts", () => {
    const { claims, from, asOf } = checkRecord(facts, "facts");
    const members = readRecords(claims, "facts.claims", (fields, path) => {
      const state = readClaimLife(fields["state"], at(path, "state"));
      return { id: state.data.claimId, state, facts: readClaimFacts(fields["facts"], at(path, "facts")) };
    });
    checkDistinct(
      members.map(({ id }) => id),
      "facts.claims",
      "state.data.claimId",
    );
    const report = findDue(claimLifecycle, { members, from: parseDate(from, "facts.from"), asOf: parseDate(asOf, "facts.asOf") });
    return report.due.map(({ id, steps }) => ({ claimId: id, steps }));
  });
}
