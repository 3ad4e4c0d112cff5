import fc from "fast-check";
import {
  channelTasks,
  computeNormativeShares,
  type EfficiencyTemplate,
  type NormativeSharePolicy,
  type TemplateRow,
} from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { normativeShares } from "../support/profit-sharing-oracle.js";
import { answerOf, problemOf } from "../support/sharing.js";

const done = (...parts: readonly (readonly [memberId: string, share: string])[]) => parts.map(([memberId, share]) => ({ memberId, share }));
const rows: readonly TemplateRow[] = [
  { task: "promotion", costShare: "0.4", potential: "high", done: done(["maker", "0.5"], ["agent", "0.5"]) },
  { task: "possession", costShare: "0.4", potential: "medium", done: done(["maker", "0.25"], ["agent", "0.75"]) },
  { task: "payment", costShare: "0.2", potential: "low", done: done(["agent", "0.5"], ["customer", "0.5"]) },
];
const policy: NormativeSharePolicy = { potentials: { high: "1.5", medium: "1", low: "0.5" }, decimals: 4 };
const shares = (facts: Partial<EfficiencyTemplate> = {}, change: Partial<NormativeSharePolicy> = {}) =>
  computeNormativeShares(frozen({ rows, measured: "shares", ...facts }), frozen({ ...policy, ...change }));
const plain = { potentials: { high: "1", medium: "1", low: "1" } };
const first = (change: Partial<TemplateRow>) => rows.map((row, i) => (i === 0 ? { ...row, ...change } : row));

