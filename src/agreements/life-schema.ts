/** Schema of where an agreement stands, refused for whatever `stepAgreement` would refuse it, and for a state it cannot be in. */
import type * as z from "zod";
import { agreementKinds, clauseKinds } from "../entities/catalogue.js";
import { checkedBy, choice, count, date, exactly, firstFault, list, missingIn, orNull, record, text } from "../kernel/schema.js";
import { type AgreementLife, type AgreementLifeData, agreementStates } from "./agreement-life.js";
import { readLife } from "./read-life.js";

/** The states that only a signed agreement can be in. */
const SIGNED: readonly AgreementLife["at"][] = ["signed", "active", "expiring", "suspended", "renewed", "expired", "terminated"];
const SIGNATURE: readonly (keyof AgreementLifeData)[] = ["approvedBy", "signedBy", "evidenceId"];

/** {@link AgreementLife} as a schema. */
export const AgreementLifeSchema: z.ZodType<AgreementLife> = checkedBy(
  exactly<AgreementLife>()(
    record({
      at: choice(agreementStates),
      data: record({
        agreementId: text,
        kind: choice(agreementKinds),
        start: date,
        end: orNull(date),
        expiringFrom: orNull(date),
        notice: orNull(record({ count: count(1), unit: choice(["days", "months"]) })),
        windowDays: orNull(count(1)),
        automaticMonths: orNull(count(1)),
        renewal: choice(["none", "automatic", "agreed", "refused"]),
        credit: choice(["not_granted", "agreed", "terms_missing"]),
        jurisdiction: orNull(text),
        survivingClauses: list(choice(clauseKinds)),
        since: date,
        drafters: list(text),
        approvedBy: orNull(text),
        signedBy: orNull(text),
        evidenceId: orNull(text),
        terminatesOn: orNull(date),
        successorId: orNull(text),
        ground: orNull(text),
      }),
    }),
  ),
  firstFault(readLife),
  ({ at, data }) => (SIGNED.includes(at) ? missingIn(data, SIGNATURE) : []),
).meta({ title: "Agreement life 协议状态", description: "Where an agreement stands." });
