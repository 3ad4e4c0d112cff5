import { askRules } from "../engine/ask-rules.js";
import type { Asking, Finding } from "../engine/rule.js";
import { type TrialStageFacts, trialBeforeDistributor } from "./rules/trial-before-distributor.js";

/**
 * Asks the rule that in principle (原则上) a trial comes before formal distributor status, with its exceptions.
 *
 * @remarks
 * A direct application does not satisfy it; a recorded exception (ground, approver, date) makes it `excepted`, never `met`. The same rule
 * guards the first day of a distributor in `stepMember`.
 *
 * @param facts - How the member came to apply.
 * @param asking - The day, and the recorded exceptions.
 * @returns The finding: `met`, `unmet`, `unknown` or `excepted` with the exception in force.
 * @throws LibraryFault `kernel.*` where the origin, the day or an exception cannot be read.
 *
 * @source Distributor rules: 作为正式的分销商之前原则上务必有一个产品的试销阶段.
 *
 * @example A direct application, without and with an exception
 * ```ts
 * import { checkTrialStage } from "qudao/lifecycle";
 *
 * const direct = { origin: "direct" } as const;
 * checkTrialStage(direct, { asOf: "2024-05-01" }).status; // => "unmet"
 * const waiver = { rule: "lifecycle.trial_before_distributor", ground: "Took over a dealer's shops", approver: "Li", date: "2024-04-20" };
 * checkTrialStage(direct, { asOf: "2024-05-01", waivers: [waiver] }).status; // => "excepted"
 * ```
 *
 * @since 0.1.0
 */
export function checkTrialStage(facts: TrialStageFacts, asking: Asking): Finding {
  return askRules([trialBeforeDistributor], facts, null, asking)[0] as Finding;
}
