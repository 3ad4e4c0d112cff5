/** Schemas of how profit is shared out, refused for whatever the verbs of profit sharing would refuse them. */
import type * as z from "zod";
import { scorecardShape } from "../engine/schema.js";
import { remainderOrders } from "../kernel/allocation.js";
import {
  byKind,
  checkedBy,
  choice,
  count,
  exactly,
  firstFault,
  list,
  notNegative,
  record,
  share,
  someOf,
  text,
  words,
} from "../kernel/schema.js";
import { type QuotaPolicy, readQuotaPolicy } from "./quota-policy.js";
import { readWaterfall } from "./read-waterfall.js";
import type { WaterfallPolicy } from "./split-waterfall.js";
import type { WaterfallStep } from "./waterfall-step.js";

/** {@link QuotaPolicy} as a schema. */
export const QuotaPolicySchema: z.ZodType<QuotaPolicy> = checkedBy(
  exactly<QuotaPolicy>()(
    record({
      scorecard: scorecardShape,
      classes: someOf(record({ memberClass: text, weight: notNegative })),
      quotaDecimals: count(0, 60),
      amountDecimals: count(0, 60),
    }),
  ),
  firstFault(readQuotaPolicy),
).meta({ title: "Quota policy 利润配额政策", description: "How profit is shared out over members by the five-factor index." });

const step = exactly<WaterfallStep>()(
  byKind(
    ["claims", "preferred_return", "catch_up", "share"],
    [
      record({ kind: choice(["claims"]), title: words, claims: someOf(record({ partyId: text, amount: notNegative })) }),
      record({
        kind: choice(["preferred_return"]),
        title: words,
        claims: someOf(record({ partyId: text, capital: notNegative, rate: notNegative })),
      }),
      record({ kind: choice(["catch_up"]), title: words, partyId: text, share }),
      record({
        kind: choice(["share"]),
        title: words,
        parties: list(record({ partyId: text, share: notNegative })),
        upTo: notNegative.optional(),
      }),
    ],
  ),
);

/** {@link WaterfallPolicy} as a schema. */
export const WaterfallPolicySchema: z.ZodType<WaterfallPolicy> = checkedBy(
  exactly<WaterfallPolicy>()(record({ steps: someOf(step), decimals: count(0, 60), remainder: choice(remainderOrders) })),
  firstFault(({ steps }: WaterfallPolicy, path) => readWaterfall(steps, `${path}.steps`)),
).meta({ title: "Waterfall policy 利润分配顺序", description: "The steps by which profit is handed out, first paid first." });
