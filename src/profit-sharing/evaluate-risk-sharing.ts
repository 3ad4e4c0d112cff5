import { type RemainderOrder, remainderOrders } from "../kernel/allocation.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, fixed, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import {
  choiceOf,
  type Read,
  readCurrency,
  readDecimal,
  readNotNegative,
  readPlaces,
  readShare,
  readText,
  recordOf,
  someOf,
  uniqueBy,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { explainPart, mustAllocate } from "./allocate-units.js";
import { sharingFault } from "./sharing-fault.js";

/** What a channel may earn, and what cooperation costs each party. */
export interface RiskSharingFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** What the channel may earn where everybody cooperates: promotes, informs, serves. */
  readonly cooperating: readonly ProfitChance[];
  /** What it may earn where the dealer defects. */
  readonly defecting: readonly ProfitChance[];
  /** The parties, each once. */
  readonly parties: readonly RiskParty[];
}

/** A profit of the channel, and how likely it is. */
export interface ProfitChance {
  /** From 0 to 1; those of a list add up to 1. */
  readonly probability: Rate;
  /** Profit of the whole channel, before effort; below 0 is a loss. No more places than the policy pays. */
  readonly profit: DecimalString;
}

/** What joining and cooperating means to a party. */
export interface RiskParty {
  /** The party. */
  readonly partyId: string;
  /** What it would earn elsewhere: below this it does not join. */
  readonly reservation: DecimalString;
  /** What cooperation costs it, 0 or more, borne by itself. */
  readonly effort: DecimalString;
}

/** Who bears what (风险捆绑). */
export interface RiskSharingPolicy {
  /** What each party gets in any case, and its shares of what the channel earns more or less than all of that. */
  readonly shares: readonly RiskShare[];
  /** Places of every part. */
  readonly decimals: number;
  /** Who gets, or bears, the smallest units that cutting leaves over. */
  readonly remainder: RemainderOrder;
}

/** One party's part of the risk. */
export interface RiskShare {
  /** The party. */
  readonly partyId: string;
  /** What it gets when the channel earns exactly the target, which is the sum of all bases. */
  readonly base: DecimalString;
  /** Its share of what is earned above the target. All of them add up to 1. */
  readonly upside: Rate;
  /** Its share of what is missing. All of them add up to 1. */
  readonly downside: Rate;
}

/** Whether a party joins, and whether it cooperates. */
export interface RiskPartyOutcome {
  /** The party. */
  readonly partyId: string;
  /** What it may expect when it cooperates, effort deducted, money, exact. Below 0: a loss. */
  readonly cooperating: DecimalString;
  /** What it may expect when the dealer defects, money, exact. Below 0: a loss. */
  readonly defecting: DecimalString;
  /** Whether cooperation brings it at least its reservation. */
  readonly participates: boolean;
  /** Whether cooperation brings it more than defection. */
  readonly cooperates: boolean;
}

/** What a contract on risk does. */
export interface RiskSharing {
  /** What the channel earns when nobody gets more or less than its base. */
  readonly target: DecimalString;
  /** The parties, in the policy's order. */
  readonly parties: readonly RiskPartyOutcome[];
  /** Whether everybody joins. */
  readonly joins: boolean;
  /** Whether cooperation pays for everybody. */
  readonly cooperates: boolean;
  /** What each party gets in each chance of cooperation, in order; the parts add up to the profit of the channel. */
  readonly payouts: readonly (readonly DecimalString[])[];
}

/** Why a contract on risk cannot be judged. */
export type RiskSharingProblem = Message<
  "profit-sharing.probabilities_not_whole" | "profit-sharing.shares_not_whole" | "kernel.total_too_precise"
>;

const readChances: Read<readonly ProfitChance[]> = someOf(recordOf<ProfitChance>({ probability: readShare, profit: readDecimal }));

/**
 * Evaluates a contract that shares upside and downside: whether everybody joins, and whether cooperation pays.
 *
 * @remarks
 * In each chance the deviation of the channel's profit from the target is split by the upside or the downside shares, to the smallest
 * unit, so that parts of a loss add up to the loss. A party expects `base + Σ probability × part − effort`. Joining: at least the
 * reservation. Cooperating: more than when the dealer defects; equal is not enough.
 *
 * @param facts - What the channel may earn with and without cooperation; reservations and efforts.
 * @param policy - Bases and shares.
 * @returns Expectations, both checks, and every payout.
 * @throws LibraryFault `profit-sharing.not_listed` for a party without shares, `kernel.named_twice`, `kernel.*`.
 *
 * @errors
 * - `profit-sharing.probabilities_not_whole` - the probabilities of a list do not add up to 1.
 * - `profit-sharing.shares_not_whole` - the upside or the downside shares do not add up to 1.
 * - `kernel.total_too_precise` - a profit or a base has more places than can be paid.
 *
 * @source S19-115.
 *
 * @example Half of the risk makes a dealer promote
 * ```ts
 * import { evaluateRiskSharing } from "qudao/profit-sharing";
 *
 * const facts = {
 *   currency: "CNY",
 *   cooperating: [{ probability: "0.8", profit: "1200" }, { probability: "0.2", profit: "600" }],
 *   defecting: [{ probability: "0.3", profit: "1200" }, { probability: "0.7", profit: "600" }],
 *   parties: [{ partyId: "maker", reservation: "400", effort: "0" }, { partyId: "dealer", reservation: "300", effort: "60" }],
 * };
 * const shares = (dealer: string, maker: string) => [
 *   { partyId: "maker", base: "600", upside: maker, downside: maker }, { partyId: "dealer", base: "400", upside: dealer, downside: dealer },
 * ];
 * const bound = evaluateRiskSharing(facts, { shares: shares("0.5", "0.5"), decimals: 2, remainder: "contract_order" });
 * const fixed = evaluateRiskSharing(facts, { shares: shares("0", "1"), decimals: 2, remainder: "contract_order" });
 * bound.ok && bound.value.outcome.cooperates; // => true
 * fixed.ok && fixed.value.outcome.cooperates; // => false
 * ```
 *
 * @since 0.1.0
 */
