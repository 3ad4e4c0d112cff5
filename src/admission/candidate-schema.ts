/** Schema of where a candidate stands, refused for whatever `stepCandidate` would refuse it, and for a stage it cannot be in. */
import type * as z from "zod";
import { participantKinds } from "../entities/catalogue.js";
import { checkedBy, choice, count, date, exactly, firstFault, missingIn, orNull, record, text } from "../kernel/schema.js";
import { type CandidateStage, candidateStages } from "./candidate-stages.js";
import type { CandidateData, CandidateState } from "./candidate-types.js";
import { checkCandidateState, MOST_TESTS } from "./read-candidate-step.js";

/** What no candidate is without at a stage. */
const NEEDED: { readonly [S in CandidateStage]?: readonly (keyof CandidateData)[] } = {
  evaluated: ["decision", "evaluatedBy", "validUntil"],
  negotiating: ["decision", "evaluatedBy", "validUntil", "talksUntil"],
  signed: ["decision", "evaluatedBy", "endedOn"],
  rejected: ["endedOn"],
  withdrawn: ["endedOn"],
};

/** {@link CandidateState} as a schema. */
export const CandidateStateSchema: z.ZodType<CandidateState> = checkedBy(
  exactly<CandidateState>()(
    record({
      at: choice(candidateStages),
      data: record({
        kind: choice(participantKinds),
        foundOn: date,
        since: date.optional(),
        reviewOn: orNull(date),
        competence: choice(["untested", "passed", "failed"]),
        testsFailed: count(0, MOST_TESTS),
        validUntil: orNull(date),
        talksUntil: orNull(date),
        decision: choice(["accept", "conditional", "reject"]).optional(),
        evaluatedBy: text.optional(),
        deviation: record({ ground: text, approver: text }).optional(),
        ground: text.optional(),
        endedOn: date.optional(),
      }),
    }),
  ),
  firstFault(checkCandidateState),
  ({ at, data }) => missingIn(data, NEEDED[at]),
).meta({ title: "Candidate state 候选成员状态", description: "Where a candidate for the channel stands." });
