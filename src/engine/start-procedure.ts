import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkTexts, readSafely } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { openProcedure } from "./open-procedure.js";
import type { ProcedureRun, ProcedureTemplate } from "./procedure.js";

/** What is known when a run begins. */
export interface ProcedureStart {
  /** The day it begins. */
  readonly asOf: CalendarDate;
  /** Persons by role of the template. A role that is left out has nobody yet. */
  readonly owners: { readonly [role: string]: readonly string[] };
  /** Conditions of the template that are known to hold or not. Absent, or one left out: not known yet. */
  readonly conditions?: { readonly [condition: string]: boolean } | undefined;
  /** Kinds of documents that are there already. Absent: none. */
  readonly supplied?: readonly string[] | undefined;
}

/**
 * Begins a run of a procedure.
 *
 * @param template - The template, in the version to follow.
 * @param start - The day, who has which role, and what is known.
 * @returns The run: plain data that the host keeps and hands back with every event.
 * @throws LibraryFault `engine.procedure_*` for a template that `checkProcedure` finds fault with, `kernel.not_a_choice` for a role, a
 * condition or a document that is not in the template, `kernel.not_a_date`, `kernel.not_a_list`, `kernel.not_text`.
 *
 * @example Every step waits
 * ```ts
 * import { startProcedure } from "qudao/engine";
 *
 * const title = { en: "Plan", zh: "计划" };
 * const template = {
 *   code: "demo.plan", version: "1", title, roles: { manager: title }, documents: {},
 *   stages: [{ id: "all", title, steps: [{ id: "draft", title, owner: "manager" }] }],
 * };
 * const run = startProcedure(template, { asOf: "2024-03-01", owners: { manager: ["P-1"] } });
 * run.steps["draft"]?.at; // => "waiting"
 * ```
 *
 * @since 0.1.0
 */
export function startProcedure(template: ProcedureTemplate, start: ProcedureStart): ProcedureRun {
  return readSafely({ template, start }, () => {
    const { steps } = openProcedure(template);
    const { conditions = {}, supplied = [] } = start;
    const owners = Object.entries(checkRecord(start.owners, "start.owners"));
    for (const [role, persons] of owners) {
      checkNamed(template.roles, role, `start.owners.${role}`);
      checkTexts(persons, `start.owners.${role}`);
    }
    for (const [condition, holds] of Object.entries(checkRecord(conditions, "start.conditions"))) {
      checkNamed(template.conditions ?? {}, condition, `start.conditions.${condition}`);
      checkHolds(holds, `start.conditions.${condition}`);
    }
    checkList(supplied, "start.supplied").forEach((document, i) => void checkNamed(template.documents, document, `start.supplied[${i}]`));
    return {
      template: template.code,
      version: template.version,
      startedOn: parseDate(start.asOf, "start.asOf"),
      owners: Object.fromEntries(owners.map(([role, persons]) => [role, [...(persons as readonly string[])]])),
      conditions: { ...conditions },
      supplied: [...supplied],
      steps: Object.fromEntries(
        steps.map(({ step }) => [
          step.id,
          { at: "waiting" as const, data: { rounds: 0, delivered: {}, deliveredBy: [], approved: {}, rules: {} } },
        ]),
      ),
    };
  });
}

/** A name must be one of a record's. @internal */
export function checkNamed(known: { readonly [name: string]: unknown }, name: unknown, path: string): string {
  if (typeof name === "string" && Object.hasOwn(known, name)) return name;
  throw kernelFault("kernel.not_a_choice", path, { got: shown(name), want: Object.keys(known) });
}

/** @internal */
export function checkHolds(holds: unknown, path: string): boolean {
  if (typeof holds === "boolean") return holds;
  throw kernelFault("kernel.not_a_choice", path, { got: shown(holds), want: [true, false] });
}
