/** Schemas of the time that a host stores: what is worked when, and what recurs. What their fields mean together is told by their parsers. */
import * as z from "zod";
import { parsePeriodRule, periodKinds } from "./parse-period-rule.js";
import { parseSchedule } from "./parse-schedule.js";
import type { PeriodRule } from "./period-rule.js";
import type { DayInMonth, Schedule } from "./schedule.js";
import {
  byKind,
  checkedBy,
  choice,
  count,
  date,
  eitherCount,
  exactly,
  firstFault,
  list,
  numberOf,
  record,
  someOf,
  text,
  words,
} from "./schema.js";
import { parseWorkCalendar, type WorkCalendar, workedParts } from "./work-calendar.js";

const works = choice(workedParts);

/** {@link WorkCalendar} as a schema. */
export const WorkCalendarSchema: z.ZodType<WorkCalendar> = checkedBy(
  exactly<WorkCalendar>()(
    record({
      week: record({
        monday: works,
        tuesday: works,
        wednesday: works,
        thursday: works,
        friday: works,
        saturday: works,
        sunday: works,
      }),
      days: list(record({ date, works, titles: words })),
    }),
  ),
  firstFault(parseWorkCalendar),
).meta({ title: "Work calendar 工作日历", description: "The days that are worked, with holidays and days worked in exchange." });

const weekday = numberOf([1, 2, 3, 4, 5, 6, 7]);
const on = exactly<DayInMonth>()(
  z.union([record({ day: z.union([count(1, 31), choice(["last"])]) }), record({ weekday, nth: numberOf([1, 2, 3, 4, 5, "last"]) })]),
);

/** {@link Schedule} as a schema. */
export const ScheduleSchema: z.ZodType<Schedule> = checkedBy(
  exactly<Schedule>()(
    record({
      recurrence: byKind(
        ["days", "weeks", "months", "quarters", "years"],
        [
          record({ kind: choice(["days"]), every: count(1, 3660) }),
          record({ kind: choice(["weeks"]), every: count(1, 520), weekdays: someOf(weekday) }),
          record({ kind: choice(["months"]), every: count(1, 120), on }),
          record({ kind: choice(["quarters"]), month: numberOf([1, 2, 3]), on }),
          record({ kind: choice(["years"]), month: count(1, 12), on }),
        ],
      ),
      from: date,
      until: date.optional(),
      adjust: choice(["none", "next_workday", "previous_workday"]),
    }),
  ),
  firstFault(parseSchedule),
).meta({ title: "Recurring schedule 周期日程", description: "Something that recurs: a meeting, a review, a due date." });

const weeksOfYear = count(52, 53) as unknown as z.ZodType<52 | 53>;

/** One record for each kind of period rule. @internal */
export const periodRules = [
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
    years: someOf(record({ id: text, weeks: weeksOfYear })),
  }),
  record({ kind: choice(["every_weeks"]), weeks: count(1, 520), anchor: date }),
  record({ kind: choice(["every_months"]), months: count(1, 1_200), anchor: date }),
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
] as const;

/** {@link PeriodRule} as a schema of fields alone. @internal */
export const periodRule = exactly<PeriodRule>()(byKind(periodKinds, periodRules));

/** {@link PeriodRule} as a schema. */
export const PeriodRuleSchema: z.ZodType<PeriodRule> = checkedBy(periodRule, firstFault(parsePeriodRule)).meta({
  title: "Period rule 期间规则",
  description: "How time is cut into periods.",
});
