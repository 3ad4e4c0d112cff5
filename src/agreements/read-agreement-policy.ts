/**
 * Reads what hosts demand of their agreements.
 *
 * @internal
 */
import { checkRules } from "../engine/check-rules.js";
import { ruleFault } from "../engine/compile-rules.js";
import type { CriterionData } from "../engine/criterion-data.js";
import { agreementKinds, clauseKinds } from "../entities/catalogue.js";
import { checkChoice, checkRecord, checkText, checkWords } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { readTexts } from "../kernel/read.js";
import type { ClauseRow } from "./clause-catalogue.js";
import { clauseMessages } from "./clause-messages.js";
import type { LegalTag } from "./legal-tags.js";
import { readEach, readOptional } from "./read-agreement.js";

const checkKind = (value: unknown, path: string) => checkChoice(value, path, agreementKinds);
const checkClause = (value: unknown, path: string) => checkChoice(value, path, clauseKinds);

const clauseCodes = Object.keys(clauseMessages);

export function readClauseRows(value: unknown, path: string): readonly ClauseRow[] {
  const seen = new Set<string>();
  return readEach(value, path, (row, place) => {
    const fields = checkRecord(row, place);
    const code = checkChoice(fields["code"], `${place}.code`, clauseCodes);
    if (seen.has(code)) throw kernelFault("kernel.named_twice", `${place}.code`, { got: shown(code) });
    seen.add(code);
    checkClause(fields["clause"], `${place}.clause`);
    const asked = checkRecord(fields["asked"], `${place}.asked`);
    for (const kind of agreementKinds) {
      readOptional(asked, kind, `${place}.asked`, (need, at) => checkChoice(need, at, ["required", "recommended"]));
    }
    readOptional(fields, "source", place, checkText);
    return row as ClauseRow;
  });
}

export function readCriteria(value: unknown, path: string): readonly CriterionData[] {
  const criteria = readEach(value, path, (one, place) => checkRecord(one, place) as unknown as CriterionData);
  const [fault] = checkRules<object, null>(criteria, { catalogue: {}, folder: "agreements" });
  if (fault !== undefined) throw ruleFault(fault.code, fault.path.replace(/^rules/, path), fault.params);
  return criteria;
}

export function readLegalTags(value: unknown, path: string): readonly LegalTag[] {
  return readEach(value, path, (tag, place) => {
    const fields = checkRecord(tag, place);
    checkText(fields["id"], `${place}.id`);
    readTexts(fields["jurisdictions"], `${place}.jurisdictions`);
    readOptional(fields, "kinds", place, (kinds, at) => readEach(kinds, at, checkKind));
    readOptional(fields, "clauses", place, (clauses, at) => readEach(clauses, at, checkClause));
    checkWords(fields["question"], `${place}.question`);
    readOptional(fields, "source", place, checkText);
    return tag as LegalTag;
  });
}
