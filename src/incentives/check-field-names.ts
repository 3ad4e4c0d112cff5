/**
 * Checks the names of a programme's fields: a field that nobody reads, such as a gate under a misspelt name, would pay what it should hold.
 *
 * @internal
 */
import type { TierRow } from "../engine/tier-schedule.js";
import { shown } from "../kernel/fault.js";
import { type AddFault, checkFields } from "./check-filters.js";
import type { IncentiveProgramme } from "./programme.js";

/** Complete by its type: a field that is added to the model and forgotten here does not compile. */
const PROGRAMME: { readonly [F in keyof Required<IncentiveProgramme>]: true } = {
  id: true,
  version: true,
  titles: true,
  currency: true,
  effective: true,
  earner: true,
  scope: true,
  window: true,
  qualifier: true,
  payOn: true,
  schedule: true,
  goods: true,
  limits: true,
  rounding: true,
  trigger: true,
  measures: true,
  gates: true,
  returns: true,
  negative: true,
  stacking: true,
  payout: true,
  clawback: true,
  caps: true,
  guarantee: true,
  budget: true,
  timetable: true,
};
const PROGRAMME_FIELDS = Object.keys(PROGRAMME);

const GROWTH = ["kind", "of", "unit", "baseline", "zeroBaseline"];
const QUALIFIERS: { readonly [kind: string]: readonly string[] } = {
  amount: ["kind"],
  quantity: ["kind", "unit"],
  growth_amount: GROWTH,
  growth_rate: GROWTH,
  attainment: ["kind"],
  measure: ["kind", "measure"],
  share: ["kind", "measure", "of"],
  given: ["kind", "fact", "unit"],
};
const LIMITS: { readonly [kind: string]: readonly string[] } = {
  qualifier_cap: ["kind", "value"],
  payment_floor: ["kind", "amount"],
  payment_cap: ["kind", "amount", "refundable"],
};
const TIER: { readonly [F in keyof Required<TierRow>]: true } = {
  from: true,
  to: true,
  unit: true,
  rate: true,
  amount: true,
  coefficients: true,
  fromFirst: true,
};
const TIER_FIELDS = Object.keys(TIER);

type Loose = { readonly [field: string]: unknown };

/** Names alone: what is no record, or of no known kind, is told where it is read. */
export function checkFieldNames(programme: IncentiveProgramme, add: AddFault): void {
  for (const name of Object.keys(programme)) {
    if (!PROGRAMME_FIELDS.includes(name)) add("kernel.not_a_choice", name, { got: shown(name), want: PROGRAMME_FIELDS });
  }
  const named = (value: unknown, path: string, known: readonly string[] | undefined) => {
    if (isRecord(value) && known !== undefined) checkFields(value, path, known, add);
  };
  const byKind = (value: unknown, path: string, kinds: { readonly [kind: string]: readonly string[] }) => {
    if (isRecord(value) && typeof value["kind"] === "string" && Object.hasOwn(kinds, value["kind"]))
      named(value, path, kinds[value["kind"]]);
  };
  named(programme.effective, "effective", ["start", "end"]);
  named(programme.rounding, "rounding", ["decimals", "mode"]);
  byKind(programme.qualifier, "qualifier", QUALIFIERS);
  listed(programme.limits, (limit, i) => byKind(limit, `limits[${i}]`, LIMITS));
  const { schedule } = programme as { readonly schedule: unknown };
  if (isRecord(schedule)) listed(schedule["tiers"], (tier, i) => named(tier, `schedule.tiers[${i}]`, TIER_FIELDS));
}

/** Longer lists are refused elsewhere. */
const MOST_NAMED = 10_000;

function listed(list: unknown, look: (item: unknown, i: number) => void): void {
  if (Array.isArray(list) && list.length <= MOST_NAMED) list.forEach(look);
}

function isRecord(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
