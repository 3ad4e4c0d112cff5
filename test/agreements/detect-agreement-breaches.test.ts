import {
  type AgreementBreachFacts,
  type CarriedProductLine,
  checkAgreement,
  type Disclosure,
  detectAgreementBreaches,
} from "qudao/agreements";
import type { Agreement } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { rawLines } from "../support/agreement-words.js";
import { agency } from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const exclusive: Agreement = {
  ...agency,
  clauses: [{ kind: "exclusivity" }, { kind: "compensation" }, { kind: "confidentiality" }],
  terms: { exclusivity: { categoryIds: ["lock", "camera"], compensates: ["lost_profit", "risk_income"] } },
};
const line: CarriedProductLine = { id: "L1", categoryId: "lock", manufacturerId: "N", start: "2024-03-01" };
const disclosure: Disclosure = { id: "I1", date: "2024-04-01", about: "product_information", permitted: false };
const base: AgreementBreachFacts = { agreement: exclusive, manufacturerId: "M", carriedLines: [], disclosures: [], asOf: "2024-05-01" };

const found = (change: Partial<AgreementBreachFacts>) => {
  const { breaches, excepted, undecided } = detectAgreementBreaches({ ...base, ...change }).outcome;
  const ids = (list: typeof breaches) => list.map(({ id }) => id);
  return { breaches: ids(breaches), excepted: ids(excepted), undecided: ids(undecided) };
};
const none = { breaches: [], excepted: [], undecided: [] };
const breach = { ...none, breaches: ["L1"] };
const open = { ...none, undecided: ["L1"] };
const carries = (change: Partial<CarriedProductLine>, agreement = exclusive) =>
  found({ carriedLines: [{ ...line, ...change }], agreement });
const tells = (change: Partial<Disclosure>, agreement = exclusive) => found({ disclosures: [{ ...disclosure, ...change }], agreement });

