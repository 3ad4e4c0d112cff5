/**
 * How orders are decided on, read once.
 *
 * @internal
 */
import type { CalendarDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, checkText } from "../kernel/check.js";
import type { Exact } from "../kernel/decimal.js";
import { exactNotNegative } from "../kernel/read.js";
import { type ReadLimitPolicy, readLimitPolicy } from "./effective-limit.js";
import { type ReadRule, readRules } from "./hold-rules.js";
import { type CreditCheckpoint, creditCheckpoints } from "./order-decision.js";
import { type ReadExposurePolicy, readExposurePolicy } from "./read-exposure-policy.js";
import { MOST_DAYS } from "./reading.js";

export interface ReadCreditPolicy {
  readonly exposurePolicy: ReadExposurePolicy;
  readonly limitPolicy: ReadLimitPolicy;
  readonly tolerance: Exact;
  readonly checkpoints: readonly CreditCheckpoint[];
  readonly rules: readonly ReadRule[];
  readonly graceDays: number;
}

export function readCreditPolicy(policy: unknown, path: string, asOf: CalendarDate): ReadCreditPolicy {
  const agreed = checkRecord(policy, path);
  checkText(agreed["version"], `${path}.version`);
  const exposurePolicy = readExposurePolicy(agreed["exposure"], `${path}.exposure`, asOf);
  const limits = checkRecord(agreed["limits"], `${path}.limits`);
  return {
    exposurePolicy,
    limitPolicy: readLimitPolicy({ ...limits, currency: exposurePolicy.currency }, `${path}.limits`),
    tolerance: exactNotNegative(agreed["tolerance"], `${path}.tolerance`),
    checkpoints: checkList(agreed["checkpoints"], `${path}.checkpoints`).map((one, i) =>
      checkChoice(one, `${path}.checkpoints[${i}]`, creditCheckpoints),
    ),
    rules: readRules(agreed["rules"], `${path}.rules`),
    graceDays: checkCount(agreed["graceDays"], `${path}.graceDays`, 0, MOST_DAYS),
  };
}
