// Reads the 701 resellers of ../01-channel-year/data as applications: who they are from resellers.csv, what they carry from
// store_surveys.csv, what they bought in 2013 from the order lines.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { addDecimals } from "qudao/kernel";

const data = new URL("../01-channel-year/data/", import.meta.url);

function table(name) {
  const bytes = readFileSync(new URL(name, data));
  return parse(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

/** Brands carried, as the survey codes them, as competing ones: `AW` is our own alone, `4+` at least three others. */
const competing = { AW: "0", 2: "1", 3: "2", "4+": "3" };

/** The resellers as applications of one day. What the data do not say stays out, and is not known. */
export function loadApplications(asOf) {
  const surveys = new Map(table("store_surveys.csv").map((row) => [row.ResellerKey, row]));
  const bought = new Map();
  for (const { ResellerKey, OrderDate, SalesAmount } of table("reseller_sales.csv.gz")) {
    if (OrderDate.startsWith("2013")) bought.set(ResellerKey, addDecimals(bought.get(ResellerKey) ?? "0", SalesAmount));
  }
  return table("resellers.csv").map((row) => {
    // Years that were full in any case: the day of the opening is not in the data. They have sold bicycles ever since.
    const years = String(Number(asOf.slice(0, 4)) - 1 - Number(row.YearOpened));
    return {
      id: row.ResellerKey,
      asOf,
      submittedOn: asOf,
      applicant: { id: row.ResellerKey, title: { en: row.ResellerName, zh: row.ResellerName }, kind: "other" },
      scope: { kind: "distributor", productGroupId: "bicycles", territoryId: row.GeographyKey },
      reviewers: [],
      experience: { industryYears: years, likeProductsYears: years },
      salesCapacity: { amount: { amount: row.AnnualSales, currency: "USD" }, per: "year", basis: "achieved" },
      own: {
        employees: row.NumberEmployees,
        competingBrands: competing[surveys.get(row.ResellerKey).Brands],
        minimumPayment: row.MinPaymentAmount === "" ? null : row.MinPaymentAmount,
        purchases2013: bought.get(row.ResellerKey) ?? "0",
      },
    };
  });
}
