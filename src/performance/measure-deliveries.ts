import { addDays, type CalendarDate, dayNumber, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import { checkDistinct, exactNotNegative, optional, readRecords } from "../kernel/read.js";

/** One line of an order, and what came of it. */
export interface DeliveryLine {
  /** The host's identifier. Not empty; each line has its own. */
  readonly id: string;
  /** The day the customer asked for. Absent: it named none. */
  readonly requestedOn?: CalendarDate | undefined;
  /** The day that was promised; a line belongs to the period of this day. */
  readonly promisedOn: CalendarDate;
  /** The day it was received. `null`: not yet. */
  readonly receivedOn: CalendarDate | null;
  /** Quantity ordered, not negative. */
  readonly ordered: DecimalString;
  /** Quantity received, not negative; `"0"` where nothing came. */
  readonly received: DecimalString;
  /** Worth of what was ordered, not negative, in one currency for all lines. */
  readonly amount: DecimalString;
}

/** Lines and the period that is measured. */
export interface DeliveryFacts {
  /** The period, half-open. */
  readonly period: Period;
  /** The lines, in any order. Those that were promised for another day are not read. */
  readonly lines: readonly DeliveryLine[];
}

/** Readings for the indicators of delivery. */
export interface DeliveryReadings {
  /** Lines that were promised for the period. */
  readonly deliveryLines: DecimalString;
  /** Those received on or before the promised day. */
  readonly onTimeLines: DecimalString;
  /** Those of which all that was ordered was received within the period. */
  readonly inFullLines: DecimalString;
  /** Those that are both (OTIF). */
  readonly onTimeInFullLines: DecimalString;
  /** Lines for which the customer named a day. */
  readonly requestedLines: DecimalString;
  /** Those of them that were promised for that day or before it. */
  readonly acceptedLines: DecimalString;
  /** Days late, times the quantity that was late, up to the last day of the period. */
  readonly quantityDaysLate: DecimalString;
  /** Worth of all lines. */
  readonly deliveryAmount: DecimalString;
  /** Worth of the lines that were not on time and in full. */
  readonly delayedAmount: DecimalString;
}

/**
 * Measures deliveries: on time, in full, both, as requested, and how many days which quantity was late.
 *
 * @remarks
 * On time is received on the promised day or before; in full is at least what was ordered. A quantity that came late counts the days from the
 * promise to the receipt, one that did not come counts them to the last day of the period. What was received after the period did not come
 * in it. Rates follow by `computeIndicators`; without a line they are not known.
 *
 * @param facts - Period and lines.
 * @returns Readings for `computeIndicators`.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place; `kernel.named_twice` for a line that comes twice.
 * @source Practice of scorecards: delivery variables.
 *
 * @example One in time and in full, one two days late
 * ```ts
 * import { measureDeliveries } from "qudao/performance";
 *
 * const line = { promisedOn: "2024-04-10", ordered: "10", received: "10", amount: "500" };
 * const { onTimeInFullLines, deliveryLines, quantityDaysLate, delayedAmount } = measureDeliveries({
 *   period: { start: "2024-04-01", end: "2024-07-01" },
 *   lines: [{ id: "1", receivedOn: "2024-04-10", ...line }, { id: "2", receivedOn: "2024-04-12", ...line }],
 * });
 * [onTimeInFullLines, deliveryLines, quantityDaysLate, delayedAmount]; // => ["1", "2", "20", "500"]
 * ```
 *
 * @since 0.1.0
 */
export function measureDeliveries(facts: DeliveryFacts): DeliveryReadings {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const { start, end } = parsePeriod(given["period"], "facts.period");
    const rows = readRecords(given["lines"], "facts.lines", (row, path) => ({
      id: checkText(row["id"], `${path}.id`),
      requestedOn: optional(parseDate)(row["requestedOn"], `${path}.requestedOn`),
      promisedOn: parseDate(row["promisedOn"], `${path}.promisedOn`),
      receivedOn: row["receivedOn"] === null ? null : parseDate(row["receivedOn"], `${path}.receivedOn`),
      ordered: exactNotNegative(row["ordered"], `${path}.ordered`),
      received: exactNotNegative(row["received"], `${path}.received`),
      amount: exactNotNegative(row["amount"], `${path}.amount`),
    }));
    checkDistinct(
      rows.map(({ id }) => id),
      "facts.lines",
      "id",
    );
    const last = addDays(end, -1);
    const lines = rows
      .filter(({ promisedOn }) => start <= promisedOn && promisedOn < end)
      .map((line) => {
        const came = line.receivedOn !== null && line.receivedOn < end ? line.received : ZERO;
        const receivedOn = came.isZero() ? null : (line.receivedOn as CalendarDate);
        const onTime = receivedOn !== null && receivedOn <= line.promisedOn;
        const inFull = line.ordered.isZero() || came.greaterThanOrEqualTo(line.ordered);
        const open = Exact.max(ZERO, line.ordered.minus(came));
        const daysTo = (day: CalendarDate) => Math.max(0, dayNumber(day) - dayNumber(line.promisedOn));
        const late = open.times(daysTo(last)).plus(receivedOn === null ? 0 : came.times(daysTo(receivedOn)));
        return { ...line, onTime, inFull, late };
      });
    const count = (test: (line: (typeof lines)[number]) => boolean) => String(lines.filter(test).length);
    const sum = (of: (line: (typeof lines)[number]) => Exact) => text(sumOf(lines.map((line) => of(line))));
    return {
      deliveryLines: String(lines.length),
      onTimeLines: count(({ onTime }) => onTime),
      inFullLines: count(({ inFull }) => inFull),
      onTimeInFullLines: count(({ onTime, inFull }) => onTime && inFull),
      requestedLines: count(({ requestedOn }) => requestedOn !== undefined),
      acceptedLines: count(({ requestedOn, promisedOn }) => requestedOn !== undefined && promisedOn <= requestedOn),
      quantityDaysLate: sum(({ late }) => late),
      deliveryAmount: sum(({ amount }) => amount),
      delayedAmount: sum(({ onTime, inFull, amount }) => (onTime && inFull ? ZERO : amount)),
    };
  });
}
