import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type MoneyRounding, payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import {
  listOf,
  optional,
  readCurrency,
  readDecimal,
  readNotNegative,
  readRounding,
  readShare,
  readText,
  recordOf,
  someOf,
  uniqueBy,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { roundedOff } from "./sharing-fault.js";

/** Ways to sell that are weighed against each other. */
export interface ScenarioFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** The ways, each once. Empty: none is best. */
  readonly alternatives: readonly ScenarioAlternative[];
}

/** One way to sell, and how it may turn out. */
export interface ScenarioAlternative {
  /** What it is. */
  readonly id: string;
  /** How it may turn out, pessimistic, realistic, optimistic, each once. At least one. */
  readonly scenarios: readonly ProfitScenario[];
  /** What it costs however it turns out, 0 or more. */
  readonly fixedCost: DecimalString;
  /** What is lost where a dealer does not pay, and the capital it ties up. Absent: not known, and there is no margin after risk. */
  readonly credit?: CreditAtRisk | undefined;
}

/** One way in which an alternative may turn out. */
export interface ProfitScenario {
  /** What it is called. */
  readonly id: string;
  /** How likely it is, from 0 to 1; those of an alternative add up to 1. */
  readonly probability: Rate;
  /** Units sold, 0 or more. */
  readonly volume: DecimalString;
  /** Margin on a unit, net of tax. Below 0: a loss on each. */
  readonly unitMargin: DecimalString;
}

/** Credit that an alternative puts at risk. */
export interface CreditAtRisk {
  /** How likely it is that the dealer does not pay, from 0 to 1. */
  readonly defaultProbability: Rate;
  /** What part of the debt is then lost, from 0 to 1. */
  readonly lossGivenDefault: Rate;
  /** What it owes at that time, 0 or more. */
  readonly exposure: DecimalString;
  /** Capital that the alternative ties up, 0 or more. */
  readonly capital: DecimalString;
}

/** What capital must earn, and how figures are written. */
export interface ScenarioPolicy {
  /** What capital tied up must earn in the period, a ratio, 0 or more. */
  readonly hurdleRate: Rate;
  /** How both figures of each alternative are rounded, once each. What is best is decided on exact figures. */
  readonly rounding: MoneyRounding;
}

/** What one alternative is worth. */
export interface AlternativeProfit {
  /** The alternative. */
  readonly id: string;
  /** Profit of its scenarios, weighed by their probabilities, less its fixed cost. Below 0: a loss. */
  readonly expected: DecimalString;
  /** The same less expected credit loss and the cost of capital. `null`: the credit is not known. */
  readonly riskAdjusted: DecimalString | null;
  /** Profit of the worst scenario, exact. */
  readonly worst: DecimalString;
  /** Profit of the best one, exact. */
  readonly best: DecimalString;
}

/** What the alternatives are worth. */
export interface ScenarioProfit {
  /** The alternatives in the order of the facts. */
  readonly alternatives: readonly AlternativeProfit[];
  /** The one with the largest expected profit. `null`: several are equal, or there is none. */
  readonly bestExpected: string | null;
  /** The one with the largest margin after risk. `null`: several are equal, there is none, or one of them is not known. */
  readonly bestRiskAdjusted: string | null;
}

/** Why alternatives cannot be weighed. */
export type ScenarioProblem = Message<"profit-sharing.scenarios_not_whole">;

const readAlternative = recordOf<ScenarioAlternative>({
  id: readText,
  scenarios: uniqueBy(
    "id",
    someOf(recordOf<ProfitScenario>({ id: readText, probability: readShare, volume: readNotNegative, unitMargin: readDecimal })),
  ),
  fixedCost: readNotNegative,
  credit: optional(
    recordOf<CreditAtRisk>({
      defaultProbability: readShare,
      lossGivenDefault: readShare,
      exposure: readNotNegative,
      capital: readNotNegative,
    }),
  ),
});

const readFacts = recordOf<ScenarioFacts>({ currency: readCurrency, alternatives: uniqueBy("id", listOf(readAlternative)) });

/**
 * Computes the profit that may be expected of each way to sell over its scenarios, before and after what is at risk.
 *
 * @remarks
 * `expected = Σ probability × volume × unit margin − fixed cost`; `risk-adjusted = expected − default probability × loss given default ×
 * exposure − capital × hurdle rate`. Both are reported: the larger one before risk need not be the larger one after. Exact until each
 * figure is rounded, once.
 *
 * @param facts - The alternatives, their scenarios, and what they put at risk.
 * @param policy - The hurdle rate and the rounding.
 * @returns Both figures of every alternative, and which is best by each.
 * @throws LibraryFault `kernel.*`, with the place of what cannot be read.
 *
 * @errors
 * - `profit-sharing.scenarios_not_whole` - the probabilities of an alternative do not add up to 1.
 *
 * @source Expected value over pessimistic, realistic and optimistic sales; expected credit loss as PD × LGD × EAD and a hurdle on capital
 * as in risk-adjusted return (RAROC).
 *
 * @example The larger margin before risk is the smaller one after it
 * ```ts
 * import { computeScenarioProfit } from "qudao/profit-sharing";
 *
 * const turns = (low: string, high: string) => [
 *   { id: "pessimistic", probability: "0.5", volume: low, unitMargin: "10" }, { id: "optimistic", probability: "0.5", volume: high, unitMargin: "10" },
 * ];
 * const credit = (exposure: string) => ({ defaultProbability: "0.05", lossGivenDefault: "0.4", exposure, capital: "1000" });
 * const answer = computeScenarioProfit(
 *   {
 *     currency: "CNY",
 *     alternatives: [
 *       { id: "agent", scenarios: turns("100", "200"), fixedCost: "0", credit: credit("20000") },
 *       { id: "own shop", scenarios: turns("150", "250"), fixedCost: "600", credit: credit("0") },
 *     ],
 *   },
 *   { hurdleRate: "0.1", rounding: { decimals: 2, mode: "half_up" } },
 * );
 * answer.ok && answer.value.outcome.alternatives.map(({ expected, riskAdjusted }) => [expected, riskAdjusted]);
 * // => [["1500.00", "1000.00"], ["1400.00", "1300.00"]]
 * answer.ok && [answer.value.outcome.bestExpected, answer.value.outcome.bestRiskAdjusted]; // => ["agent", "own shop"]
 * ```
 *
 * @since 0.1.0
 */
