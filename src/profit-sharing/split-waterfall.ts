import { type RemainderOrder, remainderOrders } from "../kernel/allocation.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, fixed, rounded, sumOf, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import { choiceOf, readPlaces, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type AllocatedPart, explainPart, mustAllocate, type Weighted } from "./allocate-units.js";
import { readWaterfall } from "./read-waterfall.js";
import type { WaterfallStep } from "./waterfall-step.js";

/** An amount that runs down a waterfall. */
export interface WaterfallFacts {
  /** What is to be handed out. */
  readonly amount: Money;
}

/** Who is paid in which order. */
export interface WaterfallPolicy {
  /** The steps, first paid first. */
  readonly steps: readonly WaterfallStep[];
  /** Places of every part. */
  readonly decimals: number;
  /** Who gets the smallest units that cutting leaves over, in each step. */
  readonly remainder: RemainderOrder;
}

/** What a party gets. */
export interface WaterfallPart {
  /** The party. */
  readonly partyId: string;
  /** Its part, with exactly the places of the policy. */
  readonly amount: DecimalString;
}

/** How an amount was handed out. */
export interface WaterfallSplit {
  /** What each step paid, in order. */
  readonly steps: readonly {
    /** What the step paid in all. */
    readonly paid: DecimalString;
    /** What was owed and not paid; `"0"` where the step knows no claim. */
    readonly unpaid: DecimalString;
    /** Who got it. */
    readonly parts: readonly WaterfallPart[];
  }[];
  /** What each party got in all, in the order in which it is first named. */
  readonly parties: readonly WaterfallPart[];
}

/** Why an amount cannot run down a waterfall. */
export type WaterfallProblem = Message<"profit-sharing.loss_not_shared" | "kernel.total_too_precise">;

const readPolicy = recordOf<WaterfallPolicy>({ steps: readWaterfall, decimals: readPlaces, remainder: choiceOf(remainderOrders) });

/**
 * Splits an amount down a waterfall: fixed claims, preferred returns, a catch-up, then shares of what is left.
 *
 * @remarks
 * Each step takes what the steps before have left: `paid = min(owed, left)`. A claim is its amount, a preferred return
 * `capital × rate`; where they cannot all be paid they are paid in proportion. A catch-up of `share` pays
 * `(share × profit so far − own profit so far) ÷ (1 − share)`, cut to the smallest unit, never below 0; claims paid back are no profit.
 * The last step shares whatever is left, so that nothing is ever left over.
 *
 * @param facts - The amount.
 * @param policy - The steps, places, and the owner of the remainder.
 * @returns What each step and each party got; the working adds up to the amount.
 * @throws LibraryFault `profit-sharing.waterfall_closed` where the last step does not share all that is left, or another one does;
 * `kernel.*` or `profit-sharing.*` for what cannot be read.
 *
 * @errors
 * - `profit-sharing.loss_not_shared` - the amount is below 0: a waterfall hands out, it does not collect.
 * - `kernel.total_too_precise` - the amount has more places than can be paid.
 *
 * @source Distribution waterfalls of partnership agreements: return of capital, preferred return, catch-up, carried share; G-16.
 *
 * @example Capital back, eight per cent on it, then half each
 * ```ts
 * import { splitWaterfall, type WaterfallPolicy } from "qudao/profit-sharing";
 *
 * const policy: WaterfallPolicy = {
 *   decimals: 2, remainder: "contract_order",
 *   steps: [
 *     { kind: "claims", title: { en: "Capital back", zh: "返还本金" }, claims: [{ partyId: "maker", amount: "1000" }] },
 *     { kind: "preferred_return", title: { en: "Preferred return", zh: "优先回报" }, claims: [{ partyId: "maker", capital: "1000", rate: "0.08" }] },
 *     { kind: "share", title: { en: "The rest", zh: "余额" }, parties: [{ partyId: "maker", share: "1" }, { partyId: "agent", share: "1" }] },
 *   ],
 * };
 * const split = splitWaterfall({ amount: { amount: "1500", currency: "CNY" } }, policy);
 * split.ok && split.value.outcome.parties; // => [{ partyId: "maker", amount: "1290.00" }, { partyId: "agent", amount: "210.00" }]
 * ```
 *
 * @since 0.1.0
 */
