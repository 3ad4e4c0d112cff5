import { checkChoice, checkList, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import type { PlacedMessage, Words } from "../kernel/message.js";
import { isAbsent } from "./candidate-fault.js";
import { type DossierSection, type DossierSectionRow, dossierSections, type MemberDossier } from "./member-dossier.js";

/** What a dossier must hold. */
export interface DossierPolicy {
  /** Names this policy; carried into every answer. */
  readonly version: string;
  /** The sections that must be complete, such as `team` and `management` for an agent. */
  readonly required: readonly DossierSection[];
}

/** Something that is not on file. */
export type DossierGap = PlacedMessage<
  "admission.dossier_section_missing" | "admission.dossier_field_missing" | "admission.dossier_entry_missing"
>;

/** Whether a dossier is complete. */
export interface DossierVerdict {
  /** The dossier. */
  readonly dossier: string;
  /** Version of the policy. */
  readonly version: string;
  /** Whether everything required is on file. */
  readonly status: "complete" | "incomplete";
  /** What is not, with its place in the dossier. Empty: nothing. */
  readonly missing: readonly DossierGap[];
}

/**
 * Checks whether a member's dossier holds what its kind requires.
 *
 * @remarks
 * A required section must be there, and every field of it filled, in every entry where it is a list; a list without entries is missing. What
 * the fields say is not judged here, nor whether documents prove it: that is admission's.
 *
 * @param dossier - The dossier.
 * @param policy - The sections that are required.
 * @returns Whether it is complete, and everything that is missing at once.
 * @throws LibraryFault `kernel.not_text`, `kernel.not_a_choice`, `kernel.not_a_list`, `kernel.not_a_record`.
 *
 * @source Selecting channel members: the file on the channel member; agents: detailed data on the team, data on the management.
 *
 * @example A member of the team without a post
 * ```ts
 * import { evaluateMemberDossier } from "qudao/admission";
 *
 * const { outcome } = evaluateMemberDossier(
 *   { id: "F-1", subjectId: "C-1", team: [{ name: "Li", qualification: "engineer", experience: "five years of sales" }] },
 *   { version: "2024", required: ["team", "management"] },
 * );
 * outcome.status; // => "incomplete"
 * outcome.missing.map(({ path }) => path); // => ["team[0].post", "management"]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateMemberDossier(dossier: MemberDossier, policy: DossierPolicy): Explained<DossierVerdict> {
  return readSafely({ dossier, policy }, () => {
    const { version, required } = checkRecord(policy, "policy");
    const named = checkText(version, "policy.version");
    const names = dossierSections.map(({ section }) => section);
    const wanted = checkList(required, "policy.required").map((section, i) => checkChoice(section, `policy.required[${i}]`, names));
    const fields = checkRecord(dossier, "dossier");
    const id = checkText(fields["id"], "dossier.id");
    checkText(fields["subjectId"], "dossier.subjectId");
    const missing = dossierSections.filter(({ section }) => wanted.includes(section)).flatMap((row) => gapsIn(row, fields[row.section]));
    const status = missing.length === 0 ? "complete" : "incomplete";
    return {
      outcome: { dossier: id, version: named, status, missing },
      explanation: {
        code: "admission.dossier_judged",
        params: { dossier: id, status, version: named },
        from: missing.map(({ code, params }) => ({ code, params })),
      },
    };
  });
}

function gapsIn(row: DossierSectionRow, value: unknown): readonly DossierGap[] {
  const { section, title } = row;
  const path = `dossier.${section}`;
  const absent: DossierGap = { code: "admission.dossier_section_missing", path: section, params: { section: plain(title) } };
  if (isAbsent(value)) return [absent];
  if (!row.many) return emptyIn(row, checkRecord(value, path), section, null);
  const entries = checkList(value, path);
  if (entries.length === 0) return [absent];
  return entries.flatMap((entry, i) => emptyIn(row, checkRecord(entry, `${path}[${i}]`), `${section}[${i}]`, i + 1));
}

/** The fields of a section, or of one of its entries, that are not filled. */
function emptyIn({ title, fields }: DossierSectionRow, filled: Fields, place: string, entry: number | null): readonly DossierGap[] {
  return fields.flatMap(({ field, title: name, list }): readonly DossierGap[] => {
    const value = filled[field];
    if (isAbsent(value) || value === "") {
      const params = { section: plain(title), field: plain(name) };
      const path = `${place}.${field}`;
      if (entry === null) return [{ code: "admission.dossier_field_missing", path, params }];
      return [{ code: "admission.dossier_entry_missing", path, params: { ...params, entry } }];
    }
    (list ? checkList : checkText)(value, `dossier.${place}.${field}`);
    return [];
  });
}

function plain({ en, zh }: Words): { readonly en: string; readonly zh: string } {
  return { en, zh };
}
