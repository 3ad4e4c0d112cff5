/** Finds the examples of the documentation and makes them fit to be compiled and run. */
import { isDeepStrictEqual } from "node:util";
import ts from "typescript";

/** One fenced block of TypeScript. */
export interface Example {
  readonly file: string;
  /** Line of the file on which the code begins. */
  readonly line: number;
  /** What stands after `ts` on the fence: `no-run` with a reason, `continued`, or nothing. */
  readonly info: string;
  readonly code: string;
}

/** Names of languages that would hide an example from these tests. */
const otherSpellings = /^(typescript|js|javascript|mjs|mts|cts|tsx)\b/;

/** The examples of a Markdown page, or of the doc comments of a source file, in order. */
export function examplesIn(file: string, text: string): readonly Example[] {
  const lines = text.split("\n");
  const found: Example[] = [];
  const inComments = file.endsWith(".ts");
  let inComment = false;
  let fence: { ticks: string; info: string; from: number; code: string[] } | undefined;
  lines.forEach((raw, index) => {
    if (inComments && !inComment) inComment = /^\s*\/\*\*/.test(raw);
    const line = inComments ? (inComment ? raw.replace(/^\s*\* ?/, "") : "") : raw;
    const mark = /^\s*(`{3,})(.*)$/.exec(line);
    if (fence === undefined && mark !== null)
      fence = { ticks: mark[1] as string, info: (mark[2] as string).trim(), from: index + 2, code: [] };
    else if (fence !== undefined && mark !== null && (mark[1] as string).length >= fence.ticks.length && mark[2] === "") {
      const { info, from, code } = fence;
      if (otherSpellings.test(info)) throw new Error(`${file}:${from - 1} write ts, not ${info}, so that the example is run`);
      if (/^ts\b/.test(info)) found.push({ file, line: from, info: info.slice(2).trim(), code: code.join("\n") });
      fence = undefined;
    } else fence?.code.push(line);
    if (inComments && inComment && raw.includes("*/")) {
      inComment = false;
      fence = undefined;
    }
  });
  return found;
}

/** An example with what it continues before it, as one module, and where each of its lines stands. */
export interface Module {
  readonly example: Example;
  readonly code: string;
  /** Line of the module, from 0 → `file:line`. */
  readonly places: readonly string[];
  /** Lines of the module that belong to what is continued. */
  readonly before: number;
}

/** Joins every `continued` example to the ones before it on its page. */
export function modulesOf(examples: readonly Example[]): readonly Module[] {
  const modules: Module[] = [];
  for (const example of examples) {
    const last = modules.at(-1);
    const continues = example.info === "continued" && last?.example.file === example.file ? last : undefined;
    const own = example.code.split("\n");
    modules.push({
      example,
      code: [...(continues === undefined ? [] : [continues.code]), ...own].join("\n"),
      places: [...(continues?.places ?? []), ...own.map((_, i) => `${example.file}:${example.line + i}`)],
      before: continues?.places.length ?? 0,
    });
  }
  return modules;
}

/** One `expression; // => value`. */
export interface Claim {
  readonly place: string;
  readonly value: unknown;
}

/** The module with every claimed expression handed to `checkExample(id, claim, expression)`, line for line, and the claims. */
export function withChecks(module: Module, id: number): { readonly code: string; readonly claims: readonly Claim[] } {
  const { code, places, before } = module;
  const tree = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const marks = code.split("\n").flatMap((line, i) => (i >= before && /\/\/ =>/.test(line) ? [i] : []));
  const claims: Claim[] = [];
  let checked = "";
  let done = 0;
  for (const statement of tree.statements) {
    const end = lineOf(statement.end);
    const line = marks.find((mark) => mark === end) ?? marks.find((mark) => mark === end + 1 && startsWithMark(code, mark));
    if (line === undefined || !ts.isExpressionStatement(statement)) continue;
    marks.splice(marks.indexOf(line), 1);
    const { expression } = statement;
    checked += `${code.slice(done, expression.getStart(tree))}checkExample(${id}, ${claims.length}, (${expression.getText(tree)}))`;
    done = expression.end;
    claims.push({ place: places[line] as string, value: valueAt(code, line, places[line] as string) });
  }
  if (marks.length > 0) throw new Error(`${places[marks[0] as number]} "// =>" must follow an expression that is a statement of its own`);
  return { code: checked + code.slice(done), claims };
}

const startsWithMark = (code: string, line: number) => /^\s*\/\/ =>/.test(code.split("\n")[line] ?? "");

/** The value after `// =>`; it goes on in the comment lines below for as long as it is not whole. */
function valueAt(code: string, line: number, place: string): unknown {
  const lines = code.split("\n");
  let text = (lines[line] as string).replace(/^.*?\/\/ =>/, "");
  for (let next = line + 1; ; next++) {
    try {
      return new Function(`"use strict"; return (${text}\n);`)();
    } catch {
      const more = /^\s*\/\/(?! =>)(.*)$/.exec(lines[next] ?? "")?.[1];
      if (more === undefined) throw new Error(`${place} the value after "// =>" is not a JavaScript literal:${text}`);
      text += `\n${more}`;
    }
  }
}

/** What is wrong with the values an example was seen to give; nothing when all claims hold. */
export function unmet(claims: readonly Claim[], seen: ReadonlyMap<number, unknown>): readonly string[] {
  return claims.flatMap(({ place, value }, i) => {
    if (!seen.has(i)) return [`${place} was never reached`];
    return isDeepStrictEqual(seen.get(i), value) ? [] : [`${place} gives ${shown(seen.get(i))}, not ${shown(value)}`];
  });
}

const shown = (value: unknown): string => (value === undefined ? "undefined" : JSON.stringify(value));
