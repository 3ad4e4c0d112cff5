/** Whatever JSON a host hands in, every function answers, reports a problem, or ends in a fault with a code and a place. */

import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import {
  buildCoordinatingContract,
  checkQuotaPolicy,
  compareExclusivity,
  computeChannelProfit,
  computeEntryConcession,
  computeExclusivityBreakEven,
  computeExclusivityCompensation,
  computeExclusivityCost,
  computeForceCrossover,
  computeGoodwillIndemnity,
  computeLinearChannel,
  computeMaturityMargin,
  computeNashBargain,
  computeNewsvendor,
  computeNormativeShares,
  computeOfficeBenefit,
  computeProfitQuotas,
  computeProfitShare,
  computePurchaseShortfall,
  computeScenarioProfit,
  computeShapleyValue,
  computeSwitchingCost,
  convertContract,
  detectExclusivityGaps,
  evaluateLinearContract,
  evaluateNewsvendorContract,
  evaluateRiskSharing,
  evaluateSwitch,
  exampleQuotaPolicy,
  inferSwitchingCosts,
  splitByRatio,
  splitWaterfall,
} from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { altered, someJson } from "../support/altered.js";
import { cents } from "../support/sharing.js";

const currency = "CNY";
const amount = { amount: "100", currency };
const split = { decimals: 2, remainder: "contract_order" };
const title = { en: "Step", zh: "步骤" };
const parties = [
  { partyId: "A", share: "0.5" },
  { partyId: "B", share: "0.5" },
];
const market = { currency, price: "10", salvage: "1", makerCost: "3", dealerCost: "1", makerGoodwill: "1", dealerGoodwill: "1" };
const places = { quantity: cents, salesDecimals: 6, profit: cents };
const demands = [
  { kind: "normal", mean: "100", deviation: "30" },
  { kind: "lognormal", logMean: "4", logDeviation: "0.5" },
  { kind: "poisson", mean: "20" },
  { kind: "uniform", from: "0", to: "100" },
  { kind: "empirical", seen: [{ demand: "5", weight: "1" }] },
];
const contracts = [
  { kind: "wholesale", unitPrice: "5" },
  { kind: "two_part", unitPrice: "5", fee: "10" },
  { kind: "buy_back", unitPrice: "5", credit: "2", salvage: "kept" },
  { kind: "revenue_share", unitPrice: "1", keeps: "0.6" },
  { kind: "quantity_discount", dealerShare: "0.5" },
];
const periods = [{ period: 0, lost: "10", gained: "1", evidenceIds: ["E"] }];
const member = (memberId: string, memberClass: string) => ({
  memberId,
  memberClass,
  factors: { yearlySales: "1", managementLevel: "1", cooperationSpirit: "1", serviceLevel: "1", downstreamCustomers: "1" },
});

