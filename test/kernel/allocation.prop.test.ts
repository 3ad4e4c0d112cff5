import fc from "fast-check";
import { allocateAmount, checkExplanation, formatDecimal, parseDecimal, remainderOrders, sumDecimals } from "qudao/kernel";
import { expect, test } from "vitest";
import * as oracle from "../support/oracle-decimal.js";

const seeded = { seed: 20240101, numRuns: 500 };
const decimals = fc.integer({ min: 0, max: 4 });
const weight = fc.oneof(
  fc.constant("0"),
  fc.integer({ min: 0, max: 9 }).map(String),
  fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 5 })).map(([n, places]) => oracle.written(BigInt(n), places)),
);
const order = fc.constantFrom(...remainderOrders);

/** A total in smallest units, its places, and weights of which one is above 0. */
const someCase = fc
  .record({
    units: fc.oneof(fc.integer({ min: -50, max: 50 }), fc.maxSafeInteger()),
    decimals,
    weights: fc.array(weight, { minLength: 1, maxLength: 12 }),
    order,
  })
  .filter(({ weights }) => weights.some((one) => oracle.compare(one, "0") > 0));

function split({
  units,
  decimals: places,
  weights,
  order: remainder,
}: {
  units: number;
  decimals: number;
  weights: string[];
  order: (typeof remainderOrders)[number];
}) {
  const total = oracle.written(BigInt(units), places);
  const answer = allocateAmount({ total, weights }, { decimals: places, remainder });
  if (!answer.ok) throw new Error(answer.problem.code);
  return { total, ...answer.value };
}

/** Weights as whole numbers of one denominator. */
function whole(weights: readonly string[]): readonly bigint[] {
  return weights.map((one) => {
    const { units, places } = oracle.scaledOf(one);
    return units * 10n ** BigInt(5 - places);
  });
}

const law = (name: string, check: (given: Parameters<typeof split>[0]) => void) =>
  test(name, () => fc.assert(fc.property(someCase, check), seeded));

law("the parts add up to the total, and the working re-adds", (given) => {
  const { total, outcome, explanation } = split(given);
  expect(sumDecimals(outcome)).toBe(parseDecimal(total));
  expect(checkExplanation(explanation)).toStrictEqual([]);
  expect(explanation.from?.map(({ params }) => params["amount"])).toStrictEqual(outcome);
});

law("every part is written with exactly the places paid", (given) => {
  for (const part of split(given).outcome) expect(part).toBe(formatDecimal(part, given.decimals));
});

law("a part is its exact share, or one of the two whole units around it: never a full unit away", (given) => {
  const weights = whole(given.weights);
  const sum = weights.reduce((a, b) => a + b, 0n);
  split(given).outcome.forEach((part, i) => {
    const units = oracle.scaledOf(part).units;
    // |units − total × weight ÷ sum| < 1, multiplied by sum; equal where the share is exact.
    const off = units * sum - BigInt(given.units) * (weights[i] as bigint);
    const exact = (BigInt(given.units) * (weights[i] as bigint)) % sum === 0n;
    expect(off < 0n ? -off < sum : off < sum).toBe(true);
    if (exact) expect(off).toBe(0n);
    if (weights[i] === 0n) expect(units).toBe(0n);
  });
});

law("a negative total mirrors the positive one", (given) => {
  const mirrored = split({ ...given, units: -given.units }).outcome.map((part) =>
    parseDecimal(part.startsWith("-") ? part.slice(1) : `-${part}`),
  );
  expect(mirrored).toStrictEqual(split(given).outcome.map((part) => parseDecimal(part)));
});

law("the parts that get a spare unit are the first cut ones in the order named", (given) => {
  const weights = whole(given.weights);
  const sum = weights.reduce((a, b) => a + b, 0n);
  const units = BigInt(Math.abs(given.units));
  const lost = weights.map((one, i) => ({ i, lost: (units * one) % sum }));
  const cut = lost.filter((one) => one.lost > 0n);
  const missing = units - weights.reduce((all, one) => all + (units * one) / sum, 0n);
  const before = (a: (typeof cut)[0], b: (typeof cut)[0]) =>
    given.order === "contract_order"
      ? a.i < b.i
      : given.order === "reverse_order"
        ? a.i > b.i
        : a.lost > b.lost || (a.lost === b.lost && a.i < b.i);
  split(given).explanation.from?.forEach((node, i) => {
    const self = cut.find((one) => one.i === i);
    const rank = self === undefined ? cut.length : cut.filter((one) => before(one, self)).length;
    expect(node.code).toBe(self !== undefined && BigInt(rank) < missing ? "kernel.allocated_with_spare" : "kernel.allocated");
  });
});

law("only the proportion of the weights counts", (given) => {
  const tripled = given.weights.map((one) => oracle.multiply(one, "3"));
  expect(split({ ...given, weights: tripled }).outcome).toStrictEqual(split(given).outcome);
});
