import type { DecimalString } from "../kernel/decimal.js";

/** What one sale was paid under a cap per sale, so that what comes of it later goes on from there. */
export interface SaleCarry {
  /** The cap. */
  readonly capId: string;
  /** The attribute by which the cap names sales. Absent: every line is a sale of its own. */
  readonly saleBy?: string | undefined;
  /** Whose sale it is: the member itself, or one right under it. */
  readonly sellerId: string;
  /** The sale. */
  readonly sale: string;
  /** What it was paid; below 0 where more came back than was sold. */
  readonly paid: DecimalString;
  /** What the cap took beyond that, as far as nothing that came back has made up for it; 0 or more. */
  readonly over: DecimalString;
}
