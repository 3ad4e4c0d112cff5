/**
 * A dunning ladder, read once.
 *
 * @internal
 */
import { checkChoice, checkCount, checkRecord, checkText, checkTexts, checkWords } from "../kernel/check.js";
import type { Exact } from "../kernel/decimal.js";
import { kernelFault } from "../kernel/fault.js";
import { exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import { type DunningLadder, type DunningLevel, dunningEffects } from "./dunning-ladder.js";
import { MOST_DAYS } from "./reading.js";

export function readLadder(ladder: unknown, path: string): Omit<DunningLadder, "id" | "tolerance"> & { readonly tolerance: Exact } {
  const given = checkRecord(ladder, path);
  const days = (value: unknown, place: string) => checkCount(value, place, 0, MOST_DAYS);
  const levels = readRecords(given["levels"], `${path}.levels`, (row, place): DunningLevel => {
    const when = checkRecord(row["when"], `${place}.when`);
    checkChoice(when["kind"], `${place}.when.kind`, ["days_past_due", "end_of_month", "previous_notice"]);
    days(when["days"], `${place}.when.days`);
    checkWords(row["title"], `${place}.title`);
    optional(days)(row["gapDays"], `${place}.gapDays`);
    optional(exactNotNegative)(row["minimum"], `${place}.minimum`);
    checkTexts(row["effects"], `${place}.effects`).forEach((effect, i) => {
      checkChoice(effect, `${place}.effects[${i}]`, dunningEffects);
    });
    return row as unknown as DunningLevel;
  });
  if (levels.length === 0) throw kernelFault("kernel.missing", `${path}.levels[0]`, {});
  checkText(given["id"], `${path}.id`);
  return {
    currency: readCurrency(given["currency"], `${path}.currency`),
    tolerance: exactNotNegative(given["tolerance"], `${path}.tolerance`),
    credits: checkChoice(given["credits"], `${path}.credits`, ["deducted", "ignored"]),
    levels,
  };
}
