/**
 * Comparisons that rules share: inclusive, exact, and never between things that cannot be compared.
 *
 * @internal
 */
import type { Tested } from "../engine/rule.js";
import { checkChoice, checkRecord, checkText } from "../kernel/check.js";
import { exact, text } from "../kernel/decimal.js";
import type { MessageParams } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import type { CashFlow, SalesCapacity } from "./applicant.js";
import { flowPeriods } from "./applicant.js";
import { stillOpen, unset } from "./still-open.js";

/** An amount as a parameter of a message. */
export function moneyParam(money: Money | null): { readonly amount: string; readonly currency: string } | null {
  return money === null ? null : { amount: money.amount, currency: money.currency };
}

/** What a flow is compared with, as parameters of a message, before anything is known. */
export function flowParams(least: SalesCapacity | CashFlow | null): MessageParams {
  return { actual: null, required: moneyParam(least?.amount ?? null), per: least?.per ?? null, basis: least?.basis ?? null };
}

/** A decimal against a least value of the same unit. */
export function decimalAtLeast(value: unknown, path: string, least: string | null): Tested {
  if (least === null) return unset;
  const actual = exact(value as string, path);
  const short = exact(least).minus(actual);
  const params = { actual: text(actual), required: least };
  return short.greaterThan(0) ? { met: false, params: { ...params, short: text(short) } } : { met: true, params };
}

/** An amount against a least amount of the same currency. */
export function moneyAtLeast(value: unknown, path: string, least: Money | null): Tested {
  if (least === null) return unset;
  const { amount, currency } = parseMoney(value, path);
  const required = { amount: least.amount, currency: least.currency };
  if (currency !== required.currency) {
    return stillOpen("admission.currency_differs", { got: currency, want: required.currency }, "manufacturer");
  }
  const short = exact(required.amount).minus(exact(amount));
  const params = { actual: { amount, currency }, required };
  return short.greaterThan(0) ? { met: false, params: { ...params, short: { amount: text(short), currency } } } : { met: true, params };
}

/** A sum over a period against a least sum over the same period, on the same basis. Nothing is scaled from one period to another. */
export function flowAtLeast<F extends SalesCapacity | CashFlow>(
  value: unknown,
  path: string,
  least: F | null,
  bases: readonly F["basis"][],
): Tested {
  if (least === null) return unset;
  const flow = checkRecord(value, path);
  const per = checkChoice(flow["per"], `${path}.per`, flowPeriods);
  const basis = checkChoice(flow["basis"], `${path}.basis`, bases);
  const tested = moneyAtLeast(flow["amount"], `${path}.amount`, least.amount);
  if (per !== least.per || basis !== least.basis) {
    return stillOpen("admission.basis_differs", { per, basis, wantPer: least.per, wantBasis: least.basis }, "applicant");
  }
  return "unknown" in tested ? tested : { met: tested.met, params: { ...tested.params, per, basis } };
}

/** A grade against a least grade of an ordered scale, lowest first. */
export function gradeAtLeast(value: unknown, path: string, scale: readonly string[], least: string | null): Tested {
  if (least === null) return unset;
  const actual = checkText(value, path);
  const place = scale.indexOf(actual);
  if (place < 0) return stillOpen("admission.grade_off_scale", { got: actual, scale }, "manufacturer");
  return { met: place >= scale.indexOf(least), params: { actual, required: least, scale } };
}
