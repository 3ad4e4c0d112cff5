import { readFileSync } from "node:fs";
import { policySchemas, recordSchemas } from "qudao/schemas";
import { describe, expect, test } from "vitest";

/** Types whose names sound like a policy and that no host stores by themselves, and why. */
const partsAndAnswers: { readonly [room: string]: { readonly [type: string]: string } } = {
  incentives: {
    CollectedPolicy: "an answer: a policy as a programme declares it",
    NegativePolicy: "a word of IncentiveProgramme",
    ProgrammePolicies: "an answer: what programmes declare",
    ReturnsPolicy: "a word of IncentiveProgramme",
  },
  settlement: {
    AccountTaxPolicy: "a part of AccountStatementPolicy",
    ClaimAgreement: "a part of ClaimValidationPolicy",
    PayoutPolicy: "a part of AccumulatorPolicy",
    ProgrammeCalendar: "a part of SettlementCalendarPolicy",
    ProgrammePaymentTerms: "a part of PaymentRunPolicy",
    ProgrammeSettlementTerms: "a part of EarningsSettlementPolicy",
    SetOffPolicy: "a part of AccountStatementPolicy",
    SettledTerms: "a part of Settlement",
  },
};

describe.each(Object.keys(partsAndAnswers))("what a host stores of %s", (room) => {
  test("has a schema and a parser: every exported policy, programme, agreement, chart, calendar and life", () => {
    const story = readFileSync(`src/${room}/index.ts`, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
    const names = [...story.matchAll(/\b[A-Z]\w*(?:Policy|Policies|Programme|Agreement|Chart|Calendar|Terms|Life)\b/g)].map(
      ([name]) => name,
    );
    const known = new Set([...Object.keys(policySchemas), ...Object.keys(recordSchemas)]);
    const apart = partsAndAnswers[room] as { readonly [type: string]: string };
    expect([...new Set(names)].filter((name) => !known.has(name) && apart[name] === undefined)).toStrictEqual([]);
    expect(Object.keys(apart).filter((name) => known.has(name) || !names.includes(name))).toStrictEqual([]);
  });
});
