import { type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import { readSafely } from "../kernel/check.js";
import { exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault } from "../kernel/fault.js";
import type { Message } from "../kernel/message.js";
import type { Money, MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, optional, type Read, readMoneyNotNegative, readRounding, readShare, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { dealerKinds } from "./catalogue.js";
import { roundingLine } from "./rounding.js";

/** What a dealer sold in a period, and what it had paid for it. */
export interface DealerEarningsFacts {
  /** What the dealer is. */
  readonly kind: ParticipantKind;
  /** What its customers paid or owe, net of tax, discounts and returns, not negative. */
  readonly sales: Money;
  /** What the dealer paid for the goods sold, net of tax, not negative. Absent: not known; a margin cannot be told then. */
  readonly cost?: Money | undefined;
}

/** What a dealer lives on: the difference of prices, or a share of sales. */
export type DealerCompensation =
  | { readonly kind: "margin" }
  | {
      readonly kind: "commission";
      /** Share of sales, a ratio from `"0"` to `"1"`. */
      readonly rate: Rate;
    };

/** How a dealer is paid, by its agreement. */
export interface DealerEarningsPolicy {
  /** What the agreement says. Absent: it says nothing, and a dealer earns its resale margin. */
  readonly compensation?: DealerCompensation | undefined;
  /** How the amount is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** What a dealer earned. */
export interface DealerEarnings {
  /** Rounded, with exactly the places of the policy. Below 0: it sold at a loss. */
  readonly earned: Money;
  /** What it was earned by. */
  readonly by: DealerCompensation["kind"];
}

/** Why a dealer's earnings cannot be told. */
export type DealerEarningsProblem = Message<"network.not_a_dealer" | "network.cost_unknown" | "network.currency_mismatch">;

const readFacts = recordOf<DealerEarningsFacts>({
  kind: choiceOf(participantKinds),
  sales: readMoneyNotNegative,
  cost: optional(readMoneyNotNegative),
});

const readCompensation: Read<DealerCompensation> = (value, path) => {
  const { kind, rate } = recordOf<{ kind: DealerCompensation["kind"]; rate?: Rate | undefined }>({
    kind: choiceOf(["margin", "commission"]),
    rate: optional(readShare),
  })(value, path);
  if (kind === "margin") return { kind };
  if (rate === undefined) throw kernelFault("kernel.missing", `${path}.rate`, {});
  return { kind, rate };
};

const readPolicy = recordOf<DealerEarningsPolicy>({ compensation: optional(readCompensation), rounding: readRounding });

/**
 * Computes what a dealer earned on what it sold: its resale margin, unless its agreement gives a commission instead.
 *
 * @remarks
 * Margin is `sales − cost`, since a dealer, agents included, buys and resells; a commission is `sales × rate`. One rounding, at the end.
 *
 * @param facts - What the dealer is, its sales and what the goods cost it.
 * @param policy - The compensation of the agreement, and the rounding.
 * @returns What was earned; the parts and the rounding add up to it.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @errors
 * - `network.not_a_dealer` - the participant is no dealer.
 * - `network.cost_unknown` - a margin was asked for, and the cost is not known.
 * - `network.currency_mismatch` - sales and cost are in different currencies.
 *
 * @source S03-10; a share of sales in place of the margin: S13-09.
 *
 * @example An agent earns its margin, or a commission where the agreement says so
 * ```ts
 * import { computeDealerEarnings } from "qudao/network";
 *
 * const facts = {
 *   kind: "agent" as const, sales: { amount: "120000", currency: "CNY" }, cost: { amount: "100000", currency: "CNY" },
 * };
 * const rounding = { decimals: 2, mode: "half_up" as const };
 * const margin = computeDealerEarnings(facts, { rounding });
 * margin.ok && margin.value.outcome; // => { earned: { amount: "20000.00", currency: "CNY" }, by: "margin" }
 * const commission = computeDealerEarnings(facts, { compensation: { kind: "commission", rate: "0.08" }, rounding });
 * commission.ok && commission.value.outcome.earned.amount; // => "9600.00"
 * ```
 *
 * @since 0.1.0
 */
export function computeDealerEarnings(
  facts: DealerEarningsFacts,
  policy: DealerEarningsPolicy,
): Result<Explained<DealerEarnings>, DealerEarningsProblem> {
  return readSafely({ facts, policy }, () => {
    const { kind, sales, cost } = readFacts(facts, "facts");
    const { compensation = { kind: "margin" }, rounding } = readPolicy(policy, "policy");
    if (!dealerKinds.some((one) => one === kind)) return err({ code: "network.not_a_dealer", params: { kind } });
    const { currency } = sales;
    if (compensation.kind === "margin" && cost === undefined) return err({ code: "network.cost_unknown", params: {} });
    if (cost !== undefined && cost.currency !== currency) {
      return err({ code: "network.currency_mismatch", params: { got: cost.currency, want: currency } });
    }
    const parts =
      compensation.kind === "commission"
        ? [
            {
              code: "network.commission_part",
              params: { sales: sales.amount, rate: compensation.rate, amount: text(exact(sales.amount).times(compensation.rate)) },
            },
          ]
        : [
            { code: "network.sales_part", params: { amount: sales.amount } },
            { code: "network.cost_part", params: { amount: text(exact(cost?.amount ?? "0").negated()) } },
          ];
    const sum = sumOf(parts.map(({ params }) => params.amount));
    const amount = payable(sum, rounding);
    return ok({
      outcome: { earned: { amount, currency }, by: compensation.kind },
      explanation: {
        code: "network.dealer_earnings",
        params: { kind, by: compensation.kind, amount, currency },
        adds: "amount",
        from: [...parts, ...roundingLine(exact(amount).minus(sum), rounding)],
      },
    });
  });
}
