import type { PlanRule } from "../plan-rule.js";

/** The plan names at least one piece of market research that it rests on. @internal */
export const planCitesResearch: PlanRule<"research"> = {
  code: "admission.plan_cites_research",
  needs: ["research"],
  source: "The channel specialist screens prospects and drafts the expansion plan from market research",
  test: ({ research }) => ({ met: research.length > 0, params: { actual: research.map(({ documentId }) => documentId) } }),
};
