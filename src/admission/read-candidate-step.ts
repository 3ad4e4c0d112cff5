/**
 * Looks at what a verb of the candidate's way was given: every field that is there must be what its name says. A field that is not there is
 * left to the guards.
 *
 * @internal
 */
import { participantKinds, trainingTopics } from "../entities/catalogue.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, checkText } from "../kernel/check.js";
import { checkAnswer, checkWithin, isAbsent } from "./candidate-fault.js";
import { candidateStages } from "./candidate-stages.js";
import { type CandidateEvent, candidateAdmissions } from "./candidate-types.js";
import { candidateDecisions } from "./evaluate-candidate.js";
import { screeningVerdicts } from "./screen-prospects.js";

type Look = (value: unknown, path: string) => unknown;
type Looks = { readonly [field: string]: Look };

const share: Look = (value, path) => checkWithin(value, path, "0", "1");
const oneOf =
  (choices: readonly string[]): Look =>
  (value, path) =>
    checkChoice(value, path, choices);
const listOf =
  (look: Look): Look =>
  (value, path) =>
    checkList(value, path).map((item, i) => look(item, `${path}[${i}]`));
const countFrom =
  (least: number): Look =>
  (value, path) =>
    checkCount(value, path, least, MOST_TESTS);

/** Most tests, and most days that an evaluation may hold: a hundred years. */
export const MOST_TESTS = 36_525;

const EVENT: Looks = {
  asOf: parseDate,
  by: checkText,
  reviewOn: parseDate,
  result: oneOf(["passed", "failed", "again"]),
  topics: listOf(oneOf(trainingTopics)),
  score: share,
  decision: oneOf(["accept", "conditional", "reject"]),
  version: checkText,
  ground: checkText,
  approver: checkText,
  until: parseDate,
};

const EVENT_TYPES = [
  "screened",
  "interviewed",
  "trained",
  "tested",
  "evaluated",
  "negotiationOpened",
  "signed",
  "rejected",
  "withdrew",
  "dayPassed",
] as const satisfies readonly CandidateEvent["type"][];

/** What a verdict may be depends on whose it is. */
const VERDICTS: { readonly [E in CandidateEvent["type"]]?: readonly string[] } = {
  screened: screeningVerdicts,
  evaluated: candidateDecisions,
};

const DATA: Looks = {
  kind: oneOf(participantKinds),
  foundOn: parseDate,
  since: parseDate,
  reviewOn: parseDate,
  competence: oneOf(["untested", "passed", "failed"]),
  testsFailed: countFrom(0),
  validUntil: parseDate,
  talksUntil: parseDate,
  decision: oneOf(["accept", "conditional", "reject"]),
  evaluatedBy: checkText,
  endedOn: parseDate,
};

const FACTS: Looks = {
  designApproved: checkAnswer,
  allowedKinds: listOf(oneOf(participantKinds)),
  mandatoryTopics: listOf(oneOf(trainingTopics)),
  minimumCompetence: share,
  maximumTests: countFrom(1),
  evaluationDays: countFrom(1),
  plan: oneOf(["drafted", "submitted", "approved", "rejected"]),
  admission: oneOf(candidateAdmissions),
  conditionsMet: checkAnswer,
  signatories: listOf(checkText),
};

function look(value: unknown, path: string, looks: Looks): void {
  const fields = checkRecord(value, path);
  for (const [field, check] of Object.entries(looks)) {
    if (!isAbsent(fields[field])) check(fields[field], `${path}.${field}`);
  }
}

export function checkCandidateState(state: unknown, path: string): void {
  const { at, data } = checkRecord(state, path);
  checkChoice(at, `${path}.at`, candidateStages);
  look(data, `${path}.data`, DATA);
}

export function checkCandidateEvent(event: unknown, path: string): void {
  const { type, verdict } = checkRecord(event, path);
  const verdicts = VERDICTS[checkChoice(type, `${path}.type`, EVENT_TYPES)];
  look(event, path, EVENT);
  if (verdicts !== undefined && !isAbsent(verdict)) checkChoice(verdict, `${path}.verdict`, verdicts);
}

export function checkCandidateStepFacts(facts: unknown, path: string): void {
  look(facts, path, FACTS);
}
