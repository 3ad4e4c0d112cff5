import { askRules, listNeeded } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { asOf, brief, candidatePolicy, criterion, experienced, knownOrigin } from "../support/rules.js";

describe("listNeeded()", () => {
  test("keeps what is unmet or unknown, with what is there and what is required (S07-06)", () => {
    const rules = [experienced, knownOrigin, criterion({ kind: "min", fact: "score", min: "70" })];
    const facts = { years: 1, score: "69.9" };
    const needed = listNeeded(askRules(rules, facts, candidatePolicy, { asOf }));
    expect(brief(needed)).toStrictEqual(["shop.experienced unmet", "shop.known_origin unknown", "host.criterion unmet"]);
    expect(needed[0]?.params).toStrictEqual({ actual: 1, required: 3 });
    expect(needed[1]?.missing).toStrictEqual(["origin"]);
    expect(needed[2]?.params).toMatchObject({ actual: "69.9", required: "70" });
  });

  test("leaves out what is met or excepted, and is empty when nothing is in the way", () => {
    const waivers = [{ rule: "shop.known_origin", ground: "Merger", approver: "Li", date: "2024-01-01" }];
    expect(listNeeded(askRules([experienced, knownOrigin], { years: 3, origin: "x" }, candidatePolicy, { asOf, waivers }))).toStrictEqual(
      [],
    );
  });

  test("what is no finding is a fault, and never left out in silence", () => {
    const part = { code: "shop.rule", status: "met", params: {} };
    const of = (...findings: readonly unknown[]) => faultAt(() => listNeeded(findings as never));
    expect(of({ ...part, weight: "mandatory", status: "open" })).toBe("kernel.not_a_choice at findings[0].status");
    expect(of({ ...part, weight: "mandatory", status: "unmet", parts: [{ ...part, status: 1 }] })).toBe(
      "kernel.not_a_choice at findings[0].parts[0].status",
    );
    expect(of({ ...part, weight: "mandatory", status: "unmet", parts: [part, null] })).toBe("kernel.not_a_record at findings[0].parts[1]");
    expect(faultAt(() => listNeeded({} as never))).toBe("kernel.not_a_list at findings");
  });

  test("of a group keeps the parts in the way: under none, those that hold or may", () => {
    const parts = ["a", "b", "c"].map((fact) => ({ kind: "is_true", fact }) as const);
    const needed = (kind: "all_of" | "none") => {
      const [finding] = listNeeded(
        askRules([criterion({ kind: "all_of", of: [{ kind, of: parts }] })], { a: true, b: false }, null, { asOf }),
      );
      return finding?.parts?.[0]?.parts?.map((part) => part.params["fact"]);
    };
    expect(needed("all_of")).toStrictEqual(["b", "c"]);
    expect(needed("none")).toStrictEqual(["a", "c"]);
  });
});
