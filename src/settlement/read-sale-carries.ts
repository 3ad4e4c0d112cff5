import { readNames } from "../incentives/read-input.js";
import type { CapStanding } from "../incentives/term-kit.js";
import { at, checkText } from "../kernel/check.js";
import { type DecimalLike, exact } from "../kernel/decimal.js";
import { exactNotNegative, optional, type Read, readRecords } from "../kernel/read.js";
import type { SaleCarry } from "./sale-carry.js";

/** What one sale was paid. @internal */
export type ReadSaleCarry = Omit<SaleCarry, "paid" | "over"> & CapStanding;

/** The sales of an opening, each once. @internal */
export const readSaleCarries: Read<readonly ReadSaleCarry[]> = (value, path) => {
  const rows = readRecords(value, path, (fields, place): ReadSaleCarry => {
    const name = (field: string) => checkText(fields[field], at(place, field));
    return {
      capId: name("capId"),
      saleBy: optional(checkText)(fields["saleBy"], at(place, "saleBy")),
      sellerId: name("sellerId"),
      sale: name("sale"),
      paid: exact(fields["paid"] as DecimalLike, at(place, "paid")),
      over: exactNotNegative(fields["over"], at(place, "over")),
    };
  });
  readNames(
    rows.map(({ capId, saleBy, sellerId, sale }) => JSON.stringify([capId, saleBy, sellerId, sale])),
    (i) => `${path}[${i}].sale`,
  );
  return rows;
};
