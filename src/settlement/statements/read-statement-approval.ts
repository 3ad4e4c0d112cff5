/**
 * Reads what the verbs of the approval of statements are given.
 *
 * @internal
 */
import { parseDate } from "../../kernel/calendar-date.js";
import { at, checkChoice, checkCount, checkRecord, checkText } from "../../kernel/check.js";
import { kernelFault } from "../../kernel/fault.js";
import { parsePeriod } from "../../kernel/period.js";
import { choiceOf, type Read, readDate, readText, recordOf, someOf, uniqueBy } from "../../kernel/read.js";
import {
  type StatementApproval,
  type StatementApprovalData,
  type StatementApprovalEvent,
  type StatementApprovalEventName,
  type StatementApprovalFacts,
  type StatementApprovalSignature,
  statementApprovalEvents,
  statementApprovalStates,
} from "./statement-approval.js";

const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path) =>
    value === null ? null : read(value, path);

export const readSilence = choiceOf(["confirms", "reminds"]);

const readSide = choiceOf(["member", "manufacturer"]);

const readSignature = recordOf<StatementApprovalSignature>({ level: readText, by: readText, on: orNull(readDate) });

/** One line per field, so that a state that lost a date is a fault and never a statement that waits for ever. */
const readData = recordOf<StatementApprovalData>({
  statementId: readText,
  accountId: readText,
  period: parsePeriod,
  preparedBy: readText,
  approvals: uniqueBy("by", uniqueBy("level", someOf(readSignature))),
  silence: readSilence,
  since: readDate,
  approvedOn: orNull(readDate),
  answerBy: orNull(readDate),
  silentOn: orNull(readDate),
  confirmedOn: orNull(readDate),
  ground: orNull(readText),
  successorId: orNull(readText),
});

export const readStatementApproval: Read<StatementApproval> = (value, path) => {
  const given = checkRecord(value, path);
  const state = checkChoice(given["at"], at(path, "at"), statementApprovalStates);
  const place = at(path, "data");
  const data = readData(given["data"], place);
  if (state === "sent") readDate(data.answerBy, at(place, "answerBy"));
  if (state === "approved" || state === "sent") readDate(data.approvedOn, at(place, "approvedOn"));
  if (state === "drafted" && data.approvals.every(({ on }) => on !== null)) throw kernelFault("kernel.missing", at(place, "approvals"), {});
  return { at: state, data };
};

const eventReads: { readonly [E in StatementApprovalEventName]: { readonly [field: string]: Read<unknown> } } = {
  dayPassed: {},
  approved: {},
  sent: {},
  confirmed: {},
  objected: { ground: checkText },
  replaced: { successorId: checkText },
};

export const readStatementApprovalEvent: Read<StatementApprovalEvent> = (value, path) => {
  const event = checkRecord(value, path);
  const type = checkChoice(event["type"], at(path, "type"), statementApprovalEvents);
  parseDate(event["asOf"], at(path, "asOf"));
  if (type !== "dayPassed") {
    checkText(event["by"], at(path, "by"));
    readSide(event["side"], at(path, "side"));
  }
  for (const [field, read] of Object.entries(eventReads[type])) read(event[field], at(path, field));
  return value as StatementApprovalEvent;
};

/** What is null is not known. */
export const readStatementApprovalFacts: Read<StatementApprovalFacts> = (value, path) => {
  const facts = checkRecord(value, path);
  const { answerDays } = facts;
  if (answerDays !== undefined && answerDays !== null) checkCount(answerDays, at(path, "answerDays"), 0, 3_660);
  return value as StatementApprovalFacts;
};
