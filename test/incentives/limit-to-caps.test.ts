import fc from "fast-check";
import { type CapEntry, type CapPolicy, limitToCaps, type PaymentCap } from "qudao/incentives";
import { compareDecimals, sumDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const cap = (id: string, per: PaymentCap["per"], most: string, above: PaymentCap["above"] = "forfeited") => ({ id, per, most, above });
const entry = (id: string, amount: string, changes: Partial<CapEntry> = {}) => ({
  id,
  saleId: `S${id}`,
  memberId: "A",
  programmeId: "P",
  date: "2024-01-05",
  amount,
  ...changes,
});
function limited(entries: readonly CapEntry[], caps: readonly PaymentCap[], withheld: Parameters<typeof limitToCaps>[0]["withheld"] = []) {
  const answer = limitToCaps(frozen({ entries, withheld }), frozen({ currency: "CNY", caps } satisfies CapPolicy));
  expectPlain(answer);
  return answer.outcome;
}
const left = (entries: readonly CapEntry[], caps: readonly PaymentCap[]) => limited(entries, caps).entries.map(({ amount }) => amount);

describe("limitToCaps()", () => {
  test.each([
    ["99.99", "99.99"],
    ["100", "100"],
    ["100.01", "100"],
  ])("complaint 5: a cap of 100 on one sale leaves %s as %s (G-14)", (amount, want) => {
    expect(left([entry("1", amount)], [cap("sale", "sale", "100")])).toStrictEqual([want]);
  });

  test("per sale, then per member, then per programme, earliest first, whatever the order of the list", () => {
    const caps = [cap("c", "programme", "150"), cap("b", "member", "100"), cap("a", "sale", "80")];
    const entries = [entry("2", "90", { memberId: "B", date: "2024-01-06" }), entry("1", "90"), entry("3", "40", { date: "2024-01-07" })];
    // sale: 80, 80, 40; member A: 80 + 20, B: 80; programme: 80 + 70 + 0
    expect(limited(entries, caps).entries.map(({ id, amount }) => `${id} ${amount}`)).toStrictEqual(["1 80", "2 70", "3 0"]);
    expect(limited([...entries].reverse(), caps)).toStrictEqual(limited(entries, caps));
  });

  test("what is above a refundable cap waits, what is above another is lost", () => {
    const entries = [entry("1", "130")];
    expect(limited(entries, [cap("m", "member", "100", "kept")])).toMatchObject({
      withheld: [{ capId: "m", key: "A", amount: "30" }],
      forfeited: "0",
    });
    expect(limited(entries, [cap("m", "member", "100")])).toMatchObject({ withheld: [], forfeited: "30" });
    const later = limited([entry("2", "90")], [cap("m", "member", "100", "kept")], [{ capId: "m", key: "A", amount: "30" }]);
    expect(later).toMatchObject({
      total: "100",
      released: [{ capId: "m", key: "A", amount: "10" }],
      withheld: [{ capId: "m", key: "A", amount: "20" }],
    });
  });

  test("complaint 13: a return takes back what the capped sale really paid", () => {
    const entries = [entry("1", "130", { saleId: "S" }), entry("2", "-130", { saleId: "S", date: "2024-01-06" })];
    expect(left(entries, [cap("sale", "sale", "100")])).toStrictEqual(["100", "-100"]);
    expect(limited(entries, [cap("sale", "sale", "100")]).total).toBe("0");
  });

  test("complaint 13: nobody keeps what a cap took of another: each gives back what it got, and the room is free again", () => {
    const day = (n: number, memberId: string) => ({ memberId, date: `2024-01-0${n}` });
    const entries = [
      entry("1", "60", day(1, "A")),
      entry("2", "60", day(2, "B")),
      entry("3", "-60", day(3, "A")),
      entry("4", "60", day(4, "B")),
    ];
    // 60 and 40 are paid; A gives 60 back, which B may have on the 4th
    const ofAll = limited(entries, [cap("all", "programme", "100")]);
    expect([ofAll.entries.map(({ amount }) => amount), ofAll.forfeited, ofAll.total]).toStrictEqual([
      ["60", "40", "-60", "60"],
      "20",
      "100",
    ]);
    // a seller and the one above it on one sale
    const shared = [
      ["A", "60"],
      ["B", "60"],
      ["A", "-60"],
      ["B", "-60"],
    ] as const;
    const ofSale = shared.map(([memberId, amount], i) => entry(String(i), amount, { ...day(i + 1, memberId), saleId: "S" }));
    expect(left(ofSale, [cap("sale", "sale", "100")])).toStrictEqual(["60", "40", "-60", "-40"]);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => limited([entry("1", "x")], []))).toBe("kernel.not_a_decimal at facts.entries[0].amount");
    expect(faultAt(() => limited([entry("1", "1"), entry("1", "1")], []))).toBe("kernel.named_twice at facts.entries[1].id");
    expect(faultAt(() => limited([], [cap("a", "sale", "-1")]))).toBe("kernel.below_zero at policy.caps[0].most");
    expect(faultAt(() => limited([], [cap("a", "sale", "1")], [{ capId: "a", key: "A", amount: "1" }]))).toBe(
      "kernel.unknown_row at facts.withheld[0].capId",
    );
  });

  test("paid, cut and earned re-add, and no key gets more than its cap", () => {
    const cents = fc.nat(9_000).map((n) => (n / 100).toFixed(2));
    const one = fc.tuple(cents, fc.constantFrom("A", "B"), fc.constantFrom("P", "Q"));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (drawn) => {
        const entries = drawn.map(([amount, memberId, programmeId], i) => entry(String(i), amount, { memberId, programmeId }));
        const out = limited(entries, [cap("m", "member", "100", "kept"), cap("p", "programme", "120")]);
        expect(sumDecimals(out.entries.flatMap(({ amount, cut }) => [amount, cut]))).toBe(sumDecimals(drawn.map(([amount]) => amount)));
        for (const member of ["A", "B"]) {
          const ids = entries.filter(({ memberId }) => memberId === member).map(({ id }) => id);
          expect(
            compareDecimals(sumDecimals(out.entries.filter(({ id }) => ids.includes(id)).map(({ amount }) => amount)), "100"),
          ).toBeLessThanOrEqual(0);
        }
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });
});
