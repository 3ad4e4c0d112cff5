import { checkChoice, readSafely } from "../kernel/check.js";
import { type Language, renderMessage, type Words } from "../kernel/message.js";
import type { ListedStep } from "./list-steps.js";
import { mermaidId, mermaidText } from "./mermaid.js";
import { type OpenProcedure, openProcedure } from "./open-procedure.js";
import type { ProcedureStep, ProcedureTemplate } from "./procedure.js";
import { procedureMessages } from "./procedure-messages.js";

/** A procedure drawn and tabulated. */
export interface RenderedProcedure {
  /** A Mermaid flow chart: one node per step, in order, grouped by stage. Lines joined by `\n`, without a final line end. */
  readonly flowchart: string;
  /** A Markdown table: one row per step, in order. Lines joined by `\n`, without a final line end. */
  readonly table: string;
}

/**
 * Draws a procedure as a flow chart and as a table, so that both are printed from the template.
 *
 * @remarks
 * A node names the step with its number, its owner and its documents; a dotted arrow leads back where the procedure begins again.
 * Characters with a meaning in Mermaid or Markdown are escaped.
 *
 * @param template - The template.
 * @param language - Language of the words.
 * @returns The chart and the table.
 * @throws LibraryFault `engine.procedure_*` for a faulty template, `kernel.not_a_choice` for another language.
 *
 * @example A step and its document
 * ```ts
 * import { renderProcedure } from "qudao/engine";
 *
 * const template = {
 *   code: "demo.survey", version: "1", title: { en: "Survey", zh: "调查" },
 *   roles: { marketing: { en: "Marketing", zh: "营销人员" } },
 *   documents: { form: { en: "Questionnaire", zh: "《客户调查问卷》" } },
 *   stages: [{ id: "all", title: { en: "Survey", zh: "调查" }, steps: [
 *     { id: "ask", title: { en: "Ask customers", zh: "分析客户需要" }, owner: "marketing", outputs: [{ document: "form" }] },
 *   ] }],
 * };
 * renderProcedure(template, "zh").flowchart.split("\n");
 * // => ["flowchart TD", "  subgraph stage_all[\"调查\"]", "    ask[\"1 分析客户需要<br/>营销人员<br/>《客户调查问卷》\"]", "  end"]
 * ```
 *
 * @since 0.1.0
 */
export function renderProcedure(template: ProcedureTemplate, language: Language): RenderedProcedure {
  return readSafely({ template, language }, () => {
    const procedure = openProcedure(template);
    checkChoice(language, "language", ["en", "zh"]);
    return { flowchart: flowchartOf(procedure, language), table: tableOf(procedure, language) };
  });
}

function flowchartOf({ template, steps }: OpenProcedure, language: Language): string {
  const { roles, documents, stages, loopsBackTo } = template;
  const node = (listed: ListedStep): string => {
    const { step } = listed;
    const papers = (step.outputs ?? []).map(({ document }) => documents[document]);
    const lines = [roles[step.owner], ...papers].map((words) => mermaidText(words?.[language] ?? ""));
    return `${mermaidId(step.id)}["${[`${steps.indexOf(listed) + 1} ${mermaidText(step.title[language])}`, ...lines].join("<br/>")}"]`;
  };
  const last = steps.at(-1);
  return [
    "flowchart TD",
    ...stages.flatMap((stage) => [
      `  subgraph stage_${mermaidId(stage.id)}["${mermaidText(stage.title[language])}"]`,
      ...steps.filter((listed) => listed.stage === stage).map((listed) => `    ${node(listed)}`),
      "  end",
    ]),
    ...steps.flatMap(({ step, dependsOn }) => dependsOn.map((id) => `  ${mermaidId(id)} --> ${mermaidId(step.id)}`)),
    ...(loopsBackTo === undefined || last === undefined ? [] : [`  ${mermaidId(last.step.id)} -.-> ${mermaidId(loopsBackTo)}`]),
  ].join("\n");
}

const columns = [
  "engine.procedure_column.number",
  "engine.procedure_column.stage",
  "engine.procedure_column.step",
  "engine.procedure_column.owner",
  "engine.procedure_column.inputs",
  "engine.procedure_column.outputs",
  "engine.procedure_column.control_points",
  "engine.procedure_column.gate",
  "engine.procedure_column.time",
] as const;

function tableOf({ template, steps }: OpenProcedure, language: Language): string {
  const { roles, documents } = template;
  const say = (words: Words | undefined): string => words?.[language] ?? "";
  const join = (parts: readonly string[]): string => parts.join(language === "zh" ? "；" : "; ");
  const rows = steps.map(({ step, stage }, i) => [
    String(i + 1),
    say(stage.title),
    say(step.title),
    say(roles[step.owner]),
    join((step.inputs ?? []).map((document) => say(documents[document]))),
    join((step.outputs ?? []).map(({ document, atLeast = 1 }) => say(documents[document]) + (atLeast > 1 ? ` ×${atLeast}` : ""))),
    join((step.controlPoints ?? []).map(say)),
    gateOf(template, step, language),
    join(timeOf(step, language)),
  ]);
  const head = columns.map((code) => say(procedureMessages[code]));
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function gateOf({ roles }: ProcedureTemplate, { gate }: ProcedureStep, language: Language): string {
  if (gate === undefined) return "";
  const asks = [...(gate.rules ?? []), ...(gate.approvals ?? []).map((role) => roles[role]?.[language] ?? role)];
  return renderMessage({ code: "engine.procedure_gate", params: { title: gate.title[language], asks } }, language, procedureMessages);
}

function timeOf({ after, within, repeat }: ProcedureStep, language: Language): readonly string[] {
  const say = (code: "engine.procedure_after" | "engine.procedure_within" | "engine.procedure_every", count: number, unit: string) =>
    renderMessage({ code, params: { count, unit } }, language, procedureMessages);
  return [
    ...(after === undefined ? [] : [say("engine.procedure_after", after.count, after.unit)]),
    ...(within === undefined ? [] : [say("engine.procedure_within", within.count, within.unit)]),
    ...(repeat === undefined ? [] : [say("engine.procedure_every", repeat.every, repeat.unit)]),
  ];
}

function escapeCell(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, "\\$&").replace(/\s+/g, " ");
}
