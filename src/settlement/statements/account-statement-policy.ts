/** What was agreed on a member's statement of account: set-off, the least payment, tax and the papers that go with it. */
import type { DecimalString, RoundingMode } from "../../kernel/decimal.js";
import type { Words } from "../../kernel/message.js";
import type { SettlementEntryKind } from "../accounts/settlement-entry.js";

/** In which order receivables are set off. Their words: `settlement.set_off_order`. */
export const setOffOrders = ["none", "oldest_due_first", "as_declared"] as const;

/** See `setOffOrders`. */
export type SetOffOrder = (typeof setOffOrders)[number];

/** What was agreed on statements of account. Plain JSON. */
export interface AccountStatementPolicy {
  /** The one currency of the statement. ISO 4217. */
  readonly currency: string;
  /** Decimal places of every amount; no entry may have more. */
  readonly decimals: number;
  /** Whether what is owed without a due date is due at once, or not yet. */
  readonly undated: "due" | "not_due";
  /** How receivables of the manufacturer are set off. */
  readonly setOff: SetOffPolicy;
  /** The least that is paid at a time; less is carried. `"0"`: any amount. */
  readonly minimumPayment: DecimalString;
  /** Which movements go into which paper. A kind in no row needs none. */
  readonly documents: readonly AccountDocumentRule[];
  /** How tax is shown on the papers. Absent: none is. */
  readonly tax?: AccountTaxPolicy | undefined;
}

/** What was agreed on set-off. */
export interface SetOffPolicy {
  /** `none`: nothing is set off. `as_declared`: in the order in which the receivables are given. */
  readonly order: SetOffOrder;
  /** `due`: receivables that are due by the day of the statement. `all`: those that are not due yet as well. */
  readonly reach: "due" | "all";
}

/**
 * A paper for some kinds of entry. What it is called flips with the sign of its total; of one whose entries add up to 0 at different rates of tax, with
 * the sign of what they come to with tax.
 */
export interface AccountDocumentRule {
  /** Its name, once per policy. */
  readonly id: string;
  /** The kinds of entry it is for; each kind in one row at most. */
  readonly kinds: readonly SettlementEntryKind[];
  /** The paper where the total is owed to the member. */
  readonly positive: AccountDocumentForm;
  /** The paper where the total is owed by the member. */
  readonly negative: AccountDocumentForm;
}

/** A kind of paper. */
export interface AccountDocumentForm {
  /** The host's name of it: `credit_note`. */
  readonly id: string;
  /** What readers call it. */
  readonly titles: Words;
}

/** How tax is shown. It is worked out once per rate and paper; the account itself stays as it was booked. */
export interface AccountTaxPolicy {
  /** `inclusive`: entries contain the tax. `exclusive`: it comes on top. */
  readonly amounts: "inclusive" | "exclusive";
  /** What happens to the part below the last decimal place of a tax amount. */
  readonly mode: RoundingMode;
  /** The rates. */
  readonly rates: readonly AccountTaxRate[];
  /** Which entries bear which rate: the first row that fits. An entry without one bears none. */
  readonly rules: readonly AccountTaxRule[];
}

/** A rate of tax. */
export interface AccountTaxRate {
  /** Its name, once per policy. */
  readonly id: string;
  /** What readers call it. */
  readonly titles: Words;
  /** A ratio: `"0.13"` is 13 %. */
  readonly rate: DecimalString;
}

/** Which entries bear a rate. */
export interface AccountTaxRule {
  /** One of the rates. */
  readonly rateId: string;
  /** Kinds of entry. Absent: every kind. */
  readonly kinds?: readonly SettlementEntryKind[] | undefined;
  /** Programmes earned under, by the entry or by what it refers to. Absent: any, and none. */
  readonly programmeIds?: readonly string[] | undefined;
}
