import { findRecruitmentStandard, type RecruitmentStandard, recruitmentProcedure } from "qudao/admission";
import type { ParticipantKind } from "qudao/entities";
import type { Versioned } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { card, deciding, weigh } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { say } from "../support/says.js";

const standard = (memberKind: ParticipantKind, weight: string): RecruitmentStandard => ({
  memberKind,
  policy: { ...deciding, scorecard: card([weigh("team_strength", weight), weigh("sales_capability", String(1 - Number(weight)))]) },
  procedure: recruitmentProcedure,
});
const standards: readonly Versioned<RecruitmentStandard>[] = frozen([
  { version: "D-1", from: "2024-01-01", to: "2024-07-01", value: standard("distributor", "0.5") },
  { version: "A-1", from: "2024-01-01", value: standard("agent", "1") },
  { version: "D-2", from: "2024-07-01", value: standard("distributor", "0.25") },
]);
const find = (memberKind: ParticipantKind, asOf: string, given = standards) => findRecruitmentStandard({ memberKind, asOf }, given);

// S08-10
describe("findRecruitmentStandard()", () => {
  test.each([
    { kind: "distributor", asOf: "2024-01-01", version: "D-1", why: "its first day" },
    { kind: "distributor", asOf: "2024-06-30", version: "D-1", why: "its last day" },
    { kind: "distributor", asOf: "2024-07-01", version: "D-2", why: "the first day of the next" },
    { kind: "agent", asOf: "2024-07-01", version: "A-1", why: "another kind, untouched by the change" },
  ] as const)("$kind on $asOf: $version, $why", ({ kind, asOf, version }) => {
    const found = find(kind, asOf);
    expect(found.ok && found.value).toStrictEqual(standards.find((one) => one.version === version));
  });

  test("gives the criteria and the steps together", () => {
    const found = find("distributor", "2024-05-01");
    expect(found.ok && found.value.value.policy.scorecard.criteria.map(({ criterion, weight }) => [criterion, weight])).toStrictEqual([
      ["team_strength", "0.5"],
      ["sales_capability", "0.5"],
    ]);
    expect(found.ok && found.value.value.procedure.code).toBe("admission.recruitment_procedure");
  });

  test("none on the day, or none for the kind at all, are two answers", () => {
    const early = find("distributor", "2023-12-31");
    expect(!early.ok && early.problem).toStrictEqual({
      code: "kernel.no_version_in_force",
      params: { asOf: "2023-12-31", versions: ["D-1", "D-2"] },
    });
    const never = find("retailer", "2024-05-01");
    expect(!never.ok && never.problem).toStrictEqual({
      code: "admission.no_standard_for_kind",
      params: { kind: "retailer", known: ["distributor", "agent"] },
    });
    expect(!never.ok && say(never.problem, "zh")).toBe("找不到零售商的招募标准：已有分销商、代理商的标准");
  });

  test("two for one kind on one day are a fault, two for two kinds are not", () => {
    const doubled = [...standards, { version: "D-3", from: "2024-09-01", value: standard("distributor", "1") }];
    expect(faultAt(() => find("distributor", "2024-10-01", doubled))).toBe("kernel.versions_overlap at standards[3]");
    expect(find("agent", "2024-10-01", doubled).ok).toBe(true);
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => find("dealer" as never, "2024-01-01"))).toBe("kernel.not_a_choice at facts.memberKind");
    expect(faultAt(() => find("agent", "soon"))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => find("agent", "2024-01-01", [{ version: "1", from: "2024-01-01", value: null as never }]))).toBe(
      "kernel.not_a_record at standards[0].value",
    );
    expect(faultAt(() => find("agent", "2024-01-01", [{ version: "1", from: "soon", value: standard("agent", "1") }]))).toBe(
      "kernel.not_a_date at standards[0].from",
    );
    expect(faultAt(() => find("agent", "2024-01-01", null as never))).toBe("kernel.not_a_list at standards");
  });
});
