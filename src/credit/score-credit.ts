import { scoreMember } from "../engine/score-member.js";
import type { ScoreCriterion, ScoreFacts, ScoreOutcome } from "../engine/scorecard.js";
import { checkRecord, checkText, checkWords, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { checkDistinct, readRecords } from "../kernel/read.js";
import { type CreditIndicator, creditIndicators } from "./credit-indicators.js";
import type { CreditScorecard } from "./credit-scorecard.js";

/**
 * Rates the credit of a member: weighted indicators, a score from 0 to 100, a grade.
 *
 * @remarks
 * The engine's scorecard with our indicators. Without data there is no grade: `insufficient_data` is neither the best nor the worst.
 * Full marks are in the top grade.
 *
 * @param facts - Values by code of the indicator.
 * @param scorecard - Weights, scales and grades.
 * @returns The score with one line per indicator, or why there is none; the working adds up to the score.
 * @throws LibraryFault `kernel.unknown_row` for an indicator that is in no catalogue, `kernel.named_twice`, and what `scoreMember` throws.
 *
 * @source G-21; S19-137.
 *
 * @example A good payer, and one of whom nothing is known
 * ```ts
 * import { exampleCreditScorecard, scoreCredit } from "qudao/credit";
 *
 * const values = { on_time_share: "0.95", weighted_days_late: "3", arrears_ratio: "0", security_cover: "0.5", years_together: "5", wilful_default: false };
 * const rate = (given: { [indicator: string]: string | boolean }) => {
 *   const { outcome } = scoreCredit({ values: given }, exampleCreditScorecard);
 *   return outcome.status === "scored" ? [outcome.score, outcome.grade] : [outcome.status];
 * };
 * rate(values); // => ["91", "AA"]
 * rate({}); // => ["insufficient_data"]
 * ```
 *
 * @since 0.1.0
 */
export function scoreCredit(facts: ScoreFacts, scorecard: CreditScorecard): Explained<ScoreOutcome> {
  return readSafely({ facts, scorecard }, () => {
    const { criteria, own, ...card } = checkRecord(scorecard, "scorecard");
    const rows: readonly CreditIndicator[] =
      own === undefined ? creditIndicators : [...creditIndicators, ...readRecords(own, "scorecard.own", readIndicator)];
    checkDistinct(
      rows.map(({ code }) => code),
      "scorecard.own",
      "code",
    );
    const known = new Map(rows.map((row) => [row.code, row]));
    const written = readRecords(criteria, "scorecard.criteria", (weighting, path) => {
      const code = checkText(weighting["indicator"], `${path}.indicator`);
      const indicator = known.get(code);
      if (indicator === undefined) throw kernelFault("kernel.unknown_row", `${path}.indicator`, { got: shown(code) });
      const { indicator: _, ...rest } = weighting;
      return { ...rest, code, title: indicator.title, fact: code } as unknown as ScoreCriterion;
    });
    return scoreMember(facts, { ...card, criteria: written } as unknown as Parameters<typeof scoreMember>[1]);
  });
}

function readIndicator(row: { readonly [name: string]: unknown }, path: string): CreditIndicator {
  checkText(row["code"], `${path}.code`);
  checkWords(row["title"], `${path}.title`);
  return row as unknown as CreditIndicator;
}
