/** A template made ready for a verb: its steps in one list, checked, with the steps each waits for. */
import { checkRecord } from "../kernel/check.js";
import { checkProcedure } from "./check-procedure.js";
import { engineFaults } from "./found.js";
import { type ListedStep, listSteps } from "./list-steps.js";
import type { ProcedureRun, ProcedureTemplate } from "./procedure.js";
import { procedureMessages } from "./procedure-messages.js";

const procedureFault = engineFaults(procedureMessages);

/** @internal */
export interface OpenProcedure {
  readonly template: ProcedureTemplate;
  readonly steps: readonly ListedStep[];
  readonly byId: ReadonlyMap<unknown, ListedStep>;
}

/** Throws the first thing that is wrong with a template as a fault. @internal */
export function openProcedure(template: ProcedureTemplate): OpenProcedure {
  const [first] = checkProcedure(template);
  if (first !== undefined) throw procedureFault(first.code, first.path === "" ? "template" : `template.${first.path}`, first.params);
  const steps = listSteps(template);
  return { template, steps, byId: new Map(steps.map((listed) => [listed.step.id, listed])) };
}

/** Throws where a run is not one of this template and version. @internal */
export function checkRun({ template, steps }: OpenProcedure, run: ProcedureRun): void {
  const fields = checkRecord(run, "run");
  for (const name of ["code", "version"] as const) {
    const field = name === "code" ? "template" : "version";
    if (fields[field] !== template[name]) {
      throw procedureFault("engine.procedure_other", `run.${field}`, { got: String(fields[field]), want: template[name] });
    }
  }
  const states = checkRecord(fields["steps"], "run.steps");
  for (const { step } of steps) checkRecord(Object.hasOwn(states, step.id) ? states[step.id] : undefined, `run.steps.${step.id}`);
}
