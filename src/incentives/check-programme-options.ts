/**
 * Checks the parts of a programme that most do without: trigger, measures, gates, returns, negative windows, stacking, payout, clawback.
 *
 * @internal
 */
import { checkRules } from "../engine/check-rules.js";
import { saleLineEvents } from "../entities/catalogue.js";
import { exact, isDecimal, roundingModes, sumOf, text } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import type { Json } from "../kernel/json.js";
import { prorationBases } from "../kernel/proration.js";
import { type AddFault, checkFields, checkItems, checkScope } from "./check-filters.js";
import { type IncentiveProgramme, measuredFigures, negativePolicies, returnsPolicies } from "./programme.js";

/** Names that every programme's gates read already. */
const OWN_FIGURES: readonly unknown[] = ["amount", "quantity"];
const CLAWBACK_FIELDS = { recomputed: ["kind"], share_of_earned: ["kind", "rate"], unserved_time: ["kind", "by"] };
/** A century. */
const MOST_DUE_DAYS = 36_600;
const PAYOUT_FIELDS = ["means", "stages", "minimum", "payeeId", "dueDays", "withholding"];
const WITHHOLDING_FIELDS = { rate: ["kind", "id", "titles", "rate"], tax: ["kind", "id"] };

type Loose = { readonly [field: string]: unknown };

export function checkOptions(programme: IncentiveProgramme, add: AddFault): void {
  const choose = (value: unknown, path: string, want: readonly string[]) => {
    if (value !== undefined && !want.some((one) => one === value)) add("kernel.not_a_choice", path, { got: shown(value), want });
  };
  choose(programme.trigger, "trigger", saleLineEvents);
  choose(programme.returns, "returns", returnsPolicies);
  choose(programme.negative, "negative", negativePolicies);
  checkMeasures(programme, add);
  if (programme.gates !== undefined) {
    for (const { code, path, params } of checkRules(programme.gates as never, { catalogue: {}, folder: "host" })) {
      add(code as never, path.replace(/^rules/, "gates"), params);
    }
  }
  if (programme.stacking !== undefined) checkStacking(programme.stacking, add);
  if (programme.payout !== undefined) checkPayout(programme.payout, add);
  if (programme.clawback !== undefined) checkClawback(programme.clawback, add);
  checkCarrying(programme, add);
}

function checkMeasures({ measures }: IncentiveProgramme, add: AddFault): void {
  if (measures === undefined) return;
  const seen = new Set<unknown>(OWN_FIGURES);
  checkItems(measures, "measures", add, (item, path) => {
    if (!checkFields(item, path, ["name", "of", "scope", "unit", "perUnit", "taxRate", "lineTax", "cashDiscount"], add)) return;
    const { name, of, scope, unit, perUnit, taxRate, lineTax, cashDiscount } = item as Loose;
    checkName(name, `${path}.name`, add);
    if (seen.has(name)) add("kernel.named_twice", `${path}.name`, { got: shown(name) });
    seen.add(name);
    if (!measuredFigures.some((one) => one === of)) add("kernel.not_a_choice", `${path}.of`, { got: shown(of), want: measuredFigures });
    if (unit !== undefined) checkName(unit, `${path}.unit`, add);
    checkScope(scope, `${path}.scope`, add);
    if (perUnit !== undefined) checkPerUnit(perUnit, of, `${path}.perUnit`, add);
    const only = (want: readonly string[]) => {
      if (!want.some((one) => one === of)) add("kernel.not_a_choice", `${path}.of`, { got: shown(of), want });
    };
    if (taxRate !== undefined) checkSize(taxRate, `${path}.taxRate`, add);
    if (lineTax !== undefined) checkLineTax(lineTax, `${path}.lineTax`, add);
    if (taxRate !== undefined || lineTax !== undefined) only(["amount", "gross"]);
    if (cashDiscount === undefined) return;
    const words = ["taken_off"];
    if (cashDiscount !== words[0]) add("kernel.not_a_choice", `${path}.cashDiscount`, { got: shown(cashDiscount), want: words });
    only(["amount", "margin", "margin_floored"]);
  });
}

