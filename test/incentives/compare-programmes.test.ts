import { compareProgrammes, computeIncentive, type IncentiveProgramme, type ProgrammeComparisonFacts } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { programmeOf } from "../support/settlement.js";

const before = programmeOf();
const after = programmeOf({ version: "2", schedule: { ...before.schedule, method: "graduated" } as never });
const one = (memberId: string, amount: string, more: object = {}) => ({ memberId, figures: { amount, quantity: "1", ...more } });
function compare(facts: ProgrammeComparisonFacts, policy: { before: IncentiveProgramme; after: IncentiveProgramme } = { before, after }) {
  const answer = compareProgrammes(frozen(facts), frozen(policy));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  return answer.value.outcome;
}

describe("compareProgrammes()", () => {
  test("member by member: on 900 the same, on 1,500 10 less, on 500 the same", () => {
    const out = compare({ members: [one("C", "500"), one("B", "1500"), one("A", "900")] });
    expect(out).toMatchObject({ gain: 0, lose: 1, same: 2, unknown: 0, costBefore: { amount: "44" }, costAfter: { amount: "34" } });
    expect("members" in out && out.members.map(({ memberId, difference }) => `${memberId} ${difference}`)).toStrictEqual([
      "A 0",
      "B -10",
      "C 0",
    ]);
  });

  test("complaint 22: a comparison is what the calculator pays on the same figures", () => {
    const out = compare({ members: [one("A", "1234.56")] });
    const paid = [before, after].map((programme) => computeIncentive({ amount: "1234.56", quantity: "1" }, programme));
    expect("members" in out && [out.members[0]?.before, out.members[0]?.after]).toStrictEqual(
      paid.map((answer) => answer.ok && answer.value.outcome.earned),
    );
  });

  test("a member whom a figure is missing for is told of, and is in no sum", () => {
    const target = programmeOf({
      version: "3",
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.02" }] },
    });
    const out = compare({ members: [one("A", "100"), one("B", "100", { quota: "100" })] }, { before, after: target });
    expect(out).toMatchObject({ gain: 1, unknown: 1, costBefore: { amount: "1" }, costAfter: { amount: "2" } });
    expect("members" in out && out.members[0]).toMatchObject({
      memberId: "A",
      after: null,
      difference: null,
      problem: { code: "incentives.quota_missing" },
    });
  });

  test("goods and rights are no amount: a comparison in money refuses them on either side", () => {
    const inKind = { ...before, version: "3", rounding: { decimals: 0, mode: "floor" } } as const;
    const goods: IncentiveProgramme = { ...inKind, goods: { productId: "P2", unit: "piece" } };
    const right: IncentiveProgramme = { ...inKind, right: { means: "training_support", unit: "day" } };
    const refused = { code: "incentives.pays_in_kind", params: { programmeId: goods.id, version: "3", currency: "CNY" } };
    for (const policy of [
      { before, after: goods },
      { before: right, after },
      { before: goods, after: goods },
    ]) {
      expect(compare({ members: [one("A", "1500")] }, policy)).toStrictEqual(refused);
    }
  });

  test("two currencies are not compared, and what cannot be read is a fault", () => {
    const dollars = programmeOf({ currency: "USD", schedule: { ...before.schedule, unit: "USD" } as never });
    expect(compare({ members: [] }, { before, after: dollars })).toMatchObject({ code: "incentives.currencies_differ" });
    expect(faultAt(() => compare({ members: [one("A", "1"), one("A", "1")] }))).toBe("kernel.named_twice at facts.members[1].memberId");
    expect(faultAt(() => compare({ members: [] }, { before, after: null as never }))).toBe("kernel.not_a_record at policy.after");
  });
});
