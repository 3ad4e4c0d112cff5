import type * as z from "zod";
import { childPath } from "../entities/child-path.js";
import { readPlain, unsafeNames } from "../entities/read-plain.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { shown } from "../kernel/fault.js";
import type { Message, MessageParams, PlacedMessage } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type Stem, stems } from "../kernel/schema.js";

/**
 * Parses an unknown value with a schema of this library, or with one that a host composed of them.
 *
 * @remarks
 * The value is first copied as JSON would see it: own fields, each read once, `undefined` left out. So cycles, getters that
 * throw, proxies and endless nesting end in faults. A field that the schema does not know is a fault, not dropped in silence: misspelling
 * an optional field would otherwise change what is computed. Nothing is converted: what comes out equals what went in.
 *
 * @param schema - Any schema of `qudao/schemas`, or for example `z.array(SaleLineSchema)`.
 * @param value - Anything.
 * @returns A fresh copy of the value with its type, or every fault with its place.
 *
 * @errors
 * - `entities.unreadable`, `entities.too_large` - the value cannot be read at all; nothing else is reported then.
 * - `entities.missing` - a needed value is absent.
 * - `entities.not_text`, `entities.not_a_decimal`, `entities.not_a_date`, `entities.not_a_currency`, `entities.not_a_count`, `entities.not_whole_units`,
 *   `entities.not_a_choice`, `entities.not_a_period`, `entities.not_a_record`, `entities.not_a_list` - a value is not what its field holds.
 * - `entities.negative`, `entities.out_of_range`, `entities.empty_list` - it is, but outside what the field allows.
 * - `entities.unknown_field` - the record has no such field; nor has any record one called `__proto__`, told once all else is good.
 * - `entities.not_accepted` - a check of the host's own schema failed; `reason` is its message.
 * - any fault that the verbs of a room have for a policy, once all its fields are of their kinds.
 *
 * @throws LibraryFault `kernel.not_a_record` or `kernel.unreadable` for what is no schema, and for one that throws or is asynchronous.
 *
 * @example A list of lines, composed by the host
 * ```ts
 * import * as z from "zod";
 * import { parseWith, SaleLineSchema } from "qudao/schemas";
 *
 * const line = { id: "L1", memberId: "A", productId: "P", date: "2024-03-01", quantity: 2, amount: "19.80", kind: "sale" };
 * const parsed = parseWith(z.array(SaleLineSchema), [line, { ...line, amout: "1" }]);
 * !parsed.ok && parsed.problem.map((fault) => [fault.path, fault.code]); // => [["[1].amout", "entities.unknown_field"]]
 * ```
 *
 * @since 0.1.0
 */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): Result<T, readonly PlacedMessage[]> {
  return readSafely({ schema, value }, () => {
    checkRecord(schema, "schema");
    const read = readPlain(value);
    if (!read.ok) return read;
    const parsed = schema.safeParse(read.value);
    if (!parsed.success) return err(faultsOf(parsed.error.issues, read.value));
    const unsafe = unsafeNames(read.value);
    return unsafe.length > 0 ? err(unsafe) : ok(parsed.data);
  });
}

/** The one place where zod's issues become faults of ours. A place and a code are named once, however many checks of zod failed there. */
function faultsOf(given: readonly z.core.$ZodIssue[], whole: unknown): readonly PlacedMessage[] {
  const issues = given.flatMap(closest);
  const found = new Map<string, PlacedMessage>();
  const add = (code: string, path: string, params: MessageParams) => found.set(`${code} ${path}`, { code, params, path });
  for (const issue of issues) {
    const keys = issue.path as (string | number)[];
    const path = keys.reduce<string>(childPath, "");
    // zod could report the input itself, but then some of its versions print all of it, which a cycle breaks
    const got = shown(keys.reduce((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], whole));
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) add("entities.unknown_field", childPath(path, key), { got: shown(key) });
      continue;
    }
    const said = issue.code === "custom" ? (issue.params?.["said"] as Message | undefined) : undefined;
    if (said !== undefined) {
      add(said.code, path, said.params);
      continue;
    }
    const [stem = "", facts] = split(issue.message);
    if (stem === "missing" || stem === "empty_list") add(`entities.${stem}`, path, {});
    else if (isStem(stem)) add(`entities.${stem}`, path, { got, ...facts });
    else add("entities.not_accepted", path, { got, reason: issue.message });
  }
  return [...found.values()];
}

/** Where a value is none of several, and the schema says no more: what is wrong with it as the one that it comes closest to. */
function closest(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0 || isStem(split(issue.message)[0])) return [issue];
  const inside = (one: readonly z.core.$ZodIssue[]) => one.flatMap(closest);
  const [best] = [...issue.errors].map(inside).sort((a, b) => distance(a) - distance(b));
  return (best ?? []).map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

/** A field that the record does not have tells most that another one was meant. */
function distance(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? 10 * issue.keys.length : 1), 0);
}

/** A schema of ours says a stem, and after it the facts as JSON. */
function split(message: string): readonly [string, MessageParams?] {
  const end = message.indexOf(" {");
  const stem = end < 0 ? message : message.slice(0, end);
  return end < 0 || !isStem(stem) ? [stem] : [stem, JSON.parse(message.slice(end)) as MessageParams];
}

function isStem(stem: string): stem is Stem {
  return (stems as readonly string[]).includes(stem);
}
