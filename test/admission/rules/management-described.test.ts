import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent } from "../../support/admission.js";

const rule = "admission.management_described";
const management = { managementTeam: "Sun, Zhou", managementSystem: "handbook" };

describe("management data", () => {
  test("S19-88: team and system are both there", () => {
    expect(cameOut(decideAgent({ management }), rule)).toBe("met, admitted");
  });

  test.each(["managementTeam", "managementSystem"])("S19-88: without %s it is listed as missing", (field) => {
    const decision = decideAgent({ management: { ...management, [field]: "" } });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({ from: "applicant", change: { params: { facts: [field] } } });
  });

  test("S19-88: missing as a whole it is listed", () => {
    expect(changeFor(decideAgent({ management: null }), rule).change.params["facts"]).toStrictEqual(["management"]);
  });
});
