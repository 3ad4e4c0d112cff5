/** The templates of recruiting: sound, in the order of their sources, and followed as they should be. */
import { channelBuildingProcedure, expansionProcedure, partnerProcedure, recruitmentProcedure } from "qudao/admission";
import { checkProcedure, type ProcedureEvent, type ProcedureTemplate, recordStep, renderProcedure, startProcedure } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { doStep, play } from "../support/channel-procedure.js";

const owners = { channel_manager: ["P-mei"], channel_specialist: ["P-li"] } as const;
const steps = ({ stages }: ProcedureTemplate) => stages.flatMap((stage) => stage.steps);
const ids = (template: ProcedureTemplate) => steps(template).map(({ id }) => id);
const begun = (template: ProcedureTemplate, supplied: readonly string[] = []) =>
  startProcedure(template, { asOf: "2024-03-01", owners, supplied });
/** The conditions that an event fails. */
function failed(template: ProcedureTemplate, run: ReturnType<typeof begun>, event: ProcedureEvent): readonly string[] {
  const answer = recordStep(template, run, event);
  return answer.ok ? [] : answer.problem.failed.map(({ params }) => String(params["guard"]));
}
const started = (step: string, by = "P-li"): ProcedureEvent => ({ type: "started", step, by, asOf: "2024-03-10" });
const delivered = (step: string, document: string, by = "P-li"): ProcedureEvent => ({
  type: "delivered",
  step,
  document,
  by,
  asOf: "2024-03-10",
});
const checked = (step: string, rule: string, status: "met" | "unmet"): ProcedureEvent => ({
  type: "checked",
  step,
  rule,
  status,
  asOf: "2024-03-11",
});
const approved = (step: string, by: string): ProcedureEvent => ({
  type: "approved",
  step,
  role: "channel_manager",
  by,
  asOf: "2024-03-11",
});
const completed = (step: string, by = "P-li"): ProcedureEvent => ({ type: "completed", step, by, asOf: "2024-03-12" });

describe.each([
  ["recruitment", recruitmentProcedure],
  ["partner", partnerProcedure],
  ["expansion", expansionProcedure],
  ["channel building", channelBuildingProcedure],
])("the %s procedure", (_, template) => {
  test("is sound", () => expect(checkProcedure(template)).toStrictEqual([]));

  test("is drawn in both languages", () => {
    for (const language of ["en", "zh"] as const)
      expect(renderProcedure(template, language).flowchart).toContain(template.stages[0]?.title[language]);
  });
});

describe("recruitment", () => {
  // S01-05
  test("follows the strategy, and training follows recruitment", () => {
    expect(recruitmentProcedure.stages.map(({ id }) => id)).toStrictEqual(["strategy", "recruitment", "training", "selection"]);
    const run = begun(recruitmentProcedure, ["market_research"]);
    expect(failed(recruitmentProcedure, run, started("plan"))).toStrictEqual(["others_finished", "inputs_at_hand"]);
    const settled = play(run, doStep("settle_strategy", "P-mei", "channel_strategy", "2024-03-05"), recruitmentProcedure);
    expect(failed(recruitmentProcedure, settled, started("plan"))).toStrictEqual([]);
    expect(failed(recruitmentProcedure, settled, started("train"))).toStrictEqual(["others_finished", "inputs_at_hand"]);
  });

  // S08-12
  test("screens, interviews and trains, in this order", () => {
    expect(ids(recruitmentProcedure)).toStrictEqual([
      "settle_strategy",
      "plan",
      "find",
      "screen",
      "interview",
      "train",
      "test",
      "evaluate",
      "sign",
    ]);
  });

  const planned = play(
    begun(recruitmentProcedure, ["market_research"]),
    [
      ...doStep("settle_strategy", "P-mei", "channel_strategy", "2024-03-05"),
      started("plan"),
      delivered("plan", "recruitment_plan"),
      checked("plan", "admission.plan_bound_to_strategy", "met"),
      checked("plan", "admission.plan_targets_on_strategy", "met"),
      checked("plan", "admission.plan_cites_research", "met"),
      approved("plan", "P-mei"),
      completed("plan"),
      ...doStep("find", "P-li", "prospect_list", "2024-03-15"),
    ],
    recruitmentProcedure,
  );

  // S04-17
  test("does not select members before the channel design is approved", () => {
    expect(failed(recruitmentProcedure, planned, started("screen"))).toStrictEqual(["inputs_at_hand"]);
    const designed = play(planned, [{ type: "supplied", document: "channel_design", asOf: "2024-03-16" }], recruitmentProcedure);
    expect(failed(recruitmentProcedure, designed, started("screen"))).toStrictEqual([]);
  });

  // S08-13, S04-19
  test("does not evaluate those who are not proven competent, and ends with agreement and member dossier", () => {
    const tested = play(
      planned,
      [
        { type: "supplied", document: "channel_design", asOf: "2024-03-16" },
        ...doStep("screen", "P-li", "screening_report", "2024-03-17"),
        ...doStep("interview", "P-li", "interview_record", "2024-03-18"),
        ...doStep("train", "P-li", "training_record", "2024-03-25"),
        started("test"),
        delivered("test", "competence_test"),
        checked("test", "admission.competence_proven", "unmet"),
      ],
      recruitmentProcedure,
    );
    expect(failed(recruitmentProcedure, tested, completed("test"))).toContain("rules_met");
    expect(failed(recruitmentProcedure, tested, started("evaluate"))).toContain("others_finished");
    const outputs = steps(recruitmentProcedure)
      .at(-1)
      ?.outputs?.map(({ document }) => document);
    expect(outputs).toStrictEqual(["cooperation_agreement", "member_dossier"]);
  });
});

