import { compareDates, earliestDate, latestDate } from "qudao/kernel";
import { expect, test } from "vitest";
import { faultOf } from "./support.js";

test("dates are compared by the calendar, and malformed ones not at all", () => {
  expect(compareDates("2024-01-01", "2024-01-02")).toBe(-1);
  expect(compareDates("2024-01-01", "2024-01-01")).toBe(0);
  expect(compareDates("2024-01-02", "2024-01-01")).toBe(1);
  expect(latestDate("2024-01-02", "2023-12-31", "2024-01-01")).toBe("2024-01-02");
  expect(latestDate("2024-01-02")).toBe("2024-01-02");
  expect(earliestDate("2024-01-02", "2023-12-31", "2024-01-01")).toBe("2023-12-31");
  expect(faultOf(() => compareDates("2024-01-01", "2024-1-1"))).toMatchObject({ code: "kernel.not_a_date", path: "b" });
  expect(faultOf(() => latestDate("2024-01-01", "zzz")).code).toBe("kernel.not_a_date");
  expect(faultOf(() => earliestDate("x")).code).toBe("kernel.not_a_date");
});
