import { at, checkChoice, checkList, checkRecord, checkText, type Fields, readSafely } from "./check.js";
import { exact, isDecimal, sumOf } from "./decimal.js";
import { kernelFault, type LibraryFault, shown } from "./fault.js";
import type { Catalogue, Language, Message, PlacedMessage } from "./message.js";
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
 * One line per node, two spaces per level. In Markdown, characters with a meaning are escaped.
 *
 * @param explanation - The tree to render.
 * @param choice - `language`, `layout` (default `"text"`) and `catalogue` (words by code; all of them are in `qudao/i18n`).
 * @returns Lines joined by `\n`, without a final line end.
 * @throws LibraryFault `kernel.explanation_too_large`: a tree that contains itself, or above a million nodes or a thousand levels;
 * `kernel.not_a_record`, `kernel.not_text` at `code` for what is no tree, such as the whole answer; `kernel.not_a_choice` for another language or layout.
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
  return readSafely({ explanation, choice }, () => {
    const { language, layout = "text", catalogue } = checkRecord(choice, "choice") as unknown as typeof choice;
    checkChoice(language, "choice.language", ["en", "zh"]);
    checkChoice(layout, "choice.layout", ["text", "markdown"]);
    const lines: string[] = [];
    for (const { node, depth } of nodesOf(explanation)) {
      const line = renderMessage(node, language, catalogue);
      lines.push(`${"  ".repeat(depth)}${layout === "markdown" ? `- ${escapeMarkdown(line)}` : line}`);
    }
    return lines.join("\n");
  });
}

/** Also a number or sign at the beginning, which would begin a list in the list. */
function escapeMarkdown(line: string): string {
  return line.trim().replace(/[\\`*_[\]<>|#~&$]|^[-+](?=\s)|(?<=^\d{1,9})[.)](?=\s)/g, "\\$&");
}

/**
 * Lists every node of an explanation whose parts do not add up to it.
 *
 * @remarks
 * Looks at the nodes that say `adds`: the parameter of that name must be the exact sum of the parameter in the children. No children
 * add up to 0. A value counts as what it is worth: `"5.00"` is `"5"`.
 *
 * @param explanation - The tree to check.
 * @returns One message per node that does not add up, with its path, parents first; empty: all of them do. `kernel.sum_differs` with the
 * value (`got`) and the sum of the parts (`want`); `kernel.sum_unreadable` where the node or a child has no decimal there.
 * @throws LibraryFault `kernel.explanation_too_large`: a tree that contains itself, or above a million nodes or a thousand levels.
 *
 * @example The second part is missing a unit
 * ```ts
 * import { checkExplanation } from "qudao/kernel";
 *
 * const item = (amount: string) => ({ code: "shop.item", params: { amount } });
 * const tree = { code: "shop.sum", params: { amount: "5" }, adds: "amount", from: [item("2"), item("2")] };
 * checkExplanation(tree); // => [{ code: "kernel.sum_differs", path: "", params: { name: "amount", got: "5", want: "4" } }]
 * ```
 *
 * @since 0.1.0
 */
export function checkExplanation(explanation: Explanation): readonly PlacedMessage<"kernel.sum_differs" | "kernel.sum_unreadable">[] {
  return readSafely({ explanation }, () => complaintsOf(explanation));
}

function complaintsOf(explanation: Explanation): readonly PlacedMessage<"kernel.sum_differs" | "kernel.sum_unreadable">[] {
  const found: PlacedMessage<"kernel.sum_differs" | "kernel.sum_unreadable">[] = [];
  for (const { node, place: root } of nodesOf(explanation)) {
    const { adds: name } = node;
    if (name === undefined) continue;
    const path = root.slice(`${TREE}.`.length);
    const own = paramOf(node, name, root);
    const parts = node.from.map((child, i) => paramOf(child, name, `${root}.from[${i}]`));
    const unreadable = [own, ...parts].findIndex((value) => !isNumeral(value));
    if (unreadable >= 0) {
      const place = at(unreadable === 0 ? "" : `from[${unreadable - 1}]`, "params");
      const got = shown(unreadable === 0 ? own : parts[unreadable - 1]);
      found.push({ code: "kernel.sum_unreadable", path, params: { name, got, place: at(place, name) } });
      continue;
    }
    const sum = sumOf(parts.map((value) => exact(value as string)));
    const got = exact(own as string);
    if (!sum.equals(got)) found.push({ code: "kernel.sum_differs", path, params: { name, got: got.toFixed(), want: sum.toFixed() } });
  }
  return found;
}

function paramOf(node: Explanation, name: string, path: string): unknown {
  return readSafely(path, () => {
    const { params } = checkRecord(node, path);
    return typeof params === "object" && params !== null && Object.hasOwn(params, name) ? (params as Fields)[name] : undefined;
  });
}

function isNumeral(value: unknown): boolean {
  return (typeof value === "string" || typeof value === "number") && isDecimal(value);
}

/** A node whose fields have been read once. */
interface OpenNode extends Explanation {
  readonly from: readonly Explanation[];
}

/** What the argument is called in the place of a fault; the place of a finding is said within it. */
const TREE = "explanation";
/** Far above any real working, and walked in about a second. Also what ends a tree that contains itself. */
const MOST_NODES = 1_000_000;
const MOST_LEVELS = 1000;

/** The nodes in reading order, without recursion: no depth exhausts the stack. */
function* nodesOf(root: Explanation): Generator<{ readonly node: OpenNode; readonly depth: number; readonly place: string }> {
  const open: { readonly value: Explanation; readonly depth: number; readonly place: string }[] = [{ value: root, depth: 0, place: TREE }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth, place } = next;
    const node = openNode(value, place);
    seen++;
    if (seen + open.length + node.from.length > MOST_NODES || depth > MOST_LEVELS) {
      throw tooLarge();
    }
    yield { node, depth, place };
    for (let i = node.from.length - 1; i >= 0; i--) {
      open.push({ value: node.from[i] as Explanation, depth: depth + 1, place: `${place}.from[${i}]` });
    }
  }
}

function tooLarge(): LibraryFault {
  return kernelFault("kernel.explanation_too_large", TREE, { nodes: MOST_NODES, levels: MOST_LEVELS });
}

function openNode(value: Explanation, path: string): OpenNode {
  return readSafely(path, () => {
    checkRecord(value, path);
    const { code, params, words, adds, from } = value;
    checkText(code, at(path, "code"));
    if (adds !== undefined) checkText(adds, at(path, "adds"));
    if (Array.isArray(from) && from.length > MOST_NODES) throw tooLarge();
    return { code, params, words, adds, from: from === undefined ? [] : checkList(from, at(path, "from")) } as OpenNode;
  });
}
