/** What users of other systems complain of, and what no single verb answers for. */
import { readdirSync, readFileSync } from "node:fs";
import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { computeOverrides, type IncentiveProgramme, type OverrideFacts, splitCredit } from "qudao/incentives";
import { checkExplanation, renderExplanation, sumDecimals } from "qudao/kernel";
import { parseAccumulatorPolicy } from "qudao/schemas";
import { accumulate, explainStatement, openAccumulator, settle, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { examplesIn, type Module, modulesOf } from "../docs/examples.js";
import { run } from "../docs/run-examples.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const asOf = "2025-01-01";
const flat = (id: string, rate: string, changes: Partial<IncentiveProgramme> = {}) =>
  programmeOf({ id, schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] }, ...changes });

describe("complaint 12: one fixed rate per partner, no rates by product, tiers, overrides or payment party", () => {
  test("one policy has all of them", () => {
    const members = [
      { ...dealer, id: "U" },
      { ...dealer, uplineId: "U" },
    ];
    const payout = { means: "credit_note", stages: [{ id: "all", share: "1" }], minimum: "0", payeeId: "AGENCY" };
    const programmes = [
      flat("product-1", "0.05", { scope: { include: { productIds: ["P1"] } }, payout }),
      programmeOf({ id: "tiers", scope: { include: { productIds: ["P2"] } } }),
      flat("override", "0.01", { earner: { uplineOfSeller: true } }),
    ];
    const accumulator = openAccumulator(policyOf({ members, programmes }));
    accumulate(accumulator, [lineOf({ amount: "200" }), lineOf({ id: "L2", productId: "P2", amount: "1000" })]);
    const { statements } = settle(accumulator, { asOf });
    // 5 % of 200 and 2 % of 1,000 for A; 1 % of 1,200 for the one above it
    expect(
      statements.map(({ memberId, lines }) => [memberId, ...lines.map((line) => [line.programmeId, line.earned?.amount])]),
    ).toStrictEqual([
      ["U", ["override", "12.00"]],
      ["A", ["product-1", "10.00"], ["tiers", "20.00"]],
    ]);
  });
});

describe("complaint 15: a return that is computed with the values of another partner", () => {
  const sale = { saleId: "S", amount: { amount: "1000.01", currency: "CNY" } };
  const back = { saleId: "S", amount: { amount: "-1000.01", currency: "CNY" } };
  const opposite = (amount: string) => (Number(amount) === 0 ? amount : amount.startsWith("-") ? amount.slice(1) : `-${amount}`);

  test("split as its sale was, it takes from each of the sellers what the sale gave, to the cent", () => {
    const revenue = ["A", "B", "C"].map((memberId, i) => ({ memberId, share: ["0.5", "0.3", "0.2"][i] as string }));
    const parts = (facts: typeof sale) => {
      const answer = splitCredit(
        { ...facts, revenue, overlays: [], primaryId: "A" },
        { decimals: 2, remainder: "contract_order", shortfall: "refused" },
      );
      if (!answer.ok) throw new Error(answer.problem.code);
      return answer.value.outcome.revenue.map(({ memberId, amount }) => [memberId, amount.amount] as const);
    };
    expect(parts(back)).toStrictEqual(parts(sale).map(([id, amount]) => [id, opposite(amount)]));
  });

  test("so it does from those above them", () => {
    const network: Omit<OverrideFacts, "saleId" | "amount"> = {
      sellers: [{ memberId: "A", share: "1", commission: "0" }],
      members: [
        { id: "A", uplineId: "B" },
        { id: "B", uplineId: "C", qualified: true },
        { id: "C", qualified: true },
      ],
    };
    const parts = (facts: typeof sale) => {
      const answer = computeOverrides(
        { ...facts, ...network },
        {
          currency: "CNY",
          method: { kind: "fixed_levels", rates: ["0.0333", "0.0111"] },
          unqualified: "passes_up",
          ceiling: null,
          rounding: { decimals: 2, mode: "half_up" },
        },
      );
      if (!answer.ok) throw new Error(answer.problem.code);
      return answer.value.outcome.overrides.map(({ memberId, amount }) => [memberId, amount.amount] as const);
    };
    expect(parts(sale).map(([id]) => id)).toStrictEqual(["B", "C"]);
    expect(parts(back)).toStrictEqual(parts(sale).map(([id, amount]) => [id, opposite(amount)]));
  });

  test("and on a statement it stands with the member of its line and with no other", () => {
    const accumulator = openAccumulator(policyOf({ members: [dealer, { ...dealer, id: "B" }], sources: "ids" }));
    accumulate(accumulator, [
      lineOf(),
      lineOf({ id: "L2", memberId: "B" }),
      lineOf({ id: "R", kind: "return", memberId: "B", amount: "40.00" }),
    ]);
    expect(
      settle(accumulator, { asOf }).statements.map(({ memberId, lines }) => [memberId, lines[0]?.amount, lines[0]?.sources.ids]),
    ).toStrictEqual([
      ["A", "100", ["L1"]],
      ["B", "60", ["L2", "R"]],
    ]);
  });
});

