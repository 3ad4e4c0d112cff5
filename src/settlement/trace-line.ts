import { type SaleLineEvent, saleLineEvents } from "../entities/catalogue.js";
import type { ChannelMember } from "../entities/channel-member.js";
import type { EntityCode } from "../entities/messages.js";
import type { SaleLine } from "../entities/sale-line.js";
import type { AgreementDays } from "../incentives/agreement-window.js";
import { earnerAttributes, earnerMatches, valuesOf } from "../incentives/earner-matches.js";
import type { EarnerFilter, LineScope } from "../incentives/programme.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { shown } from "../kernel/fault.js";
import type { Message, Words } from "../kernel/message.js";
import { periodContains } from "../kernel/period.js";
import { settlementFault } from "./check-policy.js";
import { countedOn } from "./counted-on.js";
import { ledgerOf } from "./ledger.js";
import type { SettlementCode } from "./messages.js";
import type { Plan, PlannedProgramme, PlannedWindow } from "./plan.js";
import { lineLists } from "./plan-policy.js";
import type { Accumulator, AccumulatorMember } from "./policy.js";
import { readLine } from "./read-line.js";
import { attributeOf, lineAttributes, ownAttributes, ownListOf } from "./scope-masks.js";
import { windowsOf } from "./windows-of.js";

/** Whether a line counts for a programme, and why. */
export interface LineTrace {
  /** The programme. */
  readonly programmeId: string;
  /** Its version: a programme in several versions has a trace for each. */
  readonly programmeVersion: string;
  /** The programme's name. */
  readonly programme: Words;
  /** Who earns on the line: the seller, or its upline where the programme says so. `null`: the seller has no upline that is known. */
  readonly earnerId: string | null;
  /** `counts`: it is in the figures. `does_not_count`: it is not, for every reason listed. */
  readonly verdict: "counts" | "does_not_count";
  /** The windows it counts in, by identifier. Empty: none. */
  readonly windowIds: readonly string[];
  /** Every reason, not only the first. */
  readonly reasons: readonly Message<SettlementCode>[];
}

/**
 * Tells for one sale line which programmes count it, and for the others every reason why not.
 *
 * @remarks
 * Answers "why did this not earn?" from the same policy that `accumulate` runs on; the line is not taken in.
 *
 * @param line - A line that `checkSaleLine` accepts, of a member the accumulator knows, in its currency.
 * @param accumulator - Stays as it is.
 * @returns One trace per programme and version, in the policy's order.
 * @throws LibraryFault `settlement.not_an_accumulator`; the first fault of `checkSaleLine`; `settlement.unknown_member`; `settlement.line_currency`.
 *
 * @example A line before the programme began
 * ```ts
 * import { openAccumulator, traceLine } from "qudao/settlement";
 *
 * const accumulator = openAccumulator({
 *   currency: "CNY", sources: "count", members: [{ id: "A", kind: "distributor" }],
 *   programmes: [{
 *     id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *     effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: { include: { categoryIds: ["bikes"] } },
 *     window: { kind: "calendar", unit: "quarter" }, qualifier: { kind: "amount" }, payOn: "qualifier", limits: [],
 *     rounding: { decimals: 2, mode: "half_up" },
 *     schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
 *   }],
 * });
 * const line = { id: "L1", memberId: "A", productId: "P", date: "2023-12-31", quantity: 1, amount: "10.00", kind: "sale" as const };
 * traceLine(line, accumulator)[0]?.reasons.map((reason) => reason.code);
 * // => ["settlement.line_not_included", "settlement.outside_period"]
 * ```
 *
 * @since 0.1.0
 */
export function traceLine(line: SaleLine, accumulator: Accumulator): readonly LineTrace[] {
  const { plan } = ledgerOf(accumulator, "accumulator");
  const { line: read, problems } = readLine(line);
  const [fault] = problems;
  if (fault !== undefined) throw settlementFault(fault.code as EntityCode, fault.path === "" ? "line" : `line.${fault.path}`, fault.params);
  return traceFor(read, plan);
}

function traceFor(line: SaleLine, plan: Plan): readonly LineTrace[] {
  const member = plan.memberOf[line.memberId];
  if (member === undefined) throw settlementFault("settlement.unknown_member", "line.memberId", { got: shown(line.memberId) });
  if (line.currency !== undefined && line.currency !== plan.policy.currency) {
    throw settlementFault("settlement.line_currency", "line.currency", { got: line.currency, want: plan.policy.currency });
  }
  const seller = plan.policy.members[member] as AccumulatorMember;
  const upline = plan.policy.members[plan.memberOf[seller.uplineId ?? ""] ?? -1];
  return plan.programmes.map((entry) => {
    const earner = entry.sellers === undefined ? seller : upline;
    return traceOf(entry, line, earner, seller.uplineId, windowsOf(entry, plan.memberOf[earner?.id ?? ""] ?? -1));
  });
}

