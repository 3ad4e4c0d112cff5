import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { computeIncentive } from "qudao/incentives";
import { checkExplanation, compareDecimals, renderExplanation, sumDecimals } from "qudao/kernel";
import { accumulate, explainStatement, mergeAccumulators, openAccumulator, restore, settle, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const seed = 20240101;
const asOf = "2025-01-01";
const programmes = [
  programmeOf(),
  programmeOf({
    id: "year",
    window: { kind: "calendar", unit: "year" },
    schedule: { ...programmeOf().schedule, method: "graduated" } as never,
  }),
  programmeOf({
    id: "scoped",
    scope: { include: { categoryIds: ["C1"] }, exclude: { productIds: ["P2"] } },
    limits: [{ kind: "payment_cap", amount: "7.5" }],
  }),
];
const policy = policyOf({ programmes, sources: "ids", members: [dealer, { ...dealer, id: "B" }] });

const amount = fc.oneof(
  fc.integer({ min: 0, max: 200_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.constantFrom("0", "0.00001", "9007199254740993", "1234567890123.4567"),
);
const line: fc.Arbitrary<SaleLine> = fc
  .record({
    memberId: fc.constantFrom("A", "B"),
    productId: fc.constantFrom("P1", "P2"),
    categoryId: fc.constantFrom("C1", "C2", undefined),
    date: fc.constantFrom("2023-12-31", "2024-01-01", "2024-03-31", "2024-04-01", "2024-12-31"),
    quantity: fc.oneof(fc.nat(9), fc.constantFrom("0.5", "1.25")),
    amount,
    taxRate: fc.constantFrom(undefined, "0", "0.06", "0.13", "0.13000000001"),
    cashDiscount: fc.constantFrom(undefined, "0", "0.00"),
    kind: fc.constantFrom("sale" as const, "sale" as const, "return" as const),
  })
  .map((drawn) => lineOf(drawn));
const lines = fc.array(line, { maxLength: 12 }).map((all) => all.map((one, i) => ({ ...one, id: `L${String(i).padStart(2, "0")}` })));

const taken = (all: readonly SaleLine[]) => {
  const accumulator = openAccumulator(policy);
  accumulate(accumulator, all);
  return accumulator;
};
const statements = (all: readonly SaleLine[]) => settle(taken(all), { asOf });

describe("laws of settlement", () => {
  test("complaint 35: order, batches, merges and snapshots never change a statement", () => {
    fc.assert(
      fc.property(lines, fc.nat(12), fc.nat(12), (all, cut, shot) => {
        const straight = statements(all);
        expect(statements([...all].reverse())).toStrictEqual(straight);
        const batches = openAccumulator(policy);
        accumulate(batches, all.slice(0, shot));
        const resumed = restore(JSON.parse(JSON.stringify(snapshot(batches))));
        accumulate(resumed, all.slice(shot));
        expect(settle(resumed, { asOf })).toStrictEqual(straight);
        const [left, right] = [taken(all.slice(0, cut)), taken(all.slice(cut))];
        expect(settle(mergeAccumulators(left, right), { asOf })).toStrictEqual(straight);
        expect(settle(mergeAccumulators(right, left), { asOf })).toStrictEqual(straight);
      }),
      { seed, numRuns: 150 },
    );
  });

  test("complaint 22: a line of a statement is what the one-decision calculator says of figures added up apart", () => {
    fc.assert(
      fc.property(lines, (all) => {
        for (const { memberId, lines: found } of statements(all).statements) {
          for (const one of found) {
            const programme = programmes.find(({ id }) => id === one.programmeId);
            const counted = all.filter((sale) => sale.memberId === memberId && one.sources.ids?.includes(sale.id));
            const signed = (sale: SaleLine, text: string) =>
              sale.kind === "return" && text !== "0" ? `-${text}`.replace(/^-0(\.0+)?$/, "0") : text;
            const facts = {
              amount: sumDecimals(counted.map((sale) => signed(sale, sale.amount))),
              quantity: sumDecimals(counted.map((sale) => signed(sale, String(sale.quantity)))),
            };
            expect([one.amount, one.quantity]).toStrictEqual([facts.amount, facts.quantity]);
            if (programme === undefined) throw new Error("a programme was expected");
            const answer = computeIncentive(facts, programme);
            expect(answer.ok && [answer.value.outcome.earned, answer.value.explanation]).toStrictEqual([one.earned, one.explanation]);
          }
        }
      }),
      { seed, numRuns: 150 },
    );
  });

  test("a line is refused or counted alike whether or not a programme reads its tax and its cash discount", () => {
    const measure = { name: "paid", of: "amount", scope: {}, lineTax: { kind: "put_on" }, cashDiscount: "taken_off" } as const;
    const reading = {
      ...policy,
      programmes: [...programmes, programmeOf({ id: "reading", measures: [measure], payOn: { measure: "paid" } })],
    };
    const rates = fc.constantFrom(undefined, "0", "0.13", "-0.13", "13%", "01", "0.00000000001", 0.13, null, "-0", "");
    const discounts = fc.constantFrom(undefined, "0", "0.01", "100", "100.00001", "99999999999999", "-1", "1,00", 1, "");
    const odd = fc.tuple(line, rates, discounts).map(([one, taxRate, cashDiscount]) => ({ ...one, taxRate, cashDiscount }) as SaleLine);
    let refused = 0;
    let counted = 0;
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 6 }), (all) => {
        const numbered = all.map((one, i) => ({ ...one, id: `L${i}` }));
        const plain = openAccumulator(policy);
        const careful = openAccumulator(reading);
        const report = accumulate(plain, numbered);
        expect(accumulate(careful, numbered)).toStrictEqual(report);
        refused += report.rejected.length;
        counted += report.accepted;
        const own = (accumulator: typeof plain) =>
          settle(accumulator, { asOf }).statements.map(({ memberId, lines: rows }) => [
            memberId,
            rows.filter(({ programmeId }) => programmeId !== "reading"),
          ]);
        expect(own(careful)).toStrictEqual(own(plain));
      }),
      { seed, numRuns: 300 },
    );
    expect(Math.min(refused, counted)).toBeGreaterThan(100);
  });

  test("the order of programmes in the file changes the order of the rows and nothing else", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const turned = openAccumulator({ ...policy, programmes: [...programmes].reverse() });
        accumulate(turned, all);
        const rows = settle(turned, { asOf }).statements.map((statement) => ({
          ...statement,
          lines: programmes.flatMap(({ id }) => statement.lines.filter(({ programmeId }) => programmeId === id)),
        }));
        expect(rows).toStrictEqual(statements(all).statements);
      }),
      { seed, numRuns: 60 },
    );
  });

  test("monotone methods never pay less for more, caps, floors, rounding and returns before it included", () => {
    const cents = (most: number) => fc.integer({ min: 0, max: most }).map((n) => (n / 100).toFixed(2));
    const method = fc.constantFrom("graduated", "excess_only", "rolling_sum", "total_sum", "lump_sum_each", "interpolated");
    const rates = fc.tuple(cents(30), cents(30), cents(30));
    const limit = fc.oneof(
      cents(90_000).map((value) => ({ kind: "qualifier_cap" as const, value })),
      cents(9_000).map((amount_) => ({ kind: "payment_cap" as const, amount: amount_ })),
      cents(9_000).map((amount_) => ({ kind: "payment_floor" as const, amount: amount_ })),
    );
    const negative = fc.constantFrom("clamp_zero" as const, "carry_forward" as const, "recover" as const);
    fc.assert(
      fc.property(method, rates, fc.array(limit, { maxLength: 2 }), negative, lines, line, (kind, pay, limits, below, all, drawn) => {
        const field = kind === "lump_sum_each" || kind === "interpolated" ? "amount" : "rate";
        const tiers = ["0", "250", "1000"].map((from, i) => ({
          from,
          [field]: pay[i],
          ...(kind === "interpolated" && i === 2 ? { to: "2000" } : {}),
        }));
        const schedule = { method: kind, unit: "CNY", boundary: "reaches", tiers } as never;
        const programme = programmeOf({ schedule, limits, negative: below });
        const earned = (some: readonly SaleLine[]) => {
          const accumulator = openAccumulator(policyOf({ programmes: [programme] }));
          accumulate(accumulator, some);
          return sumDecimals(settle(accumulator, { asOf }).statements.flatMap((one) => one.lines.map((row) => row.earned?.amount ?? "0")));
        };
        const own = all.map((one) => ({ ...one, memberId: "A" }));
        const more = { ...drawn, id: "more", memberId: "A", kind: "sale" as const };
        expect(compareDecimals(earned([...own, more]), earned(own))).toBeGreaterThanOrEqual(0);
      }),
      { seed, numRuns: 200 },
    );
  });

  test("complaint 13: returning everything leaves nothing earned, by every programme", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const sales = all.filter(({ kind }) => kind === "sale");
        const back = sales.map((sale) => ({ ...sale, id: `R${sale.id}`, kind: "return" as const }));
        for (const { total } of statements([...sales, ...back]).statements) expect(total.amount).toBe("0.00");
      }),
      { seed, numRuns: 100 },
    );
  });

  test("statements add up, survive JSON, and read in both languages without a raw code", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const settlement = statements(all);
        expect(JSON.parse(JSON.stringify(settlement))).toStrictEqual(settlement);
        for (const statement of settlement.statements) {
          const working = explainStatement(statement);
          expect(checkExplanation(working)).toStrictEqual([]);
          for (const language of ["en", "zh"] as const) {
            expect(renderExplanation(working, { language, catalogue })).not.toMatch(
              /\b(kernel|engine|incentives|settlement)\.[a-z_]+|[{}?]/,
            );
          }
        }
      }),
      { seed, numRuns: 100 },
    );
  });
});
