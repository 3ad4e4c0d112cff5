// Reads the lines that the programmes are tried on: a year of AdventureWorks from the first example's data, and a retailer's year with
// its returns from ./data.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { multiplyDecimals } from "qudao/kernel";
import { loadMembers, readOrderLines } from "../01-channel-year/load.mjs";

/** Resellers, paid in US dollars here, and every order line of one year. */
export async function loadResellers(year) {
  const members = loadMembers().map(({ payoutCurrency, ...member }) => member);
  const lines = [];
  for await (const { line } of readOrderLines(() => {})) if (line.date.startsWith(year)) lines.push(line);
  return { members, lines };
}

/** A retailer's customers and every transaction; rows without a customer name nobody. */
export function loadRetail() {
  const bytes = gunzipSync(readFileSync(new URL("./data/transactions.csv.gz", import.meta.url)));
  const lines = parse(bytes, { columns: true, bom: true }).map((row, i) => {
    const quantity = Math.abs(Number(row.Quantity));
    return {
      id: `${row.InvoiceNo}-${i}`,
      memberId: row.CustomerID,
      productId: row.StockCode,
      date: row.InvoiceDate.slice(0, 10),
      quantity,
      amount: multiplyDecimals(String(quantity), row.UnitPrice),
      kind: Number(row.Quantity) < 0 ? "return" : "sale",
    };
  });
  const ids = [...new Set(lines.flatMap(({ memberId }) => memberId || []))].sort();
  return { members: ids.map((id) => ({ id, kind: "distributor", title: { en: `Customer ${id}`, zh: `客户 ${id}` } })), lines };
}
