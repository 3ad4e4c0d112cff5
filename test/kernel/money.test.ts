import { Decimal } from "decimal.js";
import {
  addMoney,
  compareMoney,
  type Money,
  multiplyMoney,
  negateMoney,
  parseMoney,
  type RoundingMode,
  roundMoney,
  subtractMoney,
  sumMoney,
} from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt, faultOf } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { revoked, throwing } from "../support/throwing.js";

const cny = (amount: string): Money => frozen({ amount, currency: "CNY" });
const usd = (amount: string): Money => frozen({ amount, currency: "USD" });

describe("parseMoney()", () => {
  test("gives a fresh record of two fields, the amount canonical", () => {
    const given = frozen({ amount: "-1234.50", currency: "CNY", symbol: "¥" });
    expect(parseMoney(given)).toStrictEqual({ amount: "-1234.5", currency: "CNY" });
  });

  test("reads an amount held in another form", () => {
    expect(parseMoney({ amount: new Decimal("1e-7"), currency: "CNY" }).amount).toBe("0.0000001");
    expect(parseMoney({ amount: 12.5, currency: "CNY" }).amount).toBe("12.5");
    expect(parseMoney({ amount: 12n, currency: "CNY" }).amount).toBe("12");
  });

  test("accepts a currency that no list has yet", () => {
    expect(parseMoney({ amount: "1", currency: "XYZ" }).currency).toBe("XYZ");
  });

  test.each([
    { given: "10 CNY", fault: "kernel.not_an_amount at a" },
    { given: 10, fault: "kernel.not_an_amount at a" },
    { given: null, fault: "kernel.not_an_amount at a" },
    { given: undefined, fault: "kernel.not_an_amount at a" },
    { given: ["10", "CNY"], fault: "kernel.not_an_amount at a" },
    { given: {}, fault: "kernel.not_a_decimal at a.amount" },
    { given: { amount: "ten", currency: "CNY" }, fault: "kernel.not_a_decimal at a.amount" },
    { given: { amount: Number.NaN, currency: "CNY" }, fault: "kernel.not_a_decimal at a.amount" },
    { given: { amount: "10" }, fault: "kernel.not_a_currency at a.currency" },
    { given: { amount: "10", currency: "cny" }, fault: "kernel.not_a_currency at a.currency" },
    { given: { amount: "10", currency: "CN" }, fault: "kernel.not_a_currency at a.currency" },
    { given: { amount: "10", currency: "CNYX" }, fault: "kernel.not_a_currency at a.currency" },
    { given: { amount: "10", currency: "CNY\n" }, fault: "kernel.not_a_currency at a.currency" },
    { given: { amount: "10", currency: "ＣＮＹ" }, fault: "kernel.not_a_currency at a.currency" },
    { given: { amount: "10", currency: ["CNY"] }, fault: "kernel.not_a_currency at a.currency" },
  ])("refuses $given: $fault", ({ given, fault }) => {
    expect(faultAt(() => parseMoney(given, "a"))).toBe(fault);
  });

  test("refuses what throws when it is read", () => {
    for (const given of [throwing("amount", { currency: "CNY" }), throwing("currency", { amount: "1" }), revoked()]) {
      expect(faultAt(() => parseMoney(given, "a"))).toBe("kernel.unreadable at a");
    }
  });

  test("names the field alone where the value is the whole input", () => {
    expect(faultAt(() => parseMoney({ amount: "x", currency: "CNY" }))).toBe("kernel.not_a_decimal at amount");
  });
});

