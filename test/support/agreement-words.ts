/** Every text of an answer, in both languages, to be looked through for what a reader must not see. */

import { catalogue } from "qudao/i18n";
import { type Explanation, type Language, type Message, renderExplanation, renderMessage } from "qudao/kernel";

const RAW = /\b(agreements|engine|kernel|entities)\.[a-z_]+|\bundefined\b|\[object|\{"|\?/;

/** Lines that show a code, a bare record or an unfilled place. */
export function rawLines(explanation: Explanation): readonly string[] {
  return (["en", "zh"] as const).flatMap((language: Language) =>
    renderExplanation(explanation, { language, catalogue })
      .split("\n")
      .filter((line) => RAW.test(line) || (language === "zh" && !/\p{Script=Han}/u.test(line))),
  );
}

/** The same for messages. */
export function rawMessages(messages: readonly Message[]): readonly string[] {
  return (["en", "zh"] as const).flatMap((language) =>
    messages.map((message) => renderMessage(message, language, catalogue)).filter((line) => RAW.test(line)),
  );
}
