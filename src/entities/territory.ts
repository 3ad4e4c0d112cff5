import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { TerritoryLevel } from "./catalogue.js";

/** An area that members are authorized for, are protected in and are measured by. Territories form a tree. */
export interface Territory {
  /** The host's identifier, unique among territories. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** How wide it is. */
  readonly level: TerritoryLevel;
  /** The territory that it lies in. Absent: it is a root. */
  readonly parentId?: string | undefined;
  /** Inhabitants, a count. Absent: not known. */
  readonly population?: number | undefined;
  /** Square kilometres, not negative. Absent: not known. */
  readonly areaKm2?: DecimalString | undefined;
  /** Purchasing power against a base of `"1"`, not negative (消费指数). Absent: not known. */
  readonly consumptionIndex?: DecimalString | undefined;
}
