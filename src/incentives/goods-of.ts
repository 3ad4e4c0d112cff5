import type { EarnedGoods } from "./programme.js";
import type { GoodsAnswer } from "./programme-answer.js";

/** What an answer says of goods, in text alone. @internal */
export function goodsOf({ productId, quantity, unit }: GoodsAnswer): EarnedGoods {
  return { productId, quantity, unit };
}
