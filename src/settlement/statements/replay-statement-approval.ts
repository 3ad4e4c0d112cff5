import type { ReplayPolicy } from "../../engine/replay-events.js";
import { replayHistory } from "../../engine/replay-history.js";
import { readStatementApproval, readStatementApprovalEvent, readStatementApprovalFacts } from "./read-statement-approval.js";
import type {
  StatementApproval,
  StatementApprovalEvent,
  StatementApprovalFacts,
  StatementApprovalRefusal,
  StatementApprovalStep,
} from "./statement-approval.js";
import { statementApprovalLifecycle } from "./statement-approval-lifecycle.js";

/** The history of an approval. */
export interface StatementApprovalHistory {
  /** Where it began; `startStatementApproval` makes it. */
  readonly initial: StatementApproval;
  /** What happened, oldest first, each with what was known then. */
  readonly records: readonly { readonly event: StatementApprovalEvent; readonly facts: StatementApprovalFacts }[];
}

/** Where the history of an approval leads. */
export interface StatementApprovalReplay {
  /** The state after it. */
  readonly state: StatementApproval;
  /** The steps, with the place of each event in the history. */
  readonly steps: readonly { readonly index: number; readonly step: StatementApprovalStep }[];
  /** The refusals, with the place of each event in the history. Empty: the whole history is sound. */
  readonly refused: readonly { readonly index: number; readonly refusal: StatementApprovalRefusal }[];
}

/**
 * Rebuilds where the approval of a statement stands from what happened to it.
 *
 * @param facts - The beginning and the recorded events, each with what was known then.
 * @param policy - Whether a refused event ends the replay.
 * @returns The state, every step and every refusal: exactly what `stepStatementApproval` gives event by event.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example A statement that was drawn again
 * ```ts
 * import { startStatementApproval, replayStatementApproval } from "qudao/settlement";
 *
 * const statement = { accountId: "A", period: { start: "2024-03-01", end: "2024-04-01" } };
 * const drafted = startStatementApproval(
 *   { statementId: "ST-3", statement, preparedBy: "Li", approver: "Wang", asOf: "2024-04-02" }, { silence: "confirms" },
 * );
 * const records = [{ event: { type: "replaced" as const, asOf: "2024-04-04", by: "Li", successorId: "ST-4" }, facts: {} }];
 * replayStatementApproval({ initial: drafted, records }, { onRefusal: "stop" }).state.at; // => "replaced"
 * ```
 *
 * @since 0.1.0
 */
export function replayStatementApproval(facts: StatementApprovalHistory, policy: ReplayPolicy): StatementApprovalReplay {
  return replayHistory(
    statementApprovalLifecycle,
    { facts, policy },
    { state: readStatementApproval, event: readStatementApprovalEvent, facts: readStatementApprovalFacts },
  );
}
