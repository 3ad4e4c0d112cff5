/** Facts, policies and answers of simulations. */
import type { SaleLine } from "../entities/sale-line.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Message, Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { EarningReference } from "./accounts/settlement-entry.js";
import type { GoodsDifference, GoodsEarning } from "./goods-earning.js";
import type { RejectedLine } from "./intake.js";
import type { AccumulatorPolicy } from "./policy.js";
import type { RightDifference, RightEarning } from "./right-earning.js";
import type { SalesProjection, SalesProjectionProblem } from "./sales-projection.js";
import type { SettlementFacts } from "./settlement-facts.js";
import type { Settlement } from "./statement.js";

/** Past lines, and what a settlement needs beside them. */
export interface SimulationFacts extends SettlementFacts {
  /** The lines, each once. */
  readonly lines: readonly SaleLine[];
}

/** Versions to run on the same lines. */
export interface SimulationPolicy extends Omit<AccumulatorPolicy, "programmes"> {
  /** The versions, each with a name of its own; the others are compared with the first. At least one. */
  readonly versions: readonly SimulatedVersion[];
}

/** One design: all the programmes that would be in force together. */
export interface SimulatedVersion {
  /** Its name, once. Not empty. */
  readonly id: string;
  /** What readers call it. */
  readonly titles: Words;
  /** The programmes. */
  readonly programmes: readonly IncentiveProgramme[];
}

/** What the versions come to. */
export interface SimulationOutcome {
  /** One per version, in the policy's order. */
  readonly versions: readonly VersionSimulation[];
  /** Lines that no version counts since they cannot be read. Empty: none. */
  readonly rejected: readonly RejectedLine[];
}

/** What one version comes to. */
export interface VersionSimulation {
  /** The version. */
  readonly versionId: string;
  /** All that is earned, in the policy's currency; what is undetermined is not in it. */
  readonly earned: Money;
  /** What is earned in goods, in the order of the statements; no amount holds any of it. Absent: nothing. */
  readonly goods?: readonly GoodsEarning[] | undefined;
  /** What is earned of rights and services, as goods are. Absent: nothing. */
  readonly rights?: readonly RightEarning[] | undefined;
  /** Lines of statements whose earning is not known. 0: `earned`, `goods` and `rights` are complete. */
  readonly undetermined: number;
  /** The settlement itself, as `settle` gives it. */
  readonly settlement: Settlement;
  /** Member by member against the first version. Absent: it is the first. */
  readonly change?: VersionChange | undefined;
}

/** A version against the first. */
export interface VersionChange {
  /** Members with a statement in one of the two, in the policy's order. */
  readonly members: readonly MemberChange[];
  /** How many earn more. */
  readonly gain: number;
  /** How many earn less. */
  readonly lose: number;
  /** How many earn the same. */
  readonly same: number;
  /** How many cannot be compared. */
  readonly unknown: number;
  /** All that the members who can be compared earn more; below 0: less. */
  readonly difference: DecimalString;
  /** Goods of members who can be compared, by product and unit in the order of their names. Absent: nobody earns any under either. */
  readonly goods?: readonly GoodsDifference[] | undefined;
  /** Rights of members who can be compared, by means and unit in the order of their names. Absent: nobody earns any under either. */
  readonly rights?: readonly RightDifference[] | undefined;
}

/** One member under two versions. */
export interface MemberChange {
  /** The member. */
  readonly memberId: string;
  /** Earned under the first version. `null`: not known in full. */
  readonly before: DecimalString | null;
  /** Earned under this one. `null`: not known in full. */
  readonly after: DecimalString | null;
  /** `after − before`. `null`: one of them is not known. */
  readonly difference: DecimalString | null;
}

/** Past lines, and how sales may go from here. */
export interface CostForecastFacts extends SimulationFacts {
  /** The scenarios, each with a name of its own. At least one. */
  readonly scenarios: readonly SalesScenario[];
  /** What is set aside, in the policy's currency. Absent: nothing to hold the cost against. */
  readonly budget?: DecimalString | undefined;
}

