import { describe, expect, it } from "vitest";
import { Exact, sumOf, ZERO } from "../../src/kernel/exact.js";

describe("an exact sum", () => {
  it("of none is nothing", () => {
    expect(sumOf([]).toFixed()).toBe("0");
    expect(sumOf([]).equals(ZERO)).toBe(true);
  });

  it("keeps every digit of its parts, whatever their order and size", () => {
    const parts = ["0.1", new Exact("0.2"), "-0.3", "90071992547409930000", "0.00000000000000000001"];
    expect(sumOf(parts).toFixed()).toBe("90071992547409930000.00000000000000000001");
    expect(sumOf([...parts].reverse()).toFixed()).toBe("90071992547409930000.00000000000000000001");
  });
});
