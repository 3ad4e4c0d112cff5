/**
 * Checks what picks the tier: the qualifier, its baseline, and the measures it names.
 *
 * @internal
 */
import { isDecimal, parseDecimal } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { type AddFault, checkFields, checkItems } from "./check-filters.js";
import { checkRounding, checkWeights, checkWhole } from "./check-programme-options.js";
import type {
  BaselineYear,
  FixedBaseline,
  GrowthBasis,
  IncentiveProgramme,
  LineMeasure,
  MeasureBasis,
  MixedBaseline,
  ProgrammeMeasure,
  Qualifier,
  RollingBaseline,
} from "./programme.js";

type MadeBaseline = FixedBaseline | MixedBaseline | RollingBaseline;

const GROWTH_FIELDS = ["kind", "of", "unit", "baseline", "zeroBaseline"];
/** The fields of each kind. */
const QUALIFIERS: { readonly [K in Qualifier["kind"]]: readonly string[] } = {
  amount: ["kind"],
  quantity: ["kind", "unit"],
  growth_amount: GROWTH_FIELDS,
  growth_rate: GROWTH_FIELDS,
  attainment: ["kind", "of", "unit"],
  measure: ["kind", "measure"],
  share: ["kind", "measure", "of"],
  given: ["kind", "fact", "unit"],
};
const QUALIFIER_KINDS = Object.keys(QUALIFIERS);
const BASELINES: readonly unknown[] = ["prior_year", "given"];
/** Years that a mixed baseline may look back, and windows of a rolling one. */
const MOST_YEARS = 10;
const MOST_WINDOWS = 12;
/** The fields of each kind. */
const MADE_BASELINES: { readonly [K in MadeBaseline["kind"]]: readonly string[] } = {
  fixed: ["kind", "value"],
  mixed: ["kind", "years"],
  rolling: ["kind", "windows", "rounding"],
};
const MADE_KINDS = Object.keys(MADE_BASELINES);
const ZERO_BASELINES = ["not_eligible", "treat_as_rate", "pay_on_full_volume", "floor_baseline"];
const MEASURES = ["amount", "quantity"];

/** Names of the measures, as far as they can be read. */
export function measureNames({ measures }: IncentiveProgramme): readonly unknown[] {
  return Array.isArray(measures) ? measures.map((one) => (isRecord(one) ? (one as ProgrammeMeasure).name : undefined)) : [];
}

export function checkMeasureName(name: unknown, path: string, names: readonly unknown[], add: AddFault): void {
  if (typeof name !== "string") add("kernel.not_text", path, { got: shown(name) });
  else if (!names.includes(name)) add("kernel.unknown_row", path, { got: shown(name) });
}

