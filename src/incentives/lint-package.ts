/**
 * What is wrong with a programme that pays by the package. There are no thresholds to look at from both sides: every package begins one.
 *
 * @internal
 */
import type { TierPackage } from "../engine/tier-schedule.js";
import { type Exact, exact, exactQuotient, text } from "../kernel/decimal.js";
import type { LintFinding } from "./lint-finding.js";
import type { PayoutShape } from "./payout-shape.js";

export interface LintedPackage {
  readonly schedule: TierPackage;
  /** Whether `size` is money, so that a package can pay more than it is for. */
  readonly ofMoney: boolean;
  readonly isGoods: boolean;
  readonly qualifierCap: Exact | undefined;
  readonly paymentCap: Exact | undefined;
}

export function lintPackage(linted: LintedPackage, shape: PayoutShape, leastJump: Exact): readonly LintFinding[] {
  const { schedule, ofMoney, isGoods, qualifierCap, paymentCap } = linted;
  const [size, each] = [exact(schedule.size), exact(schedule.amount)];
  const named = { size: schedule.size, amount: schedule.amount };
  const begun = schedule.count === "started";
  const found: LintFinding[] = [];
  const add = (severity: LintFinding["severity"], code: LintFinding["code"], field: string, params: LintFinding["params"]) =>
    void found.push({ severity, code, path: `schedule.${field}`, params });

  if (qualifierCap !== undefined && (begun ? qualifierCap.isZero() : qualifierCap.lessThan(size))) {
    add("fault", "incentives.unreachable_package", "size", { size: schedule.size, cap: text(qualifierCap) });
    return found;
  }
  if (each.isNegative()) add("fault", "incentives.falling_package", "amount", named);
  if (each.isZero()) add("warning", "incentives.idle_package", "amount", named);
  if (!each.greaterThan(0)) return found;
  if (ofMoney && each.greaterThan(size)) add("warning", "incentives.package_above_size", "amount", named);
  if (paymentCap?.lessThan(each)) add("fault", "incentives.package_above_cap", "amount", { ...named, cap: text(paymentCap) });
  if (begun) add("warning", "incentives.started_package", "count", named);
  if (begun || isGoods) return found; // units are no share of what is sold
  const sold = shape.figuresAt(size).amount;
  const jump = shape.on(size).exact;
  if (sold.greaterThan(0) && jump.greaterThanOrEqualTo(leastJump.times(sold))) {
    add("warning", "incentives.stuffing_package", "size", {
      size: schedule.size,
      jump: text(jump),
      share: text(exactQuotient(jump, sold)),
    });
  }
  return found;
}
