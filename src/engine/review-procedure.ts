import { type CalendarDate, daysBetween, parseDate } from "../kernel/calendar-date.js";
import { readSafely } from "../kernel/check.js";
import { latestDate } from "../kernel/compare-dates.js";
import { compareDecimals, type DecimalString, exact, quotient, rounded, sumDecimals, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message, Words } from "../kernel/message.js";
import { checkRun } from "./check-run.js";
import type { ListedStep } from "./list-steps.js";
import { type OpenProcedure, openProcedure } from "./open-procedure.js";
import type { ProcedureRun, ProcedureTemplate } from "./procedure.js";
import { addCadence, addSpan, type ProcedureTime } from "./procedure-time.js";
import { appliesTo, isFinished, type StepFacts, stateOf, stepFacts } from "./step-facts.js";

/** What is reviewed, and when. */
export interface ReviewFacts {
  /** The run. */
  readonly run: ProcedureRun;
  /** The day of the review. */
  readonly asOf: CalendarDate;
}

/**
 * Where a step stands on a day. `not_due`: it may begin later. `due`: it may begin. `overdue`: its last day is over. `blocked`: something
 * keeps it from beginning. `not_applicable`: its condition does not hold.
 */
export type StepStatus = "not_due" | "due" | "overdue" | "blocked" | "in_progress" | "done" | "skipped" | "not_applicable";

/** One step on the day of the review. */
export interface StepReview {
  /** The step. */
  readonly step: string;
  /** Its stage. */
  readonly stage: string;
  /** What it is called. */
  readonly title: Words;
  /** Where it stands. */
  readonly status: StepStatus;
  /** Role that does it. */
  readonly owner: string;
  /** Who has the role. Empty: nobody. */
  readonly persons: readonly string[];
  /** What keeps it from beginning. Empty: nothing, or it has begun. */
  readonly blockedBy: readonly StepBlock[];
  /** Documents it lacks: to begin while it waits, to be done while it is in progress. */
  readonly lacking: readonly string[];
  /** Roles that have still to approve, while it is in progress. */
  readonly openApprovals: readonly string[];
  /** Rules of the gate that are unmet or not known to be met, while it is in progress. */
  readonly openRules: readonly string[];
  /** The day on which this round should begin. `null`: steps before it are not finished. */
  readonly beginsOn: CalendarDate | null;
  /** The last day on which it is in time. `null`: it has no deadline, or not yet. */
  readonly dueOn: CalendarDate | null;
  /** Days since `dueOn`. 0: it is not overdue. */
  readonly daysLate: number;
  /** How often it was done. */
  readonly rounds: number;
  /** What it weighs in the progress. `"0"`: it was skipped or does not apply. */
  readonly weight: DecimalString;
  /** `weight` once it was done, `"0"` before. */
  readonly earned: DecimalString;
}

/** Something that keeps a step from beginning. */
export type StepBlock = Message<
  "engine.procedure_waits_for" | "engine.procedure_lacks_document" | "engine.procedure_condition_open" | "engine.procedure_nobody"
>;

/** A run on a day. */
export interface ProcedureReview {
  /** Every step, in the order of the template. */
  readonly steps: readonly StepReview[];
  /** Steps that can be worked on now, those due first before the others. */
  readonly next: readonly string[];
  /** Documents that are missing now, by step. */
  readonly lacking: readonly { readonly step: string; readonly document: string }[];
  /** Last days still to come or already missed, earliest first. */
  readonly deadlines: readonly { readonly step: string; readonly dueOn: CalendarDate }[];
  /** Sum of what was earned. */
  readonly earned: DecimalString;
  /** Sum of what the steps weigh. */
  readonly total: DecimalString;
  /** `earned / total` at four decimal places, halves up. `null`: no step counts. */
  readonly share: DecimalString | null;
  /** Whether every step is done, skipped or not applicable. A step that comes round again was done once. */
  readonly finished: boolean;
}

