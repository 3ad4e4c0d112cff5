import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme, LineScope, Qualifier } from "qudao/incentives";
import { checkProgramme } from "qudao/incentives";
import { checkExplanation } from "qudao/kernel";
import {
  type AccumulatorPolicy,
  accumulate,
  mergeAccumulators,
  openAccumulator,
  restore,
  settle,
  simulateProgrammes,
  snapshot,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { oracleRuns } from "../support/oracle-runs.js";
import { readProgramme } from "../support/programme-oracle.js";
import { draws, randomLine, randomSet } from "../support/random-programmes.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const seed = 20240101;
const asOf = "2025-01-01";
const cents = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => (n / 100).toFixed(2));

const scope: fc.Arbitrary<LineScope> = fc.constantFrom(
  {},
  { include: { productIds: ["P1"] } },
  { include: { attributes: { project: ["metro", "port"] } } },
  { exclude: { attributes: { project: ["port"] } } },
  { include: { categoryIds: ["C1"] }, exclude: { productIds: ["P2"] } },
);
const measures = fc
  .array(fc.tuple(fc.constantFrom("amount", "gross", "quantity", "margin", "margin_floored", "lines"), scope), {
    minLength: 1,
    maxLength: 3,
  })
  .map((drawn) => drawn.map(([of, within], i) => ({ name: `m${i}`, of, scope: within, unit: "piece" }) as const));

const growth = { of: "amount", zeroBaseline: { kind: "not_eligible" } } as const;
const picks: fc.Arbitrary<Qualifier> = fc.constantFrom<Qualifier>(
  { kind: "amount" },
  { kind: "quantity", unit: "piece" },
  { kind: "measure", measure: "m0" },
  { kind: "share", measure: "m0", of: "m0" },
  { kind: "given", fact: "score", unit: "points" },
  { kind: "growth_amount", baseline: "prior_year", ...growth },
  { kind: "growth_rate", baseline: { kind: "fixed", value: "7.5" }, ...growth },
  {
    kind: "growth_amount",
    baseline: {
      kind: "mixed",
      years: [
        { back: 1, weight: "0.6" },
        { back: 2, weight: "0.4" },
      ],
    },
    ...growth,
  },
);

function unitOf(qualifier: Qualifier, of: string): string {
  if (qualifier.kind === "quantity") return "piece";
  if (qualifier.kind === "share" || qualifier.kind === "growth_rate") return "ratio";
  if (qualifier.kind === "given") return "points";
  if (qualifier.kind === "measure" && of === "quantity") return "piece";
  return qualifier.kind === "measure" && of === "lines" ? "lines" : "CNY";
}

const limits = fc.array(
  fc.oneof(
    cents(0, 1500).map((value) => ({ kind: "qualifier_cap" as const, value })),
    cents(-50, 50).map((amount) => ({ kind: "payment_floor" as const, amount })),
    cents(0, 90).map((amount) => ({ kind: "payment_cap" as const, amount })),
    cents(0, 90).map((amount) => ({ kind: "payment_cap" as const, amount, refundable: true as const })),
  ),
  { maxLength: 2 },
);
const gate = fc.tuple(fc.constantFrom("amount", "quantity", "m0", "score"), cents(-200, 900)).map(([fact, min]) => ({
  code: `host.${fact}`,
  kind: "min" as const,
  fact,
  min,
  title: { en: `enough ${fact}`, zh: `${fact} 达标` },
}));
const gates = fc.uniqueArray(gate, { maxLength: 2, selector: ({ code }) => code });

