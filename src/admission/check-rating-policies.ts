import { checkRules } from "../engine/check-rules.js";
import { checkScorecard } from "../engine/check-scorecard.js";
import type { CriterionTest } from "../engine/criterion-data.js";
import type { Scorecard } from "../engine/scorecard.js";
import { checkChoice, checkList, checkRecord } from "../kernel/check.js";
import { admissionFault } from "./admission-fault.js";
import { type AdmissionPolicy, type AgentRankingPolicy, agentIndicators, type SpecialEvaluation } from "./admission-policy.js";
import { admissionPolicyMessages } from "./policy-messages.js";
import { checkNotNegative, type Proofreader, proofreader, readThreshold } from "./proofreader.js";

/** What the texts name for a special evaluation; a host may weigh more. */
const NAMED = {
  system_integrator: ["integrationAbility", "productLineCombination", "downstreamCustomers", "credit"],
  contractor: ["constructionAbility", "projectCredit"],
} as const;

/** Proofreads what is rated: the ranking of agents, the special evaluations of distributors. @internal */
export function checkRatingPolicies(policy: AdmissionPolicy, proof: Proofreader): void {
  if (policy.kind === "agent") {
    const ranking = proof.keep(() => checkRecord(policy.ranking, "ranking")) as unknown as AgentRankingPolicy | undefined;
    if (ranking !== undefined) readRanking(ranking, "ranking", proof);
    return;
  }
  const kinds = new Set<unknown>();
  proof
    .keep(() => checkList(policy.special, "special"))
    ?.forEach((given, i) => {
      const path = `special[${i}]`;
      const special = proof.keep(() => checkRecord(given, path)) as unknown as SpecialEvaluation | undefined;
      if (special === undefined) return;
      if (kinds.has(special.applicantKind)) proof.fault("admission.repeated", `${path}.applicantKind`, { got: special.applicantKind });
      kinds.add(special.applicantKind);
      readSpecial(special, path, proof);
    });
}

/** @throws LibraryFault The first fault of a ranking. @internal */
export function checkRanking(ranking: AgentRankingPolicy, path: string): void {
  const proof = proofreader();
  readRanking(checkRecord(ranking, path) as unknown as AgentRankingPolicy, path, proof);
  const fault = proof.remarks.find(({ severity }) => severity === "fault");
  if (fault !== undefined) throw admissionFault(fault.code, fault.path, fault.params);
}

function readRanking({ scorecard, loyalty, cutOff, ties }: AgentRankingPolicy, path: string, proof: Proofreader): void {
  readScorecard(scorecard, `${path}.scorecard`, agentIndicators, proof);
  readScorecard(loyalty, `${path}.loyalty`, [], proof);
  readThreshold(proof, cutOff, `${path}.cutOff`, () => checkNotNegative(cutOff, `${path}.cutOff`));
  proof.keep(() => checkChoice(ties, `${path}.ties`, ["competition", "dense"]));
}

function readSpecial({ applicantKind, large, scorecard, passScore }: SpecialEvaluation, path: string, proof: Proofreader): void {
  const kind = proof.keep(() => checkChoice(applicantKind, `${path}.applicantKind`, ["system_integrator", "contractor"]));
  const test = proof.keep(() => checkRecord(large, `${path}.large`)) as unknown as CriterionTest | undefined;
  if (test !== undefined) {
    const title = admissionPolicyMessages["admission.counts_as_large"];
    const found = checkRules([{ ...test, code: "admission.counts_as_large", title }], { catalogue: {}, folder: "admission" });
    proof.take(
      found.map((one) => ({ ...one, path: one.path.replace(/^rules\[0\]\.?/, "") })),
      `${path}.large`,
    );
  }
  readScorecard(scorecard, `${path}.scorecard`, kind === undefined ? [] : NAMED[kind], proof);
  readThreshold(proof, passScore, `${path}.passScore`, () => checkNotNegative(passScore, `${path}.passScore`));
}

/** Everybody is rated alone, so a scale needs no field; and what is not rated should stop the score, not lower it. */
function readScorecard(card: Scorecard, path: string, named: readonly string[], proof: Proofreader): void {
  const found = checkScorecard(card);
  proof.take(found, path);
  if (found.length > 0) return;
  card.criteria.forEach(({ fact, scale, missing }, i) => {
    const place = `${path}.criteria[${i}]`;
    if (scale.kind === "relative") proof.fault("admission.scale_relative", `${place}.scale`, {});
    if (named.includes(fact) && missing.then !== "fail") proof.warn("admission.rating_optional", `${place}.missing`, { indicator: fact });
  });
  for (const indicator of named) {
    if (!card.criteria.some(({ fact }) => fact === indicator)) proof.warn("admission.indicator_unweighed", path, { indicator });
  }
}
