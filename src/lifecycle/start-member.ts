import type { Waiver } from "../engine/rule.js";
import type { AgreementKind } from "../entities/catalogue.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { checkState } from "./check-member.js";
import type { MemberData, MemberOrigin, MemberState } from "./member-state.js";

/** Whose life begins. */
export interface MemberStart {
  /** The host's identifier of the relationship, unique. Not empty. */
  readonly id: string;
  /** The law it is under, in the host's own words, such as `"CN"`. Not empty. */
  readonly jurisdiction: string;
  /** How it came to apply. A trial or membership before this one counts by itself. */
  readonly origin: "direct" | "nominated" | "special_evaluation";
  /** The relationship before this one with the same member, which must have ended. Absent: this is the first. */
  readonly previous?: MemberState | undefined;
  /** Where a member stands that the host already has. Absent: it begins as a prospect. */
  readonly existing?: ExistingMember | undefined;
}

/** Where a member stands that joined before its host kept its life here. */
export interface ExistingMember {
  /** On trial, or active. */
  readonly as: "trial" | "active";
  /** What it is in the channel. A trial knows only one level. */
  readonly level: "trial_distributor" | "distributor" | "agent";
  /** The day it was first active. */
  readonly memberSince: CalendarDate;
  /** The agreement in force. */
  readonly agreementId: string;
  /** What it is about. */
  readonly agreementKind: AgreementKind;
  /** First day after its term, with which a trial ends. Absent: it runs until it is ended, which a trial cannot. */
  readonly agreementEnd?: CalendarDate | undefined;
  /** The day the next review is due. */
  readonly nextReviewOn: CalendarDate;
  /** Exceptions on record. Absent: none. */
  readonly exceptions?: readonly Waiver[] | undefined;
}

/** The earlier relationship has not ended. */
export type MemberStartProblem = Message<"lifecycle.previous_still_runs">;

/**
 * Begins the life of a channel member, or takes in one that the host already has.
 *
 * @remarks
 * A member that comes back begins a new relationship, linked to the old one by `previousId`; its breaches follow it, and its earlier
 * trial or membership counts for the rule that a trial comes first.
 *
 * @param facts - Who it is, and what came before.
 * @returns The state to store: a prospect, or where the existing member stands.
 * @throws LibraryFault `kernel.*` where a field cannot be read, or a trial has no end or another level.
 *
 * @errors
 * - `lifecycle.previous_still_runs` - the earlier relationship has not ended.
 *
 * @example A prospect
 * ```ts
 * import { startMember } from "qudao/lifecycle";
 *
 * const started = startMember({ id: "R-1", jurisdiction: "CN", origin: "direct" });
 * started.ok && started.value.at; // => { relationship: "prospect", level: "none", standing: "good" }
 * ```
 *
 * @example A former trial distributor comes back
 * ```ts
 * import { startMember } from "qudao/lifecycle";
 *
 * const trial = startMember({
 *   id: "R-1", jurisdiction: "CN", origin: "direct",
 *   existing: {
 *     as: "trial", level: "trial_distributor", memberSince: "2024-01-01", agreementId: "T-1", agreementKind: "trial",
 *     agreementEnd: "2024-07-01", nextReviewOn: "2024-04-01",
 *   },
 * });
 * if (!trial.ok) throw new Error("an earlier relationship still runs");
 * const again = (previous: typeof trial.value) => startMember({ id: "R-2", jurisdiction: "CN", origin: "direct", previous });
 * again(trial.value).ok; // => false
 * const expired = { ...trial.value, at: { ...trial.value.at, relationship: "expired" } } as const;
 * const back = again(expired);
 * back.ok && [back.value.data.previousId, back.value.data.origin]; // => ["R-1", "former_trial"]
 * ```
 *
 * @since 0.1.0
 */
