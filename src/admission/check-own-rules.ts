import { checkRules } from "../engine/check-rules.js";
import type { CriterionTest } from "../engine/criterion-data.js";
import { ruleWeights } from "../engine/rule.js";
import { evidenceKinds } from "../entities/catalogue.js";
import { checkChoice, checkList, checkText, checkWords, type Fields } from "../kernel/check.js";
import { type AdmissionPolicy, admissionActors } from "./admission-policy.js";
import { checkChoices, type Proofreader, readRecords } from "./proofreader.js";

/** Prefixes of codes that are the library's own. */
const RESERVED = /^(admission|engine)\./;

/** Proofreads what a host adds: papers and criteria. @internal */
export function checkOwnRules({ papers, criteria }: AdmissionPolicy, proof: Proofreader): void {
  const taken = new Set<unknown>();
  const claim = (code: unknown, path: string) => {
    if (typeof code === "string" && (RESERVED.test(code) || taken.has(code))) proof.fault("admission.code_taken", path, { code });
    taken.add(code);
  };
  readRecords(proof, papers, "papers", (paper, path) => {
    claim(paper["code"], `${path}.code`);
    readPaper(paper, path, proof);
  });
  const listed = proof.keep(() => checkList(criteria, "criteria"));
  if (listed === undefined) return;
  const found = checkRules(criteria, { catalogue: {}, folder: "" });
  proof.take(
    found.filter(({ code }) => code !== "engine.rule_code_twice").map((one) => ({ ...one, path: one.path.replace(/^rules/, "criteria") })),
    "",
  );
  criteria.forEach((criterion, i) => {
    const path = `criteria[${i}]`;
    claim(criterion?.code, `${path}.code`);
    if (criterion?.from !== undefined) proof.keep(() => checkChoice(criterion.from, `${path}.from`, admissionActors));
    if (found.length === 0 && readsEvidence(criterion)) proof.fault("admission.evidence_read_raw", path, {});
  });
}

function readPaper(paper: Fields, path: string, proof: Proofreader): void {
  proof.keep(() => checkText(paper["code"], `${path}.code`));
  proof.keep(() => checkWords(paper["title"], `${path}.title`));
  proof.keep(() => checkChoices(paper["documents"], `${path}.documents`, evidenceKinds));
  if (paper["source"] !== undefined) proof.keep(() => checkText(paper["source"], `${path}.source`));
  if (paper["weight"] !== undefined) proof.keep(() => checkChoice(paper["weight"], `${path}.weight`, ruleWeights));
}

function readsEvidence(test: CriterionTest): boolean {
  return "of" in test ? test.of.some(readsEvidence) : test.fact.split(".")[0] === "evidence";
}
