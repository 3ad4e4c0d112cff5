import vm from "node:vm";
import { isLibraryFault, kernelMessages, LibraryFault, parseDate, parseDecimal, parseMoney, renderMessage } from "qudao/kernel";
import { describe, expect, test, vi } from "vitest";
import { faultsOf, shown } from "../../src/kernel/fault.js";
import { revoked, throwing } from "../support/throwing.js";

const caught = (call: () => unknown): unknown => {
  try {
    return call();
  } catch (fault) {
    return fault;
  }
};

describe("LibraryFault", () => {
  test("says what is wrong in English and Chinese, and where", () => {
    const fault = caught(() => parseDecimal("ten", "policy.tiers[2].from")) as LibraryFault;
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toBeInstanceOf(LibraryFault);
    expect({ ...fault }).toStrictEqual({
      name: "LibraryFault",
      code: "kernel.not_a_decimal",
      path: "policy.tiers[2].from",
      params: { got: '"ten"' },
    });
    expect(fault.message).toBe(
      'Cannot read "ten" as a decimal: write a string of digits with an optional point, at most 60 before and 400 after it; a rate is a ratio such as 0.01, not a percentage / ' +
        '无法将 "ten" 读作十进制数：请写由数字组成的字符串，可带小数点，整数部分不超过 60 位，小数部分不超过 400 位；比率请写小数，如 0.01，不写百分数 ' +
        "[kernel.not_a_decimal at policy.tiers[2].from]",
    );
  });

  test("leaves the place out where it is the value itself", () => {
    expect((caught(() => parseDecimal("ten")) as LibraryFault).message).toMatch(/ \[kernel\.not_a_decimal\]$/);
  });

  test("has no place where the caller named none that is text", () => {
    for (const path of [Symbol("x"), {}, null, 5]) {
      for (const read of [() => parseDecimal("ten", path as never), () => parseMoney(revoked(), path as never)]) {
        expect((caught(read) as LibraryFault).path).toBe("");
      }
    }
  });

  test("keeps the cause, and has none where there is none", () => {
    const make = faultsOf(kernelMessages);
    const cause = new RangeError("inner");
    expect(make("kernel.missing", "a", {}, cause).cause).toBe(cause);
    expect("cause" in make("kernel.missing", "a", {})).toBe(false);
  });

  test("has one line, whatever the caller's value holds", () => {
    expect((caught(() => parseDecimal("1\n2\u2028", "a")) as LibraryFault).message).not.toMatch(/[\n\u2028]/);
  });
});

describe("isLibraryFault()", () => {
  test("knows a fault of another copy of the library", async () => {
    vi.resetModules();
    const other = await import("qudao/kernel");
    const fault = caught(() => other.parseDecimal("ten"));
    expect(fault).not.toBeInstanceOf(LibraryFault);
    expect(isLibraryFault(fault)).toBe(true);
  });

  test("knows a fault from another realm", () => {
    const fault = vm.runInNewContext('Object.assign(new Error("m"), { name: "LibraryFault", code: "a.b", path: "", params: {} })');
    expect(fault).not.toBeInstanceOf(Error);
    expect(isLibraryFault(fault)).toBe(true);
  });

  test("refuses anything else and never throws", () => {
    const others = [
      new Error("no"),
      new TypeError("no"),
      Object.assign(new Error("no"), { code: "ENOENT", path: "/" }),
      null,
      undefined,
      "LibraryFault",
    ];
    for (const other of [
      ...others,
      {},
      { name: "LibraryFault" },
      { name: "LibraryFault", code: 5, path: "" },
      throwing("name"),
      revoked(),
      5,
      () => 5,
    ]) {
      expect(isLibraryFault(other)).toBe(false);
    }
  });
});

describe("shown()", () => {
  test.each([
    { value: "a", wanted: '"a"' },
    { value: 'a "b"\n', wanted: '"a \\"b\\"\\n"' },
    { value: "x".repeat(60), wanted: `"${"x".repeat(60)}"` },
    { value: "x".repeat(61), wanted: `"${"x".repeat(60)}…"` },
    { value: 1.5, wanted: "1.5" },
    { value: Number.NaN, wanted: "NaN" },
    { value: true, wanted: "true" },
    { value: undefined, wanted: "undefined" },
    { value: null, wanted: "null" },
    { value: 5n, wanted: { en: "a bigint", zh: "bigint" } },
    { value: () => 1, wanted: { en: "a function", zh: "函数" } },
    { value: Symbol("s"), wanted: { en: "a symbol", zh: "symbol" } },
  ])("shows $value as $wanted", ({ value, wanted }) => {
    expect(shown(value)).toStrictEqual(wanted);
  });

  test("names what it cannot show in the language of the message", () => {
    const fault = caught(() => parseDecimal({} as never)) as LibraryFault;
    expect(renderMessage(fault, "en", kernelMessages)).toMatch(/^Cannot read an object as a decimal/);
    expect(renderMessage(fault, "zh", kernelMessages)).toMatch(/^无法将 对象 读作十进制数/);
    expect(fault.message).toContain("无法将 对象 读作");
  });

  test.each([
    { value: [1], wanted: { en: "an array", zh: "数组" } },
    { value: { a: 1 }, wanted: { en: "an object", zh: "对象" } },
  ])("says $wanted.en in both languages", ({ value, wanted }) => {
    expect(shown(value)).toStrictEqual(wanted);
  });

  test("a fault about an object has no English in its Chinese", () => {
    expect((caught(() => parseDate(new Date(0))) as LibraryFault).message).toMatch(
      /^Cannot read an object as a date: .* \/ 无法将 对象 读作日期：/,
    );
  });

  test("runs nothing of the caller's", () => {
    const object = { en: "an object", zh: "对象" };
    expect(shown(throwing("toString"))).toStrictEqual(object);
    expect(shown(throwing("toJSON"))).toStrictEqual(object);
    expect(shown(revoked())).toStrictEqual(object);
  });
});
