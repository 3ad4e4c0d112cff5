import { type ProcedureTemplate, planDates } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { channelProcess, workWeek } from "../support/channel-procedure.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const plan = (template: ProcedureTemplate, conditions?: { readonly [condition: string]: boolean }) => {
  const answer = planDates(template, { asOf: "2024-03-01", conditions }, { calendar: workWeek });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

describe("planDates()", () => {
  // from Friday 2024-03-01: ten workdays to the 15th, five to the 22nd; then calendar days: 10, 5, 20 beside 10; 30 and 10; 5
  test("gives every step its dates and names the critical path", () => {
    const { outcome } = plan(channelProcess);
    expect(outcome.steps).toStrictEqual([
      { step: "needs", beginsOn: "2024-03-01", dueOn: "2024-03-15", drivenBy: null },
      { step: "objectives", beginsOn: "2024-03-15", dueOn: "2024-03-22", drivenBy: "needs" },
      { step: "scheme", beginsOn: "2024-03-22", dueOn: "2024-04-01", drivenBy: "objectives" },
      { step: "evaluation", beginsOn: "2024-04-01", dueOn: "2024-04-06", drivenBy: "scheme" },
      { step: "selection", beginsOn: "2024-04-06", dueOn: "2024-04-26", drivenBy: "evaluation" },
      { step: "motivation", beginsOn: "2024-04-06", dueOn: "2024-04-16", drivenBy: "evaluation" },
      { step: "appraisal", beginsOn: "2024-05-26", dueOn: "2024-06-05", drivenBy: "selection" },
      { step: "improvement", beginsOn: "2024-06-05", dueOn: "2024-06-10", drivenBy: "appraisal" },
    ]);
    expect(outcome.end).toBe("2024-06-10");
    expect(outcome.criticalPath).toStrictEqual(["needs", "objectives", "scheme", "evaluation", "selection", "appraisal", "improvement"]);
  });

  test("leaves out a step whose condition does not hold, and what waits for it begins without it", () => {
    expect(plan(channelProcess, { shortfalls_found: false }).outcome.end).toBe("2024-06-05");
    const { loopsBackTo: _, stages, ...rest } = channelProcess;
    const title = rest.title;
    const days = (count: number) => ({ count, unit: "days" as const });
    const bridged: ProcedureTemplate = {
      ...rest,
      stages: [
        {
          id: "all",
          title,
          steps: [
            { id: "a", title, owner: "finance", within: days(4) },
            { id: "b", title, owner: "finance", within: days(9), onlyIf: "shortfalls_found" },
            { id: "c", title, owner: "finance", within: days(2) },
          ],
        },
      ],
    };
    expect(plan(bridged, { shortfalls_found: false }).outcome).toStrictEqual({
      steps: [
        { step: "a", beginsOn: "2024-03-01", dueOn: "2024-03-05", drivenBy: null },
        { step: "c", beginsOn: "2024-03-05", dueOn: "2024-03-07", drivenBy: "a" },
      ],
      end: "2024-03-07",
      criticalPath: ["a", "c"],
    });
    expect(plan(bridged, { shortfalls_found: true }).outcome.end).toBe("2024-03-16");
    expect(plan(bridged).outcome.end).toBe("2024-03-16");
  });

  test("of two steps that end together the first drives", () => {
    const title = channelProcess.title;
    const within = { count: 5, unit: "days" } as const;
    const { loopsBackTo: _, ...rest } = channelProcess;
    const steps = [
      { id: "a", title, owner: "finance", within },
      { id: "b", title, owner: "finance", within, dependsOn: [] },
      { id: "c", title, owner: "finance", within, dependsOn: ["a", "b"] },
    ];
    expect(plan({ ...rest, stages: [{ id: "all", title, steps }] }).outcome.criticalPath).toStrictEqual(["a", "c"]);
  });

  test("cannot plan steps without a time, and names them all", () => {
    const [design, members] = channelProcess.stages;
    const untimed = {
      ...channelProcess,
      stages: [design, members].map((stage) => ({ ...stage, steps: stage?.steps.map(({ within: _, ...step }) => step) })),
    } as ProcedureTemplate;
    expect(planDates(untimed, { asOf: "2024-03-01", conditions: { shortfalls_found: false } }, { calendar: workWeek })).toStrictEqual({
      ok: false,
      problem: {
        code: "engine.procedure_unplanned",
        params: {
          procedure: "demo.channel_process",
          steps: ["needs", "objectives", "scheme", "evaluation", "selection", "motivation", "appraisal"],
        },
      },
    });
  });

  test("explains every step, reads frozen input and survives JSON", () => {
    const answer = planDates(frozen(channelProcess), frozen({ asOf: "2024-03-01" }), frozen({ calendar: workWeek }));
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expect(answer.ok && answer.value.explanation.from?.map(({ params }) => params["dueOn"])).toStrictEqual(
      answer.ok && answer.value.outcome.steps.map(({ dueOn }) => dueOn),
    );
  });

  test("refuses a day that does not exist", () => {
    expect(faultAt(() => planDates(channelProcess, { asOf: "2024-02-30" }, { calendar: workWeek }))).toBe(
      "kernel.not_a_date at facts.asOf",
    );
  });
});
