/** What a file of `src` looks like from outside: its length, its name, its exports, its comments, and the test that goes with it. */
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  at,
  type Breach,
  docsOf,
  type Exported,
  exportsOf,
  filesIn,
  hold,
  indexes,
  isInternal,
  isInternalFile,
  kebab,
  nodes,
  publicExports,
  type Rule,
  readSource,
  type Source,
  sourceOf,
} from "./source.js";

/** Lines of code: comments and blank lines are left out, so that documentation never has to be short. */
const MOST_LINES = 250;

/** Floors whose files hold a family of arithmetic or nouns; everywhere else a public function has a file of its own. */
const families = new Set(["", "kernel", "engine", "entities", "schemas", "i18n"]);

/** The two classes: what is thrown, since errors must be, and the decimal that never crosses the border. */
const classes = new Set(["LibraryFault", "Exact"]);

const isCode = (line: string) => /\S/.test(line) && !/^\s*(\/\/|\/?\*)/.test(line);

const filesAreShort: Rule = (source) =>
  [...source.values()].flatMap(({ path, tree }) => {
    const lines = tree.text.split("\n").filter(isCode).length;
    return lines > MOST_LINES && !path.endsWith("index.ts") ? [`${path} has ${lines} lines of code, ${MOST_LINES} are the most`] : [];
  });

const formsAreNamed: Rule = (source) =>
  [...source.values()].flatMap((file) =>
    [...nodes(file.tree)].flatMap((node) => {
      if (ts.isExportAssignment(node)) return [at(file, node, "may not export a default")];
      if (ts.isExportDeclaration(node) && (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause))) {
        return [at(file, node, "may not export *")];
      }
      if (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent))
        return [at(file, node, "may not export a default")];
      if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)) return [at(file, node, "may not declare an enum or a namespace")];
      return ts.isClassLike(node) && !classes.has(node.name?.text ?? "") ? [at(file, node, "may not declare a class")] : [];
    }),
  );

/** Every name given to the outside, once, with the entry that gives it. */
function given(source: Source): readonly Exported[] {
  const all = indexes(source).flatMap((index) => publicExports(source, index));
  return [...new Map(all.map((one) => [one.node, one])).values()];
}

const stem = (path: string) => posix.basename(path, ".ts");

const verbsHaveFiles: Rule = (source) =>
  given(source)
    .filter((one) => one.kind === "function" && !families.has(one.file.folder) && kebab(one.name) !== stem(one.file.path))
    .map((one) => at(one.file, one.node, `${one.name} must stand in a file of its own, ${one.file.folder}/${kebab(one.name)}.ts`));

/** `decimal.ts` gives `addDecimals`; `messages.ts` gives `creditMessages`: the words of the file's name stand in a name it exports. */
const filesAreNamedAfterWhatTheyGive: Rule = (source) =>
  [...source.values()]
    .filter((file) => stem(file.path) !== "index" && !/(^|[.-])(schema|catalogue)$/.test(stem(file.path)))
    // An internal file holds the parts of one mechanism, a schema file the schemas of one subject; their opening comments name them.
    .filter((file) => !isInternalFile(file.tree.text) && !/^(entities\/schema|schemas)\//.test(file.path))
    .filter((file) => {
      const names = exportsOf(file).map((one) => kebab(one.name).replace(/ies\b/g, "y").replace(/s\b/g, ""));
      return !names.some((name) => `-${name}-`.includes(`-${stem(file.path).replace(/ies\b/g, "y").replace(/s\b/g, "")}-`));
    })
    .map((file) => `${file.path} is named after nothing that it exports`);

const restIsInternal: Rule = (source) => {
  const open = new Set(given(source).map((one) => one.node));
  return [...source.values()].flatMap((file) =>
    exportsOf(file).flatMap((one) => {
      if (open.has(one.node))
        return isInternal(one) ? [at(file, one.node, `${one.name} is marked @internal and given to the outside`)] : [];
      return isInternal(one) || stem(file.path) === "index"
        ? []
        : [at(file, one.node, `${one.name} is in no index.ts and not marked @internal`)];
    }),
  );
};

function missingDocs({ node }: Exported, docs: readonly ts.JSDoc[]): readonly string[] {
  const doc = docs.at(-1);
  const tags = new Map((doc?.tags ?? []).map((tag) => [tag.tagName.text, tag]));
  const said = ts.getTextOfJSDocComment(doc?.comment) ?? "";
  const parameters = ts.isFunctionDeclaration(node) ? node.parameters : [];
  const described = new Set((doc?.tags ?? []).flatMap((tag) => (ts.isJSDocParameterTag(tag) ? [tag.name.getText()] : [])));
  const title = ts.getTextOfJSDocComment(tags.get("example")?.comment) ?? "no example, no title to miss";
  return [
    ...(/^\p{Lu}[\s\S]*[.:)]$/u.test(said.trim()) ? [] : ["a first sentence"]),
    ...parameters.filter((one) => ts.isIdentifier(one.name) && !described.has(one.name.text)).map((one) => `@param ${one.name.getText()}`),
    ...["returns", "example", "since"].filter((tag) => !tags.has(tag)).map((tag) => `@${tag}`),
    ...(title.startsWith("```") ? ["a title of its @example"] : []),
  ];
}

