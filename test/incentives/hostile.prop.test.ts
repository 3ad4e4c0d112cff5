/** Whatever is handed in, each verb answers or names code and place of the first fault; a frozen input is never changed. */
import fc from "fast-check";
import * as incentives from "qudao/incentives";
import { isLibraryFault } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { altered, someJson } from "../support/altered.js";
import { draft, inForce, known } from "../support/incentive-policy.js";
import { programmeOf } from "../support/settlement.js";
import { revoked } from "../support/throwing.js";

const rounding = { decimals: 2, mode: "half_up" };
const money = { amount: "100", currency: "CNY" };
const figures = { amount: "1500", quantity: "3", baseline: "100", quota: "1000" };
const member = { id: "A", kind: "distributor", memberClass: "gold" };
const period = { start: "2024-01-01", end: "2024-04-01" };
const cny = { currency: "CNY", decimals: 2 };
const programme = programmeOf({ limits: [{ kind: "payment_cap", amount: "25" }] });

/** Every verb with arguments that it accepts. */
const calls: { readonly [verb: string]: readonly [(...given: never[]) => unknown, ...given: readonly unknown[]] } = {
  checkProgramme: [incentives.checkProgramme, programme],
  computeIncentive: [incentives.computeIncentive, figures, programme],
  computeOverrides: [
    incentives.computeOverrides,
    {
      saleId: "S",
      amount: money,
      sellers: [{ memberId: "A", share: "1", commission: "3" }],
      members: [
        { id: "A", uplineId: "B" },
        { id: "B", qualified: true },
      ],
    },
    {
      currency: "CNY",
      method: { kind: "fixed_levels", rates: ["0.06"] },
      unqualified: "passes_up",
      ceiling: { most: { rate: "0.05" }, cut: "pro_rata" },
      rounding,
    },
  ],
  splitQuota: [
    incentives.splitQuota,
    { total: "100", term: { start: "2024-01-01", end: "2024-07-01" }, served: { start: "2024-02-01", end: "2024-07-01" } },
    {
      window: { kind: "calendar", unit: "quarter" },
      weights: ["3", "4"],
      decimals: 0,
      remainder: "contract_order",
      partly: { by: "days", mode: "half_up" },
    },
  ],
  splitCredit: [
    incentives.splitCredit,
    { saleId: "S", amount: money, revenue: [{ memberId: "A", share: "1" }], overlays: [{ memberId: "M", share: "1" }], primaryId: "A" },
    { decimals: 2, remainder: "contract_order", shortfall: "refused" },
  ],
  attributeIncentive: [
    incentives.attributeIncentive,
    { lines: [{ id: "L", date: "2024-01-10", amount: "10", quantity: "1" }] },
    { programme, sliceValue: "average" },
  ],
  valueSellThrough: [
    incentives.valueSellThrough,
    {
      memberId: "A",
      period,
      opening: {
        stock: [{ productId: "P", purchase: { id: "B0", date: "2023-12-01", quantity: "4", amount: "40" }, quantity: "2", amount: "20" }],
        sold: [
          {
            lineId: "S0",
            date: "2023-12-02",
            productId: "P",
            quantity: "1",
            amount: "10",
            parts: [{ purchase: null, quantity: "1", amount: "10" }],
          },
        ],
      },
      purchases: [{ id: "B1", memberId: "A", productId: "P", date: "2024-01-05", quantity: 3, amount: "33.00", kind: "sale" }],
      sold: [
        { id: "S1", memberId: "A", productId: "P", date: "2024-01-06", quantity: 4, amount: "90.00", kind: "sale" },
        { id: "S2", memberId: "A", productId: "P", date: "2024-01-07", quantity: 1, amount: "20.00", kind: "return", originId: "S0" },
      ],
    },
    { currency: "CNY", basis: "fifo", shortage: "part_open", rounding },
  ],
  prorateProgramme: [
    incentives.prorateProgramme,
    { part: period, whole: { start: "2024-01-01", end: "2025-01-01" } },
    { programme, by: "months", rounding },
  ],
  listProgrammeWindows: [
    incentives.listProgrammeWindows,
    { agreement: { start: "2024-01-31", end: "2024-11-01" } },
    { ...programme, window: { kind: "agreement", every: { months: 3 } } },
  ],
  combineIncentives: [
    incentives.combineIncentives,
    { lines: [{ id: "L", amount: "10", quantity: "1" }], candidates: [{ programme, lineIds: ["L"] }] },
    {
      groups: [{ id: "G", priority: 1, combine: "reduce_base", reducedBy: [], excludes: [] }],
      members: [{ programmeId: "volume", groupId: "G", priority: 1 }],
    },
  ],
  collectProgrammePolicies: [
    incentives.collectProgrammePolicies,
    {
      programmes: [
        programmeOf({
          trigger: "paid",
          measures: [{ name: "m", of: "margin", scope: { include: { attributes: { project: ["metro"] } } } }],
          gates: [{ code: "host.m", kind: "min", fact: "m", min: "1", title: { en: "Enough", zh: "达标" } }],
          returns: "restate",
          negative: "recover",
          stacking: { groupId: "G", priority: 1 },
          payout: { means: "m", stages: [{ id: "all", share: "1" }], minimum: "0", dueDays: 1 },
          clawback: { kind: "share_of_earned", rate: "0.5" },
        }),
      ],
    },
    {
      groups: [{ id: "G", priority: 1, combine: "add", reducedBy: [], excludes: [] }],
      means: [{ id: "m", form: "money" }],
    },
  ],
  applyDraw: [
    incentives.applyDraw,
    { earned: "1", debt: "0", stage: "running" },
    { currency: "CNY", draw: "2", kind: "recoverable", rounding },
  ],
  applyGuarantee: [
    incentives.applyGuarantee,
    { earned: "1", surplus: "0", served: { part: period, whole: period } },
    { currency: "CNY", guarantee: "5", basis: "cumulative", paidAt: "end", prorateBy: "days", rounding },
  ],
  computeClawback: [
    incentives.computeClawback,
    { earningId: "E", earned: "10", paid: "5", takenBack: "0", ground: "return", date: "2024-01-01", remaining: "5" },
    { currency: "CNY", basis: { kind: "recomputed" }, rounding },
  ],
  planPayout: [
    incentives.planPayout,
    { items: [{ id: "I", means: "cash_reward", amount: money }], stages: { all: "due" }, carried: "0" },
    { ...cny, stages: [{ id: "all", share: "1" }], minimum: "1", means: incentives.incentiveMeans.slice(0, 3) },
  ],
  limitToBudget: [
    incentives.limitToBudget,
    { spent: "0", requests: [{ id: "R", amount: "5", date: "2024-01-01" }] },
    { ...cny, budget: "10", how: "pro_rata", remainder: "contract_order", alertAt: "0.8" },
  ],
  limitToCaps: [
    incentives.limitToCaps,
    {
      entries: [{ id: "1", saleId: "S", memberId: "A", programmeId: "P", date: "2024-01-01", amount: "5" }],
      withheld: [{ capId: "c", key: "A", amount: "1" }],
    },
    { currency: "CNY", caps: [{ id: "c", per: "member", most: "3", above: "kept" }] },
  ],
  startIncentivePolicy: [incentives.startIncentivePolicy, { programme, asOf: "2024-01-01" }],
  stepIncentivePolicy: [
    incentives.stepIncentivePolicy,
    draft,
    { type: "consultationOpened", asOf: "2024-01-01", by: "W", departments: ["f"] },
    known,
  ],
  availableIncentivePolicyEvents: [incentives.availableIncentivePolicyEvents, inForce, known],
  replayIncentivePolicy: [
    incentives.replayIncentivePolicy,
    { initial: draft, records: [{ event: { type: "withdrawn", asOf: "2024-01-01", by: "W", ground: "x" }, facts: {} }] },
    { onRefusal: "stop" },
  ],
  findPayablePeriod: [incentives.findPayablePeriod, { period, publishedOn: "2023-01-01" }, { effective: period }],
  computePayouts: [incentives.computePayouts, { period, publishedOn: "2023-01-01", members: [{ member, figures }] }, programme],
  checkFairness: [
    incentives.checkFairness,
    { publishedOn: "2023-01-01", grounds: [{ memberId: "A", ground: "x" }], paid: [{ member, figures, amount: "1" }] },
    programme,
  ],
  drawPayoutCurve: [incentives.drawPayoutCurve, { upTo: "1000", steps: 3, reference: { quota: "1" } }, programme],
  findNextTier: [incentives.findNextTier, { figures, order: { amount: "1", quantity: "1" }, step: "0.01" }, programme],
  lintProgramme: [
    incentives.lintProgramme,
    { programme, others: [programmeOf({ id: "other" })], stacked: ["x"], guarantee: "1", products: [{ productId: "P" }], reference: {} },
    { leastJump: "0.01" },
  ],
  compareProgrammes: [incentives.compareProgrammes, { members: [{ memberId: "A", figures }] }, { before: programme, after: programme }],
  computeIncentiveReturn: [incentives.computeIncentiveReturn, { upliftProfit: "1", cost: "2" }],
  rankContest: [
    incentives.rankContest,
    {
      entries: [
        { memberId: "A", figure: "1" },
        { memberId: "B", figure: "1" },
      ],
    },
    { ...cny, id: "c", least: "0", prizes: [{ means: "cash_reward", amount: "5" }], ties: "shared" },
  ],
  computeSpiff: [
    incentives.computeSpiff,
    { lines: [{ id: "L", sellerId: "Z", productId: "P", date: "2024-01-02", quantity: "2", kind: "sale" }] },
    { id: "s", currency: "CNY", effective: period, productIds: ["P"], perUnit: "5", mostUnits: "1", rounding },
  ],
  computeReferralFee: [
    incentives.computeReferralFee,
    {
      referrerId: "A",
      customerId: "C",
      referrals: [{ referrerId: "A", date: "2024-01-01" }],
      knownSince: null,
      order: { date: "2024-01-02", amount: money, paid: true },
    },
    { currency: "CNY", fee: { rate: "0.1" }, most: "5", withinDays: 10, rounding },
  ],
  decideRewards: [
    incentives.decideRewards,
    { subjectId: "D", asOf: "2024-01-01", known: { grade: "A" }, deposit: money },
    { subject: "member", rules: incentives.rewardCatalogue.slice(0, 2) },
  ],
  buildRewardPolicy: [incentives.buildRewardPolicy, { rules: incentives.rewardCatalogue.slice(0, 2) }],
  matchIncentiveNeeds: [
    incentives.matchIncentiveNeeds,
    { memberId: "D", needs: ["cash_flow"] },
    { means: incentives.incentiveMeans.slice(0, 3) },
  ],
  evaluateIncentivePackage: [
    incentives.evaluateIncentivePackage,
    { shortTermProfit: "1", scenarios: [{ profit: "1", probability: "1" }] },
    { currency: "CNY", riskAversion: "1" },
  ],
};

