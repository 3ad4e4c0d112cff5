import { convertMoney, type ExchangePolicy, type ExchangeRate, type Money } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { revoked, throwing } from "../support/throwing.js";

const rate = (from: string, to: string, rate: string): ExchangeRate => ({ from, to, rate, asOf: "2024-03-29", source: "central bank" });
const rates = frozen([rate("USD", "CNY", "7.2345"), rate("EUR", "CNY", "7.8"), rate("CNY", "JPY", "20.8")]);
const directOnly: ExchangePolicy = frozen({ rates, via: "direct_only" });
const allowInverse: ExchangePolicy = frozen({ rates, via: "allow_inverse" });
const money = (amount: string, currency: string): Money => frozen({ amount, currency });
const missing = (from: string, to: string) => ({ ok: false, problem: { code: "kernel.exchange_rate_missing", params: { from, to } } });

describe("convertMoney()", () => {
  test("multiplies by the direct rate and rounds nothing", () => {
    expect(convertMoney(money("100.01", "USD"), "CNY", directOnly)).toStrictEqual({ ok: true, value: money("723.522345", "CNY") });
    expect(convertMoney(money("-0.01", "USD"), "CNY", directOnly)).toStrictEqual({ ok: true, value: money("-0.072345", "CNY") });
  });

  test("answers an amount in the wanted currency as it is, without any rate", () => {
    const none: ExchangePolicy = { rates: [], via: "direct_only" };
    expect(convertMoney(money("100.10", "CNY"), "CNY", none)).toStrictEqual({ ok: true, value: money("100.1", "CNY") });
  });

  test("reports a missing rate instead of inverting one", () => {
    expect(convertMoney(money("78", "CNY"), "EUR", directOnly)).toStrictEqual(missing("CNY", "EUR"));
  });

  test("inverts where the policy allows it, exactly where the quotient ends", () => {
    expect(convertMoney(money("78", "CNY"), "EUR", allowInverse)).toStrictEqual({ ok: true, value: money("10", "EUR") });
    // 1 ÷ 7.8 = 5 ÷ 39 = 0.(128205), period of six.
    const cut = `0.${"128205".repeat(6)}1282`;
    expect(convertMoney(money("1", "CNY"), "EUR", allowInverse)).toStrictEqual({ ok: true, value: money(cut, "EUR") });
  });

  test("prefers the direct rate where both are quoted", () => {
    const both = [rate("CNY", "USD", "0.14"), rate("USD", "CNY", "7.2")];
    expect(convertMoney(money("72", "CNY"), "USD", { rates: both, via: "allow_inverse" })).toStrictEqual({
      ok: true,
      value: money("10.08", "USD"),
    });
  });

  test("never goes over a third currency", () => {
    expect(convertMoney(money("1", "USD"), "JPY", allowInverse)).toStrictEqual(missing("USD", "JPY"));
  });

  test("refuses to choose between two rates for one direction", () => {
    const twice = [...rates, { ...rate("USD", "CNY", "7.2345"), asOf: "2024-03-30" }];
    expect(faultAt(() => convertMoney(money("1", "USD"), "CNY", { rates: twice, via: "direct_only" }))).toBe(
      "kernel.exchange_rate_twice at policy.rates[3]",
    );
    expect(faultAt(() => convertMoney(money("1", "CNY"), "USD", { rates: twice, via: "allow_inverse" }))).toBe(
      "kernel.exchange_rate_twice at policy.rates[3]",
    );
    expect(convertMoney(money("1", "EUR"), "CNY", { rates: twice, via: "direct_only" }).ok).toBe(true);
  });

  test.each(["0", "-7.2", "0.00"])("refuses the rate %s", (bad) => {
    const policy: ExchangePolicy = { rates: [rate("USD", "CNY", bad)], via: "direct_only" };
    expect(faultAt(() => convertMoney(money("1", "USD"), "CNY", policy))).toBe("kernel.not_above_zero at policy.rates[0].rate");
  });

  test("names what is malformed", () => {
    const bad = (policy: unknown) => faultAt(() => convertMoney(money("1", "USD"), "CNY", policy as ExchangePolicy));
    expect(faultAt(() => convertMoney({} as Money, "CNY", directOnly))).toBe("kernel.not_a_decimal at money.amount");
    expect(faultAt(() => convertMoney(money("1", "USD"), "yuan", directOnly))).toBe("kernel.not_a_currency at to");
    expect(bad(undefined)).toBe("kernel.not_a_record at policy");
    expect(bad({ rates })).toBe("kernel.not_a_choice at policy.via");
    expect(bad({ rates, via: "any" })).toBe("kernel.not_a_choice at policy.via");
    expect(bad({ via: "direct_only" })).toBe("kernel.not_a_list at policy.rates");
    expect(bad({ rates: [null], via: "direct_only" })).toBe("kernel.not_a_record at policy.rates[0]");
    expect(bad({ rates: [rate("USD", "CNY", "seven")], via: "direct_only" })).toBe("kernel.not_a_decimal at policy.rates[0].rate");
    expect(bad({ rates: [throwing("from")], via: "direct_only" })).toBe("kernel.unreadable at policy.rates[0].from");
    expect(bad(revoked())).toBe("kernel.unreadable at policy");
  });

  test("survives JSON", () => {
    for (const answer of [convertMoney(money("1", "USD"), "CNY", directOnly), convertMoney(money("1", "USD"), "JPY", directOnly)]) {
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    }
  });
});
