import { type AgeingPolicy, ageOpenItems, type OpenItem } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { claim, credit, outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const policy: AgeingPolicy = { currency: "CNY", bounds: [30, 60, 90], basis: "due", detail: "total" };

/** Amounts by band: not due, 1–30, 31–60, 61–90, above, unapplied credit. */
const bands = (asOf: string, items: readonly OpenItem[], changes: Partial<AgeingPolicy> = {}) => {
  const { bands, outstanding } = outcomeOf(ageOpenItems({ asOf, items }, { ...policy, ...changes }));
  return [outstanding, ...bands.map(({ amount }) => amount)];
};

describe("ageOpenItems()", () => {
  test("S19-132: due on 31 January 2025, on 15 March it is 43 days late and in the band 31 to 60", () => {
    const item = claim({ postedOn: "2025-01-01", dueOn: "2025-01-31" });
    const { bands } = outcomeOf(ageOpenItems({ asOf: "2025-03-15", items: [item] }, policy));
    expect(bands.filter(({ count }) => count > 0)).toStrictEqual([{ kind: "overdue", fromDays: 31, toDays: 60, amount: "100", count: 1 }]);
  });

  test.each([
    ["2024-01-30", 1],
    ["2024-01-31", 1],
    ["2024-02-01", 2],
    ["2024-03-01", 2],
    ["2024-03-02", 3],
    ["2024-03-31", 3],
    ["2024-04-01", 4],
    ["2024-04-30", 4],
    ["2024-05-01", 5],
    ["2024-12-31", 5],
  ])("on %s a claim due on 31 January is in band %i: on the due day not due, on a bound in the lower band", (asOf, band) => {
    expect(bands(asOf, [claim()]).indexOf("100", 1)).toBe(band);
  });

  test("complaint 13: what is not due has a band of its own, and all bands add up to what is outstanding", () => {
    const items = [claim(), claim({ id: "B", dueOn: "2024-12-31", amount: "250.5" }), credit({ amount: "30.25" })];
    expect(bands("2024-03-10", items)).toStrictEqual(["320.25", "250.5", "0", "100", "0", "0", "-30.25"]);
  });

  test("complaint 14: an item without a due day is aged from its posting, and an unapplied credit has a band of its own", () => {
    expect(bands("2024-03-10", [claim({ dueOn: undefined }), credit({ dueOn: undefined })])).toStrictEqual([
      "0",
      "0",
      "0",
      "0",
      "100",
      "0",
      "-100",
    ]);
  });

  test("complaint 15: a receipt dated later does not change an earlier ageing", () => {
    const paid = claim({ settlements: [{ on: "2024-03-11", amount: "100" }] });
    expect(bands("2024-03-10", [paid])[0]).toBe("100");
    expect(bands("2024-03-11", [paid])[0]).toBe("0");
    expect(bands("2023-12-31", [paid])[0]).toBe("0");
    // ten days after the due day, whenever it was invoiced or posted
    for (const changes of [{ invoicedOn: "2023-06-01" }, { postedOn: "2023-06-01" }])
      expect(bands("2024-02-10", [claim(changes)])).toStrictEqual(["100", "0", "100", "0", "0", "0", "0"]);
  });

  test("complaint 16: an early part payment leaves the open part in the band of its due day, and the day asked about is included", () => {
    const partly = claim({ settlements: [{ on: "2024-01-02", amount: "40" }] });
    expect(bands("2024-02-10", [partly])).toStrictEqual(["60", "0", "60", "0", "0", "0", "0"]);
    expect(bands("2024-01-02", [partly])).toStrictEqual(["60", "60", "0", "0", "0", "0", "0"]);
    expect(bands("2024-01-01", [partly])[0]).toBe("100");
  });

  test("what is paid above a claim is unapplied credit, what is taken above a credit is owed again", () => {
    const over = claim({ settlements: [{ on: "2024-02-01", amount: "130" }] });
    expect(bands("2024-02-10", [over])).toStrictEqual(["-30", "0", "0", "0", "0", "0", "-30"]);
    const used = credit({ settlements: [{ on: "2024-02-01", amount: "130" }] });
    expect(bands("2024-02-10", [used])).toStrictEqual(["30", "0", "30", "0", "0", "0", "0"]);
  });

  test("the basis picks the day: due, invoice or posting", () => {
    const item = claim({ postedOn: "2024-01-05", invoicedOn: "2024-01-01", dueOn: "2024-02-29" });
    expect(bands("2024-02-04", [item]).indexOf("100", 1)).toBe(1);
    expect(bands("2024-02-04", [item], { basis: "posting" }).indexOf("100", 1)).toBe(2);
    expect(bands("2024-02-04", [item], { basis: "invoice" }).indexOf("100", 1)).toBe(3);
  });

  test("members are told apart, in the order in which they are met, and add up too", () => {
    const items = [claim({ memberId: "D2" }), claim({ id: "B" }), credit({ amount: "1" })];
    expect(outcomeOf(ageOpenItems({ asOf: "2024-02-10", items }, { ...policy, detail: "members" })).members).toStrictEqual([
      { memberId: "D2", outstanding: "100", amounts: ["0", "100", "0", "0", "0", "0"] },
      { memberId: "D1", outstanding: "99", amounts: ["0", "100", "0", "0", "0", "-1"] },
    ]);
  });

  test("figures beyond the safe integers, and with many decimals, lose nothing", () => {
    const large = claim({ amount: "99999999999999999999.99" });
    const fine = claim({ id: "B", amount: "0.000000001", settlements: [{ on: "2024-02-01", amount: "0.0000000001" }] });
    expect(bands("2024-02-10", [large, fine])[0]).toBe("99999999999999999999.9900000009");
    const many = Array.from({ length: 40 }, (_, i) => claim({ id: `M${i}`, amount: "99999999999" }));
    expect(bands("2024-02-10", many)[0]).toBe("3999999999960");
  });

  test("another currency is a problem, not an addend", () => {
    expect(problemOf(ageOpenItems({ asOf: "2024-02-10", items: [claim(), claim({ id: "B", currency: "USD" })] }, policy))).toBe(
      "credit.item_currency",
    );
  });

  test.each<[Partial<OpenItem>, string]>([
    [{ amount: "-1" }, "kernel.below_zero at facts.items[1].amount"],
    [{ amount: "1e3x" }, "kernel.not_a_decimal at facts.items[1].amount"],
    [{ amount: "01" }, "kernel.not_a_decimal at facts.items[1].amount"],
    [{ dueOn: "2024-02-30" }, "kernel.not_a_date at facts.items[1].dueOn"],
    [{ kind: "debt" as never }, "kernel.not_a_choice at facts.items[1].kind"],
    [{ settlements: [{ on: "x", amount: "1" }] }, "kernel.not_a_date at facts.items[1].settlements[0].on"],
  ])("%j ends in %s", (changes, fault) => {
    expect(faultAt(() => ageOpenItems({ asOf: "2024-02-10", items: [claim(), claim({ id: "B", ...changes })] }, policy))).toBe(fault);
  });

  test("an item that comes twice is refused, and not counted twice", () => {
    expect(faultAt(() => ageOpenItems({ asOf: "2024-02-10", items: [claim(), claim()] }, policy))).toBe(
      "kernel.named_twice at facts.items[1].id",
    );
  });

  test("bounds must rise", () => {
    expect(faultAt(() => ageOpenItems({ asOf: "2024-02-10", items: [] }, { ...policy, bounds: [30, 30] }))).toBe(
      "credit.not_rising at policy.bounds[1]",
    );
  });
});
