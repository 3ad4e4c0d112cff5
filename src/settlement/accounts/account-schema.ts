/** Schemas of what the account of a member is settled, paid and shown by, refused for whatever the verbs would refuse them. */
import type * as z from "zod";
import { tierScheduleShape } from "../../engine/schema.js";
import { IncentiveProgrammeSchema, programmeWindow } from "../../incentives/schema.js";
import { roundingModes } from "../../kernel/decimal.js";
import {
  byKind,
  checkedBy,
  choice,
  count,
  currency,
  exactly,
  firstFault,
  list,
  moneyNotNegative,
  notNegative,
  period,
  record,
  share,
  someOf,
  text,
  words,
} from "../../kernel/schema.js";
import { periodRule } from "../../kernel/time-schema.js";
import { type DisputePolicy, readDisputePolicy } from "../disputes/start-dispute.js";
import { type AccountStatementPolicy, setOffOrders } from "../statements/account-statement-policy.js";
import { readStatementPolicy } from "../statements/read-account-statement.js";
import { readApprovalPolicy, type StatementApprovalPolicy } from "../statements/start-statement-approval.js";
import { accrualParts } from "./accrual-entry.js";
import type { AccrualPolicy } from "./accrual-run.js";
import { readAccrualPolicy } from "./accrue-earnings.js";
import { readEntryPolicy } from "./build-incentive-entries.js";
import { readChart } from "./build-journal.js";
import { readCalendarPolicy, type SettlementCalendarPolicy } from "./build-settlement-calendar.js";
import { type ReceiptReleasePolicy, readReleasePolicy } from "./compute-receipt-release.js";
import { afterCloseRules, type EarningsSettlementPolicy, negativeRules, termStarts } from "./earnings-settlement.js";
import type { GoodsSettlementPolicy } from "./goods-settlement.js";
import { type IncentiveEntryPolicy, incentiveResultKinds } from "./incentive-result.js";
import type { JournalChart } from "./journal.js";
import { readPayablePolicy } from "./list-payables.js";
import type { PayablePolicy } from "./payable.js";
import type { PayableTerm } from "./payable-term.js";
import type { PaymentRunPolicy } from "./payment-run.js";
import { readSettlementPolicy } from "./settle-earnings.js";
import { readGoodsPolicy } from "./settle-goods.js";
import { settlementEntryKinds } from "./settlement-entry.js";
import { readRunPolicy } from "./withhold.js";

const days = count(0, 36_600);
const entryKinds = list(choice(settlementEntryKinds));
const rounding = choice(roundingModes);

const term = exactly<PayableTerm>()(
  byKind(
    ["net", "end_of_month"],
    [record({ kind: choice(["net"]), days }), record({ kind: choice(["end_of_month"]), months: count(0, 1200), days })],
  ),
);

const deadlines = list(record({ programmeId: text, withinDays: days }));

const form = record({ id: text, titles: words });

/** {@link AccountStatementPolicy} as a schema. */
export const AccountStatementPolicySchema: z.ZodType<AccountStatementPolicy> = checkedBy(
  exactly<AccountStatementPolicy>()(
    record({
      currency,
      decimals: count(0, 20),
      undated: choice(["due", "not_due"]),
      setOff: record({ order: choice(setOffOrders), reach: choice(["due", "all"]) }),
      minimumPayment: notNegative,
      documents: list(record({ id: text, kinds: entryKinds, positive: form, negative: form })),
      tax: record({
        amounts: choice(["inclusive", "exclusive"]),
        mode: rounding,
        rates: list(record({ id: text, titles: words, rate: notNegative })),
        rules: list(record({ rateId: text, kinds: entryKinds.optional(), programmeIds: list(text).optional() })),
      }).optional(),
    }),
  ),
  firstFault(readStatementPolicy),
).meta({
  title: "Account statement policy 对账单政策",
  description: "Set-off, the least payment, papers and tax of a member's statements.",
});

/** {@link AccrualPolicy} as a schema. */
export const AccrualPolicySchema: z.ZodType<AccrualPolicy> = checkedBy(
  exactly<AccrualPolicy>()(
    record({
      posting: choice(["difference", "reverse_and_rebook"]),
      forecasts: list(
        record({
          programme: IncentiveProgrammeSchema,
          season: byKind(
            ["linear", "monthly"],
            [record({ kind: choice(["linear"]) }), record({ kind: choice(["monthly"]), weights: list(notNegative) })],
          ),
        }),
      ),
      claims: deadlines,
      overSettled: choice(["taken_back", "left"]),
      rounding,
    }),
  ),
  firstFault(readAccrualPolicy),
).meta({ title: "Accrual policy 计提政策", description: "How earnings are accrued, projected and written off." });

/** {@link EarningsSettlementPolicy} as a schema. */
export const EarningsSettlementPolicySchema: z.ZodType<EarningsSettlementPolicy> = checkedBy(
  exactly<EarningsSettlementPolicy>()(
    record({
      interimShare: share,
      graceDays: count(0, 3660),
      negative: choice(negativeRules),
      returnsAfterClose: choice(afterCloseRules),
      versions: choice(["rerate", "keep"]),
      term,
      termFrom: choice(termStarts),
      rounding,
      claims: deadlines.optional(),
      programmes: list(
        record({
          programmeId: text,
          interimShare: share.optional(),
          settleEvery: periodRule.optional(),
          graceDays: days.optional(),
          negative: choice(negativeRules).optional(),
          returnsAfterClose: choice(afterCloseRules).optional(),
          term: term.optional(),
          termFrom: choice(termStarts).optional(),
          stages: list(record({ id: text, share, term: term.optional(), termFrom: choice(termStarts).optional() })).optional(),
        }),
      ).optional(),
    }),
  ),
  firstFault(readSettlementPolicy),
).meta({ title: "Earnings settlement policy 结算政策", description: "How earnings are settled before, at and after the end of a window." });

