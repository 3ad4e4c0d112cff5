import type { SaleLine } from "../entities/sale-line.js";
import { shown } from "../kernel/fault.js";
import type { PlacedMessage } from "../kernel/message.js";

/** Most digits after the point of any figure: what is multiplied by rates and prices still has its place in a decimal. */
const MOST_FRACTION = 100;

/**
 * Most digits before the point, by figure: far above any trade, and so few that sums of lines, quantity × unit price and money with tax
 * are decimals again. One absurd line would otherwise stop the statements of everybody.
 */
const MOST_WHOLE = { amount: 45, cost: 45, cashDiscount: 45, quantity: 20, unitPrice: 25, taxRate: 5 } as const;

/**
 * The figures of a good line that no sum could hold.
 *
 * @internal
 */
export function figuresTooLong(line: SaleLine): readonly PlacedMessage<"settlement.figure_too_long">[] {
  return (Object.keys(MOST_WHOLE) as (keyof typeof MOST_WHOLE)[]).flatMap((path) => {
    const [whole = "", fraction = ""] = String(line[path] ?? "").split(".");
    if (whole.length <= MOST_WHOLE[path] && fraction.length <= MOST_FRACTION) return [];
    const params = { got: shown(line[path]), whole: MOST_WHOLE[path], fraction: MOST_FRACTION };
    return [{ code: "settlement.figure_too_long", path, params }];
  });
}
