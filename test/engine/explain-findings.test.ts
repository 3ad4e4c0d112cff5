import { askRules, type CriterionTest, engineMessages, explainFindings, type Waiver } from "qudao/engine";
import { type Catalogue, renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { asOf, candidatePolicy, criterion, experienced, knownOrigin } from "../support/rules.js";

const catalogue: Catalogue = {
  ...engineMessages,
  "shop.experienced": { en: "Has traded for {required} years", zh: "经营满 {required} 年" },
  "shop.known_origin": { en: "Comes from the channel", zh: "来自渠道内部" },
};

function lines(test: CriterionTest | undefined, facts: object, language: "en" | "zh", waivers: readonly Waiver[] = []): readonly string[] {
  const own = test === undefined ? [] : [criterion(test)];
  const findings = askRules([experienced, knownOrigin, ...own], facts, candidatePolicy, { asOf, waivers });
  return explainFindings(findings).map((node) => renderExplanation(node, { language, catalogue }));
}

describe("explainFindings()", () => {
  test("says status, rule and shortfall of every finding, in both languages", () => {
    const facts = { years: 2, capital: "5" };
    const test = { kind: "min", fact: "capital", min: "5" } as const;
    expect(lines(test, facts, "en")).toStrictEqual([
      "Not met: Has traded for 3 years",
      "Unknown: Comes from the channel\n  Missing: origin",
      "Met: Holds\n  capital is 5, at least 5 is required",
    ]);
    expect(lines(test, facts, "zh")).toStrictEqual([
      "不符合：经营满 3 年",
      "无法判断：来自渠道内部\n  缺少：origin",
      "符合：成立\n  capital 为 5，要求不低于 5",
    ]);
  });

  test("shows who waived what, and why; and marks a remark as advisory", () => {
    const waivers = [
      { rule: "shop.known_origin", ground: { en: "Merger", zh: "并购" }, approver: "Li", date: "2024-01-01", expires: "2025-01-01" },
      { rule: "shop.experienced", ground: "Old friend", approver: "Li", date: "2024-01-01" },
    ];
    expect(lines(undefined, { years: 3, origin: "x" }, "en", waivers)).toStrictEqual([
      "Met: Has traded for 3 years",
      "Excepted: Comes from the channel\n  Waived by Li from 2024-01-01, expires 2025-01-01: Merger",
      "Not met (advisory): Cannot waive shop.experienced: the rule allows no exception",
    ]);
    expect(lines(undefined, { years: 3, origin: "x" }, "zh", waivers)[1]).toBe(
      "例外批准：来自渠道内部\n  由 Li 批准例外，自 2024-01-01 起有效，失效日 2025-01-01：并购",
    );
  });

  test("explains the parts of a group below it, and why something cannot be told", () => {
    const test: CriterionTest = {
      kind: "any_of",
      of: [
        { kind: "no_event_since", fact: "events", event: "breach", since: { months: 12 }, title: { en: "No breach", zh: "无违约" } },
        { kind: "document_valid", fact: "documents", document: "licence" },
      ],
    };
    const facts = { years: 3, origin: "distributor", events: [{ kind: "breach", date: "2024-01-01", disputed: true }], documents: [] };
    expect(lines(test, facts, "en")[2]?.split("\n")).toStrictEqual([
      "Unknown: Holds",
      "  0 of 2 hold, one is required",
      "  Unknown: No breach",
      "    breach since 2023-05-01: 0, none is allowed",
      "    Still in dispute: 1 of breach",
      "  Not met: Document licence: absent, valid until –",
    ]);
  });

  test("says of a fact that is missing that it is absent", () => {
    const of = (test: CriterionTest) => lines(test, { years: 3, origin: "distributor" }, "en")[2]?.split("\n")[1];
    expect(of({ kind: "min", fact: "capital", min: "5" })).toBe("  capital is –, at least 5 is required");
    expect(of({ kind: "document_valid", fact: "documents", document: "licence" })).toBe("  Document licence: –, valid until –");
  });

  test("what is no finding is a fault with its place", () => {
    const part = { code: "shop.rule", status: "met", weight: "mandatory", params: {} };
    const of = (change: object) => faultAt(() => explainFindings([{ ...part, ...change }] as never));
    expect(of({ code: 1 })).toBe("kernel.not_text at findings[0].code");
    expect(of({ params: null })).toBe("kernel.not_a_record at findings[0].params");
    expect(of({ words: { en: "x" } })).toBe("kernel.not_text at findings[0].words.zh");
    expect(of({ missing: [1] })).toBe("kernel.not_text at findings[0].missing[0]");
    expect(of({ reason: {} })).toBe("kernel.not_text at findings[0].reason.code");
    expect(of({ waiver: { ground: "x", approver: "y" } })).toBe("kernel.not_a_date at findings[0].waiver.date");
    const cyclic: { [field: string]: unknown } = { ...part };
    cyclic["parts"] = [cyclic];
    expect(of(cyclic)).toMatch(/^engine\.criterion_too_deep at findings\[0\](\.parts\[0\]){8}\.parts$/);
  });

  test("keeps the identity of the rule as data", () => {
    const [node] = explainFindings(askRules([experienced], { years: 3 }, candidatePolicy, { asOf }));
    expect(node).toStrictEqual({
      code: "engine.finding",
      params: { status: "met", finding: { code: "shop.experienced", params: { actual: 3, required: 3 } } },
    });
    expect(JSON.parse(JSON.stringify(node))).toStrictEqual(node);
  });
});
