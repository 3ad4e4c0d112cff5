import { type ProcedureStart, type ProcedureTemplate, startProcedure } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { channelProcess, owners } from "../support/channel-procedure.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { throwing } from "../support/throwing.js";

describe("startProcedure()", () => {
  test("begins with every step waiting, and keeps the version", () => {
    const run = startProcedure(frozen(channelProcess), frozen({ asOf: "2024-03-01", owners, supplied: ["survey"] }));
    expect([run.template, run.version, run.startedOn]).toStrictEqual(["demo.channel_process", "2024-1", "2024-03-01"]);
    expect([run.conditions, run.supplied]).toStrictEqual([{}, ["survey"]]);
    expect(Object.entries(run.steps).map(([step, { at }]) => [step, at])).toStrictEqual([
      ["needs", "waiting"],
      ["objectives", "waiting"],
      ["scheme", "waiting"],
      ["evaluation", "waiting"],
      ["selection", "waiting"],
      ["motivation", "waiting"],
      ["appraisal", "waiting"],
      ["improvement", "waiting"],
    ]);
    expect(JSON.parse(JSON.stringify(run))).toStrictEqual(run);
  });

  test.each<readonly [string, object, string]>([
    ["a role that is not in the template", { owners: { boss: ["P-1"] } }, "kernel.not_a_choice at start.owners.boss"],
    ["a role named after a prototype", { owners: JSON.parse('{"__proto__":["P-1"]}') }, "kernel.not_a_choice at start.owners.__proto__"],
    ["persons that are no list", { owners: { finance: "P-fan" } }, "kernel.not_a_list at start.owners.finance"],
    ["a person without a name", { owners: { finance: [""] } }, "kernel.not_text at start.owners.finance[0]"],
    ["a condition that is not in the template", { conditions: { rain: true } }, "kernel.not_a_choice at start.conditions.rain"],
    [
      "a condition that is neither",
      { conditions: { shortfalls_found: "yes" } },
      "kernel.not_a_choice at start.conditions.shortfalls_found",
    ],
    ["a document that is not in the template", { supplied: ["letter"] }, "kernel.not_a_choice at start.supplied[0]"],
    ["a day that does not exist", { asOf: "2024-02-30" }, "kernel.not_a_date at start.asOf"],
    ["owners that throw", { owners: throwing("finance") }, "kernel.unreadable at start.owners.finance"],
  ])("refuses %s", (_, change, fault) => {
    expect(faultAt(() => startProcedure(channelProcess, { asOf: "2024-03-01", owners, ...change } as ProcedureStart))).toBe(fault);
  });

  test("refuses a template that is faulty, with the place", () => {
    const twice = { ...channelProcess, stages: [...channelProcess.stages, ...channelProcess.stages] } as ProcedureTemplate;
    expect(faultAt(() => startProcedure(twice, { asOf: "2024-03-01", owners }))).toBe("engine.procedure_id_twice at template.stages[2].id");
    expect(faultAt(() => startProcedure(null as unknown as ProcedureTemplate, { asOf: "2024-03-01", owners }))).toBe(
      "kernel.not_a_record at template",
    );
  });
});
