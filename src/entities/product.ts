import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { ProductStage, TechnicalGuidance } from "./catalogue.js";

/** What is sold. */
export interface Product {
  /** The host's identifier, unique among products. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** The unit that all its quantities are in, such as `"piece"`. */
  readonly unit: string;
  /** Its brand, and through it its manufacturer. Absent: unbranded. */
  readonly brandId?: string | undefined;
  /** Its category; products of one category are like products (同类产品). Absent: in none. */
  readonly categoryId?: string | undefined;
  /** Its product line (产品线). Absent: in none. */
  readonly lineId?: string | undefined;
  /** Where it stands in its life cycle. Absent: not judged. */
  readonly stage?: ProductStage | undefined;
  /** Whether whoever sells it must be able to guide its use. Absent: not judged, neither of the two. */
  readonly technicalGuidance?: TechnicalGuidance | undefined;
  /** How it appeals to buyers. Absent: not rated. */
  readonly appeal?: ProductAppeal | undefined;
}

/** Ratings of what strikes a buyer about a product, each from `"0"` (repels) to `"1"` (could not be better). */
export interface ProductAppeal {
  /** Its technology. Absent: not rated. */
  readonly technology?: DecimalString | undefined;
  /** Its quality. Absent: not rated. */
  readonly quality?: DecimalString | undefined;
  /** Its appearance. Absent: not rated. */
  readonly appearance?: DecimalString | undefined;
}
