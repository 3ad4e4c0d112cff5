import { decideRewards, type RewardDecisionFacts, type RewardRule, rewardCatalogue, rewardSubjects } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { lines } from "../support/says.js";

const member = rewardCatalogue.filter(({ subject }) => subject === "member");
function decided(known: object, rules: readonly RewardRule[] = member, more: Partial<RewardDecisionFacts> = {}) {
  const answer = decideRewards(
    frozen({ subjectId: "D1", asOf: "2024-12-31", known, ...more } as RewardDecisionFacts),
    frozen({ subject: "member", rules }),
  );
  expectPlain(answer);
  return answer.outcome;
}
const good = {
  trained: false,
  exclusive: false,
  violated: false,
  paidLate: false,
  inArrears: false,
  diverted: false,
  brokeAgreement: false,
};
const names = (known: object) => decided(known).applied.map(({ ruleId }) => ruleId);

describe("decideRewards()", () => {
  // S01-13
  test("S01-13: the incentive follows from the result: grade A is rewarded, grade C gets none", () => {
    expect(names({ ...good, grade: "A" })).toStrictEqual([
      "member_reward",
      "member_referral",
      "member_resources",
      "member_promotion",
      "member_share",
    ]);
    expect(names({ ...good, grade: "C" })).toStrictEqual([]);
  });

  // S04-20
  test("S04-20: the top band is rewarded, the bottom punished, the middle neither", () => {
    const effects = (grade: string) => [...new Set(decided({ ...good, grade }).applied.map(({ effect }) => effect))];
    expect([effects("A"), effects("B"), effects("D")]).toStrictEqual([["reward"], [], ["penalty"]]);
  });

  test("a score band does as well as a grade", () => {
    const base = rewardCatalogue[0] as RewardRule;
    const rule: RewardRule = {
      ...base,
      when: { code: "host.top", title: { en: "90 points and more", zh: "九十分以上" }, kind: "min", fact: "score", min: "90" },
    };
    expect(["89.9", "90", "90.1"].map((score) => decided({ score }, [rule]).applied.length)).toStrictEqual([0, 1, 1]);
  });

  test("training and carrying the brand alone are rewarded; violations are warned, whatever the grade", () => {
    expect(names({ ...good, grade: "B", trained: true, exclusive: true })).toStrictEqual(["training_reward", "exclusivity_reward"]);
    expect(names({ ...good, grade: "B", violated: true })).toStrictEqual(["member_warning"]);
  });

  test("what is not known leaves a row open, and so does a figure that nobody agreed on", () => {
    expect(decided({ ...good }).open.map(({ ruleId }) => ruleId)).toContain("member_reward");
    expect(decided({ ...good, grade: "B", inArrears: true })).toMatchObject({
      applied: [{ ruleId: "member_replacement" }],
      open: [{ ruleId: "member_supply_hold", missing: ["consequence.days"] }],
    });
  });

  test.each([
    ["99", "99", "0"],
    ["100", "100", "0"],
    ["101", "100", "1"],
  ])("of a deposit of %s, a deduction of 100 takes %s", (deposit, taken, left) => {
    const rule = rewardCatalogue.find(({ id }) => id === "member_deposit_deduction") as RewardRule;
    const agreed: RewardRule = { ...rule, consequence: { kind: "deposit_deduction", amount: { amount: "100", currency: "CNY" } } };
    const out = decided({ diverted: true }, [agreed], { deposit: { amount: deposit, currency: "CNY" } });
    expect([out.applied[0]?.deducted?.amount, out.depositLeft]).toStrictEqual([taken, left]);
    expect(decided({ diverted: true }, [agreed])).toMatchObject({ applied: [{ deducted: { amount: "0" } }], depositLeft: null });
  });

  test("the working says what follows, and of an open row what was not agreed on", () => {
    const row = (id: string, consequence: RewardRule["consequence"]): RewardRule => {
      return { ...(rewardCatalogue.find((one) => one.id === "member_warning") as RewardRule), id, consequence };
    };
    const rules = [
      row("cut", { kind: "concession_cut", rate: "0.1", months: 3 }),
      row("deduct", { kind: "deposit_deduction", amount: { amount: "80", currency: "CNY" } }),
      row("hold", { kind: "supply_hold", days: null }),
    ];
    const facts = { subjectId: "D1", asOf: "2024-12-31", known: { violated: true }, deposit: { amount: "50", currency: "CNY" } };
    const { explanation } = decideRewards(facts, { subject: "member", rules });
    const told = (language: "en" | "zh") => lines(explanation, language).filter((line) => /follows|奖惩内容|only|仅/.test(line));
    expect(told("en")).toStrictEqual([
      "What follows: concessions cut by 10 % for 3 months",
      "What follows: 80 CNY deducted from the deposit",
      expect.stringContaining("of 80 only the deposit of 50 can be deducted"),
      "What follows: supply held for (not agreed yet) days",
    ]);
    expect(told("zh")).toStrictEqual([
      "奖惩内容：让利削减 10%，为期 3 个月",
      "奖惩内容：从保证金中扣除 80 CNY",
      expect.stringContaining("应扣 80，仅能扣除现有保证金 50"),
      "奖惩内容：停止供货（待定）天",
    ]);
  });

  //
  test("R-14: rewards and penalties of members, staff, suppliers, products and channels are rows, in both languages", () => {
    for (const subject of rewardSubjects) expect(rewardCatalogue.some((row) => row.subject === subject)).toBe(true);
    const about = (subject: string, effect: string) =>
      rewardCatalogue
        .filter((row) => row.subject === subject && row.effect === effect)
        .map(({ consequence }) =>
          consequence.kind === "means" ? consequence.means : consequence.kind === "review" ? consequence.about : consequence.kind,
        );
    expect(about("member", "reward")).toStrictEqual(
      expect.arrayContaining([
        "cash_reward",
        "priority_referral",
        "priority_resources",
        "sales_bonus",
        "preferential_policy",
        "promotion",
        "larger_share",
      ]),
    );
    expect(about("member", "penalty")).toStrictEqual(
      expect.arrayContaining([
        "improve_or_eliminate",
        "warning",
        "concession_cut",
        "supply_hold",
        "deposit_deduction",
        "replacement",
        "termination",
      ]),
    );
    expect([about("staff", "reward"), about("staff", "penalty")]).toStrictEqual([
      ["recognition", "cash_reward"],
      ["warning", "penalty"],
    ]);
    expect([about("supplier", "reward"), about("supplier", "penalty")]).toStrictEqual([
      ["cash_reward", "promotion"],
      ["penalty", "elimination", "termination", "suspension"],
    ]);
    expect([about("product", "reward"), about("product", "penalty")]).toStrictEqual([["retention", "improvement"], ["delisting"]]);
    expect([about("channel", "reward"), about("channel", "penalty")]).toStrictEqual([["priority_resources"], ["elimination"]]);
    for (const { titles } of rewardCatalogue) expect(titles.zh).toMatch(/[\u3400-\u9fff]/);
  });

  const of = (subject: RewardRule["subject"], known: object, rules: readonly RewardRule[] = rewardCatalogue) => {
    const { applied, open } = decideRewards(
      frozen({ subjectId: "X", asOf: "2024-12-31", known: known as never }),
      frozen({ subject, rules }),
    ).outcome;
    return [applied.map(({ ruleId }) => ruleId), open.map(({ ruleId }) => ruleId)];
  };

  // R-14, S14-24, S14-25
  test("R-14, S14-24, S14-25: outstanding staff are commended and rewarded; each of three grounds is criticised and punished", () => {
    const fine = { outstanding: false, brokeRules: false, careless: false, inefficient: false };
    expect(of("staff", { ...fine, outstanding: true })).toStrictEqual([["staff_commendation", "staff_reward"], []]);
    for (const ground of ["brokeRules", "careless", "inefficient"]) {
      expect(of("staff", { ...fine, [ground]: true })).toStrictEqual([["staff_criticism", "staff_penalty"], []]);
    }
    expect(of("staff", fine)).toStrictEqual([[], []]);
    // one ground that is known is enough, one that is not known leaves the others open
    expect(of("staff", { outstanding: false, careless: true })).toStrictEqual([["staff_criticism", "staff_penalty"], []]);
    expect(of("staff", { outstanding: false, careless: false })).toStrictEqual([[], ["staff_criticism", "staff_penalty"]]);
  });

  // R-14, S15-05, S15-07, S15-10
  test("R-14, S15-05, S15-07, S15-10: suppliers are rewarded, punished and eliminated by score, suspended after an incident", () => {
    const agreed = rewardCatalogue.map((row) =>
      row.id === "supplier_termination" ? { ...row, when: { ...row.when, min: "3" } as RewardRule["when"] } : row,
    );
    const supplier = (changes: object) => of("supplier", { grade: "B", incident: false, failedRectifications: "0", ...changes }, agreed);
    expect(supplier({})).toStrictEqual([[], []]);
    expect(supplier({ grade: "A" })[0]).toStrictEqual(["supplier_reward", "supplier_partnership"]);
    expect(supplier({ grade: "C" })[0]).toStrictEqual(["supplier_penalty"]);
    expect(supplier({ grade: "D" })[0]).toStrictEqual(["supplier_elimination"]);
    expect(supplier({ incident: true })[0]).toStrictEqual(["supplier_suspension"]);
    expect(["2", "3", "4"].map((failedRectifications) => supplier({ failedRectifications })[0]?.length)).toStrictEqual([0, 1, 1]);
    // how often is too often was not agreed
    expect(of("supplier", { grade: "B", incident: false, failedRectifications: "9" })).toStrictEqual([[], ["supplier_termination"]]);
  });

  // R-14, S15-22, S15-23
  test("R-14, S15-22, S15-23: a product that customers accept is kept and improved, another delisted; other subjects are not asked", () => {
    expect(of("product", { accepted: true })).toStrictEqual([["product_retention", "product_improvement"], []]);
    expect(of("product", { accepted: false })).toStrictEqual([["product_delisting"], []]);
    expect(of("product", {})).toStrictEqual([[], ["product_retention", "product_improvement", "product_delisting"]]);
  });

  test("refuses what cannot be read", () => {
    const [first] = member as [RewardRule];
    expect(faultAt(() => decided({}, [first, first]))).toBe("kernel.named_twice at policy.rules[1].id");
    expect(faultAt(() => decided({}, [{ ...first, consequence: { kind: "supply_hold", days: 0 } }]))).toBe(
      "kernel.not_a_count at policy.rules[0].consequence.days",
    );
    expect(faultAt(() => decided({}, [{ ...first, when: { ...first.when, kind: "some" } as never }]))).toMatch(
      /^engine\.\w+ at rules\[0\]|^kernel\.not_a_choice at rules\[0\]/,
    );
    expect(faultAt(() => decided({}, member, { deposit: { amount: "-1", currency: "CNY" } }))).toBe(
      "kernel.below_zero at facts.deposit.amount",
    );
    expect(faultAt(() => decided({}, member, { deposit: 5 as never }))).toBe("kernel.not_an_amount at facts.deposit");
    expect(faultAt(() => decided({}, member, { asOf: "today" }))).toBe("kernel.not_a_date at facts.asOf");
  });
});
