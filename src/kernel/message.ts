import type { Json } from "./json.js";
import { plainCopy } from "./plain-copy.js";

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

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)(?::([a-z0-9_.-]+))?\}/g;
const LINE_ENDS = /[\r\n\u0085\u2028\u2029]+/g;

/**
 * Renders a message in one language.
 *
 * @remarks
 * Total for any JSON: a code without words is shown with its parameters as JSON, a missing parameter as `?`; nothing is lost and
 * nothing throws, also where the message is no JSON: what cannot be read is `?`. Line ends become blanks. Parameters that would fill more than a million characters are cut to `…`.
 * Numbers and dates are shown as they stand in the data; formatting for a reader's locale is the host's. Only decimals without end
 * are shortened: of a decimal text, twelve decimals are shown (counted from the first that is not 0 where 0 stands before the
 * point), and `…` where more follow. Nothing is rounded, and the data keeps every digit.
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
 * @example A third is shown short
 * ```ts
 * import { divideDecimals, renderMessage } from "qudao/kernel";
 *
 * const words = { "shop.share": { en: "Your share is {share}", zh: "您的份额为 {share}" } };
 * const message = { code: "shop.share", params: { share: divideDecimals("1", "3") } };
 * renderMessage(message, "en", words); // => "Your share is 0.333333333333…"
 * message.params.share.length; // => 42
 * ```
 *
 * @since 0.1.0
 */
export function renderMessage(message: Message, language: Language, catalogue: Catalogue): string {
  try {
    return render(message, { language, catalogue, left: MOST_CHARACTERS }, 0).replace(LINE_ENDS, " ");
  } catch {
    return "?"; // a getter of the host's threw
  }
}

/** One rendering under way. */
interface Rendering {
  readonly language: Language;
  readonly catalogue: Catalogue;
  /** Characters that parameters may still fill: nested data cannot multiply without end. */
  left: number;
}

const MOST_CHARACTERS = 1_000_000;
/** A decimal text of which more than zeros would follow the decimals that are shown. */
const LONG_DECIMAL = /^(-?(?:0\.0*[1-9]\d{11}|[1-9]\d*\.\d{12}))(?=0*[1-9])\d+$/;
/** Nested messages deeper than this are shown as JSON: data cannot make the renderer recurse without end. */
const DEEPEST = 8;

function render(message: Message, how: Rendering, depth: number): string {
  if (typeof message !== "object" || message === null) return json(message);
  const { code, params, words } = message;
  const line = own(words, how.language) ?? wordOf(code, how);
  if (typeof line !== "string") return `${typeof code === "string" ? code : json(code)} ${json(params)}`;
  return line.replace(PLACEHOLDER, (_, name: string, prefix: string | undefined) => fill(own(params, name), prefix, how, depth));
}

function fill(value: Json | undefined, prefix: string | undefined, how: Rendering, depth: number): string {
  if (how.left <= 0) return "…";
  const said = renderValue(value, prefix, how, depth);
  how.left -= said.length + 1;
  return said;
}

function renderValue(value: Json | undefined, prefix: string | undefined, how: Rendering, depth: number): string {
  const { language } = how;
  if (value === undefined) return "?";
  if (value === null) return "–";
  if (typeof value === "string") return (prefix !== undefined ? wordOf(`${prefix}.${value}`, how) : undefined) ?? short(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return YES_NO[language]?.[value ? 0 : 1] ?? String(value);
  if (depth >= DEEPEST) return json(value);
  if (Array.isArray(value)) {
    const items: string[] = [];
    const { length } = value;
    for (let i = 0, full = false; i < length && !full; i++) {
      full = how.left <= 0;
      items.push(fill(value[i], prefix, how, depth + 1));
    }
    return items.length === 0 ? "–" : items.join(language === "zh" ? "、" : ", ");
  }
  return renderRecord(value as { readonly [name: string]: Json }, how, depth);
}

function wordOf(code: unknown, { language, catalogue }: Rendering): string | undefined {
  if (typeof code !== "string") return undefined;
  const word = own(own(catalogue, code), language);
  return typeof word === "string" ? word : undefined;
}

const YES_NO = { en: ["yes", "no"], zh: ["是", "否"] } as const;

/**
 * The records that appear in parameters: words, messages, money, quantities, periods, and fields of plain values by their names.
 * Anything else is shown as JSON.
 */
function renderRecord(record: { readonly [name: string]: Json }, how: Rendering, depth: number): string {
  const word = own(record, how.language);
  if (typeof word === "string") return word;
  const { code, params, amount, currency, value, unit, start, end } = record;
  if (typeof code === "string" && typeof params === "object" && params !== null && !Array.isArray(params)) {
    return render(record as unknown as Message, how, depth + 1);
  }
  if (typeof amount === "string" && typeof currency === "string") return `${short(amount)} ${currency}`;
  if (typeof value === "string" && typeof unit === "string") return `${short(value)} ${unit}`;
  if (typeof start === "string" && typeof end === "string") {
    return how.language === "zh" ? `${start} 起至 ${end} 前` : `${start} until before ${end}`;
  }
  const names = Object.keys(record);
  return names.length > 0 && names.every((name) => isPlain(record[name])) ? renderFields(record, names, how, depth) : json(record);
}

function isPlain(value: Json | undefined): boolean {
  return value === null || (value !== undefined && typeof value !== "object");
}

function renderFields(record: { readonly [name: string]: Json }, names: readonly string[], how: Rendering, depth: number): string {
  const zh = how.language === "zh";
  const fields: string[] = [];
  for (const name of names) {
    if (how.left <= 0) break;
    how.left -= name.length;
    fields.push(`${name}${zh ? "：" : ": "}${fill(record[name], undefined, how, depth + 1)}`);
  }
  return fields.join(zh ? "、" : ", ");
}

function short(text: string): string {
  return text.replace(LONG_DECIMAL, "$1…");
}

/** JSON, also of what is none; what goes on too long is not shown. */
function json(value: unknown): string {
  try {
    return JSON.stringify(plainCopy(value, MOST_CHARACTERS)) ?? "?";
  } catch {
    return "?";
  }
}

/** A field that is the record's own: `constructor` and `__proto__` are no words and no parameters. */
function own<R extends object, K extends string>(record: R | undefined, name: K): R[K & keyof R] | undefined {
  return record !== undefined && record !== null && Object.hasOwn(record, name) ? record[name as K & keyof R] : undefined;
}
