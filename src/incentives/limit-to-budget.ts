import { allocateAmount, type RemainderOrder, remainderOrders } from "../kernel/allocation.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkCount, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, exactQuotient, fixed, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { exactNotNegative, exactShare, readCurrency, readRecords } from "../kernel/read.js";
import { byName, readNames } from "./read-input.js";

/** What is asked of a budget. */
export interface IncentiveBudgetFacts {
  /** What was granted before. */
  readonly spent: DecimalString;
  /** What is asked now, each once, in any order. */
  readonly requests: readonly IncentiveBudgetRequest[];
}

/** One call on a budget. */
export interface IncentiveBudgetRequest {
  /** The host's identifier. */
  readonly id: string;
  /** What is asked; 0 or more. */
  readonly amount: DecimalString;
  /** The day it was earned or asked. */
  readonly date: CalendarDate;
}

/** The budget of a programme. */
export interface IncentiveBudgetPolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** What may be spent in all. */
  readonly budget: DecimalString;
  /**
   * `pro_rata`: all are cut in proportion. `first_come`: by day, those of one day by identifier; the one that passes the budget gets the rest,
   * the later ones nothing.
   */
  readonly how: "pro_rata" | "first_come";
  /** Places of what is granted. */
  readonly decimals: number;
  /** Who gets the units that cutting in proportion leaves over, in the order of day and identifier. */
  readonly remainder: RemainderOrder;
  /** The consumption from which the budget is reported, a ratio: `"0.8"` reports at 80 %. */
  readonly alertAt: DecimalString;
}

/** What a budget grants. */
export interface IncentiveBudgetOutcome {
  /** Every request by day and identifier, with what it gets. */
  readonly granted: readonly { readonly id: string; readonly amount: Money; readonly refused: DecimalString }[];
  /** What is left of the budget; below 0 where more was spent before than it held. */
  readonly left: Money;
  /** Spent, with this, of the budget: a ratio at 40 digits. `null`: the budget is 0. */
  readonly consumption: DecimalString | null;
  /** `within`; `near`: the consumption reached the alert; `over`: more was asked than there is. */
  readonly alert: "within" | "near" | "over";
}

/**
 * Limits what is asked to what the budget still has: in proportion, or first come first served.
 *
 * @remarks
 * The order of the list never matters. Granted and refused add up to what was asked; nothing is granted beyond the budget.
 *
 * @param facts - What was spent and what is asked.
 * @param policy - The budget, and who goes first.
 * @returns What each request gets, what is left, and whether the budget is in danger.
 * @throws LibraryFault `kernel.below_zero`, `kernel.named_twice`, `kernel.*` with the place in `facts` or `policy`.
 *
 * @example 90 are left for 60 and 60
 * ```ts
 * import { type IncentiveBudgetPolicy, limitToBudget } from "qudao/incentives";
 *
 * const policy: IncentiveBudgetPolicy = { currency: "CNY", budget: "100", how: "first_come", decimals: 2, remainder: "contract_order", alertAt: "0.8" };
 * const requests = [{ id: "B", amount: "60", date: "2024-03-02" }, { id: "A", amount: "60", date: "2024-03-01" }];
 * const first = limitToBudget({ spent: "10", requests }, policy).outcome;
 * first.granted.map(({ id, amount }) => [id, amount.amount]); // => [["A", "60.00"], ["B", "30.00"]]
 * first.alert; // => "over"
 * const shared = limitToBudget({ spent: "10", requests }, { ...policy, how: "pro_rata" }).outcome;
 * shared.granted.map(({ id, amount }) => [id, amount.amount]); // => [["A", "45.00"], ["B", "45.00"]]
 * ```
 *
 * @since 0.1.0
 */
export function limitToBudget(facts: IncentiveBudgetFacts, policy: IncentiveBudgetPolicy): Explained<IncentiveBudgetOutcome> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const currency = readCurrency(agreed["currency"], "policy.currency");
    const budget = exactNotNegative(agreed["budget"], "policy.budget");
    const how = checkChoice(agreed["how"], "policy.how", ["pro_rata", "first_come"]);
    const decimals = checkCount(agreed["decimals"], "policy.decimals", 0, 20);
    const remainder = checkChoice(agreed["remainder"], "policy.remainder", remainderOrders);
    const alertAt = exactShare(agreed["alertAt"], "policy.alertAt");
    const given = checkRecord(facts, "facts");
    const spent = exactNotNegative(given["spent"], "facts.spent");
    const requests = readRecords(given["requests"], "facts.requests", (fields, path) => ({
      id: checkText(fields["id"], at(path, "id")),
      amount: exactNotNegative(fields["amount"], at(path, "amount")),
      date: parseDate(fields["date"], at(path, "date")),
    }));
    readNames(
      requests.map(({ id }) => id),
      (i) => `facts.requests[${i}].id`,
    );
    const queue = [...requests].sort((a, b) => byName(a.date, b.date) || byName(a.id, b.id));
    const asked = queue.map(({ amount }) => rounded(amount, decimals, "down"));
    const room = rounded(Exact.max(ZERO, budget.minus(spent)), decimals, "down");
    const granted = sumOf(asked).greaterThan(room) ? cut(asked, room, { how, decimals, remainder }) : asked;
    const total = sumOf(granted);
    const used = spent.plus(total);
    const money = (amount: Exact): Money => ({ amount: fixed(amount, decimals), currency });
    const left = budget.minus(used);
    const from = queue.map(({ id, amount }, i): Explanation => {
      return {
        code: "incentives.budget_request",
        params: { requestId: id, asked: text(amount), amount: fixed(granted[i] as Exact, decimals) },
      };
    });
    const over = total.lessThan(sumOf(asked)) || left.isNegative();
    return {
      outcome: {
        granted: queue.map(({ id, amount }, i) => ({
          id,
          amount: money(granted[i] as Exact),
          refused: text(amount.minus(granted[i] as Exact)),
        })),
        left: { amount: text(left), currency },
        consumption: budget.isZero() ? null : text(exactQuotient(used, budget)),
        alert: over ? "over" : used.greaterThanOrEqualTo(budget.times(alertAt)) ? "near" : "within",
      },
      explanation: { code: "incentives.budget_granted", params: { ...money(total) }, adds: "amount", from },
    };
  });
}

function cut(
  asked: readonly Exact[],
  room: Exact,
  { how, decimals, remainder }: Pick<IncentiveBudgetPolicy, "how" | "decimals" | "remainder">,
): readonly Exact[] {
  if (how === "pro_rata") {
    const split = allocateAmount({ total: text(room), weights: asked.map(text) }, { decimals, remainder });
    return split.ok ? split.value.outcome.map((part) => exact(part)) : asked;
  }
  let left = room;
  return asked.map((amount) => {
    const part = Exact.min(amount, left);
    left = left.minus(part);
    return part;
  });
}
