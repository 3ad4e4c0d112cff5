/** Schema of what the structure of a network is checked against. */
import type * as z from "zod";
import { participantKinds } from "../entities/catalogue.js";
import { checkedBy, choice, exactly, firstFault, list, record, share, text } from "../kernel/schema.js";
import { flowKinds } from "./catalogue.js";
import type { NetworkPolicy } from "./network.js";
import { readNetworkPolicy } from "./read-network.js";

/** {@link NetworkPolicy} as a schema. */
export const NetworkPolicySchema: z.ZodType<NetworkPolicy> = checkedBy(
  exactly<NetworkPolicy>()(
    record({
      flows: list(
        record({
          flow: choice(flowKinds),
          from: choice(participantKinds),
          to: list(choice(participantKinds)),
          sources: list(text).optional(),
        }),
      ),
      directShareMost: share,
      namedAccountIds: list(text),
    }),
  ),
  firstFault(readNetworkPolicy),
).meta({ title: "Network policy 渠道网络政策", description: "What the structure of a network is checked against." });
