/**
 * Looks once at what a caller gave, so that guards and updates only compare: every field that is there must be what it says it is.
 * One that is absent or null is not known, which is a matter of the guards.
 *
 * @internal
 */
import { agreementKinds } from "../entities/catalogue.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import { compareDecimals, parseDecimal } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, kernelFault, shown } from "../kernel/fault.js";
import { checkDay } from "./check-day.js";
import { noticeMonths } from "./compute-notice.js";
import { exitGrounds } from "./exit-ground.js";
import { lifecycleFaultMessages } from "./fault-messages.js";
import type { MemberEvent } from "./member-event.js";
import type { MemberFacts } from "./member-policy.js";
import type { MemberData, MemberState } from "./member-state.js";
import { memberWords } from "./member-words.js";
import { parseExposure, parseScope } from "./suspension-scope.js";

/** Throws the fault of a value that is not of its kind. */
type Check = (value: unknown, path: string) => unknown;
type Checks<F extends string> = { readonly [field in F]: Check };

/** Words that may be empty: a ground that says nothing is a guard's matter. */
const words: Check = (value, path) => {
  if (typeof value !== "string") throw kernelFault("kernel.not_text", path, { got: shown(value) });
};
const flag: Check = (value, path) => {
  if (typeof value !== "boolean") throw kernelFault("kernel.not_a_choice", path, { got: shown(value), want: [true, false] });
};
const date: Check = parseDate;
const text: Check = checkText;
const decimal: Check = (value, path) => parseDecimal(value as string, path);
const least =
  (from: number): Check =>
  (value, path) =>
    checkCount(value, path, from, Number.MAX_SAFE_INTEGER);
/** Days and months that can be added to a date. */
const span =
  (from: number, most: number): Check =>
  (value, path) =>
    checkCount(value, path, from, most);
const oneOf =
  (...choices: readonly string[]): Check =>
  (value, path) =>
    checkChoice(value, path, choices);
const listOf =
  (item: Check): Check =>
  (value, path) =>
    checkList(value, path).forEach((one, i) => void item(one, `${path}[${i}]`));
const recordOf =
  (checks: Checks<string>): Check =>
  (value, path) =>
    checkFields(checkRecord(value, path), checks, path);
const dateOrOpen: Check = (value, path) => (value === "open" ? value : parseDate(value, path));

const texts = listOf(text);
const ground = oneOf(...exitGrounds);
const breach = recordOf({ id: text, kind: text, date, disputed: flag });
const waiver = recordOf({ rule: words, approver: words });
const reason = recordOf({ on: date, ground: words, evidence: texts });
const lifecycleFault: FaultMaker<keyof typeof lifecycleFaultMessages> = faultsOf(lifecycleFaultMessages);
const decimals = recordOf({ floor: decimal, recovery: decimal });
/** A recovery below the floor would end the count of a review that adds to it. */
const floor: Check = (value, path) => {
  decimals(value, path);
  const { floor: least, recovery } = value as { readonly [field: string]: string | null | undefined };
  if (least === undefined || least === null || recovery === undefined || recovery === null) return;
  if (compareDecimals(recovery, least) < 0)
    throw lifecycleFault("lifecycle.recovery_below_floor", `${path}.recovery`, { got: recovery, floor: least });
};
const verdict = oneOf(
  "admitted",
  "admitted_with_exceptions",
  "information_requested",
  "qualified_no_vacancy",
  "special_evaluation",
  "rejected",
);

type EventField = MemberEvent extends infer E ? (E extends unknown ? keyof E & string : never) : never;

const eventChecks: Checks<Exclude<EventField, "type">> = {
  asOf: checkDay,
  missing: texts,
  verdict,
  ground: words,
  exceptions: listOf(waiver),
  exception: waiver,
  agreementId: text,
  kind: oneOf(...agreementKinds),
  start: date,
  end: dateOrOpen,
  until: date,
  approver: words,
  reviewId: text,
  score: decimal,
  grade: text,
  sales: decimal,
  passed: flag,
  breach,
  breachId: text,
  upheld: flag,
  agreement: recordOf({ agreementId: words, signedOn: date, start: date, end: date }),
  cause: words,
  planId: words,
  verifier: words,
  by: text,
  scope: parseScope,
  reportId: text,
  to: oneOf("good", "watch"),
  exposure: parseExposure,
  exitOn: date,
  agreedBy: listOf(oneOf("maker", "member")),
  item: text,
  result: words,
};

