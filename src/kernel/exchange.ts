import type { CalendarDate } from "./calendar-date.js";
import { at, checkChoice, checkList, checkRecord, readSafely } from "./check.js";
import { checkCurrency } from "./currency.js";
import { type DecimalString, Exact, exact, exactQuotient, text } from "./decimal.js";
import { kernelFault, shown } from "./fault.js";
import type { Message } from "./message.js";
import { type Money, parseMoney } from "./money.js";
import { err, ok, type Result } from "./result.js";

/** What one unit of a currency costs in another, on a day. */
export interface ExchangeRate {
  /** The currency that is given. */
  readonly from: string;
  /** The currency that is received. */
  readonly to: string;
  /** Major units of `to` for one major unit of `from`. Above 0. */
  readonly rate: DecimalString;
  /** The day the rate stands for. `settle` takes the latest up to its day; `convertMoney` is given the rates that the host picked, and does not read it. */
  readonly asOf: CalendarDate;
  /** Who published it, for the record. Absent: not said. */
  readonly source?: string | undefined;
}

/** Which quotations may be used. `direct_only`: from → to. `allow_inverse`: else 1 ÷ (to → from). Never over a third currency. */
export const exchangeRoutes = ["direct_only", "allow_inverse"] as const;

/** One of `exchangeRoutes`. */
export type ExchangeRoute = (typeof exchangeRoutes)[number];

/** What was agreed on conversion. */
export interface ExchangePolicy {
  /** The rates in force: at most one for each direction. */
  readonly rates: readonly ExchangeRate[];
  /** Which of them may be used. A direct rate always comes first. */
  readonly via: ExchangeRoute;
}

/**
 * Converts an amount into another currency.
 *
 * @remarks
 * `amount × rate`, exact and unrounded; `roundMoney` makes it payable. Over the inverse, `amount ÷ rate`: exact where the
 * quotient ends within 400 places; one that does not end is cut at 40 significant digits, half up. An amount already in the
 * currency is answered as it is, whatever the rates.
 *
 * @param money - The amount.
 * @param to - The currency wanted.
 * @param policy - The rates in force and which of them may be used.
 * @returns The amount in `to`.
 * @throws LibraryFault `kernel.exchange_rate_twice` when two rates stand for one direction, `kernel.not_above_zero`.
 *
 * @errors
 * - `kernel.exchange_rate_missing` - no rate leads from the one currency to the other in the way the policy allows.
 *
 * @example The inverse only where it is allowed
 * ```ts
 * import { convertMoney } from "qudao/kernel";
 *
 * const rates = [{ from: "USD", to: "CNY", rate: "7.25", asOf: "2024-03-29" }];
 * convertMoney({ amount: "100", currency: "USD" }, "CNY", { rates, via: "direct_only" }); // => { ok: true, value: { amount: "725", currency: "CNY" } }
 * convertMoney({ amount: "725", currency: "CNY" }, "USD", { rates, via: "direct_only" }).ok; // => false
 * convertMoney({ amount: "725", currency: "CNY" }, "USD", { rates, via: "allow_inverse" }); // => { ok: true, value: { amount: "100", currency: "USD" } }
 * ```
 *
 * @since 0.1.0
 */
export function convertMoney(money: Money, to: string, policy: ExchangePolicy): Result<Money, Message<"kernel.exchange_rate_missing">> {
  const given = parseMoney(money, "money");
  const currency = checkCurrency(to, "to");
  const from = given.currency;
  return readSafely({ money, to, policy }, () => {
    const fields = checkRecord(policy, "policy");
    const via = checkChoice(fields["via"], "policy.via", exchangeRoutes);
    const rates = checkList(fields["rates"], "policy.rates");
    if (from === currency) return ok(given);
    const amount = new Exact(given.amount);
    const direct = findRate(rates, from, currency);
    if (direct !== undefined) return ok({ amount: text(amount.times(direct)), currency });
    const inverse = via === "allow_inverse" ? findRate(rates, currency, from) : undefined;
    if (inverse !== undefined) return ok({ amount: text(exactQuotient(amount, inverse)), currency });
    return err({ code: "kernel.exchange_rate_missing", params: { from, to: currency } });
  });
}

/** The one rate of a direction. Two would leave the choice to the order of a list. */
function findRate(rates: readonly unknown[], from: string, to: string): Exact | undefined {
  let found: Exact | undefined;
  for (let i = 0; i < rates.length; i++) {
    const path = `policy.rates[${i}]`;
    const row = checkRecord(rates[i], path) as unknown as ExchangeRate;
    if (row.from !== from || row.to !== to) continue;
    if (found !== undefined) throw kernelFault("kernel.exchange_rate_twice", path, { from, to });
    found = exact(row.rate, at(path, "rate"));
    if (!found.greaterThan(0)) throw kernelFault("kernel.not_above_zero", at(path, "rate"), { got: shown(row.rate) });
  }
  return found;
}
