import { checkChoice, readSafely } from "../kernel/check.js";
import type { Language, Words } from "../kernel/message.js";
import { type CompiledRegion, listOf, own, statesLeft } from "./compile-table.js";
import type { Machine } from "./machine.js";
import { mermaidId, mermaidText } from "./mermaid.js";
import { checkRegions } from "./standing.js";
import type { MachineTypes } from "./state-table.js";

/**
 * Draws a machine as a Mermaid state diagram, so that the picture in a document is printed from the table.
 *
 * @remarks
 * Arrows in table order, labelled `event [guards]`; an arrow that waits for a day names the date. Regions are drawn side by side in one
 * state. Characters with a meaning in Mermaid are escaped.
 *
 * @param machine - The tables.
 * @param language - Language of the labels.
 * @returns Lines joined by `\n`, without a final line end.
 * @throws LibraryFault `kernel.*` for what is no machine, or no language.
 *
 * @example Two states
 * ```ts
 * import { machineKit, renderMachine } from "qudao/engine";
 *
 * const { defineMachine } = machineKit<{ event: { type: "signed" }; data: object; facts: object; effect: never }>();
 * const contract = defineMachine({
 *   name: "contract", title: { en: "Contract", zh: "合同" }, initial: "draft", final: ["live"],
 *   states: { draft: { en: "draft", zh: "草稿" }, live: { en: "in force", zh: "生效" } },
 *   events: { signed: { en: "signed", zh: "签署" } }, effects: {}, guards: {}, updates: {},
 *   arrows: [{ from: "draft", on: "signed", to: "live" }],
 * });
 * renderMachine(contract, "zh").split("\n");
 * // => ["stateDiagram-v2", "  state \"草稿\" as draft", "  state \"生效\" as live", "  [*] --> draft", "  draft --> live : 签署", "  live --> [*]"]
 * ```
 *
 * @since 0.1.0
 */
export function renderMachine<X extends MachineTypes, A>(machine: Machine<X, A>, language: Language): string {
  return readSafely({ machine, language }, () => {
    const regions = checkRegions(machine, "machine");
    checkChoice(language, "language", ["en", "zh"]);
    const blocks = regions.map((region) => linesOf(region, language));
    if (regions[0]?.region === "") return ["stateDiagram-v2", ...(blocks[0] ?? []).map((line) => `  ${line}`)].join("\n");
    const inside = blocks.flatMap((lines, i) => [...(i === 0 ? [] : ["--"]), ...lines]);
    return [
      "stateDiagram-v2",
      `  state "${mermaidText(machine.title[language])}" as ${mermaidId(machine.name)} {`,
      ...inside.map((line) => `    ${line}`),
      "  }",
    ].join("\n");
  });
}

function linesOf({ table, region }: CompiledRegion, language: Language): readonly string[] {
  const idOf = (state: string) => mermaidId(region === "" ? state : `${region}_${state}`);
  const say = (words: Words | undefined, name: string) => mermaidText(words?.[language] ?? name);
  const arrows = table.arrows.flatMap((arrow) => {
    const guards = listOf(arrow.when).map((name) => say(own(table.guards, name)?.title, name));
    const due = arrow.dueOn === undefined ? [] : [language === "zh" ? `到 ${arrow.dueOn}` : `on ${arrow.dueOn}`];
    const conditions = [...due, ...guards];
    const label =
      say(own(table.events, arrow.on), arrow.on) +
      (conditions.length === 0 ? "" : ` [${conditions.join(language === "zh" ? "、" : ", ")}]`);
    return statesLeft(arrow, table).map((state) => `${idOf(state)} --> ${idOf(arrow.to === "=" ? state : arrow.to)} : ${label}`);
  });
  return [
    ...Object.entries(table.states).map(([state, title]) => `state "${mermaidText(title[language])}" as ${idOf(state)}`),
    ...listOf(table.initial).map((state) => `[*] --> ${idOf(state)}`),
    ...arrows,
    ...table.final.map((state) => `${idOf(state)} --> [*]`),
  ];
}
