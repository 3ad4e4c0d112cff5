import { accumulate, accumulateStream, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { lineOf, policyOf } from "../support/settlement.js";

const lines = Array.from({ length: 600 }, (_, i) => lineOf({ id: `L${i}`, amount: i % 7 === 0 ? "bad" : `${i}.50` }));

async function* stream(rows: readonly unknown[], error?: Error) {
  for (const row of rows) yield row as never;
  if (error !== undefined) throw error;
}

describe("accumulateStream()", () => {
  test("reports and settles as accumulate does, across its inner batches", async () => {
    const [sync, async] = [openAccumulator(policyOf()), openAccumulator(policyOf())];
    const report = accumulate(sync, lines);
    expect(report.rejected.map(({ index }) => index)).toStrictEqual(Array.from({ length: 86 }, (_, i) => i * 7));
    expect(await accumulateStream(async, stream(lines))).toStrictEqual(report);
    expect(settle(async, { asOf: "2025-01-01" })).toStrictEqual(settle(sync, { asOf: "2025-01-01" }));
  });

  test("rejects with a fault when the source fails; every line before it is counted", async () => {
    const accumulator = openAccumulator(policyOf());
    const cause = new Error("disk");
    await expect(accumulateStream(accumulator, stream(lines.slice(0, 300), cause))).rejects.toMatchObject({
      code: "kernel.unreadable",
      cause,
    });
    expect(settle(accumulator, { asOf: "2025-01-01" }).intake.read).toBe(300);
  });

  test("refuses what is no asynchronous source", async () => {
    await expect(accumulateStream(openAccumulator(policyOf()), [] as never)).rejects.toMatchObject({ code: "kernel.not_a_list" });
  });
});
