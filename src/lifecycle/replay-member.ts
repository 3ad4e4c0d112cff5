import type { Replay, ReplayFacts, ReplayPolicy } from "../engine/replay-events.js";
import { readReplayPolicy } from "../engine/replay-history.js";
import { checkList, checkRecord, readSafely } from "../kernel/check.js";
import type { MemberTypes } from "./member-kit.js";
import type { MemberPlace } from "./member-state.js";
import { stepMember } from "./step-member.js";

/** The history of a member: where it began, and its events with the facts of their days. */
export type MemberHistory = ReplayFacts<MemberTypes, MemberPlace>;

/** Where a history leads: the state, every step and every refusal, each with its place in the history. */
export type MemberReplay = Replay<MemberTypes, MemberPlace>;

/**
 * Rebuilds the state of a member from its history.
 *
 * @remarks
 * The same as offering the events one by one to `stepMember`. Only accepted events belong in a log; a log that was written against an
 * older state shows itself as a refusal. Effects are listed again, not run.
 *
 * @param facts - The beginning, and the events with the facts as they were known then.
 * @param policy - Whether a refused event ends the replay (`stop`) or is noted and passed over (`collect`).
 * @returns The state, the steps and the refusals.
 * @throws LibraryFault As `stepMember`; `kernel.not_a_list`, `kernel.not_a_choice` for the policy.
 *
 * @example Applied, and withdrawn
 * ```ts
 * import { replayMember, startMember } from "qudao/lifecycle";
 *
 * const started = startMember({ id: "R-1", jurisdiction: "CN", origin: "direct" });
 * if (!started.ok) throw new Error("an earlier relationship still runs");
 * const records = [
 *   { event: { type: "applied", asOf: "2024-01-08" }, facts: { missingDocuments: [] } },
 *   { event: { type: "withdrawn", asOf: "2024-01-10" }, facts: {} },
 * ] as const;
 * const { state, refused } = replayMember({ initial: started.value, records }, { onRefusal: "stop" });
 * [state.at.relationship, refused.length]; // => ["withdrawn", 0]
 * ```
 *
 * @since 0.1.0
 */
export function replayMember(facts: MemberHistory, policy: ReplayPolicy): MemberReplay {
  const { onRefusal } = readReplayPolicy(policy);
  return readSafely({ facts, policy }, () => {
    const steps: MemberReplay["steps"][number][] = [];
    const refused: MemberReplay["refused"][number][] = [];
    let state = (checkRecord(facts, "facts") as unknown as MemberHistory).initial;
    for (const [index, record] of checkList(facts.records, "facts.records").entries()) {
      const { event, facts: known } = checkRecord(record, `facts.records[${index}]`) as unknown as MemberHistory["records"][number];
      const answer = stepMember(state, event, known);
      if (answer.ok) {
        steps.push({ index, step: answer.value });
        state = answer.value.next;
      } else {
        refused.push({ index, refusal: answer.problem });
        if (onRefusal === "stop") break;
      }
    }
    return { state, steps, refused };
  });
}
