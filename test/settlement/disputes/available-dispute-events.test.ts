import { availableDisputeEvents, disputeEvents, stepDispute } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { agreedDays, conceding, disputeAfter, raised, refusing } from "../../support/dispute-life.js";
import { faultAt } from "../../support/fault-of.js";

const open = (state: typeof raised) =>
  availableDisputeEvents(state, agreedDays)
    .filter(({ status }) => status !== "refused")
    .map(({ event }) => event);

describe("availableDisputeEvents()", () => {
  test("names every event once, and those that have their place", () => {
    expect(availableDisputeEvents(raised, agreedDays).map(({ event }) => event)).toStrictEqual([...disputeEvents]);
    expect(open(disputeAfter([conceding("30")]))).toStrictEqual(["corrected"]);
    expect(open(disputeAfter([refusing()]))).toStrictEqual(["dayPassed", "escalated", "withdrawn"]);
  });

  test("what it refuses, a step refuses, with the same events allowed instead", () => {
    const answer = stepDispute(
      raised,
      { type: "corrected", asOf: "2024-03-21", by: "Li", side: "manufacturer", entryId: "E9" },
      agreedDays,
    );
    expect(!answer.ok && answer.problem.params["why"]).toBe("no_arrow");
    expect(open(raised)).not.toContain("corrected");
  });

  test("a state that cannot be read is a fault", () => {
    expect(faultAt(() => availableDisputeEvents({} as never, {}))).toBe("kernel.not_a_choice at state.at");
  });
});
