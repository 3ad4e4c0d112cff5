import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, quotient, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { byKind, readAboveZero, readCurrency, readNotNegative, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type BuyBackContract, type RevenueShareContract, readBuyBack, readRevenueShare } from "./newsvendor-contract.js";

/** What a contract is converted at. */
export interface ContractConversionFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** What end customers pay for a unit, above 0. */
  readonly price: DecimalString;
  /** What a unit left over is worth, 0 or more. */
  readonly salvage: DecimalString;
}

/** The contract to convert. */
export interface ContractConversionPolicy {
  /** A buy-back becomes a revenue share, and a revenue share a buy-back in which the dealer keeps the salvage. */
  readonly contract: BuyBackContract | RevenueShareContract;
}

/** Why there is no equivalent. */
export type ContractConversionProblem = Message<"profit-sharing.no_equivalent">;

/**
 * Converts a buy-back into the revenue share that pays the same in every case, or back.
 *
 * @remarks
 * `credit = (1 − keeps)(price − salvage)`, `unitPrice(buy-back) = unitPrice(revenue share) + (1 − keeps) × price`, at one and the same
 * price to end customers: where the dealer sets that price, the two are not equivalent any more. A full credit that takes the place
 * of salvage is `credit + salvage`. A quotient without end is cut at 40 significant digits.
 *
 * @param facts - Price and salvage.
 * @param policy - The contract.
 * @returns The equivalent contract.
 * @throws LibraryFault `kernel.not_a_choice` for any other kind of contract; `kernel.*`, `kernel.below_zero`.
 *
 * @errors
 * - `profit-sharing.no_equivalent` - salvage is not below the price, or the credit is not within what a share of revenue can give.
 *
 * @source G. P. Cachon and M. A. Lariviere (2005).
 *
 * @example Keeping sixty per cent of revenue, or a credit of four
 * ```ts
 * import { convertContract } from "qudao/profit-sharing";
 *
 * const market = { currency: "CNY", price: "10", salvage: "0" };
 * const shared = convertContract(market, { contract: { kind: "revenue_share", unitPrice: "1.2", keeps: "0.6" } });
 * shared.ok && shared.value.outcome; // => { kind: "buy_back", unitPrice: "5.2", credit: "4", salvage: "kept" }
 * const back = convertContract(market, { contract: { kind: "buy_back", unitPrice: "5.2", credit: "4", salvage: "kept" } });
 * back.ok && back.value.outcome; // => { kind: "revenue_share", unitPrice: "1.2", keeps: "0.6" }
 * ```
 *
 * @since 0.1.0
 */
export function convertContract(
  facts: ContractConversionFacts,
  policy: ContractConversionPolicy,
): Result<Explained<BuyBackContract | RevenueShareContract>, ContractConversionProblem> {
  return readSafely({ facts, policy }, () => {
    const given = recordOf<ContractConversionFacts>({ currency: readCurrency, price: readAboveZero, salvage: readNotNegative })(
      facts,
      "facts",
    );
    const { contract } = recordOf<ContractConversionPolicy>({
      contract: byKind<ContractConversionPolicy["contract"]>({ buy_back: readBuyBack, revenue_share: readRevenueShare }),
    })(policy, "policy");
    const [price, salvage] = [exact(given.price), exact(given.salvage)];
    const margin = price.minus(salvage);
    const none = err({
      code: "profit-sharing.no_equivalent" as const,
      params: { kind: contract.kind, price: given.price, salvage: given.salvage },
    });
    if (!margin.greaterThan(0)) return none;
    const to: BuyBackContract | RevenueShareContract | undefined =
      contract.kind === "revenue_share" ? toBuyBack(contract, price, margin) : toRevenueShare(contract, price, salvage, margin);
    if (to === undefined) return none;
    const { kind: _, ...terms } = to;
    return ok({
      outcome: to,
      explanation: {
        code: "profit-sharing.contract_converted",
        params: { kind: contract.kind, to: to.kind, currency: given.currency },
        from: Object.entries(terms).map(([term, value]) => ({ code: "profit-sharing.contract_term", params: { term, value } })),
      },
    });
  });
}

function toBuyBack({ unitPrice, keeps }: RevenueShareContract, price: Exact, margin: Exact): BuyBackContract {
  const given = new Exact(1).minus(keeps);
  return {
    kind: "buy_back",
    unitPrice: text(exact(unitPrice).plus(given.times(price))),
    credit: text(given.times(margin)),
    salvage: "kept",
  };
}

function toRevenueShare(contract: BuyBackContract, price: Exact, salvage: Exact, margin: Exact): RevenueShareContract | undefined {
  const credit = exact(contract.credit).minus(contract.salvage === "replaced" ? salvage : 0);
  if (credit.isNegative() || credit.greaterThan(margin)) return undefined;
  const given = quotient(credit, margin);
  return {
    kind: "revenue_share",
    unitPrice: text(exact(contract.unitPrice).minus(given.times(price))),
    keeps: text(new Exact(1).minus(given)),
  };
}
