import { availableEvents } from "../../engine/available-events.js";
import { readSafely } from "../../kernel/check.js";
import { readStatementApproval, readStatementApprovalFacts } from "./read-statement-approval.js";
import type { AvailableStatementApprovalEvent, StatementApproval, StatementApprovalFacts } from "./statement-approval.js";
import { statementApprovalLifecycle } from "./statement-approval-lifecycle.js";

/**
 * Tells of every event whether the approval of a statement would accept it now, and why.
 *
 * @remarks
 * The events are asked bare, without day and person: one that has its place in the state and lacks only what it must carry is `unknown`.
 *
 * @param state - Where the approval stands.
 * @param facts - Days for the member's answer.
 * @returns One entry per event, in the order of the table.
 * @throws LibraryFault `kernel.*` with the place in `state` or `facts` that cannot be read.
 *
 * @example What can be done with a draft
 * ```ts
 * import { startStatementApproval, availableStatementApprovalEvents } from "qudao/settlement";
 *
 * const statement = { accountId: "A", period: { start: "2024-03-01", end: "2024-04-01" } };
 * const drafted = startStatementApproval(
 *   { statementId: "ST-3", statement, preparedBy: "Li", approver: "Wang", asOf: "2024-04-02" }, { silence: "confirms" },
 * );
 * const open = availableStatementApprovalEvents(drafted, {}).filter(({ status }) => status !== "refused");
 * open.map(({ event }) => event); // => ["approved", "replaced"]
 * ```
 *
 * @since 0.1.0
 */
export function availableStatementApprovalEvents(
  state: StatementApproval,
  facts: StatementApprovalFacts,
): readonly AvailableStatementApprovalEvent[] {
  return readSafely({ state, facts }, () =>
    availableEvents(statementApprovalLifecycle, readStatementApproval(state, "state"), readStatementApprovalFacts(facts, "facts")),
  );
}
