import { candidateStages } from "qudao/admission";
import { checkMachine, renderMachine } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { candidateLifecycle } from "../../src/admission/candidate-lifecycle.js";

describe("the way of a candidate", () => {
  test("is a sound table", () => expect(checkMachine(candidateLifecycle)).toStrictEqual([]));

  test("has the stages that are given to the outside, and no other", () => {
    expect(Object.keys(candidateLifecycle.regions[0]?.table.states ?? {})).toStrictEqual([...candidateStages]);
  });

  // S08-12, S02-17: prospect, screened, interviewed, trained, evaluated, negotiating, signed
  test("leads from stage to stage and skips none", () => {
    const arrows = renderMachine(candidateLifecycle, "en")
      .split("\n")
      .flatMap((line) => /^ {2}(\w+) --> (\w+) :/.exec(line)?.slice(1, 3).join(" ") ?? []);
    const forwards = [...new Set(arrows)].filter((arrow) => {
      const [from, to] = arrow.split(" ").map((stage) => candidateStages.indexOf(stage as never)) as [number, number];
      return to > from && to < candidateStages.indexOf("rejected");
    });
    expect(forwards).toStrictEqual([
      "prospect screened",
      "screened interviewed",
      "interviewed trained",
      "trained evaluated",
      "evaluated negotiating",
      "negotiating signed",
    ]);
  });

  test("can be drawn in both languages", () => {
    expect(renderMachine(candidateLifecycle, "zh")).toContain(
      "prospect --> screened : 筛选 [不早于上一条记录、渠道设计已批准、属于渠道策略允许的类型、筛选结论为重点推进]",
    );
  });
});
