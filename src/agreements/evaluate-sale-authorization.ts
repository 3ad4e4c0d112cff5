import { askRules } from "../engine/ask-rules.js";
import { combineFindings, type RuleVerdict, ruleVerdicts } from "../engine/combine-findings.js";
import { explainFindings } from "../engine/explain-findings.js";
import type { Finding, Rule, Waiver } from "../engine/rule.js";
import type { Authorization } from "../entities/authorization.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { earliestDate } from "../kernel/compare-dates.js";
import type { Explained } from "../kernel/explanation.js";
import { readAuthorization, readEach, readOptional } from "./read-agreement.js";
import { relocated } from "./relocated.js";
import type { Inside, SaleQuestion } from "./rule-facts.js";
import { saleInNamedPlace } from "./rules/sale-in-named-place.js";
import { saleInTerm } from "./rules/sale-in-term.js";
import { saleInWriting } from "./rules/sale-in-writing.js";
import { saleOfNamedProduct } from "./rules/sale-of-named-product.js";
import { isWithin, readTerritoryTree, type TerritoryTree } from "./territory-tree.js";

/** What can be wrong with a sale that no authorization permits. Their words: `agreements.sale_violation`. */
export const saleViolations = ["no_authorization", "not_in_writing", "outside_term", "product_not_named", "outside_place"] as const;

/** See `saleViolations`. */
export type SaleViolation = (typeof saleViolations)[number];

/** A sale, the authorizations of its seller, and where things lie. */
export interface SaleAuthorizationFacts {
  /** The sale. */
  readonly sale: SalePlace;
  /** The authorizations that the host knows. Those of others than the seller are passed over. */
  readonly authorizations: readonly Authorization[];
  /** The territories, each with the one it lies in. A territory that is missing leaves open what lies in it. */
  readonly territories: readonly { readonly id: string; readonly parentId?: string | undefined }[];
  /** Recorded leaves to sell elsewhere, under the rule `agreements.sale_in_named_place`. Absent: none. */
  readonly waivers?: readonly Waiver[] | undefined;
}

/** Who sold what, when and where. */
export interface SalePlace {
  /** Who sold. */
  readonly sellerId: string;
  /** What was sold. */
  readonly productId: string;
  /** The day of the sale. */
  readonly date: CalendarDate;
  /** The outlet where it was sold. Absent: not known. */
  readonly outletId?: string | undefined;
  /** The territory that it was sold to. Absent: not known. */
  readonly territoryId?: string | undefined;
}

/** Whether a sale was permitted. */
export interface SaleAuthorization {
  /** `met`: it was. `met_with_exceptions`: by a recorded leave. `unknown`: it may have been. */
  readonly verdict: RuleVerdict;
  /** The authorization that permits it or comes nearest to it. `null`: the seller has none. */
  readonly authorizationId: string | null;
  /** What is wrong with it under that authorization. Empty: nothing is known to be. */
  readonly violations: readonly SaleViolation[];
  /** Every rule that was asked about that authorization. */
  readonly findings: readonly Finding[];
}

/** The rules in force. */
const rules: readonly Rule<SaleQuestion, null>[] = [saleInWriting, saleInTerm, saleOfNamedProduct, saleInNamedPlace];

const VIOLATIONS: { readonly [code: string]: SaleViolation } = {
  [saleInWriting.code]: "not_in_writing",
  [saleInTerm.code]: "outside_term",
  [saleOfNamedProduct.code]: "product_not_named",
  [saleInNamedPlace.code]: "outside_place",
};

