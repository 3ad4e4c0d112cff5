/**
 * A year of real trade with cancellations, unknown customers and bad-debt entries, settled by quarter. Every figure expected here was worked
 * out from the file by another program.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { SaleLine } from "qudao/entities";
import { multiplyDecimals } from "qudao/kernel";
import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { programmeOf } from "../support/settlement.js";

interface Transaction {
  readonly InvoiceNo: string;
  readonly StockCode: string;
  readonly Quantity: string;
  readonly InvoiceDate: string;
  readonly UnitPrice: string;
  readonly CustomerID: string;
}

const file = new URL("../../examples/04-programme-designer/data/transactions.csv.gz", import.meta.url);
const rows: readonly Transaction[] = parse(gunzipSync(readFileSync(file)), { columns: true });

function lineOf(row: Transaction, i: number): SaleLine {
  const quantity = Number(row.Quantity);
  return {
    id: `${row.InvoiceNo}-${i}`,
    memberId: row.CustomerID,
    productId: row.StockCode,
    date: row.InvoiceDate.slice(0, 10),
    quantity: Math.abs(quantity),
    unitPrice: row.UnitPrice,
    amount: multiplyDecimals(String(Math.abs(quantity)), row.UnitPrice),
    kind: quantity < 0 ? "return" : "sale",
  };
}

const policy = {
  currency: "GBP",
  sources: "ids" as const,
  members: [...new Set(rows.flatMap((row) => row.CustomerID || []))].map((id) => ({ id, kind: "distributor" as const })),
  programmes: [
    programmeOf({
      currency: "GBP",
      effective: { start: "2010-10-01", end: "2012-01-01" },
      schedule: {
        method: "retroactive",
        unit: "GBP",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0" },
          { from: "1000", rate: "0.01" },
          { from: "5000", rate: "0.02" },
          { from: "50000", rate: "0.03" },
        ],
      },
    }),
  ],
};

/** Settles the transactions chosen, in the order given. */
function settled(chosen: readonly Transaction[] = rows) {
  const accumulator = openAccumulator(policy);
  const report = accumulate(accumulator, chosen.map(lineOf));
  const { statements, intake } = settle(accumulator, { asOf: "2012-01-01" });
  const quarters = Object.fromEntries(
    statements.flatMap(({ memberId, lines }) =>
      lines.map(({ window, amount, payable, sources }) => [`${memberId} ${window.id}`, [amount, payable?.amount, sources.count]]),
    ),
  );
  return { report, statements, intake, quarters };
}

describe("a year of online retail", () => {
  const { report, statements, intake, quarters } = settled();

  test("counts every row, or says why not", () => {
    expect([report.read, report.accepted, report.rejected.length]).toStrictEqual([18_249, 17_834, 415]);
    expect(intake).toStrictEqual({ read: 18_249, accepted: 17_834, rejected: 415, netAmount: "1175048.05", netQuantity: "576993" });
    const kinds = report.rejected.map(({ problems }) => problems.map(({ path, code }) => `${path} ${code}`).join(", "));
    expect(kinds.filter((kind) => kind === "memberId entities.not_text")).toHaveLength(413);
    const badDebt = report.rejected.filter(({ id }) => /^A56318[67]/.test(id ?? ""));
    expect(badDebt.map(({ problems }) => problems.map(({ path }) => path))).toStrictEqual([
      ["memberId", "unitPrice", "amount"],
      ["memberId", "unitPrice", "amount"],
    ]);
    expect(badDebt[0]?.problems[2]?.text).toStrictEqual({
      en: expect.stringContaining("-11062.06"),
      zh: expect.stringContaining("-11062.06"),
    });
  });

  test("settles the quarters of the largest customer to the penny", () => {
    expect(Object.entries(quarters).filter(([key]) => key.startsWith("14646 "))).toStrictEqual([
      ["14646 2010-Q4", ["8591.88", "171.84", 70]],
      ["14646 2011-Q1", ["70691.54", "2120.75", 531]],
      ["14646 2011-Q2", ["56673.69", "1700.21", 437]],
      ["14646 2011-Q3", ["66432.53", "1992.98", 528]],
      ["14646 2011-Q4", ["77099.38", "2312.98", 519]],
    ]);
  });

  test("pays 28,911.02 in 147 quarters of members, nothing in a quarter with more returned than sold", () => {
    const pence = Object.values(quarters).reduce((sum, [, payable]) => sum + Math.round(Number(payable) * 100), 0);
    expect([Object.keys(quarters).length, pence]).toStrictEqual([147, 2_891_102]);
    const below = Object.values(quarters).filter(([amount]) => String(amount).startsWith("-"));
    expect(below).toHaveLength(48);
    expect(new Set(below.map(([, payable]) => payable))).toStrictEqual(new Set(["0.00"]));
    expect(statements.every(({ undetermined }) => undetermined === 0)).toBe(true);
  });

  test.each([
    ["12457 2011-Q2", "1067.25", "10.67", "842.35", "0.00"],
    ["14096 2011-Q4", "55878.09", "1676.34", "49083.69", "981.67"],
    ["14156 2011-Q3", "51060.4", "1531.81", "49794.22", "995.88"],
  ])("returns undo the tier of %s: %s sold would earn %s, the net of %s earns %s", (key, sold, before, net, after) => {
    const withoutReturns = settled(rows.filter((row) => !row.Quantity.startsWith("-"))).quarters;
    expect(withoutReturns[key]?.slice(0, 2)).toStrictEqual([sold, before]);
    expect(quarters[key]?.slice(0, 2)).toStrictEqual([net, after]);
  });

  test("gives the same statements from the last row to the first", () => {
    expect(settled([...rows].reverse()).quarters).toStrictEqual(quarters);
  });
});
