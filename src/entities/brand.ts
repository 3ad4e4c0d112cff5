import type { Words } from "../kernel/message.js";

/** A brand. It belongs to exactly one manufacturer. */
export interface Brand {
  /** The host's identifier, unique among brands. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** The manufacturer that created it. */
  readonly manufacturerId: string;
}
