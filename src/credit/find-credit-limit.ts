import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { optional } from "../kernel/read.js";
import type { CreditAccount, CreditGroup, CreditLimit, CreditLimitPolicy } from "./credit-account.js";
import { limitInForce, readAccount, readGroup, readLimitPolicy, viewOf } from "./effective-limit.js";

/** An account on a day. */
export interface CreditLimitFacts {
  /** The day. */
  readonly asOf: CalendarDate;
  /** The account. Absent: the member has none. */
  readonly account?: CreditAccount | undefined;
  /** The group that the account names. Absent: it names none. */
  readonly group?: CreditGroup | undefined;
}

/** The limit in force on a day. */
export interface EffectiveLimit {
  /** `unlimited`, `zero` (cash only), `not_set` (no credit was decided on), or an `amount`. */
  readonly kind: CreditLimit["kind"];
  /** Of an `amount`: base and what securities add. `null`: no figure. */
  readonly amount: DecimalString | null;
  /** Where it is from. `null`: nobody set one. */
  readonly source: "member" | "temporary" | "group" | "company" | null;
  /** What securities take off the exposure. */
  readonly lowersExposureBy: DecimalString;
  /** Its last day, grace included, has passed. */
  readonly expired: boolean;
  /** First day on which the member's own limit no longer holds, without grace. `null`: none was set. */
  readonly expiresOn: CalendarDate | null;
}

/**
 * Finds the credit limit in force for a member: temporary, own, of its group, of the company; with its securities.
 *
 * @remarks
 * Inside its days a temporary limit replaces the base, up or down. Only `not_set` falls back to a wider limit; `zero` is a decision and
 * stays. Securities in force add `value × rate`, or lower the exposure by it, and only where the limit is an amount. A limit that ends on
 * a day still holds for the days of grace, and is expired from then on: it is not turned into another limit.
 *
 * @param facts - The account.
 * @param policy - Company limit, expiry and securities.
 * @returns The limit; its working adds up to the amount.
 * @throws LibraryFault `kernel.*`, `credit.*` with the place.
 *
 * @source Practice of credit limits; S19-86, S19-136; G-21.
 *
 * @example Three values that are not the same
 * ```ts
 * import { type CreditLimit, findCreditLimit } from "qudao/credit";
 *
 * const policy = { currency: "CNY", companyLimit: { kind: "amount" as const, amount: "5000" }, expiryGraceDays: 0, blankExpiry: "never_expires" as const, securities: [] };
 * const find = (limit: CreditLimit) => {
 *   const { kind, amount, source } = findCreditLimit({ asOf: "2024-03-01", account: { memberId: "D1", limit } }, policy).outcome;
 *   return [kind, amount, source];
 * };
 * find({ kind: "unlimited" }); // => ["unlimited", null, "member"]
 * find({ kind: "zero" }); // => ["zero", null, "member"]
 * find({ kind: "not_set" }); // => ["amount", "5000", "company"]
 * ```
 *
 * @since 0.1.0
 */
export function findCreditLimit(facts: CreditLimitFacts, policy: CreditLimitPolicy): Explained<EffectiveLimit> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const account = optional((value, path) => readAccount(checkRecord(value, path), path))(given["account"], "facts.account");
    const group = optional((value, path) => readGroup(checkRecord(value, path), path))(given["group"], "facts.group");
    if (account?.groupId !== undefined && account.groupId !== group?.id) {
      throw kernelFault(group === undefined ? "kernel.missing" : "kernel.unknown_row", "facts.group", { got: shown(account.groupId) });
    }
    const read = readLimitPolicy(checkRecord(policy, "policy"), "policy");
    const found = limitInForce(asOf, account, group, read);
    const outcome: EffectiveLimit = viewOf(found);
    const { kind, source, expired } = outcome;
    if (kind !== "amount")
      return { outcome, explanation: { code: "credit.limit", params: { asOf, kind, source: source ?? "nobody", expired } } };
    const from: Explanation[] = [{ code: "credit.limit_base", params: { amount: text(found.base), source } }];
    for (const { id, kind, effect, amount } of found.counted) {
      if (effect === "raises_limit") from.push({ code: "credit.limit_raised", params: { id, kind, amount: text(amount) } });
    }
    return {
      outcome,
      explanation: {
        code: "credit.limit_amount",
        params: { asOf, amount: outcome.amount, currency: read.currency, lowersExposureBy: outcome.lowersExposureBy, expired },
        adds: "amount",
        from,
      },
    };
  });
}
