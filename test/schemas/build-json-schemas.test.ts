import fc from "fast-check";
import {
  buildJsonSchemas,
  type EntityName,
  entitySchemas,
  type JsonSchema,
  parseEntity,
  policySchemas,
  recordSchemas,
} from "qudao/schemas";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { fixtures } from "./fixtures.js";
import { mutated } from "./mutated.js";

const built = buildJsonSchemas();
const names = Object.keys(entitySchemas) as EntityName[];
const all = Object.keys({ ...entitySchemas, ...policySchemas, ...recordSchemas }) as (keyof typeof built)[];
/** Reads the exported text again, so that nothing but the JSON decides. */
const reader = (schema: JsonSchema) => z.fromJSONSchema(JSON.parse(JSON.stringify(schema)));

describe("buildJsonSchemas()", () => {
  test("has one schema per entity, policy and record, in draft 2020-12, as plain data", () => {
    expect(Object.keys(built)).toStrictEqual(all);
    expect(JSON.parse(JSON.stringify(built))).toStrictEqual(built);
    for (const name of all) {
      expect(built[name]).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", $id: `urn:qudao:${name}` });
    }
  });

  test("has a title in both languages and a description of each", () => {
    const titles = all.map((name) => String(built[name]["title"]));
    for (const title of titles) expect(title).toMatch(/^[A-Z][a-z -]+ \p{Script=Han}+$/u);
    expect(new Set(titles).size).toBe(all.length);
    for (const name of all) expect(String(built[name]["description"])).toMatch(/^[A-Z].+\.$/);
  });

  test("refuses unknown fields everywhere but where names are the host's own, and then holds their values to a type", () => {
    const records: unknown[] = [];
    JSON.stringify(built, (_, node) => {
      if (node !== null && typeof node === "object" && node.type === "object") {
        const { propertyNames, additionalProperties } = node;
        const named = propertyNames !== undefined && typeof (additionalProperties.type ?? additionalProperties.$ref) !== "string";
        records.push(propertyNames === undefined ? additionalProperties : named);
      }
      return node;
    });
    expect(records.length).toBeGreaterThan(all.length);
    expect(new Set(records)).toStrictEqual(new Set([false]));
  });

  test.each(names)("%s: accepts and refuses the examples that the parser does", (name) => {
    const schema = reader(built[name]);
    const { valid, invalid } = fixtures[name];
    for (const value of valid) expect(schema.safeParse(value).success).toBe(true);
    for (const [change, path] of invalid) {
      const value = JSON.parse(JSON.stringify({ ...valid[0], ...change }));
      expect([path, schema.safeParse(value).success]).toStrictEqual([path, false]);
    }
  });

  test("agrees with the parser on values that are nearly right", () => {
    // the one thing that JSON Schema cannot say: a period starts before it ends
    const names = (Object.keys(entitySchemas) as EntityName[]).filter((name) => name !== "Authorization");
    const readers = new Map(names.map((name) => [name, reader(built[name])]));
    fc.assert(
      fc.property(
        fc.constantFrom(...names).chain((name) => fc.tuple(fc.constant(name), mutated(fixtures[name].valid))),
        ([name, value]) => {
          let json: unknown;
          try {
            json = JSON.parse(JSON.stringify(value));
          } catch {
            return; // a bigint has no JSON
          }
          expect(readers.get(name)?.safeParse(json).success).toBe(parseEntity(name, json).ok);
        },
      ),
      { seed: 20240101, numRuns: 1000 },
    );
  });
});
