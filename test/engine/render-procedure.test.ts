import { renderProcedure } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { channelProcess } from "../support/channel-procedure.js";
import { faultAt } from "../support/fault-of.js";

describe("renderProcedure()", () => {
  // S04-27: one node per step in order
  test("draws a flow chart in Chinese, one node per step", () => {
    expect(renderProcedure(channelProcess, "zh").flowchart).toBe(
      [
        "flowchart TD",
        '  subgraph stage_design["渠道设计"]',
        '    needs["1 分析客户需要<br/>营销人员<br/>《客户调查问卷》"]',
        '    objectives["2 确定渠道设计目标<br/>渠道经理<br/>渠道设计相关资料"]',
        '    scheme["3 制订渠道选择方案<br/>渠道经理<br/>《渠道选择方案》"]',
        '    evaluation["4 评估渠道选择方案<br/>营销部门<br/>《渠道选择方案》"]',
        "  end",
        '  subgraph stage_members["渠道成员"]',
        '    selection["5 选择渠道成员<br/>渠道部门<br/>渠道成员相关资料"]',
        '    motivation["6 激励渠道成员<br/>渠道部门<br/>《渠道奖惩制度》"]',
        '    appraisal["7 评价渠道成员<br/>渠道部门<br/>《渠道成员评价表》"]',
        '    improvement["8 实施渠道改进<br/>渠道部门<br/>《渠道改进方案》"]',
        "  end",
        "  needs --> objectives",
        "  objectives --> scheme",
        "  scheme --> evaluation",
        "  evaluation --> selection",
        "  evaluation --> motivation",
        "  selection --> appraisal",
        "  motivation --> appraisal",
        "  appraisal --> improvement",
        "  improvement -.-> needs",
      ].join("\n"),
    );
  });

  test("tabulates the steps in English", () => {
    expect(renderProcedure(channelProcess, "en").table).toBe(
      [
        "| No | Stage | Step | Owner | Needs | Brings forth | Points to watch | Gate | Time |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "| 1 | Design | Analyse customer needs | Marketing staff |  | Customer Survey Questionnaire ×2 |  |  | within 10 workdays |",
        "| 2 | Design | Set design objectives | Channel manager | Customer Survey Questionnaire | Channel design materials |  |  | within 5 workdays |",
        "| 3 | Design | Draw up the scheme | Channel manager | Channel design materials | Channel Selection Scheme | Types and number of intermediaries |  | within 10 days |",
        "| 4 | Design | Evaluate the scheme | Marketing | Channel Selection Scheme | Channel Selection Scheme |  | Design approved: planning.scheme\\_complete, Logistics, Finance | within 5 days |",
        "| 5 | Members | Select members | Channel department |  | Member dossier |  |  | within 20 days |",
        "| 6 | Members | Motivate members | Channel department |  | Reward and Penalty Policy |  |  | within 10 days |",
        "| 7 | Members | Evaluate members | Channel department |  | Member Evaluation Form |  |  | after 30 days; within 10 days; every 3 months |",
        "| 8 | Members | Improve the channel | Channel department | Member Evaluation Form | Improvement Plan |  |  | within 5 days |",
      ].join("\n"),
    );
  });

  test("says the same in Chinese", () => {
    const { table } = renderProcedure(channelProcess, "zh");
    expect(table.split("\n")[0]).toBe("| 序号 | 阶段 | 步骤 | 负责人 | 所需资料 | 输出文件 | 关键点控制 | 关口 | 时限 |");
    expect(table.split("\n")[8]).toBe(
      "| 7 | 渠道成员 | 评价渠道成员 | 渠道部门 |  | 《渠道成员评价表》 |  |  | 30 天后；10 天内；每 3 个月 |",
    );
  });

  test("steps with Chinese identifiers are nodes of their own", () => {
    const title = { en: "x", zh: "某" };
    const steps = ["准备", "审批", "a-b", "a_b"].map((id) => ({ id, title, owner: "clerk" }));
    const template = { code: "demo.x", version: "1", title, roles: { clerk: title }, documents: {}, stages: [{ id: "一", title, steps }] };
    expect(renderProcedure(template, "en").flowchart.split("\n")).toStrictEqual([
      "flowchart TD",
      '  subgraph stage__4e00_["x"]',
      '    _51c6__5907_["1 x<br/>x"]',
      '    _5ba1__6279_["2 x<br/>x"]',
      '    a_2d_b["3 x<br/>x"]',
      '    a_b["4 x<br/>x"]',
      "  end",
      "  _51c6__5907_ --> _5ba1__6279_",
      "  _5ba1__6279_ --> a_2d_b",
      "  a_2d_b --> a_b",
    ]);
  });

  test("another language is refused", () => {
    expect(faultAt(() => renderProcedure(channelProcess, "fr" as never))).toBe("kernel.not_a_choice at language");
  });

  test("words cannot break out of a node or a cell", () => {
    const title = { en: 'a "b" | c;\n# d', zh: "甲" };
    const steps = [{ id: "end", title, owner: "clerk" }];
    const template = { code: "demo.x", version: "1", title, roles: { clerk: title }, documents: {}, stages: [{ id: "all", title, steps }] };
    const { flowchart, table } = renderProcedure(template, "en");
    expect(flowchart.split("\n")[2]).toBe('    end_["1 a #34;b#34; #124; c#59; #35; d<br/>a #34;b#34; #124; c#59; #35; d"]');
    expect(table.split("\n")[2]).toBe('| 1 | a "b" \\| c; \\# d | a "b" \\| c; \\# d | a "b" \\| c; \\# d |  |  |  |  |  |');
  });
});
