import { catalogue } from "qudao/i18n";
import { checkExplanation, type Explained, type Explanation, type Result, renderExplanation } from "qudao/kernel";
import { expect } from "vitest";

const raw = /\b(kernel|engine|entities|profit-sharing)\.[a-z_]+|[{}?]|undefined|\[object/;

/** Fails where a message has no words in a language. */
function expectSayable(explanation: Explanation): void {
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(raw);
  }
}

/** The outcome, after checking what every answer promises: the working adds up, both languages have words, JSON changes nothing. */
export function outcomeOf<T>(answer: Explained<T>): T {
  expect(checkExplanation(answer.explanation)).toStrictEqual([]);
  expectSayable(answer.explanation);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer.outcome;
}

/** The outcome, after checking only that the working adds up: for thousands of cases, where words take the most time. */
export function figureOf<T, P>(answer: Explained<T> | Result<Explained<T>, P>): T {
  if ("ok" in answer && !answer.ok) throw new Error(`a problem: ${JSON.stringify(answer.problem)}`);
  const { outcome, explanation } = "ok" in answer ? answer.value : answer;
  expect(checkExplanation(explanation)).toStrictEqual([]);
  return outcome;
}

/** The same for a result that must be an answer. */
export function answerOf<T, P>(result: Result<Explained<T>, P>): T {
  if (!result.ok) throw new Error(`a problem: ${JSON.stringify(result.problem)}`);
  return outcomeOf(result.value);
}

/** The problem that a result must be, after checking that it has words. */
export function problemOf<P extends { readonly code: string; readonly params: object }>(result: Result<unknown, P>): P {
  if (result.ok) throw new Error(`an answer: ${JSON.stringify(result.value)}`);
  expectSayable(result.problem as never);
  expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
  return result.problem;
}

export const cents = { decimals: 2, mode: "half_up" } as const;
