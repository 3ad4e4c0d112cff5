import type * as z from "zod";
import { checkChoice } from "../kernel/check.js";
import type { PlacedMessage } from "../kernel/message.js";
import type { Result } from "../kernel/result.js";
import { parseWith } from "./parse-with.js";
import { type RecordName, recordSchemas } from "./record-schemas.js";

/** The record of a name. */
export type StoredRecord<N extends RecordName> = z.output<(typeof recordSchemas)[N]>;

/** Parses an unknown value as one kind of record: a fresh copy with its type, or every fault with its place. */
export type RecordParser<N extends RecordName> = (value: unknown) => Result<StoredRecord<N>, readonly PlacedMessage[]>;

/**
 * Parses an unknown value as a record that the host stored: an entry of an account, of the accruals or of a fund, a claim, a
 * statement, a settlement, an open item, a credit account, or where a member, a candidate, an agreement, an order, a case or a run stands.
 *
 * @remarks
 * `parseSettlementEntry(value)` is `parseRecord("SettlementEntry", value)`, and so on. As with policies, what parses is refused by no verb that
 * reads such a record; and a state that cannot be, such as an active agreement that nobody signed, does not parse. What several records mean together, such as an identifier that is there twice, is told by the verbs.
 *
 * @param name - Name of the record, as in `recordSchemas`.
 * @param value - Anything: a row of a database, a request's body, a file.
 * @returns A fresh copy with its type, or every fault with its place.
 * @errors As `parseWith`.
 * @throws LibraryFault `kernel.not_a_choice`: no record has the name.
 *
 * @example An entry from a file, with an amount that is a number and a kind that does not exist
 * ```ts
 * import { parseRecord, parseSettlementEntry } from "qudao/schemas";
 *
 * const row = { id: "E1", memberId: "A", kind: "earning", date: "2024-03-31", amount: { amount: "100.00", currency: "CNY" } };
 * parseSettlementEntry(row).ok; // => true
 * const wrong = parseRecord("SettlementEntry", { ...row, kind: "gift", amount: { amount: 100, currency: "CNY" } });
 * wrong.ok ? [] : wrong.problem.map(({ path, code }) => [path, code]);
 * // => [["kind", "entities.not_a_choice"], ["amount.amount", "entities.not_a_decimal"]]
 * ```
 *
 * @since 0.1.0
 */
export function parseRecord<N extends RecordName>(name: N, value: unknown): Result<StoredRecord<N>, readonly PlacedMessage[]> {
  checkChoice(name, "name", Object.keys(recordSchemas) as RecordName[]);
  return parseWith(recordSchemas[name] as z.ZodType<StoredRecord<N>>, value);
}
