// A dealer applies: two proofs are missing, it comes back complete, and is admitted with an exception. Then 701 resellers of the bicycle
// maker go through a policy at once.
import { readFileSync } from "node:fs";
import { checkAdmissionPolicy, evaluateAdmission, evaluateAdmissions } from "qudao/admission";
import { catalogue } from "qudao/i18n";
import { renderExplanation, renderMessage } from "qudao/kernel";
import { loadApplications } from "./load.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const say = (message) => `${renderMessage(message, "zh", catalogue)} / ${renderMessage(message, "en", catalogue)}`;
const word = (status) => catalogue[`admission.status.${status}`];
const heading = (text) => console.log(`\n${text}\n${"─".repeat(60)}`);

// 1. The policy is JSON. Nothing is wrong with it, and every threshold is agreed.
const policy = read("./policy.json");
const remarks = checkAdmissionPolicy(policy, []);
for (const remark of remarks) console.log(`${remark.severity} ${remark.path}: ${say(remark)}`);

// 2. The application comes in with two proofs missing.
const application = read("./application.json");
const first = evaluateAdmission(application, policy).outcome;
heading(`${first.applicationId}, ${first.decidedOn}: ${word(first.status).zh} / ${word(first.status).en}`);
for (const { from, change } of first.needed) {
  const { zh, en } = catalogue[`admission.actor.${from}`];
  console.log(`${zh} / ${en}: ${say(change)}`);
}
// the first day on which an answer comes too late
console.log(`须在 ${first.respondBy} 之前答复 / to be answered before ${first.respondBy}`);

// 3. A week later the applicant has brought them.
const complete = { ...application, asOf: "2024-05-13", evidence: [...application.evidence, ...read("./answer.json")] };
const { outcome, explanation } = evaluateAdmission(complete, policy);
for (const language of ["zh", "en"]) {
  heading(`${outcome.applicationId}, ${outcome.decidedOn}: ${word(outcome.status)[language]}`);
  console.log(renderExplanation(explanation, { language, catalogue }));
}

// 4. The 701 resellers. What the data do not say is only reported: the policy binds by what can be told.
const resellersPolicy = read("./resellers-policy.json");
const decisions = evaluateAdmissions(loadApplications("2014-01-01"), resellersPolicy).map((answer) => answer.outcome);
const names = new Map([
  ["admission.experience_sufficient", catalogue["admission.fact.experience"]],
  ["admission.sales_capacity_sufficient", catalogue["admission.fact.salesCapacity"]],
  ...resellersPolicy.criteria.map(({ code, title }) => [code, title]),
]);
const count = (test) => decisions.filter(test).length;
const has = (code, status) => (decision) => decision.needed.some((need) => need.rule === code && need.status === status);

heading(`${decisions.length} 家经销商 / resellers`);
for (const status of ["admitted", "information_requested", "rejected"]) {
  console.log(`${String(count((decision) => decision.status === status)).padStart(5)}  ${word(status).zh} / ${word(status).en}`);
}
console.log("\n  不符合 未知  unmet, unknown");
for (const [code, { zh, en }] of names) {
  const [unmet, unknown] = [count(has(code, "unmet")), count(has(code, "unknown"))];
  console.log(`${String(unmet).padStart(8)} ${String(unknown).padStart(4)}  ${zh} / ${en}`);
}

// 5. And why, for one of each.
for (const status of ["admitted", "information_requested", "rejected"]) {
  const decision = decisions.find((one) => one.status === status);
  console.log(`\n${decision.applicationId}: ${word(status).zh} / ${word(status).en}`);
  for (const { change } of decision.needed) console.log(`  ${say(change)}`);
}
