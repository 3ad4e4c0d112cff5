import type { Quota } from "../entities/quota.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { ExchangeRate } from "../kernel/exchange.js";

/** What a settlement needs to know beside the lines. */
export interface SettlementFacts {
  /** The day the settlement speaks of. Windows that end on or before it are final, those that begin after it are left out. */
  readonly asOf: CalendarDate;
  /** Quotas of members. Absent: none is known, and attainment is undetermined. */
  readonly quotas?: readonly Quota[] | undefined;
  /** Baselines of growth programmes whose baseline is `given`. Absent: none is known, and such growth is undetermined. */
  readonly baselines?: readonly Baseline[] | undefined;
  /** Rates for members paid in another currency. Absent: none is known, and their lines are undetermined. */
  readonly exchangeRates?: readonly ExchangeRate[] | undefined;
  /** The members to settle, by identifier. Absent: all of them. */
  readonly memberIds?: readonly string[] | undefined;
}

/** What one member's growth in one window is measured against. */
export interface Baseline {
  /** The member. */
  readonly memberId: string;
  /** The programme. */
  readonly programmeId: string;
  /** The window, by its identifier. */
  readonly periodId: string;
  /** Net amount or quantity, as the programme measures growth. Below 0: read as 0. */
  readonly value: DecimalString;
}
