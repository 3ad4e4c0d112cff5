import { compare, type Fraction, minus, ratioOf, wholeOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, listOf, optional, readNotNegative, readRounding, readShare, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { Network } from "./network.js";
import { groupBy, indexNetwork, type OpenNetwork } from "./open-network.js";
import { readNetwork } from "./read-network.js";
import { shownRatio } from "./rounding.js";

/** Who trades with whom, and how much business each has altogether. */
export interface PowerFacts {
  /** Participants, and goods relations with their amounts. Other relations are not looked at. */
  readonly network: Network;
  /** The whole business of participants, in and outside the network; each participant once. Who is not listed is not known. */
  readonly business: readonly BusinessTotals[];
}

/** The whole business of one participant in the period and currency of the amounts of the network. */
export interface BusinessTotals {
  /** The participant. */
  readonly participantId: string;
  /** All it sells, of every brand and to everybody, net of tax, not negative. Absent: not known. */
  readonly sales?: DecimalString | undefined;
  /** All it buys for its business, from everybody, net of tax, not negative. Absent: not known. */
  readonly purchases?: DecimalString | undefined;
  /** The part of its business that it could place with somebody else at once, from `"0"` to `"1"`. Absent: not known. */
  readonly replaceable?: Rate | undefined;
}

/** How dependence is measured and compared. */
export interface PowerPolicy {
  /** `share`: by the share of business alone. `share_not_replaceable`: only what could not be placed elsewhere at once counts. */
  readonly measure: "share" | "share_not_replaceable";
  /** Two dependences that differ by no more than this are equal, from `"0"` to `"1"`. */
  readonly parity: Rate;
  /** How dependences are rounded for showing; they are compared before. */
  readonly rounding: MoneyRounding;
}

/** Two who trade, and who of them depends more. Whoever depends less has the power. */
export interface PowerPair {
  /** Who sells. */
  readonly sellerId: string;
  /** Who buys. */
  readonly buyerId: string;
  /** How far the seller depends on the buyer. `null`: not known. */
  readonly sellerDependence: Rate | null;
  /** How far the buyer depends on the seller. `null`: not known. */
  readonly buyerDependence: Rate | null;
  /** Who outranks the other. `unknown`: a dependence is not known. */
  readonly stronger: "seller" | "buyer" | "neither" | "unknown";
}

/** Who has power over whom. */
export interface ChannelPower {
  /** Every two who trade, in the order of the network. */
  readonly pairs: readonly PowerPair[];
  /** Who outranks somebody and is outranked by nobody: they lead, of whatever kind they are. Empty: nobody is known to. */
  readonly leaderIds: readonly string[];
  /** Who may lead, and may not: a pair of theirs is unknown. */
  readonly possibleLeaderIds: readonly string[];
}

/** Why power cannot be told. */
export type PowerProblem = Message<"network.total_below_parts">;

const readFacts = recordOf<PowerFacts>({
  network: readNetwork,
  business: uniqueBy(
    "participantId",
    listOf(
      recordOf<BusinessTotals>({
        participantId: readText,
        sales: optional(readNotNegative),
        purchases: optional(readNotNegative),
        replaceable: optional(readShare),
      }),
    ),
  ),
});

const readPolicy = recordOf<PowerPolicy>({
  measure: choiceOf(["share", "share_not_replaceable"]),
  parity: readShare,
  rounding: readRounding,
});

/**
 * Computes who has power over whom in a channel, and who leads it.
 *
 * @remarks
 * Power is the other's dependence: a seller depends on a buyer by the share of its sales that the buyer takes, a buyer on a seller by the
 * share of its purchases that come from it. Who depends less by more than `parity` outranks the other; exactly `parity` is still even.
 * Who outranks somebody and is outranked by nobody leads: it may be the manufacturer, a dealer or a customer. An amount or total that
 * is not known leaves the pair unknown. A total of 0 gives no share.
 *
 * @param facts - The network with amounts, and each participant's whole business.
 * @param policy - Measure, parity and rounding.
 * @returns Every pair, the leaders, and who may lead.
 * @throws LibraryFault `kernel.*`, `entities.*` or `network.*`, with the place of what cannot be read.
 *
 * @errors
 * - `network.total_below_parts` - a participant's whole business is less than what it does in the network.
 *
 * @source S03-07; power as the inverse of dependence: Emerson, Power-Dependence Relations, 1962; by shares of sales: El-Ansary and Stern, 1972.
 *
 * @example A distributor with 70 % of a maker's sales outranks the maker
 * ```ts
 * import { computeChannelPower, type Network } from "qudao/network";
 *
 * const network: Network = {
 *   participants: [
 *     { id: "M", kind: "manufacturer", brandIds: ["B1"] },
 *     { id: "D", kind: "distributor", manufacturerId: "M" },
 *   ],
 *   relations: [{ id: "R1", flow: "goods", fromId: "M", toId: "D", amount: "700" }],
 * };
 * const business = [{ participantId: "M", sales: "1000" }, { participantId: "D", purchases: "2000" }];
 * const policy = { measure: "share" as const, parity: "0.05", rounding: { decimals: 2, mode: "half_up" as const } };
 * const answer = computeChannelPower({ network, business }, policy);
 * answer.ok && answer.value.outcome.leaderIds; // => ["D"]
 * answer.ok && [answer.value.outcome.pairs[0]?.sellerDependence, answer.value.outcome.pairs[0]?.buyerDependence]; // => ["0.7", "0.35"]
 * ```
 *
 * @since 0.1.0
 */
export function computeChannelPower(facts: PowerFacts, policy: PowerPolicy): Result<Explained<ChannelPower>, PowerProblem> {
  return readSafely({ facts, policy }, () => {
    const { network: given, business } = readFacts(facts, "facts");
    const { measure, parity, rounding } = readPolicy(policy, "policy");
    const network = indexNetwork(given);
    const totals = new Map(business.map((one) => [one.participantId, one]));
    const traded = tradesOf(network);
    const problem = belowParts(traded, totals);
    if (problem !== undefined) return err(problem);

    const dependence = (id: string, amount: Exact | undefined, side: "sales" | "purchases"): Fraction | undefined => {
      const { [side]: total, replaceable } = totals.get(id) ?? {};
      if (amount === undefined || total === undefined || exact(total).isZero()) return undefined;
      if (measure === "share") return ratioOf(amount, exact(total));
      return replaceable === undefined ? undefined : ratioOf(amount.times(exact("1").minus(replaceable)), exact(total));
    };
    const pairs = traded.map(({ sellerId, buyerId, amount }): PowerPair => {
      const seller = dependence(sellerId, amount, "sales");
      const buyer = dependence(buyerId, amount, "purchases");
      const show = (one: Fraction | undefined): Rate | null => (one === undefined ? null : shownRatio(one, rounding));
      return {
        sellerId,
        buyerId,
        sellerDependence: show(seller),
        buyerDependence: show(buyer),
        stronger: seller === undefined || buyer === undefined ? "unknown" : strongerOf(seller, buyer, parity),
      };
    });
    const { leaderIds, possibleLeaderIds } = leadersOf(network, pairs);
    return ok({
      outcome: { pairs, leaderIds, possibleLeaderIds },
      explanation: {
        code: "network.power",
        params: { leaders: leaderIds, possible: possibleLeaderIds },
        from: pairs.map((pair): Explanation => ({ code: "network.power_pair", params: { ...pair, measure } })),
      },
    });
  });
}

interface Trade {
  readonly sellerId: string;
  readonly buyerId: string;
  /** `undefined`: one of its amounts is not known. */
  readonly amount: Exact | undefined;
}

/** Goods between two participants, several relations added up. */
function tradesOf({ goodsFrom, participants }: OpenNetwork): readonly Trade[] {
  return [...new Set(participants.map(({ id }) => id))].flatMap((sellerId) =>
    [...groupBy(goodsFrom.get(sellerId) ?? [], ({ toId }) => toId)].map(([buyerId, relations]) => {
      const known = relations.every(({ amount }) => amount !== undefined);
      const amount = known ? sumOf(relations.map(({ amount = "0" }) => amount)) : undefined;
      return { sellerId, buyerId, amount };
    }),
  );
}

function belowParts(trades: readonly Trade[], totals: ReadonlyMap<string, BusinessTotals>): PowerProblem | undefined {
  for (const [side, end] of [["sales", "sellerId"] as const, ["purchases", "buyerId"] as const]) {
    for (const [id, own] of groupBy(trades, (trade) => trade[end])) {
      const total = totals.get(id)?.[side];
      const parts = own.reduce<Exact>((sum, { amount }) => (amount === undefined ? sum : sum.plus(amount)), ZERO);
      if (total !== undefined && parts.greaterThan(total)) {
        return { code: "network.total_below_parts", params: { id, side, total, parts: text(parts) } };
      }
    }
  }
  return undefined;
}

function strongerOf(seller: Fraction, buyer: Fraction, parity: Rate): PowerPair["stronger"] {
  const band = wholeOf(exact(parity));
  if (compare(minus(seller, buyer), band) > 0) return "buyer";
  return compare(minus(buyer, seller), band) > 0 ? "seller" : "neither";
}

function leadersOf({ participants }: OpenNetwork, pairs: readonly PowerPair[]): Pick<ChannelPower, "leaderIds" | "possibleLeaderIds"> {
  const outranks = new Set<string>();
  const outranked = new Set<string>();
  const uncertain = new Set<string>();
  for (const { sellerId, buyerId, stronger } of pairs) {
    if (stronger === "unknown") for (const id of [sellerId, buyerId]) uncertain.add(id);
    if (stronger === "seller" || stronger === "buyer") {
      outranks.add(stronger === "seller" ? sellerId : buyerId);
      outranked.add(stronger === "seller" ? buyerId : sellerId);
    }
  }
  const ids = [...new Set(participants.map(({ id }) => id))].filter((id) => !outranked.has(id));
  return {
    leaderIds: ids.filter((id) => outranks.has(id) && !uncertain.has(id)),
    possibleLeaderIds: ids.filter((id) => uncertain.has(id)),
  };
}
