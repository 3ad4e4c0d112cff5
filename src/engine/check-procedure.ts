import { readSafely } from "../kernel/check.js";
import { compareDecimals } from "../kernel/decimal.js";
import type { PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { choiceAt, countAt, decimalAt, type Found, listAt, miss, recordAt, textAt, wordsAt } from "./found.js";
import { type ListedStep, listSteps } from "./list-steps.js";
import type { EngineCode } from "./messages.js";
import type { ProcedureTemplate } from "./procedure.js";

/**
 * Proofreads a procedure template, one of ours or a host's own.
 *
 * @remarks
 * First its shape. Then: ids are given once; every role, document, condition and step that is named exists; every name has a title in both
 * languages; a step waits only for steps before it, and none waits in a circle; an input does not come only from a later step; a gate
 * asks for something; a step that is done when delivered has something to deliver or to pass; weights are above 0.
 *
 * @param template - The template.
 * @returns What is wrong, with the place in the template. Empty: nothing.
 *
 * @example A step that waits for a later one
 * ```ts
 * import { checkProcedure } from "qudao/engine";
 *
 * const title = { en: "Plan", zh: "计划" };
 * const template = {
 *   code: "demo.plan", version: "1", title, roles: { manager: title }, documents: {},
 *   stages: [{ id: "all", title, steps: [
 *     { id: "draft", title, owner: "manager", dependsOn: ["approve"] },
 *     { id: "approve", title, owner: "manager", dependsOn: [] },
 *   ] }],
 * };
 * checkProcedure(template).map(({ code, path }) => [code, path]);
 * // => [["engine.procedure_order", "stages[0].steps[0].dependsOn"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkProcedure(template: ProcedureTemplate): readonly PlacedMessage<EngineCode | KernelCode>[] {
  return readSafely("template", () => {
    const found: Found[] = [];
    checkShape(template, found);
    return found.length > 0 ? found : checkMeaning(template);
  });
}

/** Asks something of every item of a list that may be absent. */
function eachOf(value: unknown, path: string, found: Found[], check: (item: unknown, path: string) => void): void {
  if (value !== undefined && listAt(value, path, found)) value.forEach((item, i) => void check(item, `${path}[${i}]`));
}

function checkShape(template: unknown, found: Found[]): void {
  if (!recordAt(template, "", found)) return;
  textAt(template["code"], "code", found);
  textAt(template["version"], "version", found);
  wordsAt(template["title"], "title", found);
  for (const name of ["objectives", "knowledge"]) eachOf(template[name], name, found, (item, path) => wordsAt(item, path, found));
  for (const name of ["roles", "documents", "conditions"]) {
    const titles = template[name];
    if (name === "conditions" && titles === undefined) continue;
    if (recordAt(titles, name, found)) for (const [key, title] of Object.entries(titles)) wordsAt(title, `${name}.${key}`, found);
  }
  if (!listAt(template["stages"], "stages", found)) return;
  eachOf(template["stages"], "stages", found, (stage, path) => {
    if (!recordAt(stage, path, found)) return;
    textAt(stage["id"], `${path}.id`, found);
    wordsAt(stage["title"], `${path}.title`, found);
    if (listAt(stage["steps"], `${path}.steps`, found))
      eachOf(stage["steps"], `${path}.steps`, found, (step, at) => checkStep(step, at, found));
  });
}

function checkStep(step: unknown, path: string, found: Found[]): void {
  if (!recordAt(step, path, found)) return;
  const text = (item: unknown, place: string) => textAt(item, place, found);
  textAt(step["id"], `${path}.id`, found);
  wordsAt(step["title"], `${path}.title`, found);
  textAt(step["owner"], `${path}.owner`, found);
  if (step["execution"] !== undefined) wordsAt(step["execution"], `${path}.execution`, found);
  for (const name of ["inputs", "dependsOn"]) eachOf(step[name], `${path}.${name}`, found, text);
  eachOf(step["controlPoints"], `${path}.controlPoints`, found, (item, place) => wordsAt(item, place, found));
  eachOf(step["outputs"], `${path}.outputs`, found, (output, place) => {
    if (!recordAt(output, place, found)) return;
    textAt(output["document"], `${place}.document`, found);
    if (output["atLeast"] !== undefined) countAt(output["atLeast"], `${place}.atLeast`, found, 1, MOST);
  });
  const gate = step["gate"];
  if (gate !== undefined && recordAt(gate, `${path}.gate`, found)) {
    wordsAt(gate["title"], `${path}.gate.title`, found);
    for (const name of ["rules", "approvals"]) eachOf(gate[name], `${path}.gate.${name}`, found, text);
  }
  for (const name of ["after", "within"]) {
    const span: unknown = step[name];
    if (span === undefined || !recordAt(span, `${path}.${name}`, found)) continue;
    countAt(span["count"], `${path}.${name}.count`, found, 0, MOST);
    choiceAt(span["unit"], `${path}.${name}.unit`, found, ["days", "workdays"]);
  }
  const repeat = step["repeat"];
  if (repeat !== undefined && recordAt(repeat, `${path}.repeat`, found)) {
    countAt(repeat["every"], `${path}.repeat.every`, found, 1, MOST);
    choiceAt(repeat["unit"], `${path}.repeat.unit`, found, ["days", "weeks", "months", "years"]);
  }
  if (step["doneWhen"] !== undefined) choiceAt(step["doneWhen"], `${path}.doneWhen`, found, ["delivered"]);
  if (step["weight"] !== undefined) decimalAt(step["weight"], `${path}.weight`, found);
}

/** Most days, documents or units that a template may name: ten years of days. */
const MOST = 3660;

function checkMeaning(template: ProcedureTemplate): readonly Found[] {
  const found: Found[] = [];
  const steps = listSteps(template);
  if (steps.length === 0) miss(found, "engine.procedure_empty", "stages", {});
  twice([...template.stages.map(({ id }, i) => ({ id, path: `stages[${i}]` }))], found);
  twice(
    steps.map(({ step, path }) => ({ id: step.id, path })),
    found,
  );
  checkNames(template, steps, found);
  checkOrder(steps, found);
  for (const { step, path } of steps) {
    const { gate, outputs = [], weight = "1" } = step;
    const asks = (gate?.rules?.length ?? 0) + (gate?.approvals?.length ?? 0) > 0;
    if (gate !== undefined && !asks) miss(found, "engine.procedure_gate_empty", `${path}.gate`, { step: step.id });
    if (step.doneWhen === "delivered" && !asks && outputs.length === 0) {
      miss(found, "engine.procedure_never_done", `${path}.doneWhen`, { step: step.id });
    }
    if (compareDecimals(weight, "0") <= 0) miss(found, "engine.procedure_weight", `${path}.weight`, { step: step.id, got: weight });
  }
  return found;
}

function twice(named: readonly { readonly id: string; readonly path: string }[], found: Found[]): void {
  const seen = new Set<string>();
  for (const { id, path } of named) {
    if (seen.has(id)) miss(found, "engine.procedure_id_twice", `${path}.id`, { id });
    seen.add(id);
  }
}

function checkNames(template: ProcedureTemplate, steps: readonly ListedStep[], found: Found[]): void {
  const { roles, documents, conditions = {}, loopsBackTo } = template;
  const ids = Object.fromEntries(steps.map(({ step }) => [step.id, true]));
  const known = { roles, documents, conditions, steps: ids };
  const look = (kind: keyof typeof known, name: string | undefined, path: string): void => {
    if (name !== undefined && !Object.hasOwn(known[kind], name)) miss(found, "engine.procedure_unknown_name", path, { kind, name });
  };
  look("steps", loopsBackTo, "loopsBackTo");
  for (const { step, path } of steps) {
    look("roles", step.owner, `${path}.owner`);
    look("conditions", step.onlyIf, `${path}.onlyIf`);
    step.inputs?.forEach((document, i) => void look("documents", document, `${path}.inputs[${i}]`));
    step.outputs?.forEach(({ document }, i) => void look("documents", document, `${path}.outputs[${i}].document`));
    step.gate?.approvals?.forEach((role, i) => void look("roles", role, `${path}.gate.approvals[${i}]`));
    step.dependsOn?.forEach((id, i) => void look("steps", id, `${path}.dependsOn[${i}]`));
  }
}

function checkOrder(steps: readonly ListedStep[], found: Found[]): void {
  const places = new Map(steps.map(({ step }, place) => [step.id, place]));
  /** Where a document is first brought forth. */
  const sources = new Map<string, number>();
  steps.forEach(({ step: { outputs = [] } }, place) => {
    for (const { document } of outputs) if (!sources.has(document)) sources.set(document, place);
  });
  steps.forEach(({ step, path, dependsOn }, place) => {
    const later = dependsOn.filter((id) => (places.get(id) ?? -1) >= place);
    const circle = later.find((id) => waitsFor(steps, places, id, step.id));
    if (circle !== undefined) miss(found, "engine.procedure_circle", `${path}.dependsOn`, { step: step.id, on: circle });
    else if (later.length > 0) miss(found, "engine.procedure_order", `${path}.dependsOn`, { step: step.id, on: later });
    step.inputs?.forEach((document, i) => {
      if ((sources.get(document) ?? -1) >= place)
        miss(found, "engine.procedure_input_late", `${path}.inputs[${i}]`, { step: step.id, document });
    });
  });
}

/** Whether a step waits, directly or by others, for another, or is it. */
function waitsFor(steps: readonly ListedStep[], places: ReadonlyMap<string, number>, id: string, other: string): boolean {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === other) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(steps[places.get(next) ?? -1]?.dependsOn ?? []));
  }
  return false;
}
