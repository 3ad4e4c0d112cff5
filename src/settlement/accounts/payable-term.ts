import { byKind, countOf, type Read } from "../../kernel/read.js";

/** When the manufacturer pays what it owes a member. */
export type PayableTerm =
  /** So many days after the day counted from; 0: on it. */
  | { readonly kind: "net"; readonly days: number }
  /** So many days after the last day of a month: of the day counted from (0 months), or of a later one. */
  | { readonly kind: "end_of_month"; readonly months: number; readonly days: number };

const days = countOf(0, 36_600);

/** @internal */
export const readPayableTerm: Read<PayableTerm> = byKind<PayableTerm>({
  net: (value, path) => ({ days: days((value as { readonly days: unknown }).days, `${path}.days`) }),
  end_of_month: (value, path) => {
    const term = value as { readonly months: unknown; readonly days: unknown };
    return { months: countOf(0, 1200)(term.months, `${path}.months`), days: days(term.days, `${path}.days`) };
  },
});
