import { checkRecord, readSafely } from "../kernel/check.js";
import type { Explanation } from "../kernel/explanation.js";
import type { SettlementCode } from "./messages.js";
import type { Statement, StatementLine } from "./statement.js";

/**
 * Gathers a statement's working into one tree: the total, every line it is the sum of, and how each line came about.
 *
 * @param statement - A statement of `settle`.
 * @returns A tree whose lines add up to the total, those of open windows marked as figures so far; render it with `renderExplanation` and the
 * catalogue of `qudao/i18n`.
 * @throws LibraryFault `kernel.not_a_record` or `kernel.unreadable` for what is no statement.
 *
 * @example A statement of two amounts
 * ```ts
 * import { explainStatement, openAccumulator, settle, accumulate } from "qudao/settlement";
 *
 * const programme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "month" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
 * } as const;
 * const accumulator = openAccumulator({ currency: "CNY", sources: "count", programmes: [programme], members: [{ id: "A", kind: "agent" }] });
 * accumulate(accumulator, [
 *   { id: "L1", memberId: "A", productId: "P", date: "2024-01-10", quantity: 1, amount: "150.00", kind: "sale" },
 *   { id: "L2", memberId: "A", productId: "P", date: "2024-02-10", quantity: 1, amount: "250.00", kind: "sale" },
 * ]);
 * const [statement] = settle(accumulator, { asOf: "2024-03-01" }).statements;
 * statement && explainStatement(statement).from?.map((line) => line.params["amount"]); // => ["1.50", "2.50"]
 * ```
 *
 * @since 0.1.0
 */
export function explainStatement(statement: Statement): Explanation {
  return readSafely("statement", () => {
    checkRecord(statement, "statement");
    const { member, total, lines } = statement;
    return {
      code: "settlement.statement" satisfies SettlementCode,
      params: { member: { ...member }, amount: total.amount, currency: total.currency },
      adds: "amount",
      from: lines.map(explainLine),
    };
  });
}

function explainLine(line: StatementLine): Explanation {
  const titles = { ...line.window.titles };
  // figures that may still change are never shown as settled
  const window = line.status === "open" ? { code: "settlement.window_open" satisfies SettlementCode, params: { window: titles } } : titles;
  const from = line.explanation === null ? [] : [line.explanation];
  const { payable, conversion, earned, problem } = line;
  if (payable === null) {
    const params = { window, amount: "0", problem: problem === undefined ? null : { code: problem.code, params: problem.params } };
    return { code: "settlement.line_undetermined" satisfies SettlementCode, params, from };
  }
  const { amount, currency } = payable;
  if (conversion === undefined || earned === null)
    return { code: "settlement.line" satisfies SettlementCode, params: { window, amount, currency }, adds: "amount", from };
  const params = { window, amount, currency, earned: earned.amount, from: earned.currency, rate: conversion.rate, date: conversion.date };
  return { code: "settlement.converted" satisfies SettlementCode, params, from };
}
