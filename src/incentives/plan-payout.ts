import { allocateAmount } from "../kernel/allocation.js";
import { at, checkChoice, checkCount, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, fixed, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import { parseQuantity, type Quantity } from "../kernel/quantity.js";
import { exactNotNegative, exactShare, optional, readCurrency, readRecords } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { IncentiveForm } from "./incentive-means.js";
import { readMoney, readNames } from "./read-input.js";

/** How a stage of a payment stands. */
export type PayoutStageStatus = "due" | "held" | "forfeited" | "paid";

/** What was earned, and how far its stages are. */
export interface PayoutPlanFacts {
  /** What was earned. Each once. */
  readonly items: readonly PayoutItem[];
  /** Where every stage stands: due now, still held, forfeited, or paid before. */
  readonly stages: { readonly [stageId: string]: PayoutStageStatus };
  /** What earlier plans carried over; `"0"`: nothing. Below 0: the member owes it. */
  readonly carried: DecimalString;
}

/** One thing that was earned. */
export interface PayoutItem {
  /** The host's identifier. */
  readonly id: string;
  /** Its means, a row of the policy. */
  readonly means: string;
  /** The amount, with no more places than the policy's; only where the means is paid in money. Absent: no money. */
  readonly amount?: Money | undefined;
  /** How many, where the means is goods, or a right that is counted. Absent: not counted. */
  readonly quantity?: Quantity | undefined;
}

/** How what was earned is paid. */
export interface PayoutPlanPolicy {
  /** Currency of every amount. ISO 4217. */
  readonly currency: string;
  /** Places of every payment. */
  readonly decimals: number;
  /** The stages, whose shares add up to 1; a holdback is a stage that comes due last. At least one. */
  readonly stages: readonly { readonly id: string; readonly share: DecimalString }[];
  /** The least that is paid at a time; below it everything due is carried over. `"0"`: any amount. */
  readonly minimum: DecimalString;
  /** The means that items name; `incentiveMeans` has those of the texts. */
  readonly means: readonly { readonly id: string; readonly form: IncentiveForm }[];
}

/** What is paid now, later, and never. */
export interface PayoutPlan {
  /** Paid now. Below 0: the member owes it, and the document is turned round. */
  readonly payable: Money;
  /** Due, but below the minimum, or finer than can be paid: for the next plan. */
  readonly carried: Money;
  /** Not due yet. */
  readonly held: Money;
  /** Will not be paid. */
  readonly forfeited: Money;
  /** Was paid by earlier plans. */
  readonly paidBefore: Money;
  /** What is not money: goods and rights. It never enters an amount. */
  readonly grants: readonly { readonly itemId: string; readonly means: string; readonly quantity?: Quantity }[];
}

/** Why a payout cannot be planned. */
export type PayoutPlanProblem = Message<"incentives.stages_not_whole" | "incentives.money_in_kind" | "kernel.total_too_precise">;

/**
 * Plans the payment of what was earned: by stages and holdback, above a minimum, with what is not money kept apart.
 *
 * @remarks
 * Every amount is cut into its stages, so that they add up to it to the last unit (spare units go to the earliest stages cut). What is due and
 * carried over is paid when it reaches the minimum, but for what is finer than the policy's places, and carried over otherwise; a negative sum is
 * carried over, too, as long as it is above minus the minimum. `payable + carried + held + forfeited + paidBefore` is always what was earned and
 * carried over.
 *
 * @param facts - The items, the stages and what was carried over.
 * @param policy - Stages, minimum, places and means.
 * @returns What is paid and what is not, and a working that adds up to all of it.
 * @throws LibraryFault `kernel.unknown_row` for a means or a stage that is not in the policy; `kernel.*` with the place.
 *
 * @errors
 * - `incentives.stages_not_whole` - the shares of the stages do not add up to 1.
 * - `incentives.money_in_kind` - an item of goods or of a right carries an amount.
 * - `kernel.total_too_precise` - an amount has more places than can be paid.
 *
 * @example Three quarters now, a quarter at the end of the year if its target is met
 * ```ts
 * import { incentiveMeans, type PayoutPlanPolicy, planPayout } from "qudao/incentives";
 *
 * const stages = [{ id: "quarter", share: "0.75" }, { id: "year", share: "0.25" }];
 * const policy: PayoutPlanPolicy = { currency: "CNY", decimals: 2, stages, minimum: "50", means: incentiveMeans };
 * const items = [{ id: "Q1", means: "sales_bonus", amount: { amount: "1000.01", currency: "CNY" } }, { id: "T", means: "training_support" }];
 * const plan = planPayout({ items, stages: { quarter: "due", year: "held" }, carried: "0" }, policy);
 * plan.ok && [plan.value.outcome.payable.amount, plan.value.outcome.held.amount]; // => ["750.01", "250.00"]
 * plan.ok && plan.value.outcome.grants; // => [{ itemId: "T", means: "training_support" }]
 * ```
 *
 * @since 0.1.0
 */
export function planPayout(facts: PayoutPlanFacts, policy: PayoutPlanPolicy): Result<Explained<PayoutPlan>, PayoutPlanProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = readPolicy(policy);
    const { currency, decimals, stages, minimum } = agreed;
    const given = checkRecord(facts, "facts");
    const statuses = readStatuses(given["stages"], stages);
    const items = readRecords(given["items"], "facts.items", (fields, path) => readItem(fields, path, agreed));
    readNames(
      items.map(({ id }) => id),
      (i) => `facts.items[${i}].id`,
    );
    const carriedIn = exact(given["carried"] as string, "facts.carried");
    const whole = sumOf(stages.map(({ share }) => share));
    if (!whole.equals(1)) return err({ code: "incentives.stages_not_whole", params: { sum: text(whole) } });
    const odd = items.find(({ form, amount }) => form !== "money" && amount !== undefined);
    if (odd !== undefined) return err({ code: "incentives.money_in_kind", params: { got: odd.id, means: odd.means } });

    const sums: { [S in PayoutStageStatus]: Exact } = { due: ZERO, held: ZERO, forfeited: ZERO, paid: ZERO };
    const from: Explanation[] = [];
    if (!carriedIn.isZero()) from.push({ code: "incentives.payout_carried", params: { amount: text(carriedIn) } });
    const weights = stages.map(({ share }) => text(share));
    for (const { id, amount } of items) {
      if (amount === undefined) continue;
      const split = allocateAmount({ total: text(amount), weights }, { decimals, remainder: "contract_order" });
      if (!split.ok) return split as Result<never, PayoutPlanProblem>;
      const parts = split.value.outcome.map((part, i): Explanation => {
        const { id: stageId, share } = stages[i] as ReadStage;
        const status = statuses.get(stageId) as PayoutStageStatus;
        sums[status] = sums[status].plus(part);
        return { code: "incentives.payout_stage", params: { stageId, share: text(share), status, amount: part } };
      });
      from.push({ code: "incentives.payout_item", params: { itemId: id, amount: text(amount) }, adds: "amount", from: parts });
    }
    const due = sums.due.plus(carriedIn);
    // what is finer than can be paid waits by itself, and holds nothing else up
    const payable = due.abs().lessThan(minimum) ? ZERO : rounded(due, decimals, "down");
    const money = (amount: Exact): Money => ({
      amount: amount.decimalPlaces() > decimals ? text(amount) : fixed(amount, decimals),
      currency,
    });
    const total = Object.values(sums).reduce((sum, one) => sum.plus(one), carriedIn);
    return ok({
      outcome: {
        payable: money(payable),
        carried: money(due.minus(payable)),
        held: money(sums.held),
        forfeited: money(sums.forfeited),
        paidBefore: money(sums.paid),
        grants: items.flatMap(({ id, means, form, quantity }) =>
          form === "money" ? [] : [{ itemId: id, means, ...(quantity === undefined ? {} : { quantity }) }],
        ),
      },
      explanation: { code: "incentives.payout", params: { ...money(total) }, adds: "amount", from },
    });
  });
}

