import type { CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { type DecimalString, Exact, sumOf, text } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import type { Message } from "../../kernel/message.js";
import type { Money, MoneyRounding } from "../../kernel/money.js";
import {
  byKind,
  countOf,
  listOf,
  optional,
  type Read,
  readCurrency,
  readDate,
  readNotNegative,
  readRounding,
  readShare,
  readText,
  readTexts,
  recordOf,
  someOf,
  uniqueBy,
} from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { roundOnce } from "./read-claims.js";

/** One code that was scanned in the market. */
export interface DiversionScan {
  /** The host's identifier of the scan. */
  readonly id: string;
  /** The code on the goods: each unit has its own. */
  readonly unitCode: string;
  /** The member the unit was shipped to. Absent: the code cannot be traced. */
  readonly shippedTo?: string | undefined;
  /** Where it was found. */
  readonly foundIn: string;
  /** When. */
  readonly foundOn: CalendarDate;
  /** What the unit is worth by the price list, 0 or more. */
  readonly value: DecimalString;
}

/** A case of diversion. */
export interface ViolationFacts {
  /** The case. */
  readonly caseId: string;
  /** The member it is about. */
  readonly memberId: string;
  /** Which case of the member it is: 1 is its first. */
  readonly occurrence: number;
  /** What was scanned. */
  readonly scans: readonly DiversionScan[];
  /** Codes that were charged before: no unit is charged twice. */
  readonly chargedCodes: readonly string[];
}

/** What a case costs. */
export type ViolationCharge =
  /** One amount per case. */
  | { readonly kind: "fixed"; readonly amount: DecimalString }
  /** An amount per unit. */
  | { readonly kind: "per_unit"; readonly amount: DecimalString }
  /** A ratio of what the units are worth; it may be above 1. */
  | { readonly kind: "multiple_of_value"; readonly factor: DecimalString };

/** One row of the table: it holds from its case on to the next row. */
export interface ViolationRow {
  /** The first case it is for, 1 or more. Each once. */
  readonly fromOccurrence: number;
  /** What it costs. */
  readonly charge: ViolationCharge;
}

/** What was agreed on diversion. */
export interface ViolationPolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** Where the member may sell. At least one. */
  readonly territoryIds: readonly string[];
  /** The ratio of scanned units that must be traced before anything is charged, from 0 to 1: evidence that is thin charges nobody. */
  readonly tracedShare: DecimalString;
  /** The table. */
  readonly rows: readonly ViolationRow[];
  /** The one rounding. */
  readonly rounding: MoneyRounding;
}

/** What a scan proves. Their words: `settlement.scan_status`. */
export const scanStatuses = ["proven", "not_traced", "other_member", "own_territory", "scanned_twice", "charged_before"] as const;

/** See `scanStatuses`. */
export type ScanStatus = (typeof scanStatuses)[number];

/** What a case comes to. */
export interface ViolationAmount {
  /** What the member is charged, rounded once. `"0"` where nothing is proven. */
  readonly amount: Money;
  /** The row that was used, by its first case. `null`: nothing is proven. */
  readonly fromOccurrence: number | null;
  /** Every scan, in the order of the facts. */
  readonly scans: readonly { readonly id: string; readonly status: ScanStatus }[];
}

/** Why a case cannot be charged. */
export type ViolationProblem = Message<"settlement.violation_no_row" | "settlement.violation_thin_evidence">;

const readFacts: Read<ViolationFacts> = recordOf<ViolationFacts>({
  caseId: readText,
  memberId: readText,
  occurrence: countOf(1, 1_000_000),
  scans: uniqueBy(
    "id",
    listOf(
      recordOf<DiversionScan>({
        id: readText,
        unitCode: readText,
        shippedTo: optional(readText),
        foundIn: readText,
        foundOn: readDate,
        value: readNotNegative,
      }),
    ),
  ),
  chargedCodes: readTexts,
});

/** @internal */
export const readViolationPolicy: Read<ViolationPolicy> = recordOf<ViolationPolicy>({
  currency: readCurrency,
  territoryIds: someOf(readText),
  tracedShare: readShare,
  rows: uniqueBy(
    "fromOccurrence",
    someOf(
      recordOf<ViolationRow>({
        fromOccurrence: countOf(1, 1_000_000),
        charge: byKind<ViolationCharge>({
          fixed: recordOf({ amount: readNotNegative }),
          per_unit: recordOf({ amount: readNotNegative }),
          multiple_of_value: recordOf({ factor: readNotNegative }),
        }),
      }),
    ),
  ),
  rounding: readRounding,
});

