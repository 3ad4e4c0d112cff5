import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { type AdmissionScope, admissionKinds } from "./admission-application.js";
import {
  type AdmissionDecision,
  type AdmissionDueDate,
  type AdmissionStatus,
  admissionEvents,
  admissionStatuses,
} from "./admission-decision.js";
import { byText } from "./by-text.js";

/** How a party stands, in one scope or over all of them. */
export const qualificationStatuses = ["qualified", "disqualified", "in_progress", "lapsed", "not_started"] as const;
/** See `qualificationStatuses`. `lapsed`: it was admitted, and the admission is over. */
export type QualificationStatus = (typeof qualificationStatuses)[number];

/** The decisions about a party. */
export interface QualificationFacts {
  /** The party. Decisions about others are left out. */
  readonly partyId: string;
  /** The day asked about. Later decisions are left out. */
  readonly asOf: CalendarDate;
  /** The decisions recorded, in any order. Of several for one scope the last counts. */
  readonly decisions: readonly Pick<
    AdmissionDecision,
    "applicationId" | "partyId" | "scope" | "status" | "decidedOn" | "validUntil" | "due"
  >[];
}

/** How a party stands in one scope. */
export interface ScopeQualification {
  /** The scope. */
  readonly scope: AdmissionScope;
  /** The decision that counts. */
  readonly applicationId: string;
  /** How it came out. */
  readonly decision: AdmissionStatus;
  /** How the party stands by it on the day asked about. */
  readonly status: QualificationStatus;
}

/** How a party stands. */
export interface Qualification {
  /** Over all scopes. */
  readonly status: QualificationStatus;
  /** The decision that is furthest along, where nothing is decided yet. `null`: something is, or nothing was begun. */
  readonly furthest: AdmissionStatus | null;
  /** Scope by scope, sorted. */
  readonly scopes: readonly ScopeQualification[];
  /** What has come due by the day asked about, of decisions that count: documents that expired, exceptions, examinations. */
  readonly overdue: readonly AdmissionDueDate[];
}

/** Unfinished decisions, least advanced first. */
const PROGRESS: readonly AdmissionStatus[] = ["information_requested", "special_evaluation", "qualified_no_vacancy"];

/**
 * Tells how a party stands over all the scopes it applied for.
 *
 * @remarks
 * In one scope the last decision counts. Admitted, and not past its validity: `qualified`; past it: `lapsed`; rejected: `disqualified`;
 * otherwise `in_progress`. Over all scopes, in this order: any qualified makes it `qualified`; any disqualified, `disqualified`; any in
 * progress, `in_progress`, with the one furthest along; any lapsed, `lapsed`; without a decision `not_started`. A document that
 * expires after the decision changes no status: it is listed as `evidenceExpired`.
 *
 * @param facts - The party, the day, and its decisions.
 * @returns The status over all scopes and in each, and what has come due.
 * @throws LibraryFault `kernel.*` where a decision cannot be read.
 *
 * @example Rejected for one territory, admitted for another
 * ```ts
 * import { evaluateQualification } from "qudao/admission";
 *
 * const decision = (applicationId: string, territoryId: string, status: "admitted" | "rejected") => ({
 *   applicationId, partyId: "north", status, decidedOn: "2024-05-01", validUntil: null,
 *   scope: { kind: "distributor" as const, productGroupId: "cameras", territoryId },
 *   due: [{ date: "2024-09-01", event: "evidenceExpired" as const, subject: "D-1" }],
 * });
 * const decisions = [decision("A-1", "jinan", "rejected"), decision("A-2", "qingdao", "admitted")];
 * const { outcome } = evaluateQualification({ partyId: "north", asOf: "2024-09-01", decisions });
 * outcome.status; // => "qualified"
 * outcome.scopes.map(({ scope, status }) => [scope.territoryId, status]); // => [["jinan", "disqualified"], ["qingdao", "qualified"]]
 * outcome.overdue; // => [{ date: "2024-09-01", event: "evidenceExpired", subject: "D-1" }]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateQualification(facts: QualificationFacts): Explained<Qualification> {
  return readSafely("facts", () => {
    const { partyId, asOf, decisions } = checkRecord(facts, "facts");
    const party = checkText(partyId, "facts.partyId");
    const day = parseDate(asOf, "facts.asOf");
    const last = new Map<string, Recorded>();
    checkList(decisions, "facts.decisions").forEach((given, i) => {
      const one = readDecision(checkRecord(given, `facts.decisions[${i}]`), `facts.decisions[${i}]`);
      if (one.partyId !== party || one.decidedOn > day) return;
      const before = last.get(one.key);
      if (before === undefined || before.order < one.order) last.set(one.key, one);
    });
    const counting = [...last.values()].sort(byText(({ key }) => key));
    const scopes = counting.map((one): ScopeQualification => {
      return { scope: one.scope, applicationId: one.applicationId, decision: one.status, status: standingOf(one, day) };
    });
    const status = qualificationStatuses.find((candidate) => scopes.some((scope) => scope.status === candidate)) ?? "not_started";
    const open = PROGRESS.filter((one) => scopes.some(({ decision }) => decision === one));
    const furthest = status === "in_progress" ? (open.at(-1) ?? null) : null;
    const overdue = new Map(
      counting.flatMap(({ due }) => due.filter(({ date }) => date <= day).map((one): [string, AdmissionDueDate] => [keyOf(one), one])),
    );
    const listed = [...overdue].sort(byText(([key]) => key)).map(([, one]) => one);
    const outcome = { status, furthest, scopes, overdue: listed };
    return { outcome, explanation: explain(outcome, party, day) };
  });
}

interface Recorded {
  readonly applicationId: string;
  readonly partyId: string;
  readonly scope: AdmissionScope;
  readonly status: AdmissionStatus;
  readonly decidedOn: CalendarDate;
  readonly validUntil: CalendarDate | null;
  readonly due: readonly AdmissionDueDate[];
  /** Tells scopes apart. */
  readonly key: string;
  /** Orders decisions of one scope; two of one day by application. */
  readonly order: string;
}

