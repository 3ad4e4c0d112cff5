import {
  type AdmissionApplication,
  evaluateAdmission,
  evaluateAdmissions,
  exampleAgentPolicy,
  exampleDistributorPolicy,
} from "qudao/admission";
import { describe, expect, test } from "vitest";
import { agentApplication, cny, distributorApplication } from "../support/admission.js";
import { faultAt } from "../support/fault-of.js";

describe("evaluateAdmissions()", () => {
  test("gives for each what evaluateAdmission gives, in the order given", () => {
    const applications: readonly AdmissionApplication[] = [
      { ...distributorApplication, id: "A-1" },
      { ...distributorApplication, id: "A-2", creditGrade: "C" },
      { ...distributorApplication, id: "A-3", evidence: [] },
      { ...distributorApplication, id: "A-4", applicant: { id: "north", kind: "contractor", scale: "large" } },
    ];
    const decisions = evaluateAdmissions(applications, exampleDistributorPolicy);
    expect(decisions).toStrictEqual(applications.map((one) => evaluateAdmission(one, exampleDistributorPolicy)));
    expect(decisions.map(({ outcome }) => outcome.status)).toStrictEqual([
      "admitted",
      "rejected",
      "information_requested",
      "special_evaluation",
    ]);
  });

  test("S02-28: two applicants with equal facts get equal decisions, under the same policy version", () => {
    const other = { ...agentApplication, id: "A-2", applicant: { ...agentApplication.applicant, id: "south" } };
    const evidence = (agentApplication.evidence ?? []).map((document) => ({ ...document, subjectId: "south" }));
    for (const change of [{}, { registeredCapital: cny("1") }, { creditGrade: null }]) {
      const [first, second] = evaluateAdmissions(
        [
          { ...agentApplication, ...change },
          { ...other, evidence, ...change },
        ],
        exampleAgentPolicy,
      );
      const { applicationId: _, partyId: __, due: ___, ...mine } = first?.outcome ?? ({} as never);
      expect(second?.outcome).toMatchObject(mine);
      expect([first?.outcome.policy, second?.outcome.policy]).toStrictEqual([
        { id: "example-agents", version: "example" },
        { id: "example-agents", version: "example" },
      ]);
    }
  });

  test("S02-28: who is admitted against a rule is so on a recorded ground", () => {
    const waivers = [{ rule: "admission.origin_recognised", ground: "Bought a distributor", approver: "chen", date: "2024-04-01" }];
    const outsider = { ...agentApplication, origin: "outsider" as const };
    const [without, withGround] = evaluateAdmissions([outsider, { ...outsider, id: "A-2", waivers }], exampleAgentPolicy);
    expect(without?.outcome).toMatchObject({ status: "rejected", exceptions: [] });
    expect(withGround?.outcome).toMatchObject({ status: "admitted_with_exceptions", exceptions: [{ ground: "Bought a distributor" }] });
  });

  test("asks nobody, and names the application of a fault", () => {
    expect(evaluateAdmissions([], exampleAgentPolicy)).toStrictEqual([]);
    const bad = [agentApplication, { ...agentApplication, registeredCapital: 5 as never }];
    expect(faultAt(() => evaluateAdmissions(bad, exampleAgentPolicy))).toBe("kernel.not_an_amount at applications[1].registeredCapital");
    expect(faultAt(() => evaluateAdmissions([null as never], exampleAgentPolicy))).toBe("kernel.not_a_record at applications[0]");
    expect(faultAt(() => evaluateAdmissions({} as never, exampleAgentPolicy))).toBe("kernel.not_a_list at applications");
    expect(faultAt(() => evaluateAdmissions([], {} as never))).toBe("kernel.not_text at policy.id");
  });
});