export function evaluateRiskSharing(
  facts: RiskSharingFacts,
  policy: RiskSharingPolicy,
): Result<Explained<RiskSharing>, RiskSharingProblem> {
  return readSafely({ facts, policy }, () => {
    const { currency, cooperating, defecting, parties } = recordOf<RiskSharingFacts>({
      currency: readCurrency,
      cooperating: readChances,
      defecting: readChances,
      parties: uniqueBy("partyId", someOf(recordOf<RiskParty>({ partyId: readText, reservation: readDecimal, effort: readNotNegative }))),
    })(facts, "facts");
    const { shares, decimals, remainder } = recordOf<RiskSharingPolicy>({
      shares: uniqueBy(
        "partyId",
        someOf(recordOf<RiskShare>({ partyId: readText, base: readDecimal, upside: readShare, downside: readShare })),
      ),
      decimals: readPlaces,
      remainder: choiceOf(remainderOrders),
    })(policy, "policy");
    const own = shares.map(({ partyId }, i) => {
      const party = parties.find((one) => one.partyId === partyId);
      if (party === undefined) throw sharingFault("profit-sharing.not_listed", `policy.shares[${i}].partyId`, { got: partyId });
      return party;
    });
    const extra = parties.findIndex(({ partyId }) => !shares.some((one) => one.partyId === partyId));
    if (extra >= 0) {
      const got = parties[extra]?.partyId as string;
      throw sharingFault("profit-sharing.not_listed", `facts.parties[${extra}].partyId`, { got });
    }
    for (const [plan, chances] of [
      ["cooperating", cooperating],
      ["defecting", defecting],
    ] as const) {
      const sum = sumOf(chances.map(({ probability }) => probability));
      if (!sum.equals(1)) return err({ code: "profit-sharing.probabilities_not_whole", params: { plan, total: text(sum) } });
    }
    for (const side of ["upside", "downside"] as const) {
      const sum = sumOf(shares.map((share) => share[side]));
      if (!sum.equals(1)) return err({ code: "profit-sharing.shares_not_whole", params: { total: text(sum) } });
    }
    for (const value of [...shares.map(({ base }) => base), ...[...cooperating, ...defecting].map(({ profit }) => profit)]) {
      if (exact(value).decimalPlaces() > decimals) return err({ code: "kernel.total_too_precise", params: { total: value, decimals } });
    }

    const target = sumOf(shares.map(({ base }) => base));
    const partsOf = (profit: string) => {
      const deviation = exact(profit).minus(target);
      const side = deviation.isNegative() ? "downside" : "upside";
      return mustAllocate(
        fixed(deviation, decimals),
        shares.map((share) => ({ partyId: share.partyId, share: share[side] })),
        { decimals, remainder },
      );
    };
    const expect = (chances: readonly ProfitChance[], i: number) =>
      chances.reduce(
        (sum, { probability, profit }) => sum.plus(exact(partsOf(profit)[i]?.amount as string).times(probability)),
        exact(shares[i]?.base as string),
      );
    const outcomes = own.map(({ partyId, reservation, effort }, i): RiskPartyOutcome => {
      const joint = expect(cooperating, i).minus(effort);
      const without = expect(defecting, i);
      return {
        partyId,
        cooperating: text(joint),
        defecting: text(without),
        participates: joint.greaterThanOrEqualTo(reservation),
        cooperates: joint.greaterThan(without),
      };
    });
    const joins = outcomes.every(({ participates }) => participates);
    const cooperates = outcomes.every((one) => one.cooperates);
    const payouts = cooperating.map(({ profit }) =>
      partsOf(profit).map(({ amount }, i) => fixed(exact(amount).plus(shares[i]?.base as string), decimals)),
    );
    const from: Explanation[] = [
      ...outcomes.map((one, i) => ({
        code: "profit-sharing.risk_party",
        params: {
          partyId: one.partyId,
          cooperating: one.cooperating,
          defecting: one.defecting,
          reservation: own[i]?.reservation as string,
        },
      })),
      ...cooperating.map(({ profit }) => ({
        code: "profit-sharing.risk_scenario",
        params: { profit, amount: text(exact(profit).minus(target)) },
        adds: "amount",
        from: partsOf(profit).map(explainPart),
      })),
    ];
    return ok({
      outcome: { target: text(target), parties: outcomes, joins, cooperates, payouts },
      explanation: { code: "profit-sharing.risk_sharing", params: { target: text(target), currency, joins, cooperates }, from },
    });
  });
}