/**
 * Tells how a run stands on a day: what is due, late, blocked and by what, what is missing, what comes next and how much is done.
 *
 * @remarks
 * A step is ready on the day the last step it waits for ended, or on the first day of the run; it should begin `after` that and is in time
 * up to and including the day `within` that. A missing document does not stop this clock. A step that comes round again is ready again
 * its cadence after it was last done, and counts as done meanwhile. `share = earned / total`, by weight; skipped and not applicable
 * steps weigh nothing, one in progress has earned nothing yet.
 *
 * @param template - The template of the run, in its version.
 * @param facts - The run and the day.
 * @param policy - Which days are worked.
 * @returns The review; the explanation has one node per step, whose `earned` add up.
 * @throws LibraryFault as `recordStep`; `kernel.not_a_date`.
 *
 * @example One of two steps done, the other late
 * ```ts
 * import { recordStep, reviewProcedure, startProcedure } from "qudao/engine";
 *
 * const title = { en: "Plan", zh: "计划" };
 * const template = {
 *   code: "demo.plan", version: "1", title, roles: { clerk: title }, documents: {},
 *   stages: [{ id: "all", title, steps: [
 *     { id: "draft", title, owner: "clerk" },
 *     { id: "send", title, owner: "clerk", within: { count: 3, unit: "days" } },
 *   ] }],
 * } as const;
 * let run = startProcedure(template, { asOf: "2024-03-01", owners: { clerk: ["P-1"] } });
 * for (const type of ["started", "completed"] as const) {
 *   const noted = recordStep(template, run, { type, step: "draft", by: "P-1", asOf: "2024-03-04" });
 *   if (noted.ok) run = noted.value.next;
 * }
 * const full = "full" as const;
 * const week = { monday: full, tuesday: full, wednesday: full, thursday: full, friday: full, saturday: full, sunday: full };
 * const { outcome } = reviewProcedure(template, { run, asOf: "2024-03-08" }, { calendar: { week, days: [] } });
 * outcome.steps.map(({ step, status, daysLate }) => [step, status, daysLate]); // => [["draft", "done", 0], ["send", "overdue", 1]]
 * outcome.share; // => "0.5"
 * ```
 *
 * @since 0.1.0
 */
export function reviewProcedure(template: ProcedureTemplate, facts: ReviewFacts, policy: ProcedureTime): Explained<ProcedureReview> {
  return readSafely({ template, facts, policy }, () => {
    const procedure = openProcedure(template);
    checkRun(procedure, facts.run, "facts.run");
    const asOf = parseDate(facts.asOf, "facts.asOf");
    const steps = stepsOn(procedure, facts.run, asOf, policy);
    const outcome = summary(procedure, facts.run, steps);
    const { earned, total, share } = outcome;
    return {
      outcome,
      explanation: {
        code: "engine.procedure_review",
        params: { procedure: template.code, title: { ...template.title }, asOf, earned, total, share },
        adds: "earned",
        from: steps.map(({ step, title, status, earned, weight, blockedBy }) => ({
          code: "engine.procedure_step",
          params: { step, title: { ...title }, status, earned, weight },
          from: blockedBy,
        })),
      },
    };
  });
}

function stepsOn(procedure: OpenProcedure, run: ProcedureRun, asOf: CalendarDate, time: ProcedureTime): readonly StepReview[] {
  const ends = new Map<string, CalendarDate | null>();
  return procedure.steps.map((listed) => {
    const { step, dependsOn } = listed;
    const before = dependsOn.map((id) => ends.get(id) ?? null);
    const readyOn = before.includes(null) ? null : latestDate(run.startedOn, ...(before as CalendarDate[]));
    const ended = stateOf(run, step.id).data.endedOn ?? readyOn;
    ends.set(step.id, isFinished(run, listed) ? (appliesTo(run, listed) === false ? readyOn : ended) : null);
    return stepOn(procedure, run, listed, readyOn, asOf, time);
  });
}

