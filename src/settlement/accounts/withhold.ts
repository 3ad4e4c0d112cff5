/**
 * What a payment run is told beside the accounts, and what it keeps back of a payment.
 *
 * @internal
 */
import { askTiers, type CompiledTiers, compileTiers } from "../../engine/evaluate-tiers.js";
import type { TierSchedule } from "../../engine/tier-schedule.js";
import { at, checkRecord } from "../../kernel/check.js";
import { Exact, type RoundingMode, roundingModes, ZERO } from "../../kernel/decimal.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Words } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import {
  checkDistinct,
  choiceOf,
  listOf,
  optional,
  type Read,
  readAboveZero,
  readCurrency,
  readDate,
  readMoneyNotNegative,
  readNotNegative,
  readRecords,
  readText,
  readTexts,
  readWords,
  recordOf,
  uniqueBy,
} from "../../kernel/read.js";
import { keyOf, toMinor } from "../account-kit.js";
import type {
  MemberPayee,
  PaidBefore,
  PaymentApproval,
  PaymentAuthority,
  PaymentHold,
  PaymentRunFacts,
  PaymentRunPolicy,
  ProgrammePaymentTerms,
} from "./payment-run.js";
import { readPaymentTerms } from "./payment-terms.js";

type RunFacts = Pick<PaymentRunFacts, "runId" | "dueThrough" | "holds" | "payees" | "paidBefore" | "approvals" | "closedThrough">;

export interface ReadRunPolicy {
  readonly minimums: readonly Money[];
  readonly withholdings: readonly ReadWithholding[];
  readonly rounding: RoundingMode;
  readonly authority: readonly PaymentAuthority[];
  readonly programmes: readonly ProgrammePaymentTerms[];
}

export interface ReadWithholding {
  readonly id: string;
  readonly titles: Words;
  readonly currency: string;
  readonly payeeClasses: readonly string[] | undefined;
  readonly programmeIds: readonly string[] | undefined;
  readonly on: CompiledTiers;
}

const readPaidBefore: Read<readonly PaidBefore[]> = (value, path) => {
  const rows = listOf(recordOf<PaidBefore>({ payeeId: readText, gross: readMoneyNotNegative, withholdingId: optional(readText) }))(
    value,
    path,
  );
  checkDistinct(
    rows.map(({ payeeId, gross, withholdingId }) => keyOf(payeeId, gross.currency, withholdingId ?? "")),
    path,
    "payeeId",
  );
  return rows;
};

/** One payee is of one class, or what is withheld from it would hang on the order of members. */
const readPayees: Read<readonly MemberPayee[]> = (value, path) => {
  const read = recordOf<MemberPayee>({ memberId: readText, payeeId: readText, payeeClass: optional(readText) });
  const payees = uniqueBy("memberId", listOf(read))(value, path);
  const classes = new Map<string, string | undefined>();
  payees.forEach(({ payeeId, payeeClass }, i) => {
    if (classes.has(payeeId) && classes.get(payeeId) !== payeeClass) {
      throw kernelFault("kernel.not_a_choice", `${path}[${i}].payeeClass`, { got: shown(payeeClass), want: [shown(classes.get(payeeId))] });
    }
    classes.set(payeeId, payeeClass);
  });
  return payees;
};

/** A part is a part of something. */
const readHold: Read<PaymentHold> = (value, path) => {
  const read = recordOf<PaymentHold>({
    payableId: optional(readText),
    memberId: readText,
    amount: optional(readAboveZero),
    ground: readWords,
  });
  const hold = read(value, path);
  if (hold.amount !== undefined && hold.payableId === undefined) throw kernelFault("kernel.missing", at(path, "payableId"), {});
  return hold;
};

export const readRunFacts: Read<RunFacts> = recordOf<RunFacts>({
  runId: readText,
  dueThrough: readDate,
  holds: listOf(readHold),
  payees: readPayees,
  paidBefore: readPaidBefore,
  approvals: optional(listOf(recordOf<PaymentApproval>({ level: readText, by: readText, payeeId: readText, upTo: readMoneyNotNegative }))),
  closedThrough: optional(readDate),
});

/** A level has one row for a currency, or the amount that needs it would hang on the order of rows. */
const readAuthority: Read<readonly PaymentAuthority[]> = (value, path) => {
  const read = recordOf<PaymentAuthority>({ level: readText, titles: readWords, currency: readCurrency, above: readNotNegative });
  const rows = listOf(read)(value, path);
  checkDistinct(
    rows.map(({ level, currency }) => keyOf(level, currency)),
    path,
    "level",
  );
  return rows;
};

export function readRunPolicy(policy: PaymentRunPolicy, place: string): ReadRunPolicy {
  const fields = checkRecord(policy, place);
  const withholdings = readRecords(fields["withholdings"], at(place, "withholdings"), (row, path): ReadWithholding => {
    const currency = readCurrency(row["currency"], at(path, "currency"));
    const schedule = row["schedule"] as TierSchedule;
    const on = compileTiers(schedule, at(path, "schedule"));
    if (schedule.unit !== currency) {
      throw kernelFault("kernel.unit_mismatch", at(path, "schedule.unit"), { got: shown(schedule.unit), want: currency });
    }
    return {
      id: readText(row["id"], at(path, "id")),
      titles: readWords(row["titles"], at(path, "titles")),
      currency,
      payeeClasses: optional(readTexts)(row["payeeClasses"], at(path, "payeeClasses")),
      programmeIds: optional(readTexts)(row["programmeIds"], at(path, "programmeIds")),
      on,
    };
  });
  checkDistinct(
    withholdings.map(({ id }) => id),
    at(place, "withholdings"),
    "id",
  );
  return {
    minimums: uniqueBy("currency", listOf(readMoneyNotNegative))(fields["minimums"], at(place, "minimums")),
    withholdings,
    rounding: choiceOf(roundingModes)(fields["rounding"], at(place, "rounding")),
    authority: optional(readAuthority)(fields["authority"], at(place, "authority")) ?? [],
    programmes: optional(readPaymentTerms)(fields["programmes"], at(place, "programmes")) ?? [],
  };
}

/** What is paid now, and what was paid before, of everything that a row counts. */
export type CountedPayment = (row: ReadWithholding) => { readonly now: Exact; readonly before: Exact };

/** What each row keeps back of a payment, on top of what it kept back before. Rows that keep nothing are left out. */
export function withhold(
  gross: Exact,
  counted: CountedPayment,
  { payeeClass }: MemberPayee,
  currency: string,
  { withholdings, rounding }: ReadRunPolicy,
): readonly { readonly row: ReadWithholding; readonly amount: Exact }[] {
  let left = gross;
  return withholdings.flatMap((row) => {
    const { payeeClasses } = row;
    const isFor =
      row.currency === currency && (payeeClasses === undefined || (payeeClass !== undefined && payeeClasses.includes(payeeClass)));
    if (!isFor) return [];
    const { now, before } = counted(row);
    const wanted = askTiers(row.on, { qualifier: before.plus(now) }).earned.minus(askTiers(row.on, { qualifier: before }).earned);
    const amount = Exact.min(left, Exact.max(ZERO, toMinor(wanted, currency, rounding)));
    if (amount.isZero()) return [];
    left = left.minus(amount);
    return [{ row, amount }];
  });
}
