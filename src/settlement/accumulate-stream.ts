import type { IncomingLine, IntakeReport } from "./intake.js";
import { ledgerOf } from "./ledger.js";
import type { Accumulator } from "./policy.js";
import { checkSource, takeInto } from "./take-in.js";

/** Lines counted together. A definition: enough that the hot path pays, few enough that memory does not show it. */
const BATCH = 256;

/**
 * Takes sale lines from an asynchronous source into an accumulator: a file being parsed, a database cursor, a queue.
 *
 * @remarks
 * The same as `accumulate`, line by line as they arrive; at most a few hundred wait to be counted together.
 * Do not hand the same accumulator to another verb before the promise settles.
 *
 * @param accumulator - Changed in place.
 * @param lines - Any asynchronous iterable; a Node.js stream in object mode is one.
 * @returns A promise of what `accumulate` returns. It rejects with the faults that `accumulate` throws, and with
 * `settlement.not_a_stream` for what can be read at once.
 *
 * @example A generator of rows
 * ```ts
 * import { accumulateStream, openAccumulator, settle } from "qudao/settlement";
 *
 * async function* rows() {
 *   yield { id: "L1", memberId: "A", productId: "P", date: "2024-02-10", quantity: 2, amount: "19.90", kind: "sale" as const };
 * }
 * const accumulator = openAccumulator({ currency: "CNY", sources: "count", programmes: [], members: [{ id: "A", kind: "agent" }] });
 * (await accumulateStream(accumulator, rows())).accepted; // => 1
 * settle(accumulator, { asOf: "2024-03-01" }).intake.netAmount; // => "19.9"
 * ```
 *
 * @since 0.1.0
 */
export async function accumulateStream(accumulator: Accumulator, lines: AsyncIterable<IncomingLine>): Promise<IntakeReport> {
  const ledger = ledgerOf(accumulator, "accumulator");
  checkSource(lines, "in_time");
  const { take, report, stopped } = takeInto(ledger);
  let waiting: IncomingLine[] = [];
  try {
    for await (const line of lines) {
      if (waiting.push(line) === BATCH) {
        take(waiting);
        waiting = [];
      }
    }
    take(waiting);
  } catch (caught) {
    take(waiting);
    throw stopped(caught);
  }
  return report();
}
