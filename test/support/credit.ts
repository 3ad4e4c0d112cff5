/** Builders for the tests of credit. */
import type { CreditAccount, CreditLedger, CreditLimit, OpenItem } from "qudao/credit";
import { catalogue } from "qudao/i18n";
import { checkExplanation, type Explained, type Result, renderExplanation } from "qudao/kernel";
import { expect } from "vitest";
import { frozen } from "./frozen.js";

/** A claim of 100 on D1, posted on 1 January 2024, due at the end of January. */
export function claim(changes: Partial<OpenItem> = {}): OpenItem {
  return frozen({
    id: "INV-1",
    memberId: "D1",
    kind: "claim",
    currency: "CNY",
    amount: "100",
    postedOn: "2024-01-01",
    dueOn: "2024-01-31",
    ...changes,
  });
}

/** An unapplied credit of D1. */
export const credit = (changes: Partial<OpenItem> = {}): OpenItem => claim({ id: "CR-1", kind: "credit", ...changes });

export const limitOf = (amount: string): CreditLimit => ({ kind: "amount", amount });

export const account = (limit: CreditLimit, changes: Partial<CreditAccount> = {}): CreditAccount =>
  frozen({ memberId: "D1", limit, ...changes });

export function ledger(changes: Partial<CreditLedger> = {}): CreditLedger {
  return frozen({ accounts: [], orders: [], deliveries: [], billings: [], items: [], ...changes });
}

const raw = /\b(kernel|engine|entities|credit)\.[a-z_]+|[{}?]|undefined/;

/** The outcome, after looking whether the working adds up, reads in both languages, and survives JSON. */
export function shown<T>({ outcome, explanation }: Explained<T>): T {
  expect(checkExplanation(explanation)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const) expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(raw);
  expect(JSON.parse(JSON.stringify({ outcome, explanation }))).toStrictEqual({ outcome, explanation });
  return outcome;
}

/** The outcome of an answer that must be one. */
export function outcomeOf<T, P>(answer: Result<Explained<T>, P>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return shown(answer.value);
}

/** The code of the problem that an answer must be. */
export function problemOf<T>(answer: Result<T, { readonly code: string; readonly params: object }>): string {
  if (answer.ok) throw new Error("no problem");
  return answer.problem.code;
}
