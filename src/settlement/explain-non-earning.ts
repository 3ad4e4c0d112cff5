import type { StackedIncentive } from "../incentives/combine-incentives.js";
import { tellAside } from "../incentives/stack-groups.js";
import { checkChoice, checkList, checkRecord, checkText, checkTexts, readSafely } from "../kernel/check.js";
import { type DecimalString, exact } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { isLibraryFault } from "../kernel/fault.js";
import type { Message, Words } from "../kernel/message.js";
import { choiceOf, listOf, optional, readNotNegative, readText, recordOf } from "../kernel/read.js";
import type { IncomingLine } from "./intake.js";
import { ledgerOf } from "./ledger.js";
import { tellInKind } from "./list-in-kind.js";
import type { SettlementCode } from "./messages.js";
import type { Plan } from "./plan.js";
import type { Accumulator } from "./policy.js";
import { readLine } from "./read-line.js";
import type { Statement, StatementLine } from "./statement.js";
import { type LineTrace, traceLine } from "./trace-line.js";

/** What a line earned under a programme. Their words: `settlement.line_verdict`. */
export const lineVerdicts = ["earns", "earns_nothing", "not_counted", "open", "refused"] as const;

/**
 * `earns`: its window earned something, the line with it. `earns_nothing`: it was counted, and its window earned nothing. `not_counted`: the
 * programme leaves it out. `open`: its window is not settled. `refused`: it could not be taken in.
 */
export type LineVerdict = (typeof lineVerdicts)[number];

/** The line, and what is known of the windows it is in. */
export interface NonEarningFacts {
  /** The line as it came, good or not. */
  readonly line: IncomingLine;
  /** The programme asked for. Absent: all. */
  readonly programmeId?: string | undefined;
  /** Statements of `settle`. `[]`: not settled. */
  readonly statements: readonly Statement[];
  /** What `combineIncentives` made of the member's window. `[]`: programmes were not combined, or the policy of the accumulator combines them. */
  readonly stacked: readonly StackedIncentive[];
  /** What budgets and ceilings left of what windows earned. Absent: there are none. */
  readonly limited?: readonly LimitedEarning[] | undefined;
}

/** What a budget or a ceiling left of what a window earned: a row of what `limitToBudget` or `limitToCaps` answers. */
export interface LimitedEarning {
  /** The programme. */
  readonly programmeId: string;
  /** The window, by its identifier. */
  readonly periodId: string;
  /** What cut it. */
  readonly by: LimitKind;
  /** What is left; 0 or more. */
  readonly left: DecimalString;
  /** What was cut; 0 or more. */
  readonly cut: DecimalString;
}

/** What may cut an earning: a budget, or the ceiling of a sale, a member or a programme. Their words: `settlement.limit_kind`. */
export const limitKinds = ["budget", "sale", "member", "programme"] as const;

/** See `limitKinds`. */
export type LimitKind = (typeof limitKinds)[number];

/** What a line earned under one programme, and why not more. */
export interface LineEarning {
  /** The programme. `null`: a refused line reaches none. */
  readonly programmeId: string | null;
  /** Its version. `null`: a refused line reaches none. */
  readonly programmeVersion: string | null;
  /** Its name. `null`: a refused line reaches none. */
  readonly programme: Words | null;
  /** What became of the line. */
  readonly verdict: LineVerdict;
  /** Every reason. Where it earns: what it counts in, and what was cut. */
  readonly reasons: readonly Explanation[];
}

