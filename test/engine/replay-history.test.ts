import { describe, expect, test } from "vitest";
import { readHistory, readReplayPolicy, replayHistory } from "../../src/engine/replay-history.js";
import { faultAt } from "../support/fault-of.js";
import { type MemberEvent, type MemberFacts, memberMachine, onTrial } from "../support/member-machine.js";

const places: string[] = [];
const noted =
  <T>() =>
  (value: unknown, path: string): T => {
    places.push(path);
    return value as T;
  };
const read = { state: noted<typeof onTrial>(), event: noted<MemberEvent>(), facts: noted<MemberFacts>() };
const records = [{ event: { type: "remedied" }, facts: {} }];

describe("the reading of a history", () => {
  test("names the place of every part", () => {
    places.length = 0;
    readHistory({ initial: onTrial, records }, read);
    expect(places).toStrictEqual(["facts.initial", "facts.records[0].event", "facts.records[0].facts"]);
  });

  test.each([
    [undefined, "kernel.not_a_record", "facts"],
    [{ initial: onTrial }, "kernel.not_a_list", "facts.records"],
    [{ initial: onTrial, records: [null] }, "kernel.not_a_record", "facts.records[0]"],
  ])("faults %j", (facts, code, path) => {
    expect(faultAt(() => readHistory(facts, read))).toBe(`${code} at ${path}`);
  });

  test.each([
    [null, "kernel.not_a_record", "policy"],
    [{ onRefusal: "ignore" }, "kernel.not_a_choice", "policy.onRefusal"],
  ])("faults the policy %j", (policy, code, path) => {
    expect(faultAt(() => readReplayPolicy(policy))).toBe(`${code} at ${path}`);
  });

  test("goes through it as a replay does", () => {
    const { state, refused } = replayHistory(memberMachine, { facts: { initial: onTrial, records }, policy: { onRefusal: "stop" } }, read);
    expect(state).toStrictEqual(onTrial);
    expect(refused.map(({ index }) => index)).toStrictEqual([0]);
  });
});
