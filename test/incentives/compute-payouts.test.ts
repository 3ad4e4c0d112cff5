import fc from "fast-check";
import { computePayouts, type MemberPayoutFacts } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { say } from "../support/says.js";
import { programmeOf } from "../support/settlement.js";

const period = { start: "2024-01-01", end: "2024-04-01" };
const one = (id: string, changes: object = {}, amount = "1000") => ({
  member: { id, kind: "distributor" as const, memberClass: "gold", ...changes },
  figures: { amount, quantity: "1" },
});
const factsOf = (changes: Partial<MemberPayoutFacts> = {}): MemberPayoutFacts => ({
  period,
  publishedOn: "2023-12-01",
  members: [one("A")],
  ...changes,
});
function pays(facts: MemberPayoutFacts, programme = programmeOf({ earner: { kinds: ["distributor"], memberClasses: ["gold"] } })) {
  const answer = computePayouts(frozen(facts), frozen(programme));
  if (!answer.ok) return answer.problem.code;
  expectPlain(answer.value);
  return answer.value.outcome.payouts.map(({ memberId, status, earned }) => `${memberId} ${status} ${earned?.amount}`);
}

describe("computePayouts()", () => {
  // S02-08
  test("S02-08: only members that the programme is for are paid", () => {
    const members = [one("C", { memberClass: "silver" }), one("B", { kind: "agent" }), one("A"), one("D", { memberClass: undefined })];
    expect(pays(factsOf({ members }))).toStrictEqual([
      "A paid 20.00",
      "B not_eligible undefined",
      "C not_eligible undefined",
      "D not_eligible undefined",
    ]);
  });

  // S02-09
  test("S02-09: members with identical facts are paid identically, in whatever order they come", () => {
    const cents = fc.nat(300_000).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(cents, fc.shuffledSubarray(["A", "B", "C"], { minLength: 3 }), (amount, ids) => {
        const answer = computePayouts(factsOf({ members: ids.map((id) => one(id, {}, amount)) }), programmeOf());
        if (!answer.ok) throw new Error("unexpected");
        expect(answer.value.outcome.payouts.map(({ memberId }) => memberId)).toStrictEqual(["A", "B", "C"]);
        expect(new Set(answer.value.outcome.payouts.map(({ earned }) => earned?.amount)).size).toBe(1);
      }),
      { seed: 20240101, numRuns: 100 },
    );
  });

  // S02-23
  test("S02-23: a window with a day before the publication is refused, and one that was never published", () => {
    expect(pays(factsOf({ publishedOn: "2024-01-01" }))).toStrictEqual(["A paid 20.00"]);
    expect(pays(factsOf({ publishedOn: "2024-01-02" }))).toBe("incentives.before_publication");
    const refused = computePayouts(factsOf({ publishedOn: "2024-01-02" }), programmeOf());
    expect(!refused.ok && say(refused.problem)).toBe(
      "Cannot pay for 2024-01-01 until before 2024-04-01: the policy was published on 2024-01-02, and only days from then on are paid",
    );
    expect(pays(factsOf({ publishedOn: null }))).toBe("incentives.not_published");
  });

  test("a figure that is missing leaves one member open, never at 0 and never the others", () => {
    const target = programmeOf({
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] },
    });
    const members = [one("A"), { ...one("B"), figures: { amount: "1000", quantity: "1", quota: "500" } }];
    expect(pays(factsOf({ members }), target)).toStrictEqual(["A open undefined", "B paid 10.00"]);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => pays(factsOf({ members: [one("A"), one("A")] })))).toBe("kernel.named_twice at facts.members[1].member.id");
    expect(faultAt(() => pays(factsOf({ members: [one("A", { kind: "friend" })] })))).toBe(
      "kernel.not_a_choice at facts.members[0].member.kind",
    );
    expect(faultAt(() => pays(factsOf({ members: [one("A", {}, "1,0")] })))).toBe(
      "kernel.not_a_decimal at facts.members[0].figures.amount",
    );
    expect(faultAt(() => pays(factsOf(), programmeOf({ currency: "rmb" })))).toBe("kernel.not_a_currency at programme.currency");
  });
});
