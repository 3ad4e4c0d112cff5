/** For every policy that can be parsed: policies that its verb accepts, and a call that reads all of it. */
import { evaluateAdmission, exampleAgentPolicy, exampleDistributorPolicy, rankAgentCandidates } from "qudao/admission";
import { checkAgreement, clauseCatalogue, legalTags } from "qudao/agreements";
import {
  decideOrder,
  exampleCreditPolicy,
  exampleDunningLadder,
  exampleLimitProposalPolicy,
  findDunningSteps,
  type PaymentTerm,
  proposeCreditLimit,
  splitInvoiceByTerm,
} from "qudao/credit";
import {
  askRules,
  type CriterionData,
  evaluateTiers,
  type ProcedureTemplate,
  type Scorecard,
  scoreMember,
  startProcedure,
} from "qudao/engine";
import { collectProgrammePolicies, computeIncentive, type IncentiveProgramme, valueSellThrough } from "qudao/incentives";
import {
  convertMoney,
  convertQuantity,
  type ExchangePolicy,
  findNextOccurrence,
  isWorkday,
  listPeriods,
  type PeriodRule,
  type Schedule,
  type UnitTable,
  type WorkCalendar,
} from "qudao/kernel";
import { startMember, stepMember } from "qudao/lifecycle";
import { checkNetwork, permittedFlows } from "qudao/network";
import { evaluateProgrammeTier, evaluateReview, type ProgrammeTierPolicy, type ReviewPolicy, scoreMembers } from "qudao/performance";
import { findPrice, type PricePolicy } from "qudao/pricing";
import { computeProfitQuotas, exampleQuotaPolicy, splitWaterfall, type WaterfallPolicy } from "qudao/profit-sharing";
import type { PolicyName } from "qudao/schemas";
import { openAccumulator } from "qudao/settlement";
import { agentApplication, distributorApplication } from "./admission.js";
import { policy as memberPolicy } from "./channel-member.js";
import { channelProcess, workWeek } from "./channel-procedure.js";
import { account, claim, ledger, limitOf } from "./credit.js";
import { creditPolicyUses } from "./credit-policies.js";
import { incentivePolicyUses } from "./incentive-policies.js";
import { quarterCard } from "./performance-card.js";
import { performancePolicyUses } from "./performance-policies.js";
import { settlementPolicyUses } from "./settlement-policies.js";

const title = { en: "title", zh: "标题" };
const rounding = { decimals: 2, mode: "half_up" } as const;
const asOf = "2024-03-15";

const price: PricePolicy = {
  lists: [
    {
      id: "L",
      title,
      currency: "CNY",
      tax: "tax_excluded",
      memberClass: "gold",
      start: "2024-01-01",
      end: "2025-01-01",
      prices: [
        { productId: "p", unitPrice: "10" },
        { productId: "p", from: "100", unitPrice: "9" },
      ],
      categoryPrices: [{ categoryId: "c", unitPrice: "11" }],
    },
  ],
  specials: [
    { id: "S1", memberId: "D1", productId: "p", start: "2024-01-01", gives: { kind: "discount", rate: "0.1" } },
    {
      id: "S2",
      categoryId: "c",
      start: "2024-01-01",
      from: "5",
      gives: { kind: "unit_price", unitPrice: "8", currency: "CNY", tax: "tax_included" },
    },
  ],
  privileges: [{ id: "P", title, memberClass: "gold", productId: "p", start: "2024-01-01" }],
  floors: [{ id: "F", productId: "p", unitPrice: "7", currency: "CNY", tax: "tax_excluded" }],
  choose: "lowest",
  tax: "tax_excluded",
  taxRate: "0.13",
  rounding,
};

const term: PaymentTerm = {
  id: "T",
  titles: title,
  rank: 1,
  instalments: [
    { share: "0.3", due: { kind: "prepayment" } },
    { share: "0.3", due: { kind: "end_of_month", months: 1, days: 5 } },
    { share: "0.4", due: { kind: "acceptance_bill", days: 10, tenorMonths: 3 } },
  ],
  discount: { rate: "0.02", days: 10 },
  decimals: 2,
  remainder: "contract_order",
  rounding: "half_up",
};

