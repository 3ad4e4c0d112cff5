/** The package's entries are the folders of `src`, and what they give away is plain. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { type Breach, hold, isInternalFile, publicExports, type Rule } from "./source.js";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const folders = readdirSync("src", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Folders whose names the root does not repeat: a host asks for words and schemas where it needs them. */
const notInRoot = ["i18n", "schemas"];

describe("package.json", () => {
  test("has one entry per folder of src, the root, the JSON Schemas and itself, and nothing else", () => {
    const entry = (at: string) => ({
      import: {
        types: `./dist/${at}index.d.ts`,
        module: `./dist/${at}index.js`,
        node: `./dist/node/${at}index.js`,
        default: `./dist/${at}index.js`,
      },
      require: { types: `./dist/${at}index.d.cts`, node: `./dist/node/${at}index.cjs`, default: `./dist/${at}index.cjs` },
    });
    expect(manifest.exports).toStrictEqual({
      ".": entry(""),
      ...Object.fromEntries(folders.map((folder) => [`./${folder}`, entry(`${folder}/`)])),
      "./json-schemas/*.json": "./dist/schemas/*.json",
      "./package.json": "./package.json",
    });
  });

  test.each(["", ...folders.map((folder) => `${folder}/`)])("has a file behind the entry src/%sindex.ts", (folder) => {
    expect(existsSync(`src/${folder}index.ts`)).toBe(true);
  });

  test("depends on decimal.js and date-fns, and asks the host for zod", () => {
    expect(Object.keys(manifest.dependencies)).toStrictEqual(["@date-fns/utc", "date-fns", "decimal.js"]);
    expect(manifest.peerDependencies).toStrictEqual({ zod: "^4.0.0" });
    expect(manifest.sideEffects).toBe(false);
  });
});

/** What a folder gives and the root does not, and the other way round. */
const rootNamesEverything: Rule = (source) => {
  const names = (index: string) => publicExports(source, index).map((one) => one.name);
  const inFolders = [...source.keys()]
    .filter((path) => /^[^/]+\/index\.ts$/.test(path) && !notInRoot.includes(path.slice(0, path.indexOf("/"))))
    .flatMap((path) => names(path).map((name) => [name, path] as const));
  const root = new Set(names("index.ts"));
  const known = new Set(inFolders.map(([name]) => name));
  return [
    ...inFolders.filter(([name]) => !root.has(name)).map(([name, path]) => `index.ts does not name ${name} of ${path}`),
    ...[...root].filter((name) => !known.has(name)).map((name) => `index.ts names ${name}, which no folder gives`),
  ];
};

hold(
  "the root names everything that the folders give",
  rootNamesEverything,
  {
    "index.ts": 'export { a } from "./kernel/index.js";\nexport { c } from "./kernel/c.js";',
    "kernel/index.ts": 'export { a, b } from "./a.js";',
    "kernel/a.ts": "export const a = 1;\nexport const b = 1;",
    "kernel/c.ts": "export const c = 1;",
    "i18n/index.ts": "export const catalogue = {};",
  },
  ["index.ts does not name b of kernel/index.ts", "index.ts names c, which no folder gives"],
);

/** Types that must not cross the border: two copies of them would disagree, and none survives JSON. */
const foreign = new Set(["Decimal", "Date", "Map", "Set", "WeakMap", "WeakSet", "symbol", "unique symbol"]);
const foreignPackages = /^(decimal\.js|date-fns|@date-fns\/)/;

function foreignTypes(declarations: { readonly [path: string]: string }): readonly Breach[] {
  return Object.entries(declarations).flatMap(([path, text]) => {
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const found: Breach[] = [];
    const visit = (node: ts.Node): void => {
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      if (ts.isStringLiteral(node) && foreignPackages.test(node.text) && !ts.isLiteralTypeNode(node.parent)) {
        found.push(`${path}:${line} speaks of ${node.text}`);
      } else if (ts.isImportTypeNode(node) && foreignPackages.test(node.argument.getText(tree).slice(1))) {
        found.push(`${path}:${line} speaks of ${node.argument.getText(tree)}`);
      } else if (ts.isTypeReferenceNode(node) && foreign.has(node.typeName.getText(tree)))
        found.push(`${path}:${line} gives a ${node.typeName.getText(tree)}`);
      else if (node.kind === ts.SyntaxKind.SymbolKeyword) found.push(`${path}:${line} gives a symbol`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** The declarations that the build writes, `@internal` ones left out. */
function emitDeclarations(): { readonly [path: string]: string } {
  const config = ts.getParsedCommandLineOfConfigFile(
    ".config/tsconfig.build.json",
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  if (config === undefined) throw new Error("cannot read .config/tsconfig.build.json");
  const written: Record<string, string> = {};
  const options = { ...config.options, declarationMap: false, noEmitOnError: false };
  ts.createProgram(config.fileNames, options).emit(undefined, (path, text) => {
    const name = path.replace(/^.*\/dist\//, "");
    if (!isInternalFile(ts.sys.readFile(`src/${name.replace(/\.d\.ts$/, ".ts")}`) ?? "")) written[name] = text;
  });
  return written;
}

describe("public declarations", () => {
  test("name no Decimal, Date, Map, Set or symbol, and no type of another package", { timeout: 120_000 }, () => {
    const declarations = emitDeclarations();
    expect(Object.keys(declarations)).toContain("kernel/index.d.ts");
    expect(foreignTypes(declarations)).toStrictEqual([]);
  });

  test("are seen to fail on a planted breach", () => {
    const planted = {
      "kernel/a.d.ts":
        'import { Decimal } from "decimal.js";\nexport declare function f(x: Decimal): Date;\nexport declare const s: unique symbol;',
      "kernel/b.d.ts": 'export declare const d: import("decimal.js").Decimal;\nexport interface DateRange { readonly date: "decimal.js" }',
    };
    expect(foreignTypes(planted)).toStrictEqual([
      "kernel/a.d.ts:1 speaks of decimal.js",
      "kernel/a.d.ts:2 gives a Decimal",
      "kernel/a.d.ts:2 gives a Date",
      "kernel/a.d.ts:3 gives a symbol",
      'kernel/b.d.ts:1 speaks of "decimal.js"',
    ]);
  });
});
