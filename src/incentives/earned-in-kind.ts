/** What a programme pays that is no money: so many of a product, or so much of a right. */
import { currencyDecimals } from "../kernel/currency.js";
import { fixed, ZERO } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import { incentiveMeans } from "./incentive-means.js";
import type { EarnedGoods, EarnedRight, IncentiveProgramme, ProgrammeGoods, ProgrammeRight } from "./programme.js";

/** What is earned: in money, or in goods or a right where the programme pays in them; the money is then 0. */
export interface IncentiveEarning {
  /** In money, rounded as the programme pays. */
  readonly earned: Money;
  /** In goods. Absent: the programme pays none. */
  readonly goods?: EarnedGoods | undefined;
  /** Of a right or a service. Absent: the programme pays none. */
  readonly right?: EarnedRight | undefined;
}

/** What is paid in. @internal */
export type InKind = { readonly goods: ProgrammeGoods } | { readonly right: ProgrammeRight };

/** What was earned of it, as answers hold it. @internal */
export type EarnedInKind = { readonly goods: EarnedGoods } | { readonly right: EarnedRight };

/** What a programme pays in. Absent: money. @internal */
export function inKindOf({ goods, right }: Pick<IncentiveProgramme, "goods" | "right">): InKind | undefined {
  return goods !== undefined ? { goods } : right !== undefined ? { right } : undefined;
}

/** No money, with the places that answers of the programme give an amount. @internal */
export function noMoneyOf(programme: Pick<IncentiveProgramme, "goods" | "right" | "currency" | "rounding">): string {
  const { currency, rounding } = programme;
  return fixed(ZERO, inKindOf(programme) === undefined ? rounding.decimals : currencyDecimals(currency));
}

/** A means in words where it is one of the texts, else by its name. @internal */
export function wordsOfMeans(means: string): Readonly<Words> | string {
  const titles = incentiveMeans.find(({ id }) => id === means)?.titles;
  return titles === undefined ? means : Object.freeze({ ...titles });
}

/** @internal */
export function earnedInKind(kind: InKind, quantity: string): EarnedInKind {
  if ("right" in kind) return { right: { means: kind.right.means, quantity, unit: kind.right.unit } };
  return { goods: { productId: kind.goods.productId, quantity, unit: kind.goods.unit } };
}
