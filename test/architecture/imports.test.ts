/** Who may import whom, and which package where. Change the tables here when the direction of an arrow changes. */
import { at, hold, type Import, importsOf, type Rule, type Source } from "./source.js";

/**
 * Folder → what it may import: a folder with its values and types, `type folder` for `import type` alone,
 * `*\/messages.ts` and `*\/schema.ts` for the files of that kind in every folder. A domain folder without a line of its own follows `domain`.
 */
const arrows: { readonly [folder: string]: readonly string[] } = {
  kernel: [],
  engine: ["kernel"],
  entities: ["kernel"],
  domain: ["kernel", "engine", "entities"],
  settlement: ["kernel", "engine", "entities", "incentives", "type profit-sharing", "type credit"],
  i18n: ["kernel", "*/messages.ts"],
  schemas: ["kernel", "entities", "*/schema.ts"],
};

/** Reached by nobody inside `src`: a host that does not ask for words or schemas does not load them. */
const leaves = ["i18n", "schemas"];

/** Package → the files that may import it. Every other package is refused, Node's own included. */
const packages: { readonly [name: string]: { readonly files: RegExp; readonly how: RegExp; readonly say: string } } = {
  "decimal.js": { files: /^kernel\/power\.ts$/, how: /^decimal\.js$/, say: "decimal.js" },
  "date-fns": { files: /^kernel\/(calendar-date|period[\w-]*)\.ts$/, how: /^date-fns\/\w+$/, say: "date-fns/oneFunction" },
  "@date-fns/utc": { files: /^kernel\/(calendar-date|period[\w-]*)\.ts$/, how: /^@date-fns\/utc(\/[\w/]+)?$/, say: "@date-fns/utc" },
  zod: { files: /^schemas\/|\/schema\/|[/.-]schema\.ts$/, how: /^zod$/, say: "zod" },
};

const isSchema = (path: string) => packages["zod"]?.files.test(path) === true;

function allImports(source: Source): readonly Import[] {
  return [...source.values()].flatMap(importsOf);
}

function isAllowed(one: Import, target: string): boolean {
  const folder = target.slice(0, target.indexOf("/"));
  const own = one.file.folder;
  if (own === "") return !leaves.includes(folder);
  if (folder === own) return true;
  const allowed = arrows[own] ?? arrows["domain"] ?? [];
  return allowed.some(
    (entry) =>
      entry === folder ||
      (entry === `type ${folder}` && one.typeOnly) ||
      (entry === "*/messages.ts" && /^[\w-]+\/([\w-]+-)?messages\.ts$/.test(target)) ||
      (entry === "*/schema.ts" && isSchema(target)),
  );
}

const arrowsPointDown: Rule = (source) =>
  allImports(source)
    .filter((one) => one.target !== undefined && !isAllowed(one, one.target))
    .map((one) => at(one.file, one.node, `may not import ${one.target}`));

const packagesAreNarrow: Rule = (source) =>
  allImports(source)
    .filter((one) => one.target === undefined)
    .flatMap((one) => {
      const name = one.specifier
        .split("/")
        .slice(0, one.specifier.startsWith("@") ? 2 : 1)
        .join("/");
      const rule = Object.hasOwn(packages, name) ? packages[name] : undefined;
      if (rule === undefined) return [at(one.file, one.node, `may not import the package ${one.specifier}`)];
      if (!rule.files.test(one.file.path)) return [at(one.file, one.node, `may not import ${name}`)];
      return rule.how.test(one.specifier) ? [] : [at(one.file, one.node, `must import ${rule.say}, not ${one.specifier}`)];
    });

/** `import { z } from "zod"` keeps 63 locales in a host's bundle; `import * as z` keeps none. */
const zodIsANamespace: Rule = (source) =>
  allImports(source)
    .filter((one) => one.specifier === "zod" && !/^import (type )?\* as z /.test(one.node.getText()))
    .map((one) => at(one.file, one.node, 'must write import * as z from "zod"'));

const schemasStayApart: Rule = (source) =>
  allImports(source)
    .filter((one) => one.target !== undefined && isSchema(one.target) && !isSchema(one.file.path))
    .map((one) => at(one.file, one.node, `may not import the schema file ${one.target}`));

/** Files that show words of another folder as titles, or that were built before the rule. */
const mayLoadWords = ["network/build-network-graph.ts", "settlement/add-with-care.ts", "settlement/check-policy.ts"];

/** A fault brings its words along: a verb that loaded a whole catalogue for one sentence would carry it into every bundle. */
const cataloguesStayApart: Rule = (source) =>
  allImports(source)
    .filter((one) => !one.typeOnly && /\/messages\.ts$/.test(one.target ?? ""))
    .filter(({ file }) => !/messages\.ts$|\/index\.ts$|^index\.ts$/.test(file.path) && !mayLoadWords.includes(file.path))
    .map((one) => at(one.file, one.node, `may not load all words of ${one.target}`));

