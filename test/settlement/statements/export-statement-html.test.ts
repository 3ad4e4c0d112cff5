import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { buildAccountStatement, exportStatementHtml } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { entryOf, fullFacts, fullPolicy, statementFacts, statementPolicy } from "../../support/account-statement.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const full = frozen(buildAccountStatement(fullFacts, fullPolicy));
const page = (language: "en" | "zh" = "en", statement = full) => exportStatementHtml(statement, { language, catalogue });

/** Tags that are opened and not closed in order, or closed and not opened. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name = ""] of html.replace(/<style>[\s\S]*?<\/style>/, "").matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (name === "meta") continue;
    if (close !== "/") open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

const textOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]*>/g, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("exportStatementHtml()", () => {
  test.each(["en", "zh"] as const)(
    "complaint 38: a statement is built in, as one whole page in %s, without script, and nothing is loaded",
    (language) => {
      const html = page(language);
      expect(unbalanced(html)).toStrictEqual([]);
      expect(html.startsWith("<!doctype html>\n<html lang=")).toBe(true);
      expect(html).toContain(language === "zh" ? '<html lang="zh-CN">' : '<html lang="en">');
      expect(html).toContain('<meta charset="utf-8">');
      expect(html).toContain("@media print");
      expect(html).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|url\(|https?:/i);
      expect(textOf(html)).not.toMatch(/settlement\.|undefined|\[object/);
    },
  );

  test("shows what the statement says: balances, lines, disputes, set-off, papers, members", () => {
    const text = textOf(page()).split("\n");
    for (const shown of [
      "3,000.00",
      "5,496.00",
      "2,036.00",
      "1,386.00",
      "−1,000.00",
      "Credit note",
      "VAT 6 %",
      "disputed",
      "Overdue from us",
    ])
      expect(text).toContain(shown);
    expect(text).toContain("Not in this statement: 1 entries in USD");
    expect(textOf(page("zh"))).toContain("从余额到付款");
  });

  test("the few words of a column are not broken, identifiers are", () => {
    expect(page()).toContain('<td class="word">earning</td>');
    expect(page()).toContain("td.word{overflow-wrap:normal");
    expect(page()).toContain("overflow-wrap:anywhere}");
  });

  test("the working is a nested list with every node, in reading order", () => {
    for (const language of ["en", "zh"] as const) {
      const list = page(language).slice(page(language).indexOf('<ul class="working">'));
      const said = textOf(list.slice(0, list.indexOf("</main>")))
        .split("\n")
        .filter((line) => line.trim() !== "");
      expect(said).toStrictEqual(
        renderExplanation(full.explanation, { language, catalogue })
          .split("\n")
          .map((line) => line.trim()),
      );
      expect(list.match(/<li>/g)?.length).toBe(said.length);
    }
  });

  test("everything that comes from data is escaped", () => {
    const evil = `<img src=x onerror="alert(1)">&'`;
    const statement = buildAccountStatement(
      statementFacts({
        account: { id: "A", titles: { en: evil, zh: evil } },
        entries: [entryOf({ id: evil, titles: { en: evil, zh: evil }, sourceIds: [evil], refersTo: `${evil}2` })],
      }),
      statementPolicy({
        documents: [
          {
            id: "x",
            kinds: ["earning"],
            positive: { id: evil, titles: { en: evil, zh: evil } },
            negative: { id: "y", titles: { en: "y", zh: "乙" } },
          },
        ],
      }),
    );
    const html = page("en", statement);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;");
    expect(unbalanced(html)).toStrictEqual([]);
  });

  test("tables without rows are left out, and a single member is not listed again", () => {
    const html = page("en", buildAccountStatement(statementFacts({ entries: [entryOf()] }), statementPolicy()));
    for (const left of ["Disputes", "Your open invoices", "Papers and tax", "Member by member"])
      expect(html).not.toContain(`<h2>${left}</h2>`);
    expect(html).toContain("<h2>Open items</h2>");
    expect(page("en", buildAccountStatement(statementFacts({}), statementPolicy()))).toContain("To be paid now");
  });

  test("what is no statement, or a working without end, is a fault with its place", () => {
    const at = (statement: unknown) => faultAt(() => page("en", statement as never));
    expect(at({ outcome: {} })).toBe("kernel.not_a_record at statement.explanation");
    expect(at({ ...full, outcome: { ...full.outcome, overdue: "<b>" } })).toBe("kernel.not_a_decimal at statement.outcome.overdue");
    const endless: { code: string; params: object; from: unknown[] } = { code: "x.y", params: {}, from: [] };
    endless.from.push(endless);
    expect(at({ ...full, explanation: endless })).toMatch(/^kernel\.explanation_too_large at /);
  });
});