/**
 * Tells why a sale line did not earn, programme by programme, from the intake to the last limit.
 *
 * @remarks
 * All reasons of the first stage that stops it are given: what could not be read; member, product or day outside the programme; then the
 * window: another programme that used the line or takes its place, a missing figure, a condition that does not hold, a tier that was not reached
 * and by how much, growth from nothing, a cap, a budget. A figure that is not known is `open`, never a no. The line is not taken in by asking.
 * Where the upline of the seller earns, its statement is the one that is read.
 *
 * @param facts - The line, the statements of its member, and the combination of its programmes.
 * @param accumulator - The one that took the line in, or any on the same policy. Stays as it is.
 * @returns One answer per programme and version, in the policy's order; one answer alone where the line is refused.
 * @throws LibraryFault `settlement.not_an_accumulator`; `kernel.not_a_choice` for a programme the accumulator does not know; `kernel.*` with the place
 * in `facts` that cannot be read.
 *
 * @example The tier was not reached
 * ```ts
 * import { accumulate, explainNonEarning, openAccumulator, settle } from "qudao/settlement";
 *
 * const accumulator = openAccumulator({
 *   currency: "CNY", sources: "ids", members: [{ id: "A", kind: "distributor" }],
 *   programmes: [{
 *     id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *     effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *     qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *     schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0" }, { from: "1000", rate: "0.02" }] },
 *   }],
 * });
 * const line = { id: "L1", memberId: "A", productId: "P", date: "2024-02-01", quantity: 1, amount: "900.00", kind: "sale" as const };
 * accumulate(accumulator, [line]);
 * const { statements } = settle(accumulator, { asOf: "2024-04-01" });
 * const { outcome } = explainNonEarning({ line, statements, stacked: [] }, accumulator);
 * outcome.map(({ verdict, reasons }) => [verdict, reasons.map(({ params }) => params["missing"])]); // => [["earns_nothing", ["100"]]]
 * ```
 *
 * @since 0.1.0
 */
export function explainNonEarning(facts: NonEarningFacts, accumulator: Accumulator): Explained<readonly LineEarning[]> {
  return readSafely({ facts, accumulator }, () => {
    const { line, programmeId, statements, stacked, limited } = checkRecord(facts, "facts") as unknown as NonEarningFacts;
    const given = readStatements(statements);
    const known: Known = {
      statements: given,
      stacked: readStacked(stacked),
      limited: optional(readLimited)(limited, "facts.limited") ?? [],
    };
    const id = lineIdOf(line);
    const refusal = refusalOf(line);
    if (refusal.length > 0) return answer(id, [refused(refusal)]);
    const traces = traceOr(line, accumulator);
    if (!("traces" in traces)) return answer(id, [refused([traces])]);
    const ids = traces.traces.map((trace) => trace.programmeId);
    if (programmeId !== undefined) checkChoice(programmeId, "facts.programmeId", ids);
    const asked = traces.traces.filter((trace) => programmeId === undefined || trace.programmeId === programmeId);
    const { plan } = ledgerOf(accumulator, "accumulator");
    return answer(
      id,
      asked.map((trace) => earningOf(trace, line.id, known, usedBefore(trace, line.id, known.stacked, traces.traces, plan))),
    );
  });
}

interface Known {
  readonly statements: readonly Statement[];
  readonly stacked: readonly StackedIncentive[];
  readonly limited: readonly LimitedEarning[];
}

/** The programme that used the line before, where programmes use each line once. */
function usedBefore(
  { programmeId, programmeVersion }: LineTrace,
  lineId: string,
  stacked: readonly StackedIncentive[],
  traces: readonly LineTrace[],
  { programmes, stacking }: Plan,
): Words | undefined {
  const titleOf = (id: string): Words => traces.find((trace) => trace.programmeId === id)?.programme ?? { en: id, zh: id };
  const own = stacked.find((one) => one.programmeId === programmeId && !one.lineIds.includes(lineId));
  const other = stacked.find((one) => own !== undefined && one.groupId === own.groupId && one.lineIds.includes(lineId));
  if (other !== undefined) return titleOf(other.programmeId);
  const at = programmes.findIndex(({ programme: { id, version } }) => id === programmeId && version === programmeVersion);
  const groupId = programmes[at]?.programme.stacking?.groupId ?? "";
  const once = stacking?.groups.some((group) => group.id === groupId && group.combine === "specific_first");
  for (const claim of once ? (stacking?.claims.get(groupId) ?? []) : []) {
    if (claim.at === at) return undefined;
    if (traces[claim.at]?.verdict === "counts") return claim.programme.titles;
  }
  return undefined;
}

