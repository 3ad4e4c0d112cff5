/**
 * Which rules are asked about an agreement of a kind, and what they read.
 *
 * @internal
 */
import type { Rule } from "../engine/rule.js";
import type { Agreement } from "../entities/agreement.js";
import { type AgreementKind, agreementKinds } from "../entities/catalogue.js";
import type { ClauseRow } from "./clause-catalogue.js";
import { grantedCredit } from "./granted-credit.js";
import type { AgreementQuestion } from "./rule-facts.js";
import { agreementInWriting } from "./rules/agreement-in-writing.js";
import { authorizationAttached } from "./rules/authorization-attached.js";
import { creditTermsAgreed } from "./rules/credit-terms-agreed.js";
import { exclusivityCompensated } from "./rules/exclusivity-compensated.js";
import { paymentArranged } from "./rules/payment-arranged.js";
import { profitRatioAgreed } from "./rules/profit-ratio-agreed.js";
import { sharedResourcesAssigned } from "./rules/shared-resources-assigned.js";
import { trialEndFixed } from "./rules/trial-end-fixed.js";
import { trialNotRenewed } from "./rules/trial-not-renewed.js";

type AgreementRule = Rule<AgreementQuestion, null>;

/** The rules in force, and the kinds of agreement they are asked about. */
const asked: readonly (readonly [rule: AgreementRule, kinds: readonly AgreementKind[]])[] = [
  [trialEndFixed, ["trial"]],
  [trialNotRenewed, ["trial"]],
  [authorizationAttached, ["agency", "distribution", "trial"]],
  [paymentArranged, ["agency", "distribution", "supply"]],
  [creditTermsAgreed, agreementKinds],
  [profitRatioAgreed, ["agency", "distribution", "cooperation"]],
  [exclusivityCompensated, agreementKinds],
  [sharedResourcesAssigned, agreementKinds],
];

/** The rules for one agreement: its clauses first, in the order of the policy. */
export function rulesFor(kind: AgreementKind, stage: "text" | "signed", rows: readonly ClauseRow[]): readonly AgreementRule[] {
  return [
    ...rows.flatMap((row) => clauseRule(row, kind)),
    ...asked.flatMap(([rule, kinds]) => (kinds.includes(kind) ? [rule] : [])),
    ...(stage === "signed" ? [agreementInWriting] : []),
  ];
}

/** A row of the catalogue as a rule. A recommended clause decides nothing. */
function clauseRule({ code, clause, asked: need, source, waivable }: ClauseRow, kind: AgreementKind): readonly AgreementRule[] {
  const level = need[kind];
  if (level === undefined) return [];
  const rule: Rule<AgreementQuestion, null, "clauses"> = {
    code,
    needs: ["clauses"],
    source,
    weight: level === "required" ? "mandatory" : "advisory",
    waivable,
    test: ({ clauses }) => ({ met: clauses.includes(clause), params: { clause } }),
  };
  return [rule];
}

/** What the rules read, put together once. The agreement itself is there for a host's own criteria. */
export function questionsAbout(agreement: Agreement): AgreementQuestion & { readonly agreement: Agreement } {
  const { kind, start, end, terms, authorizationId, evidenceId } = agreement;
  const clauses = agreement.clauses.map((clause) => clause.kind);
  const exclusive = terms?.exclusivity !== undefined || clauses.includes("exclusivity");
  const compensates = terms?.exclusivity?.compensates ?? (exclusive ? undefined : []);
  const sharedResources = terms?.sharedResources ?? (clauses.includes("resource_sharing") ? undefined : []);
  return {
    agreement,
    kind,
    clauses,
    term: { start, end: end ?? null },
    authorizationId: authorizationId ?? "none",
    evidenceId: evidenceId ?? "none",
    renewed: clauses.includes("renewal") || (agreement as { readonly renewal?: unknown }).renewal !== undefined,
    credit: grantedCredit(agreement),
    exclusive,
    ...(compensates === undefined ? {} : { compensates }),
    ...(sharedResources === undefined ? {} : { sharedResources }),
    ...(terms?.payment === undefined ? {} : { payment: terms.payment }),
    ...(terms?.remuneration === undefined ? {} : { remuneration: terms.remuneration }),
  };
}
