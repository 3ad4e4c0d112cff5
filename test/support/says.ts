import { catalogue } from "qudao/i18n";
import { type Explanation, type Language, type Message, renderExplanation, renderMessage } from "qudao/kernel";
import { expect } from "vitest";

/** What an explanation says in a language, line by line. */
export function lines(explanation: Explanation, language: Language = "en"): readonly string[] {
  return renderExplanation(explanation, { language, catalogue })
    .split("\n")
    .map((line) => line.trim());
}

/** Fails where an explanation shows a code or a parameter that is not there, in either language. */
export function expectWords(explanation: Explanation): void {
  for (const language of ["en", "zh"] as const) {
    for (const line of lines(explanation, language)) {
      expect(line).not.toMatch(/\b(admission|engine|kernel|entities)\.[a-z_]/);
      expect(line).not.toMatch(/\?|undefined|\[object/);
      if (language === "zh") expect(line).toMatch(/[\u3400-\u9fff]/);
    }
  }
}

/** One message in a language. */
export function say(message: Message, language: Language = "en"): string {
  return renderMessage(message, language, catalogue);
}
