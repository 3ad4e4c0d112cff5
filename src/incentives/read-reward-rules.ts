/**
 * A table of rewards and penalties, read. Conditions are proofread by the engine that asks them.
 *
 * @internal
 */

import { at, checkChoice, checkCount, checkRecord, checkText, checkWords } from "../kernel/check.js";
import { parseMoney } from "../kernel/money.js";
import { exactShare, optional, readRecords } from "../kernel/read.js";
import { readNames } from "./read-input.js";
import { type RewardDecisionPolicy, type RewardRule, rewardSubjects } from "./reward-rules.js";

export function readRewardRules(policy: RewardDecisionPolicy): RewardDecisionPolicy {
  const agreed = checkRecord(policy, "policy");
  return { subject: checkChoice(agreed["subject"], "policy.subject", rewardSubjects), rules: readRows(agreed["rules"], "policy.rules") };
}

export function readRows(value: unknown, place: string): readonly RewardRule[] {
  const rules = readRecords(value, place, (fields, path) => {
    checkText(fields["id"], at(path, "id"));
    checkWords(fields["titles"], at(path, "titles"));
    checkChoice(fields["subject"], at(path, "subject"), rewardSubjects);
    checkChoice(fields["effect"], at(path, "effect"), ["reward", "penalty"]);
    checkWords(checkRecord(fields["when"], at(path, "when"))["title"], at(path, "when.title"));
    readConsequence(fields["consequence"], at(path, "consequence"));
    checkWords(fields["period"], at(path, "period"));
    return fields as unknown as RewardRule;
  });
  readNames(
    rules.map(({ id }) => id),
    (i) => `${place}[${i}].id`,
  );
  return rules;
}

function readConsequence(value: unknown, path: string): void {
  const fields = checkRecord(value, path);
  const kinds = ["means", "warning", "concession_cut", "supply_hold", "deposit_deduction", "review"] as const;
  const kind = checkChoice(fields["kind"], at(path, "kind"), kinds);
  if (kind === "means") {
    checkText(fields["means"], at(path, "means"));
    optional(parseMoney)(fields["amount"], at(path, "amount"));
  }
  if (kind === "concession_cut") {
    if (fields["rate"] !== null) exactShare(fields["rate"], at(path, "rate"));
    if (fields["months"] !== null) checkCount(fields["months"], at(path, "months"), 1, 120);
  }
  if (kind === "supply_hold" && fields["days"] !== null) checkCount(fields["days"], at(path, "days"), 1, 3_660);
  if (kind === "deposit_deduction" && fields["amount"] !== null) parseMoney(fields["amount"], at(path, "amount"));
  if (kind === "review") checkText(fields["about"], at(path, "about"));
}
