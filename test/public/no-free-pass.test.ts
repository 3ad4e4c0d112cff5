/** Arbitrary JSON in the place of an argument is never taken for an answer, and above all never for a pass. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someJson } from "../support/altered.js";
import { recordCalls } from "../support/recorded-calls.js";

const { functions, fresh } = await recordCalls();
const values = fc.sample(someJson, { seed: 20240101, numRuns: 200 });

/** Parsers answer what is wrong, as `test/schemas` asks; arithmetic takes text; a kit takes a machine as it is written. */
const ASKED_ELSEWHERE = /^(kernel|schemas)\.|^engine\.machineKit/;

interface Answered {
  readonly value: unknown;
  readonly answer: unknown;
  /** The answer to the same call where nothing at all is known. */
  readonly toNothing: unknown;
}
type Harmless = (answered: Answered) => boolean;

/** What is unknown to a verb whose facts may be lacking counts as nothing known: what needs a fact is not allowed, met or done by it. */
const asNothing: Harmless = ({ answer, toNothing }) => JSON.stringify(answer) === JSON.stringify(toNothing);
const complains: Harmless = ({ answer }) => Array.isArray(answer) && answer.length > 0;
/** Nothing is asked, so nothing is answered. */
const ofNone: Harmless = ({ value, answer }) => isEmpty(value) && isEmpty(answer);

/** The arguments that may hold anything of the kind, and why that is no pass. */
const harmless: { readonly [argument: string]: Harmless } = {
  "admission.checkAdmissionPolicy 0": complains,
  "admission.checkAdmissionPolicy 1": complains,
  "admission.checkPartnerScorecard 0": complains,
  "admission.evaluateAdmissions 0": ofNone,
  "admission.findCandidateEvents 1": asNothing,
  // where nothing is agreed, nothing is measured by it
  "admission.measureCandidate 1": ({ value }) => value === null,
  "agreements.availableAgreementEvents 1": asNothing,
  "credit.findOrderHoldEvents 1": asNothing,
  "credit.findReplacementEvents 1": asNothing,
  "credit.stepReplacementCase 2": asNothing,
  "engine.askRules 0": ({ value, answer }) =>
    isEmpty(value) && (answer as readonly { readonly status: string }[]).every(({ status }) => status === "unmet"),
  "engine.askRules 1": asNothing,
  "engine.askRules 2": asNothing,
  "engine.askRulesOfMany 0": ({ value, answer }) => isEmpty(value) && (answer as readonly unknown[]).every(isEmpty),
  "engine.askRulesOfMany 1": ofNone,
  "engine.askRulesOfMany 2": asNothing,
  "engine.availableEvents 2": asNothing,
  "engine.checkProcedure 0": complains,
  // no rules at all are a sound list
  "engine.checkRules 0": (answered) => complains(answered) || ofNone(answered),
  "engine.checkRules 1": complains,
  "engine.checkScorecard 0": complains,
  "engine.checkTierSchedule 0": complains,
  // nothing is required, so nothing is in the way
  "engine.combineFindings 0": ({ value }) => isEmpty(value),
  "engine.explainFindings 0": ofNone,
  "engine.listNeeded 0": ofNone,
  "engine.planDates 2": asNothing,
  "engine.reviewProcedure 2": asNothing,
  "engine.scoreField 0": ofNone,
  "entities.checkSaleLine 0": complains,
  "incentives.availableIncentivePolicyEvents 1": asNothing,
  "incentives.checkProgramme 0": complains,
  "incentives.stepIncentivePolicy 2": asNothing,
  "lifecycle.availableMemberEvents 1": asNothing,
  "lifecycle.checkTrialStage 0": asNothing,
  "lifecycle.listExitGrounds 1": asNothing,
  "lifecycle.stepMember 2": asNothing,
  "performance.checkPeriodEvaluated 0": asNothing,
  "settlement.accumulate 1": ({ answer }) => (answer as { readonly accepted: number }).accepted === 0,
  "settlement.availableClaimEvents 1": asNothing,
  "settlement.availableDisputeEvents 1": asNothing,
  "settlement.availableStatementApprovalEvents 1": asNothing,
  "settlement.findClaimDuplicates 0": ofNone,
  "settlement.findDueDisputes 1": asNothing,
  "settlement.stepClaim 2": asNothing,
  "settlement.stepDispute 2": asNothing,
  "settlement.stepStatementApproval 2": asNothing,
};

const asked = functions.filter(({ name, calls }) => calls.length > 0 && !ASKED_ELSEWHERE.test(name));
const answering = new Set<string>();

describe.each(asked.map((one) => [one.name, one] as const))("%s()", (name, { call, calls }) => {
  test("takes no arbitrary JSON for an answer that a caller could act on", async () => {
    const taken: string[] = [];
    for (const { args, place } of calls.slice(0, 2)) {
      for (let i = 0; i < args.length; i++) {
        const argument = `${name} ${i}`;
        const ask = (value: unknown) => answerOf(() => call(...fresh(args.map((arg, j) => (j === i ? value : arg)))));
        const toNothing = await ask({});
        for (const value of values) {
          const answer = await ask(value);
          if (answer === undefined || (answer as { readonly ok?: unknown } | null)?.ok === false) continue;
          answering.add(argument);
          if (harmless[argument]?.({ value, answer, toNothing }) !== true) taken.push(`${argument} of ${place}: ${JSON.stringify(value)}`);
        }
      }
    }
    expect(taken).toStrictEqual([]);
  });
});

test("every argument that is excused is one that may hold anything", () => {
  expect(Object.keys(harmless).filter((argument) => !answering.has(argument))).toStrictEqual([]);
});

/** The answer, or `undefined` where the call ends in a fault, as `hostile-inputs` asks. */
async function answerOf(ask: () => unknown): Promise<unknown> {
  try {
    return (await ask()) ?? null;
  } catch {
    return undefined;
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
