/**
 * Overrides and stacking a second time, in fractions: each recipient, each programme, from its definition alone, without the walk and
 * the queue that the library uses.
 */
import type { OverrideFacts, OverrideMember, OverridePolicy, StackingFacts, StackingPolicy } from "qudao/incentives";
import { add, type Frac, fracOf, halfUp, isZero, least, minus, most, NONE, order, over, sum, times } from "./fraction-oracle.js";
import { readTiers } from "./tier-oracle.js";

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
      } else if (method.kind === "lower_of_plans") {
        const names = [byId.get(seller.memberId)?.plan, recipient.plan];
        const plan = method.plans.find((one) => names.includes(one.plan));
        const base = plan?.base === null ? sale : least(sale, fracOf(plan?.base as string));
        part = times(times(base, fracOf(seller.share)), fracOf(plan?.rates[counted.length] ?? "0"));
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

/** Cents of every programme that is paid on its own qualifier, the net amount: each asked for by name, whatever the order of the file. */
export function readStackedCents(facts: StackingFacts, policy: StackingPolicy): ReadonlyMap<string, string> {
  const groupOf = (id: string) => policy.groups.find((group) => group.id === id) as StackingPolicy["groups"][number];
  const placeOf = (id: string) => policy.members.find((one) => one.programmeId === id) as StackingPolicy["members"][number];
  const candidateOf = (id: string) => facts.candidates.find((one) => one.programme.id === id) as StackingFacts["candidates"][number];
  const inGroup = (groupId: string) =>
    policy.members.filter((one) => one.groupId === groupId && facts.candidates.some((c) => c.programme.id === one.programmeId));
  const amountOf = (ids: readonly string[]) => sum(facts.lines.filter(({ id }) => ids.includes(id)).map(({ amount }) => fracOf(amount)));
  const narrow = (id: string) => {
    const include = candidateOf(id).programme.scope.include;
    return include?.productIds ? 0 : include?.categoryIds ? 1 : include?.brandIds ? 2 : include?.territoryIds ? 3 : 4;
  };
  const isBefore = (a: string, b: string) => {
    const [x, y] = [placeOf(a), placeOf(b)];
    if (groupOf(x.groupId).combine === "specific_first" && narrow(a) !== narrow(b)) return narrow(a) < narrow(b);
    return x.priority < y.priority;
  };
  const linesOf = (id: string): readonly string[] => {
    const { groupId } = placeOf(id);
    if (groupOf(groupId).combine !== "specific_first" || isExcluded(groupId)) return candidateOf(id).lineIds;
    const taken = inGroup(groupId).filter((one) => isBefore(one.programmeId, id));
    return candidateOf(id).lineIds.filter((line) => !taken.some((one) => candidateOf(one.programmeId).lineIds.includes(line)));
  };
  const alone = (id: string): string => {
    const { groupId } = placeOf(id);
    const group = groupOf(groupId);
    const outside = group.reducedBy.flatMap((name) => inGroup(name).map((one) => one.programmeId));
    const inside =
      group.combine === "reduce_base"
        ? inGroup(groupId)
            .map((one) => one.programmeId)
            .filter((other) => isBefore(other, id))
        : [];
    // within a group that is excluded as a whole, the ones before it still count for what it would have been
    const paidBy = (other: string) => (inside.includes(other) ? alone(other) : earned(other));
    const own = linesOf(id);
    const taken = [...outside, ...inside].map((other) => {
      const theirs = linesOf(other);
      const whole = amountOf(theirs);
      if (isZero(whole)) return NONE;
      return over(times(fracOf(paidBy(other)), amountOf(theirs.filter((line) => own.includes(line)))), whole);
    });
    return halfUp(readTiers(candidateOf(id).programme.schedule, minus(amountOf(own), sum(taken))).earned, 2);
  };
  const isExcluded = (groupId: string): boolean =>
    policy.groups.some(
      (group) => group.excludes.includes(groupId) && inGroup(group.id).some((one) => isMore(earned(one.programmeId), "0")),
    );
  const earned = (id: string): string => {
    const { groupId } = placeOf(id);
    const { combine } = groupOf(groupId);
    if (isExcluded(groupId)) return "0.00";
    const own = alone(id);
    if (combine !== "highest" && combine !== "lowest" && combine !== "first") return own;
    const others = inGroup(groupId)
      .map((one) => one.programmeId)
      .filter((other) => other !== id && alone(other) !== "0.00");
    const beats = (other: string) =>
      combine === "first"
        ? isBefore(other, id)
        : alone(other) === own
          ? isBefore(other, id)
          : combine === "highest"
            ? isMore(alone(other), own)
            : isMore(own, alone(other));
    return own !== "0.00" && others.some(beats) ? "0.00" : own;
  };
  return new Map(facts.candidates.map(({ programme }) => [programme.id, earned(programme.id)]));
}
