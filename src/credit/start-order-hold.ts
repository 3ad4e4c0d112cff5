import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, text } from "../kernel/decimal.js";
import { exactNotNegative } from "../kernel/read.js";
import type { OrderHold } from "./order-hold.js";

/** An order that comes in. */
export interface OrderHoldStart {
  /** The order. */
  readonly orderId: string;
  /** Its amount, tax included, not negative. */
  readonly amount: DecimalString;
  /** The day. */
  readonly asOf: CalendarDate;
}

/**
 * Starts the credit of an order: not checked yet, so it may not go on.
 *
 * @remarks
 * What an approver would answer for is not known before the first check: `excess` is `null`, not 0.
 *
 * @param facts - The order.
 * @returns Where it stands.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @source Practice of credit holds.
 *
 * @example A new order
 * ```ts
 * import { startOrderHold } from "qudao/credit";
 *
 * startOrderHold({ orderId: "O-1", amount: "30", asOf: "2024-03-15" }).at; // => "unchecked"
 * ```
 *
 * @since 0.1.0
 */
export function startOrderHold(facts: OrderHoldStart): OrderHold {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    return {
      at: "unchecked",
      data: {
        orderId: checkText(given["orderId"], "facts.orderId"),
        amount: text(exactNotNegative(given["amount"], "facts.amount")),
        reasons: [],
        excess: null,
        nextCheckOn: null,
        graceDays: null,
        by: null,
        ground: null,
        since: parseDate(given["asOf"], "facts.asOf"),
      },
    };
  });
}
