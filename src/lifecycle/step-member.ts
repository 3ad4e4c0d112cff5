import { availableEvents } from "../engine/available-events.js";
import { findDueDates } from "../engine/find-due-dates.js";
import { inOrderTitle } from "../engine/in-order.js";
import type { Refusal, Step } from "../engine/state-table.js";
import { stepState } from "../engine/step-state.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { readSafely } from "../kernel/check.js";
import { err, ok, type Result } from "../kernel/result.js";
import { checkEvent, checkFacts, checkState } from "./check-member.js";
import { titlesOf } from "./check-place.js";
import type { MemberEffect } from "./member-effect.js";
import type { MemberEvent } from "./member-event.js";
import { memberMachine } from "./member-machine.js";
import type { MemberFacts } from "./member-policy.js";
import type { MemberData, MemberPlace, MemberState } from "./member-state.js";
import { memberWords } from "./member-words.js";
import { noteMemberDay } from "./note-member-day.js";

/** An accepted event of a member: where it now stands, and what should follow. */
export type MemberStep = Step<MemberPlace, MemberData, MemberEffect>;

/**
 * A refused event of a member: which conditions failed or cannot be told, with what they read. `allowed` are the other events that the
 * member may take now, as far as its state and the facts tell.
 */
export type MemberRefusal = Refusal<MemberEvent["type"]>;

/**
 * Offers one event to a member and tells what follows: the next state and effects as data, or why it is refused.
 *
 * @remarks
 * The event is offered to the three regions of the member's life; the tables are drawn in the reference. A refusal changes nothing, and
 * no event is half-applied: where one region cannot be decided, the event is refused whole. Time comes first: an event of a day on
 * which time alone moves the member, or might, is refused until `dayPassed` of that day has been offered; so nothing happens in a trial
 * that is over or a remediation that is overdue. `trialEnd` is the first day after the trial. Nor does time run backwards: an event of a day
 * before the last one (`since`) is refused; a day that passes may be offered late.
 *
 * @param state - Where the member stands: what `startMember` or the last step gave.
 * @param event - What happened, with its day as `asOf`.
 * @param facts - The policy in force and what the host knows. What is missing leaves the guards that need it unknown, never passed.
 * @returns The next state with effects and explanation, or the refusal.
 * @throws LibraryFault `kernel.not_a_choice` for an event or a state that does not exist, `kernel.*` where a field cannot be read.
 *
 * @example A good trial is not enough: the manufacturer's evaluation and a new agreement are needed too
 * ```ts
 * import { type MemberEvent, startMember, stepMember } from "qudao/lifecycle";
 *
 * const trial = startMember({
 *   id: "R-1", jurisdiction: "CN", origin: "direct",
 *   existing: {
 *     as: "trial", level: "trial_distributor", memberSince: "2024-01-01", agreementId: "T-1", agreementKind: "trial",
 *     agreementEnd: "2024-07-01", nextReviewOn: "2024-07-01",
 *   },
 * });
 * if (!trial.ok) throw new Error("an earlier relationship still runs");
 * const good = { ...trial.value, data: { ...trial.value.data, performance: "good" } } as const;
 * const promoted = (asOf: string): MemberEvent =>
 *   ({ type: "promotedToDistributor", asOf, agreement: { agreementId: "A-1", signedOn: asOf, start: "2024-07-01" } });
 * const refused = stepMember(good, promoted("2024-06-20"), { breachTolerance: 0 });
 * !refused.ok && refused.problem.failed.map(({ params }) => params["guard"]); // => ["maker_evaluation_passed", "maker_evaluation_passed"]
 * const evaluated = stepMember(good, { type: "evaluated", asOf: "2024-06-15", passed: true }, {});
 * const accepted = evaluated.ok && stepMember(evaluated.value.next, promoted("2024-06-20"), { breachTolerance: 0 });
 * accepted && accepted.ok && accepted.value.next.at; // => { relationship: "active", level: "distributor", standing: "good" }
 * ```
 *
 * @example The trial ends by itself, and after its last day nothing else happens first
 * ```ts
 * import { startMember, stepMember } from "qudao/lifecycle";
 *
 * const trial = startMember({
 *   id: "R-1", jurisdiction: "CN", origin: "direct",
 *   existing: {
 *     as: "trial", level: "trial_distributor", memberSince: "2024-01-01", agreementId: "T-1", agreementKind: "trial",
 *     agreementEnd: "2024-07-01", nextReviewOn: "2024-09-01",
 *   },
 * });
 * if (!trial.ok) throw new Error("an earlier relationship still runs");
 * const late = stepMember(trial.value, { type: "evaluated", asOf: "2024-07-01", passed: true }, {});
 * !late.ok && late.problem.failed.map(({ params }) => params["guard"]); // => ["time_offered"]
 * const over = stepMember(trial.value, { type: "dayPassed", asOf: "2024-07-01" }, {});
 * over.ok && over.value.next.at.relationship; // => "expired"
 * ```
 *
 * @since 0.1.0
 */
