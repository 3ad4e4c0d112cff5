/**
 * What a claim must fulfil before anybody works on it, as rows of data: a host adds, drops or changes rows.
 */
import type { CriterionData } from "../../engine/criterion-data.js";
import type { Words } from "../../kernel/message.js";
import { type ClaimKind, claimKinds } from "./claim.js";

/** One row: a criterion, and the claims it is asked of. */
export interface ClaimCriterion {
  /**
   * What must hold. It reads what is measured of a claim: `memberStatus`, `currencyAgrees`, `inPeriod`, `daysLate`, `duplicateCount`,
   * `unknownProductCount`, `quantityOverLimit`, `amountOverLimit`, `amountOverComputed`, `linesOverComputed`, `lineCount` and `evidence`.
   */
  readonly criterion: CriterionData;
  /** The claims it is asked of. */
  readonly kinds: readonly ClaimKind[];
}

const OF_MEMBERS: readonly ClaimKind[] = claimKinds.filter((kind) => kind !== "violation");

/** What an agreement comes to is computed. */
const COMPUTED: readonly ClaimKind[] = ["ship_and_debit", "price_protection"];

const isTrue = (code: string, fact: string, title: Words): CriterionData => ({ code: `claims.${code}`, kind: "is_true", fact, title });
const none = (code: string, fact: string, title: Words): CriterionData => ({ code: `claims.${code}`, kind: "max", fact, max: "0", title });
const proof = (document: string, title: Words, kinds: readonly ClaimKind[]): ClaimCriterion => ({
  criterion: { code: `claims.${document}_there`, kind: "document_valid", fact: "evidence", document, title },
  kinds,
});

/** The rows that nearly every agreement has. */
export const claimCriteria: readonly ClaimCriterion[] = [
  {
    criterion: {
      code: "claims.member_active",
      kind: "one_of",
      fact: "memberStatus",
      values: ["active"],
      title: { en: "The member is active", zh: "成员状态正常" },
    },
    kinds: OF_MEMBERS,
  },
  {
    criterion: isTrue("currency_agrees", "currencyAgrees", {
      en: "It is in the currency of the agreement",
      zh: "币种与协议一致",
    }),
    kinds: claimKinds,
  },
  {
    criterion: isTrue("in_period", "inPeriod", { en: "What it is for lies in the period of the agreement", zh: "所涉事项在协议期间内" }),
    kinds: claimKinds,
  },
  {
    criterion: none("in_time", "daysLate", {
      en: "It was handed in before the last day for claims had passed",
      zh: "在索赔截止日之前提交",
    }),
    kinds: OF_MEMBERS,
  },
  {
    criterion: none("products_covered", "unknownProductCount", { en: "The agreement covers every product", zh: "全部产品均在协议范围内" }),
    kinds: ["ship_and_debit", "price_protection", "stock_rotation"],
  },
  {
    criterion: none("quantity_within", "quantityOverLimit", {
      en: "The quantity is within what the agreement has left",
      zh: "数量未超过协议余量",
    }),
    kinds: ["ship_and_debit", "stock_rotation"],
  },
  {
    criterion: none("amount_within", "amountOverLimit", { en: "The amount is within what there is left", zh: "金额未超过余额" }),
    kinds: ["co_op", "market_development_fund", "stock_rotation"],
  },
  {
    criterion: none("amount_as_computed", "amountOverComputed", {
      en: "No more is asked than the calculation comes to",
      zh: "索赔金额未超过按协议计算的金额",
    }),
    kinds: COMPUTED,
  },
  {
    criterion: none("lines_as_computed", "linesOverComputed", {
      en: "Every line is one of the calculation, with no more units and no more money",
      zh: "每一行均在计算结果之中，数量与金额均未超出",
    }),
    kinds: COMPUTED,
  },
  {
    criterion: none("first_of_its_key", "duplicateCount", { en: "Nothing of it was claimed before", zh: "未曾重复索赔" }),
    kinds: claimKinds,
  },
  proof("resale_proof", { en: "The resales are proven", zh: "已提供销售证明" }, ["ship_and_debit"]),
  proof("stock_proof", { en: "The stock is proven", zh: "已提供库存证明" }, ["price_protection", "stock_rotation"]),
  proof("performance_proof", { en: "The activity is proven", zh: "已提供活动执行证明" }, ["co_op", "market_development_fund"]),
  proof("scan_record", { en: "The scans are on record", zh: "已留存扫码记录" }, ["violation"]),
];
