import type { Exact } from "../kernel/decimal.js";
import type { KeptLine } from "./kept-line.js";

/** Single sales that go on as in the days of a base, of the streams that keep lines. @internal */
export interface ProjectedSales {
  /** The weight of the base. */
  readonly whole: Exact;
  /** By index of the cell. */
  readonly slots: Map<number, ProjectedSlot>;
}

/** What the days of one slot will bring of each line of the base. @internal */
export interface ProjectedSlot {
  /** The weight of these days. */
  readonly weight: Exact;
  /** The lines of the base by day and identifier, the same ones in every slot of a member and a stream. */
  readonly lines: readonly { readonly line: KeptLine; readonly amount: Exact; readonly quantity: Exact }[];
}
