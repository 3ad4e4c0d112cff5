/** Data that is small in memory and endless on paper is refused before anybody is hurt. */

import { LibraryFault, renderMessage } from "qudao/kernel";
import { openAccumulator } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { copyData } from "../../src/kernel/check.js";

/** Every level holds the level below twice: 2 to the power of `levels` values on paper, `levels` in memory. */
function doubling(levels: number): object {
  let value: object = {};
  for (let i = 0; i < levels; i++) value = { a: value, b: value };
  return value;
}

function faultOf(act: () => unknown): LibraryFault {
  try {
    act();
  } catch (caught) {
    if (caught instanceof LibraryFault) return caught;
    throw caught;
  }
  throw new Error("no fault");
}

describe("a copy of data", () => {
  test("is what JSON text makes of it", () => {
    const given = { a: [1, undefined, Number.NaN, null], b: undefined, c: { d: "x", e: () => 1 }, f: new Date(0), ["__proto__"]: 1 };
    const copy = copyData(given as unknown, "policy");
    expect(JSON.stringify(copy)).toBe('{"a":[1,null,null,null],"c":{"d":"x"},"f":"1970-01-01T00:00:00.000Z","__proto__":1}');
    expect(copyData(undefined as unknown, "policy")).toBeUndefined();
  });

  test("goes 64 levels deep, and not one deeper", () => {
    const nested = (levels: number): unknown => (levels === 0 ? [] : [nested(levels - 1)]);
    expect(JSON.stringify(copyData(nested(63), "policy"))).toBe(`${"[".repeat(64)}${"]".repeat(64)}`);
    expect(faultOf(() => copyData(nested(64), "policy"))).toMatchObject({
      code: "kernel.data_too_large",
      path: "policy",
      params: { levels: 64 },
    });
  });

  test("shares nothing with what it was made from, and what is there twice is copied twice", () => {
    const rounding = { decimals: 2 };
    const copy = copyData({ a: rounding, b: rounding }, "policy");
    rounding.decimals = 0;
    expect(copy).toStrictEqual({ a: { decimals: 2 }, b: { decimals: 2 } });
    expect(copy.a).not.toBe(copy.b);
  });

  test.each([25, 60, 20_000])("of records that double over %i levels is a fault", (levels) => {
    expect(faultOf(() => openAccumulator(doubling(levels) as never)).code).toBe("kernel.data_too_large");
  });

  test("of a circle, and of a bigint, is a fault", () => {
    const circle: { self?: object } = {};
    circle.self = circle;
    expect(faultOf(() => copyData(circle, "policy")).code).toBe("kernel.data_too_large");
    expect(faultOf(() => copyData({ a: 1n }, "policy")).code).toBe("kernel.unreadable");
  });
});

test("A message whose parameter doubles over 60 levels is rendered, without it", () => {
  const message = { code: "x.y", params: { a: doubling(60) as never }, words: { en: "It is {a}", zh: "它是 {a}" } };
  expect(renderMessage(message, "en", {})).toBe("It is ?");
});