function checkLineTax(value: unknown, path: string, add: AddFault): void {
  const kind = typeof value === "object" && value !== null ? (value as Loose)["kind"] : undefined;
  if (kind !== "put_on" && kind !== "taken_off") {
    add("kernel.not_a_choice", `${path}.kind`, { got: shown(kind === undefined ? value : kind), want: ["put_on", "taken_off"] });
    return;
  }
  if (!checkFields(value, path, kind === "put_on" ? ["kind"] : ["kind", "rounding"], add) || kind === "put_on") return;
  checkRounding((value as Loose)["rounding"], `${path}.rounding`, add);
}

/** @internal */
export function checkRounding(value: unknown, path: string, add: AddFault): void {
  if (!checkFields(value, path, ["decimals", "mode"], add)) return;
  const { decimals, mode } = value as Loose;
  checkWhole(decimals, `${path}.decimals`, 0, add, 20);
  if (!roundingModes.some((one) => one === mode)) {
    add("kernel.not_a_choice", `${path}.mode`, { got: shown(mode), want: roundingModes });
  }
}

function checkPerUnit(value: unknown, of: unknown, path: string, add: AddFault): void {
  if (of !== "quantity") add("incentives.per_unit_of_money", path, { of: shown(of) });
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    add("kernel.not_a_record", path, { got: shown(value) });
    return;
  }
  for (const [productId, factor] of Object.entries(value)) {
    const place = `${path}.${productId}`;
    if (checkSize(factor, place, add) && exact(factor as string).isZero()) add("kernel.not_above_zero", place, { got: shown(factor) });
  }
}

/** @internal */
export function checkName(value: unknown, path: string, add: AddFault): void {
  if (typeof value !== "string" || value === "") add("kernel.not_text", path, { got: shown(value) });
}

function checkStacking(value: unknown, add: AddFault): void {
  if (!checkFields(value, "stacking", ["groupId", "priority"], add)) return;
  const { groupId, priority } = value as Loose;
  checkName(groupId, "stacking.groupId", add);
  checkWhole(priority, "stacking.priority", 1, add);
}

function checkPayout(value: unknown, add: AddFault): void {
  if (!checkFields(value, "payout", PAYOUT_FIELDS, add)) return;
  const { means, stages, minimum, payeeId, dueDays, withholding } = value as Loose;
  checkName(means, "payout.means", add);
  checkSize(minimum, "payout.minimum", add);
  if (payeeId !== undefined) checkName(payeeId, "payout.payeeId", add);
  if (dueDays !== undefined) checkWhole(dueDays, "payout.dueDays", 0, add, MOST_DUE_DAYS);
  if (withholding !== undefined) checkWithholding(withholding, "payout.withholding", add);
  const shares: string[] = [];
  const ids = new Set<unknown>();
  let [before, least] = [dueDays, 0];
  checkItems(stages, "payout.stages", add, (item, path) => {
    if (!checkFields(item, path, ["id", "share", "dueDays"], add)) return;
    const { id, share, dueDays: own } = item as Loose;
    if (own !== undefined) checkWhole(own, `${path}.dueDays`, least, add, MOST_DUE_DAYS);
    before = own ?? before;
    if (typeof before === "number") least = before;
    checkName(id, `${path}.id`, add);
    if (ids.has(id)) add("kernel.named_twice", `${path}.id`, { got: shown(id) });
    ids.add(id);
    if (checkSize(share, `${path}.share`, add)) shares.push(share as string);
  });
  checkWeights(shares, Array.isArray(stages) && shares.length === stages.length, "payout.stages", add);
}

