import { dayNumber } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, checkWords, type Fields, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { Exact, exact, quotient, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault } from "../kernel/fault.js";
import type { Json } from "../kernel/json.js";
import { exactAboveZero } from "../kernel/read.js";
import type { IndicatorFormula, PerformanceIndicator } from "./performance-indicator.js";

/** Two days. */
export interface IndicatorSpan {
  /** The first day: ordered, promised, signed. */
  readonly from: string;
  /** The day it was done, which may lie before `from` where a promise was kept early. `null`: not done. */
  readonly to: string | null;
}

/** What indicators are computed from, of one member and one period. */
export interface IndicatorFacts {
  /** Readings by name: a decimal, a list of decimals, or a list of spans. Absent or `null`: not known. An empty list: known to be none. */
  readonly readings: {
    readonly [name: string]: DecimalString | readonly DecimalString[] | readonly IndicatorSpan[] | null | undefined;
  };
}

/** Which indicators are computed. */
export interface IndicatorPolicy {
  /** Rows of `performanceIndicators`, of the host, or both. */
  readonly indicators: readonly PerformanceIndicator[];
}

/** What one indicator came to. */
export interface IndicatorValue {
  /** Code of the indicator. */
  readonly indicator: string;
  /** Its value in its unit, a quotient at 40 significant digits. `null`: not known. */
  readonly value: DecimalString | null;
  /** Why it is not known. `null`: it is. `no_base`: there is nothing to divide by. */
  readonly because: "missing" | "no_base" | null;
  /** Readings that are missing. */
  readonly missing: readonly string[];
}

/** Indicators with their values. */
export interface IndicatorValues {
  /** Value by code, ready for `values` of a scorecard. `null`: not known, never 0. */
  readonly values: { readonly [indicator: string]: DecimalString | null };
  /** One line per indicator, in the order of the policy. */
  readonly lines: readonly IndicatorValue[];
}

/**
 * Computes indicators from readings.
 *
 * @remarks
 * `ratio`: over ÷ under, lists as their sums, so that a manager's attainment is that of the whole team. `change`: after ÷ before − 1.
 * `mean` with `half` ends: the first and the last count half. `mean_days`: done spans only. `on_time_share`: on or before the promised
 * day; what is not done is not on time. `share_at_least`: on the bound counts. `weighted`: Σ weight × reading ÷ Σ weights. Where a reading is
 * missing, or the base is 0 or below, the indicator is not known: neither 0 nor full.
 *
 * @param facts - The readings.
 * @param policy - The indicators.
 * @returns A value or a reason for each, with the working.
 * @throws LibraryFault `kernel.*` for what is no row, no decimal, no date or no list; `kernel.not_above_zero` for a weight; `kernel.named_twice`
 * for a code that comes twice.
 * @source S01-11, S04-22, S05-07, S17-13.
 *
 * @example Quota attainment, average inventory, delivery time
 * ```ts
 * import { computeIndicators, performanceIndicators } from "qudao/performance";
 *
 * const wanted = ["quota_attainment", "average_inventory", "delivery_time", "market_share"];
 * const { outcome } = computeIndicators(
 *   {
 *     readings: {
 *       sales: "80", quota: "100", stocks: ["10", "20", "30"],
 *       deliveries: [{ from: "2024-03-01", to: "2024-03-03" }, { from: "2024-03-01", to: "2024-03-05" }],
 *     },
 *   },
 *   { indicators: performanceIndicators.filter(({ code }) => wanted.includes(code)) },
 * );
 * outcome.values; // => { quota_attainment: "0.8", market_share: null, average_inventory: "20", delivery_time: "3" }
 * ```
 *
 * @since 0.1.0
 */
export function computeIndicators(facts: IndicatorFacts, policy: IndicatorPolicy): Explained<IndicatorValues> {
  return readSafely({ facts, policy }, () => {
    const readings = checkRecord(checkRecord(facts, "facts")["readings"], "facts.readings");
    const rows = checkList(checkRecord(policy, "policy")["indicators"], "policy.indicators");
    const seen = new Set<string>();
    const read = rows.map((given, i) => {
      const path = `policy.indicators[${i}]`;
      const { code, title, formula } = checkRecord(given, path);
      const indicator = checkText(code, `${path}.code`);
      if (seen.has(indicator)) throw kernelFault("kernel.named_twice", `${path}.code`, { got: indicator });
      seen.add(indicator);
      const found = compute(checkRecord(formula, `${path}.formula`), `${path}.formula`, readings);
      const { en, zh } = checkWords(title, `${path}.title`);
      return {
        line: { indicator, value: found.value === null ? null : text(found.value), because: found.because, missing: found.missing },
        en,
        zh,
      };
    });
    const lines = read.map(({ line }) => line);
    return {
      outcome: { values: Object.fromEntries(lines.map(({ indicator, value }) => [indicator, value])), lines },
      explanation: {
        code: "performance.indicators",
        params: { known: lines.filter(({ value }) => value !== null).length, all: lines.length },
        from: read.map(({ line, en, zh }) => ({
          code: `performance.indicator.${line.because ?? "value"}`,
          params: { indicator: { en, zh }, value: line.value, missing: line.missing as Json },
        })),
      },
    };
  });
}

