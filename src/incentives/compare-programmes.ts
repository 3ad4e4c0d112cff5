import { at, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import { readRecords } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { compileProgramme, evaluateProgramme } from "./compile-programme.js";
import type { IncentiveFacts } from "./compute-incentive.js";
import { inKindOf } from "./earned-in-kind.js";
import type { IncentiveProgramme } from "./programme.js";
import type { IncentiveProblem } from "./programme-answer.js";
import { byName, readNames } from "./read-input.js";
import { readFigures } from "./read-window-figures.js";

/** What members did, in one window each. */
export interface ProgrammeComparisonFacts {
  /** The members with their figures, each once, in any order. */
  readonly members: readonly { readonly memberId: string; readonly figures: IncentiveFacts }[];
}

/** Two versions, or two programmes. */
export interface ProgrammeComparisonPolicy {
  /** What is or was in force. */
  readonly before: IncentiveProgramme;
  /** What might be. */
  readonly after: IncentiveProgramme;
}

/** What the change means for one member. */
export interface ComparedMember {
  /** Who. */
  readonly memberId: string;
  /** Earned by `before`. `null`: a figure is missing for it. */
  readonly before: Money | null;
  /** Earned by `after`. `null`: a figure is missing for it. */
  readonly after: Money | null;
  /** After less before. `null`: one of them is not known. */
  readonly difference: DecimalString | null;
  /** What is missing. `null`: nothing. */
  readonly problem: IncentiveProblem | null;
}

/** What the change means for all. */
export interface ProgrammeComparison {
  /** One row per member, by identifier. */
  readonly members: readonly ComparedMember[];
  /** Members who get more. */
  readonly gain: number;
  /** Members who get less. */
  readonly lose: number;
  /** Members who get as much as before. */
  readonly same: number;
  /** Members who cannot be compared, and are in no sum. */
  readonly unknown: number;
  /** All that `before` costs. */
  readonly costBefore: Money;
  /** All that `after` costs. */
  readonly costAfter: Money;
}

/** Why programmes cannot be compared. */
export type ProgrammeComparisonProblem = Message<"incentives.currencies_differ"> | Message<"incentives.pays_in_kind">;

/**
 * Compares two versions of a programme, member by member, on the same figures.
 *
 * @remarks
 * Both are computed by the calculator that settles them, so a comparison is what a settlement would pay on these figures. A member whom one of
 * the two lacks a figure for is reported and left out of the sums.
 *
 * @param facts - The members and their figures.
 * @param policy - The two programmes.
 * @returns One row per member, winners and losers, both costs, and a working that adds up to the difference.
 * @throws LibraryFault The first fault of `checkProgramme`, under `policy.before.` or `policy.after.`; `kernel.*` with the place in `facts`.
 *
 * @errors
 * - `incentives.currencies_differ` - the two pay in different currencies.
 * - `incentives.pays_in_kind` - one of them pays in goods or in a right, which `simulateProgrammes` lists.
 *
 * @example A graduated version instead of a retroactive one
 * ```ts
 * import { compareProgrammes, type IncentiveProgramme } from "qudao/incentives";
 *
 * const before: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }, { from: "1000", rate: "0.02" }] },
 * };
 * const after: IncentiveProgramme = { ...before, version: "2", schedule: { ...before.schedule, method: "graduated" } as IncentiveProgramme["schedule"] };
 * const members = [{ memberId: "A", figures: { amount: "900", quantity: "1" } }, { memberId: "B", figures: { amount: "1500", quantity: "1" } }];
 * const answer = compareProgrammes({ members }, { before, after });
 * answer.ok && answer.value.outcome.members.map(({ memberId, difference }) => [memberId, difference]); // => [["A", "0"], ["B", "-10"]]
 * ```
 *
 * @since 0.1.0
 */
export function compareProgrammes(
  facts: ProgrammeComparisonFacts,
  policy: ProgrammeComparisonPolicy,
): Result<Explained<ProgrammeComparison>, ProgrammeComparisonProblem> {
  return readSafely({ facts, policy }, () => {
    const { before, after } = checkRecord(policy, "policy") as unknown as ProgrammeComparisonPolicy;
    const [old, young] = [compileProgramme(before, "policy.before"), compileProgramme(after, "policy.after")];
    const members = readRecords(checkRecord(facts, "facts")["members"], "facts.members", (fields, path) => ({
      memberId: checkText(fields["memberId"], at(path, "memberId")),
      figures: readFigures(fields["figures"], at(path, "figures")),
    }));
    readNames(
      members.map(({ memberId }) => memberId),
      (i) => `facts.members[${i}].memberId`,
    );
    const { currency } = before;
    if (after.currency !== currency) {
      return err({ code: "incentives.currencies_differ", params: { programmeId: after.id, got: after.currency, want: currency } });
    }
    const inKind = [before, after].find((one) => inKindOf(one) !== undefined);
    if (inKind !== undefined) {
      return err({ code: "incentives.pays_in_kind", params: { programmeId: inKind.id, version: inKind.version, currency } });
    }
    const from: Explanation[] = [];
    const rows = [...members]
      .sort((a, b) => byName(a.memberId, b.memberId))
      .map(({ memberId, figures }): ComparedMember => {
        const [was, is] = [evaluateProgramme(old, figures), evaluateProgramme(young, figures)];
        const money = (answer: typeof was): Money | null => (answer.ok ? { amount: answer.value.amount, currency } : null);
        if (was.ok && is.ok) {
          const difference = text(exact(is.value.amount).minus(was.value.amount));
          from.push({
            code: "incentives.compared",
            params: { memberId, before: was.value.amount, after: is.value.amount, amount: difference },
          });
          return { memberId, before: money(was), after: money(is), difference, problem: null };
        }
        const problem = !was.ok ? was.problem : is.ok ? null : is.problem;
        from.push({ code: "incentives.not_compared", params: { memberId, problem: problem as never, amount: "0" } });
        return { memberId, before: money(was), after: money(is), difference: null, problem };
      });
    const known = rows.filter(({ difference }) => difference !== null);
    const count = (order: number) => known.filter(({ difference }) => exact(difference as string).comparedTo(0) === order).length;
    const cost = (side: "before" | "after"): Money => ({
      amount: text(sumOf(known.map((row) => exact(row[side]?.amount ?? "0")))),
      currency,
    });
    const [costBefore, costAfter] = [cost("before"), cost("after")];
    const amount = text(exact(costAfter.amount).minus(costBefore.amount));
    const params = { before: before.version, after: after.version, amount, currency };
    return ok({
      outcome: {
        members: rows,
        gain: count(1),
        lose: count(-1),
        same: count(0),
        unknown: rows.length - known.length,
        costBefore,
        costAfter,
      },
      explanation: { code: "incentives.comparison", params, adds: "amount", from },
    });
  });
}
