/** Schema of what an accumulator is opened on, refused for whatever `openAccumulator` would refuse it. */
import type * as z from "zod";
import { ChannelMemberSchema } from "../entities/schema/participants.js";
import { IncentiveProgrammeSchema } from "../incentives/schema.js";
import { roundingModes } from "../kernel/decimal.js";
import { checkedBy, choice, currency, exactly, firstFault, list, record } from "../kernel/schema.js";
import { checkPolicy } from "./check-policy.js";
import type { AccumulatorPolicy } from "./policy.js";

/** {@link AccumulatorPolicy} as a schema. */
export const AccumulatorPolicySchema: z.ZodType<AccumulatorPolicy> = checkedBy(
  exactly<AccumulatorPolicy>()(
    record({
      currency,
      programmes: list(IncentiveProgrammeSchema),
      members: list(ChannelMemberSchema),
      sources: choice(["count", "ids"]),
      payout: record({ convertOn: choice(["window_end", "settlement_day"]), rounding: choice(roundingModes) }).optional(),
    }),
  ),
  firstFault(checkPolicy),
).meta({ title: "Accumulator policy 结算累计政策", description: "The programmes and members that sale lines are counted for." });
