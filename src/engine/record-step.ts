import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, checkTexts, readSafely } from "../kernel/check.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Words } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { checkRun } from "./check-run.js";
import type { ListedStep } from "./list-steps.js";
import { type OpenProcedure, openProcedure } from "./open-procedure.js";
import type { ProcedureEvent, ProcedureRun, ProcedureTemplate, StepEvent } from "./procedure.js";
import { ruleStatuses } from "./rule.js";
import { checkHolds, checkNamed } from "./start-procedure.js";
import type { Effect, Refusal } from "./state-table.js";
import { appliesTo, isFinished, stateOf, stepFacts } from "./step-facts.js";
import { stepLife } from "./step-life.js";
import { stepState } from "./step-state.js";

/** What should follow an event of a run. `step_ready`, `step_done` and `step_fell_back` carry the `step`. */
export type ProcedureEffect = "step_done" | "step_ready" | "step_fell_back" | "procedure_finished";

/** What an event of a run leads to. */
export interface RecordedStep {
  /** The run after it. */
  readonly next: ProcedureRun;
  /** What should follow, in order: steps done, fallen back, ready to begin, and the end. Nothing has been done yet. */
  readonly effects: readonly Effect<ProcedureEffect>[];
  /** What was asked and noted. */
  readonly explanation: Explanation;
}

const eventTypes = [
  "started",
  "delivered",
  "approved",
  "rejected",
  "checked",
  "completed",
  "skipped",
  "reopened",
  "supplied",
  "assigned",
  "answered",
] as const satisfies readonly ProcedureEvent["type"][];

/**
 * Notes one event of a run, or refuses it.
 *
 * @remarks
 * A step is started by a person of its owner role when it applies, the steps it waits for are finished and its documents are there. Only
 * the owner delivers, reports completed and skips; only the roles of the gate approve or reject, and nobody approves what they delivered.
 * A further delivery voids approvals and findings; a rejection voids the deliveries as well. Reopening a step sends the steps that built
 * on it back to the beginning too. Time does not run backwards: a step is
 * neither started nor skipped before the first day of the run, nothing happens in a round before the day it was started, and no finished step
 * is taken up again before the day it ended. What concerns the whole run (supplied, assigned, answered) is always noted.
 *
 * @param template - The template of the run, in its version.
 * @param run - The run so far.
 * @param event - What happened.
 * @returns The next run and what should follow, or the refusal with every condition that failed and the events that have an arrow instead.
 * @throws LibraryFault `engine.procedure_other` for a run of another template or version, `engine.procedure_*` for a faulty template,
 * `kernel.not_a_choice` for a step, document, role, rule or condition that is not in it, `kernel.not_a_date`, `kernel.not_text`.
 *
 * @example Nobody approves what they delivered
 * ```ts
 * import { recordStep, startProcedure } from "qudao/engine";
 *
 * const title = { en: "Plan", zh: "计划" };
 * const template = {
 *   code: "demo.plan", version: "1", title, roles: { clerk: title, manager: title }, documents: { plan: title },
 *   stages: [{ id: "all", title, steps: [
 *     { id: "draft", title, owner: "clerk", outputs: [{ document: "plan" }], gate: { title, approvals: ["manager"] }, doneWhen: "delivered" },
 *   ] }],
 * } as const;
 * const about = { step: "draft", by: "P-1", asOf: "2024-03-01" };
 * let run = startProcedure(template, { asOf: "2024-03-01", owners: { clerk: ["P-1"], manager: ["P-1", "P-2"] } });
 * for (const event of [{ type: "started", ...about }, { type: "delivered", document: "plan", ...about }] as const) {
 *   const noted = recordStep(template, run, event);
 *   if (noted.ok) run = noted.value.next;
 * }
 * const own = recordStep(template, run, { type: "approved", role: "manager", ...about });
 * !own.ok && own.problem.failed.map(({ params }) => params["guard"]); // => ["not_own_work"]
 * const other = recordStep(template, run, { type: "approved", role: "manager", ...about, by: "P-2" });
 * other.ok && other.value.effects.map(({ effect }) => effect); // => ["step_done", "procedure_finished"]
 * ```
 *
 * @since 0.1.0
 */
export function recordStep(
  template: ProcedureTemplate,
  run: ProcedureRun,
  event: ProcedureEvent,
): Result<RecordedStep, Refusal<ProcedureEvent["type"]>> {
  return readSafely({ template, run, event }, () => {
    const procedure = openProcedure(template);
    checkRun(procedure, run, "run");
    checkChoice(checkRecord(event, "event")["type"], "event.type", eventTypes);
    parseDate(event.asOf, "event.asOf");
    switch (event.type) {
      case "supplied":
      case "assigned":
      case "answered":
        return ok(noteOnRun(procedure, run, event));
      default:
        return noteOnStep(procedure, run, event);
    }
  });
}

type RunEvent = Exclude<ProcedureEvent, StepEvent>;

function noteOnRun(procedure: OpenProcedure, run: ProcedureRun, event: RunEvent): RecordedStep {
  const { next, explanation } = changeRun(procedure.template, run, event);
  return { next, effects: consequences(procedure, run, next), explanation };
}

