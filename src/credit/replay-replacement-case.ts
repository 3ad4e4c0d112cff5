import type { ReplayPolicy } from "../engine/replay-events.js";
import { replayHistory } from "../engine/replay-history.js";
import { readReplacementCase, readReplacementEvent, readReplacementFacts } from "./read-replacement-case.js";
import type { ReplacementCase, ReplacementEvent, ReplacementFacts, ReplacementRefusal, ReplacementStep } from "./replacement-case.js";
import { replacementLifecycle } from "./replacement-lifecycle.js";

/** The history of a replacement case. */
export interface ReplacementHistory {
  /** Where it began; `startReplacementCase` makes it. */
  readonly initial: ReplacementCase;
  /** What happened, oldest first, each with what was known then. */
  readonly records: readonly { readonly event: ReplacementEvent; readonly facts: ReplacementFacts }[];
}

/** Where the history of a replacement case leads. */
export interface ReplacementReplay {
  /** The state after it. */
  readonly state: ReplacementCase;
  /** The steps, with the place of each event in the history. Their effects are listed again, not run. */
  readonly steps: readonly { readonly index: number; readonly step: ReplacementStep }[];
  /** The refusals, with the place of each event in the history. Empty: the whole history is sound. */
  readonly refused: readonly { readonly index: number; readonly refusal: ReplacementRefusal }[];
}

/**
 * Rebuilds where a replacement case stands from what happened in it.
 *
 * @param facts - The beginning and the recorded events, each with what was known then.
 * @param policy - Whether a refused event ends the replay.
 * @returns The state, every step and every refusal: exactly what `stepReplacementCase` gives event by event.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @source S19-138, S19-139.
 *
 * @example The member paid while candidates were sought
 * ```ts
 * import { replayReplacementCase, startReplacementCase } from "qudao/credit";
 *
 * const policy = { days: 60, amount: "100000", combine: "any" as const, decideWithinDays: 30 };
 * const opened = startReplacementCase({ asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" }, policy);
 * if (!opened.ok) throw new Error("the trouble is too small");
 * const records = [
 *   { event: { type: "candidatesListed", asOf: "2024-05-06", candidates: ["D8"] }, facts: {} },
 *   { event: { type: "troubleSettled", asOf: "2024-05-09", ground: "Paid in full" }, facts: {} },
 * ] as const;
 * replayReplacementCase({ initial: opened.value.outcome, records }, { onRefusal: "stop" }).state.at; // => "settled"
 * ```
 *
 * @since 0.1.0
 */
export function replayReplacementCase(facts: ReplacementHistory, policy: ReplayPolicy): ReplacementReplay {
  return replayHistory(
    replacementLifecycle,
    { facts, policy },
    { state: readReplacementCase, event: readReplacementEvent, facts: readReplacementFacts },
  );
}
