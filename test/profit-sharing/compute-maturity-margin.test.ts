import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import { computeMaturityMargin, type MarginSchedule } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { cents, outcomeOf } from "../support/sharing.js";

const schedule: MarginSchedule = {
  stages: [
    { from: "0", margin: "0.3" },
    { from: "0.5", margin: "0.2" },
    { from: "1", margin: "0.12" },
  ],
  between: "steps",
  rateRounding: { decimals: 6, mode: "half_up" },
  rounding: cents,
};
const margin = (maturity: string, changes: Partial<MarginSchedule> = {}) =>
  outcomeOf(computeMaturityMargin(frozen({ maturity, currency: "CNY", unitPrice: "200" }), frozen({ ...schedule, ...changes })));

describe("computeMaturityMargin()", () => {
  test.each([
    { maturity: "0", steps: "0.3", line: "0.3" },
    { maturity: "0.49", steps: "0.3", line: "0.202" },
    { maturity: "0.5", steps: "0.2", line: "0.2" },
    { maturity: "0.51", steps: "0.2", line: "0.1984" },
    { maturity: "1", steps: "0.12", line: "0.12" },
  ])("S19-146: at $maturity $steps by steps, $line in a line", ({ maturity, steps, line }) => {
    expect(margin(maturity).rate).toBe(steps);
    expect(margin(maturity, { between: "line" }).rate).toBe(line);
  });

  test("the margin of a unit is rounded once, from the exact rate", () => {
    const stages = [
      { from: "0", margin: "0.3" },
      { from: "0.3", margin: "0.2" },
    ];
    // 0.3 − 0.1/3 = 0.2666…, of 200 53.333…
    expect(margin("0.1", { stages, between: "line" })).toStrictEqual({ rate: "0.266667", unitMargin: "53.33" });
  });

  test("S19-146: for every schedule that is accepted, a more mature channel has no higher margin", () => {
    const hundredths = fc.integer({ min: 0, max: 100 });
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), hundredths), { maxLength: 3 }),
        hundredths,
        fc.constantFrom("steps" as const, "line" as const),
        hundredths,
        hundredths,
        (rows, first, between, one, other) => {
          const stages = [[0, first] as const, ...rows].map(([from, margin]) => ({
            from: String(from / 100),
            margin: String(margin / 100),
          }));
          const rateAt = (maturity: number) => Number(margin(String(maturity / 100), { stages, between }).rate);
          try {
            expect(rateAt(Math.max(one, other))).toBeLessThanOrEqual(rateAt(Math.min(one, other)));
            accepted++;
          } catch (caught) {
            if (!isLibraryFault(caught)) throw caught;
          }
        },
      ),
      { seed: 20240101, numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test("S19-146: a schedule that rises is refused", () => {
    const of =
      (...stages: (readonly [string, string])[]) =>
      () =>
        margin("0", { stages: stages.map(([from, margin]) => ({ from, margin })) });
    expect(faultAt(of(["0", "0.2"], ["0.5", "0.21"]))).toBe("profit-sharing.margin_rises at policy.stages[1].margin");
    expect(of(["0", "0.2"], ["0.5", "0.2"])().rate).toBe("0.2");
    expect(faultAt(of(["0.1", "0.2"]))).toBe("profit-sharing.first_not_zero at policy.stages[0].from");
    expect(faultAt(of(["0", "0.2"], ["0", "0.1"]))).toBe("profit-sharing.not_rising at policy.stages[1].from");
    expect(faultAt(of())).toBe("kernel.list_empty at policy.stages");
    expect(faultAt(() => margin("1.01"))).toBe("kernel.outside_bounds at facts.maturity");
  });
});
