/** Schemas of a procedure and of a run of it. What the fields of a template mean together is told by its check; what a run means, by its template. */
import type * as z from "zod";
import {
  byName,
  checkedBy,
  choice,
  count,
  date,
  decimal,
  exactly,
  flag,
  list,
  mark,
  missingIn,
  record,
  text,
  words,
} from "../kernel/schema.js";
import { checkProcedure } from "./check-procedure.js";
import type { ProcedureRun, ProcedureTemplate, StepData, StepStage } from "./procedure.js";
import { ruleStatuses } from "./rule.js";

const span = record({ count: count(0, 3660), unit: choice(["days", "workdays"]) }).optional();

const step = record({
  id: text,
  title: words,
  owner: text,
  execution: words.optional(),
  inputs: list(text).optional(),
  outputs: list(record({ document: text, atLeast: count(1, 3660).optional() })).optional(),
  controlPoints: list(words).optional(),
  gate: record({ title: words, rules: list(text).optional(), approvals: list(text).optional() }).optional(),
  dependsOn: list(text).optional(),
  after: span,
  within: span,
  repeat: record({ every: count(1, 3660), unit: choice(["days", "weeks", "months", "years"]) }).optional(),
  onlyIf: text.optional(),
  optional: mark.optional(),
  doneWhen: choice(["delivered"]).optional(),
  weight: decimal.optional(),
  source: text.optional(),
});

/** {@link ProcedureTemplate} as a schema. */
export const ProcedureTemplateSchema: z.ZodType<ProcedureTemplate> = checkedBy(
  exactly<ProcedureTemplate>()(
    record({
      code: text,
      version: text,
      title: words,
      source: text.optional(),
      objectives: list(words).optional(),
      knowledge: list(words).optional(),
      roles: byName(words),
      documents: byName(words),
      conditions: byName(words).optional(),
      stages: list(record({ id: text, title: words, steps: list(step) })),
      loopsBackTo: text.optional(),
    }),
  ),
  checkProcedure,
).meta({ title: "Procedure template 流程模板", description: "A plan to be followed: who does what, in which order, with which papers." });

/** The most documents and rounds that a run counts. */
const counted = count(0, 1_000_000);

/** What no step is without where it stands. */
const NEEDED: { readonly [S in StepStage]: readonly (keyof StepData)[] } = {
  waiting: [],
  in_progress: ["startedOn"],
  done: ["startedOn", "endedOn"],
  skipped: ["endedOn"],
};

/** {@link ProcedureRun} as a schema. Whether it is a run of a template is told by the verbs that read both. */
export const ProcedureRunSchema: z.ZodType<ProcedureRun> = checkedBy(
  exactly<ProcedureRun>()(
    record({
      template: text,
      version: text,
      startedOn: date,
      owners: byName(list(text)),
      conditions: byName(flag),
      supplied: list(text),
      steps: byName(
        record({
          at: choice(["waiting", "in_progress", "done", "skipped"]),
          data: record({
            rounds: counted,
            startedOn: date.optional(),
            endedOn: date.optional(),
            delivered: byName(counted),
            deliveredBy: list(text),
            approved: byName(text),
            rules: byName(choice(ruleStatuses)),
            ground: text.optional(),
          }),
        }),
      ),
    }),
  ),
  ({ steps }) =>
    Object.entries(steps).flatMap(([id, { at, data }]) =>
      missingIn(data, NEEDED[at]).map((fault) => ({ ...fault, path: `steps[${JSON.stringify(id)}].${fault.path}` })),
    ),
).meta({ title: "Procedure run 流程执行", description: "Where a run of a procedure stands, step by step." });
