/**
 * Reads the facts and the policy of a price, each once.
 *
 * @internal
 */

import { taxTreatments } from "../entities/catalogue.js";
import type { ListPrice } from "../entities/price-list.js";
import { checkWords } from "../kernel/check.js";
import { parsePeriod } from "../kernel/period.js";
import {
  choiceOf,
  listOf,
  optional,
  type Read,
  readCurrency,
  readDate,
  readNotNegative,
  readRounding,
  readShare,
  readText,
  recordOf,
  uniqueBy,
} from "../kernel/read.js";
import type {
  CategoryPrice,
  PriceAudience,
  PriceFloor,
  PricePolicy,
  PriceTaxRate,
  PricingList,
  ServicePrivilege,
  SpecialPrice,
  SpecialTerms,
} from "./price-policy.js";
import { pricingFault } from "./pricing-fault.js";

const tax = choiceOf(taxTreatments);

/** A table has one price from each quantity on. */
function breaksOf<T extends { readonly from?: string | undefined }>(read: Read<T>, item: (row: T) => string): Read<readonly T[]> {
  return (value, path) => {
    const rows = listOf(read)(value, path);
    const seen = new Set<string>();
    rows.forEach((row, i) => {
      const from = row.from ?? "0";
      const name = JSON.stringify([item(row), from]);
      if (seen.has(name)) throw pricingFault("pricing.break_twice", `${path}[${i}]`, { item: item(row), from });
      seen.add(name);
    });
    return rows;
  };
}

/** Days of validity make sense together. */
function inOrder<T extends { readonly start: string; readonly end?: string | undefined }>(read: Read<T>): Read<T> {
  return (value, path) => {
    const found = read(value, path);
    if (found.end !== undefined) parsePeriod({ start: found.start, end: found.end }, path);
    return found;
  };
}

/** Product or category, one of the two. */
function aimed<T extends { readonly productId?: string | undefined; readonly categoryId?: string | undefined }>(read: Read<T>): Read<T> {
  return (value, path) => {
    const found = read(value, path);
    if ((found.productId === undefined) === (found.categoryId === undefined)) throw pricingFault("pricing.whom_missing", path, {});
    return found;
  };
}

const listPrice = recordOf<ListPrice>({ productId: readText, from: optional(readNotNegative), unitPrice: readNotNegative });
const categoryPrice = recordOf<CategoryPrice>({ categoryId: readText, from: optional(readNotNegative), unitPrice: readNotNegative });

const list = inOrder(
  recordOf<PricingList>({
    id: readText,
    title: optional(checkWords),
    currency: readCurrency,
    tax,
    memberClass: optional(readText),
    territoryId: optional(readText),
    start: readDate,
    end: optional(readDate),
    prices: breaksOf(listPrice, (row) => row.productId),
    categoryPrices: optional(breaksOf(categoryPrice, (row) => row.categoryId)),
  }),
);

const audience: { readonly [F in keyof Required<PriceAudience>]: Read<PriceAudience[F]> } = {
  memberId: optional(readText),
  memberClass: optional(readText),
  territoryId: optional(readText),
  productId: optional(readText),
  categoryId: optional(readText),
  start: readDate,
  end: optional(readDate),
};

const terms: Read<SpecialTerms> = (value, path) => {
  const { kind } = recordOf<{ readonly kind: SpecialTerms["kind"] }>({ kind: choiceOf(["unit_price", "discount"]) })(value, path);
  if (kind === "discount") return { kind, ...recordOf<{ readonly rate: string }>({ rate: readShare })(value, path) };
  const own = recordOf<Omit<Extract<SpecialTerms, { kind: "unit_price" }>, "kind">>({
    unitPrice: readNotNegative,
    currency: readCurrency,
    tax,
  });
  return { kind, ...own(value, path) };
};

const special = aimed(inOrder(recordOf<SpecialPrice>({ id: readText, ...audience, from: optional(readNotNegative), gives: terms })));
const privilege = aimed(inOrder(recordOf<ServicePrivilege>({ id: readText, title: checkWords, ...audience })));
const floor = aimed(
  recordOf<PriceFloor>({
    id: readText,
    productId: optional(readText),
    categoryId: optional(readText),
    unitPrice: readNotNegative,
    currency: readCurrency,
    tax,
  }),
);

const taxRate = aimed(recordOf<PriceTaxRate>({ productId: optional(readText), categoryId: optional(readText), rate: readNotNegative }));

/** One rate for each product and each category. */
const taxRates: Read<readonly PriceTaxRate[]> = (value, path) => {
  const rows = listOf(taxRate)(value, path);
  rows.forEach(({ productId, categoryId }, i) => {
    if (!rows.slice(0, i).some((one) => one.productId === productId && one.categoryId === categoryId)) return;
    throw pricingFault("kernel.named_twice", `${path}[${i}]`, { got: productId ?? categoryId ?? "" });
  });
  return rows;
};

/** @internal */
export const readPricePolicy: Read<PricePolicy> = (value, path) =>
  recordOf<PricePolicy>({
    lists: uniqueBy("id", listOf(list)),
    specials: uniqueBy("id", listOf(special)),
    privileges: uniqueBy("id", listOf(privilege)),
    floors: uniqueBy("id", listOf(floor)),
    choose: choiceOf(["special_first", "lowest"]),
    tax,
    taxRate: optional(readNotNegative),
    taxRates: optional(taxRates),
    rounding: readRounding,
  })(value, path);
