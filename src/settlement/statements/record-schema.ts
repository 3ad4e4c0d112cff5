/** Schemas of the records that a host stores between two runs: entries of accounts and accruals, and statements of account. */
import * as z from "zod";
import type { Explanation } from "../../kernel/explanation.js";
import type { Json } from "../../kernel/json.js";
import {
  byName,
  choice,
  count,
  currency,
  date,
  decimal,
  exactly,
  itself,
  list,
  money,
  moneyNotNegative,
  notNegative,
  orNull,
  period,
  record,
  text,
  words,
} from "../../kernel/schema.js";
import { type AccrualEntry, accrualParts } from "../accounts/accrual-entry.js";
import type { GoodsEntry } from "../accounts/goods-settlement.js";
import { type EarningReference, type SettlementEntry, settlementEntryKinds } from "../accounts/settlement-entry.js";
import { disputeStates } from "../disputes/dispute.js";
import type { AccountStatement } from "./account-statement.js";

const earning = exactly<EarningReference>()(record({ programmeId: text, programmeVersion: text, periodId: text }));
const kind = choice(settlementEntryKinds);

const entry = exactly<SettlementEntry>()(
  record({
    id: text,
    memberId: text,
    kind,
    date,
    amount: money,
    dueDate: date.optional(),
    earning: earning.optional(),
    stageId: text.optional(),
    claimId: text.optional(),
    kept: notNegative.optional(),
    earnedAs: decimal.optional(),
    refersTo: text.optional(),
    titles: words.optional(),
    sourceIds: list(text).optional(),
  }),
);

/** {@link SettlementEntry} as a schema. */
export const SettlementEntrySchema: z.ZodType<SettlementEntry> = entry.meta({
  title: "Settlement entry 账户分录",
  description: "One line of a member's account with the manufacturer.",
});

/** {@link GoodsEntry} as a schema. */
export const GoodsEntrySchema: z.ZodType<GoodsEntry> = exactly<GoodsEntry>()(
  record({ id: text, memberId: text, programmeId: text, periodId: text, date, productId: text, quantity: decimal, unit: text }),
).meta({ title: "Goods entry 赠货分录", description: "Free goods handed over to a member, or owed by it." });

/** {@link AccrualEntry} as a schema. */
export const AccrualEntrySchema: z.ZodType<AccrualEntry> = exactly<AccrualEntry>()(
  record({
    id: text,
    memberId: text,
    earning,
    date,
    part: choice(accrualParts),
    amount: money,
    measure: decimal.optional(),
    refersTo: text.optional(),
    until: date.optional(),
    titles: words.optional(),
  }),
).meta({ title: "Accrual entry 计提分录", description: "One line of the ledger of accruals." });

const saysTrueOrFalse = { error: 'not_a_choice {"want":[true,false]}' };
/** @internal */
export const json: z.ZodType<Json> = itself(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
) as unknown as z.ZodType<Json>;

/** How an earning came about, as it was said. @internal */
export const working: z.ZodType<Explanation> = itself(() =>
  record({ code: text, params: byName(json), adds: text.optional(), from: list(working).optional() }),
) as unknown as z.ZodType<Explanation>;

const taxLine = record({
  rateId: orNull(text),
  titles: orNull(words),
  rate: orNull(notNegative),
  net: decimal,
  tax: decimal,
  gross: decimal,
});

/** {@link AccountStatement} as a schema. */
export const AccountStatementSchema: z.ZodType<AccountStatement> = exactly<AccountStatement>()(
  record({
    accountId: text,
    account: words,
    period,
    asOf: date,
    status: choice(["final", "interim"]),
    currency,
    opening: decimal,
    movements: list(
      record({
        entryId: text,
        memberId: text,
        date,
        kind,
        titles: orNull(words),
        amount: decimal,
        balance: decimal,
        dueDate: orNull(date),
        earning: orNull(earning),
        claimId: orNull(text),
        refersTo: orNull(text),
        sources: list(record({ sourceId: text, invoice: orNull(text), line: orNull(text) })),
        working: orNull(working),
      }),
    ),
    closing: decimal,
    members: list(record({ memberId: text, opening: decimal, movements: decimal, closing: decimal })),
    openItems: list(
      record({
        entryId: text,
        memberId: text,
        dueDate: orNull(date),
        open: decimal,
        held: decimal,
        due: z.boolean(saysTrueOrFalse),
        overdueDays: count(0, 9_000_000),
      }),
    ),
    overdue: decimal,
    disputes: list(
      record({
        disputeId: text,
        entryId: text,
        state: choice(disputeStates),
        reason: text,
        asked: decimal,
        held: decimal,
        respondBy: orNull(date),
      }),
    ),
    receivables: list(
      record({
        invoiceId: text,
        memberId: text,
        dueDate: date,
        open: moneyNotNegative,
        offset: notNegative,
        reason: orNull(choice(["none_agreed", "disputed", "other_currency", "not_due", "nothing_left"])),
      }),
    ),
    offsets: list(entry),
    payment: record({
      balance: decimal,
      held: decimal,
      notDue: notNegative,
      offset: notNegative,
      carried: notNegative,
      owedByMember: notNegative,
      payable: notNegative,
    }),
    documents: list(
      record({
        ruleId: text,
        formId: text,
        form: words,
        entryIds: list(text),
        net: decimal,
        tax: decimal,
        gross: decimal,
        taxes: list(taxLine),
      }),
    ),
    otherCurrencies: list(record({ currency, entries: count(1) })),
    goods: list(record({ memberId: text, earning, titles: words, date, productId: text, quantity: decimal, unit: text })).optional(),
    rights: list(record({ memberId: text, earning, titles: words, date, means: text, quantity: decimal, unit: text })).optional(),
  }),
).meta({
  title: "Account statement 对账单",
  description: "A member's statement of account, as it was drawn.",
});
