import type { ParticipantKind } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { Period } from "../kernel/period.js";

/** Whom to recruit, where, until when, how, and by whom: the plan of recruiting, bound to a strategy (招募计划、拓展计划). */
export interface RecruitmentPlan {
  /** The host's identifier. Not empty. */
  readonly id: string;
  /** The strategy it serves. There is no plan without one. */
  readonly strategyId: string;
  /** The days it runs. */
  readonly period: Period;
  /** The staff member who answers for it. Not empty. */
  readonly ownerId: string;
  /** What it may cost, tax included, 0 or more. */
  readonly budget: Money;
  /** Whom to recruit. */
  readonly targets: readonly RecruitmentTarget[];
  /** Where prospects are to come from, as codes of the sources. */
  readonly sources: readonly string[];
  /** The market research it rests on. Absent or empty: it cites none, which is flagged. */
  readonly research?: readonly ResearchReference[] | undefined;
}

/** So many members of a kind for a territory. */
export interface RecruitmentTarget {
  /** What they are to be. */
  readonly kind: ParticipantKind;
  /** Where they are to sell. */
  readonly territoryId: string;
  /** How many, 1 or more. */
  readonly count: number;
  /** 1 comes first; equal numbers are equally urgent. */
  readonly priority: number;
  /** The last day to be in time. */
  readonly dueOn: CalendarDate;
}

/** A piece of market research, kept by the host. */
export interface ResearchReference {
  /** The document. Not empty. */
  readonly documentId: string;
  /** What it is called. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
}
