import { addDays, type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { exactNotNegative } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { MOST_DAYS, problem } from "./reading.js";
import type { ReplacementCase } from "./replacement-case.js";

/** The payment trouble of a member. */
export interface PaymentTroubleFacts {
  /** The day. */
  readonly asOf: CalendarDate;
  /** The member. */
  readonly memberId: string;
  /** Days past due of its oldest claim, as `evaluateArrears` tells. */
  readonly overdueDays: number;
  /** Money past due. */
  readonly overdueAmount: DecimalString;
}

/** When trouble opens a case. */
export interface PaymentTroublePolicy {
  /** Days past due that are enough, reached by equality. */
  readonly days: number;
  /** Money past due that is enough, reached by equality. */
  readonly amount: DecimalString;
  /** Whether one of the two is enough, or both must hold. */
  readonly combine: "any" | "all";
  /** Days within which the case is to be decided. */
  readonly decideWithinDays: number;
}

/**
 * Opens a replacement case where a member's payment trouble is large enough: whether somebody else could take over must be considered.
 *
 * @remarks
 * Nothing past due opens nothing, whatever the thresholds.
 *
 * @param facts - The trouble.
 * @param policy - The thresholds.
 * @returns The case, opened.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @errors
 * - `credit.trouble_too_small` - the thresholds are not reached.
 *
 * @source S19-138.
 *
 * @example 60 days are enough, 59 are not
 * ```ts
 * import { startReplacementCase } from "qudao/credit";
 *
 * const policy = { days: 60, amount: "100000", combine: "any" as const, decideWithinDays: 30 };
 * const open = (overdueDays: number) => startReplacementCase({ asOf: "2024-05-01", memberId: "D1", overdueDays, overdueAmount: "20000" }, policy).ok;
 * [open(59), open(60)]; // => [false, true]
 * ```
 *
 * @since 0.1.0
 */
export function startReplacementCase(
  facts: PaymentTroubleFacts,
  policy: PaymentTroublePolicy,
): Result<Explained<ReplacementCase>, Message<"credit.trouble_too_small">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const memberId = checkText(given["memberId"], "facts.memberId");
    const overdueDays = checkCount(given["overdueDays"], "facts.overdueDays", 0, Number.MAX_SAFE_INTEGER);
    const overdue = exactNotNegative(given["overdueAmount"], "facts.overdueAmount");
    const agreed = checkRecord(policy, "policy");
    const days = checkCount(agreed["days"], "policy.days", 0, MOST_DAYS);
    const amount = exactNotNegative(agreed["amount"], "policy.amount");
    const combine = checkChoice(agreed["combine"], "policy.combine", ["any", "all"]);
    const decideBy = addDays(asOf, checkCount(agreed["decideWithinDays"], "policy.decideWithinDays", 1, MOST_DAYS));
    const tests = [overdueDays >= days, overdue.greaterThanOrEqualTo(amount)];
    const isTrouble = overdueDays > 0 && overdue.greaterThan(0) && (combine === "any" ? tests.includes(true) : !tests.includes(false));
    const overdueAmount = text(overdue);
    const params = { memberId, overdueDays, overdueAmount, days, amount: text(amount) };
    if (!isTrouble) return problem("credit.trouble_too_small", params);
    const data = {
      memberId,
      overdueDays,
      overdueAmount,
      candidates: [],
      suitable: [],
      successorId: null,
      decideBy,
      handOverBy: null,
      ground: null,
      since: asOf,
    };
    return ok({ outcome: { at: "opened", data }, explanation: { code: "credit.replacement_opened", params: { ...params, decideBy } } });
  });
}
