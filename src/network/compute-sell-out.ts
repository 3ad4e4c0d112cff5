import { readSafely } from "../kernel/check.js";
import { type DecimalString, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { Network, NetworkRelation } from "./network.js";
import { isIndependent, type OpenNetwork, openNetwork } from "./open-network.js";
import { participantProfiles } from "./participant-profiles.js";

/** What goes into the hands of resellers and comes out of them again. All amounts are exact, as those of the network. */
export interface SellOut {
  /** What resellers buy from those who are none: the manufacturer, its offices, what it runs itself (进货). */
  readonly sellIn: DecimalString;
  /** What they sell to those who do not resell: integrators, contractors and industry customers (出货). */
  readonly sellOut: DecimalString;
  /** What those buy past all resellers. It is neither. */
  readonly direct: DecimalString;
  /** Both by reseller, in the order of the network. What resellers sell each other is in neither. */
  readonly resellers: readonly ResellerSellOut[];
}

/** What one reseller takes in and brings out. */
export interface ResellerSellOut {
  /** The reseller. */
  readonly participantId: string;
  /** What it buys from those who are none. */
  readonly sellIn: DecimalString;
  /** What it sells to those who do not resell. */
  readonly sellOut: DecimalString;
}

/** Why it cannot be told. */
export type SellOutProblem = Message<"network.amounts_unknown">;

/**
 * Computes what the resellers of a network take in, and what they sell to those who use the goods.
 *
 * @remarks
 * Integrators and contractors are the most direct purchasers: what they buy of a reseller is sold out, whatever they do with it, and is
 * not counted again when it reaches their customer. Goods among resellers are neither in nor out. What a store sells to consumers who
 * are no participants is not in a network.
 *
 * @param network - Participants, and goods relations with their amounts. Other relations are not looked at.
 * @returns Both sums, and both by reseller; the lines of the working add up to the sell-out.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @errors
 * - `network.amounts_unknown` - goods relations of which the amount is not known; they are named.
 *
 * @source S03-25.
 *
 * @example An agent supplies a distributor and an integrator, and the distributor a contractor
 * ```ts
 * import { computeSellOut, type Network } from "qudao/network";
 *
 * const network: Network = {
 *   participants: [
 *     { id: "M", kind: "manufacturer", brandIds: [] },
 *     { id: "A", kind: "agent", manufacturerId: "M" },
 *     { id: "D", kind: "distributor", manufacturerId: "M" },
 *     { id: "I", kind: "system_integrator" },
 *     { id: "K", kind: "contractor" },
 *   ],
 *   relations: [
 *     { id: "R1", flow: "goods", fromId: "M", toId: "A", amount: "1000" },
 *     { id: "R2", flow: "goods", fromId: "A", toId: "D", amount: "400" },
 *     { id: "R3", flow: "goods", fromId: "A", toId: "I", amount: "500" },
 *     { id: "R4", flow: "goods", fromId: "D", toId: "K", amount: "300" },
 *   ],
 * };
 * const answer = computeSellOut(network);
 * answer.ok && [answer.value.outcome.sellIn, answer.value.outcome.sellOut]; // => ["1000", "800"]
 * ```
 *
 * @since 0.1.0
 */
export function computeSellOut(network: Network): Result<Explained<SellOut>, SellOutProblem> {
  return readSafely("network", () => {
    const open = openNetwork(network, "network");
    const goods = [...open.goodsFrom.values()].flat();
    const unknown = goods.filter(({ amount }) => amount === undefined).map(({ id }) => id);
    if (unknown.length > 0) return err({ code: "network.amounts_unknown", params: { relations: unknown } });
    const into = goods.filter(({ fromId, toId }) => !resells(open, fromId) && resells(open, toId));
    const out = goods.filter(({ fromId, toId }) => resells(open, fromId) && uses(open, toId));
    const direct = goods.filter(({ fromId, toId }) => !resells(open, fromId) && !uses(open, fromId) && uses(open, toId));
    const resellers = [...open.byId.keys()]
      .filter((id) => resells(open, id))
      .map((participantId): ResellerSellOut => {
        return {
          participantId,
          sellIn: amountOf(into.filter(({ toId }) => toId === participantId)),
          sellOut: amountOf(out.filter(({ fromId }) => fromId === participantId)),
        };
      });
    const outcome = { sellIn: amountOf(into), sellOut: amountOf(out), direct: amountOf(direct), resellers };
    return ok({
      outcome,
      explanation: {
        code: "network.sell_out",
        params: { sellIn: outcome.sellIn, sellOut: outcome.sellOut, direct: outcome.direct },
        adds: "sellOut",
        from: resellers.map(({ participantId: id, sellIn, sellOut }) => ({ code: "network.sell_out_of", params: { id, sellIn, sellOut } })),
      },
    });
  });
}

/** Buys to sell again, on its own account. */
function resells({ byId }: OpenNetwork, id: string): boolean {
  const participant = byId.get(id);
  return participant !== undefined && isIndependent(participant) && participantProfiles[participant.kind].position !== "project_buyer";
}

/** Buys to build or to use. */
function uses({ byId }: OpenNetwork, id: string): boolean {
  const kind = byId.get(id)?.kind;
  const position = kind === undefined ? undefined : participantProfiles[kind].position;
  return position === "project_buyer" || position === "consumer";
}

function amountOf(relations: readonly NetworkRelation[]): DecimalString {
  return text(sumOf(relations.map(({ amount = "0" }) => amount)));
}
