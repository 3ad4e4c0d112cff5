import { type Catalogue, checkExplanation, type Explanation, kernelMessages, renderExplanation, renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { revoked, throwing } from "../support/throwing.js";

const catalogue: Catalogue = frozen({
  "shop.sum": { en: "Sum {amount}", zh: "合计 {amount}" },
  "shop.item": { en: "Item {amount}", zh: "项目 {amount}" },
  "shop.note": { en: "{text}", zh: "{text}" },
});
const item = (amount: unknown, from?: readonly Explanation[]): Explanation =>
  ({ code: "shop.item", params: { amount }, ...(from === undefined ? {} : { from }) }) as Explanation;
const sum = (amount: unknown, from?: readonly Explanation[]): Explanation => ({ ...item(amount, from), code: "shop.sum", adds: "amount" });
const note = (text: string): Explanation => ({ code: "shop.note", params: { text } });

/** A chain of one child each. */
function chain(levels: number): Explanation {
  let node = item("1");
  for (let i = 0; i < levels; i++) node = sum("1", [node]);
  return node;
}

/** Its length can be read, its items cannot. */
function throwingList(): readonly Explanation[] {
  return new Proxy([item("1")], {
    get: (list, name) => {
      if (name === "0") throw new Error("no");
      return Reflect.get(list, name);
    },
  });
}

function loop(): Explanation {
  const from: Explanation[] = [];
  const node = sum("1", from);
  from.push(node, node);
  return node;
}

test("renderExplanation() refuses a choice that is none", () => {
  const tree = { code: "x", params: {} };
  expect(faultAt(() => renderExplanation(tree, undefined as never))).toBe("kernel.not_a_record at choice");
  expect(faultAt(() => renderExplanation(tree, throwing("language") as never))).toBe("kernel.unreadable at choice.language");
  expect(renderExplanation(tree, { language: "en", catalogue: undefined as never })).toBe("x {}");
});

test("renderExplanation() refuses another language, another layout, and an answer in place of its explanation", () => {
  const tree = { code: "x", params: {} };
  expect(faultAt(() => renderExplanation(tree, { language: "zh-CN" as never, catalogue }))).toBe("kernel.not_a_choice at choice.language");
  expect(faultAt(() => renderExplanation(tree, { language: "en", layout: "md" as never, catalogue }))).toBe(
    "kernel.not_a_choice at choice.layout",
  );
  const answer = { outcome: "1", explanation: tree };
  expect(faultAt(() => renderExplanation(answer as never, { language: "en", catalogue }))).toBe("kernel.not_text at explanation.code");
  expect(faultAt(() => renderExplanation({ ...tree, from: [answer as never] }, { language: "en", catalogue }))).toBe(
    "kernel.not_text at explanation.from[0].code",
  );
});

describe("renderExplanation()", () => {
  const tree = frozen(sum("10", [sum("4", [item("1"), item("3")]), item("6")]));

  test("writes one line per node in reading order, in both languages", () => {
    expect(renderExplanation(tree, { language: "en", catalogue })).toBe("Sum 10\n  Sum 4\n    Item 1\n    Item 3\n  Item 6");
    expect(renderExplanation(tree, { language: "zh", catalogue })).toBe("合计 10\n  合计 4\n    项目 1\n    项目 3\n  项目 6");
  });

  test("writes a nested Markdown list", () => {
    expect(renderExplanation(tree, { language: "en", layout: "markdown", catalogue })).toBe(
      "- Sum 10\n  - Sum 4\n    - Item 1\n    - Item 3\n  - Item 6",
    );
  });

  test.each([
    { text: "*bold* _it_ `code` ~no~ $x$", line: "- \\*bold\\* \\_it\\_ \\`code\\` \\~no\\~ \\$x\\$" },
    { text: "[a](b) <i> |x| # h \\", line: "- \\[a\\](b) \\<i\\> \\|x\\| \\# h \\\\" },
    { text: "&lt;b&gt;", line: "- \\&lt;b\\&gt;" },
    { text: "- item", line: "- \\- item" },
    { text: "+ item", line: "- \\+ item" },
    { text: "1. item", line: "- 1\\. item" },
    { text: "12) item", line: "- 12\\) item" },
    { text: "-5 CNY", line: "- -5 CNY" },
    { text: "1.5 CNY", line: "- 1.5 CNY" },
    { text: "      code", line: "- code" },
    { text: "two\nlines", line: "- two lines" },
  ])("escapes what Markdown would take for its own: $text", ({ text, line }) => {
    expect(renderExplanation(note(text), { language: "en", layout: "markdown", catalogue })).toBe(line);
  });

  test("escapes nothing in plain text, and keeps one line per node", () => {
    expect(renderExplanation(note("*a*\n  Sum 1"), { language: "en", catalogue })).toBe("*a*   Sum 1");
  });

  test("shows codes without words", () => {
    expect(renderExplanation(sum("1", [item("1")]), { language: "en", catalogue: {} })).toBe(
      'shop.sum {"amount":"1"}\n  shop.item {"amount":"1"}',
    );
  });
});

describe("checkExplanation()", () => {
  test("finds nothing in a tree that adds up, by value and not by spelling", () => {
    expect(checkExplanation(frozen(sum("10.00", [sum("4", [item("1"), item("3.0")]), item("6"), item("-0")])))).toStrictEqual([]);
    expect(checkExplanation(frozen(item("5", [item("7")])))).toStrictEqual([]);
    expect(checkExplanation(sum(3, [item(1), item("2")]))).toStrictEqual([]);
  });

  test.each([
    { part: "2.99", ok: false },
    { part: "3", ok: true },
    { part: "3.01", ok: false },
  ])("is exact to the last digit: 2 + $part against 5", ({ part, ok }) => {
    expect(checkExplanation(sum("5", [item("2"), item(part)])).length === 0).toBe(ok);
  });

  test("names every node that does not add up, parents first", () => {
    const tree = sum("10", [item("1"), sum("9", [sum("4", [item("5")]), item("4")])]);
    expect(checkExplanation(tree)).toStrictEqual([
      { code: "kernel.sum_differs", path: "from[1]", params: { name: "amount", got: "9", want: "8" } },
      { code: "kernel.sum_differs", path: "from[1].from[0]", params: { name: "amount", got: "4", want: "5" } },
    ]);
  });

  test("takes no parts for a sum of 0", () => {
    expect(checkExplanation(sum("0"))).toStrictEqual([]);
    expect(checkExplanation(sum("0.00", []))).toStrictEqual([]);
    expect(checkExplanation(sum("1"))).toMatchObject([{ code: "kernel.sum_differs", path: "", params: { got: "1", want: "0" } }]);
  });

  test.each([
    { tree: sum(undefined, []), place: "params.amount", got: "undefined" },
    { tree: sum("many", [item("1")]), place: "params.amount", got: '"many"' },
    { tree: sum("1", [item("1"), item(undefined)]), place: "from[1].params.amount", got: "undefined" },
    { tree: sum("1", [item("1e0")]), place: "from[0].params.amount", got: '"1e0"' },
    { tree: sum("1", [item({ amount: "1", currency: "CNY" })]), place: "from[0].params.amount", got: { en: "an object", zh: "对象" } },
    { tree: sum("1", [item(["1"])]), place: "from[0].params.amount", got: { en: "an array", zh: "数组" } },
    { tree: sum("1", [item(null)]), place: "from[0].params.amount", got: "null" },
    { tree: { ...sum("1"), params: null } as unknown as Explanation, place: "params.amount", got: "undefined" },
  ])("names the node whose sum cannot be read: $got at $place", ({ tree, place, got }) => {
    expect(checkExplanation(tree)).toStrictEqual([{ code: "kernel.sum_unreadable", path: "", params: { name: "amount", got, place } }]);
  });

  test("does not find a parameter in the prototype", () => {
    const tree: Explanation = { code: "x", params: {}, adds: "constructor" };
    expect(checkExplanation(tree)).toMatchObject([{ code: "kernel.sum_unreadable", params: { got: "undefined" } }]);
  });

  test("adds up beyond what a single decimal may hold", () => {
    const huge = "9".repeat(60);
    expect(checkExplanation(sum("0", [item(huge), item(huge)]))).toMatchObject([{ params: { want: `1${"9".repeat(59)}8` } }]);
  });

  test("gives messages that can be said and stored", () => {
    const found = checkExplanation(sum("5", [item("2"), item("2")]));
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
    expect(found.map((one) => renderMessage(one, "en", kernelMessages))).toStrictEqual([
      "Cannot confirm the sum of amount: it is 5, the parts add up to 4",
    ]);
  });
});

describe("a tree that is none", () => {
  const render = (tree: unknown) => faultAt(() => renderExplanation(tree as Explanation, { language: "en", catalogue }));
  const check = (tree: unknown) => faultAt(() => checkExplanation(tree as Explanation));

  test.each([
    { why: "no record", tree: () => "sum", fault: "kernel.not_a_record at explanation" },
    { why: "nothing", tree: () => null, fault: "kernel.not_a_record at explanation" },
    {
      why: "a child that is no record",
      tree: () => item("1", [item("1"), 5 as never]),
      fault: "kernel.not_a_record at explanation.from[1]",
    },
    { why: "children that are no list", tree: () => item("1", "none" as never), fault: "kernel.not_a_list at explanation.from" },
    {
      why: "a hole among the children",
      tree: () => item("1", [item("1", new Array(1))]),
      fault: "kernel.not_a_record at explanation.from[0].from[0]",
    },
    { why: "adds that is no text", tree: () => ({ ...item("1"), adds: 5 }), fault: "kernel.not_text at explanation.adds" },
    {
      why: "a field that throws",
      tree: () => item("1", [throwing("from", item("1")) as Explanation]),
      fault: "kernel.unreadable at explanation.from[0].from",
    },
    { why: "a list that throws", tree: () => item("1", throwingList()), fault: "kernel.unreadable at explanation.from[0]" },
    { why: "a revoked proxy", tree: revoked, fault: "kernel.unreadable at explanation" },
    { why: "a tree that contains itself", tree: loop, fault: "kernel.explanation_too_large at explanation" },
    { why: "a chain of 1001 levels", tree: () => chain(1001), fault: "kernel.explanation_too_large at explanation" },
    {
      why: "a list of a thousand million holes",
      tree: () => item("1", new Array(1e9)),
      fault: "kernel.explanation_too_large at explanation",
    },
  ])("$why is a fault with its place, soon", ({ tree, fault }) => {
    const before = performance.now();
    expect(render(tree())).toBe(fault);
    expect(check(tree())).toBe(fault);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test("a thousand levels are no fault", () => {
    expect(checkExplanation(chain(1000))).toStrictEqual([]);
    expect(renderExplanation(chain(1000), { language: "en", catalogue }).split("\n")).toHaveLength(1001);
  });
});
