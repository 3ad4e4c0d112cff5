import { currencyDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";

describe("currencyDecimals()", () => {
  // ISO 4217, list one, column "minor unit".
  const listed: { readonly [decimals: number]: readonly string[] } = {
    0: ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"],
    2: ["CNY", "HKD", "TWD", "USD", "EUR", "GBP", "CHF", "SGD", "INR", "RUB", "MGA", "MRU"],
    3: ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"],
    4: ["CLF", "UYW"],
  };
  test.each(Object.entries(listed).flatMap(([decimals, all]) => all.map((currency) => ({ currency, decimals: Number(decimals) }))))(
    "$currency is paid with $decimals places",
    ({ currency, decimals }) => {
      expect(currencyDecimals(currency)).toBe(decimals);
    },
  );

  test("takes 2 for a currency it does not list", () => {
    expect(currencyDecimals("XYZ")).toBe(2);
  });

  test.each(["", "cny", "RMB ", "CN", "toString", "__proto__", undefined, null, 156, ["CNY"]])("refuses %j", (currency) => {
    expect(faultAt(() => currencyDecimals(currency as string))).toBe("kernel.not_a_currency at currency");
  });
});
