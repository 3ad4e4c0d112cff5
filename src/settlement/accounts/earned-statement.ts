/**
 * What members have earned, as accruals and settlements read it. The `statements` of `settle` are such records, so that a preview and a
 * settlement cannot differ; a host whose earnings come from elsewhere writes the same few fields.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Message, Words } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";

/** What one member has earned to date. A `Statement` of `settle` is one. */
export interface EarnedStatement {
  /** The member. One statement for each. */
  readonly memberId: string;
  /** One for each programme, version and window. */
  readonly lines: readonly EarnedLine[];
}

/** What one member has earned to date under one version of a programme in one window. A `StatementLine` of `settle` is one. */
export interface EarnedLine {
  /** The programme. */
  readonly programmeId: string;
  /** Its version. */
  readonly programmeVersion: string;
  /** What the member reads of the programme. Absent: entries of the account carry the words of their kind. */
  readonly programme?: Words | undefined;
  /** The window. */
  readonly window: EarnedWindow;
  /** `final`: the window has ended. `open`: it runs on. `undetermined`: what is earned is not known. */
  readonly status: "final" | "open" | "undetermined";
  /** Earned to date as it is paid, in the member's currency. Positive: owed to the member. `null`: undetermined. */
  readonly payable: Money | null;
  /** The same in the programme's currency, before rounding and conversion. Absent or `null`: not known. */
  readonly exact?: DecimalString | null | undefined;
  /** Net amount sold, in the programme's currency. Absent: not known; nothing can be projected from it. */
  readonly amount?: DecimalString | undefined;
  /** Net quantity sold. Absent: not known; nothing can be projected from it. */
  readonly quantity?: DecimalString | undefined;
  /** What growth is measured against, for the whole window. Absent: nothing, or not known. */
  readonly baseline?: DecimalString | undefined;
  /** The quota of the whole window. Absent: none, or not known. */
  readonly quota?: DecimalString | undefined;
  /** The programme's measures, by name. Absent: it has none, or they are not known. */
  readonly measures?: { readonly [name: string]: DecimalString } | undefined;
  /** What earlier windows carried in, 0 or below. Absent: nothing. */
  readonly carried?: { readonly amount: DecimalString; readonly quantity: DecimalString } | undefined;
  /** Its group, where programmes share its sales. Absent: it earns for itself. */
  readonly stacked?: { readonly groupId: string } | undefined;
  /** How the payable amount was converted. Absent: it was not. */
  readonly conversion?: EarnedConversion | undefined;
  /** The sale lines behind it. Absent: not kept. */
  readonly sources?: EarnedSources | undefined;
  /** Why it is undetermined. Absent: it is not. */
  readonly problem?: Message | undefined;
}

/** The days of a window, and its name. */
export interface EarnedWindow {
  /** Its identifier, unique within the programme. */
  readonly id: string;
  /** First day. */
  readonly start: CalendarDate;
  /** First day after it. */
  readonly end: CalendarDate;
  /** What the member reads of it. Absent: its identifier. */
  readonly titles?: Words | undefined;
}

/** The rate of a converted amount. */
export interface EarnedConversion {
  /** Units of the member's currency for one unit of the programme's. Above 0. */
  readonly rate: DecimalString;
  /**
   * Always `"settlement_day"`: the rate moves with the day that is asked about, so that what was settled stays as it was converted, and only the rest is
   * converted now; that needs `exact`. Absent: the rate is that of the window, and all that is earned is converted at it.
   */
  readonly on?: "settlement_day" | undefined;
}

/** The sale lines behind an earning. */
export interface EarnedSources {
  /** Their identifiers. Absent: only their number is kept. */
  readonly ids?: readonly string[] | undefined;
}

/** An earning that is left as it stands, because it is not known what it comes to. */
export interface UnsettledEarning {
  /** The member. */
  readonly memberId: string;
  /** The programme. */
  readonly programmeId: string;
  /** The window, by its identifier. */
  readonly periodId: string;
  /** Why. */
  readonly reason: UnsettledReason;
}

/** Why an earning is left as it stands. */
export type UnsettledReason =
  | Message<"settlement.earning_undetermined">
  | Message<"settlement.earning_without_statement">
  | Message<"settlement.earning_currency">
  | Message<"settlement.forecast_version">
  | Message<"settlement.forecast_figures">
  | Message<"settlement.forecast_not_begun">
  | Message<"settlement.forecast_not_alone">
  | Message<"settlement.forecast_failed">;
