/** Orders with their credit and replacement cases, in the states that their events lead to. */
import {
  decideOrder,
  exampleCreditPolicy,
  type OrderHold,
  type OrderHoldEvent,
  type OrderHoldFacts,
  type ReplacementCase,
  type ReplacementEvent,
  startOrderHold,
  startReplacementCase,
  stepOrderHold,
  stepReplacementCase,
} from "qudao/credit";
import { account, claim, ledger, limitOf, outcomeOf } from "./credit.js";

/** 30 beside open 80: a limit of 100 holds it. */
const checked: OrderHoldEvent = {
  type: "checked",
  asOf: "2024-03-15",
  decision: decideOrder(
    {
      asOf: "2024-03-15",
      checkpoint: "order",
      order: { id: "O-1", memberId: "D1", currency: "CNY", amount: "30" },
      ledger: ledger({ accounts: [account(limitOf("100"))], items: [claim({ amount: "80", dueOn: "2024-12-31" })] }),
    },
    exampleCreditPolicy,
  ).outcome,
};
const said = { asOf: "2024-03-16", by: "Li", ground: "agreed on the phone" };

export const orderAfter = (events: readonly OrderHoldEvent[], facts: OrderHoldFacts = { approverLimit: "unlimited" }): OrderHold =>
  events.reduce(
    (state, event) => {
      const answer = stepOrderHold(state, event, facts);
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem.failed));
      return answer.value.next;
    },
    startOrderHold({ orderId: "O-1", amount: "30", asOf: "2024-03-15" }),
  );

export const orderHolds: readonly OrderHold[] = [
  orderAfter([]),
  orderAfter([checked]),
  orderAfter([checked, { type: "released", ...said }]),
  orderAfter([checked, { type: "rejected", ...said }]),
  orderAfter([{ type: "holdForced", ...said }]),
];

const asOf = "2024-05-10";
const way: readonly ReplacementEvent[] = [
  { type: "candidatesListed", asOf, candidates: ["D8", "D9"] },
  { type: "candidateEvaluated", asOf, candidateId: "D9", suitable: true },
  { type: "decided", asOf, by: "Li", candidateId: "D9", decision: "replace", ground: "opportunity cost 10" },
  { type: "handOverPlanned", asOf, endsOn: "2024-07-01" },
  { type: "handedOver", asOf: "2024-07-01" },
];

export const caseAfter = (events: readonly ReplacementEvent[]): ReplacementCase =>
  events.reduce(
    (state, event) => {
      const answer = stepReplacementCase(state, event, { mayDecide: true, handOverComplete: true });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem.failed));
      return answer.value.next;
    },
    outcomeOf(
      startReplacementCase(
        { asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" },
        { days: 60, amount: "100000", combine: "any", decideWithinDays: 30 },
      ),
    ),
  );

export const replacementCases: readonly ReplacementCase[] = [0, 1, 2, 3, 4, 5].map((steps) => caseAfter(way.slice(0, steps)));
