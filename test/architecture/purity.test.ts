/**
 * No clock, random, locale, environment, console or I/O in `src`. `.config/tsconfig.pure.json` makes Node's and a browser's globals
 * compile errors; this test finds what is part of the language itself, and keeps the reason readable.
 */
import ts from "typescript";
import { at, hold, importsOf, nodes, type Rule, type SourceFile } from "./source.js";

/** Names that reach outside the arguments of a function. */
const outside = new Set(
  `process console fetch setTimeout setInterval setImmediate queueMicrotask performance crypto navigator window self document
  localStorage sessionStorage XMLHttpRequest WebSocket Worker Buffer require module exports __dirname __filename global globalThis
  Intl Temporal eval Function WeakRef FinalizationRegistry`.split(/\s+/),
);

/** The only files that may hold a day as a `Date`, inside; it is always made from numbers, in UTC. */
const dateFiles = /^kernel\/(calendar-date|period[\w-]*)\.ts$/;

/** Members that read a clock, a dice or a locale, whatever they are called on. */
const impureMembers = /^(toLocale\w+|localeCompare|getTimezoneOffset)$/;
const impureStatics = new Set(["Date.now", "Math.random"]);

/** Names that a file declares itself: a parameter called `document` is not the browser's. */
function declaredIn(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes(file.tree)) {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  }
  return names;
}

/** An identifier that stands for a value or a type, not for the name of a member. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name !== node;
  if (ts.isQualifiedName(parent)) return parent.right !== node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent)
  );
}

const isPure: Rule = (source) =>
  [...source.values()].flatMap((file) => {
    const own = declaredIn(file);
    const found: string[] = [];
    for (const node of nodes(file.tree)) {
      if (ts.isIdentifier(node) && isReference(node) && !own.has(node.text)) {
        if (outside.has(node.text)) found.push(at(file, node, `may not use ${node.text}`));
        if (node.text === "Date" && !dateFiles.test(file.path))
          found.push(at(file, node, "may not use Date: only the date files of the kernel may"));
      }
      if (ts.isPropertyAccessExpression(node)) {
        if (impureStatics.has(node.getText(file.tree))) found.push(at(file, node, `may not use ${node.getText(file.tree)}`));
        if (impureMembers.test(node.name.text)) found.push(at(file, node, `may not use .${node.name.text}`));
      }
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && /^(UTC)?Date(Mini)?$/.test(node.expression.getText(file.tree))) {
        if (ts.isCallExpression(node) || (node.arguments ?? []).length === 0)
          found.push(at(file, node, "may not ask for the current time"));
      }
      if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
        found.push(at(file, node, "may not use import.meta"));
    }
    return found;
  });

const loadsNothingLate: Rule = (source) =>
  [...source.values()].flatMap((file) =>
    importsOf(file)
      .filter((one) => ts.isCallExpression(one.node))
      .map((one) => at(file, one.node, `may not load ${one.specifier} while running`)),
  );

/** A variable of a module would be state that one caller leaves for the next. */
const keepsNoState: Rule = (source) =>
  [...source.values()].flatMap((file) =>
    file.tree.statements
      .filter((node) => ts.isVariableStatement(node) && (node.declarationList.flags & ts.NodeFlags.Const) === 0)
      .map((node) => at(file, node, "may not keep a variable in the module")),
  );

hold(
  "nothing reaches outside the arguments",
  isPure,
  {
    "kernel/clock.ts": "const now = Date.now();\nconst also = new Date();",
    "kernel/calendar-date.ts":
      "const day = new Date(Date.UTC(2024, 0, 1));\nconst now = new UTCDate();\nconst said = Date();\nconst t = Date.now();",
    "kernel/dice.ts": "const six = Math.floor(Math.random() * 6);",
    "kernel/words.ts": 'const nf = new Intl.NumberFormat();\nconst s = n.toLocaleString("de");\nconst c = a.localeCompare(b);',
    "kernel/io.ts": 'console.log(process.env["HOME"]);\nglobalThis.fetch("x");\nsetTimeout(f, 1);\nconst u = import.meta.url;\neval("1");',
    "kernel/fine.ts":
      "interface Paper { readonly document: string; readonly process: Date2 }\nconst f = (document: Paper) => document.document;\nf({ document: 'x', process: y }).console;",
  },
  [
    "kernel/clock.ts:1 may not use Date.now",
    "kernel/clock.ts:1 may not use Date: only the date files of the kernel may",
    "kernel/clock.ts:2 may not ask for the current time",
    "kernel/clock.ts:2 may not use Date: only the date files of the kernel may",
    "kernel/calendar-date.ts:2 may not ask for the current time",
    "kernel/calendar-date.ts:3 may not ask for the current time",
    "kernel/calendar-date.ts:4 may not use Date.now",
    "kernel/dice.ts:1 may not use Math.random",
    "kernel/words.ts:1 may not use Intl",
    "kernel/words.ts:2 may not use .toLocaleString",
    "kernel/words.ts:3 may not use .localeCompare",
    "kernel/io.ts:1 may not use console",
    "kernel/io.ts:1 may not use process",
    "kernel/io.ts:2 may not use globalThis",
    "kernel/io.ts:3 may not use setTimeout",
    "kernel/io.ts:4 may not use import.meta",
    "kernel/io.ts:5 may not use eval",
  ],
);

hold("no file is loaded while running", loadsNothingLate, { "kernel/a.ts": 'const b = await import("./b.js");' }, [
  "kernel/a.ts:1 may not load ./b.js while running",
]);

hold(
  "no module keeps state",
  keepsNoState,
  { "kernel/a.ts": "let last = 0;\nconst fixed = 1;\nexport function f() { let inner = last; return ++inner + fixed; }" },
  ["kernel/a.ts:1 may not keep a variable in the module"],
);
