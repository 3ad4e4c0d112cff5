import { participantKinds } from "qudao/entities";
import * as schemas from "qudao/schemas";
import { type EntityName, type EntityParser, entitySchemas, parseEntity } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { fixtures } from "./fixtures.js";

const parsers: { readonly [name: string]: unknown } = { ...schemas };
const names = Object.keys(fixtures) as EntityName[];

describe("parseEntity()", () => {
  test("knows every entity that has a schema", () => {
    expect(names.sort()).toStrictEqual(Object.keys(entitySchemas).sort());
  });

  test("has an example of every kind of participant", () => {
    expect(new Set(fixtures.Participant.valid.map(({ kind }) => kind))).toStrictEqual(new Set(participantKinds));
  });

  for (const name of names) {
    test.each(fixtures[name].valid.map((value, i) => [i, value]))(`${name}: valid example %i comes back as it went in`, (_, value) => {
      expect(parseEntity(name, value)).toStrictEqual({ ok: true, value });
    });

    test.each(fixtures[name].invalid.map(([change, path, code]) => [path, code, change] as const))(
      `${name}: a wrong %s is %s, and nothing else`,
      (path, code, change) => {
        const parsed = parseEntity(name, { ...fixtures[name].valid[0], ...change });
        expect(parsed.ok ? [] : parsed.problem.map((fault) => [fault.path, fault.code])).toStrictEqual([[path, code]]);
      },
    );

    test(`${name}: parse${name}() gives the same answers`, () => {
      const parse = parsers[`parse${name}`] as EntityParser<EntityName>;
      const [valid] = fixtures[name].valid;
      expect(parse(valid)).toStrictEqual(parseEntity(name, valid));
      expect(parse({ id: 7 })).toStrictEqual(parseEntity(name, { id: 7 }));
    });

    test(`${name}: an empty record lacks what the entity needs, a list or text is no record`, () => {
      const empty = parseEntity(name, {});
      expect(empty.ok ? [] : empty.problem.map((fault) => fault.code)).toContain("entities.missing");
      for (const value of [[], "text", null, 5]) {
        const parsed = parseEntity(name, value);
        expect(parsed.ok ? [] : parsed.problem.map((fault) => [fault.path, fault.code])).toStrictEqual([["", "entities.not_a_record"]]);
      }
      expect(parseEntity(name, undefined)).toStrictEqual({ ok: false, problem: [{ code: "entities.missing", params: {}, path: "" }] });
    });
  }

  test.each([
    ["S03-03: a brand belongs to a manufacturer", "Brand", { id: "B1" }, "manufacturerId", "entities.missing"],
    [
      "S03-22: a trial agreement has an end",
      "Agreement",
      { id: "AG1", kind: "trial", partyIds: ["D1"], start: "2024-01-01", clauses: [] },
      "end",
      "entities.missing",
    ],
    [
      "S19-23: a factory office belongs to a manufacturer",
      "Participant",
      { id: "F1", kind: "factory_office", territoryIds: ["SH"] },
      "manufacturerId",
      "entities.missing",
    ],
    [
      "S19-23: a factory office has a territory",
      "Participant",
      { id: "F1", kind: "factory_office", manufacturerId: "M", territoryIds: [] },
      "territoryIds",
      "entities.empty_list",
    ],
  ] as const)("%s", (_, name, value, path, code) => {
    const parsed = parseEntity(name, value);
    expect(parsed.ok ? [] : parsed.problem.map((fault) => [fault.path, fault.code])).toStrictEqual([[path, code]]);
  });

  test("refuses an entity that there is not", () => {
    for (const name of [undefined, "__proto__", "toString", "saleLine", ["SaleLine"]]) {
      expect(faultAt(() => parseEntity(name as never, {}))).toBe("kernel.not_a_choice at name");
    }
  });

  test("lists every fault of a value, in the order of the fields", () => {
    const parsed = parseEntity("SaleLine", { id: "", quantity: -1, date: "today", amount: 3, kind: "sale", colour: "red" });
    expect(parsed.ok ? [] : parsed.problem.map((fault) => `${fault.path} ${fault.code}`)).toStrictEqual([
      "id entities.not_text",
      "memberId entities.missing",
      "productId entities.missing",
      "date entities.not_a_date",
      "quantity entities.negative",
      "amount entities.not_a_decimal",
      "colour entities.unknown_field",
    ]);
  });

  test.each([
    ["2024-01-01", "2024-01-02", "one day", true],
    ["2024-01-01", "2024-01-01", "no day", false],
    ["2024-01-02", "2024-01-01", "backwards", false],
  ])("a period from %s to %s is %s: accepted %s", (start, end, _, accepted) => {
    const [authorization] = fixtures.Authorization.valid;
    const parsed = parseEntity("Authorization", { ...authorization, term: { start, end } });
    expect(parsed.ok).toBe(accepted);
    if (!parsed.ok) {
      expect(parsed.problem).toStrictEqual([{ code: "entities.not_a_period", params: { got: { start, end } }, path: "term" }]);
    }
  });

  test("names what may be chosen, and what was", () => {
    const parsed = parseEntity("Visit", { id: "V1", kind: "phone_call", date: "2024-01-01" });
    expect(parsed).toStrictEqual({
      ok: false,
      problem: [{ code: "entities.not_a_choice", params: { got: '"phone_call"', want: ["customer_visit", "return_visit"] }, path: "kind" }],
    });
  });
});
