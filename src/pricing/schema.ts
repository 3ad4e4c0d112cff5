/** Schema of price policies, which are refused for whatever `findPrice` would refuse them. */
import type * as z from "zod";
import { taxTreatments } from "../entities/catalogue.js";
import {
  byKind,
  checkedBy,
  choice,
  currency,
  date,
  exactly,
  firstFault,
  list,
  notNegative,
  record,
  rounding,
  share,
  text,
  words,
} from "../kernel/schema.js";
import type { PricePolicy } from "./price-policy.js";
import { readPricePolicy } from "./read-price-policy.js";

const tax = choice(taxTreatments);
const aim = { productId: text.optional(), categoryId: text.optional() };
const audience = {
  memberId: text.optional(),
  memberClass: text.optional(),
  territoryId: text.optional(),
  ...aim,
  start: date,
  end: date.optional(),
};
const from = notNegative.optional();

/** {@link PricePolicy} as a schema. */
export const PricePolicySchema: z.ZodType<PricePolicy> = checkedBy(
  exactly<PricePolicy>()(
    record({
      lists: list(
        record({
          id: text,
          title: words.optional(),
          currency,
          tax,
          memberClass: text.optional(),
          territoryId: text.optional(),
          start: date,
          end: date.optional(),
          prices: list(record({ productId: text, from, unitPrice: notNegative })),
          categoryPrices: list(record({ categoryId: text, from, unitPrice: notNegative })).optional(),
        }),
      ),
      specials: list(
        record({
          id: text,
          ...audience,
          from,
          gives: byKind(
            ["unit_price", "discount"],
            [
              record({ kind: choice(["unit_price"]), unitPrice: notNegative, currency, tax }),
              record({ kind: choice(["discount"]), rate: share }),
            ],
          ),
        }),
      ),
      privileges: list(record({ id: text, title: words, ...audience })),
      floors: list(record({ id: text, ...aim, unitPrice: notNegative, currency, tax })),
      choose: choice(["special_first", "lowest"]),
      tax,
      taxRate: notNegative.optional(),
      taxRates: list(record({ ...aim, rate: notNegative })).optional(),
      rounding,
    }),
  ),
  firstFault(readPricePolicy),
).meta({ title: "Price policy 价格政策", description: "Every price in force, and how to choose among them." });
