/**
 * Overrides and stacking a second time, in fractions: each recipient, each programme, from its definition alone, without the walk and
 * the queue that the library uses.
 */
import type { OverrideFacts, OverrideMember, OverridePolicy } from "qudao/incentives";
import { add, type Frac, fracOf, halfUp, isZero, minus, most, NONE, order, times } from "./fraction-oracle.js";

/** Cents of every recipient of a sale that is not a return, rounded half up to two places, before any ceiling. */
export function readOverrideCents(facts: OverrideFacts, policy: OverridePolicy): ReadonlyMap<string, string> {
  const byId = new Map(facts.members.map((one) => [one.id, one]));
  const pathTo = (seller: string): readonly OverrideMember[] => {
    const above = byId.get(seller)?.uplineId;
    return above === undefined ? [] : [byId.get(above) as OverrideMember, ...pathTo(above)];
  };
  const sale = fracOf(facts.amount.amount);
  const sums = new Map<string, Frac>();
  for (const recipient of facts.members) {
    for (const seller of facts.sellers) {
      const path = pathTo(seller.memberId);
      const at = path.findIndex(({ id }) => id === recipient.id);
      if (at < 0 || recipient.qualified !== true) continue;
      const counted = path.slice(0, at).filter(({ qualified }) => qualified === true || policy.unqualified === "lapses");
      const { method } = policy;
      let part = NONE;
      if (method.kind === "differential") {
        const rateOf = (rank: string | undefined) => fracOf(method.rates.find((row) => row.rank === rank)?.rate as string);
        const below = [byId.get(seller.memberId) as OverrideMember, ...counted].map(({ rank }) => rateOf(rank)).reduce(most);
        part = times(times(sale, fracOf(seller.share)), most(NONE, minus(rateOf(recipient.rank), below)));
      } else {
        const rate = method.rates[counted.length];
        if (rate === undefined) continue;
        const chained = method.kind === "on_commission" && method.of === "level_below" ? method.rates.slice(0, counted.length) : [];
        const base = method.kind === "fixed_levels" ? times(sale, fracOf(seller.share)) : fracOf(seller.commission);
        part = [...chained, rate].map(fracOf).reduce(times, base);
      }
      if (!isZero(part)) sums.set(recipient.id, add(sums.get(recipient.id) ?? NONE, part));
    }
  }
  return new Map([...sums].map(([id, amount]) => [id, halfUp(amount, 2)]));
}

/** What a list of amounts comes to. */
export function total(texts: readonly string[]): string {
  return halfUp(texts.map(fracOf).reduce(add, NONE), 2);
}

/** Whether one text is more than another. */
export function isMore(a: string, b: string): boolean {
  return order(fracOf(a), fracOf(b)) > 0;
}
