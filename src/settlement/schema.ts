/** Schema of what an accumulator is opened on, refused for whatever `openAccumulator` would refuse it. */
import type * as z from "zod";
import { ChannelMemberSchema } from "../entities/schema/participants.js";
import { IncentiveProgrammeSchema } from "../incentives/schema.js";
import { stackingModes } from "../incentives/stacking-policy.js";
import { roundingModes } from "../kernel/decimal.js";
import { checkedBy, choice, count, currency, exactly, firstFault, list, record, text } from "../kernel/schema.js";
import { checkPolicy } from "./check-policy.js";
import type { AccumulatorPolicy } from "./policy.js";
import { planStacking } from "./stack-plan.js";

const group = record({
  id: text,
  priority: count(1),
  combine: choice(stackingModes),
  reducedBy: list(text),
  excludes: list(text),
});

/** {@link AccumulatorPolicy} as a schema. */
export const AccumulatorPolicySchema: z.ZodType<AccumulatorPolicy> = checkedBy(
  exactly<AccumulatorPolicy>()(
    record({
      currency,
      programmes: list(IncentiveProgrammeSchema),
      members: list(ChannelMemberSchema),
      sources: choice(["count", "ids"]),
      stacking: list(group).optional(),
      payout: record({ convertOn: choice(["window_end", "settlement_day"]), rounding: choice(roundingModes) }).optional(),
    }),
  ),
  firstFault((policy: AccumulatorPolicy) => planStacking(checkPolicy(policy))),
).meta({ title: "Accumulator policy 结算累计政策", description: "The programmes and members that sale lines are counted for." });
