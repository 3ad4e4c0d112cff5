/** Where a candidate can stand, in order; the last three are final. */
export const candidateStages = [
  "prospect",
  "screened",
  "interviewed",
  "trained",
  "evaluated",
  "negotiating",
  "signed",
  "rejected",
  "withdrawn",
] as const;

/** Where a candidate stands. */
export type CandidateStage = (typeof candidateStages)[number];
