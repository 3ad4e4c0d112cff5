import type { Catalogue } from "../kernel/message.js";
import { clauseMessages } from "./clause-messages.js";

/** Words of agreements: clauses, findings and dates. The words of their life stand in its table. */
export const agreementMessages = {
  ...clauseMessages,
  // dates
  "agreements.dates": {
    en: "{kind:entities.agreement_kind} {agreement}: {atEnd:agreements.at_end}",
    zh: "{kind:entities.agreement_kind} {agreement}：{atEnd:agreements.at_end}",
  },
  "agreements.at_end.ends": { en: "it ends by itself", zh: "到期自动解除" },
  "agreements.at_end.renews": { en: "it goes on for another term", zh: "到期自动续期" },
  "agreements.at_end.never": { en: "it runs until it is ended", zh: "未定期限，解除前一直有效" },
  "agreements.date_term": { en: "In force from {start}; first day after it: {end}", zh: "自 {start} 起生效，期满次日为 {end}" },
  "agreements.date_renewal_opens": {
    en: "Renewal can be agreed on from {date}, {days} days before the end",
    zh: "自 {date} 起可商定续签，即期满前 {days} 天",
  },
  "agreements.date_last_notice": {
    en: "Last day of notice for the end: {date}, with {count} {unit:agreements.span_unit}",
    zh: "期满前发出通知的最后一天：{date}，通知期 {count} {unit:agreements.span_unit}",
  },
  "agreements.date_earliest_end": {
    en: "With notice on {asOf} and {count} {unit:agreements.span_unit}, the first day after it is {date}",
    zh: "若于 {asOf} 发出通知，通知期 {count} {unit:agreements.span_unit}，终止次日为 {date}",
  },
  "agreements.date_next_term": { en: "The next term is {term}", zh: "下一期限为 {term}" },
  "agreements.span_unit.days": { en: "days", zh: "天" },
  "agreements.span_unit.months": { en: "months", zh: "个月" },
} as const satisfies Catalogue;

/** Codes of agreements. */
export type AgreementCode = keyof typeof agreementMessages;
