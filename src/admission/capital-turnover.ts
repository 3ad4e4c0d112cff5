import { checkChoice, checkRecord } from "../kernel/check.js";
import { Exact, exact } from "../kernel/decimal.js";
import type { MessageParams } from "../kernel/message.js";
import { parseMoney } from "../kernel/money.js";
import { type FlowPeriod, flowPeriods } from "./applicant.js";

/**
 * Turnover of working capital as a fraction, so that comparing it needs no division: sales over average capital, both doubled.
 *
 * @internal
 */
export interface CapitalTurnover {
  /** Twice the sales. */
  readonly sales: Exact;
  /** Opening plus closing capital: twice the average. Above 0. */
  readonly capital: Exact;
  /** The period. */
  readonly per: FlowPeriod;
  /** What was given, for the working. */
  readonly given: { readonly sales: string; readonly opening: string; readonly closing: string; readonly currency: string };
}

/** Why there is no turnover. @internal */
export interface NoTurnover {
  readonly code: "admission.currency_differs" | "admission.capital_not_positive";
  readonly params: MessageParams;
}

/** Reads what working capital turned over, or why it has no meaning. @internal */
export function capitalTurnover(value: unknown, path: string): CapitalTurnover | NoTurnover {
  const fields = checkRecord(value, path);
  const sales = parseMoney(fields["sales"], `${path}.sales`);
  const opening = parseMoney(fields["opening"], `${path}.opening`);
  const closing = parseMoney(fields["closing"], `${path}.closing`);
  const per = checkChoice(fields["per"], `${path}.per`, flowPeriods);
  const { currency } = sales;
  const other = [opening, closing].find((one) => one.currency !== currency);
  if (other !== undefined) return { code: "admission.currency_differs", params: { got: other.currency, want: currency } };
  const capital = exact(opening.amount).plus(exact(closing.amount));
  const given = { sales: sales.amount, opening: opening.amount, closing: closing.amount, currency };
  if (!capital.greaterThan(0)) return { code: "admission.capital_not_positive", params: given };
  return { sales: exact(sales.amount).times(new Exact(2)), capital, per, given };
}
