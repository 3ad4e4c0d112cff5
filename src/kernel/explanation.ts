import type { Catalogue, Language, Message } from "./message.js";
import { renderMessage } from "./message.js";

/**
 * The working that led to an answer: a tree of messages. A parent says what was found, its children from what.
 *
 * Where `adds` names a parameter, the children's parameters of that name add up to the parent's, exactly: `checkExplanation` proves it.
 */
export interface Explanation<C extends string = string> extends Message<C> {
  /** What this follows from, in reading order. Absent: a fact. */
  readonly from?: readonly Explanation[];
  /** The parameter whose values in the children sum to its value here. Absent: the children are not a sum. */
  readonly adds?: string;
}

/** An answer with its working. */
export interface Explained<T, C extends string = string> {
  /** The verdict or figure. */
  readonly outcome: T;
  /** How it came about. */
  readonly explanation: Explanation<C>;
}

/** How an explanation is laid out: an indented text, or a nested Markdown list. */
export type ExplanationLayout = "text" | "markdown";

/**
 * Renders an explanation as indented text or as a nested Markdown list.
 *
 * @remarks
 * Total, like `renderMessage`. One line per node, two spaces per level. In Markdown, characters with a meaning are escaped.
 *
 * @param explanation - The tree to render.
 * @param choice - `language`, `layout` (default `"text"`) and `catalogue` (words by code; all of them are in `qudao/i18n`).
 * @returns Lines joined by `\n`, without a final line end.
 *
 * @example A tree of two levels
 * ```ts
 * import { renderExplanation } from "qudao/kernel";
 *
 * const catalogue = { "shop.sum": { en: "Sum {amount}", zh: "合计 {amount}" }, "shop.item": { en: "Item {amount}", zh: "项目 {amount}" } };
 * const tree = {
 *   code: "shop.sum", params: { amount: "5" }, adds: "amount",
 *   from: [{ code: "shop.item", params: { amount: "2" } }, { code: "shop.item", params: { amount: "3" } }],
 * };
 * renderExplanation(tree, { language: "en", catalogue }); // => "Sum 5\n  Item 2\n  Item 3"
 * renderExplanation(tree, { language: "zh", layout: "markdown", catalogue }); // => "- 合计 5\n  - 项目 2\n  - 项目 3"
 * ```
 *
 * @since 0.1.0
 */
export function renderExplanation(
  explanation: Explanation,
  choice: { readonly language: Language; readonly layout?: ExplanationLayout; readonly catalogue: Catalogue },
): string {
  const { language, layout = "text", catalogue } = choice;
  const lines: string[] = [];
  const open: { node: Explanation; depth: number }[] = [{ node: explanation, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    const line = renderMessage(node, language, catalogue);
    lines.push(`${"  ".repeat(depth)}${layout === "markdown" ? `- ${escapeMarkdown(line)}` : line}`);
    const from = node.from ?? [];
    for (let i = from.length - 1; i >= 0; i--) open.push({ node: from[i] as Explanation, depth: depth + 1 });
  }
  return lines.join("\n");
}

function escapeMarkdown(line: string): string {
  return line.replace(/[\\`*_[\]<>|#]/g, "\\$&").replace(/\r?\n/g, " ");
}
