/**
 * Reads what the verbs of a dispute are given.
 *
 * @internal
 */
import { parseDate } from "../../kernel/calendar-date.js";
import { at, checkChoice, checkCount, checkRecord, checkText } from "../../kernel/check.js";
import { parseMoney } from "../../kernel/money.js";
import { choiceOf, type FieldReaders, type Read, readDate, readDecimal, readText, readTexts, recordOf } from "../../kernel/read.js";
import {
  type Dispute,
  type DisputeData,
  type DisputeEvent,
  type DisputeEventName,
  type DisputeFacts,
  disputeEvents,
  disputeStates,
} from "./dispute.js";

const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path);

export const readSide = choiceOf(["member", "manufacturer"]);

/** One line per field, so that a state that lost a date is a fault and never a dispute without end. */
const dataReads: FieldReaders<DisputeData> = {
  disputeId: readText,
  memberId: readText,
  entryId: readText,
  raisedBy: readSide,
  reason: readText,
  amount: parseMoney,
  contested: readDecimal,
  correction: orNull(readDecimal),
  corrected: readDecimal,
  correctionIds: readTexts,
  since: readDate,
  respondBy: orNull(readDate),
  lateOn: orNull(readDate),
  appealBy: orNull(readDate),
  finalOn: orNull(readDate),
  ground: orNull(readText),
};

const readData = recordOf<DisputeData>(dataReads);

/** States that must know their next day. */
const dated: { readonly [state: string]: keyof DisputeData } = {
  raised: "lateOn",
  acknowledged: "lateOn",
  accepted: "correction",
  refused: "finalOn",
  partly_accepted: "finalOn",
};

export const readDispute: Read<Dispute> = (value, path) => {
  const given = checkRecord(value, path);
  const state = checkChoice(given["at"], at(path, "at"), disputeStates);
  const place = at(path, "data");
  const data = readData(given["data"], place);
  const needed = dated[state];
  if (needed !== undefined) (needed === "correction" ? readDecimal : readDate)(data[needed], at(place, needed));
  return { at: state, data };
};

const eventReads: { readonly [E in DisputeEventName]: { readonly [field: string]: Read<unknown> } } = {
  dayPassed: {},
  acknowledged: {},
  accepted: {},
  partlyAccepted: { amount: readDecimal, ground: checkText },
  refused: { ground: checkText },
  corrected: { entryId: checkText },
  escalated: {},
  withdrawn: {},
};

export const readDisputeEvent: Read<DisputeEvent> = (value, path) => {
  const event = checkRecord(value, path);
  const type = checkChoice(event["type"], at(path, "type"), disputeEvents);
  parseDate(event["asOf"], at(path, "asOf"));
  if (type !== "dayPassed") {
    checkText(event["by"], at(path, "by"));
    readSide(event["side"], at(path, "side"));
  }
  for (const [field, read] of Object.entries(eventReads[type])) read(event[field], at(path, field));
  return value as DisputeEvent;
};

/** What is null is not known. */
export const readDisputeFacts: Read<DisputeFacts> = (value, path) => {
  const facts = checkRecord(value, path);
  for (const name of ["responseDays", "appealDays"] as const) {
    if (facts[name] !== undefined && facts[name] !== null) checkCount(facts[name], at(path, name), 0, 3_660);
  }
  return value as DisputeFacts;
};
