import { addDays, type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, readSafely } from "../kernel/check.js";
import { latestDate } from "../kernel/compare-dates.js";
import { TIME } from "./compile-table.js";
import { findDueDates } from "./find-due-dates.js";
import type { Machine } from "./machine.js";
import type { EventName, MachineTypes, Refusal, State, Step } from "./state-table.js";
import { stepState } from "./step-state.js";

/** Whom to ask, and which days have passed. */
export interface DueFacts<X extends MachineTypes, A> {
  /** The members, with what the host knows of each. */
  readonly members: readonly DueMember<X, A>[];
  /** First day that has not yet been offered to them. */
  readonly from: CalendarDate;
  /** Last day that has come, included. */
  readonly asOf: CalendarDate;
}

/** One member and where it stands. */
export interface DueMember<X extends MachineTypes, A> {
  /** Who it is. */
  readonly id: string;
  /** Where it stands. */
  readonly state: State<A, X["data"]>;
  /** What the host knows; taken as the same on every day. */
  readonly facts: X["facts"];
}

/** What time alone does. */
export interface DueReport<X extends MachineTypes, A> {
  /** Members that move, in the order given, each with its steps and the day of each. */
  readonly due: readonly { readonly id: string; readonly steps: readonly DatedStep<X, A>[] }[];
  /** Members for which a missing date or fact leaves open whether they move on the last day, with the refusal that says so. */
  readonly undecided: readonly { readonly id: string; readonly refusal: Refusal<EventName<X>> }[];
}

/** A step and the day that made it. */
export interface DatedStep<X extends MachineTypes, A> {
  /** The day of the event `dayPassed`. */
  readonly asOf: CalendarDate;
  /** What follows. */
  readonly step: Step<A, X["data"], X["effect"]>;
}

/**
 * Tells what time alone does to many members from one day to another.
 *
 * @remarks
 * The same as offering `dayPassed` to each member on every day from `from` to `asOf`, one step a day at most, without walking the days:
 * only those named by `dueOn` are tried. So a job that missed a weekend catches up with the right dates. It holds where the guards of
 * arrows on `dayPassed` do not read the day themselves, which `checkMachine` proofreads.
 *
 * @param machine - The tables; the event union has `dayPassed`.
 * @param facts - The members and the days.
 * @returns Who moves, when and how, and who cannot be decided.
 * @throws LibraryFault as `stepState`.
 *
 * @example A reminder and an end, both missed by the job
 * ```ts
 * import { findDue, machineKit } from "qudao/engine";
 *
 * const { defineMachine } = machineKit<{
 *   event: { type: "dayPassed"; asOf: string };
 *   data: { warns: string; ends: string };
 *   facts: object;
 *   effect: "remind";
 * }>();
 * const trial = defineMachine({
 *   name: "trial", title: { en: "Trial", zh: "试销" }, initial: "running", final: ["over"],
 *   states: { running: { en: "running", zh: "进行中" }, ending: { en: "ending", zh: "将结束" }, over: { en: "over", zh: "结束" } },
 *   events: { dayPassed: { en: "day passed", zh: "日期推进" } }, effects: { remind: { en: "remind", zh: "提醒" } }, guards: {}, updates: {},
 *   arrows: [
 *     { from: "running", on: "dayPassed", dueOn: "warns", to: "ending", then: ["remind"] },
 *     { from: "ending", on: "dayPassed", dueOn: "ends", to: "over" },
 *   ],
 * });
 * const state = { at: "running", data: { warns: "2024-06-29", ends: "2024-06-30" } } as const;
 * const report = findDue(trial, { members: [{ id: "M-1", state, facts: {} }], from: "2024-06-29", asOf: "2024-07-01" });
 * report.due.map(({ steps }) => steps.map(({ asOf, step }) => [asOf, step.next.at]));
 * // => [[["2024-06-29", "ending"], ["2024-06-30", "over"]]]
 * ```
 *
 * @since 0.1.0
 */
export function findDue<X extends MachineTypes, A>(machine: Machine<X, A>, facts: DueFacts<X, NoInfer<A>>): DueReport<X, A> {
  return readSafely({ machine, facts }, () => reportOf(machine, facts));
}

function reportOf<X extends MachineTypes, A>(machine: Machine<X, A>, facts: DueFacts<X, A>): DueReport<X, A> {
  const given = checkRecord(facts, "facts");
  const from = parseDate(given["from"], "facts.from");
  const asOf = parseDate(given["asOf"], "facts.asOf");
  const due: { id: string; steps: readonly DatedStep<X, A>[] }[] = [];
  const undecided: { id: string; refusal: Refusal<EventName<X>> }[] = [];
  for (const [i, row] of checkList(given["members"], "facts.members").entries()) {
    const member = checkRecord(row, `facts.members[${i}]`) as unknown as DueMember<X, A>;
    const steps = stepsOf(machine, member, from, asOf);
    if (steps.length > 0) due.push({ id: member.id, steps });
    const last = steps.at(-1);
    if (from > asOf || last?.asOf === asOf) continue;
    const after = stepState(machine, last?.step.next ?? member.state, dayPassed<X>(asOf), member.facts);
    if (!after.ok && after.problem.params["why"] === "unknown") undecided.push({ id: member.id, refusal: after.problem });
  }
  return { due, undecided };
}

function stepsOf<X extends MachineTypes, A>(machine: Machine<X, A>, member: DueMember<X, A>, from: CalendarDate, asOf: CalendarDate) {
  const steps: DatedStep<X, A>[] = [];
  let state = member.state;
  let day = from;
  while (day <= asOf) {
    const moved = firstStep(machine, state, member.facts, day, asOf);
    if (moved === undefined) break;
    steps.push(moved);
    if (moved.asOf === asOf) break;
    state = moved.step.next;
    day = addDays(moved.asOf, 1);
  }
  return steps;
}

/** Between two of its dates nothing changes, so the dates are the only days to try. */
function firstStep<X extends MachineTypes, A>(
  machine: Machine<X, A>,
  state: State<A, X["data"]>,
  facts: X["facts"],
  from: CalendarDate,
  asOf: CalendarDate,
): DatedStep<X, A> | undefined {
  for (const { date } of findDueDates(machine, state)) {
    const day = latestDate(date, from);
    if (day > asOf) return undefined;
    const answer = stepState(machine, state, dayPassed<X>(day), facts);
    if (answer.ok) return { asOf: day, step: answer.value };
  }
  return undefined;
}

function dayPassed<X extends MachineTypes>(asOf: CalendarDate): X["event"] {
  return { type: TIME, asOf } as X["event"];
}
