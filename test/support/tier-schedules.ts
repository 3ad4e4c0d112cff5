/** Threshold tables of every method by chance, and values that are often exactly on a threshold. */
import fc from "fast-check";
import { type TierMethod, type TierRow, type TierSchedule, tierCurves } from "qudao/engine";

export const hundredths = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => (n / 100).toFixed(2));
const thousandths = fc.integer({ min: -20, max: 120 }).map((n) => (n / 1000).toFixed(3));

/** A table of one method whose rows begin at 0 (an excess table somewhere above) and are far enough apart to be met exactly. */
export function scheduleOf(method: TierMethod, unit: string): fc.Arbitrary<TierSchedule> {
  if (method === "package") {
    return fc.record({
      method: fc.constant("package" as const),
      unit: fc.constant(unit),
      size: hundredths(25, 300),
      amount: hundredths(-100, 900),
      count: fc.constantFrom("complete" as const, "started" as const),
    });
  }
  if (method === "polynomial") return polynomial(unit);
  const paysAmounts = method === "lump_sum" || method === "lump_sum_each";
  const addsAmount = method === "graduated" || method === "excess_only" || method === "retroactive";
  const added = fc.option(thousandths, { nil: undefined });
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), thousandths, fc.boolean(), added), { minLength: 1, maxLength: 4 });
  return fc
    .tuple(steps, fc.constantFrom("reaches" as const, "exceeds" as const), fc.boolean(), fc.nat(3))
    .map(([drawn, boundary, byAmount, first]) => {
      let from = method === "excess_only" ? first : 0;
      const amounts = paysAmounts || (method === "interpolated" && byAmount);
      const tiers = drawn.map(([width, pay, back, beside], i): TierRow => {
        const start = from;
        from += width;
        return {
          from: String(start / 2),
          ...(amounts ? { amount: pay } : { rate: pay }),
          ...(addsAmount && beside !== undefined ? { amount: beside } : {}),
          ...(method === "interpolated" || (i === drawn.length - 1 && back) ? { to: String(from / 2) } : {}),
          ...(method === "pay_to_first" && back ? { fromFirst: true as const } : {}),
        };
      });
      return { method, unit, boundary, tiers };
    });
}

/** Curves over everything, over the excess and of rates, with terms that are 0 and terms that fall. */
function polynomial(unit: string): fc.Arbitrary<TierSchedule> {
  const coefficients = fc.array(fc.oneof(fc.constant("0"), thousandths), { minLength: 1, maxLength: 4 });
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), coefficients), { minLength: 1, maxLength: 4 });
  return fc
    .tuple(rows, fc.constantFrom("reaches" as const, "exceeds" as const), fc.constantFrom(...tierCurves))
    .map(([drawn, boundary, curve]): TierSchedule => {
      let from = 0;
      const tiers = drawn.map(([width, given]): TierRow => {
        const start = from;
        from += width;
        return { from: String(start / 2), coefficients: given };
      });
      return { method: "polynomial", unit, boundary, curve, tiers };
    });
}

/** Often exactly on a threshold: halves are where the rows begin. */
export const value = fc.oneof(
  fc.integer({ min: -2, max: 40 }).map((n) => String(n / 2)),
  hundredths(-200, 2000),
);