export function startMember(facts: MemberStart): Result<MemberState, MemberStartProblem> {
  return readSafely("facts", () => {
    const { previous, existing } = checkRecord(facts, "facts") as unknown as MemberStart;
    const data = prospect(facts, previous);
    if (previous !== undefined && !ENDED.includes(previous.at.relationship)) {
      return err({
        code: "lifecycle.previous_still_runs",
        params: { previousId: previous.data.id, relationship: previous.at.relationship },
      });
    }
    if (existing !== undefined) return ok(takenIn(data, existing));
    return ok({ at: { relationship: "prospect", level: "none", standing: "good" }, data });
  });
}

const ENDED: readonly string[] = ["rejected", "withdrawn", "expired", "exited"];

function prospect(facts: MemberStart, previous: MemberState | undefined): MemberData {
  const origin = checkChoice(facts.origin, "facts.origin", ["direct", "nominated", "special_evaluation"]);
  const before = previous === undefined ? undefined : leftBehind(previous);
  return {
    id: checkText(facts.id, "facts.id"),
    previousId: before?.id ?? null,
    jurisdiction: checkText(facts.jurisdiction, "facts.jurisdiction"),
    origin: before?.origin ?? origin,
    exceptions: [],
    breaches: before?.breaches ?? [],
    agreementId: null,
    agreementKind: null,
    agreementStart: null,
    agreementEnd: null,
    memberSince: null,
    trialEnd: null,
    extensions: 0,
    performance: "none",
    makerEvaluation: "none",
    nextReviewOn: null,
    lastReview: "none",
    badReviews: [],
    reviewsBelow: 0,
    baseLevel: null,
    standingReason: null,
    remediation: "none",
    failedChecks: 0,
    remediationDue: null,
    verifier: null,
    suspendedScopes: [],
    suspensionCauses: [],
    suspensionMinimum: null,
    suspensionLimit: null,
    exitKind: null,
    exitReason: null,
    exitOn: null,
    noticeEnds: null,
    openItems: [],
    closedItems: [],
  };
}

/** What an earlier relationship leaves behind. One that ended before its first day leaves no origin. */
function leftBehind(previous: MemberState) {
  const { at, data } = checkState(previous, "facts.previous");
  const level = checkChoice(checkRecord(at, "facts.previous.at")["level"], "facts.previous.at.level", LEVELS);
  const origin: MemberOrigin | undefined = level === "none" ? undefined : level === "trial_distributor" ? "former_trial" : "former_member";
  return {
    id: checkText(data.id, "facts.previous.data.id"),
    breaches: checkList(data.breaches, "facts.previous.data.breaches") as MemberData["breaches"],
    origin,
  };
}

const LEVELS = ["none", "trial_distributor", "distributor", "agent", "strategic_partner"] as const;

function takenIn(data: MemberData, existing: ExistingMember): MemberState {
  const path = "facts.existing";
  checkRecord(existing, path);
  const relationship = checkChoice(existing.as, `${path}.as`, ["trial", "active"]);
  const levels = relationship === "trial" ? (["trial_distributor"] as const) : (["distributor", "agent"] as const);
  const level = checkChoice<"trial_distributor" | "distributor" | "agent">(existing.level, `${path}.level`, levels);
  const end = existing.agreementEnd;
  const agreementEnd = end === undefined && relationship === "active" ? null : parseDate(end, `${path}.agreementEnd`);
  return {
    at: { relationship, level, standing: "good" },
    data: {
      ...data,
      exceptions: checkList(existing.exceptions ?? [], `${path}.exceptions`) as readonly Waiver[],
      agreementId: checkText(existing.agreementId, `${path}.agreementId`),
      agreementKind: checkChoice(existing.agreementKind, `${path}.agreementKind`, [
        "agency",
        "distribution",
        "trial",
        "cooperation",
        "supply",
      ]),
      agreementEnd,
      memberSince: parseDate(existing.memberSince, `${path}.memberSince`),
      trialEnd: relationship === "trial" ? agreementEnd : null,
      nextReviewOn: parseDate(existing.nextReviewOn, `${path}.nextReviewOn`),
    },
  };
}
