import type * as z from "zod";
import type { ParseFault } from "../entities/parse-fault.js";
import { checkChoice } from "../kernel/check.js";
import type { Result } from "../kernel/result.js";
import { type EntityName, entitySchemas } from "./entity-schemas.js";
import { parseWith } from "./parse-with.js";

/** The entity of a name. */
export type Entity<N extends EntityName> = z.output<(typeof entitySchemas)[N]>;

/** Parses an unknown value as one kind of entity: a fresh copy with its type, or every fault with its place. */
export type EntityParser<N extends EntityName> = (value: unknown) => Result<Entity<N>, readonly ParseFault[]>;

/**
 * Parses an unknown value as the entity of a name.
 *
 * @remarks
 * `parseSaleLine(value)` is `parseEntity("SaleLine", value)`, and so on for every entity. What is read and what is refused is said at `parseWith`.
 *
 * @param name - Name of the entity, as in `entitySchemas`.
 * @param value - Anything: a row, a request's body, a line of a file.
 * @returns A fresh copy of the value with its type, or every fault with its place.
 * @errors As `parseWith`.
 * @throws LibraryFault `kernel.not_a_choice` for a name that is none.
 *
 * @example All faults at once, each with its place
 * ```ts
 * import { parseEntity } from "qudao/schemas";
 *
 * const parsed = parseEntity("Order", {
 *   id: "O1", buyerId: "A", orderedOn: "2024-13-01", currency: "CNY",
 *   lines: [{ id: "1", productId: "P", quantity: 3, unitPrice: "9.90", amount: "-29.70" }],
 * });
 * !parsed.ok && parsed.problem.map((fault) => fault.path); // => ["sellerId", "orderedOn", "lines[0].amount"]
 * !parsed.ok && parsed.problem[2]; // => { code: "entities.negative", params: { got: '"-29.70"' }, path: "lines[0].amount" }
 * ```
 *
 * @since 0.1.0
 */
export function parseEntity<N extends EntityName>(name: N, value: unknown): Result<Entity<N>, readonly ParseFault[]> {
  checkChoice(name, "name", Object.keys(entitySchemas) as EntityName[]);
  // no entity is checked by a room, so every fault is one of parsing
  return parseWith(entitySchemas[name] as z.ZodType<Entity<N>>, value) as Result<Entity<N>, readonly ParseFault[]>;
}