const functionsAreDocumented: Rule = (source) =>
  given(source)
    .filter((one) => one.kind === "function")
    .flatMap((one) => {
      const missing = missingDocs(one, docsOf(one));
      return missing.length === 0 ? [] : [at(one.file, one.node, `${one.name} lacks ${missing.join(", ")}`)];
    });

/** A field that tells the branches of a union apart has one value; the comment of its interface says what that is. */
const isLiteral = (field: ts.PropertySignature) => field.type !== undefined && ts.isLiteralTypeNode(field.type);

const typesAreDocumented: Rule = (source) =>
  given(source).flatMap((one): readonly Breach[] => {
    if (one.kind === "function") return [];
    const own = docsOf(one).length > 0 ? [] : [at(one.file, one.node, `${one.name} lacks a comment`)];
    const fields = [...nodes(one.node)]
      .filter(ts.isPropertySignature)
      .filter((node) => ts.isInterfaceDeclaration(node.parent) && !isLiteral(node));
    return [
      ...own,
      ...fields
        .filter((node) => ts.getJSDocCommentsAndTags(node).length === 0)
        .map((node) => at(one.file, node, `${one.name}.${node.name.getText()} lacks a comment`)),
    ];
  });

/** A host fills the nouns from its own tables: it has to know what an empty column means. */
const absenceIsToldOfNouns: Rule = (source) =>
  [...source.values()]
    .filter(({ path }) => path.startsWith("entities/"))
    .flatMap((file) =>
      [...nodes(file.tree)]
        .filter(ts.isPropertySignature)
        .filter((field) => field.questionToken !== undefined && ts.isInterfaceDeclaration(field.parent))
        .filter((field) => !ts.getJSDocCommentsAndTags(field).some((doc) => /\b[Aa]bsent\b/.test(doc.getText())))
        .map((field) =>
          at(file, field, `${(field.parent as ts.InterfaceDeclaration).name.text}.${field.name.getText()} lacks its absence`),
        ),
    );

/** The opening comment: a text, the same in Chinese, and the mark of a module. */
const STORY = /^\/\*\*\n \* \w(?:(?!\*\/)[\s\S])*? @zh\n \* \p{Script=Han}(?:(?!\*\/)[\s\S])*? @module\n/u;

const indexesTellTheirStory: Rule = (source) =>
  indexes(source)
    .filter((path) => !STORY.test(source.get(path)?.tree.text ?? ""))
    .map((path) => `${path} must open with the story of its folder, @zh and the story in Chinese, and @module`);

/** The files of `test` beside which a public function may be tested: `test/credit/age.test.ts` for `credit/age.ts`. */
function untested(source: Source, tests: readonly string[]): readonly Breach[] {
  const files = new Set(given(source).flatMap((one) => (one.kind === "function" ? [one.file.path] : [])));
  return [...files]
    .filter((path) => {
      const [folder, name] = [posix.dirname(path), stem(path)];
      return !tests.some((one) => one.startsWith(`${folder}/`) && new RegExp(`/${name}(\\.[\\w-]+)?\\.test\\.ts$`).test(one));
    })
    .map((path) => `${path} has no test file test/${posix.dirname(path)}/${stem(path)}.test.ts`);
}

hold(
  "no file is long",
  filesAreShort,
  {
    "kernel/long.ts": "const a = 1;\n".repeat(251),
    "kernel/documented.ts": `/**\n${" * why\n".repeat(300)} */\n${"const a = 1;\n\n".repeat(250)}`,
  },
  ["kernel/long.ts has 251 lines of code, 250 are the most"],
);

hold(
  "exports are named, and the two classes are the fault and the inner decimal",
  formsAreNamed,
  {
    "kernel/a.ts": 'export * from "./b.js";\nexport * as b from "./b.js";\nexport default 1;\nexport default function f() {}',
    "kernel/b.ts": "export class Money {}\nexport class LibraryFault {}\nconst C = class {};\nenum E { a }\nswitch (1) { default: }",
  },
  [
    "kernel/a.ts:1 may not export *",
    "kernel/a.ts:2 may not export *",
    "kernel/a.ts:3 may not export a default",
    "kernel/a.ts:4 may not export a default",
    "kernel/b.ts:1 may not declare a class",
    "kernel/b.ts:3 may not declare a class",
    "kernel/b.ts:4 may not declare an enum or a namespace",
  ],
);

