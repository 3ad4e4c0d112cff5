import { checkFairness, type FairnessFacts } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { programmeOf } from "../support/settlement.js";

const factsOf = (changes: Partial<FairnessFacts> = {}): FairnessFacts => ({ publishedOn: "2023-12-01", grounds: [], paid: [], ...changes });
const paid = (id: string, amount: string, changes: object = {}, sold = "100") => ({
  member: { id, kind: "distributor" as const, memberClass: "gold", ...changes },
  figures: { amount: sold, quantity: "1" },
  amount,
});
function found(facts: FairnessFacts, programme = programmeOf()) {
  const answer = checkFairness(frozen(facts), frozen(programme));
  expectPlain(answer);
  return [answer.outcome.verdict, ...answer.outcome.findings.map(({ severity, code }) => `${severity} ${code.slice(11)}`)];
}

describe("checkFairness()", () => {
  test("finds nothing in a programme for all that was published in time", () => {
    expect(found(factsOf({ paid: [paid("A", "1"), paid("B", "1.0")] }))).toStrictEqual(["fair"]);
  });

  // S02-09
  test("S02-09: a programme that names one member is flagged, unless a ground is recorded", () => {
    const named = programmeOf({ earner: { memberIds: ["D7"] } });
    expect(found(factsOf(), named)).toStrictEqual(["unfair", "unfair names_member"]);
    expect(found(factsOf({ grounds: [{ memberId: "D7", ground: "Pilot of the north" }] }), named)).toStrictEqual([
      "fair",
      "noted names_member_on_ground",
    ]);
  });

  test.each([
    ["2023-12-31", ["fair"]],
    ["2024-01-01", ["fair"]],
    ["2024-01-02", ["unfair", "unfair starts_before_publication"]],
    [null, ["unknown", "unknown publication_unknown"]],
  ])("a programme from 1 January 2024, published on %s", (publishedOn, want) => {
    expect(found(factsOf({ publishedOn }))).toStrictEqual(want);
  });

  test("S02-09: members who are alike and did the same must be paid the same; a class or a figure makes the difference", () => {
    expect(found(factsOf({ paid: [paid("B", "2"), paid("A", "1")] }))).toStrictEqual(["unfair", "unfair equal_paid_differently"]);
    expect(found(factsOf({ paid: [paid("B", "2", { memberClass: "silver" }), paid("A", "1")] }))).toStrictEqual(["fair"]);
    expect(found(factsOf({ paid: [paid("B", "2", {}, "200"), paid("A", "1")] }))).toStrictEqual(["fair"]);
    const answer = checkFairness(factsOf({ paid: [paid("B", "2"), paid("A", "1")] }), programmeOf());
    expect(answer.outcome.findings[0]?.params).toStrictEqual({ first: "A", second: "B", firstPaid: "1", secondPaid: "2" });
  });

  test("S02-09: what lets a name decide between equals is noted before anybody is paid", () => {
    const budget = { amount: "100", remainder: "contract_order", alertAt: "0.8" } as const;
    const cap = (per: "member" | "programme") => ({ id: per, per, most: "100", above: "forfeited" }) as const;
    expect(found(factsOf(), programmeOf({ budget: { ...budget, how: "first_come" } }))).toStrictEqual([
      "fair",
      "noted budget_by_identifier",
    ]);
    expect(found(factsOf(), programmeOf({ budget: { ...budget, how: "pro_rata" } }))).toStrictEqual(["fair"]);
    expect(found(factsOf(), programmeOf({ caps: [cap("member"), cap("programme")] }))).toStrictEqual(["fair", "noted cap_by_identifier"]);
  });

  test("S02-09: measures, stated facts and what was withheld make a difference, too, and the order of their fields makes none", () => {
    const did = (id: string, amount: string, more: object) => {
      const one = paid(id, amount);
      return { ...one, figures: { ...one.figures, ...more } };
    };
    const facts = (a: object, b: object) => found(factsOf({ paid: [did("A", "1", a), did("B", "2", b)] }));
    const differ = [
      [{ measures: { margin: "10" } }, { measures: { margin: "20" } }],
      [{ measures: { margin: "10" } }, { measures: {} }],
      [{ given: { score: "79" } }, { given: { score: "80" } }],
      [{ given: { certificates: [{ id: "C1", until: "2024-06-30" }] } }, { given: { certificates: [] } }],
      [{ withheld: "0" }, { withheld: "1" }],
    ] as const;
    for (const [a, b] of differ) expect(facts(a, b)).toStrictEqual(["fair"]);
    const same = { measures: { margin: "10", pieces: "1" }, given: { score: "80", enrolled: true, grades: ["A", { of: "x", by: "y" }] } };
    const turned = {
      measures: { pieces: "1.0", margin: "10" },
      given: { grades: ["A", { by: "y", of: "x" }], enrolled: true, score: "80" },
    };
    expect(facts(same, turned)).toStrictEqual(["unfair", "unfair equal_paid_differently"]);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => found(factsOf({ publishedOn: "soon" })))).toBe("kernel.not_a_date at facts.publishedOn");
    expect(faultAt(() => found(factsOf({ paid: [paid("A", "?")] })))).toBe("kernel.not_a_decimal at facts.paid[0].amount");
    expect(faultAt(() => found(factsOf(), programmeOf({ id: "" })))).toBe("kernel.not_text at programme.id");
    expect(faultAt(() => found(factsOf(), null as never))).toBe("kernel.not_a_record at programme");
  });
});
