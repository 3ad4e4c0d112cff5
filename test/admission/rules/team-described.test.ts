import type { ApplicantTeamMember } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { cameOut, changeFor, decideAgent, findingOn } from "../../support/admission.js";

const rule = "admission.team_described";
const sun: ApplicantTeamMember = { name: "Sun", post: "manager", qualification: "engineer", experience: "ten years" };

describe("the team", () => {
  test("S19-87: described in full, it passes", () => {
    const decision = decideAgent({ team: [sun, { ...sun, name: "Zhou" }] });
    expect(cameOut(decision, rule)).toBe("met, admitted");
    expect(findingOn(decision, rule).params).toStrictEqual({ actual: 2 });
  });

  test.each(["name", "post", "qualification", "experience"] as const)("S19-87: an entry that lacks its %s is incomplete", (field) => {
    for (const value of [undefined, null, ""]) {
      const decision = decideAgent({ team: [sun, { ...sun, [field]: value }] });
      expect(cameOut(decision, rule)).toBe("unknown, information_requested");
      const name = field === "name" ? null : "Sun";
      expect(changeFor(decision, rule)).toMatchObject({
        from: "applicant",
        change: { code: "admission.team_incomplete", params: { entries: [{ params: { name, lacks: [field] } }] } },
      });
    }
  });

  test.each([undefined, null, []])("S19-87: without a single member (%s) it is asked for", (team) => {
    expect(cameOut(decideAgent({ team } as never), rule)).toBe("unknown, information_requested");
  });
});
