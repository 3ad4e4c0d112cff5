import { type DossierSection, dossierSections, evaluateMemberDossier, type MemberDossier } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const full: MemberDossier = {
  id: "F-1",
  subjectId: "C-1",
  identity: { legalName: "Ailifu Trading", registrationNumber: "91330100X", address: "Hangzhou", representative: "Li" },
  team: [
    { name: "Li", post: "manager", qualification: "engineer", experience: "ten years of sales" },
    { name: "Wu", post: "clerk", qualification: "diploma", experience: "two years" },
  ],
  management: { managementTeam: "Li, Wu", managementSystem: "rules of 2023" },
  business: { establishedOn: "2014-05-01", years: [{ year: 2023, revenue: "100" }], lines: [] },
  customers: [{ segment: "schools", share: "1" }],
  evaluation: { asOf: "2024-05-01", version: "2024-1", decision: "accept" },
};
const all = dossierSections.map(({ section }) => section);
const judge = (more: Partial<MemberDossier>, required: readonly DossierSection[] = all) =>
  evaluateMemberDossier(frozen({ ...full, ...more }), { version: "2024", required });
const missing = (...args: Parameters<typeof judge>) => judge(...args).outcome.missing.map(({ path }) => path);

// S04-19
describe("evaluateMemberDossier()", () => {
  test("a dossier with every section filled is complete", () => {
    expect(judge({}).outcome).toStrictEqual({ dossier: "F-1", version: "2024", status: "complete", missing: [] });
  });

  test.each(all)("without %s it is incomplete", (section) => {
    expect(missing({ [section]: undefined })).toStrictEqual([section]);
    expect(missing({ [section]: null })).toStrictEqual([section]);
    expect(judge({ [section]: null }).outcome.status).toBe("incomplete");
  });

  test("what its kind does not require may be missing", () => {
    expect(missing({ customers: null, team: [] }, ["identity", "management"])).toStrictEqual([]);
  });

  test("an entry of the team that lacks a field is named with the field", () => {
    expect(
      missing({
        team: [
          { name: "Li", post: "manager", qualification: "engineer", experience: "x" },
          { name: "Wu", post: "" },
        ],
      }),
    ).toStrictEqual(["team[1].post", "team[1].qualification", "team[1].experience"]);
  });

  test("a list without entries is missing, a record's empty list is not", () => {
    expect(missing({ team: [] })).toStrictEqual(["team"]);
    expect(missing({ business: { establishedOn: "2014-05-01", years: null, lines: [] } })).toStrictEqual(["business.years"]);
  });

  test("lists everything at once, in both languages, and survives JSON", () => {
    const answer = judge({ team: [{ name: "Li" }], management: { managementTeam: "Li" }, identity: null });
    expect(answer.outcome.missing).toHaveLength(5);
    expectWords(answer.explanation);
    expect(lines(answer.explanation, "zh")).toStrictEqual([
      "资料 F-1：不完整（政策 2024）",
      "缺少：主体信息",
      "团队成员资料第 1 项缺少：职务",
      "团队成员资料第 1 项缺少：资质",
      "团队成员资料第 1 项缺少：经历",
      "主体管理资料缺少：管理制度",
    ]);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => judge({ id: "" }))).toBe("kernel.not_text at dossier.id");
    expect(faultAt(() => judge({ team: [{ name: 3 as never }] }))).toBe("kernel.not_text at dossier.team[0].name");
    expect(faultAt(() => judge({ team: {} as never }))).toBe("kernel.not_a_list at dossier.team");
    expect(faultAt(() => judge({ business: { lines: "none" as never } }))).toBe("kernel.not_a_list at dossier.business.lines");
    expect(faultAt(() => judge({}, ["everything" as never]))).toBe("kernel.not_a_choice at policy.required[0]");
  });
});
