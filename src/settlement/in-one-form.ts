import type { IncentiveProgramme } from "../incentives/programme.js";

/**
 * A programme with all its fields, also those that are not there. What the machine has learnt of an object's form is forgotten with the last
 * object of that form, and copies of policies take theirs from the fields that a host happens to write.
 *
 * @internal
 */
export function inOneForm(given: IncentiveProgramme): { readonly [F in keyof Required<IncentiveProgramme>]: IncentiveProgramme[F] } {
  return {
    id: given.id,
    version: given.version,
    titles: given.titles,
    currency: given.currency,
    effective: given.effective,
    publishedOn: given.publishedOn,
    earner: given.earner,
    scope: given.scope,
    window: given.window,
    qualifier: given.qualifier,
    payOn: given.payOn,
    schedule: given.schedule,
    goods: given.goods,
    right: given.right,
    limits: given.limits,
    rounding: given.rounding,
    trigger: given.trigger,
    measures: given.measures,
    gates: given.gates,
    returns: given.returns,
    negative: given.negative,
    stacking: given.stacking,
    payout: given.payout,
    clawback: given.clawback,
    caps: given.caps,
    guarantee: given.guarantee,
    budget: given.budget,
    timetable: given.timetable,
  };
}
