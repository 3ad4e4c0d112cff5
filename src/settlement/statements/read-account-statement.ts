/**
 * Reads what a statement of account is drawn from, and makes its faults with only the words they need.
 *
 * @internal
 */

import type { EarnedInKind } from "../../incentives/earned-in-kind.js";
import type { EarnedGoods, EarnedRight } from "../../incentives/programme.js";
import { type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, type Fields } from "../../kernel/check.js";
import { exact, parseDecimal, roundingModes } from "../../kernel/decimal.js";
import type { Explanation } from "../../kernel/explanation.js";
import { shown } from "../../kernel/fault.js";
import type { Words } from "../../kernel/message.js";
import { parsePeriod } from "../../kernel/period.js";
import {
  checkDistinct,
  choiceOf,
  countOf,
  listOf,
  optional,
  type Read,
  readCurrency,
  readDate,
  readMoneyNotNegative,
  readNotNegative,
  readText,
  readTexts,
  readWords,
  recordOf,
  uniqueBy,
} from "../../kernel/read.js";
import { keyOf, readEntries } from "../account-kit.js";
import { accountStatementFault } from "../accounts/account-items.js";
import { readBillTo } from "../accounts/payers-of.js";
import { type EarningReference, settlementEntryKinds } from "../accounts/settlement-entry.js";
import { readDispute } from "../disputes/read-dispute.js";
import type { AccountReceivable, AccountSource, AccountStatementFacts, StatementAccount } from "./account-statement.js";
import {
  type AccountDocumentRule,
  type AccountStatementPolicy,
  type AccountTaxPolicy,
  type AccountTaxRate,
  type AccountTaxRule,
  type SetOffPolicy,
  setOffOrders,
} from "./account-statement-policy.js";

/** The working of one earning, and the documents it counted. */
export interface ReadEarning {
  readonly memberId: string;
  readonly earning: EarningReference;
  readonly working: Explanation | null;
  readonly sourceIds: readonly string[];
  /** What it earned in goods or in a right, with the words of its programme and the first day after its window. Absent: money. */
  readonly inKind: { readonly of: EarnedInKind; readonly titles: Words; readonly end: CalendarDate } | undefined;
}

export interface ReadStatementFacts extends Omit<AccountStatementFacts, "earnings"> {
  readonly earnings: readonly ReadEarning[];
}

const readKind = choiceOf(settlementEntryKinds);

const readForm = recordOf<AccountDocumentRule["positive"]>({ id: readText, titles: readWords });

const readTax = recordOf<AccountTaxPolicy>({
  amounts: choiceOf(["inclusive", "exclusive"]),
  mode: choiceOf(roundingModes),
  rates: uniqueBy("id", listOf(recordOf<AccountTaxRate>({ id: readText, titles: readWords, rate: readNotNegative }))),
  rules: listOf(recordOf<AccountTaxRule>({ rateId: readText, kinds: optional(listOf(readKind)), programmeIds: optional(readTexts) })),
});

const readShape = recordOf<AccountStatementPolicy>({
  currency: readCurrency,
  decimals: countOf(0, 20),
  undated: choiceOf(["due", "not_due"]),
  setOff: recordOf<SetOffPolicy>({ order: choiceOf(setOffOrders), reach: choiceOf(["due", "all"]) }),
  minimumPayment: readNotNegative,
  documents: uniqueBy(
    "id",
    listOf(recordOf<AccountDocumentRule>({ id: readText, kinds: listOf(readKind), positive: readForm, negative: readForm })),
  ),
  tax: optional(readTax),
});

export function readStatementPolicy(value: unknown, path: string): AccountStatementPolicy {
  const policy = readShape(value, path);
  const seen = new Set<string>();
  policy.documents.forEach(({ kinds }, i) => {
    kinds.forEach((kind, k) => {
      if (seen.has(kind)) throw accountStatementFault("kernel.named_twice", `${path}.documents[${i}].kinds[${k}]`, { got: shown(kind) });
      seen.add(kind);
    });
  });
  const rates = policy.tax?.rates.map(({ id }) => id) ?? [];
  policy.tax?.rules.forEach(({ rateId }, i) => void choiceOf(rates)(rateId, `${path}.tax.rules[${i}].rateId`));
  return policy;
}

const readReceivables = uniqueBy(
  "invoiceId",
  listOf(
    recordOf<AccountReceivable>({
      invoiceId: readText,
      memberId: readText,
      dueDate: readDate,
      open: readMoneyNotNegative,
      standing: choiceOf(["undisputed", "disputed"]),
    }),
  ),
);

