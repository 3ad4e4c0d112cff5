import { parseDate } from "./calendar-date.js";
import { at, checkChoice, checkCount, checkList, checkRecord, checkText, checkWords, type Fields, readSafely } from "./check.js";
import { kernelFault, shown } from "./fault.js";
import { parsePeriod } from "./period.js";
import type { CustomPeriod, CustomPeriodRule, PeriodRule, RollingPeriodRule } from "./period-rule.js";

/**
 * Reads a period rule.
 *
 * @param value - What a host stored, usually JSON.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The rule, fields of its kind alone.
 * @throws LibraryFault naming the field: `kernel.not_a_record`, `kernel.not_a_choice`, `kernel.not_a_month_day`, `kernel.not_a_count`,
 * `kernel.not_a_date`, `kernel.not_a_period`, `kernel.not_text`, `kernel.named_twice`, `kernel.out_of_order`, `kernel.unknown_row`.
 *
 * @example A fiscal year from April
 * ```ts
 * import { parsePeriodRule } from "qudao/kernel";
 *
 * parsePeriodRule({ kind: "fiscal", unit: "quarter", yearStarts: "04-01", label: "start_year" }).kind; // => "fiscal"
 * ```
 *
 * @since 0.1.0
 */
export function parsePeriodRule(value: unknown, path = ""): PeriodRule {
  return readSafely(path, () => {
    const fields = checkRecord(value, path);
    return PARSERS[checkChoice(fields["kind"], at(path, "kind"), periodKinds)](fields, path);
  });
}

const PARSERS: { readonly [K in PeriodRule["kind"]]: (fields: Fields, path: string) => Extract<PeriodRule, { kind: K }> } = {
  calendar: (fields, path) => ({
    kind: "calendar",
    unit: checkChoice(fields["unit"], at(path, "unit"), ["week", "month", "quarter", "half_year", "year"]),
  }),
  fiscal: (fields, path) => ({
    kind: "fiscal",
    unit: checkChoice(fields["unit"], at(path, "unit"), ["month", "quarter", "half_year", "year"]),
    yearStarts: checkMonthDay(fields["yearStarts"], at(path, "yearStarts")),
    label: checkChoice(fields["label"], at(path, "label"), ["start_year", "end_year"]),
  }),
  four_four_five: (fields, path) => ({
    kind: "four_four_five",
    unit: checkChoice(fields["unit"], at(path, "unit"), ["month", "quarter", "year"]),
    pattern: checkChoice(fields["pattern"], at(path, "pattern"), ["4-4-5", "4-5-4", "5-4-4"]),
    starts: parseDate(fields["starts"], at(path, "starts")),
    years: checkRows(fields["years"], at(path, "years"), (row, id, place) => ({
      id,
      weeks: checkChoice(row["weeks"], at(place, "weeks"), [52, 53]),
    })),
  }),
  every_weeks: (fields, path) => ({
    kind: "every_weeks",
    weeks: checkCount(fields["weeks"], at(path, "weeks"), 1, 520),
    anchor: parseDate(fields["anchor"], at(path, "anchor")),
  }),
  every_months: (fields, path) => ({
    kind: "every_months",
    months: checkCount(fields["months"], at(path, "months"), 1, 1200),
    anchor: parseDate(fields["anchor"], at(path, "anchor")),
  }),
  custom: parseCustom,
  rolling: (fields, path) => ({
    kind: "rolling",
    length: parseLength(fields["length"], at(path, "length")),
    step: checkChoice(fields["step"], at(path, "step"), ["day", "week", "month", "quarter", "half_year", "year"]),
  }),
  whole: () => ({ kind: "whole" }),
};

/** @internal */
export const periodKinds = Object.keys(PARSERS) as readonly PeriodRule["kind"][];

const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/;

function checkMonthDay(value: unknown, path: string): string {
  if (typeof value !== "string" || !MONTH_DAY.test(value)) throw kernelFault("kernel.not_a_month_day", path, { got: shown(value) });
  return value;
}

function parseLength(value: unknown, path: string): RollingPeriodRule["length"] {
  const { months, days } = checkRecord(value, path) as { readonly months?: unknown; readonly days?: unknown };
  if ((months === undefined) === (days === undefined)) {
    throw kernelFault("kernel.not_a_choice", path, { got: shown(value), want: ["{ months }", "{ days }"] });
  }
  return days === undefined
    ? { months: checkCount(months, at(path, "months"), 1, 1200) }
    : { days: checkCount(days, at(path, "days"), 1, 36_600) };
}

function parseCustom(fields: Fields, path: string): CustomPeriodRule {
  let previous: CustomPeriod | undefined;
  const earlier = new Set<string>();
  const periods = checkRows(fields["periods"], at(path, "periods"), (row, id, place): CustomPeriod => {
    const { start, end } = parsePeriod(row, place);
    if (previous !== undefined && start < previous.end) {
      throw kernelFault("kernel.out_of_order", at(place, "start"), { got: id, start, previous: previous.id, end: previous.end });
    }
    const { titles, priorId } = row as { readonly titles?: unknown; readonly priorId?: unknown };
    if (priorId !== undefined && !earlier.has(checkText(priorId, at(place, "priorId")))) {
      throw kernelFault("kernel.unknown_row", at(place, "priorId"), { got: shown(priorId) });
    }
    earlier.add(id);
    previous = {
      id,
      start,
      end,
      ...(titles === undefined ? {} : { titles: checkWords(titles, at(place, "titles")) }),
      ...(priorId === undefined ? {} : { priorId: priorId as string }),
    };
    return previous;
  });
  return { kind: "custom", periods };
}

/** A list of records, each with its own `id`. */
function checkRows<T>(value: unknown, path: string, parse: (row: Fields, id: string, place: string) => T): readonly T[] {
  const ids = new Set<string>();
  return Array.from(checkList(value, path), (entry, i) => {
    const place = `${path}[${i}]`;
    const row = checkRecord(entry, place);
    const id = checkText(row["id"], at(place, "id"));
    if (ids.has(id)) throw kernelFault("kernel.named_twice", at(place, "id"), { got: shown(id) });
    ids.add(id);
    return parse(row, id, place);
  });
}