/** A refused line is refused for all programmes. */
function refused(reasons: readonly Explanation[]): LineEarning {
  return { programmeId: null, programmeVersion: null, programme: null, verdict: "refused", reasons };
}

function answer(lineId: string | null, outcome: readonly LineEarning[]): Explained<readonly LineEarning[]> {
  const from = outcome.map(({ programme, verdict, reasons }): Explanation => {
    const code = "settlement.line_earning" satisfies SettlementCode;
    return { code, params: { programme: programme === null ? null : { ...programme }, verdict }, from: reasons };
  });
  return { outcome, explanation: { code: "settlement.line_why" satisfies SettlementCode, params: { lineId }, from } };
}

function lineIdOf(line: unknown): string | null {
  const id = typeof line === "object" && line !== null ? (line as { readonly id?: unknown }).id : undefined;
  return typeof id === "string" ? id : null;
}

function refusalOf(line: unknown): readonly Explanation[] {
  return readLine(line).problems.map(({ code, params, path }) => {
    const problem = { code, params };
    return { code: "settlement.line_refused" satisfies SettlementCode, params: { place: path, problem } };
  });
}

/** Of a member the accumulator does not know, or in another currency, a line is refused as at intake. */
function traceOr(line: IncomingLine, accumulator: Accumulator): { readonly traces: readonly LineTrace[] } | Message {
  try {
    return { traces: traceLine(line, accumulator) };
  } catch (caught) {
    if (!isLibraryFault(caught) || !caught.path.startsWith("line")) throw caught;
    return { code: caught.code, params: caught.params };
  }
}

function earningOf(
  { programmeId, programmeVersion, programme, earnerId, verdict, windowIds, reasons }: LineTrace,
  lineId: string,
  { statements, stacked, limited }: Known,
  used: Words | undefined,
): LineEarning {
  const which = { programmeId, programmeVersion, programme };
  if (verdict === "does_not_count") return { ...which, verdict: "not_counted", reasons };
  if (used !== undefined) {
    const code = "settlement.line_used_first" satisfies SettlementCode;
    return { ...which, verdict: "earns_nothing", reasons: [{ code, params: { programme: { ...used } } }] };
  }
  if (statements.length === 0) return { ...which, verdict: "open", reasons };
  const aside = stacked.find((one) => one.programmeId === programmeId && one.status !== "earns");
  if (aside !== undefined) return { ...which, verdict: "earns_nothing", reasons: [tellAside(aside, programme, "0")] };
  const lines = statements.find(({ memberId }) => memberId === earnerId)?.lines ?? [];
  const windows = lines.filter(
    (line) => line.programmeId === programmeId && line.programmeVersion === programmeVersion && windowIds.includes(line.window.id),
  );
  const found = windows.map((line) =>
    limitedEarning(
      windowEarning(line, lineId),
      limited.filter((one) => one.programmeId === programmeId && one.periodId === line.window.id),
    ),
  );
  if (found.length === 0)
    found.push({ verdict: "open", reasons: [{ code: "settlement.window_not_settled", params: { windows: windowIds } }] });
  const best = lineVerdicts.find((candidate) => found.some((one) => one.verdict === candidate)) as LineVerdict;
  // a window that is open may still earn
  const open = best === "earns_nothing" && found.some((one) => one.verdict === "open");
  return { ...which, verdict: open ? "open" : best, reasons: found.flatMap((one) => one.reasons) };
}

type WindowEarning = Pick<LineEarning, "verdict" | "reasons">;

