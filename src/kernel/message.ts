import type { Json } from "./json.js";

/** The two languages of every word in the library: English and simplified Chinese. */
export type Language = "en" | "zh";

/** One text in both languages. Both are required, so a missing translation does not compile. */
export interface Words {
  /** English. */
  readonly en: string;
  /** Simplified Chinese, 简体中文. */
  readonly zh: string;
}

/** The facts that a message speaks of, by placeholder name. */
export interface MessageParams {
  readonly [name: string]: Json;
}

/**
 * Something to say, apart from the words it is said in: a stable code and the facts.
 * Problems, refusals, findings and the nodes of an explanation are all messages.
 */
export interface Message<C extends string = string> {
  /** Stable identity, `folder.snake_case`. Never renamed, only retired. */
  readonly code: C;
  /** The facts, as plain JSON. */
  readonly params: MessageParams;
  /** Words that came with the data (a host's own criterion). They win over the catalogue. Absent: the catalogue has them. */
  readonly words?: Words;
}

/** A message about one place of an input. */
export interface PlacedMessage<C extends string = string> extends Message<C> {
  /** The place, as `tiers[2].from`. Empty: the whole value. */
  readonly path: string;
}

/**
 * Words by code. In a text, `{name}` stands for the parameter `name`, and `{name:prefix}` for the words of the code
 * `prefix.` + parameter: an enumeration value is a code in the data and a word in the text.
 */
export type Catalogue<C extends string = string> = { readonly [K in C]: Words };

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)(?::([a-z_.-]+))?\}/g;

/**
 * Renders a message in one language.
 *
 * @remarks
 * Total: a code without words is shown with its parameters as JSON, a missing parameter as `?`; nothing is lost and nothing throws.
 * Numbers and dates are shown as they stand in the data; formatting for a reader's locale is the host's.
 *
 * @param message - Code and facts.
 * @param language - `"en"` or `"zh"`.
 * @param catalogue - Words by code; `catalogue` of `qudao/i18n` has all of them, and a host may spread its own over it.
 * @returns One line of text.
 *
 * @example The same facts in both languages
 * ```ts
 * import { renderMessage } from "qudao/kernel";
 *
 * const words = { "shop.closed": { en: "Closed on {day}", zh: "{day} 不营业" } };
 * renderMessage({ code: "shop.closed", params: { day: "2024-02-10" } }, "en", words); // => "Closed on 2024-02-10"
 * renderMessage({ code: "shop.closed", params: { day: "2024-02-10" } }, "zh", words); // => "2024-02-10 不营业"
 * ```
 *
 * @since 0.1.0
 */
export function renderMessage(message: Message, language: Language, catalogue: Catalogue): string {
  return render(message, language, catalogue, 0);
}

/** Nested messages deeper than this are shown as JSON: data cannot make the renderer recurse without end. */
const DEEPEST = 8;

function render(message: Message, language: Language, catalogue: Catalogue, depth: number): string {
  const words = message.words ?? own(catalogue, message.code);
  if (words === undefined) return `${message.code} ${JSON.stringify(message.params)}`;
  return words[language].replace(PLACEHOLDER, (_, name: string, prefix: string | undefined) =>
    renderValue(own(message.params, name), prefix, language, catalogue, depth),
  );
}

function renderValue(value: Json | undefined, prefix: string | undefined, language: Language, catalogue: Catalogue, depth: number): string {
  if (value === undefined) return "?";
  if (value === null) return "–";
  if (typeof value === "string") return (prefix !== undefined ? own(catalogue, `${prefix}.${value}`)?.[language] : undefined) ?? value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return YES_NO[language][value ? 0 : 1];
  if (depth >= DEEPEST) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => renderValue(item, prefix, language, catalogue, depth + 1));
    return items.length === 0 ? "–" : items.join(language === "zh" ? "、" : ", ");
  }
  return renderRecord(value as { readonly [name: string]: Json }, language, catalogue, depth);
}

const YES_NO = { en: ["yes", "no"], zh: ["是", "否"] } as const;

/** The records that appear in parameters: words, messages, money, quantities and periods. Anything else is shown as JSON. */
function renderRecord(value: { readonly [name: string]: Json }, language: Language, catalogue: Catalogue, depth: number): string {
  const word = own(value, language);
  if (typeof word === "string") return word;
  const { code, params, amount, currency, start, end } = value;
  if (typeof code === "string" && typeof params === "object" && params !== null && !Array.isArray(params)) {
    return render(value as unknown as Message, language, catalogue, depth + 1);
  }
  if (typeof amount === "string" && typeof currency === "string") return `${amount} ${currency}`;
  if (typeof value["value"] === "string" && typeof value["unit"] === "string") return `${value["value"]} ${value["unit"]}`;
  if (typeof start === "string" && typeof end === "string") return language === "zh" ? `[${start}，${end})` : `[${start}, ${end})`;
  return JSON.stringify(value);
}

function own<T>(record: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
