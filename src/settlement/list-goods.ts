/**
 * What statements say of goods: listed and compared, never added to money.
 *
 * @internal
 */
import type { EarnedGoods, ProgrammeGoods } from "../incentives/programme.js";
import { type Exact, exact, text, ZERO } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import type { GoodsDifference, GoodsEarning } from "./goods-earning.js";
import type { SettlementCode } from "./messages.js";
import type { Statement } from "./statement.js";

/** A field that is there only where there is something to list. */
export function listGoods(statements: readonly Statement[]): { readonly goods?: readonly GoodsEarning[] } {
  const goods = statements.flatMap(({ memberId, lines }) =>
    lines.flatMap(({ programmeId, programmeVersion, window, goods: earned }): readonly GoodsEarning[] =>
      earned === undefined ? [] : [{ memberId, programmeId, programmeVersion, periodId: window.id, ...earned }],
    ),
  );
  return goods.length === 0 ? {} : { goods };
}

/** By product and unit. `null`: not known. */
export function compareGoods(
  before: readonly EarnedGoods[] | null,
  after: readonly EarnedGoods[] | null,
): { readonly goods?: readonly GoodsDifference[] } {
  const [was, is] = [sumGoods(before ?? []), sumGoods(after ?? [])];
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  if (keys.length === 0) return {};
  const figure = (value: Exact | null) => (value === null ? null : text(value));
  const goods = keys.map((key): GoodsDifference => {
    const { productId, unit } = (was.get(key) ?? is.get(key)) as ProgrammeGoods;
    const old = before === null ? null : (was.get(key)?.quantity ?? ZERO);
    const now = after === null ? null : (is.get(key)?.quantity ?? ZERO);
    const difference = old === null || now === null ? null : now.minus(old);
    return { productId, unit, before: figure(old), after: figure(now), difference: figure(difference) };
  });
  return { goods };
}

/** What is earned in goods, by product and unit, as the parts of a working; no part of any amount. */
export function tellGoods(list: readonly EarnedGoods[] = []): { readonly from?: readonly Explanation[] } {
  const from = [...sumGoods(list).values()].map(({ productId, unit, quantity }): Explanation => {
    return { code: "settlement.goods_sum" satisfies SettlementCode, params: { productId, unit, quantity: text(quantity) } };
  });
  return from.length === 0 ? {} : { from };
}

/** Where it is known on both sides. */
export function tellGoodsChanges(list: readonly GoodsDifference[] = []): readonly Explanation[] {
  return list.flatMap(({ productId, unit, before, after }): readonly Explanation[] => {
    if (before === null || after === null) return [];
    return [{ code: "settlement.goods_change" satisfies SettlementCode, params: { productId, unit, before, after, amount: "0" } }];
  });
}

/** By product and unit, under a key of both. */
export function sumGoods(list: readonly EarnedGoods[]): ReadonlyMap<string, ProgrammeGoods & { readonly quantity: Exact }> {
  const sums = new Map<string, ProgrammeGoods & { readonly quantity: Exact }>();
  for (const { productId, unit, quantity } of list) {
    const key = JSON.stringify([productId, unit]);
    sums.set(key, { productId, unit, quantity: exact(quantity).plus(sums.get(key)?.quantity ?? ZERO) });
  }
  return sums;
}
