import { checkSaleLine, entityMessages } from "qudao/entities";
import { renderMessage } from "qudao/kernel";
import { parseSaleLine, parseWith, SaleLineSchema } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { faultAt } from "../support/fault-of.js";
import { fixtures } from "./fixtures.js";
import { hostileValues } from "./hostile.js";

const [line] = fixtures.SaleLine.valid;

describe("parseWith()", () => {
  test.each(hostileValues())("answers %s with faults, quickly", (_, value, codes) => {
    const began = performance.now();
    const parsed = parseWith(SaleLineSchema, value);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(parsed.ok ? [] : [...new Set(parsed.problem.map((fault) => fault.code))].sort()).toStrictEqual(codes);
    expect(JSON.stringify(parsed).length).toBeLessThan(10_000);
    expect(JSON.parse(JSON.stringify(parsed))).toStrictEqual(parsed);
  });

  test("names the place that cannot be read", () => {
    const items = [{}, Object.defineProperty({}, "day of week", { enumerable: true, get: () => JSON.parse("{") })];
    expect(parseWith(z.unknown(), { items })).toStrictEqual({
      ok: false,
      problem: [{ code: "entities.unreadable", params: {}, path: 'items[1]["day of week"]' }],
    });
  });

  test("reads every field once, so that what is checked is what is returned", () => {
    let reads = 0;
    const value = Object.defineProperty({ ...line }, "amount", { enumerable: true, get: () => String(++reads) });
    expect(parseWith(SaleLineSchema, value)).toStrictEqual({ ok: true, value: { ...line, amount: "1" } });
    expect(reads).toBe(1);
  });

  test("returns a copy, and leaves a frozen value as it is", () => {
    const value = Object.freeze({ ...line });
    const parsed = parseSaleLine(value);
    expect(parsed).toStrictEqual({ ok: true, value });
    expect(parsed.ok && parsed.value).not.toBe(value);
  });

  test("takes a field holding undefined as absent, as JSON does", () => {
    expect(parseSaleLine({ ...line, currency: undefined, colour: undefined })).toStrictEqual({ ok: true, value: line });
    const parsed = parseSaleLine({ ...line, id: undefined });
    expect(parsed.ok ? [] : parsed.problem).toStrictEqual([{ code: "entities.missing", params: {}, path: "id" }]);
  });

  test("a name that a copy would lose is refused and not dropped, among names of the host's own too", () => {
    const line = { id: "L1", memberId: "A", productId: "P", date: "2024-02-01", quantity: 1, amount: "9", kind: "sale" };
    const named = (attributes: string) => ({ ...line, attributes: JSON.parse(attributes) });
    const fault = { code: "entities.unknown_field", params: { got: '"__proto__"' }, path: "attributes.__proto__" };
    for (const value of [named('{"__proto__":"x"}'), named('{"shop":"S1","__proto__":"x"}')]) {
      expect(parseWith(SaleLineSchema, value)).toStrictEqual({ ok: false, problem: [fault] });
      expect(checkSaleLine(value)).toStrictEqual([fault]);
    }
    const kept = named('{"constructor":"x","toString":"y"}');
    expect(parseWith(SaleLineSchema, kept)).toStrictEqual({ ok: true, value: kept });
    expect(checkSaleLine(kept)).toStrictEqual([]);
  });

  test("does not take null as absent", () => {
    const parsed = parseSaleLine({ ...line, currency: null });
    expect(parsed.ok ? [] : parsed.problem).toStrictEqual([{ code: "entities.not_a_currency", params: { got: "null" }, path: "currency" }]);
  });

  test("parses what a host composes of the schemas, holes in lists included", () => {
    const lines = z.array(SaleLineSchema);
    expect(parseWith(lines, [line, line])).toStrictEqual({ ok: true, value: [line, line] });
    const holed: unknown[] = [line];
    holed[2] = line;
    expect(parseWith(lines, holed)).toStrictEqual({ ok: false, problem: [{ code: "entities.missing", params: {}, path: "[1]" }] });
  });

  test("refuses what is no schema, and one that throws", () => {
    expect(faultAt(() => parseWith(undefined as never, 1))).toBe("kernel.not_a_record at schema");
    expect(faultAt(() => parseWith({} as never, 1))).toBe("kernel.unreadable at schema");
    const thrower = z.string().refine(() => JSON.parse("{"));
    expect(faultAt(() => parseWith(thrower, "x"))).toBe("kernel.unreadable at schema");
    const later = z.string().refine(async () => true);
    expect(faultAt(() => parseWith(later, "x"))).toBe("kernel.unreadable at schema");
  });

  test("keeps the reason of a check that the host wrote itself", () => {
    const schema = z.object({ week: z.string().startsWith("W", "write W first") });
    expect(parseWith(schema, { week: "9" })).toStrictEqual({
      ok: false,
      problem: [{ code: "entities.not_accepted", params: { got: '"9"', reason: "write W first" }, path: "week" }],
    });
  });

  test("speaks both languages", () => {
    const parsed = parseSaleLine({ ...line, kind: "refund", discountRate: "2" });
    const say = (language: "en" | "zh") => (parsed.ok ? [] : parsed.problem.map((fault) => renderMessage(fault, language, entityMessages)));
    expect(say("en")).toStrictEqual(['Cannot use "2": write a value from 0 to 1', 'Cannot use "refund": choose one of sale, return']);
    expect(say("zh")).toStrictEqual(['不能使用 "2"：请写 0 至 1 的值', '不能使用 "refund"：请从 sale、return 中选择']);
  });
});
