/**
 * The calculators of profit a second time: whole numbers (bigint) of fen, fractions kept as over and under, tokens in place of sums.
 * Shares no line with the library.
 */

/** Over ÷ under as a whole number, halves away from zero. */
export function rounded(over: bigint, under: bigint): bigint {
  if (under < 0n) return rounded(-over, -under);
  const twice = 2n * (over < 0n ? -over : over);
  const size = (twice + under) / (2n * under);
  return over < 0n ? -size : size;
}

/** Fen as yuan with two places. */
export function yuanOf(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Present value of whole amounts, one per period from now on, at a rate in per cent: a fraction. */
export function present(amounts: readonly bigint[], percent: bigint): readonly [over: bigint, under: bigint] {
  let [over, under] = [0n, 1n];
  // from the last period to the first: each is worth a period's discount of what follows, and itself
  for (const amount of [...amounts].reverse()) {
    over *= 100n;
    under *= 100n + percent;
    over += amount * under;
  }
  return [over, under];
}

/** Shares of profit from ranks, by doubles: parts of every row, weighed. */
export function normativeShares(
  rows: readonly { readonly cost: number; readonly potential: number; readonly ranks: readonly number[] }[],
): readonly number[] {
  const whole = rows.reduce((sum, { cost, potential }) => sum + cost * potential, 0);
  const shares = (rows[0]?.ranks ?? []).map(() => 0);
  for (const { cost, potential, ranks } of rows) {
    const done = ranks.reduce((a, b) => a + b, 0);
    ranks.forEach((rank, k) => {
      shares[k] = (shares[k] as number) + (cost * potential * rank) / (whole * done);
    });
  }
  return shares;
}

/** What a channel leaves its maker, in fen, after discounts of so many per cent one after the other: a fraction. */
export function contribution(
  { price, cost, units, expense }: { readonly price: bigint; readonly cost: bigint; readonly units: bigint; readonly expense: bigint },
  percents: readonly number[],
): readonly [over: bigint, under: bigint] {
  let [over, under] = [price, 1n];
  for (const percent of percents) {
    over *= BigInt(100 - percent);
    under *= 100n;
  }
  return [(over - cost * under) * units - expense * under, under];
}

export interface LedgerTerms {
  readonly sharePercent: bigint;
  readonly allowancePercent: bigint;
  /** `null`: until made good. */
  readonly carry: number | null;
  readonly guarantee: { readonly amount: bigint; readonly cumulative: boolean } | null;
  readonly holdback: { readonly percent: bigint; readonly before: boolean } | null;
}

export interface LedgerPeriod {
  readonly paid: bigint;
  readonly heldBack: bigint;
  readonly lapsed: number;
  /** Open deficits after the period, oldest first: age in the next period, and hundredths of a fen. */
  readonly open: readonly (readonly [age: number, tokens: number])[];
  readonly surplus: bigint;
}

/**
 * A share of profit over many periods with every whole yuan of deficit as a token of its own that ages, is made good by a yuan of profit,
 * or lapses. Income and losses are whole yuan; allowances must leave whole yuan.
 */
export function profitLedger(
  periods: readonly { readonly income: number; readonly losses: number }[],
  { sharePercent, allowancePercent, carry, guarantee, holdback }: LedgerTerms,
): readonly LedgerPeriod[] {
  let tokens: number[] = [];
  let surplus = 0n;
  return periods.map(({ income, losses }) => {
    const before = tokens.length;
    tokens = tokens.filter((age) => carry === null || age <= carry);
    let lapsed = before - tokens.length;
    let profit = income - (income * Number(allowancePercent)) / 100 - losses;
    tokens.sort((a, b) => b - a);
    while (profit > 0 && tokens.length > 0) {
      tokens.shift();
      profit--;
    }
    for (; profit < 0; profit++) tokens.push(0);
    const fen = BigInt(profit) * 100n;
    const held = holdback?.before === true ? rounded(fen * holdback.percent, 100n) : 0n;
    const earned = rounded((fen - held) * sharePercent, 100n);
    const heldOfShare = holdback?.before === false ? rounded(earned * holdback.percent, 100n) : 0n;
    let topped = 0n;
    if (guarantee !== null) {
      const least = guarantee.cumulative ? guarantee.amount - surplus : guarantee.amount;
      if (least > earned) topped = least - earned;
      if (guarantee.cumulative) {
        surplus += earned - guarantee.amount;
        if (surplus < 0n) surplus = 0n;
      }
    }
    const aged = tokens.map((age) => age + 1);
    tokens = aged.filter((age) => carry === null || age <= carry);
    lapsed += aged.length - tokens.length;
    const ages = [...new Set(tokens)].sort((a, b) => b - a);
    return {
      paid: earned + topped - heldOfShare,
      heldBack: held + heldOfShare,
      lapsed,
      open: ages.map((age) => [age, tokens.filter((one) => one === age).length] as const),
      surplus,
    };
  });
}

export type PouredStep =
  | { readonly kind: "owed"; readonly profit: boolean; readonly claims: readonly bigint[] }
  /** Everything to one party until it has so many hundredths of the profit handed out. */
  | { readonly kind: "catch_up"; readonly party: number; readonly percent: bigint }
  | { readonly kind: "share"; readonly weights: readonly bigint[]; readonly upTo: bigint | null };

/** A waterfall poured out fen by fen where that decides anything: a catch-up goes on until one fen more would be too much. */
export function pour(total: bigint, steps: readonly PouredStep[]): readonly bigint[] {
  const parties = Math.max(
    ...steps.map((step) => (step.kind === "owed" ? step.claims.length : step.kind === "share" ? step.weights.length : 0)),
  );
  const got: bigint[] = Array.from({ length: parties }, () => 0n);
  const profit: bigint[] = Array.from({ length: parties }, () => 0n);
  let left = total;
  const hand = (amounts: readonly bigint[], isProfit: boolean) => {
    amounts.forEach((amount, i) => {
      got[i] = (got[i] as bigint) + amount;
      if (isProfit) profit[i] = (profit[i] as bigint) + amount;
      left -= amount;
    });
  };
  /** Whole parts first, then a fen each to whoever was cut, first come first served. */
  const inProportion = (amount: bigint, weights: readonly bigint[]) => {
    const all = weights.reduce((a, b) => a + b, 0n);
    if (all === 0n) return weights.map(() => 0n);
    const parts = weights.map((weight) => (amount * weight) / all);
    let rest = amount - parts.reduce((a, b) => a + b, 0n);
    return parts.map((part, i) => {
      const isCut = part * all !== amount * (weights[i] as bigint);
      if (!isCut || rest === 0n) return part;
      rest--;
      return part + 1n;
    });
  };
  for (const step of steps) {
    if (step.kind === "owed") {
      const owed = step.claims.reduce((a, b) => a + b, 0n);
      hand(owed <= left ? step.claims : inProportion(left, step.claims), step.profit);
    } else if (step.kind === "share") {
      hand(inProportion(step.upTo !== null && step.upTo < left ? step.upTo : left, step.weights), true);
    } else {
      const own = () => profit[step.party] as bigint;
      const all = () => profit.reduce((a, b) => a + b, 0n);
      const fits = (more: bigint) => more <= left && (own() + more) * 100n <= step.percent * (all() + more);
      let more = 0n;
      for (let size = 1n << 40n; size > 0n; size /= 2n) if (fits(more + size)) more += size;
      hand(
        got.map((_, i) => (i === step.party ? more : 0n)),
        true,
      );
    }
  }
  return got;
}
