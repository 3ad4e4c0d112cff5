/**
 * Reads what the verbs of an agreement's life are given, and names in effects what whoever carries them out must know.
 *
 * @internal
 */
import { type RuleVerdict, ruleVerdicts } from "../engine/combine-findings.js";
import type { Effect } from "../engine/state-table.js";
import type { Agreement } from "../entities/agreement.js";
import { agreementKinds, clauseKinds, staffRoles } from "../entities/catalogue.js";
import { parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkCount, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import type { MessageParams } from "../kernel/message.js";
import { parsePeriod } from "../kernel/period.js";
import { readTexts } from "../kernel/read.js";
import type { AgreementOutline, OutlinedEvent } from "./agreement-guards.js";
import {
  type AgreementEffect,
  type AgreementEvent,
  type AgreementEventName,
  type AgreementLife,
  type AgreementLifeData,
  type AgreementLifeFacts,
  type AgreementStep,
  agreementActs,
  agreementStates,
} from "./agreement-life.js";
import { expiringFromOf, termOf } from "./agreement-term.js";
import { survivingOf } from "./clause-catalogue.js";
import { grantedCredit } from "./granted-credit.js";
import { readAgreement, readEach, readFlag, readNotice, readOptional } from "./read-agreement.js";
import { countedFrom } from "./relocated.js";

type Read = (value: unknown, path: string) => unknown;
type Reads<T> = { readonly [K in keyof T]-?: Read };

const orNull =
  (read: Read): Read =>
  (value, path) =>
    value === null ? null : read(value, path);
const oneOf =
  (...choices: readonly string[]): Read =>
  (value, path) =>
    checkChoice(value, path, choices);
const span: Read = (value, path) => checkCount(value, path, 1, Number.MAX_SAFE_INTEGER);
const verdict = oneOf(...(ruleVerdicts satisfies readonly RuleVerdict[]));

/** One line per field, so that a state that lost a date is a fault and never a term without end. */
const dataReads: Reads<AgreementLifeData> = {
  agreementId: checkText,
  kind: oneOf(...agreementKinds),
  start: parseDate,
  end: orNull(parseDate),
  expiringFrom: orNull(parseDate),
  notice: orNull(readNotice),
  windowDays: orNull(span),
  automaticMonths: orNull(span),
  renewal: oneOf("none", "automatic", "agreed", "refused"),
  credit: oneOf("not_granted", "agreed", "terms_missing"),
  jurisdiction: orNull(checkText),
  survivingClauses: (value, path) => readEach(value, path, oneOf(...clauseKinds)),
  since: parseDate,
  drafters: readTexts,
  approvedBy: orNull(checkText),
  signedBy: orNull(checkText),
  evidenceId: orNull(checkText),
  terminatesOn: orNull(parseDate),
  successorId: orNull(checkText),
  ground: orNull(checkText),
};

/** Where an agreement stands, checked. */
export function readLife(value: unknown, path: string): AgreementLife {
  return readSafely(path, () => {
    const life = checkRecord(value, path);
    checkChoice(life["at"], at(path, "at"), agreementStates);
    const place = at(path, "data");
    const data = checkRecord(life["data"], place);
    for (const [field, read] of Object.entries(dataReads)) read(data[field], at(place, field));
    const { kind, start, end, renewal, automaticMonths, windowDays } = data as unknown as AgreementLifeData;
    if (end !== null) parsePeriod({ start, end }, place);
    else if (kind === "trial") parseDate(end, at(place, "end"));
    if (renewal === "automatic") {
      span(automaticMonths, at(place, "automaticMonths"));
      span(windowDays, at(place, "windowDays"));
    }
    return value as AgreementLife;
  });
}

const eventReads: { readonly [E in AgreementEventName]: { readonly [field: string]: Read } } = {
  dayPassed: {},
  redrafted: { agreement: readAgreement },
  submitted: {},
  approved: {},
  returned: { ground: checkText },
  negotiationOpened: {},
  sentForSignature: {},
  signed: {},
  amended: { agreement: readAgreement },
  suspended: { ground: checkText },
  resumed: {},
  noticeGiven: { ground: checkText },
  noticeWithdrawn: {},
  renewalAgreed: { successorId: checkText },
  terminated: { ground: checkText, basis: oneOf("cause", "consent") },
  cancelled: { ground: checkText },
};

/** Events that need authority, and so a role. */
const AUTHORIZED: readonly AgreementEventName[] = [
  "approved",
  "negotiationOpened",
  "signed",
  "amended",
  "suspended",
  "resumed",
  "renewalAgreed",
  "terminated",
];

const eventNames = Object.keys(eventReads) as readonly AgreementEventName[];

/** What happened, checked, its agreement put in short. */
export function readEvent(value: unknown, path: string): OutlinedEvent {
  return readSafely(path, () => {
    const event = checkRecord(value, path);
    const type = checkChoice(event["type"], at(path, "type"), eventNames);
    parseDate(event["asOf"], at(path, "asOf"));
    if (type !== "dayPassed") checkText(event["by"], at(path, "by"));
    if (AUTHORIZED.includes(type)) checkChoice(event["role"], at(path, "role"), staffRoles);
    readOptional(event, "evidenceId", path, checkText);
    for (const [field, read] of Object.entries(eventReads[type])) read(event[field], at(path, field));
    return outlined(value as AgreementEvent, path);
  });
}

function outlined(event: AgreementEvent, path: string): OutlinedEvent {
  const written = { evidenceId: ("evidenceId" in event ? event.evidenceId : undefined) ?? null };
  if (event.type !== "redrafted" && event.type !== "amended") return { ...event, ...written } as OutlinedEvent;
  const { agreement, ...rest } = event;
  const outline = outlineOf(agreement, at(path, "agreement"));
  const { agreementId, kind, end, credit } = outline;
  return { ...rest, ...written, agreementId, agreementKind: kind, agreementEnd: end, agreementCredit: credit, outline };
}

/** What follows from the text of an agreement for its life. */
export function outlineOf(agreement: Agreement, path: string): AgreementOutline {
  const term = termOf(agreement, path);
  const automaticMonths = term.end === null ? null : (term.renewal?.automaticMonths ?? null);
  return {
    agreementId: agreement.id,
    kind: agreement.kind,
    start: term.start,
    end: term.end,
    expiringFrom: countedFrom(at(path, "end"), () => expiringFromOf(term)),
    notice: term.notice === null ? null : { count: term.notice.count, unit: term.notice.unit },
    windowDays: term.renewal?.windowDays ?? null,
    automaticMonths,
    renewal: automaticMonths === null ? "none" : "automatic",
    credit: grantedCredit(agreement),
    jurisdiction: agreement.jurisdiction ?? null,
    survivingClauses: survivingOf(agreement.clauses),
  };
}

const factReads: Reads<AgreementLifeFacts> = {
  authorities: (value, path) => readEach(value, path, readAuthority),
  planApproved: readFlag,
  clauses: verdict,
  conflicts: oneOf("none", "found", "unknown"),
  authorization: verdict,
  parties: verdict,
  cause: oneOf("established", "disputed", "none"),
  causeCleared: readFlag,
  successor: oneOf(...agreementStates),
  acceptedOrders: oneOf("deliver", "cancel"),
};

/** What the host knows, checked: what is null is not known. */
export function readLifeFacts(value: unknown, path: string): AgreementLifeFacts {
  return readSafely(path, () => {
    const facts = checkRecord(value, path);
    for (const [field, read] of Object.entries(factReads)) {
      if (facts[field] !== null) readOptional(facts, field, path, read);
    }
    return value as AgreementLifeFacts;
  });
}

const readAuthority: Read = (value, path) => {
  const authority: Fields = checkRecord(value, path);
  checkChoice(authority["role"], at(path, "role"), staffRoles);
  readEach(authority["acts"], at(path, "acts"), oneOf(...agreementActs));
  readOptional(authority, "kinds", path, (kinds, place) => readEach(kinds, place, oneOf(...agreementKinds)));
  return value;
};

/** What the table cannot know: the agreement that an effect is about, its law, its clauses, the host's word on accepted orders. */
export function withNames(step: AgreementStep, facts: AgreementLifeFacts): AgreementStep {
  if (step.effects.length === 0) return step;
  const { agreementId, kind, jurisdiction, survivingClauses, successorId, end } = step.next.data;
  const more: { readonly [F in AgreementEffect]?: MessageParams } = {
    tell_member_life: { kind, end },
    stop_new_orders: { acceptedOrders: facts.acceptedOrders ?? null },
    decide_before_end: { kind, end },
    supersede: { successorId },
    keep_surviving_clauses: { clauses: survivingClauses },
    review_compensation: { kind, jurisdiction },
  };
  const named = ({ effect, params }: Effect<AgreementEffect>): Effect<AgreementEffect> => ({
    effect,
    params: { agreementId, ...params, ...more[effect] },
  });
  return { ...step, effects: step.effects.map(named) };
}