/** A function and good arguments of it, one list or several. */
const cases: readonly (readonly [call: (...given: readonly never[]) => unknown, ...goods: readonly (readonly unknown[])[]])[] = [
  [splitByRatio, [{ amount }, { parties, basis: "shares", ...split }]],
  [
    splitWaterfall,
    [
      { amount },
      {
        ...split,
        steps: [
          { kind: "claims", title, claims: [{ partyId: "A", amount: "10" }] },
          { kind: "preferred_return", title, claims: [{ partyId: "A", capital: "10", rate: "0.1" }] },
          { kind: "catch_up", title, partyId: "B", share: "0.2" },
          { kind: "share", title, parties },
        ],
      },
    ],
  ],
  [
    computeProfitShare,
    [
      { currency, income: "100", losses: "20", deficits: [{ periodsAgo: 1, amount: "5" }], guaranteeSurplus: "0" },
      {
        share: "0.5",
        expenseAllowance: "0.1",
        carry: { kind: "periods", count: 3 },
        holdback: { rate: "0.1", when: "after_share" },
        guarantee: { amount: "10", kind: "cumulative" },
        rounding: cents,
      },
    ],
  ],
  [computeProfitQuotas, [{ members: [member("A", "agent"), member("D", "distributor")], amount }, exampleQuotaPolicy]],
  [checkQuotaPolicy, [exampleQuotaPolicy]],
  [
    computeShapleyValue,
    [
      {
        currency,
        partyIds: ["A", "B"],
        coalitions: [
          { partyIds: ["A"], value: "1" },
          { partyIds: ["B"], value: "2" },
          { partyIds: ["A", "B"], value: "5" },
        ],
      },
      split,
    ],
  ],
  [
    computeNashBargain,
    [
      { total: amount, parties: [{ partyId: "A", fallback: "1" }] },
      { powers: [{ partyId: "A", power: "1" }], ...split },
    ],
  ],
  [
    computeEntryConcession,
    [
      { currency, volumes: ["1", "3"], makerUnitMargin: "5" },
      { base: "1", perVariation: "2", rounding: cents },
    ],
  ],
  [
    computeMaturityMargin,
    [
      { maturity: "0.5", currency, unitPrice: "10" },
      {
        stages: [
          { from: "0", margin: "0.3" },
          { from: "1", margin: "0.1" },
        ],
        between: "line",
        rateRounding: cents,
        rounding: cents,
      },
    ],
  ],
  [
    computeOfficeBenefit,
    [
      { currency, gains: [{ kind: "added_sales", volume: "1", perUnit: "2" }], costs: [{ kind: "staff", amount: "1" }] },
      { rounding: cents },
    ],
  ],
  [
    computeExclusivityCost,
    [
      { currency, droppedLines: [{ productLineId: "L", volume: "1", unitProfit: "2" }], remainingVolume: "3", sharedSellingCost: "4" },
      { risk: { kind: "rate", rate: "0.1" }, rounding: cents },
    ],
  ],
  [
    computeExclusivityCompensation,
    [
      { asOf: "2024-01-01", currency, term: { start: "2024-01-01", end: "2025-01-01" }, periods, investments: ["1"] },
      { discountRate: "0.05", risk: { kind: "rate", rate: "0.1" }, evidence: "required", cap: "5", reviewMonths: 3, rounding: cents },
    ],
  ],
  [detectExclusivityGaps, [{ exclusive: true, agreed: { lost_profit: true, risk_income: false } }]],
  [
    computeExclusivityBreakEven,
    [
      { currency, unitMargin: "2", compensation: "3", periods: [{ period: 0, addedVolume: "1", support: "1" }] },
      { discountRate: "0.05", volumeDecimals: 0, rounding: cents },
    ],
  ],
  [
    compareExclusivity,
    [
      {
        currency,
        exclusive: [0, 1].map((period) => ({ period, profit: "1" })),
        multiBrand: [0, 1].map((period) => ({ period, profit: "2" })),
      },
      { discountRate: "0.05", shortPeriods: 1, longPeriods: 2, rounding: cents },
    ],
  ],
  [
    evaluateRiskSharing,
    [
      {
        currency,
        cooperating: [{ probability: "1", profit: "10" }],
        defecting: [{ probability: "1", profit: "5" }],
        parties: [{ partyId: "A", reservation: "1", effort: "1" }],
      },
      { shares: [{ partyId: "A", base: "5", upside: "1", downside: "1" }], ...split },
    ],
  ],
  [computeLinearChannel, [{ currency, intercept: "10", slope: "1", unitCost: "2", dealers: 2 }, { rounding: cents }]],
  [
    evaluateLinearContract,
    ...[...contracts.slice(0, 2), contracts[3], { kind: "profit_share", unitPrice: "2", keeps: "0.5" }].map((contract) => [
      { currency, intercept: "10", slope: "1", unitCost: "2" },
      { contract, rounding: cents },
    ]),
  ],
  [computeNewsvendor, ...demands.map((demand) => [{ ...market, demand }, places])],
  [
    evaluateNewsvendorContract,
    ...contracts.map((contract) => [
      { ...market, demand: demands[3] },
      { ...places, contract },
    ]),
  ],
  [
    buildCoordinatingContract,
    ...contracts.map(({ kind }) => [
      { ...market, demand: demands[3] },
      { ...places, kind, dealerShare: "0.5" },
    ]),
  ],
  [convertContract, ...contracts.slice(2, 4).map((contract) => [{ currency, price: "10", salvage: "1" }, { contract }])],
  [
    computeNormativeShares,
    ...(["shares", "ranks"] as const).map((measured) => [
      { measured, rows: [{ task: "promotion", costShare: "1", potential: "high", done: [{ memberId: "A", share: "1" }] }] },
      { potentials: { high: "2", medium: "1", low: "1" }, decimals: 4 },
    ]),
  ],
  [
    computeChannelProfit,
    [
      { currency, endPrice: "10", unitCost: "2", units: "3", expense: "1", marketUnits: "9" },
      {
        retailerDiscount: "0.1",
        distributorDiscount: "0.1",
        agentCommission: "0.1",
        transactionCost: "0.1",
        rounding: cents,
        ratioDecimals: 4,
      },
    ],
  ],
  [
    computeForceCrossover,
    [
      { currency, agent: { fixedCost: "0", costShare: "0.2" }, ownForce: { fixedCost: "9", costShare: "0.1" }, sales: "50" },
      { rounding: cents },
    ],
  ],
  [
    computeScenarioProfit,
    [
      {
        currency,
        alternatives: [
          {
            id: "A",
            scenarios: [{ id: "S", probability: "1", volume: "1", unitMargin: "2" }],
            fixedCost: "1",
            credit: { defaultProbability: "0.1", lossGivenDefault: "0.5", exposure: "9", capital: "1" },
          },
        ],
      },
      { hurdleRate: "0.1", rounding: cents },
    ],
  ],
  [
    computeSwitchingCost,
    [
      {
        currency,
        search: "1",
        training: "1",
        setUp: "1",
        stockTakeBack: "1",
        contractExit: "1",
        writeOffs: "1",
        rampUp: [{ target: "2", expected: "1" }],
        unitMargin: "1",
        salvage: "1",
      },
      { rounding: cents },
    ],
  ],
  [evaluateSwitch, [{ currency, keep: "1", candidates: [{ candidateId: "N", replace: "2", switchingCost: "1" }] }, { tolerance: "1" }]],
  [
    computePurchaseShortfall,
    [
      { currency, committed: "2", purchased: "1" },
      { unitMargin: "1", consequence: "pay_margin", rounding: cents },
    ],
  ],
  [
    computeGoodwillIndemnity,
    [
      { currency, lastYearCommission: "10", yearlyCommissions: ["10"] },
      {
        jurisdiction: "example",
        source: "table",
        attritionRate: "0.2",
        years: 3,
        discountRate: "0.05",
        capYears: 5,
        rounding: cents,
      },
    ],
  ],
  [
    inferSwitchingCosts,
    [
      { currency, one: { brandId: "A", price: "2", customers: "1" }, other: { brandId: "B", price: "1", customers: "1" } },
      { rounding: cents },
    ],
  ],
];

test.each(cases.map(([call, ...goods]) => [call.name, call, goods] as const))("%s", (_, call, goods) => {
  const given = fc
    .constantFrom(...goods)
    .chain((good) => fc.tuple(...good.map((whole) => fc.oneof(someJson, fc.constant(whole), altered(whole)))));
  const seen = { faults: 0, answers: 0 };
  fc.assert(
    fc.property(given, (values) => {
      try {
        const answer = call(...(values as never[]));
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
        seen.answers++;
      } catch (caught) {
        if (!isLibraryFault(caught)) throw caught;
        expect([typeof caught.code, typeof caught.path]).toStrictEqual(["string", "string"]);
        seen.faults++;
      }
    }),
    { seed: 20240101, numRuns: 500 },
  );
  expect(seen.faults).toBeGreaterThan(50);
  expect(seen.answers).toBeGreaterThan(5);
});
