import { type AgreementStart, startAgreement } from "qudao/agreements";
import type { Agreement } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { agency, trial } from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const start = (agreement: Agreement) => startAgreement({ agreement, by: "Wang", asOf: "2023-12-01" });

describe("startAgreement()", () => {
  test("begins as a draft with the dates that time will act on", () => {
    expect(start(agency)).toStrictEqual({
      at: "draft",
      data: {
        agreementId: "AG2",
        kind: "agency",
        start: "2024-01-01",
        end: "2025-01-01",
        expiringFrom: "2024-11-02",
        notice: { count: 30, unit: "days" },
        windowDays: 60,
        automaticMonths: null,
        renewal: "none",
        credit: "not_granted",
        jurisdiction: "CN",
        survivingClauses: ["confidentiality", "fee_settlement"],
        since: "2023-12-01",
        drafters: ["Wang"],
        approvedBy: null,
        signedBy: null,
        evidenceId: null,
        terminatesOn: null,
        successorId: null,
        ground: null,
      },
    });
  });

  test("a trial never renews, whatever its data says; what has no end does not either", () => {
    const renewal = { windowDays: 30, automaticMonths: 6 };
    const { data } = start({ ...trial, renewal } as never);
    expect([data.renewal, data.automaticMonths, data.windowDays]).toStrictEqual(["none", null, null]);
    const open = start({ ...agency, end: undefined, renewal }).data;
    expect([open.renewal, open.automaticMonths, open.end, open.expiringFrom]).toStrictEqual(["none", null, null, null]);
    expect(start({ ...agency, renewal }).data.renewal).toBe("automatic");
  });

  test("each clause that outlives the agreement is named once", () => {
    const clauses = [{ kind: "confidentiality" }, { kind: "confidentiality" }, { kind: "credit" }, { kind: "term" }] as const;
    expect(start({ ...agency, clauses }).data.survivingClauses).toStrictEqual(["confidentiality", "credit"]);
  });

  test("is plain JSON and changes nothing", () => {
    const life = startAgreement(frozen({ agreement: agency, by: "Wang", asOf: "2023-12-01" }));
    expect(JSON.parse(JSON.stringify(life))).toStrictEqual(life);
  });

  test.each<[string, Partial<AgreementStart>, string]>([
    ["a trial without an end (S03-22)", { agreement: { ...trial, end: undefined } as never }, "kernel.not_a_date at facts.agreement.end"],
    ["an agreement without parties", { agreement: { ...agency, partyIds: [] } }, "kernel.missing at facts.agreement.partyIds[0]"],
    ["nobody who drafted it", { by: "" }, "kernel.not_text at facts.by"],
    ["a day that is none", { asOf: "2023-13-01" }, "kernel.not_a_date at facts.asOf"],
  ])("names the place of %s", (_, change, fault) => {
    expect(faultAt(() => startAgreement({ agreement: agency, by: "Wang", asOf: "2023-12-01", ...change }))).toBe(fault);
  });
});
