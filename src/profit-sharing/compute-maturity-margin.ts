import { type Fraction, payableFraction, ratioOf, roundFraction, wholeOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { MoneyRounding } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, type Read, readCurrency, readNotNegative, readRounding, readShare, recordOf, someOf } from "../kernel/read.js";
import { sharingFault } from "./sharing-fault.js";

/** A channel, and what it sells. */
export interface MaturityMarginFacts {
  /** How mature the channel is, from `"0"`, just entered, to `"1"`, fully built. The host measures it. */
  readonly maturity: Rate;
  /** ISO 4217 code of the price. */
  readonly currency: string;
  /** The price per unit that the margin is a part of, net of tax, 0 or more. */
  readonly unitPrice: DecimalString;
}

/** A margin from one stage of maturity on. */
export interface MaturityStage {
  /** Maturity from which it holds; `"0"` in the first row. */
  readonly from: Rate;
  /** The margin, as a share of the price. Never above that of an earlier stage. */
  readonly margin: Rate;
}

/** The margin per unit over the life of a channel (利润点). */
export interface MarginSchedule {
  /** The stages, the least mature first. A maturity equal to `from` belongs to the row. */
  readonly stages: readonly MaturityStage[];
  /** Between two stages the margin stays (`steps`) or falls in a straight line (`line`). After the last stage it stays. */
  readonly between: "steps" | "line";
  /** How the margin rate is rounded for showing, once. */
  readonly rateRounding: MoneyRounding;
  /** How the margin per unit is rounded, once, from the exact rate. */
  readonly rounding: MoneyRounding;
}

/** A margin per unit. */
export interface MaturityMargin {
  /** The margin as a share of the price, rounded. */
  readonly rate: Rate;
  /** The margin of a unit. */
  readonly unitMargin: DecimalString;
}

const readStages: Read<readonly MaturityStage[]> = (value, path) => {
  const stages = someOf(recordOf<MaturityStage>({ from: readShare, margin: readShare }))(value, path);
  stages.forEach(({ from, margin }, i) => {
    const before = stages[i - 1];
    if (before === undefined) {
      if (from !== "0") throw sharingFault("profit-sharing.first_not_zero", `${path}[0].from`, { got: from });
      return;
    }
    if (!exact(from).greaterThan(before.from))
      throw sharingFault("profit-sharing.not_rising", `${path}[${i}].from`, { got: from, previous: before.from });
    if (exact(margin).greaterThan(before.margin)) {
      throw sharingFault("profit-sharing.margin_rises", `${path}[${i}].margin`, { got: margin, previous: before.margin });
    }
  });
  return stages;
};

const readPolicy = recordOf<MarginSchedule>({
  stages: readStages,
  between: choiceOf(["steps", "line"]),
  rateRounding: readRounding,
  rounding: readRounding,
});

/**
 * Computes the margin of a unit for a channel of a given maturity; it never rises as the channel matures.
 *
 * @remarks
 * By steps the rate is that of the last stage reached; in a line it is `margin + (next margin − margin) × (maturity − from) ÷ (next from −
 * from)`; `unit margin = price × rate`, from the exact rate. A schedule whose margin rises is refused, so that for every policy that is accepted a more mature channel has no higher margin.
 * Unit margin and a class's share of profit are different things: a falling margin may go with a larger share for agents.
 *
 * @param facts - Maturity and price.
 * @param policy - The schedule.
 * @returns The margin as a rate and per unit.
 * @throws LibraryFault `profit-sharing.margin_rises`, `profit-sharing.not_rising`, `profit-sharing.first_not_zero`, `kernel.*`.
 *
 * @source S19-146.
 *
 * @example Half way between two stages
 * ```ts
 * import { computeMaturityMargin, type MarginSchedule } from "qudao/profit-sharing";
 *
 * const schedule: MarginSchedule = {
 *   stages: [{ from: "0", margin: "0.3" }, { from: "0.5", margin: "0.2" }, { from: "1", margin: "0.12" }], between: "line",
 *   rateRounding: { decimals: 4, mode: "half_up" }, rounding: { decimals: 2, mode: "half_up" },
 * };
 * const facts = { maturity: "0.25", currency: "CNY", unitPrice: "200" };
 * computeMaturityMargin(facts, schedule).outcome; // => { rate: "0.25", unitMargin: "50.00" }
 * computeMaturityMargin(facts, { ...schedule, between: "steps" }).outcome; // => { rate: "0.3", unitMargin: "60.00" }
 * ```
 *
 * @since 0.1.0
 */
export function computeMaturityMargin(facts: MaturityMarginFacts, policy: MarginSchedule): Explained<MaturityMargin> {
  return readSafely({ facts, policy }, () => {
    const { maturity, currency, unitPrice } = recordOf<MaturityMarginFacts>({
      maturity: readShare,
      currency: readCurrency,
      unitPrice: readNotNegative,
    })(facts, "facts");
    const { stages, between, rateRounding, rounding } = readPolicy(policy, "policy");
    const rate = rateAt(maturity, stages, between);
    const shown = text(roundFraction(rate, rateRounding.decimals, rateRounding.mode));
    const unitMargin = payableFraction({ over: rate.over.times(unitPrice), under: rate.under }, rounding);
    return {
      outcome: { rate: shown, unitMargin },
      explanation: { code: "profit-sharing.maturity_margin", params: { maturity, rate: shown, unitPrice, unitMargin, currency } },
    };
  });
}

function rateAt(maturity: string, stages: readonly MaturityStage[], between: MarginSchedule["between"]): Fraction {
  const at = stages.filter(({ from }) => exact(maturity).greaterThanOrEqualTo(from)).length - 1;
  const stage = stages[at] as MaturityStage;
  const next = stages[at + 1];
  if (between === "steps" || next === undefined) return wholeOf(exact(stage.margin));
  const width = exact(next.from).minus(stage.from);
  const way = exact(maturity).minus(stage.from);
  const over = exact(stage.margin).times(width).plus(exact(next.margin).minus(stage.margin).times(way));
  return ratioOf(over, width);
}
