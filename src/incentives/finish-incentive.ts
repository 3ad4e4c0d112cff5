/**
 * From what a schedule earns to what the member gets: what was withheld before, floors, caps, and the one rounding.
 *
 * @internal
 */
import type { TierAnswer } from "../engine/evaluate-tiers.js";
import { type Exact, exact, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Json } from "../kernel/json.js";
import type { Words } from "../kernel/message.js";
import type { GatesAnswer } from "./ask-gates.js";
import { type InKind, inKindOf, noMoneyOf, wordsOfMeans } from "./earned-in-kind.js";
import type { IncentiveCode } from "./messages.js";
import type { IncentiveProgramme, IncentiveRounding, ProgrammeGoods, ProgrammeRight } from "./programme.js";
import type { IncentiveExplanation, ProgrammeAnswer, WindowFigures } from "./programme-answer.js";

export interface EarnedBySchedule {
  readonly gate: GatesAnswer | undefined;
  readonly answer: Omit<TierAnswer, "explanation"> & { readonly explanation: IncentiveExplanation | undefined };
  readonly qualifier: Exact;
  readonly figures: WindowFigures;
  /** Whether floors lift it. Absent: a gate fails or the member is not eligible, and nothing does. */
  readonly liftable?: true;
  /** Whether it is owed for what more came back than was sold. Absent: it is not. */
  readonly owed?: boolean;
}

/** What a programme says of it, read once. */
export interface IncentiveFinish extends Pick<IncentiveProgramme, "version" | "currency">, IncentiveRounding {
  /** Shared by many answers. */
  readonly titles: Readonly<Words>;
  readonly caps: readonly { readonly cap: Exact; readonly refundable: boolean }[];
  /** `always`: also of whoever reaches no tier, or sold nothing. */
  readonly floors: readonly { readonly floor: Exact; readonly always: boolean }[];
  readonly refunds: boolean;
  /** Absent: money. */
  readonly paidIn: PaidIn | undefined;
}

export function readFinish(programme: IncentiveProgramme): IncentiveFinish {
  const { version, currency, titles, limits, rounding } = programme;
  const caps = limits.flatMap((limit) =>
    limit.kind === "payment_cap" ? [{ cap: exact(limit.amount), refundable: limit.refundable === true }] : [],
  );
  return {
    version,
    currency,
    titles: Object.freeze({ ...titles }),
    decimals: rounding.decimals,
    mode: rounding.mode,
    caps,
    floors: limits.flatMap((limit) =>
      limit.kind === "payment_floor" ? [{ floor: exact(limit.amount), always: limit.whereReached !== true }] : [],
    ),
    refunds: caps.some(({ refundable }) => refundable),
    paidIn: paidInOf(programme),
  };
}

export function finishIncentive(read: IncentiveFinish, earned: EarnedBySchedule): ProgrammeAnswer {
  const counted = finishFigure(read, earned);
  return read.paidIn === undefined ? counted : withoutMoney(counted, read.paidIn);
}

function paidInOf(programme: IncentiveProgramme): PaidIn | undefined {
  const kind = inKindOf(programme);
  if (kind === undefined) return undefined;
  const { unit } = "goods" in kind ? kind.goods : kind.right;
  const [code, what] = "goods" in kind ? productWords(kind.goods) : rightWords(kind.right);
  return { of: kind, code, what, unit, none: noMoneyOf(programme) };
}

interface PaidIn {
  readonly of: InKind;
  readonly code: IncentiveCode;
  readonly what: { readonly [name: string]: Json };
  readonly unit: string;
  /** No money, with the places of the currency. */
  readonly none: string;
}

const productWords = ({ productId }: ProgrammeGoods) => ["incentives.goods_earned", { productId }] as const;

const rightWords = ({ means }: ProgrammeRight) => ["incentives.right_earned", { means: wordsOfMeans(means) as Json }] as const;

/** What was counted in units of goods or of a right: the same working, and no money. */
function withoutMoney(counted: ProgrammeAnswer, { of, code, what, unit, none: amount }: PaidIn): ProgrammeAnswer {
  const { amount: quantity, currency, explanation } = counted;
  const { programme, version } = explanation.params as { readonly [name: string]: Json };
  return {
    ...counted,
    exact: ZERO,
    amount,
    inKind: { of, quantity, exact: counted.exact },
    explanation: {
      code,
      params: { ...what, quantity, unit, amount, currency },
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

/** What the member gets, in money or in units of the goods or the right. */
function finishFigure(
  { titles, version, currency, decimals, mode, caps, floors, refunds }: IncentiveFinish,
  { gate, answer, qualifier, figures, liftable, owed }: EarnedBySchedule,
): ProgrammeAnswer {
  let steps: Steps = NO_STEPS;
  let due = answer.earned;
  // what an earlier version withheld is due, whether or not this one withholds anything
  let withheld = refunds || figures.withheld?.isZero() === false ? (figures.withheld ?? ZERO) : undefined;
  if (withheld !== undefined && !withheld.isZero() && gate?.verdict !== "unmet") {
    steps = and(steps, { code: "incentives.withheld_before", params: { amount: text(withheld) } });
    due = due.plus(withheld);
    withheld = ZERO;
  }
  if (liftable) {
    for (const { floor, always } of floors) {
      if (!(always || (answer.tier > 0 && !qualifier.isZero())) || !due.lessThan(floor)) continue;
      steps = and(steps, { code: "incentives.payment_floor", params: { floor: text(floor), amount: text(floor.minus(due)) } });
      due = floor;
    }
  }
  for (const { cap, refundable } of caps) {
    if (!due.greaterThan(cap)) {
      // as many sales would have earned no more; what a refundable cap withheld was taken off above
      const most = cap.negated();
      if (!owed || refundable || !due.lessThan(most)) continue;
      steps = and(steps, { code: "incentives.payment_capped", params: { cap: text(cap), amount: text(most.minus(due)) } });
      due = most;
      continue;
    }
    if (refundable) withheld = (withheld ?? ZERO).plus(due.minus(cap));
    const code = refundable ? "incentives.payment_withheld" : "incentives.payment_capped";
    steps = and(steps, { code, params: { cap: text(cap), amount: text(cap.minus(due)) } });
    due = cap;
  }
  const payable = rounded(due, decimals, mode);
  if (!payable.equals(due)) {
    steps = and(steps, { code: "incentives.rounding", params: { mode, decimals, amount: text(payable.minus(due)) } });
  }
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
      params: { programme: titles as Json, version, amount, currency },
      adds: "amount",
      from: inOrder(gate?.explanation, answer.explanation, steps),
    },
  };
}

type Steps = readonly IncentiveExplanation[];

const NO_STEPS: Steps = [];

/** One more, in a list no longer than that: a list that grows keeps room for sixteen, and answers are kept by the thousand. */
function and(steps: Steps, step: IncentiveExplanation): Steps {
  return steps.length === 0 ? [step] : [...steps, step];
}

function inOrder(gate: IncentiveExplanation | undefined, working: IncentiveExplanation | undefined, steps: Steps): Steps {
  if (gate === undefined && working !== undefined) {
    if (steps.length === 0) return [working];
    if (steps.length === 1) return [working, steps[0] as IncentiveExplanation];
  }
  return [gate, working, ...steps].filter((node) => node !== undefined);
}
