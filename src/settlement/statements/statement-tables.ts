/**
 * The tables of a statement of account, for the sheet and the page: columns with the kind of what stands in them, and rows of plain text.
 *
 * @internal
 */
import { incentiveMeans } from "../../incentives/incentive-means.js";
import { parseDate } from "../../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, type Fields } from "../../kernel/check.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import { type Catalogue, type Language, type Message, renderMessage, type Words } from "../../kernel/message.js";
import { rareParts, type StatementPart } from "./statement-part.js";

/** Renders what a reader sees. */
export interface Sayer {
  readonly language: Language;
  readonly say: (message: Message) => string;
  readonly word: (name: string) => string;
}

/** `number`: a decimal, right-aligned, never text. `word`: one of few words of the catalogue, never broken. `plain`: an identifier or words. */
export type ColumnKind = "plain" | "word" | "date" | "number";

export interface StatementTable {
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly string[])[];
}

export function readSayer(choice: Fields): Sayer {
  const language = checkChoice(choice["language"], "choice.language", ["en", "zh"]);
  const catalogue = checkRecord(choice["catalogue"], "choice.catalogue") as Catalogue;
  const say = (message: Message) => renderMessage(message, language, catalogue);
  return { language, say, word: (name) => say({ code: `settlement.${name}`, params: {} }) };
}

/** How one cell is read from its row. An absent date or identifier is an empty cell. */
type CellReader = (row: Fields, sayer: Sayer, place: string) => string;
type Column = readonly [name: string, kind: ColumnKind, read: CellReader];

const DECIMAL = /^-?\d+(\.\d+)?$/;

export function readAmount(value: unknown, path: string): string {
  if (typeof value !== "string" || !DECIMAL.test(value)) throw kernelFault("kernel.not_a_decimal", path, { got: shown(value) });
  return value;
}

const isNone = (value: unknown) => value === null || value === undefined;

const plain = (name: string): Column => [
  name,
  "plain",
  (row, _, place) => (isNone(row[name]) ? "" : checkText(row[name], `${place}.${name}`)),
];
const date = (name: string): Column => [
  name,
  "date",
  (row, _, place) => (isNone(row[name]) ? "" : parseDate(row[name], `${place}.${name}`)),
];
const amount = (name: string): Column => [
  name,
  "number",
  (row, _, place) => (isNone(row[name]) ? "" : readAmount(row[name], `${place}.${name}`)),
];
const coded = (name: string, enumeration: string): Column => [
  name,
  "word",
  (row, sayer, place) => (isNone(row[name]) ? "" : sayer.word(`${enumeration}.${checkText(row[name], `${place}.${name}`)}`)),
];

export function sayWords(value: unknown, { language }: Sayer, path: string): string {
  return checkText((checkRecord(value, path) as Partial<Words>)[language], `${path}.${language}`);
}

const title: Column = [
  "title",
  "plain",
  (row, sayer, place) =>
    isNone(row["titles"])
      ? sayer.word(`entry_kind.${checkText(row["kind"], `${place}.kind`)}`)
      : sayWords(row["titles"], sayer, `${place}.titles`),
];

const sources: Column = [
  "sources",
  "plain",
  (row, _, place) =>
    checkList(row["sources"], `${place}.sources`)
      .map((item, i) => {
        const { sourceId, invoice, line } = checkRecord(item, `${place}.sources[${i}]`);
        if (isNone(invoice)) return checkText(sourceId, `${place}.sources[${i}].sourceId`);
        const number = checkText(invoice, `${place}.sources[${i}].invoice`);
        return isNone(line) ? number : `${number}/${checkText(line, `${place}.sources[${i}].line`)}`;
      })
      .join("; "),
];

/** A reason of the host's own has no words in the catalogue, and is shown as it is. */
const reason: Column = [
  "reason",
  "plain",
  (row, { say }, place) =>
    say({ code: "settlement.dispute_reason_shown", params: { reason: checkText(row["reason"], `${place}.reason`) } }),
];

