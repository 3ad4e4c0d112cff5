/** Schema of where an incentive policy stands. */
import type * as z from "zod";
import { checkedBy, choice, date, exactly, firstFault, list, orNull, record, text } from "../kernel/schema.js";
import { type IncentivePolicyLife, incentivePolicyStates } from "./policy-life.js";
import { readPolicyLife } from "./read-policy-life.js";

/** {@link IncentivePolicyLife} as a schema. */
export const IncentivePolicyLifeSchema: z.ZodType<IncentivePolicyLife> = checkedBy(
  exactly<IncentivePolicyLife>()(
    record({
      at: choice(incentivePolicyStates),
      data: record({
        policyId: text,
        version: text,
        start: date,
        end: date,
        since: date,
        pending: list(text),
        objections: list(text),
        agreed: list(text),
        publishedOn: orNull(date),
        successor: orNull(text),
        supersededOn: orNull(date),
        reviews: list(record({ date, feedback: list(record({ memberId: text, text })) })),
        nextReviewOn: orNull(date),
        ground: orNull(text),
      }),
    }),
  ),
  firstFault(readPolicyLife),
).meta({ title: "Incentive policy life 激励政策状态", description: "Where the policy of an incentive stands." });
