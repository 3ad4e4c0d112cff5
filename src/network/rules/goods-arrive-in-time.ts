import type { Rule } from "../../engine/rule.js";
import { exact } from "../../kernel/decimal.js";
import type { BlockagePolicy, MemberFlow } from "../blockage.js";

/** Goods are on their way for no longer than so many days on average. Exactly so many are still in time. @internal */
export const goodsArriveInTime: Rule<MemberFlow, BlockagePolicy, "deliveryDays", "network.goods_arrive_in_time"> = {
  code: "network.goods_arrive_in_time",
  needs: ["deliveryDays"],
  source: "S19-140",
  required: ({ deliveryDaysMost }) => ({ required: deliveryDaysMost, actual: null }),
  test: ({ deliveryDays }, { deliveryDaysMost }) => ({
    met: !exact(deliveryDays).greaterThan(deliveryDaysMost),
    params: { actual: deliveryDays },
  }),
};
