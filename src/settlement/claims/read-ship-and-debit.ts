/**
 * Reads an agreement of ship and debit, and what is claimed under it.
 *
 * @internal
 */
import { checkChoice } from "../../kernel/check.js";
import { parsePeriod } from "../../kernel/period.js";
import {
  byKind,
  checkDistinct,
  choiceOf,
  countOf,
  listOf,
  optional,
  type Read,
  readAboveZero,
  readCurrency,
  readDate,
  readNotNegative,
  readRounding,
  readShare,
  readText,
  readTexts,
  recordOf,
  someOf,
  uniqueBy,
} from "../../kernel/read.js";
import { readScope } from "./read-claims.js";
import {
  type BookPrice,
  type ConsumedStock,
  type ResaleLine,
  type ShipAndDebitAgreement,
  type ShipAndDebitFacts,
  type ShipAndDebitForm,
  type ShipAndDebitProduct,
  shipAndDebitCostBases,
} from "./ship-and-debit.js";

const readForm: Read<ShipAndDebitForm> = byKind<ShipAndDebitForm>({
  down_to: recordOf({ price: readNotNegative }),
  down_by_amount: recordOf({ amount: readAboveZero }),
  down_by_percent: recordOf({ rate: readShare }),
});

export const readShipAndDebitAgreement: Read<ShipAndDebitAgreement> = recordOf<ShipAndDebitAgreement>({
  id: readText,
  currency: readCurrency,
  period: parsePeriod,
  memberIds: readScope,
  endCustomerIds: readScope,
  products: uniqueBy(
    "productId",
    someOf(
      recordOf<ShipAndDebitProduct>({
        productId: readText,
        form: readForm,
        contractPrice: optional(readNotNegative),
        quantityLimit: optional(readNotNegative),
      }),
    ),
  ),
  costBasis: choiceOf(shipAndDebitCostBases),
  quantityLimit: optional(readNotNegative),
  atLimit: choiceOf(["cut", "refuse"]),
  claimWithinDays: optional(countOf(0, 36_600)),
  proofOfSale: (value, path) => checkChoice(value, path, ["required", "not_required"]),
  rounding: readRounding,
});

const readBook: Read<readonly BookPrice[]> = (value, path) => {
  const rows = listOf(recordOf<BookPrice>({ productId: readText, from: readDate, price: readNotNegative }))(value, path);
  const names = rows.map(({ productId, from }) => `${from} ${productId}`);
  checkDistinct(names, path, "from");
  return rows;
};

export const readShipAndDebitFacts: Read<ShipAndDebitFacts> = recordOf<ShipAndDebitFacts>({
  memberId: readText,
  asOf: readDate,
  lines: uniqueBy(
    "id",
    listOf(
      recordOf<ResaleLine>({
        id: readText,
        productId: readText,
        endCustomerId: readText,
        date: readDate,
        quantity: readAboveZero,
        consumed: optional(listOf(recordOf<ConsumedStock>({ quantity: readAboveZero, cost: readNotNegative }))),
        proofId: optional(readText),
      }),
    ),
  ),
  claimedLineIds: readTexts,
  claimedBefore: uniqueBy("productId", listOf(recordOf({ productId: readText, quantity: readNotNegative }))),
  bookPrices: optional(readBook),
});
