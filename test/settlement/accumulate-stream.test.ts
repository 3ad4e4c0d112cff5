import type { IncentiveProgramme } from "qudao/incentives";
import { type Accumulator, accumulate, accumulateStream, openAccumulator, restore, settle, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

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

  describe("where single sales are capped", () => {
    /** 1 % of everything, no sale more than 4. */
    const capped = programmeOf({
      schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
      caps: [{ id: "project", per: "sale", most: "4", above: "forfeited", saleBy: "project" }],
    });
    const opened = (programme: IncentiveProgramme) => openAccumulator(policyOf({ programmes: [programme] }));
    /** Three projects in turn, 100 lines of 10 each: 10 by project. */
    const sales = Array.from({ length: 300 }, (_, i) =>
      lineOf({ id: `L${i}`, amount: "10.00", attributes: { project: `p${i % 3}` }, date: `2024-01-${10 + (i % 20)}` }),
    );
    const back = lineOf({ id: "R", kind: "return", amount: "700.00", date: "2024-02-01", attributes: { project: "p0" } });
    const stored = (accumulator: Accumulator) => restore(JSON.parse(JSON.stringify(snapshot(accumulator))));
    const earned = (accumulator: Accumulator) => settle(accumulator, { asOf: "2025-01-01" }).statements[0]?.total.amount;

    test("lines are kept across inner batches, and across a snapshot between two streams", async () => {
      const before = opened(capped);
      await accumulateStream(before, stream(sales.slice(0, 280)));
      expect(earned(before)).toBe("12.00"); // three times 4
      const after = stored(before);
      expect((await accumulateStream(after, stream([...sales.slice(280), back]))).accepted).toBe(21);
      // 10 less 7 of the first project; 4 and 4 of the others
      expect(earned(after)).toBe("11.00");
      const sync = opened(capped);
      accumulate(sync, [back, ...sales]);
      expect(snapshot(after)).toStrictEqual(snapshot(sync));
      expect(settle(stored(after), { asOf: "2025-01-01" })).toStrictEqual(settle(sync, { asOf: "2025-01-01" }));
    });

    test("when the source fails, what is kept is every line before it", async () => {
      const accumulator = opened(capped);
      await expect(accumulateStream(accumulator, stream(sales.slice(0, 270), new Error("disk")))).rejects.toMatchObject({
        code: "kernel.unreadable",
      });
      const sync = opened(capped);
      accumulate(sync, sales.slice(0, 270));
      expect(snapshot(accumulator)).toStrictEqual(snapshot(sync));
    });
  });

  test("refuses what is no asynchronous source", async () => {
    const given = (lines: unknown) => accumulateStream(openAccumulator(policyOf()), lines as never);
    await expect(given([])).rejects.toThrow(
      "Cannot read sale lines from an array as a stream: write an asynchronous iterable; accumulate reads what is there at once",
    );
    await expect(given(null)).rejects.toMatchObject({ code: "settlement.not_a_stream", path: "lines" });
  });
});