function changeRun({ documents, roles, conditions = {} }: ProcedureTemplate, run: ProcedureRun, event: RunEvent) {
  if (event.type === "supplied") {
    const document = checkNamed(documents, event.document, "event.document");
    const next: ProcedureRun = { ...run, supplied: [...new Set([...run.supplied, document])] };
    return { next, explanation: { code: "engine.procedure_supplied", params: { document, title: said(documents[document]) } } };
  }
  if (event.type === "assigned") {
    const role = checkNamed(roles, event.role, "event.role");
    const persons = checkTexts(event.persons, "event.persons");
    const next: ProcedureRun = { ...run, owners: { ...run.owners, [role]: persons } };
    return { next, explanation: { code: "engine.procedure_assigned", params: { role, title: said(roles[role]), persons } } };
  }
  const condition = checkNamed(conditions, event.condition, "event.condition");
  const holds = checkHolds(event.holds, "event.holds");
  const next: ProcedureRun = { ...run, conditions: { ...run.conditions, [condition]: holds } };
  return { next, explanation: { code: "engine.procedure_answered", params: { condition, title: said(conditions[condition]), holds } } };
}

function noteOnStep(procedure: OpenProcedure, run: ProcedureRun, event: StepEvent): Result<RecordedStep, Refusal<ProcedureEvent["type"]>> {
  const listed = checkStepEvent(procedure, event);
  const { step } = listed;
  const facts = stepFacts(procedure, run, listed, "role" in event ? event.role : undefined);
  const answer = stepState(stepLife, stateOf(run, step.id), event, facts);
  const about = { step: step.id, title: said(step.title) };
  if (!answer.ok) {
    const { params, allowed } = answer.problem;
    const known = allowed.flatMap((type) => eventTypes.filter((one) => one === type));
    return err({ ...answer.problem, params: { ...params, ...about }, allowed: known });
  }
  const nodes: Explanation[] = [answer.value.explanation];
  let next = withStep(run, step.id, answer.value.next);
  if (step.doneWhen === "delivered") {
    const fulfilled = stepState(stepLife, answer.value.next, { type: "fulfilled", asOf: event.asOf }, stepFacts(procedure, next, listed));
    if (fulfilled.ok) {
      nodes.push(fulfilled.value.explanation);
      next = withStep(next, step.id, fulfilled.value.next);
    }
  }
  if (event.type === "reopened") {
    for (const other of dependentsOf(procedure, step.id)) {
      const fallen = stepState(stepLife, stateOf(next, other.step.id), { type: "fell_back" }, stepFacts(procedure, next, other));
      if (!fallen.ok) continue;
      nodes.push(fallen.value.explanation);
      next = withStep(next, other.step.id, fallen.value.next);
    }
  }
  const params = { procedure: run.template, ...about, event: event.type, eventTitle: said(stepLifeTitle(event.type)) };
  return ok({
    next,
    effects: consequences(procedure, run, next),
    explanation: { code: "engine.procedure_recorded", params, from: nodes },
  });
}

function stepLifeTitle(event: StepEvent["type"]): Words | undefined {
  return stepLife.regions[0]?.table.events[event];
}

/** Checks that a step event speaks of what the template has. */
function checkStepEvent({ byId }: OpenProcedure, event: StepEvent): ListedStep {
  const listed = byId.get(checkNamed(Object.fromEntries(byId), event.step, "event.step")) as ListedStep;
  const { outputs = [], gate } = listed.step;
  const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));
  if (event.type === "checked") {
    checkNamed(named(gate?.rules ?? []), event.rule, "event.rule");
    checkChoice(event.status, "event.status", ruleStatuses);
    return listed;
  }
  checkText(event.by, "event.by");
  if (event.type === "delivered") checkNamed(named(outputs.map(({ document }) => document)), event.document, "event.document");
  if (event.type === "approved" || event.type === "rejected") checkNamed(named(gate?.approvals ?? []), event.role, "event.role");
  return listed;
}

function withStep(run: ProcedureRun, id: string, state: ProcedureRun["steps"][string]): ProcedureRun {
  return { ...run, steps: { ...run.steps, [id]: state } };
}

/** The steps that wait for a step, directly or by others. A step only waits for steps before it. */
function dependentsOf({ steps }: OpenProcedure, id: string): readonly ListedStep[] {
  const touched = new Set([id]);
  return steps.filter(({ step, dependsOn }) => {
    const builtOn = dependsOn.some((one) => touched.has(one));
    if (builtOn) touched.add(step.id);
    return builtOn;
  });
}

/** What differs between two runs, as effects. */
function consequences(procedure: OpenProcedure, before: ProcedureRun, after: ProcedureRun): readonly Effect<ProcedureEffect>[] {
  const { steps } = procedure;
  const changed = (effect: ProcedureEffect, is: (listed: ListedStep, run: ProcedureRun) => boolean) =>
    steps.filter((listed) => is(listed, after) && !is(listed, before)).map(({ step }) => ({ effect, params: { step: step.id } }));
  const effects = [
    ...changed("step_done", ({ step }, run) => stateOf(run, step.id).at === "done"),
    ...changed("step_fell_back", ({ step }, run) => run === after && backAtWaiting(before, after, step.id)),
    ...changed("step_ready", (listed, run) => isReady(procedure, run, listed)),
  ];
  const finished = (run: ProcedureRun) => steps.every((listed) => isFinished(run, listed));
  return finished(after) && !finished(before) ? [...effects, { effect: "procedure_finished", params: {} }] : effects;
}

function backAtWaiting(before: ProcedureRun, after: ProcedureRun, id: string): boolean {
  return stateOf(after, id).at === "waiting" && stateOf(before, id).at !== "waiting";
}

function isReady(procedure: OpenProcedure, run: ProcedureRun, listed: ListedStep): boolean {
  if (stateOf(run, listed.step.id).at !== "waiting" || appliesTo(run, listed) !== true) return false;
  const { unfinished, lackingInputs } = stepFacts(procedure, run, listed);
  return unfinished.length === 0 && lackingInputs.length === 0;
}

function said(words: Words | undefined): { readonly en: string; readonly zh: string } {
  return { en: words?.en ?? "?", zh: words?.zh ?? "?" };
}
