/**
 * What statements say of goods and rights: listed and compared in units, never added to money.
 *
 * @internal
 */
import { wordsOfMeans } from "../incentives/earned-in-kind.js";
import type { EarnedGoods, EarnedRight, ProgrammeGoods } from "../incentives/programme.js";
import { type DecimalString, type Exact, exact, text, ZERO } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Json } from "../kernel/json.js";
import type { GoodsDifference, GoodsEarning } from "./goods-earning.js";
import type { SettlementCode } from "./messages.js";
import type { RightDifference, RightEarning } from "./right-earning.js";
import type { Statement } from "./statement.js";

/** A field is there only where there is something to list. */
interface InKindLists<G, R> {
  readonly goods?: readonly G[] | undefined;
  readonly rights?: readonly R[] | undefined;
}

/** In the order of the statements. */
export function listInKind(statements: readonly Statement[]): InKindLists<GoodsEarning, RightEarning> {
  const goods: GoodsEarning[] = [];
  const rights: RightEarning[] = [];
  for (const { memberId, lines } of statements) {
    for (const { programmeId, programmeVersion, window, ...earned } of lines) {
      const place = { memberId, programmeId, programmeVersion, periodId: window.id };
      if (earned.goods !== undefined) goods.push({ ...place, ...earned.goods });
      if (earned.right !== undefined) rights.push({ ...place, ...earned.right });
    }
  }
  return filled({ goods, rights });
}

/** By product or means, and unit. `null`: not known. */
export function compareInKind(
  before: InKindLists<EarnedGoods, EarnedRight> | null,
  after: InKindLists<EarnedGoods, EarnedRight> | null,
): InKindLists<GoodsDifference, RightDifference> {
  const goods = differences(before && sumGoods(before.goods), after && sumGoods(after.goods), ({ productId, unit }) => ({
    productId,
    unit,
  }));
  const rights = differences(before && sumRights(before.rights), after && sumRights(after.rights), ({ means, unit }) => ({ means, unit }));
  return filled({ goods, rights });
}

/** What is earned in goods and rights, as the parts of a working; no part of any amount. */
export function tellInKind({ goods, rights }: InKindLists<EarnedGoods, EarnedRight>): { readonly from?: readonly Explanation[] } {
  const from: Explanation[] = [];
  for (const { productId, unit, quantity } of sumGoods(goods).values()) {
    from.push({ code: "settlement.goods_sum" satisfies SettlementCode, params: { productId, unit, quantity: text(quantity) } });
  }
  for (const { means, unit, quantity } of sumRights(rights).values()) {
    from.push({ code: "settlement.right_sum" satisfies SettlementCode, params: { means: said(means), unit, quantity: text(quantity) } });
  }
  return from.length === 0 ? {} : { from };
}

/** Where it is known on both sides. */
export function tellInKindChanges({ goods = [], rights = [] }: InKindLists<GoodsDifference, RightDifference>): readonly Explanation[] {
  const from: Explanation[] = [];
  for (const { productId, unit, before, after } of goods) {
    if (before === null || after === null) continue;
    from.push({ code: "settlement.goods_change" satisfies SettlementCode, params: { productId, unit, before, after, amount: "0" } });
  }
  for (const { means, unit, before, after } of rights) {
    if (before === null || after === null) continue;
    from.push({
      code: "settlement.right_change" satisfies SettlementCode,
      params: { means: said(means), unit, before, after, amount: "0" },
    });
  }
  return from;
}

/** By product and unit, under a key of both. */
export function sumGoods(list: readonly EarnedGoods[] = []): Sums<ProgrammeGoods> {
  return sumsOf(list, ({ productId }) => productId);
}

function sumRights(list: readonly EarnedRight[] = []): Sums<EarnedRight> {
  return sumsOf(list, ({ means }) => means);
}

type Sums<T> = ReadonlyMap<string, Omit<T, "quantity"> & { readonly quantity: Exact }>;

function sumsOf<T extends { readonly unit: string; readonly quantity: DecimalString }>(
  list: readonly T[],
  nameOf: (one: T) => string,
): Sums<T> {
  const sums = new Map<string, Omit<T, "quantity"> & { readonly quantity: Exact }>();
  for (const one of list) {
    const key = JSON.stringify([nameOf(one), one.unit]);
    sums.set(key, { ...one, quantity: exact(one.quantity).plus(sums.get(key)?.quantity ?? ZERO) });
  }
  return sums;
}

/** In the order of the keys. */
function differences<S extends { readonly quantity: Exact }, W>(
  before: ReadonlyMap<string, S> | null,
  after: ReadonlyMap<string, S> | null,
  whatOf: (sum: S) => W,
): readonly (W & Difference)[] {
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
  const figure = (value: Exact | null) => (value === null ? null : text(value));
  return keys.map((key) => {
    const old = before === null ? null : (before.get(key)?.quantity ?? ZERO);
    const now = after === null ? null : (after.get(key)?.quantity ?? ZERO);
    const difference = old === null || now === null ? null : now.minus(old);
    const what = whatOf((before?.get(key) ?? after?.get(key)) as S);
    return { ...what, before: figure(old), after: figure(now), difference: figure(difference) };
  });
}

type Difference = Pick<GoodsDifference, "before" | "after" | "difference">;

function filled<G, R>({ goods, rights }: { readonly goods: readonly G[]; readonly rights: readonly R[] }): InKindLists<G, R> {
  return { ...(goods.length === 0 ? {} : { goods }), ...(rights.length === 0 ? {} : { rights }) };
}

const said = (means: string): Json => wordsOfMeans(means) as Json;
