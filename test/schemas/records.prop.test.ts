/** What parses as a record is refused by no verb that reads it, and what a verb refuses does not parse. */
import fc from "fast-check";
import { catalogue } from "qudao/i18n";
import { isLibraryFault, renderMessage } from "qudao/kernel";
import { buildJsonSchemas, parseRecord, type RecordName, recordSchemas } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { deepMutated } from "../support/deep-mutated.js";
import { recordUses } from "../support/records.js";

const names = Object.keys(recordSchemas) as RecordName[];
const jsonSchemas = buildJsonSchemas();

/** The fault of the record that its verb throws. Whether it fits the others (a parent, its day, its currency, a template) is told by the verb alone. */
function refusal(name: RecordName, record: unknown): string | undefined {
  try {
    recordUses[name].call(record);
    return undefined;
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    if (!caught.path.startsWith(recordUses[name].place)) return undefined;
    if (name === "FundEntry" && /\.(parentId|date|id)$/.test(caught.path)) return undefined;
    if (name === "ProcedureRun" && /\.(template|version|steps\.\w+)$/.test(caught.path)) return undefined;
    return `${caught.code} at ${caught.path}`;
  }
}

test("every record has an example here", () => expect(Object.keys(recordUses).sort()).toStrictEqual([...names].sort()));

describe.each(names)("%s", (name) => {
  const { records } = recordUses[name];
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(jsonSchemas[name])));

  test("comes out as it went in, is what its JSON Schema says, and its verb takes it", () => {
    for (const record of records) {
      expect(parseRecord(name, JSON.parse(JSON.stringify(record)))).toStrictEqual({ ok: true, value: JSON.parse(JSON.stringify(record)) });
      expect(schema.safeParse(JSON.parse(JSON.stringify(record))).success).toBe(true);
      expect(() => recordUses[name].call(record)).not.toThrow();
    }
  });

  test("what parses is refused by no verb; what does not parse says why and where, in both languages", () => {
    fc.assert(
      fc.property(fc.constantFrom(...records).chain(deepMutated), (record) => {
        const parsed = parseRecord(name, record);
        if (parsed.ok) {
          expect(refusal(name, record)).toBeUndefined();
          expect(parsed.value).toStrictEqual(record);
          expect(schema.safeParse(record).success).toBe(true);
          return;
        }
        expect(parsed.problem.length).toBeGreaterThan(0);
        for (const fault of parsed.problem) {
          expect(typeof fault.path).toBe("string");
          for (const language of ["en", "zh"] as const) expect(renderMessage(fault, language, catalogue)).not.toBe(fault.code);
        }
      }),
      { seed: 20240101, numRuns: 400 },
    );
  });
});
