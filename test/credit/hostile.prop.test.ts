/** Whatever is handed in, each verb answers or names code and place of the first fault; nothing else is thrown, and what is frozen stays as it was. */
import fc from "fast-check";
import * as credit from "qudao/credit";
import { isLibraryFault } from "qudao/kernel";
import { expect, test } from "vitest";
import { altered, someJson } from "../support/altered.js";
import { account, claim, ledger, limitOf } from "../support/credit.js";
import { frozen } from "../support/frozen.js";

const asOf = "2024-03-15";
const items = [
  claim({ settlements: [{ on: "2024-02-01", amount: "10" }], covers: [{ kind: "order", id: "O-1", amount: "5" }] }),
  claim({ id: "CR", kind: "credit" }),
];
const order = {
  id: "O-1",
  memberId: "D1",
  currency: "CNY",
  amount: "30",
  prepaid: "1",
  wantedOn: "2024-04-01",
  termRank: 1,
  released: { on: "2024-01-01", amount: "30" },
};
const delivery = { id: "L-1", memberId: "D1", currency: "CNY", amount: "10", covers: [{ kind: "order", id: "O-1", amount: "10" }] };
const billing = { id: "B-1", memberId: "D1", currency: "CNY", amount: "4", covers: [{ kind: "delivery", id: "L-1", amount: "4" }] };
const books = ledger({
  accounts: [
    account(limitOf("100"), {
      groupId: "G",
      temporary: [{ period: { start: "2024-01-01", end: "2024-06-01" }, limit: limitOf("90") }],
      securities: [{ id: "S", kind: "deposit", value: "5" }],
    }),
  ],
  groups: [{ id: "G", limit: limitOf("300"), check: "group_then_member" }],
  orders: [order],
  deliveries: [delivery as never],
  billings: [billing as never],
  items,
});
const term: credit.PaymentTerm = {
  id: "T",
  titles: { en: "term", zh: "条件" },
  rank: 1,
  instalments: [{ share: "1", due: { kind: "net", days: 30 } }],
  discount: { rate: "0.02", days: 10 },
  decimals: 2,
  remainder: "contract_order",
  rounding: "half_up",
};
const payoff = { dealer: "1", maker: "2" };
const hold = credit.startOrderHold({ orderId: "O-1", amount: "30", asOf });
const decision = credit.decideOrder({ asOf, checkpoint: "order", order, ledger: books }, credit.exampleCreditPolicy).outcome;
const trouble = { asOf, memberId: "D1", overdueDays: 70, overdueAmount: "100" };
const troublePolicy = { days: 60, amount: "1000", combine: "any", decideWithinDays: 30 } as const;
const opened = credit.startReplacementCase(trouble, troublePolicy);
const openedCase = opened.ok ? opened.value.outcome : {};
const repeated = {
  discount: { survival: "0.9", ratePerCycle: "0.01" },
  detection: "1",
  response: { kind: "suspension", cycles: 3 },
  horizon: "open",
};
const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "none", sunday: "none" };
const ruled = {
  ...credit.exampleCreditPolicy,
  rules: [
    ...credit.exampleCreditPolicy.rules,
    { id: "E", kind: "exclusion", scope: { kind: "member", id: "D1" }, test: { metric: "days_overdue", days: 90 } },
  ],
};

