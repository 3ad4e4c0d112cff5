import type { Agreement } from "../entities/agreement.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault } from "../kernel/fault.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { checkVersions, type Versioned } from "../kernel/versioned.js";
import { readAgreement, readEach, readOptional } from "./read-agreement.js";
import { relocated } from "./relocated.js";

/** An agreement's versions, and the next one. */
export interface AmendmentFacts {
  /** The versions so far, in any order. The first one runs from the first day of the term. */
  readonly versions: readonly Versioned<Agreement>[];
  /** The whole agreement as amended, with the day on which the amendment was signed and its document. */
  readonly amended: Agreement;
  /** First day on which the amended terms hold. */
  readonly from: CalendarDate;
  /** Name of the new version, such as `"2"`. */
  readonly version: string;
  /** Where it is written: document, clause. Absent: not recorded. */
  readonly source?: string | undefined;
}

/** Why an amendment cannot be recorded, in order of precedence. */
export type AmendmentProblem = Message<
  | "agreements.amendment_of_another"
  | "agreements.amendment_unsigned"
  | "agreements.amendment_retroactive"
  | "agreements.amendment_before_last"
  | "agreements.amendment_after_end"
  | "agreements.amendment_name_taken"
  | "agreements.amendment_prolongs_trial"
>;

/**
 * Records an amendment as a new version with the day it takes effect, and keeps every version before it.
 *
 * @remarks
 * The last version ends where the new one begins; nothing else changes. So what was sold earlier is still computed with the terms of
 * its day: `inForce(versions, date)`. A new version ends with the amended term. Terms never change backwards: the first day is not
 * before the signature, and after the first day of the last version. A trial cannot be prolonged: who needs more time gets a new
 * agreement, and so does one that becomes an agreement of another kind.
 *
 * @param facts - The versions, the amended agreement, its first day and its name.
 * @returns All versions in the order of their days, or the problem.
 * @errors
 * - `agreements.amendment_of_another` - the amended agreement has another identifier or kind.
 * - `agreements.amendment_unsigned` - it has no day of signature or no document.
 * - `agreements.amendment_retroactive` - its first day lies before its signature.
 * - `agreements.amendment_before_last` - its first day is not after that of the last version.
 * - `agreements.amendment_after_end` - its first day is not within the last version, or the amended term ends before it.
 * - `agreements.amendment_name_taken` - a version has this name already.
 * - `agreements.amendment_prolongs_trial` - it is a trial, and would end later.
 * @throws LibraryFault `kernel.versions_overlap` and `kernel.versions_gap` where the versions so far are not sound; `kernel.*` with the
 * place that cannot be read.
 * @source 根据实际情况，调整合作方式，提高效率和效果.
 *
 * @example From a price difference to profit sharing in the middle of the year
 * ```ts
 * import { recordAmendment } from "qudao/agreements";
 * import { inForce } from "qudao/kernel";
 *
 * const agreement = {
 *   id: "AG2", kind: "agency" as const, partyIds: ["M", "A1"], start: "2024-01-01", end: "2025-01-01", clauses: [],
 *   terms: { remuneration: { model: "margin" as const } },
 * };
 * const shares = [{ partyId: "M", rate: "0.6" }, { partyId: "A1", rate: "0.4" }];
 * const answer = recordAmendment({
 *   versions: [{ from: "2024-01-01", to: "2025-01-01", version: "1", value: agreement }],
 *   amended: { ...agreement, signedOn: "2024-06-10", evidenceId: "E2", terms: { remuneration: { model: "profit_sharing", shares } } },
 *   from: "2024-07-01", version: "2",
 * });
 * const modelOn = (date: string) => {
 *   const found = inForce(answer.ok ? answer.value.outcome : [], date);
 *   return found.ok && found.value.value.terms?.remuneration?.model;
 * };
 * [modelOn("2024-06-30"), modelOn("2024-07-01")]; // => ["margin", "profit_sharing"]
 * ```
 *
 * @since 0.1.0
 */
export function recordAmendment(facts: AmendmentFacts): Result<Explained<readonly Versioned<Agreement>[]>, AmendmentProblem> {
  return readSafely("facts", () => {
    checkRecord(facts, "facts");
    const versions = readVersions(facts.versions, "facts.versions");
    const amended = readAgreement(facts.amended, "facts.amended");
    const from = parseDate(facts.from, "facts.from");
    const version = checkText(facts.version, "facts.version");
    readOptional(checkRecord(facts, "facts"), "source", "facts", checkText);
    const last = versions.at(-1) as Versioned<Agreement>;
    const problem = problemOf(versions, last, amended, from, version);
    if (problem !== undefined) return err(problem);
    const next: Versioned<Agreement> = {
      from,
      ...(amended.end === undefined ? {} : { to: amended.end }),
      version,
      value: amended,
      ...(facts.source === undefined ? {} : { source: facts.source }),
    };
    return ok({
      outcome: [...versions.slice(0, -1), { ...last, to: from }, next],
      explanation: {
        code: "agreements.amended",
        params: { agreement: amended.id, from, version, last: last.version },
        from: versions.map((one) => ({
          code: "agreements.version_kept",
          params: { version: one.version, from: one.from, to: one === last ? from : (one.to ?? null) },
        })),
      },
    });
  });
}

/** The versions in the order of their days: at least one, none missing between two, all of one agreement. */
function readVersions(value: unknown, path: string): readonly Versioned<Agreement>[] {
  const versions = readEach(value, path, (item, place) => {
    readAgreement(checkRecord(item, place)["value"], `${place}.value`);
    return item as Versioned<Agreement>;
  });
  if (versions.length === 0) throw kernelFault("kernel.missing", `${path}[0]`, {});
  const [finding] = relocated({ versions: path }, () => checkVersions(versions));
  if (finding !== undefined) throw kernelFault(finding.code, path, finding.params);
  return [...versions].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function problemOf(
  versions: readonly Versioned<Agreement>[],
  last: Versioned<Agreement>,
  amended: Agreement,
  from: CalendarDate,
  version: string,
): AmendmentProblem | undefined {
  const { id, kind, signedOn, evidenceId, end } = amended;
  const before = last.value;
  if (id !== before.id || kind !== before.kind) {
    return { code: "agreements.amendment_of_another", params: { got: id, gotKind: kind, want: before.id, wantKind: before.kind } };
  }
  if (signedOn === undefined || evidenceId === undefined) return { code: "agreements.amendment_unsigned", params: { agreement: id } };
  if (from < signedOn) return { code: "agreements.amendment_retroactive", params: { from, signedOn } };
  if (from <= last.from) return { code: "agreements.amendment_before_last", params: { from, last: last.version, lastFrom: last.from } };
  const over = [last.to, end].find((date) => date !== undefined && from >= date);
  if (over !== undefined) return { code: "agreements.amendment_after_end", params: { from, end: over } };
  if (versions.some((one) => one.version === version)) return { code: "agreements.amendment_name_taken", params: { version } };
  if (kind === "trial" && (end === undefined || before.end === undefined || end > before.end)) {
    return { code: "agreements.amendment_prolongs_trial", params: { end: before.end ?? null, wanted: end ?? null } };
  }
  return undefined;
}