function stepOn(
  procedure: OpenProcedure,
  run: ProcedureRun,
  listed: ListedStep,
  readyOn: CalendarDate | null,
  asOf: CalendarDate,
  time: ProcedureTime,
): StepReview {
  const { step, stage } = listed;
  const { at, data } = stateOf(run, step.id);
  const facts = stepFacts(procedure, run, listed);
  const again = step.repeat !== undefined && data.rounds > 0 && data.endedOn !== undefined ? addCadence(data.endedOn, step.repeat) : null;
  const beginsOn = again ?? (readyOn === null ? null : addSpan(readyOn, step.after, time));
  const dueOn = beginsOn === null || step.within === undefined ? null : addSpan(beginsOn, step.within, time);
  const waits = at === "waiting" && facts.applies !== false;
  const blockedBy = waits ? blocksOf(procedure, listed, facts) : [];
  const late = dueOn !== null && asOf > dueOn;
  const status = ((): StepStatus => {
    if (facts.applies === false) return "not_applicable";
    if (at === "skipped" || (at === "done" && (again === null || asOf < again))) return at;
    if (late) return "overdue";
    if (at === "in_progress") return at;
    if (blockedBy.length > 0) return "blocked";
    return beginsOn !== null && asOf < beginsOn ? "not_due" : "due";
  })();
  const inProgress = status !== "not_applicable" && at === "in_progress";
  const weight = status === "skipped" || status === "not_applicable" ? "0" : text(exact(step.weight ?? "1"));
  return {
    step: step.id,
    stage: stage.id,
    title: { ...step.title },
    status,
    owner: step.owner,
    persons: [...(facts.owners ?? [])],
    blockedBy,
    lacking: waits ? facts.lackingInputs : inProgress ? facts.lackingOutputs : [],
    openApprovals: inProgress ? facts.openApprovals : [],
    openRules: inProgress ? [...facts.unmetRules, ...facts.unknownRules] : [],
    beginsOn,
    dueOn,
    daysLate: status === "overdue" && dueOn !== null ? daysBetween(dueOn, asOf) : 0,
    rounds: data.rounds,
    weight,
    earned: data.rounds > 0 ? weight : "0",
  };
}

function blocksOf({ template, byId }: OpenProcedure, { step }: ListedStep, facts: StepFacts): readonly StepBlock[] {
  const titled = (words: Words | undefined) => ({ title: { en: words?.en ?? "?", zh: words?.zh ?? "?" } });
  const condition = step.onlyIf ?? "";
  return [
    ...facts.unfinished.map(
      (id): StepBlock => ({ code: "engine.procedure_waits_for", params: { step: id, ...titled(byId.get(id)?.step.title) } }),
    ),
    ...facts.lackingInputs.map(
      (document): StepBlock => ({ code: "engine.procedure_lacks_document", params: { document, ...titled(template.documents[document]) } }),
    ),
    ...(facts.applies === undefined
      ? [{ code: "engine.procedure_condition_open", params: { condition, ...titled(template.conditions?.[condition]) } } as const]
      : []),
    ...((facts.owners ?? []).length === 0
      ? [{ code: "engine.procedure_nobody", params: { role: step.owner, ...titled(template.roles[step.owner]) } } as const]
      : []),
  ];
}

function summary(procedure: OpenProcedure, run: ProcedureRun, steps: readonly StepReview[]): ProcedureReview {
  const open = steps.filter(({ status }) => status === "due" || status === "overdue" || status === "in_progress");
  const workable = open.filter(({ blockedBy }) => blockedBy.length === 0);
  const deadlines = steps.flatMap(({ step, dueOn, status }) =>
    dueOn === null ||
    status === "skipped" ||
    status === "not_applicable" ||
    (status === "done" && procedure.byId.get(step)?.step.repeat === undefined)
      ? []
      : [{ step, dueOn }],
  );
  const earned = sumDecimals(steps.map((one) => one.earned));
  const total = sumDecimals(steps.map(({ weight }) => weight));
  return {
    steps,
    next: [...workable].sort((a, b) => byDate(a.dueOn, b.dueOn)).map(({ step }) => step),
    lacking: steps.flatMap(({ step, lacking }) => lacking.map((document) => ({ step, document }))),
    deadlines: deadlines.sort((a, b) => byDate(a.dueOn, b.dueOn)),
    earned,
    total,
    share: compareDecimals(total, "0") === 0 ? null : text(rounded(quotient(exact(earned), exact(total)), 4, "half_up")),
    finished: procedure.steps.every((listed) => isFinished(run, listed)),
  };
}

/** Earliest first; what has no date comes last. Equal dates keep the order of the template. */
function byDate(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
