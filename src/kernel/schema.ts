/**
 * The vocabulary that every schema of the library is written in. Only `schema` files import zod, and only `qudao/schemas` leads to them.
 *
 * What a primitive refuses, it says as a stem (`not_a_date`), which `qudao/schemas` turns into a fault with words in both languages.
 * Everything survives the export as JSON Schema: patterns instead of functions, and no transforms, so that what comes out is what went in.
 */
import * as z from "zod";
import { isDecimal, type RoundingMode, roundingModes } from "./decimal.js";
import { isLibraryFault } from "./fault.js";
import type { Json } from "./json.js";
import type { PlacedMessage, Words } from "./message.js";
import type { Money, MoneyRounding } from "./money.js";
import type { Period } from "./period.js";

/** What a schema can say about a value that it refuses. @internal */
export const stems = [
  "missing",
  "not_text",
  "not_a_decimal",
  "not_a_date",
  "not_a_currency",
  "not_a_count",
  "not_whole_units",
  "negative",
  "out_of_range",
  "not_a_choice",
  "not_a_record",
  "not_a_list",
  "empty_list",
  "not_a_period",
  "unknown_field",
] as const;

/** @internal */
export type Stem = (typeof stems)[number];

/** What is said about one value: a stem, and the facts of its message. */
type Said = readonly [stem: Stem, facts?: { readonly [name: string]: Json }];
type Issue = { readonly code?: string | undefined; readonly input: unknown };

/** Lets a schema say something that depends on the refused value alone, never on which of its checks failed first. The facts follow as JSON. */
const says =
  (about: (input: unknown) => Said) =>
  ({ input }: Issue): string => {
    const [stem, facts] = input === undefined ? (["missing"] as const) : about(input);
    return facts === undefined ? stem : `${stem} ${JSON.stringify(facts)}`;
  };

/** Text that matches a pattern from end to end. */
function matching(pattern: string, description: string, about: (input: unknown) => Said): z.ZodString {
  const error = says(about);
  return z
    .string({ error })
    .regex(new RegExp(`^(?:${pattern})$`), { error })
    .meta({ description });
}

const isText = (input: unknown): input is string => typeof input === "string";
const decimalOr =
  (said: Said) =>
  (input: unknown): Said =>
    isText(input) && isDecimal(input) ? said : ["not_a_decimal"];

const notText = { error: says(() => ["not_text"]) };
/** Text that is not empty: a name, an identifier. @internal */
export const text: z.ZodString = z.string(notText).min(1, notText);

// The pattern of `parseDecimal`; a test holds the two equal.
const WHOLE = "(?:0|[1-9][0-9]{0,59})";
const FRACTION = "(?:\\.[0-9]{1,400})?";
const NO_FRACTION = "(?:\\.0{1,400})?";

/** Any decimal, as text. @internal */
export const decimal = matching(`-?${WHOLE}${FRACTION}`, "A decimal number as text, exact.", () => ["not_a_decimal"]);

/** A decimal of 0 or more, as text. @internal */
export const notNegative = matching(
  `-0${NO_FRACTION}|${WHOLE}${FRACTION}`,
  "A decimal number of 0 or more as text, exact.",
  decimalOr(["negative"]),
);

/** A ratio from 0 to 1, as text. @internal */
export const share = matching(
  `-0${NO_FRACTION}|0${FRACTION}|1${NO_FRACTION}`,
  "A ratio from 0 to 1 as decimal text, exact.",
  decimalOr(["out_of_range", { least: "0", most: "1" }]),
);

const notADate = { error: says(() => ["not_a_date"]) };
/** A day of the calendar. @internal */
export const date = z.iso
  .date(notADate)
  .regex(/^(?!0000)/, notADate)
  .meta({ format: "date", description: "A day of the calendar, YYYY-MM-DD." });

/** An ISO 4217 code, by its shape. @internal */
export const currency = matching("[A-Z]{3}", "ISO 4217 code of a currency.", () => ["not_a_currency"]);

/** A whole number within bounds. @internal */
export function count(least = 0, most = Number.MAX_SAFE_INTEGER): z.ZodInt {
  const error = says(() => ["not_a_count", { least, most }]);
  return z.int({ error }).min(least, { error }).max(most, { error });
}

