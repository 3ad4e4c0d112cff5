import type { Waiver } from "../engine/rule.js";
import type { AgreementKind } from "../entities/catalogue.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { checkState } from "./check-member.js";
import { checkPlace, titlesOf } from "./check-place.js";
import type { MemberData, MemberOrigin, MemberPlace, MemberState } from "./member-state.js";

/** Whose life begins. */
export interface MemberStart {
  /** The host's identifier of the relationship, unique. Not empty. */
  readonly id: string;
  /** The law it is under, in the host's own words, such as `"CN"`. Not empty. */
  readonly jurisdiction: string;
  /** How it came to apply. A trial or membership before this one counts by itself. */
  readonly origin: "direct" | "nominated" | "special_evaluation";
  /** The member that nominates it, as it stands now; needed where `origin` is `nominated`, and read nowhere else. */
  readonly nominator?: MemberState | undefined;
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
  readonly level: "trial_distributor" | "distributor" | "agent" | "strategic_partner";
  /** What a strategic partner is beside that, and falls back to. Absent: it is no strategic partner. */
  readonly baseLevel?: "distributor" | "agent" | undefined;
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

/** Why a life cannot begin, in order of precedence. */
export type MemberStartProblem = Message<"lifecycle.previous_still_runs" | "lifecycle.nominator_may_not">;

/**
 * Begins the life of a channel member, or takes in one that the host already has.
 *
 * @remarks
 * A member that comes back begins a new relationship, linked to the old one by `previousId`; its breaches follow it, and its earlier
 * trial or membership counts for the rule that a trial comes first. Active agents and distributors nominate, strategic partners among
 * them; nobody nominates who is on trial, on its way out, or suspended. An existing member begins in good standing: warnings, remediation
 * and suspensions that run are told by their events, and a field such as `standing` is refused rather than lost.
 *
 * @param facts - Who it is, and what came before.
 * @returns The state to store: a prospect, or where the existing member stands.
 * @throws LibraryFault `kernel.*` where a field cannot be read, or a trial has no end or another level.
 *
 * @errors
 * - `lifecycle.previous_still_runs` - the earlier relationship has not ended.
 * - `lifecycle.nominator_may_not` - the nominator is no active agent or distributor, or is suspended.
 *
 * @example A prospect
 * ```ts
 * import { startMember } from "qudao/lifecycle";
 *
 * const started = startMember({ id: "R-1", jurisdiction: "CN", origin: "direct" });
 * started.ok && started.value.at; // => { relationship: "prospect", level: "none", standing: "good" }
 * ```
 *
 * @example Nominated by an agent, and by a dealer that is still on trial
 * ```ts
 * import { startMember } from "qudao/lifecycle";
 *
 * const agent = startMember({
 *   id: "R-1", jurisdiction: "CN", origin: "direct",
 *   existing: { as: "active", level: "agent", memberSince: "2023-01-01", agreementId: "A-1", agreementKind: "agency", nextReviewOn: "2024-07-01" },
 * });
 * if (!agent.ok) throw new Error("an earlier relationship still runs");
 * const nominated = (at: typeof agent.value.at) =>
 *   startMember({ id: "R-2", jurisdiction: "CN", origin: "nominated", nominator: { ...agent.value, at } });
 * const begun = nominated(agent.value.at);
 * begun.ok && begun.value.data.nominatorId; // => "R-1"
 * const refused = nominated({ relationship: "trial", level: "trial_distributor", standing: "good" });
 * !refused.ok && refused.problem.code; // => "lifecycle.nominator_may_not"
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
    const origin = checkChoice(facts.origin, "facts.origin", ["direct", "nominated", "special_evaluation"]);
    const nominator = origin === "nominated" ? readMember(facts.nominator, "facts.nominator") : undefined;
    const data = prospect(facts, origin, previous, nominator);
    if (previous !== undefined && !ENDED.includes(previous.at.relationship)) {
      const { relationship } = previous.at;
      return err({
        code: "lifecycle.previous_still_runs",
        params: { previousId: previous.data.id, relationship, stateTitle: titlesOf(previous.at) },
      });
    }
    if (nominator !== undefined && !mayNominate(nominator.at)) {
      const { relationship, level, standing } = nominator.at;
      return err({
        code: "lifecycle.nominator_may_not",
        params: { nominatorId: nominator.data.id, relationship, level, standing, stateTitle: titlesOf(nominator.at) },
      });
    }
    if (existing !== undefined) return ok(takenIn(data, existing));
    return ok({ at: { relationship: "prospect", level: "none", standing: "good" }, data });
  });
}

const ENDED: readonly string[] = ["rejected", "withdrawn", "expired", "exited"];

/** Who is past its trial, neither leaving nor suspended. */
function mayNominate({ relationship, level, standing }: MemberPlace): boolean {
  return relationship === "active" && level !== "none" && level !== "trial_distributor" && standing !== "suspended";
}

/** A member as its last step left it. */
function readMember(value: unknown, path: string): MemberState {
  const { at, data } = checkState(value, path);
  checkPlace(at, `${path}.at`);
  checkText(data.id, `${path}.data.id`);
  return value as MemberState;
}

function prospect(
  facts: MemberStart,
  origin: MemberStart["origin"],
  previous: MemberState | undefined,
  nominator: MemberState | undefined,
): MemberData {
  const before = previous === undefined ? undefined : leftBehind(previous);
  return {
    id: checkText(facts.id, "facts.id"),
    previousId: before?.id ?? null,
    jurisdiction: checkText(facts.jurisdiction, "facts.jurisdiction"),
    origin: before?.origin ?? origin,
    nominatorId: nominator?.data.id ?? null,
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
  const { at, data } = readMember(previous, "facts.previous");
  const { level } = at;
  const origin: MemberOrigin | undefined = level === "none" ? undefined : level === "trial_distributor" ? "former_trial" : "former_member";
  return {
    id: data.id,
    breaches: checkList(data.breaches, "facts.previous.data.breaches") as MemberData["breaches"],
    origin,
  };
}

const LEVELS = { trial: ["trial_distributor"], active: ["distributor", "agent", "strategic_partner"] } as const;

/** Complete by its type. What is no field here, such as a standing, would be lost: it is told by events. */
const EXISTING: { readonly [F in keyof Required<ExistingMember>]: true } = {
  as: true,
  level: true,
  baseLevel: true,
  memberSince: true,
  agreementId: true,
  agreementKind: true,
  agreementEnd: true,
  nextReviewOn: true,
  exceptions: true,
};
const EXISTING_FIELDS = Object.keys(EXISTING);

function takenIn(data: MemberData, existing: ExistingMember): MemberState {
  const path = "facts.existing";
  for (const name of Object.keys(checkRecord(existing, path))) checkChoice(name, `${path}.${name}`, EXISTING_FIELDS);
  const relationship = checkChoice(existing.as, `${path}.as`, ["trial", "active"]);
  const level = checkChoice<ExistingMember["level"]>(existing.level, `${path}.level`, LEVELS[relationship]);
  const isPartner = level === "strategic_partner";
  const baseLevel =
    !isPartner && existing.baseLevel === undefined
      ? null
      : checkChoice(existing.baseLevel, `${path}.baseLevel`, isPartner ? (["distributor", "agent"] as const) : []);
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
      baseLevel,
      nextReviewOn: parseDate(existing.nextReviewOn, `${path}.nextReviewOn`),
    },
  };
}
