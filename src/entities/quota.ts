import type { Money } from "../kernel/money.js";

/** The sales expected of one member in one period (销售配额). */
export interface Quota {
  /** The member it was set for. */
  readonly memberId: string;
  /** The programme that it belongs to. Absent: it holds for every programme of the member. */
  readonly programmeId?: string | undefined;
  /** The period, by the identifier that the programme gives it, such as `"2024-Q1"`. */
  readonly periodId: string;
  /** The sales to reach in the whole period, net of tax. */
  readonly amount: Money;
}
