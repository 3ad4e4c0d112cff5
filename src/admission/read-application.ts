import type { Waiver } from "../engine/rule.js";
import { participantScales } from "../entities/catalogue.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, copyData } from "../kernel/check.js";
import type { Words } from "../kernel/message.js";
import { type AdmissionApplication, type AdmissionKind, admissionKinds } from "./admission-application.js";
import { admissionFault } from "./admission-fault.js";
import type { AdmissionFacts } from "./admission-rule.js";
import { applicantKinds } from "./applicant.js";
import { byText } from "./by-text.js";
import { findConflicts } from "./rules/reviewers-impartial.js";

/**
 * Reads who applies for what, and who decides; the facts below are read by the rules that need them.
 *
 * @throws LibraryFault Where it cannot be told who applies for what; `admission.other_kind` where the policy is for others.
 *
 * @internal
 */
export function readApplication(given: AdmissionApplication, policyKind: AdmissionKind): AdmissionFacts {
  const facts = checkRecord(given, "facts") as unknown as AdmissionApplication;
  checkText(facts.id, "facts.id");
  parseDate(facts.asOf, "facts.asOf");
  parseDate(facts.submittedOn, "facts.submittedOn");
  const applicant = checkRecord(facts.applicant, "facts.applicant");
  checkText(applicant["id"], "facts.applicant.id");
  checkChoice(applicant["kind"], "facts.applicant.kind", applicantKinds);
  if ((applicant["scale"] ?? null) !== null) checkChoice(applicant["scale"], "facts.applicant.scale", participantScales);
  const scope = checkRecord(facts.scope, "facts.scope");
  const kind = checkChoice(scope["kind"], "facts.scope.kind", admissionKinds);
  if (kind !== policyKind) throw admissionFault("admission.other_kind", "facts.scope.kind", { got: kind, want: policyKind });
  checkText(scope["productGroupId"], "facts.scope.productGroupId");
  checkText(scope["territoryId"], "facts.scope.territoryId");
  if (scope["segmentId"] !== undefined) checkText(scope["segmentId"], "facts.scope.segmentId");
  if ((facts.approver ?? null) !== null) checkText(facts.approver, "facts.approver");
  const nominations = facts.nominations ?? [];
  checkList(nominations, "facts.nominations").forEach((one, i) => {
    checkRecord(one, `facts.nominations[${i}]`);
  });
  const read = { ...facts, waivers: readWaivers(facts.waivers ?? []), nominations };
  return { ...read, conflicts: findConflicts(read), special: undefined };
}

/** In an order of their own, so that the order in which they were recorded cannot decide which of two is named. */
function readWaivers(waivers: unknown): readonly Waiver[] {
  return checkList(waivers, "facts.waivers")
    .map((given, i) => {
      const path = `facts.waivers[${i}]`;
      const waiver = checkRecord(given, path) as unknown as Waiver;
      checkText(waiver.rule, `${path}.rule`);
      if ((waiver.date ?? "") !== "") parseDate(waiver.date, `${path}.date`);
      if ((waiver.expires ?? null) !== null) parseDate(waiver.expires, `${path}.expires`);
      const { rule, approver, date, expires } = waiver;
      const ground = isWords(waiver.ground) ? { en: waiver.ground.en, zh: waiver.ground.zh } : waiver.ground;
      return { rule, ground, approver, date, ...((expires ?? null) !== null && { expires }) };
    })
    .sort(byText((waiver) => JSON.stringify(copyData(waiver, "facts.waivers"))));
}

function isWords(ground: Waiver["ground"]): ground is Words {
  return typeof ground === "object" && ground !== null;
}
