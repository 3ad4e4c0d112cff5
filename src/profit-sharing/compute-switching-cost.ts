import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import { listOf, readCurrency, readDecimal, readNotNegative, readRounding, recordOf } from "../kernel/read.js";
import { roundedOff } from "./sharing-fault.js";

/** What it takes a maker to change from one dealer to another. Costs are 0 or more; `"0"`: none. */
export interface SwitchingCostFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Finding the new dealer, 0 or more. */
  readonly search: DecimalString;
  /** Training it. */
  readonly training: DecimalString;
  /** Setting it up. */
  readonly setUp: DecimalString;
  /** Loss on stock taken back from the old one. */
  readonly stockTakeBack: DecimalString;
  /** What leaving the old contract costs. */
  readonly contractExit: DecimalString;
  /** Claims and assets written off. */
  readonly writeOffs: DecimalString;
  /** Units by which each period of the ramp-up stays short: target and expected. Above target, the surplus counts against the loss. */
  readonly rampUp: readonly { readonly target: DecimalString; readonly expected: DecimalString }[];
  /** The maker's margin on a unit. */
  readonly unitMargin: DecimalString;
  /** What is got for things no longer needed, 0 or more. */
  readonly salvage: DecimalString;
}

/** How the cost is written. */
export interface SwitchingCostPolicy {
  /** How the sum is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** The cost of a change. */
export interface SwitchingCost {
  /** Margin lost while the new dealer ramps up, exact. Below 0: it sells more than the target. */
  readonly rampUpLoss: DecimalString;
  /** Everything, salvage deducted, rounded. Below 0: changing brings more than it costs. */
  readonly total: DecimalString;
}

/**
 * Computes what it costs a maker to change its dealer.
 *
 * @remarks
 * `search + training + set-up + stock taken back + contract exit + write-offs + Σ (target − expected) × margin − salvage`.
 *
 * @param facts - The items.
 * @param policy - Rounding.
 * @returns The cost; its items and the rounding add up to it.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`.
 *
 * @source S19-139; the items of a change of partner.
 *
 * @example Two months of ramp-up
 * ```ts
 * import { computeSwitchingCost } from "qudao/profit-sharing";
 *
 * const facts = {
 *   currency: "CNY", search: "2000", training: "1500", setUp: "3000", stockTakeBack: "800", contractExit: "5000", writeOffs: "700",
 *   rampUp: [{ target: "100", expected: "40" }, { target: "100", expected: "80" }], unitMargin: "25", salvage: "1000",
 * };
 * computeSwitchingCost(facts, { rounding: { decimals: 2, mode: "half_up" } }).outcome; // => { rampUpLoss: "2000", total: "14000.00" }
 * ```
 *
 * @since 0.1.0
 */
export function computeSwitchingCost(facts: SwitchingCostFacts, policy: SwitchingCostPolicy): Explained<SwitchingCost> {
  return readSafely({ facts, policy }, () => {
    const given = recordOf<SwitchingCostFacts>({
      currency: readCurrency,
      search: readNotNegative,
      training: readNotNegative,
      setUp: readNotNegative,
      stockTakeBack: readNotNegative,
      contractExit: readNotNegative,
      writeOffs: readNotNegative,
      rampUp: listOf(recordOf<SwitchingCostFacts["rampUp"][number]>({ target: readNotNegative, expected: readNotNegative })),
      unitMargin: readDecimal,
      salvage: readNotNegative,
    })(facts, "facts");
    const { rounding } = recordOf<SwitchingCostPolicy>({ rounding: readRounding })(policy, "policy");
    const missing = sumOf(given.rampUp.map(({ target, expected }) => exact(target).minus(expected)));
    const rampUpLoss = missing.times(given.unitMargin);
    const items: readonly (readonly [item: string, amount: string])[] = [
      ["search", given.search],
      ["training", given.training],
      ["set_up", given.setUp],
      ["stock_take_back", given.stockTakeBack],
      ["contract_exit", given.contractExit],
      ["write_offs", given.writeOffs],
      ["ramp_up", text(rampUpLoss)],
      ["salvage", text(exact(given.salvage).negated())],
    ];
    const sum = sumOf(items.map(([, amount]) => amount));
    const amount = payable(sum, rounding);
    const from: Explanation[] = [
      ...items.map(([item, amount]) => ({ code: "profit-sharing.switching_item", params: { item, amount } })),
      ...roundedOff(exact(amount).minus(sum)),
    ];
    return {
      outcome: { rampUpLoss: text(rampUpLoss), total: amount },
      explanation: { code: "profit-sharing.switching_cost", params: { amount, currency: given.currency }, adds: "amount", from },
    };
  });
}