/** Every verb with arguments that it accepts. */
const calls: { readonly [verb: string]: readonly [(...given: never[]) => unknown, ...given: readonly unknown[]] } = {
  ageOpenItems: [credit.ageOpenItems, { asOf, items }, { currency: "CNY", bounds: [30, 60], basis: "due", detail: "members" }],
  allocatePayments: [
    credit.allocatePayments,
    { items, payments: [{ id: "P", memberId: "D1", paidOn: asOf, currency: "CNY", amount: "20", named: ["INV-1"] }] },
    { order: "oldest_due_first", credits: "after_payments" },
  ],
  buildCreditDocuments: [
    credit.buildCreditDocuments,
    {
      orders: [
        {
          id: "O",
          buyerId: "D1",
          sellerId: "M",
          orderedOn: asOf,
          currency: "CNY",
          lines: [{ id: "1", productId: "p", quantity: 2, unitPrice: "1", amount: "2" }],
        },
      ],
      shipments: [{ id: "S", orderId: "O", senderId: "M", receiverId: "D1", shippedOn: asOf, lines: [{ productId: "p", quantity: "1" }] }],
    },
    { taxRate: "0.13", decimals: 2, rounding: "half_up" },
  ],
  buildOpenItems: [
    credit.buildOpenItems,
    {
      invoices: [
        { id: "I", kind: "invoice", sellerId: "M", buyerId: "D1", issuedOn: asOf, dueOn: asOf, currency: "CNY", net: "1", tax: "0" },
      ],
      payments: [
        {
          id: "P",
          payerId: "D1",
          payeeId: "M",
          paidOn: asOf,
          method: "cash",
          currency: "CNY",
          amount: "1",
          allocations: [{ invoiceId: "I", amount: "1" }],
        },
      ],
      schedules: [{ invoiceId: "I", parts: [{ part: 1, amount: "1", dueOn: asOf }] }],
    },
  ],
  comparePaymentTerms: [credit.comparePaymentTerms, { asked: term, agreed: term }],
  computeCollateralValue: [
    credit.computeCollateralValue,
    { collateral: [{ id: "C", kind: "vehicle", appraisedValue: "9", encumbrances: "1", mortgageable: "yes" }] },
    { lendingRates: [{ kind: "vehicle", rate: "0.5" }] },
  ],
  computeCollectionEffectiveness: [
    credit.computeCollectionEffectiveness,
    { beginning: "1", creditSales: "2", months: 1, endingTotal: "1", endingCurrent: "1" },
  ],
  computeCreditLine: [
    credit.computeCreditLine,
    { marginOnCredit: "10", marginOnCash: "4", recoveryShare: "0.2", line: "5" },
    { discount: { factor: "0.9" }, detection: "1", decimals: 2 },
  ],
  computeDaysLate: [credit.computeDaysLate, { asOf, items }],
  computeDaysSalesOutstanding: [
    credit.computeDaysSalesOutstanding,
    { asOf, items, sales: [{ on: "2024-01-10", amount: "50" }], customerSince: "2023-01-01" },
    { currency: "CNY", method: "window", months: 3, dayCount: "difference" },
  ],
  computeDeposit: [
    credit.computeDeposit,
    { asOf, movements: [{ id: "1", kind: "paid", on: "2024-01-01", amount: "5" }] },
    { required: "5" },
  ],
  computeDiscountCost: [credit.computeDiscountCost, { rate: "0.02", discountDays: 10, netDays: 30 }, { yearDays: 360 }],
  computeExposure: [
    credit.computeExposure,
    { asOf, memberIds: ["D1"], documents: books, proposed: order },
    credit.exampleCreditPolicy.exposure,
  ],
  computeLostMarket: [
    credit.computeLostMarket,
    { salesPerCycle: "5", retainedShare: "0.5", cycles: 2, dealerMargin: "0.1", makerMargin: "0.1" },
  ],
  computeOverdueInterest: [
    credit.computeOverdueInterest,
    { asOf, items },
    { currency: "CNY", rates: [{ from: "2020-01-01", annualRate: "0.1" }], yearDays: 365, graceDays: 0, decimals: 2, rounding: "half_up" },
  ],
  computePaymentPayoffs: [
    credit.computePaymentPayoffs,
    {
      creditSales: "1",
      cashShare: "0.5",
      dealerMargin: "0.1",
      makerMargin: "0.1",
      financingRate: "0",
      concession: "0",
      openBalance: "1",
      recoveryShare: "0",
    },
  ],
  decideOrder: [credit.decideOrder, { asOf, checkpoint: "order", order, ledger: books }, ruled],
  decideOrders: [credit.decideOrders, { asOf, checkpoint: "order", orders: [order], ledger: books }, { ...ruled, sequence: "in_order" }],
  evaluateArrears: [
    credit.evaluateArrears,
    { asOf, items, limit: "100" },
    { currency: "CNY", marginDays: 1, tolerance: "1", tests: { amount: "1", days: 1, shareOfLimit: "0.1" }, combine: "any" },
  ],
  evaluatePaymentGame: [
    credit.evaluatePaymentGame,
    { payoffs: { pay: { cooperate: payoff, withhold: payoff }, delay: { cooperate: payoff, withhold: payoff } } },
  ],
  evaluateRepeatedPayment: [credit.evaluateRepeatedPayment, { reward: "3", temptation: "5", punishment: "1" }, repeated],
  evaluateReplacement: [
    credit.evaluateReplacement,
    { keep: { value: "1" }, replace: { cashFlows: ["1", "2"] }, switchingCost: "1" },
    { tolerance: "1", ratePerPeriod: "0.1" },
  ],
  evaluateRetaliation: [
    credit.evaluateRetaliation,
    { missed: 1, cyclesSince: 0, repaidShare: "0" },
    { steps: [{ fromMissed: 1, concessionCut: "1", supply: "held" }], forgiveness: { kind: "suspension", cycles: 3, length: "shortened" } },
  ],
  findCreditLimit: [
    credit.findCreditLimit,
    { asOf, account: books.accounts[0], group: books.groups?.[0] },
    { ...credit.exampleCreditPolicy.limits, currency: "CNY" },
  ],
  findCreditReview: [
    credit.findCreditReview,
    { asOf, lastReviewOn: "2024-01-01", grade: "A", events: [{ event: "arrears", on: "2024-02-01" }] },
    { cadence: [{ months: 6 }], triggers: [{ event: "arrears", withinDays: 3 }] },
  ],
  findDueReplacementCases: [
    credit.findDueReplacementCases,
    { cases: [{ id: "C", state: openedCase, facts: { mayDecide: true } }], from: asOf, asOf: "2024-06-01" },
  ],
  findDunningSteps: [
    credit.findDunningSteps,
    { asOf, items, notices: [{ itemId: "INV-1", level: 1, sentOn: "2024-02-05" }], disputed: ["X"] },
    credit.exampleDunningLadder,
  ],
  findOrderHoldEvents: [credit.findOrderHoldEvents, hold, { approverLimit: "1", autoRelease: true }],
  findReplacementEvents: [credit.findReplacementEvents, openedCase, { mayDecide: true, handOverComplete: false }],
  planHandOver: [credit.planHandOver, { asOf, memberId: "D1", successorId: "D2" }, { calendar: { week, days: [] } }],
  proposeCreditLimit: [
    credit.proposeCreditLimit,
    { monthlySales: ["1000"], termMonths: "1", grade: "A", standing: "established", securityValue: "5" },
    credit.exampleLimitProposalPolicy,
  ],
  replayOrderHold: [
    credit.replayOrderHold,
    { initial: hold, records: [{ event: { type: "checked", asOf, decision }, facts: { autoRelease: true } }] },
    { onRefusal: "collect" },
  ],
  replayReplacementCase: [
    credit.replayReplacementCase,
    { initial: openedCase, records: [{ event: { type: "candidatesListed", asOf, candidates: ["D9"] }, facts: { mayDecide: true } }] },
    { onRefusal: "stop" },
  ],
  scoreCredit: [
    credit.scoreCredit,
    { values: { on_time_share: "0.9", weighted_days_late: "3", arrears_ratio: "0", wilful_default: false } },
    credit.exampleCreditScorecard,
  ],
  splitInvoiceByTerm: [
    credit.splitInvoiceByTerm,
    { total: { amount: "100", currency: "CNY" }, invoicedOn: asOf, orderedOn: asOf, deliveredOn: asOf },
    term,
  ],
  startOrderHold: [credit.startOrderHold, { orderId: "O", amount: "1", asOf }],
  startReplacementCase: [credit.startReplacementCase, trouble, troublePolicy],
  stepOrderHold: [credit.stepOrderHold, hold, { type: "checked", asOf, decision }, { autoRelease: true, approverLimit: "5" }],
  stepReplacementCase: [
    credit.stepReplacementCase,
    openedCase,
    { type: "candidatesListed", asOf, candidates: ["D9"] },
    { mayDecide: true },
  ],
};

test("every verb is here", () => {
  const verbs = Object.entries(credit).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  expect(Object.keys(calls)).toStrictEqual(verbs.sort());
});

test.each(Object.entries(calls))("%s answers, or names code and place", (_, [verb, ...good]) => {
  const given = fc.tuple(...good.map((whole) => fc.oneof(someJson, fc.constant(whole), altered(whole), altered(whole))));
  const whole = frozen(structuredClone(good));
  expect(() => verb(...(whole as never[]))).not.toThrow();
  fc.assert(
    fc.property(given, (values) => {
      try {
        const answer = verb(...(values as never[]));
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      } catch (caught) {
        if (!isLibraryFault(caught)) throw caught;
        expect([typeof caught.code, typeof caught.path]).toStrictEqual(["string", "string"]);
      }
    }),
    { seed: 20240101, numRuns: 300 },
  );
});
