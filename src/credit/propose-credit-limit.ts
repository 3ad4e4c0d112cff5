import { checkChoice, checkCount, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { checkPlaces, type DecimalString, Exact, fixed, quotient, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { checkDistinct, exactNotNegative, exactShare, optional, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import type { CreditLimit } from "./credit-account.js";
import { creditFault, problem } from "./reading.js";

/** What a proposal is made from. */
export interface LimitProposalFacts {
  /** Sales of the months looked at, one figure each; months without shipments are `"0"` and left out of the average. */
  readonly monthlySales: readonly DecimalString[];
  /** Months of credit that the payment term grants: `"1.5"` for 45 days. */
  readonly termMonths: DecimalString;
  /** The grade of the rating. */
  readonly grade: string;
  /** `first_time`: never bought before. `new`: buys, but not long enough for its own average. `established`: judged by its own sales. */
  readonly standing: "first_time" | "new" | "established";
  /** Small dealers buy for cash. Absent: not known, and then an own average decides. */
  readonly size?: "small" | "ordinary" | undefined;
  /** Monthly sales that are expected of a new member. Absent: not known. */
  readonly expectedMonthlySales?: DecimalString | undefined;
  /** Payments of a new member in time so far. Absent: none. */
  readonly onTimePayments?: number | undefined;
  /** What its securities are worth. Absent: nothing. */
  readonly securityValue?: DecimalString | undefined;
}

/** How limits are proposed. */
export interface LimitProposalPolicy {
  /** Factors by grade, each once: from lowest to highest proposal. A grade without a row cannot be proposed for. */
  readonly factors: readonly { readonly grade: string; readonly lowest: DecimalString; readonly highest: DecimalString }[];
  /** How much of the limit a new member gets, by payments in time; rows rising from 0. */
  readonly growth: readonly { readonly fromPayments: number; readonly share: Rate }[];
  /** Part of the securities that is added. */
  readonly securityRate: Rate;
  /** No proposal is above it. Absent: no ceiling. */
  readonly most?: DecimalString | undefined;
  /** Whether small dealers are proposed cash only. */
  readonly smallDealers: "cash_only" | "as_others";
  /** Places to which a proposal is cut: it is never rounded up. 0 for whole yuan. */
  readonly decimals: number;
}

/** A proposed limit. Somebody decides. */
export interface LimitProposal {
  /** The least the rating supports; `zero` is cash only. */
  readonly lowest: CreditLimit;
  /** The most the rating supports. */
  readonly highest: CreditLimit;
  /** Average sales of the months with shipments, or what is expected. `null`: cash only, no average was needed. */
  readonly averageSales: DecimalString | null;
  /** Why cash only. `null`: it is not. */
  readonly cashOnly: "first_time" | "small" | "grade" | null;
}

/**
 * Proposes a credit limit from sales, payment term, rating and securities.
 *
 * @remarks
 * `average monthly sales × term in months × factor of the grade`, the average over months with shipments, plus securities, cut to the
 * places of the policy. First-time and small dealers, and a grade with the factor 0, are cash only. A new member is proposed a share of
 * what its expected sales support, growing with payments in time. A factor is a range, so there are two figures.
 *
 * @param facts - Sales, term, rating.
 * @param policy - Factors, growth, securities.
 * @returns The range; each end is a limit that can be stored.
 * @throws LibraryFault `kernel.*`, `credit.*` with the place.
 *
 * @errors
 * - `credit.grade_unknown` - the policy has no factor for the grade.
 * - `credit.no_sales_to_propose_from` - no month has shipments, or nothing is expected of a new member.
 *
 * @source Practice of credit limits: AAA 1.5 to 3, AA 1, A 0.8, B 0.6, C 0; G-21; S19-137.
 *
 * @example 45 days of credit for a dealer rated A
 * ```ts
 * import { exampleLimitProposalPolicy, proposeCreditLimit } from "qudao/credit";
 *
 * const facts = { monthlySales: ["90000", "0", "110000"], termMonths: "1.5", standing: "established" as const };
 * const propose = (grade: string) => {
 *   const answer = proposeCreditLimit({ ...facts, grade }, exampleLimitProposalPolicy);
 *   return answer.ok && [answer.value.outcome.lowest, answer.value.outcome.highest];
 * };
 * propose("A"); // => [{ kind: "amount", amount: "120000" }, { kind: "amount", amount: "120000" }]
 * propose("AAA"); // => [{ kind: "amount", amount: "225000" }, { kind: "amount", amount: "450000" }]
 * propose("C"); // => [{ kind: "zero" }, { kind: "zero" }]
 * ```
 *
 * @since 0.1.0
 */
export function proposeCreditLimit(
  facts: LimitProposalFacts,
  policy: LimitProposalPolicy,
): Result<Explained<LimitProposal>, Message<"credit.grade_unknown" | "credit.no_sales_to_propose_from">> {
  return readSafely({ facts, policy }, () => {
    const given = readFacts(facts);
    const agreed = readProposalPolicy(policy, "policy");
    const factor = agreed.factors.get(given.grade);
    if (factor === undefined) return problem("credit.grade_unknown", { grade: given.grade, known: [...agreed.factors.keys()] });
    const cashOnly = cashOnlyBecause(given, agreed, factor.highest);
    if (cashOnly !== null) {
      const zero = { kind: "zero" } as const;
      const { grade } = given;
      return ok({
        outcome: { lowest: zero, highest: zero, averageSales: null, cashOnly },
        explanation: { code: "credit.proposal_cash_only", params: { grade, cashOnly } },
      });
    }
    const shipped = given.monthlySales.filter((month) => month.greaterThan(0));
    const total = sumOf(shipped);
    const isNew = given.standing === "new";
    if (isNew ? given.expected === undefined : shipped.length === 0) {
      return problem("credit.no_sales_to_propose_from", { standing: given.standing });
    }
    // divided last, so that an average without end does not lose a cent of the limit
    const count = new Exact(isNew ? 1 : shipped.length);
    const base = isNew ? (given.expected as Exact) : total;
    const share = isNew ? (agreed.growth.filter((row) => row.from <= given.onTimePayments).at(-1)?.share ?? ZERO) : new Exact(1);
    const security = given.security.times(agreed.securityRate);
    const propose = (by: Exact): CreditLimit => {
      const exact = base.times(given.termMonths).times(by).times(share).dividedBy(count).plus(security);
      const capped = agreed.most === undefined ? exact : Exact.min(exact, agreed.most);
      const cut = rounded(capped, agreed.decimals, "floor");
      return cut.isZero() ? { kind: "zero" } : { kind: "amount", amount: fixed(cut, agreed.decimals) };
    };
    const averageSales = text(quotient(base, count));
    const outcome: LimitProposal = { lowest: propose(factor.lowest), highest: propose(factor.highest), averageSales, cashOnly: null };
    return ok({ outcome, explanation: explain(given, factor, share, security, outcome) });
  });
}

type Given = ReturnType<typeof readFacts>;
type Agreed = ReturnType<typeof readProposalPolicy>;

function cashOnlyBecause({ standing, size }: Given, { smallDealers }: Agreed, factor: Exact): LimitProposal["cashOnly"] {
  if (standing === "first_time") return "first_time";
  if (size === "small" && smallDealers === "cash_only") return "small";
  return factor.isZero() ? "grade" : null;
}

const figure = (limit: CreditLimit) => (limit.kind === "amount" ? limit.amount : "0");

function explain(
  given: Given,
  factor: { readonly lowest: Exact; readonly highest: Exact },
  share: Exact,
  security: Exact,
  outcome: LimitProposal,
): Explanation {
  const from: Explanation[] = [
    { code: "credit.proposal_sales", params: { standing: given.standing, averageSales: outcome.averageSales } },
    { code: "credit.proposal_term", params: { termMonths: text(given.termMonths) } },
    { code: "credit.proposal_factor", params: { grade: given.grade, lowest: text(factor.lowest), highest: text(factor.highest) } },
  ];
  if (given.standing === "new")
    from.push({ code: "credit.proposal_growth", params: { payments: given.onTimePayments, share: text(share) } });
  if (!security.isZero()) from.push({ code: "credit.proposal_security", params: { amount: text(security) } });
  return { code: "credit.proposal", params: { lowest: figure(outcome.lowest), highest: figure(outcome.highest) }, from };
}

function readFacts(facts: LimitProposalFacts) {
  const given = checkRecord(facts, "facts");
  const sales = given["monthlySales"];
  return {
    monthlySales: checkList(sales, "facts.monthlySales").map((month, i) => exactNotNegative(month, `facts.monthlySales[${i}]`)),
    termMonths: exactNotNegative(given["termMonths"], "facts.termMonths"),
    grade: checkText(given["grade"], "facts.grade"),
    standing: checkChoice(given["standing"], "facts.standing", ["first_time", "new", "established"]),
    size: optional((value, path) => checkChoice(value, path, ["small", "ordinary"]))(given["size"], "facts.size"),
    expected: optional(exactNotNegative)(given["expectedMonthlySales"], "facts.expectedMonthlySales"),
    onTimePayments: optional((value, path) => checkCount(value, path, 0, 1_000_000))(given["onTimePayments"], "facts.onTimePayments") ?? 0,
    security: optional(exactNotNegative)(given["securityValue"], "facts.securityValue") ?? ZERO,
  };
}

/** @internal */
export function readProposalPolicy(policy: LimitProposalPolicy, place: string) {
  const given = checkRecord(policy, place);
  const factors = readRecords(given["factors"], `${place}.factors`, (row, path) => {
    const lowest = exactNotNegative(row["lowest"], `${path}.lowest`);
    const highest = exactNotNegative(row["highest"], `${path}.highest`);
    if (highest.lessThan(lowest)) throw creditFault("credit.not_rising", `${path}.highest`, { got: text(highest), previous: text(lowest) });
    return [checkText(row["grade"], `${path}.grade`), { lowest, highest }] as const;
  });
  checkDistinct(
    factors.map(([grade]) => grade),
    `${place}.factors`,
    "grade",
  );
  let previous = -1;
  const growth = readRecords(given["growth"], `${place}.growth`, (row, path) => {
    const from = checkCount(row["fromPayments"], `${path}.fromPayments`, 0, 1_000_000);
    if (from <= previous) throw creditFault("credit.not_rising", `${path}.fromPayments`, { got: from, previous });
    previous = from;
    return { from, share: exactShare(row["share"], `${path}.share`) };
  });
  return {
    factors: new Map(factors),
    growth,
    securityRate: exactShare(given["securityRate"], `${place}.securityRate`),
    most: optional(exactNotNegative)(given["most"], `${place}.most`),
    smallDealers: checkChoice(given["smallDealers"], `${place}.smallDealers`, ["cash_only", "as_others"]),
    decimals: checkPlaces(given["decimals"] as number, `${place}.decimals`),
  };
}
