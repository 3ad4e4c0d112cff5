import { askRules, combineFindings, type Rule, type Waiver } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import {
  asOf,
  brief,
  type Candidate,
  type CandidatePolicy,
  candidatePolicy,
  criterion,
  experienced,
  knownOrigin,
} from "../support/rules.js";
import { throwing } from "../support/throwing.js";

const rules = [experienced, knownOrigin];
const ask = (facts: Candidate, waivers: readonly Waiver[] = []) => askRules(rules, facts, candidatePolicy, { asOf, waivers });

describe("askRules()", () => {
  test.each([
    { years: 2, status: "unmet", why: "a year short" },
    { years: 3, status: "met", why: "on the threshold" },
    { years: 4, status: "met", why: "a year more" },
    { years: 0, status: "unmet", why: "zero is a fact, not a missing one" },
  ])("$years years: $status, $why", ({ years, status }) => {
    expect(ask({ years, origin: "distributor" })[0]).toStrictEqual({
      code: "shop.experienced",
      status,
      weight: "mandatory",
      params: { actual: years, required: 3 },
      source: "Admission policy, art. 4",
    });
  });

  test("asks every rule, although the first one fails", () => {
    expect(brief(ask({ years: 1, origin: "stranger" }))).toStrictEqual(["shop.experienced unmet", "shop.known_origin unmet"]);
  });

  test.each([
    { facts: {}, missing: ["origin", "years"] },
    { facts: { years: null, origin: "distributor" }, missing: ["years"] },
    { facts: { years: undefined, origin: "stranger" }, missing: ["years"] },
    { facts: { years: 9, origin: null }, missing: ["origin"] },
  ])("names the missing facts of $facts and does not run the test", ({ facts, missing }) => {
    expect(askRules([knownOrigin], facts as Candidate, candidatePolicy, { asOf })).toStrictEqual([
      { code: "shop.known_origin", status: "unknown", weight: "mandatory", params: {}, missing },
    ]);
  });

  test("still says what is required where the fact is missing", () => {
    expect(ask({})[0]?.params).toStrictEqual({ required: 3 });
  });

  test("passes on the reason of a test that cannot tell", () => {
    expect(ask({ years: 3, origin: "disputed" })[1]).toStrictEqual({
      code: "shop.known_origin",
      status: "unknown",
      weight: "mandatory",
      params: {},
      reason: { code: "shop.disputed", params: { origin: "disputed" } },
    });
  });

  test("gives the test the day of asking", () => {
    const dated: Rule<{ readonly until: string }, null, "until"> = {
      code: "shop.open",
      needs: ["until"],
      test: ({ until }, _, day) => ({ met: day < until, params: { actual: until } }),
    };
    const status = (day: string) => askRules([dated], { until: "2024-06-01" }, null, { asOf: day })[0]?.status;
    expect([status("2024-05-31"), status("2024-06-01")]).toStrictEqual(["met", "unmet"]);
  });

  test("takes criteria of the host in the same list, with their own words", () => {
    const own = criterion({ kind: "min", fact: "capital", min: "500000" }, { code: "host.capital", weight: "advisory", source: "Annex B" });
    const [, finding] = askRules([experienced, own], { years: 3, capital: "499999.99" }, candidatePolicy, { asOf });
    expect(finding).toStrictEqual({
      code: "host.capital",
      status: "unmet",
      weight: "advisory",
      params: { kind: "min", fact: "capital", actual: "499999.99", required: "500000" },
      words: { en: "Holds", zh: "成立" },
      source: "Annex B",
    });
  });

  test("asked no rule, it finds nothing", () => {
    expect(askRules([], {}, null, { asOf })).toStrictEqual([]);
  });

  test("survives JSON, and changes nothing it was given", () => {
    const waiver = frozen({ rule: "shop.known_origin", ground: { en: "Merger", zh: "并购" }, approver: "Li", date: "2024-01-01" });
    const findings = askRules(
      frozen([...rules]),
      frozen({ years: 1, origin: "x" }),
      frozen(candidatePolicy),
      frozen({ asOf, waivers: [waiver] }),
    );
    expect(JSON.parse(JSON.stringify(findings))).toStrictEqual(findings);
  });

  test("faults what is malformed, with its place", () => {
    const of = (facts: unknown, asking: unknown = { asOf }) =>
      faultAt(() => askRules(rules, facts as Candidate, candidatePolicy, asking as never));
    expect(of(null)).toBe("kernel.not_a_record at facts");
    expect(of({}, null)).toBe("kernel.not_a_record at asking");
    expect(of({}, { asOf: "2024-13-01" })).toBe("kernel.not_a_date at asking.asOf");
    expect(of({}, { asOf, waivers: {} })).toBe("kernel.not_a_list at asking.waivers");
    expect(of({}, { asOf, waivers: [1] })).toBe("kernel.not_a_record at asking.waivers[0]");
    expect(of(throwing("years"))).toBe("kernel.unreadable at facts.years");
    expect(faultAt(() => askRules({} as never, {}, null, { asOf }))).toBe("kernel.not_a_list at rules");
    const needing = (needs: unknown) =>
      faultAt(() => askRules([{ code: "host.x", needs, test: () => ({ met: true, params: {} }) }] as never, {}, null, { asOf }));
    expect(needing(undefined)).toBe("kernel.not_a_list at rules[0].needs");
    expect(needing(new Array(1))).toBe("kernel.not_text at rules[0].needs[0]");
    expect(needing(new Array(2 ** 32 - 1))).toBe("kernel.list_too_long at rules[0].needs");
    expect(faultAt(() => askRules(new Array(1), {}, null, { asOf }))).toBe("kernel.not_a_record at rules[0]");
    expect(faultAt(() => askRules([null] as never, {}, null, { asOf }))).toBe("kernel.not_a_record at rules[0]");
    expect(faultAt(() => askRules([{ code: "host.x" }] as never, {}, null, { asOf }))).toBe("kernel.not_a_record at rules[0].title");
  });
});