export function splitWaterfall(facts: WaterfallFacts, policy: WaterfallPolicy): Result<Explained<WaterfallSplit>, WaterfallProblem> {
  return readSafely({ facts, policy }, () => {
    const { amount } = recordOf<WaterfallFacts>({ amount: parseMoney })(facts, "facts");
    const { steps, decimals, remainder } = readPolicy(policy, "policy");
    const whole = exact(amount.amount);
    if (whole.isNegative()) return err({ code: "profit-sharing.loss_not_shared", params: { amount: amount.amount } });
    if (whole.decimalPlaces() > decimals) {
      return err({ code: "kernel.total_too_precise", params: { total: amount.amount, decimals } });
    }
    const got = new Map<string, Exact>();
    const profit = new Map<string, Exact>();
    let left = whole;
    const paidSteps: WaterfallSplit["steps"][number][] = [];
    const from: Explanation[] = [];
    for (const step of steps) {
      const { paid, owed, weights } = demandOf(step, left, profit, decimals);
      const parts = mustAllocate(fixed(paid, decimals), weights, { decimals, remainder });
      for (const part of parts) {
        add(got, part);
        if (step.kind !== "claims") add(profit, part);
      }
      left = left.minus(paid);
      const unpaid = fixed(owed.minus(paid), decimals);
      paidSteps.push({ paid: fixed(paid, decimals), unpaid, parts: parts.map(({ partyId, amount }) => ({ partyId, amount })) });
      from.push({
        code: "profit-sharing.waterfall_step",
        params: { title: { ...step.title }, amount: fixed(paid, decimals), unpaid },
        adds: "amount",
        from: parts.map(explainPart),
      });
    }
    return ok({
      outcome: { steps: paidSteps, parties: [...got].map(([partyId, sum]) => ({ partyId, amount: fixed(sum, decimals) })) },
      explanation: {
        code: "profit-sharing.waterfall",
        params: { amount: fixed(whole, decimals), currency: amount.currency },
        adds: "amount",
        from,
      },
    });
  });
}

function add(sums: Map<string, Exact>, { partyId, amount }: AllocatedPart): void {
  sums.set(partyId, (sums.get(partyId) ?? ZERO).plus(amount));
}

/** What a step pays out of what is left, what it owes, and to whom in which proportion. */
function demandOf(
  step: WaterfallStep,
  left: Exact,
  profit: ReadonlyMap<string, Exact>,
  decimals: number,
): { readonly paid: Exact; readonly owed: Exact; readonly weights: readonly Weighted[] } {
  switch (step.kind) {
    case "claims":
    case "preferred_return": {
      const weights =
        step.kind === "claims"
          ? step.claims.map(({ partyId, amount }) => ({ partyId, share: fixed(rounded(exact(amount), decimals, "half_up"), decimals) }))
          : step.claims.map(({ partyId, capital, rate }) => ({
              partyId,
              share: fixed(rounded(exact(capital).times(rate), decimals, "half_up"), decimals),
            }));
      const owed = sumOf(weights.map(({ share }) => share));
      return { paid: Exact.min(owed, left), owed, weights };
    }
    case "catch_up": {
      const sofar = sumOf([...profit.values()]);
      const own = profit.get(step.partyId) ?? ZERO;
      const wanted = exact(step.share).times(sofar).minus(own);
      const units = wanted.isNegative()
        ? ZERO
        : wanted.times(new Exact(10n ** BigInt(decimals))).dividedToIntegerBy(new Exact(1).minus(step.share));
      const paid = Exact.min(units.times(new Exact(1n, decimals)), left);
      return { paid, owed: paid, weights: [{ partyId: step.partyId, share: "1" }] };
    }
    case "share": {
      const paid = step.upTo === undefined ? left : Exact.min(step.upTo, left);
      const cut = rounded(paid, decimals, "down");
      return { paid: cut, owed: cut, weights: step.parties };
    }
  }
}
