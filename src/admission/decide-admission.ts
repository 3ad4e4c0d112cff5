import { combineFindings } from "../engine/combine-findings.js";
import type { Finding } from "../engine/rule.js";
import type { ScoreOutcome } from "../engine/scorecard.js";
import { addDays, addMonths, type CalendarDate } from "../kernel/calendar-date.js";
import type {
  AdmissionDecision,
  AdmissionDueDate,
  AdmissionEvent,
  AdmissionStatus,
  EvaluationRoute,
  NeededChange,
} from "./admission-decision.js";
import type { AdmissionPolicy } from "./admission-policy.js";
import type { AdmissionFacts } from "./admission-rule.js";
import { byText } from "./by-text.js";

/** What was found, before it is decided upon. @internal */
export interface Evaluated {
  readonly facts: AdmissionFacts;
  readonly policy: AdmissionPolicy;
  readonly route: EvaluationRoute;
  readonly findings: readonly Finding[];
  readonly score: ScoreOutcome | null;
  /** What would have to change, whether or not it stands in the way of the status. */
  readonly changes: readonly NeededChange[];
}

/**
 * Makes the decision of what was found. Its words are those of `evaluateAdmission`.
 *
 * @internal
 */
export function decideAdmission({ facts, policy, route, findings, score, changes }: Evaluated): AdmissionDecision {
  const { asOf, submittedOn, scope } = facts;
  const { respondWithinDays, validForMonths, requalifyAfterMonths, reapplyAfterMonths } = policy.terms;
  const valid = facts.conflicts.length === 0;
  const asked = changes.some(({ from, status }) => from === "applicant" && status === "unknown");
  const lastCall = respondWithinDays === null || !asked ? null : addDays(submittedOn, respondWithinDays);
  const overdue = lastCall !== null && asOf >= lastCall;
  const status = statusOf(findings, { valid, route, overdue });
  const holds = status === "admitted" || status === "admitted_with_exceptions" || status === "qualified_no_vacancy";
  const admitted = holds && status !== "qualified_no_vacancy";
  const later = (wanted: boolean, months: number | null) => (wanted && months !== null ? addMonths(asOf, months) : null);
  const dates = {
    validUntil: later(admitted, validForMonths),
    requalifyOn: later(admitted, requalifyAfterMonths),
    reapplyFrom: later(status === "rejected", reapplyAfterMonths),
    respondBy: status === "information_requested" || (status === "rejected" && overdue) ? lastCall : null,
  };
  const { kind, productGroupId, territoryId, segmentId } = scope;
  return {
    status,
    valid,
    applicationId: facts.id,
    partyId: facts.applicant.id,
    scope: { kind, productGroupId, territoryId, ...(segmentId !== undefined && { segmentId }) },
    policy: { id: policy.id, version: policy.version },
    route,
    decidedOn: asOf,
    approver: facts.approver ?? null,
    reviewers: [...new Set(facts.reviewers.flatMap(({ id, recused }) => (recused === true ? [] : [id])))].sort(),
    findings,
    score,
    needed: admitted ? [] : changes,
    evidence: [...new Set(findings.flatMap((finding) => documentOf(finding)?.id ?? []))].sort(),
    exceptions: findings.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver])),
    ...dates,
    due: dueDates(facts.id, dates, holds ? findings : []),
  };
}

const VACANCY = "admission.vacancy_open";
const SPECIAL = "admission.special_score_sufficient";

interface Circumstances {
  readonly valid: boolean;
  readonly route: EvaluationRoute;
  /** The applicant was asked for something, and the time for it is over. */
  readonly overdue: boolean;
}

function statusOf(findings: readonly Finding[], { valid, route, overdue }: Circumstances): AdmissionStatus {
  if (!valid || route === "undecided") return "information_requested";
  const vacancy = combineFindings(findings.filter(({ code }) => code === VACANCY));
  const others = combineFindings(findings.filter(({ code }) => code !== VACANCY));
  if (others === "unmet") return "rejected";
  if (others === "unknown" && findings.some(({ code, status }) => code === SPECIAL && status === "unknown")) return "special_evaluation";
  if (others === "unknown" || vacancy === "unknown") return overdue ? "rejected" : "information_requested";
  if (vacancy === "unmet") return "qualified_no_vacancy";
  return others === "met_with_exceptions" || vacancy === "met_with_exceptions" ? "admitted_with_exceptions" : "admitted";
}

interface ProvenBy {
  readonly id: string;
  readonly expiresOn: CalendarDate | null;
}

/** The document that a met rule rests on. */
function documentOf({ status, params }: Finding): ProvenBy | undefined {
  const { documentId, expiresOn } = params;
  if (status !== "met" || typeof documentId !== "string") return undefined;
  return { id: documentId, expiresOn: typeof expiresOn === "string" ? expiresOn : null };
}

function dueDates(
  applicationId: string,
  dates: Pick<AdmissionDecision, "validUntil" | "requalifyOn" | "reapplyFrom" | "respondBy">,
  findings: readonly Finding[],
): readonly AdmissionDueDate[] {
  const due = new Map<string, AdmissionDueDate>();
  const add = (date: CalendarDate | null | undefined, event: AdmissionEvent, subject: string) => {
    if ((date ?? null) !== null) due.set(`${date} ${event} ${subject}`, { date: date as CalendarDate, event, subject });
  };
  for (const finding of findings) {
    const document = documentOf(finding);
    if (document !== undefined) add(document.expiresOn, "evidenceExpired", document.id);
    add(finding.waiver?.expires, "waiverExpired", finding.code);
  }
  add(dates.validUntil, "validityEnded", applicationId);
  add(dates.requalifyOn, "requalificationDue", applicationId);
  add(dates.reapplyFrom, "reapplicationOpened", applicationId);
  add(dates.respondBy, "responseOverdue", applicationId);
  return [...due].sort(byText(([key]) => key)).map(([, one]) => one);
}
