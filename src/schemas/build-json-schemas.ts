import * as z from "zod";
import { type EntityName, entitySchemas } from "./entity-schemas.js";
import { type PolicyName, policySchemas } from "./policy-schemas.js";
import { type RecordName, recordSchemas } from "./record-schemas.js";

/** A JSON Schema of draft 2020-12, as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * Builds the JSON Schema of every entity, policy and stored record, for hosts and tools that do not use zod. The package also carries them as files, `dist/schemas/*.json`.
 *
 * @remarks
 * They accept what the parsers accept, except where fields are compared with each other, which JSON Schema cannot express: a period starts
 * before it ends, a cash discount is not more than the amount of its line. Unknown fields are refused (`additionalProperties: false`).
 *
 * @returns One schema by the name of each entity, policy and record, with `$id` `urn:qudao:<name>`.
 *
 * @example What a quota must have
 * ```ts
 * import { buildJsonSchemas } from "qudao/schemas";
 *
 * const { Quota } = buildJsonSchemas();
 * Quota["$schema"]; // => "https://json-schema.org/draft/2020-12/schema"
 * Quota["required"]; // => ["memberId", "periodId", "amount"]
 * ```
 *
 * @since 0.1.0
 */
export function buildJsonSchemas(): { readonly [N in EntityName | PolicyName | RecordName]: JsonSchema } {
  const built = Object.entries({ ...entitySchemas, ...policySchemas, ...recordSchemas }).map(([name, schema]): [string, JsonSchema] => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
    return [name, { $schema, $id: `urn:qudao:${name}`, ...rest }];
  });
  return Object.fromEntries(built) as Record<EntityName | PolicyName | RecordName, JsonSchema>;
}