const dataChecks: Checks<keyof MemberData> = {
  id: text,
  since: date,
  previousId: text,
  jurisdiction: text,
  origin: oneOf("direct", "nominated", "special_evaluation", "former_trial", "former_member"),
  nominatorId: text,
  exceptions: listOf(waiver),
  breaches: listOf(breach),
  agreementId: text,
  agreementKind: oneOf(...agreementKinds),
  agreementStart: date,
  agreementEnd: date,
  memberSince: checkDay,
  trialEnd: date,
  extensions: least(0),
  performance: oneOf("none", "good", "poor"),
  makerEvaluation: oneOf("none", "passed", "failed"),
  nextReviewOn: date,
  lastReview: oneOf("none", "fair", "bad"),
  badReviews: texts,
  reviewsBelow: least(0),
  baseLevel: oneOf("distributor", "agent"),
  standingReason: reason,
  remediation: oneOf("none", "open", "accepted"),
  failedChecks: least(0),
  remediationDue: date,
  verifier: text,
  suspendedScopes: listOf(parseScope),
  suspensionCauses: texts,
  suspensionMinimum: date,
  suspensionLimit: date,
  exitKind: oneOf("notice", "elimination", "cause", "expiry"),
  exitReason: reason,
  exitOn: date,
  noticeEnds: date,
  openItems: texts,
  closedItems: listOf(recordOf({ item: text, closedOn: date, result: words })),
};

const factChecks: Checks<keyof MemberFacts> = {
  promotionScore: decimal,
  trialSalesMinimum: decimal,
  trialExtensions: least(0),
  breachTolerance: least(0),
  reviewMonths: span(1, 1200),
  badGrades: texts,
  badReviewsInRow: least(2),
  badReviewAction: oneOf("warning", "remediation", "demotion", "elimination"),
  levelFloors: recordOf({ agent: floor, strategic_partner: floor }),
  demotionReviews: least(1),
  remediationCauses: texts,
  remediationDays: span(0, 36_500),
  remediationAttempts: least(1),
  remediationOwner: text,
  suspensionCauses: texts,
  suspensionMinimumDays: span(0, 36_500),
  suspensionMostDays: span(0, 36_500),
  safetyOwner: text,
  strategicSafetyMonths: span(0, 1200),
  noticeSteps: (value, path) => noticeMonths(0, value, path.replace(/\.noticeSteps$/, "")),
  noticeEndsOn: oneOf("same_day", "month_end"),
  immediateGrounds: listOf(ground),
  supplyDuringNotice: flag,
  ownExitItems: texts,
  missingDocuments: texts,
  missingClauses: texts,
  trainingOpen: texts,
  authorizationInForce: flag,
  agentAdmission: verdict,
  rivalAgents: texts,
  qualityStable: flag,
  serviceStable: flag,
  riskAnalysisApproved: flag,
  productAnalysisApproved: flag,
  openCauses: texts,
  establishedGrounds: listOf(ground),
  exitImpactOn: date,
};

const eventTypes = Object.keys(memberWords);
const eventFields = Object.entries(eventChecks);
const dataFields = Object.entries(dataChecks);
const factFields = Object.entries(factChecks);

export function checkEvent(event: unknown): MemberEvent {
  return readSafely("event", () => {
    const given = checkRecord(event, "event");
    checkChoice(given["type"], "event.type", eventTypes);
    checkDay(given["asOf"], "event.asOf");
    checkAll(given, eventFields, "event");
    return given as unknown as MemberEvent;
  });
}

/** The places in the regions are the machine's to check. */
export function checkState(state: unknown, path = "state"): MemberState {
  return readSafely(path, () => {
    const given = checkRecord(state, path);
    checkRecord(given["at"], `${path}.at`);
    checkAll(checkRecord(given["data"], `${path}.data`), dataFields, `${path}.data`);
    return given as unknown as MemberState;
  });
}

export function checkFacts(facts: unknown, path = "facts"): MemberFacts {
  return readSafely(path, () => {
    const given = checkRecord(facts, path);
    checkAll(given, factFields, path);
    const { suspensionMinimumDays: least, suspensionMostDays: most } = given as MemberFacts;
    if (typeof least === "number" && typeof most === "number" && least >= most) {
      throw lifecycleFault("lifecycle.suspension_endless", `${path}.suspensionMinimumDays`, { least, most });
    }
    return given as MemberFacts;
  });
}

function checkFields(given: Fields, checks: Checks<string>, path: string): void {
  checkAll(given, Object.entries(checks), path);
}

function checkAll(given: Fields, checks: readonly (readonly [string, Check])[], path: string): void {
  for (const [field, check] of checks) {
    const value = given[field];
    if (value !== undefined && value !== null) check(value, `${path}.${field}`);
  }
}

/** Whether words say something. */
export function isSaid(said: unknown): boolean {
  return typeof said === "string" && said.trim() !== "";
}
