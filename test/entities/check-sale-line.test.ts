import { checkSaleLine, type SaleLine } from "qudao/entities";
import { describe, expect, test } from "vitest";

const line: SaleLine = { id: "L1", memberId: "A", productId: "P", date: "2024-03-01", quantity: 2, amount: "19.80", kind: "sale" };
const full: SaleLine = {
  ...line,
  categoryId: "K",
  brandId: "B",
  territoryId: "SH",
  attributes: { project: "metro" },
  event: "delivered",
  originDate: "2024-02-01",
  cost: "8.00",
  quantity: "0.125",
  unitPrice: "9.90",
  discountRate: "0.05",
  taxRate: "0.13",
  cashDiscount: "0.40",
  currency: "CNY",
  kind: "return",
};
const at = (change: { readonly [name: string]: unknown }) => checkSaleLine({ ...line, ...change }).map((fault) => [fault.path, fault.code]);

describe("checkSaleLine()", () => {
  test("names every attribute that is no text, by its own name", () => {
    expect(at({ attributes: { project: "", "sales channel": 3, level: "A" } })).toStrictEqual([
      ["attributes.project", "entities.not_text"],
      ['attributes["sales channel"]', "entities.not_text"],
    ]);
  });

  test("finds nothing in a line, with and without its optional fields", () => {
    expect(checkSaleLine(line)).toStrictEqual([]);
    expect(checkSaleLine(Object.freeze(full))).toStrictEqual([]);
  });

  test.each(["id", "memberId", "productId", "date", "quantity", "amount", "kind"])("misses %s, which every line needs", (field) => {
    expect(at({ [field]: undefined })).toStrictEqual([[field, "entities.missing"]]);
  });

  test.each([
    "categoryId",
    "brandId",
    "territoryId",
    "attributes",
    "event",
    "originDate",
    "cost",
    "unitPrice",
    "discountRate",
    "taxRate",
    "cashDiscount",
    "currency",
  ])("does not miss %s", (field) => {
    expect(checkSaleLine({ ...full, [field]: undefined })).toStrictEqual([]);
  });

  test.each<readonly [field: string, value: unknown, code: string | undefined, why: string]>([
    ["quantity", -1, "entities.negative", "one below nothing"],
    ["quantity", 0, undefined, "nothing at all"],
    ["quantity", 1, undefined, "one"],
    ["quantity", 9007199254740991, undefined, "the last number that is exact"],
    ["quantity", 9007199254740992, "entities.not_whole_units", "the first that is not"],
    ["quantity", 1.5, "entities.not_whole_units", "a fraction must be written as text"],
    ["quantity", Number.NaN, "entities.not_whole_units", "not a number"],
    ["quantity", "1.5", undefined, "a fraction as text"],
    ["quantity", "-0.001", "entities.negative", "a fraction below nothing"],
    ["quantity", "1,5", "entities.not_a_decimal", "a comma is no point"],
    ["quantity", true, "entities.not_a_decimal", "neither number nor text"],
    ["amount", "-0.01", "entities.negative", "returns have positive amounts too"],
    ["amount", "0", undefined, "given away"],
    ["amount", "-0.00", undefined, "zero, however it is written"],
    ["amount", "0.01", undefined, "one fen"],
    ["amount", 19.8, "entities.not_a_decimal", "money is never a number"],
    ["amount", "1e3", "entities.not_a_decimal", "text has no exponent"],
    ["unitPrice", "-1", "entities.negative", "a price below nothing"],
    ["discountRate", "-0.01", "entities.out_of_range", "a surcharge is no discount"],
    ["discountRate", "0", undefined, "no discount"],
    ["discountRate", "1", undefined, "all of it"],
    ["discountRate", "1.01", "entities.out_of_range", "more than all of it"],
    ["discountRate", "5%", "entities.not_a_decimal", "a ratio has no percent sign"],
    ["taxRate", "-0.01", "entities.negative", "no tax is below nothing"],
    ["taxRate", "0", undefined, "free of tax"],
    ["taxRate", "0.13", undefined, "13 %"],
    ["taxRate", "13%", "entities.not_a_decimal", "a ratio has no percent sign"],
    ["cashDiscount", "-0.01", "entities.negative", "a surcharge is no discount"],
    ["cashDiscount", "19.79", undefined, "less than the amount"],
    ["cashDiscount", "19.80", undefined, "all of the amount"],
    ["cashDiscount", "19.81", "entities.out_of_range", "more than the amount"],
    ["date", "2024-02-29", undefined, "a leap day"],
    ["date", "2023-02-29", "entities.not_a_date", "no leap day"],
    ["date", "2024-03-01T00:00:00Z", "entities.not_a_date", "a day has no time"],
    ["date", new Date(0), "entities.not_a_date", "a day is text"],
    ["event", "paid", undefined, "the last of the events"],
    ["event", "shipped", "entities.not_a_choice", "no event of a sale"],
    ["originDate", "2024-02-30", "entities.not_a_date", "no such day"],
    ["cost", "-0.01", "entities.negative", "goods that cost less than nothing"],
    ["cost", "0", undefined, "given for nothing"],
    ["attributes", {}, undefined, "no attribute"],
    ["attributes", [], "entities.not_a_record", "a list has no names"],
    ["currency", "cny", "entities.not_a_currency", "capital letters"],
    ["currency", "CNY\n", "entities.not_a_currency", "three letters, nothing after them"],
    ["kind", "Sale", "entities.not_a_choice", "as it is spelt"],
    ["id", "", "entities.not_text", "an empty identifier identifies nothing"],
    ["id", 7, "entities.not_text", "identifiers are text"],
    ["brandId", null, "entities.not_text", "null is not absence"],
  ])("%s %j: %s (%s)", (field, value, code) => {
    expect(at({ [field]: value })).toStrictEqual(code === undefined ? [] : [[field, code]]);
  });

  test("compares the cash discount with the amount only where both can be read", () => {
    expect(at({ cashDiscount: "20", amount: "x" })).toStrictEqual([["amount", "entities.not_a_decimal"]]);
    expect(at({ cashDiscount: "20", kind: "refund" })).toStrictEqual([["kind", "entities.not_a_choice"]]);
  });

  test("refuses a field that lines do not have, since an optional one may have been meant", () => {
    expect(at({ teritoryId: "SH" })).toStrictEqual([["teritoryId", "entities.unknown_field"]]);
    expect(at({ "unit price": "1" })).toStrictEqual([['["unit price"]', "entities.unknown_field"]]);
  });

  test("answers plain data", () => {
    const found = checkSaleLine({ kind: 1n });
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
  });
});
