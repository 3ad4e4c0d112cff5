import { describe, expect, test } from "vitest";
import { checkList } from "../../src/kernel/check.js";
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
