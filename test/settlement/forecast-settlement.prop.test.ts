import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme, StackingGroup } from "qudao/incentives";
import { isLibraryFault } from "qudao/kernel";
import { type AccumulatorPolicy, accumulate, forecastSettlement, openAccumulator, type Settlement, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { pathsIn, withAt } from "../support/altered.js";
import { type Draws, draws, randomLine, randomProgramme } from "../support/random-programmes.js";
import { dealer, lineOf, policyOf } from "../support/settlement.js";
import { values } from "../support/settlement-hostile.js";

const even = { kind: "monthly", weights: Array.from({ length: 12 }, () => "1") } as const;
const ids = ["A", "B", "C"] as const;
const members = [
  { ...dealer, id: "A", uplineId: "C" },
  { ...dealer, id: "B", kind: "agent" as const, uplineId: "C" },
  { ...dealer, id: "C" },
];

const saleCaps = [
  { id: "order", per: "sale", saleBy: "order", most: "0", above: "forfeited" },
  { id: "sale", per: "sale", most: "0", above: "forfeited" },
] as const;

function randomPolicy(draw: Draws): AccumulatorPolicy {
  const stacked = draw.below(2) === 0;
  const window = { kind: "calendar", unit: draw.one(["month", "quarter", "half_year", "year"] as const) } as const;
  const returns = draw.one(["deduct", "restate", "ignore"] as const);
  const combine = draw.one(["add", "highest", "first", "reduce_base", "specific_first"] as const);
  const stacking: readonly StackingGroup[] = [
    { id: "g", priority: 1, combine, reducedBy: [], excludes: [] },
    { id: "h", priority: 2, combine: "add", reducedBy: draw.one([[], ["g"]]), excludes: [] },
  ];
  const programmes = ["V", "W", "X"].map((id, i): IncentiveProgramme => {
    const programme = randomProgramme(draw, id);
    const { jointly: _, ...each } = programme.earner; // what others leave to a group, nobody can say
    return {
      ...programme,
      earner: stacked ? each : programme.earner,
      effective: draw.one([
        { start: "2024-01-01", end: "2025-01-01" },
        { start: "2024-02-01", end: "2024-11-01" },
      ]),
      publishedOn: undefined, // a part of a month is a part of its days, and not of the days on which lines came
      window,
      returns,
      caps: draw.maybe(60, () => [
        ...saleCaps.filter(() => draw.below(2) === 0).map((cap) => ({ ...cap, most: draw.cents(0, 3_000) })),
        { id: "one", per: "member", most: draw.cents(0, 9_000), above: "kept" },
        { id: "all", per: "programme", most: draw.cents(0, 20_000), above: "forfeited" },
      ]),
      budget: draw.maybe(40, () => ({
        amount: draw.cents(0, 20_000),
        how: draw.one(["pro_rata", "first_come"] as const),
        remainder: "contract_order",
        alertAt: "0.8",
      })),
      guarantee: draw.maybe(30, () => ({
        amount: draw.cents(0, 3_000),
        basis: draw.one(["each_period", "cumulative"] as const),
        paidAt: "end",
        prorateBy: "days",
      })),
      stacking: stacked ? { groupId: i < 2 ? "g" : "h", priority: i + 1 } : undefined,
    };
  });
  return policyOf({ members, programmes, ...(stacked ? { stacking } : {}) });
}

function settled(policy: AccumulatorPolicy, lines: readonly SaleLine[], asOf: string, stated: object): Settlement {
  const accumulator = openAccumulator(policy);
  accumulate(accumulator, lines);
  return settle(accumulator, { asOf, ...stated });
}

/** Projected lines are no lines: how many stand behind a figure is of the lines so far. */
const plain = ({ statements, terms, closing }: Settlement) => ({
  statements: statements.map((one) => ({ ...one, lines: one.lines.map(({ sources, ...rest }) => rest) })),
  terms,
  closing,
});
/** Of projected sales, a working tells what a cap took of all of them together, and nothing is carried on. */
const untold = (settlement: Settlement) => {
  const { statements, terms, closing = [] } = plain(settlement);
  const carried = closing.map(({ sales, ...row }) => JSON.stringify(row)).filter((row) => /:"-?[1-9]|"-?0\./.test(row));
  return { terms, carried, statements: statements.map((one) => ({ ...one, lines: one.lines.map(({ explanation, ...line }) => line) })) };
};

describe("laws of forecastSettlement()", () => {
  test("where every month is as the base was, the forecast is the settlement of the year: programmes of every kind, stacked, capped (single sales too) and of one budget", () => {
    let earned = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const draw = draws(seed);
      const policy = randomPolicy(draw);
      const drawn = Array.from({ length: 4 + draw.below(8) }, (_, i) => randomLine(draw, `L${i}`, draw.one(ids)));
      // lines of February are typical; the others are of the years before
      const lines = drawn.map((line, i) =>
        i % 3 === 0 && line.date < "2024" && (line.originDate ?? line.date) < "2024"
          ? line
          : { ...line, originDate: undefined, date: `2024-02-${10 + i}`, attributes: { ...line.attributes, order: `O${i % 4}` } },
      );
      const base = lines.filter(({ date }) => date >= "2024-02-01");
      const months = ["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
      const all = [
        ...lines,
        ...months.flatMap((month) =>
          base.map((line) => ({
            ...line,
            id: `${line.id}-${month}`,
            date: line.date.replace("-02-", `-${month}-`),
            attributes: { ...line.attributes, order: `${line.attributes?.["order"]}-${month}` },
          })),
        ),
      ];
      const stated = {
        quotas: ids.flatMap((memberId) =>
          ["2024", "2024-Q3"].map((periodId) => ({ memberId, periodId, amount: { amount: "700", currency: "CNY" } })),
        ),
        stated: ids.map((memberId) => ({ memberId, facts: { score: "9" } })),
      };
      const facts = {
        asOf: "2025-01-01",
        lines,
        projection: { base: { start: "2024-02-01", end: "2024-03-01" }, season: even },
        ...stated,
      };
      const answer = forecastSettlement(facts, policy);
      if (!answer.ok) throw new Error(answer.problem.code);
      const end = settled(policy, all, "2025-01-01", stated);
      const told = policy.programmes.some(({ caps = [] }) => caps.some(({ per }) => per === "sale")) ? untold : plain;
      expect(told(answer.value.outcome.settlement), `seed ${seed}`).toStrictEqual(told(end));
      earned += end.statements.reduce(
        (sum, one) => sum + one.lines.filter((line) => line.earned !== null && Number(line.earned.amount) !== 0).length,
        0,
      );
    }
    expect(earned).toBeGreaterThan(120);
  });

  test("with nothing to project it is the settlement of the day, whatever the programmes", () => {
    for (let seed = 1001; seed <= 1060; seed++) {
      const draw = draws(seed);
      const policy = policyOf({ members, programmes: [randomProgramme(draw, "V")] });
      const lines = Array.from({ length: draw.below(9) }, (_, i) => randomLine(draw, `L${i}`, draw.one(ids)));
      const projection = { base: { start: "2024-01-01", end: "2024-09-10" }, season: { kind: "linear" } } as const;
      const answer = forecastSettlement({ asOf: "2024-09-10", lines, projection }, policy);
      expect(answer.ok && answer.value.outcome.settlement).toStrictEqual(settled(policy, lines, "2024-09-10", {}));
    }
  });

  test("how other programmes cut the days never changes a figure, and neither does the order of the lines", () => {
    for (let seed = 2001; seed <= 2060; seed++) {
      const draw = draws(seed);
      const programme = randomProgramme(draw, "V");
      const lines = Array.from({ length: 1 + draw.below(9) }, (_, i) => randomLine(draw, `L${i}`, draw.one(ids)));
      const season = { kind: "monthly", weights: Array.from({ length: 12 }, () => String(1 + draw.below(5))) } as const;
      const projection = { base: { start: "2024-01-01", end: `2024-0${1 + draw.below(9)}-17` }, season };
      const run = (all: readonly SaleLine[], programmes: readonly IncentiveProgramme[]) => {
        const answer = forecastSettlement({ asOf: "2025-01-01", lines: all, projection }, policyOf({ members, programmes }));
        if (!answer.ok) throw new Error(answer.problem.code);
        return answer.value.outcome.settlement.statements.flatMap((one) => one.lines.filter(({ programmeId }) => programmeId === "V"));
      };
      const other = {
        ...programme,
        id: "W",
        window: { kind: "calendar", unit: "month" },
        qualifier: { kind: "amount" },
        payOn: "qualifier",
        gates: undefined,
      } as const;
      const cut: IncentiveProgramme = {
        ...other,
        schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
        limits: [],
      };
      expect(run([...lines].reverse(), [cut, programme]), `seed ${seed}`).toStrictEqual(run(lines, [programme]));
    }
  });

  test("bears JSON by chance in every place: an answer in plain JSON, or a fault with code and place", () => {
    const good = [
      {
        asOf: "2024-07-01",
        lines: [lineOf({ date: "2024-01-05" })],
        projection: { base: { start: "2024-01-01", end: "2024-02-01" }, season: even },
      },
      policyOf(),
    ];
    const places = good.flatMap((whole, argument) => pathsIn(whole).map((path) => ({ argument, path })));
    let [faults, answers] = [0, 0];
    values.slice(0, 3_000).forEach((value, i) => {
      const { argument, path } = places[i % places.length] as (typeof places)[number];
      const [facts, policy] = good.map((whole, j) => (j === argument ? withAt(whole, path, value) : whole));
      try {
        const answer = forecastSettlement(facts as never, policy as never);
        if (answers++ < 100) expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      } catch (caught) {
        if (!isLibraryFault(caught)) throw caught;
        expect(caught.path).toMatch(/^(facts|policy)/);
        faults++;
      }
    });
    expect([faults > 1_000, answers > 20]).toStrictEqual([true, true]);
  });

  test("a base and a day at the two ends of the calendar are no work", () => {
    const season = { kind: "monthly", weights: even.weights } as const;
    const projection = { base: { start: "0001-01-01", end: "2024-02-01" }, season };
    const answer = forecastSettlement({ asOf: "9999-12-31", lines: [lineOf({ date: "2024-01-05" })], projection }, policyOf());
    // the base is 12 × 2023 + 1 months; February and March bring 100 ÷ 24277 each
    expect(answer.ok && answer.value.outcome.settlement.statements[0]?.lines[0]?.amount).toBe("100.0082382502");
  });
});
