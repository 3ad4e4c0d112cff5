/**
 * What the verbs of the account share: readers of entries and statements, sums by currency, identifiers and amounts as they are written.
 *
 * @internal
 */
import type { CalendarDate } from "../kernel/calendar-date.js";
import { at, checkRecord, checkText } from "../kernel/check.js";
import { currencyDecimals } from "../kernel/currency.js";
import { Exact, fixed, type RoundingMode, rounded, sumOf, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { Json } from "../kernel/json.js";
import type { Message, MessageParams } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import { parsePeriod } from "../kernel/period.js";
import {
  choiceOf,
  countOf,
  type FieldReaders,
  listOf,
  optional,
  type Read,
  readAboveZero,
  readDate,
  readDecimal,
  readNotNegative,
  readText,
  readTexts,
  readWords,
  recordOf,
  uniqueBy,
} from "../kernel/read.js";
import { type AccrualEntry, accrualParts } from "./accounts/accrual-entry.js";
import type { ClaimDeadline } from "./accounts/accrual-run.js";
import type { EarnedConversion, EarnedLine, EarnedStatement, EarnedWindow } from "./accounts/earned-statement.js";
import { type EarningReference, type SettlementEntry, settlementEntryKinds } from "./accounts/settlement-entry.js";

export const readMoney: Read<Money> = (value, path) => parseMoney(value, path);

export const readReference = recordOf<EarningReference>({ programmeId: readText, programmeVersion: readText, periodId: readText });

/** Every entry of an account, each identifier once. */
export const readEntries: Read<readonly SettlementEntry[]> = uniqueBy(
  "id",
  listOf(
    recordOf<SettlementEntry>({
      id: readText,
      memberId: readText,
      kind: choiceOf(settlementEntryKinds),
      date: readDate,
      amount: readMoney,
      dueDate: optional(readDate),
      earning: optional(readReference),
      stageId: optional(readText),
      claimId: optional(readText),
      kept: optional(readNotNegative),
      earnedAs: optional(readDecimal),
      refersTo: optional(readText),
      titles: optional(readWords),
      sourceIds: optional(readTexts),
    }),
  ),
);

/** Every entry of a ledger of accruals, each identifier once. */
export const readAccruals: Read<readonly AccrualEntry[]> = uniqueBy(
  "id",
  listOf(
    recordOf<AccrualEntry>({
      id: readText,
      memberId: readText,
      earning: readReference,
      date: readDate,
      part: choiceOf(accrualParts),
      amount: readMoney,
      measure: optional(readDecimal),
      refersTo: optional(readText),
      until: optional(readDate),
      titles: optional(readWords),
    }),
  ),
);

export const readWindow: Read<EarnedWindow> = (value, path) => {
  const { start, end } = parsePeriod(value, path);
  const { id, titles } = value as { readonly id: unknown; readonly titles?: unknown };
  const named = { id: readText(id, at(path, "id")), start, end };
  return titles === undefined ? named : { ...named, titles: readWords(titles, at(path, "titles")) };
};

export const readProblem: FieldReaders<EarnedLine>["problem"] = (value, path) => {
  if (value === undefined) return undefined;
  const { code, params } = value as NonNullable<EarnedLine["problem"]>;
  const plain: unknown = JSON.parse(JSON.stringify(params ?? {})); // it is handed on, and every answer is plain
  return { code: checkText(code, at(path, "code")), params: checkRecord(plain, at(path, "params")) as MessageParams };
};

const readLine: Read<EarnedLine> = (value, path) => {
  const line = recordOf<EarnedLine>({
    programmeId: readText,
    programmeVersion: readText,
    programme: optional(readWords),
    window: readWindow,
    status: choiceOf(["final", "open", "undetermined"]),
    payable: (money, place) => (money === null ? null : readMoney(money, place)),
    amount: optional(readDecimal),
    quantity: optional(readDecimal),
    baseline: optional(readDecimal),
    quota: optional(readDecimal),
    measures: optional((measures, place) =>
      Object.fromEntries(Object.entries(checkRecord(measures, place)).map(([name, one]) => [name, readDecimal(one, at(place, name))])),
    ),
    carried: optional(recordOf({ amount: readDecimal, quantity: readDecimal })),
    stacked: optional(recordOf({ groupId: readText })),
    exact: optional((figure, place) => (figure === null ? null : readDecimal(figure, place))),
    conversion: optional(recordOf<EarnedConversion>({ rate: readAboveZero, on: optional(choiceOf(["settlement_day"])) })),
    sources: optional(recordOf<NonNullable<EarnedLine["sources"]>>({ ids: optional(readTexts) })),
    problem: readProblem,
  })(value, path);
  if (line.payable === null && line.status !== "undetermined") throw kernelFault("kernel.missing", at(path, "payable"), {});
  return line;
};

/** Programmes whose earnings must be claimed, each once. */
export const readDeadlines: Read<readonly ClaimDeadline[]> = uniqueBy(
  "programmeId",
  listOf(recordOf<ClaimDeadline>({ programmeId: readText, withinDays: countOf(0, 36_600) })),
);

/** A statement, each version and window once in it. */
export const readStatement: Read<EarnedStatement> = (value, path) => {
  const statement = recordOf<EarnedStatement>({ memberId: readText, lines: listOf(readLine) })(value, path);
  const seen = new Set<string>();
  statement.lines.forEach(({ programmeId, programmeVersion, window }, j) => {
    const key = keyOf(programmeId, programmeVersion, window.id);
    if (seen.has(key)) throw kernelFault("kernel.named_twice", `${at(path, "lines")}[${j}]`, { got: shown(window.id) });
    seen.add(key);
  });
  return statement;
};

/** Every statement, each member once. */
export const readStatements: Read<readonly EarnedStatement[]> = uniqueBy("memberId", listOf(readStatement));

/** A key that no choice of identifiers can forge. */
export function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** By code units, so that no locale changes an order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byKey<T>(...keys: readonly ((item: T) => string)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const order = compareText(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  };
}

export const amountOf = ({ amount }: { readonly amount: Money }): Exact => new Exact(amount.amount);

/** An amount with the places its currency is paid with, or more where it has more. */
export function moneyOf(value: Exact, currency: string): Money {
  return { amount: fixed(value, Math.max(currencyDecimals(currency), value.decimalPlaces())), currency };
}

/** An amount as it can be paid: rounded to the minor unit of its currency. */
export function toMinor(value: Exact, currency: string, mode: RoundingMode): Exact {
  return rounded(value, currencyDecimals(currency), mode);
}

/** The entries of one run are named after it, in order. */
export function namesOf(runId: string, taken: readonly { readonly id: string }[], path: string): () => string {
  const names = new Set(taken.map(({ id }) => id));
  let count = 0;
  return () => {
    count++;
    const name = `${runId}/${count}`;
    if (names.has(name)) throw kernelFault("kernel.named_twice", path, { got: shown(name) });
    return name;
  };
}

/** A node whose children, each in the same currency, add up to it. */
export function totalNode(code: string, currency: string, from: readonly Explanation[], params: object = {}): Explanation {
  const sum = sumOf(from.map((node) => new Exact(String(node.params["amount"]))));
  return { code, params: { ...params, currency, amount: text(sum) }, adds: "amount", from };
}

/** One total for each currency, in the order of their codes. */
export function totalsByCurrency<T>(
  items: readonly T[],
  currencyOf: (item: T) => string,
  node: (currency: string, items: readonly T[]) => Explanation,
): readonly Explanation[] {
  const currencies = [...new Set(items.map(currencyOf))].sort(compareText);
  return currencies.map((currency) =>
    node(
      currency,
      items.filter((item) => currencyOf(item) === currency),
    ),
  );
}

/** What speaks against posting on a day: nothing is added to a period that is closed. */
export function closedOn(date: CalendarDate, closedThrough: CalendarDate | undefined): Message<"settlement.period_closed"> | undefined {
  if (closedThrough === undefined || date > closedThrough) return undefined;
  return { code: "settlement.period_closed", params: { date, closed: closedThrough } };
}

/** A message as the parameter of another. */
export function toJson({ code, params }: Message): Json {
  return { code, params };
}
