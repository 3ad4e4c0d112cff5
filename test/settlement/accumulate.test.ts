import { catalogue } from "qudao/i18n";
import { isLibraryFault, renderMessage } from "qudao/kernel";
import { accumulate, openAccumulator, restore, settle, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { lineOf, policyOf } from "../support/settlement.js";

const raw = /\b(kernel|engine|entities|incentives|settlement)\.[a-z_]+|[{}]/;

describe("accumulate()", () => {
  test.each([
    [null, "entities.not_a_record", ""],
    [{ ...lineOf(), date: "2024-02-30" }, "entities.not_a_date", "date"],
    [{ ...lineOf(), amount: "-1.00" }, "entities.negative", "amount"],
    [{ ...lineOf(), amount: "1e3" }, "entities.not_a_decimal", "amount"],
    [{ ...lineOf(), amount: "NaN" }, "entities.not_a_decimal", "amount"],
    [{ ...lineOf(), amount: 100 }, "entities.not_a_decimal", "amount"],
    [{ ...lineOf(), amount: "01.00" }, "entities.not_a_decimal", "amount"],
    [{ ...lineOf(), amount: "1." }, "entities.not_a_decimal", "amount"],
    [{ ...lineOf(), quantity: 1.5 }, "entities.not_whole_units", "quantity"],
    [{ ...lineOf(), quantity: -1 }, "entities.negative", "quantity"],
    [{ ...lineOf(), kind: "swap" }, "entities.not_a_choice", "kind"],
    [{ ...lineOf(), discountRate: "1.01" }, "entities.out_of_range", "discountRate"],
    [{ ...lineOf(), taxRate: "-0.13" }, "entities.negative", "taxRate"],
    [{ ...lineOf(), taxRate: 0.13 }, "entities.not_a_decimal", "taxRate"],
    [{ ...lineOf(), cashDiscount: "100.01" }, "entities.out_of_range", "cashDiscount"],
    [{ ...lineOf(), cashDiscount: "2 %" }, "entities.not_a_decimal", "cashDiscount"],
    [{ ...lineOf(), unitPrice: "0x1F" }, "entities.not_a_decimal", "unitPrice"],
    [{ ...lineOf(), productId: "" }, "entities.not_text", "productId"],
    [{ ...lineOf(), categoryId: 7 }, "entities.not_text", "categoryId"],
    [{ ...lineOf(), memberId: "nobody" }, "settlement.unknown_member", "memberId"],
    [{ ...lineOf(), currency: "USD" }, "settlement.line_currency", "currency"],
  ])("refuses %j with %s at %s, in both languages", (line, code, path) => {
    const accumulator = openAccumulator(policyOf());
    const report = accumulate(accumulator, [lineOf({ id: "L0" }), line as never, lineOf({ id: "L2" })]);
    expect([report.read, report.accepted, report.rejected.length]).toStrictEqual([3, 2, 1]);
    const [refused] = report.rejected;
    expect([refused?.index, refused?.problems[0]?.code, refused?.problems[0]?.path]).toStrictEqual([1, code, path]);
    for (const language of ["en", "zh"] as const) {
      const said = refused?.problems[0]?.text[language];
      expect(said).toBe(renderMessage(refused?.problems[0] as never, language, catalogue));
      expect(said).not.toMatch(raw);
    }
    expect(settle(accumulator, { asOf: "2025-01-01" }).intake).toStrictEqual({
      read: 3,
      accepted: 2,
      rejected: 1,
      netAmount: "200",
      netQuantity: "2",
    });
  });

  test("names every fault of a line, and its identifier", () => {
    const line = { ...lineOf({ id: "L7" }), date: "soon", amount: "much" };
    const [refused] = accumulate(openAccumulator(policyOf()), [line]).rejected;
    expect(refused?.id).toBe("L7");
    expect(refused?.problems.map((problem) => problem.path)).toStrictEqual(["date", "amount"]);
  });

  test("ignores fields of the host's own", () => {
    const line = { ...lineOf(), warehouse: "W1" };
    expect(accumulate(openAccumulator(policyOf()), [line]).accepted).toBe(1);
  });

  test("takes any iterable, and leaves frozen lines alone", () => {
    function* rows() {
      yield Object.freeze(lineOf());
      yield Object.freeze(lineOf({ id: "L2" }));
    }
    expect(accumulate(openAccumulator(policyOf()), rows())).toStrictEqual({ read: 2, accepted: 2, rejected: [] });
  });

  test("a source may hand out one row again and again, as a cursor does", () => {
    const accumulator = openAccumulator(policyOf());
    const row = { ...lineOf() };
    function* cursor() {
      for (const [id, amount] of [
        ["L1", "100.00"],
        ["L2", "20.00"],
        ["L3", "3.00"],
      ] as const) {
        Object.assign(row, { id, amount });
        yield row;
      }
    }
    expect(accumulate(accumulator, cursor()).accepted).toBe(3);
    expect(settle(accumulator, { asOf: "2025-01-01" }).intake.netAmount).toBe("123");
  });

  test("a list is walked as its own iterator says", () => {
    const lines = [{ ...lineOf(), amount: "bad" }, lineOf()];
    const backwards = Object.defineProperty(lines.slice(), Symbol.iterator, { value: () => [...lines].reverse().values() });
    const report = accumulate(openAccumulator(policyOf()), backwards);
    expect(report.rejected.map(({ index }) => index)).toStrictEqual([1]);
  });

  test("holes, rows of another kind and rows without a price beside good lines are each told by their place", () => {
    const lines = Array.from({ length: 100 }, (_, i) => lineOf({ id: `L${i}` })) as unknown[];
    delete lines[0];
    lines[33] = "a row";
    lines[64] = { ...lineOf(), unitPrice: 5 };
    lines[99] = null;
    const report = accumulate(openAccumulator(policyOf()), lines as never);
    expect(report.rejected.map(({ index }) => index)).toStrictEqual([0, 33, 64, 99]);
    expect([report.read, report.accepted]).toStrictEqual([100, 96]);
  });

  test("reads a line whose getter throws as unreadable, and goes on", () => {
    const hostile = Object.defineProperty({ ...lineOf() }, "amount", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    const report = accumulate(openAccumulator(policyOf()), [hostile as never, lineOf()]);
    expect(report.rejected.map((refused) => refused.problems[0]?.code)).toStrictEqual(["entities.unreadable"]);
    expect(report.accepted).toBe(1);
  });

  test("a source that stops with an error is a fault with its cause; what came before stays counted", () => {
    const accumulator = openAccumulator(policyOf());
    const cause = new Error("connection lost");
    function* rows() {
      yield lineOf();
      throw cause;
    }
    const caught = (() => {
      try {
        accumulate(accumulator, rows());
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    })();
    if (!isLibraryFault(caught)) throw new Error("a fault was expected");
    expect([caught.code, caught.params["accepted"], caught.cause]).toStrictEqual(["kernel.unreadable", 1, cause]);
    expect(settle(accumulator, { asOf: "2025-01-01" }).intake.accepted).toBe(1);
  });

  test.each([[null], [undefined], [7], [{}]])("refuses %j as lines", (lines) => {
    expect(() => accumulate(openAccumulator(policyOf()), lines as never)).toThrow(
      expect.objectContaining({ code: "settlement.not_iterable", path: "lines" }),
    );
  });

  describe("one absurd line does not stop the statements of everybody", () => {
    const digits = (whole: number, fraction = 0) => `${"9".repeat(whole)}${fraction > 0 ? `.${"9".repeat(fraction)}` : ""}`;
    test.each([
      ["amount", digits(45, 100), digits(46)],
      ["amount", digits(1, 100), digits(1, 101)],
      ["quantity", digits(20, 100), digits(21)],
      ["unitPrice", digits(25, 100), digits(26)],
      ["unitPrice", digits(5), digits(60)],
      ["cost", digits(45, 100), digits(46)],
      ["taxRate", digits(5, 100), digits(6)],
      ["cashDiscount", digits(1, 100), digits(1, 101)],
    ])("%s: the longest that is counted, and one digit more", (field, most, more) => {
      const accumulator = openAccumulator(policyOf());
      const [good, bad] = [most, more].map((figure, i) => ({ ...lineOf({ id: `L${i}` }), [field]: figure }));
      const report = accumulate(accumulator, [good, bad, lineOf({ id: "L2" })] as never);
      expect(report.rejected.map(({ index, problems }) => [index, problems.map(({ code, path }) => [code, path])])).toStrictEqual([
        [1, [["settlement.figure_too_long", field]]],
      ]);
      expect(settle(accumulator, { asOf: "2025-01-01" }).intake.accepted).toBe(2);
      expect(settle(restore(JSON.parse(JSON.stringify(snapshot(accumulator)))), { asOf: "2025-01-01" })).toStrictEqual(
        settle(accumulator, { asOf: "2025-01-01" }),
      );
    });
  });

  test("refuses a list longer than any engine can fill, which is one of holes", () => {
    expect(faultAt(() => accumulate(openAccumulator(policyOf()), new Array(2 ** 32 - 1)))).toBe("kernel.list_too_long at lines");
  });

  test("refuses what is no accumulator", () => {
    for (const wrong of [null, {}, "acc", { kind: "qudao.accumulator" }]) {
      expect(() => accumulate(wrong as never, [])).toThrow(expect.objectContaining({ code: "settlement.not_an_accumulator" }));
    }
  });
});
