import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { type ChannelsPolicy, evaluateChannels } from "qudao/performance";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";
import { quarterCard } from "../support/performance-card.js";

const scored = (score: string, version = "2024") => ({ status: "scored" as const, version, score, grade: "C", knockedOutBy: [] });
const lacking = { status: "insufficient_data" as const, version: "2024", because: "no_data" as const, missing: [] };
const period = { start: "2024-04-01", end: "2024-07-01" };
const policy: ChannelsPolicy = frozen({
  scorecard: quarterCard,
  suggestions: [
    { code: "remove_tier", title: { en: "remove the tier", zh: "取消该层级" }, grades: ["D"], kind: "structure" },
    { code: "train", title: { en: "train", zh: "培训" }, grades: ["D", "C"], kind: "measure" },
  ],
});
const members = (...given: readonly (readonly [string, string])[]) =>
  given.map(([score, weight], i) => ({ member: `m${i}`, outcome: scored(score), weight }));

// S06-39
test("a channel's score is the weighted mean of its members, and who has no score counts as nothing", () => {
  const { outcome } = evaluateChannels(
    {
      period,
      channels: [
        { channel: "retail", members: [...members(["40", "3"], ["60", "1"]), { member: "x", outcome: lacking, weight: "9" }] },
        { channel: "old", members: [{ member: "y", outcome: scored("90", "2023"), weight: "1" }] },
      ],
    },
    policy,
  );
  expect(outcome[0]).toMatchObject({ score: "45", grade: "D", scored: 2, unscored: ["x"] });
  expect(outcome[1]).toStrictEqual({ channel: "old", score: null, grade: null, scored: 0, unscored: ["y"], suggestions: [] });
});

// S07-10, S06-41
test("a weak channel brings a proposal for the structure, and every suggestion is accepted, rejected or open", () => {
  const channels = [{ channel: "retail", members: members(["40", "1"]) }];
  const { outcome, explanation } = evaluateChannels({ period, channels, answers: { "retail/train": "accepted" } }, policy);
  expect(outcome[0]?.suggestions).toStrictEqual([
    { id: "retail/remove_tier", code: "remove_tier", kind: "structure", status: "open" },
    { id: "retail/train", code: "train", kind: "measure", status: "accepted" },
  ]);
  for (const language of ["en", "zh"] as const)
    expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/performance\.|\?/);
});

test("what is malformed is named by its place", () => {
  const channels = [{ channel: "retail", members: members(["40", "-1"]) }];
  expect(faultAt(() => evaluateChannels({ period, channels }, policy))).toBe("kernel.below_zero at facts.channels[0].members[0].weight");
  const same = [{ channel: "retail", members: [...members(["40", "1"]), ...members(["60", "1"])] }];
  expect(faultAt(() => evaluateChannels({ period, channels: same }, policy))).toBe(
    "kernel.named_twice at facts.channels[0].members[1].member",
  );
  const twice = { ...policy, suggestions: [...policy.suggestions, ...policy.suggestions] };
  expect(faultAt(() => evaluateChannels({ period, channels: [] }, twice))).toBe("kernel.named_twice at policy.suggestions[2].code");
  const card = { ...policy, scorecard: { ...quarterCard, places: -1 } };
  expect(faultAt(() => evaluateChannels({ period, channels: [] }, card))).toMatch(/ at policy\.scorecard\.places$/);
  expectOnlyFaults(evaluateChannels as never, [{ period, channels: [{ channel: "retail", members: members(["40", "1"]) }] }, policy]);
});
