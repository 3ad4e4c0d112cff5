import { parse } from "csv-parse/sync";
import { catalogue } from "qudao/i18n";
import { sumDecimals } from "qudao/kernel";
import { buildAccountStatement, exportStatementCsv, type StatementCsvChoice, statementParts } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { disputeOf, entryOf, fullFacts, fullPolicy, statementFacts, statementPolicy } from "../../support/account-statement.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const drawn = buildAccountStatement(fullFacts, fullPolicy);
const gift = {
  memberId: "A",
  earning: { programmeId: "gift", programmeVersion: "1", periodId: "2024-Q1" },
  titles: { en: "Twelve and one", zh: "十二送一" },
  date: "2024-03-31",
  productId: "P1",
  quantity: "2",
  unit: "piece",
};
const { productId: _, ...granted } = gift;
const training = { ...granted, means: "training_support", unit: "day" };
const full: typeof drawn = frozen({ ...drawn, outcome: { ...drawn.outcome, goods: [gift], rights: [training] } });
const sheet = (choice: Partial<StatementCsvChoice> = {}, statement = full) =>
  exportStatementCsv(statement, { part: "movements", language: "en", catalogue, byteOrderMark: "without", ...choice });
const rows = (text: string): string[][] => parse(text, { relax_column_count: false });

const titled = (text: string) =>
  buildAccountStatement(statementFacts({ entries: [entryOf({ titles: { en: text, zh: text } })] }), statementPolicy());
const titleCell = (text: string) => rows(sheet({}, titled(text)))[2]?.[4];

describe("exportStatementCsv()", () => {
  test("writes the movements between the opening and the closing balance", () => {
    expect(sheet()).toBe(
      [
        "Date,Entry,Member,Kind,Description,Documents,Refers to,Due,Amount,Balance,Currency",
        ",,,,Opening balance,,,,,3000.00,CNY",
        "2024-03-05,E3,B,claim,claim,,,2024-04-05,1130.00,4130.00,CNY",
        "2024-03-15,E4,A,payment,payment,,E1,,-1000.00,3130.00,CNY",
        "2024-03-31,E5,A,earning,'=Volume rebate <Q1>,,,2024-04-30,2260.00,5390.00,CNY",
        "2024-03-31,E6,B,fee,fee,,,2024-04-01,106.00,5496.00,CNY",
        ",,,,Closing balance,,,,,5496.00,CNY",
        "",
      ].join("\r\n"),
    );
  });

  test("heads its columns in Chinese, with the mark that Excel needs, where asked", () => {
    const text = sheet({ language: "zh", byteOrderMark: "with" });
    expect(text.startsWith("\ufeff日期,分录号,成员,类别,说明,单据,关联分录,到期日,金额,余额,币种\r\n")).toBe(true);
    expect(text).toContain("付款");
    expect(sheet().startsWith("Date")).toBe(true);
  });

  test.each(statementParts)("the table %s has as many cells in each row as columns, in both languages", (part) => {
    for (const language of ["en", "zh"] as const) {
      const table = rows(sheet({ part, language }));
      expect(table.length).toBeGreaterThan(1);
      for (const row of table) expect(row.length).toBe(table[0]?.length);
      expect(table.flat().join(" ")).not.toMatch(/settlement\./);
    }
  });

  test("a reader gets the amounts back as they were, and they add up", () => {
    const table = rows(sheet());
    const amounts = table.slice(2, -1).map((row) => row[8] as string);
    expect(sumDecimals(["3000.00", ...amounts])).toBe("5496");
  });

  test.each(["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", " =1", "＝1", "－1", "\r=1"])(
    "a text that begins a formula is defused: %j",
    (text) => {
      expect(titleCell(text)?.startsWith("'")).toBe(true);
    },
  );

  test("a negative amount stays a number, a negative identifier does not", () => {
    const statement = buildAccountStatement(
      statementFacts({ entries: [entryOf({ id: "-7", amount: { amount: "-7", currency: "CNY" } })] }),
      statementPolicy(),
    );
    const row = rows(sheet({}, statement))[2];
    expect([row?.[1], row?.[8]]).toStrictEqual(["'-7", "-7.00"]);
  });

  test.each(['a "b"', "a,b", "a\nb", "a\r\nb", " a ", "渠道", "O'Neil"])("a reader gets a text back as it was: %j", (text) => {
    expect(titleCell(text)).toBe(text);
  });

  test("a reason of the host's own is shown as it is", () => {
    const statement = buildAccountStatement(
      statementFacts({ entries: [entryOf()], disputes: [disputeOf("-5", { reason: "freight" })] }),
      statementPolicy(),
    );
    expect(rows(sheet({ part: "disputes" }, statement))[1]?.[3]).toBe("freight");
  });

  test("what is no statement or no choice is a fault with its place", () => {
    const at = (statement: unknown, choice: object = {}) => faultAt(() => sheet(choice, statement as never));
    expect(at(null)).toBe("kernel.not_a_record at statement");
    expect(at({ outcome: { currency: "CNY", movements: [{}] } })).toBe("kernel.not_text at statement.outcome.movements[0].kind");
    const forged = { outcome: { ...full.outcome, opening: "=1" } };
    expect(at(forged)).toBe("kernel.not_a_decimal at statement.outcome.opening");
    const movements = [{ ...full.outcome.movements[0], amount: "-1+cmd" }];
    expect(at({ outcome: { ...full.outcome, movements } })).toBe("kernel.not_a_decimal at statement.outcome.movements[0].amount");
    expect(at(full, { part: "secrets" })).toBe("kernel.not_a_choice at choice.part");
    expect(at(full, { language: "fr" })).toBe("kernel.not_a_choice at choice.language");
    expect(at(full, { byteOrderMark: true })).toBe("kernel.not_a_choice at choice.byteOrderMark");
    expect(at(full, { catalogue: null })).toBe("kernel.not_a_record at choice.catalogue");
  });
});
