import type { Rule } from "../../engine/rule.js";
import { checkChoice } from "../../kernel/check.js";
import type { MemberOrigin } from "../member-state.js";

/** What the rule of the trial stage asks about. */
export interface TrialStageFacts {
  /** How the member came to apply. Absent: not known. */
  readonly origin?: MemberOrigin | undefined;
}

const ORIGINS = ["direct", "nominated", "special_evaluation", "former_trial", "former_member"] as const;

/**
 * In principle (原则上) nobody becomes a distributor without a trial before. A former trial or membership counts, and so do the two regular
 * routes beside it: a nomination that the manufacturer evaluated, and the special evaluation of large integrators and contractors.
 */
export const trialBeforeDistributor: Rule<TrialStageFacts, null, "origin", "lifecycle.trial_before_distributor"> = {
  code: "lifecycle.trial_before_distributor",
  needs: ["origin"],
  source: "Distributor rules: in principle a product trial comes before formal status (原则上务必有一个产品的试销阶段)",
  waivable: true,
  required: () => ({ routes: ORIGINS.filter((route) => route !== "direct") }),
  test: ({ origin }) => ({ met: checkChoice(origin, "facts.origin", ORIGINS) !== "direct", params: { actual: origin } }),
};