export function stepMember(state: MemberState, event: MemberEvent, facts: MemberFacts): Result<MemberStep, MemberRefusal> {
  return readSafely({ state, event, facts }, () => {
    const { type } = checkEvent(event);
    checkState(state);
    checkFacts(facts);
    const behind = type === "dayPassed" ? undefined : (behindRecord(state, event, facts) ?? behindTime(state, event, facts));
    if (behind !== undefined) return err(behind);
    const answer = stepState(memberMachine, state, event, facts);
    if (answer.ok) return ok(noteMemberDay(answer.value, event.asOf));
    return err({ ...answer.problem, allowed: otherEvents(state, type, facts) });
  });
}

/** Other events, those that are not refused whatever they carry. */
function otherEvents(state: MemberState, type: MemberEvent["type"], facts: MemberFacts): readonly MemberEvent["type"][] {
  return availableEvents(memberMachine, state, facts).flatMap(({ event, status }) =>
    status === "refused" || event === type ? [] : [event],
  );
}

/** The refusal of an event that is dated before the last one; `undefined`: it is not, or the day of the last one was not noted. */
function behindRecord(state: MemberState, event: MemberEvent, facts: MemberFacts): MemberRefusal | undefined {
  const { since } = state.data;
  if (since === undefined || since === null || event.asOf >= since) return undefined;
  const read = { "event.asOf": event.asOf, "data.since": since };
  const params = { arrow: event.type, guard: "in_order", title: { ...inOrderTitle }, read };
  return refusalOf(state, event, "unmet", [{ code: "engine.guard_unmet", params, status: "unmet" }], otherEvents(state, event.type, facts));
}

const TIME_OFFERED = { en: "time has been offered up to that day", zh: "此前到期的事项已先行处理" };

/** The refusal of an event that time alone comes before; `undefined`: nothing comes before it. */
function behindTime(state: MemberState, event: MemberEvent, facts: MemberFacts): MemberRefusal | undefined {
  const { asOf } = event;
  const due = findDueDates(memberMachine, state).filter(({ date }) => date <= asOf);
  if (due.length === 0) return undefined;
  const passed = stepState(memberMachine, state, { type: "dayPassed", asOf }, facts);
  if (passed.ok)
    return refusalOf(
      state,
      event,
      "unmet",
      due.map(({ arrow, dueOn, date }) => timeFinding(arrow, dueOn, date, asOf)),
      ["dayPassed"],
    );
  return passed.problem.params["why"] === "unknown" ? refusalOf(state, event, "unknown", passed.problem.failed, ["dayPassed"]) : undefined;
}

/** A refusal before the tables are asked. */
function refusalOf(
  { at }: MemberState,
  { type }: MemberEvent,
  why: "unmet" | "unknown",
  failed: MemberRefusal["failed"],
  allowed: MemberRefusal["allowed"],
): MemberRefusal {
  const params = {
    machine: memberMachine.name,
    event: type,
    eventTitle: { ...memberWords[type] },
    state: { ...at },
    stateTitle: titlesOf(at),
    why,
  };
  return { code: "engine.event_refused", params, failed, allowed };
}

function timeFinding(arrow: string, dueOn: string, date: CalendarDate, asOf: CalendarDate): MemberRefusal["failed"][number] {
  const read = { "event.asOf": asOf, [`data.${dueOn}`]: date };
  return { code: "engine.guard_unmet", params: { arrow, guard: "time_offered", title: TIME_OFFERED, read }, status: "unmet" };
}
