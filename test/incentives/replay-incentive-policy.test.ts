import { replayIncentivePolicy } from "qudao/incentives";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { asked, day, draft, inForce, known, opinion, publishing } from "../support/incentive-policy.js";

const events = [asked(["finance", "sales"]), opinion("finance", "agrees"), opinion("sales", "agrees"), publishing(), day("2024-01-01")];
const records = events.map((event) => ({ event, facts: known }));

test("complaint 14: a policy is rebuilt from its events, exactly as it was stepped", () => {
  const replay = replayIncentivePolicy({ initial: draft, records }, { onRefusal: "stop" });
  expect(replay.state).toStrictEqual(inForce);
  expect([replay.steps.length, replay.refused]).toStrictEqual([5, []]);
  expect(JSON.parse(JSON.stringify(replay))).toStrictEqual(replay);
});

test("a refused event is reported with its place", () => {
  const early = [records[0] as (typeof records)[0], { event: publishing(), facts: known }];
  const { state, refused } = replayIncentivePolicy({ initial: draft, records: early }, { onRefusal: "collect" });
  expect([state.at, refused.map(({ index }) => index)]).toStrictEqual(["consulting", [1]]);
  expect(
    faultAt(() => replayIncentivePolicy({ initial: draft, records: [{ event: { type: "x" } }] as never }, { onRefusal: "stop" })),
  ).toBe("kernel.not_a_choice at facts.records[0].event.type");
});
