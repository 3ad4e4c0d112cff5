import { checkChoice, checkRecord, checkText, checkTexts, checkWords, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { readRecords } from "../kernel/read.js";
import { type IncentiveMeans, type IncentiveNeed, incentiveNeeds } from "./incentive-means.js";

/** What a member, or a segment, is short of. */
export interface IncentiveNeedFacts {
  /** Who. */
  readonly memberId: string;
  /** Its needs, the most pressing first. */
  readonly needs: readonly IncentiveNeed[];
}

/** A means that is proposed. */
export interface ProposedMeans {
  /** The means. */
  readonly means: string;
  /** The needs that it answers, in the member's order. */
  readonly answers: readonly IncentiveNeed[];
}

/**
 * Matches what a member needs with the means that answer it, by a table.
 *
 * @remarks
 * The table decides, no code: a need for cash flow proposes longer credit and no training, because the rows say so. Means that answer the more
 * pressing need come first, then in the order of the table. A need that nothing answers is named.
 *
 * @param facts - The needs of a member.
 * @param policy - The table of means; `incentiveMeans` has those of the texts.
 * @returns The proposals, and the needs that stay open.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy`.
 *
 * @example Cash flow
 * ```ts
 * import { incentiveMeans, matchIncentiveNeeds } from "qudao/incentives";
 *
 * const { outcome } = matchIncentiveNeeds({ memberId: "D1", needs: ["cash_flow"] }, { means: incentiveMeans });
 * outcome.proposed; // => [{ means: "credit_extension", answers: ["cash_flow"] }]
 * ```
 *
 * @since 0.1.0
 */
export function matchIncentiveNeeds(
  facts: IncentiveNeedFacts,
  policy: { readonly means: readonly IncentiveMeans[] },
): Explained<{ readonly proposed: readonly ProposedMeans[]; readonly open: readonly IncentiveNeed[] }> {
  return readSafely({ facts, policy }, () => {
    const means = readRecords(checkRecord(policy, "policy")["means"], "policy.means", (fields, path) => ({
      id: checkText(fields["id"], `${path}.id`),
      titles: checkWords(fields["titles"], `${path}.titles`),
      answers: checkTexts(fields["answers"], `${path}.answers`),
    }));
    const given = checkRecord(facts, "facts");
    const memberId = checkText(given["memberId"], "facts.memberId");
    const needs = checkTexts(given["needs"], "facts.needs").map((need, i) => checkChoice(need, `facts.needs[${i}]`, incentiveNeeds));
    const proposed = means
      .map(({ id, answers }) => ({ means: id, answers: needs.filter((need) => answers.includes(need)) }))
      .filter(({ answers }) => answers.length > 0)
      .sort((a, b) => needs.indexOf(a.answers[0] as IncentiveNeed) - needs.indexOf(b.answers[0] as IncentiveNeed));
    const by = (need: IncentiveNeed) => means.filter(({ answers }) => answers.includes(need)).map(({ titles }) => ({ ...titles }));
    const open = needs.filter((need) => by(need).length === 0);
    const from = needs.map((need) =>
      open.includes(need)
        ? { code: "incentives.need_open", params: { need } }
        : { code: "incentives.need_met", params: { need, means: by(need) } },
    );
    return { outcome: { proposed, open }, explanation: { code: "incentives.needs", params: { memberId, needs }, from } };
  });
}
