import type { ArrearsRecord } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent, findingOn } from "../../support/admission.js";

const rule = "admission.no_wilful_arrears";
const arrears: ArrearsRecord = { id: "R-1", creditor: "Lens Works", since: "2023-11-01", wilful: true };

describe("arrears towards suppliers", () => {
  test("S19-79: held back on purpose, they reject", () => {
    const decision = decideAgent({ arrears: [arrears] });
    expect(cameOut(decision, rule)).toBe("unmet, rejected");
    expect(changeFor(decision, rule)).toMatchObject({ from: "manufacturer", change: { params: { records: ["R-1"] } } });
  });

  test("S19-79: not on purpose, they pass here and stay visible", () => {
    const decision = decideAgent({ arrears: [{ ...arrears, wilful: false }] });
    expect(cameOut(decision, rule)).toBe("met, admitted");
    expect(findingOn(decision, rule).params).toStrictEqual({ actual: 0, other: 1, records: [] });
  });

  test.each([undefined, null])("S19-79: with an intent that is %s they are neither", (wilful) => {
    const decision = decideAgent({ arrears: [{ ...arrears, wilful }] });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({ from: "manufacturer", change: { code: "admission.intent_unknown" } });
  });

  test("S19-79: one on purpose decides, whatever the intent of the others", () => {
    expect(cameOut(decideAgent({ arrears: [{ ...arrears, id: "R-2", wilful: null }, arrears] }), rule)).toBe("unmet, rejected");
  });

  test("a record nobody looked up is unknown; arrears of a later day do not count yet", () => {
    expect(cameOut(decideAgent({ arrears: undefined }), rule)).toBe("unknown, information_requested");
    expect(cameOut(decideAgent({ arrears: [{ ...arrears, since: "2024-05-02" }] }), rule)).toBe("met, admitted");
    expect(cameOut(decideAgent({ arrears: [{ ...arrears, since: "2024-05-01" }] }), rule)).toBe("unmet, rejected");
  });
});
