import type { RemunerationModel } from "qudao/entities";
import { describe, expect, test } from "vitest";
import type { AgreementQuestion } from "../../../src/agreements/rule-facts.js";
import { profitRatioAgreed } from "../../../src/agreements/rules/profit-ratio-agreed.js";
import { status } from "../../support/ask-one.js";

const question: AgreementQuestion = {
  kind: "agency",
  clauses: [],
  term: { start: "2024-01-01", end: "2025-01-01" },
  authorizationId: "AU1",
  evidenceId: "E1",
  renewed: false,
  credit: "not_granted",
  exclusive: false,
  compensates: [],
  sharedResources: [],
};

describe("agreements.profit_ratio_agreed", () => {
  const shared = (model: RemunerationModel, ...rates: readonly string[]) =>
    status(profitRatioAgreed, { ...question, remuneration: { model, shares: rates.map((rate, i) => ({ partyId: `P${i}`, rate })) } });

  // S13-08: the shares are the whole
  test.each([
    [["0.6", "0.3999"], "unmet"],
    [["0.6", "0.4"], "met"],
    [["0.6", "0.4001"], "unmet"],
    [["1"], "met"],
    [["1.5", "-0.5"], "unmet"],
    [[], "unmet"],
  ])("S13-08: profit shared as %j is %s", (rates, expected) => {
    expect(shared("profit_sharing", ...rates)).toBe(expected);
  });

  test("a commission has a rate and need not be the whole", () => {
    expect(shared("commission", "0.05")).toBe("met");
    expect(shared("commission")).toBe("unmet");
    expect(shared("commission", "1.01")).toBe("unmet");
  });

  test("a price difference needs no ratio", () => {
    expect(status(profitRatioAgreed, { ...question, remuneration: { model: "margin" } })).toBe("met");
  });

  test("is unmet where shares were left out, unknown where nothing is recorded", () => {
    expect(status(profitRatioAgreed, { ...question, remuneration: { model: "profit_sharing" } })).toBe("unmet");
    expect(status(profitRatioAgreed, question)).toBe("unknown remuneration");
  });
});
