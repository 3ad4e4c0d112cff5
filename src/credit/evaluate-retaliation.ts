import { checkChoice, checkCount, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { exactShare, readRecords } from "../kernel/read.js";
import { creditFault } from "./reading.js";

/** How a dealer is supplied. */
export const supplyResponses = ["normal", "cash_only", "held"] as const;

/** One of `supplyResponses`. */
export type SupplyResponse = (typeof supplyResponses)[number];

/** What happened in the last cycles. */
export interface RetaliationFacts {
  /** Cycles in a row in which it did not pay, in its last run of them. 0: it never failed to. */
  readonly missed: number;
  /** Cycles since that run ended, in which it paid. 0: the run goes on. Not read where it never failed. */
  readonly cyclesSince: number;
  /** Part of what it missed that it paid since, from 0 to 1. */
  readonly repaidShare: Rate;
}

/** How a delay is answered (让利与供货上的不合作). */
export interface RetaliationPolicy {
  /** Steps by cycles missed, rising from 1. Fewer than the first: no answer. */
  readonly steps: readonly { readonly fromMissed: number; readonly concessionCut: Rate; readonly supply: SupplyResponse }[];
  /**
   * `grim`: it is answered for good. `tit_for_tat`: only as long as it does not pay. `suspension`: for so many cycles after it paid again;
   * `shortened` by the part that was repaid, or `fixed`.
   */
  readonly forgiveness:
    | { readonly kind: "grim" | "tit_for_tat" }
    | { readonly kind: "suspension"; readonly cycles: number; readonly length: "shortened" | "fixed" };
}

/** How the manufacturer answers now. */
export interface Retaliation {
  /** How it supplies. */
  readonly supply: SupplyResponse;
  /** Part of the concessions that is cut. */
  readonly concessionCut: DecimalString;
  /** Cycles for which the answer still stands, once the dealer pays. `null`: for good. */
  readonly cyclesLeft: number | null;
}

/**
 * Evaluates how a manufacturer answers a dealer that did not pay: concessions cut, supply held, and for how long.
 *
 * @remarks
 * The step is that of the cycles missed. A suspension that is shortened lasts `⌈cycles × (1 − repaid)⌉` cycles: who repaid all of it is
 * supplied again at once.
 *
 * @param facts - What happened.
 * @param policy - Steps and forgiveness.
 * @returns The answer of this cycle.
 * @throws LibraryFault `kernel.*`, `credit.*` with the place.
 *
 * @source S19-133; G-20; theory of the repeated game.
 *
 * @example Half repaid halves a suspension of four cycles
 * ```ts
 * import { evaluateRetaliation, type RetaliationPolicy } from "qudao/credit";
 *
 * const policy: RetaliationPolicy = {
 *   steps: [{ fromMissed: 1, concessionCut: "0.5", supply: "cash_only" }, { fromMissed: 3, concessionCut: "1", supply: "held" }],
 *   forgiveness: { kind: "suspension", cycles: 4, length: "shortened" },
 * };
 * evaluateRetaliation({ missed: 3, cyclesSince: 0, repaidShare: "0" }, policy).outcome; // => { supply: "held", concessionCut: "1", cyclesLeft: 4 }
 * evaluateRetaliation({ missed: 3, cyclesSince: 1, repaidShare: "0.5" }, policy).outcome.cyclesLeft; // => 1
 * ```
 *
 * @since 0.1.0
 */
export function evaluateRetaliation(facts: RetaliationFacts, policy: RetaliationPolicy): Explained<Retaliation> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const missed = checkCount(given["missed"], "facts.missed", 0, 100_000);
    const since = checkCount(given["cyclesSince"], "facts.cyclesSince", 0, 100_000);
    const repaid = exactShare(given["repaidShare"], "facts.repaidShare");
    const agreed = checkRecord(policy, "policy");
    let previous = 0;
    const steps = readRecords(agreed["steps"], "policy.steps", (row, path) => {
      const from = checkCount(row["fromMissed"], `${path}.fromMissed`, 1, 100_000);
      if (from <= previous) throw creditFault("credit.not_rising", `${path}.fromMissed`, { got: from, previous });
      previous = from;
      return {
        from,
        cut: exactShare(row["concessionCut"], `${path}.concessionCut`),
        supply: checkChoice(row["supply"], `${path}.supply`, supplyResponses),
      };
    });
    const forgiveness = checkRecord(agreed["forgiveness"], "policy.forgiveness");
    const kind = checkChoice(forgiveness["kind"], "policy.forgiveness.kind", ["grim", "tit_for_tat", "suspension"]);
    const length = kind === "suspension" ? lengthOf(forgiveness, repaid) : 0;
    const step = steps.filter(({ from }) => from <= missed).at(-1);
    const left = kind === "grim" ? null : Math.max(0, length - since);
    const stands = missed > 0 && (since === 0 || left === null || left > 0);
    const outcome: Retaliation =
      step === undefined || !stands
        ? { supply: "normal", concessionCut: "0", cyclesLeft: 0 }
        : { supply: step.supply, concessionCut: text(step.cut), cyclesLeft: left };
    const { cyclesLeft, ...told } = outcome;
    const params = { ...told, missed, since, repaid: text(repaid), forgiveness: kind };
    const explanation =
      cyclesLeft === null
        ? { code: "credit.retaliation_for_good", params }
        : { code: "credit.retaliation", params: { ...params, cyclesLeft } };
    return { outcome, explanation };
  });
}

function lengthOf(forgiveness: { readonly [name: string]: unknown }, repaid: Exact): number {
  const cycles = checkCount(forgiveness["cycles"], "policy.forgiveness.cycles", 1, 100_000);
  const isFixed = checkChoice(forgiveness["length"], "policy.forgiveness.length", ["shortened", "fixed"]) === "fixed";
  return isFixed ? cycles : new Exact(1).minus(repaid).times(cycles).toDecimalPlaces(0, "ceiling").toNumber();
}
