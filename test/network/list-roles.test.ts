import { listRoles } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const organisation = {
  id: "ORG",
  title: { en: "Big Build", zh: "大建" },
  roles: [
    { participantId: "I", kind: "system_integrator" as const, start: "2020-01-01" },
    { participantId: "T", kind: "trial_distributor" as const, start: "2023-11-01", end: "2024-05-01" },
    { participantId: "D", kind: "distributor" as const, start: "2024-05-01" },
  ],
};
const kinds = (asOf: string) => listRoles(frozen({ organisation, asOf })).map(({ kind }) => kind);

describe("listRoles()", () => {
  test.each([
    ["2019-12-31", []],
    ["2020-01-01", ["system_integrator"]],
    ["2023-11-01", ["system_integrator", "trial_distributor"]],
    ["2024-04-30", ["system_integrator", "trial_distributor"]],
    ["2024-05-01", ["system_integrator", "distributor"]],
  ])("on %s a large integrator that became a distributor plays %j", (asOf, want) => expect(kinds(asOf)).toStrictEqual(want));

  test("gives roles as they are, and plain", () => {
    expect(listRoles({ organisation, asOf: "2024-05-01" })).toStrictEqual([organisation.roles[0], organisation.roles[2]]);
  });

  test("refuses a day that there is not", () => {
    expect(faultAt(() => kinds("2024-02-30"))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => listRoles({ organisation: { ...organisation, roles: [{}] } as never, asOf: "2024-01-01" }))).toBe(
      "kernel.not_text at facts.organisation.roles[0].participantId",
    );
  });
});