const notAQuantity = says((input) => {
  if (typeof input !== "number") return decimalOr(["negative"])(input);
  return Number.isSafeInteger(input) ? ["negative"] : ["not_whole_units", { most: Number.MAX_SAFE_INTEGER }];
});
/** Whole units as a number, or fractions of units as a decimal; 0 or more. @internal */
export const quantity = z.union([z.int({ error: notAQuantity }).min(0, { error: notAQuantity }), notNegative], { error: notAQuantity });

/** One of the values of an enumeration. @internal */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: says(() => ["not_a_choice", { want: values }]) });
}

/** One of a few numbers, or words among them. @internal */
export function numberOf<const T extends readonly [number, ...(number | string)[]]>(values: T): z.ZodLiteral<T[number]> {
  return z.literal([...values], { error: says(() => ["not_a_choice", { want: values }]) });
}

/** A list, of any length. @internal */
export function list<T extends z.ZodType>(item: T): z.ZodArray<T> {
  return z.array(item, { error: says(() => ["not_a_list"]) });
}

/** A list of at least one item. @internal */
export function someOf<T extends z.ZodType>(item: T): z.ZodArray<T> {
  return list(item).min(1, { error: says(() => ["empty_list"]) });
}

/**
 * A record with exactly these fields. Others are refused: a misspelt optional field would otherwise be dropped, and silently change
 * what is computed.
 *
 * @internal
 */
export function record<S extends z.core.$ZodLooseShape>(shape: S) {
  const notARecord = says(() => ["not_a_record"]);
  return z.strictObject(shape, { error: (issue) => (issue.code === "unrecognized_keys" ? "unknown_field" : notARecord(issue)) });
}

/** One of the names, or a record instead. @internal */
export function either<const T extends readonly [string, ...string[]], R extends z.ZodType>(names: T, instead: R) {
  const error = says((input) => (typeof input === "object" && input !== null ? ["not_a_record"] : ["not_a_choice", { want: names }]));
  return z.union([choice(names), instead], { error });
}

/** A value that may be `null`: not agreed yet. @internal */
export function orNull<T extends z.ZodType>(item: T): z.ZodNullable<T> {
  return z.nullable(item);
}

/** A schema that holds itself. @internal */
export function itself<T extends z.ZodType>(schema: () => T): z.ZodLazy<T> {
  return z.lazy(schema);
}

/** A value that is text, a number or a record, as it may be. @internal */
export function anyOf<const T extends readonly [z.ZodType, ...z.ZodType[]]>(options: T): z.ZodUnion<T> {
  return z.union(options, { error: says(() => ["not_text"]) });
}

/** Values by names of the host's own. @internal */
export function byName<T extends z.ZodType>(item: T) {
  return z.record(z.string(), item, { error: says(() => ["not_a_record"]) });
}

/** Records told apart by one field. @internal */
export function byField<const F extends string, const O extends readonly [z.ZodObject, ...z.ZodObject[]]>(
  field: F,
  values: readonly string[],
  options: O,
) {
  const noSuchValue = says(() => ["not_a_choice", { want: values }]);
  const notARecord = says(() => ["not_a_record"]);
  return z.discriminatedUnion(field, options, {
    error: (issue) =>
      issue.code === "invalid_union"
        ? noSuchValue({ input: (issue.input as { readonly [name: string]: unknown })[field] })
        : notARecord(issue),
  });
}

/** Records told apart by the field `kind`. @internal */
export function byKind<const O extends readonly [z.ZodObject, ...z.ZodObject[]]>(kinds: readonly string[], options: O) {
  return byField("kind", kinds, options);
}

/** A record with one of two numbers, told apart by which is there: so many of this, or so many of that. @internal */
export function eitherCount<const A extends string, const B extends string>(a: A, mostOfA: number, b: B, mostOfB: number) {
  const only = <K extends string>(name: K, most: number) =>
    record({ [name]: count(1, most) }) as unknown as z.ZodType<{ [N in K]: number }>;
  const about = (input: unknown): Said => {
    if (typeof input !== "object" || input === null || Array.isArray(input)) return ["not_a_record"];
    return ["not_a_count", { least: 1, most: Object.hasOwn(input, a) ? mostOfA : mostOfB }];
  };
  return z.union([only(a, mostOfA), only(b, mostOfB)], { error: says(about) });
}

