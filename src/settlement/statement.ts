import type { RuleVerdict } from "../engine/combine-findings.js";
import type { TierGap } from "../engine/tier-schedule.js";
import type { JointReading } from "../incentives/compute-incentive.js";
import type { PaymentCap } from "../incentives/payment-cap.js";
import type { EarnedGoods, EarnedRight } from "../incentives/programme.js";
import type { IncentiveExplanation, IncentiveProblem } from "../incentives/programme-answer.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Message, Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { NamedPeriod } from "../kernel/period-rule.js";
import type { SaleCarry } from "./sale-carry.js";

/** The answer of `settle`: one statement per member, and what was taken in. */
export interface Settlement {
  /** The day the settlement speaks of. Windows that begin after it are left out. */
  readonly asOf: CalendarDate;
  /** One per member with at least one line, in the policy's order of members. */
  readonly statements: readonly Statement[];
  /** What the accumulator has taken in since it was opened, merged parts included. */
  readonly intake: IntakeTotals;
  /** Where caps and budgets stand, one row per version that declares any, in the policy's order. Absent: none does. */
  readonly terms?: readonly SettledTerms[] | undefined;
  /**
   * What members carry on beyond the last window of their programmes: the `opening` of the next year's settlement, once that window is over.
   * Absent: nobody carries anything.
   */
  readonly closing?: readonly EarningCarry[] | undefined;
}

/** Where the caps and the budget of one version stand, over all members. */
export interface SettledTerms {
  /** The programme. */
  readonly programmeId: string;
  /** Its version; terms are of the days of one version. */
  readonly programmeVersion: string;
  /** Its budget. `null`: it declares none. */
  readonly budget: SettledBudget | null;
  /** What refundable caps over several earnings hold back, for a later version. */
  readonly withheld: DecimalString;
  /** What the other caps took for good; below 0 where returns made up for what a cap per sale took under an earlier version. */
  readonly forfeited: DecimalString;
  /** Lines that could not be settled; their amounts are in none of the figures. */
  readonly undetermined: number;
}

/** Where a budget stands. */
export interface SettledBudget {
  /** What may be spent in all. */
  readonly amount: Money;
  /** What is granted. */
  readonly granted: Money;
  /** What is left of it; below 0 is not possible. */
  readonly left: Money;
  /** Granted of the budget: a ratio at 40 digits. `null`: the budget is 0. */
  readonly consumption: DecimalString | null;
  /** `within`; `near`: the consumption reached the alert; `over`: more was asked than there is. */
  readonly alert: "within" | "near" | "over";
}

/** What one member carries from the last window of a programme into the first of its next accumulator. */
export interface EarningCarry {
  /** The member. */
  readonly memberId: string;
  /** The programme, whatever its version. */
  readonly programmeId: string;
  /** Net amount that came back beyond what was sold; 0 or below. */
  readonly amount: DecimalString;
  /** Net quantity, likewise. */
  readonly quantity: DecimalString;
  /** The measure that picks the tier, likewise. Absent: none does, or it is 0. */
  readonly measure?: { readonly name: string; readonly value: DecimalString } | undefined;
  /** What refundable payment caps of the windows withhold. `"0"` as long as it hangs on a window that is not known. */
  readonly withheld: DecimalString;
  /** By how much earnings have passed a cumulative guarantee. */
  readonly surplus: DecimalString;
  /** What refundable caps over several earnings hold back, by cap; below 0 where a return made room. */
  readonly capped: readonly { readonly capId: string; readonly amount: DecimalString }[];
  /** Where its single sales stand under caps per sale. Absent: none was paid anything or cut. */
  readonly sales?: readonly SaleCarry[] | undefined;
  /** Lines that could not be settled, so that the row is not complete; above 0 it cannot be an opening. */
  readonly undetermined: number;
}

/** Control figures to hold against the host's ledger. */
export interface IntakeTotals {
  /** Lines looked at: `accepted + rejected`. */
  readonly read: number;
  /** Lines taken in. */
  readonly accepted: number;
  /** Lines refused. */
  readonly rejected: number;
  /** Sales − returns of the lines taken in, in the accumulator's currency, net of tax. Exact. */
  readonly netAmount: DecimalString;
  /** Units sold − units returned of the lines taken in. Exact. */
  readonly netQuantity: DecimalString;
}

/** What one member earned, programme by programme and window by window. */
export interface Statement {
  /** The member. */
  readonly memberId: string;
  /** Its name; the identifier in both languages where the policy has no title. */
  readonly member: Words;
  /** Programmes in the policy's order, windows in the order of time. */
  readonly lines: readonly StatementLine[];
  /**
   * The sum of the payable amounts, in the currency the member is paid in. Lines of open windows are in it with their figures so far, undetermined
   * lines are not: what is settled for good is the sum of the `final` lines.
   */
  readonly total: Money;
  /** How many lines could not be settled, each with its problem. 0: the total is complete. */
  readonly undetermined: number;
}

