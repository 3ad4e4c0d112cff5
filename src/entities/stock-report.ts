import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { StockState } from "./catalogue.js";

/** What a member says it has in stock at the end of a day. */
export interface StockReport {
  /** The host's identifier, unique among reports. Not empty. */
  readonly id: string;
  /** The member whose stock it is. */
  readonly memberId: string;
  /** The day at whose end it was counted. */
  readonly asOf: CalendarDate;
  /** The day it was received. Absent: not known; whether it came in time is unknown then. */
  readonly reportedOn?: CalendarDate | undefined;
  /** What was counted. A product that does not stand here was not counted, which is not a stock of zero. */
  readonly lines: readonly StockReportLine[];
}

/** The stock of one product in one state. */
export interface StockReportLine {
  /** The product. */
  readonly productId: string;
  /** In the product's unit, not negative. A number is whole units; fractions of units are a decimal string. */
  readonly quantity: number | DecimalString;
  /** Whether it can be sold. */
  readonly state: StockState;
}
