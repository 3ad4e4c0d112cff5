import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import {
  byKind,
  choiceOf,
  countOf,
  listOf,
  optional,
  readCurrency,
  readNotNegative,
  readRounding,
  readShare,
  recordOf,
} from "../kernel/read.js";
import { LAST_PERIOD } from "./sharing-fault.js";

/** A period that ended in a deficit (亏损). */
export interface ProfitDeficit {
  /** How many periods ago, 1 to 600; what is older stands at 600. */
  readonly periodsAgo: number;
  /** What of it is not yet made good, 0 or more. */
  readonly amount: DecimalString;
}

/** One period of a profit that is shared. */
export interface ProfitShareFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Income of the period, net of tax, 0 or more. */
  readonly income: DecimalString;
  /** Losses and costs of the period that the contract sets against income, 0 or more. */
  readonly losses: DecimalString;
  /** Deficits of earlier periods that are still open, in any order. Empty: none. */
  readonly deficits: readonly ProfitDeficit[];
  /** What earlier periods earned above a cumulative guarantee, 0 or more. `"0"`: nothing. */
  readonly guaranteeSurplus: DecimalString;
}

/** How long a deficit is carried forward: for so many periods, or until it is made good. */
export type DeficitCarry = { readonly kind: "periods"; readonly count: number } | { readonly kind: "until_extinct" };

/** What a contract on a share of the profit says. */
export interface ProfitSharePolicy {
  /** The party's share of the profit. */
  readonly share: Rate;
  /** The allowance for expenses, as a share of income. `"0"`: none. */
  readonly expenseAllowance: Rate;
  /** How long deficits are carried forward. A count of 0: not at all. */
  readonly carry: DeficitCarry;
  /** What is held back: of the profit `before_share`, or of the party's share `after_share`. Absent: nothing. */
  readonly holdback?: { readonly rate: Rate; readonly when: "before_share" | "after_share" } | undefined;
  /** The least the party gets. `cumulative`: what earlier periods earned above it counts. Absent: no guarantee. */
  readonly guarantee?: { readonly amount: DecimalString; readonly kind: "each_period" | "cumulative" } | undefined;
  /** How the share and the amount held back are rounded, once each. */
  readonly rounding: MoneyRounding;
}

/** What a party gets of a period's profit. */
export interface ProfitShareOutcome {
  /** Income less allowance and losses; below 0: the period ends in a deficit. */
  readonly result: DecimalString;
  /** Earlier deficits that this period made good. */
  readonly deficitsUsed: DecimalString;
  /** What is too old to be carried into the next period and ends here without being made good. */
  readonly deficitsLapsed: DecimalString;
  /** The profit that is shared: `max(0, result − deficits)`. */
  readonly profit: DecimalString;
  /** The party's share of it, before what is held back of the share, rounded. */
  readonly share: DecimalString;
  /** What the guarantee adds. */
  readonly toppedUp: DecimalString;
  /** What was held back: of the profit, or of the share, as the policy says. */
  readonly heldBack: DecimalString;
  /** What the party is paid. */
  readonly paid: DecimalString;
  /** Deficits to hand in for the next period, oldest first. */
  readonly nextDeficits: readonly ProfitDeficit[];
  /** Surplus over a cumulative guarantee to hand in for the next period. */
  readonly nextGuaranteeSurplus: DecimalString;
}

const readFacts = recordOf<ProfitShareFacts>({
  currency: readCurrency,
  income: readNotNegative,
  losses: readNotNegative,
  deficits: listOf(recordOf<ProfitDeficit>({ periodsAgo: countOf(1, LAST_PERIOD), amount: readNotNegative })),
  guaranteeSurplus: readNotNegative,
});

const readPolicy = recordOf<ProfitSharePolicy>({
  share: readShare,
  expenseAllowance: readShare,
  carry: byKind<DeficitCarry>({ periods: recordOf<{ count: number }>({ count: countOf(0, 600) }), until_extinct: () => ({}) }),
  holdback: optional(
    recordOf<{ rate: Rate; when: "before_share" | "after_share" }>({ rate: readShare, when: choiceOf(["before_share", "after_share"]) }),
  ),
  guarantee: optional(
    recordOf<{ amount: DecimalString; kind: "each_period" | "cumulative" }>({
      amount: readNotNegative,
      kind: choiceOf(["each_period", "cumulative"]),
    }),
  ),
  rounding: readRounding,
});

/**
 * Computes a party's share of a period's profit, with deficits carried forward, a holdback and a minimum guarantee.
 *
 * @remarks
 * `share × max(0, income − allowance × income − losses − deficits)`. A deficit exactly as old as the policy carries it still counts;
 * an older one lapses. Deficits are made good oldest first. A holdback `before_share` is taken of the profit, so that the party never
 * had it; `after_share` it is taken of the party's share. Both leave the party the same but for the rounding; what is held differs.
 * The guarantee is compared with the share before anything is held back; a cumulative one is lowered by what earlier periods earned
 * above it. The share is rounded once, and so is the amount held back.
 *
 * @param facts - Income, losses, open deficits, and the surplus brought forward.
 * @param policy - What the contract says.
 * @returns What is paid and what to hand in for the next period; the working adds up to what is paid.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.outside_bounds`.
 *
 * @source Profit commission as practised: share × max(0, income − expenses − losses − deficit brought forward); G-16.
 *
 * @example A deficit of two years ago comes first
 * ```ts
 * import { computeProfitShare } from "qudao/profit-sharing";
 *
 * const { outcome } = computeProfitShare(
 *   { currency: "CNY", income: "1000", losses: "600", deficits: [{ periodsAgo: 2, amount: "100" }], guaranteeSurplus: "0" },
 *   { share: "0.3", expenseAllowance: "0.1", carry: { kind: "periods", count: 3 }, rounding: { decimals: 2, mode: "half_up" } },
 * );
 * [outcome.result, outcome.profit, outcome.paid]; // => ["300", "200", "60.00"]
 * ```
 *
 * @example A guarantee of 10,000 after a surplus of 2,000
 * ```ts
 * import { computeProfitShare } from "qudao/profit-sharing";
 *
 * const facts = { currency: "CNY", income: "5000", losses: "0", deficits: [], guaranteeSurplus: "2000" };
 * const policy = {
 *   share: "1", expenseAllowance: "0", carry: { kind: "until_extinct" as const }, rounding: { decimals: 2, mode: "half_up" as const },
 * };
 * computeProfitShare(facts, { ...policy, guarantee: { amount: "10000", kind: "cumulative" } }).outcome.toppedUp; // => "3000.00"
 * computeProfitShare(facts, { ...policy, guarantee: { amount: "10000", kind: "each_period" } }).outcome.toppedUp; // => "5000.00"
 * ```
 *
 * @since 0.1.0
 */
