/** Schemas of incentive programmes, which are refused for whatever `checkProgramme` finds. */
import type * as z from "zod";
import { tierScheduleShape } from "../engine/schema.js";
import { participantKinds } from "../entities/catalogue.js";
import { roundingModes } from "../kernel/decimal.js";
import type { PeriodRule } from "../kernel/period-rule.js";
import {
  byKind,
  checkedBy,
  choice,
  count,
  currency,
  date,
  decimal,
  eitherCount,
  exactly,
  list,
  notNegative,
  period,
  record,
  someOf,
  text,
  words,
} from "../kernel/schema.js";
import { checkProgramme } from "./check-programme.js";
import type { IncentiveProgramme } from "./programme.js";

const periodRule = exactly<PeriodRule>()(
  byKind(
    ["calendar", "fiscal", "four_four_five", "every_weeks", "custom", "rolling", "whole"],
    [
      record({ kind: choice(["calendar"]), unit: choice(["week", "month", "quarter", "half_year", "year"]) }),
      record({
        kind: choice(["fiscal"]),
        unit: choice(["month", "quarter", "half_year", "year"]),
        yearStarts: text,
        label: choice(["start_year", "end_year"]),
      }),
      record({
        kind: choice(["four_four_five"]),
        unit: choice(["month", "quarter", "year"]),
        pattern: choice(["4-4-5", "4-5-4", "5-4-4"]),
        starts: date,
        years: someOf(record({ id: text, weeks: weeksOfYear() })),
      }),
      record({ kind: choice(["every_weeks"]), weeks: count(1, 520), anchor: date }),
      record({
        kind: choice(["custom"]),
        periods: someOf(record({ id: text, start: date, end: date, titles: words.optional(), priorId: text.optional() })),
      }),
      record({
        kind: choice(["rolling"]),
        length: eitherCount("months", 1_200, "days", 36_600),
        step: choice(["day", "week", "month", "quarter", "half_year", "year"]),
      }),
      record({ kind: choice(["whole"]) }),
    ],
  ),
);

/** A retail year has 52 or 53 whole weeks. */
function weeksOfYear(): z.ZodType<52 | 53> {
  return count(52, 53) as unknown as z.ZodType<52 | 53>;
}

const growth = {
  of: choice(["amount", "quantity"]),
  unit: text.optional(),
  baseline: choice(["prior_year", "given"]),
  zeroBaseline: byKind(
    ["not_eligible", "treat_as_rate", "pay_on_full_volume", "floor_baseline"],
    [
      record({ kind: choice(["not_eligible"]) }),
      record({ kind: choice(["treat_as_rate"]), rate: decimal }),
      record({ kind: choice(["pay_on_full_volume"]) }),
      record({ kind: choice(["floor_baseline"]), baseline: notNegative }),
    ],
  ),
};

const names = list(text).optional();
const lineFilter = record({ productIds: names, categoryIds: names, brandIds: names, territoryIds: names });

/** {@link IncentiveProgramme} as a schema. */
export const IncentiveProgrammeSchema: z.ZodType<IncentiveProgramme> = checkedBy(
  exactly<IncentiveProgramme>()(
    record({
      id: text,
      version: text,
      titles: words,
      currency,
      effective: period,
      earner: record({
        kinds: list(choice(participantKinds)).optional(),
        memberClasses: names,
        territoryIds: names,
        levels: names,
        memberIds: names,
      }),
      scope: record({ include: lineFilter.optional(), exclude: lineFilter.optional() }),
      window: periodRule,
      qualifier: byKind(
        ["amount", "quantity", "growth_amount", "growth_rate", "attainment"],
        [
          record({ kind: choice(["amount"]) }),
          record({ kind: choice(["quantity"]), unit: text }),
          record({ kind: choice(["growth_amount"]), ...growth }),
          record({ kind: choice(["growth_rate"]), ...growth }),
          record({ kind: choice(["attainment"]) }),
        ],
      ),
      payOn: choice(["qualifier", "amount", "quantity", "growth_amount"]),
      schedule: tierScheduleShape,
      limits: list(
        byKind(
          ["qualifier_cap", "payment_cap"],
          [record({ kind: choice(["qualifier_cap"]), value: notNegative }), record({ kind: choice(["payment_cap"]), amount: notNegative })],
        ),
      ),
      rounding: record({ decimals: count(0, 20), mode: choice(roundingModes) }),
    }),
  ),
  checkProgramme,
).meta({ title: "Incentive programme 激励方案", description: "What was agreed on one incentive." });
