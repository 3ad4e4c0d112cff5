/** Policies of the incentives that their verbs accept, and a call that reads all of each. */
import {
  applyDraw,
  applyGuarantee,
  attributeIncentive,
  type CapPolicy,
  type ClawbackPolicy,
  type ContestPolicy,
  type CreditSplitPolicy,
  combineIncentives,
  compareProgrammes,
  computeClawback,
  computeOverrides,
  computeReferralFee,
  computeSpiff,
  type DrawPolicy,
  decideRewards,
  evaluateIncentivePackage,
  type GuaranteePolicy,
  type IncentiveAttributionPolicy,
  type IncentiveBudgetPolicy,
  type IncentivePackagePolicy,
  type LintPolicy,
  limitToBudget,
  limitToCaps,
  lintProgramme,
  type OverridePolicy,
  type PayoutPlanPolicy,
  type ProgrammeComparisonPolicy,
  type ProgrammeProrationPolicy,
  planPayout,
  prorateProgramme,
  type QuotaSplitPolicy,
  type ReferralFeePolicy,
  type RewardDecisionPolicy,
  rankContest,
  type SpiffPolicy,
  type StackingPolicy,
  splitCredit,
  splitQuota,
} from "qudao/incentives";
import { type SimulationPolicy, simulateProgrammes } from "qudao/settlement";
import { dealer, lineOf, programmeOf } from "./settlement.js";

const use = <P>(policies: readonly P[], call: (policy: P) => unknown) => ({ policies, call: call as (policy: unknown) => unknown });
const titles = { en: "title", zh: "标题" };
const currency = "CNY";
const rounding = { decimals: 2, mode: "half_up" } as const;
const programme = programmeOf();
const start = "2024-01-01";
const served = { part: { start, end: "2024-03-01" }, whole: { start, end: "2024-04-01" } };
const line = { id: "L1", date: "2024-02-10", amount: "100", quantity: "1" };
const when = { code: "host.grade", kind: "one_of", fact: "grade", values: ["A"], title: titles } as const;
const rule = { titles, subject: "member", effect: "penalty", when, period: titles } as const;

