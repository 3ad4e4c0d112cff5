// Reads the CSV files of ./data into facts of the library: members, sale lines, quotas, exchange rates.
import { createReadStream, readFileSync } from "node:fs";
import { createGunzip, gunzipSync } from "node:zlib";
import { parse } from "csv-parse";
import { parse as parseAll } from "csv-parse/sync";
import { allocateAmount, divideDecimals } from "qudao/kernel";

const path = (name) => new URL(`./data/${name}`, import.meta.url);

/** A small table, whole. */
function table(name) {
  const bytes = readFileSync(path(name));
  return parseAll(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

const by = (rows, key) => new Map(rows.map((row) => [row[key], row]));

const paidIn = { US: "USD", CA: "CAD", GB: "GBP", DE: "EUR", FR: "EUR", AU: "AUD" };

/** The 701 resellers as members: class, home territory and the currency they are paid in. */
export function loadMembers() {
  const places = by(table("geographies.csv"), "GeographyKey");
  const territories = by(table("sales_territories.csv"), "SalesTerritoryKey");
  return table("resellers.csv").map((row) => {
    const place = places.get(row.GeographyKey);
    return {
      id: row.ResellerKey,
      title: { en: row.ResellerName, zh: row.ResellerName },
      kind: "distributor",
      memberClass: row.BusinessType,
      territoryId: territories.get(place.SalesTerritoryKey).SalesTerritoryRegion,
      payoutCurrency: paidIn[place.CountryRegionCode],
    };
  });
}

/** The order lines, one at a time: a row of the file and the sale line it stands for. Reports the share of the file read. */
export async function* readOrderLines(onProgress) {
  const territories = by(table("sales_territories.csv"), "SalesTerritoryKey");
  const categories = by(table("product_categories.csv"), "ProductCategoryKey");
  const subcategories = by(table("product_subcategories.csv"), "ProductSubcategoryKey");
  const products = by(table("products.csv"), "ProductKey");
  const category = (product) => categories.get(subcategories.get(product.ProductSubcategoryKey).ProductCategoryKey).ProductCategoryName;

  const file = path("reseller_sales.csv.gz");
  const rows = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ columns: true, bom: true }));
  let read = 0;
  for await (const row of rows) {
    if (++read % 5000 === 0) onProgress(read);
    const product = products.get(row.ProductKey);
    yield {
      row,
      line: {
        id: `${row.SalesOrderNumber}-${row.SalesOrderLineNumber}`,
        memberId: row.ResellerKey,
        productId: product.ProductAlternateKey,
        categoryId: category(product),
        territoryId: territories.get(row.SalesTerritoryKey).SalesTerritoryRegion,
        date: row.OrderDate,
        quantity: Number(row.OrderQuantity),
        unitPrice: row.UnitPrice,
        discountRate: row.UnitPriceDiscountPct,
        amount: row.SalesAmount,
        kind: "sale",
      },
    };
  }
  onProgress(read);
}

/** The twelve quota periods as the data names them: each runs to the day before the next begins. */
export function loadQuotaPeriods() {
  const starts = [...new Set(table("sales_quotas.csv").map((row) => row.Date))].sort();
  return starts.map((start, i) => {
    const [year, quarter] = [2011 + Math.floor(i / 4), (i % 4) + 1];
    const titles = { en: `Quota period ${year} Q${quarter}`, zh: `${year}年第${quarter}配额期` };
    return { id: `${year}-${quarter}`, titles, start, end: starts[i + 1] ?? "2013-12-29" };
  });
}

/**
 * A quota for every reseller: each sales person's quota of a period, shared out over the resellers in that person's charge by their
 * own yearly sales, to the last cent. (The data has quotas for sales people only; the sharing out is this example's.)
 */
export function loadQuotas(periods) {
  const yearlySales = new Map(table("resellers.csv").map((row) => [row.ResellerKey, row.AnnualSales]));
  const inCharge = groupBy(table("store_surveys.csv"), "SalesPersonEmployeeKey");
  const periodOf = new Map(periods.map((period) => [period.start, period.id]));
  return table("sales_quotas.csv").flatMap((row) => {
    const resellers = (inCharge.get(row.EmployeeKey) ?? []).map((survey) => survey.ResellerKey);
    if (resellers.length === 0) return [];
    const shares = allocateAmount(
      { total: row.SalesAmountQuota, weights: resellers.map((id) => yearlySales.get(id)) },
      { decimals: 2, remainder: "largest_fraction_first" },
    );
    if (!shares.ok) throw new Error(shares.problem.code);
    return resellers.map((memberId, i) => ({
      memberId,
      programmeId: "attainment",
      periodId: periodOf.get(row.Date),
      amount: { amount: shares.value.outcome[i], currency: "USD" },
    }));
  });
}

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
}

/** What one US dollar is worth in the currencies of the payouts, on every day of the data. */
export function loadExchangeRates() {
  const codes = new Map(table("currencies.csv").map((row) => [row.CurrencyKey, row.CurrencyCode]));
  const wanted = new Set(Object.values(paidIn));
  return table("currency_rates.csv.gz")
    .filter((row) => wanted.has(codes.get(row.CurrencyKey)) && codes.get(row.CurrencyKey) !== "USD")
    .map((row) => ({
      from: "USD",
      to: codes.get(row.CurrencyKey),
      rate: divideDecimals("1", row.EndOfDayRate),
      asOf: row.Date,
    }));
}
