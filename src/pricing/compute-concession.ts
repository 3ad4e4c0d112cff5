import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, fixed, rounded, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money, MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, optional, type Read, readCurrency, readNotNegative, readRounding, readShare, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** A sale on which the seller gives something away. */
export interface ConcessionFacts {
  /** ISO 4217 code of every price. */
  readonly currency: string;
  /** What the seller asks for a unit before the concession, net of tax, not negative. */
  readonly unitPrice: DecimalString;
  /** What a unit costs the seller, net of tax, not negative. */
  readonly unitCost: DecimalString;
  /** What the purchaser sells a unit for, or what it is worth in its project, net of tax, not negative. */
  readonly resalePrice: DecimalString;
  /** Units sold, not negative. */
  readonly quantity: DecimalString;
}

/** What is given away (让利): a share of the price, or an amount per unit. */
export type Concession =
  | {
      readonly kind: "rate";
      /** Share of the unit price, a ratio from `"0"` to `"1"`. */
      readonly rate: Rate;
    }
  | {
      readonly kind: "per_unit";
      /** Money per unit, not negative. */
      readonly amount: DecimalString;
    };

/** How the seller yields profit. */
export interface ConcessionPolicy {
  /** What is given away. */
  readonly concession: Concession;
  /** How the amount that is given is rounded, once, on the whole quantity. */
  readonly rounding: MoneyRounding;
}

/** What a concession does to both sides. */
export interface ConcessionEffect {
  /** What goes from the seller to the purchaser on the whole quantity, rounded. */
  readonly given: Money;
  /** Margin of the seller before and after, on the whole quantity, exact but for what was given. Below 0: a loss. */
  readonly seller: MarginChange;
  /** Margin of the purchaser before and after. What both earn together does not change. */
  readonly purchaser: MarginChange;
}

/** A margin before and after a concession, in the currency of the facts. */
export interface MarginChange {
  /** Before it. */
  readonly before: DecimalString;
  /** After it. */
  readonly after: DecimalString;
}

const readFacts = recordOf<ConcessionFacts>({
  currency: readCurrency,
  unitPrice: readNotNegative,
  unitCost: readNotNegative,
  resalePrice: readNotNegative,
  quantity: readNotNegative,
});

const readConcession: Read<Concession> = (value, path) => {
  const { kind, rate, amount } = recordOf<{ kind: Concession["kind"]; rate?: string | undefined; amount?: string | undefined }>({
    kind: choiceOf(["rate", "per_unit"]),
    rate: optional(readShare),
    amount: optional(readNotNegative),
  })(value, path);
  return kind === "rate" ? { kind, rate: readShare(rate, `${path}.rate`) } : { kind, amount: readNotNegative(amount, `${path}.amount`) };
};

const readPolicy = recordOf<ConcessionPolicy>({ concession: readConcession, rounding: readRounding });

/**
 * Computes what a concession takes from the seller and gives to the purchaser: the same amount, to the last cent.
 *
 * @remarks
 * `given = unit price × rate × quantity`, or `amount × quantity`, rounded once. The seller's margin falls by it and the purchaser's rises
 * by it; their sum stays. A quantity of 0 gives nothing.
 *
 * @param facts - The sale.
 * @param policy - The concession and the rounding.
 * @returns Both margins before and after.
 * @throws LibraryFault `kernel.*` or `pricing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `pricing.concession_above_price` - more is given per unit than the price.
 *
 * @source S19-120: price and concession (让利) are a matter of policy.
 *
 * @example Five per cent off
 * ```ts
 * import { computeConcession } from "qudao/pricing";
 *
 * const effect = computeConcession(
 *   { currency: "CNY", unitPrice: "100", unitCost: "80", resalePrice: "120", quantity: "10" },
 *   { concession: { kind: "rate", rate: "0.05" }, rounding: { decimals: 2, mode: "half_up" } },
 * );
 * effect.ok && effect.value.outcome.given.amount; // => "50.00"
 * effect.ok && [effect.value.outcome.seller, effect.value.outcome.purchaser]; // => [{ before: "200", after: "150" }, { before: "200", after: "250" }]
 * ```
 *
 * @since 0.1.0
 */
export function computeConcession(
  facts: ConcessionFacts,
  policy: ConcessionPolicy,
): Result<Explained<ConcessionEffect>, Message<"pricing.concession_above_price">> {
  return readSafely({ facts, policy }, () => {
    const { currency, unitPrice, unitCost, resalePrice, quantity } = readFacts(facts, "facts");
    const { concession, rounding } = readPolicy(policy, "policy");
    const price = new Exact(unitPrice);
    const perUnit = concession.kind === "rate" ? price.times(concession.rate) : new Exact(concession.amount);
    if (perUnit.greaterThan(price)) {
      return err({ code: "pricing.concession_above_price", params: { got: text(perUnit), unitPrice, currency } });
    }
    const amount = fixed(rounded(perUnit.times(quantity), rounding.decimals, rounding.mode), rounding.decimals);
    const change = (before: Exact, by: Exact): MarginChange => ({ before: text(before), after: text(before.plus(by)) });
    const seller = change(price.minus(unitCost).times(quantity), new Exact(amount).negated());
    const purchaser = change(new Exact(resalePrice).minus(price).times(quantity), new Exact(amount));
    return ok({
      outcome: { given: { amount, currency }, seller, purchaser },
      explanation: {
        code: "pricing.concession",
        params: { amount, currency, perUnit: text(perUnit), quantity, shift: "0" },
        adds: "shift",
        from: [
          { code: "pricing.concession_seller", params: { ...seller, currency, shift: text(new Exact(amount).negated()) } },
          { code: "pricing.concession_purchaser", params: { ...purchaser, currency, shift: text(new Exact(amount)) } },
        ],
      },
    });
  });
}