test("complaint 26: the figures on the page of each tier method are what the library gives, and a wrong one is found", async () => {
  const folder = new URL("../../docs/reference/tier-methods/", import.meta.url);
  const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
  expect(pages.length).toBeGreaterThanOrEqual(18);
  const found = await run(
    pages.flatMap((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      const wrong = text.replace(/(\/\/ => \[?"?)(\d)/, "$19$2");
      expect([name, wrong === text]).toStrictEqual([name, false]);
      return [text, wrong].map((one) => modulesOf(examplesIn(name, one))[0] as Module);
    }),
  );
  expect(found.map((faults) => faults.length > 0)).toStrictEqual(pages.flatMap(() => [false, true]));
});

describe("complaint 37: rules that need a programmer", () => {
  const policy = policyOf({
    programmes: [
      flat("volume", "0.02", {
        scope: { include: { attributes: { project: ["metro"] } } },
        measures: [{ name: "bought_a", of: "quantity", scope: { include: { productIds: ["A"] } } }],
        gates: [{ code: "host.enough_a", kind: "min", fact: "bought_a", min: "3", title: { en: "3 of A", zh: "A 满 3" } }],
        limits: [{ kind: "payment_cap", amount: "15" }],
      }),
    ],
  });
  const lines = [lineOf({ amount: "1000", attributes: { project: "metro" } }), lineOf({ id: "L2", productId: "A", quantity: 3 })];
  const paid = (agreed: typeof policy) => {
    const accumulator = openAccumulator(agreed);
    accumulate(accumulator, lines);
    return settle(accumulator, { asOf }).statements[0]?.total.amount;
  };

  test("a policy is data from end to end: it goes through JSON text and its schema, and another figure is another text", () => {
    const stored = JSON.stringify(policy);
    const read = parseAccumulatorPolicy(JSON.parse(stored));
    expect(read.ok && paid(read.value)).toBe("15.00");
    const edited = parseAccumulatorPolicy(JSON.parse(stored.replace('"15"', '"18.5"')));
    expect(edited.ok && paid(edited.value)).toBe("18.50");
  });
});

describe("complaint 38: payouts that are not accurate, and reports that cannot tell", () => {
  const lines: readonly SaleLine[] = [
    lineOf({ amount: "1000.05" }),
    lineOf({ id: "L2", kind: "return", amount: "0.01" }),
    lineOf({ id: "L3", date: "2024-06-30", amount: "33.333", quantity: "0.5" }),
    lineOf({ id: "bad", amount: "-1" }),
  ];
  const accumulator = openAccumulator(policyOf({ sources: "ids", programmes: [programmeOf(), flat("odd", "0.0333")] }));
  const { rejected } = accumulate(accumulator, lines);
  const { statements, intake } = settle(accumulator, { asOf });

  test("what was taken in is what was handed over, line by line and cent by cent", () => {
    expect([rejected.map(({ id }) => id), intake]).toStrictEqual([
      ["bad"],
      { read: 4, accepted: 3, rejected: 1, netAmount: "1033.373", netQuantity: "0.5" },
    ]);
    const counted = statements[0]?.lines.filter(({ programmeId }) => programmeId === "odd").flatMap(({ sources }) => sources.ids ?? []);
    expect(counted).toStrictEqual(["L1", "L2", "L3"]);
  });

  test("every statement adds up as printed, tells how, and does so in both languages", () => {
    for (const statement of statements) {
      const printed = sumDecimals(statement.lines.map(({ payable }) => payable?.amount ?? "0"));
      expect(Number(statement.total.amount)).toBe(Number(printed));
      const working = explainStatement(statement);
      expect(checkExplanation(working)).toStrictEqual([]);
      for (const language of ["en", "zh"] as const) {
        expect(renderExplanation(working, { language, catalogue }).split("\n").length).toBeGreaterThan(statement.lines.length);
      }
    }
  });
});

test("complaint 45: what is kept does not grow with the lines", () => {
  const sizeAfter = (count: number) => {
    const accumulator = openAccumulator(policyOf());
    function* many() {
      for (let i = 0; i < count; i++) yield lineOf({ id: `L${i}`, date: `2024-0${1 + (i % 9)}-1${i % 10}`, amount: "1.01" });
    }
    expect(accumulate(accumulator, many()).accepted).toBe(count);
    return snapshot(accumulator).members.map(({ cells }) => cells.length);
  };
  expect(sizeAfter(20_000)).toStrictEqual(sizeAfter(90));
});
