/** Schemas of what a host stores of the credit of members: items, accounts, held orders, replacement cases. */
import type * as z from "zod";
import {
  checkedBy,
  choice,
  count,
  currency,
  date,
  exactly,
  firstFault,
  list,
  missingIn,
  notNegative,
  orNull,
  period,
  record,
  text,
} from "../kernel/schema.js";
import { type CreditAccount, securityKinds } from "./credit-account.js";
import { readAccount } from "./effective-limit.js";
import { type OpenItem, openItemKinds } from "./open-item.js";
import { type OrderHold, type OrderHoldData, type OrderHoldState, orderHoldStates } from "./order-hold.js";
import { readOrderHold } from "./read-order-hold.js";
import { readReplacementCase } from "./read-replacement-case.js";
import { type ReplacementCase, type ReplacementData, type ReplacementState, replacementStates } from "./replacement-case.js";
import { days, limit } from "./schema.js";

/** {@link OpenItem} as a schema. */
export const OpenItemSchema: z.ZodType<OpenItem> = exactly<OpenItem>()(
  record({
    id: text,
    memberId: text,
    kind: choice(openItemKinds),
    currency,
    amount: notNegative,
    postedOn: date,
    invoicedOn: date.optional(),
    dueOn: date.optional(),
    settlements: list(record({ on: date, amount: notNegative })).optional(),
    covers: list(record({ kind: choice(["order", "delivery"]), id: text, amount: notNegative })).optional(),
  }),
).meta({ title: "Open item 未清项", description: "A posted claim on a member or a credit of it, with what has settled it." });

/** {@link CreditAccount} as a schema. */
export const CreditAccountSchema: z.ZodType<CreditAccount> = checkedBy(
  exactly<CreditAccount>()(
    record({
      memberId: text,
      groupId: text.optional(),
      limit,
      expiresOn: date.optional(),
      temporary: list(record({ period, limit })).optional(),
      securities: list(
        record({ id: text, kind: choice(securityKinds), value: notNegative, from: date.optional(), to: date.optional() }),
      ).optional(),
      status: text.optional(),
      termRank: count().optional(),
      discountRank: count().optional(),
    }),
  ),
  firstFault(readAccount),
).meta({ title: "Credit account 信用账户", description: "The credit of one member." });

/** What a person decided has their name and their ground. */
const DECIDED: readonly (keyof OrderHoldData)[] = ["by", "ground"];
const HELD: { readonly [S in OrderHoldState]?: readonly (keyof OrderHoldData)[] } = { forced_held: DECIDED, rejected: DECIDED };

/** {@link OrderHold} as a schema. */
export const OrderHoldSchema: z.ZodType<OrderHold> = checkedBy(
  exactly<OrderHold>()(
    record({
      at: choice(orderHoldStates),
      data: record({
        orderId: text,
        amount: notNegative,
        reasons: list(text),
        excess: orNull(notNegative),
        nextCheckOn: orNull(date),
        graceDays: orNull(days),
        by: orNull(text),
        ground: orNull(text),
        since: date,
      }),
    }),
  ),
  firstFault(readOrderHold),
  ({ at, data }) => missingIn(data, HELD[at]),
).meta({ title: "Order hold 订单信用冻结", description: "Where an order stands with its credit." });

/** What no case is without where it stands. */
const CASE: { readonly [S in ReplacementState]?: readonly (keyof ReplacementData)[] } = {
  planning: ["successorId", "ground"],
  handing_over: ["successorId", "handOverBy", "ground"],
  replaced: ["successorId", "handOverBy", "ground"],
};

/** {@link ReplacementCase} as a schema. */
export const ReplacementCaseSchema: z.ZodType<ReplacementCase> = checkedBy(
  exactly<ReplacementCase>()(
    record({
      at: choice(replacementStates),
      data: record({
        memberId: text,
        overdueDays: count(),
        overdueAmount: notNegative,
        candidates: list(text),
        suitable: list(text),
        successorId: orNull(text),
        decideBy: orNull(date),
        handOverBy: orNull(date),
        ground: orNull(text),
        since: date,
      }),
    }),
  ),
  firstFault(readReplacementCase),
  ({ at, data }) => missingIn(data, CASE[at]),
).meta({ title: "Replacement case 更换经销商案件", description: "Where the replacement of a member that does not pay stands." });