const readSources = uniqueBy(
  "sourceId",
  listOf(recordOf<AccountSource>({ sourceId: readText, invoice: readText, line: optional(readText) })),
);

function readEarnings(value: unknown, path: string): readonly ReadEarning[] {
  const seen = new Set<string>();
  return checkList(value, path).flatMap((item, i) => {
    const statement = checkRecord(item, `${path}[${i}]`);
    const memberId = checkText(statement["memberId"], `${path}[${i}].memberId`);
    return checkList(statement["lines"], `${path}[${i}].lines`).map((line, l) => {
      const place = `${path}[${i}].lines[${l}]`;
      const read = readEarningLine(checkRecord(line, place), place, memberId);
      const { programmeId, programmeVersion, periodId } = read.earning;
      const key = keyOf(memberId, programmeId, programmeVersion, periodId);
      if (seen.has(key)) throw accountStatementFault("kernel.named_twice", place, { got: shown(periodId) });
      seen.add(key);
      return read;
    });
  });
}

const readQuantity: Read<string> = (value, path) => parseDecimal(value as string, path);
const readGoods = recordOf<EarnedGoods>({ productId: readText, quantity: readQuantity, unit: readText });
const readRight = recordOf<EarnedRight>({ means: readText, quantity: readQuantity, unit: readText });

/** A line has one of the two, or money. */
function readInKind({ goods, right, programme, window }: Fields, place: string): ReadEarning["inKind"] {
  if (goods === undefined && right === undefined) return undefined;
  const of = goods !== undefined ? { goods: readGoods(goods, `${place}.goods`) } : { right: readRight(right, `${place}.right`) };
  const end = parseDate(checkRecord(window, `${place}.window`)["end"], `${place}.window.end`);
  return { of, titles: readWords(programme, `${place}.programme`), end };
}

function readEarningLine(line: Fields, place: string, memberId: string): ReadEarning {
  const { explanation } = line;
  const ids = checkRecord(line["sources"], `${place}.sources`)["ids"];
  return {
    memberId,
    earning: {
      programmeId: checkText(line["programmeId"], `${place}.programmeId`),
      programmeVersion: checkText(line["programmeVersion"], `${place}.programmeVersion`),
      periodId: checkText(checkRecord(line["window"], `${place}.window`)["id"], `${place}.window.id`),
    },
    working: explanation === null ? null : (checkRecord(explanation, `${place}.explanation`) as unknown as Explanation),
    sourceIds: ids === undefined ? [] : readTexts(ids, `${place}.sources.ids`),
    inKind: readInKind(line, place),
  };
}

export function readStatementFacts(value: unknown, { currency, decimals }: AccountStatementPolicy): ReadStatementFacts {
  const facts = checkRecord(value, "facts");
  const entries = readEntries(facts["entries"], "facts.entries");
  const receivables = readReceivables(facts["receivables"], "facts.receivables");
  const disputes = listOf(readDispute)(facts["disputes"], "facts.disputes");
  checkDistinct(
    disputes.map(({ data }) => data.disputeId),
    "facts.disputes",
    "data.disputeId",
  );
  const checkFine = (amount: string, own: string, path: string) => {
    if (own !== currency || exact(amount).decimalPlaces() <= decimals) return;
    throw accountStatementFault("settlement.entry_too_fine", path, { got: amount, decimals });
  };
  entries.forEach(({ amount }, i) => void checkFine(amount.amount, amount.currency, `facts.entries[${i}].amount.amount`));
  receivables.forEach(({ open }, i) => void checkFine(open.amount, open.currency, `facts.receivables[${i}].open.amount`));
  disputes.forEach(({ data }, i) => void checkFine(data.contested, data.amount.currency, `facts.disputes[${i}].data.contested`));
  const billTo = readBillTo(facts["billTo"], "facts.billTo");
  return {
    asOf: parseDate(facts["asOf"], "facts.asOf"),
    period: parsePeriod(facts["period"], "facts.period"),
    account: recordOf<StatementAccount>({ id: readText, titles: optional(readWords) })(facts["account"], "facts.account"),
    entries,
    billTo,
    receivables,
    disputes,
    sources: readSources(facts["sources"], "facts.sources"),
    earnings: readEarnings(facts["earnings"], "facts.earnings"),
  };
}
