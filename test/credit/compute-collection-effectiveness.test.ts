import { computeCollectionEffectiveness } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const of = (beginning: string, creditSales: string, months: number, endingTotal: string, endingCurrent: string) =>
  computeCollectionEffectiveness({ beginning, creditSales, months, endingTotal, endingCurrent });

describe("computeCollectionEffectiveness()", () => {
  test.each([
    [of("400", "300", 3, "300", "100"), "200", "400", "0.5"],
    [of("100", "30", 1, "20", "20"), "110", "110", "1"],
    [of("100", "0", 1, "100", "0"), "0", "100", "0"],
    [of("100", "0", 1, "120", "0"), "-20", "100", "-0.2"],
  ])("%#: collected %j", (answer, collected, collectable, effectiveness) => {
    expect(shown(answer)).toStrictEqual({ effectiveness, collected, collectable });
  });

  test("where nothing could be collected there is no index", () => {
    expect(shown(of("0", "90", 3, "30", "30")).effectiveness).toBeNull();
    // a new customer on 60 days: 300 sold in three months, 200 not yet due, 50 late; −150 ÷ −100 would say 150 %
    expect(shown(of("0", "300", 3, "250", "200"))).toStrictEqual({ effectiveness: null, collected: "-150", collectable: "-100" });
    expect(shown(of("100", "300", 3, "250", "199")).effectiveness).toBe("-50");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => of("1", "1", 0, "1", "1"))).toBe("kernel.not_a_count at facts.months");
    expect(faultAt(() => of("-1", "1", 1, "1", "1"))).toBe("kernel.below_zero at facts.beginning");
  });
});
