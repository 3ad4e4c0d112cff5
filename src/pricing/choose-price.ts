/**
 * The choice among the prices of a policy, on facts and a policy that have been read.
 *
 * @internal
 */
import { compare, type Fraction, payableFraction, ratioOf, times, wholeOf } from "../engine/fraction.js";
import type { TaxTreatment } from "../entities/catalogue.js";
import type { ListPrice } from "../entities/price-list.js";
import { Exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { FindPriceProblem, FoundPrice, PriceCandidate, PriceFacts } from "./found-price.js";
import type { CategoryPrice, PriceAudience, PricePolicy, PricingList, SpecialPrice } from "./price-policy.js";

/** Why something does not fit at all. */
type Lost =
  | "pricing.other_currency"
  | "pricing.not_yet"
  | "pricing.no_longer"
  | "pricing.other_member"
  | "pricing.other_class"
  | "pricing.other_territory"
  | "pricing.other_product"
  | "pricing.below_first_break"
  | "pricing.without_list_price"
  | "pricing.less_specific"
  | "pricing.not_lower"
  | "pricing.replaced_by_special";

/** What fits: how well, point by point, and from which quantity. */
interface Fit {
  readonly rank: readonly number[];
  readonly start: string;
  /** The quantity that decides last between special prices; `"0"` of lists, whose tables have their own breaks. */
  readonly step: string;
  readonly from: string;
  readonly unitPrice: string;
}

interface Choice<T> {
  readonly item: T;
  readonly fit: Fit;
}

/** @internal */
export function choosePrice(facts: PriceFacts, given: PricePolicy): Result<Explained<FoundPrice>, FindPriceProblem> {
  const policy: PricePolicy = { ...given, taxRate: taxRateOf(facts, given) };
  const reasons = new Map<PricingList | SpecialPrice, string>();
  const list = best(policy.lists, (one) => fitOfList(one, facts), reasons);
  const special = best(policy.specials, (one) => fitOfSpecial(one, facts, list !== undefined), reasons);
  for (const found of [special, list]) {
    if (found !== undefined && "twin" in found) {
      return err({ code: "pricing.two_prices", params: { first: found.item.id, second: found.twin } });
    }
  }
  if (list === undefined && special === undefined) {
    const { productId, quantity, asOf, memberId } = facts;
    return err({ code: "pricing.no_price", params: { productId, quantity, asOf, memberId } });
  }
  // a special price that stands alone needs nothing of the list, not even its tax
  const alone = special !== undefined && special.item.gives.kind === "unit_price" && policy.choose === "special_first";
  const listPrice = alone || list === undefined ? undefined : taxed(new Exact(list.fit.unitPrice), list.item.tax, policy);
  const specialPrice = special && specialPriceOf(special, listPrice, policy);
  if (listPrice === null || specialPrice === null) {
    return err({ code: "pricing.tax_rate_missing", params: { want: policy.tax } });
  }
  const isSpecial =
    specialPrice !== undefined && (listPrice === undefined || policy.choose === "special_first" || compare(specialPrice, listPrice) < 0);
  const isFromList = list !== undefined && (!isSpecial || special?.item.gives.kind === "discount");
  if (special !== undefined) reasons.set(special.item, isSpecial ? "pricing.special_applies" : "pricing.not_lower");
  if (list !== undefined) reasons.set(list.item, isFromList ? "pricing.list_applies" : "pricing.replaced_by_special");
  const considered = [
    ...policy.lists.map((one) => candidate("list", one, reasons)),
    ...policy.specials.map((one) => candidate("special", one, reasons)),
  ];
  const exactPrice = (isSpecial ? specialPrice : listPrice) as Fraction;
  const amount = payableFraction(exactPrice, policy.rounding);
  const warnings = floorWarnings(amount, facts, policy);
  const privileges = policy.privileges.filter((one) => typeof audienceRank(one, facts) !== "string").map(({ id }) => id);
  const outcome: FoundPrice = {
    unitPrice: { amount, currency: facts.currency },
    tax: policy.tax,
    by: isSpecial ? "special" : "list",
    listId: isFromList ? list.item.id : null,
    from: breakOf([...(isFromList ? [list.fit] : []), ...(isSpecial && special !== undefined ? [special.fit] : [])]),
    specialId: isSpecial ? (special?.item.id ?? null) : null,
    privileges,
    warnings,
    considered,
  };
  const { productId, quantity, memberId, asOf, currency } = facts;
  const from = [
    ...considered.map(({ kind, id, because }) => ({
      code: "pricing.candidate",
      params: { kind, id, because: { code: because, params: paramsOf(kind, id, because, list, special) } },
    })),
    ...warnings,
    ...policy.privileges
      .filter(({ id }) => privileges.includes(id))
      .map(({ title }) => ({ code: "pricing.privilege", params: { title: { ...title } } })),
  ];
  return ok({
    outcome,
    explanation: { code: "pricing.price", params: { productId, quantity, memberId, asOf, amount, currency, tax: policy.tax }, from },
  });
}

/** The quantity from which all of them hold. */
function breakOf(fits: readonly Fit[]): string {
  return fits.reduce((from, fit) => (new Exact(fit.from).greaterThan(from) ? fit.from : from), "0");
}

function paramsOf(kind: string, id: string, because: string, list?: Choice<PricingList>, special?: Choice<SpecialPrice>) {
  const chosen = kind === "list" ? list : special;
  if (chosen?.item.id !== id || !because.endsWith("_applies")) return {};
  const gives = "gives" in chosen.item ? chosen.item.gives : undefined;
  return gives?.kind === "discount"
    ? { from: chosen.fit.from, gives: { code: "pricing.discount", params: { rate: gives.rate } } }
    : listed(chosen);
}

function listed({ item, fit }: Choice<PricingList | SpecialPrice>) {
  const terms = "gives" in item ? item.gives : item;
  const currency = "currency" in terms ? terms.currency : "";
  return { from: fit.from, gives: { code: "pricing.unit_price", params: { unitPrice: fit.unitPrice, currency } } };
}

function candidate(kind: "list" | "special", item: PricingList | SpecialPrice, reasons: ReadonlyMap<object, string>): PriceCandidate {
  const because = reasons.get(item) as string;
  return { kind, id: item.id, status: because.endsWith("_applies") ? "applies" : "lost", because };
}

/** The one that fits best; with its twin where another fits as well. Notes why the others lost. */
function best<T extends PricingList | SpecialPrice>(
  items: readonly T[],
  fitOf: (item: T) => Fit | Lost,
  reasons: Map<PricingList | SpecialPrice, string>,
): (Choice<T> & { readonly twin?: string }) | undefined {
  let chosen: (Choice<T> & { readonly twin?: string }) | undefined;
  for (const item of items) {
    const fit = fitOf(item);
    if (typeof fit === "string") {
      reasons.set(item, fit);
      continue;
    }
    reasons.set(item, "pricing.less_specific");
    const order = chosen === undefined ? 1 : compareFits(fit, chosen.fit);
    if (order > 0) chosen = { item, fit };
    else if (order === 0 && chosen !== undefined) chosen = { ...chosen, twin: item.id };
  }
  return chosen;
}

function compareFits(a: Fit, b: Fit): number {
  for (let i = 0; i < a.rank.length; i++) {
    const difference = (a.rank[i] as number) - (b.rank[i] as number);
    if (difference !== 0) return difference;
  }
  return a.start === b.start ? new Exact(a.step).comparedTo(b.step) : a.start > b.start ? 1 : -1;
}

function fitOfList(list: PricingList, facts: PriceFacts): Fit | Lost {
  if (list.currency !== facts.currency) return "pricing.other_currency";
  const rank = audienceRank({ ...list, productId: facts.productId }, facts);
  if (typeof rank === "string") return rank;
  const own = list.prices.filter(({ productId }) => productId === facts.productId);
  const category = (list.categoryPrices ?? []).filter(({ categoryId }) => categoryId === facts.categoryId);
  if (own.length + category.length === 0) return "pricing.other_product";
  for (const [rows, specific] of [[own, 1] as const, [category, 0] as const]) {
    const row = highestReached<ListPrice | CategoryPrice>(rows, facts.quantity);
    if (row !== undefined) {
      return { rank: [...rank.slice(0, -1), specific], start: list.start, step: "0", from: row.from ?? "0", unitPrice: row.unitPrice };
    }
  }
  return "pricing.below_first_break";
}

function highestReached<T extends { readonly from?: string | undefined }>(rows: readonly T[], quantity: string): T | undefined {
  const bought = new Exact(quantity);
  let found: T | undefined;
  for (const row of rows) {
    if (bought.lessThan(row.from ?? "0")) continue;
    if (found === undefined || new Exact(row.from ?? "0").greaterThan(found.from ?? "0")) found = row;
  }
  return found;
}

function fitOfSpecial(special: SpecialPrice, facts: PriceFacts, isListed: boolean): Fit | Lost {
  const { gives, from = "0", start } = special;
  if (gives.kind === "unit_price" && gives.currency !== facts.currency) return "pricing.other_currency";
  const rank = audienceRank(special, facts);
  if (typeof rank === "string") return rank;
  if (new Exact(facts.quantity).lessThan(from)) return "pricing.below_first_break";
  if (gives.kind === "discount" && !isListed) return "pricing.without_list_price";
  return { rank, start, step: from, from, unitPrice: gives.kind === "unit_price" ? gives.unitPrice : "0" };
}

/** How well an audience fits: member, class, territory, product; or why it does not. */
function audienceRank(to: PriceAudience, facts: PriceFacts): readonly number[] | Lost {
  if (facts.asOf < to.start) return "pricing.not_yet";
  if (to.end !== undefined && facts.asOf >= to.end) return "pricing.no_longer";
  if (to.memberId !== undefined && to.memberId !== facts.memberId) return "pricing.other_member";
  if (to.memberClass !== undefined && to.memberClass !== facts.memberClass) return "pricing.other_class";
  const territory = to.territoryId === undefined ? -1 : facts.territoryIds.indexOf(to.territoryId);
  if (to.territoryId !== undefined && territory < 0) return "pricing.other_territory";
  const isItem = to.productId === undefined ? to.categoryId === facts.categoryId : to.productId === facts.productId;
  if (!isItem) return "pricing.other_product";
  return [
    to.memberId === undefined ? 0 : 1,
    to.memberClass === undefined ? 0 : 1,
    territory < 0 ? 0 : facts.territoryIds.length - territory,
    to.productId === undefined ? 0 : 1,
  ];
}

/** The rate of the product, else of its category, else of all. */
function taxRateOf({ productId, categoryId }: PriceFacts, { taxRate, taxRates = [] }: PricePolicy): string | undefined {
  const own = taxRates.find((one) => one.productId === productId);
  const shared = taxRates.find((one) => one.categoryId !== undefined && one.categoryId === categoryId);
  return (own ?? shared)?.rate ?? taxRate;
}

/** The special price with the tax of the answer; `null`: that would need a rate. */
function specialPriceOf({ item, fit }: Choice<SpecialPrice>, listPrice: Fraction | null | undefined, policy: PricePolicy): Fraction | null {
  const { gives } = item;
  if (gives.kind === "unit_price") return taxed(new Exact(fit.unitPrice), gives.tax, policy);
  return listPrice ? times(listPrice, new Exact(1).minus(gives.rate)) : null;
}

/** A price with the tax of the answer; `null`: that would need a rate. */
function taxed(price: Exact, tax: TaxTreatment, policy: PricePolicy): Fraction | null {
  if (tax === policy.tax) return wholeOf(price);
  if (policy.taxRate === undefined) return null;
  const gross = new Exact(1).plus(policy.taxRate);
  return policy.tax === "tax_included" ? wholeOf(price.times(gross)) : ratioOf(price, gross);
}

/** The floors of the product that the price does not keep, or that cannot be compared with it. */
function floorWarnings(amount: string, facts: PriceFacts, policy: PricePolicy): FoundPrice["warnings"] {
  const paid = wholeOf(new Exact(amount));
  return policy.floors
    .filter((one) => (one.productId === undefined ? one.categoryId === facts.categoryId : one.productId === facts.productId))
    .flatMap((one): readonly Message<"pricing.below_floor" | "pricing.floor_not_comparable">[] => {
      const floor = one.currency === facts.currency ? taxed(new Exact(one.unitPrice), one.tax, policy) : null;
      const params = { id: one.id, amount, currency: facts.currency, floor: one.unitPrice, floorCurrency: one.currency, tax: one.tax };
      if (floor === null) return [{ code: "pricing.floor_not_comparable", params }];
      return compare(paid, floor) < 0 ? [{ code: "pricing.below_floor", params }] : [];
    });
}
