import { isDate } from "../kernel/calendar-date.js";
import { Exact } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { type CriterionData, type CriterionKind, criterionKinds } from "./criterion-data.js";
import { choiceAt, countAt, decimalAt, type Found, listAt, miss, recordAt, textAt, wordsAt } from "./found.js";
import { ruleWeights } from "./rule.js";

/** Groups inside groups: deeper than any contract, and it keeps cyclic data from going on forever. @internal */
export const DEEPEST = 8;
const MOST_COUNT = 1_000_000;
const MOST_YEARS = 1_000;
const CODE = /^[a-z][a-z0-9_-]{0,59}(\.[a-z0-9][a-z0-9_-]{0,79})+$/;
const FACT = /^[A-Za-z_$][\w$-]{0,79}(\.[A-Za-z_$][\w$-]{0,79}){0,7}$/;

type Fields = Record<string, unknown>;
type Look = (fields: Fields, path: string, found: Found[], depth: number) => void;

/** Lists a code that is not of the form `prefix.snake_case`. @internal */
export function codeAt(value: unknown, path: string, found: Found[]): value is string {
  return (typeof value === "string" && CODE.test(value)) || miss(found, "engine.rule_code", path, { got: shown(value) });
}

/** Lists everything that is wrong with a host's criterion. @internal */
export function checkCriterion(criterion: CriterionData, path: string, found: Found[]): void {
  if (!recordAt(criterion, path, found)) return;
  const fields: Fields = criterion;
  codeAt(fields["code"], `${path}.code`, found);
  wordsAt(fields["title"], `${path}.title`, found);
  if (fields["weight"] !== undefined) choiceAt(fields["weight"], `${path}.weight`, found, ruleWeights);
  if (fields["source"] !== undefined) textAt(fields["source"], `${path}.source`, found);
  checkTest(fields, path, found, 1);
}

function checkTest(fields: Fields, path: string, found: Found[], depth: number): void {
  const { kind, title } = fields;
  if (title !== undefined && depth > 1) wordsAt(title, `${path}.title`, found);
  if (!choiceAt(kind, `${path}.kind`, found, criterionKinds)) return;
  LOOKS[kind](fields, path, found, depth);
}

const LOOKS: { readonly [K in CriterionKind]: Look } = {
  min: about((fields, path, found) => thresholdAt(fields, "min", path, found)),
  max: about((fields, path, found) => thresholdAt(fields, "max", path, found)),
  between: about((fields, path, found) => {
    const { min, max } = fields;
    const both = [thresholdAt(fields, "min", path, found), thresholdAt(fields, "max", path, found)].every(Boolean);
    if (both && min !== null && max !== null && new Exact(min as string).greaterThan(max as string)) {
      miss(found, "engine.criterion_bounds", `${path}.max`, { min: min as string, max: max as string });
    }
  }),
  one_of: about(checkValues),
  none_of: about(checkValues),
  is_true: about(() => {}),
  full_years: about(({ min }, path, found) => {
    if (min !== null) countAt(min, `${path}.min`, found, 0, MOST_YEARS);
  }),
  document_valid: about(({ document }, path, found) => textAt(document, `${path}.document`, found)),
  no_event_since: about(({ event, since }, path, found) => {
    textAt(event, `${path}.event`, found);
    checkSince(since, `${path}.since`, found);
  }),
  at_least_count: about(({ count }, path, found) => {
    if (count !== null) countAt(count, `${path}.count`, found, 0, MOST_COUNT);
  }),
  score_at_least: about((fields, path, found) => thresholdAt(fields, "min", path, found)),
  all_of: checkParts,
  any_of: checkParts,
  none: checkParts,
  at_least_n: (fields, path, found, depth) => {
    checkParts(fields, path, found, depth);
    const { n, of } = fields;
    countAt(n, `${path}.n`, found, 1, Array.isArray(of) ? of.length : MOST_COUNT);
  },
};

function about(look: (fields: Fields, path: string, found: Found[]) => unknown): Look {
  return (fields, path, found) => {
    const { fact } = fields;
    if (typeof fact !== "string" || !FACT.test(fact)) miss(found, "engine.criterion_fact", `${path}.fact`, { got: shown(fact) });
    look(fields, path, found);
  };
}

function thresholdAt(fields: Fields, name: string, path: string, found: Found[]): boolean {
  return fields[name] === null || decimalAt(fields[name], `${path}.${name}`, found);
}

function checkValues({ values }: Fields, path: string, found: Found[]): void {
  if (!listAt(values, `${path}.values`, found)) return;
  if (values.length === 0) miss(found, "engine.criterion_empty", `${path}.values`, {});
  values.forEach((value, i) => {
    textAt(value, `${path}.values[${i}]`, found);
  });
}

function checkSince(since: unknown, path: string, found: Found[]): void {
  if (since === "ever" || isDate(since)) return;
  if (typeof since !== "object" || since === null) {
    miss(found, "engine.criterion_since", path, { got: shown(since) });
    return;
  }
  const { days, months } = since as Fields;
  if (days !== undefined && months !== undefined) miss(found, "engine.criterion_since", path, { got: shown(since) });
  else if (days !== undefined) countAt(days, `${path}.days`, found, 0, MOST_YEARS * 366);
  else countAt(months, `${path}.months`, found, 0, MOST_YEARS * 12);
}

function checkParts({ of }: Fields, path: string, found: Found[], depth: number): void {
  if (!listAt(of, `${path}.of`, found)) return;
  if (of.length === 0) miss(found, "engine.criterion_empty", `${path}.of`, {});
  if (depth >= DEEPEST) {
    miss(found, "engine.criterion_too_deep", `${path}.of`, { most: DEEPEST });
    return;
  }
  of.forEach((part, i) => {
    if (recordAt(part, `${path}.of[${i}]`, found)) checkTest(part, `${path}.of[${i}]`, found, depth + 1);
  });
}
