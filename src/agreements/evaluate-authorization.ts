import { askRules } from "../engine/ask-rules.js";
import { combineFindings, type RuleVerdict } from "../engine/combine-findings.js";
import { explainFindings } from "../engine/explain-findings.js";
import { listNeeded } from "../engine/list-needed.js";
import type { Finding, Rule } from "../engine/rule.js";
import type { Authorization } from "../entities/authorization.js";
import { evidenceKinds, evidenceStatuses, type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import type { EvidenceDocument } from "../entities/evidence-document.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { readAuthorization, readOptional } from "./read-agreement.js";
import type { AuthorizationQuestion, Writing } from "./rule-facts.js";
import { authorizationFitsHolder } from "./rules/authorization-fits-holder.js";
import { authorizationFromManufacturer } from "./rules/authorization-from-manufacturer.js";
import { authorizationGranted } from "./rules/authorization-granted.js";
import { authorizationInTerm } from "./rules/authorization-in-term.js";
import { authorizationNamesPlace } from "./rules/authorization-names-place.js";
import { authorizationNamesProducts } from "./rules/authorization-names-products.js";
import { authorizationWritten } from "./rules/authorization-written.js";

/** An authorization, and what the host found about it. */
export interface AuthorizationFacts {
  /** The authorization. `null`: none was granted. */
  readonly authorization: Authorization | null;
  /** The document that it names. Absent: it was not handed in, and whether it is in writing cannot be told. */
  readonly evidence?: EvidenceDocument | undefined;
  /** Who granted it. Absent: not known. */
  readonly grantor?: { readonly id: string; readonly kind: ParticipantKind } | undefined;
  /** Who holds it. Absent: not known. */
  readonly holder?: { readonly id: string; readonly kind: ParticipantKind } | undefined;
  /** The day of asking: for an agreement, its first day. */
  readonly asOf: CalendarDate;
}

/** What was found about an authorization. */
export interface AuthorizationReview {
  /** `met`: its holder may sell. `unknown`: something was not shown. */
  readonly verdict: RuleVerdict;
  /** Every rule that was asked. */
  readonly findings: readonly Finding[];
  /** What would have to change. Empty: nothing. */
  readonly needed: readonly Finding[];
}

/** The rules in force. */
const rules: readonly Rule<AuthorizationQuestion, null>[] = [
  authorizationGranted,
  authorizationWritten,
  authorizationFromManufacturer,
  authorizationFitsHolder,
  authorizationInTerm,
  authorizationNamesProducts,
  authorizationNamesPlace,
];

/**
 * Evaluates whether an authorization makes its holder an agent, a distributor or a trial distributor on a day.
 *
 * @remarks
 * It must be granted, in a verified document of the kind `written_authorization`, by a manufacturer, to a participant of the kind it
 * makes, for a term that the day lies in, for named products, and for named places: an agent or trial distributor needs a place or a
 * territory, a distributor a fixed place. The end of the term is the first day outside. A document that was not handed in or not
 * checked leaves it unknown.
 *
 * @param facts - The authorization with its document and parties, and the day.
 * @returns The verdict with every finding; the explanation has one node per rule.
 * @throws LibraryFault `kernel.*` with the place that cannot be read; `kernel.not_a_choice` where the document or a party is not the one
 * that the authorization names.
 * @source 获得生产商书面许可，在约定期限内，指定地点或者区域内销售特定产品; for distributors 在固定地点与期限销售指定产品.
 *
 * @example A distributor without a fixed place
 * ```ts
 * import { evaluateAuthorization } from "qudao/agreements";
 *
 * const answer = evaluateAuthorization({
 *   authorization: {
 *     id: "AU1", kind: "distribution", grantorId: "M", holderId: "D1", evidenceId: "E1", exclusivity: "non_exclusive",
 *     term: { start: "2024-01-01", end: "2025-01-01" }, productIds: ["P1"], outletIds: [], territoryIds: ["SH"],
 *   },
 *   evidence: { id: "E1", kind: "written_authorization", subjectId: "D1", status: "verified" },
 *   grantor: { id: "M", kind: "manufacturer" }, holder: { id: "D1", kind: "distributor" }, asOf: "2024-05-01",
 * });
 * answer.outcome.verdict; // => "unmet"
 * answer.outcome.needed.map(({ code }) => code); // => ["agreements.authorization_names_place"]
 * ```
 *
 * @example No authorization at all
 * ```ts
 * import { evaluateAuthorization } from "qudao/agreements";
 *
 * evaluateAuthorization({ authorization: null, asOf: "2024-05-01" }).outcome.verdict; // => "unmet"
 * ```
 *
 * @since 0.1.0
 */
export function evaluateAuthorization(facts: AuthorizationFacts): Explained<AuthorizationReview> {
  return readSafely("facts", () => {
    checkRecord(facts, "facts");
    const asOf = parseDate(facts.asOf, "facts.asOf");
    const question = questionOf(facts, asOf);
    const findings = askRules(rules, question, null, { asOf });
    const verdict = combineFindings(findings);
    return {
      outcome: { verdict, findings, needed: listNeeded(findings) },
      explanation: {
        code: "agreements.authorization_reviewed",
        params: { authorization: question.authorization?.id ?? null, holder: question.authorization?.holderId ?? null, asOf, verdict },
        from: explainFindings(findings),
      },
    };
  });
}

function questionOf(facts: AuthorizationFacts, asOf: CalendarDate): AuthorizationQuestion {
  const { authorization, evidence, grantor, holder } = facts;
  if (authorization === null) return { granted: false };
  const given = readAuthorization(authorization, "facts.authorization");
  const writing =
    given.evidenceId === undefined ? "none" : evidence === undefined ? undefined : writingOf(evidence, given.evidenceId, asOf);
  return {
    granted: true,
    authorization: given,
    ...(writing === undefined ? {} : { evidence: writing }),
    ...(grantor === undefined ? {} : { grantor: kindOf(grantor, given.grantorId, "facts.grantor") }),
    ...(holder === undefined ? {} : { holder: kindOf(holder, given.holderId, "facts.holder") }),
  };
}

function kindOf(participant: unknown, id: string, path: string): ParticipantKind {
  const given = checkRecord(participant, path);
  checkSame(given["id"], id, `${path}.id`);
  return checkChoice(given["kind"], `${path}.kind`, participantKinds);
}

function writingOf(evidence: unknown, id: string, asOf: CalendarDate): Writing {
  const path = "facts.evidence";
  const given = checkRecord(evidence, path);
  checkSame(given["id"], id, `${path}.id`);
  const kind = checkChoice(given["kind"], `${path}.kind`, evidenceKinds);
  const status = checkChoice(given["status"], `${path}.status`, evidenceStatuses);
  const expiresOn = readOptional(given, "expiresOn", path, parseDate);
  if (kind !== "written_authorization") return "another_kind";
  return status === "verified" && expiresOn !== undefined && expiresOn <= asOf ? "lapsed" : status;
}

/** Facts about somebody or something else would answer another question. */
function checkSame(id: unknown, want: string, path: string): void {
  if (checkText(id, path) !== want) throw kernelFault("kernel.not_a_choice", path, { got: shown(id), want: [want] });
}
