import type { DecimalString } from "../kernel/decimal.js";
import type { Money } from "../kernel/money.js";
import type { BusinessType, Expandability, ParticipantScale, SupportingCapability } from "./catalogue.js";

/** What a dealer is able to do. Dealers are mostly trading companies, limited in scale and in what they can offer beside the goods. */
export interface DealerCapability {
  /** What kind of enterprise it is. Absent: not known. */
  readonly businessType?: BusinessType | undefined;
  /** Whether it counts as large. Absent: not judged yet, neither of the two. */
  readonly scale?: ParticipantScale | undefined;
  /** The most that it can sell in a year, net of tax, not negative. Absent: not known. */
  readonly yearlySales?: Money | undefined;
  /** What it offers beside the goods. Absent: not known. Empty: nothing. */
  readonly supportingCapabilities?: readonly SupportingCapability[] | undefined;
  /** Whether it could grow beyond what it is now. Absent: not known. */
  readonly expandability?: Expandability | undefined;
}

/** One line of products that a dealer carries, of whatever manufacturer. Whether it competes follows from its brand and category. */
export interface CarriedLine {
  /** The brand, also one that the host does not sell. */
  readonly brandId: string;
  /** The category of its products; products of one category are like products (同类产品). Absent: not known. */
  readonly categoryId?: string | undefined;
  /** Its share of the dealer's sales, a ratio from `"0"` to `"1"`. Absent: not known. */
  readonly share?: DecimalString | undefined;
}
