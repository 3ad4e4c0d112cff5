import { ratioOf, roundFraction } from "../engine/fraction.js";
import { checkCount, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, fixed, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money, MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, listOf, readCurrency, readDiscountRate, readNotNegative, readRounding, recordOf } from "../kernel/read.js";
import { type ManagementScope, managementScopes } from "./catalogue.js";
import { roundingLine } from "./rounding.js";

/** What a channel brings and costs its manufacturer, now and later. */
export interface BenefitFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Benefits and costs, in any order; several lines of one part and period add up. Empty: nothing. */
  readonly lines: readonly BenefitLine[];
}

/** What one part of channel management brings and costs in one period. */
export interface BenefitLine {
  /** The part of channel management. */
  readonly scope: ManagementScope;
  /** 0: the current period; 1: the next; and so on, up to 600. */
  readonly period: number;
  /** What it brings, not negative. */
  readonly benefit: DecimalString;
  /** What it costs, not negative. */
  readonly cost: DecimalString;
}

/** How later benefit compares with that of today. */
export interface BenefitPolicy {
  /**
   * Discount rate per period, as a ratio from `"0"` to `"10"` with at most 20 decimal places. `"0"`: later money is worth as much as
   * today's.
   */
  readonly discountRate: Rate;
  /** How each of the two amounts is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** The benefit of a channel over both horizons. Amounts have exactly the places of the policy; below 0 is a loss. */
export interface BenefitHorizons {
  /** Benefit less cost of the current period. */
  readonly current: Money;
  /** Present value of benefit less cost of all later periods. */
  readonly later: Money;
  /** Both together: the net present value. */
  readonly longTerm: Money;
  /** The same by part of channel management, in the order of the core text. Each is rounded by itself, for showing. */
  readonly byScope: readonly ScopeBenefit[];
}

/** What one part of channel management brings over both horizons. */
export interface ScopeBenefit {
  /** The part. */
  readonly scope: ManagementScope;
  /** Benefit less cost of the current period. */
  readonly current: DecimalString;
  /** Present value of benefit less cost of all later periods. */
  readonly later: DecimalString;
}

const LAST_PERIOD = 600;

const readFacts = recordOf<BenefitFacts>({
  currency: readCurrency,
  lines: listOf(
    recordOf<BenefitLine>({
      scope: choiceOf(managementScopes),
      period: (value, path) => checkCount(value, path, 0, LAST_PERIOD),
      benefit: readNotNegative,
      cost: readNotNegative,
    }),
  ),
});

const readPolicy = recordOf<BenefitPolicy>({ discountRate: readDiscountRate, rounding: readRounding });

/**
 * Computes what a channel brings its manufacturer, in the current period and in the long term.
 *
 * @remarks
 * `longTerm = current + later`, `later = Σ net(t) ÷ (1 + rate)^t` over the periods after the current one, summed exactly. Current and
 * later are rounded once each; the parts by scope are rounded for showing, and what that leaves over is a line of its own.
 *
 * @param facts - Benefits and costs by part of channel management and period.
 * @param policy - Discount rate and rounding.
 * @returns Both horizons, whole and by part; the lines of the working add up to them.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-03.
 *
 * @example An office that costs today and brings more tomorrow
 * ```ts
 * import { computeBenefit } from "qudao/network";
 *
 * const lines = [
 *   { scope: "system_building" as const, period: 0, benefit: "0", cost: "1000" },
 *   { scope: "terminal_management" as const, period: 1, benefit: "1210", cost: "110" },
 *   { scope: "terminal_management" as const, period: 2, benefit: "1210", cost: "0" },
 * ];
 * const { outcome } = computeBenefit({ currency: "CNY", lines }, { discountRate: "0.1", rounding: { decimals: 2, mode: "half_up" } });
 * [outcome.current.amount, outcome.later.amount, outcome.longTerm.amount]; // => ["-1000.00", "2000.00", "1000.00"]
 * ```
 *
 * @since 0.1.0
 */
export function computeBenefit(facts: BenefitFacts, policy: BenefitPolicy): Explained<BenefitHorizons> {
  return readSafely({ facts, policy }, () => {
    const { currency, lines } = readFacts(facts, "facts");
    const { discountRate, rounding } = readPolicy(policy, "policy");
    const growth = exact(discountRate).plus("1");
    const parts = managementScopes.map((scope) => {
      const own = lines.filter((line) => line.scope === scope);
      return { scope, now: payable(currentOf(own), rounding), later: fixed(presentValue(own, growth, rounding), rounding.decimals) };
    });
    const current = payable(currentOf(lines), rounding);
    const later = fixed(presentValue(lines, growth, rounding), rounding.decimals);
    const longTerm = fixed(exact(current).plus(later), rounding.decimals);
    const horizon = (code: string, amount: string, each: (part: (typeof parts)[number]) => string): Explanation => {
      const shares = parts.map((part) => ({ code: "network.benefit_part", params: { scope: part.scope, amount: each(part) } }));
      const rest = shares.reduce<Exact>((left, { params }) => left.minus(params.amount), exact(amount));
      return { code, params: { amount, currency }, adds: "amount", from: [...shares, ...roundingLine(rest, rounding)] };
    };
    const money = (amount: string): Money => ({ amount, currency });
    return {
      outcome: {
        current: money(current),
        later: money(later),
        longTerm: money(longTerm),
        byScope: parts.map(({ scope, now, later }) => ({ scope, current: now, later })),
      },
      explanation: {
        code: "network.benefit",
        params: { amount: longTerm, currency, discountRate },
        adds: "amount",
        from: [
          horizon("network.benefit_current", current, ({ now }) => now),
          horizon("network.benefit_later", later, ({ later }) => later),
        ],
      },
    };
  });
}

function currentOf(lines: readonly BenefitLine[]): Exact {
  return lines.reduce<Exact>((sum, line) => (line.period === 0 ? sum.plus(netOf(line)) : sum), ZERO);
}

function netOf({ benefit, cost }: BenefitLine): Exact {
  return exact(benefit).minus(cost);
}

/** `Σ net(t) ÷ growth^t` for t ≥ 1 as one fraction, by Horner's rule, rounded once. */
function presentValue(lines: readonly BenefitLine[], growth: Exact, { decimals, mode }: MoneyRounding): Exact {
  const nets: Exact[] = [];
  for (const line of lines) {
    if (line.period === 0) continue;
    nets[line.period] = (nets[line.period] ?? ZERO).plus(netOf(line));
  }
  let over = ZERO;
  let under = new Exact(1);
  for (let t = 1; t < nets.length; t++) {
    over = over.times(growth).plus(nets[t] ?? ZERO);
    under = under.times(growth);
  }
  return roundFraction(ratioOf(over, under), decimals, mode);
}
