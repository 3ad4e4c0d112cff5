/** What the architecture tests read: the files of `src`, parsed, or a few lines of a fixture in their place. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

export interface SourceFile {
  /** From `src`: `kernel/decimal.ts`. */
  readonly path: string;
  /** First part of the path; empty for `src/index.ts`. */
  readonly folder: string;
  readonly tree: ts.SourceFile;
}

export type Source = ReadonlyMap<string, SourceFile>;

/** A breach of a rule, as `kernel/decimal.ts:12 what is wrong`. */
export type Breach = string;

export type Rule = (source: Source) => readonly Breach[];

/** Files by path, for a fixture: `sourceOf({ "kernel/a.ts": "export const a = 1;" })`. */
export function sourceOf(files: { readonly [path: string]: string }): Source {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
      return [path, { path, folder: path.includes("/") ? path.slice(0, path.indexOf("/")) : "", tree }];
    }),
  );
}

let read: Source | undefined;

/** The library as it stands. */
export function readSource(): Source {
  read ??= sourceOf(Object.fromEntries(filesIn("src", ".ts").map((path) => [path, readFileSync(`src/${path}`, "utf8")])));
  return read;
}

/** Tests that a rule holds in `src`, and that it would be seen to fail: it names the breaches of a planted fixture. */
export function hold(name: string, rule: Rule, planted: { readonly [path: string]: string }, breaches: readonly Breach[]): void {
  describe(name, () => {
    test("holds in src", () => expect(rule(readSource())).toStrictEqual([]));
    test("is seen to fail on a planted breach", () => expect(rule(sourceOf(planted))).toStrictEqual(breaches));
  });
}

/** Paths below a folder of the project, with `/`, sorted. */
export function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(ending) && !path.includes("node_modules/"))
    .sort();
}

export function at(file: SourceFile, node: ts.Node, what: string): Breach {
  const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree));
  return `${file.path}:${line + 1} ${what}`;
}

/** Every node of a file, outermost first. */
export function* nodes(root: ts.Node): Generator<ts.Node> {
  yield root;
  const children: ts.Node[] = [];
  ts.forEachChild(root, (child) => void children.push(child));
  for (const child of children) yield* nodes(child);
}

/** One `import … from`, `export … from` or `import()`. */
export interface Import {
  readonly file: SourceFile;
  readonly node: ts.Node;
  readonly specifier: string;
  /** The file meant, from `src`. Absent: a package. */
  readonly target: string | undefined;
  /** `import type` or `export type`: nothing is loaded at run time. */
  readonly typeOnly: boolean;
}

function targetOf(file: SourceFile, specifier: string): string | undefined {
  return specifier.startsWith(".") ? posix.join(posix.dirname(file.path), specifier).replace(/\.js$/, ".ts") : undefined;
}

export function importsOf(file: SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    found.push({ file, node, specifier: specifier.text, target: targetOf(file, specifier.text), typeOnly });
  };
  for (const node of nodes(file.tree)) {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node, node.arguments[0], false);
  }
  return found;
}

/** A name that a file declares and exports. */
export interface Exported {
  readonly name: string;
  readonly file: SourceFile;
  readonly node: ts.Declaration;
  readonly kind: "function" | "value" | "type";
}

/** What a file declares and exports itself, re-exports left out. */
export function exportsOf(file: SourceFile): readonly Exported[] {
  const found: Exported[] = [];
  for (const node of file.tree.statements) {
    if (!ts.canHaveModifiers(node) || !ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isVariableStatement(node)) {
      for (const declared of node.declarationList.declarations) {
        const value = declared.initializer;
        const called = value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
        if (ts.isIdentifier(declared.name))
          found.push({ name: declared.name.text, file, node: declared, kind: called ? "function" : "value" });
      }
    } else if (ts.isFunctionDeclaration(node) && node.name) found.push({ name: node.name.text, file, node, kind: "function" });
    else if (ts.isClassDeclaration(node) && node.name) found.push({ name: node.name.text, file, node, kind: "value" });
    else if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      found.push({ name: node.name.text, file, node, kind: "type" });
  }
  return found;
}

/** What an `index.ts` gives to the outside: each name with the declaration it stands for. */
export function publicExports(source: Source, index: string): readonly Exported[] {
  const file = source.get(index);
  if (file === undefined) return [];
  const found: Exported[] = [...exportsOf(file)];
  for (const node of file.tree.statements) {
    if (!ts.isExportDeclaration(node) || node.exportClause === undefined || !ts.isNamedExports(node.exportClause)) continue;
    const from = node.moduleSpecifier === undefined ? undefined : targetOf(file, (node.moduleSpecifier as ts.StringLiteral).text);
    const there = from === undefined ? [] : publicExports(source, from);
    for (const { name, propertyName } of node.exportClause.elements) {
      const one = there.find((candidate) => candidate.name === (propertyName ?? name).text);
      if (one !== undefined) found.push({ ...one, name: name.text });
    }
  }
  return found;
}

/** The entries of the package: `src/index.ts` and the `index.ts` of every folder. */
export function indexes(source: Source): readonly string[] {
  return [...source.keys()].filter((path) => /^(?:[^/]+\/)?index\.ts$/.test(path));
}

/** The doc comments that stand before a declaration. */
export function docsOf({ node }: Exported): readonly ts.JSDoc[] {
  const owner = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return ts.getJSDocCommentsAndTags(owner).filter(ts.isJSDoc);
}

export function isInternal(one: Exported): boolean {
  return isInternalFile(one.file.tree.text) || docsOf(one).some((doc) => doc.getText().includes("@internal"));
}

/** A file whose opening comment says `@internal`: nothing of it is for the outside. */
export function isInternalFile(text: string): boolean {
  return /^\/\*\*(?:[^*]|\*(?!\/))*@internal\n \*\/\n(?:import |\n)/.test(text);
}

/** `computeVolumeRebate` → `compute-volume-rebate`; `SKU` stays one word. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3-$2$4").toLowerCase();
}
