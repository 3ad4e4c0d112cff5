import { checkProcedure, checkRules, explainFindings, type ProcedureEvent, recordStep, startProcedure } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { checkPeriodEvaluated, type PeriodEvaluationFacts, performanceProcedure, periodEvaluated } from "qudao/performance";
import { describe, expect, test } from "vitest";
import { doStep, play } from "../support/channel-procedure.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

const period = { start: "2024-04-01", end: "2024-07-01" };
const of = (member: string, own = period) => ({ member, period: own });
const facts = (evaluations: PeriodEvaluationFacts["evaluations"], members: readonly string[] = ["D1", "D2"]): PeriodEvaluationFacts =>
  frozen({ period, members, evaluations });
const asking = { asOf: "2024-07-10" };
const statusOf = (given: PeriodEvaluationFacts) => checkPeriodEvaluated(given, asking).status;

describe("checkPeriodEvaluated()", () => {
  test.each([
    [[of("D1"), of("D2")], "met"],
    [[of("D1")], "unmet"],
    [[of("D1"), of("D2", { start: "2024-04-01", end: "2024-06-30" })], "unmet"],
    [[of("D1"), of("D2", { start: "2024-04-02", end: "2024-07-01" })], "unmet"],
    [[of("D1"), of("D1"), of("D2"), of("D9")], "met"],
    [[], "unmet"],
  ])("S01-24: with %j it is %s", (evaluations, status) => expect(statusOf(facts(evaluations))).toBe(status));

  test("S01-24: a period in which nobody was to be evaluated was not evaluated", () => {
    expect(statusOf(facts([of("D1")], []))).toBe("unmet");
  });

  test.each(["period", "members", "evaluations"] as const)("what is not known leaves it unknown: %s", (absent) => {
    const { [absent]: _, ...rest } = facts([of("D1"), of("D2")]);
    expect(checkPeriodEvaluated(rest, asking)).toMatchObject({ status: "unknown", missing: [absent] });
  });

  test("names who is lacking, in both languages", () => {
    const finding = checkPeriodEvaluated(facts([of("D2")]), asking);
    expect(finding.params).toMatchObject({ lacking: ["D1"], evaluated: 1, of: 2 });
    expect(checkRules([periodEvaluated as never], { catalogue, folder: "performance" })).toStrictEqual([]);
    for (const language of ["en", "zh"] as const) {
      const text = explainFindings([finding])
        .map((node) => renderExplanation(node, { language, catalogue }))
        .join();
      expect(text).toContain("D1");
      expect(text).not.toMatch(/performance\.|[{}]/);
    }
  });

  test("what cannot be read names its place", () => {
    expect(faultAt(() => statusOf({ ...facts([]), period: { start: "2024-04-01", end: "2024-04-01" } }))).toBe(
      "kernel.not_a_period at facts.period",
    );
    expect(faultAt(() => statusOf(facts([{ member: "D1" } as never])))).toBe("kernel.not_a_period at facts.evaluations[0].period");
    expectOnlyFaults(checkPeriodEvaluated as never, [facts([of("D1")]), asking]);
  });
});

describe("the procedure of performance management", () => {
  const owners = { channel_manager: ["P-mei"], channel_specialist: ["P-li"] };
  const run = startProcedure(performanceProcedure, { asOf: "2024-04-01", owners });
  const before = play(
    run,
    [
      ...doStep("agree_criteria", "P-mei", "scorecard", "2024-04-01"),
      ...doStep("gather_figures", "P-li", "indicator_values", "2024-07-03"),
      { type: "started", step: "evaluate_members", by: "P-li", asOf: "2024-07-04" },
      { type: "delivered", step: "evaluate_members", by: "P-li", document: "evaluation_form", asOf: "2024-07-08" },
    ],
    performanceProcedure,
  );
  const checked = (evaluations: PeriodEvaluationFacts["evaluations"]): ProcedureEvent => ({
    type: "checked",
    step: "evaluate_members",
    rule: "performance.period_evaluated",
    status: checkPeriodEvaluated(facts(evaluations), asking).status,
    asOf: "2024-07-08",
  });
  const completed: ProcedureEvent = { type: "completed", step: "evaluate_members", by: "P-li", asOf: "2024-07-08" };
  const closing = doStep("close_period", "P-mei", "period_report", "2024-07-10");

  test("is sound, and comes round again", () => {
    expect(checkProcedure(performanceProcedure)).toStrictEqual([]);
    expect(performanceProcedure.loopsBackTo).toBe("agree_criteria");
  });

  test("S01-24: the stage cannot close without an evaluation for the period", () => {
    for (const events of [[], [checked([of("D1")])]]) {
      const now = play(before, events, performanceProcedure);
      expect(recordStep(performanceProcedure, now, completed)).toMatchObject({ ok: false });
      expect(recordStep(performanceProcedure, now, closing[0] as ProcedureEvent)).toMatchObject({ ok: false });
    }
    const done = play(before, [checked([of("D1"), of("D2")]), completed, ...closing.slice(0, 2)], performanceProcedure);
    const closed = recordStep(performanceProcedure, done, closing[2] as ProcedureEvent);
    expect(closed.ok && closed.value.effects.map(({ effect }) => effect)).toContain("procedure_finished");
  });
});
