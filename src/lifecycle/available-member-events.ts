import { type AvailableEvent, availableEvents } from "../engine/available-events.js";
import { readSafely } from "../kernel/check.js";
import { checkFacts, checkState } from "./check-member.js";
import type { MemberEvent } from "./member-event.js";
import { memberMachine } from "./member-machine.js";
import type { MemberFacts } from "./member-policy.js";
import type { MemberState } from "./member-state.js";

/**
 * Tells of every event whether a member would accept it now, and which conditions stand in the way.
 *
 * @remarks
 * Events are asked bare: what an event itself must carry shows as missing, so the answer also says what to bring.
 *
 * @param state - Where the member stands.
 * @param facts - The policy in force and what the host knows.
 * @returns One entry per event, with its title and the guards that were asked.
 * @throws LibraryFault As `stepMember`.
 *
 * @example What a prospect can do
 * ```ts
 * import { availableMemberEvents, startMember } from "qudao/lifecycle";
 *
 * const started = startMember({ id: "R-1", jurisdiction: "CN", origin: "direct" });
 * if (!started.ok) throw new Error("an earlier relationship still runs");
 * const open = availableMemberEvents(started.value, { missingDocuments: ["sales_plan"] }).filter(({ status }) => status === "allowed");
 * open.map(({ event, title }) => [event, title.zh]); // => [["withdrawn", "撤回申请"]]
 * ```
 *
 * @since 0.1.0
 */
export function availableMemberEvents(state: MemberState, facts: MemberFacts): readonly AvailableEvent<MemberEvent["type"]>[] {
  return readSafely({ state, facts }, () => availableEvents(memberMachine, checkState(state), checkFacts(facts)));
}
