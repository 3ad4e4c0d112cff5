import { checkChoice, checkRecord, readSafely } from "../../kernel/check.js";
import type { Explained } from "../../kernel/explanation.js";
import type { Catalogue, Language } from "../../kernel/message.js";
import type { AccountStatement } from "./account-statement.js";
import { type StatementPart, statementParts } from "./statement-part.js";
import { type ColumnKind, readAmount, readSayer, type Sayer, tableOf } from "./statement-tables.js";

/** How a statement is written as a sheet. */
export interface StatementCsvChoice {
  /** Which table. */
  readonly part: StatementPart;
  /** Language of headings and words. */
  readonly language: Language;
  /** Words by code; all of them are in `qudao/i18n`. */
  readonly catalogue: Catalogue;
  /** `with`: a mark at the beginning, from which a spreadsheet knows that the text is UTF-8. Needed for Chinese in Excel. */
  readonly byteOrderMark: "with" | "without";
}

/**
 * Writes one table of a statement of account as comma-separated values (RFC 4180).
 *
 * @remarks
 * Lines end in CR LF, the last one too; cells with a comma, a quotation mark, a line end, or a blank at either end are quoted. Amounts are
 * plain decimals. A text that a spreadsheet would run as a formula, because it begins with `=`, `+`, `-` or `@`, gets an apostrophe before
 * it. The movements begin with the opening and end with the closing balance.
 *
 * @param statement - The answer of `buildAccountStatement`.
 * @param choice - Which table, the language, and the mark at the beginning.
 * @returns The text of the file.
 * @throws LibraryFault `kernel.*` with the place in `statement` or `choice` that cannot be read.
 *
 * @example One movement
 * ```ts
 * import { catalogue } from "qudao/i18n";
 * import { buildAccountStatement, exportStatementCsv } from "qudao/settlement";
 *
 * const statement = buildAccountStatement(
 *   {
 *     asOf: "2024-04-10", period: { start: "2024-03-01", end: "2024-04-01" }, account: { id: "A" },
 *     entries: [{ id: "E1", memberId: "A", kind: "fee", date: "2024-03-05", amount: { amount: "80", currency: "CNY" }, sourceIds: ["S1"] }],
 *     billTo: [], disputes: [], sources: [{ sourceId: "S1", invoice: "INV-7", line: "2" }], earnings: [], receivables: [],
 *   },
 *   { currency: "CNY", decimals: 2, undated: "due", setOff: { order: "none", reach: "due" }, minimumPayment: "0", documents: [] },
 * );
 * const sheet = exportStatementCsv(statement, { part: "movements", language: "en", catalogue, byteOrderMark: "without" });
 * sheet.split("\r\n")[2]; // => "2024-03-05,E1,A,fee,fee,INV-7/2,,,80.00,80.00,CNY"
 * ```
 *
 * @since 0.1.0
 */
export function exportStatementCsv(statement: Explained<AccountStatement>, choice: StatementCsvChoice): string {
  return readSafely({ statement, choice }, () => {
    const given = checkRecord(choice, "choice");
    const part = checkChoice(given["part"], "choice.part", statementParts);
    const mark = checkChoice(given["byteOrderMark"], "choice.byteOrderMark", ["with", "without"]);
    const sayer = readSayer(given);
    const outcome = checkRecord(checkRecord(statement, "statement")["outcome"], "statement.outcome");
    const { columns, rows } = tableOf(outcome, part, sayer);
    const balance = (name: "opening" | "closing") => {
      const amount = readAmount(outcome[name], `statement.outcome.${name}`);
      const cells: { readonly [column: string]: string } = {
        title: sayer.word(`page.${name}`),
        balance: amount,
        currency: String(outcome["currency"]),
      };
      return columns.map((column) => cells[column.name] ?? "");
    };
    const all = part === "movements" ? [balance("opening"), ...rows, balance("closing")] : rows;
    const lines = [
      headingsOf(columns, sayer),
      ...all.map((cells) => cells.map((cell, i) => cellOf(cell, (columns[i] as (typeof columns)[number]).kind))),
    ];
    return `${mark === "with" ? "\ufeff" : ""}${lines.map((cells) => `${cells.join(",")}\r\n`).join("")}`;
  });
}

function headingsOf(columns: readonly { readonly name: string }[], { word }: Sayer): readonly string[] {
  return columns.map(({ name }) => cellOf(word(`column.${name}`), "plain"));
}

/** What a spreadsheet reads as the beginning of a formula, full-width forms included, also behind blanks. */
const FORMULA = /^[\s\ufeff]*[=+\-@＝＋－＠]/u;

function cellOf(cell: string, kind: ColumnKind): string {
  const safe = (kind === "plain" || kind === "word") && FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