/**
 * Computes what a member is charged for goods that were found outside its territory (窜货), by the codes scanned on them.
 *
 * @remarks
 * A unit counts once, and only when its code leads to the member and was found where the member may not sell. What cannot be traced proves nothing,
 * unless another scan of the unit can be; where too little is traced, nothing is charged. The row is that of the member's first, second, … case.
 *
 * @param facts - The case and the scans.
 * @param policy - The territories and the table.
 * @returns The charge with every scan; the working adds up to it.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy`.
 *
 * @errors
 * - `settlement.violation_no_row` - the table has no row for this case.
 * - `settlement.violation_thin_evidence` - fewer of the scanned units can be traced than agreed.
 *
 * @source G-10.
 *
 * @example One unit found outside, one at home: the first is charged with 500
 * ```ts
 * import { computeViolationCharge } from "qudao/settlement";
 *
 * const scan = { shippedTo: "D1", foundOn: "2024-06-01", value: "80" };
 * const answer = computeViolationCharge(
 *   {
 *     caseId: "V-1", memberId: "D1", occurrence: 1, chargedCodes: [],
 *     scans: [{ ...scan, id: "1", unitCode: "U1", foundIn: "south" }, { ...scan, id: "2", unitCode: "U2", foundIn: "east" }],
 *   },
 *   {
 *     currency: "CNY", territoryIds: ["east"], tracedShare: "0.5", rounding: { decimals: 2, mode: "half_up" },
 *     rows: [{ fromOccurrence: 1, charge: { kind: "per_unit", amount: "500" } }],
 *   },
 * );
 * answer.ok && answer.value.outcome.amount.amount; // => "500.00"
 * answer.ok && answer.value.outcome.scans.map(({ status }) => status); // => ["proven", "own_territory"]
 * ```
 *
 * @since 0.1.0
 */
export function computeViolationCharge(
  facts: ViolationFacts,
  policy: ViolationPolicy,
): Result<Explained<ViolationAmount>, ViolationProblem> {
  return readSafely({ facts, policy }, () => {
    const given = readFacts(facts, "facts");
    const { currency, territoryIds, tracedShare, rows, rounding } = readViolationPolicy(policy, "policy");
    const { caseId, memberId, occurrence } = given;
    const charged = new Set(given.chargedCodes);
    const scans = countOnce(given.scans.map((scan) => ({ scan, status: statusOf(scan, memberId, territoryIds, charged) })));
    const units = new Set(given.scans.map(({ unitCode }) => unitCode)).size;
    const untraced = scans.filter(({ status }) => status === "not_traced").length;
    const traced = new Exact(String(units - untraced));
    if (traced.lessThan(new Exact(String(units)).times(tracedShare))) {
      return err({
        code: "settlement.violation_thin_evidence",
        params: { case: caseId, traced: units - untraced, scans: units, share: tracedShare },
      });
    }
    const proven = scans.filter(({ status }) => status === "proven").map(({ scan }) => scan);
    const row = rows.filter(({ fromOccurrence }) => fromOccurrence <= occurrence).reduce(later, undefined);
    if (proven.length > 0 && row === undefined) return err({ code: "settlement.violation_no_row", params: { case: caseId, occurrence } });
    const from = proven.length === 0 || row === undefined ? [] : chargesOf(caseId, proven, row.charge);
    const rounded = roundOnce(sumOf(from.map(({ params }) => new Exact(String(params["amount"])))), rounding);
    const amount = { amount: rounded.amount, currency };
    return ok({
      outcome: {
        amount,
        fromOccurrence: proven.length === 0 || row === undefined ? null : row.fromOccurrence,
        scans: scans.map(({ scan, status }) => ({ id: scan.id, status })),
      },
      explanation: {
        code: "settlement.violation_charge",
        params: { case: caseId, member: memberId, occurrence, units: proven.length, ...amount },
        adds: "amount",
        from: [...from, ...rounded.nodes],
      },
    });
  });
}

interface Judged {
  readonly scan: DiversionScan;
  readonly status: ScanStatus;
}

/** Of several scans of a unit the first that proves something counts, otherwise the first that is traced, otherwise the first of them. */
function countOnce(judged: readonly Judged[]): readonly Judged[] {
  const weight = ({ status }: Judged) => (status === "proven" ? 2 : status === "not_traced" ? 0 : 1);
  const counted = new Map<string, Judged>();
  for (const one of judged) {
    const held = counted.get(one.scan.unitCode);
    if (held === undefined || weight(one) > weight(held)) counted.set(one.scan.unitCode, one);
  }
  return judged.map((one) => (counted.get(one.scan.unitCode) === one ? one : { scan: one.scan, status: "scanned_twice" }));
}

function later(best: ViolationRow | undefined, row: ViolationRow): ViolationRow {
  return best === undefined || row.fromOccurrence > best.fromOccurrence ? row : best;
}

function statusOf(
  { unitCode, shippedTo, foundIn }: DiversionScan,
  memberId: string,
  territoryIds: readonly string[],
  charged: ReadonlySet<string>,
): ScanStatus {
  if (shippedTo === undefined) return "not_traced";
  if (shippedTo !== memberId) return "other_member";
  if (territoryIds.includes(foundIn)) return "own_territory";
  return charged.has(unitCode) ? "charged_before" : "proven";
}

function chargesOf(caseId: string, proven: readonly DiversionScan[], charge: ViolationCharge): readonly Explanation[] {
  if (charge.kind === "fixed") return [{ code: "settlement.violation_fixed", params: { case: caseId, amount: charge.amount } }];
  return proven.map(({ unitCode, foundIn, foundOn, value }): Explanation => {
    const params = { unit: unitCode, place: foundIn, date: foundOn };
    if (charge.kind === "per_unit") return { code: "settlement.violation_unit", params: { ...params, amount: charge.amount } };
    const amount = text(new Exact(value).times(charge.factor));
    return { code: "settlement.violation_value", params: { ...params, value, factor: charge.factor, amount } };
  });
}