export function computeScenarioProfit(facts: ScenarioFacts, policy: ScenarioPolicy): Result<Explained<ScenarioProfit>, ScenarioProblem> {
  return readSafely({ facts, policy }, () => {
    const { currency, alternatives } = readFacts(facts, "facts");
    const { hurdleRate, rounding } = recordOf<ScenarioPolicy>({ hurdleRate: readNotNegative, rounding: readRounding })(policy, "policy");
    for (const { id, scenarios } of alternatives) {
      const sum = sumOf(scenarios.map(({ probability }) => probability));
      if (!sum.equals(1)) return err({ code: "profit-sharing.scenarios_not_whole", params: { id, total: text(sum) } });
    }
    const worths = alternatives.map((one) => worthOf(one, hurdleRate));
    const lines = alternatives.map(({ id }, i): AlternativeProfit => {
      const { expected, adjusted, profits } = worths[i] as Worth;
      return {
        id,
        expected: payable(expected, rounding),
        riskAdjusted: adjusted === undefined ? null : payable(adjusted, rounding),
        worst: text(profits.reduce((least, profit) => Exact.min(least, profit))),
        best: text(profits.reduce((most, profit) => Exact.max(most, profit))),
      };
    });
    const bestExpected = bestOf(
      lines,
      worths.map(({ expected }) => expected),
    );
    const bestRiskAdjusted = bestOf(
      lines,
      worths.map(({ adjusted }) => adjusted),
    );
    return ok({
      outcome: { alternatives: lines, bestExpected, bestRiskAdjusted },
      explanation: {
        code: "profit-sharing.scenarios",
        params: { bestExpected, bestRiskAdjusted },
        from: alternatives.map((one, i) => explained(one, worths[i] as Worth, lines[i] as AlternativeProfit, currency)),
      },
    });
  });
}

interface Worth {
  readonly profits: readonly Exact[];
  readonly expected: Exact;
  /** What the credit and the capital take; `undefined`: not known. */
  readonly taken: { readonly loss: Exact; readonly capital: Exact } | undefined;
  readonly adjusted: Exact | undefined;
}

function worthOf({ scenarios, fixedCost, credit }: ScenarioAlternative, hurdleRate: Rate): Worth {
  const profits = scenarios.map(({ volume, unitMargin }) => exact(volume).times(unitMargin).minus(fixedCost));
  const expected = sumOf(scenarios.map(({ probability }, i) => (profits[i] as Exact).times(probability)));
  const taken = credit && {
    loss: exact(credit.defaultProbability).times(credit.lossGivenDefault).times(credit.exposure),
    capital: exact(credit.capital).times(hurdleRate),
  };
  return { profits, expected, taken, adjusted: taken && expected.minus(taken.loss).minus(taken.capital) };
}

/** Who is worth more than every other; none where one of them is not known. */
function bestOf(lines: readonly AlternativeProfit[], worths: readonly (Exact | undefined)[]): string | null {
  const known = worths.filter((worth) => worth !== undefined);
  if (known.length < lines.length) return null;
  const best = lines.filter((_, i) => known.every((other, k) => k === i || (known[i] as Exact).greaterThan(other)));
  return best[0]?.id ?? null;
}

function explained(
  { id, scenarios }: ScenarioAlternative,
  { profits, expected, taken, adjusted }: Worth,
  line: AlternativeProfit,
  currency: string,
): Explanation {
  const whole: Explanation = {
    code: "profit-sharing.scenario_expected",
    params: { amount: line.expected, currency },
    adds: "amount",
    from: [
      ...scenarios.map(({ id: scenario, probability, volume, unitMargin }, i) => {
        const profit = profits[i] as Exact;
        const params = { scenario, probability, volume, unitMargin, profit: text(profit), amount: text(profit.times(probability)) };
        return { code: "profit-sharing.scenario", params };
      }),
      ...roundedOff(exact(line.expected).minus(expected)),
    ],
  };
  if (taken === undefined || adjusted === undefined || line.riskAdjusted === null) {
    return { code: "profit-sharing.alternative", params: { id }, from: [whole, { code: "profit-sharing.credit_unknown", params: {} }] };
  }
  const after: Explanation = {
    code: "profit-sharing.scenario_adjusted",
    params: { amount: line.riskAdjusted, currency },
    adds: "amount",
    from: [
      { code: "profit-sharing.scenario_before_risk", params: { amount: text(expected) } },
      { code: "profit-sharing.credit_loss", params: { amount: text(taken.loss.negated()) } },
      { code: "profit-sharing.capital_cost", params: { amount: text(taken.capital.negated()) } },
      ...roundedOff(exact(line.riskAdjusted).minus(adjusted)),
    ],
  };
  return { code: "profit-sharing.alternative", params: { id }, from: [whole, after] };
}
