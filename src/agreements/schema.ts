/** Schema of what is demanded of agreements, refused for whatever `checkAgreement` would refuse it. */
import type * as z from "zod";
import { criterionShape } from "../engine/schema.js";
import { agreementKinds, clauseKinds } from "../entities/catalogue.js";
import { checkedBy, choice, exactly, firstFault, list, mark, record, text, words } from "../kernel/schema.js";
import type { AgreementPolicy } from "./check-agreement.js";
import { clauseMessages } from "./clause-messages.js";
import type { AgreementCode } from "./messages.js";
import { readClauseRows, readCriteria, readLegalTags } from "./read-agreement-policy.js";

const clauseCodes = Object.keys(clauseMessages) as unknown as readonly [AgreementCode];
const need = choice(["required", "recommended"]).optional();

/** {@link AgreementPolicy} as a schema. */
export const AgreementPolicySchema: z.ZodType<AgreementPolicy> = checkedBy(
  exactly<AgreementPolicy>()(
    record({
      clauses: list(
        record({
          code: choice(clauseCodes),
          clause: choice(clauseKinds),
          asked: record({ agency: need, distribution: need, trial: need, cooperation: need, supply: need }),
          survives: mark.optional(),
          waivable: mark.optional(),
          source: text.optional(),
        }),
      ),
      criteria: list(criterionShape).optional(),
      legalTags: list(
        record({
          id: text,
          jurisdictions: list(text),
          kinds: list(choice(agreementKinds)).optional(),
          clauses: list(choice(clauseKinds)).optional(),
          question: words,
          source: text.optional(),
        }),
      ),
    }),
  ),
  firstFault(({ clauses, criteria, legalTags }: AgreementPolicy, path) => {
    readClauseRows(clauses, `${path}.clauses`);
    readLegalTags(legalTags, `${path}.legalTags`);
    if (criteria !== undefined) readCriteria(criteria, `${path}.criteria`);
  }),
).meta({ title: "Agreement policy 协议政策", description: "What a host demands of its agreements." });
