import { replayCandidate } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { along, found, known, way } from "../support/candidate-life.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const records = way.map(([, event]) => ({ event, facts: known }));
const initial = found;

describe("replayCandidate()", () => {
  test("rebuilds the state from the history, step by step", () => {
    const replay = replayCandidate(frozen({ initial, records }), { onRefusal: "stop" });
    expect(replay.state).toStrictEqual(along(way.length));
    expect(replay.steps.map(({ step }) => step.next.at)).toStrictEqual(way.map(([to]) => to));
    expect(replay.refused).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(replay))).toStrictEqual(replay);
  });

  test("a refused event changes nothing, and is named", () => {
    const early = [records[2], records[0]] as typeof records;
    expect(replayCandidate({ initial, records: early }, { onRefusal: "stop" }).state).toStrictEqual(found);
    const collected = replayCandidate({ initial, records: early }, { onRefusal: "collect" });
    expect([collected.state.at, collected.refused.map(({ index }) => index)]).toStrictEqual(["screened", [0]]);
  });

  test("faults what is malformed, with its place", () => {
    const of = (event: object, facts: object = known) =>
      faultAt(() => replayCandidate({ initial, records: [...records, { event, facts }] } as never, { onRefusal: "stop" }));
    expect(of({ type: "gone" })).toBe("kernel.not_a_choice at facts.records[7].event.type");
    expect(of({ type: "signed", asOf: "soon" })).toBe("kernel.not_a_date at facts.records[7].event.asOf");
    expect(of({ type: "withdrew" }, { evaluationDays: 0 })).toBe("kernel.not_a_count at facts.records[7].facts.evaluationDays");
    expect(faultAt(() => replayCandidate({ initial, records }, { onRefusal: "skip" } as never))).toBe(
      "kernel.not_a_choice at policy.onRefusal",
    );
    expect(faultAt(() => replayCandidate({ records } as never, { onRefusal: "stop" }))).toBe("kernel.not_a_record at facts.initial");
  });
});