function checkWithholding(value: unknown, path: string, add: AddFault): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    add("kernel.not_a_record", path, { got: shown(value) });
    return;
  }
  const { kind, id, titles, rate } = value as Loose;
  if (kind !== "rate" && kind !== "tax") {
    add("kernel.not_a_choice", `${path}.kind`, { got: shown(kind), want: ["rate", "tax"] });
    return;
  }
  checkFields(value, path, WITHHOLDING_FIELDS[kind], add);
  checkName(id, `${path}.id`, add);
  if (kind === "tax") return;
  if (checkFields(titles, `${path}.titles`, ["en", "zh"], add)) {
    for (const language of ["en", "zh"]) checkName((titles as Loose)[language], `${path}.titles.${language}`, add);
  }
  if (checkSize(rate, `${path}.rate`, add) && exact(rate as string).greaterThan(1)) {
    add("kernel.outside_bounds", `${path}.rate`, { got: shown(rate), least: "0", most: "1" });
  }
}

/** Parts of a whole must add up to it. @internal */
export function checkWeights(weights: readonly string[], complete: boolean, path: string, add: AddFault): void {
  const sum = sumOf(weights.map((weight) => exact(weight)));
  if (complete && !sum.equals(1)) add("incentives.weights_not_whole", path, { got: text(sum) });
}

function checkClawback(value: unknown, add: AddFault): void {
  const kind = typeof value === "object" && value !== null ? (value as Loose)["kind"] : undefined;
  const kinds = Object.keys(CLAWBACK_FIELDS);
  if (!kinds.some((one) => one === kind)) {
    add("kernel.not_a_choice", "clawback.kind", { got: shown(kind === undefined ? value : kind), want: kinds });
    return;
  }
  checkFields(value, "clawback", CLAWBACK_FIELDS[kind as keyof typeof CLAWBACK_FIELDS], add);
  const { rate, by } = value as Loose;
  if (kind === "share_of_earned" && checkSize(rate, "clawback.rate", add) && exact(rate as string).greaterThan(1)) {
    add("kernel.outside_bounds", "clawback.rate", { got: rate as Json, least: "0", most: "1" });
  }
  if (kind === "unserved_time" && !prorationBases.some((one) => one === by)) {
    add("kernel.not_a_choice", "clawback.by", { got: shown(by), want: prorationBases });
  }
}

/** What is carried from window to window needs windows that follow each other; what is owed needs a figure that can be owed on. */
function checkCarrying({ negative, qualifier, window, limits }: IncentiveProgramme, add: AddFault): void {
  const rolling = (window as unknown as Loose | undefined)?.["kind"] === "rolling";
  const kind = (qualifier as unknown as Loose | undefined)?.["kind"];
  const goesBelow = negative === "recover" || negative === "carry_forward";
  if (goesBelow && kind !== "amount" && kind !== "quantity" && kind !== "measure" && kind !== "attainment") {
    add("incentives.negative_measure", "negative", {});
  }
  if (!rolling) return;
  if (negative === "carry_forward") add("incentives.windows_overlap", "negative", {});
  if (!Array.isArray(limits)) return;
  limits.forEach((limit: unknown, i) => {
    const refundable = typeof limit === "object" && limit !== null && (limit as Loose)["refundable"] === true;
    if (refundable) add("incentives.windows_overlap", `limits[${i}].refundable`, {});
  });
}

/** A decimal of 0 or more. @internal */
export function checkSize(value: unknown, path: string, add: AddFault): boolean {
  if (typeof value !== "string" || !isDecimal(value)) add("kernel.not_a_decimal", path, { got: shown(value) });
  else if (exact(value).isNegative()) add("kernel.below_zero", path, { got: value });
  else return true;
  return false;
}

/** @internal */
export function checkWhole(value: unknown, path: string, least: number, add: AddFault, most: number = Number.MAX_SAFE_INTEGER): void {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
    add("kernel.not_a_count", path, { got: shown(value), least, most });
  }
}
