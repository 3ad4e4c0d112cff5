import type { CalendarDate } from "../kernel/calendar-date.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { exact, text } from "../kernel/decimal.js";
import { type Period, parsePeriod } from "../kernel/period.js";

/** One dated figure of a member: a sales target, a stock. */
export interface MemberFigure {
  /** Who. */
  readonly member: string;
  /** The day: of a target its first, of a stock the day it was counted. */
  readonly date: CalendarDate;
  /** The product, or the category. */
  readonly item: string;
  /** How much. */
  readonly amount: DecimalString;
}

/** What a member says about the market (市场反馈). */
export interface MarketFeedback {
  /** Who. */
  readonly member: string;
  /** The day. */
  readonly date: CalendarDate;
  /** What was said. */
  readonly said: string;
}

/** Records of many members. */
export interface MemberViewFacts {
  /** Whose view. */
  readonly member: string;
  /** The period shown. */
  readonly period: Period;
  /** Sales targets. */
  readonly targets: readonly MemberFigure[];
  /** Stocks. */
  readonly stocks: readonly MemberFigure[];
  /** Feedback. */
  readonly feedback: readonly MarketFeedback[];
}

/** A member at a glance. */
export interface MemberView {
  /** Whose. */
  readonly member: string;
  /** The period. */
  readonly period: Period;
  /** Its targets of the period. Empty: none are set. */
  readonly targets: readonly MemberFigure[];
  /** Its stocks of the period. Empty: none are reported. */
  readonly stocks: readonly MemberFigure[];
  /** Its feedback of the period. Empty: none came. */
  readonly feedback: readonly MarketFeedback[];
}

/**
 * Puts a member's targets, stocks and feedback of a period together.
 *
 * @param facts - The records.
 * @returns Those of the member and the period, in the order given.
 * @throws LibraryFault `kernel.*` for what is malformed.
 * @source S11-11.
 *
 * @example The first day after the period is out
 * ```ts
 * import { buildMemberView } from "qudao/performance";
 *
 * const view = buildMemberView({
 *   member: "D1", period: { start: "2024-04-01", end: "2024-07-01" },
 *   targets: [{ member: "D1", date: "2024-04-01", item: "bikes", amount: "100" }],
 *   stocks: [{ member: "D1", date: "2024-07-01", item: "bikes", amount: "12" }],
 *   feedback: [{ member: "D2", date: "2024-05-02", said: "short of racks" }],
 * });
 * [view.targets.length, view.stocks.length, view.feedback.length]; // => [1, 0, 0]
 * ```
 *
 * @since 0.1.0
 */
export function buildMemberView(facts: MemberViewFacts): MemberView {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const member = checkText(given["member"], "facts.member");
    const period = parsePeriod(given["period"], "facts.period");
    const own = <T>(name: string, read: (fields: { readonly [name: string]: unknown }, path: string) => T): readonly T[] =>
      checkList(given[name], `facts.${name}`).flatMap((one, i) => {
        const path = `facts.${name}[${i}]`;
        const fields = checkRecord(one, path);
        const date = parseDate(fields["date"], `${path}.date`);
        const ours = checkText(fields["member"], `${path}.member`) === member;
        return ours && period.start <= date && date < period.end ? [read({ ...fields, date }, path)] : [];
      });
    const figure = ({ date, item, amount }: { readonly [name: string]: unknown }, path: string): MemberFigure => ({
      member,
      date: date as string,
      item: checkText(item, `${path}.item`),
      amount: text(exact(amount as string, `${path}.amount`)),
    });
    return {
      member,
      period,
      targets: own("targets", figure),
      stocks: own("stocks", figure),
      feedback: own("feedback", ({ date, said }, path) => ({ member, date: date as string, said: checkText(said, `${path}.said`) })),
    };
  });
}
