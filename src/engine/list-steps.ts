/** The steps of a template in one list. */
import type { ProcedureStage, ProcedureStep, ProcedureTemplate } from "./procedure.js";

/** A step with its place. @internal */
export interface ListedStep {
  readonly step: ProcedureStep;
  readonly stage: ProcedureStage;
  /** `stages[0].steps[1]`. */
  readonly path: string;
  /** Ids of the steps it waits for: what it says, or the step before it. */
  readonly dependsOn: readonly string[];
}

/** @internal */
export function listSteps(template: ProcedureTemplate): readonly ListedStep[] {
  const listed: ListedStep[] = [];
  template.stages.forEach((stage, s) => {
    stage.steps.forEach((step, i) => {
      const before = listed.at(-1);
      const dependsOn = step.dependsOn ?? (before === undefined ? [] : [before.step.id]);
      listed.push({ step, stage, path: `stages[${s}].steps[${i}]`, dependsOn });
    });
  });
  return listed;
}
