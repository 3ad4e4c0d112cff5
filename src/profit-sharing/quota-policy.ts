import { readScorecard } from "../engine/read-scorecard.js";
import type { ScoreCriterion, Scorecard } from "../engine/scorecard.js";
import { type DecimalString, exact } from "../kernel/decimal.js";
import { readNotNegative, readPlaces, readText, recordOf, someOf, uniqueBy } from "../kernel/read.js";
import { sharingFault } from "./sharing-fault.js";

/** The five factors on which quotas of profit rest (经营规模、管理水平、合作精神、客服水平、下游客户数量), in the order of the core text. */
export const quotaFactors = ["operating_scale", "management_level", "cooperation_spirit", "service_level", "downstream_customers"] as const;

/** One of `quotaFactors`. */
export type QuotaFactor = (typeof quotaFactors)[number];

/** What a class of members weighs. */
export interface QuotaClass {
  /** The class: `"agent"`, `"distributor"`, or a host's own. */
  readonly memberClass: string;
  /** What a point of the index weighs in this class, 0 or more. */
  readonly weight: DecimalString;
}

/** How profit is shared out over members (利润配额). */
export interface QuotaPolicy {
  /** Scores the five factors from 0 to 100. Every one of `quotaFactors` is the code of a criterion, and more of it is never worse. */
  readonly scorecard: Scorecard;
  /** The classes, the one that is meant to get most first: agents before distributors. */
  readonly classes: readonly QuotaClass[];
  /** Places of the quotas, which are ratios: 4 is a hundredth of a per cent. */
  readonly quotaDecimals: number;
  /** Places of the amounts. */
  readonly amountDecimals: number;
}

/** @internal */
export function readQuotaPolicy(policy: QuotaPolicy): QuotaPolicy {
  return recordOf<QuotaPolicy>({
    scorecard: readFactors,
    classes: uniqueBy("memberClass", someOf(recordOf<QuotaClass>({ memberClass: readText, weight: readNotNegative }))),
    quotaDecimals: readPlaces,
    amountDecimals: readPlaces,
  })(policy, "policy");
}

function readFactors(value: unknown, path: string): Scorecard {
  const { card } = readScorecard(value as Scorecard, path);
  for (const factor of quotaFactors) {
    if (!card.criteria.some(({ code }) => code === factor))
      throw sharingFault("profit-sharing.factor_missing", `${path}.criteria`, { factor });
  }
  card.criteria.forEach((criterion, i) => {
    if (canFall(criterion)) throw sharingFault("profit-sharing.factor_falls", `${path}.criteria[${i}].scale`, { factor: criterion.code });
  });
  return card;
}

/** Whether a better value could lower the points: raising a factor must never lower a share. */
function canFall({ scale }: ScoreCriterion): boolean {
  switch (scale.kind) {
    case "direct":
      return false;
    case "linear":
      return exact(scale.to).lessThan(scale.from);
    case "points":
      return scale.rows.some(({ points }, i) => exact(points).lessThan(i === 0 ? scale.below : (scale.rows[i - 1]?.points ?? "0")));
    case "yes_no":
      return scale.better === "no";
    case "relative":
    case "deduction":
      return scale.better === "lower";
  }
}
