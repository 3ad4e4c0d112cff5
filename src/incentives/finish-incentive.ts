/**
 * From what a schedule earns to what the member gets: what was withheld before, floors, caps, and the one rounding.
 *
 * @internal
 */
import type { TierAnswer } from "../engine/evaluate-tiers.js";
import { currencyDecimals } from "../kernel/currency.js";
import { type Exact, exact, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Json } from "../kernel/json.js";
import type { GatesAnswer } from "./ask-gates.js";
import type { IncentiveProgramme, ProgrammeGoods } from "./programme.js";
import type { IncentiveExplanation, ProgrammeAnswer, WindowFigures } from "./programme-answer.js";

export interface EarnedBySchedule {
  readonly gate: GatesAnswer | undefined;
  readonly answer: Omit<TierAnswer, "explanation"> & { readonly explanation: IncentiveExplanation | undefined };
  readonly qualifier: Exact;
  readonly figures: WindowFigures;
  /** Whether floors lift it. Absent: a gate fails or the member is not eligible, and nothing does. */
  readonly liftable?: true;
}

export function finishOf(programme: IncentiveProgramme): (earned: EarnedBySchedule) => ProgrammeAnswer {
  const finish = finishFigure(programme);
  const { goods, currency } = programme;
  if (goods === undefined) return finish;
  const none = fixed(ZERO, currencyDecimals(currency));
  return (earned) => inGoods(finish(earned), goods, none);
}

/** What was counted in units of a product: the same working, and no money. */
function inGoods(counted: ProgrammeAnswer, { productId, unit }: ProgrammeGoods, amount: string): ProgrammeAnswer {
  const { amount: quantity, currency, explanation } = counted;
  const { programme, version } = explanation.params as { readonly [name: string]: Json };
  return {
    ...counted,
    exact: ZERO,
    amount,
    goods: { productId, unit, quantity, exact: counted.exact },
    explanation: {
      code: "incentives.goods_earned",
      params: { productId, quantity, unit, amount, currency },
      from: [
        {
          code: "incentives.goods_counted",
          params: { programme: programme as Json, version: version as Json, amount: quantity, unit },
          adds: "amount",
          from: explanation.from ?? [],
        },
      ],
    },
  };
}

/** What the member gets, in money or in units of the goods. */
function finishFigure(programme: IncentiveProgramme): (earned: EarnedBySchedule) => ProgrammeAnswer {
  const { version, currency, limits } = programme;
  const titles = Object.freeze({ ...programme.titles }); // shared by many answers
  const { decimals, mode } = programme.rounding;
  const caps = limits.flatMap((limit) =>
    limit.kind === "payment_cap" ? [{ cap: exact(limit.amount), refundable: limit.refundable === true }] : [],
  );
  const floors = limits.flatMap((limit) =>
    limit.kind === "payment_floor" ? [{ floor: exact(limit.amount), always: limit.whereReached !== true }] : [],
  );
  const refunds = caps.some(({ refundable }) => refundable);

  return ({ gate, answer, qualifier, figures, liftable }) => {
    const steps: IncentiveExplanation[] = [];
    let due = answer.earned;
    // what an earlier version withheld is due, whether or not this one withholds anything
    let withheld = refunds || figures.withheld?.isZero() === false ? (figures.withheld ?? ZERO) : undefined;
    const add = (explanation: IncentiveExplanation, next: Exact) => {
      steps.push({ ...explanation, params: { ...explanation.params, amount: text(next.minus(due)) } });
      due = next;
    };
    if (withheld !== undefined && !withheld.isZero() && gate?.verdict !== "unmet") {
      add({ code: "incentives.withheld_before", params: {} }, due.plus(withheld));
      withheld = ZERO;
    }
    if (liftable) {
      for (const { floor, always } of floors) {
        if ((always || (answer.tier > 0 && !qualifier.isZero())) && due.lessThan(floor))
          add({ code: "incentives.payment_floor", params: { floor: text(floor) } }, floor);
      }
    }
    for (const { cap, refundable } of caps) {
      if (!due.greaterThan(cap)) continue;
      if (refundable) withheld = (withheld ?? ZERO).plus(due.minus(cap));
      add({ code: refundable ? "incentives.payment_withheld" : "incentives.payment_capped", params: { cap: text(cap) } }, cap);
    }
    const payable = rounded(due, decimals, mode);
    const rounding: IncentiveExplanation | undefined = payable.equals(due)
      ? undefined
      : { code: "incentives.rounding", params: { mode, decimals, amount: text(payable.minus(due)) } };
    const amount = fixed(payable, decimals);
    return {
      exact: due,
      amount,
      currency,
      qualifier,
      tier: answer.tier,
      next: answer.next,
      gates: gate?.verdict,
      withheld,
      explanation: {
        code: "incentives.earned",
        params: { programme: titles, version, amount, currency },
        adds: "amount",
        from: inOrder(gate?.explanation, answer.explanation, steps, rounding),
      },
    };
  };
}

/** What is there, in a list no longer than that: a list that grows keeps room for sixteen more, and answers are kept by the thousand. */
function inOrder(
  gate: IncentiveExplanation | undefined,
  working: IncentiveExplanation | undefined,
  steps: readonly IncentiveExplanation[],
  rounding: IncentiveExplanation | undefined,
): readonly IncentiveExplanation[] {
  if (gate === undefined && working !== undefined && steps.length === 0) return rounding === undefined ? [working] : [working, rounding];
  return [gate, working, ...steps, rounding].filter((node) => node !== undefined);
}
