import { ratioOf, roundFraction } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { type MoneyRounding, payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { optional, readAboveZero, readCurrency, readNotNegative, readPlaces, readRounding, readShare, recordOf } from "../kernel/read.js";
import { roundedOff, sharingFault } from "./sharing-fault.js";

/** What is sold through a channel, and what that costs its maker. */
export interface ChannelProfitFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** What end customers pay for a unit, net of tax, 0 or more. */
  readonly endPrice: DecimalString;
  /** What a unit costs the maker, 0 or more. */
  readonly unitCost: DecimalString;
  /** Units sold, 0 or more. */
  readonly units: DecimalString;
  /** What the maker spends on marketing and sales in this channel, 0 or more. */
  readonly expense: DecimalString;
  /** Units that the whole market buys, above 0. Absent: not known, and there is no break-even share. */
  readonly marketUnits?: DecimalString | undefined;
}

/** What a channel keeps of the price on its way. Every rate is a ratio from `"0"` to `"1"`. */
export interface ChannelProfitPolicy {
  /** What retailers keep of the end price. */
  readonly retailerDiscount: Rate;
  /** What distributors keep of the wholesale price. */
  readonly distributorDiscount: Rate;
  /** What agents are paid of the wholesale price; with the distributors' discount at most 1. */
  readonly agentCommission: Rate;
  /** What orders, delivery and payment cost, of the net price. */
  readonly transactionCost: Rate;
  /** How the contribution and the revenue are rounded, once each. */
  readonly rounding: MoneyRounding;
  /** Places of the three ratios, 0 to 60; rounded half up, once. */
  readonly ratioDecimals: number;
}

/** What a channel brings its maker. */
export interface ChannelProfit {
  /** What a dealer above the retailer pays for a unit, exact. */
  readonly wholesalePrice: DecimalString;
  /** What is left of it to the maker, exact. */
  readonly netPrice: DecimalString;
  /** What it keeps after the cost of the transaction (落袋价), exact. */
  readonly pocketPrice: DecimalString;
  /** Pocket price less unit cost, exact. Below 0: it loses on every unit. */
  readonly unitMargin: DecimalString;
  /** Units times pocket price. */
  readonly revenue: DecimalString;
  /** Units times unit margin, less expense (net marketing contribution). Below 0: the channel costs more than it brings. */
  readonly contribution: DecimalString;
  /** Contribution ÷ revenue. `null`: there is no revenue. */
  readonly returnOnSales: DecimalString | null;
  /** Contribution ÷ expense. `null`: nothing is spent. */
  readonly returnOnExpense: DecimalString | null;
  /** Expense ÷ (unit margin × market): the share of the market that earns the expense back, above 1 where none does. `null`: no margin, or no market known. */
  readonly breakEvenShare: DecimalString | null;
}

const readFacts = recordOf<ChannelProfitFacts>({
  currency: readCurrency,
  endPrice: readNotNegative,
  unitCost: readNotNegative,
  units: readNotNegative,
  expense: readNotNegative,
  marketUnits: optional(readAboveZero),
});

const readPolicy = recordOf<ChannelProfitPolicy>({
  retailerDiscount: readShare,
  distributorDiscount: readShare,
  agentCommission: readShare,
  transactionCost: readShare,
  rounding: readRounding,
  ratioDecimals: readPlaces,
});

