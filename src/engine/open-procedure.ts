/** A template made ready for a verb: its steps in one list, checked, with the steps each waits for. */
import type { FaultMaker } from "../kernel/fault.js";
import type { KernelCode } from "../kernel/messages.js";
import { checkProcedure } from "./check-procedure.js";
import { engineFaults } from "./found.js";
import { type ListedStep, listSteps } from "./list-steps.js";
import type { EngineCode } from "./messages.js";
import type { ProcedureTemplate } from "./procedure.js";
import { procedureMessages } from "./procedure-messages.js";

/** @internal */
export const procedureFault: FaultMaker<EngineCode | KernelCode> = engineFaults(procedureMessages);

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
