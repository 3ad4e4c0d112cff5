import { addDays, type CalendarDate, dateDigits, daysBetween, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, type Fields, readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, quotient, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { exactNotNegative, optional, readCurrency } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { addLook, dueDigits, foreignItem, isIn, lookAt, newLook, newTally, owedOf, signOf, totalOf } from "./item-figures.js";
import type { OpenItem } from "./open-item.js";
import { distinctIds, MOST_DAYS, visitRows } from "./reading.js";

/** A member's items on a day. */
export interface ArrearsFacts {
  /** The day, included. */
  readonly asOf: CalendarDate;
  /** The items of one member, each once. */
  readonly items: readonly OpenItem[];
  /** Its credit limit. Absent: not known, and a test by the share of it stays open. */
  readonly limit?: DecimalString | undefined;
}

/** What counts as arrears, and when they matter. */
export interface ArrearsPolicy {
  /** ISO 4217 code of the figures. */
  readonly currency: string;
  /** Days past due that are let pass: an item is in arrears only when it was due before `asOf − marginDays`. */
  readonly marginDays: number;
  /** Open parts up to this are dust and never arrears. `"0"`: nothing is dust. */
  readonly tolerance: DecimalString;
  /** Tests that say when arrears matter; absent ones are not asked. At least one is needed for a verdict other than `in_order`. */
  readonly tests: {
    /** Arrears of so much or more. */
    readonly amount?: DecimalString | undefined;
    /** The oldest is so many days past due or more. */
    readonly days?: number | undefined;
    /** Arrears of such a share of the limit or more. */
    readonly shareOfLimit?: Rate | undefined;
  };
  /** Whether one test is enough, or all must hold. */
  readonly combine: "any" | "all";
}

/** What one test said. */
export interface ArrearsTest {
  /** Which. */
  readonly test: "amount" | "days" | "share_of_limit";
  /** Whether it holds; `unknown`: the limit is not known. */
  readonly status: "met" | "unmet" | "unknown";
}

/** The arrears (拖欠) of a member. */
export interface Arrears {
  /** `unknown`: a test that decides cannot be told. */
  readonly verdict: "in_order" | "in_arrears" | "unknown";
  /** Money in arrears. */
  readonly amount: DecimalString;
  /** Claims in arrears. */
  readonly count: number;
  /** Days past due of the oldest one; 0: none. */
  readonly oldestDays: number;
  /** Arrears over all open claims. `null`: nothing is open. */
  readonly ratio: DecimalString | null;
  /** Past due as well, but dust. */
  readonly dust: DecimalString;
  /** What the tests said, in the order amount, days, share. */
  readonly tests: readonly ArrearsTest[];
}

/**
 * Evaluates the arrears of a member: how much, how old, which share of what is open, and whether they matter.
 *
 * @remarks
 * Arrears are the open parts of claims due before `asOf − margin`, dust apart. A count of late invoices decides nothing: the tests are
 * amount, age and share of the limit, each reached by equality, joined by `any` or `all`. A share of a limit that is not known is
 * `unknown`, which is never a pass.
 *
 * @param facts - The items.
 * @param policy - Margin, dust and tests.
 * @returns The arrears and the verdict.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place; `kernel.named_twice` for an item that comes twice.
 *
 * @errors
 * - `credit.item_currency` - an item is in another currency.
 *
 * @source S19-132; practice of arrears.
 *
 * @example A forgotten cent does not put a member in arrears
 * ```ts
 * import { evaluateArrears, type OpenItem } from "qudao/credit";
 *
 * const claim = (id: string, amount: string): OpenItem => ({ id, memberId: "D1", kind: "claim", currency: "CNY", amount, postedOn: "2024-01-01", dueOn: "2024-01-31" });
 * const policy = { currency: "CNY", marginDays: 3, tolerance: "1", tests: { amount: "100", days: 10 }, combine: "any" } as const;
 * const verdict = (...items: OpenItem[]) => {
 *   const answer = evaluateArrears({ asOf: "2024-03-01", items }, policy);
 *   return answer.ok && [answer.value.outcome.verdict, answer.value.outcome.amount];
 * };
 * verdict(claim("A", "0.01")); // => ["in_order", "0"]
 * verdict(claim("A", "0.01"), claim("B", "120")); // => ["in_arrears", "120"]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateArrears(facts: ArrearsFacts, policy: ArrearsPolicy): Result<Explained<Arrears>, Message<"credit.item_currency">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const limit = optional(exactNotNegative)(given["limit"], "facts.limit");
    const { currency, marginDays, tolerance, tests, combine } = readPolicy(policy);
    const before = dateDigits(addDays(asOf, -Math.min(marginDays, daysBetween("0001-01-01", asOf))));
    const [open, late, dust] = [newTally(), newTally(), newTally()];
    const look = newLook();
    const day = dateDigits(asOf);
    const idOf = distinctIds();
    let [count, oldest] = [0, 0];
    let foreign: Fields | undefined;
    visitRows(given["items"], "facts.items", (item) => {
      idOf(item);
      if (!isIn(item, currency)) foreign ??= item;
      const isThere = lookAt(item, day, look);
      const sign = look.isCredit ? -1 : 1;
      if (!isThere || signOf(look) * sign <= 0) return;
      addLook(open, look, sign);
      const due = dueDigits(item);
      if (due >= before) return;
      if (!owedOf(look).greaterThan(tolerance)) return addLook(dust, look, sign);
      addLook(late, look, sign);
      count++;
      oldest = Math.max(oldest, daysBetween((item["dueOn"] ?? item["postedOn"]) as string, asOf));
    });
    if (foreign !== undefined) return foreignItem(foreign, currency);
    const [total, arrears] = [totalOf(open), totalOf(late)];
    const asked = ask(tests, arrears, oldest, limit);
    const verdict = combined(asked, combine);
    const outcome: Arrears = {
      verdict,
      amount: text(arrears),
      count,
      oldestDays: oldest,
      ratio: total.isZero() ? null : text(quotient(arrears, total)),
      dust: text(totalOf(dust)),
      tests: asked,
    };
    const { amount, oldestDays, ratio } = outcome;
    return ok({
      outcome,
      explanation: {
        code: "credit.arrears",
        params: { asOf, verdict, amount, currency, count, oldestDays, ratio, dust: outcome.dust },
        from: asked.map(({ test, status }) => ({ code: "credit.arrears_tested", params: { test, status } })),
      },
    });
  });
}

interface ReadTests {
  readonly amount: Exact | undefined;
  readonly days: number | undefined;
  readonly share: Exact | undefined;
}

function ask({ amount, days, share }: ReadTests, arrears: Exact, oldest: number, limit: Exact | undefined): readonly ArrearsTest[] {
  const found: ArrearsTest[] = [];
  const told = (met: boolean) => (met ? "met" : "unmet");
  if (amount !== undefined) found.push({ test: "amount", status: told(arrears.greaterThan(0) && arrears.greaterThanOrEqualTo(amount)) });
  if (days !== undefined) found.push({ test: "days", status: told(oldest > 0 && oldest >= days) });
  if (share !== undefined) {
    const status = arrears.isZero() ? "unmet" : limit === undefined ? "unknown" : told(arrears.greaterThanOrEqualTo(limit.times(share)));
    found.push({ test: "share_of_limit", status });
  }
  return found;
}

function combined(tests: readonly ArrearsTest[], combine: "any" | "all"): Arrears["verdict"] {
  const has = (status: ArrearsTest["status"]) => tests.some((test) => test.status === status);
  if (tests.length === 0) return "in_order";
  if (combine === "any") return has("met") ? "in_arrears" : has("unknown") ? "unknown" : "in_order";
  return has("unmet") ? "in_order" : has("unknown") ? "unknown" : "in_arrears";
}

function readPolicy(policy: ArrearsPolicy) {
  const given = checkRecord(policy, "policy");
  const tests = checkRecord(given["tests"], "policy.tests");
  return {
    currency: readCurrency(given["currency"], "policy.currency"),
    marginDays: checkCount(given["marginDays"], "policy.marginDays", 0, MOST_DAYS),
    tolerance: exactNotNegative(given["tolerance"], "policy.tolerance"),
    tests: {
      amount: optional(exactNotNegative)(tests["amount"], "policy.tests.amount"),
      days: optional((value, path) => checkCount(value, path, 0, MOST_DAYS))(tests["days"], "policy.tests.days"),
      share: optional(exactNotNegative)(tests["shareOfLimit"], "policy.tests.shareOfLimit"),
    },
    combine: checkChoice(given["combine"], "policy.combine", ["any", "all"]),
  };
}
