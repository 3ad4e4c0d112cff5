import { addDays, parseDate } from "../../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, type Fields, readSafely } from "../../kernel/check.js";
import type { Explained } from "../../kernel/explanation.js";
import { kernelFault } from "../../kernel/fault.js";
import type { Catalogue, Language, Message, MessageParams } from "../../kernel/message.js";
import type { AccountPayment, AccountStatement } from "./account-statement.js";
import { escapeHtml, type PageRow, type PageTree, showAmount, statementStyle, tableHtml, treeHtml } from "./statement-page.js";
import { rareParts, type StatementPart } from "./statement-part.js";
import { readAmount, readSayer, type Sayer, sayWords, tableOf } from "./statement-tables.js";

/** How a statement is written as a page. */
export interface StatementHtmlChoice {
  /** Language of the page. */
  readonly language: Language;
  /** Words by code; all of them are in `qudao/i18n`. */
  readonly catalogue: Catalogue;
}

/**
 * Writes a statement of account as one page that can be read, printed and sent: no script, no picture, nothing loaded from elsewhere.
 *
 * @remarks
 * Everything that comes from data is escaped. Tables that have no rows are left out; the working is a nested list at the end.
 *
 * @param statement - The answer of `buildAccountStatement`.
 * @param choice - The language, and the words.
 * @returns A whole document in HTML, UTF-8.
 * @throws LibraryFault `kernel.explanation_too_large` for a working without end; `kernel.*` with the place in `statement` or `choice` that
 * cannot be read.
 *
 * @example The page in Chinese
 * ```ts
 * import { catalogue } from "qudao/i18n";
 * import { buildAccountStatement, exportStatementHtml } from "qudao/settlement";
 *
 * const statement = buildAccountStatement(
 *   {
 *     asOf: "2024-04-10", period: { start: "2024-03-01", end: "2024-04-01" }, account: { id: "A", titles: { en: "A & Sons", zh: "甲公司" } },
 *     entries: [{ id: "E1", memberId: "A", kind: "fee", date: "2024-03-05", amount: { amount: "1080", currency: "CNY" } }],
 *     billTo: [], disputes: [], sources: [], earnings: [], receivables: [],
 *   },
 *   { currency: "CNY", decimals: 2, undated: "due", setOff: { order: "none", reach: "due" }, minimumPayment: "0", documents: [] },
 * );
 * const page = exportStatementHtml(statement, { language: "zh", catalogue });
 * [page.includes("<title>对账单 · 甲公司</title>"), page.includes("1,080.00"), page.includes("<script")]; // => [true, true, false]
 * exportStatementHtml(statement, { language: "en", catalogue }).includes("A &amp; Sons"); // => true
 * ```
 *
 * @since 0.1.0
 */
export function exportStatementHtml(statement: Explained<AccountStatement>, choice: StatementHtmlChoice): string {
  return readSafely({ statement, choice }, () => {
    const sayer = readSayer(checkRecord(choice, "choice"));
    const given = checkRecord(statement, "statement");
    const outcome = checkRecord(given["outcome"], "statement.outcome");
    const tree = treeOf(given["explanation"], sayer);
    return pageOf(outcome, tree, sayer);
  });
}

const PLACE = "statement.outcome";

function pageOf(outcome: Fields, tree: PageTree, sayer: Sayer): string {
  const { word, language } = sayer;
  const name = sayWords(outcome["account"], sayer, `${PLACE}.account`);
  const title = `${word("page.statement")} · ${name}`;
  const parts = (["openItems", "disputes", "receivables", "documents", "members", "goods", "rights"] as const).map((part) =>
    section(outcome, part, sayer),
  );
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${statementStyle}</style>
</head>
<body>
${headerOf(outcome, name, sayer)}
<main>
${figuresOf(outcome, sayer)}
${heading(word("page.movements"))}
${movementsOf(outcome, sayer)}
${heading(word("page.payment"))}
${paymentOf(outcome, sayer)}
${parts.join("")}${heading(word("page.working"))}
${treeHtml([tree])}
</main>
${footerOf(outcome, sayer)}
</body>
</html>
`;
}

const heading = (text: string) => `<h2>${escapeHtml(text)}</h2>`;

function headerOf(outcome: Fields, name: string, { word, say }: Sayer): string {
  const period = checkRecord(outcome["period"], `${PLACE}.period`);
  const first = parseDate(period["start"], `${PLACE}.period.start`);
  const last = addDays(parseDate(period["end"], `${PLACE}.period.end`), -1);
  const about = [
    [word("page.account"), checkText(outcome["accountId"], `${PLACE}.accountId`)],
    [word("page.period"), say({ code: "settlement.page.days", params: { first, last } })],
    [word("page.drawn"), parseDate(outcome["asOf"], `${PLACE}.asOf`)],
    [word("column.currency"), checkText(outcome["currency"], `${PLACE}.currency`)],
  ] as const;
  const rows = about.map(([term, text]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`);
  const interim = outcome["status"] === "interim" ? `<p>${escapeHtml(word("page.interim"))}</p>` : "";
  return `<header><div><h1>${escapeHtml(word("page.statement"))}</h1><p>${escapeHtml(name)}</p>${interim}</div><dl class="about">${rows.join("")}</dl></header>`;
}

