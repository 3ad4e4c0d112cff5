import type { EvidenceDocument, EvidenceKind } from "qudao/entities";
import { expect, test } from "vitest";
import { asOf, cameOut, changeFor, decideAgent, decideDistributor, findingOn, paper } from "./admission.js";

/** What holds of every rule that is proven by a document; `others` are the documents that the other rules need. */
export function proofTests(rule: string, kind: EvidenceKind, others: readonly EvidenceDocument[]): void {
  const withPaper = (...papers: readonly EvidenceDocument[]) => decideAgent({ evidence: [...others, ...papers] });

  test("S19-83: verified and in force, it proves", () => {
    const decision = withPaper(paper(kind, { expiresOn: "2025-01-01" }));
    expect(cameOut(decision, rule)).toBe("met, admitted");
    expect(findingOn(decision, rule).params).toStrictEqual({ document: kind, documentId: `doc-${kind}`, expiresOn: "2025-01-01" });
    expect(decision.evidence).toContain(`doc-${kind}`);
    expect(decision.due).toContainEqual({ date: "2025-01-01", event: "evidenceExpired", subject: `doc-${kind}` });
  });

  test("S19-83 S19-103: of a distributor it is asked as well", () => {
    expect(cameOut(decideDistributor({ evidence: others }), rule)).toBe("unknown, information_requested");
  });

  test.each<[string, EvidenceDocument | null, string]>([
    ["not handed in", null, "applicant admission.document_absent"],
    ["expired the day before", paper(kind, { expiresOn: "2024-04-30" }), "applicant admission.document_expired"],
    ["expired on the day", paper(kind, { expiresOn: asOf }), "applicant admission.document_expired"],
    ["refused", paper(kind, { status: "refused" }), "applicant admission.document_refused"],
    ["issued tomorrow", paper(kind, { issuedOn: "2024-05-02" }), "applicant admission.document_not_yet_valid"],
    ["not verified yet", paper(kind, { status: "submitted" }), "manufacturer admission.document_unverified"],
    ["about somebody else", paper(kind, { subjectId: "south" }), "applicant admission.document_absent"],
  ])("S19-83: %s counts as missing, and is listed with who has to act", (_, document, want) => {
    const decision = withPaper(...(document === null ? [] : [document]));
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    const { from, change } = changeFor(decision, rule);
    expect(`${from} ${change.code}`).toBe(want);
    expect(decision.evidence).not.toContain(`doc-${kind}`);
  });

  test("the day before it expires it still proves", () => {
    expect(cameOut(withPaper(paper(kind, { expiresOn: "2024-05-02" })), rule)).toBe("met, admitted");
  });

  test("of several the best counts, whatever their order: in force before expired, and the one that lasts longest", () => {
    const papers = [
      paper(kind, { id: "old", expiresOn: "2024-01-01" }),
      paper(kind, { id: "short", expiresOn: "2024-06-01" }),
      paper(kind, { id: "long", expiresOn: "2026-01-01" }),
      paper(kind, { id: "new", status: "submitted" }),
    ];
    for (const order of [papers, [...papers].reverse()]) {
      expect(findingOn(withPaper(...order), rule).params["documentId"]).toBe("long");
    }
  });

  test("without a list of documents it is unknown", () => {
    for (const evidence of [undefined, null]) {
      expect(findingOn(decideAgent({ evidence }), rule)).toMatchObject({ status: "unknown", missing: ["evidence"] });
    }
  });
}

/** A unified business licence stands for a registration, or does not, as the policy says. */
export function licenceTests(rule: string, others: readonly EvidenceDocument[]): void {
  const evidence = [...others, paper("unified_business_licence")];

  test("S19-84: a unified business licence proves it where the policy accepts one", () => {
    expect(findingOn(decideAgent({ evidence }, { unifiedLicence: "accepted" }), rule).status).toBe("met");
  });

  test("S19-84: where the policy does not, the registration itself is asked for", () => {
    const decision = decideAgent({ evidence }, { unifiedLicence: "not_accepted" });
    expect(findingOn(decision, rule).status).toBe("unknown");
    expect(changeFor(decision, rule).change.code).toBe("admission.document_absent");
  });
}
