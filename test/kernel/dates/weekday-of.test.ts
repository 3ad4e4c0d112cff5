import fc from "fast-check";
import { addDays, weekdayOf } from "qudao/kernel";
import { expect, test } from "vitest";
import { faultOf, isoOf, seeded, someDay } from "./support.js";

test.each([
  ["0001-01-01", 1],
  ["1970-01-01", 4],
  ["2024-02-29", 4],
  ["2024-10-01", 2],
  ["2024-10-06", 7],
  ["9999-12-31", 5],
])("%s is weekday %i", (date, expected) => {
  expect(weekdayOf(date)).toBe(expected);
});

test("a malformed date has no weekday", () => {
  expect(faultOf(() => weekdayOf("2024-10-1")).code).toBe("kernel.not_a_date");
});

test("weekdays follow each other and repeat after seven days", () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const date = isoOf(day);
      expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1);
      expect(weekdayOf(date) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
    }),
    seeded,
  );
});
