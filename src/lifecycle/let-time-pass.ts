import { type DueFacts, type DueReport, findDue } from "../engine/find-due.js";
import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { checkFacts, checkState } from "./check-member.js";
import type { MemberTypes } from "./member-kit.js";
import { memberMachine } from "./member-machine.js";
import type { MemberPlace } from "./member-state.js";
import { noteMemberDay } from "./note-member-day.js";

/** Members with what the host knows of each, and the days that have passed. */
export type PassingDays = DueFacts<MemberTypes, MemberPlace>;

/** What time alone does to members: the dated steps of those that move, and those that cannot be decided for want of a fact. */
export type PassedDays = DueReport<MemberTypes, MemberPlace>;

/**
 * Tells what time alone does to members from one day to another: trials end, deadlines pass, reviews are called for.
 *
 * @remarks
 * The same as offering `dayPassed` on every day, one step a day at most, without walking the days: a job that missed a weekend catches
 * up with the right dates. Each step is an event `dayPassed` of its day for the member's log.
 *
 * @param facts - The members, usually those that `findDueMembers` named, and the days.
 * @returns Who moves, when and how, and who cannot be decided.
 * @throws LibraryFault `kernel.*` where a state or a day cannot be read.
 *
 * @example A trial that ended on a Saturday, found on Monday
 * ```ts
 * import { letTimePass, startMember } from "qudao/lifecycle";
 *
 * const trial = startMember({
 *   id: "R-1", jurisdiction: "CN", origin: "direct",
 *   existing: {
 *     as: "trial", level: "trial_distributor", memberSince: "2024-01-01", agreementId: "T-1", agreementKind: "trial",
 *     agreementEnd: "2024-06-29", nextReviewOn: "2024-09-01",
 *   },
 * });
 * if (!trial.ok) throw new Error("an earlier relationship still runs");
 * const { due } = letTimePass({ members: [{ id: "M-1", state: trial.value, facts: {} }], from: "2024-06-29", asOf: "2024-07-01" });
 * due.map(({ id, steps }) => [id, steps.map(({ asOf, step }) => [asOf, step.next.at.relationship])]);
 * // => [["M-1", [["2024-06-29", "expired"]]]]
 * ```
 *
 * @since 0.1.0
 */
export function letTimePass(facts: PassingDays): PassedDays {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    for (const [i, member] of checkList(given["members"], "facts.members").entries()) {
      const path = `facts.members[${i}]`;
      const { id, state, facts: known } = checkRecord(member, path);
      checkText(id, `${path}.id`);
      checkState(state, `${path}.state`);
      checkFacts(known, `${path}.facts`);
    }
    const { due, undecided } = findDue(memberMachine, given as unknown as PassingDays);
    return {
      due: due.map(({ id, steps }) => ({ id, steps: steps.map(({ asOf, step }) => ({ asOf, step: noteMemberDay(step, asOf) })) })),
      undecided,
    };
  });
}
