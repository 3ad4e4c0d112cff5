import { type ReplacementHistory, replayReplacementCase, startReplacementCase } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const initial = outcomeOf(
  startReplacementCase(
    { asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" },
    { days: 60, amount: "100000", combine: "any", decideWithinDays: 30 },
  ),
);
const records: ReplacementHistory["records"] = [
  { event: { type: "candidatesListed", asOf: "2024-05-06", candidates: ["D8", "D9"] }, facts: {} },
  { event: { type: "candidateEvaluated", asOf: "2024-05-20", candidateId: "D9", suitable: true }, facts: {} },
  {
    event: { type: "decided", asOf: "2024-05-22", by: "Li", candidateId: "D9", decision: "replace", ground: "costs 10" },
    facts: { mayDecide: true },
  },
  { event: { type: "handOverPlanned", asOf: "2024-05-24", endsOn: "2024-07-01" }, facts: {} },
  { event: { type: "handedOver", asOf: "2024-07-01" }, facts: { handOverComplete: true } },
];

describe("replayReplacementCase()", () => {
  test("S19-139: a replacement is rebuilt from trouble to hand-over", () => {
    const replay = replayReplacementCase(frozen({ initial, records }), { onRefusal: "stop" });
    expect(replay.steps.map(({ step }) => step.next.at)).toStrictEqual([
      "evaluating",
      "evaluating",
      "planning",
      "handing_over",
      "replaced",
    ]);
    expect(replay.state.data).toStrictEqual({
      ...initial.data,
      candidates: ["D8", "D9"],
      suitable: ["D9"],
      successorId: "D9",
      ground: "costs 10",
      decideBy: null,
      handOverBy: "2024-07-01",
      since: "2024-07-01",
    });
    expect(replay.refused).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(replay))).toStrictEqual(replay);
  });

  test("an event before its time changes nothing, and is named", () => {
    const early = { initial, records: [...records.slice(2, 3), ...records.slice(0, 1)] };
    expect(replayReplacementCase(early, { onRefusal: "stop" }).state).toStrictEqual(initial);
    const { state, refused } = replayReplacementCase(early, { onRefusal: "collect" });
    expect([state.at, refused.map(({ index }) => index)]).toStrictEqual(["evaluating", [0]]);
  });

  test("faults what is malformed, with its place", () => {
    const of = (record: object) => faultAt(() => replayReplacementCase({ initial, records: [record] } as never, { onRefusal: "stop" }));
    expect(of({ event: { type: "handedOver", asOf: "soon" }, facts: {} })).toBe("kernel.not_a_date at facts.records[0].event.asOf");
    expect(of({ event: { type: "handedOver", asOf: "2024-07-01" }, facts: { mayDecide: 1 } })).toBe(
      "kernel.not_a_choice at facts.records[0].facts.mayDecide",
    );
    expect(faultAt(() => replayReplacementCase({ records } as never, { onRefusal: "stop" }))).toBe("kernel.not_a_record at facts.initial");
    expect(faultAt(() => replayReplacementCase({ initial, records: {} } as never, { onRefusal: "stop" }))).toBe(
      "kernel.not_a_list at facts.records",
    );
  });
});