export function checkQualifier(qualifier: Qualifier, names: readonly unknown[], report: AddFault): boolean {
  let fine = true;
  const add: AddFault = (code, path, params) => {
    fine = false;
    report(code, `qualifier${path}`, params);
  };
  if (!isRecord(qualifier)) {
    add("kernel.not_a_record", "", { got: shown(qualifier) });
    return fine;
  }
  if (!QUALIFIER_KINDS.includes(qualifier.kind)) {
    add("kernel.not_a_choice", ".kind", { got: shown(qualifier.kind), want: QUALIFIER_KINDS });
    return fine;
  }
  checkFields(qualifier, "", QUALIFIERS[qualifier.kind], add);
  if (qualifier.kind === "quantity") checkUnit(qualifier.unit, add);
  else if (qualifier.kind === "measure") checkMeasureName(qualifier.measure, ".measure", names, add);
  else if (qualifier.kind === "share") {
    checkMeasureName(qualifier.measure, ".measure", names, add);
    checkMeasureName(qualifier.of, ".of", names, add);
  } else if (qualifier.kind === "given") {
    if (typeof qualifier.fact !== "string" || qualifier.fact === "") add("kernel.not_text", ".fact", { got: shown(qualifier.fact) });
    checkUnit(qualifier.unit, add);
  } else if (qualifier.kind === "attainment") {
    if (qualifier.of !== undefined) checkFigure(qualifier.of, names, add);
    if (qualifier.of === "quantity") checkUnit(qualifier.unit, add);
  } else if (qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate") checkGrowth(qualifier, names, add);
  return fine;
}

function checkUnit(unit: unknown, add: AddFault): void {
  if (typeof unit !== "string" || unit === "") add("kernel.not_text", ".unit", { got: shown(unit) });
}

/** Net amount, quantity or the name of a measure. */
function checkFigure(of: unknown, names: readonly unknown[], add: AddFault): void {
  if (!isRecord(of)) {
    if (!MEASURES.some((one) => one === of)) add("kernel.not_a_choice", ".of", { got: shown(of), want: MEASURES });
  } else if (checkFields(of, ".of", ["measure"], add)) checkMeasureName((of as MeasureBasis).measure, ".of.measure", names, add);
}

function checkGrowth(growth: GrowthBasis, names: readonly unknown[], add: AddFault): void {
  const { of, baseline, zeroBaseline } = growth;
  checkFigure(of, names, add);
  if (of === "quantity") checkUnit(growth.unit, add);
  if (isRecord(baseline)) checkBaseline(baseline as MadeBaseline, add);
  else if (!BASELINES.includes(baseline)) add("kernel.not_a_choice", ".baseline", { got: shown(baseline), want: BASELINES as string[] });
  if (!isRecord(zeroBaseline) || !ZERO_BASELINES.includes(zeroBaseline.kind)) {
    add("kernel.not_a_choice", ".zeroBaseline.kind", {
      got: shown(isRecord(zeroBaseline) ? zeroBaseline.kind : zeroBaseline),
      want: ZERO_BASELINES,
    });
  } else if (zeroBaseline.kind === "treat_as_rate" && !isDecimalText(zeroBaseline.rate)) {
    add("kernel.not_a_decimal", ".zeroBaseline.rate", { got: shown(zeroBaseline.rate) });
  } else if (zeroBaseline.kind === "floor_baseline" && !isPositive(zeroBaseline.baseline)) {
    add("kernel.not_above_zero", ".zeroBaseline.baseline", { got: shown(zeroBaseline.baseline) });
  }
}

function checkBaseline(baseline: MadeBaseline, add: AddFault): void {
  if (!MADE_KINDS.includes(baseline.kind)) {
    add("kernel.not_a_choice", ".baseline.kind", { got: shown(baseline.kind), want: MADE_KINDS });
    return;
  }
  checkFields(baseline, ".baseline", MADE_BASELINES[baseline.kind], add);
  if (baseline.kind === "rolling") {
    checkWhole(baseline.windows, ".baseline.windows", 1, add, MOST_WINDOWS);
    checkRounding(baseline.rounding, ".baseline.rounding", add);
  } else if (baseline.kind === "mixed") checkYears(baseline, add);
  else if (!isDecimalText(baseline.value)) add("kernel.not_a_decimal", ".baseline.value", { got: shown(baseline.value) });
}

function checkYears(baseline: MixedBaseline, add: AddFault): void {
  const seen = new Set<number>();
  const weights: string[] = [];
  checkItems(baseline.years, ".baseline.years", add, (item, path) => {
    if (!isRecord(item)) {
      add("kernel.not_a_record", path, { got: shown(item) });
      return;
    }
    const { back, weight } = item as BaselineYear;
    checkWhole(back, `${path}.back`, 1, add, MOST_YEARS);
    if (seen.has(back)) add("kernel.named_twice", `${path}.back`, { got: shown(back) });
    seen.add(back);
    if (isDecimalText(weight)) weights.push(weight);
    else add("kernel.not_a_decimal", `${path}.weight`, { got: shown(weight) });
  });
  const complete = Array.isArray(baseline.years) && weights.length === baseline.years.length;
  checkWeights(weights, complete, ".baseline.years", add);
}

/** The unit of a figure. `undefined`: a measure of quantities that names none. @internal */
export function figureUnit(
  { currency, measures }: IncentiveProgramme,
  of: LineMeasure | MeasureBasis,
  unit: string | undefined,
): string | undefined {
  if (!isRecord(of)) return of === "amount" ? currency : unit;
  const measure = measures?.find((one) => isRecord(one) && one.name === of.measure);
  if (measure?.of === "quantity") return measure.unit;
  return measure?.of === "lines" ? "lines" : currency;
}

/** The unit of the tiers. `undefined`: a measure of quantities that names none. @internal */
export function unitOf(programme: IncentiveProgramme): string | undefined {
  const { qualifier, currency } = programme;
  switch (qualifier.kind) {
    case "measure":
      return figureUnit(programme, qualifier, undefined);
    case "amount":
      return currency;
    case "quantity":
    case "given":
      return qualifier.unit;
    case "growth_amount":
      return figureUnit(programme, qualifier.of, qualifier.unit);
    default:
      return "ratio";
  }
}

export function isDecimalText(value: unknown): value is string {
  return typeof value === "string" && isDecimal(value);
}

function isPositive(value: unknown): boolean {
  return isDecimalText(value) && !value.startsWith("-") && parseDecimal(value) !== "0";
}

export function isRecord<T>(value: T): value is T & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
