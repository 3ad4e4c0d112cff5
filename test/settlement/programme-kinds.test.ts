/** Kinds of programme that are written with what a programme has, and need no part of their own. */
import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { expect, test } from "vitest";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const earned = (programme: Partial<IncentiveProgramme>, lines: readonly SaleLine[], facts: object = {}) => {
  const accumulator = openAccumulator(policyOf({ programmes: [programmeOf(programme)] }));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  const rows = settle(accumulator, { asOf: "2024-03-31", ...facts }).statements[0]?.lines;
  return rows?.map((line) => line.earned?.amount ?? line.problem?.code);
};
const rateOn = (unit: string, from: string, rate: string): IncentiveProgramme["schedule"] => ({
  method: "retroactive",
  unit,
  boundary: "reaches",
  tiers: [
    { from: "0", rate: "0" },
    { from, rate },
  ],
});

test("prompt payment: 1 % of what was paid in time, where that is nine tenths of all receipts", () => {
  const receipt = (id: string, amount: string, inTime: "yes" | "no") => lineOf({ id, amount, event: "received", attributes: { inTime } });
  const prompt: Partial<IncentiveProgramme> = {
    trigger: "received",
    measures: [
      { name: "in_time", of: "amount", scope: { include: { attributes: { inTime: ["yes"] } } } },
      { name: "received", of: "amount", scope: {} },
    ],
    qualifier: { kind: "share", measure: "in_time", of: "received" },
    payOn: { measure: "in_time" },
    schedule: rateOn("ratio", "0.9", "0.01"),
  };
  expect(earned(prompt, [receipt("1", "900", "yes"), receipt("2", "100", "no")])).toStrictEqual(["9.00"]);
  expect(earned(prompt, [receipt("1", "899.99", "yes"), receipt("2", "100.01", "no")])).toStrictEqual(["0.00"]);
});

test("new customers: 50 for each of them from the third on, counted by their first orders; a returned one is one less", () => {
  const first = (id: string, changes: Partial<SaleLine> = {}) => lineOf({ id, attributes: { firstOrder: "yes" }, ...changes });
  const won: Partial<IncentiveProgramme> = {
    measures: [{ name: "won", of: "lines", scope: { include: { attributes: { firstOrder: ["yes"] } } } }],
    qualifier: { kind: "measure", measure: "won" },
    schedule: {
      method: "excess_only",
      unit: "lines",
      boundary: "reaches",
      tiers: [{ from: "2", rate: "50" }],
    },
  };
  const lines = ["1", "2", "3", "4"].map((id) => first(id));
  expect(earned(won, [...lines, lineOf({ id: "5" })])).toStrictEqual(["100.00"]);
  expect(earned(won, [...lines, first("R", { kind: "return" })])).toStrictEqual(["50.00"]);
});

test("a formula of the host's own: it states the figure, the programme pays it by its tiers, and an unknown one is never 0", () => {
  const formula: Partial<IncentiveProgramme> = {
    qualifier: { kind: "given", fact: "index", unit: "points" },
    schedule: { method: "graduated", unit: "points", boundary: "reaches", tiers: [{ from: "0", rate: "1" }] },
  };
  const stated = (index: string) => ({ stated: [{ memberId: "A", facts: { index } }] });
  expect(earned(formula, [lineOf()], stated("12.345"))).toStrictEqual(["12.35"]);
  expect(earned(formula, [lineOf()])).toStrictEqual(["incentives.fact_missing"]);
});

test("free goods: one for each ten complete ones, counted and not paid in money", () => {
  const oneInTen: Partial<IncentiveProgramme> = {
    qualifier: { kind: "quantity", unit: "piece" },
    schedule: { method: "package", unit: "piece", size: "10", amount: "1", count: "complete" },
    rounding: { decimals: 0, mode: "down" },
    payout: { means: "free_goods", stages: [{ id: "all", share: "1" }], minimum: "0" },
    goods: { productId: "P1", unit: "piece" },
  };
  const counted = (programme: Partial<IncentiveProgramme>, quantity: number) => {
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf(programme)] }));
    accumulate(accumulator, [lineOf({ quantity })]);
    const [line] = settle(accumulator, { asOf: "2024-03-31" }).statements[0]?.lines ?? [];
    return [line?.earned?.amount, line?.goods?.quantity];
  };
  expect(counted(oneInTen, 39)).toStrictEqual(["0.00", "3"]);
  expect(counted(oneInTen, 40)).toStrictEqual(["0.00", "4"]);
});
