import { computeIndicators, type DeliveryLine, measureDeliveries, performanceIndicators } from "qudao/performance";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

const period = { start: "2024-04-01", end: "2024-07-01" };
const line = (id: string, changes: Partial<DeliveryLine> = {}): DeliveryLine => ({
  id,
  promisedOn: "2024-06-10",
  receivedOn: "2024-06-10",
  ordered: "10",
  received: "10",
  amount: "100",
  ...changes,
});
const measure = (...lines: readonly DeliveryLine[]) => measureDeliveries(frozen({ period, lines }));
const { quantityDaysLate: _, ...none } = measure();

describe("measureDeliveries()", () => {
  test.each<[string, Partial<DeliveryLine>, readonly [onTime: string, inFull: string, both: string, days: string, delayed: string]]>([
    ["a day before the promise", { receivedOn: "2024-06-09" }, ["1", "1", "1", "0", "0"]],
    ["on the promised day", {}, ["1", "1", "1", "0", "0"]],
    ["a day after it", { receivedOn: "2024-06-11" }, ["0", "1", "0", "10", "100"]],
    // 4 did not come: 20 days to 30 June, the last day of the period
    ["on the day, and less than ordered", { received: "6" }, ["1", "0", "0", "80", "100"]],
    ["three days late, and less than ordered", { receivedOn: "2024-06-13", received: "6" }, ["0", "0", "0", "98", "100"]],
    ["more than ordered", { received: "11" }, ["1", "1", "1", "0", "0"]],
    ["not at all", { receivedOn: null, received: "0" }, ["0", "0", "0", "200", "100"]],
    // after the period it did not come in it
    ["on the first day after the period", { receivedOn: "2024-07-01" }, ["0", "0", "0", "200", "100"]],
    ["on the last day of the period", { receivedOn: "2024-06-30" }, ["0", "1", "0", "200", "100"]],
  ])("complaint 2: received %s", (_, changes, want) => {
    const { onTimeLines, inFullLines, onTimeInFullLines, quantityDaysLate, delayedAmount } = measure(line("1", changes));
    expect([onTimeLines, inFullLines, onTimeInFullLines, quantityDaysLate, delayedAmount]).toStrictEqual(want);
  });

  test("a line belongs to the period of its promise", () => {
    const lines = ["2024-03-31", "2024-04-01", "2024-06-30", "2024-07-01"].map((promisedOn) => line(promisedOn, { promisedOn }));
    expect(measure(...lines).deliveryLines).toBe("2");
  });

  test("a requested day is accepted where the promise is not after it; who asked for none is not counted", () => {
    const lines = ["2024-06-09", "2024-06-10", "2024-06-11"].map((requestedOn) => line(requestedOn, { requestedOn }));
    const { acceptedLines, requestedLines, deliveryLines } = measure(...lines, line("none"));
    expect([acceptedLines, requestedLines, deliveryLines]).toStrictEqual(["2", "3", "4"]);
  });

  test("the rates follow, and without a line they are not known", () => {
    const wanted = ["on_time_lines", "in_full_rate", "otif_rate", "requested_date_acceptance"];
    const indicators = performanceIndicators.filter(({ code }) => wanted.includes(code));
    const rates = (...lines: readonly DeliveryLine[]) =>
      computeIndicators({ readings: { ...measure(...lines) } }, { indicators }).outcome.values;
    expect(rates(line("1"), line("2", { received: "9" }), line("3", { receivedOn: "2024-06-11" }), line("4"))).toStrictEqual({
      on_time_lines: "0.75",
      in_full_rate: "0.75",
      otif_rate: "0.5",
      requested_date_acceptance: null,
    });
    expect(Object.values(rates())).toStrictEqual([null, null, null, null]);
    expect(Object.values(none).every((value) => value === "0")).toBe(true);
  });

  test("what is malformed is named by its place", () => {
    expect(faultAt(() => measure(line("1"), line("1")))).toBe("kernel.named_twice at facts.lines[1].id");
    expect(faultAt(() => measure(line("1", { ordered: "-1" })))).toBe("kernel.below_zero at facts.lines[0].ordered");
    expect(faultAt(() => measure(line("1", { receivedOn: undefined as never })))).toBe("kernel.not_a_date at facts.lines[0].receivedOn");
    expectOnlyFaults(measureDeliveries as never, [{ period, lines: [line("1", { requestedOn: "2024-06-10" })] }]);
  });
});
