/** What the calculator of a programme is asked, and what it answers. */
import type { RuleVerdict } from "../engine/combine-findings.js";
import type { EngineCode } from "../engine/messages.js";
import type { TierGap } from "../engine/tier-schedule.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Exact } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { InKind } from "./earned-in-kind.js";
import type { IncentiveCode } from "./messages.js";

/** What a correct host may meet when an incentive is computed. */
export type IncentiveProblem =
  | Message<"incentives.baseline_missing">
  | Message<"incentives.quota_missing">
  | Message<"incentives.quota_not_positive">
  | Message<"incentives.measure_missing">
  | Message<"incentives.joint_missing">
  | Message<"incentives.fact_missing">
  | Message<"incentives.fact_not_a_figure">
  | Message<"incentives.gate_unknown">
  | Message<"incentives.published_later">;

/** Codes in the working of an incentive. */
export type IncentiveExplanation = Explanation<IncentiveCode | EngineCode>;

/** What the host states of a member, by name. @internal */
export type StatedFacts = { readonly [name: string]: unknown };

/** What those who count together reached in all. @internal */
export interface JointFigures {
  readonly amount: Exact;
  readonly quantity: Exact;
  readonly measures?: ReadonlyMap<string, Exact> | undefined;
}

/** @internal */
export interface WindowFigures extends JointFigures {
  readonly joint?: JointFigures | undefined;
  readonly baseline: Exact | undefined;
  readonly quota: Exact | undefined;
  /** The programme's measures. One that is not there is not known. */
  readonly measures?: ReadonlyMap<string, Exact> | undefined;
  readonly given?: StatedFacts | undefined;
  /** The day on which gates are asked. */
  readonly asOf?: CalendarDate | undefined;
  /** What a refundable cap withheld in the windows before. */
  readonly withheld?: Exact | undefined;
}

/** @internal */
export interface ProgrammeAnswer {
  /** Before the rounding. */
  readonly exact: Exact;
  /** After it, with exactly the places of the programme. */
  readonly amount: string;
  readonly currency: string;
  readonly qualifier: Exact;
  readonly tier: number;
  readonly next: TierGap | null;
  /** Absent: the programme has no gates. */
  readonly gates: RuleVerdict | undefined;
  /** For the next window. Absent: no cap is refundable. */
  readonly withheld: Exact | undefined;
  readonly explanation: IncentiveExplanation;
  /** What is earned in goods or in a right; the amounts above are then 0. Absent: the programme pays money. */
  readonly inKind?: InKindAnswer;
}

/** @internal */
export interface InKindAnswer {
  readonly of: InKind;
  /** Rounded, with exactly the places of the programme. */
  readonly quantity: string;
  /** Before the rounding. */
  readonly exact: Exact;
}
