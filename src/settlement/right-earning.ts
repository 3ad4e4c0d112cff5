/** What is earned in rights and services, beside the amounts of simulations and forecasts. */
import type { EarnedRight } from "../incentives/programme.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { EarningReference } from "./accounts/settlement-entry.js";

/** What a member earns of a right under one programme in one window. */
export interface RightEarning extends EarningReference, EarnedRight {
  /** The member. */
  readonly memberId: string;
}

/** So much of a right, without and with what is looked at. */
export interface RightDifference {
  /** Its means, as `ProgrammeRight.means`. */
  readonly means: string;
  /** The unit in which it is counted. */
  readonly unit: string;
  /** Earned without. `null`: not known. */
  readonly before: DecimalString | null;
  /** Earned with. `null`: not known. */
  readonly after: DecimalString | null;
  /** `after − before`. `null`: one of them is not known. */
  readonly difference: DecimalString | null;
}
