import fc from "fast-check";
import { computeForceCrossover, type ForceCrossoverFacts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { lines } from "../support/says.js";
import { cents, outcomeOf } from "../support/sharing.js";

const cost = (fixedCost: string, costShare: string) => ({ fixedCost, costShare });
const cross = (agent: ReturnType<typeof cost>, ownForce: ReturnType<typeof cost>, sales?: string, rounding: object = cents) => {
  const facts: ForceCrossoverFacts = { currency: "USD", agent, ownForce, sales };
  return outcomeOf(computeForceCrossover(frozen(facts), frozen({ rounding: rounding as typeof cents })));
};
const agency = cost("0", "0.25");
const force = cost("250000", "0.05");

describe("computeForceCrossover()", () => {
  test("the published case: a commission of 25 % against 5 % and 250,000 crosses at 1,250,000", () => {
    expect(cross(agency, force)).toStrictEqual({ crossover: "1250000.00", below: "agent", above: "own_force", expected: null });
  });

  test.each([
    { sales: "1249999.99", cheaper: "agent" },
    { sales: "1250000", cheaper: "equal" },
    { sales: "1250000.01", cheaper: "own_force" },
  ])("at sales of $sales: $cheaper", ({ sales, cheaper }) => {
    expect(cross(agency, force, sales).expected?.cheaper).toBe(cheaper);
  });

  test("the working tells the costs where sales are expected, and the terms alone where they are not", () => {
    const told = (sales?: string) =>
      lines(computeForceCrossover({ currency: "USD", agent: agency, ownForce: force, sales }, { rounding: cents }).explanation, "zh").slice(
        1,
      );
    expect(told()).toStrictEqual(["代理商：固定 0 USD，另加销售额的 0.25", "自建销售队伍：固定 250000 USD，另加销售额的 0.05"]);
    expect(told("1000000")[0]).toBe("代理商：固定 0，另加销售额的 0.25；销售额 1000000 时费用 250000.00 USD");
  });

  test("the costs at the sales expected", () => {
    expect(cross(agency, force, "1000000").expected).toStrictEqual({ agent: "250000.00", ownForce: "300000.00", cheaper: "agent" });
    expect(cross(agency, force, "0").expected).toStrictEqual({ agent: "0.00", ownForce: "250000.00", cheaper: "agent" });
  });

  test("no crossing where the agent's share is not the larger one", () => {
    expect(cross(cost("0", "0.05"), force)).toMatchObject({ crossover: null, below: "agent", above: "agent" });
    expect(cross(cost("0", "0.04"), force)).toMatchObject({ crossover: null, below: "agent", above: "agent" });
    expect(cross(cost("0", "0.06"), force).crossover).toBe("25000000.00");
    expect(cross(agency, agency)).toMatchObject({ crossover: null, below: "equal", above: "equal" });
    expect(cross(agency, cost("0", "0.05"))).toMatchObject({ crossover: null, below: "own_force", above: "own_force" });
  });

  test("where the own force has the smaller fixed cost and the larger share, the sides change places", () => {
    expect(cross(force, agency)).toMatchObject({ crossover: "1250000.00", below: "own_force", above: "agent" });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => cross(cost("0", "1.01"), force))).toBe("kernel.outside_bounds at facts.agent.costShare");
    expect(faultAt(() => cross(agency, cost("-1", "0")))).toBe("kernel.below_zero at facts.ownForce.fixedCost");
    expect(faultAt(() => cross(agency, force, "-1"))).toBe("kernel.below_zero at facts.sales");
  });

  test("at any sales the cheaper way is the one that is named for its side of the crossing", () => {
    const way = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(way, way, fc.integer({ min: 1, max: 100_000 }), ([fixedA, percentA], [fixedO, percentO], sales) => {
        const written = (fixed: number, percent: number) => cost(String(fixed), String(percent / 100));
        const found = cross(written(fixedA, percentA), written(fixedO, percentO), String(sales), { decimals: 30, mode: "half_up" });
        // in hundredths, so that nothing is rounded
        const [agent, own] = [fixedA * 100 + percentA * sales, fixedO * 100 + percentO * sales];
        const cheaper = agent === own ? "equal" : agent < own ? "agent" : "own_force";
        expect(found.expected?.cheaper).toBe(cheaper);
        if (found.crossover === null) expect([found.below, found.above]).toStrictEqual([cheaper, cheaper]);
        else if (cheaper !== "equal") expect(sales < Number(found.crossover) ? found.below : found.above).toBe(cheaper);
      }),
      { seed: 20240101, numRuns: 1000 },
    );
  });
});
