/** Finds what an answer could not say to a reader: messages without words, placeholders without values, codes in a rendered text. */
import { type Catalogue, checkExplanation, type Explanation, type Language, type Message, renderMessage } from "qudao/kernel";
import { isPlain } from "./recorded-calls.js";

const LANGUAGES = ["en", "zh"] as const satisfies readonly Language[];

/** Everything in a value that cannot be said in both languages, or whose parts do not add up to it. */
export function unsaidIn(value: unknown, catalogue: Catalogue): readonly string[] {
  const folders = new Set(Object.keys(catalogue).map((code) => code.slice(0, code.indexOf("."))));
  const rawCode = new RegExp(`\\b(?:${[...folders].join("|")})\\.[a-z_]+`);
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const look = (part: unknown): void => {
    if (!isPlain(part) || seen.has(part)) return;
    seen.add(part);
    if (isMessage(part)) {
      for (const language of LANGUAGES) for (const one of unsaid(part, language)) found.add(one);
      if ("adds" in part) for (const { code, path } of checkExplanation(part as Explanation)) found.add(`${part.code}: ${code} at ${path}`);
    }
    for (const field of Object.values(part)) look(field);
  };
  const unsaid = (message: Message, language: Language): readonly string[] => {
    const { code, params } = message;
    const words = (message.words ?? catalogue[code])?.[language];
    // words of a host's own code are the host's
    if (words === undefined) return folders.has(code.slice(0, code.indexOf("."))) ? [`${code} has no words`] : [];
    const open = [...words.matchAll(/\{([A-Za-z][A-Za-z0-9]*)(?::([a-z0-9_.-]+))?\}/g)].flatMap(([, name = "", prefix]) => {
      if (!Object.hasOwn(params, name)) return [`${code} lacks ${name}`];
      return prefix === undefined
        ? []
        : valuesOf(params[name]).flatMap((one) =>
            `${prefix}.${one}` in catalogue || saysItself(one) || prefix === HOST_UNITS ? [] : [`${prefix}.${one} has no words`],
          );
    });
    const said = renderMessage(message, language, catalogue);
    // a rule that a host names is told by the name it gave
    const named = typeof params["rule"] === "string" ? said.replaceAll(params["rule"], "") : said;
    return rawCode.test(named) ? [...open, `${code} is said as ${said}`] : open;
  };
  look(value);
  return [...found];
}

function isMessage(part: { readonly [name: string]: unknown }): part is { readonly [name: string]: unknown } & Message {
  return typeof part["code"] === "string" && isPlain(part["params"]) && !Array.isArray(part["params"]);
}

/** Units are the host's and say themselves, but for the one that is none. */
const HOST_UNITS = "engine.tier_unit";

/** What says itself: a number where a word might stand, and a fact of the host's own, `own.<name>`, whose words are the host's. */
function saysItself(value: string): boolean {
  return value.startsWith("own.") || /^-?\d+(?:\.\d+)?$/.test(value);
}

/** The codes of an enumeration that a parameter holds. */
function valuesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap(valuesOf) : typeof value === "string" ? [value] : [];
}
