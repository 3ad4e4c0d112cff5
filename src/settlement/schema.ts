/** Schemas of what accumulators and simulations are opened on, refused for whatever `openAccumulator` and `simulateProgrammes` would refuse them. */
import type * as z from "zod";
import { participantKinds } from "../entities/catalogue.js";
import { memberFields } from "../entities/schema/participants.js";
import { IncentiveProgrammeSchema } from "../incentives/schema.js";
import { stackingModes } from "../incentives/stacking-policy.js";
import { roundingModes } from "../kernel/decimal.js";
import { checkedBy, choice, count, currency, date, exactly, firstFault, list, record, someOf, text, words } from "../kernel/schema.js";
import { planPolicy } from "./plan-policy.js";
import type { AccumulatorPolicy } from "./policy.js";
import { simulateProgrammes } from "./simulate-programmes.js";
import type { SimulationPolicy } from "./simulation.js";

const group = record({
  id: text,
  priority: count(1),
  combine: choice(stackingModes),
  reducedBy: list(text),
  excludes: list(text),
});

const member = record({
  ...memberFields,
  kind: choice(participantKinds),
  agreement: record({ start: date, end: date.optional() }).optional(),
});

const common = {
  currency,
  members: list(member),
  sources: choice(["count", "ids"]),
  stacking: list(group).optional(),
  payout: record({ convertOn: choice(["window_end", "settlement_day"]), rounding: choice(roundingModes) }).optional(),
};

/** {@link AccumulatorPolicy} as a schema. */
export const AccumulatorPolicySchema: z.ZodType<AccumulatorPolicy> = checkedBy(
  exactly<AccumulatorPolicy>()(record({ ...common, programmes: list(IncentiveProgrammeSchema) })),
  firstFault(planPolicy),
).meta({ title: "Accumulator policy 结算累计政策", description: "The programmes and members that sale lines are counted for." });

/** {@link SimulationPolicy} as a schema. */
export const SimulationPolicySchema: z.ZodType<SimulationPolicy> = checkedBy(
  exactly<SimulationPolicy>()(
    record({ ...common, versions: someOf(record({ id: text, titles: words, programmes: list(IncentiveProgrammeSchema) })) }),
  ),
  firstFault((policy: SimulationPolicy) => simulateProgrammes({ asOf: "2024-01-01", lines: [] }, policy)),
).meta({ title: "Simulation policy 模拟政策", description: "Versions of programmes to run on the same sale lines." });
