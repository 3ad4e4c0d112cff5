/**
 * Which legal tags fit an agreement.
 *
 * @internal
 */
import type { Agreement } from "../entities/agreement.js";
import type { LegalTag, LegalWarning } from "./legal-tags.js";

/** Where the law is not recorded, every law may be meant. */
export function warningsAbout({ kind, clauses, jurisdiction }: Agreement, tags: readonly LegalTag[]): readonly LegalWarning[] {
  return tags.flatMap((tag): readonly LegalWarning[] => {
    if (tag.kinds !== undefined && !tag.kinds.includes(kind)) return [];
    if (tag.clauses !== undefined && !clauses.some((clause) => tag.clauses?.includes(clause.kind))) return [];
    const any = tag.jurisdictions.length === 0;
    if (!any && jurisdiction !== undefined && !tag.jurisdictions.includes(jurisdiction)) return [];
    const { en, zh } = tag.question;
    const shared = { tag: tag.id, question: { en, zh }, source: tag.source ?? null };
    return [
      jurisdiction === undefined
        ? { code: "agreements.legal_warning_law_unknown", params: { ...shared, jurisdictions: tag.jurisdictions } }
        : { code: "agreements.legal_warning", params: { ...shared, jurisdiction } },
    ];
  });
}
