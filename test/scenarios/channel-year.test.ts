/** The page of examples/01-channel-year: charts in both languages, readable without a network, true to what was settled. */
import { readFileSync } from "node:fs";
import type { SaleLine } from "qudao/entities";
import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
// @ts-expect-error: an example is plain JavaScript
import { buildPage } from "../../examples/01-channel-year/page.mjs";

const programmes = JSON.parse(readFileSync("examples/01-channel-year/policy.json", "utf8")).filter(
  ({ id }: { readonly id: string }) => id !== "attainment", // its windows are made from the data
);
const members = ["Warehouse", "Value Added Reseller"].map((memberClass, i) => ({
  id: `R${i}`,
  title: { en: `Shop <${i}>`, zh: `第${i}店` },
  kind: "distributor" as const,
  memberClass,
}));
const accumulator = openAccumulator({ currency: "USD", programmes, members, sources: "count" });
const line = (id: string, memberId: string, date: string, amount: string): SaleLine => ({
  id,
  memberId,
  productId: "B1",
  categoryId: "Bikes",
  date,
  quantity: 1,
  amount,
  kind: "sale",
});
// 30,000 in a quarter: 1 % of what is above 10,000. Growth from 10,000 to 13,000 is 30 %: 2 % of 3,000
accumulate(accumulator, [
  line("1", "R0", "2011-02-01", "30000.00"),
  line("2", "R1", "2012-05-01", "10000.00"),
  line("3", "R1", "2013-05-01", "13000.00"),
]);
const settlement = settle(accumulator, { asOf: "2014-01-01" });
const ranked = settlement.statements.map((statement) => ({ statement, usd: statement.total.amount }));
const page: string = buildPage({ settlement, ranked, programmes, members });
const [, chinese = "", english = ""] = page.split("<article");

describe("the page of a channel's three years", () => {
  test("has three charts in each language, with the programmes in its words", () => {
    for (const article of [chinese, english]) expect(article.match(/<svg/g)).toHaveLength(3);
    expect(chinese).toContain('lang="zh-CN"');
    expect(english).toContain('lang="en"');
    for (const { titles } of programmes) {
      expect(chinese).toContain(titles.zh);
      expect(english).toContain(titles.en);
    }
    expect(english).not.toMatch(/\p{Script=Han}/u);
  });

  test("reads nothing from anywhere else", () => {
    expect(page).not.toMatch(/<(script|link|img|iframe|object)\b|@import|url\((?!#)/);
    expect([...new Set(page.match(/https?:\/\/[^"' )<]+/g))]).toStrictEqual(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]);
  });

  test("names members as they are called, whatever is in a name", () => {
    expect(chinese).toContain("第0店");
    expect(english).toContain("Shop &lt;0&gt;");
    expect(page).not.toContain("<0>");
  });

  test("stands on what was settled: 200 and 60 + 30 + 0", () => {
    expect(ranked.map(({ usd }) => usd)).toStrictEqual(["200.00", "90.00"]);
  });
});
