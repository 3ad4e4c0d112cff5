import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { listOf, optional, readCurrency, readDecimal, readText, recordOf, uniqueBy } from "../kernel/read.js";

/** What a deal leaves one party. */
export interface DealParty {
  /** The party, unique in the deal. */
  readonly id: string;
  /** What the deal leaves it. Below 0: a loss. */
  readonly profit: DecimalString;
  /** What it would earn without the deal (reservation profit). Absent: not known. */
  readonly reservation?: DecimalString | undefined;
}

/** A deal between parties. */
export interface WinWinFacts {
  /** ISO 4217 code of every figure. */
  readonly currency: string;
  /** The parties. Empty: nobody wins, and the verdict stays open. */
  readonly parties: readonly DealParty[];
}

/** What a deal is to one party. */
export interface PartySurplus {
  /** The party. */
  readonly id: string;
  /** Profit less reservation profit. `null`: not known. */
  readonly surplus: DecimalString | null;
  /** `wins` from a surplus of 0 on. */
  readonly status: "wins" | "loses" | "unknown";
}

/** Whether everybody wins by a deal. */
export interface WinWin {
  /** `win_win` where every surplus is at least 0; `not_win_win` where one is below; else `unknown`. */
  readonly verdict: "win_win" | "not_win_win" | "unknown";
  /** The parties in the order of the facts. */
  readonly parties: readonly PartySurplus[];
}

const readFacts = recordOf<WinWinFacts>({
  currency: readCurrency,
  parties: uniqueBy("id", listOf(recordOf<DealParty>({ id: readText, profit: readDecimal, reservation: optional(readDecimal) }))),
});

/**
 * Evaluates whether every party of a deal wins by it (双赢).
 *
 * @remarks
 * `surplus = profit − reservation profit`, exact; a party wins from a surplus of 0 on. One that loses decides; one whose reservation
 * profit is not known leaves the verdict open.
 *
 * @param facts - The parties, what the deal leaves them, what they would earn without.
 * @returns The verdict, and the surplus of each party.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @source S02-20: 建立积极的合作伙伴关系,共同发展和实现双赢.
 *
 * @example The dealer would earn more without it
 * ```ts
 * import { evaluateWinWin } from "qudao/profit-sharing";
 *
 * evaluateWinWin({
 *   currency: "CNY",
 *   parties: [{ id: "maker", profit: "5000", reservation: "3000" }, { id: "dealer", profit: "900", reservation: "1000" }],
 * }).outcome.verdict; // => "not_win_win"
 * ```
 *
 * @since 0.1.0
 */
export function evaluateWinWin(facts: WinWinFacts): Explained<WinWin> {
  return readSafely("facts", () => {
    const { currency, parties } = readFacts(facts, "facts");
    const lines = parties.map(({ id, profit, reservation }): PartySurplus => {
      if (reservation === undefined) return { id, surplus: null, status: "unknown" };
      const surplus = new Exact(profit).minus(reservation);
      return { id, surplus: text(surplus), status: surplus.isNegative() ? "loses" : "wins" };
    });
    const isLost = lines.some(({ status }) => status === "loses");
    const isWon = lines.length > 0 && lines.every(({ status }) => status === "wins");
    const verdict = isLost ? "not_win_win" : isWon ? "win_win" : "unknown";
    return {
      outcome: { verdict, parties: lines },
      explanation: {
        code: "profit-sharing.win_win",
        params: { verdict },
        from: lines.map((line) => ({ code: "profit-sharing.party", params: { ...line, currency } })),
      },
    };
  });
}
