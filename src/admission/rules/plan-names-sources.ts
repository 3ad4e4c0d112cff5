import type { PlanRule } from "../plan-rule.js";

/** The plan says where prospects are to come from, and the sources are known. @internal */
export const planNamesSources: PlanRule<"sources"> = {
  code: "admission.plan_names_sources",
  needs: ["sources"],
  source: "Prospects are found through advertising, recruiting, referral, trade fairs and other sources",
  test: ({ sources }, policy) => {
    const known = policy.sources.map(({ code }) => code);
    const unknown = sources.filter((source) => !known.includes(source));
    return { met: sources.length > 0 && unknown.length === 0, params: { actual: sources, unknown } };
  },
};