const programme: fc.Arbitrary<IncentiveProgramme> = fc
  .record({
    scope,
    measures,
    qualifier: picks,
    payOn: fc.constantFrom("qualifier", "amount", "quantity", { measure: "m0" }),
    limits,
    gates,
    trigger: fc.constantFrom(undefined, undefined, "paid", "received"),
    returns: fc.constantFrom(undefined, "deduct", "restate", "ignore"),
    negative: fc.constantFrom(undefined, "clamp_zero", "carry_forward", "recover"),
    method: fc.constantFrom("graduated", "retroactive"),
    boundary: fc.constantFrom("reaches", "exceeds"),
    rates: fc.tuple(cents(0, 30), cents(0, 60)),
  })
  .map(({ method, boundary, rates: [low, high], negative, ...drawn }): IncentiveProgramme => {
    const { qualifier } = drawn;
    const fits = ["amount", "quantity", "measure"].includes(qualifier.kind) || negative === "clamp_zero";
    const unit = unitOf(qualifier, drawn.measures[0]?.of ?? "");
    const tiers = [
      { from: "0", rate: low },
      { from: "5", rate: high },
    ];
    const schedule = { method, unit, boundary, tiers } as IncentiveProgramme["schedule"];
    return programmeOf({ ...drawn, schedule, negative: fits ? negative : undefined } as Partial<IncentiveProgramme>);
  });

const dates = [
  "2022-05-05",
  "2023-02-10",
  "2023-08-01",
  "2023-11-30",
  "2024-01-01",
  "2024-03-31",
  "2024-04-01",
  "2024-08-15",
  "2024-12-31",
];
const line: fc.Arbitrary<SaleLine> = fc
  .record({
    productId: fc.constantFrom("P1", "P2"),
    categoryId: fc.constantFrom("C1", "C2", undefined),
    attributes: fc.constantFrom(undefined, { project: "metro" }, { project: "port", level: "A" }),
    date: fc.constantFrom(...dates),
    originDate: fc.constantFrom(undefined, ...dates),
    event: fc.constantFrom(undefined, undefined, undefined, "paid", "received", "ordered"),
    quantity: fc.oneof(fc.nat(9), fc.constantFrom("0.5")),
    amount: cents(0, 1200),
    cost: fc.option(cents(0, 900), { freq: 8, nil: undefined }),
    kind: fc.constantFrom("sale", "sale", "return"),
  })
  .map((drawn) => lineOf(drawn as Partial<SaleLine>));
const lines = fc.array(line, { maxLength: 10 }).map((all) => all.map((one, i) => ({ ...one, id: `L${i}` })));
const stated = fc.constantFrom({}, { score: "4.5" }, { score: "5" }, { score: "9" });

const facts = (given: { readonly score?: string }) => ({ asOf, stated: [{ memberId: "A", facts: given }] });
const settled = (agreed: IncentiveProgramme, all: readonly SaleLine[], given: { readonly score?: string }) => {
  const accumulator = openAccumulator(policyOf({ programmes: [agreed] }));
  expect(accumulate(accumulator, all).rejected).toStrictEqual([]);
  return settle(accumulator, facts(given));
};

