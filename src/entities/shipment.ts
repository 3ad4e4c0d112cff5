import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";

/** Goods on their way from one participant to another. */
export interface Shipment {
  /** The host's identifier, unique among shipments. Not empty. */
  readonly id: string;
  /** The order it fulfils. Absent: none, as for a transfer of stock. */
  readonly orderId?: string | undefined;
  /** The participant that sends. */
  readonly senderId: string;
  /** The participant that receives. */
  readonly receiverId: string;
  /** The territory the goods go to. Absent: not known; where goods may go cannot be judged then. */
  readonly territoryId?: string | undefined;
  /** The day the goods left. */
  readonly shippedOn: CalendarDate;
  /** The day they were promised for. Absent: none was promised. */
  readonly promisedOn?: CalendarDate | undefined;
  /** The day they arrived. Absent: they are on their way. */
  readonly deliveredOn?: CalendarDate | undefined;
  /** What was sent. At least one line. */
  readonly lines: readonly ShipmentLine[];
}

/** One product of a shipment. */
export interface ShipmentLine {
  /** The product. */
  readonly productId: string;
  /** In the product's unit, not negative. A number is whole units; fractions of units are a decimal string. */
  readonly quantity: number | DecimalString;
  /** Codes on the goods by which they can be traced: serial numbers, box codes, batches. Absent: not recorded. */
  readonly tracedCodes?: readonly string[] | undefined;
}
