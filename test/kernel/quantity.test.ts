import {
  addQuantities,
  compareQuantities,
  convertQuantity,
  parseQuantity,
  type Quantity,
  subtractQuantities,
  type UnitTable,
} from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt, faultOf } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { revoked, throwing } from "../support/throwing.js";

const of = (value: string, unit: string): Quantity => frozen({ value, unit });

describe("parseQuantity()", () => {
  test("gives a fresh record of two fields, the value canonical", () => {
    expect(parseQuantity(frozen({ value: "12.50", unit: "箱", note: "x" }))).toStrictEqual({ value: "12.5", unit: "箱" });
    expect(parseQuantity({ value: 3, unit: "box" })).toStrictEqual({ value: "3", unit: "box" });
  });

  test.each([
    { given: "12 box", fault: "kernel.not_a_quantity at q" },
    { given: null, fault: "kernel.not_a_quantity at q" },
    { given: ["12", "box"], fault: "kernel.not_a_quantity at q" },
    { given: { unit: "box" }, fault: "kernel.not_a_decimal at q.value" },
    { given: { value: "a dozen", unit: "box" }, fault: "kernel.not_a_decimal at q.value" },
    { given: { value: "12" }, fault: "kernel.not_text at q.unit" },
    { given: { value: "12", unit: "" }, fault: "kernel.not_text at q.unit" },
    { given: { value: "12", unit: 1 }, fault: "kernel.not_text at q.unit" },
  ])("refuses $given: $fault", ({ given, fault }) => {
    expect(faultAt(() => parseQuantity(given, "q"))).toBe(fault);
  });
});

test("parseQuantity() refuses what throws when it is read", () => {
  for (const given of [throwing("value", { unit: "box" }), throwing("unit", { value: "1" }), revoked()]) {
    expect(faultAt(() => parseQuantity(given, "q"))).toBe("kernel.unreadable at q");
  }
});

describe("arithmetic on quantities", () => {
  test("is exact", () => {
    expect(addQuantities(of("0.1", "t"), of("0.20", "t"))).toStrictEqual(of("0.3", "t"));
    expect(subtractQuantities(of("10", "box"), of("12", "box"))).toStrictEqual(of("-2", "box"));
  });

  test.each([
    { a: "9", b: "10", order: -1 },
    { a: "10.0", b: "10", order: 0 },
    { a: "11", b: "10", order: 1 },
  ])("compares $a with $b", ({ a, b, order }) => {
    expect(compareQuantities(of(a, "box"), of(b, "box"))).toBe(order);
  });

  test("never combines two units, however alike", () => {
    expect(faultOf(() => addQuantities(of("1", "box"), of("1", "Box")))).toStrictEqual({
      code: "kernel.unit_mismatch",
      path: "b.unit",
      params: { got: '"Box"', want: '"box"' },
    });
    expect(faultAt(() => subtractQuantities(of("1", "kg"), of("1", "t")))).toBe("kernel.unit_mismatch at b.unit");
    expect(faultAt(() => compareQuantities(of("0", "kg"), of("0", "t")))).toBe("kernel.unit_mismatch at b.unit");
    expect(faultAt(() => addQuantities({} as Quantity, of("1", "t")))).toBe("kernel.not_a_decimal at a.value");
    expect(faultAt(() => addQuantities(of("1", "t"), { value: "1" } as Quantity))).toBe("kernel.not_text at b.unit");
  });
});

