import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { own } from "./compile-table.js";
import { openProcedure } from "./open-procedure.js";
import type { ProcedureTemplate } from "./procedure.js";
import { addSpan, type ProcedureTime } from "./procedure-time.js";

/** From when, and which steps. */
export interface PlanFacts {
  /** The day the run is to begin. */
  readonly asOf: CalendarDate;
  /** Conditions that are known to hold or not. Absent, or one left out: the steps under it are planned. */
  readonly conditions?: { readonly [condition: string]: boolean } | undefined;
}

/** A step with its dates. */
export interface PlannedStep {
  /** The step. */
  readonly step: string;
  /** The day it should begin. */
  readonly beginsOn: CalendarDate;
  /** The last day on which it is in time. */
  readonly dueOn: CalendarDate;
  /** The step whose end sets its beginning. `null`: it begins with the run. */
  readonly drivenBy: string | null;
}

/** The dates of a procedure, everybody taking the time that is given. */
export interface ProcedurePlan {
  /** Every step that applies, in the order of the template. */
  readonly steps: readonly PlannedStep[];
  /** The day the last of them ends. */
  readonly end: CalendarDate;
  /** The steps that set that day, from the first on: a day lost in one of them is lost for the whole. */
  readonly criticalPath: readonly string[];
}

/**
 * Plans the dates of a procedure from the time its steps are given.
 *
 * @remarks
 * A step is ready when the last step it waits for ends, begins `after` that and ends `within` that; a chain of 5 and 3 days ends on the
 * 8th day after the first. The first round of a step that comes round again counts. Where several steps end on the same day, the first in
 * the template drives. Persons are not levelled: two steps of one owner may overlap.
 *
 * @param template - The template.
 * @param facts - The day and the conditions.
 * @param policy - Which days are worked.
 * @returns The plan; the explanation has one node per step.
 * @errors
 * - `engine.procedure_unplanned` - a step that applies has no `within`; all of them are named.
 * @throws LibraryFault `engine.procedure_*` for a faulty template, `kernel.not_a_date`, `kernel.not_a_record`.
 *
 * @example Two steps side by side
 * ```ts
 * import { planDates } from "qudao/engine";
 *
 * const title = { en: "Plan", zh: "计划" };
 * const days = (count: number) => ({ count, unit: "days" as const });
 * const template = {
 *   code: "demo.plan", version: "1", title, roles: { clerk: title }, documents: {},
 *   stages: [{ id: "all", title, steps: [
 *     { id: "ask", title, owner: "clerk", within: days(5) },
 *     { id: "look", title, owner: "clerk", within: days(9), dependsOn: [] },
 *     { id: "decide", title, owner: "clerk", within: days(3), dependsOn: ["ask", "look"] },
 *   ] }],
 * };
 * const full = "full" as const;
 * const week = { monday: full, tuesday: full, wednesday: full, thursday: full, friday: full, saturday: full, sunday: full };
 * const plan = planDates(template, { asOf: "2024-03-01" }, { calendar: { week, days: [] } });
 * plan.ok && plan.value.outcome.end; // => "2024-03-13"
 * plan.ok && plan.value.outcome.criticalPath; // => ["look", "decide"]
 * ```
 *
 * @since 0.1.0
 */
export function planDates(
  template: ProcedureTemplate,
  facts: PlanFacts,
  policy: ProcedureTime,
): Result<Explained<ProcedurePlan>, Message<"engine.procedure_unplanned">> {
  return readSafely({ template, facts, policy }, () => {
    const { steps } = openProcedure(template);
    const from = parseDate(facts.asOf, "facts.asOf");
    const conditions = checkRecord(facts.conditions ?? {}, "facts.conditions");
    const applying = new Set(steps.filter(({ step }) => step.onlyIf === undefined || own(conditions, step.onlyIf) !== false));
    const untimed = [...applying].filter(({ step }) => step.within === undefined).map(({ step }) => step.id);
    if (untimed.length > 0) return err({ code: "engine.procedure_unplanned", params: { procedure: template.code, steps: untimed } });

    const ends = new Map<string, { readonly date: CalendarDate; readonly by: string | null }>();
    const planned: PlannedStep[] = [];
    for (const listed of steps) {
      const { step, dependsOn } = listed;
      let ready: { readonly date: CalendarDate; readonly by: string | null } = { date: from, by: null };
      for (const id of dependsOn) {
        const end = ends.get(id) ?? ready;
        if (end.date > ready.date || (ready.by === null && end.date === ready.date)) ready = end;
      }
      if (!applying.has(listed)) {
        ends.set(step.id, ready);
        continue;
      }
      const beginsOn = addSpan(ready.date, step.after, policy);
      const dueOn = addSpan(beginsOn, step.within, policy);
      ends.set(step.id, { date: dueOn, by: step.id });
      planned.push({ step: step.id, beginsOn, dueOn, drivenBy: ready.by });
    }
    const outcome = { steps: planned, ...pathOf(planned, from) };
    const titles = new Map(steps.map(({ step }) => [step.id, step.title]));
    return ok({
      outcome,
      explanation: {
        code: "engine.procedure_plan",
        params: { procedure: template.code, title: { ...template.title }, from, end: outcome.end, criticalPath: outcome.criticalPath },
        from: planned.map(({ step, beginsOn, dueOn, drivenBy }) => ({
          code: "engine.procedure_planned",
          params: { step, title: { en: step, zh: step, ...titles.get(step) }, beginsOn, dueOn, drivenBy },
        })),
      },
    });
  });
}

function pathOf(planned: readonly PlannedStep[], from: CalendarDate): Pick<ProcedurePlan, "end" | "criticalPath"> {
  const end = planned.reduce((latest, { dueOn }) => (dueOn > latest ? dueOn : latest), from);
  const byId = new Map(planned.map((one) => [one.step, one]));
  const criticalPath: string[] = [];
  let one = planned.find(({ dueOn }) => dueOn === end);
  while (one !== undefined) {
    criticalPath.unshift(one.step);
    one = one.drivenBy === null ? undefined : byId.get(one.drivenBy);
  }
  return { end, criticalPath };
}
