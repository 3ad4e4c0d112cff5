import { ratioOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, optional, readCurrency, readNotNegative, readRounding, readText, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { shownRatio } from "./rounding.js";

/** Several products that an integrator or contractor combines for one customer (解决方案). */
export interface CustomerSolution {
  /** The host's identifier. Not empty. */
  readonly id: string;
  /** Who combines it. */
  readonly providerId: string;
  /** The customer it is for. */
  readonly customerId: string;
  /** ISO 4217 code of every price and cost in it. */
  readonly currency: string;
  /** The products it is made of. At least one. */
  readonly lines: readonly SolutionLine[];
}

/** One product of a solution. */
export interface SolutionLine {
  /** The product. */
  readonly productId: string;
  /** How much of it, in the product's unit, not negative. */
  readonly quantity: DecimalString;
  /** What the customer pays per unit, net of tax, not negative. */
  readonly unitPrice: DecimalString;
  /** What the provider paid per unit, net of tax, not negative. Absent: not known. */
  readonly unitCost?: DecimalString | undefined;
}

/** What a solution brings. All amounts are exact, in the currency of the solution, without trailing zeros. */
export interface SolutionFigures {
  /** ISO 4217 code of the amounts. */
  readonly currency: string;
  /** Sum of the prices of its lines. */
  readonly price: DecimalString;
  /** Sum of the costs of its lines. */
  readonly cost: DecimalString;
  /** Sum of the margins of its lines. Below 0: it costs more than it brings. */
  readonly margin: DecimalString;
  /** Margin by price, rounded as the policy says. `null`: the price is 0, and there is no such ratio. */
  readonly marginRate: Rate | null;
  /** The same, line by line, in the order given. */
  readonly lines: readonly SolutionLineFigures[];
}

/** What one line of a solution brings. */
export interface SolutionLineFigures {
  /** The product. */
  readonly productId: string;
  /** Quantity by unit price. */
  readonly price: DecimalString;
  /** Quantity by unit cost. */
  readonly cost: DecimalString;
  /** Price less cost. */
  readonly margin: DecimalString;
}

/** How the ratio of a solution is shown. */
export interface SolutionPolicy {
  /** How the margin rate is rounded, once. Amounts are never rounded. */
  readonly rounding: MoneyRounding;
}

/** Why a solution has no figures. */
export type SolutionProblem = Message<"network.solution_empty" | "network.unit_costs_unknown">;

const readSolution = recordOf<CustomerSolution>({
  id: readText,
  providerId: readText,
  customerId: readText,
  currency: readCurrency,
  lines: listOf(
    recordOf<SolutionLine>({
      productId: readText,
      quantity: readNotNegative,
      unitPrice: readNotNegative,
      unitCost: optional(readNotNegative),
    }),
  ),
});

const readPolicy = recordOf<SolutionPolicy>({ rounding: readRounding });

/**
 * Computes what a solution costs the customer, costs its provider and leaves as margin: each the sum over its lines.
 *
 * @remarks
 * Amounts are exact and not rounded; an invoice rounds as its own rules say. The margin rate is rounded once.
 *
 * @param solution - The products combined for one customer.
 * @param policy - How the margin rate is rounded.
 * @returns Price, cost and margin, whole and by line; the lines of the working add up to the margin.
 * @throws LibraryFault `kernel.*`, with the place of what cannot be read.
 *
 * @errors
 * - `network.solution_empty` - it has no lines.
 * - `network.unit_costs_unknown` - the cost of some products is not known; they are named.
 *
 * @source S03-28.
 *
 * @example Cameras and a recorder for a bank
 * ```ts
 * import { computeSolution } from "qudao/network";
 *
 * const solution = {
 *   id: "S1", providerId: "I1", customerId: "C1", currency: "CNY",
 *   lines: [
 *     { productId: "camera", quantity: "40", unitPrice: "300", unitCost: "210" },
 *     { productId: "recorder", quantity: "1", unitPrice: "2400", unitCost: "2000" },
 *   ],
 * };
 * const answer = computeSolution(solution, { rounding: { decimals: 4, mode: "half_up" } });
 * answer.ok && [answer.value.outcome.price, answer.value.outcome.cost, answer.value.outcome.margin]; // => ["14400", "10400", "4000"]
 * answer.ok && answer.value.outcome.marginRate; // => "0.2778"
 * ```
 *
 * @since 0.1.0
 */
export function computeSolution(solution: CustomerSolution, policy: SolutionPolicy): Result<Explained<SolutionFigures>, SolutionProblem> {
  return readSafely({ solution, policy }, () => {
    const { id, customerId, currency, lines: given } = readSolution(solution, "solution");
    const { rounding } = readPolicy(policy, "policy");
    if (given.length === 0) return err({ code: "network.solution_empty", params: { id } });
    const unknown = given.filter(({ unitCost }) => unitCost === undefined).map(({ productId }) => productId);
    if (unknown.length > 0) return err({ code: "network.unit_costs_unknown", params: { id, products: unknown } });
    const lines = given.map(({ productId, quantity, unitPrice, unitCost = "0" }): SolutionLineFigures => {
      const [price, cost] = [exact(unitPrice).times(quantity), exact(unitCost).times(quantity)];
      return { productId, price: text(price), cost: text(cost), margin: text(price.minus(cost)) };
    });
    const sum = (name: "price" | "cost" | "margin"): Exact => sumOf(lines.map((line) => line[name]));
    const [price, margin] = [sum("price"), sum("margin")];
    const marginRate = price.isZero() ? null : shownRatio(ratioOf(margin, price), rounding);
    const figures = { price: text(price), cost: text(sum("cost")), margin: text(margin) };
    return ok({
      outcome: { currency, ...figures, marginRate, lines },
      explanation: {
        code: "network.solution",
        params: { id, customer: customerId, currency, ...figures, marginRate },
        adds: "margin",
        from: lines.map((line) => ({ code: "network.solution_line", params: { ...line } })),
      },
    });
  });
}
