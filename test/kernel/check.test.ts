import { describe, expect, test } from "vitest";
import { checkList, readSafely } from "../../src/kernel/check.js";
import { faultOf } from "../support/fault-of.js";

/** A list of any length that gives the same at every place, and the number of times it was read. */
function lying(length: number, item?: unknown) {
  const count = { reads: 0 };
  const list = new Proxy([], {
    get: (_, name) => {
      count.reads++;
      return name === "length" ? length : item;
    },
  });
  return { list, count };
}

describe("checkList()", () => {
  test("gives every item, holes as undefined, so that none is passed over", () => {
    const holed: unknown[] = ["a"];
    holed[2] = "c";
    const seen: unknown[] = [];
    checkList(holed, "list").forEach((item) => void seen.push(item));
    expect(seen).toStrictEqual(["a", undefined, "c"]);
  });

  test("reads every item once: what is checked is what is used", () => {
    const { list, count } = lying(3, "x");
    expect(checkList(list, "list")).toStrictEqual(["x", "x", "x"]);
    expect(count.reads).toBe(4);
  });

  test.each([Number.POSITIVE_INFINITY, Number.NaN, 10_000_001])(
    "refuses a list that says it holds %s items without reading one",
    (length) => {
      const { list, count } = lying(length);
      expect(faultOf(() => checkList(list, "list"))).toStrictEqual({
        code: "kernel.list_too_long",
        path: "list",
        params: { most: 10_000_000 },
      });
      expect(count.reads).toBe(1);
    },
  );

  test("refuses what is no list", () => {
    expect(faultOf(() => checkList({ length: 0 }, "list"))).toMatchObject({ code: "kernel.not_a_list", path: "list" });
  });
});

describe("readSafely()", () => {
  const failing = () => {
    throw new Error("out of reach");
  };
  const at = (given: Readonly<Record<string, unknown>>, read: () => unknown = failing) => faultOf(() => readSafely(given, read));
  const trap = (name: string) => Object.defineProperty({}, name, { enumerable: true, get: failing });

  test("names the argument, and where in it reading fails", () => {
    expect(at({ facts: {}, policy: { rows: [{}, trap("rate")] } })).toMatchObject({
      code: "kernel.unreadable",
      path: "policy.rows[1].rate",
      params: { reason: '"out of reach"' },
    });
    expect(at({ facts: new Proxy({}, { get: failing }), policy: {} }).path).toBe("facts");
    expect(at({ facts: {}, policy: new Proxy({}, { ownKeys: failing }) }).path).toBe("policy");
  });

  test("where it no longer fails, what is not there is meant, or the first", () => {
    expect(at({ facts: {}, policy: undefined }).path).toBe("policy");
    expect(at({ facts: {}, policy: {} }).path).toBe("facts");
  });

  test("puts what a verb on the way could not read in the place of the caller's own argument", () => {
    const policy = { card: trap("rows") };
    expect(at({ facts: {}, policy }, () => readSafely({ scorecard: policy.card }, failing)).path).toBe("policy.card.rows");
  });

  test("leaves every other fault as it is", () => {
    const fault = at({ facts: trap("id") }, () => checkList(1, "policy.rows"));
    expect(fault).toMatchObject({ code: "kernel.not_a_list", path: "policy.rows" });
  });

  test("looks no deeper and no longer than data goes", () => {
    const deep = Array.from({ length: 70 }).reduce<object>((below) => ({ below }), trap("id"));
    expect(at({ facts: 1, policy: deep }).path).toBe("facts");
    const long = Array.from({ length: 20_000 }, () => ({}));
    expect(at({ facts: { long, then: trap("id") }, policy: trap("id") }).path).toBe("policy.id");
  });
});