test("every verb of the room is here", () => {
  const verbs = Object.entries(incentives).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  expect(Object.keys(calls).sort()).toStrictEqual(verbs.sort());
});

describe.each(Object.entries(calls))("%s()", (_, [call, ...good]) => {
  test("answers what it accepts, in plain JSON", () => {
    const answer = (call as (...given: readonly unknown[]) => unknown)(...good);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    if (typeof answer === "object" && answer !== null && "ok" in answer) expect(answer.ok).toBe(true);
  });

  test("ends in an answer or in a fault with code and path, whatever it is given", () => {
    const given = fc.tuple(...good.map((whole) => fc.oneof({ weight: 1, arbitrary: someJson }, { weight: 3, arbitrary: altered(whole) })));
    fc.assert(
      fc.property(given, (values) => {
        try {
          const answer = call(...(values as never[]));
          expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
        } catch (caught) {
          if (!isLibraryFault(caught)) throw caught;
          expect([typeof caught.code, typeof caught.path]).toStrictEqual(["string", "string"]);
        }
      }),
      { seed: 20240101, numRuns: 400 },
    );
  });

  test("answers or faults what throws when it is read", () => {
    good.forEach((__, i) => {
      const values = good.map((one, j) => (i === j ? revoked() : one));
      try {
        call(...(values as never[]));
      } catch (caught) {
        if (!isLibraryFault(caught)) throw caught;
      }
    });
  });
});