interface ReadStage {
  readonly id: string;
  readonly share: Exact;
}

interface ReadPolicy {
  readonly currency: string;
  readonly decimals: number;
  readonly stages: readonly ReadStage[];
  readonly minimum: Exact;
  readonly means: ReadonlyMap<string, IncentiveForm>;
}

function readPolicy(policy: PayoutPlanPolicy): ReadPolicy {
  const agreed = checkRecord(policy, "policy");
  const stages = readRecords(agreed["stages"], "policy.stages", (fields, path) => {
    return { id: checkText(fields["id"], at(path, "id")), share: exactShare(fields["share"], at(path, "share")) };
  });
  const means = readRecords(agreed["means"], "policy.means", (fields, path) => {
    const forms = ["money", "goods", "right"] as const;
    return [checkText(fields["id"], at(path, "id")), checkChoice(fields["form"], at(path, "form"), forms)] as const;
  });
  for (const [name, ids] of [["stages", stages.map(({ id }) => id)] as const, ["means", means.map(([id]) => id)] as const]) {
    readNames(ids, (i) => `policy.${name}[${i}].id`);
  }
  return {
    currency: readCurrency(agreed["currency"], "policy.currency"),
    decimals: checkCount(agreed["decimals"], "policy.decimals", 0, 20),
    stages,
    minimum: exactNotNegative(agreed["minimum"], "policy.minimum"),
    means: new Map(means),
  };
}

function readStatuses(value: unknown, stages: readonly ReadStage[]): ReadonlyMap<string, PayoutStageStatus> {
  const given = checkRecord(value, "facts.stages");
  for (const name of Object.keys(given)) {
    if (!stages.some(({ id }) => id === name)) throw kernelFault("kernel.unknown_row", `facts.stages.${name}`, { got: shown(name) });
  }
  const statuses = ["due", "held", "forfeited", "paid"] as const;
  return new Map(
    stages.map(({ id }) => [id, checkChoice(Object.hasOwn(given, id) ? given[id] : undefined, `facts.stages.${id}`, statuses)]),
  );
}

function readItem(fields: Fields, path: string, { currency, means }: ReadPolicy) {
  const name = checkText(fields["means"], at(path, "means"));
  const form = means.get(name);
  if (form === undefined) throw kernelFault("kernel.unknown_row", at(path, "means"), { got: shown(name) });
  const place = at(path, "amount");
  return {
    id: checkText(fields["id"], at(path, "id")),
    means: name,
    form,
    amount: form === "money" || fields["amount"] !== undefined ? readMoney(fields["amount"], place, currency) : undefined,
    quantity: optional((value, at_) => parseQuantity(value as Quantity, at_))(fields["quantity"], at(path, "quantity")),
  };
}
