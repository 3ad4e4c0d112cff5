/**
 * What single programmes agreed on their payments: who is paid, and from how much on.
 *
 * @internal
 */
import { type Exact, ZERO } from "../../kernel/decimal.js";
import { listOf, optional, type Read, readMoneyNotNegative, readText, recordOf, uniqueBy } from "../../kernel/read.js";
import type { Payable } from "./payable.js";
import type { MemberPayee, ProgrammePaymentTerms } from "./payment-run.js";

export const readPaymentTerms: Read<readonly ProgrammePaymentTerms[]> = uniqueBy(
  "programmeId",
  listOf(recordOf<ProgrammePaymentTerms>({ programmeId: readText, minimum: optional(readMoneyNotNegative), payeeId: optional(readText) })),
);

export interface PaymentTerms {
  readonly payeeOf: (payable: Payable) => MemberPayee;
  /** Of what one payee is due in one currency: what its programmes pay, and what they carry on, being below their minimum. */
  readonly cut: (payables: readonly Payable[]) => { readonly paid: readonly Payable[]; readonly carried: readonly Payable[] };
}

/** `programmeOf`: the programme that a payable was earned under. */
export function paymentTerms(
  rows: readonly ProgrammePaymentTerms[],
  payees: readonly MemberPayee[],
  programmeOf: (payableId: string) => string | undefined,
): PaymentTerms {
  const terms = new Map(rows.map((row) => [row.programmeId, row]));
  const termsOf = ({ id }: Payable) => terms.get(programmeOf(id) ?? "");
  const ofMember = new Map(payees.map((payee) => [payee.memberId, payee]));
  const classes = new Map(payees.map(({ payeeId, payeeClass }) => [payeeId, payeeClass]));

  const payeeOf = (payable: Payable): MemberPayee => {
    const { memberId } = payable;
    const payeeId = termsOf(payable)?.payeeId;
    if (payeeId === undefined) return ofMember.get(memberId) ?? { memberId, payeeId: memberId };
    const payeeClass = classes.get(payeeId);
    return payeeClass === undefined ? { memberId, payeeId } : { memberId, payeeId, payeeClass };
  };

  const cut: PaymentTerms["cut"] = (payables) => {
    const sums = new Map<ProgrammePaymentTerms, Exact>();
    for (const payable of payables) {
      const row = termsOf(payable);
      if (row !== undefined) sums.set(row, (sums.get(row) ?? ZERO).plus(payable.open));
    }
    const isCarried = (payable: Payable): boolean => {
      const row = termsOf(payable);
      const sum = row === undefined ? undefined : sums.get(row);
      return row?.minimum !== undefined && row.minimum.currency === payable.currency && sum?.lessThan(row.minimum.amount) === true;
    };
    return { paid: payables.filter((one) => !isCarried(one)), carried: payables.filter(isCarried) };
  };
  return { payeeOf, cut };
}