function traceOf(
  { programme }: PlannedProgramme,
  line: SaleLine,
  earner: AccumulatorMember | undefined,
  uplineId: string | undefined,
  planned: readonly PlannedWindow[],
): LineTrace {
  const { id, version, titles, effective, publishedOn } = programme;
  const who = { programmeId: id, programmeVersion: version, programme: titles, earnerId: earner?.id ?? null };
  const reasons: Message<SettlementCode>[] = [
    ...(earner === undefined ? [reasonOfNoEarner(uplineId)] : reasonsOfEarner(earner, programme.earner)),
    ...reasonsOfScope(line, programme.scope),
    ...reasonsOfEvent(line.event, programme.trigger),
  ];
  const date = countedOn(line, programme.returns ?? "deduct");
  const windows = date === undefined ? [] : planned.filter(({ counted }) => periodContains(counted, date));
  if (date === undefined) reasons.push({ code: "settlement.return_ignored", params: {} });
  else if (!periodContains(effective, date)) {
    reasons.push({ code: "settlement.outside_period", params: { date, period: { start: effective.start, end: effective.end } } });
  } else if (publishedOn !== undefined && date < publishedOn) {
    reasons.push({ code: "settlement.before_publication", params: { date, publishedOn } });
  } else if (programme.window.kind === "agreement") {
    reasons.push(...reasonsOfAgreement(date, earner?.agreement));
  } else if (windows.length === 0) reasons.push({ code: "settlement.outside_windows", params: { date } });
  const windowIds = reasons.length === 0 ? windows.map(({ window }) => window.id) : [];
  if (reasons.length > 0) return { ...who, verdict: "does_not_count", windowIds, reasons };
  const counts = windows.map(
    ({ window }): Message<SettlementCode> => ({ code: "settlement.line_counts", params: { window: { ...window.titles } } }),
  );
  return { ...who, verdict: "counts", windowIds, reasons: counts };
}

function reasonOfNoEarner(uplineId: string | undefined): Message<SettlementCode> {
  if (uplineId === undefined) return { code: "settlement.no_upline", params: {} };
  return { code: "settlement.upline_not_member", params: { got: uplineId } };
}

/** A line of an event that comes before the trigger does not count yet: the line of the trigger will. */
function reasonsOfEvent(got: SaleLineEvent | undefined, trigger: SaleLineEvent | undefined): readonly Message<SettlementCode>[] {
  if (got === trigger) return [];
  if (trigger === undefined) return [{ code: "settlement.event_not_awaited", params: { got: got ?? null } }];
  if (got === undefined) return [{ code: "settlement.event_missing", params: { trigger } }];
  const isBefore = saleLineEvents.indexOf(got) < saleLineEvents.indexOf(trigger);
  return [{ code: isBefore ? "settlement.not_yet" : "settlement.other_event", params: { got, trigger } }];
}

function reasonsOfAgreement(date: CalendarDate, agreement: AgreementDays | undefined): readonly Message<SettlementCode>[] {
  if (agreement === undefined) return []; // then it may not earn, which is a reason already
  const { start, end } = agreement;
  if (date < start) return [{ code: "settlement.before_agreement", params: { date, start } }];
  return end !== undefined && date >= end ? [{ code: "settlement.after_agreement", params: { date, end } }] : [];
}

function reasonsOfEarner(member: ChannelMember, earner: EarnerFilter): readonly Message<SettlementCode>[] {
  return (Object.keys(earnerAttributes) as (keyof typeof earnerAttributes)[]).flatMap((attribute) => {
    if (earnerMatches({ [attribute]: earner[attribute] })(member)) return [];
    const got = valuesOf(member[earnerAttributes[attribute]]);
    const params = { attribute, got: got.length === 0 ? null : got.join(", ") };
    return [{ code: "settlement.earner_not_covered" as const, params }];
  });
}

function reasonsOfScope(line: SaleLine, { include, exclude }: LineScope): readonly Message<SettlementCode>[] {
  const own = ownAttributes([{ include, exclude }]);
  return [
    ...lineLists.flatMap((attribute) => {
      const got = line[lineAttributes[attribute]];
      const params = { attribute, got: got ?? null };
      return reasonsOfLists(got, include?.[attribute], exclude?.[attribute], ["line_not_included", "line_excluded"], params);
    }),
    ...own.flatMap((attribute) => {
      const got = attributeOf(line, attribute);
      const codes = ["attribute_not_included", "attribute_excluded"] as const;
      return reasonsOfLists(got, ownListOf(include, attribute), ownListOf(exclude, attribute), codes, { attribute, got: got ?? null });
    }),
  ];
}

function reasonsOfLists(
  got: string | undefined,
  include: readonly string[] | undefined,
  exclude: readonly string[] | undefined,
  [outside, excluded]: readonly ["line_not_included" | "attribute_not_included", "line_excluded" | "attribute_excluded"],
  params: Message["params"],
): readonly Message<SettlementCode>[] {
  const found: Message<SettlementCode>[] = [];
  if (include !== undefined && (got === undefined || !include.includes(got))) found.push({ code: `settlement.${outside}`, params });
  if (got !== undefined && exclude?.includes(got)) found.push({ code: `settlement.${excluded}`, params });
  return found;
}