/** What is left of an earning when a budget or a ceiling has cut it. */
function limitedEarning({ verdict, reasons }: WindowEarning, limited: readonly LimitedEarning[]): WindowEarning {
  const cut = limited.filter((one) => verdict === "earns" && !exact(one.cut).isZero());
  const told = cut.map(({ by, left, cut: amount }): Explanation => {
    return { code: "settlement.earning_limited" satisfies SettlementCode, params: { by, left, cut: amount } };
  });
  const nothing = cut.some(({ left }) => exact(left).isZero());
  return { verdict: nothing ? "earns_nothing" : verdict, reasons: [...reasons, ...told] };
}

/** Nodes of a working that say why a window earns nothing, or less. Their codes: `incentives.<name>`. */
const cuts: readonly string[] = [
  "gates_fail",
  "not_eligible_without_baseline",
  "no_share",
  "qualifier_capped",
  "payment_capped",
  "payment_withheld",
  "gives_way",
  "gives_way_unknown",
  "excluded_by_group",
  "cap_taken",
  "budget_cut",
];

function windowEarning(line: StatementLine, lineId: string): WindowEarning {
  const window = { ...line.window.titles };
  if (line.sources.ids !== undefined && !line.sources.ids.includes(lineId))
    return { verdict: "open", reasons: [{ code: "settlement.line_not_taken_in", params: { window } }] };
  if (line.problem !== undefined || line.earned === null) {
    const problem = line.problem === undefined ? null : { code: line.problem.code, params: line.problem.params };
    return { verdict: "open", reasons: [{ code: "settlement.line_undetermined", params: { window, problem } }] };
  }
  const reasons: Explanation[] = line.explanation === null ? [] : [...cutsIn(line.explanation)];
  const { amount, currency } = line.earned;
  const { goods, right } = line;
  if ([amount, goods?.quantity, right?.quantity].some((figure) => figure !== undefined && /[1-9]/.test(figure))) {
    const inKind = tellInKind({ goods: goods && [goods], rights: right && [right] });
    return { verdict: "earns", reasons: [{ code: "settlement.line", params: { window, amount, currency }, ...inKind }, ...reasons] };
  }
  // a qualifier that counts for less is no reason for nothing
  if (reasons.every(({ code }) => code === "incentives.qualifier_capped")) {
    if (line.next === null) reasons.push({ code: "settlement.window_earns_nothing", params: { window } });
    else {
      const { missing, from, tier } = line.next;
      reasons.push({ code: "settlement.tier_not_reached", params: { window, missing, from, tier } });
    }
  }
  return { verdict: "earns_nothing", reasons };
}

function* cutsIn(node: Explanation): Generator<Explanation> {
  if (cuts.some((name) => node.code === `incentives.${name}`)) yield node;
  else for (const part of node.from ?? []) yield* cutsIn(part);
}

/** Far enough that no field which is looked at is missing. */
function readStatements(value: unknown): readonly Statement[] {
  return checkList(value, "facts.statements").map((item, i) => {
    const path = `facts.statements[${i}]`;
    const statement = checkRecord(item, path);
    checkText(statement["memberId"], `${path}.memberId`);
    checkList(statement["lines"], `${path}.lines`).forEach((line, l) => {
      const place = `${path}.lines[${l}]`;
      const fields = checkRecord(line, place);
      checkRecord(fields["sources"], `${place}.sources`);
      checkRecord(checkRecord(fields["window"], `${place}.window`)["titles"], `${place}.window.titles`);
    });
    return item as Statement;
  });
}

function readStacked(value: unknown): readonly StackedIncentive[] {
  return checkList(value, "facts.stacked").map((item, i) => {
    const fields = checkRecord(item, `facts.stacked[${i}]`);
    if (fields["alone"] !== null) checkRecord(fields["alone"], `facts.stacked[${i}].alone`);
    checkTexts(fields["lineIds"], `facts.stacked[${i}].lineIds`);
    return item as StackedIncentive;
  });
}

const readLimited = listOf(
  recordOf<LimitedEarning>({
    programmeId: readText,
    periodId: readText,
    by: choiceOf(limitKinds),
    left: readNotNegative,
    cut: readNotNegative,
  }),
);
