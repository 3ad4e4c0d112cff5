import { type ReplayPolicy, replayEvents } from "../engine/replay-events.js";
import { readHistory, readReplayPolicy } from "../engine/replay-history.js";
import type { AgreementTypes } from "./agreement-guards.js";
import type {
  AgreementEvent,
  AgreementLife,
  AgreementLifeFacts,
  AgreementRefusal,
  AgreementState,
  AgreementStep,
} from "./agreement-life.js";
import { agreementLifecycle } from "./agreement-lifecycle.js";
import { readEvent, readLife, readLifeFacts, withNames } from "./read-life.js";

/** An event as it was recorded. */
export interface AgreementRecord {
  /** What happened. */
  readonly event: AgreementEvent;
  /** What was known then. */
  readonly facts: AgreementLifeFacts;
}

/** The history of an agreement. */
export interface AgreementHistory {
  /** Where it began; `startAgreement` makes it. */
  readonly initial: AgreementLife;
  /** What happened, oldest first. */
  readonly records: readonly AgreementRecord[];
}

/** Where the history of an agreement leads. */
export interface AgreementReplay {
  /** The state after it. */
  readonly state: AgreementLife;
  /** The steps, with the place of each event in the history. Their effects are listed again, not run. */
  readonly steps: readonly { readonly index: number; readonly step: AgreementStep }[];
  /** The refusals, with the place of each event in the history. Empty: the whole history is sound. */
  readonly refused: readonly { readonly index: number; readonly refusal: AgreementRefusal }[];
}

/**
 * Rebuilds where an agreement stands from what happened to it.
 *
 * @param facts - The beginning and the recorded events, each with what was known then.
 * @param policy - Whether a refused event ends the replay.
 * @returns The state, every step and every refusal: exactly what `stepAgreement` gives event by event.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example A draft that was submitted and sent back
 * ```ts
 * import { replayAgreement, startAgreement } from "qudao/agreements";
 *
 * const agreement = { id: "AG1", kind: "supply" as const, partyIds: ["S1"], start: "2024-01-01", clauses: [] };
 * const initial = startAgreement({ agreement, by: "Wang", asOf: "2023-12-01" });
 * const records = [
 *   { event: { type: "submitted" as const, asOf: "2023-12-02", by: "Wang" }, facts: {} },
 *   { event: { type: "returned" as const, asOf: "2023-12-03", by: "Li", ground: "Payment is missing" }, facts: {} },
 * ];
 * const replay = replayAgreement({ initial, records }, { onRefusal: "stop" });
 * [replay.state.at, replay.state.data.ground]; // => ["draft", "Payment is missing"]
 * ```
 *
 * @since 0.1.0
 */
export function replayAgreement(facts: AgreementHistory, policy: ReplayPolicy): AgreementReplay {
  const history = readHistory<AgreementTypes, AgreementState>(facts, { state: readLife, event: readEvent, facts: readLifeFacts });
  const { state, steps, refused } = replayEvents(agreementLifecycle, history, readReplayPolicy(policy));
  const named = steps.map(({ index, step }) => ({ index, step: withNames(step, history.records[index]?.facts ?? {}) }));
  return { state, steps: named, refused };
}
