import type { Agreement } from "../entities/agreement.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { AgreementLife } from "./agreement-life.js";
import { readAgreement } from "./read-agreement.js";
import { outlineOf } from "./read-life.js";

/** A draft, and who wrote it. */
export interface AgreementStart {
  /** The agreement as drafted. */
  readonly agreement: Agreement;
  /** Who drafted it. */
  readonly by: string;
  /** The day it was drafted. */
  readonly asOf: CalendarDate;
}

/**
 * Begins the life of an agreement as a draft, with every date that time will act on.
 *
 * @remarks
 * The dates come from the agreement itself: its end, its notice, its window of renewal. A trial has no renewal, whatever the data says.
 *
 * @param facts - The draft, its author and the day.
 * @returns Where the agreement stands: plain JSON, for `stepAgreement`.
 * @throws LibraryFault `kernel.*` where the draft cannot be read; `kernel.not_a_date` at `facts.agreement.end` for a trial without end.
 *
 * @example A trial of six months, drafted by a specialist
 * ```ts
 * import { startAgreement } from "qudao/agreements";
 *
 * const agreement = {
 *   id: "AG1", kind: "trial" as const, partyIds: ["D1"], start: "2024-01-01", end: "2024-07-01", clauses: [{ kind: "automatic_end" as const }],
 *   terms: { notice: { count: 30, unit: "days" as const } },
 * };
 * const life = startAgreement({ agreement, by: "Wang", asOf: "2023-12-01" });
 * life.at; // => "draft"
 * [life.data.expiringFrom, life.data.end, life.data.renewal]; // => ["2024-05-31", "2024-07-01", "none"]
 * ```
 *
 * @since 0.1.0
 */
export function startAgreement(facts: AgreementStart): AgreementLife {
  return readSafely("facts", () => {
    checkRecord(facts, "facts");
    const agreement = readAgreement(facts.agreement, "facts.agreement");
    return {
      at: "draft",
      data: {
        ...outlineOf(agreement, "facts.agreement"),
        since: parseDate(facts.asOf, "facts.asOf"),
        drafters: [checkText(facts.by, "facts.by")],
        approvedBy: null,
        signedBy: null,
        evidenceId: null,
        terminatesOn: null,
        successorId: null,
        ground: null,
      },
    };
  });
}