/**
 * Evaluates whether a sale was within a written authorization: in its term, of its products, at its places or in its territories.
 *
 * @remarks
 * A sale on the first day after the term, or on the day of withdrawal, is outside. A territory includes all that lies in it. An agent
 * or trial distributor sells at a named place or into a named territory; a distributor at a named place and, where territories are
 * named too, into one of them. A place that is not known, or known too widely, leaves it unknown. With several authorizations one
 * that permits the sale is enough; where none does, the answer is about the one with the fewest violations, the first of equals.
 *
 * @param facts - The sale, the authorizations, the territories, and leaves that were recorded.
 * @returns The verdict, the violations, and an explanation with one branch per authorization of the seller.
 * @throws LibraryFault `agreements.territory_circle` where a territory lies in itself; `kernel.named_twice`, and `kernel.*` with the place
 * that cannot be read.
 * @source 在约定期限内，指定地点或者区域内销售特定产品.
 *
 * @example The first day after the term, in the next province, of another product
 * ```ts
 * import { evaluateSaleAuthorization } from "qudao/agreements";
 *
 * const authorization = {
 *   id: "AU1", kind: "agency" as const, grantorId: "M", holderId: "A1", evidenceId: "E1", exclusivity: "exclusive" as const,
 *   term: { start: "2024-01-01", end: "2025-01-01" }, productIds: ["P1"], outletIds: [], territoryIds: ["East"],
 * };
 * const territories = [{ id: "East" }, { id: "SH", parentId: "East" }, { id: "North" }];
 * const violations = (productId: string, date: string, territoryId: string) =>
 *   evaluateSaleAuthorization({
 *     sale: { sellerId: "A1", productId, date, territoryId }, authorizations: [authorization], territories,
 *   }).outcome.violations;
 * violations("P1", "2024-12-31", "SH"); // => []
 * violations("P1", "2025-01-01", "SH"); // => ["outside_term"]
 * violations("P1", "2024-12-31", "North"); // => ["outside_place"]
 * violations("P2", "2024-12-31", "SH"); // => ["product_not_named"]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateSaleAuthorization(facts: SaleAuthorizationFacts): Explained<SaleAuthorization> {
  return readSafely("facts", () => {
    checkRecord(facts, "facts");
    const sale = readSale(facts.sale, "facts.sale");
    const authorizations = readEach(facts.authorizations, "facts.authorizations", readAuthorization);
    const tree = readTerritoryTree(facts.territories, "facts.territories");
    const waivers = facts.waivers === undefined ? [] : (checkList(facts.waivers, "facts.waivers") as readonly Waiver[]);
    const asked = authorizations
      .filter(({ holderId }) => holderId === sale.sellerId)
      .map((authorization) => {
        const question = questionOf(sale, authorization, tree);
        const findings = relocated({ "asking.waivers": "facts.waivers" }, () =>
          askRules(rules, question, null, { asOf: sale.date, waivers }),
        );
        return { id: authorization.id, findings, verdict: combineFindings(findings) };
      });
    const [best] = [...asked].sort((a, b) => rank(a) - rank(b));
    const verdict = best?.verdict ?? "unmet";
    const { sellerId, productId, date } = sale;
    return {
      outcome: {
        verdict,
        authorizationId: best?.id ?? null,
        violations: best === undefined ? ["no_authorization"] : best.findings.flatMap(violationOf),
        findings: best?.findings ?? [],
      },
      explanation: {
        code: "agreements.sale_reviewed",
        params: { seller: sellerId, product: productId, date, verdict, authorizations: asked.length },
        from: asked.map(({ id, findings, verdict }) => ({
          code: "agreements.sale_under_authorization",
          params: { authorization: id, verdict },
          from: explainFindings(findings),
        })),
      },
    };
  });
}

interface Asked {
  readonly findings: readonly Finding[];
  readonly verdict: RuleVerdict;
}

/** Lowest for what permits the sale; among those that do not, lower for fewer violations. */
function rank({ findings, verdict }: Asked): number {
  return ruleVerdicts.indexOf(verdict) + findings.flatMap(violationOf).length;
}

function violationOf({ code, status }: Finding): readonly SaleViolation[] {
  const violation = VIOLATIONS[code];
  return status === "unmet" && violation !== undefined ? [violation] : [];
}

function readSale(value: unknown, path: string): SalePlace {
  const fields = checkRecord(value, path);
  checkText(fields["sellerId"], `${path}.sellerId`);
  checkText(fields["productId"], `${path}.productId`);
  parseDate(fields["date"], `${path}.date`);
  for (const field of ["outletId", "territoryId"]) readOptional(fields, field, path, checkText);
  return value as SalePlace;
}

function questionOf({ date, productId, outletId, territoryId }: SalePlace, given: Authorization, tree: TerritoryTree): SaleQuestion {
  const { kind, term, withdrawnOn, productIds, outletIds, territoryIds } = given;
  return {
    date,
    productId,
    kind,
    term,
    productIds,
    written: given.evidenceId !== undefined,
    end: withdrawnOn === undefined ? term.end : earliestDate(withdrawnOn, term.end),
    placesNamed: outletIds.length > 0,
    territoriesNamed: territoryIds.length > 0,
    atPlace: atPlace(outletId, outletIds),
    inTerritory: isWithin(territoryId, territoryIds, tree),
  };
}

function atPlace(outletId: string | undefined, outletIds: readonly string[]): Inside {
  if (outletIds.length === 0) return "outside";
  return outletId === undefined ? "unknown" : outletIds.includes(outletId) ? "inside" : "outside";
}
