/**
 * Reads what the verbs of a policy's life are given.
 *
 * @internal
 */

import { parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkCount, checkRecord, checkText, checkTexts } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { parsePeriod } from "../kernel/period.js";
import { readRecords } from "../kernel/read.js";
import {
  type IncentivePolicyData,
  type IncentivePolicyEvent,
  type IncentivePolicyEventName,
  type IncentivePolicyFacts,
  type IncentivePolicyLife,
  incentivePolicyEvents,
  incentivePolicyStates,
} from "./policy-life.js";

type Read = (value: unknown, path: string) => unknown;

const orNull =
  (read: Read): Read =>
  (value, path) =>
    value === null ? null : read(value, path);

const readFeedback: Read = (value, path) =>
  readRecords(value, path, (fields, place) => {
    checkText(fields["memberId"], at(place, "memberId"));
    checkText(fields["text"], at(place, "text"));
  });

/** One line per field, so that a state that lost a date is a fault and never a policy without end. */
const dataReads: { readonly [K in keyof IncentivePolicyData]-?: Read } = {
  policyId: checkText,
  version: checkText,
  start: parseDate,
  end: parseDate,
  since: parseDate,
  pending: checkTexts,
  objections: checkTexts,
  agreed: checkTexts,
  publishedOn: orNull(parseDate),
  successor: orNull(checkText),
  supersededOn: orNull(parseDate),
  reviews: (value, path) =>
    readRecords(value, path, (fields, place) => {
      parseDate(fields["date"], at(place, "date"));
      readFeedback(fields["feedback"], at(place, "feedback"));
    }),
  nextReviewOn: orNull(parseDate),
  ground: orNull(checkText),
};

export function readPolicyLife(value: unknown, path: string): IncentivePolicyLife {
  const life = checkRecord(value, path);
  const state = checkChoice(life["at"], at(path, "at"), incentivePolicyStates);
  const place = at(path, "data");
  const data = checkRecord(life["data"], place);
  for (const [field, read] of Object.entries(dataReads)) read(data[field], at(place, field));
  parsePeriod({ start: data["start"], end: data["end"] }, place);
  if (["published", "in_force", "superseded", "expired"].includes(state)) parseDate(data["publishedOn"], at(place, "publishedOn"));
  return value as IncentivePolicyLife;
}

const readTerm = (fields: { readonly [name: string]: unknown }, path: string) =>
  void parsePeriod({ start: fields["start"], end: fields["end"] }, path);

const eventReads: { readonly [E in IncentivePolicyEventName]: { readonly [field: string]: Read } } = {
  dayPassed: {},
  redrafted: { start: parseDate, end: parseDate },
  consultationOpened: { departments: checkTexts },
  opinionGiven: { department: checkText, opinion: (value, path) => checkChoice(value, path, ["agrees", "objects"]) },
  published: {},
  revised: { successor: checkText, successorStart: parseDate, ground: checkText },
  reviewed: { feedback: readFeedback },
  withdrawn: { ground: checkText },
};

export function readPolicyEvent(value: unknown, path: string): IncentivePolicyEvent {
  const event = checkRecord(value, path);
  const type = checkChoice(event["type"], at(path, "type"), incentivePolicyEvents);
  parseDate(event["asOf"], at(path, "asOf"));
  if (type !== "dayPassed") checkText(event["by"], at(path, "by"));
  for (const [field, read] of Object.entries(eventReads[type])) read(event[field], at(path, field));
  if (type === "redrafted") readTerm(event, path);
  return value as IncentivePolicyEvent;
}

/** What is null is not known. */
export function readPolicyFacts(value: unknown, path: string): IncentivePolicyFacts {
  const facts = checkRecord(value, path);
  const { noticeDays, favourable, conflicts, reviewMonths } = facts;
  if (isKnown(noticeDays)) checkCount(noticeDays, at(path, "noticeDays"), 0, 3_660);
  if (isKnown(reviewMonths)) checkCount(reviewMonths, at(path, "reviewMonths"), 1, 120);
  if (isKnown(conflicts)) checkChoice(conflicts, at(path, "conflicts"), ["none", "found"]);
  if (isKnown(favourable) && typeof favourable !== "boolean") {
    throw kernelFault("kernel.not_a_choice", at(path, "favourable"), { got: shown(favourable), want: [true, false] });
  }
  return value as IncentivePolicyFacts;
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null;
}
