import { describe, expect, test } from "vitest";
import { childPath } from "../../src/entities/child-path.js";
import { readPlain } from "../../src/entities/read-plain.js";

describe("readPlain()", () => {
  test("copies what JSON would carry", () => {
    const value = { a: [1, "x", null, { b: true }], c: undefined };
    const read = readPlain(value);
    expect(read).toStrictEqual({ ok: true, value: { a: [1, "x", null, { b: true }] } });
    expect(read.ok && (read.value as typeof value).a).not.toBe(value.a);
  });

  test("has no -0, as JSON has none", () => {
    expect(readPlain([-0])).toStrictEqual({ ok: true, value: [0] });
  });

  test("keeps a cycle a cycle", () => {
    const value: { self?: unknown } = {};
    value.self = value;
    const read = readPlain(value);
    const copy = (read.ok ? read.value : {}) as { self?: unknown };
    expect(copy).not.toBe(value);
    expect(copy.self).toBe(copy);
  });

  test("keeps a field called __proto__ a field", () => {
    const read = readPlain(JSON.parse('{"__proto__": 1}'));
    const copy = read.ok ? read.value : {};
    expect(Object.keys(copy as object)).toStrictEqual(["__proto__"]);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  test("names every place that throws", () => {
    const bad = { enumerable: true, get: () => JSON.parse("{") };
    const value = { list: [0, Object.defineProperty({}, "x", bad)], ...{} };
    Object.defineProperty(value, "y", bad);
    const read = readPlain(value);
    expect(read.ok ? [] : read.problem.map((fault) => fault.path).sort()).toStrictEqual(["list[1].x", "y"]);
  });

  test.each([
    [999_998, true],
    [999_999, true],
    [1_000_000, false],
  ])("reads a record with a list of %i items: %s", (length, accepted) => {
    // the list itself is one part more
    expect(readPlain({ list: new Array(length).fill(0) }).ok).toBe(accepted);
  });

  test("reads a value shared ten thousand times once", () => {
    const shared = new Array(10_000).fill(0);
    expect(readPlain(new Array(10_000).fill(shared)).ok).toBe(true);
  });
});

describe("childPath()", () => {
  test.each([
    ["", "amount", "amount"],
    ["lines[2]", "amount", "lines[2].amount"],
    ["lines", 2, "lines[2]"],
    ["", 0, "[0]"],
    ["a", "b.c", 'a["b.c"]'],
    ["", "", '[""]'],
    ["", "k".repeat(61), `["${"k".repeat(60)}…"]`],
  ])("of %j and %j is %s", (path, key, child) => {
    expect(childPath(path, key)).toBe(child);
  });
});