/** A record with one of two decimals of 0 or more, told apart by which is there: a rate or an amount. @internal */
export function eitherDecimal<const A extends string, const B extends string>(a: A, b: B) {
  const only = <K extends string>(name: K) => record({ [name]: notNegative }) as unknown as z.ZodType<{ [N in K]: string }>;
  const about = (input: unknown): Said => {
    if (typeof input !== "object" || input === null || Array.isArray(input)) return ["not_a_record"];
    const { [a]: one, [b]: other } = input as { readonly [name: string]: unknown };
    const given = one ?? other;
    if (given === undefined || (one !== undefined && other !== undefined)) return ["not_a_record"];
    return isText(given) && notNegative.safeParse(given).success ? ["not_a_record"] : decimalOr(["negative"])(given);
  };
  return z.union([only(a), only(b)], { error: says(about) });
}

/** Yes or no. @internal */
export const flag: z.ZodBoolean = z.boolean({ error: says(() => ["not_a_choice", { want: [true, false] }]) });

/** Only `true`: a mark that is there or not. @internal */
export const mark: z.ZodLiteral<true> = z.literal(true, { error: says(() => ["not_a_choice", { want: [true] }]) });

/** Text in both languages. @internal */
export const words = exactly<Words>()(record({ en: text, zh: text }));

/** An amount in one currency, of either sign. @internal */
export const money = exactly<Money>()(record({ amount: decimal, currency }));

/** An amount in one currency, 0 or more. @internal */
export const moneyNotNegative = exactly<Money>()(record({ amount: notNegative, currency }));

/** Days from `start` up to, not including, `end`. @internal */
export const period = exactly<Period>()(
  record({ start: date, end: date }).refine(({ start, end }) => start < end, {
    error: says((got) => ["not_a_period", { got: got as Json }]),
  }),
);

/** How money is rounded: places and mode. @internal */
export const rounding = exactly<MoneyRounding>()(
  record({ decimals: count(0, 60), mode: choice<readonly RoundingMode[] & readonly [RoundingMode, ...RoundingMode[]]>(roundingModes) }),
);

/**
 * Adds to a schema what a room itself says about the value, once every field is of its kind: what the fields mean together. So whatever
 * parses is accepted by the verbs that read it the same way. Each look sees only what the looks before it let pass. JSON Schema cannot express it.
 *
 * @internal
 */
export function checkedBy<S extends z.ZodType>(schema: S, ...looks: readonly ((value: z.output<S>) => readonly PlacedMessage[])[]): S {
  return schema.check((payload) => {
    for (const look of looks) {
      // after a field that is not of its kind there is nothing to look at
      if (payload.issues.length > 0) return;
      for (const { code, path, params } of look(payload.value as z.output<S>)) {
        payload.issues.push({
          code: "custom",
          input: payload.value,
          path: keysOf(path),
          message: code,
          params: { said: { code, params } },
        });
      }
    }
  });
}

/**
 * Makes a look of a reader that throws the first fault it meets; the reader is given the place `policy`.
 *
 * @internal
 */
export function firstFault(read: (value: never, path: string) => unknown): (value: unknown) => readonly PlacedMessage[] {
  return (value) => {
    try {
      read(value as never, "policy");
      return [];
    } catch (caught) {
      if (!isLibraryFault(caught)) throw caught;
      return [{ code: caught.code, params: caught.params, path: caught.path.replace(/^policy\.?/, "") }];
    }
  };
}

/** The fields that a state cannot be without where it stands, and that are null or absent. @internal */
export function missingIn<D extends object>(data: D, needed: readonly (keyof D & string)[] = []): readonly PlacedMessage[] {
  return [...new Set(needed)].flatMap((field) =>
    data[field] === undefined || data[field] === null ? [{ code: "kernel.missing", params: {}, path: `data.${field}` }] : [],
  );
}

/** `tiers[2].from` as keys. */
function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(([, index, quoted, name]) =>
    index !== undefined ? Number(index) : quoted === undefined ? (name as string) : quoted.replace(/\\(["\\])/g, "$1"),
  );
}

/** A type without `readonly`, written out, so that two of them can be compared. */
type Plain<T> = T extends readonly (infer I)[] ? Plain<I>[] : T extends object ? { -readonly [F in keyof T]: Plain<T[F]> } : T;
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/**
 * Holds a schema and an interface equal: a field that is missing, unknown, of another type, or optional on one side only does not compile.
 *
 * Written `export const QuotaSchema: z.ZodType<Quota> = exactly<Quota>()(record({ … }))`.
 *
 * @internal
 */
export function exactly<T>(): <S extends z.ZodType>(
  schema: S & (Same<Plain<z.output<S>>, Plain<T>> extends true ? unknown : { readonly "schema and interface differ": T }),
) => S {
  return (schema) => schema;
}
