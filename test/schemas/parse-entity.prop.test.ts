import fc from "fast-check";
import { entityMessages } from "qudao/entities";
import { type EntityName, entitySchemas, parseEntity } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import { fixtures } from "./fixtures.js";
import { mutated } from "./mutated.js";

const seed = 20240101;
const name = fc.constantFrom(...(Object.keys(entitySchemas) as EntityName[]));

describe("parseEntity()", () => {
  test("accepts a value unchanged, or says why in codes that have words, each place and code once", () => {
    const garbage = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
      name.chain((of) => mutated(fixtures[of].valid)),
    );
    fc.assert(
      fc.property(name, garbage, (of, value) => {
        const parsed = parseEntity(of, value);
        if (parsed.ok) {
          expect(parsed.value).toStrictEqual(JSON.parse(JSON.stringify(value)));
          return;
        }
        expect(parsed.problem.length).toBeGreaterThan(0);
        const told = parsed.problem.map((fault) => `${fault.code} ${fault.path}`);
        expect(new Set(told).size).toBe(told.length);
        for (const { code } of parsed.problem) {
          expect(entityMessages).toHaveProperty([code]);
          // what the library's own schemas refuse, they always refuse in words of their own
          expect(code).not.toBe("entities.not_accepted");
        }
        expect(JSON.parse(JSON.stringify(parsed))).toStrictEqual(parsed);
      }),
      { seed, numRuns: 1000 },
    );
  });
});
