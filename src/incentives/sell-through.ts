/**
 * What a sell-through report is valued from, at and into: the goods a member bought, those it sold on, and what an incentive counts for them.
 */
import type { SaleLine } from "../entities/sale-line.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Period } from "../kernel/period.js";
import type { IncentiveRounding } from "./programme.js";

/** At what goods that were sold on count, in the order of the documentation. Their words: `incentives.sell_through_basis`. */
export const sellThroughBases = ["fifo", "latest_purchase", "moving_average", "period_average", "sale"] as const;

/**
 * `fifo`: at what the oldest goods in stock were bought for. `latest_purchase`: at the price of the newest purchase that is in stock on the day.
 * `moving_average`: at the average of the stock on the day. `period_average`: at one average of the opening stock and all purchases of the period,
 * whatever their day. `sale`: at what the member sold them for; stock is not looked at.
 */
export type SellThroughBasis = (typeof sellThroughBases)[number];

/** What becomes of a line that the stock does not cover, in the order of the documentation. */
export const sellThroughShortages = ["whole_line_open", "part_open"] as const;

/**
 * `whole_line_open`: the line takes nothing from the stock and waits. `part_open`: it counts with what is there; the rest waits, to be reported
 * again as a line of its own.
 */
export type SellThroughShortage = (typeof sellThroughShortages)[number];

/** A line of goods: sold to the member, or sold on by it. A return is a line of `kind: "return"`, as everywhere. */
export interface SellThroughLine extends SaleLine {
  /**
   * On a return, the line that it takes back. Absent: not known; of goods sold on, those come back that left last (on `originDate`, where that
   * is known), of purchases, those go back that were bought last.
   */
  readonly originId?: string | undefined;
}

/** What one member bought and sold on in a stretch of time. */
export interface SellThroughFacts {
  /** The member. Every line is its own. */
  readonly memberId: string;
  /** The days of the lines. */
  readonly period: Period;
  /** What was there before: the `closing` of the period before, or what the host counted. */
  readonly opening: SellThroughStock;
  /** What the member bought, each once, in any order: sales to it, and what it sent back. */
  readonly purchases: readonly SellThroughLine[];
  /** What the member sold on, each once, in any order: its sales, and what came back to it. */
  readonly sold: readonly SellThroughLine[];
}

/** At what goods that were sold on count. */
export interface SellThroughPolicy {
  /** Currency of every amount. ISO 4217. */
  readonly currency: string;
  /** At what they count. */
  readonly basis: SellThroughBasis;
  /** What becomes of a line that the stock does not cover. */
  readonly shortage: SellThroughShortage;
  /** The one rounding: of what leaves a purchase, or the average, while some of it stays. */
  readonly rounding: IncentiveRounding;
}

/** The goods of a member between two periods. */
export interface SellThroughStock {
  /** What it has. */
  readonly stock: readonly SellThroughLayer[];
  /** What it has sold on and may still get back. A host leaves out what is too old to come back. */
  readonly sold: readonly SellThroughSold[];
}

/** A purchase, as far as its goods are asked after. */
export interface SellThroughPurchase {
  /** The line bought. */
  readonly id: string;
  /** Its day. */
  readonly date: CalendarDate;
  /** How much was bought; above 0. */
  readonly quantity: DecimalString;
  /** What was paid for all of it, net of tax; 0 or more. */
  readonly amount: DecimalString;
}

/** Some goods of one purchase. */
export interface SellThroughPart {
  /** The purchase. `null`: goods at an average, of no purchase in particular; they count as the oldest. */
  readonly purchase: SellThroughPurchase | null;
  /** How much of it; above 0. */
  readonly quantity: DecimalString;
  /** What that is worth; 0 or more. */
  readonly amount: DecimalString;
}

/** Some goods in stock. */
export interface SellThroughLayer extends SellThroughPart {
  /** The product. */
  readonly productId: string;
}

/** Goods that were sold on. */
export interface SellThroughSold {
  /** The line they were sold by. */
  readonly lineId: string;
  /** Its day. */
  readonly date: CalendarDate;
  /** The product. */
  readonly productId: string;
  /** How much has not come back; above 0. */
  readonly quantity: DecimalString;
  /** What that counted. */
  readonly amount: DecimalString;
  /** Out of which goods, in the order they were taken; their quantities add up. */
  readonly parts: readonly SellThroughPart[];
}

/** Why a line is open. Their words: `incentives.sell_through_open`. */
export type SellThroughGap = "not_in_stock" | "origin_unknown";

/** A line that is not valued, or not all of it. */
export interface OpenSellThrough {
  /** The line. */
  readonly lineId: string;
  /** Its day. */
  readonly date: CalendarDate;
  /** The product. */
  readonly productId: string;
  /** How much is open: of a line that waits as a whole, all of it. */
  readonly open: DecimalString;
  /** How much the stock, or what was sold before, falls short of the line. */
  readonly missing: DecimalString;
  /** `not_in_stock`: more was sold, or sent back, than was there. `origin_unknown`: more came back than was sold. */
  readonly because: SellThroughGap;
}

/** What was sold on, valued. */
export interface SellThroughOutcome {
  /** The lines sold on that are valued, ready for `accumulate`: `amount` is the base, and what belongs to the member's own price is left out. */
  readonly lines: readonly SaleLine[];
  /** What all of it counts, net of what came back. */
  readonly base: DecimalString;
  /** Lines that wait, of purchases sent back as well. They count nothing. */
  readonly open: readonly OpenSellThrough[];
  /** What is there at the end: the `opening` of the next period. */
  readonly closing: SellThroughStock;
}
