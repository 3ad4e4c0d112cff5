/**
 * What a settled window says of one of its lines.
 */

import type { SaleLine } from "../entities/sale-line.js";
import type { PaymentCap } from "../incentives/payment-cap.js";
import { type DecimalString, exact } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { choiceOf, listOf, readNotNegative, readText, recordOf } from "../kernel/read.js";
import { saleOf, wayOf } from "./kept-lines.js";
import { tellInKind } from "./list-in-kind.js";
import type { SettlementCode } from "./messages.js";
import type { StatementLine } from "./statement.js";

/** What a line earned under a programme. Their words: `settlement.line_verdict`. */
export const lineVerdicts = ["earns", "earns_nothing", "not_counted", "open", "refused"] as const;

/**
 * `earns`: its window earned something, the line with it. `earns_nothing`: it was counted, and its window earned nothing. `not_counted`: the
 * programme leaves it out. `open`: its window is not settled. `refused`: it could not be taken in.
 */
export type LineVerdict = (typeof lineVerdicts)[number];

/** What a budget or a ceiling left of what a window earned: a row of what `limitToBudget` or `limitToCaps` answers. */
export interface LimitedEarning {
  /** The programme. */
  readonly programmeId: string;
  /** The window, by its identifier. */
  readonly periodId: string;
  /** What cut it. */
  readonly by: LimitKind;
  /** What is left; 0 or more. */
  readonly left: DecimalString;
  /** What was cut; 0 or more. */
  readonly cut: DecimalString;
}

/** What may cut an earning: a budget, or the ceiling of a sale, a member or a programme. Their words: `settlement.limit_kind`. */
export const limitKinds = ["budget", "sale", "member", "programme"] as const;

/** See `limitKinds`. */
export type LimitKind = (typeof limitKinds)[number];

/** @internal */
export const readLimited = listOf(
  recordOf<LimitedEarning>({
    programmeId: readText,
    periodId: readText,
    by: choiceOf(limitKinds),
    left: readNotNegative,
    cut: readNotNegative,
  }),
);

/** What became of the line in one window, and why. @internal */
export interface WindowEarning {
  readonly verdict: LineVerdict;
  readonly reasons: readonly Explanation[];
}

/** The line, and the caps that its programme declares over several earnings. @internal */
export interface AskedLine {
  readonly line: SaleLine;
  readonly caps: readonly PaymentCap[];
}

/** `limited`: what the host says of the window. @internal */
export function windowEarning(settled: StatementLine, asked: AskedLine, limited: readonly LimitedEarning[]): WindowEarning {
  const { verdict, reasons } = earningIn(settled, asked);
  const cut = limited.filter((one) => verdict === "earns" && !exact(one.cut).isZero());
  const told = cut.map(({ by, left, cut: amount }): Explanation => {
    return { code: "settlement.earning_limited" satisfies SettlementCode, params: { by, left, cut: amount } };
  });
  const nothing = cut.some(({ left }) => exact(left).isZero());
  return { verdict: nothing ? "earns_nothing" : verdict, reasons: [...reasons, ...told] };
}

function earningIn(settled: StatementLine, asked: AskedLine): WindowEarning {
  const { problem, earned, explanation, next, sources } = settled;
  const window = { ...settled.window.titles };
  if (sources.ids !== undefined && !sources.ids.includes(asked.line.id))
    return { verdict: "open", reasons: [{ code: "settlement.line_not_taken_in", params: { window } }] };
  if (problem !== undefined || earned === null) {
    const why = problem === undefined ? null : { code: problem.code, params: problem.params };
    return { verdict: "open", reasons: [{ code: "settlement.line_undetermined", params: { window, problem: why } }] };
  }
  const reasons = explanation === null ? [] : [...cutsIn(explanation, asked)];
  const { amount, currency } = earned;
  const { goods, right } = settled;
  if ([amount, goods?.quantity, right?.quantity].some((figure) => figure !== undefined && /[1-9]/.test(figure))) {
    const inKind = tellInKind({ goods: goods && [goods], rights: right && [right] });
    return { verdict: "earns", reasons: [{ code: "settlement.line", params: { window, amount, currency }, ...inKind }, ...reasons] };
  }
  // a qualifier that counts for less is no reason for nothing
  if (reasons.every(({ code }) => code === "incentives.qualifier_capped")) {
    if (next === null) reasons.push({ code: "settlement.window_earns_nothing", params: { window } });
    else {
      const { missing, from, tier } = next;
      reasons.push({ code: "settlement.tier_not_reached", params: { window, missing, from, tier } });
    }
  }
  return { verdict: "earns_nothing", reasons };
}

/** Nodes of a working that say why a window earns nothing, or less. Their codes: `incentives.<name>`. */
const cuts: readonly string[] = [
  "gates_fail",
  "not_eligible_without_baseline",
  "no_share",
  "qualifier_capped",
  "payment_capped",
  "payment_withheld",
  "gives_way",
  "gives_way_unknown",
  "excluded_by_group",
  "cap_taken",
  "budget_cut",
];

function* cutsIn(node: Explanation, asked: AskedLine): Generator<Explanation> {
  if (!cuts.some((name) => node.code === `incentives.${name}`)) for (const part of node.from ?? []) yield* cutsIn(part, asked);
  else if (!isOfOtherSale(node, asked)) yield node;
}

/** A cap per sale cuts the sales of a window one by one. */
function isOfOtherSale({ code, params }: Explanation, { line, caps }: AskedLine): boolean {
  const cap = code === "incentives.cap_taken" ? caps.find(({ id }) => id === params["capId"]) : undefined;
  return cap?.per === "sale" && params["key"] !== saleOf(line, wayOf(cap));
}
