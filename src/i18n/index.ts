/**
 * Every word of the library, Chinese and English side by side, for hosts that want ours.
 *
 * Pass `catalogue` to `renderMessage` and `renderExplanation`; spread your own words over it to replace ours. A host that renders
 * its own words never loads this folder.
 *
 * @zh
 * 本库的全部文字，中英文并列，供愿意采用的宿主使用。
 *
 * 把 `catalogue` 传给 `renderMessage` 与 `renderExplanation`；把自己的文字展开在它之上，即可替换本库的文字。自备文字的宿主不会加载本模块。
 *
 * @module
 */
import { type AdmissionCode, admissionMessages } from "../admission/messages.js";
import { type AgreementCode, agreementMessages } from "../agreements/messages.js";
import { type CreditCode, creditMessages } from "../credit/messages.js";
import { type EngineCode, engineMessages } from "../engine/messages.js";
import { type EntityCode, entityMessages } from "../entities/messages.js";
import { type IncentiveCode, incentiveMessages } from "../incentives/messages.js";
import { joinCatalogues } from "../kernel/join-catalogues.js";
import type { Catalogue } from "../kernel/message.js";
import { type KernelCode, kernelMessages } from "../kernel/messages.js";
import { type LifecycleCode, lifecycleMessages } from "../lifecycle/messages.js";
import { type NetworkCode, networkMessages } from "../network/messages.js";
import { type PerformanceCode, performanceMessages } from "../performance/messages.js";
import { type PricingCode, pricingMessages } from "../pricing/messages.js";
import { type ProfitSharingCode, profitSharingMessages } from "../profit-sharing/messages.js";
import { type SettlementCode, settlementMessages } from "../settlement/messages.js";

/** Every code of the library. */
export type Code =
  | KernelCode
  | EngineCode
  | EntityCode
  | NetworkCode
  | AdmissionCode
  | AgreementCode
  | LifecycleCode
  | IncentiveCode
  | SettlementCode
  | PricingCode
  | ProfitSharingCode
  | CreditCode
  | PerformanceCode;

/** The words of every code. */
export const catalogue: Catalogue<Code> = joinCatalogues(
  kernelMessages,
  engineMessages,
  entityMessages,
  networkMessages,
  admissionMessages,
  agreementMessages,
  lifecycleMessages,
  incentiveMessages,
  settlementMessages,
  pricingMessages,
  profitSharingMessages,
  creditMessages,
  performanceMessages,
);
