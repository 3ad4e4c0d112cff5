/**
 * Looks at what the verbs of a replacement case were given.
 *
 * @internal
 */
import { checkBoolean } from "../engine/fact-reader.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, checkTexts } from "../kernel/check.js";
import { exactNotNegative } from "../kernel/read.js";
import { orNull } from "./reading.js";
import { type ReplacementCase, type ReplacementEvent, type ReplacementFacts, replacementStates } from "./replacement-case.js";

type Look = (value: unknown, path: string) => unknown;

const DATA: { readonly [F in keyof ReplacementCase["data"]]: Look } = {
  memberId: checkText,
  overdueDays: (value, path) => checkCount(value, path, 0, Number.MAX_SAFE_INTEGER),
  overdueAmount: exactNotNegative,
  candidates: checkTexts,
  suitable: checkTexts,
  successorId: orNull(checkText),
  decideBy: orNull(parseDate),
  handOverBy: orNull(parseDate),
  ground: orNull(checkText),
  since: parseDate,
};

export function readReplacementCase(state: unknown, path: string): ReplacementCase {
  const given = checkRecord(state, path);
  checkChoice(given["at"], `${path}.at`, replacementStates);
  const data = checkRecord(given["data"], `${path}.data`);
  for (const [field, look] of Object.entries(DATA)) look(data[field], `${path}.data.${field}`);
  return state as ReplacementCase;
}

const EVENTS: { readonly [E in ReplacementEvent["type"]]: { readonly [field: string]: Look } } = {
  candidatesListed: { candidates: checkTexts },
  candidateEvaluated: { candidateId: checkText, suitable: checkBoolean },
  decided: {
    by: checkText,
    candidateId: checkText,
    ground: checkText,
    decision: (value, path) => checkChoice(value, path, ["replace", "keep"]),
  },
  searchEnded: {},
  handOverPlanned: { endsOn: parseDate },
  handedOver: {},
  successorLost: { ground: checkText },
  troubleSettled: { ground: checkText },
  dayPassed: {},
};

export function readReplacementEvent(event: unknown, path: string): ReplacementEvent {
  const given = checkRecord(event, path);
  const type = checkChoice(given["type"], `${path}.type`, Object.keys(EVENTS) as ReplacementEvent["type"][]);
  parseDate(given["asOf"], `${path}.asOf`);
  for (const [field, look] of Object.entries(EVENTS[type])) look(given[field], `${path}.${field}`);
  return event as ReplacementEvent;
}

export function readReplacementFacts(facts: unknown, path: string): ReplacementFacts {
  const given = checkRecord(facts, path);
  for (const field of ["mayDecide", "handOverComplete"]) {
    if (given[field] !== undefined && given[field] !== null) checkBoolean(given[field], `${path}.${field}`);
  }
  return facts as ReplacementFacts;
}
