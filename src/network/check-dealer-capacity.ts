import { askRules } from "../engine/ask-rules.js";
import { combineFindings } from "../engine/combine-findings.js";
import { explainFindings } from "../engine/explain-findings.js";
import type { Finding } from "../engine/rule.js";
import { supportingCapabilities } from "../entities/catalogue.js";
import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { choiceOf, listOf, optional, readDate, readMoneyNotNegative, recordOf } from "../kernel/read.js";
import type { DealerCapacityFacts, DealerCapacityPolicy, DealerCapacityReview, DealerCapacityVerdict } from "./dealer-capacity.js";
import { readCapabilityFields } from "./read-network.js";
import { dealerCanExpand } from "./rules/dealer-can-expand.js";
import { salesAreWithinCapacity } from "./rules/sales-are-within-capacity.js";
import { supportCoversNeeds } from "./rules/support-covers-needs.js";

const readFacts = recordOf<DealerCapacityFacts>({ ...readCapabilityFields, asOf: readDate, plannedSales: optional(readMoneyNotNegative) });

const readPolicy = recordOf<DealerCapacityPolicy>({ neededCapabilities: listOf(choiceOf(supportingCapabilities)) });

/**
 * Checks whether a dealer can carry what is planned for it, and if not, whether it could grow into it.
 *
 * @remarks
 * Dealers are mostly trading companies, limited in scale and in what they offer beside the goods. Planned sales of exactly the yearly
 * capacity are within it. A shortfall that is known stands, whatever else is unknown; whether the dealer could grow decides only then.
 *
 * @param facts - What the dealer can do, what it is to sell, and the day.
 * @param policy - What dealers must offer beside the goods.
 * @returns The verdict with its findings.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-104.
 *
 * @example A trading company that has no technicians and cannot grow
 * ```ts
 * import { checkDealerCapacity } from "qudao/network";
 *
 * const facts = {
 *   asOf: "2024-05-01", businessType: "trading_company" as const, expandability: "not_expandable" as const,
 *   yearlySales: { amount: "3000000", currency: "CNY" }, plannedSales: { amount: "3000000", currency: "CNY" },
 *   supportingCapabilities: ["warehousing"] as const,
 * };
 * checkDealerCapacity(facts, { neededCapabilities: ["warehousing"] }).outcome.verdict; // => "sufficient"
 * checkDealerCapacity(facts, { neededCapabilities: ["technical_support"] }).outcome.verdict; // => "insufficient"
 * ```
 *
 * @since 0.1.0
 */
export function checkDealerCapacity(facts: DealerCapacityFacts, policy: DealerCapacityPolicy): Explained<DealerCapacityReview> {
  return readSafely({ facts, policy }, () => {
    const given = readFacts(facts, "facts");
    const agreed = readPolicy(policy, "policy");
    const rules = [salesAreWithinCapacity, supportCoversNeeds, dealerCanExpand];
    const findings = askRules<DealerCapacityFacts, DealerCapacityPolicy>(rules, given, agreed, { asOf: given.asOf });
    const verdict = verdictOf(findings);
    return {
      outcome: { verdict, findings },
      explanation: {
        code: "network.capacity",
        params: { verdict, businessType: given.businessType ?? null, scale: given.scale ?? null },
        from: explainFindings(findings),
      },
    };
  });
}

function verdictOf(findings: readonly Finding[]): DealerCapacityVerdict {
  const needs = combineFindings(findings);
  if (needs === "met") return "sufficient";
  if (needs === "unknown") return "undetermined";
  const growth = findings.find(({ code }) => code === dealerCanExpand.code)?.status;
  if (growth === "unknown") return "undetermined";
  return growth === "met" ? "expandable" : "insufficient";
}
