/** Schema of admission policies, refused for whatever `checkAdmissionPolicy` calls a fault. What it warns of, or finds unset, still parses. */
import * as z from "zod";
import { ruleWeights } from "../engine/rule.js";
import { criterionFields, criterionTestShape, scorecardShape, testsWith } from "../engine/schema.js";
import { evidenceKinds } from "../entities/catalogue.js";
import {
  byKind,
  checkedBy,
  choice,
  count,
  decimal,
  exactly,
  firstFault,
  list,
  mark,
  money,
  record,
  share,
  someOf,
  text,
  words,
} from "../kernel/schema.js";
import {
  type AdjustableRule,
  type AdmissionCriterion,
  type AdmissionPolicy,
  type AgentRankingPolicy,
  admissionActors,
  type RuleBinding,
  ruleBindings,
} from "./admission-policy.js";
import { applicantKinds, applicantOrigins, cashFlowBases, flowPeriods, nominatorKinds, salesBases } from "./applicant.js";
import { checkAdmissionPolicy } from "./check-admission-policy.js";
import { checkRanking } from "./check-rating-policies.js";
import { admissionRuleMessages } from "./rule-messages.js";

const threshold = decimal.nullable();
const months = count().nullable();
const per = choice(flowPeriods);

const criterion: z.ZodType<AdmissionCriterion> = testsWith({ ...criterionFields, from: choice(admissionActors).optional() });

/** One field for every rule of the library; the room says which of them a policy may bind. */
const binding = z.strictObject(
  Object.fromEntries(Object.keys(admissionRuleMessages).map((code) => [code, choice(ruleBindings).optional()])),
  { error: (issue) => (issue.code === "unrecognized_keys" ? "unknown_field" : "not_a_record") },
) as unknown as z.ZodType<{ [R in AdjustableRule]?: RuleBinding | undefined }>;

const shared = {
  id: text,
  version: text,
  title: words.optional(),
  minRegisteredCapital: money.nullable(),
  minExperienceYears: threshold,
  routes: list(
    byKind(
      ["origin", "nomination"],
      [
        record({ kind: choice(["origin"]), origins: someOf(choice(applicantOrigins)) }),
        record({ kind: choice(["nomination"]), nominators: someOf(choice(nominatorKinds)) }),
      ],
    ),
  ),
  breachTolerance: count().nullable(),
  creditScale: list(text),
  minCreditGrade: text.nullable(),
  minSalesCapacity: record({ amount: money, per, basis: choice(salesBases) }).nullable(),
  unifiedLicence: choice(["accepted", "not_accepted"]),
  minFreeProperty: money.nullable(),
  papers: list(
    record({
      code: text,
      title: words,
      documents: list(choice(evidenceKinds)),
      source: text.optional(),
      weight: choice(ruleWeights).optional(),
      waivable: mark.optional(),
    }),
  ),
  criteria: list(criterion),
  binding,
  terms: record({ respondWithinDays: months, validForMonths: months, requalifyAfterMonths: months, reapplyAfterMonths: months }),
};

const ranking = exactly<AgentRankingPolicy>()(
  record({ scorecard: scorecardShape, loyalty: scorecardShape, cutOff: threshold, ties: choice(["competition", "dense"]) }),
);

/** {@link AgentRankingPolicy} as a schema: how candidates are put in order, where it is stored apart from the admission policy. */
export const AgentRankingPolicySchema: z.ZodType<AgentRankingPolicy> = checkedBy(ranking, firstFault(checkRanking)).meta({
  title: "Agent ranking policy 代理商排序政策",
  description: "How candidates for an agency are put in order.",
});

const agent = record({
  kind: choice(["agent"]),
  ...shared,
  minFinancialCreditGrade: text.nullable(),
  minCashFlow: record({ amount: money, per, basis: choice(cashFlowBases) }).nullable(),
  minCapitalTurnover: z.union([record({ least: decimal, per }), record({ reachesShare: share, peers: list(decimal), per })]).nullable(),
  ranking,
});

const distributor = record({
  kind: choice(["distributor"]),
  ...shared,
  minOutletNetwork: z.union([record({ least: count() }), record({ leastCoverage: share })]).nullable(),
  special: list(
    record({
      applicantKind: choice(applicantKinds.filter((kind) => kind !== "other") as unknown as readonly ["system_integrator", "contractor"]),
      large: criterionTestShape,
      scorecard: scorecardShape,
      passScore: threshold,
    }),
  ),
});

/** {@link AdmissionPolicy} as a schema. */
export const AdmissionPolicySchema: z.ZodType<AdmissionPolicy> = checkedBy(
  exactly<AdmissionPolicy>()(byKind(["agent", "distributor"], [agent, distributor])),
  (policy) => checkAdmissionPolicy(policy, []).filter(({ severity }) => severity === "fault"),
).meta({ title: "Admission policy 准入政策", description: "By what one kind of member is admitted." });
