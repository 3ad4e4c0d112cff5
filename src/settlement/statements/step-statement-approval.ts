import { stepState } from "../../engine/step-state.js";
import { readSafely } from "../../kernel/check.js";
import type { Result } from "../../kernel/result.js";
import { readStatementApproval, readStatementApprovalEvent, readStatementApprovalFacts } from "./read-statement-approval.js";
import type {
  StatementApproval,
  StatementApprovalEvent,
  StatementApprovalFacts,
  StatementApprovalRefusal,
  StatementApprovalStep,
} from "./statement-approval.js";
import { statementApprovalLifecycle } from "./statement-approval-lifecycle.js";

/**
 * Offers one event to the approval of a statement and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * Signed off by both sides: drafted → approved level by level, by somebody else than who drew it → sent → confirmed by the member, or objected
 * to and then confirmed by the member or replaced. Whoever acts for the wrong side is refused: `by_the_manufacturer`, `by_the_member`. Silence confirms or is reminded of, as agreed. Time enters only as `dayPassed`.
 *
 * @param state - Where the approval stands.
 * @param event - What happened.
 * @param facts - Days for the member's answer. What is absent or null leaves the steps that need it undecided, and then nothing moves.
 * @returns The next state with its effects; or the refusal with every condition that failed and the events that have an arrow instead.
 * @throws LibraryFault `kernel.*` with the place in `state`, `event` or `facts` that cannot be read.
 *
 * @example Nobody approves what they drew
 * ```ts
 * import { startStatementApproval, stepStatementApproval } from "qudao/settlement";
 *
 * const levels = [{ level: "manager", titles: { en: "Channel manager", zh: "渠道经理" }, from: "0" }];
 * const statement = { accountId: "A", period: { start: "2024-03-01", end: "2024-04-01" }, currency: "CNY", closing: "850.00" };
 * const approvers = [{ level: "manager", by: "Wang" }];
 * const drafted = startStatementApproval(
 *   { statementId: "ST-3", statement, preparedBy: "Li", approvers, asOf: "2024-04-02" },
 *   { silence: "confirms", currency: "CNY", levels },
 * );
 * const by = (name: string) => stepStatementApproval(drafted, { type: "approved", asOf: "2024-04-03", by: name, side: "manufacturer" }, {});
 * const [own, other] = [by("Li"), by("Wang")];
 * own.ok ? undefined : own.problem.failed[0]?.params.guard; // => "by_the_approver"
 * other.ok && other.value.next.at; // => "approved"
 * ```
 *
 * @since 0.1.0
 */
export function stepStatementApproval(
  state: StatementApproval,
  event: StatementApprovalEvent,
  facts: StatementApprovalFacts,
): Result<StatementApprovalStep, StatementApprovalRefusal> {
  return readSafely("", () =>
    stepState(
      statementApprovalLifecycle,
      readStatementApproval(state, "state"),
      readStatementApprovalEvent(event, "event"),
      readStatementApprovalFacts(facts, "facts"),
    ),
  );
}
