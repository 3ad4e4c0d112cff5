/**
 * What is wrong with the tiers of a programme, found by asking its own calculator on both sides of every threshold.
 *
 * @internal
 */
import type { TierTable } from "../engine/tier-schedule.js";
import { Exact, exact, exactQuotient, text, ZERO } from "../kernel/decimal.js";
import { inKindOf } from "./earned-in-kind.js";
import { lintCurve } from "./lint-curve.js";
import type { LintFinding } from "./lint-finding.js";
import { lintPackage } from "./lint-package.js";
import type { PayoutShape } from "./payout-shape.js";
import type { IncentiveProgramme } from "./programme.js";
import { ONE } from "./read-input.js";

/** Methods in which a row that pays like the one below it adds nothing. */
const SAME_IS_IDLE: readonly TierTable["method"][] = ["graduated", "retroactive", "excess_only", "lump_sum", "pay_to_first", "polynomial"];

/** `shape` is drawn without payment caps, so that a cap does not hide a cliff. */
export function lintTiers(programme: IncentiveProgramme, shape: PayoutShape, leastJump: Exact): readonly LintFinding[] {
  const { schedule, limits } = programme;
  const caps = (kind: "qualifier_cap" | "payment_cap") =>
    limits
      .map((limit) => (limit.kind !== kind ? undefined : exact(limit.kind === "qualifier_cap" ? limit.value : limit.amount)))
      .filter((cap) => cap !== undefined)
      .reduce<Exact | undefined>((least, cap) => (least === undefined ? cap : Exact.min(least, cap)), undefined);
  const qualifierCap = caps("qualifier_cap");
  const paymentCap = caps("payment_cap");
  const ofMoney = isPaidOnMoney(programme);
  if (schedule.method === "package") {
    const isGoods = programme.goods !== undefined;
    return lintPackage({ schedule, ofMoney: ofMoney && !isGoods, isGoods, qualifierCap, paymentCap }, shape, leastJump);
  }
  const { tiers, method, boundary } = schedule;
  return tiers.flatMap((row, i): readonly LintFinding[] => {
    const [tier, path] = [i + 1, `schedule.tiers[${i}]`];
    const from = exact(row.from);
    const found: LintFinding[] = [];
    const add = (severity: LintFinding["severity"], code: LintFinding["code"], params: LintFinding["params"]) =>
      void found.push({ severity, code, path, params: { tier, ...params } });
    if (ofMoney && row.rate !== undefined && exact(row.rate).greaterThan(1)) {
      found.push({ severity: "warning", code: "incentives.rate_above_one", path: `${path}.rate`, params: { tier, rate: row.rate } });
    }
    if (qualifierCap !== undefined && (boundary === "reaches" ? qualifierCap.lessThan(from) : qualifierCap.lessThanOrEqualTo(from))) {
      add("fault", "incentives.unreachable_tier", { from: row.from, cap: text(qualifierCap) });
      return found;
    }
    const before = tiers[i - 1];
    if (before !== undefined && SAME_IS_IDLE.includes(method) && schedule.curve !== "excess_amount" && isSame(method, row, before))
      add("warning", "incentives.duplicate_tier", {});
    const next = tiers[i + 1]?.from ?? row.to;
    const end = next === undefined ? from.plus(Exact.max(from, ONE)) : exact(next);
    const inside = exactQuotient(from.plus(end), exact(2));
    const above = shape.on(from).exact;
    const slope = exactQuotient(shape.on(inside).exact.minus(above), inside.minus(from));
    const bound = next === undefined ? undefined : end;
    const curve = schedule.curve === undefined ? undefined : lintCurve(schedule, i, bound, shape, programme.rounding.decimals);
    for (const { code, params } of curve?.falls ?? []) add("fault", code, params);
    if (curve === undefined && slope.isNegative()) add("fault", "incentives.falling_tier", {});
    if (from.isZero()) return found;
    const below = shape.below(from).exact;
    if (paymentCap?.lessThanOrEqualTo(below)) add("warning", "incentives.idle_cap", { cap: text(paymentCap), from: row.from });
    if (above.lessThan(below)) {
      const params = { from: row.from, below: text(below), above: text(above) };
      const straight = () => (slope.greaterThan(ZERO) ? from.plus(exactQuotient(below.minus(above), slope)) : undefined);
      const regained = curve === undefined ? straight() : curve.regained(below);
      if (regained === undefined || (next !== undefined && regained.greaterThan(next))) add("fault", "incentives.cliff_for_good", params);
      else add("fault", "incentives.cliff", { ...params, regained: text(regained) });
    }
    if (inKindOf(programme) !== undefined) return found; // units are no share of what is sold
    const sold = shape.figuresAt(from).amount;
    const jump = above.minus(below);
    if (sold.greaterThan(0) && jump.greaterThan(0) && jump.greaterThanOrEqualTo(leastJump.times(sold))) {
      add("warning", "incentives.stuffing", { from: row.from, jump: text(jump), share: text(exactQuotient(jump, sold)) });
    }
    return found;
  });
}

function isSame(method: TierTable["method"], row: TierTable["tiers"][number], before: TierTable["tiers"][number]): boolean {
  if (row.fromFirst === true) return false;
  if (row.coefficients !== undefined) return sameCurve(row.coefficients, before.coefficients ?? []);
  // beside a rate, the amount of the row reached replaces the other one or comes on top of it
  const added = row.rate === undefined ? ZERO : exact(row.amount ?? "0");
  if (!added.equals(method === "retroactive" ? (before.amount ?? "0") : ZERO)) return false;
  const [pay, other] = [row.rate ?? row.amount, before.rate ?? before.amount];
  return pay !== undefined && other !== undefined && exact(pay).equals(other);
}

/** Whether a rate is a share of money. On units it is money for each, and may be any. */
function isPaidOnMoney({ payOn, qualifier, measures = [] }: IncentiveProgramme): boolean {
  const isMoney = (wanted: string) => measures.some(({ name, of }) => name === wanted && of !== "quantity" && of !== "lines");
  if (typeof payOn === "object") return isMoney(payOn.measure);
  if (payOn === "growth_amount" || (payOn === "qualifier" && qualifier.kind === "growth_amount")) {
    const of = "of" in qualifier ? qualifier.of : undefined;
    return typeof of === "object" ? isMoney(of.measure) : of === "amount";
  }
  if (payOn !== "qualifier") return payOn === "amount";
  return qualifier.kind === "amount" || (qualifier.kind === "measure" && isMoney(qualifier.measure));
}

/** Powers that are not written have the coefficient 0. */
function sameCurve(own: readonly string[], before: readonly string[]): boolean {
  const [longer, shorter] = own.length >= before.length ? [own, before] : [before, own];
  return longer.every((one, power) => exact(one).equals(shorter[power] ?? "0"));
}