const days: Column = [
  "overdueDays",
  "number",
  (row, _, place) => {
    const count = row["overdueDays"];
    if (!Number.isSafeInteger(count))
      throw kernelFault("kernel.not_a_count", `${place}.overdueDays`, { got: shown(count), least: 0, most: 9e6 });
    return String(count);
  },
];

const openMoney: Column = [
  "open",
  "number",
  (row, _, place) => readAmount(checkRecord(row["open"], `${place}.open`)["amount"], `${place}.open.amount`),
];
const openCurrency: Column = [
  "currency",
  "plain",
  (row, _, place) => checkText(checkRecord(row["open"], `${place}.open`)["currency"], `${place}.open.currency`),
];

const formName: Column = ["form", "plain", (row, sayer, place) => sayWords(row["form"], sayer, `${place}.form`)];
const taxName: Column = [
  "rate",
  "plain",
  (row, sayer, place) =>
    isNone(row["titles"]) ? sayer.say({ code: "settlement.page.untaxed", params: {} }) : sayWords(row["titles"], sayer, `${place}.titles`),
];

/** A means of the host's own has no words here, and is shown as it is. */
const means: Column = [
  "means",
  "plain",
  (row, { language }, place) => {
    const id = checkText(row["means"], `${place}.means`);
    return incentiveMeans.find((one) => one.id === id)?.titles[language] ?? id;
  },
];

const tables: { readonly [P in StatementPart]: readonly Column[] } = {
  movements: [
    date("date"),
    plain("entryId"),
    plain("memberId"),
    coded("kind", "entry_kind"),
    title,
    sources,
    plain("refersTo"),
    date("dueDate"),
    amount("amount"),
    amount("balance"),
    plain("currency"),
  ],
  openItems: [plain("entryId"), plain("memberId"), date("dueDate"), amount("open"), amount("held"), days, plain("currency")],
  disputes: [
    plain("disputeId"),
    plain("entryId"),
    coded("state", "dispute_state"),
    reason,
    date("respondBy"),
    amount("asked"),
    amount("held"),
    plain("currency"),
  ],
  receivables: [
    plain("invoiceId"),
    plain("memberId"),
    date("dueDate"),
    openMoney,
    openCurrency,
    amount("offset"),
    coded("reason", "not_set_off"),
  ],
  documents: [formName, taxName, amount("net"), amount("tax"), amount("gross"), plain("currency")],
  goods: [date("date"), plain("memberId"), title, plain("productId"), amount("quantity"), plain("unit")],
  rights: [date("date"), plain("memberId"), title, means, amount("quantity"), plain("unit")],
  members: [plain("memberId"), amount("opening"), amount("movements"), amount("closing"), plain("currency")],
};

/** The rows of a table, with the statement's currency in each, so that a sheet says it too. A paper has one row per rate. */
export function tableOf(statement: Fields, part: StatementPart, sayer: Sayer): StatementTable {
  const currency = checkText(statement["currency"], "statement.outcome.currency");
  const place = `statement.outcome.${part}`;
  const columns = tables[part];
  const records = checkList(statement[part] ?? (rareParts.includes(part) ? [] : undefined), place).flatMap(
    (item, i): readonly (readonly [Fields, string])[] => {
      const path = `${place}[${i}]`;
      const row = { ...checkRecord(item, path), currency };
      if (part !== "documents") return [[row, path]];
      const { form } = row as Fields;
      return checkList((row as Fields)["taxes"], `${path}.taxes`).map((tax, t) => {
        const place = `${path}.taxes[${t}]`;
        return [{ ...checkRecord(tax, place), form, currency }, place];
      });
    },
  );
  return {
    columns: columns.map(([name, kind]) => ({ name, kind })),
    rows: records.map(([row, path]) => columns.map(([, , read]) => read(row, sayer, path))),
  };
}
