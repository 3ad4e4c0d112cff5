import { participantKinds } from "../entities/catalogue.js";
import type { Dealer, Participant, TrialDistributor } from "../entities/participant.js";
import { at, checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import { dealerKinds } from "./catalogue.js";

/**
 * Tells whether a participant is a dealer: one who buys and resells by the manufacturer's authorization.
 *
 * @remarks
 * An agent of this trade (代理商) is a special dealer, not a commission agent; a distributor on trial is a dealer on probation. Retailers
 * resell without an authorization of their own, integrators and contractors buy to build: neither are dealers.
 *
 * @param participant - Anybody in the channel.
 * @returns `true` for agents, distributors and trial distributors.
 * @throws LibraryFault `kernel.not_a_record`, `kernel.not_a_choice` for an unknown kind.
 *
 * @source S03-10, S03-15.
 *
 * @example An agent is a dealer, an integrator is not
 * ```ts
 * import { isDealer } from "qudao/network";
 *
 * isDealer({ id: "A", kind: "agent", manufacturerId: "M" }); // => true
 * isDealer({ id: "I", kind: "system_integrator" }); // => false
 * ```
 *
 * @since 0.1.0
 */
export function isDealer(participant: Participant): participant is Dealer | TrialDistributor {
  return readSafely("participant", () => {
    const kind = checkChoice(checkRecord(participant, "participant")["kind"], at("participant", "kind"), participantKinds);
    return dealerKinds.some((one) => one === kind);
  });
}
