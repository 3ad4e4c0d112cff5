import { type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import { isLibraryFault, kernelFault } from "../kernel/fault.js";
import type { Message } from "../kernel/message.js";
import { err, type Result } from "../kernel/result.js";
import { checkVersions, inForce, type NoVersionInForce, type Versioned } from "../kernel/versioned.js";
import type { RecruitmentStandard } from "./recruitment-standard.js";

/** For whom and for which day a standard is looked up. */
export interface StandardFacts {
  /** The kind of member. */
  readonly memberKind: ParticipantKind;
  /** The day. */
  readonly asOf: CalendarDate;
}

/** Why there is no standard: none for the kind at all, or none on the day. */
export type StandardProblem = Message<"admission.no_standard_for_kind"> | NoVersionInForce;

/**
 * Finds the recruitment standard in force for a kind of member on a day.
 *
 * @remarks
 * Standards of different kinds may be in force side by side; those of one kind may not overlap. The version found belongs in every
 * decision that rests on it, so that all who applied under it were judged alike.
 *
 * @param facts - The kind and the day.
 * @param standards - All versions for all kinds, in any order.
 * @returns The version whose days include the day.
 *
 * @errors
 * - `admission.no_standard_for_kind` - no standard is for this kind.
 * - `kernel.no_version_in_force` - those for this kind do not hold on the day.
 * @throws LibraryFault `kernel.versions_overlap` where two of one kind hold on the day; `kernel.*` for what is malformed.
 *
 * @source Recruitment: establish the standards and the procedure of recruiting partners.
 *
 * @example A standard that changed in July
 * ```ts
 * import { findRecruitmentStandard, recruitmentProcedure } from "qudao/admission";
 *
 * const standard = (policy: string) => ({ memberKind: "distributor" as const, policy, procedure: recruitmentProcedure });
 * const standards = [
 *   { version: "2024-1", from: "2024-01-01", to: "2024-07-01", value: standard("first") },
 *   { version: "2024-2", from: "2024-07-01", value: standard("second") },
 * ];
 * const found = findRecruitmentStandard({ memberKind: "distributor", asOf: "2024-07-01" }, standards);
 * found.ok && [found.value.version, found.value.value.policy]; // => ["2024-2", "second"]
 * const none = findRecruitmentStandard({ memberKind: "agent", asOf: "2024-07-01" }, standards);
 * !none.ok && none.problem.code; // => "admission.no_standard_for_kind"
 * ```
 *
 * @since 0.1.0
 */
export function findRecruitmentStandard<P>(
  facts: StandardFacts,
  standards: readonly Versioned<RecruitmentStandard<P>>[],
): Result<Versioned<RecruitmentStandard<P>>, StandardProblem> {
  return readSafely({ facts, standards }, () => {
    const { memberKind, asOf } = checkRecord(facts, "facts");
    const kind = checkChoice(memberKind, "facts.memberKind", participantKinds);
    const day = parseDate(asOf, "facts.asOf");
    ofStandards(
      (i) => i,
      () => checkVersions(standards),
    );
    const kinds = standards.map((standard, i) => {
      const value = checkRecord(standard.value, `standards[${i}].value`);
      return checkChoice(value["memberKind"], `standards[${i}].value.memberKind`, participantKinds);
    });
    const places = [...kinds.keys()].filter((i) => kinds[i] === kind);
    const own = places.map((i) => standards[i] as Versioned<RecruitmentStandard<P>>);
    if (own.length > 0)
      return ofStandards(
        (i) => places[i] as number,
        () => inForce(own, day),
      );
    return err({ code: "admission.no_standard_for_kind", params: { kind, known: [...new Set(kinds)] } });
  });
}

/** Calls the kernel, whose faults name `versions`, and lets them name the standards as they were given. */
function ofStandards<T>(given: (i: number) => number, call: () => T): T {
  try {
    return call();
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    const path = caught.path.replace(/^versions(?:\[(\d+)\])?/, (_, i?: string) =>
      i === undefined ? "standards" : `standards[${given(Number(i))}]`,
    );
    throw kernelFault(caught.code as Parameters<typeof kernelFault>[0], path, caught.params, caught.cause);
  }
}