/** {@link IncentiveEntryPolicy} as a schema. */
export const IncentiveEntryPolicySchema: z.ZodType<IncentiveEntryPolicy> = checkedBy(
  exactly<IncentiveEntryPolicy>()(
    record({
      rules: list(record({ of: choice(incentiveResultKinds), entryKind: choice(["earning", "fee"]), term, titles: words.optional() })),
    }),
  ),
  firstFault(readEntryPolicy),
).meta({
  title: "Incentive entry policy 激励入账政策",
  description: "How overrides, contests, SPIFFs, draws and referral fees become entries of accounts.",
});

/** {@link GoodsSettlementPolicy} as a schema. */
export const GoodsSettlementPolicySchema: z.ZodType<GoodsSettlementPolicy> = checkedBy(
  exactly<GoodsSettlementPolicy>()(
    record({ programmeIds: list(text), graceDays: count(0, 3660), overHanded: choice(["taken_back", "left"]) }),
  ),
  firstFault(readGoodsPolicy),
).meta({
  title: "Goods settlement policy 赠货结算政策",
  description: "When free goods are handed over, and what happens where too many were.",
});

/** {@link PayablePolicy} as a schema. */
export const PayablePolicySchema: z.ZodType<PayablePolicy> = checkedBy(
  exactly<PayablePolicy>()(record({ term })),
  firstFault(readPayablePolicy),
).meta({ title: "Payable policy 应付政策", description: "When channel fees are paid that name no day themselves." });

/** {@link PaymentRunPolicy} as a schema. */
export const PaymentRunPolicySchema: z.ZodType<PaymentRunPolicy> = checkedBy(
  exactly<PaymentRunPolicy>()(
    record({
      term,
      minimums: list(moneyNotNegative),
      withholdings: list(
        record({
          id: text,
          titles: words,
          currency,
          payeeClasses: list(text).optional(),
          programmeIds: list(text).optional(),
          schedule: tierScheduleShape,
        }),
      ),
      rounding,
      authority: list(record({ level: text, titles: words, currency, above: notNegative })).optional(),
      programmes: list(record({ programmeId: text, minimum: moneyNotNegative.optional(), payeeId: text.optional() })).optional(),
    }),
  ),
  firstFault((policy: PaymentRunPolicy, path) => {
    readPayablePolicy(policy, path);
    readRunPolicy(policy, path);
  }),
).meta({ title: "Payment run policy 付款政策", description: "Least payments, and what is withheld of them." });

/** {@link JournalChart} as a schema. */
export const JournalChartSchema: z.ZodType<JournalChart> = checkedBy(
  exactly<JournalChart>()(
    record({
      currency,
      purposes: list(record({ id: text, titles: words, debit: text, credit: text })),
      rules: list(
        record({
          purpose: text,
          entryKinds: entryKinds.optional(),
          accrualParts: list(choice(accrualParts)).optional(),
          withholdingIds: list(text).optional(),
          programmeIds: list(text).optional(),
        }),
      ),
      exchangeGain: text,
      exchangeLoss: text,
      rounding,
    }),
  ),
  firstFault(readChart),
).meta({ title: "Journal chart 科目表", description: "To which accounts the entries of the channel are posted." });

/** {@link SettlementCalendarPolicy} as a schema. */
export const SettlementCalendarPolicySchema: z.ZodType<SettlementCalendarPolicy> = checkedBy(
  exactly<SettlementCalendarPolicy>()(
    record({
      programmes: list(
        record({
          programmeId: text,
          effective: period,
          window: programmeWindow,
          accrueEvery: periodRule,
          settleEvery: periodRule.optional(),
          graceDays: days,
          term,
          termFrom: choice(["window_end", "posting"]),
          stages: list(record({ id: text, share, term: term.optional(), termFrom: choice(termStarts).optional() })).optional(),
        }),
      ),
    }),
  ),
  firstFault(readCalendarPolicy),
).meta({ title: "Settlement calendar policy 结算日历政策", description: "When programmes are accrued, settled and paid." });

/** {@link ReceiptReleasePolicy} as a schema. */
export const ReceiptReleasePolicySchema: z.ZodType<ReceiptReleasePolicy> = checkedBy(
  exactly<ReceiptReleasePolicy>()(record({ rounding })),
  firstFault(readReleasePolicy),
).meta({ title: "Receipt release policy 回款放行政策", description: "How what customers' payments release is rounded." });

/** {@link DisputePolicy} as a schema. */
export const DisputePolicySchema: z.ZodType<DisputePolicy> = checkedBy(
  exactly<DisputePolicy>()(record({ responseDays: count(0, 3660) })),
  firstFault(readDisputePolicy),
).meta({ title: "Dispute policy 争议处理政策", description: "Days for the answer to a dispute." });

/** {@link StatementApprovalPolicy} as a schema. */
export const StatementApprovalPolicySchema: z.ZodType<StatementApprovalPolicy> = checkedBy(
  exactly<StatementApprovalPolicy>()(
    record({
      silence: choice(["confirms", "reminds"]),
      currency,
      levels: someOf(record({ level: text, titles: words, from: notNegative })),
    }),
  ),
  firstFault(readApprovalPolicy),
).meta({
  title: "Statement approval policy 对账单审批政策",
  description: "Who approves statements, and what silence of the member means.",
});
