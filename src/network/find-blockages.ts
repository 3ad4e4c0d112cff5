import { askRulesOfMany } from "../engine/ask-rules-of-many.js";
import { explainFindings } from "../engine/explain-findings.js";
import type { Finding } from "../engine/rule.js";
import { checkCount, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { listOf, optional, readDate, readNotNegative, readShare, readText, recordOf } from "../kernel/read.js";
import type { BlockageFacts, BlockagePolicy, Blockages, BlockageVerdict, MemberBlockage, MemberFlow, OverdueItem } from "./blockage.js";
import { goodsArriveInTime } from "./rules/goods-arrive-in-time.js";
import { goodsPassThrough } from "./rules/goods-pass-through.js";
import { paymentsAreInTime } from "./rules/payments-are-in-time.js";

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
  return readSafely({ facts, policy }, () => {
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
