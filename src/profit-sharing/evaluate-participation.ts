import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { optional, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import {
  type DealerValueFacts,
  type DealerValuePolicy,
  type DealerValueProblem,
  dealerValueOf,
  readMoney,
  readValuePolicy,
  valueFields,
} from "./compute-dealer-value.js";

/** What a dealer weighs when it is asked to join. */
export interface ParticipationFacts extends DealerValueFacts {
  /** What it would earn without joining, in today's money (reservation profit). Absent: not known, and the decision stays open. */
  readonly reservation?: Money | undefined;
}

/** Whether a dealer joins. */
export interface Participation {
  /** `joins` where the value is at least the reservation profit; `unknown` where that is not known. */
  readonly decision: "joins" | "stays_out" | "unknown";
  /** What joining is worth to it, as of `computeDealerValue`. */
  readonly value: Money;
  /** Value less reservation profit. Below 0: what is missing. `null`: not known. */
  readonly surplus: DecimalString | null;
}

const readFacts = recordOf<ParticipationFacts>({ ...valueFields, reservation: optional(readMoney) });

/**
 * Evaluates whether a dealer joins: where profit of now and profit to come, adjusted by risk, reach what it would earn without.
 *
 * @remarks
 * `surplus = value − reservation profit`, with the value of `computeDealerValue` as it is rounded there. From a surplus of 0 on it joins.
 * A dealer may join without any profit of now, for the sake of the profit to come.
 *
 * @param facts - Both profits, the risk, the reservation profit.
 * @param policy - As of `computeDealerValue`.
 * @returns The decision, the value and the surplus.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `profit-sharing.currencies_differ` - the profits are in different currencies.
 *
 * @source S19-151: 未来的市场中会有大的销量或高的利润时,即使短期利润不高的情况,他也会考虑加入.
 *
 * @example Nothing now, much to come
 * ```ts
 * import { evaluateParticipation } from "qudao/profit-sharing";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const found = evaluateParticipation(
 *   { shortTerm: cny("0"), expected: cny("9000"), risk: "0.2", reservation: cny("7000") },
 *   { riskAversion: "1", rounding: { decimals: 2, mode: "half_up" } },
 * );
 * found.ok && [found.value.outcome.decision, found.value.outcome.surplus]; // => ["joins", "200"]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateParticipation(
  facts: ParticipationFacts,
  policy: DealerValuePolicy,
): Result<Explained<Participation>, DealerValueProblem> {
  return readSafely({ facts, policy }, () => {
    const given = readFacts(facts, "facts");
    const found = dealerValueOf(given, readValuePolicy(policy, "policy"));
    if (!found.ok) return found;
    const { outcome: value, explanation } = found.value;
    const { reservation } = given;
    if (reservation !== undefined && reservation.currency !== value.currency) {
      return err({ code: "profit-sharing.currencies_differ", params: { got: reservation.currency, want: value.currency } });
    }
    const surplus = reservation === undefined ? null : new Exact(value.amount).minus(reservation.amount);
    const decision = surplus === null ? "unknown" : surplus.isNegative() ? "stays_out" : "joins";
    const params = { decision, reservation: reservation?.amount ?? null, surplus: surplus === null ? null : text(surplus) };
    return ok({
      outcome: { decision, value, surplus: params.surplus },
      explanation: { code: "profit-sharing.participation", params: { ...params, currency: value.currency }, from: [explanation] },
    });
  });
}
