/** What every answer of the incentives room must be: plain JSON, with a working that adds up and reads in both languages. */
import { catalogue } from "qudao/i18n";
import { checkExplanation, type Explanation, renderExplanation } from "qudao/kernel";
import { expect } from "vitest";

const raw = /\b(kernel|engine|entities|incentives|settlement)\.[a-z_]+|[{}?]|undefined|\[object/;

export function expectPlain(explained: { readonly outcome: unknown; readonly explanation: Explanation }): void {
  expect(JSON.parse(JSON.stringify(explained))).toStrictEqual(explained);
  expect(checkExplanation(explained.explanation)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const) {
    const said = renderExplanation(explained.explanation, { language, catalogue });
    expect(said).not.toMatch(raw);
    if (language === "zh") for (const line of said.split("\n")) expect(line).toMatch(/[\u3000-\u9fff：]/);
  }
}
