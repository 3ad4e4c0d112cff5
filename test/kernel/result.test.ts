import { assertNever, err, ok, type Result } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

describe("ok(), err()", () => {
  test("wrap what they are given, as plain data", () => {
    expect(ok("12.00")).toStrictEqual({ ok: true, value: "12.00" });
    expect(err({ code: "shop.closed", params: {} })).toStrictEqual({ ok: false, problem: { code: "shop.closed", params: {} } });
  });

  test("survive a queue", () => {
    for (const result of [ok({ outcome: ["1"] }), err({ code: "shop.closed", params: { day: "2024-02-10" } })]) {
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
    }
  });

  test("tell the two cases apart by one field", () => {
    const half = (n: number): Result<number, string> => (n % 2 === 0 ? ok(n / 2) : err("odd"));
    const say = (result: Result<number, string>): string => (result.ok ? `value ${result.value}` : `problem ${result.problem}`);
    expect([half(4), half(3)].map(say)).toStrictEqual(["value 2", "problem odd"]);
  });
});

describe("assertNever()", () => {
  test("throws a fault where plain JavaScript reaches a branch that cannot be", () => {
    expect(faultOf(() => assertNever("fr" as never))).toStrictEqual({ code: "kernel.no_branch", path: "", params: { got: '"fr"' } });
    expect(faultOf(() => assertNever(Object.create(null) as never)).params).toStrictEqual({ got: { en: "an object", zh: "对象" } });
  });
});
