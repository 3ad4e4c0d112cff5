import { findDue } from "../engine/find-due.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, readSafely } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { AgreementLife, AgreementLifeFacts, AgreementRefusal, AgreementStep } from "./agreement-life.js";
import { agreementLifecycle } from "./agreement-lifecycle.js";
import { readLife, readLifeFacts, withNames } from "./read-life.js";

/** Which agreements to ask, and which days have passed. */
export interface DueAgreementFacts {
  /** The agreements, each once, with what the host knows of it. */
  readonly agreements: readonly DueAgreement[];
  /** First day that has not yet been offered to them. */
  readonly from: CalendarDate;
  /** Last day that has come, included. */
  readonly asOf: CalendarDate;
}

/** One agreement and where it stands. */
export interface DueAgreement {
  /** Where it stands, with its identifier. */
  readonly state: AgreementLife;
  /** What the host knows; taken as the same on every day. */
  readonly facts: AgreementLifeFacts;
}

/** What time alone does to agreements. */
export interface DueAgreementReport {
  /** Agreements that move, in the order given, each with its steps and the day of each. */
  readonly due: readonly {
    readonly id: string;
    readonly steps: readonly { readonly asOf: CalendarDate; readonly step: AgreementStep }[];
  }[];
  /** Agreements for which a missing fact leaves open whether they move on the last day, with the refusal that says so. */
  readonly undecided: readonly { readonly id: string; readonly refusal: AgreementRefusal }[];
}

/**
 * Tells what time alone does to many agreements: which come into force, near their end, run out, go on or are terminated.
 *
 * @remarks
 * The same as offering `dayPassed` to each on every day from `from` to `asOf`, without walking the days: a job that missed a weekend
 * catches up with the right dates.
 *
 * @param facts - The agreements and the days.
 * @returns Which move, when and how, and which cannot be decided.
 * @throws LibraryFault `kernel.*` with the place in `facts` that cannot be read; `kernel.named_twice`: an agreement stands in the list twice.
 *
 * @example A trial that ended on a Saturday, found on Monday
 * ```ts
 * import { findDueAgreements, startAgreement } from "qudao/agreements";
 *
 * const agreement = { id: "AG1", kind: "trial" as const, partyIds: ["D1"], start: "2024-01-01", end: "2024-06-29", clauses: [] };
 * const { data } = startAgreement({ agreement, by: "Wang", asOf: "2023-12-01" });
 * const agreements = [{ state: { at: "active" as const, data }, facts: {} }];
 * const report = findDueAgreements({ agreements, from: "2024-06-29", asOf: "2024-07-01" });
 * report.due.map(({ id, steps }) => [id, ...steps.map(({ asOf, step }) => [asOf, step.next.at])]); // => [["AG1", ["2024-06-29", "expired"]]]
 * ```
 *
 * @since 0.1.0
 */
export function findDueAgreements(facts: DueAgreementFacts): DueAgreementReport {
  return readSafely("facts", () => {
    checkRecord(facts, "facts");
    const from = parseDate(facts.from, "facts.from");
    const asOf = parseDate(facts.asOf, "facts.asOf");
    const asked = new Map<string, AgreementLifeFacts>();
    const members = checkList(facts.agreements, "facts.agreements").map((value, i) => {
      const place = `facts.agreements[${i}]`;
      const given = checkRecord(value, place);
      const state = readLife(given["state"], `${place}.state`);
      const id = state.data.agreementId;
      if (asked.has(id)) throw kernelFault("kernel.named_twice", `${place}.state.data.agreementId`, { got: shown(id) });
      const known = readLifeFacts(given["facts"], `${place}.facts`);
      asked.set(id, known);
      return { id, state, facts: known };
    });
    const { due, undecided } = findDue(agreementLifecycle, { members, from, asOf });
    const named = due.map(({ id, steps }) => ({
      id,
      steps: steps.map((one) => ({ asOf: one.asOf, step: withNames(one.step, asked.get(id) ?? {}) })),
    }));
    return { due: named, undecided };
  });
}
