import { allocateAmount } from "../kernel/allocation.js";
import { at, checkChoice, checkCount, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, type Exact, exact, fixed, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import { byName, inputFault, readNames } from "./read-input.js";

/** Who took part. */
export interface ContestFacts {
  /** The members and what they reached, each once, in any order. `null`: not known, and no place. */
  readonly entries: readonly { readonly memberId: string; readonly figure: DecimalString | null }[];
}

/** The rules of a contest. */
export interface ContestPolicy {
  /** Its name. */
  readonly id: string;
  /** Currency of its prizes of money. ISO 4217. */
  readonly currency: string;
  /** Places of a prize. */
  readonly decimals: number;
  /** The least figure that gets a place; of any sign, as figures are. `null`: any. */
  readonly least: DecimalString | null;
  /** The prizes, the first place first. A right or goods has no amount. */
  readonly prizes: readonly ContestPrize[];
  /**
   * What members with one figure get: `each` the prize of their place; `shared` the prizes of money of all places they take, in equal parts,
   * spare units by name; other prizes of these places go to each. The place after a tie is left out (1, 1, 3).
   */
  readonly ties: "each" | "shared";
}

/** What a place gets. */
export interface ContestPrize {
  /** The means, as in `incentiveMeans`. */
  readonly means: string;
  /** Money, with no more places than the contest's; 0 or more. Absent: it is not money. */
  readonly amount?: DecimalString | undefined;
}

/** One member's place. */
export interface ContestPlace {
  /** Who. */
  readonly memberId: string;
  /** The place, from 1. `null`: none, below the least or without a figure. */
  readonly place: number | null;
  /** The prize of money; 0: none. */
  readonly prize: Money;
  /** The means of the prize; where places are shared, of the first of them that is money, if one is. `null`: no prize, or a share of money that comes to 0. */
  readonly means: string | null;
  /** Means of further prizes that are no money, where places are shared. Absent: there is none. */
  readonly others?: readonly string[] | undefined;
}

/**
 * Ranks a contest and gives out its prizes; equal figures get equal prizes.
 *
 * @remarks
 * The highest figure is first. Neither the order of the list nor a name ever decides between equals; spare cents of a shared prize go by
 * name, and that is all a name does. A figure that is not known is no 0: it has no place.
 *
 * @param facts - Who reached what.
 * @param policy - The prizes, the least figure, and what a tie gets.
 * @returns One row per member, by place and name, and a working that adds up to all prizes of money.
 * @throws LibraryFault `kernel.below_zero`, `incentives.finer_than_paid` for a prize with more places than the contest's, `kernel.*` with the place in
 * `facts` or `policy`.
 *
 * @example Two on the first place share 300 and 100
 * ```ts
 * import { type ContestPolicy, rankContest } from "qudao/incentives";
 *
 * const policy: ContestPolicy = {
 *   id: "spring", currency: "CNY", decimals: 2, least: null, ties: "shared",
 *   prizes: [{ means: "cash_reward", amount: "300" }, { means: "cash_reward", amount: "100" }],
 * };
 * const entries = [{ memberId: "B", figure: "90" }, { memberId: "A", figure: "90" }, { memberId: "C", figure: "50" }];
 * rankContest({ entries }, policy).outcome.map(({ memberId, place, prize }) => [memberId, place, prize.amount]);
 * // => [["A", 1, "200.00"], ["B", 1, "200.00"], ["C", 3, "0.00"]]
 * ```
 *
 * @since 0.1.0
 */
export function rankContest(facts: ContestFacts, policy: ContestPolicy): Explained<readonly ContestPlace[]> {
  return readSafely({ facts, policy }, () => {
    const { id, currency, decimals, least, prizes, ties } = readPolicy(policy);
    const entries = readRecords(checkRecord(facts, "facts")["entries"], "facts.entries", (fields, path) => ({
      memberId: checkText(fields["memberId"], at(path, "memberId")),
      figure: fields["figure"] === null ? null : exact(fields["figure"] as DecimalLike, at(path, "figure")),
    }));
    readNames(
      entries.map(({ memberId }) => memberId),
      (i) => `facts.entries[${i}].memberId`,
    );
    const queue = [...entries].sort((a, b) => {
      if (a.figure === null || b.figure === null)
        return Number(a.figure === null) - Number(b.figure === null) || byName(a.memberId, b.memberId);
      return b.figure.comparedTo(a.figure) || byName(a.memberId, b.memberId);
    });
    const ranked = queue.filter(({ figure }) => figure !== null && (least === null || figure.greaterThanOrEqualTo(least)));
    const rows: ContestPlace[] = [];
    const from: Explanation[] = [];
    for (let i = 0; i < ranked.length; ) {
      const figure = ranked[i]?.figure as Exact;
      const equals = ranked.slice(i).filter((one) => one.figure?.equals(figure));
      const place = i + 1;
      const taken = ties === "each" ? prizes.slice(i, i + 1) : prizes.slice(i, i + equals.length);
      const amounts = shared(taken, equals.length, ties, decimals);
      equals.forEach(({ memberId }, j) => {
        const amount = amounts[j] as string;
        rows.push({ memberId, place, prize: { amount, currency }, ...meansOf(taken, exact(amount)) });
        from.push({ code: "incentives.contest_place", params: { place, memberId, figure: text(figure), amount } });
      });
      i += equals.length;
    }
    const none = fixed(ZERO, decimals);
    for (const { memberId, figure } of queue.slice(ranked.length)) {
      rows.push({ memberId, place: null, prize: { amount: none, currency }, means: null });
      const params = { memberId, amount: none };
      from.push(
        figure === null
          ? { code: "incentives.contest_unknown", params }
          : { code: "incentives.contest_below", params: { ...params, figure: text(figure), least: text(least as Exact) } },
      );
    }
    const amount = fixed(sumOf(rows.map(({ prize }) => exact(prize.amount))), decimals);
    return { outcome: rows, explanation: { code: "incentives.contest", params: { contest: id, amount, currency }, adds: "amount", from } };
  });
}

interface ReadPrize {
  readonly means: string;
  readonly isMoney: boolean;
  readonly amount: Exact;
}

/** Prizes of money are one, and none where nothing of it is left to pay; each of the others is handed over by itself. */
function meansOf(taken: readonly ReadPrize[], amount: Exact): Pick<ContestPlace, "means" | "others"> {
  const money = amount.isZero() ? undefined : taken.find(({ isMoney }) => isMoney);
  const [first, ...others] = [...(money === undefined ? [] : [money]), ...taken.filter(({ isMoney }) => !isMoney)].map(
    ({ means }) => means,
  );
  return { means: first ?? null, ...(others.length === 0 ? {} : { others }) };
}

function shared(taken: readonly ReadPrize[], parts: number, ties: ContestPolicy["ties"], decimals: number): readonly string[] {
  const sum = sumOf(taken.map(({ amount }) => amount));
  if (ties === "each") return Array.from({ length: parts }, () => fixed(sum, decimals));
  const split = allocateAmount(
    { total: text(sum), weights: Array.from({ length: parts }, () => "1") },
    { decimals, remainder: "contract_order" },
  );
  return split.ok ? split.value.outcome : [];
}

function readPolicy(policy: ContestPolicy) {
  const agreed = checkRecord(policy, "policy");
  const decimals = checkCount(agreed["decimals"], "policy.decimals", 0, 20);
  return {
    id: checkText(agreed["id"], "policy.id"),
    currency: readCurrency(agreed["currency"], "policy.currency"),
    decimals,
    least: agreed["least"] === null ? null : exact(agreed["least"] as DecimalLike, "policy.least"),
    ties: checkChoice(agreed["ties"], "policy.ties", ["each", "shared"]),
    prizes: readRecords(agreed["prizes"], "policy.prizes", (fields, path) => readPrize(fields, path, decimals)),
  };
}

function readPrize(fields: Fields, path: string, decimals: number): ReadPrize {
  const amount = optional(exactNotNegative)(fields["amount"], at(path, "amount")) ?? ZERO;
  if (amount.decimalPlaces() > decimals)
    throw inputFault("incentives.finer_than_paid", at(path, "amount"), { got: text(amount), decimals });
  return { means: checkText(fields["means"], at(path, "means")), isMoney: fields["amount"] !== undefined, amount };
}
