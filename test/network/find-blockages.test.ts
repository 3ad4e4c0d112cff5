import { type BlockagePolicy, findBlockages, type MemberFlow } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { outcomeOf } from "../support/network.js";

const policy: BlockagePolicy = {
  passThroughLeast: "0.5",
  overdueDaysMost: 30,
  overdueMost: "100",
  deliveryDaysMost: "14",
  signsLeast: 2,
};
const free: MemberFlow = { participantId: "D", inflow: "1000", outflow: "900", overdue: [], deliveryDays: "3" };
const piled = { outflow: "100" };
const late = { overdue: [{ amount: "300", days: 45 }] };
const slow = { deliveryDays: "20" };
const blockages = (members: readonly MemberFlow[], changes: Partial<BlockagePolicy> = {}) =>
  outcomeOf(findBlockages(frozen({ asOf: "2024-05-01", members }), frozen({ ...policy, ...changes })));
const verdict = (changes: Partial<MemberFlow>, agreed: Partial<BlockagePolicy> = {}) =>
  blockages([{ ...free, ...changes }], agreed).members[0]?.verdict;

describe("findBlockages()", () => {
  test("S19-140: a member that takes in far more than it sells on, and is overdue, blocks the channel", () => {
    const answer = blockages([free, { ...free, participantId: "D2", ...piled, ...late }]);
    expect(answer.members.map(({ participantId, verdict }) => [participantId, verdict])).toStrictEqual([
      ["D", "free"],
      ["D2", "blocked"],
    ]);
    expect(answer.blockedIds).toStrictEqual(["D2"]);
    expect(answer.members[1]?.findings.map(({ code, status }) => `${code} ${status}`)).toStrictEqual([
      "network.goods_pass_through unmet",
      "network.payments_are_in_time unmet",
      "network.goods_arrive_in_time met",
    ]);
  });

  test.each([
    [1, piled, "blocked"],
    [2, piled, "free"],
    [2, { ...piled, ...slow }, "blocked"],
    [3, { ...piled, ...late }, "free"],
    [3, { ...piled, ...late, ...slow }, "blocked"],
  ])("%i signs make a blockage: %j is %s", (signsLeast, changes, want) => expect(verdict(changes, { signsLeast })).toBe(want));

  test.each([
    [{ inflow: undefined }, "free"],
    [{ inflow: undefined, ...late }, "undetermined"],
    [{ ...piled, overdue: undefined }, "undetermined"],
    [{ ...piled, ...late, deliveryDays: undefined }, "blocked"],
    [{ inflow: undefined, overdue: undefined, deliveryDays: undefined }, "undetermined"],
  ])("with two signs needed, %j is %s", (changes, want) => expect(verdict(changes)).toBe(want));

  test("links of a member are judged by themselves, and name it once", () => {
    const link = (relationId: string, changes: object) => ({ ...free, relationId, ...changes });
    const answer = blockages([link("R1", { ...piled, ...late }), link("R2", {}), link("R3", { ...late, ...slow })]);
    expect(answer.members.map(({ relationId, verdict }) => [relationId, verdict])).toStrictEqual([
      ["R1", "blocked"],
      ["R2", "free"],
      ["R3", "blocked"],
    ]);
    expect(answer.blockedIds).toStrictEqual(["D"]);
  });

  test("refuses figures that cannot be read, and more signs than there are", () => {
    expect(faultAt(() => blockages([{ ...free, inflow: "-1" }]))).toBe("kernel.below_zero at facts.members[0].inflow");
    expect(faultAt(() => blockages([], { signsLeast: 0 }))).toBe("kernel.not_a_count at policy.signsLeast");
    expect(faultAt(() => blockages([], { signsLeast: 4 }))).toBe("kernel.not_a_count at policy.signsLeast");
  });
});
