/** Every example in a doc comment, a page of `docs` and the READMEs is compiled, run, and gives what it says it gives. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesIn } from "../architecture/source.js";
import { examplesIn, modulesOf, unmet, withChecks } from "./examples.js";
import { compile, run } from "./run-examples.js";

const pages = filesIn(".", ".md").filter((path) => /^(docs\/(?!api\/|site\/)|README|CONTRIBUTING)/.test(path));
const files = [...filesIn("src", ".ts").map((path) => `src/${path}`), ...pages];
const modules = files.flatMap((file) => modulesOf(examplesIn(file, readFileSync(file, "utf8"))));
const runs = modules.filter(({ example }) => !example.info.startsWith("no-run"));
const compiled = compile(modules);
const ran = run(runs);

describe("the examples", () => {
  test.each(modules.map((module) => [`${module.example.file}:${module.example.line}`, module] as const))("%s", async (_, module) => {
    expect(compiled[modules.indexOf(module)]).toStrictEqual([]);
    const { info, code } = module.example;
    if (info.startsWith("no-run")) expect(info, "why is it not run? write: ts no-run <reason>").toMatch(/^no-run \S/);
    else {
      expect(["", "continued"], "what stands after ts").toContain(info);
      expect(code, "an example says what it gives: expression; // => value").toContain("// =>");
      expect((await ran)[runs.indexOf(module)]).toStrictEqual([]);
    }
  });
});

describe("an example is seen to fail", () => {
  const page = (...lines: readonly string[]) => modulesOf(examplesIn("page.md", ["# Page", "```ts", ...lines, "```"].join("\n")));

  test("when it does not compile: file and line are named", () => {
    expect(compile(page('const n: number = "1";', 'import { gone } from "qudao/kernel";'))).toStrictEqual([
      ["page.md:3 Type 'string' is not assignable to type 'number'.", expect.stringMatching(/^page\.md:4 .*has no exported member 'gone'/)],
    ]);
  });

  test("when a value differs, and when the expression is never reached", async () => {
    expect(await run(page("[1 + 1][0]; // => 3", "({ a: 1 });", '// => { a: 1, b: "2" }'))).toStrictEqual([
      ["page.md:3 gives 2, not 3", 'page.md:5 gives {"a":1}, not {"a":1,"b":"2"}'],
    ]);
    const [module] = page("1; // => 1");
    expect(unmet(withChecks(module as (typeof modules)[number], 0).claims, new Map())).toStrictEqual(["page.md:3 was never reached"]);
  });

  test("when it throws, or names a module that is not there", async () => {
    expect(await run(page('throw new Error("so");'))).toStrictEqual([["page.md:3 throws so"]]);
    expect(await run(page("", 'import "./gone.js";'))).toStrictEqual([['page.md:4 Could not resolve "./gone.js"']]);
  });

  test("when a claim hangs in the air, or its value is no literal", () => {
    const check = (...lines: readonly string[]) => page(...lines).map(withChecks);
    expect(() => check("const x = 1; // => 1")).toThrow('page.md:3 "// =>" must follow an expression that is a statement of its own');
    expect(() => check("1; // => {")).toThrow('page.md:3 the value after "// =>" is not a JavaScript literal');
  });

  test("when it is written in another language tag", () => {
    expect(() => examplesIn("page.md", "```typescript\n1; // => 1\n```")).toThrow("page.md:1 write ts, not typescript");
  });
});

describe("examplesIn()", () => {
  test("reads comments of a source file and names the line of the code", () => {
    const text = "const glob = 1;\n/**\n * Does.\n *\n * ```ts\n * f(); // => 1\n * ```\n */\nfunction f() {}";
    expect(examplesIn("a.ts", text)).toStrictEqual([{ file: "a.ts", line: 6, info: "", code: "f(); // => 1" }]);
  });

  test("leaves code of other languages and blocks inside longer fences alone", () => {
    expect(examplesIn("a.md", "```sh\nnpm test\n```\n````md\n```ts\n1;\n```\n````")).toStrictEqual([]);
  });

  test("joins a continued example to those before it, and a value over several lines", async () => {
    const text = "```ts\nconst a = 1;\na; // => 1\n```\ntext\n```ts continued\n({ a });\n// => {\n//   a: 1,\n// }\n```";
    expect(await run(modulesOf(examplesIn("a.md", text)))).toStrictEqual([[], []]);
  });
});