/** How sales may go. */
export interface SalesScenario {
  /** Its name, once. Not empty. */
  readonly id: string;
  /** What readers call it. */
  readonly titles: Words;
  /** Quantity, amount and cost of lines are multiplied by it; `"1.1"`: a tenth more. 0 or more. */
  readonly factor: DecimalString;
  /** First day whose lines are multiplied. Absent: all of them, those of the years before included. */
  readonly from?: CalendarDate | undefined;
  /** Lines that would come on top, as they are. Absent: none. */
  readonly added?: readonly SaleLine[] | undefined;
  /** How these sales go on to the day before `asOf`. Absent: the lines are all there is. */
  readonly projection?: SalesProjection | undefined;
  /** How likely it is; a ratio. All weights add up to 1. */
  readonly weight: DecimalString;
}

/** What a design may cost. */
export interface CostForecast {
  /** One per scenario, in the order given. */
  readonly scenarios: readonly ScenarioCost[];
  /** The costs by their weights, exact. `null`: one is not known in full. */
  readonly expected: DecimalString | null;
  /** The lowest cost. `null`: one is not known in full. */
  readonly least: DecimalString | null;
  /** The highest cost. `null`: one is not known in full. */
  readonly most: DecimalString | null;
  /** `budget − expected`; below 0: the budget does not suffice. `null`: no budget, or the cost is not known. */
  readonly left: DecimalString | null;
}

/** What one scenario costs. */
export interface ScenarioCost {
  /** The scenario. */
  readonly scenarioId: string;
  /** All that is earned, in the policy's currency. */
  readonly cost: Money;
  /** What is earned in goods, in the order of the statements; the cost holds none of it. Absent: nothing. */
  readonly goods?: readonly GoodsEarning[] | undefined;
  /** What is earned of rights and services, as goods are. Absent: nothing. */
  readonly rights?: readonly RightEarning[] | undefined;
  /** Lines of statements whose earning is not known. 0: the cost is complete. */
  readonly undetermined: number;
  /** Lines that cannot be read, those of the facts first, then those added; the cost counts nothing for them. Empty: none. */
  readonly rejected: readonly RejectedLine[];
  /** Whether the cost is within the budget. `null`: no budget, or not known. */
  readonly withinBudget: boolean | null;
}

/** Why a cost cannot be forecast. */
export type CostForecastProblem = Message<"settlement.scenarios_not_whole"> | SalesProjectionProblem;

/** Lines of an order that is not placed yet. */
export interface OrderSimulationFacts extends SettlementFacts {
  /** The lines that would come. */
  readonly lines: readonly SaleLine[];
}

/** What an order would change. */
export interface OrderSimulation {
  /** One row for each programme and window whose figures it changes. */
  readonly effects: readonly OrderEffect[];
  /** All that would be earned more, in the accumulator's currency; what is not known is not in it. */
  readonly gain: Money;
  /** Lines that cannot be read. Empty: none. */
  readonly rejected: readonly RejectedLine[];
}

/** What an order would change in one window of a programme. */
export interface OrderEffect extends EarningReference {
  /** The member. */
  readonly memberId: string;
  /** Earned without the order. `null`: not known. */
  readonly before: DecimalString | null;
  /** Earned with it. `null`: not known. */
  readonly after: DecimalString | null;
  /** `after − before`. `null`: one of them is not known. */
  readonly gain: DecimalString | null;
  /** Goods without and with it; the amounts above are then 0. Absent: the programme pays no goods, or neither is known. */
  readonly goods?: readonly GoodsDifference[] | undefined;
  /** Rights without and with it; the amounts above are then 0. Absent: the programme pays none, or neither is known. */
  readonly rights?: readonly RightDifference[] | undefined;
  /** The tier without and with it. `null`: not known. */
  readonly tiers: { readonly before: number | null; readonly after: number | null };
}
