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
  /**
   * Of a cap per sale that `settle` holds: the attribute of a line that names its sale (an order); a line without it is a sale of its own, named by its
   * identifier, which a return may name. Absent: every line is a sale of its own.
   */
  readonly saleBy?: string | undefined;
}
