import { payableFraction, ratioOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { type MoneyRounding, payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { optional, readCurrency, readNotNegative, readRounding, readShare, recordOf } from "../kernel/read.js";

/** What selling costs in a period: so much in any case, and a share of sales. */
export interface SalesForceCost {
  /** What it costs whatever is sold, 0 or more. */
  readonly fixedCost: DecimalString;
  /** What it costs beside, a share of sales, from `"0"` to `"1"`: commissions above all. */
  readonly costShare: Rate;
}

/** Two ways to sell. */
export interface ForceCrossoverFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Through an agent. */
  readonly agent: SalesForceCost;
  /** With a sales force of one's own. */
  readonly ownForce: SalesForceCost;
  /** Sales expected in the period, 0 or more. Absent: not known, and only the crossing is told. */
  readonly sales?: DecimalString | undefined;
}

/** How amounts are written. */
export interface ForceCrossoverPolicy {
  /** How the crossing and both costs are rounded, once each. What is cheaper is decided on exact figures. */
  readonly rounding: MoneyRounding;
}

/** Which way to sell costs less. */
export type CheaperForce = "agent" | "own_force" | "equal";

/** Where two ways to sell cost the same. */
export interface ForceCrossover {
  /** The sales, above 0, at which both cost the same. `null`: there are none, or both cost the same everywhere. */
  readonly crossover: DecimalString | null;
  /** What is cheaper below the crossing; everywhere above 0 where there is none. */
  readonly below: CheaperForce;
  /** What is cheaper above it. */
  readonly above: CheaperForce;
  /** Costs at the sales expected, and what is cheaper there. `null`: the sales are not known. */
  readonly expected: {
    /** What the agent costs. */
    readonly agent: DecimalString;
    /** What the own force costs. */
    readonly ownForce: DecimalString;
    /** Which is cheaper. */
    readonly cheaper: CheaperForce;
  } | null;
}

const readCost = recordOf<SalesForceCost>({ fixedCost: readNotNegative, costShare: readShare });
const readFacts = recordOf<ForceCrossoverFacts>({
  currency: readCurrency,
  agent: readCost,
  ownForce: readCost,
  sales: optional(readNotNegative),
});

/**
 * Computes the sales from which a sales force of one's own costs less than an agent.
 *
 * @remarks
 * `crossover = (own fixed cost − agent's fixed cost) ÷ (agent's share − own share)`. An own force usually has the larger fixed cost: below
 * the crossing the agent is cheaper, above it the own force, and where the agent's share is not the larger one there is no crossing.
 * Where the own force has the smaller fixed cost and the larger share, the sides change places.
 *
 * @param facts - What both ways cost, and the sales expected.
 * @param policy - The rounding.
 * @returns The crossing, and what is cheaper on either side and at the sales expected.
 * @throws LibraryFault `kernel.*`, with the place of what cannot be read.
 *
 * @source P. Kotler, Marketing Management: the break-even cost chart of an agency and a company sales force.
 *
 * @example A quarter of sales, or five per cent and 250,000
 * ```ts
 * import { computeForceCrossover } from "qudao/profit-sharing";
 *
 * const { outcome } = computeForceCrossover(
 *   {
 *     currency: "USD", agent: { fixedCost: "0", costShare: "0.25" }, ownForce: { fixedCost: "250000", costShare: "0.05" }, sales: "1000000",
 *   },
 *   { rounding: { decimals: 2, mode: "half_up" } },
 * );
 * [outcome.crossover, outcome.below, outcome.above]; // => ["1250000.00", "agent", "own_force"]
 * outcome.expected; // => { agent: "250000.00", ownForce: "300000.00", cheaper: "agent" }
 * ```
 *
 * @since 0.1.0
 */
export function computeForceCrossover(facts: ForceCrossoverFacts, policy: ForceCrossoverPolicy): Explained<ForceCrossover> {
  return readSafely({ facts, policy }, () => {
    const { currency, agent, ownForce, sales } = readFacts(facts, "facts");
    const { rounding } = recordOf<ForceCrossoverPolicy>({ rounding: readRounding })(policy, "policy");
    const fixedGap = exact(ownForce.fixedCost).minus(agent.fixedCost);
    const shareGap = exact(agent.costShare).minus(ownForce.costShare);
    const crosses = !fixedGap.isZero() && !shareGap.isZero() && fixedGap.isNegative() === shareGap.isNegative();
    const crossover = crosses ? payableFraction(ratioOf(fixedGap, shareGap), rounding) : null;
    // the smaller fixed cost decides for small sales; where they are the same, the smaller share decides for all
    const small = cheaperOf(fixedGap);
    const large = cheaperOf(shareGap.negated());
    const below = small === "equal" ? large : small;
    const above = large === "equal" ? small : large;
    const costOf = ({ fixedCost, costShare }: SalesForceCost, at: DecimalString) => exact(costShare).times(at).plus(fixedCost);
    const expected =
      sales === undefined
        ? null
        : {
            agent: payable(costOf(agent, sales), rounding),
            ownForce: payable(costOf(ownForce, sales), rounding),
            cheaper: cheaperOf(costOf(ownForce, sales).minus(costOf(agent, sales))),
          };
    const line = (way: "agent" | "own_force", { fixedCost, costShare }: SalesForceCost, cost: DecimalString | undefined) => {
      const params = { way, fixedCost, costShare, currency };
      return cost === undefined || sales === undefined
        ? { code: "profit-sharing.force_terms", params }
        : { code: "profit-sharing.force_cost", params: { ...params, sales, cost } };
    };
    return {
      outcome: { crossover, below, above, expected },
      explanation: {
        ...(crossover === null
          ? { code: "profit-sharing.force_no_crossover", params: { below } }
          : { code: "profit-sharing.force_crossover", params: { crossover, below, above, currency } }),
        from: [line("agent", agent, expected?.agent), line("own_force", ownForce, expected?.ownForce)],
      },
    };
  });
}

/** Who is cheaper where the own force costs so much more. */
function cheaperOf(more: Exact): CheaperForce {
  return more.isZero() ? "equal" : more.isNegative() ? "own_force" : "agent";
}
