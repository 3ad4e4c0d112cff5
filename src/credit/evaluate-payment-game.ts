import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, quotient, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import {
  type DealerMove,
  dealerMoves,
  type GameCell,
  type GamePayoff,
  type MakerMove,
  makerMoves,
  type PaymentPayoffs,
} from "./payment-payoffs.js";

/** The game of one cycle. */
export interface PaymentGameFacts {
  /** What each gains in the four outcomes, in one currency. */
  readonly payoffs: PaymentPayoffs;
}

/** An outcome from which nobody gains by moving alone. */
export interface GameEquilibrium extends GameCell {
  /** What each gains there. */
  readonly payoff: GamePayoff;
  /** What both lose together against `pay` and `cooperate`. Below 0: they gain. */
  readonly jointLoss: DecimalString;
  /** Outcomes in which nobody is worse off and somebody better. */
  readonly dominatedBy: readonly GameCell[];
}

/** Chances of the moves from which nobody gains by another chance. */
export interface MixedEquilibrium {
  /** Chance that the dealer pays, between 0 and 1. */
  readonly payShare: DecimalString;
  /** Chance that the manufacturer cooperates, between 0 and 1. */
  readonly cooperateShare: DecimalString;
  /** What each gains on average. */
  readonly payoff: GamePayoff;
}

/** How the game of payment goes. */
export interface PaymentGame {
  /** The best the dealer can do, by what the manufacturer does; both where they are equal. */
  readonly dealerBest: { readonly [M in MakerMove]: readonly DealerMove[] };
  /** The best the manufacturer can do, by what the dealer does. */
  readonly makerBest: { readonly [D in DealerMove]: readonly MakerMove[] };
  /** What the dealer does whatever the other does. `null`: it depends. */
  readonly dealerDominant: DealerMove | null;
  /** What the manufacturer does whatever the other does. `null`: it depends. */
  readonly makerDominant: MakerMove | null;
  /** Pure equilibria, in the order of the moves. Empty: none. */
  readonly equilibria: readonly GameEquilibrium[];
  /** The equilibrium in which both mix. `null`: there is none, or a whole line of them. */
  readonly mixed: MixedEquilibrium | null;
  /** Paying and cooperating is better for one and worse for none than an equilibrium, and is none itself: only repetition can bring it about. */
  readonly repetitionCanHelp: boolean;
}

/**
 * Evaluates the game between a dealer that may delay payment and a manufacturer that may withhold goods: what both will do, and what that costs.
 *
 * @remarks
 * Pure equilibria are pairs of best answers, ties included. The mixed one makes each other indifferent; it is given only where both chances lie
 * strictly between 0 and 1. Chances are cut at 40 significant digits.
 *
 * @param facts - The four outcomes.
 * @returns Best answers, equilibria, and what they lose together.
 * @throws LibraryFault `kernel.*` with the place.
 *
 * @source S19-133, S19-134; theory of the repeated game.
 *
 * @example Neither pays, neither supplies, and both are worse off
 * ```ts
 * import { evaluatePaymentGame } from "qudao/credit";
 *
 * const { outcome } = evaluatePaymentGame({
 *   payoffs: {
 *     pay: { cooperate: { dealer: "3", maker: "3" }, withhold: { dealer: "0", maker: "5" } },
 *     delay: { cooperate: { dealer: "5", maker: "0" }, withhold: { dealer: "1", maker: "1" } },
 *   },
 * });
 * outcome.equilibria; // => [{ dealer: "delay", maker: "withhold", payoff: { dealer: "1", maker: "1" }, jointLoss: "4", dominatedBy: [{ dealer: "pay", maker: "cooperate" }] }]
 * ```
 *
 * @since 0.1.0
 */
export function evaluatePaymentGame(facts: PaymentGameFacts): Explained<PaymentGame> {
  return readSafely("facts", () => {
    const game = readGame(checkRecord(facts, "facts")["payoffs"]);
    const best = <M extends string>(moves: readonly M[], gain: (move: M) => Exact): readonly M[] => {
      const top = moves.map(gain).reduce((a, b) => Exact.max(a, b));
      return moves.filter((move) => gain(move).equals(top));
    };
    const dealerBest = byMove(makerMoves, (maker) => best(dealerMoves, (dealer) => game[dealer][maker].dealer));
    const makerBest = byMove(dealerMoves, (dealer) => best(makerMoves, (maker) => game[dealer][maker].maker));
    const cells = dealerMoves.flatMap((dealer) => makerMoves.map((maker): GameCell => ({ dealer, maker })));
    const joint = ({ dealer, maker }: GameCell) => game[dealer][maker].dealer.plus(game[dealer][maker].maker);
    const together: GameCell = { dealer: "pay", maker: "cooperate" };
    const equilibria = cells
      .filter(({ dealer, maker }) => dealerBest[maker].includes(dealer) && makerBest[dealer].includes(maker))
      .map(
        (cell): GameEquilibrium => ({
          ...cell,
          payoff: textOf(game[cell.dealer][cell.maker]),
          jointLoss: text(joint(together).minus(joint(cell))),
          dominatedBy: cells.filter((other) => isBetter(game[other.dealer][other.maker], game[cell.dealer][cell.maker])),
        }),
      );
    const isTogether = (cell: GameCell) => cell.dealer === "pay" && cell.maker === "cooperate";
    const outcome: PaymentGame = {
      dealerBest,
      makerBest,
      dealerDominant: dominant(dealerBest.cooperate, dealerBest.withhold),
      makerDominant: dominant(makerBest.pay, makerBest.delay),
      equilibria,
      mixed: mixedOf(game),
      repetitionCanHelp: !equilibria.some(isTogether) && equilibria.some(({ dominatedBy }) => dominatedBy.some(isTogether)),
    };
    return { outcome, explanation: explain(outcome, game) };
  });
}

