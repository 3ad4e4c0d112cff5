/**
 * The formulas that turn records of a candidate into measures. Each answers a value with its working, or the reason why there is none.
 *
 * @internal
 */
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord } from "../kernel/check.js";
import { checkPlaces, Exact, exact, quotient, type RoundingMode, rounded, roundingModes, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { fullYearsBetween } from "../kernel/full-months-between.js";
import type { Message } from "../kernel/message.js";
import type { CandidateFacts, DemandedTerms, MeasurePolicy, OtherLine, SegmentShare, YearRecord } from "./candidate-facts.js";
import { candidateFault, checkAnswer, checkNamedRecords, checkRecords, checkWithin, isAbsent } from "./candidate-fault.js";
import type { CandidateCode } from "./candidate-messages.js";

/** What a formula answers. */
export type Measured = { readonly value: string | boolean; readonly working: Explanation<CandidateCode> } | NoMeasure;

/** Why there is no value. */
interface NoMeasure {
  readonly reason: Message<CandidateCode>;
}

/** What a formula reads. */
export interface Measuring {
  readonly facts: CandidateFacts;
  /** Where the facts stand. */
  readonly path: string;
  readonly asOf: string;
  readonly policy: ReadMeasures;
}

/** A policy read once, for many candidates. */
export interface ReadMeasures {
  readonly round: (value: Exact) => Exact;
  readonly record: { readonly years: number; readonly maxAgeYears: number } | undefined;
  readonly terms: { readonly annualRate: Exact; readonly daysPerYear: number } | undefined;
  readonly target: ReadonlyMap<string, Exact> | undefined;
}

/** Most years that a record may ask for. */
const MOST_YEARS = 100;
/** Most days of credit that anybody asks for: ten years. */
const MOST_DAYS = 3650;

/** Nothing is agreed: only what needs no agreement is measured. */
const NOTHING_AGREED: ReadMeasures = { round: (value) => value, record: undefined, terms: undefined, target: undefined };

export function readMeasures(policy: MeasurePolicy | undefined, path: string): ReadMeasures {
  if (isAbsent(policy)) return NOTHING_AGREED;
  const { places, rounding, record, terms, targetGroup } = checkRecord(policy, path) as unknown as MeasurePolicy;
  const decimals = checkPlaces(places, `${path}.places`);
  const mode: RoundingMode = checkChoice(rounding, `${path}.rounding`, roundingModes);
  return {
    round: (value) => rounded(value, decimals, mode),
    record: isAbsent(record)
      ? undefined
      : {
          years: checkCount(checkRecord(record, `${path}.record`)["years"], `${path}.record.years`, 2, MOST_YEARS),
          maxAgeYears: checkCount(record.maxAgeYears, `${path}.record.maxAgeYears`, 0, MOST_YEARS),
        },
    terms: isAbsent(terms)
      ? undefined
      : {
          annualRate: checkWithin(checkRecord(terms, `${path}.terms`)["annualRate"], `${path}.terms.annualRate`, "0", null),
          daysPerYear: checkChoice(terms.daysPerYear, `${path}.terms.daysPerYear`, [360, 365]),
        },
    target: isAbsent(targetGroup) ? undefined : readTarget(targetGroup, `${path}.targetGroup`),
  };
}

function readTarget(target: readonly SegmentShare[], path: string): ReadonlyMap<string, Exact> {
  const shares = readShares(target, path);
  const sum = sumOf([...shares.values()]);
  if (!sum.equals(1)) throw candidateFault("admission.shares_not_whole", path, { sum: text(sum) });
  return shares;
}

function readShares(list: readonly SegmentShare[], path: string): ReadonlyMap<string, Exact> {
  return new Map(
    checkNamedRecords<SegmentShare>(list, path, "segment").map(({ segment, share }, i) => [
      segment,
      checkWithin(share, `${path}[${i}].share`, "0", "1"),
    ]),
  );
}

function lacking(...missing: readonly string[]): NoMeasure {
  return { reason: { code: "admission.facts_missing", params: { missing } } };
}

function notAgreed(part: string): NoMeasure {
  return { reason: { code: "admission.measure_not_agreed", params: { part } } };
}

/** The formulas by the fact they give. */
export const candidateMeasures: { readonly [fact: string]: (measuring: Measuring) => Measured } = {
  yearsInBusiness: ({ facts, path, asOf }) => {
    if (isAbsent(facts.establishedOn)) return lacking("establishedOn");
    const establishedOn = parseDate(facts.establishedOn, `${path}.establishedOn`);
    if (establishedOn > asOf) return { reason: { code: "admission.established_later", params: { establishedOn, asOf } } };
    const value = String(fullYearsBetween(establishedOn, asOf));
    return { value, working: { code: "admission.years_since", params: { establishedOn, asOf, value } } };
  },

  growthRecord: (measuring) => {
    const found = recordOf(measuring);
    if ("reason" in found) return found;
    const [first, last] = [found[0] as ReadYear, found.at(-1) as ReadYear];
    if (first.revenue.isZero()) return { reason: { code: "admission.growth_from_zero", params: { year: first.year } } };
    const steps = found.length - 1;
    const value = text(measuring.policy.round(quotient(last.revenue.minus(first.revenue), first.revenue.times(steps))));
    const params = { from: first.year, first: text(first.revenue), to: last.year, last: text(last.revenue), years: steps, value };
    return { value, working: { code: "admission.growth_a_year", params } };
  },

  profitRecord: (measuring) => {
    const found = recordOf(measuring);
    if ("reason" in found) return found;
    const without = found.filter(({ profit }) => profit === undefined).map(({ year }) => year);
    if (without.length > 0) return { reason: { code: "admission.profit_missing", params: { years: without } } };
    const revenue = sumOf(found.map((year) => year.revenue));
    const profit = sumOf(found.map((year) => year.profit as Exact));
    const years = { from: (found[0] as ReadYear).year, to: (found.at(-1) as ReadYear).year };
    if (revenue.isZero()) return { reason: { code: "admission.no_revenue", params: years } };
    const value = text(measuring.policy.round(quotient(profit, revenue)));
    return {
      value,
      working: { code: "admission.profit_share", params: { ...years, profit: text(profit), revenue: text(revenue), value } },
    };
  },

  otherLines: (measuring) => countLines(measuring, "competing"),

  complementaryLines: (measuring) => countLines(measuring, "complementary"),

  customerFit: ({ facts, path, policy: { target } }) => {
    if (target === undefined) return notAgreed("targetGroup");
    if (isAbsent(facts.customers)) return lacking("customers");
    const own = readShares(facts.customers, `${path}.customers`);
    const sum = sumOf([...own.values()]);
    if (!sum.equals(1)) return { reason: { code: "admission.customers_not_whole", params: { sum: text(sum) } } };
    let fit = ZERO;
    const from = [...target].map(([segment, wanted]): Explanation<CandidateCode> => {
      const has = own.get(segment) ?? ZERO;
      const shared = has.lessThan(wanted) ? has : wanted;
      fit = fit.plus(shared);
      return { code: "admission.segment_shared", params: { segment, has: text(has), wanted: text(wanted), value: text(shared) } };
    });
    const value = text(fit);
    return { value, working: { code: "admission.customers_shared", params: { value }, adds: "value", from } };
  },

  cooperationTerms: ({ facts, path, policy: { terms: cost, round } }) => {
    if (cost === undefined) return notAgreed("terms");
    const asked = termsOf(facts, path);
    const names = ["discount", "support", "creditDays"] as const;
    const missing = names.filter((name) => isAbsent(asked?.[name]));
    if (asked === undefined || missing.length > 0) return lacking(...missing);
    const discount = checkWithin(asked.discount, `${path}.terms.discount`, "0", null);
    const support = checkWithin(asked.support, `${path}.terms.support`, "0", null);
    const days = checkCount(asked.creditDays, `${path}.terms.creditDays`, 0, MOST_DAYS);
    const credit = round(quotient(cost.annualRate.times(days), new Exact(cost.daysPerYear)));
    const value = text(discount.plus(support).plus(credit));
    const credited = { days, annualRate: text(cost.annualRate), daysPerYear: cost.daysPerYear, value: text(credit) };
    return {
      value,
      working: {
        code: "admission.terms_cost",
        params: { value },
        adds: "value",
        from: [
          { code: "admission.terms_discount", params: { value: text(discount) } },
          { code: "admission.terms_support", params: { value: text(support) } },
          { code: "admission.terms_credit", params: credited },
        ],
      },
    };
  },

  asksExclusivity: ({ facts, path }) => {
    const asked = termsOf(facts, path);
    if (asked === undefined || isAbsent(asked.exclusivity)) return lacking("exclusivity");
    const value = checkAnswer(asked.exclusivity, `${path}.terms.exclusivity`);
    return { value, working: { code: "admission.terms_exclusivity", params: { value } } };
  },
};

function termsOf({ terms }: CandidateFacts, path: string): DemandedTerms | undefined {
  return isAbsent(terms) ? undefined : (checkRecord(terms, `${path}.terms`) as DemandedTerms);
}

function countLines({ facts, path }: Measuring, relation: "competing" | "complementary"): Measured {
  if (isAbsent(facts.lines)) return lacking("lines");
  const relations = ["competing", "complementary", "neutral"] as const;
  const lines = checkNamedRecords<OtherLine>(facts.lines, `${path}.lines`, "line").map((line, i) => ({
    line: line.line,
    relation: isAbsent(line.relation) ? undefined : checkChoice(line.relation, `${path}.lines[${i}].relation`, relations),
  }));
  const unjudged = lines.filter((line) => line.relation === undefined).map(({ line }) => line);
  if (unjudged.length > 0) return { reason: { code: "admission.lines_not_judged", params: { lines: unjudged } } };
  const counted = lines.filter((line) => line.relation === relation).map(({ line }) => line);
  const value = String(counted.length);
  return { value, working: { code: "admission.lines_counted", params: { relation, value, all: lines.length, lines: counted } } };
}

interface ReadYear {
  readonly year: number;
  readonly revenue: Exact;
  readonly profit: Exact | undefined;
}

/** The years of the record, oldest first, or why they cannot be used. */
function recordOf({ facts, path, asOf, policy: { record } }: Measuring): readonly ReadYear[] | NoMeasure {
  if (record === undefined) return notAgreed("record");
  if (isAbsent(facts.years)) return lacking("years");
  const present = Number(asOf.slice(0, 4));
  const years = new Map<number, ReadYear>();
  checkRecords<YearRecord>(facts.years, `${path}.years`).forEach(({ year, revenue, profit }, i) => {
    const place = `${path}.years[${i}]`;
    checkCount(year, `${place}.year`, 1, present);
    if (years.has(year)) throw candidateFault("kernel.named_twice", `${place}.year`, { got: year });
    years.set(year, {
      year,
      revenue: checkWithin(revenue, `${place}.revenue`, "0", null),
      profit: isAbsent(profit) ? undefined : exact(profit, `${place}.profit`),
    });
  });
  const last = Math.max(0, ...years.keys());
  const oldest = present - record.maxAgeYears;
  if (years.size > 0 && last < oldest) return { reason: { code: "admission.years_too_old", params: { last, oldest } } };
  const first = (years.size > 0 ? last : oldest) - record.years + 1;
  const wanted = Array.from({ length: record.years }, (_, i) => first + i);
  const missing = wanted.filter((year) => !years.has(year));
  if (missing.length > 0) return { reason: { code: "admission.years_missing", params: { years: missing, needed: record.years } } };
  return wanted.map((year) => years.get(year) as ReadYear);
}
