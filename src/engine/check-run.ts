import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, checkTexts } from "../kernel/check.js";
import { shown } from "../kernel/fault.js";
import type { OpenProcedure } from "./open-procedure.js";
import { procedureFault } from "./open-procedure.js";
import type { ProcedureRun, StepStage } from "./procedure.js";
import { ruleStatuses } from "./rule.js";
import { checkHolds } from "./start-procedure.js";

const STAGES = ["waiting", "in_progress", "done", "skipped"] as const satisfies readonly StepStage[];
const MOST_COUNT = 1_000_000;

/** Throws where a run is not one of this template and version, or holds what a run cannot hold. @internal */
export function checkRun({ template, steps }: OpenProcedure, run: ProcedureRun, place: string): void {
  const fields = checkRecord(run, place);
  for (const name of ["code", "version"] as const) {
    const field = name === "code" ? "template" : "version";
    if (fields[field] !== template[name]) {
      throw procedureFault("engine.procedure_other", `${place}.${field}`, { got: shown(fields[field]), want: template[name] });
    }
  }
  parseDate(fields["startedOn"], `${place}.startedOn`);
  each(fields["owners"], `${place}.owners`, checkTexts);
  each(fields["conditions"], `${place}.conditions`, checkHolds);
  checkTexts(fields["supplied"], `${place}.supplied`);
  const states = checkRecord(fields["steps"], `${place}.steps`);
  for (const { step } of steps) {
    const path = `${place}.steps.${step.id}`;
    const state = checkRecord(Object.hasOwn(states, step.id) ? states[step.id] : undefined, path);
    checkChoice(state["at"], `${path}.at`, STAGES);
    checkData(state["data"], `${path}.data`);
  }
}

function checkData(value: unknown, path: string): void {
  const data = checkRecord(value, path);
  checkCount(data["rounds"], `${path}.rounds`, 0, MOST_COUNT);
  for (const day of ["startedOn", "endedOn"] as const) if (data[day] !== undefined) parseDate(data[day], `${path}.${day}`);
  each(data["delivered"], `${path}.delivered`, (copies, place) => checkCount(copies, place, 0, MOST_COUNT));
  checkTexts(data["deliveredBy"], `${path}.deliveredBy`);
  each(data["approved"], `${path}.approved`, checkText);
  each(data["rules"], `${path}.rules`, (status, place) => checkChoice(status, place, ruleStatuses));
  if (data["ground"] !== undefined) checkText(data["ground"], `${path}.ground`);
}

function each(value: unknown, path: string, check: (part: unknown, path: string) => unknown): void {
  for (const [name, part] of Object.entries(checkRecord(value, path))) check(part, `${path}.${name}`);
}