hold(
  "every public verb of a domain folder has a file named after it",
  verbsHaveFiles,
  {
    "credit/index.ts":
      'export { ageReceivables, type Bucket } from "./age-receivables.js";\nexport { holdOrder as stopOrder, rank } from "./hold.js";',
    "credit/age-receivables.ts": "export interface Bucket {}\nexport function ageReceivables() {}",
    "credit/hold.ts": "export const holdOrder = () => 1;\nexport function rank() {}\nexport function unlisted() {}",
    "kernel/index.ts": 'export { addMoney } from "./money.js";',
    "kernel/money.ts": "export function addMoney() {}",
  },
  [
    "credit/hold.ts:1 stopOrder must stand in a file of its own, credit/stop-order.ts",
    "credit/hold.ts:2 rank must stand in a file of its own, credit/rank.ts",
  ],
);

hold(
  "every file is named after something that it exports",
  filesAreNamedAfterWhatTheyGive,
  {
    "kernel/decimal.ts": "export function addDecimals() {}",
    "kernel/tier-schedule.ts": "export interface TierScheduleRow {}",
    "kernel/utils.ts": "export function clamp() {}",
    "credit/messages.ts": "export const creditMessages = {};",
    "entities/territory.ts": "export const territories = [];",
  },
  ["kernel/utils.ts is named after nothing that it exports"],
);

hold(
  "what is exported is public or marked @internal, and never both",
  restIsInternal,
  {
    "credit/index.ts": 'export { a, b } from "./a.js";',
    "credit/a.ts":
      "export const a = 1;\n/** @internal */\nexport const b = 1;\nexport const c = 1;\n/** @internal */\nexport interface D {}",
  },
  ["credit/a.ts:3 b is marked @internal and given to the outside", "credit/a.ts:4 c is in no index.ts and not marked @internal"],
);

hold(
  "every public function is documented: sentence, parameters, answer, example with a title, first version",
  functionsAreDocumented,
  {
    "credit/index.ts": 'export { ageInvoice, bare, untitled } from "./a.js";',
    "credit/a.ts": `/**
 * Ages an invoice.
 *
 * @param facts - The invoice.
 * @returns Days.
 *
 * @example One day late
 * \`\`\`ts
 * ageInvoice(1); // => 1
 * \`\`\`
 *
 * @since 0.1.0
 */
export function ageInvoice(facts: number) { return facts; }
export function bare(facts: number, policy: number) {}
/**
 * Sees.
 * @returns Days.
 * @example
 * \`\`\`ts
 * \`\`\`
 * @since 0.1.0
 */
export function untitled() {}`,
  },
  [
    "credit/a.ts:15 bare lacks a first sentence, @param facts, @param policy, @returns, @example, @since",
    "credit/a.ts:24 untitled lacks a title of its @example",
  ],
);

hold(
  "every public type and value is documented, field by field",
  typesAreDocumented,
  {
    "credit/index.ts": 'export { type Invoice, kinds } from "./a.js";',
    "credit/a.ts":
      "/** An invoice. */\nexport interface Invoice {\n  /** Its id. */\n  readonly id: string;\n  readonly due: string;\n}\nexport const kinds = [];",
  },
  ["credit/a.ts:5 Invoice.due lacks a comment", "credit/a.ts:7 kinds lacks a comment"],
);

hold(
  "every optional field of a noun says what its absence means",
  absenceIsToldOfNouns,
  {
    "entities/order.ts":
      "export interface Order {\n  /** Its day. Absent: not placed. */\n  day?: string;\n  /** Its note. */\n  note?: string;\n  /** Its id. */\n  id: string;\n}",
    "credit/invoice.ts": "export interface Invoice {\n  /** Its due day. */\n  due?: string;\n}",
  },
  ["entities/order.ts:5 Order.note lacks its absence"],
);

hold(
  "every folder tells its story, in both languages",
  indexesTellTheirStory,
  {
    "credit/index.ts": "/**\n * Credit.\n *\n * @zh\n * 信用。\n *\n * @module\n */\n",
    "network/index.ts": "/**\n * The network.\n *\n * @module\n */\n/**\n * Its.\n * @zh\n * 网。\n * @module\n */",
    "pricing/index.ts": "export const a = 1;",
  },
  ["network", "pricing"].map(
    (folder) => `${folder}/index.ts must open with the story of its folder, @zh and the story in Chinese, and @module`,
  ),
);

describe("every file that gives a public function has tests of its own", () => {
  test("holds in src", () => expect([...untested(readSource(), filesIn("test", ".test.ts"))]).toStrictEqual([]));
  test("is seen to fail on a planted breach", () => {
    const planted = sourceOf({
      "credit/index.ts": 'export { a } from "./a.js";\nexport { b } from "./b.js";\nexport { type C } from "./c.js";',
      "credit/a.ts": "export function a() {}",
      "credit/b.ts": "export function b() {}",
      "credit/c.ts": "export interface C {}",
    });
    expect(untested(planted, ["credit/a.prop.test.ts", "pricing/b.test.ts"])).toStrictEqual([
      "credit/b.ts has no test file test/credit/b.test.ts",
    ]);
  });
});
