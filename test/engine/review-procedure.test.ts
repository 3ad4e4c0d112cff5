import { engineMessages, type ProcedureEvent, type ProcedureRun, reviewProcedure, startProcedure } from "qudao/engine";
import { checkExplanation, renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import {
  appraised,
  begun,
  channelProcess,
  evaluationDone,
  evaluationOpen,
  membersDone,
  needsDone,
  owners,
  play,
  workWeek,
} from "../support/channel-procedure.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const review = (run: ProcedureRun, asOf: string) => reviewProcedure(channelProcess, { run, asOf }, { calendar: workWeek });
const on = (run: ProcedureRun, asOf: string) => review(run, asOf).outcome;
const stepOn = (run: ProcedureRun, asOf: string, step: string) => {
  const found = on(run, asOf).steps.find((one) => one.step === step);
  if (found === undefined) throw new Error(step);
  return found;
};
const statuses = (run: ProcedureRun, asOf: string) => on(run, asOf).steps.map(({ status }) => status);

describe("reviewProcedure()", () => {
  test("at the beginning the first step is due and the others are blocked", () => {
    expect(statuses(begun(), "2024-03-01")).toStrictEqual([
      "due",
      "blocked",
      "blocked",
      "blocked",
      "blocked",
      "blocked",
      "blocked",
      "blocked",
    ]);
    expect(on(begun(), "2024-03-01").next).toStrictEqual(["needs"]);
  });

  // ten workdays after Friday 2024-03-01: Monday 4 is the first, Friday 15 the tenth
  test.each([
    { asOf: "2024-03-14", status: "due", daysLate: 0, why: "the day before the last" },
    { asOf: "2024-03-15", status: "due", daysLate: 0, why: "the last day" },
    { asOf: "2024-03-16", status: "overdue", daysLate: 1, why: "the day after" },
  ])("a step to be done by 2024-03-15 is $status on $asOf: $why", ({ asOf, status, daysLate }) => {
    const step = stepOn(begun(), asOf, "needs");
    expect([step.beginsOn, step.dueOn, step.status, step.daysLate]).toStrictEqual(["2024-03-01", "2024-03-15", status, daysLate]);
  });

  test("a step in progress past its last day is overdue", () => {
    const run = play(begun(), needsDone.slice(0, 1));
    expect([stepOn(run, "2024-03-15", "needs").status, stepOn(run, "2024-03-16", "needs").status]).toStrictEqual([
      "in_progress",
      "overdue",
    ]);
  });

  test("a step is ready when the one it waits for ended, and its time counts from there", () => {
    const step = stepOn(play(begun(), needsDone), "2024-03-12", "objectives");
    expect([step.status, step.beginsOn, step.dueOn]).toStrictEqual(["due", "2024-03-11", "2024-03-18"]);
    expect([stepOn(begun(), "2024-03-12", "objectives").beginsOn, stepOn(begun(), "2024-03-12", "objectives").dueOn]).toStrictEqual([
      null,
      null,
    ]);
  });

  test("blocked says by what", () => {
    const run = startProcedure(channelProcess, { asOf: "2024-03-01", owners: { ...owners, channel_department: [] } });
    expect(stepOn(run, "2024-03-01", "improvement").blockedBy).toStrictEqual([
      { code: "engine.procedure_waits_for", params: { step: "appraisal", title: { en: "Evaluate members", zh: "评价渠道成员" } } },
      {
        code: "engine.procedure_lacks_document",
        params: { document: "evaluation_form", title: { en: "Member Evaluation Form", zh: "《渠道成员评价表》" } },
      },
      {
        code: "engine.procedure_condition_open",
        params: { condition: "shortfalls_found", title: { en: "Shortfalls were found", zh: "发现不足" } },
      },
      { code: "engine.procedure_nobody", params: { role: "channel_department", title: { en: "Channel department", zh: "渠道部门" } } },
    ]);
  });

  test("a step kept back past its last day is overdue, and not offered as next", () => {
    const run = startProcedure(channelProcess, { asOf: "2024-03-01", owners: {} });
    expect(stepOn(run, "2024-03-16", "needs").status).toBe("overdue");
    expect(on(run, "2024-03-16").next).toStrictEqual([]);
  });

  test("names the documents that are missing, to begin or to be done", () => {
    const run = play(begun(), [...needsDone, { type: "started", step: "objectives", by: "P-chen", asOf: "2024-03-12" }]);
    expect(on(run, "2024-03-12").lacking).toStrictEqual([
      { step: "objectives", document: "design_materials" },
      { step: "scheme", document: "design_materials" },
      { step: "evaluation", document: "selection_scheme" },
      { step: "improvement", document: "evaluation_form" },
    ]);
  });

  test("names the approvals and rules that are open", () => {
    const step = stepOn(play(begun(), evaluationOpen), "2024-03-22", "evaluation");
    expect([step.lacking, step.openApprovals, step.openRules]).toStrictEqual([[], ["logistics", "finance"], ["planning.scheme_complete"]]);
  });

  test("what is next comes earliest deadline first", () => {
    const { next, deadlines } = on(play(begun(), evaluationDone), "2024-03-26");
    expect(next).toStrictEqual(["motivation", "selection"]);
    expect(deadlines).toStrictEqual([
      { step: "motivation", dueOn: "2024-04-04" },
      { step: "selection", dueOn: "2024-04-14" },
    ]);
  });

  // ready when selection ended on 2024-04-10; 30 days after that it begins, ten days later it is due
  test.each([
    { asOf: "2024-05-09", status: "not_due" },
    { asOf: "2024-05-10", status: "due" },
    { asOf: "2024-05-20", status: "due" },
    { asOf: "2024-05-21", status: "overdue" },
  ])("a step that begins 30 days after is $status on $asOf", ({ asOf, status }) => {
    const step = stepOn(play(begun(), membersDone), asOf, "appraisal");
    expect([step.beginsOn, step.dueOn, step.status]).toStrictEqual(["2024-05-10", "2024-05-20", status]);
  });

  // S04-21: the next evaluation follows from the last and the period: done on 2024-05-15, again on 2024-08-15
  test.each([
    { asOf: "2024-08-14", status: "done" },
    { asOf: "2024-08-15", status: "due" },
    { asOf: "2024-08-26", status: "overdue" },
  ])("a step every three months is $status on $asOf", ({ asOf, status }) => {
    const step = stepOn(play(begun(), appraised), asOf, "appraisal");
    expect([step.beginsOn, step.dueOn, step.status, step.earned]).toStrictEqual(["2024-08-15", "2024-08-25", status, "1"]);
  });

  test("a step whose condition does not hold is not applicable and weighs nothing", () => {
    const answered: ProcedureEvent = { type: "answered", condition: "shortfalls_found", holds: false, asOf: "2024-05-18" };
    const outcome = on(play(begun(), [...appraised, answered]), "2024-05-20");
    expect(outcome.steps.at(-1)).toMatchObject({ status: "not_applicable", weight: "0", earned: "0", blockedBy: [], lacking: [] });
    expect([outcome.finished, outcome.earned, outcome.total, outcome.share]).toStrictEqual([true, "7", "7", "1"]);
  });

  // weights: eight steps, selection counts twice: 9; motivation skipped: 8
  test("progress is by weight, without what was skipped", () => {
    const { earned, total, share, finished } = on(play(begun(), membersDone), "2024-04-11");
    expect([earned, total, share, finished]).toStrictEqual(["6", "8", "0.75", false]);
  });

  test("a share is cut at four places, halves up", () => {
    expect(on(play(begun(), needsDone), "2024-03-12").share).toBe("0.1111");
    expect(on(play(begun(), evaluationDone), "2024-03-26").share).toBe("0.4444");
  });

  test("a procedure of which nothing counts has no share", () => {
    const { loopsBackTo: _, ...rest } = channelProcess;
    const [step] = channelProcess.stages[1]?.steps.slice(3) ?? [];
    const only = { ...rest, stages: [{ id: "all", title: rest.title, steps: step === undefined ? [] : [step] }] };
    const run = startProcedure(only, { asOf: "2024-03-01", owners, conditions: { shortfalls_found: false } });
    const { outcome } = reviewProcedure(only, { run, asOf: "2024-03-01" }, { calendar: workWeek });
    expect([outcome.share, outcome.total, outcome.finished]).toStrictEqual([null, "0", true]);
  });

  test("the explanation adds up and can be said", () => {
    const { explanation } = review(play(begun(), membersDone), "2024-04-11");
    expect(checkExplanation(explanation)).toStrictEqual([]);
    expect(explanation.adds).toBe("earned");
    expect(renderMessage(explanation, "en", engineMessages)).toBe("Channel process on 2024-04-11: 6 of 8 done, a share of 0.75");
    expect(renderMessage(explanation, "zh", engineMessages)).toBe("渠道流程，2024-04-11：已完成 6，共 8，占比 0.75");
  });

  test("reads frozen input and survives JSON", () => {
    const run = frozen(play(begun(), membersDone));
    const answer = reviewProcedure(frozen(channelProcess), frozen({ run, asOf: "2024-04-11" }), frozen({ calendar: workWeek }));
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("refuses a day that does not exist and a run of another version", () => {
    expect(faultAt(() => review(begun(), "2024-02-30"))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => review({ ...begun(), version: "1" }, "2024-03-01"))).toBe("engine.procedure_other at facts.run.version");
  });
});