function figuresOf(outcome: Fields, { word }: Sayer): string {
  const payment = checkRecord(outcome["payment"], `${PLACE}.payment`);
  const figure = (name: string, amount: unknown, look = "") => {
    const shown = showAmount(readAmount(amount, `${PLACE}.${name}`));
    return `<div class="figure${look}"><span>${escapeHtml(word(`page.${name}`))}</span><b>${shown}</b></div>`;
  };
  const { opening, closing, overdue } = outcome;
  const late = /[1-9]/.test(readAmount(overdue, `${PLACE}.overdue`)) ? " late" : "";
  const figures = [
    figure("opening", opening),
    figure("closing", closing),
    figure("overdue", overdue, late),
    figure("payable", payment["payable"], " main"),
  ];
  return `<div class="figures">${figures.join("")}</div>`;
}

/** Columns that say nothing on this page are left out: those without a cell, and the currency, which the head says. */
function sectionTable(
  outcome: Fields,
  part: StatementPart,
  sayer: Sayer,
  around: (rows: readonly PageRow[], names: readonly string[]) => readonly PageRow[],
) {
  const { columns, rows } = tableOf(outcome, part, sayer);
  const kept = columns.flatMap((column, i) => {
    const empty = rows.every((cells) => cells[i] === "");
    const always = column.name === "balance" || column.name === "title";
    return (column.name === "currency" && part !== "receivables") || (empty && !always) ? [] : [{ ...column, i }];
  });
  const body = rows.map((cells): PageRow => ({ cells: kept.map(({ i }) => cells[i] as string) }));
  const names = kept.map(({ name }) => name);
  return tableHtml(
    kept.map(({ name, kind }) => ({ title: sayer.word(`column.${name}`), kind })),
    around(body, names),
  );
}

function movementsOf(outcome: Fields, sayer: Sayer): string {
  return sectionTable(outcome, "movements", sayer, (rows, names) => {
    const edge = (name: "opening" | "closing", look: "edge" | "sum"): PageRow => {
      const amount = readAmount(outcome[name], `${PLACE}.${name}`);
      return { look, cells: names.map((column) => (column === "title" ? sayer.word(`page.${name}`) : column === "balance" ? amount : "")) };
    };
    return [edge("opening", "edge"), ...rows, edge("closing", "sum")];
  });
}

const steps: readonly (readonly [name: keyof AccountPayment, sign: "" | "-"])[] = [
  ["balance", ""],
  ["held", "-"],
  ["notDue", "-"],
  ["offset", "-"],
  ["carried", "-"],
  ["owedByMember", ""],
  ["payable", ""],
];

function paymentOf(outcome: Fields, { word }: Sayer): string {
  const payment = checkRecord(outcome["payment"], `${PLACE}.payment`);
  const rows = steps.flatMap(([name, sign]): readonly string[] => {
    const amount = readAmount(payment[name], `${PLACE}.payment.${name}`);
    const isZero = !/[1-9]/.test(amount);
    if (isZero && name !== "balance" && name !== "payable") return [];
    const signed = sign === "" || isZero ? amount : amount.startsWith("-") ? amount.slice(1) : `-${amount}`;
    const look = name === "payable" ? ' class="sum"' : "";
    return [`<tr${look}><td>${escapeHtml(word(`page.${name}`))}</td><td class="number">${showAmount(signed)}</td></tr>`];
  });
  return `<table class="steps"><tbody>\n${rows.join("\n")}\n</tbody></table>`;
}

function section(outcome: Fields, part: StatementPart, sayer: Sayer): string {
  const { length } = checkList(outcome[part] ?? (rareParts.includes(part) ? [] : undefined), `${PLACE}.${part}`);
  // one member says the same as the whole
  if (length === 0 || (part === "members" && length === 1)) return "";
  return `${heading(sayer.word(`page.${part}`))}\n${sectionTable(outcome, part, sayer, (rows) => rows)}\n`;
}

function footerOf(outcome: Fields, { word, say }: Sayer): string {
  const others = checkList(outcome["otherCurrencies"], `${PLACE}.otherCurrencies`).map((item, i) => {
    const { currency, entries } = checkRecord(item, `${PLACE}.otherCurrencies[${i}]`);
    return say({ code: "settlement.page.otherCurrencies", params: { currency, entries } as MessageParams });
  });
  return `<footer>${[word("page.sign"), ...others].map((text) => `<p>${escapeHtml(text)}</p>`).join("")}</footer>`;
}

/** Far above any statement; also what ends a working that contains itself. */
const MOST_NODES = 1_000_000;
const MOST_LEVELS = 200;

function treeOf(explanation: unknown, { say }: Sayer): PageTree {
  let nodes = 0;
  const read = (value: unknown, level: number, path: string): PageTree => {
    nodes++;
    if (nodes > MOST_NODES || level > MOST_LEVELS)
      throw kernelFault("kernel.explanation_too_large", path, { nodes: MOST_NODES, levels: MOST_LEVELS });
    const node = checkRecord(value, path);
    const text = say(node as unknown as Message);
    const { from } = node;
    const parts = from === undefined ? [] : checkList(from, `${path}.from`).map((part, i) => read(part, level + 1, `${path}.from[${i}]`));
    return { text, parts };
  };
  return read(explanation, 0, "statement.explanation");
}