function readDecision(fields: Fields, path: string): Recorded {
  const scope = checkRecord(fields["scope"], `${path}.scope`);
  const kind = checkChoice(scope["kind"], `${path}.scope.kind`, admissionKinds);
  const productGroupId = checkText(scope["productGroupId"], `${path}.scope.productGroupId`);
  const territoryId = checkText(scope["territoryId"], `${path}.scope.territoryId`);
  const segmentId = scope["segmentId"] === undefined ? undefined : checkText(scope["segmentId"], `${path}.scope.segmentId`);
  const applicationId = checkText(fields["applicationId"], `${path}.applicationId`);
  const decidedOn = parseDate(fields["decidedOn"], `${path}.decidedOn`);
  const until = fields["validUntil"] ?? null;
  return {
    applicationId,
    partyId: checkText(fields["partyId"], `${path}.partyId`),
    scope: { kind, productGroupId, territoryId, ...(segmentId !== undefined && { segmentId }) },
    status: checkChoice(fields["status"], `${path}.status`, admissionStatuses),
    decidedOn,
    validUntil: until === null ? null : parseDate(until, `${path}.validUntil`),
    due: checkList(fields["due"], `${path}.due`).map((given, i) => readDue(checkRecord(given, `${path}.due[${i}]`), `${path}.due[${i}]`)),
    key: JSON.stringify([kind, productGroupId, territoryId, segmentId ?? null]),
    order: `${decidedOn} ${applicationId}`,
  };
}

function readDue(fields: Fields, path: string): AdmissionDueDate {
  return {
    date: parseDate(fields["date"], `${path}.date`),
    event: checkChoice(fields["event"], `${path}.event`, admissionEvents),
    subject: checkText(fields["subject"], `${path}.subject`),
  };
}

const keyOf = ({ date, event, subject }: AdmissionDueDate): string => `${date} ${event} ${subject}`;

function standingOf({ status, validUntil }: Recorded, asOf: CalendarDate): QualificationStatus {
  if (status === "rejected") return "disqualified";
  if (status !== "admitted" && status !== "admitted_with_exceptions") return "in_progress";
  return validUntil !== null && asOf >= validUntil ? "lapsed" : "qualified";
}

function explain({ status, scopes, overdue }: Qualification, party: string, asOf: CalendarDate): Explanation {
  const inScopes = scopes.map(({ scope, decision, status: standing }) => {
    const { kind, productGroupId, territoryId } = scope;
    const params = { kind, productGroup: productGroupId, territory: territoryId, decision, status: standing };
    return { code: "admission.qualified_in_scope", params };
  });
  const dates = overdue.map(({ date, event, subject }) => ({ code: "admission.date_ahead", params: { date, event, subject } }));
  return { code: "admission.qualification_found", params: { party, status, asOf }, from: [...inScopes, ...dates] };
}
