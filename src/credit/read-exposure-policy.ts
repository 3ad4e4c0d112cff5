/**
 * What counts as exposure, read once.
 *
 * @internal
 */

import { addDays, type CalendarDate } from "../kernel/calendar-date.js";
import { checkCount, checkRecord } from "../kernel/check.js";
import { Exact } from "../kernel/decimal.js";
import { convertMoney } from "../kernel/exchange.js";
import { exactShare, readCurrency } from "../kernel/read.js";
import { type ExposurePolicy, exposureComponents } from "./credit-ledger.js";
import { MOST_DAYS } from "./reading.js";

export interface ReadExposurePolicy extends Omit<ExposurePolicy, "weights"> {
  readonly weights: { readonly [C in (typeof exposureComponents)[number]]: Exact };
  readonly until: CalendarDate | undefined;
}

export function readExposurePolicy(value: unknown, path: string, asOf: CalendarDate): ReadExposurePolicy {
  const given = checkRecord(value, path);
  const weights = checkRecord(given["weights"], `${path}.weights`);
  const days = given["horizonDays"];
  const horizonDays = days === null ? null : checkCount(days, `${path}.horizonDays`, 0, MOST_DAYS);
  return {
    currency: readCurrency(given["currency"], `${path}.currency`),
    exchange: given["exchange"] as ExposurePolicy["exchange"],
    weights: Object.fromEntries(
      exposureComponents.map((name) => [name, exactShare(weights[name], `${path}.weights.${name}`)]),
    ) as ReadExposurePolicy["weights"],
    horizonDays,
    until: horizonDays === null ? undefined : addDays(asOf, horizonDays),
  };
}

/** Converts money into the currency of the policy; `undefined`: there is no rate. */
export function converter({ currency, exchange }: ReadExposurePolicy): (amount: Exact, currency: string) => Exact | undefined {
  return (amount, from) => {
    if (from === currency) return amount;
    if (exchange === undefined) return undefined;
    const found = convertMoney({ amount: amount.toFixed(), currency: from }, currency, exchange);
    return found.ok ? new Exact(found.value.amount) : undefined;
  };
}
