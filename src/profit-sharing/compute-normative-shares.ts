import { readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import {
  choiceOf,
  optional,
  type Read,
  readAboveZero,
  readNotNegative,
  readPlaces,
  readShare,
  readText,
  readWithin,
  recordOf,
  someOf,
  uniqueBy,
} from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { mustAllocate } from "./allocate-units.js";
import { sharingFault } from "./sharing-fault.js";

/** The work that a channel does, whoever does it: the nine functions of an efficiency template. */
export const channelTasks = [
  "possession",
  "ownership",
  "promotion",
  "negotiation",
  "financing",
  "risk",
  "ordering",
  "payment",
  "information",
] as const;

/** One of `channelTasks`. */
export type ChannelTask = (typeof channelTasks)[number];

/** How much value a task can add for the end customer. */
export type BenefitPotential = (typeof benefitPotentials)[number];

/** The potentials of a task, the best first. */
export const benefitPotentials = ["high", "medium", "low"] as const;

/** One row of an efficiency template: a task, what it costs, and who does it. */
export interface TemplateRow {
  /** The task, each once. */
  readonly task: ChannelTask;
  /** Its part of all costs of the channel, a ratio; those of all rows add up to 1. */
  readonly costShare: Rate;
  /** How much value it can add. */
  readonly potential: BenefitPotential;
  /** Who does how much of it, each member once; the end customer may be one of them. */
  readonly done: readonly TaskShare[];
}

/** What one member does of a task. */
export interface TaskShare {
  /** The member. */
  readonly memberId: string;
  /** A ratio, those of a row add up to 1; or, where the template is filled in with ranks, a rank from 0 (nothing) to 3 (most). */
  readonly share: DecimalString;
}

/** An efficiency template of one channel and one segment of customers. */
export interface EfficiencyTemplate {
  /** The rows. */
  readonly rows: readonly TemplateRow[];
  /** Whether `done` holds ratios or, where little is known, ranks from 0 to 3. */
  readonly measured: "shares" | "ranks";
  /** What each member has of the channel's profit today, ratios that add up to 1. Absent: not known, and nothing is compared. */
  readonly actual?: readonly TaskShare[] | undefined;
}

/** How costs become weights. */
export interface NormativeSharePolicy {
  /** What a cost of each potential counts for, above 0, a better potential never less; the same for all: costs are weights. */
  readonly potentials: { readonly [P in BenefitPotential]: DecimalString };
  /** Places of shares and weights, 0 to 60. */
  readonly decimals: number;
}

/** What a member should have of the channel's profit. */
export interface NormativeShare {
  /** The member. */
  readonly memberId: string;
  /** Its normative share of the profit, a ratio. */
  readonly share: Rate;
  /** Actual less normative share. Above 0: it has more than its work is worth; below 0: less. `null`: not known. */
  readonly gap: DecimalString | null;
}

/** Shares of profit by work done. */
export interface NormativeShares {
  /** The members, in the order in which they are first named; their shares add up to exactly 1. */
  readonly members: readonly NormativeShare[];
  /** The final weight of each task, in the order of the rows; they add up to exactly 1. */
  readonly weights: readonly {
    /** The task. */
    readonly task: ChannelTask;
    /** Its weight, a ratio. */
    readonly weight: Rate;
  }[];
}

/** Why there are no normative shares. */
export type NormativeShareProblem = Message<
  "profit-sharing.costs_not_whole" | "profit-sharing.task_not_whole" | "profit-sharing.task_undone" | "profit-sharing.actual_not_whole"
>;

const doneBy = (read: Read<DecimalString>) => uniqueBy("memberId", someOf(recordOf<TaskShare>({ memberId: readText, share: read })));

const readTemplate: Read<EfficiencyTemplate> = (value, path) => {
  const given = recordOf<EfficiencyTemplate>({
    measured: choiceOf(["shares", "ranks"]),
    actual: optional(doneBy(readShare)),
    rows: uniqueBy(
      "task",
      someOf(
        recordOf<TemplateRow>({
          task: choiceOf(channelTasks),
          costShare: readShare,
          potential: choiceOf(benefitPotentials),
          done: doneBy(readNotNegative),
        }),
      ),
    ),
  })(value, path);
  const within = given.measured === "shares" ? readShare : readWithin("0", "3");
  given.rows.forEach(({ done }, i) => {
    for (const [k, { share }] of done.entries()) within(share, `${path}.rows[${i}].done[${k}].share`);
  });
  return given;
};

const readPotentials: Read<NormativeSharePolicy["potentials"]> = (value, path) => {
  const given = recordOf<NormativeSharePolicy["potentials"]>({ high: readAboveZero, medium: readAboveZero, low: readAboveZero })(
    value,
    path,
  );
  for (const [better, worse] of [
    ["high", "medium"],
    ["medium", "low"],
  ] as const) {
    if (exact(given[better]).lessThan(given[worse])) {
      throw sharingFault("profit-sharing.potential_falls", `${path}.${better}`, { got: given[better], lower: given[worse] });
    }
  }
  return given;
};

const readPolicy = recordOf<NormativeSharePolicy>({ potentials: readPotentials, decimals: readPlaces });

/**
 * Computes the share of the channel's profit that each member's work is worth: the efficiency template and its equity principle.
 *
 * @remarks
 * `weight(task) = cost share × potential ÷ Σ cost shares × potentials`; `share(member) = Σ weight(task) × part of the task it does`.
 * Ranks are turned into parts of their row. Everything is exact until shares and weights are cut, once; the units left over go to the
 * largest fractions, so that each list adds up to 1. Whoever does nothing has a share of 0. Profit is then split by `splitByRatio`.
 *
 * @param facts - The template, and what members have today.
 * @param policy - What potentials count for, and places.
 * @returns Normative shares, the gaps to what members have, and the weights of the tasks.
 * @throws LibraryFault `profit-sharing.potential_falls`: a lower potential counts for more; `profit-sharing.not_listed`: an actual share of
 * somebody who is in no row; `kernel.*` for what cannot be read.
 *
 * @errors
 * - `profit-sharing.costs_not_whole` - the cost shares add up to something other than 1.
 * - `profit-sharing.task_not_whole` - the parts of a task add up to something other than 1.
 * - `profit-sharing.task_undone` - every rank of a task is 0: somebody must do it.
 * - `profit-sharing.actual_not_whole` - the actual shares add up to something other than 1.
 *
 * @source The efficiency template of marketing-channel textbooks (Stern, El-Ansary, Coughlan): normative profit share = Σ final weight ×
 * performance share.
 *
 * @example Promotion matters more than its cost
 * ```ts
 * import { computeNormativeShares } from "qudao/profit-sharing";
 *
 * const facts = {
 *   measured: "shares" as const,
 *   rows: [
 *     { task: "promotion" as const, costShare: "0.4", potential: "high" as const, done: [{ memberId: "maker", share: "0.25" }, { memberId: "agent", share: "0.75" }] },
 *     { task: "possession" as const, costShare: "0.6", potential: "low" as const, done: [{ memberId: "maker", share: "1" }] },
 *   ],
 *   actual: [{ memberId: "maker", share: "0.7" }, { memberId: "agent", share: "0.3" }],
 * };
 * const shares = computeNormativeShares(facts, { potentials: { high: "1.5", medium: "1", low: "0.5" }, decimals: 4 });
 * // weights 0.6 and 0.3 of 0.9: two thirds and one third; the agent does three quarters of the two thirds
 * shares.ok && shares.value.outcome.members.map(({ memberId, share, gap }) => [memberId, share, gap]);
 * // => [["maker", "0.5000", "0.2"], ["agent", "0.5000", "-0.2"]]
 * ```
 *
 * @since 0.1.0
 */
export function computeNormativeShares(
  facts: EfficiencyTemplate,
  policy: NormativeSharePolicy,
): Result<Explained<NormativeShares>, NormativeShareProblem> {
  return readSafely({ facts, policy }, () => {
    const { rows, measured, actual } = readTemplate(facts, "facts");
    const { potentials, decimals } = readPolicy(policy, "policy");
    const costs = sumOf(rows.map(({ costShare }) => costShare));
    if (!costs.equals(1)) return err({ code: "profit-sharing.costs_not_whole", params: { total: text(costs) } });
    const sums = rows.map(({ done }) => sumOf(done.map(({ share }) => share)));
    for (const [i, { task }] of rows.entries()) {
      const sum = sums[i] as Exact;
      if (measured === "shares" && !sum.equals(1)) {
        return err({ code: "profit-sharing.task_not_whole", params: { task, total: text(sum) } });
      }
      if (sum.isZero()) return err({ code: "profit-sharing.task_undone", params: { task } });
    }
    const has = actual && sumOf(actual.map(({ share }) => share));
    if (has !== undefined && !has.equals(1)) return err({ code: "profit-sharing.actual_not_whole", params: { total: text(has) } });

    const members = [...new Set(rows.flatMap(({ done }) => done.map(({ memberId }) => memberId)))];
    actual?.forEach(({ memberId }, i) => {
      if (!members.includes(memberId)) throw sharingFault("profit-sharing.not_listed", `facts.actual[${i}].memberId`, { got: memberId });
    });
    // a row of ranks adds up to no 1: every other row is stretched by its sum instead, so that nothing is divided before the end
    const counts = rows.map(({ costShare, potential }) => exact(costShare).times(potentials[potential]));
    const stretched = counts.map((count, i) => sums.reduce((product, sum, k) => (k === i ? product : product.times(sum)), count));
    const worth = (memberId: string) =>
      rows.reduce((sum, { done }, i) => {
        const own = done.find((one) => one.memberId === memberId)?.share ?? "0";
        return sum.plus((stretched[i] as Exact).times(own));
      }, ZERO);
    const one = (partyId: string, share: Exact) => ({ partyId, share: text(share) });
    const fully = { decimals, remainder: "largest_fraction_first" as const };
    const shares = mustAllocate(
      "1",
      members.map((memberId) => one(memberId, worth(memberId))),
      fully,
    );
    const weights = mustAllocate(
      "1",
      rows.map(({ task }, i) => one(task, counts[i] as Exact)),
      fully,
    );

    const outcome: NormativeShares = {
      members: shares.map(({ partyId: memberId, amount: share }) => {
        const own = actual?.find((row) => row.memberId === memberId)?.share;
        return { memberId, share, gap: own === undefined ? null : text(exact(own).minus(share)) };
      }),
      weights: rows.map(({ task }, i) => ({ task, weight: weights[i]?.amount as string })),
    };
    return ok({ outcome, explanation: explained(rows, outcome) });
  });
}

function explained(rows: readonly TemplateRow[], { members, weights }: NormativeShares): Explanation {
  const from = members.map(({ memberId, share, gap }): Explanation => {
    const done = rows.flatMap(({ task, done }, i): readonly Explanation[] => {
      const own = done.find((row) => row.memberId === memberId)?.share ?? "0";
      const params = { task, share: own, weight: weights[i]?.weight as string };
      return own === "0" ? [] : [{ code: "profit-sharing.normative_task", params }];
    });
    return gap === null
      ? { code: "profit-sharing.normative_share", params: { memberId, share }, from: done }
      : { code: "profit-sharing.normative_share_gap", params: { memberId, share, gap }, from: done };
  });
  const share = text(sumOf(members.map((member) => member.share)));
  return { code: "profit-sharing.normative_shares", params: { share, tasks: rows.length, members: members.length }, adds: "share", from };
}