describe("detectAgreementBreaches()", () => {
  describe("like products", () => {
    const waiver = {
      rule: "agreements.like_products_not_carried",
      ground: "Stock of last year",
      approver: "Li",
      date: "2024-05-01",
      expires: "2024-05-02",
    };

    test("S19-110: a competing line under exclusivity is a breach, with a recorded waiver none, without the clause none", () => {
      expect(carries({})).toStrictEqual(breach);
      expect(carries({ waivers: [waiver] })).toStrictEqual({ ...none, excepted: ["L1"] });
      expect(carries({}, { ...exclusive, clauses: [], terms: {} })).toStrictEqual(none);
    });

    test.each([
      { asOf: "2024-04-30", expected: breach, why: "a day before it was given" },
      { asOf: "2024-05-01", expected: { ...none, excepted: ["L1"] }, why: "on its only day" },
      { asOf: "2024-05-02", expected: breach, why: "on the day it expires" },
    ])("a waiver counts on the day of asking: $asOf, $why", ({ asOf, expected }) => {
      expect(found({ carriedLines: [{ ...line, waivers: [waiver] }], asOf })).toStrictEqual(expected);
    });

    test("a waiver without an approver is none, and one line's waiver is not another's", () => {
      expect(carries({ waivers: [{ ...waiver, approver: "" }] })).toStrictEqual(breach);
      const lines = [
        { ...line, waivers: [waiver] },
        { ...line, id: "L2" },
      ];
      expect(found({ carriedLines: lines })).toStrictEqual({ ...none, breaches: ["L2"], excepted: ["L1"] });
    });

    test.each<[string, Partial<CarriedProductLine>, object]>([
      ["of another category", { categoryId: "cable" }, none],
      ["of the manufacturer itself", { manufacturerId: "M" }, none],
      ["that it gave up already", { end: "2024-05-01" }, none],
      ["that it carries for one more day", { end: "2024-05-02" }, breach],
      ["that it begins to carry today", { start: "2024-05-01" }, breach],
      ["that it begins to carry tomorrow", { start: "2024-05-02" }, none],
      ["of a category that is not known", { categoryId: undefined }, open],
      ["of an unknown maker", { manufacturerId: undefined }, open],
      ["of an unknown maker and another category", { manufacturerId: undefined, categoryId: "cable" }, none],
    ])("a line %s", (_, change, expected) => {
      expect(carries(change)).toStrictEqual(expected);
    });

    test.each([
      { asOf: "2024-12-31", expected: breach },
      { asOf: "2025-01-01", expected: none },
    ])("exclusivity binds within the term: $asOf", ({ asOf, expected }) => {
      expect(found({ carriedLines: [line], asOf })).toStrictEqual(expected);
    });

    test("exclusivity that is not paid for is for a lawyer, and the agreement has a finding", () => {
      for (const compensates of [[], ["lost_profit"], ["risk_income"]] as const) {
        const unpaid = { ...exclusive, terms: { exclusivity: { categoryIds: ["lock"], compensates } } };
        expect(carries({}, unpaid)).toStrictEqual(open);
        const { findings } = checkAgreement(
          { agreement: unpaid, stage: "text", asOf: "2024-05-01" },
          { clauses: [], legalTags: [] },
        ).outcome;
        expect(findings.find(({ code }) => code === "agreements.exclusivity_compensated")?.status).toBe("unmet");
      }
      expect(carries({}, { ...exclusive, clauses: [{ kind: "exclusivity" }] })).toStrictEqual(open);
      expect(carries({}, { ...exclusive, terms: undefined })).toStrictEqual(open);
    });
  });

  describe("product information", () => {
    const told = { ...none, breaches: ["I1"] };

    test("S19-124: an unauthorised disclosure is a violation; without the clause the agreement has a finding instead", () => {
      expect(tells({})).toStrictEqual(told);
      expect(detectAgreementBreaches({ ...base, disclosures: [disclosure] }).outcome.breaches[0]?.kind).toBe("information_disclosure");
      expect(tells({}, { ...exclusive, clauses: [] })).toStrictEqual(none);
    });

    test.each<[string, Partial<Disclosure>, object]>([
      ["with leave", { permitted: true }, none],
      ["of which it is not known", { permitted: undefined }, { ...none, undecided: ["I1"] }],
      ["that is contested", { disputed: true }, { ...none, undecided: ["I1"] }],
      ["of something else", { about: "other" }, none],
      ["before the term", { date: "2023-12-31" }, none],
      ["on its first day", { date: "2024-01-01" }, told],
      ["of today", { date: "2024-05-01" }, told],
      ["of tomorrow", { date: "2024-05-02" }, none],
      [
        "that was allowed afterwards",
        { waivers: [{ rule: "agreements.product_information_kept", ground: "Already public", approver: "Li", date: "2024-04-15" }] },
        { ...none, excepted: ["I1"] },
      ],
    ])("a disclosure %s", (_, change, expected) => {
      expect(tells(change)).toStrictEqual(expected);
    });

    test("confidentiality outlives the agreement", () => {
      expect(found({ disclosures: [{ ...disclosure, date: "2025-03-01" }], asOf: "2025-05-01" })).toStrictEqual(told);
    });
  });

  test.each<[string, Partial<AgreementBreachFacts>, string]>([
    ["no manufacturer", { manufacturerId: "" }, "kernel.not_text at facts.manufacturerId"],
    ["no lines", { carriedLines: undefined as never }, "kernel.not_a_list at facts.carriedLines"],
    ["a line without a first day", { carriedLines: [{ ...line, start: "" }] }, "kernel.not_a_date at facts.carriedLines[0].start"],
    [
      "a disclosure of nothing",
      { disclosures: [{ ...disclosure, about: "weather" as never }] },
      "kernel.not_a_choice at facts.disclosures[0].about",
    ],
    [
      "a leave that is a word",
      { disclosures: [{ ...disclosure, permitted: "no" as never }] },
      "kernel.not_a_choice at facts.disclosures[0].permitted",
    ],
    ["no day", { asOf: "today" }, "kernel.not_a_date at facts.asOf"],
  ])("names the place of %s", (_, change, fault) => {
    expect(faultAt(() => detectAgreementBreaches({ ...base, ...change }))).toBe(fault);
  });

  test("is plain JSON, readable in both languages, and changes nothing", () => {
    const unpaid = { ...exclusive, clauses: [{ kind: "exclusivity" as const }, { kind: "confidentiality" as const }] };
    for (const agreement of [exclusive, unpaid]) {
      const lines = [line, { ...line, id: "L2", categoryId: undefined }];
      const answer = detectAgreementBreaches(
        frozen({
          ...base,
          agreement,
          carriedLines: lines,
          disclosures: [disclosure, { ...disclosure, id: "I2", disputed: true as const }],
        }),
      );
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      expect(answer.explanation.from).toHaveLength(4);
      expect(rawLines(answer.explanation)).toStrictEqual([]);
    }
  });
});
