import type { ChannelMember } from "../entities/channel-member.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { canonicalJson } from "../kernel/canonical-json.js";
import { at, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { compareDecimals, type DecimalString, exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { readRecords } from "../kernel/read.js";
import { checkProgramme, incentiveFault } from "./check-programme.js";
import type { IncentiveFacts } from "./compute-incentive.js";
import { publicationOf } from "./paid-term.js";
import type { IncentiveProgramme } from "./programme.js";
import type { WindowFigures } from "./programme-answer.js";
import { byName } from "./read-input.js";
import { readMember } from "./read-members.js";
import { readFigures } from "./read-window-figures.js";

/** What is known of a programme and of what it paid. */
export interface FairnessFacts {
  /** The day it was published; where the programme says a later one, that day. `null`: as the programme says, or not known. */
  readonly publishedOn: CalendarDate | null;
  /** Why single members are named, where somebody wrote it down. `[]`: nowhere. */
  readonly grounds: readonly { readonly memberId: string; readonly ground: string }[];
  /** What was paid in one window, in the programme's currency. `[]`: nothing yet. */
  readonly paid: readonly { readonly member: ChannelMember; readonly figures: IncentiveFacts; readonly amount: DecimalString }[];
}

/** One thing that was found. */
export interface FairnessFinding
  extends Message<
    | "incentives.names_member"
    | "incentives.names_member_on_ground"
    | "incentives.starts_before_publication"
    | "incentives.publication_unknown"
    | "incentives.budget_by_identifier"
    | "incentives.cap_by_identifier"
    | "incentives.equal_paid_differently"
  > {
  /** `unfair`: it must be mended. `unknown`: it cannot be told. `noted`: it is fine, and a reader should know. */
  readonly severity: "unfair" | "unknown" | "noted";
}

/** Whether a programme is fair. */
export interface FairnessReview {
  /** `unfair` where one finding is; otherwise `unknown` where one is; otherwise `fair`. */
  readonly verdict: "fair" | "unfair" | "unknown";
  /** The findings: the programme first, then what it paid, by member. */
  readonly findings: readonly FairnessFinding[];
}

/**
 * Checks whether a programme treats members alike and in the open: no single member named without ground, nothing before its publication,
 * equal members paid equally.
 *
 * @remarks
 * Two members are equal where kind, class, groups, territory, level, every figure and every stated fact agree; members may differ by class and performance, never by
 * person. Each group of equal members is compared with its first. A budget for whoever comes first and a cap of the whole programme are noted, paid or not:
 * `settle` takes the windows that end on one day by the identifiers of their members, so that a name decides between equals once too little is left.
 *
 * @param facts - Publication, recorded grounds, and what was paid.
 * @param programme - The programme. One that `checkProgramme` faults is refused.
 * @returns The verdict with every finding.
 * @throws LibraryFault The first fault of `checkProgramme`, under `programme.`; `kernel.*` with the place in `facts`.
 *
 * @example A programme for one dealer, without a word why
 * ```ts
 * import { checkFairness, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "gift", version: "1", titles: { en: "Gift", zh: "特别奖" }, currency: "CNY", effective: { start: "2024-01-01", end: "2025-01-01" },
 *   earner: { memberIds: ["D7"] }, scope: {}, limits: [], window: { kind: "calendar", unit: "quarter" }, qualifier: { kind: "amount" },
 *   payOn: "qualifier", rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
 * };
 * const { verdict, findings } = checkFairness({ publishedOn: "2023-12-01", grounds: [], paid: [] }, programme).outcome;
 * verdict; // => "unfair"
 * findings.map(({ code, params }) => [code, params.memberId]); // => [["incentives.names_member", "D7"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkFairness(facts: FairnessFacts, programme: IncentiveProgramme): Explained<FairnessReview> {
  return readSafely({ facts, programme }, () => {
    const [fault] = checkProgramme(programme);
    if (fault !== undefined) throw incentiveFault(fault.code, fault.path === "" ? "programme" : `programme.${fault.path}`, fault.params);
    const given = checkRecord(facts, "facts");
    const publishedOn = publicationOf(given["publishedOn"], programme, "facts.publishedOn") ?? programme.publishedOn ?? null;
    const grounds = new Map(
      readRecords(given["grounds"], "facts.grounds", (fields, path) => {
        return [checkText(fields["memberId"], at(path, "memberId")), checkText(fields["ground"], at(path, "ground"))] as const;
      }),
    );
    const paid = readRecords(given["paid"], "facts.paid", (fields, path) => ({
      member: readMember(fields["member"], at(path, "member")),
      figures: readFigures(fields["figures"], at(path, "figures")),
      amount: text(exact(fields["amount"] as string, at(path, "amount"))),
    }));

    const findings: FairnessFinding[] = (programme.earner.memberIds ?? []).map((memberId) => {
      const ground = grounds.get(memberId);
      return ground === undefined
        ? { severity: "unfair", code: "incentives.names_member", params: { memberId } }
        : { severity: "noted", code: "incentives.names_member_on_ground", params: { memberId, ground } };
    });
    const { start } = programme.effective;
    if (publishedOn === null) findings.push({ severity: "unknown", code: "incentives.publication_unknown", params: {} });
    else if (start < publishedOn) {
      findings.push({ severity: "unfair", code: "incentives.starts_before_publication", params: { start, publishedOn } });
    }
    findings.push(...byIdentifier(programme), ...differences(paid));
    const has = (severity: FairnessFinding["severity"]) => findings.some((one) => one.severity === severity);
    const verdict = has("unfair") ? "unfair" : has("unknown") ? "unknown" : "fair";
    const from = findings.map(({ code, params }) => ({ code, params }));
    return {
      outcome: { verdict, findings },
      explanation: { code: "incentives.fairness", params: { programme: { ...programme.titles }, verdict }, from },
    };
  });
}

/** What all members share until it is used up. */
function byIdentifier({ budget, caps = [] }: IncentiveProgramme): readonly FairnessFinding[] {
  const shared = caps.filter(({ per }) => per === "programme");
  return [
    ...(budget?.how === "first_come" ? [{ severity: "noted", code: "incentives.budget_by_identifier", params: {} } as const] : []),
    ...shared.map(({ id }) => ({ severity: "noted", code: "incentives.cap_by_identifier", params: { capId: id } }) as const),
  ];
}

interface Paid {
  readonly member: ChannelMember;
  readonly figures: WindowFigures;
  readonly amount: DecimalString;
}

function differences(paid: readonly Paid[]): readonly FairnessFinding[] {
  const firsts = new Map<string, Paid>();
  return [...paid]
    .sort((a, b) => byName(a.member.id, b.member.id))
    .flatMap((one): readonly FairnessFinding[] => {
      const { kind, memberClass, groupIds = [], territoryId, level } = one.member;
      const { amount, quantity, baseline, quota, joint, measures, given, withheld } = one.figures;
      const figures = [amount, quantity, baseline, quota, withheld, joint?.amount, joint?.quantity].map((figure) =>
        figure === undefined ? null : text(figure),
      );
      const measured = [measures, joint?.measures].map((named) =>
        Object.fromEntries([...(named ?? [])].map(([name, figure]) => [name, text(figure)])),
      );
      const key = canonicalJson([kind, memberClass, [...groupIds].sort(), territoryId, level, figures, measured, given ?? {}]);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, one);
      if (first === undefined || compareDecimals(first.amount, one.amount) === 0) return [];
      const params = { first: first.member.id, second: one.member.id, firstPaid: first.amount, secondPaid: one.amount };
      return [{ severity: "unfair", code: "incentives.equal_paid_differently", params }];
    });
}