describe("programmes with every optional part", () => {
  test("a second implementation, line by line in fractions, agrees on every window (complaints 4, 8, 11, 33, 43)", () => {
    fc.assert(
      fc.property(programme, lines, stated, (agreed, all, given) => {
        expect(checkProgramme(agreed)).toStrictEqual([]);
        const found = settled(agreed, all, given).statements[0]?.lines ?? [];
        for (const { start, end, earned } of readProgramme(agreed, all, given)) {
          const row = found.find(({ window }) => window.start === start && window.end === end);
          if (row === undefined)
            expect(/^-?0\.00$|_/.test(earned)).toBe(true); // there was nothing to settle
          else expect([start, row.earned?.amount ?? row.problem?.code.split(".")[1]]).toStrictEqual([start, earned]);
        }
      }),
      oracleRuns(1000),
    );
  });

  test("complaint 35: order, batches, merges and snapshots never change a statement, and every working adds up", () => {
    fc.assert(
      fc.property(programme, lines, stated, fc.nat(10), (agreed, all, given, cut) => {
        const straight = settled(agreed, all, given);
        const policy = policyOf({ programmes: [agreed] });
        const [left, right] = [openAccumulator(policy), openAccumulator(policy)];
        accumulate(left, all.slice(cut).reverse());
        accumulate(right, all.slice(0, cut));
        const merged = restore(JSON.parse(JSON.stringify(snapshot(mergeAccumulators(left, right)))));
        expect(settle(merged, facts(given))).toStrictEqual(straight);
        for (const { lines: rows } of straight.statements) {
          for (const { explanation } of rows) if (explanation !== null) expect(checkExplanation(explanation)).toStrictEqual([]);
        }
        expect(JSON.parse(JSON.stringify(straight))).toStrictEqual(straight);
      }),
      { seed, numRuns: 100 },
    );
  });

  test("complaint 22: a simulation equals the settlement it predicts", () => {
    fc.assert(
      fc.property(programme, programme, lines, stated, (one, two, all, given) => {
        const titles = { en: "Version", zh: "版本" };
        const { programmes: _, ...common } = policyOf();
        const versions = [
          { id: "one", titles, programmes: [one] },
          { id: "two", titles, programmes: [two] },
        ];
        const { outcome, explanation } = simulateProgrammes({ ...facts(given), lines: all }, { ...common, versions });
        expect(outcome.versions.map(({ settlement }) => settlement)).toStrictEqual([settled(one, all, given), settled(two, all, given)]);
        expect(checkExplanation(explanation)).toStrictEqual([]);
      }),
      { seed, numRuns: 80 },
    );
  });

  test("complaint 22: so it is with several programmes per version: stacked, in versions, in goods, under guarantees, caps and budgets", () => {
    const titles = { en: "Version", zh: "版本" };
    const members = ["A", "B", "C"].map((id, m) => ({ ...dealer, id, memberClass: m === 0 ? "gold" : "silver" }));
    const isOpened = (policy: AccumulatorPolicy) => {
      try {
        return openAccumulator(policy).kind === "qudao.accumulator";
      } catch (fault) {
        const { code } = fault as { readonly code?: string };
        if (code !== "incentives.goods_compared" && !code?.startsWith("settlement.stacking_")) throw fault;
        return false;
      }
    };
    let [stacked, inGoods, held] = [0, 0, 0];
    for (let round = 0; round < 120; round++) {
      const draw = draws(seed + round);
      const { programmes, stacking } = randomSet(draw, 2 + draw.below(3));
      const common = { currency: "CNY", sources: "ids" as const, members, stacking };
      const fewer = programmes.slice(1).map(({ budget: _, ...rest }) => rest);
      if (!isOpened({ ...common, programmes })) continue;
      const drawn = members.flatMap(({ id }) => Array.from({ length: draw.below(9) }, (_, i) => randomLine(draw, `${id}${i}`, id)));
      const known = { asOf, stated: members.map(({ id: memberId }) => ({ memberId, facts: { score: "9" } })) };
      const versions = [
        { id: "all", titles, programmes },
        { id: "fewer", titles, programmes: fewer },
      ];
      const { outcome, explanation } = simulateProgrammes({ ...known, lines: drawn }, { ...common, versions });
      const settlements = [programmes, fewer].map((agreed) => {
        const accumulator = openAccumulator({ ...common, programmes: agreed });
        accumulate(accumulator, [...drawn].reverse());
        return settle(accumulator, known);
      });
      expect(outcome.versions.map(({ settlement }) => settlement)).toStrictEqual(settlements);
      expect(checkExplanation(explanation)).toStrictEqual([]);
      const [first] = settlements;
      const lines_ = first?.statements.flatMap(({ lines: rows }) => rows) ?? [];
      const pieces = lines_.flatMap(({ goods }) => goods?.quantity ?? []);
      expect((outcome.versions[0]?.goods ?? []).map(({ quantity }) => quantity)).toStrictEqual(pieces);
      if (lines_.some((row) => row.stacked !== undefined)) stacked++;
      if (pieces.length > 0) inGoods++;
      if (lines_.some(({ terms }) => terms !== undefined)) held++;
    }
    expect(Math.min(stacked, inGoods, held)).toBeGreaterThan(10);
  });
});
