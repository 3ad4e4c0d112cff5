/** What the present state of a run says about one of its steps. */
import type { CalendarDate } from "../kernel/calendar-date.js";
import { own } from "./compile-table.js";
import type { ListedStep } from "./list-steps.js";
import type { OpenProcedure } from "./open-procedure.js";
import type { ProcedureRun, StepData, StepStage } from "./procedure.js";
import type { State } from "./state-table.js";

/** What the life of a step is decided by. @internal */
export interface StepFacts {
  /** The first day of the run. */
  readonly runStartedOn: CalendarDate;
  /** Persons of its role. Absent: nobody has the role. */
  readonly owners?: readonly string[] | undefined;
  /** Persons of the role that an event speaks for. Absent: nobody has it. */
  readonly approvers?: readonly string[] | undefined;
  /** Everybody who has a role in the run. */
  readonly participants: readonly string[];
  /** Whether its condition holds. Absent: not known. */
  readonly applies?: boolean | undefined;
  /** Steps it waits for that are not finished. */
  readonly unfinished: readonly string[];
  readonly lackingInputs: readonly string[];
  readonly lackingOutputs: readonly string[];
  readonly openApprovals: readonly string[];
  readonly unmetRules: readonly string[];
  readonly unknownRules: readonly string[];
  readonly optional: boolean;
  readonly repeats: boolean;
}

/** @internal */
export function stateOf(run: ProcedureRun, id: string): State<StepStage, StepData> {
  return run.steps[id] as State<StepStage, StepData>;
}

/** Whether the condition of a step holds; `undefined` where that is not known. @internal */
export function appliesTo(run: ProcedureRun, { step }: ListedStep): boolean | undefined {
  return step.onlyIf === undefined ? true : own(run.conditions, step.onlyIf);
}

/** Finished once is finished for those who wait; a further round holds nobody up. @internal */
export function isFinished(run: ProcedureRun, listed: ListedStep): boolean {
  const { at, data } = stateOf(run, listed.step.id);
  return data.rounds > 0 || at === "skipped" || appliesTo(run, listed) === false;
}

/** @internal */
export function stepFacts({ steps, byId }: OpenProcedure, run: ProcedureRun, listed: ListedStep, role?: string): StepFacts {
  const { step, dependsOn } = listed;
  const { data } = stateOf(run, step.id);
  const { rules = [], approvals = [] } = step.gate ?? {};
  const delivered = steps.flatMap((other) => Object.keys(stateOf(run, other.step.id).data.delivered));
  const atHand = new Set([...run.supplied, ...delivered]);
  return {
    runStartedOn: run.startedOn,
    owners: own(run.owners, step.owner),
    approvers: role === undefined ? undefined : own(run.owners, role),
    participants: Object.values(run.owners).flat(),
    applies: appliesTo(run, listed),
    unfinished: dependsOn.filter((id) => !isFinished(run, byId.get(id) as ListedStep)),
    lackingInputs: (step.inputs ?? []).filter((document) => !atHand.has(document)),
    lackingOutputs: (step.outputs ?? []).flatMap(({ document, atLeast = 1 }) =>
      (own(data.delivered, document) ?? 0) < atLeast ? [document] : [],
    ),
    openApprovals: approvals.filter((one) => own(data.approved, one) === undefined),
    unmetRules: rules.filter((rule) => own(data.rules, rule) === "unmet"),
    unknownRules: rules.filter((rule) => (own(data.rules, rule) ?? "unknown") === "unknown"),
    optional: step.optional === true,
    repeats: step.repeat !== undefined,
  };
}
