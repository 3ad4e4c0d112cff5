import { sumDecimals } from "qudao/kernel";
import { computeContributions } from "qudao/performance";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

const policy = { decimals: 4, remainder: "largest_fraction_first" as const };
const of = (...amounts: readonly string[]) => ({ members: amounts.map((amount, i) => ({ member: `m${i}`, amount })) });

// S01-12
test("contributions of all members add up to exactly 1", () => {
  const answer = computeContributions(of("1", "1", "1", "4"), policy);
  if (!answer.ok) throw new Error(answer.problem.code);
  const shares = answer.value.outcome.map(({ share }) => share);
  // sevenths: 0.142857… and 0.571428…
  expect(shares).toStrictEqual(["0.1429", "0.1429", "0.1428", "0.5714"]);
  expect(sumDecimals(shares)).toBe("1");
});

test("nothing to divide by is a problem, not a share of 0", () => {
  expect(computeContributions(of("0", "0"), policy)).toMatchObject({ ok: false, problem: { code: "kernel.no_weights" } });
  expect(computeContributions(of("-1", "2"), policy)).toMatchObject({ ok: false, problem: { code: "kernel.negative_weight" } });
  expect(faultAt(() => computeContributions(of("1", "x"), policy))).toBe("kernel.not_a_decimal at facts.members[1].amount");
  const twice = { members: [...of("1").members, ...of("2").members] };
  expect(faultAt(() => computeContributions(twice, policy))).toBe("kernel.named_twice at facts.members[1].member");
  expectOnlyFaults(computeContributions as never, [of("1", "2"), policy]);
});