describe("arithmetic on money", () => {
  test("is exact", () => {
    expect(addMoney(cny("0.10"), cny("0.20"))).toStrictEqual(cny("0.3"));
    expect(subtractMoney(cny("100"), cny("100.05"))).toStrictEqual(cny("-0.05"));
    expect(multiplyMoney(cny("1234.56"), "0.035")).toStrictEqual(cny("43.2096"));
    expect(multiplyMoney(cny("12.50"), 3)).toStrictEqual(cny("37.5"));
    expect(negateMoney(cny("80.00"))).toStrictEqual(cny("-80"));
    expect(negateMoney(cny("0.00"))).toStrictEqual(cny("0"));
    expect(sumMoney([cny("1.50"), cny("-0.5"), cny("0.005")], "CNY")).toStrictEqual(cny("1.005"));
  });

  test("gives an empty sum a currency", () => {
    expect(sumMoney([], "JPY")).toStrictEqual({ amount: "0", currency: "JPY" });
  });

  test.each([
    { a: "9.99", b: "10", order: -1 },
    { a: "10.00", b: "10", order: 0 },
    { a: "10.01", b: "10", order: 1 },
    { a: "-10", b: "9", order: -1 },
  ])("compares $a with $b", ({ a, b, order }) => {
    expect(compareMoney(cny(a), cny(b))).toBe(order);
  });

  test.each([
    { name: "addMoney", call: () => addMoney(cny("1"), usd("1")) },
    { name: "subtractMoney", call: () => subtractMoney(cny("1"), usd("1")) },
    { name: "compareMoney", call: () => compareMoney(cny("1"), usd("1")) },
  ])("$name() never combines two currencies, not even zero", ({ call }) => {
    expect(faultOf(call)).toStrictEqual({ code: "kernel.currency_mismatch", path: "b.currency", params: { got: "USD", want: "CNY" } });
    expect(faultAt(() => addMoney(cny("1"), usd("0")))).toBe("kernel.currency_mismatch at b.currency");
  });

  test("sumMoney() names the first amount in another currency", () => {
    expect(faultAt(() => sumMoney([cny("1"), usd("1"), usd("2")], "CNY"))).toBe("kernel.currency_mismatch at list[1].currency");
    expect(faultAt(() => sumMoney([cny("1")], "USD"))).toBe("kernel.currency_mismatch at list[0].currency");
  });

  test("names what is malformed", () => {
    const not = {} as Money;
    expect(faultAt(() => addMoney(not, cny("1")))).toBe("kernel.not_a_decimal at a.amount");
    expect(faultAt(() => addMoney(cny("1"), null as unknown as Money))).toBe("kernel.not_an_amount at b");
    expect(faultAt(() => multiplyMoney(cny("1"), "3%"))).toBe("kernel.not_a_decimal at factor");
    expect(faultAt(() => negateMoney(not))).toBe("kernel.not_a_decimal at money.amount");
    expect(faultAt(() => sumMoney([], "yuan"))).toBe("kernel.not_a_currency at currency");
    expect(faultAt(() => sumMoney("CNY" as unknown as Money[], "CNY"))).toBe("kernel.not_a_list at list");
    expect(faultAt(() => sumMoney(new Array(2), "CNY"))).toBe("kernel.not_an_amount at list[0]");
    expect(faultAt(() => sumMoney([throwing("amount") as Money], "CNY"))).toBe("kernel.unreadable at list[0].amount");
    expect(faultAt(() => sumMoney(revoked() as Money[], "CNY"))).toBe("kernel.unreadable at list");
  });

  test("survives JSON", () => {
    const answer = multiplyMoney(cny("10"), "0.333");
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });
});

describe("roundMoney()", () => {
  const halfUp = frozen({ decimals: 2, mode: "half_up" as const });

  test.each([
    { exact: "5000.0049999", paid: "5000.00", why: "just below half a fen" },
    { exact: "5000.005", paid: "5000.01", why: "half a fen leaves zero" },
    { exact: "5000.0050001", paid: "5000.01", why: "just above half a fen" },
    { exact: "-5000.005", paid: "-5000.01", why: "half a fen owed leaves zero too" },
    { exact: "-0.004", paid: "0.00", why: "nothing is owed, without a sign" },
    { exact: "5000", paid: "5000.00", why: "all places are written" },
  ])("makes $exact payable as $paid: $why", ({ exact, paid }) => {
    expect(roundMoney(cny(exact), halfUp)).toStrictEqual(cny(paid));
  });

  test("rounds to whole yen and to thousandths of a dinar", () => {
    expect(roundMoney({ amount: "1234.5", currency: "JPY" }, { decimals: 0, mode: "down" }).amount).toBe("1234");
    expect(roundMoney({ amount: "1.23449", currency: "KWD" }, { decimals: 3, mode: "half_even" }).amount).toBe("1.234");
  });

  test("has no silent choice of places or mode", () => {
    const bad = (rounding: unknown) => faultAt(() => roundMoney(cny("1"), rounding as typeof halfUp));
    expect(bad({ mode: "half_up" })).toBe("kernel.not_a_count at rounding.decimals");
    expect(bad({ decimals: 61, mode: "half_up" })).toBe("kernel.not_a_count at rounding.decimals");
    expect(bad({ decimals: 2 })).toBe("kernel.not_a_choice at rounding.mode");
    expect(bad({ decimals: 2, mode: "nearest" as RoundingMode })).toBe("kernel.not_a_choice at rounding.mode");
    expect(bad(undefined)).toBe("kernel.not_a_record at rounding");
    expect(bad(throwing("mode", { decimals: 2 }))).toBe("kernel.unreadable at rounding.mode");
  });
});
