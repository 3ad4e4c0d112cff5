import { type AdmissionStatus, evaluateQualification, type QualificationFacts } from "qudao/admission";
import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { decideDistributor, paper } from "../support/admission.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

type Recorded = QualificationFacts["decisions"][number];

function recorded(territoryId: string, status: AdmissionStatus, more: Partial<Recorded> = {}): Recorded {
  const scope = { kind: "distributor", productGroupId: "cameras", territoryId } as const;
  return {
    applicationId: `A-${territoryId}`,
    partyId: "north",
    scope,
    status,
    decidedOn: "2024-05-01",
    validUntil: null,
    due: [],
    ...more,
  };
}

function find(decisions: readonly Recorded[], asOf = "2024-06-01") {
  const answer = evaluateQualification(frozen({ partyId: "north", asOf, decisions }));
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(answer.explanation, { language, catalogue })).not.toMatch(/\badmission\.[a-z_]+|[?{}]/);
  }
  return answer.outcome;
}

describe("evaluateQualification()", () => {
  test.each<[readonly AdmissionStatus[], string, AdmissionStatus | null]>([
    [[], "not_started", null],
    [["admitted"], "qualified", null],
    [["admitted_with_exceptions"], "qualified", null],
    [["rejected"], "disqualified", null],
    [["information_requested"], "in_progress", "information_requested"],
    [["rejected", "admitted", "information_requested"], "qualified", null],
    [["information_requested", "rejected"], "disqualified", null],
    [["information_requested", "special_evaluation"], "in_progress", "special_evaluation"],
    [["qualified_no_vacancy", "special_evaluation", "information_requested"], "in_progress", "qualified_no_vacancy"],
  ])("over scopes with %j a party is %s, furthest %s", (statuses, status, furthest) => {
    const decisions = statuses.map((one, i) => recorded(`t${i}`, one));
    expect(find(decisions)).toMatchObject({ status, furthest });
    expect(find([...decisions].reverse())).toStrictEqual(find(decisions));
  });

  test.each([
    ["2024-07-31", "qualified"],
    ["2024-08-01", "lapsed"],
    ["2024-08-02", "lapsed"],
  ])("an admission valid until 2024-08-01 leaves the party %s: %s", (asOf, status) => {
    expect(find([recorded("jinan", "admitted", { validUntil: "2024-08-01" })], asOf).status).toBe(status);
  });

  test("of several decisions for one scope the last counts, and another scope is another", () => {
    const first = recorded("jinan", "rejected", { applicationId: "A-1", decidedOn: "2024-01-01" });
    const second = recorded("jinan", "admitted", { applicationId: "A-2", decidedOn: "2024-05-01" });
    for (const decisions of [
      [first, second],
      [second, first],
    ]) {
      expect(find(decisions).scopes).toStrictEqual([
        { scope: second.scope, applicationId: "A-2", decision: "admitted", status: "qualified" },
      ]);
    }
    const schools = recorded("jinan", "rejected", { scope: { ...first.scope, segmentId: "schools" } });
    expect(find([second, schools]).scopes).toHaveLength(2);
    expect(find([first, second], "2024-04-30").status).toBe("disqualified");
  });

  test("decisions about others do not count", () => {
    expect(find([recorded("jinan", "admitted", { partyId: "south" })]).status).toBe("not_started");
  });

  test("a paper that expires afterwards is listed, and rejects nobody in silence", () => {
    const evidence = [paper("unified_business_licence", { expiresOn: "2024-06-01" }), paper("bank_account")];
    const decision = decideDistributor({ evidence });
    expect(decision.status).toBe("admitted");
    expect(find([decision], "2024-05-31").overdue).toStrictEqual([]);
    expect(find([decision], "2024-06-01")).toMatchObject({
      status: "qualified",
      overdue: [{ date: "2024-06-01", event: "evidenceExpired", subject: "doc-unified_business_licence" }],
    });
  });

  test("faults what is malformed, with its place", () => {
    const at = (change: object) => faultAt(() => find([{ ...recorded("jinan", "admitted"), ...change } as Recorded]));
    expect(at({ status: "fine" })).toBe("kernel.not_a_choice at facts.decisions[0].status");
    expect(at({ decidedOn: "x" })).toBe("kernel.not_a_date at facts.decisions[0].decidedOn");
    expect(at({ scope: null })).toBe("kernel.not_a_record at facts.decisions[0].scope");
    expect(at({ validUntil: 5 })).toBe("kernel.not_a_date at facts.decisions[0].validUntil");
    expect(at({ due: [{ date: "2024-01-01", event: "rain", subject: "x" }] })).toBe(
      "kernel.not_a_choice at facts.decisions[0].due[0].event",
    );
    expect(faultAt(() => evaluateQualification(null as never))).toBe("kernel.not_a_record at facts");
    expect(faultAt(() => evaluateQualification({ partyId: "", asOf: "2024-01-01", decisions: [] }))).toBe(
      "kernel.not_text at facts.partyId",
    );
  });
});