export function computeProfitShare(facts: ProfitShareFacts, policy: ProfitSharePolicy): Explained<ProfitShareOutcome> {
  return readSafely({ facts, policy }, () => {
    const { currency, income, losses, deficits, guaranteeSurplus } = readFacts(facts, "facts");
    const { share, expenseAllowance, carry, holdback, guarantee, rounding } = readPolicy(policy, "policy");
    const allowance = exact(income).times(expenseAllowance);
    const result = exact(income).minus(allowance).minus(losses);
    const most = carry.kind === "periods" ? carry.count : Number.POSITIVE_INFINITY;
    const open = deficits.filter(({ periodsAgo }) => periodsAgo <= most);
    const offset = makeGood(open, result);
    const profit = result.isNegative() ? ZERO : result.minus(offset.used);
    const heldOfProfit = rounded(holdback?.when === "before_share" ? profit.times(holdback.rate) : ZERO, rounding.decimals, rounding.mode);
    const earned = rounded(profit.minus(heldOfProfit).times(share), rounding.decimals, rounding.mode);
    const heldOfShare = rounded(holdback?.when === "after_share" ? earned.times(holdback.rate) : ZERO, rounding.decimals, rounding.mode);
    const surplus = guarantee?.kind === "cumulative" ? exact(guaranteeSurplus) : ZERO;
    const least = guarantee === undefined ? ZERO : Exact.max(exact(guarantee.amount).minus(surplus), 0);
    const toppedUp = rounded(Exact.max(least.minus(earned), 0), rounding.decimals, rounding.mode);
    const paid = earned.plus(toppedUp).minus(heldOfShare);
    const carried = result.isNegative() ? [...offset.left, { periodsAgo: 0, amount: text(result.negated()) }] : offset.left;
    const kept = carried.filter(({ periodsAgo }) => periodsAgo + 1 <= most);
    const next = kept
      .filter(({ amount }) => amount !== "0")
      .map(({ periodsAgo, amount }) => ({ periodsAgo: Math.min(periodsAgo + 1, LAST_PERIOD), amount }));
    const nextSurplus = guarantee?.kind === "cumulative" ? Exact.max(surplus.plus(earned).minus(guarantee.amount), 0) : ZERO;
    const line = (code: string, amount: Exact): Explanation => ({ code, params: { amount: text(amount), currency } });
    const ended = [...deficits.filter(({ periodsAgo }) => periodsAgo > most), ...carried.filter((one) => !kept.includes(one))];
    const lapsed = sumOf(ended.map(({ amount }) => amount));
    return {
      outcome: {
        result: text(result),
        deficitsUsed: text(offset.used),
        deficitsLapsed: text(lapsed),
        profit: text(profit),
        share: payable(earned, rounding),
        toppedUp: payable(toppedUp, rounding),
        heldBack: payable(heldOfProfit.plus(heldOfShare), rounding),
        paid: payable(paid, rounding),
        nextDeficits: next,
        nextGuaranteeSurplus: text(nextSurplus),
      },
      explanation: {
        code: "profit-sharing.profit_share",
        params: { amount: payable(paid, rounding), currency },
        adds: "amount",
        from: [
          {
            code: "profit-sharing.share_earned",
            params: { amount: payable(earned, rounding), share, profit: text(profit), held: text(heldOfProfit), used: text(offset.used) },
            from: [
              {
                code: "profit-sharing.period_result",
                params: { amount: text(result), currency },
                adds: "amount",
                from: [
                  line("profit-sharing.income", exact(income)),
                  line("profit-sharing.expense_allowance", allowance.negated()),
                  line("profit-sharing.losses", exact(losses).negated()),
                ],
              },
              ...(lapsed.isZero() ? [] : [line("profit-sharing.deficits_lapsed", lapsed)]),
            ],
          },
          line("profit-sharing.topped_up", toppedUp),
          line("profit-sharing.held_back", heldOfShare.negated()),
        ],
      },
    };
  });
}

/** Oldest first: they would lapse first. */
function makeGood(open: readonly ProfitDeficit[], result: Exact): { readonly used: Exact; readonly left: readonly ProfitDeficit[] } {
  let rest = result.isNegative() ? ZERO : result;
  let used = ZERO;
  const left = [...open]
    .sort((a, b) => b.periodsAgo - a.periodsAgo)
    .map(({ periodsAgo, amount }) => {
      const part = Exact.min(amount, rest);
      rest = rest.minus(part);
      used = used.plus(part);
      return { periodsAgo, amount: text(exact(amount).minus(part)) };
    });
  return { used, left };
}
