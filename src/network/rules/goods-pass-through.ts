import type { Rule } from "../../engine/rule.js";
import { exact } from "../../kernel/decimal.js";
import type { BlockagePolicy, MemberFlow } from "../blockage.js";

/** No stock piles up: of what flows in, at least a share flows out again. Exactly the share is enough. @internal */
export const goodsPassThrough: Rule<MemberFlow, BlockagePolicy, "inflow" | "outflow", "network.goods_pass_through"> = {
  code: "network.goods_pass_through",
  needs: ["inflow", "outflow"],
  source: "S19-140",
  required: ({ passThroughLeast }) => ({ required: passThroughLeast, inflow: null, outflow: null }),
  test: ({ inflow, outflow }, { passThroughLeast }) => ({
    met: exact(outflow).greaterThanOrEqualTo(exact(inflow).times(passThroughLeast)),
    params: { inflow, outflow },
  }),
};
