import { ratioOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money, MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import {
  listOf,
  optional,
  readCurrency,
  readDecimal,
  readNotNegative,
  readRounding,
  readText,
  recordOf,
  uniqueBy,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { shownRatio } from "./rounding.js";

/** A manufacturer's business with and without factory offices, for one period. */
export interface OfficeFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** What the manufacturer sells through each dealer, each dealer once. */
  readonly dealers: readonly DealerSales[];
  /** What it sells without a dealer, net of tax, not negative. */
  readonly directSales: DecimalString;
  /** What the channel brings and costs without offices. */
  readonly without: ChannelBenefit;
  /** The same with offices. */
  readonly with: ChannelBenefit & OfficeCosts;
}

/** What runs through one dealer. */
export interface DealerSales {
  /** The dealer. */
  readonly participantId: string;
  /** The manufacturer's sales through it, net of tax, not negative. */
  readonly sales: DecimalString;
  /**
   * The part of it that offices influence directly, with integrators, contractors and industry customers, and could lead elsewhere. At
   * most `sales`. Absent: not known.
   */
  readonly influenced?: DecimalString | undefined;
}

/** What a channel brings and costs its manufacturer in the period. */
export interface ChannelBenefit {
  /** Its margin on all sales; below 0 is a loss. Absent: not known. */
  readonly margin?: DecimalString | undefined;
  /** What the channel costs, offices left out, not negative. Absent: not known. */
  readonly channelCost?: DecimalString | undefined;
}

/** What offices cost beside. */
export interface OfficeCosts {
  /** What the offices themselves cost, not negative. Absent: not known. */
  readonly officeCost?: DecimalString | undefined;
  /** Margin expected to be lost because dealers feel passed by and turn less loyal, not negative. Absent: not known. */
  readonly loyaltyLoss?: DecimalString | undefined;
}

/** How ratios are shown. */
export interface OfficePolicy {
  /** How dependence shares are rounded, once each. Amounts are exact. */
  readonly rounding: MoneyRounding;
}

/** Two figures side by side. */
export interface WithAndWithout<T> {
  /** Without offices. */
  readonly without: T;
  /** With offices. */
  readonly with: T;
}

/** What offices change. It says what they bring and cost, never whether to have them. */
export interface OfficeComparison {
  /** The share of its sales for which the manufacturer depends on its dealers together. */
  readonly dependence: WithAndWithout<Rate>;
  /** The same dealer by dealer, in the order given. */
  readonly dealers: readonly (WithAndWithout<Rate> & {
    /** The dealer. */
    readonly participantId: string;
  })[];
  /** Margin less all costs. Amounts are exact, without trailing zeros. */
  readonly benefit: WithAndWithout<Money> & {
    /** With less without. Above 0: the offices bring more than they cost. */
    readonly difference: Money;
  };
}

/** Why the two cannot be compared. */
export type OfficeProblem = Message<"network.figures_unknown" | "network.influence_above_sales" | "network.no_business">;

const benefitFields = { margin: optional(readDecimal), channelCost: optional(readNotNegative) };
const readFacts = recordOf<OfficeFacts>({
  currency: readCurrency,
  dealers: uniqueBy(
    "participantId",
    listOf(recordOf<DealerSales>({ participantId: readText, sales: readNotNegative, influenced: optional(readNotNegative) })),
  ),
  directSales: readNotNegative,
  without: recordOf<ChannelBenefit>(benefitFields),
  with: recordOf<OfficeFacts["with"]>({ ...benefitFields, officeCost: optional(readNotNegative), loyaltyLoss: optional(readNotNegative) }),
});

const readPolicy = recordOf<OfficePolicy>({ rounding: readRounding });

/**
 * Compares a channel with and without factory offices: how far the manufacturer depends on its dealers, and what is left after all costs.
 *
 * @remarks
 * Dependence on a dealer is the share of the manufacturer's sales through it; with offices, the part of those sales that offices influence
 * directly no longer counts. So the more they influence, the less the manufacturer depends. Benefit is margin less costs; offices
 * also cost themselves, and the loyalty they cost. No verdict is built in: whether the difference is worth it is for the host to say.
 *
 * @param facts - Sales by dealer with the part influenced, and margin and costs both ways.
 * @param policy - How shares are rounded.
 * @returns Dependence and benefit both ways; the lines of the working add up to the difference.
 * @throws LibraryFault `kernel.*`, with the place of what cannot be read.
 *
 * @errors
 * - `network.figures_unknown` - figures are not known; they are named.
 * - `network.influence_above_sales` - more is influenced than is sold through a dealer.
 * - `network.no_business` - nothing is sold at all.
 *
 * @source S19-12, S19-14, S19-15, S19-16.
 *
 * @example An office that influences a third of what runs through the dealers
 * ```ts
 * import { compareOffices } from "qudao/network";
 *
 * const facts = {
 *   currency: "CNY", directSales: "100",
 *   dealers: [{ participantId: "A", sales: "600", influenced: "200" }, { participantId: "D", sales: "300", influenced: "100" }],
 *   without: { margin: "250", channelCost: "100" },
 *   with: { margin: "320", channelCost: "90", officeCost: "60", loyaltyLoss: "15" },
 * };
 * const answer = compareOffices(facts, { rounding: { decimals: 2, mode: "half_up" } });
 * answer.ok && answer.value.outcome.dependence; // => { without: "0.9", with: "0.6" }
 * answer.ok && answer.value.outcome.benefit.difference; // => { amount: "5", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function compareOffices(facts: OfficeFacts, policy: OfficePolicy): Result<Explained<OfficeComparison>, OfficeProblem> {
  return readSafely({ facts, policy }, () => {
    const given = readFacts(facts, "facts");
    const { rounding } = readPolicy(policy, "policy");
    const { currency, dealers, directSales } = given;
    const missing = missingIn(given);
    if (missing.length > 0) return err({ code: "network.figures_unknown", params: { missing } });
    const free = dealers.map(({ sales, influenced = "0" }) => exact(sales).minus(influenced));
    const above = free.findIndex((left) => left.isNegative());
    const wrong = dealers[above];
    if (wrong !== undefined) {
      const { participantId: id, sales, influenced = null } = wrong;
      return err({ code: "network.influence_above_sales", params: { id, sales, influenced } });
    }
    const through = sumOf(dealers.map(({ sales }) => sales));
    const all = through.plus(directSales);
    if (all.isZero()) return err({ code: "network.no_business", params: {} });
    const left = sumOf(free);
    const both = (sales: Exact, leftOver: Exact): WithAndWithout<Rate> => ({
      without: shownRatio(ratioOf(sales, all), rounding),
      with: shownRatio(ratioOf(leftOver, all), rounding),
    });
    const dependence = both(through, left);
    const byDealer = dealers.map(({ participantId, sales }, i) => ({ participantId, ...both(exact(sales), free[i] as Exact) }));
    const { lines, ...benefit } = benefitOf(given);
    const money = (amount: string): Money => ({ amount, currency });
    return ok({
      outcome: {
        dependence,
        dealers: byDealer,
        benefit: { without: money(benefit.without), with: money(benefit.with), difference: money(benefit.difference) },
      },
      explanation: {
        code: "network.office_comparison",
        params: { ...benefit, currency },
        from: [
          {
            code: "network.office_dependence",
            params: { ...dependence, sales: text(through), left: text(left), all: text(all) },
            adds: "left",
            from: dealers.map(({ participantId: id, sales }, i) => ({
              code: "network.office_dealer",
              params: { id, sales, left: text(free[i] as Exact), without: byDealer[i]?.without ?? null, with: byDealer[i]?.with ?? null },
            })),
          },
          { code: "network.office_difference", params: { amount: benefit.difference, currency }, adds: "amount", from: lines },
        ],
      },
    });
  });
}

function missingIn({ dealers, without, with: offices }: OfficeFacts): readonly string[] {
  return [
    ...dealers.flatMap(({ influenced }, i) => (influenced === undefined ? [`dealers[${i}].influenced`] : [])),
    ...(["margin", "channelCost"] as const).filter((name) => without[name] === undefined).map((name) => `without.${name}`),
    ...(["margin", "channelCost", "officeCost", "loyaltyLoss"] as const)
      .filter((name) => offices[name] === undefined)
      .map((name) => `with.${name}`),
  ];
}

function benefitOf({ without, with: offices }: OfficeFacts): WithAndWithout<string> & {
  readonly difference: string;
  readonly lines: readonly Explanation[];
} {
  const change = (after = "0", before = "0"): Exact => exact(after).minus(before);
  const lines = [
    { code: "network.office_margin_change", amount: change(offices.margin, without.margin) },
    { code: "network.office_channel_cost_change", amount: change(without.channelCost, offices.channelCost) },
    { code: "network.office_cost", amount: change("0", offices.officeCost) },
    { code: "network.office_loyalty_loss", amount: change("0", offices.loyaltyLoss) },
  ];
  const before = change(without.margin, without.channelCost);
  const difference = sumOf(lines.map(({ amount }) => amount));
  return {
    without: text(before),
    with: text(before.plus(difference)),
    difference: text(difference),
    lines: lines.map(({ code, amount }) => ({ code, params: { amount: text(amount) } })),
  };
}
