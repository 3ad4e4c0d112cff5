import { parseWorkCalendar, type WorkWeek, workedParts } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { china2024, fiveDays } from "./calendars.js";
import { faultOf } from "./support.js";

const titles = { en: "Holiday", zh: "假日" };
const without = (name: keyof WorkWeek) => Object.fromEntries(Object.entries(fiveDays).filter(([key]) => key !== name));

describe("parseWorkCalendar()", () => {
  test("reads back what JSON kept", () => {
    expect(parseWorkCalendar(JSON.parse(JSON.stringify(china2024)))).toStrictEqual(china2024);
  });

  test("knows four ways to work on a day", () => {
    expect(workedParts).toStrictEqual(["none", "morning", "afternoon", "full"]);
    for (const works of workedParts) {
      expect(parseWorkCalendar({ week: fiveDays, days: [{ date: "2024-01-01", works, titles }] }).days[0]?.works).toBe(works);
    }
  });

  test.each([
    [undefined, "kernel.not_a_record", "calendar"],
    [{ days: [] }, "kernel.not_a_record", "calendar.week"],
    [{ week: fiveDays }, "kernel.not_a_list", "calendar.days"],
    [{ week: without("sunday"), days: [] }, "kernel.not_a_choice", "calendar.week.sunday"],
    [{ week: { ...fiveDays, monday: true }, days: [] }, "kernel.not_a_choice", "calendar.week.monday"],
    [{ week: fiveDays, days: [null] }, "kernel.not_a_record", "calendar.days[0]"],
    [{ week: fiveDays, days: [{ date: "2024-02-30", works: "none", titles }] }, "kernel.not_a_date", "calendar.days[0].date"],
    [{ week: fiveDays, days: [{ date: "2024-02-10", works: "half", titles }] }, "kernel.not_a_choice", "calendar.days[0].works"],
    [{ week: fiveDays, days: [{ date: "2024-02-10", works: "none" }] }, "kernel.not_a_record", "calendar.days[0].titles"],
    [
      { week: fiveDays, days: [{ date: "2024-02-10", works: "none", titles }, { date: "2024-02-10", works: "full", titles }] }, // biome-ignore format: two rows
      "kernel.named_twice",
      "calendar.days[1].date",
    ],
  ])("refuses %j with %s at %s", (value, code, path) => {
    expect(faultOf(() => parseWorkCalendar(value, "calendar"))).toMatchObject({ code, path });
  });

  test("a getter that throws is a fault", () => {
    const trap = { week: fiveDays, get days(): never { throw new Error("boom"); } }; // biome-ignore format: one trap, one line
    expect(faultOf(() => parseWorkCalendar(trap)).code).toBe("kernel.unreadable");
  });
});
