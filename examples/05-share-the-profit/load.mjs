// Reads one product line out of ../01-channel-year/data: what it costs, what is paid for it, what was sold month by month and by whom.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { addDecimals, compareDecimals, parseDecimal } from "qudao/kernel";

const data = new URL("../01-channel-year/data/", import.meta.url);

function table(name) {
  const bytes = readFileSync(new URL(name, data));
  return parse(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

/** The line of a model in a year: prices of one of its products, and the year's sales by month and by reseller. */
export function loadLine({ model, year, productKeyWithCurrentPrice }) {
  const products = table("products.csv");
  const keys = new Set(products.filter((row) => row.ModelName === model).map((row) => row.ProductKey));
  const product = products.find((row) => row.ProductKey === productKeyWithCurrentPrice);
  const months = new Map();
  const byReseller = new Map();
  let sales = "0";
  for (const row of table("reseller_sales.csv.gz")) {
    if (!keys.has(row.ProductKey) || !row.OrderDate.startsWith(year)) continue;
    const month = row.OrderDate.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + Number(row.OrderQuantity));
    byReseller.set(row.ResellerKey, addDecimals(byReseller.get(row.ResellerKey) ?? "0", row.SalesAmount));
    sales = addDecimals(sales, row.SalesAmount);
  }
  const largest = [...byReseller].sort(([, a], [, b]) => compareDecimals(b, a)).slice(0, 3);
  const resellers = new Map(table("resellers.csv").map((row) => [row.ResellerKey, row]));
  return {
    product: {
      name: product.ProductName,
      cost: parseDecimal(product.StandardCost),
      dealerPrice: parseDecimal(product.DealerPrice),
      listPrice: parseDecimal(product.ListPrice),
    },
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)),
    sales,
    largest: largest.map(([key, amount]) => ({
      id: resellers.get(key).ResellerName,
      yearlySales: parseDecimal(resellers.get(key).AnnualSales),
      amount,
    })),
  };
}
