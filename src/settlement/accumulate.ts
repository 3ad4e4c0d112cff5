import type { IncomingLine, IntakeReport } from "./intake.js";
import { ledgerOf } from "./ledger.js";
import type { Accumulator } from "./policy.js";
import { checkSource, takeInto } from "./take-in.js";

/**
 * Takes sale lines into an accumulator, checking every one.
 *
 * @remarks
 * A line that cannot be read, of an unknown member, in another currency or with a figure that no sum could hold is refused whole and reported with every reason;
 * the others are counted for each programme whose scope, days and earners cover them. A line may be taken in long after its
 * window ended: the next `settle` sees it. Fields beside those of a sale line are ignored. Each line must be handed over once;
 * the accumulator does not remember identifiers.
 *
 * @param accumulator - Changed in place.
 * @param lines - Any iterable: an array, a generator, a database cursor's rows.
 * @returns How many lines were read and accepted, and the others with index, identifier, codes, places and words.
 * @throws LibraryFault `settlement.not_an_accumulator`, `settlement.not_iterable`, `kernel.list_too_long`; `kernel.unreadable` when the iterable throws:
 * what came before is counted, `params.accepted` tells how much, and the host's error is the `cause`.
 *
 * @example A line that cannot be read is returned with its reason
 * ```ts
 * import { accumulate, openAccumulator } from "qudao/settlement";
 *
 * const accumulator = openAccumulator({ currency: "CNY", sources: "count", programmes: [], members: [{ id: "A", kind: "agent" }] });
 * const report = accumulate(accumulator, [
 *   { id: "L1", memberId: "A", productId: "P", date: "2024-02-30", quantity: 1, amount: "10.00", kind: "sale" },
 *   { id: "L2", memberId: "B", productId: "P", date: "2024-02-28", quantity: 1, amount: "10.00", kind: "sale" },
 * ]);
 * report.rejected.map(({ id, problems }) => [id, problems[0]?.code, problems[0]?.path]);
 * // => [["L1", "entities.not_a_date", "date"], ["L2", "settlement.unknown_member", "memberId"]]
 * ```
 *
 * @since 0.1.0
 */
export function accumulate(accumulator: Accumulator, lines: Iterable<IncomingLine>): IntakeReport {
  const ledger = ledgerOf(accumulator, "accumulator");
  checkSource(lines, "at_once");
  const { take, report, stopped } = takeInto(ledger);
  try {
    take(lines);
  } catch (caught) {
    throw stopped(caught);
  }
  return report();
}