describe("convertQuantity()", () => {
  const table: UnitTable = frozen({ base: "piece", units: { piece: "1", box: "12", pallet: "480", pair: "2", sample: "0.3" } });

  test.each([
    { value: "2", from: "box", to: "piece", wanted: "24", why: "into the base unit" },
    { value: "30", from: "piece", to: "box", wanted: "2.5", why: "out of the base unit" },
    { value: "2.5", from: "pallet", to: "box", wanted: "100", why: "between two others" },
    { value: "-3", from: "box", to: "pair", wanted: "-18", why: "a return" },
    { value: "0", from: "box", to: "pallet", wanted: "0", why: "nothing" },
    { value: "1", from: "sample", to: "piece", wanted: "0.3", why: "less than one base unit" },
    { value: "3", from: "piece", to: "sample", wanted: "10", why: "divided by a fraction" },
    { value: "1", from: "piece", to: "box", wanted: "0.08333333333333333333333333333333333333333", why: "1 ÷ 12 has no end: 40 digits" },
    { value: "7", from: "box", to: "box", wanted: "7", why: "no change" },
    { value: "7", from: "crate", to: "crate", wanted: "7", why: "no change, and no need of the table" },
  ])("converts $value $from to $to: $why", ({ value, from, to, wanted }) => {
    expect(convertQuantity(of(value, from), to, table)).toStrictEqual({ ok: true, value: of(wanted, to) });
  });

  test("multiplies before it divides, so that thirds come back whole", () => {
    const thirds = { base: "kg", units: { bag: "3", crate: "9" } };
    expect(convertQuantity(of("3", "bag"), "crate", thirds)).toStrictEqual({ ok: true, value: of("1", "crate") });
  });

  test("keeps more than 40 digits where the quotient ends", () => {
    const long = `${"9".repeat(50)}.5`;
    expect(convertQuantity(of(long, "box"), "piece", { base: "piece", units: { box: "2" } })).toStrictEqual({
      ok: true,
      // Twice 10^50 − 0.5.
      value: of(`1${"9".repeat(50)}`, "piece"),
    });
  });

  test("knows the base unit without being told", () => {
    const plain = { base: "kg", units: { t: "1000" } };
    expect(convertQuantity(of("1.5", "t"), "kg", plain)).toStrictEqual({ ok: true, value: of("1500", "kg") });
  });

  test.each([
    { from: "crate", to: "box", unit: "crate" },
    { from: "box", to: "crate", unit: "crate" },
    { from: "crate", to: "bag", unit: "crate" },
    { from: "toString", to: "box", unit: "toString" },
    { from: "box", to: "constructor", unit: "constructor" },
    { from: "box", to: "__proto__", unit: "__proto__" },
  ])("reports the unknown unit of $from to $to", ({ from, to, unit }) => {
    expect(convertQuantity(of("1", from), to, table)).toStrictEqual({
      ok: false,
      problem: { code: "kernel.unit_unknown", params: { unit: JSON.stringify(unit), known: ["piece", "box", "pallet", "pair", "sample"] } },
    });
  });

  test.each(["0", "-12", "0.0"])("refuses %s base units in one", (factor) => {
    const bad = { base: "piece", units: { box: factor } };
    expect(faultAt(() => convertQuantity(of("1", "box"), "piece", bad))).toBe('kernel.not_above_zero at table.units["box"]');
    expect(faultAt(() => convertQuantity(of("1", "piece"), "box", bad))).toBe('kernel.not_above_zero at table.units["box"]');
  });

  test("refuses a base unit that is not one of itself", () => {
    const bad = { base: "piece", units: { piece: "2", box: "12" } };
    expect(faultAt(() => convertQuantity(of("1", "box"), "box", bad))).toBe('kernel.base_unit_not_one at table.units["piece"]');
    const fine = { base: "piece", units: { piece: "1.00", box: "12" } };
    expect(convertQuantity(of("1", "box"), "piece", fine)).toStrictEqual({ ok: true, value: of("12", "piece") });
  });

  test("names what is malformed", () => {
    const bad = (given: unknown) => faultAt(() => convertQuantity(of("1", "box"), "piece", given as UnitTable));
    expect(faultAt(() => convertQuantity({} as Quantity, "box", table))).toBe("kernel.not_a_decimal at quantity.value");
    expect(faultAt(() => convertQuantity(of("1", "box"), "", table))).toBe("kernel.not_text at to");
    expect(bad(null)).toBe("kernel.not_a_record at table");
    expect(bad({ units: {} })).toBe("kernel.not_text at table.base");
    expect(bad({ base: "piece" })).toBe("kernel.not_a_record at table.units");
    expect(bad({ base: "piece", units: { box: "dozen" } })).toBe('kernel.not_a_decimal at table.units["box"]');
    expect(bad({ base: "piece", units: throwing("box") })).toBe("kernel.unreadable at table.units.box");
    expect(bad({ base: "piece", units: revoked() })).toBe("kernel.unreadable at table.units");
  });

  test("survives JSON", () => {
    for (const answer of [convertQuantity(of("1", "box"), "piece", table), convertQuantity(of("1", "crate"), "piece", table)]) {
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    }
  });
});
