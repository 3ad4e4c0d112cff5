import fc from "fast-check";
import { findClaimDuplicates } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { claimOf, cny } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";

const line = (id: string, amount: string) => ({ id, amount });

describe("findClaimDuplicates()", () => {
  test("complaint 40: line by line, the claim handed in first stands", () => {
    const first = claimOf({ id: "B", submittedOn: "2024-05-01", amount: cny("30"), lines: [line("x", "10"), line("y", "20")] });
    const later = claimOf({ id: "A", submittedOn: "2024-05-02", amount: cny("30"), lines: [line("y", "20"), line("z", "10")] });
    expect(findClaimDuplicates([later, first], ["memberId", "lineId"])).toStrictEqual([
      { claimId: "A", lineId: "y", firstClaimId: "B", submittedOn: "2024-05-01" },
    ]);
  });

  test("on one day the lower identifier stands; another member is no duplicate", () => {
    const found = findClaimDuplicates(
      [claimOf({ id: "2" }), claimOf({ id: "1" }), claimOf({ id: "3", memberId: "D2" })],
      ["memberId", "amount"],
    );
    expect(found.map(({ claimId, firstClaimId }) => [claimId, firstClaimId])).toStrictEqual([["2", "1"]]);
  });

  test("a claim without a field of the key, or listed twice itself, has no duplicate", () => {
    expect(findClaimDuplicates([claimOf({ id: "1" }), claimOf({ id: "2" })], ["reference"])).toStrictEqual([]);
    expect(findClaimDuplicates([claimOf(), claimOf()], ["memberId"])).toStrictEqual([]);
    expect(findClaimDuplicates([claimOf({ id: "1", lines: [] }), claimOf({ id: "2", lines: [] })], ["lineId"])).toStrictEqual([]);
  });

  test("a key of nothing is a fault", () => {
    expect(faultAt(() => findClaimDuplicates([], []))).toBe("kernel.list_empty at key");
    expect(faultAt(() => findClaimDuplicates([], ["colour" as "kind"]))).toBe("kernel.not_a_choice at key[0]");
  });

  test("exactly one claim of each key stands, whatever the order", () => {
    const claims = fc
      .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("2024-05-01", "2024-05-02")), { maxLength: 8 })
      .map((all) => all.map(([reference, submittedOn], i) => claimOf({ id: `${i}`, reference, submittedOn })));
    fc.assert(
      fc.property(claims, (all) => {
        const found = findClaimDuplicates(all, ["reference"]);
        expect(findClaimDuplicates([...all].reverse(), ["reference"])).toStrictEqual(found);
        expect(all.length - found.length).toBe(new Set(all.map(({ reference }) => reference)).size);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