interface Gains {
  readonly dealer: Exact;
  readonly maker: Exact;
}

type Game = { readonly [D in DealerMove]: { readonly [M in MakerMove]: Gains } };

function byMove<M extends string, T>(moves: readonly M[], value: (move: M) => T): { readonly [K in M]: T } {
  return Object.fromEntries(moves.map((move) => [move, value(move)])) as { readonly [K in M]: T };
}

function readGame(value: unknown): Game {
  const rows = checkRecord(value, "facts.payoffs");
  return byMove(dealerMoves, (dealer) => {
    const row = checkRecord(rows[dealer], `facts.payoffs.${dealer}`);
    return byMove(makerMoves, (maker) => {
      const path = `facts.payoffs.${dealer}.${maker}`;
      const cell = checkRecord(row[maker], path);
      return {
        dealer: exact(cell["dealer"] as DecimalLike, `${path}.dealer`),
        maker: exact(cell["maker"] as DecimalLike, `${path}.maker`),
      };
    });
  });
}

const textOf = ({ dealer, maker }: Gains): GamePayoff => ({ dealer: text(dealer), maker: text(maker) });

/** Strictly better whatever the other does. */
function dominant<M>(one: readonly M[], other: readonly M[]): M | null {
  return one.length === 1 && other.length === 1 && one[0] === other[0] ? (one[0] as M) : null;
}

function isBetter(a: Gains, b: Gains): boolean {
  const [dealer, maker] = [a.dealer.comparedTo(b.dealer), a.maker.comparedTo(b.maker)];
  return dealer >= 0 && maker >= 0 && dealer + maker > 0;
}

function mixedOf({ pay, delay }: Game): MixedEquilibrium | null {
  const pays = chance(delay.withhold.maker.minus(delay.cooperate.maker), pay.cooperate.maker.minus(pay.withhold.maker));
  const cooperates = chance(delay.withhold.dealer.minus(pay.withhold.dealer), pay.cooperate.dealer.minus(delay.cooperate.dealer));
  if (pays === undefined || cooperates === undefined) return null;
  const average = (share: Exact, one: Exact, other: Exact) => text(share.times(one.minus(other)).plus(other));
  return {
    payShare: text(pays),
    cooperateShare: text(cooperates),
    payoff: {
      dealer: average(cooperates, pay.cooperate.dealer, pay.withhold.dealer),
      maker: average(pays, pay.cooperate.maker, delay.cooperate.maker),
    },
  };
}

/** `a ÷ (a + b)`, where it lies strictly between 0 and 1: both have the same sign. */
function chance(a: Exact, b: Exact): Exact | undefined {
  if (a.isZero() || b.isZero() || a.isNegative() !== b.isNegative()) return undefined;
  return quotient(a, a.plus(b));
}

function explain({ equilibria, mixed, repetitionCanHelp }: PaymentGame, game: Game): Explanation {
  const from: Explanation[] = dealerMoves.flatMap((dealer) =>
    makerMoves.map((maker) => ({
      code: "credit.game_cell",
      params: { dealer, maker, dealerGains: text(game[dealer][maker].dealer), makerGains: text(game[dealer][maker].maker) },
    })),
  );
  for (const { dealer, maker, payoff, jointLoss, dominatedBy } of equilibria) {
    from.push({
      code: "credit.game_equilibrium",
      params: { dealer, maker, dealerGains: payoff.dealer, makerGains: payoff.maker, jointLoss },
      from: dominatedBy.map((cell) => ({ code: "credit.game_better", params: { ...cell } })),
    });
  }
  if (mixed !== null) from.push({ code: "credit.game_mixed", params: { payShare: mixed.payShare, cooperateShare: mixed.cooperateShare } });
  return { code: "credit.game", params: { equilibria: equilibria.length, repetitionCanHelp }, from };
}
