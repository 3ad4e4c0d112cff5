import { availableEvents } from "../engine/available-events.js";
import { readSafely } from "../kernel/check.js";
import type { AgreementLife, AgreementLifeFacts, AvailableAgreementEvent } from "./agreement-life.js";
import { agreementLifecycle } from "./agreement-lifecycle.js";
import { readLife, readLifeFacts } from "./read-life.js";

/**
 * Tells of every event whether an agreement would accept it now, and why.
 *
 * @remarks
 * The events are asked bare, without day, person or document: an event that has its place in the state and lacks only what it must carry
 * is `unknown`, and its findings name that. `refused` is final for this state and these facts.
 *
 * @param state - Where the agreement stands.
 * @param facts - What the host knows.
 * @returns One entry per event, in the order of the table.
 * @throws LibraryFault `kernel.*` with the place in `state` or `facts` that cannot be read.
 *
 * @example A trial near its end cannot be renewed; a cooperation may be
 * ```ts
 * import { availableAgreementEvents, startAgreement } from "qudao/agreements";
 *
 * const renewal = (kind: "trial" | "cooperation") => {
 *   const agreement = { id: "AG1", kind, partyIds: ["D1"], start: "2024-01-01", end: "2024-07-01", clauses: [] };
 *   const { data } = startAgreement({ agreement, by: "Wang", asOf: "2023-12-01" });
 *   return availableAgreementEvents({ at: "expiring", data }, {}).find(({ event }) => event === "renewalAgreed")?.status;
 * };
 * [renewal("trial"), renewal("cooperation")]; // => ["refused", "unknown"]
 * ```
 *
 * @since 0.1.0
 */
export function availableAgreementEvents(state: AgreementLife, facts: AgreementLifeFacts): readonly AvailableAgreementEvent[] {
  return readSafely({ state, facts }, () => availableEvents(agreementLifecycle, readLife(state, "state"), readLifeFacts(facts, "facts")));
}
