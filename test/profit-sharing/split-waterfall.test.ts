import { splitWaterfall, type WaterfallPolicy, type WaterfallStep } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, problemOf } from "../support/sharing.js";

const title = { en: "Step", zh: "步骤" };
const capital: WaterfallStep = {
  kind: "claims",
  title,
  claims: [
    { partyId: "maker", amount: "600" },
    { partyId: "agent", amount: "400" },
  ],
};
const preferred: WaterfallStep = { kind: "preferred_return", title, claims: [{ partyId: "maker", capital: "600", rate: "0.1" }] };
const catchUp: WaterfallStep = { kind: "catch_up", title, partyId: "agent", share: "0.2" };
const rest: WaterfallStep = {
  kind: "share",
  title,
  parties: [
    { partyId: "maker", share: "0.8" },
    { partyId: "agent", share: "0.2" },
  ],
};

function run(
  amount: string,
  steps: readonly WaterfallStep[] = [capital, preferred, catchUp, rest],
  changes: Partial<WaterfallPolicy> = {},
) {
  const policy: WaterfallPolicy = { steps, decimals: 2, remainder: "contract_order", ...changes };
  return splitWaterfall(frozen({ amount: { amount, currency: "CNY" } }), frozen(policy));
}
const got = (amount: string, steps?: readonly WaterfallStep[]) =>
  answerOf(run(amount, steps)).parties.map(({ partyId, amount }) => `${partyId} ${amount}`);

describe("splitWaterfall()", () => {
  // capital 600 and 400; preferred 60 to the maker; the agent catches up to a fifth of 75, which is 15; then 8 to 2
  test.each([
    { amount: "0", maker: "0.00", agent: "0.00", why: "nothing to hand out" },
    {
      amount: "999.99",
      maker: "600.00",
      agent: "399.99",
      why: "one fen short of the capital: exact 599.994 and 399.996, the odd fen in contract order",
    },
    { amount: "1000", maker: "600.00", agent: "400.00", why: "the capital and no more" },
    { amount: "1000.01", maker: "600.01", agent: "400.00", why: "the first fen of the preferred return" },
    { amount: "1060", maker: "660.00", agent: "400.00", why: "the whole preferred return" },
    { amount: "1075", maker: "660.00", agent: "415.00", why: "caught up: 15 is a fifth of 75" },
    { amount: "1175", maker: "740.00", agent: "435.00", why: "a hundred more, 80 and 20" },
  ])("$amount: $why", ({ amount, maker, agent }) => {
    expect(got(amount)).toStrictEqual([`maker ${maker}`, `agent ${agent}`]);
  });

  test("tells what each step paid and left owing", () => {
    const { steps } = answerOf(run("1030"));
    expect(steps.map(({ paid, unpaid }) => [paid, unpaid])).toStrictEqual([
      ["1000.00", "0.00"],
      ["30.00", "30.00"],
      ["0.00", "0.00"],
      ["0.00", "0.00"],
    ]);
  });

  test("a slice up to a limit, then another ratio", () => {
    const slice: WaterfallStep = { ...rest, upTo: "100", parties: [{ partyId: "maker", share: "1" }] };
    expect(got("150", [slice, rest])).toStrictEqual(["maker 140.00", "agent 10.00"]);
    expect(got("99.99", [slice, rest])).toStrictEqual(["maker 99.99", "agent 0.00"]);
  });

  test("a catch-up is cut to the smallest unit and never below 0", () => {
    const all: WaterfallStep = { kind: "preferred_return", title, claims: [{ partyId: "agent", capital: "100", rate: "1" }] };
    expect(answerOf(run("150", [all, catchUp, rest])).steps[1]?.paid).toBe("0.00");
    const third: WaterfallStep = { ...catchUp, partyId: "agent", share: "0.25" };
    const maker: WaterfallStep = { kind: "preferred_return", title, claims: [{ partyId: "maker", capital: "100", rate: "1" }] };
    expect(answerOf(run("150", [maker, third, rest])).steps[1]?.paid).toBe("33.33");
  });

  test("hands out, and does not collect", () => {
    expect(problemOf(run("-1")).code).toBe("profit-sharing.loss_not_shared");
    expect(problemOf(run("0.001")).code).toBe("kernel.total_too_precise");
  });

  test("the last step, and only the last, shares all that is left", () => {
    expect(faultAt(() => run("1", [capital]))).toBe("profit-sharing.waterfall_closed at policy.steps[0]");
    expect(faultAt(() => run("1", [rest, rest]))).toBe("profit-sharing.waterfall_closed at policy.steps[0]");
    expect(faultAt(() => run("1", []))).toBe("kernel.list_empty at policy.steps");
    expect(faultAt(() => run("1", [{ ...catchUp, share: "1" }, rest]))).toBe("kernel.outside_bounds at policy.steps[0].share");
    expect(faultAt(() => run("1", [{ ...rest, parties: [{ partyId: "a", share: "0" }] }]))).toBe(
      "kernel.not_above_zero at policy.steps[0].parties",
    );
    expect(faultAt(() => run("1", [{ kind: "gift" } as never]))).toBe("kernel.not_a_choice at policy.steps[0].kind");
  });
});
