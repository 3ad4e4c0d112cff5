import { checkProcedure, engineMessages, type ProcedureTemplate } from "qudao/engine";
import { renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { channelProcess } from "../support/channel-procedure.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { throwing } from "../support/throwing.js";

const title = { en: "x", zh: "某" };
const step = { id: "a", title, owner: "clerk" };
const template = { code: "demo.x", version: "1", title, roles: { clerk: title }, documents: { paper: title }, stages: [] };

const found = (change: unknown) => checkProcedure(change as ProcedureTemplate).map(({ code, path }) => `${code} at ${path}`);
const ofSteps = (...steps: readonly unknown[]) => found({ ...template, stages: [{ id: "all", title, steps }] });
const ofStep = (change: object) => ofSteps({ ...step, ...change });

describe("checkProcedure()", () => {
  test("finds nothing in a sound template", () => {
    expect(checkProcedure(frozen(channelProcess))).toStrictEqual([]);
    expect(ofStep({})).toStrictEqual([]);
  });

  test.each<readonly [string, unknown, readonly string[]]>([
    ["no record", null, ["kernel.not_a_record at "]],
    ["no stages", { ...template, stages: undefined }, ["kernel.not_a_list at stages"]],
    ["no step", template, ["engine.procedure_empty at stages"]],
    ["no code, no version", { ...template, code: "", version: 1 }, ["kernel.not_text at code", "kernel.not_text at version"]],
    ["a title in one language", { ...template, title: { en: "x" } }, ["kernel.not_text at title.zh"]],
    ["a document without a title", { ...template, documents: { paper: { en: "", zh: "某" } } }, ["kernel.not_text at documents.paper.en"]],
    ["an objective without words", { ...template, objectives: ["x"] }, ["kernel.not_a_record at objectives[0]"]],
    ["a stage that is none", { ...template, stages: [7] }, ["kernel.not_a_record at stages[0]"]],
    ["a stage without steps", { ...template, stages: [{ id: "all", title }] }, ["kernel.not_a_list at stages[0].steps"]],
  ])("finds a wrong shape: %s", (_, value, expected) => expect(found(value)).toStrictEqual(expected));

  test.each<readonly [string, object, string]>([
    ["an id that is none", { id: "" }, "kernel.not_text at stages[0].steps[0].id"],
    ["no owner", { owner: undefined }, "kernel.not_text at stages[0].steps[0].owner"],
    ["an input that is no text", { inputs: [1] }, "kernel.not_text at stages[0].steps[0].inputs[0]"],
    ["outputs that are no list", { outputs: {} }, "kernel.not_a_list at stages[0].steps[0].outputs"],
    ["no output at least", { outputs: [{ document: "paper", atLeast: 0 }] }, "kernel.not_a_count at stages[0].steps[0].outputs[0].atLeast"],
    ["a control point without words", { controlPoints: [""] }, "kernel.not_a_record at stages[0].steps[0].controlPoints[0]"],
    ["a gate without a name", { gate: { approvals: ["clerk"] } }, "kernel.not_a_record at stages[0].steps[0].gate.title"],
    ["half a day", { within: { count: 0.5, unit: "days" } }, "kernel.not_a_count at stages[0].steps[0].within.count"],
    ["hours", { after: { count: 1, unit: "hours" } }, "kernel.not_a_choice at stages[0].steps[0].after.unit"],
    ["every no months", { repeat: { every: 0, unit: "months" } }, "kernel.not_a_count at stages[0].steps[0].repeat.every"],
    ["another end", { doneWhen: "always" }, "kernel.not_a_choice at stages[0].steps[0].doneWhen"],
    ["a weight that is no decimal", { weight: "heavy" }, "kernel.not_a_decimal at stages[0].steps[0].weight"],
  ])("finds a wrong step: %s", (_, change, expected) => expect(ofStep(change)).toStrictEqual([expected]));

  test.each<readonly [string, object, string]>([
    ["a role", { owner: "boss" }, "engine.procedure_unknown_name at stages[0].steps[0].owner"],
    ["a role named after a prototype", { owner: "toString" }, "engine.procedure_unknown_name at stages[0].steps[0].owner"],
    [
      "an approving role",
      { gate: { title, approvals: ["boss"] } },
      "engine.procedure_unknown_name at stages[0].steps[0].gate.approvals[0]",
    ],
    ["a document needed", { inputs: ["letter"] }, "engine.procedure_unknown_name at stages[0].steps[0].inputs[0]"],
    [
      "a document brought forth",
      { outputs: [{ document: "letter" }] },
      "engine.procedure_unknown_name at stages[0].steps[0].outputs[0].document",
    ],
    ["a condition", { onlyIf: "rain" }, "engine.procedure_unknown_name at stages[0].steps[0].onlyIf"],
    ["a step waited for", { dependsOn: ["z"] }, "engine.procedure_unknown_name at stages[0].steps[0].dependsOn[0]"],
  ])("names what is not in the template: %s", (_, change, expected) => expect(ofStep(change)).toContain(expected));

  test("names a step to begin again at that is none", () => {
    expect(found({ ...channelProcess, loopsBackTo: "start" })).toStrictEqual(["engine.procedure_unknown_name at loopsBackTo"]);
  });

  test("names ids given twice, of stages and of steps", () => {
    expect(ofSteps(step, { ...step })).toContain("engine.procedure_id_twice at stages[0].steps[1].id");
    const stage = (id: string) => ({ id: "all", title, steps: [{ ...step, id }] });
    expect(found({ ...template, stages: [stage("a"), stage("b")] })).toStrictEqual(["engine.procedure_id_twice at stages[1].id"]);
  });

  test("names a step that waits for a later one, for itself, or in a circle", () => {
    const named = (id: string, ...dependsOn: readonly string[]) => ({ ...step, id, dependsOn });
    expect(ofSteps(named("a", "b"), named("b"))).toStrictEqual(["engine.procedure_order at stages[0].steps[0].dependsOn"]);
    expect(ofSteps(named("a", "a"))).toStrictEqual(["engine.procedure_circle at stages[0].steps[0].dependsOn"]);
    expect(ofSteps(named("a", "c"), named("b", "a"), named("c", "b"))).toStrictEqual([
      "engine.procedure_circle at stages[0].steps[0].dependsOn",
    ]);
  });

  test("a circle of 2000 steps is told of each that waits for a later one, in good time", () => {
    const ring = Array.from({ length: 2000 }, (_, i) => ({ ...step, id: `s${i}`, dependsOn: [`s${(i + 1) % 2000}`] }));
    const codes = ofSteps(...ring);
    expect(codes).toHaveLength(1999);
    expect(codes.at(-1)).toBe("engine.procedure_circle at stages[0].steps[1998].dependsOn");
  });

  test("names an input that only a later step, or the step itself, brings forth", () => {
    const brings = { outputs: [{ document: "paper" }] };
    expect(ofSteps({ ...step, inputs: ["paper"] }, { ...step, id: "b", ...brings })).toStrictEqual([
      "engine.procedure_input_late at stages[0].steps[0].inputs[0]",
    ]);
    expect(ofStep({ inputs: ["paper"], ...brings })).toStrictEqual(["engine.procedure_input_late at stages[0].steps[0].inputs[0]"]);
    expect(ofStep({ inputs: ["paper"] })).toStrictEqual([]);
  });

  test("names a gate that asks for nothing, an end that cannot come, and a weight of nothing", () => {
    expect(ofStep({ gate: { title } })).toStrictEqual(["engine.procedure_gate_empty at stages[0].steps[0].gate"]);
    expect(ofStep({ doneWhen: "delivered" })).toStrictEqual(["engine.procedure_never_done at stages[0].steps[0].doneWhen"]);
    expect(ofStep({ weight: "0" })).toStrictEqual(["engine.procedure_weight at stages[0].steps[0].weight"]);
    expect(ofStep({ weight: "-1" })).toStrictEqual(["engine.procedure_weight at stages[0].steps[0].weight"]);
    expect(ofStep({ weight: "0.1" })).toStrictEqual([]);
  });

  test("says what is wrong in both languages", () => {
    const [first] = checkProcedure({ ...channelProcess, loopsBackTo: "start" });
    if (first === undefined) throw new Error("nothing found");
    expect(renderMessage(first, "en", engineMessages)).toBe("Cannot find start among the steps");
    expect(renderMessage(first, "zh", engineMessages)).toBe("在步骤中找不到 start");
  });

  test("a template that throws is a fault", () => {
    expect(faultAt(() => checkProcedure(throwing("stages", template) as ProcedureTemplate))).toBe("kernel.unreadable at template");
  });
});
