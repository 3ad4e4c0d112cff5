import type { DecimalString } from "../kernel/decimal.js";

/** The most that one sale, one member or one programme pays in a period. */
export interface PaymentCap {
  /** Its name. */
  readonly id: string;
  /** What it looks at. */
  readonly per: "sale" | "member" | "programme";
  /** The most that is paid; 0 or more. */
  readonly most: DecimalString;
  /** `kept`: what is above it waits for a later period with room (refundable). `forfeited`: it is lost. */
  readonly above: "kept" | "forfeited";
}
