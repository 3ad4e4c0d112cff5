/**
 * Checks the names of a programme's fields: a field that nobody reads, such as a gate under a misspelt name, would pay what it should hold.
 *
 * @internal
 */
import type { TierRow } from "../engine/tier-schedule.js";
import { shown } from "../kernel/fault.js";
import { type AddFault, checkFields } from "./check-filters.js";
import { isRecord } from "./check-qualifier.js";
import type { IncentiveProgramme } from "./programme.js";

/** Complete by its type: a field that is added to the model and forgotten here does not compile. */
const PROGRAMME: { readonly [F in keyof Required<IncentiveProgramme>]: true } = {
  id: true,
  version: true,
  titles: true,
  currency: true,
  effective: true,
  publishedOn: true,
  earner: true,
  scope: true,
  window: true,
  qualifier: true,
  payOn: true,
  schedule: true,
  goods: true,
  right: true,
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

/** Names alone: what is no record, or of no known kind, is told where it is read. Qualifier, limits and rounding are looked at there, too. */
export function checkFieldNames(programme: IncentiveProgramme, add: AddFault): void {
  for (const name of Object.keys(programme)) {
    if (!PROGRAMME_FIELDS.includes(name)) add("kernel.not_a_choice", name, { got: shown(name), want: PROGRAMME_FIELDS });
  }
  const { effective, schedule, window } = programme;
  if (isRecord(effective)) checkFields(effective, "effective", ["start", "end"], add);
  // the one kind of window with a field that may be absent: misspelt, every window would be as long as the agreement
  if (window?.kind === "agreement") checkFields(window, "window", ["kind", "every"], add);
  const tiers: unknown = isRecord(schedule) && "tiers" in schedule ? schedule.tiers : undefined;
  if (!Array.isArray(tiers) || tiers.length > MOST_NAMED) return;
  tiers.forEach((tier, i) => {
    if (isRecord(tier)) checkFields(tier, `schedule.tiers[${i}]`, TIER_FIELDS, add);
  });
}

/** No table has more rows that somebody wrote. */
const MOST_NAMED = 10_000;