interface Computed {
  readonly value: Exact | null;
  readonly because: IndicatorValue["because"];
  readonly missing: readonly string[];
}

const kinds = ["sum", "ratio", "change", "difference", "mean", "mean_days", "on_time_share", "share_at_least", "weighted"] as const;
const noBase: Computed = { value: null, because: "no_base", missing: [] };
const known = (value: Exact): Computed => ({ value, because: null, missing: [] });
const over = (part: Exact, whole: Exact): Computed => (whole.greaterThan(0) ? known(quotient(part, whole)) : noBase);

function compute(given: Fields, path: string, readings: Fields): Computed {
  const kind = checkChoice(given["kind"], `${path}.kind`, kinds);
  const formula = given as unknown as IndicatorFormula;
  const names = namesOf(formula, path);
  const missing = names.filter((name) => !Object.hasOwn(readings, name) || readings[name] === null || readings[name] === undefined);
  if (missing.length > 0) return { value: null, because: "missing", missing };
  const place = (i: number) => `facts.readings.${names[i] as string}`;
  const raw = (i: number) => readings[names[i] as string];
  const total = (i: number) => totalOf(raw(i), place(i));
  switch (kind) {
    case "sum":
      return known(total(0));
    case "ratio":
      return over(total(0), total(1));
    case "difference":
      return known(total(1).minus(total(0)));
    case "change": {
      const before = total(0);
      return over(total(1).minus(before), before);
    }
    case "mean": {
      const ends = checkChoice(given["ends"], `${path}.ends`, ["whole", "half"]);
      return meanOf(decimalsOf(raw(0), place(0)), ends === "half");
    }
    case "mean_days": {
      const days = spansOf(raw(0), place(0)).flatMap(({ from, to }) => (to === null ? [] : [new Exact(to - from)]));
      return meanOf(days, false);
    }
    case "on_time_share": {
      const spans = spansOf(raw(0), place(0));
      return over(new Exact(spans.filter(({ from, to }) => to !== null && to <= from).length), new Exact(spans.length));
    }
    case "share_at_least": {
      const least = exact(given["least"] as string, `${path}.least`);
      const values = decimalsOf(raw(0), place(0));
      return over(new Exact(values.filter((value) => value.greaterThanOrEqualTo(least)).length), new Exact(values.length));
    }
    case "weighted": {
      const weights = (formula as Extract<IndicatorFormula, { kind: "weighted" }>).parts.map(({ weight }, i) =>
        exactAboveZero(weight, `${path}.parts[${i}].weight`),
      );
      const sum = weights.reduce((all, weight, i) => all.plus(weight.times(total(i))), ZERO);
      return over(sum, sumOf(weights));
    }
  }
}

function namesOf(formula: IndicatorFormula, path: string): readonly string[] {
  const name = (field: string) => checkText((formula as unknown as Fields)[field], `${path}.${field}`);
  switch (formula.kind) {
    case "ratio":
      return [name("over"), name("under")];
    case "change":
    case "difference":
      return [name("before"), name("after")];
    case "weighted":
      return checkList(formula.parts, `${path}.parts`).map((part, i) =>
        checkText(checkRecord(part, `${path}.parts[${i}]`)["of"], `${path}.parts[${i}].of`),
      );
    default:
      return [name("of")];
  }
}

function totalOf(reading: unknown, path: string): Exact {
  return Array.isArray(reading) ? sumOf(decimalsOf(reading, path)) : exact(reading as string, path);
}

function decimalsOf(reading: unknown, path: string): readonly Exact[] {
  return checkList(reading, path).map((value, i) => exact(value as string, `${path}[${i}]`));
}

function spansOf(reading: unknown, path: string): readonly { readonly from: number; readonly to: number | null }[] {
  return checkList(reading, path).map((given, i) => {
    const { from, to } = checkRecord(given, `${path}[${i}]`);
    return {
      from: dayNumber(from as string, `${path}[${i}].from`),
      to: to === null ? null : dayNumber(to as string, `${path}[${i}].to`),
    };
  });
}

function meanOf(values: readonly Exact[], halfEnds: boolean): Computed {
  if (!halfEnds) return over(sumOf(values), new Exact(values.length));
  if (values.length < 2) return noBase;
  const inner = sumOf(values.slice(1, -1)).times(2);
  const ends = (values[0] as Exact).plus(values.at(-1) as Exact);
  return over(inner.plus(ends), new Exact(2 * (values.length - 1)));
}
