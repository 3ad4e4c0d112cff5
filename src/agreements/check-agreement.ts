import { askRules } from "../engine/ask-rules.js";
import { combineFindings, type RuleVerdict } from "../engine/combine-findings.js";
import type { CriterionData } from "../engine/criterion-data.js";
import { explainFindings } from "../engine/explain-findings.js";
import { listNeeded } from "../engine/list-needed.js";
import type { Finding, Waiver } from "../engine/rule.js";
import type { Agreement } from "../entities/agreement.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { questionsAbout, rulesFor } from "./agreement-rules.js";
import type { ClauseRow } from "./clause-catalogue.js";
import type { LegalTag, LegalWarning } from "./legal-tags.js";
import { readAgreement } from "./read-agreement.js";
import { readClauseRows, readCriteria, readLegalTags } from "./read-agreement-policy.js";
import { relocated } from "./relocated.js";
import { warningsAbout } from "./warn-agreement.js";

/** An agreement, and how far it has come. */
export interface AgreementFacts {
  /** The agreement. */
  readonly agreement: Agreement;
  /** Whether its text is checked before the signature, or the signed document, which must then be there. */
  readonly stage: "text" | "signed";
  /** Recorded exceptions from rules that may be waived. Absent: none. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** The day of asking. */
  readonly asOf: CalendarDate;
}

/** What a host demands of its agreements. Plain JSON. */
export interface AgreementPolicy {
  /** The clauses and who needs them: `clauseCatalogue`, or rows of the host's own. */
  readonly clauses: readonly ClauseRow[];
  /** The host's own criteria. They read the agreement as `agreement.…`, and what is derived from it: `kind`, `credit`, `exclusive`. Absent: none. */
  readonly criteria?: readonly CriterionData[] | undefined;
  /** What a lawyer should look at: `legalTags`, or the host's own list. Empty: nobody is warned. */
  readonly legalTags: readonly LegalTag[];
}

/** What was found about an agreement. */
export interface AgreementReview {
  /** `met`: complete. `unknown`: something is there whose content was not recorded. */
  readonly verdict: RuleVerdict;
  /** Every clause and rule that was asked; recommended clauses as advisory ones. */
  readonly findings: readonly Finding[];
  /** What would have to change. Empty: nothing. */
  readonly needed: readonly Finding[];
  /** Questions for the host's lawyer. They say nothing about the verdict. Empty: no tag fits. */
  readonly warnings: readonly LegalWarning[];
}

/**
 * Checks whether an agreement has the clauses its kind needs, and whether what they settle hangs together.
 *
 * @remarks
 * Beside the clauses of the policy these rules are asked. Every kind: credit only with limit and days in a clause; exclusivity only with
 * a compensation clause for lost profit and risk; of everything shared, owner, users and permitted use; the signed document in writing.
 * Agency, distribution and trial: a written authorization goes with it. Agency, distribution and supply: the ways of paying. Agency,
 * distribution and cooperation: the profit-sharing ratio, which adds up to 1, unless a price difference is earned. Trial: a fixed end,
 * and no renewal. A clause whose content is not recorded in `terms` leaves the rule about it unknown.
 *
 * Warnings are questions for the host's lawyer by the law of the agreement. The library gives no legal verdict: a warning does not mean
 * that a clause is void, and no warning does not mean that it is sound.
 *
 * @param facts - The agreement, its stage, exceptions and the day.
 * @param policy - The clauses, the host's criteria and the legal tags.
 * @returns The verdict with every finding, what would have to change, and the warnings; the explanation has one node for each.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read; the first fault of a criterion.
 * @source 应在代理或分销合同条款中明确规定货款的支付方式, and the sources of the rows of `clauseCatalogue`.
 *
 * @example A trial without an end that goes on by itself
 * ```ts
 * import { checkAgreement, clauseCatalogue, legalTags } from "qudao/agreements";
 *
 * const clauses = ["parties", "products", "term", "territory", "confidentiality", "evaluation", "automatic_end", "renewal"] as const;
 * const agreement = { id: "AG1", kind: "trial" as const, partyIds: ["D1"], authorizationId: "AU1", start: "2024-01-01", clauses: clauses.map((kind) => ({ kind })) };
 * const { outcome } = checkAgreement(
 *   { agreement: agreement as never, stage: "text", asOf: "2023-12-01" },
 *   { clauses: clauseCatalogue, legalTags },
 * );
 * outcome.needed.filter(({ weight }) => weight === "mandatory").map(({ code }) => code);
 * // => ["agreements.trial_end_fixed", "agreements.trial_not_renewed"]
 * ```
 *
 * @example A warning is a question and changes no verdict
 * ```ts
 * import { agreementMessages, checkAgreement } from "qudao/agreements";
 * import { renderMessage } from "qudao/kernel";
 *
 * const tag = { id: "floor", jurisdictions: ["CN"], clauses: ["price_policy" as const], question: { en: "Is there a floor", zh: "是否有最低价" } };
 * const agreement = {
 *   id: "AG3", kind: "supply" as const, partyIds: ["S1"], start: "2024-01-01", jurisdiction: "CN",
 *   clauses: [{ kind: "price_policy" as const }], terms: { payment: ["prepayment" as const] },
 * };
 * const { outcome } = checkAgreement({ agreement, stage: "text", asOf: "2023-12-01" }, { clauses: [], legalTags: [tag] });
 * outcome.verdict; // => "met"
 * outcome.warnings.map((warning) => renderMessage(warning, "en", agreementMessages));
 * // => ["For a lawyer to look at under the law of CN, not a verdict: Is there a floor"]
 * ```
 *
 * @since 0.1.0
 */
export function checkAgreement(facts: AgreementFacts, policy: AgreementPolicy): Explained<AgreementReview> {
  return readSafely({ facts, policy }, () => {
    checkRecord(facts, "facts");
    checkRecord(policy, "policy");
    const agreement = readAgreement(facts.agreement, "facts.agreement");
    const stage = checkChoice(facts.stage, "facts.stage", ["text", "signed"]);
    const asOf = parseDate(facts.asOf, "facts.asOf");
    const waivers = facts.waivers === undefined ? [] : (checkList(facts.waivers, "facts.waivers") as readonly Waiver[]);
    const rows = readClauseRows(policy.clauses, "policy.clauses");
    const tags = readLegalTags(policy.legalTags, "policy.legalTags");
    const criteria = policy.criteria === undefined ? [] : readCriteria(policy.criteria, "policy.criteria");
    const question = questionsAbout(agreement);
    const rules = [...rulesFor(agreement.kind, stage, rows), ...criteria];
    const findings = relocated({ "asking.waivers": "facts.waivers" }, () => askRules(rules, question, null, { asOf, waivers }));
    const verdict = combineFindings(findings);
    const warnings = warningsAbout(agreement, tags);
    return {
      outcome: { verdict, findings, needed: listNeeded(findings), warnings },
      explanation: {
        code: "agreements.reviewed",
        params: { agreement: agreement.id, kind: agreement.kind, asOf, verdict },
        from: [...explainFindings(findings), ...warnings.map(({ code, params }): Explanation => ({ code, params }))],
      },
    };
  });
}