const noCycles: Rule = (source) => {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.add([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    const file = source.get(path);
    if (file === undefined || done.has(path)) return;
    for (const { target } of importsOf(file)) if (target !== undefined) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of source.keys()) visit(path, []);
  return [...found];
};

/** With `verbatimModuleSyntax` a braced list of only types still loads the file; `import type` does not. */
const typesAreImportedAsTypes: Rule = (source) =>
  allImports(source)
    .filter((one) => !one.typeOnly && /^(import|export) \{(\s*type \w+( as \w+)?,?)+\s*\}/.test(one.node.getText()))
    .map((one) => at(one.file, one.node, "names only types: write import type or export type"));

hold(
  "a folder imports only what the table allows",
  arrowsPointDown,
  {
    "kernel/money.ts": 'import { rule } from "../engine/rule.js";',
    "engine/rule.ts": 'import type { Member } from "../entities/member.js";',
    "pricing/a.ts": 'import type { B } from "../credit/b.js";\nimport { c } from "../engine/rule.js";',
    "settlement/a.ts":
      'import { a } from "../incentives/a.js";\nimport type { B } from "../credit/b.js";\nimport { b, type B } from "../credit/b.js";',
    "incentives/a.ts": 'export { words } from "../i18n/index.js";',
    "i18n/index.ts": 'import { m } from "../credit/messages.js";\nimport { b } from "../credit/b.js";',
    "index.ts": 'export { a } from "./credit/b.js";\nexport { s } from "./schemas/index.js";\nexport { c } from "./i18n/index.js";',
  },
  [
    "kernel/money.ts:1 may not import engine/rule.ts",
    "engine/rule.ts:1 may not import entities/member.ts",
    "pricing/a.ts:1 may not import credit/b.ts",
    "settlement/a.ts:3 may not import credit/b.ts",
    "incentives/a.ts:1 may not import i18n/index.ts",
    "i18n/index.ts:2 may not import credit/b.ts",
    "index.ts:2 may not import schemas/index.ts",
    "index.ts:3 may not import i18n/index.ts",
  ],
);

hold(
  "packages are imported in the one place meant for them, by a narrow path",
  packagesAreNarrow,
  {
    "kernel/power.ts": 'import { Decimal } from "decimal.js";',
    "kernel/money.ts": 'import { Decimal } from "decimal.js";',
    "kernel/calendar-date.ts": 'import { addDays } from "date-fns/addDays";\nimport { addMonths } from "date-fns";',
    "entities/schema.ts": 'import * as z from "zod";',
    "entities/quota.ts": 'import * as z from "zod";\nimport fs from "node:fs";\nconst x = await import("lodash");',
  },
  [
    "kernel/money.ts:1 may not import decimal.js",
    "kernel/calendar-date.ts:2 must import date-fns/oneFunction, not date-fns",
    "entities/quota.ts:1 may not import zod",
    "entities/quota.ts:2 may not import the package node:fs",
    "entities/quota.ts:3 may not import the package lodash",
  ],
);

hold(
  "zod is imported as a namespace",
  zodIsANamespace,
  { "entities/schema.ts": 'import { z } from "zod";', "schemas/index.ts": 'import * as z from "zod";' },
  ['entities/schema.ts:1 must write import * as z from "zod"'],
);

hold(
  "a schema file is imported only by schema files and src/schemas",
  schemasStayApart,
  {
    "entities/schema/quota.ts": "",
    "entities/quota.ts": 'import { s } from "./schema/quota.js";',
    "schemas/index.ts": 'export { s } from "../entities/schema/quota.js";',
  },
  ["entities/quota.ts:1 may not import the schema file entities/schema/quota.ts"],
);

hold(
  "no file imports itself by a detour",
  noCycles,
  { "kernel/a.ts": 'import "./b.js";', "kernel/b.ts": 'import type { C } from "./c.js";', "kernel/c.ts": 'import "./a.js";' },
  ["kernel/a.ts → kernel/b.ts → kernel/c.ts → kernel/a.ts"],
);

hold(
  "a list of only types says so before the brace",
  typesAreImportedAsTypes,
  { "kernel/a.ts": 'import { type B, type C as D } from "./b.js";\nimport { type B, c } from "./b.js";\nimport type { B } from "./b.js";' },
  ["kernel/a.ts:1 names only types: write import type or export type"],
);

hold(
  "a whole catalogue is loaded by indexes alone",
  cataloguesStayApart,
  {
    "credit/messages.ts": 'import { m } from "./term-messages.js";',
    "credit/index.ts": 'export { m } from "./messages.js";',
    "credit/a.ts": 'import type { C } from "./messages.js";\nimport { m } from "./messages.js";\nimport { t } from "./term-messages.js";',
  },
  ["credit/a.ts:2 may not load all words of credit/messages.ts"],
);