describe("computeNormativeShares()", () => {
  test("costs and potentials make weights, weights and work make shares, and each list adds up to 1", () => {
    // 0.4 × 1.5, 0.4 × 1, 0.2 × 0.5 of 1.1: 6, 4 and 1 elevenths; maker 0.3 + 0.1, agent 0.3 + 0.3 + 0.05, customer 0.05, of 1.1
    expect(answerOf(shares())).toStrictEqual({
      members: [
        { memberId: "maker", share: "0.3636", gap: null },
        { memberId: "agent", share: "0.5909", gap: null },
        { memberId: "customer", share: "0.0455", gap: null },
      ],
      weights: [
        { task: "promotion", weight: "0.5455" },
        { task: "possession", weight: "0.3636" },
        { task: "payment", weight: "0.0909" },
      ],
    });
  });

  test("where every potential counts the same, costs are the weights", () => {
    // maker 0.2 + 0.1, agent 0.2 + 0.3 + 0.1, customer 0.1
    const { members, weights } = answerOf(shares({}, plain));
    expect(members.map(({ share }) => share)).toStrictEqual(["0.3000", "0.6000", "0.1000"]);
    expect(weights.map(({ weight }) => weight)).toStrictEqual(["0.4000", "0.4000", "0.2000"]);
  });

  test("equity: who has more than its work is worth, and who has less", () => {
    const actual = done(["maker", "0.55"], ["agent", "0.45"]);
    expect(answerOf(shares({ actual }, plain)).members.map(({ memberId, gap }) => [memberId, gap])).toStrictEqual([
      ["maker", "0.25"],
      ["agent", "-0.15"],
      ["customer", null],
    ]);
  });

  test("where little is known, ranks from 0 to 3 stand for parts", () => {
    const ranked = rows.map((row, i) => ({
      ...row,
      done: [done(["maker", "3"], ["agent", "1"]), done(["maker", "1"], ["agent", "2"]), done(["agent", "3"], ["maker", "0"])][i] ?? [],
    }));
    // maker 0.4 × 3/4 + 0.4 × 1/3 = 0.4333…, agent 0.1 + 0.2666… + 0.2
    const { members } = answerOf(shares({ rows: ranked, measured: "ranks" }, plain));
    expect(members.map(({ share }) => share)).toStrictEqual(["0.4333", "0.5667"]);
  });

  test.each([
    ["0.3999", "profit-sharing.costs_not_whole", { total: "0.9999" }],
    ["0.4", null, null],
    ["0.4001", "profit-sharing.costs_not_whole", { total: "1.0001" }],
  ])("a cost share of %s beside 0.6", (costShare, code, params) => {
    const answer = shares({ rows: first({ costShare }) });
    if (code === null) expect(answer.ok).toBe(true);
    else expect(problemOf(answer)).toStrictEqual({ code, params });
  });

  test("says why there are no shares", () => {
    expect(problemOf(shares({ rows: first({ done: done(["maker", "0.5"], ["agent", "0.4"]) }) }))).toStrictEqual({
      code: "profit-sharing.task_not_whole",
      params: { task: "promotion", total: "0.9" },
    });
    expect(problemOf(shares({ rows: first({ done: done(["maker", "0"]) }), measured: "ranks" })).code).toBe("profit-sharing.task_undone");
    expect(problemOf(shares({ actual: done(["maker", "0.9"]) })).code).toBe("profit-sharing.actual_not_whole");
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => shares({ rows: [] }))).toBe("kernel.list_empty at facts.rows");
    expect(faultAt(() => shares({ rows: [...rows, rows[0] as TemplateRow] }))).toBe("kernel.named_twice at facts.rows[3].task");
    expect(faultAt(() => shares({ rows: first({ task: "luck" as never }) }))).toBe("kernel.not_a_choice at facts.rows[0].task");
    expect(faultAt(() => shares({ rows: first({ done: done(["maker", "1.1"]) }) }))).toBe(
      "kernel.outside_bounds at facts.rows[0].done[0].share",
    );
    expect(faultAt(() => shares({ rows: first({ done: done(["maker", "3.1"]) }), measured: "ranks" }))).toBe(
      "kernel.outside_bounds at facts.rows[0].done[0].share",
    );
    expect(faultAt(() => shares({ actual: done(["broker", "1"]) }))).toBe("profit-sharing.not_listed at facts.actual[0].memberId");
    expect(faultAt(() => shares({}, { potentials: { high: "1", medium: "1.1", low: "0.5" } }))).toBe(
      "profit-sharing.potential_falls at policy.potentials.high",
    );
    expect(faultAt(() => shares({}, { potentials: { high: "1", medium: "0.5", low: "0.6" } }))).toBe(
      "profit-sharing.potential_falls at policy.potentials.medium",
    );
  });

  test("a template filled in with ranks agrees with a second way of sharing, and a higher rank never lowers its member's share", () => {
    const rank = fc.integer({ min: 0, max: 3 });
    const row = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom(3, 2, 1), fc.tuple(rank, rank, rank));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), fc.nat(8), (given, which) => {
        fc.pre(given.every(([, , ranks]) => ranks.some((one) => one > 0)));
        const costs = given.map(([cost]) => cost);
        const whole = costs.reduce((a, b) => a + b, 0);
        const names = ["high", "medium", "low"] as const;
        const of = (own: typeof given) => {
          // costs over their sum may have no end: they are written as ten-thousandths, the last row taking the rest
          const cut = costs.map((cost) => Math.floor((cost * 10_000) / whole));
          cut[cut.length - 1] = 10_000 - cut.slice(0, -1).reduce((a, b) => a + b, 0);
          const template = own.map(([, potential, ranks], i) => ({
            task: channelTasks[i] as (typeof channelTasks)[number],
            costShare: String((cut[i] as number) / 10_000),
            potential: names[3 - potential] as (typeof names)[number],
            done: ranks.map((share, k) => ({ memberId: `M${k}`, share: String(share) })),
          }));
          const potentials = { high: "3", medium: "2", low: "1" };
          const found = answerOf(computeNormativeShares({ rows: template, measured: "ranks" }, { potentials, decimals: 6 }));
          const wanted = normativeShares(own.map(([, potential, ranks], i) => ({ cost: cut[i] as number, potential, ranks })));
          found.members.forEach(({ share }, k) => {
            expect(Math.abs(Number(share) - (wanted[k] as number))).toBeLessThan(1e-6);
          });
          expect(found.members.reduce((sum, { share }) => sum + Math.round(Number(share) * 1e6), 0)).toBe(1_000_000);
          return found.members.map(({ share }) => Number(share));
        };
        const at = which % given.length;
        const raised = given.map(([cost, potential, [a, b, c]], i): (typeof given)[number] => [
          cost,
          potential,
          [i === at ? Math.min(3, a + 1) : a, b, c],
        ]);
        expect((of(raised)[0] as number) - (of(given)[0] as number)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 20240101, numRuns: 500 },
    );
  });
});
