import { computePassThrough, type PassThroughFacts } from "qudao/pricing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords, lines } from "../support/says.js";

const facts = { currency: "CNY", unitPrice: "50", unitCost: "40", unitSaving: "2", volume: "100" };
const pass = (own: Partial<PassThroughFacts> = {}, share = "0.5", satisfactoryProfit = "1100") =>
  computePassThrough({ ...facts, ...own }, { share, satisfactoryProfit });

describe("computePassThrough()", () => {
  test("S05-23: of a saving of 2, half is passed on: the price falls by 1 and the unit profit rises by 1", () => {
    const { outcome, explanation } = pass({ rivalPrice: "49.01" });
    expect(outcome).toStrictEqual({
      unitPrice: "49",
      unitProfit: { before: "10", after: "11" },
      profit: { before: "1000", after: "1100" },
      satisfactory: true,
      undercutsRival: true,
    });
    expectWords(explanation);
  });

  test("a profit on the floor satisfies, one below does not; an equal price does not undercut", () => {
    expect(pass({}, "0.5", "1100.01").outcome.satisfactory).toBe(false);
    expect(pass({ volumeAfter: "150" }, "1", "1500").outcome).toMatchObject({ profit: { after: "1500" }, satisfactory: true });
    expect(pass({ rivalPrice: "49" }).outcome.undercutsRival).toBe(false);
    const open = pass();
    expect(open.outcome.undercutsRival).toBe(null);
    expect(lines(open.explanation, "zh").at(-1)).toBe("无法判断是否低于竞争对手价格：对手价格未知");
    expect(faultAt(() => pass({}, "1.5"))).toBe("kernel.outside_bounds at policy.share");
  });
});