describe("a waiver", () => {
  const waiver: Waiver = {
    rule: "shop.known_origin",
    ground: "Bought a distributor",
    approver: "Li",
    date: "2024-01-01",
    expires: "2024-07-01",
  };
  const outsider = { years: 5, origin: "stranger" };
  const on = (day: string, given: Waiver, facts: Candidate = outsider) =>
    brief(askRules(rules, facts, candidatePolicy, { asOf: day, waivers: [given] }).slice(1));

  test("of an in-principle rule leaves the rule visible as excepted, with ground, approver and date (S19-75)", () => {
    const [, finding, ...rest] = ask(outsider, [waiver]);
    expect(finding).toStrictEqual({
      code: "shop.known_origin",
      status: "excepted",
      weight: "mandatory",
      params: { actual: "stranger", required: ["trial_dealer", "distributor"] },
      waiver,
    });
    expect(rest).toStrictEqual([]);
  });

  test.each([
    { day: "2023-12-31", found: ["shop.known_origin unmet", "engine.waiver_not_yet unmet"], why: "the day before it was approved" },
    { day: "2024-01-01", found: ["shop.known_origin excepted"], why: "its first day" },
    { day: "2024-06-30", found: ["shop.known_origin excepted"], why: "its last day" },
    { day: "2024-07-01", found: ["shop.known_origin unmet", "engine.waiver_expired unmet"], why: "the day it expires" },
  ])("on $day ($why): $found", ({ day, found }) => {
    expect(on(day, waiver)).toStrictEqual(found);
  });

  test("without an end holds until withdrawn", () => {
    expect(on("2099-12-31", { ...waiver, expires: undefined })).toStrictEqual(["shop.known_origin excepted"]);
  });

  test.each([["ground"], ["approver"], ["date"]] as const)("without %s is only a request: the rule binds", (field) => {
    expect(on(asOf, { ...waiver, [field]: "" })).toStrictEqual(["shop.known_origin unmet", "engine.waiver_incomplete unmet"]);
    const { [field]: _, ...rest } = waiver;
    expect(on(asOf, rest as Waiver)).toStrictEqual(["shop.known_origin unmet", "engine.waiver_incomplete unmet"]);
  });

  test.each<unknown>([{}, [], { en: "Merger" }, { en: "Merger", zh: "" }])("the ground %j says nothing, so the rule binds", (ground) => {
    expect(on(asOf, { ...waiver, ground: ground as string })).toStrictEqual(["shop.known_origin unmet", "engine.waiver_incomplete unmet"]);
  });

  test("a database's null is no last day, and the finding can be handed on", () => {
    const findings = ask(outsider, [{ ...waiver, expires: null as unknown as string }]);
    expect(findings[1]?.waiver).toStrictEqual({ rule: waiver.rule, ground: waiver.ground, approver: waiver.approver, date: waiver.date });
    expect(combineFindings(findings)).toBe("met_with_exceptions");
  });

  test("never covers what is unknown", () => {
    expect(on(asOf, waiver, { years: 5 })).toStrictEqual(["shop.known_origin unknown"]);
    expect(on(asOf, waiver, { years: 5, origin: "disputed" })).toStrictEqual(["shop.known_origin unknown"]);
  });

  test("of a rule that allows none is reported and changes nothing", () => {
    const findings = ask({ years: 1, origin: "distributor" }, [{ ...waiver, rule: "shop.experienced" }]);
    expect(brief(findings)).toStrictEqual(["shop.experienced unmet", "shop.known_origin met", "engine.waiver_not_allowed unmet"]);
    expect(findings[2]?.weight).toBe("advisory");
  });

  test("of a rule nobody asked is reported", () => {
    expect(on(asOf, { ...waiver, rule: "shop.gone" })).toStrictEqual(["shop.known_origin unmet", "engine.waiver_without_rule unmet"]);
  });

  test("is not mentioned where the rule is met, and an expired one not where another is in force", () => {
    expect(on(asOf, waiver, { years: 5, origin: "distributor" })).toStrictEqual(["shop.known_origin met"]);
    const expired = { ...waiver, expires: "2024-02-01" };
    expect(brief(ask(outsider, [expired, waiver]))).toStrictEqual(["shop.experienced met", "shop.known_origin excepted"]);
  });

  test("with a date that is none is a fault", () => {
    expect(faultAt(() => on(asOf, { ...waiver, date: "soon" }))).toBe("kernel.not_a_date at asking.waivers[0].date");
    expect(faultAt(() => on(asOf, { ...waiver, expires: "later" }))).toBe("kernel.not_a_date at asking.waivers[0].expires");
  });
});

test("a rule in code without words, weight or source carries none", () => {
  const bare: Rule<Candidate, CandidatePolicy, "years"> = { code: "shop.bare", needs: ["years"], test: () => ({ met: true, params: {} }) };
  expect(askRules([bare], { years: 1 }, candidatePolicy, { asOf })).toStrictEqual([
    { code: "shop.bare", status: "met", weight: "mandatory", params: {} },
  ]);
});
