/** Facts and answers of settlements that are forecast by season. */
import type { SaleLine } from "../entities/sale-line.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Message } from "../kernel/message.js";
import type { Period } from "../kernel/period.js";
import type { ForecastSeason } from "./accounts/accrual-run.js";
import type { GoodsEarning } from "./goods-earning.js";
import type { RejectedLine } from "./intake.js";
import type { RightEarning } from "./right-earning.js";
import type { SettlementFacts } from "./settlement-facts.js";
import type { Settlement } from "./statement.js";

/** How sales go on: as in some days, by the season. */
export interface SalesProjection {
  /**
   * The days whose sales are typical; its `end` is the first day that is projected. `{ start: "2024-01-01", end: "2024-04-01" }`: the year goes on
   * as its first quarter was. Returns of these days go on, too.
   */
  readonly base: Period;
  /** How sales spread over the year. */
  readonly season: ForecastSeason;
}

/** The sales so far, how they go on, and what a settlement needs beside them; `asOf` is the day to forecast for. */
export interface SettlementForecastFacts extends SettlementFacts {
  /**
   * The lines so far, each once, those of the base among them. One of a projected day (an order that is placed) counts as it is, on top of what is
   * projected.
   */
  readonly lines: readonly SaleLine[];
  /** How sales go on, from the end of its base to the day before `asOf`. */
  readonly projection: SalesProjection;
}

/** What will be earned if sales go on as projected. */
export interface SettlementForecast {
  /**
   * The settlement of the sales so far and those projected, as `settle` gives it; `sources` tells of the lines so far alone. Its `statements` are
   * the `expected` of `accrueEarnings`.
   */
  readonly settlement: Settlement;
  /** What would be earned in goods, in the order of the statements; no amount holds any of it. Absent: nothing. */
  readonly goods?: readonly GoodsEarning[] | undefined;
  /** What would be earned of rights and services, as goods would. Absent: nothing. */
  readonly rights?: readonly RightEarning[] | undefined;
  /** The days projected. `null`: none; `asOf` is not beyond the base. */
  readonly projected: Period | null;
  /** Their sales for each unit of the base's: a ratio at 40 digits. `"0"`: nothing is projected. */
  readonly ratio: DecimalString;
  /** Lines that cannot be read. Empty: none. */
  readonly rejected: readonly RejectedLine[];
}

/** Why sales cannot be projected: the season gives the base no weight. */
export type SalesProjectionProblem = Message<"settlement.projection_without_weight">;
