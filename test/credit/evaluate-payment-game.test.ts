import { evaluatePaymentGame, type GamePayoff, type PaymentPayoffs } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const cell = ([dealer, maker]: readonly [number, number]): GamePayoff => ({ dealer: String(dealer), maker: String(maker) });
/** Pay and cooperate, pay and withhold, delay and cooperate, delay and withhold. */
const game = (...[pc, pw, dc, dw]: readonly (readonly [number, number])[]): PaymentPayoffs => ({
  pay: { cooperate: cell(pc as [number, number]), withhold: cell(pw as [number, number]) },
  delay: { cooperate: cell(dc as [number, number]), withhold: cell(dw as [number, number]) },
});
const evaluate = (payoffs: PaymentPayoffs) => shown(evaluatePaymentGame({ payoffs }));
const dilemma = game([3, 3], [0, 5], [5, 0], [1, 1]);

describe("evaluatePaymentGame()", () => {
  test("S19-133: the only equilibrium of a dilemma is delay and withhold, and paying and cooperating is better for both", () => {
    const outcome = evaluate(dilemma);
    expect(outcome).toMatchObject({
      dealerBest: { cooperate: ["delay"], withhold: ["delay"] },
      makerBest: { pay: ["withhold"], delay: ["withhold"] },
      dealerDominant: "delay",
      makerDominant: "withhold",
      mixed: null,
      repetitionCanHelp: true,
    });
    expect(outcome.equilibria).toStrictEqual([
      {
        dealer: "delay",
        maker: "withhold",
        payoff: { dealer: "1", maker: "1" },
        jointLoss: "4",
        dominatedBy: [{ dealer: "pay", maker: "cooperate" }],
      },
    ]);
  });

  test("S19-134: both gain less in the equilibrium than together, and lose the difference", () => {
    const [equilibrium] = evaluate(dilemma).equilibria;
    expect([equilibrium?.payoff, equilibrium?.jointLoss]).toStrictEqual([{ dealer: "1", maker: "1" }, "4"]);
  });

  test("two equilibria, and the mixed one between them", () => {
    // stag hunt: dealer is indifferent at q × 4 = q × 3 + (1 − q) × 2, q = 2/3
    const outcome = evaluate(game([4, 4], [0, 3], [3, 0], [2, 2]));
    expect(outcome.equilibria.map(({ dealer, maker }) => `${dealer} ${maker}`)).toStrictEqual(["pay cooperate", "delay withhold"]);
    expect(outcome.mixed?.payShare).toMatch(/^0\.6{39}7$/);
    expect(outcome.repetitionCanHelp).toBe(false);
    expect(outcome.dealerDominant).toBeNull();
  });

  test("no pure equilibrium: both mix", () => {
    // the maker is indifferent at p × 2 + (1 − p) × (−2) = 0 × p + 0: p = 0.5; the dealer at q × 1 + (1 − q) × 1 = q × 3 + 0: q = 1/3 … with 4: q = 0.25
    const outcome = evaluate(game([1, 2], [1, 0], [4, -2], [0, 0]));
    expect(outcome.equilibria).toStrictEqual([]);
    expect(outcome.mixed).toStrictEqual({ payShare: "0.5", cooperateShare: "0.25", payoff: { dealer: "1", maker: "0" } });
  });

  test("ties are best answers too, and a line of mixtures is none", () => {
    const outcome = evaluate(game([1, 1], [1, 1], [1, 1], [1, 1]));
    expect([outcome.equilibria.length, outcome.mixed, outcome.dealerDominant, outcome.repetitionCanHelp]).toStrictEqual([
      4,
      null,
      null,
      false,
    ]);
    expect(outcome.equilibria.every(({ dominatedBy }) => dominatedBy.length === 0)).toBe(true);
  });

  test("where paying and cooperating is an equilibrium, nothing is lost", () => {
    expect(evaluate(game([5, 5], [1, 1], [2, 2], [0, 0]))).toMatchObject({
      dealerDominant: "pay",
      equilibria: [{ dealer: "pay", maker: "cooperate", jointLoss: "0" }],
    });
  });

  test("names the place of what is malformed", () => {
    expect(
      faultAt(() => evaluate({ ...dilemma, pay: { cooperate: { dealer: "x", maker: "1" }, withhold: { dealer: "1", maker: "1" } } })),
    ).toBe("kernel.not_a_decimal at facts.payoffs.pay.cooperate.dealer");
  });
});
