import { Exact, exact, quotient, rounded, text } from "../../kernel/decimal.js";
import type { MessageParams } from "../../kernel/message.js";
import type { AgentAdmissionPolicy, TurnoverThreshold } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { type CapitalTurnover, capitalTurnover } from "../capital-turnover.js";
import { stillOpen, unset } from "../still-open.js";

/** Working capital turns over often enough. Without positive capital there is no turnover to speak of. @internal */
export const turnoverSufficient: AdmissionRule<AgentAdmissionPolicy, "workingCapital", "admission.turnover_sufficient"> = {
  code: "admission.turnover_sufficient",
  needs: ["workingCapital"],
  source: "代理商 3：其运作资金的流转率较高",
  required: ({ minCapitalTurnover }) => ({ actual: null, per: minCapitalTurnover?.per ?? null, ...wantedOf(minCapitalTurnover) }),
  test: ({ workingCapital }, { minCapitalTurnover }) => {
    const turnover = capitalTurnover(workingCapital, "facts.workingCapital");
    if (minCapitalTurnover === null) return unset;
    if ("code" in turnover) return stillOpen(turnover.code, turnover.params, "applicant");
    const { per } = turnover;
    if (per !== minCapitalTurnover.per) return stillOpen("admission.period_differs", { per, wantPer: minCapitalTurnover.per }, "applicant");
    const actual = shown(turnover);
    if ("least" in minCapitalTurnover) {
      const met = reaches(turnover, minCapitalTurnover.least);
      const short = met ? {} : { short: text(exact(minCapitalTurnover.least).minus(exact(actual))) };
      return { met, params: { actual, per, ...short } };
    }
    const { peers, reachesShare } = minCapitalTurnover;
    const reached = peers.filter((peer) => reaches(turnover, peer)).length;
    const met = new Exact(reached).greaterThanOrEqualTo(exact(reachesShare).times(new Exact(peers.length)));
    return { met, params: { actual, per, reached } };
  },
  remedy: ({ actual, wanted }) => ({ code: "admission.change_turnover", params: { actual: actual ?? null, wanted: wanted ?? null } }),
};

/** Shown to four places, cut: what looks high enough is. */
function shown({ sales, capital }: CapitalTurnover): string {
  return text(rounded(quotient(sales, capital), 4, "down"));
}

function reaches({ sales, capital }: CapitalTurnover, times: string): boolean {
  return sales.greaterThanOrEqualTo(exact(times).times(capital));
}

function wantedOf(threshold: TurnoverThreshold | null): MessageParams {
  if (threshold === null) return { wanted: null };
  if ("least" in threshold) return { wanted: { code: "admission.turnover_least", params: { required: threshold.least } } };
  const params = { share: threshold.reachesShare, peers: threshold.peers.length };
  return { wanted: { code: "admission.turnover_peers", params } };
}
