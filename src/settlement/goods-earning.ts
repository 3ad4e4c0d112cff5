/** What is earned in goods, beside the amounts of simulations and forecasts. */
import type { EarnedGoods } from "../incentives/programme.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { EarningReference } from "./accounts/settlement-entry.js";

/** What a member earns in goods under one programme in one window. */
export interface GoodsEarning extends EarningReference, EarnedGoods {
  /** The member. */
  readonly memberId: string;
}

/** So many of a product, without and with what is looked at. */
export interface GoodsDifference {
  /** The product. */
  readonly productId: string;
  /** The unit in which it is counted. */
  readonly unit: string;
  /** Earned without. `null`: not known. */
  readonly before: DecimalString | null;
  /** Earned with. `null`: not known. */
  readonly after: DecimalString | null;
  /** `after − before`. `null`: one of them is not known. */
  readonly difference: DecimalString | null;
}
