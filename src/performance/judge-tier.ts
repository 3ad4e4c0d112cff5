/** Whether a member's values earn a tier, and what each metric lacks. @internal */
import { compare, type Fraction, minus, over, plus, ratioOf, roundFraction, times, wholeOf } from "../engine/fraction.js";
import { checkChoice, checkList, checkRecord, checkText, checkWords } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { Exact, exact, text, ZERO } from "../kernel/decimal.js";
import { kernelFault } from "../kernel/fault.js";
import type { PointTrack, ProgrammeTier, TierNeed, TierThreshold } from "./programme-tier.js";

/** @internal */
export interface Judged {
  readonly status: "met" | "unmet" | "unknown";
  readonly needs: readonly TierNeed[];
  /** The track that counts. `null`: the tier has thresholds. */
  readonly track: string | null;
}

type Values = { readonly [metric: string]: DecimalString | null | undefined };

/** @internal */
export function readTiers(given: unknown, path: string): readonly ProgrammeTier[] {
  const seen = new Set<string>();
  const tiers = checkList(given, path).map((one, i) => {
    const place = `${path}[${i}]`;
    const { tier, title, rule } = checkRecord(one, place);
    const name = checkText(tier, `${place}.tier`);
    if (seen.has(name)) throw kernelFault("kernel.named_twice", `${place}.tier`, { got: name });
    seen.add(name);
    const fields = checkRecord(rule, `${place}.rule`);
    const kind = checkChoice(fields["kind"], `${place}.rule.kind`, ["all_thresholds", "points"]);
    if (kind === "all_thresholds") {
      checkList(fields["thresholds"], `${place}.rule.thresholds`).forEach((row, j) => {
        const { metric, atLeast } = checkRecord(row, `${place}.rule.thresholds[${j}]`);
        checkText(metric, `${place}.rule.thresholds[${j}].metric`);
        exact(atLeast as string, `${place}.rule.thresholds[${j}].atLeast`);
      });
    } else checkList(fields["tracks"], `${place}.rule.tracks`).forEach((row, j) => void checkTrack(row, `${place}.rule.tracks[${j}]`));
    return { ...(one as ProgrammeTier), title: checkWords(title, `${place}.title`) };
  });
  if (tiers.length === 0) throw kernelFault("kernel.missing", `${path}[0]`, {});
  return tiers;
}

function checkTrack(given: unknown, path: string): void {
  const { track, minimum, metrics } = checkRecord(given, path);
  checkText(track, `${path}.track`);
  exact(minimum as string, `${path}.minimum`);
  const rows = checkList(metrics, `${path}.metrics`);
  if (rows.length === 0) throw kernelFault("kernel.missing", `${path}.metrics[0]`, {});
  rows.forEach((row, i) => {
    const place = `${path}.metrics[${i}]`;
    const { metric, threshold, max } = checkRecord(row, place);
    checkText(metric, `${place}.metric`);
    for (const [name, value] of [
      ["threshold", threshold],
      ["max", max],
    ] as const) {
      const number = exact(value as string, `${place}.${name}`);
      if (!number.greaterThan(0)) throw kernelFault("kernel.not_above_zero", `${place}.${name}`, { got: text(number) });
    }
  });
}

/** Bounds are lowered by the share `margin`. @internal */
export function judgeTier({ rule }: ProgrammeTier, values: Values, margin: Exact): Judged {
  const kept = new Exact(1).minus(margin);
  if (rule.kind === "all_thresholds") return thresholds(rule.thresholds, values, kept);
  const tracks = rule.tracks.map((track) => points(track, values, kept));
  const best =
    tracks.find(({ status }) => status === "met") ??
    tracks.reduce<Points | undefined>((a, b) => (a === undefined || compare(b.sum, a.sum) > 0 ? b : a), undefined);
  if (best === undefined) return { status: "unmet", needs: [], track: null };
  return best.status === "unmet" && tracks.some(({ status }) => status === "unknown") ? { ...best, status: "unknown" } : best;
}

function valueOfMetric(values: Values, metric: string): Exact | null {
  const value = Object.hasOwn(values, metric) ? values[metric] : undefined;
  return value === undefined || value === null ? null : exact(value, `facts.values.${metric}`);
}

function need(metric: string, value: Exact | null, needed: Exact | null, met: boolean): TierNeed {
  const missing = value === null || needed === null ? null : text(needed.minus(value));
  return { metric, value: value === null ? null : text(value), needed: needed === null ? null : text(needed), missing, met };
}

function thresholds(rows: readonly TierThreshold[], values: Values, kept: Exact): Judged {
  const needs = rows.map(({ metric, atLeast }) => {
    const value = valueOfMetric(values, metric);
    const bound = exact(atLeast);
    // a margin below a negative bound would be a tightening
    const least = bound.isNegative() ? bound : bound.times(kept);
    return need(metric, value, least, value?.greaterThanOrEqualTo(least) === true);
  });
  const failed = needs.some(({ value, met }) => value !== null && !met);
  const unknown = needs.some(({ value }) => value === null);
  return { status: failed ? "unmet" : unknown ? "unknown" : "met", needs, track: null };
}

interface Points extends Judged {
  readonly sum: Fraction;
}

function points({ track, metrics, minimum }: PointTrack, values: Values, kept: Exact): Points {
  const wanted = exact(minimum).times(kept);
  const rows = metrics.map(({ metric, threshold, max }) => {
    const value = valueOfMetric(values, metric);
    const [full, all] = [exact(threshold), exact(max)];
    const part = value === null || !value.greaterThan(0) ? ZERO : Exact.min(value, full);
    return { metric, value, full, all, brings: times(ratioOf(part, full), all) };
  });
  const sum = rows.reduce<Fraction>((total, { brings }) => plus(total, brings), wholeOf(ZERO));
  const positive = rows.filter(({ value }) => value?.greaterThan(0) === true);
  const met = positive.length === rows.length && compare(sum, wholeOf(wanted)) >= 0;
  // what is not known could bring all its points; only then is it open
  const most = rows.reduce<Fraction>((total, { value, all, brings }) => plus(total, value === null ? wholeOf(all) : brings), wholeOf(ZERO));
  const knownBad = rows.some(({ value }) => value !== null && !value.greaterThan(0));
  const open = rows.some(({ value }) => value === null) && !knownBad && compare(most, wholeOf(wanted)) >= 0;
  const needs = rows.map(({ metric, value, full, all, brings }) => {
    const others = minus(sum, brings);
    const lacking = minus(wholeOf(wanted), others);
    const blocked = rows.some((row) => row.metric !== metric && row.value?.greaterThan(0) !== true);
    const alone = !blocked && compare(lacking, wholeOf(all)) <= 0;
    const needed = alone ? Exact.max(new Exact("0.000001"), roundFraction(over(times(lacking, full), all), 6, "ceiling")) : null;
    return need(metric, value, needed, met);
  });
  return { status: met ? "met" : open ? "unknown" : "unmet", needs, track, sum };
}
