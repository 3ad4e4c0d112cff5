import { replayEvents } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { dealerMachine, type MemberEvent, type MemberFacts, memberMachine, onTrial } from "../support/member-machine.js";

const facts: MemberFacts = { minimumScore: 70, agreement: "signed", maximumAttempts: 2, remediationDays: 30 };
const history: readonly MemberEvent[] = [
  { type: "reviewed", asOf: "2024-05-01", score: 82 },
  { type: "promoted", asOf: "2024-05-10" },
  { type: "remedied" },
  { type: "reviewed", asOf: "2024-08-01", score: 55 },
  { type: "reviewed", asOf: "2024-09-01", score: 50 },
  { type: "remediationRejected", asOf: "2024-09-20" },
  { type: "dayPassed", asOf: "2024-10-20" },
];
const records = history.map((event) => ({ event, facts }));

describe("replayEvents()", () => {
  test("stops at the first refused event and names its place", () => {
    const replay = replayEvents(memberMachine, { initial: onTrial, records }, { onRefusal: "stop" });
    expect(replay.state.at).toBe("distributor");
    expect(replay.steps.map(({ index }) => index)).toStrictEqual([0, 1]);
    expect(replay.refused.map(({ index, refusal }) => [index, refusal.params["event"]])).toStrictEqual([[2, "remedied"]]);
  });

  // reviewed on 09-01: first attempt, deadline 10-01; rejected on 09-20: second attempt, deadline 10-20; the deadline passes
  test("or notes it and goes on", () => {
    const replay = replayEvents(memberMachine, { initial: onTrial, records }, { onRefusal: "collect" });
    expect(replay.state).toStrictEqual({
      at: "eliminated",
      data: { trialEnd: "2024-07-01", attempts: 2, promotable: true, deadline: "2024-10-20" },
    });
    expect(replay.steps.map(({ index, step }) => [index, step.next.at])).toStrictEqual([
      [0, "trial"],
      [1, "distributor"],
      [3, "watch"],
      [4, "remediation"],
      [5, "remediation"],
      [6, "eliminated"],
    ]);
    expect(replay.refused.map(({ index }) => index)).toStrictEqual([2]);
  });

  test("an empty history leads nowhere", () => {
    const replay = replayEvents(memberMachine, { initial: onTrial, records: [] }, { onRefusal: "stop" });
    expect(replay).toStrictEqual({ state: onTrial, steps: [], refused: [] });
  });

  test("rebuilds a state in regions", () => {
    const initial = { at: { relationship: "active", standing: "good" }, data: { suspendedUntil: null } } as const;
    const events = [{ type: "suspended", until: "2024-05-01" }, { type: "resumed" }, { type: "ended" }, { type: "ended" }] as const;
    const dealt = events.map((event) => ({ event, facts: { receivables: 0 } }));
    expect(replayEvents(dealerMachine, { initial, records: dealt }, { onRefusal: "stop" }).state).toStrictEqual({
      at: { relationship: "exited", standing: "good" },
      data: { suspendedUntil: null },
    });
  });

  test("reads frozen input and survives JSON", () => {
    const replay = replayEvents(memberMachine, frozen({ initial: onTrial, records }), frozen({ onRefusal: "collect" }));
    expect(JSON.parse(JSON.stringify(replay))).toStrictEqual(replay);
  });

  test("refuses a choice it does not know and a history that is no list", () => {
    expect(faultAt(() => replayEvents(memberMachine, { initial: onTrial, records }, { onRefusal: "skip" as "stop" }))).toBe(
      "kernel.not_a_choice at policy.onRefusal",
    );
    const of = (machine: unknown, facts: unknown, policy: unknown = { onRefusal: "stop" }) =>
      faultAt(() => replayEvents(machine as typeof memberMachine, facts as never, policy as never));
    expect(of(memberMachine, null)).toBe("kernel.not_a_record at facts");
    expect(of(memberMachine, { initial: onTrial, records: [null] })).toBe("kernel.not_a_record at facts.records[0]");
    expect(of(memberMachine, { initial: onTrial, records: [] }, null)).toBe("kernel.not_a_record at policy");
    expect(of(null, { initial: onTrial, records })).toBe("kernel.not_a_record at machine");
    expect(faultAt(() => replayEvents(memberMachine, { initial: onTrial, records: {} as never }, { onRefusal: "stop" }))).toBe(
      "kernel.not_a_list at facts.records",
    );
  });
});
