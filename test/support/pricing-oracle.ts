/** A second way to the same price and the same chain: integers of a hundred-millionth, and an elimination in place of a ranking. */
import type { PriceAudience, PriceFacts, PricePolicy } from "qudao/pricing";

const SCALE = 100_000_000n;

/** A decimal with at most eight places, as an integer. */
export function units(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const size = BigInt(whole) * SCALE + BigInt(fraction.padEnd(8, "0"));
  return decimal.startsWith("-") ? -size : size;
}

/** Over ÷ under to two places, halves away from zero, as text. */
function cents(over: bigint, under: bigint): string {
  const twice = (over * 200n) / under;
  const rounded = (twice + 1n) / 2n;
  const text = rounded.toString().padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

interface Row {
  readonly id: string;
  readonly keys: readonly number[];
  readonly start: string;
  readonly from: string;
  readonly over: bigint;
  readonly under: bigint;
}

const isOpen = (one: { start: string; end?: string | undefined }, day: string) =>
  one.start <= day && (one.end === undefined || day < one.end);

/** Keeps those with the largest key, key after key; what is left is equal in all of them. */
function eliminate(rows: readonly Row[]): readonly Row[] {
  let left = rows;
  for (let key = 0; key < 4; key++) {
    const most = Math.max(...left.map((row) => row.keys[key] as number));
    left = left.filter((row) => row.keys[key] === most);
  }
  const last = left
    .map((row) => row.start)
    .sort()
    .at(-1);
  return left.filter((row) => row.start === last);
}

/** The price with two places, and where it comes from. */
export interface EliminatedPrice {
  readonly amount: string;
  readonly listId: string | null;
  readonly specialId: string | null;
  readonly from: string;
}

/** The price, or the code of the problem. */
export function priceByElimination(facts: PriceFacts, policy: PricePolicy): EliminatedPrice | string {
  const quantity = units(facts.quantity);
  const nearness = (id: string | undefined) => (id === undefined ? 0 : facts.territoryIds.length - facts.territoryIds.indexOf(id));
  const isFor = (to: Partial<PriceAudience>) =>
    (to.memberId === undefined || to.memberId === facts.memberId) &&
    (to.memberClass === undefined || to.memberClass === facts.memberClass) &&
    (to.territoryId === undefined || facts.territoryIds.includes(to.territoryId));
  const named = (aim: "productId" | "categoryId") =>
    policy.taxRates?.filter((one) => one[aim] !== undefined && one[aim] === facts[aim]) ?? [];
  const [rateOfItem = policy.taxRate] = [...named("productId"), ...named("categoryId")].map((one) => one.rate);
  const rate = rateOfItem === undefined ? null : SCALE + units(rateOfItem);
  const price = (unitPrice: string, tax: string): readonly [bigint, bigint] => {
    if (tax === policy.tax) return [units(unitPrice), SCALE];
    if (rate === null) return [0n, 0n];
    return policy.tax === "tax_included" ? [units(unitPrice) * rate, SCALE * SCALE] : [units(unitPrice), rate];
  };
  const lists = policy.lists.flatMap((list): readonly Row[] => {
    if (list.currency !== facts.currency || !isOpen(list, facts.asOf) || !isFor(list)) return [];
    const all = [
      ...list.prices.filter((row) => row.productId === facts.productId).map((row) => ({ ...row, own: 1 })),
      ...(list.categoryPrices ?? []).filter((row) => row.categoryId === facts.categoryId).map((row) => ({ ...row, own: 0 })),
    ].filter((row) => units(row.from ?? "0") <= quantity);
    if (all.length === 0) return [];
    all.sort((a, b) => b.own - a.own || (units(b.from ?? "0") > units(a.from ?? "0") ? 1 : -1));
    const [row] = all as [(typeof all)[number]];
    const [over, under] = price(row.unitPrice, list.tax);
    return [
      {
        id: list.id,
        keys: [0, list.memberClass === undefined ? 0 : 1, nearness(list.territoryId), row.own],
        start: list.start,
        from: row.from ?? "0",
        over,
        under,
      },
    ];
  });
  const bestLists = lists.length === 0 ? [] : eliminate(lists);
  const [list] = bestLists;
  const specials = policy.specials.flatMap((one): readonly Row[] => {
    if (!isOpen(one, facts.asOf) || !isFor(one) || units(one.from ?? "0") > quantity) return [];
    if (one.productId === undefined ? one.categoryId !== facts.categoryId : one.productId !== facts.productId) return [];
    const keys = [
      one.memberId === undefined ? 0 : 1,
      one.memberClass === undefined ? 0 : 1,
      nearness(one.territoryId),
      one.productId === undefined ? 0 : 1,
    ];
    const { gives } = one;
    if (gives.kind === "unit_price") {
      if (gives.currency !== facts.currency) return [];
      const [over, under] = price(gives.unitPrice, gives.tax);
      return [{ id: one.id, keys, start: one.start, from: one.from ?? "0", over, under }];
    }
    if (list === undefined) return [];
    const discounted = { over: list.over * (SCALE - units(gives.rate)), under: list.under * SCALE };
    return [{ id: one.id, keys, start: one.start, from: one.from ?? "0", ...discounted }];
  });
  const equalSpecials = specials.length === 0 ? [] : eliminate(specials);
  // of special prices that are alike, those of the highest step of their ladder that is reached
  const bestSpecials = equalSpecials.filter((row) => equalSpecials.every((other) => units(other.from) <= units(row.from)));
  if (bestLists.length > 1 || bestSpecials.length > 1) return "pricing.two_prices";
  const [special] = bestSpecials;
  if (list === undefined && special === undefined) return "pricing.no_price";
  const gives = policy.specials.find(({ id }) => id === special?.id)?.gives;
  const asked = policy.choose === "special_first" && gives?.kind === "unit_price" ? [special] : [list, special];
  if (asked.some((row) => row?.under === 0n)) return "pricing.tax_rate_missing";
  const isSpecial =
    special !== undefined &&
    (list === undefined || policy.choose === "special_first" || special.over * list.under < list.over * special.under);
  const chosen = (isSpecial ? special : list) as Row;
  // a discount comes from its list as well, a price of its own from nothing else
  const source = isSpecial && gives?.kind === "unit_price" ? special : (list as Row);
  return {
    amount: cents(chosen.over, chosen.under),
    listId: source === list ? source.id : null,
    specialId: isSpecial ? special.id : null,
    from: isSpecial && units(special.from) > units(source.from) ? special.from : source.from,
  };
}

/** The margins of a chain in hundred-millionths, and shares in ten-thousandths handed out one by one to whoever is owed most. */
export function chainByHanding(
  cost: string,
  prices: readonly string[],
): { readonly margins: readonly bigint[]; readonly shares: readonly bigint[] | null } {
  const margins = prices.map((price, i) => units(price) - units(i === 0 ? cost : (prices[i - 1] as string)));
  const whole = margins.reduce((sum, one) => sum + one, 0n);
  if (whole === 0n) return { margins, shares: null };
  const sign = whole < 0n ? -1n : 1n;
  const floors = margins.map((one) => {
    const over = one * sign * 10_000n;
    const under = whole * sign;
    return over >= 0n ? over / under : -((-over + under - 1n) / under);
  });
  const shares = [...floors];
  for (let left = 10_000n - floors.reduce((sum, one) => sum + one, 0n); left > 0n; left--) {
    let most = -1;
    margins.forEach((_, i) => {
      if (shares[i] !== floors[i]) return;
      const owed = (k: number) => (margins[k] as bigint) * sign * 10_000n - (floors[k] as bigint) * whole * sign;
      if (most < 0 || owed(i) > owed(most)) most = i;
    });
    shares[most] = (shares[most] as bigint) + 1n;
  }
  return { margins, shares };
}
