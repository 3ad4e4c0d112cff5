import { computeProfitShare, type ProfitShareFacts, type ProfitSharePolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { lines } from "../support/says.js";
import { cents, outcomeOf } from "../support/sharing.js";

const facts: ProfitShareFacts = { currency: "CNY", income: "1000", losses: "600", deficits: [], guaranteeSurplus: "0" };
const policy: ProfitSharePolicy = { share: "0.3", expenseAllowance: "0.1", carry: { kind: "periods", count: 3 }, rounding: cents };

const share = (f: Partial<ProfitShareFacts> = {}, p: Partial<ProfitSharePolicy> = {}) =>
  outcomeOf(computeProfitShare(frozen({ ...facts, ...f }), frozen({ ...policy, ...p })));

describe("computeProfitShare()", () => {
  test("a share of income less allowance and losses", () => {
    // 1000 − 100 − 600 = 300, of which 30 % are 90
    expect(share()).toMatchObject({ result: "300", profit: "300", share: "90.00", paid: "90.00", nextDeficits: [] });
  });

  test.each([
    { losses: "899.99", paid: "0.00", next: [], why: "one fen of profit: 0.003 rounds to nothing" },
    { losses: "900", paid: "0.00", next: [], why: "exactly nothing" },
    { losses: "900.01", paid: "0.00", next: [{ periodsAgo: 1, amount: "0.01" }], why: "one fen of deficit, carried" },
  ])("losses of $losses: $why", ({ losses, paid, next }) => {
    expect(share({ losses })).toMatchObject({ paid, nextDeficits: next });
  });

  test("a deficit is carried for so many periods: on the last one it counts, one later it lapses", () => {
    const of = (periodsAgo: number) => share({ deficits: [{ periodsAgo, amount: "100" }] });
    expect(of(2)).toMatchObject({ deficitsUsed: "100", profit: "200", paid: "60.00", deficitsLapsed: "0" });
    expect(of(3)).toMatchObject({ deficitsUsed: "100", profit: "200", paid: "60.00", deficitsLapsed: "0" });
    expect(of(4)).toMatchObject({ deficitsUsed: "0", profit: "300", paid: "90.00", deficitsLapsed: "100" });
    const forever = share({ deficits: [{ periodsAgo: 40, amount: "100" }] }, { carry: { kind: "until_extinct" } });
    expect(forever).toMatchObject({ deficitsUsed: "100", paid: "60.00" });
    expect(share({ deficits: [{ periodsAgo: 1, amount: "100" }] }, { carry: { kind: "periods", count: 0 } })).toMatchObject({
      paid: "90.00",
    });
  });

  test("the working names what lapsed", () => {
    const told = (periodsAgo: number) =>
      lines(computeProfitShare({ ...facts, deficits: [{ periodsAgo, amount: "100" }] }, policy).explanation, "zh");
    expect(told(4)).toContain("不再结转的亏损：100 CNY");
    expect(told(3).join("\n")).not.toContain("不再结转");
  });

  test("deficits are made good oldest first, and the rest grows a period older", () => {
    const deficits = [
      { periodsAgo: 1, amount: "250" },
      { periodsAgo: 2, amount: "200" },
    ];
    expect(share({ deficits })).toMatchObject({
      deficitsUsed: "300",
      profit: "0",
      paid: "0.00",
      nextDeficits: [{ periodsAgo: 2, amount: "150" }],
    });
  });

  test("a bad period adds its own deficit and uses none; what would be too old next time is not handed on", () => {
    const deficits = [
      { periodsAgo: 3, amount: "50" },
      { periodsAgo: 1, amount: "20" },
    ];
    expect(share({ losses: "1000", deficits })).toMatchObject({
      result: "-100",
      deficitsUsed: "0",
      deficitsLapsed: "50",
      nextDeficits: [
        { periodsAgo: 2, amount: "20" },
        { periodsAgo: 1, amount: "100" },
      ],
    });
  });

  test("a holdback is taken of the profit before, or of the share after, and says which", () => {
    // before: 20 % of 300 are 60, 30 % of 240 are 72; after: 20 % of 90 are 18, 72 are left
    expect(share({}, { holdback: { rate: "0.2", when: "before_share" } })).toMatchObject({
      share: "72.00",
      heldBack: "60.00",
      paid: "72.00",
    });
    expect(share({}, { holdback: { rate: "0.2", when: "after_share" } })).toMatchObject({
      share: "90.00",
      heldBack: "18.00",
      paid: "72.00",
    });
  });

  test("a guarantee tops up, each period by itself or against what was earned before", () => {
    const g = (amount: string, kind: "each_period" | "cumulative") => ({ guarantee: { amount, kind }, share: "1", expenseAllowance: "0" });
    const good = share({ income: "12000", losses: "0" }, g("10000", "cumulative"));
    expect(good).toMatchObject({ paid: "12000.00", toppedUp: "0.00", nextGuaranteeSurplus: "2000" });
    const bad = { income: "5000", losses: "0", guaranteeSurplus: good.nextGuaranteeSurplus };
    expect(share(bad, g("10000", "cumulative"))).toMatchObject({ toppedUp: "3000.00", paid: "8000.00", nextGuaranteeSurplus: "0" });
    expect(share(bad, g("10000", "each_period"))).toMatchObject({ toppedUp: "5000.00", paid: "10000.00" });
    expect(share({ ...bad, guaranteeSurplus: "12000" }, g("10000", "cumulative"))).toMatchObject({
      toppedUp: "0.00",
      nextGuaranteeSurplus: "7000",
    });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => share({ income: "-1" }))).toBe("kernel.below_zero at facts.income");
    expect(faultAt(() => share({}, { share: "1.1" }))).toBe("kernel.outside_bounds at policy.share");
    expect(faultAt(() => share({ deficits: [{ periodsAgo: 0, amount: "1" }] }))).toBe("kernel.not_a_count at facts.deficits[0].periodsAgo");
    expect(faultAt(() => share({}, { carry: { kind: "never" } as never }))).toBe("kernel.not_a_choice at policy.carry.kind");
  });
});
