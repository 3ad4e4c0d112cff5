import { replayDispute } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { agreedDays, booked, conceding, disputeAfter, disputeDay, disputeEvent, raised } from "../../support/dispute-life.js";
import { faultAt } from "../../support/fault-of.js";

const events = [disputeEvent("acknowledged", "2024-03-21"), conceding("30"), booked("E9"), disputeDay("2024-04-09")];
const records = events.map((event) => ({ event, facts: agreedDays }));

describe("replayDispute()", () => {
  test("gives what the steps gave, one by one", () => {
    const replay = replayDispute({ initial: raised, records }, { onRefusal: "stop" });
    expect(replay.state).toStrictEqual(disputeAfter(events));
    expect([replay.state.at, replay.steps.length, replay.refused]).toStrictEqual(["closed", 4, []]);
  });

  test("a refused event is listed by its place, and ends the replay or not", () => {
    const broken = [records[2], ...records] as typeof records;
    expect(replayDispute({ initial: raised, records: broken }, { onRefusal: "stop" }).state.at).toBe("raised");
    const skipped = replayDispute({ initial: raised, records: broken }, { onRefusal: "collect" });
    expect([skipped.state.at, skipped.refused.map(({ index }) => index)]).toStrictEqual(["closed", [0]]);
  });

  test("what cannot be read names its place", () => {
    expect(faultAt(() => replayDispute({ initial: raised, records: [{ event: {}, facts: {} }] } as never, { onRefusal: "stop" }))).toBe(
      "kernel.not_a_choice at facts.records[0].event.type",
    );
  });
});
