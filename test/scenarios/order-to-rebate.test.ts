/** One member from the price of an order, over the decision whether it may go, to what its sales bring it at the end of the quarter. */
import {
  buildOpenItems,
  type CreditPolicy,
  decideOrder,
  exampleCreditPolicy,
  type OpenItem,
  startOrderHold,
  stepOrderHold,
} from "qudao/credit";
import type { SaleLine } from "qudao/entities";
import { multiplyDecimals } from "qudao/kernel";
import { findPrice, type PricePolicy } from "qudao/pricing";
import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { expect, test } from "vitest";
import { account, ledger, limitOf, outcomeOf } from "../support/credit.js";
import { dealer, policyOf } from "../support/settlement.js";

const prices: PricePolicy = {
  lists: [
    {
      id: "gold-2024",
      currency: "CNY",
      tax: "tax_included",
      memberClass: "gold",
      start: "2024-01-01",
      prices: [
        { productId: "P1", unitPrice: "10" },
        { productId: "P1", from: "100", unitPrice: "9" },
      ],
    },
  ],
  specials: [],
  privileges: [],
  floors: [],
  choose: "lowest",
  tax: "tax_included",
  rounding: { decimals: 2, mode: "half_up" },
};
const credit: CreditPolicy = { ...exampleCreditPolicy, checkpoints: ["order"] };

function amountOf(quantity: string, asOf: string): string {
  const found = findPrice(
    { asOf, memberId: dealer.id, memberClass: "gold", territoryIds: ["north"], productId: "P1", quantity, currency: "CNY" },
    prices,
  );
  if (!found.ok) throw new Error(found.problem.code);
  return multiplyDecimals(found.value.outcome.unitPrice.amount, quantity);
}

/** The order, decided on against what is open, and where its credit stands after the check. */
function placed(id: string, amount: string, asOf: string, items: readonly OpenItem[]) {
  const books = ledger({ accounts: [account(limitOf("1000"), { memberId: dealer.id })], items });
  const { outcome } = decideOrder(
    { asOf, checkpoint: "order", order: { id, memberId: dealer.id, currency: "CNY", amount }, ledger: books },
    credit,
  );
  const held = stepOrderHold(startOrderHold({ orderId: id, amount, asOf }), { type: "checked", asOf, decision: outcome }, {});
  if (!held.ok) throw new Error("refused");
  return { decision: outcome.decision, excess: outcome.excess, at: held.value.next.at };
}

const lineOf = (id: string, quantity: number, amount: string, date: string): SaleLine => ({
  id,
  memberId: dealer.id,
  productId: "P1",
  date,
  quantity,
  amount,
  kind: "sale",
});

test("a member's order is priced, let go within its limit, and counts for its rebate", () => {
  // 100 units reach the break: 9 each
  const first = amountOf("100", "2024-02-01");
  expect([amountOf("99", "2024-02-01"), first]).toStrictEqual(["990", "900"]);
  expect(placed("O-1", first, "2024-02-01", [])).toStrictEqual({ decision: "release", excess: "0", at: "clear" });

  // invoiced and not paid: 900 open, and 450 more are 350 above the limit of 1000
  const invoice = {
    id: "I-1",
    kind: "invoice" as const,
    sellerId: "M",
    buyerId: dealer.id,
    issuedOn: "2024-02-05",
    dueOn: "2024-03-06",
    currency: "CNY",
    net: "900",
    tax: "0",
  };
  const open = outcomeOf(buildOpenItems({ invoices: [invoice], payments: [] }));
  const second = amountOf("45", "2024-03-01");
  expect(second).toBe("450");
  expect(placed("O-2", second, "2024-03-01", open)).toStrictEqual({ decision: "hold", excess: "350", at: "held" });

  // paid: the same order may go
  const payment = {
    id: "R-1",
    payerId: dealer.id,
    payeeId: "M",
    paidOn: "2024-03-04",
    method: "bank_transfer" as const,
    currency: "CNY",
    amount: "900",
    allocations: [{ invoiceId: "I-1", amount: "900" }],
  };
  const settled = outcomeOf(buildOpenItems({ invoices: [invoice], payments: [payment] }));
  expect(placed("O-2", second, "2024-03-04", settled)).toMatchObject({ decision: "release", at: "clear" });

  // 1350 in the quarter reach 1000: 2 % on everything
  const accumulator = openAccumulator(policyOf());
  accumulate(accumulator, [lineOf("L-1", 100, first, "2024-02-05"), lineOf("L-2", 45, second, "2024-03-05")]);
  const [statement] = settle(accumulator, { asOf: "2024-04-10" }).statements;
  expect(statement?.total).toStrictEqual({ amount: "27.00", currency: "CNY" });
  expect(statement?.lines.map(({ amount, earned }) => [amount, earned])).toContainEqual(["1350", { amount: "27.00", currency: "CNY" }]);
});
