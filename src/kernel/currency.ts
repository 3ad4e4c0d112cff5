import { kernelFault, shown } from "./fault.js";

/** Currencies that have another number of places than 2. */
const DECIMALS: { readonly [decimals: number]: string } = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const DECIMALS_BY_CURRENCY: ReadonlyMap<string, number> = new Map(
  Object.entries(DECIMALS).flatMap(([decimals, currencies]) =>
    currencies.split(" ").map((currency) => [currency, Number(decimals)] as const),
  ),
);

const SHAPE = /^[A-Z]{3}$/;

/**
 * A currency by its shape.
 *
 * @internal
 */
export function checkCurrency(currency: unknown, path: string): string {
  if (typeof currency !== "string" || !SHAPE.test(currency)) throw kernelFault("kernel.not_a_currency", path, { got: shown(currency) });
  return currency;
}

/**
 * Tells how many decimal places a currency is paid with: its minor unit.
 *
 * @remarks
 * A currency not listed with another number has 2. That includes codes without a minor unit (`XAU`, `XDR`), in which nothing is paid.
 *
 * @param currency - Three capital letters.
 * @returns 0, 2, 3 or 4.
 * @throws LibraryFault `kernel.not_a_currency`.
 *
 * @source ISO 4217:2015, list one, column "minor unit".
 *
 * @example Fen, yen and Kuwaiti fils
 * ```ts
 * import { currencyDecimals } from "qudao/kernel";
 *
 * currencyDecimals("CNY"); // => 2
 * currencyDecimals("JPY"); // => 0
 * currencyDecimals("KWD"); // => 3
 * ```
 *
 * @since 0.1.0
 */
export function currencyDecimals(currency: string): number {
  return DECIMALS_BY_CURRENCY.get(checkCurrency(currency, "currency")) ?? 2;
}
