import type { DepositMovement } from "../../credit/compute-deposit.js";
import { type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../../kernel/check.js";
import { type DecimalString, Exact, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { listOf, type Read, readAboveZero, readDate, readNotNegative, readText, recordOf, uniqueBy } from "../../kernel/read.js";
import { positivePart, readDeposit, tellBound } from "./deposit-ledger.js";
import { byName } from "./read-claims.js";

/** A claim against a member that its deposit answers for. */
export interface DepositCharge {
  /** The claim: the movement has its identifier, so that it is charged once. */
  readonly claimId: string;
  /** How much, above 0, in the currency of the deposit. */
  readonly amount: DecimalString;
  /** The day it was decided. */
  readonly date: CalendarDate;
  /** Why. */
  readonly ground: string;
}

/** A deposit and what is charged to it. All figures are in its currency. */
export interface DepositChargeFacts {
  /** The day: the movements that follow are dated on it. */
  readonly asOf: CalendarDate;
  /** Its movements so far, in any order; as `computeDeposit` of `qudao/credit` reads them. */
  readonly movements: readonly DepositMovement[];
  /** The charges, in any order. */
  readonly charges: readonly DepositCharge[];
}

/** What was agreed on the deposit. */
export interface DepositChargePolicy {
  /** What it should hold: what is missing after the charges is to be paid in. */
  readonly required: DecimalString;
}

/** What becomes of one charge. */
export interface ChargedClaim {
  /** The claim. */
  readonly claimId: string;
  /** `charged_before`: a movement has its identifier, and nothing is charged again. `not_yet`: it was decided after the day of asking. */
  readonly status: "charged" | "partly_charged" | "not_charged" | "charged_before" | "not_yet";
  /** What the deposit gave. */
  readonly charged: DecimalString;
  /** What it could not give: the member owes it besides. */
  readonly uncovered: DecimalString;
}

/** A deposit after its charges. */
export interface ChargedDeposit {
  /** What is left in it; never below 0. */
  readonly balance: DecimalString;
  /** Every charge, by day and identifier. */
  readonly claims: readonly ChargedClaim[];
  /** The movements to be added to the ledger. */
  readonly movements: readonly DepositMovement[];
  /** What the member owes besides. */
  readonly uncovered: DecimalString;
  /** What is to be paid in again. */
  readonly topUp: DecimalString;
}

/** @internal */
export const readDepositChargePolicy: Read<DepositChargePolicy> = recordOf<DepositChargePolicy>({ required: readNotNegative });

const readCharges: Read<readonly DepositCharge[]> = uniqueBy(
  "claimId",
  listOf(recordOf<DepositCharge>({ claimId: readText, amount: readAboveZero, date: readDate, ground: readText })),
);

/**
 * Charges claims to a member's deposit (保证金), as far as it goes.
 *
 * @remarks
 * By day, those of one day by identifier. A charge that is in the ledger is not charged again, so the same call after adding the movements charges
 * nothing, and one that was decided after the day waits. The deposit is never overdrawn: what later movements have taken of it bears no charge, and
 * what they pay in bears none yet.
 *
 * @param facts - The movements and the charges.
 * @param policy - What the deposit should hold.
 * @returns What is left, what was charged and what was not; the working adds up to the balance.
 * @throws LibraryFault `kernel.below_zero` for a ledger that was overdrawn on any day so far, `kernel.missing` for a deduction without a ground,
 * `kernel.*` with the place.
 *
 * @source G-11.
 *
 * @example A deposit of 1,000 bears 800 and a part of 500
 * ```ts
 * import { chargeDeposit } from "qudao/settlement";
 *
 * const charge = { date: "2024-06-01", ground: "sold outside the territory" };
 * const { outcome } = chargeDeposit(
 *   {
 *     asOf: "2024-06-30", movements: [{ id: "in", kind: "paid", on: "2024-01-01", amount: "1000" }],
 *     charges: [{ ...charge, claimId: "V-1", amount: "800" }, { ...charge, claimId: "V-2", amount: "500" }],
 *   },
 *   { required: "1000" },
 * );
 * outcome.claims.map(({ charged, uncovered }) => [charged, uncovered]); // => [["800", "0"], ["200", "300"]]
 * [outcome.balance, outcome.topUp]; // => ["0", "1000"]
 * ```
 *
 * @since 0.1.0
 */
export function chargeDeposit(facts: DepositChargeFacts, policy: DepositChargePolicy): Explained<ChargedDeposit> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const required = new Exact(readDepositChargePolicy(policy, "policy").required);
    const deposit = readDeposit(given["movements"], "facts.movements", asOf);
    const charges = [...readCharges(given["charges"], "facts.charges")].sort(
      (a, b) => byName(a.date, b.date) || byName(a.claimId, b.claimId),
    );
    const known = new Set(deposit.movements.map(({ id }) => id));
    const { bound } = deposit;
    let { balance } = deposit;
    let uncovered = ZERO;
    const from: Explanation[] = [{ code: "settlement.deposit_before", params: { amount: text(balance) } }, ...tellBound(bound, ZERO)];
    const movements: DepositMovement[] = [];
    const claims = charges.map(({ claimId, amount, date, ground }): ChargedClaim => {
      if (known.has(claimId)) return { claimId, status: "charged_before", charged: "0", uncovered: "0" };
      if (date > asOf) return { claimId, status: "not_yet", charged: "0", uncovered: "0" };
      const asked = new Exact(amount);
      const charged = Exact.min(asked, balance.minus(bound));
      const rest = asked.minus(charged);
      balance = balance.minus(charged);
      uncovered = uncovered.plus(rest);
      if (!charged.isZero()) movements.push({ id: claimId, kind: "deducted", on: asOf, amount: text(charged), ground });
      const params = { claim: claimId, ground, asked: text(asked), uncovered: text(rest), amount: text(charged.negated()) };
      from.push({ code: "settlement.deposit_charged", params });
      const status = charged.isZero() ? "not_charged" : rest.isZero() ? "charged" : "partly_charged";
      return { claimId, status, charged: text(charged), uncovered: text(rest) };
    });
    const topUp = text(positivePart(required.minus(balance)));
    return {
      outcome: { balance: text(balance), claims, movements, uncovered: text(uncovered), topUp },
      explanation: { code: "settlement.deposit_after", params: { amount: text(balance), topUp }, adds: "amount", from },
    };
  });
}
