import { type AgreementEvent, replayAgreement } from "qudao/agreements";
import { describe, expect, test } from "vitest";
import { agency, allKnown, draftOf, signature, walk } from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const recorded = (events: readonly AgreementEvent[]) => events.map((event) => ({ event, facts: allKnown }));
const year: readonly AgreementEvent[] = [
  ...signature,
  { type: "dayPassed", asOf: "2024-01-01" },
  { type: "noticeGiven", asOf: "2024-05-01", by: "A1", ground: "Gives up the trade" },
  { type: "dayPassed", asOf: "2024-06-01" },
];

describe("replayAgreement()", () => {
  test("rebuilds the state that the steps led to, with every effect", () => {
    const replay = replayAgreement(frozen({ initial: draftOf(agency), records: recorded(year) }), { onRefusal: "stop" });
    expect(replay.state).toStrictEqual(walk(draftOf(agency), year));
    expect(replay.state.at).toBe("terminated");
    expect(replay.refused).toStrictEqual([]);
    expect(replay.steps.at(-1)?.step.effects[0]).toStrictEqual({
      effect: "stop_new_orders",
      params: { agreementId: "AG2", acceptedOrders: "deliver" },
    });
    expect(JSON.parse(JSON.stringify(replay))).toStrictEqual(replay);
  });

  test("a refused event changes nothing: the replay stops there or goes on, as told", () => {
    const early: AgreementEvent = { type: "signed", asOf: "2023-12-01", by: "Wang", role: "channel_specialist", evidenceId: "E1" };
    const facts = { initial: draftOf(agency), records: recorded([early, ...signature]) };
    const stopped = replayAgreement(facts, { onRefusal: "stop" });
    expect([stopped.state.at, stopped.refused.map(({ index }) => index)]).toStrictEqual(["draft", [0]]);
    const collected = replayAgreement(facts, { onRefusal: "collect" });
    expect([collected.state.at, collected.refused.map(({ index }) => index)]).toStrictEqual(["signed", [0]]);
  });

  test("each event is seen with what was known then", () => {
    const records = year.slice(0, 6).map((event, i) => ({ event, facts: i === 5 ? { ...allKnown, parties: "unmet" as const } : allKnown }));
    const replay = replayAgreement({ initial: draftOf(agency), records }, { onRefusal: "stop" });
    expect([replay.state.at, replay.refused[0]?.index]).toStrictEqual(["signed", 5]);
  });

  test.each<[string, unknown, unknown, string]>([
    ["no records", { initial: draftOf(agency) }, { onRefusal: "stop" }, "kernel.not_a_list at facts.records"],
    [
      "an event without a day",
      { initial: draftOf(agency), records: [{ event: { type: "submitted", by: "Wang" }, facts: {} }] },
      { onRefusal: "stop" },
      "kernel.not_a_date at facts.records[0].event.asOf",
    ],
    [
      "facts that are none",
      { initial: draftOf(agency), records: [{ event: signature[0], facts: 1 }] },
      { onRefusal: "stop" },
      "kernel.not_a_record at facts.records[0].facts",
    ],
    ["a beginning that is none", { initial: {}, records: [] }, { onRefusal: "stop" }, "kernel.not_a_choice at facts.initial.at"],
    ["a policy that is none", { initial: draftOf(agency), records: [] }, { onRefusal: "panic" }, "kernel.not_a_choice at policy.onRefusal"],
  ])("names the place of %s", (_, facts, policy, fault) => {
    expect(faultAt(() => replayAgreement(facts as never, policy as never))).toBe(fault);
  });
});
