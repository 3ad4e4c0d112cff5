import { stepState } from "../engine/step-state.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, checkTexts, readSafely } from "../kernel/check.js";
import { exactNotNegative } from "../kernel/read.js";
import type { Result } from "../kernel/result.js";
import { readFlag } from "./read-order-hold.js";
import {
  type ReplacementCase,
  type ReplacementEvent,
  type ReplacementFacts,
  type ReplacementRefusal,
  type ReplacementStep,
  replacementStates,
} from "./replacement-case.js";
import { replacementLifecycle } from "./replacement-lifecycle.js";

/**
 * Offers one event to a replacement case and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * Opened → candidates listed and evaluated → replaced by a suitable one, if the opportunity cost is within the tolerance, or kept. No
 * candidate: keep and restrict. A replacement is planned, handed over and only then done; until the hand-over the member can still settle.
 *
 * @param state - Where the case stands.
 * @param event - What happened.
 * @param facts - What the host knows.
 * @returns The next state with its effects, or the refusal with every condition that failed.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @source Requirements S19-138, S19-139; gap G-22.
 *
 * @example Nobody could take over
 * ```ts
 * import { startReplacementCase, stepReplacementCase } from "qudao/credit";
 *
 * const policy = { days: 60, amount: "100000", combine: "any" as const, decideWithinDays: 30 };
 * const opened = startReplacementCase({ asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" }, policy);
 * const step = opened.ok && stepReplacementCase(opened.value.outcome, { type: "candidatesListed", asOf: "2024-05-06", candidates: [] }, {});
 * step && step.ok && [step.value.next.at, ...step.value.effects.map(({ effect }) => effect)]; // => ["kept_restricted", "restrict_supply"]
 * ```
 *
 * @since 0.1.0
 */
export function stepReplacementCase(
  state: ReplacementCase,
  event: ReplacementEvent,
  facts: ReplacementFacts,
): Result<ReplacementStep, ReplacementRefusal> {
  return readSafely("", () => stepState(replacementLifecycle, readCase(state), readEvent(event), readFacts(facts)));
}

type Look = (value: unknown, path: string) => unknown;

const orNull =
  (look: Look): Look =>
  (value, path) =>
    value === null ? null : look(value, path);

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

function readCase(state: unknown): ReplacementCase {
  const given = checkRecord(state, "state");
  checkChoice(given["at"], "state.at", replacementStates);
  const data = checkRecord(given["data"], "state.data");
  for (const [field, look] of Object.entries(DATA)) look(data[field], `state.data.${field}`);
  return state as ReplacementCase;
}

const EVENTS: { readonly [E in ReplacementEvent["type"]]: { readonly [field: string]: Look } } = {
  candidatesListed: { candidates: checkTexts },
  candidateEvaluated: { candidateId: checkText, suitable: readFlag },
  decided: {
    by: checkText,
    candidateId: checkText,
    ground: checkText,
    decision: (value, path) => checkChoice(value, path, ["replace", "keep"]),
  },
  searchEnded: {},
  handOverPlanned: { endsOn: parseDate },
  handedOver: {},
  troubleSettled: { ground: checkText },
  dayPassed: {},
};

function readEvent(event: unknown): ReplacementEvent {
  const given = checkRecord(event, "event");
  const type = checkChoice(given["type"], "event.type", Object.keys(EVENTS) as ReplacementEvent["type"][]);
  parseDate(given["asOf"], "event.asOf");
  for (const [field, look] of Object.entries(EVENTS[type])) look(given[field], `event.${field}`);
  return event as ReplacementEvent;
}

function readFacts(facts: unknown): ReplacementFacts {
  const given = checkRecord(facts, "facts");
  for (const field of ["mayDecide", "handOverComplete"]) {
    if (given[field] !== undefined && given[field] !== null) readFlag(given[field], `facts.${field}`);
  }
  return facts as ReplacementFacts;
}
