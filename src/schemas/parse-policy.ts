import type * as z from "zod";
import { checkChoice } from "../kernel/check.js";
import type { PlacedMessage } from "../kernel/message.js";
import type { Result } from "../kernel/result.js";
import { parseWith } from "./parse-with.js";
import { type PolicyName, policySchemas } from "./policy-schemas.js";

/** The policy of a name. */
export type Policy<N extends PolicyName> = z.output<(typeof policySchemas)[N]>;

/** Parses an unknown value as one kind of policy: a fresh copy with its type, or every fault with its place. */
export type PolicyParser<N extends PolicyName> = (value: unknown) => Result<Policy<N>, readonly PlacedMessage[]>;

/**
 * Parses an unknown value as the policy of a name: its fields and their kinds, and then what they mean together.
 *
 * @remarks
 * `parseIncentiveProgramme(value)` is `parsePolicy("IncentiveProgramme", value)`, and so on; period rules, schedules and work calendars are
 * parsed by this function alone, because `parsePeriodRule`, `parseSchedule` and `parseWorkCalendar` are readers of `qudao/kernel`. All
 * faults of fields are told at once.
 * Where there is none, the room looks at the policy as its verbs do, and tells what it finds: all of it where the room lists its faults (an
 * incentive programme, a scorecard), otherwise the first. So a policy that parses is refused by no verb of its room. The JSON Schema
 * knows fields and kinds alone.
 *
 * @param name - Name of the policy, as in `policySchemas`.
 * @param value - Anything: a row of a database, a request's body, a file.
 * @returns A fresh copy with its type, or every fault with its place.
 * @errors As `parseWith`.
 * @throws LibraryFault `kernel.not_a_choice`: no policy has the name.
 *
 * @example A programme from a file: a field of another kind, and a schedule that hangs together badly
 * ```ts
 * import { parseIncentiveProgramme, parsePolicy } from "qudao/schemas";
 *
 * const file = `{
 *   "id": "volume", "version": "2024", "titles": { "en": "Volume rebate", "zh": "销量返利" }, "currency": "CNY",
 *   "effective": { "start": "2024-01-01", "end": "2025-01-01" }, "earner": {}, "scope": {},
 *   "window": { "kind": "rolling", "length": { "months": 12 }, "step": "month" },
 *   "qualifier": { "kind": "amount" }, "payOn": "qualifier", "limits": [], "rounding": { "decimals": 2, "mode": "half_up" },
 *   "schedule": { "method": "graduated", "unit": "CNY", "boundary": "reaches", "tiers": [{ "from": "100", "rate": "0.01" }] }
 * }`;
 * const parsed = parsePolicy("IncentiveProgramme", JSON.parse(file));
 * !parsed.ok && parsed.problem.map((fault) => [fault.path, fault.code]); // => [["schedule.tiers[0].from", "engine.tier_first_not_zero"]]
 * const wrong = parseIncentiveProgramme({ ...JSON.parse(file), window: { kind: "calendar", unit: "fortnight" } });
 * !wrong.ok && wrong.problem.map((fault) => [fault.path, fault.code]); // => [["window.unit", "entities.not_a_choice"]]
 * ```
 *
 * @since 0.1.0
 */
export function parsePolicy<N extends PolicyName>(name: N, value: unknown): Result<Policy<N>, readonly PlacedMessage[]> {
  checkChoice(name, "name", Object.keys(policySchemas) as PolicyName[]);
  return parseWith(policySchemas[name] as z.ZodType<Policy<N>>, value);
}