const scorecard: Scorecard = {
  version: "1",
  weights: "shares",
  minimumCoverage: "0.5",
  places: 1,
  rounding: "half_up",
  knockOutGrade: "C",
  criteria: [
    { code: "a", title, fact: "a", weight: "0.5", scale: { kind: "linear", full: "10", from: "0", to: "1" }, missing: { then: "fail" } },
    {
      code: "b",
      title,
      fact: "b",
      weight: "0.3",
      scale: { kind: "points", full: "5", below: "0", rows: [{ from: "1", points: "5" }] },
      missing: { then: "neutral", points: "2" },
      knockOutBelow: "1",
    },
    {
      code: "c",
      title,
      fact: "c",
      weight: "0.2",
      scale: { kind: "deduction", full: "10", better: "higher", target: "1", step: "0.1", deduct: "1", partialStep: "counts" },
      missing: { then: "carry", maxAgePeriods: 2, otherwise: "exclude" },
    },
  ],
  grades: [
    { grade: "C", from: "0" },
    { grade: "A", from: "60", to: "100" },
  ],
};

const waterfall: WaterfallPolicy = {
  steps: [
    { kind: "claims", title, claims: [{ partyId: "A", amount: "10" }] },
    { kind: "preferred_return", title, claims: [{ partyId: "A", capital: "100", rate: "0.08" }] },
    { kind: "catch_up", title, partyId: "B", share: "0.2" },
    { kind: "share", title, parties: [{ partyId: "A", share: "1" }], upTo: "50" },
    {
      kind: "share",
      title,
      parties: [
        { partyId: "A", share: "0.8" },
        { partyId: "B", share: "0.2" },
      ],
    },
  ],
  decimals: 2,
  remainder: "contract_order",
};

const reviews: ReviewPolicy = {
  triggers: [
    { code: "twice", title, when: { kind: "grades", grades: ["C"], inRow: 2 }, consequence: "downgrade" },
    { code: "fall", title, when: { kind: "drop", points: "10" }, consequence: "warn" },
  ],
};

const tiers: ProgrammeTierPolicy = {
  tiers: [
    { tier: "basic", title, rule: { kind: "all_thresholds", thresholds: [] } },
    { tier: "silver", title, rule: { kind: "all_thresholds", thresholds: [{ metric: "sales", atLeast: "100" }] } },
    {
      tier: "gold",
      title,
      rule: { kind: "points", tracks: [{ track: "t", minimum: "50", metrics: [{ metric: "sales", threshold: "200", max: "60" }] }] },
    },
  ],
  demotionReviews: 2,
  minimumStayMonths: 12,
  keepMargin: "0.1",
  earnedWithinMonths: 5,
  reviewMonths: 3,
};

const programme: IncentiveProgramme = {
  id: "volume",
  version: "1",
  titles: title,
  currency: "CNY",
  effective: { start: "2024-01-01", end: "2025-01-01" },
  earner: { kinds: ["agent"] },
  scope: { include: { brandIds: ["B"] } },
  window: { kind: "calendar", unit: "quarter" },
  qualifier: { kind: "amount" },
  payOn: "qualifier",
  schedule: {
    method: "graduated",
    unit: "CNY",
    boundary: "reaches",
    tiers: [
      { from: "0", rate: "0" },
      { from: "100", rate: "0.1" },
    ],
  },
  limits: [{ kind: "payment_cap", amount: "50" }],
  rounding,
};

const termed: IncentiveProgramme = {
  ...programme,
  publishedOn: "2024-02-01",
  caps: [{ id: "each", per: "member", most: "40", above: "kept" }],
  guarantee: { amount: "10", basis: "each_period", paidAt: "end", prorateBy: "days" },
  budget: { amount: "1000", how: "pro_rata", remainder: "contract_order", alertAt: "0.8" },
  timetable: { accrueEvery: { kind: "calendar", unit: "month" }, graceDays: 10 },
};

const order = { id: "O-1", memberId: "D1", currency: "CNY", amount: "30" };
const books = ledger({
  accounts: [account(limitOf("100"))],
  items: [claim({ amount: "80", currency: "USD", dueOn: "2024-12-31" }), claim({ id: "B", amount: "5" })],
});
const member = startMember({ id: "R-1", jurisdiction: "CN", origin: "direct" });
const scored = { status: "scored", version: "1", score: "50", grade: "C", knockedOutBy: [] } as const;

