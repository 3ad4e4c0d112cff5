/**
 * What the verbs of claims share: amounts in one currency, sums, and a rounding that is shown.
 *
 * @internal
 */
import { at, checkText } from "../../kernel/check.js";
import { Exact, text } from "../../kernel/decimal.js";
import type { Explanation } from "../../kernel/explanation.js";
import { kernelFault } from "../../kernel/fault.js";
import { type MoneyRounding, parseMoney, payable } from "../../kernel/money.js";
import { exactNotNegative, listOf, type Read } from "../../kernel/read.js";

/** An amount of 0 or more that must be in the one currency. */
export function exactMoneyIn(currency: string): Read<Exact> {
  return (value, path) => {
    const money = parseMoney(value, path);
    if (money.currency !== currency)
      throw kernelFault("kernel.currency_mismatch", at(path, "currency"), { got: money.currency, want: currency });
    return exactNotNegative(money.amount, at(path, "amount"));
  };
}

/** A list of names, or everything. What is absent is a fault: a scope that nobody wrote would cover too much. */
export const readScope: Read<readonly string[] | "all"> = (value, path) => (value === "all" ? value : listOf(checkText)(value, path));

export function covers(scope: readonly string[] | "all", name: string): boolean {
  return scope === "all" || scope.includes(name);
}

/** The exact sum rounded once, with the node that makes the working add up. Nothing is said of a rounding that changed nothing. */
export function roundOnce(exactSum: Exact, rounding: MoneyRounding): { readonly amount: string; readonly nodes: readonly Explanation[] } {
  const amount = payable(exactSum, rounding);
  const moved = new Exact(amount).minus(exactSum);
  return {
    amount,
    nodes: moved.isZero() ? [] : [{ code: "settlement.claim_rounding", params: { decimals: rounding.decimals, amount: text(moved) } }],
  };
}

/** By code points, so that no locale changes an order. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
