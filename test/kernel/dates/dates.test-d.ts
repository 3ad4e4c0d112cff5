import {
  type CalendarDate,
  inForce,
  type PeriodRule,
  type prorateAmount,
  type Schedule,
  type Versioned,
  versionsIn,
  type Weekday,
  type WorkWeek,
} from "qudao/kernel";
import { expectTypeOf, test } from "vitest";

const versions: readonly Versioned<{ readonly rate: string }>[] = [];

test("an answer is read only after its failure was met", () => {
  const found = inForce(versions, "2024-01-01");
  // @ts-expect-error [ts2339] there is no value before `ok` is asked
  found.value;
  if (found.ok) expectTypeOf(found.value.value).toEqualTypeOf<{ readonly rate: string }>();
  else expectTypeOf(found.problem.code).toEqualTypeOf<"kernel.no_version_in_force">();
});

test("a slice without a version cannot be overlooked", () => {
  for (const { version } of versionsIn(versions, { start: "2024-01-01", end: "2025-01-01" })) {
    // @ts-expect-error [ts18047] version may be null
    version.value;
  }
});

test("every kind of period rule has its own fields", () => {
  expectTypeOf<{ kind: "calendar"; unit: "week" }>().toExtend<PeriodRule>();
  expectTypeOf<{ kind: "fiscal"; unit: "week"; yearStarts: string; label: "start_year" }>().not.toExtend<PeriodRule>();
  expectTypeOf<{ kind: "rolling"; step: "month" }>().not.toExtend<PeriodRule>();
});

test("a week has seven days, all of them said", () => {
  expectTypeOf<Omit<WorkWeek, "sunday">>().not.toExtend<WorkWeek>();
  expectTypeOf<Weekday>().toEqualTypeOf<1 | 2 | 3 | 4 | 5 | 6 | 7>();
  expectTypeOf<CalendarDate>().toEqualTypeOf<string>();
});

test("what has money meaning or moves a day is never left out", () => {
  expectTypeOf<Omit<Schedule, "adjust">>().not.toExtend<Schedule>();
  expectTypeOf<Parameters<typeof prorateAmount>[1]>().toExtend<{ readonly rounding: { readonly decimals: number } }>();
});