describe("expansion", () => {
  const drafted = play(
    begun(expansionProcedure, ["market_research"]),
    [started("draft_plan"), delivered("draft_plan", "screening_report"), delivered("draft_plan", "expansion_plan")],
    expansionProcedure,
  );
  const cited = play(drafted, [checked("draft_plan", "admission.plan_cites_research", "met")], expansionProcedure);

  // S14-09
  test("begins with the specialist, who drafts the plan from market research", () => {
    expect(ids(expansionProcedure)[0]).toBe("draft_plan");
    expect(failed(expansionProcedure, begun(expansionProcedure), started("draft_plan"))).toStrictEqual(["inputs_at_hand"]);
    expect(failed(expansionProcedure, begun(expansionProcedure, ["market_research"]), started("draft_plan", "P-mei"))).toStrictEqual([
      "by_owner",
    ]);
    const uncited = play(
      drafted,
      [checked("draft_plan", "admission.plan_cites_research", "unmet"), approved("draft_plan", "P-mei")],
      expansionProcedure,
    );
    expect(failed(expansionProcedure, uncited, completed("draft_plan"))).toStrictEqual(["rules_met"]);
  });

  // S14-10: nobody approves their own draft, and approval without allocation is not enough
  test("waits for another's approval and for resources before anybody negotiates", () => {
    const alone = play(
      cited,
      [{ type: "assigned", role: "channel_manager", persons: ["P-li", "P-mei"], asOf: "2024-03-11" }],
      expansionProcedure,
    );
    expect(failed(expansionProcedure, alone, approved("draft_plan", "P-li"))).toStrictEqual(["not_own_work"]);
    const passed = play(cited, [approved("draft_plan", "P-mei"), completed("draft_plan")], expansionProcedure);
    expect(failed(expansionProcedure, passed, started("sign"))).toStrictEqual(["others_finished", "inputs_at_hand"]);
    const allocated = play(passed, doStep("allocate", "P-mei", "resource_allocation", "2024-03-13"), expansionProcedure);
    expect(failed(expansionProcedure, allocated, started("sign"))).toStrictEqual([]);
  });
});

test("a partner is screened, signed, appraised and kept", () => {
  expect(ids(partnerProcedure)).toStrictEqual(["screen", "sign", "appraise", "relate"]);
  const run = begun(partnerProcedure);
  expect(failed(partnerProcedure, run, started("sign"))).toStrictEqual(["others_finished", "inputs_at_hand"]);
});

describe("channel building", () => {
  // S18-04
  test("has four sub-steps: research, analysis, target group, partners", () => {
    expect(steps(channelBuildingProcedure).map(({ title }) => title.zh)).toStrictEqual([
      "市场调研",
      "渠道分析",
      "目标用户群体的确定",
      "渠道合作伙伴的选择",
    ]);
  });

  // S18-05
  test("lets research set the direction, without which no channel is analysed", () => {
    const [research, analyse] = steps(channelBuildingProcedure);
    expect(research?.outputs?.map(({ document }) => document)).toContain("building_direction");
    expect(analyse?.inputs).toContain("building_direction");
  });

  // S18-06
  test("selects partners by the target group", () => {
    expect(steps(channelBuildingProcedure).at(-1)?.inputs).toStrictEqual(["channel_analysis", "target_group"]);
  });
});