const use = <P>(policies: readonly P[], call: (policy: P) => unknown) => ({ policies, call: call as (policy: unknown) => unknown });

/** Keys are the names of `policySchemas`. */
export const policyUses: {
  readonly [N in PolicyName]: { readonly policies: readonly unknown[]; readonly call: (policy: unknown) => unknown };
} = {
  ...creditPolicyUses,
  ...performancePolicyUses,
  ...incentivePolicyUses,
  ...settlementPolicyUses,
  AccumulatorPolicy: use(
    [
      {
        currency: "CNY",
        sources: "count",
        programmes: [programme],
        members: [
          { id: "A", title, kind: "agent", memberClass: "gold", payoutCurrency: "USD" },
          { id: "B", kind: "distributor", uplineId: "A" },
        ],
        payout: { convertOn: "window_end", rounding: "half_up" },
      },
    ],
    (policy) => openAccumulator(policy as never),
  ),
  AdmissionPolicy: use([exampleAgentPolicy, exampleDistributorPolicy], (policy) => {
    const { kind } = policy as { readonly kind: string };
    return evaluateAdmission(kind === "agent" ? agentApplication : distributorApplication, policy as never);
  }),
  AgentRankingPolicy: use([exampleAgentPolicy.ranking, { ...exampleAgentPolicy.ranking, cutOff: null, ties: "dense" }], (policy) =>
    rankAgentCandidates({ candidates: [] }, policy as never),
  ),
  AgreementPolicy: use(
    [
      {
        clauses: clauseCatalogue.slice(0, 3),
        criteria: [
          { code: "host.size", title, kind: "min", fact: "agreement.size", min: "3", weight: "advisory", waivable: true },
          {
            code: "host.any",
            title,
            kind: "any_of",
            of: [
              { kind: "is_true", fact: "exclusive" },
              { kind: "one_of", fact: "kind", values: ["trial"] },
            ],
          },
        ],
        legalTags: legalTags.slice(0, 2),
      },
    ],
    (policy) =>
      checkAgreement(
        {
          agreement: { id: "AG", kind: "trial", partyIds: ["D1"], start: "2024-01-01", end: "2024-06-01", clauses: [] },
          stage: "text",
          asOf,
        } as never,
        policy as never,
      ),
  ),
  CreditPolicy: use(
    [
      exampleCreditPolicy,
      {
        ...exampleCreditPolicy,
        exposure: {
          ...exampleCreditPolicy.exposure,
          exchange: { rates: [{ from: "USD", to: "CNY", rate: "7", asOf, source: "bank" }], via: "allow_inverse" },
          horizonDays: 30,
        },
        rules: [
          { id: "1", kind: "block", scope: { kind: "all" }, test: { metric: "overdue_amount", amount: "5", shareOfLimit: "0.1" } },
          { id: "2", kind: "exclusion", scope: { kind: "member", id: "D1" }, test: { metric: "days_overdue", days: 9 }, releases: true },
          { id: "3", kind: "block", scope: { kind: "group", id: "G" }, test: { metric: "account_status", statuses: ["bad"] } },
          { id: "4", kind: "block", scope: { kind: "all" }, test: { metric: "limit_used", share: "0.9" } },
          { id: "5", kind: "exclusion", scope: { kind: "all" }, test: { metric: "limit_exceeded", by: "0", shareOfLimit: "0.1" } },
          { id: "6", kind: "block", scope: { kind: "all" }, test: { metric: "part_exceeded", component: "open_orders", amount: "1000" } },
        ],
      },
    ],
    (policy) => decideOrder({ asOf, checkpoint: "order", order, ledger: books }, policy as never),
  ),
  DunningLadder: use([exampleDunningLadder], (ladder) =>
    findDunningSteps({ asOf, items: [claim()], notices: [] } as never, ladder as never),
  ),
  IncentiveProgramme: use([programme, termed], (policy) => [
    computeIncentive({ amount: "500", quantity: "5", baseline: "100", quota: "400" }, policy as never),
    collectProgrammePolicies({ programmes: [policy as never] }, { groups: [], means: [] }),
  ]),
  LimitProposalPolicy: use([exampleLimitProposalPolicy, { ...exampleLimitProposalPolicy, most: "50000" }], (policy) =>
    proposeCreditLimit({ monthlySales: ["100"], termMonths: "1", grade: "A", standing: "established" }, policy as never),
  ),
  MembersPolicy: use(
    [{ scorecard: quarterCard, accruing: ["quota_attainment"], minimumDays: 30, ranking: { ties: "dense", knockedOut: "unranked" } }],
    (policy) => scoreMembers({ period: { start: "2024-01-01", end: "2024-04-01" }, members: [] }, policy as never),
  ),
  MemberPolicy: use([memberPolicy], (policy) =>
    member.ok ? stepMember(member.value, { type: "applied", asOf }, { ...(policy as object), missingDocuments: [] } as never) : undefined,
  ),
  NetworkPolicy: use([{ flows: permittedFlows.slice(0, 3), directShareMost: "0.2", namedAccountIds: ["C1"] }], (policy) =>
    checkNetwork({ participants: [], relations: [] } as never, policy as never),
  ),
  PaymentTerm: use([term], (given) =>
    splitInvoiceByTerm({ total: { amount: "100", currency: "CNY" }, invoicedOn: asOf, orderedOn: asOf } as never, given as never),
  ),
  PricePolicy: use([price], (policy) =>
    findPrice(
      {
        asOf,
        memberId: "D1",
        memberClass: "gold",
        territoryIds: ["N"],
        productId: "p",
        categoryId: "c",
        quantity: "5",
        currency: "CNY",
      } as never,
      policy as never,
    ),
  ),
  ProgrammeTierPolicy: use([tiers], (policy) =>
    evaluateProgrammeTier({ asOf, values: { sales: "150" }, current: null, reviewsBelow: 0 } as never, policy as never),
  ),
  QuotaPolicy: use([exampleQuotaPolicy], (policy) =>
    computeProfitQuotas({ members: [{ memberId: "A", memberClass: "agent", factors: {} }] }, policy as never),
  ),
  ReviewPolicy: use([reviews], (policy) =>
    evaluateReview(
      {
        member: "D1",
        reviewId: "R",
        asOf,
        period: { start: "2024-01-01", end: "2024-03-01" },
        history: [scored, scored],
        agreedOn: "2023-12-01",
        memberPresent: true,
        minutes: "M",
        territory: "N",
        evaluator: { office: "O", territories: ["N"] },
      } as never,
      policy as never,
    ),
  ),
  SellThroughPolicy: use(
    [
      { currency: "CNY", basis: "fifo", shortage: "whole_line_open", rounding },
      { currency: "CNY", basis: "latest_purchase", shortage: "part_open", rounding },
    ],
    (policy) =>
      valueSellThrough(
        { memberId: "D1", period: { start: "2024-01-01", end: "2024-04-01" }, opening: { stock: [], sold: [] }, purchases: [], sold: [] },
        policy as never,
      ),
  ),
  TierSchedule: use(
    [
      {
        method: "graduated",
        unit: "CNY",
        boundary: "reaches",
        tiers: [
          { from: "0", to: "1000", rate: "0.01" },
          { from: "1000", unit: "CNY", rate: "0.02", amount: "5" },
        ],
      },
      { method: "interpolated", unit: "ratio", boundary: "exceeds", tiers: [{ from: "0", to: "1", amount: "100" }] },
      { method: "pay_to_first", unit: "t", boundary: "reaches", tiers: [{ from: "0", rate: "1", fromFirst: true }] },
      { method: "polynomial", unit: "CNY", boundary: "reaches", curve: "rate", tiers: [{ from: "0", coefficients: ["0.01", "-0.001"] }] },
      { method: "package", unit: "box", size: "12", amount: "3", count: "complete" },
    ],
    (schedule) => evaluateTiers({ qualifier: "1500" }, schedule as never),
  ),
  PeriodRule: use<PeriodRule>(
    [
      { kind: "calendar", unit: "half_year" },
      { kind: "fiscal", unit: "quarter", yearStarts: "04-01", label: "start_year" },
      {
        kind: "four_four_five",
        unit: "month",
        pattern: "4-5-4",
        starts: "2024-02-04",
        years: [
          { id: "FY2024", weeks: 52 },
          { id: "FY2025", weeks: 53 },
        ],
      },
      { kind: "every_weeks", weeks: 4, anchor: "2024-01-01" },
      { kind: "every_months", months: 3, anchor: "2024-01-15" },
      {
        kind: "custom",
        periods: [
          { id: "S23", start: "2023-03-01", end: "2023-09-01", titles: title },
          { id: "S24", start: "2024-03-01", end: "2024-09-01", priorId: "S23" },
        ],
      },
      { kind: "rolling", length: { months: 12 }, step: "month" },
      { kind: "rolling", length: { days: 90 }, step: "week" },
      { kind: "whole" },
    ],
    (rule) => listPeriods(rule, { start: "2024-01-01", end: "2024-02-01" }),
  ),
  ExchangePolicy: use<ExchangePolicy>(
    [
      { rates: [], via: "direct_only" },
      {
        rates: [
          { from: "USD", to: "CNY", rate: "7.25", asOf: "2024-03-29", source: "bank" },
          { from: "CNY", to: "EUR", rate: "0.13", asOf: "2024-03-29" },
        ],
        via: "allow_inverse",
      },
    ],
    (policy) => {
      for (const { from, to } of policy.rates) {
        convertMoney({ amount: "100", currency: from }, to, policy);
        convertMoney({ amount: "100", currency: to }, from, policy);
      }
      return convertMoney({ amount: "100", currency: "USD" }, "CNY", policy);
    },
  ),
  UnitTable: use<UnitTable>(
    [
      { base: "piece", units: { box: "12", pallet: "480" } },
      { base: "kg", units: { kg: "1", "50 kg sack": "50", 吨: "1000" } },
    ],
    (table) => {
      for (const unit of Object.keys(table.units)) if (unit !== "") convertQuantity({ value: "3", unit }, table.base, table);
      return convertQuantity({ value: "3", unit: table.base }, "?", table);
    },
  ),
  CriterionData: use<CriterionData>(
    [
      { code: "own.turnover", title, kind: "min", fact: "turnover", min: "100", source: "§ 3", weight: "mandatory", waivable: true },
      { code: "own.between", title, kind: "between", fact: "share.north", min: "0.1", max: null },
      { code: "own.kind", title, kind: "one_of", fact: "kind", values: ["agent", "distributor"] },
      { code: "own.clean", title, kind: "no_event_since", fact: "events", event: "breach", since: { months: 12 } },
      {
        code: "own.group",
        title,
        kind: "at_least_n",
        n: 1,
        of: [
          { kind: "is_true", fact: "licensed" },
          { kind: "none", of: [{ kind: "full_years", fact: "foundedOn", min: 3, title }] },
        ],
      },
    ],
    (criterion) => askRules([criterion], { turnover: "100", kind: "agent", events: [] }, {}, { asOf }),
  ),
  ProcedureTemplate: use([channelProcess], (template) =>
    startProcedure(template as ProcedureTemplate, { asOf, owners: {}, conditions: {}, supplied: [] }),
  ),
  Schedule: use<Schedule>(
    [
      { recurrence: { kind: "days", every: 10 }, from: "2024-01-01", until: "2025-01-01", adjust: "none" },
      { recurrence: { kind: "weeks", every: 2, weekdays: [1, 5] }, from: "2024-01-01", adjust: "next_workday" },
      { recurrence: { kind: "months", every: 1, on: { day: "last" } }, from: "2024-01-01", adjust: "previous_workday" },
      { recurrence: { kind: "quarters", month: 2, on: { weekday: 5, nth: "last" } }, from: "2024-01-01", adjust: "none" },
      { recurrence: { kind: "years", month: 2, on: { day: 29 } }, from: "2024-01-01", adjust: "none" },
    ],
    (schedule) => findNextOccurrence(schedule, asOf, workWeek),
  ),
  WorkCalendar: use<WorkCalendar>(
    [{ ...workWeek, days: [{ date: "2024-02-18", works: "morning", titles: { en: "Make-up day", zh: "补班" } }] }],
    (calendar) => isWorkday(asOf, calendar),
  ),
  Scorecard: use([scorecard], (card) => scoreMember({ values: { a: "0.5" } }, card as never)),
  WaterfallPolicy: use([waterfall], (policy) => splitWaterfall({ amount: { amount: "500", currency: "CNY" } }, policy as never)),
};
