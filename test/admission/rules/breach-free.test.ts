import type { BreachRecord } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent, decideDistributor, findingOn } from "../../support/admission.js";
import { faultAt } from "../../support/fault-of.js";

const rule = "admission.breach_free";
const breach: BreachRecord = { id: "B-1", kind: "diversion", during: "trade", date: "2023-03-01" };

describe("breaches of contract", () => {
  test("S19-76: one that is established rejects an agent, and nothing makes up for it", () => {
    const decision = decideAgent({ breaches: [breach] });
    expect(cameOut(decision, rule)).toBe("unmet, rejected");
    expect(findingOn(decision, rule).params).toStrictEqual({ actual: 1, required: 0, trial: 0, records: ["B-1"] });
    expect(changeFor(decision, rule)).toMatchObject({ from: "manufacturer", change: { code: "admission.change_record" }, waivable: false });
  });

  test("S19-76: one in dispute leaves it open, until the dispute is settled", () => {
    const decision = decideAgent({ breaches: [{ ...breach, disputed: true }] });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({
      from: "manufacturer",
      change: { code: "admission.breach_disputed", params: { records: ["B-1"] } },
    });
  });

  test("S19-76: an established one decides, whatever else is in dispute", () => {
    expect(cameOut(decideAgent({ breaches: [{ ...breach, id: "B-2", disputed: true }, breach] }), rule)).toBe("unmet, rejected");
  });

  test("one of no kind is a fault", () => {
    const { kind: _, ...nameless } = breach;
    expect(faultAt(() => decideAgent({ breaches: [nameless as BreachRecord] }))).toContain("kernel.not_text at");
  });

  test.each(["trial", "trade"] as const)("S19-99: one during %s rejects a distributor", (during) => {
    const decision = decideDistributor({ breaches: [{ ...breach, during }] });
    expect(cameOut(decision, rule)).toBe("unmet, rejected");
    expect(findingOn(decision, rule).params["trial"]).toBe(during === "trial" ? 1 : 0);
  });

  test.each([
    ["2024-04-30", "unmet, rejected"],
    ["2024-05-01", "unmet, rejected"],
    ["2024-05-02", "met, admitted"],
  ])("one of %s, asked on 2024-05-01: %s", (date, want) => {
    expect(cameOut(decideAgent({ breaches: [{ ...breach, date }] }), rule)).toBe(want);
  });

  test("none on record passes; a record nobody looked up does not", () => {
    expect(cameOut(decideAgent({ breaches: [] }), rule)).toBe("met, admitted");
    for (const breaches of [undefined, null]) {
      const decision = decideAgent({ breaches });
      expect(cameOut(decision, rule)).toBe("unknown, information_requested");
      expect(changeFor(decision, rule)).toMatchObject({ from: "manufacturer", change: { code: "admission.fact_missing" } });
    }
  });

  test.each([
    [1, 1, "met, admitted"],
    [1, 2, "unmet, rejected"],
    [null, 0, "unknown, information_requested"],
  ])("a policy that lets %s pass, with %s on record: %s", (breachTolerance, count, want) => {
    const breaches = Array.from({ length: count }, (_, i) => ({ ...breach, id: `B-${i}` }));
    expect(cameOut(decideAgent({ breaches }, { breachTolerance }), rule)).toBe(want);
  });
});
