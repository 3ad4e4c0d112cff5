/**
 * The papers that go with the movements of an account: one per row of the policy, called by the sign of its total, with tax per rate. Where the total
 * is 0 and the rates are not, the paper goes by the sign of what it comes to with tax.
 *
 * @internal
 */

import { type Exact, exact, exactQuotient, fixed, rounded, sumOf, ZERO } from "../../kernel/decimal.js";
import { programmesBehind } from "../accounts/programmes-behind.js";
import type { SettlementEntry } from "../accounts/settlement-entry.js";
import type { AccountDocument, AccountTaxLine } from "./account-statement.js";
import type { AccountDocumentRule, AccountStatementPolicy, AccountTaxPolicy, AccountTaxRate } from "./account-statement-policy.js";

interface Part {
  readonly rate: AccountTaxRate | undefined;
  readonly net: Exact;
  readonly tax: Exact;
}

type ProgrammeOf = (entryId: string) => string | undefined;

/** `entries`: the whole account; what is corrected may be older than the movements. */
export function documentsOf(
  movements: readonly SettlementEntry[],
  entries: readonly SettlementEntry[],
  policy: AccountStatementPolicy,
): readonly AccountDocument[] {
  const programmeOf = programmesBehind(entries);
  return policy.documents.flatMap((rule) => {
    const own = movements.filter(({ kind }) => rule.kinds.includes(kind));
    return documentOf(own, rule, policy, programmeOf);
  });
}

function documentOf(
  own: readonly SettlementEntry[],
  rule: AccountDocumentRule,
  policy: AccountStatementPolicy,
  programmeOf: ProgrammeOf,
): AccountDocument[] {
  const parts = partsOf(own, policy, programmeOf);
  if (parts.every((part) => part.net.isZero() && part.tax.isZero())) return [];
  const net = sumOf(parts.map((part) => part.net));
  const tax = sumOf(parts.map((part) => part.tax));
  const total = sumOf(own.map(({ amount }) => exact(amount.amount)));
  const isNegative = (total.isZero() ? net.plus(tax) : total).isNegative();
  const form = isNegative ? rule.negative : rule.positive;
  const say = (amount: Exact) => fixed(amount.times(isNegative ? -1 : 1), policy.decimals);
  const taxes = parts.map(
    ({ rate, ...part }): AccountTaxLine => ({
      rateId: rate?.id ?? null,
      titles: rate === undefined ? null : { ...rate.titles },
      rate: rate?.rate ?? null,
      net: say(part.net),
      tax: say(part.tax),
      gross: say(part.net.plus(part.tax)),
    }),
  );
  const { id: formId, titles } = form;
  const entryIds = own.map(({ id }) => id);
  return [{ ruleId: rule.id, formId, form: { ...titles }, entryIds, net: say(net), tax: say(tax), gross: say(net.plus(tax)), taxes }];
}

function partsOf(own: readonly SettlementEntry[], { tax, decimals }: AccountStatementPolicy, programmeOf: ProgrammeOf): readonly Part[] {
  const byRate = new Map<AccountTaxRate | undefined, Exact>();
  for (const entry of own) {
    const rate = tax === undefined ? undefined : rateOf(entry, tax, programmeOf);
    byRate.set(rate, (byRate.get(rate) ?? ZERO).plus(entry.amount.amount));
  }
  return [...(tax?.rates ?? []), undefined].flatMap((rate) => {
    const amount = byRate.get(rate);
    if (amount === undefined) return [];
    if (rate === undefined || tax === undefined) return [{ rate, net: amount, tax: ZERO }];
    const ratio = exact(rate.rate);
    const inside = tax.amounts === "inclusive";
    const exactTax = inside ? exactQuotient(amount.times(ratio), ratio.plus(1)) : amount.times(ratio);
    const due = rounded(exactTax, decimals, tax.mode);
    return [{ rate, net: inside ? amount.minus(due) : amount, tax: due }];
  });
}

function rateOf(
  { id: entryId, kind }: SettlementEntry,
  { rates, rules }: AccountTaxPolicy,
  programmeOf: ProgrammeOf,
): AccountTaxRate | undefined {
  const programmeId = programmeOf(entryId);
  const rule = rules.find(
    ({ kinds, programmeIds }) =>
      (kinds === undefined || kinds.includes(kind)) &&
      (programmeIds === undefined || (programmeId !== undefined && programmeIds.includes(programmeId))),
  );
  return rates.find(({ id }) => id === rule?.rateId);
}
