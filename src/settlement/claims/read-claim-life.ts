/**
 * Reads what the verbs of a claim's life are given.
 *
 * @internal
 */
import { at, checkChoice, checkCount, checkRecord, checkText } from "../../kernel/check.js";
import { type Read, readAboveZero, readCurrency, readDate, readNotNegative } from "../../kernel/read.js";
import { claimKinds } from "./claim.js";
import {
  type ClaimData,
  type ClaimEvent,
  type ClaimEventName,
  type ClaimLife,
  type ClaimLifeFacts,
  claimEvents,
  claimSides,
  claimStates,
} from "./claim-life.js";

const orNull =
  (read: Read<unknown>): Read<unknown> =>
  (value, path) =>
    value === null ? null : read(value, path);

/** One line per field, so that a state that lost a figure is a fault and never a claim that was not decided. */
const dataReads: { readonly [K in keyof ClaimData]-?: Read<unknown> } = {
  claimId: checkText,
  kind: (value, path) => checkChoice(value, path, claimKinds),
  memberId: checkText,
  currency: readCurrency,
  claimed: readNotNegative,
  approved: orNull(readNotNegative),
  entryId: orNull(checkText),
  paymentId: orNull(checkText),
  submissions: (value, path) => checkCount(value, path, 0, Number.MAX_SAFE_INTEGER - 1),
  ground: orNull(checkText),
  since: readDate,
  overdueOn: orNull(readDate),
  lapsesOn: orNull(readDate),
};

export const readClaimLife: Read<ClaimLife> = (value, path) => {
  const life = checkRecord(value, path);
  const state = checkChoice(life["at"], at(path, "at"), claimStates);
  const data = checkRecord(life["data"], at(path, "data"));
  for (const [field, read] of Object.entries(dataReads)) read(data[field], at(path, `data.${field}`));
  if (["approved", "partly_approved", "payable", "paid", "reversed"].includes(state))
    readAboveZero(data["approved"], at(path, "data.approved"));
  if (state === "payable" || state === "paid" || state === "reversed") checkText(data["entryId"], at(path, "data.entryId"));
  if (state === "paid") checkText(data["paymentId"], at(path, "data.paymentId"));
  return value as ClaimLife;
};

const grounded = { ground: checkText };
const eventReads: { readonly [E in ClaimEventName]: { readonly [field: string]: Read<unknown> } } = {
  dayPassed: {},
  submitted: {},
  validationBegan: {},
  informationRequested: grounded,
  informationGiven: {},
  approved: { amount: readNotNegative, ground: (value, path) => (value === undefined ? undefined : checkText(value, path)) },
  rejected: grounded,
  resubmitted: { amount: readAboveZero },
  disputed: grounded,
  disputeUpheld: {},
  disputeDismissed: grounded,
  booked: { entryId: checkText, amount: readNotNegative },
  paid: { paymentId: checkText },
  closed: {},
  reversed: grounded,
  withdrawn: grounded,
};

export const readClaimEvent: Read<ClaimEvent> = (value, path) => {
  const event = checkRecord(value, path);
  const type = checkChoice(event["type"], at(path, "type"), claimEvents);
  readDate(event["asOf"], at(path, "asOf"));
  if (type !== "dayPassed") {
    checkText(event["by"], at(path, "by"));
    checkChoice(event["side"], at(path, "side"), claimSides);
  }
  for (const [field, read] of Object.entries(eventReads[type])) read(event[field], at(path, field));
  return value as ClaimEvent;
};

/** What is null is not known. */
export const readClaimFacts: Read<ClaimLifeFacts> = (value, path) => {
  const facts = checkRecord(value, path);
  for (const field of ["decisionDays", "informationDays", "paymentDays", "resubmissionDays"] as const) {
    const days = facts[field];
    if (days !== undefined && days !== null) checkCount(days, at(path, field), 0, 36_600);
  }
  const { validation, allocationLeft } = facts;
  if (allocationLeft !== undefined && allocationLeft !== null) readNotNegative(allocationLeft, at(path, "allocationLeft"));
  if (validation !== undefined && validation !== null)
    checkChoice(validation, at(path, "validation"), ["valid", "invalid", "undetermined"]);
  return value as ClaimLifeFacts;
};