/**
 * Computes what a channel brings its maker: from the end price down to the price in its pocket, and from there to its contribution.
 *
 * @remarks
 * `wholesale = end price × (1 − retailer discount)`; `net = wholesale × (1 − distributor discount − agent commission)`;
 * `pocket = net × (1 − transaction cost)`; `contribution = units × (pocket − unit cost) − expense`; `revenue = units × pocket`. Prices are
 * exact; contribution, revenue and each ratio are rounded once, from exact figures.
 *
 * @param facts - Prices, units and expense.
 * @param policy - Discounts, commission, transaction cost, and rounding.
 * @returns The prices, the contribution, and three ratios of it.
 * @throws LibraryFault `kernel.outside_bounds`: discount and commission together above 1; `kernel.*` for what cannot be read.
 *
 * @source R. J. Best, Market-Based Management: channel profitability, net marketing contribution, marketing ROS and ROI.
 *
 * @example A retailer's fifth, two per cent of transactions
 * ```ts
 * import { computeChannelProfit } from "qudao/profit-sharing";
 *
 * const { outcome } = computeChannelProfit(
 *   { currency: "USD", endPrice: "1000", unitCost: "650", units: "200", expense: "7840", marketUnits: "1000" },
 *   {
 *     retailerDiscount: "0.2", distributorDiscount: "0", agentCommission: "0", transactionCost: "0.02",
 *     rounding: { decimals: 2, mode: "half_up" }, ratioDecimals: 4,
 *   },
 * );
 * [outcome.wholesalePrice, outcome.pocketPrice, outcome.contribution]; // => ["800", "784", "18960.00"]
 * [outcome.returnOnSales, outcome.returnOnExpense, outcome.breakEvenShare]; // => ["0.1209", "2.4184", "0.0585"]
 * ```
 *
 * @since 0.1.0
 */
export function computeChannelProfit(facts: ChannelProfitFacts, policy: ChannelProfitPolicy): Explained<ChannelProfit> {
  return readSafely({ facts, policy }, () => {
    const { currency, endPrice, unitCost, units, expense, marketUnits } = readFacts(facts, "facts");
    const { retailerDiscount, distributorDiscount, agentCommission, transactionCost, rounding, ratioDecimals } = readPolicy(
      policy,
      "policy",
    );
    const passedOn = new Exact(1).minus(distributorDiscount).minus(agentCommission);
    if (passedOn.isNegative()) {
      const most = text(new Exact(1).minus(distributorDiscount));
      throw sharingFault("kernel.outside_bounds", "policy.agentCommission", { got: agentCommission, least: "0", most });
    }
    const wholesale = exact(endPrice).times(new Exact(1).minus(retailerDiscount));
    const net = wholesale.times(passedOn);
    const pocket = net.times(new Exact(1).minus(transactionCost));
    const margin = pocket.minus(unitCost);
    const [taken, earned] = [pocket.times(units), margin.times(units)];
    const sum = earned.minus(expense);
    const ratio = (over: Exact, under: Exact) => text(roundFraction(ratioOf(over, under), ratioDecimals, "half_up"));
    const contribution = payable(sum, rounding);
    const outcome: ChannelProfit = {
      wholesalePrice: text(wholesale),
      netPrice: text(net),
      pocketPrice: text(pocket),
      unitMargin: text(margin),
      revenue: payable(taken, rounding),
      contribution,
      returnOnSales: taken.isZero() ? null : ratio(sum, taken),
      returnOnExpense: exact(expense).isZero() ? null : ratio(sum, exact(expense)),
      breakEvenShare: marketUnits === undefined || !margin.greaterThan(0) ? null : ratio(exact(expense), margin.times(marketUnits)),
    };
    const step = (price: string, before: string, after: DecimalString) => ({
      code: "profit-sharing.channel_price",
      params: { price, amount: text(exact(after).minus(before)), after },
    });
    return {
      outcome,
      explanation: {
        code: "profit-sharing.channel_profit",
        params: { amount: contribution, currency, returnOnSales: outcome.returnOnSales, returnOnExpense: outcome.returnOnExpense },
        adds: "amount",
        from: [
          {
            code: "profit-sharing.channel_margin",
            params: { amount: text(earned), units, unitMargin: outcome.unitMargin },
            from: [
              {
                code: "profit-sharing.channel_unit",
                params: { amount: outcome.unitMargin },
                adds: "amount",
                from: [
                  { code: "profit-sharing.channel_price", params: { price: "end", amount: endPrice, after: endPrice } },
                  step("wholesale", endPrice, outcome.wholesalePrice),
                  step("net", outcome.wholesalePrice, outcome.netPrice),
                  step("pocket", outcome.netPrice, outcome.pocketPrice),
                  { code: "profit-sharing.channel_unit_cost", params: { amount: text(exact(unitCost).negated()) } },
                ],
              },
            ],
          },
          { code: "profit-sharing.channel_expense", params: { amount: text(exact(expense).negated()) } },
          ...roundedOff(exact(contribution).minus(sum)),
        ],
      },
    };
  });
}
