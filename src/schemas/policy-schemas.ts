import { IncentiveProgrammeSchema } from "../incentives/schema.js";

/** The schema of every policy, by the policy's name. */
export const policySchemas = {
  IncentiveProgramme: IncentiveProgrammeSchema,
};

/** The names of the policies. */
export type PolicyName = keyof typeof policySchemas;
