import type { GuardStatus } from "../engine/state-table.js";
import { readSafely } from "../kernel/check.js";
import { checkFacts, checkState } from "./check-member.js";
import { type ExitGround, exitGrounds } from "./exit-ground.js";
import type { MemberFacts } from "./member-policy.js";
import type { MemberData, MemberState } from "./member-state.js";
import { SAFETY_EVENT } from "./suspension-scope.js";

/** One ground of exit and whether it stands. */
export interface ExitGroundFinding {
  /** The ground. */
  readonly ground: ExitGround;
  /** `unknown`: the breach is in dispute, or the host did not say what is established. */
  readonly status: GuardStatus;
  /** Reviews and breaches it rests on. Empty: none are recorded with the member. */
  readonly evidence: readonly string[];
}

/**
 * Lists the grounds on which the manufacturer could end a relationship, and whether each stands.
 *
 * @remarks
 * A poor review, a failed check of a remediation and a breach are read from the member's own record; a last place in the field, fallen
 * demand, competition, a change of strategy and a replacement stand where the host's reviews established them
 * (`facts.establishedGrounds`). A breach that is in dispute leaves its ground unknown. `own_wish` is the member's and never stands for
 * the manufacturer.
 *
 * @param state - Where the member stands.
 * @param facts - What the host's reviews of the field and the market established.
 * @returns Every ground of `exitGrounds`, in that order.
 * @throws LibraryFault `kernel.*` where the state or a fact cannot be read.
 *
 * @example A member with one bad review
 * ```ts
 * import { listExitGrounds, startMember } from "qudao/lifecycle";
 *
 * const started = startMember({
 *   id: "R-1", jurisdiction: "CN", origin: "direct",
 *   existing: { as: "active", level: "distributor", memberSince: "2023-01-01", agreementId: "A-1",
 *     agreementKind: "distribution", nextReviewOn: "2024-07-01" },
 * });
 * if (!started.ok) throw new Error("an earlier relationship still runs");
 * const { at, data } = started.value;
 * const state = { at, data: { ...data, lastReview: "bad", badReviews: ["V-7"] } } as const;
 * const standing = listExitGrounds(state, { establishedGrounds: [] }).filter(({ status }) => status === "met");
 * standing; // => [{ ground: "poor_performance", status: "met", evidence: ["V-7"] }]
 * ```
 *
 * @since 0.1.0
 */
export function listExitGrounds(state: MemberState, facts: Pick<MemberFacts, "establishedGrounds">): readonly ExitGroundFinding[] {
  return readSafely({ state, facts }, () => {
    const { data } = checkState(state);
    const { establishedGrounds } = checkFacts(facts);
    return exitGrounds.map((ground) => {
      const answer = groundStatus(ground, data, establishedGrounds);
      return { ground, status: answer === "unknown" ? answer : answer ? "met" : "unmet", evidence: evidenceOf(ground, data) };
    });
  });
}

/** What a ground is read from. @internal */
export type GroundData = Pick<MemberData, "lastReview" | "performance" | "failedChecks" | "breaches">;

/** Whether a ground stands; open where it is in dispute or nobody said what is established. @internal */
export function groundStatus(
  ground: unknown,
  data: GroundData,
  established: readonly ExitGround[] | null | undefined,
): boolean | "unknown" {
  switch (ground) {
    case "poor_performance":
      if (data.lastReview === "bad" || data.performance === "poor") return true;
      return isKnown(data.lastReview) && isKnown(data.performance) ? false : "unknown";
    case "failed_remediation":
      return isKnown(data.failedChecks) ? data.failedChecks > 0 : "unknown";
    case "breach":
    case "safety_event": {
      if (!isKnown(data.breaches)) return "unknown";
      const found = breachesFor(ground, data);
      return found.some(({ disputed }) => disputed !== true) ? true : found.length > 0 ? "unknown" : false;
    }
    case "own_wish":
      return false;
    default:
      return isKnown(established) ? established.some((one) => one === ground) : "unknown";
  }
}

/** A record may have lost a field, or a database may have written nothing into it. */
function isKnown<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}

/** What a ground rests on in the member's own record. @internal */
export function evidenceOf(ground: unknown, data: Pick<MemberData, "badReviews" | "breaches">): readonly string[] {
  if (ground === "poor_performance") return isKnown(data.badReviews) ? data.badReviews : [];
  if ((ground !== "breach" && ground !== "safety_event") || !isKnown(data.breaches)) return [];
  return breachesFor(ground, data).map(({ id }) => id);
}

function breachesFor(ground: "breach" | "safety_event", { breaches }: Pick<MemberData, "breaches">) {
  return breaches.filter(({ kind }) => ground === "breach" || kind === SAFETY_EVENT);
}
