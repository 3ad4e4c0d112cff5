import { addDays, addMonths, listPeriods, weekdayOf } from "qudao/kernel";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ["UTC", 0],
  ["Asia/Shanghai", -480],
  ["America/Los_Angeles", 480],
  ["Pacific/Apia", -840],
])("the local zone %s moves no day", (zone, offset) => {
  vi.stubEnv("TZ", zone);
  expect(new Date("2015-01-15T12:00:00Z").getTimezoneOffset()).toBe(offset); // the zone is in force
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2024-02-10", 1)).toBe("2024-03-10"); // clocks go forward in Los Angeles
  expect(addDays("2011-12-29", 1)).toBe("2011-12-30"); // skipped in Apia
  expect(addMonths("2011-11-30", 1)).toBe("2011-12-30");
  expect(weekdayOf("2011-12-30")).toBe(5);
  expect(listPeriods({ kind: "calendar", unit: "week" }, { start: "2011-12-30", end: "2011-12-31" })).toStrictEqual([
    { start: "2011-12-26", end: "2012-01-02", id: "2011-W52", titles: { en: "2011 W52", zh: "2011年第52周" } },
  ]);
  expect(listPeriods({ kind: "calendar", unit: "month" }, { start: "2024-03-31", end: "2024-04-01" }).map(({ id }) => id)).toStrictEqual([
    "2024-03",
  ]);
});
