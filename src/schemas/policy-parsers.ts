import { type PolicyParser, parsePolicy } from "./parse-policy.js";
import type { PolicyName } from "./policy-schemas.js";

/** One parser per policy, each a name for `parsePolicy`. */
const parser =
  <N extends PolicyName>(name: N): PolicyParser<N> =>
  (value) =>
    parsePolicy(name, value);

/** Parses an incentive programme. See `parsePolicy`. @since 0.1.0 */
export const parseIncentiveProgramme: PolicyParser<"IncentiveProgramme"> = parser("IncentiveProgramme");
