import { askRulesOfMany } from "../engine/ask-rules-of-many.js";
import { explainFindings } from "../engine/explain-findings.js";
import type { Finding } from "../engine/rule.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { checkCount, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, optional, readDate, readNotNegative, readShare, readText, recordOf } from "./read-fields.js";
import { goodsArriveInTime } from "./rules/goods-arrive-in-time.js";
import { goodsPassThrough } from "./rules/goods-pass-through.js";
import { paymentsAreInTime } from "./rules/payments-are-in-time.js";

/** How goods and money move through the members of a channel. */
export interface BlockageFacts {
  /** The day the figures are of. */
  readonly asOf: CalendarDate;
  /** The members, or single links of them. */
  readonly members: readonly MemberFlow[];
}

/** How goods and money move through one member in the period looked at. Amounts are net of tax, all in one currency. */
export interface MemberFlow {
  /** The member. */
  readonly participantId: string;
  /** The relation these figures are of. Absent: all relations of the member together. */
  readonly relationId?: string | undefined;
  /** What it received, not negative. Absent: not known. */
  readonly inflow?: DecimalString | undefined;
  /** What it sold on, valued as `inflow` is, not negative. Absent: not known. */
  readonly outflow?: DecimalString | undefined;
  /** What it owes and has not paid when due. Absent: not known. Empty: nothing. */
  readonly overdue?: readonly OverdueItem[] | undefined;
  /** Mean days from order to arrival, not negative. Absent: not known. */
  readonly deliveryDays?: DecimalString | undefined;
}

/** Something that is overdue. */
export interface OverdueItem {
  /** What is still open of it, not negative. */
  readonly amount: DecimalString;
  /** Days since it was due. */
  readonly days: number;
}

/** What counts as a blockage. */
export interface BlockagePolicy {
  /** Least share of the inflow that must flow out again, from `"0"` to `"1"`. Exactly so much is enough. */
  readonly passThroughLeast: Rate;
  /** Days overdue that are tolerated. Exactly so many still are. */
  readonly overdueDaysMost: number;
  /** How much may be overdue for longer than that, not negative. Exactly so much is still tolerated. */
  readonly overdueMost: DecimalString;
  /** Mean days of delivery that are tolerated, not negative. Exactly so many still are. */
  readonly deliveryDaysMost: DecimalString;
  /** How many of the three signs (stock piling up, arrears, slow delivery) make a blockage, 1 to 3. */
  readonly signsLeast: number;
}

/** `undetermined`: too few signs are known to tell. */
export type BlockageVerdict = "blocked" | "free" | "undetermined";

/** Where the channel is blocked. */
export interface Blockages {
  /** Every member or link, in the order given. */
  readonly members: readonly MemberBlockage[];
  /** Members that are blocked, or a link of theirs is; each once. */
  readonly blockedIds: readonly string[];
}

/** Whether one member or link is blocked. */
export interface MemberBlockage {
  /** The member. */
  readonly participantId: string;
  /** The relation. `null`: all of the member together. */
  readonly relationId: string | null;
  /** Whether it blocks the channel. */
  readonly verdict: BlockageVerdict;
  /** The three signs, an unmet one speaking for a blockage. */
  readonly findings: readonly Finding[];
}

const SIGNS = [goodsPassThrough, paymentsAreInTime, goodsArriveInTime];

const readFacts = recordOf<BlockageFacts>({
  asOf: readDate,
  members: listOf(
    recordOf<MemberFlow>({
      participantId: readText,
      relationId: optional(readText),
      inflow: optional(readNotNegative),
      outflow: optional(readNotNegative),
      overdue: optional(
        listOf(
          recordOf<OverdueItem>({
            amount: readNotNegative,
            days: (value, path) => checkCount(value, path, 0, Number.MAX_SAFE_INTEGER),
          }),
        ),
      ),
      deliveryDays: optional(readNotNegative),
    }),
  ),
});

const readPolicy = recordOf<BlockagePolicy>({
  passThroughLeast: readShare,
  overdueDaysMost: (value, path) => checkCount(value, path, 0, Number.MAX_SAFE_INTEGER),
  overdueMost: readNotNegative,
  deliveryDaysMost: readNotNegative,
  signsLeast: (value, path) => checkCount(value, path, 1, SIGNS.length),
});

/**
 * Finds where a channel is blocked: members at whom stock piles up, who are in arrears, or whom goods reach too slowly.
 *
 * @remarks
 * A member is blocked when at least `signsLeast` of the three signs are there, free when so many cannot be there any more, and
 * undetermined where a figure that is not known would decide. `proposeRelinks` says how to lead the channel round the blocked ones.
 *
 * @param facts - Figures by member or by link, and their day.
 * @param policy - Tolerances, and how many signs make a blockage.
 * @returns A verdict with three findings per member, and who is blocked.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-140.
 *
 * @example A dealer who takes in ten times what it sells, and does not pay
 * ```ts
 * import { findBlockages } from "qudao/network";
 *
 * const policy = { passThroughLeast: "0.5", overdueDaysMost: 30, overdueMost: "0", deliveryDaysMost: "14", signsLeast: 2 };
 * const dealer = { participantId: "D", inflow: "1000", outflow: "100", overdue: [{ amount: "300", days: 45 }] };
 * findBlockages({ asOf: "2024-05-01", members: [dealer] }, policy).outcome.blockedIds; // => ["D"]
 * findBlockages({ asOf: "2024-05-01", members: [{ ...dealer, outflow: "900" }] }, policy).outcome.members[0]?.verdict; // => "undetermined"
 * ```
 *
 * @since 0.1.0
 */
export function findBlockages(facts: BlockageFacts, policy: BlockagePolicy): Explained<Blockages> {
  return readSafely("facts", () => {
    const { asOf, members: given } = readFacts(facts, "facts");
    const agreed = readPolicy(policy, "policy");
    const asked = askRulesOfMany<MemberFlow, BlockagePolicy>(
      SIGNS,
      given.map((one) => ({ facts: one, asOf })),
      agreed,
    );
    const members = given.map(({ participantId, relationId = null }, i): MemberBlockage => {
      const findings = asked[i] ?? [];
      return { participantId, relationId, verdict: verdictOf(findings, agreed), findings };
    });
    const blockedIds = [...new Set(members.filter(({ verdict }) => verdict === "blocked").map(({ participantId }) => participantId))];
    return {
      outcome: { members, blockedIds },
      explanation: {
        code: "network.blockages",
        params: { asOf, blocked: blockedIds, least: agreed.signsLeast },
        from: members.map(({ participantId, relationId, verdict, findings }) => ({
          code: "network.member_blockage",
          params: { id: participantId, relation: relationId, verdict },
          from: explainFindings(findings),
        })),
      },
    };
  });
}

function verdictOf(findings: readonly Finding[], { signsLeast }: BlockagePolicy): BlockageVerdict {
  const unmet = findings.filter(({ status }) => status === "unmet").length;
  if (unmet >= signsLeast) return "blocked";
  const unknown = findings.filter(({ status }) => status === "unknown").length;
  return unmet + unknown >= signsLeast ? "undetermined" : "free";
}