/** Keys are names of `policySchemas`. */
export const incentivePolicyUses = {
  CapPolicy: use<CapPolicy>(
    [
      {
        currency,
        caps: [
          { id: "sale", per: "sale", most: "50", above: "forfeited" },
          { id: "month", per: "member", most: "80", above: "kept" },
        ],
      },
    ],
    (policy) =>
      limitToCaps(
        { entries: [{ id: "E", saleId: "S", memberId: "A", programmeId: "P", date: start, amount: "70" }], withheld: [] },
        policy,
      ),
  ),
  ClawbackPolicy: use<ClawbackPolicy>(
    [
      { currency, basis: { kind: "recomputed" }, rounding },
      { currency, basis: { kind: "share_of_earned", rate: "0.5" }, rounding },
      { currency, basis: { kind: "unserved_time", by: "days" }, rounding },
    ],
    (policy) =>
      computeClawback(
        { earningId: "E", earned: "9", paid: "6", takenBack: "0", ground: "return", date: start, remaining: "4", served },
        policy,
      ),
  ),
  ContestPolicy: use<ContestPolicy>(
    [{ id: "C", currency, decimals: 2, least: "10", prizes: [{ means: "cash", amount: "500" }, { means: "trip" }], ties: "each" }],
    (policy) => rankContest({ entries: [{ memberId: "A", figure: "20" }] }, policy),
  ),
  CreditSplitPolicy: use<CreditSplitPolicy>([{ decimals: 2, remainder: "contract_order", shortfall: "refused" }], (policy) =>
    splitCredit(
      { saleId: "S", amount: { amount: "10", currency }, revenue: [{ memberId: "A", share: "1" }], overlays: [], primaryId: "A" },
      policy,
    ),
  ),
  QuotaSplitPolicy: use<QuotaSplitPolicy>(
    [
      {
        window: { kind: "calendar", unit: "quarter" },
        weights: ["3", "4"],
        decimals: 0,
        remainder: "contract_order",
        partly: { by: "days", mode: "half_up" },
      },
    ],
    (policy) => splitQuota({ total: "100", term: { start, end: "2024-07-01" } }, policy),
  ),
  DrawPolicy: use<DrawPolicy>([{ currency, draw: "2000", kind: "recoverable", rounding }], (policy) =>
    applyDraw({ earned: "1500", debt: "0", stage: "running" }, policy),
  ),
  GuaranteePolicy: use<GuaranteePolicy>(
    [{ currency, guarantee: "1000", basis: "cumulative", paidAt: "end", prorateBy: "days", rounding }],
    (policy) => applyGuarantee({ earned: "10", surplus: "0", served }, policy),
  ),
  IncentiveAttributionPolicy: use<IncentiveAttributionPolicy>([{ programme, sliceValue: "average" }], (policy) =>
    attributeIncentive({ lines: [line] }, policy),
  ),
  IncentiveBudgetPolicy: use<IncentiveBudgetPolicy>(
    [{ currency, budget: "100", how: "pro_rata", decimals: 2, remainder: "contract_order", alertAt: "0.8" }],
    (policy) => limitToBudget({ spent: "0", requests: [] }, policy),
  ),
  IncentivePackagePolicy: use<IncentivePackagePolicy>([{ currency, riskAversion: "0.1" }], (policy) =>
    evaluateIncentivePackage({ shortTermProfit: "10", scenarios: [{ profit: "5", probability: "1" }] }, policy),
  ),
  LintPolicy: use<LintPolicy>([{ leastJump: "0" }], (policy) =>
    lintProgramme({ programme, others: [], stacked: [], products: [], reference: {} }, policy),
  ),
  OverridePolicy: use<OverridePolicy>(
    [
      { currency, method: { kind: "fixed_levels", rates: ["0.3", "0.06"] }, unqualified: "passes_up", ceiling: null, rounding },
      {
        currency,
        method: { kind: "differential", rates: [{ rank: "gold", rate: "0.12" }] },
        unqualified: "lapses",
        ceiling: { most: { rate: "0.4" }, cut: "farthest_first" },
        rounding,
      },
      {
        currency,
        method: { kind: "on_commission", of: "seller", rates: ["0.2"] },
        unqualified: "lapses",
        ceiling: { most: { amount: "90" }, cut: "pro_rata" },
        rounding,
      },
      {
        currency,
        method: {
          kind: "lower_of_plans",
          plans: [
            { plan: "basic", base: "50", rates: ["0.05"] },
            { plan: "full", base: null, rates: [] },
          ],
        },
        unqualified: "lapses",
        ceiling: null,
        rounding,
      },
    ],
    (policy) =>
      computeOverrides(
        {
          saleId: "S",
          amount: { amount: "0", currency: policy.currency },
          sellers: [{ memberId: "A", share: "1", commission: "0" }],
          members: [{ id: "A", rank: "gold", plan: "basic", qualified: true }],
        },
        policy,
      ),
  ),
  PayoutPlanPolicy: use<PayoutPlanPolicy>(
    [
      {
        currency,
        decimals: 2,
        stages: [
          { id: "now", share: "0.75" },
          { id: "year", share: "0.25" },
        ],
        minimum: "200",
        means: [{ id: "cash", form: "money" }],
      },
    ],
    (policy) =>
      planPayout({ items: [], stages: Object.fromEntries(policy.stages.map(({ id }) => [id, "due" as const])), carried: "0" }, policy),
  ),
  ProgrammeComparisonPolicy: use<ProgrammeComparisonPolicy>([{ before: programme, after: programmeOf({ version: "2" }) }], (policy) =>
    compareProgrammes({ members: [] }, policy),
  ),
  ProgrammeProrationPolicy: use<ProgrammeProrationPolicy>([{ programme, by: "days", rounding }], (policy) =>
    prorateProgramme(served, policy),
  ),
  ReferralFeePolicy: use<ReferralFeePolicy>(
    [
      { currency, fee: { rate: "0.05" }, most: "500", withinDays: 90, rounding },
      { currency, fee: { amount: "100" }, most: null, withinDays: 30, rounding },
    ],
    (policy) =>
      computeReferralFee(
        {
          referrerId: "A",
          customerId: "C",
          referrals: [{ referrerId: "A", date: start }],
          knownSince: null,
          order: { date: "2024-01-20", amount: { amount: "90", currency: policy.currency }, paid: true },
        },
        policy,
      ),
  ),
  RewardDecisionPolicy: use<RewardDecisionPolicy>(
    [
      {
        subject: "member",
        rules: [
          { ...rule, id: "cash", effect: "reward", consequence: { kind: "means", means: "cash", amount: { amount: "5", currency } } },
          { ...rule, id: "warn", consequence: { kind: "warning" } },
          { ...rule, id: "cut", consequence: { kind: "concession_cut", rate: "0.02", months: null } },
          { ...rule, id: "hold", consequence: { kind: "supply_hold", days: 30 } },
          { ...rule, id: "deposit", consequence: { kind: "deposit_deduction", amount: null } },
          { ...rule, id: "review", consequence: { kind: "review", about: "exit" } },
        ],
      },
    ],
    (policy) => decideRewards({ subjectId: "A", asOf: start, known: {} }, policy),
  ),
  SimulationPolicy: use<SimulationPolicy>(
    [
      {
        currency,
        sources: "count",
        members: [dealer],
        versions: [
          { id: "now", titles, programmes: [programme] },
          { id: "next", titles, programmes: [] },
        ],
      },
    ],
    (policy) => simulateProgrammes({ asOf: "2024-07-01", lines: [lineOf()] }, policy),
  ),
  SpiffPolicy: use<SpiffPolicy>(
    [{ id: "S", currency, effective: { start, end: "2024-04-01" }, productIds: ["P1"], perUnit: "5", mostUnits: "100", rounding }],
    (policy) => computeSpiff({ lines: [] }, policy),
  ),
  StackingPolicy: use<StackingPolicy>(
    [
      {
        groups: [
          { id: "a", priority: 1, combine: "add", reducedBy: [], excludes: [] },
          { id: "b", priority: 2, combine: "reduce_base", reducedBy: ["a"], excludes: [] },
        ],
        members: [{ programmeId: "volume", groupId: "a", priority: 1 }],
      },
    ],
    (policy) => combineIncentives({ lines: [], candidates: [] }, policy),
  ),
};