/** What one member earned under one programme in one window. */
export interface StatementLine {
  /** The programme. */
  readonly programmeId: string;
  /** The version it was computed on. */
  readonly programmeVersion: string;
  /** The programme's name. */
  readonly programme: Words;
  /** The window: identifier, name and days. */
  readonly window: NamedPeriod;
  /** `final`: the window has ended by `asOf`. `open`: it runs on, the figures are those so far. `undetermined`: see `problem`. */
  readonly status: "final" | "open" | "undetermined";
  /** Net amount of the lines that counted; where programmes use each line once, of those left to it. */
  readonly amount: DecimalString;
  /** Net quantity of the lines that counted. */
  readonly quantity: DecimalString;
  /** What those who count together reached in all, this member included. Absent: it counts alone. */
  readonly joint?: JointReading | undefined;
  /** What growth was measured against. Absent: the programme has no baseline, or it is not known. */
  readonly baseline?: DecimalString | undefined;
  /** The quota, in the unit of what attainment is of. Absent: the programme has none, or it is not known. */
  readonly quota?: DecimalString | undefined;
  /** The programme's measures, by name, in the window; one that is not known is not there. Absent: the programme has none. */
  readonly measures?: { readonly [name: string]: DecimalString } | undefined;
  /** What earlier windows carried into this one, below 0; what earns is `amount + carried`. Absent: nothing. */
  readonly carried?: CarriedFigures | undefined;
  /**
   * What refundable payment caps withhold, for the next window. `null`: it is not known, for it hangs on this window or an earlier one that is
   * undetermined. Absent: nothing, and nothing was withheld before.
   */
  readonly withheld?: DecimalString | null | undefined;
  /** How it stands beside the programmes that share its sales. Absent: it earns for itself, or undetermined. */
  readonly stacked?: StackedLine | undefined;
  /** What guarantee, caps and budget of the programme did to it. Absent: it declares none, or undetermined. */
  readonly terms?: TermedLine | undefined;
  /** What the gates come to. `unmet`: nothing is earned. Absent: the programme has none, or undetermined. */
  readonly gates?: RuleVerdict | undefined;
  /** Rounded as the programme says, in its currency. Positive: owed to the member. `null`: undetermined. */
  readonly earned: Money | null;
  /** Before the rounding. `null`: undetermined. */
  readonly exact: DecimalString | null;
  /** What is paid, in the member's payout currency, rounded once from the exact amount. `null`: undetermined. */
  readonly payable: Money | null;
  /** What is earned in goods; every amount in money is then 0, and what is withheld counts units. Absent: the programme pays money, or undetermined. */
  readonly goods?: EarnedGoods | undefined;
  /** What is earned of a right or a service, as goods are. Absent: the programme pays none, or undetermined. */
  readonly right?: EarnedRight | undefined;
  /** The tier reached, from 1; 0: none. `null`: undetermined, or not known of a programme that gives way or is excluded anyway. */
  readonly tier: number | null;
  /** The way to the next tier. `null`: the highest that can be is reached, or undetermined. */
  readonly next: TierGap | null;
  /** The sale lines behind the figures. */
  readonly sources: StatementSources;
  /** The conversion, where the payout currency differs. Absent: none was needed or possible. */
  readonly conversion?: Conversion | undefined;
  /** The working; its parts add up to `earned`. `null`: undetermined. */
  readonly explanation: IncentiveExplanation | null;
  /** Why the line is undetermined. Absent: it is not. */
  readonly problem?: StatementProblem | undefined;
}

/** A programme's place among those that share its sales. */
export interface StackedLine {
  /** Its group. */
  readonly groupId: string;
  /** Whether it earns, gives way to another programme of its group, or is excluded by another group. */
  readonly status: "earns" | "gives_way" | "excluded";
  /** The programme it gives way to, or the group that excludes it. `null`: neither. */
  readonly to: string | null;
  /** What it would have earned on its base. `null`: not known, but it gives way or is excluded whatever it is. */
  readonly alone: Money | null;
  /** Net amount of the lines left to it, less what earlier programmes earned on them. What was carried in is not in it. `null`: as `alone`. */
  readonly base: DecimalString | null;
}

/** What the terms of its programme did to a line, in the order in which they are applied. */
export interface TermedLine {
  /** What the window earned before them. */
  readonly before: Money;
  /** What lifts it to the guarantee. `"0"`: nothing. */
  readonly topUp: DecimalString;
  /** What each cap cut; below 0 where a return takes back less than it would have. */
  readonly caps: readonly { readonly capId: string; readonly per: PaymentCap["per"]; readonly cut: DecimalString }[];
  /** What refundable caps of earlier versions held back and is paid here. */
  readonly released: DecimalString;
  /** What is beyond the budget. Below 0: so much less is owed, since it was refused before. */
  readonly refused: DecimalString;
}

/** What more came back than was sold before, and is taken off here. */
export interface CarriedFigures {
  /** Net amount, 0 or below. */
  readonly amount: DecimalString;
  /** Net quantity, 0 or below. */
  readonly quantity: DecimalString;
}

/** The sale lines behind a line of a statement. */
export interface StatementSources {
  /** How many counted, sales and returns. */
  readonly count: number;
  /** Their identifiers in ascending order of code units. Absent: the policy keeps only the count. */
  readonly ids?: readonly string[] | undefined;
}

/** How an amount was converted. */
export interface Conversion {
  /** Units of the payout currency for one unit of the programme's. */
  readonly rate: DecimalString;
  /** The day the rate is of. */
  readonly date: CalendarDate;
  /** Always `"settlement_day"`: the rate moves with the day that is asked about. Absent: it is that of the last day of the window. */
  readonly on?: "settlement_day" | undefined;
}

/** Why a line of a statement could not be settled. */
export type StatementProblem =
  | IncentiveProblem
  | Message<"settlement.exchange_rate_missing">
  | Message<"settlement.quota_currency">
  | Message<"settlement.quota_unit">
  | Message<"settlement.share_undetermined">
  | Message<"settlement.guarantee_undetermined">
  | Message<"settlement.withheld_undetermined">
  | Message<"settlement.carried_undetermined">;
