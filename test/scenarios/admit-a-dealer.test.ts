/** The story of examples/02-admit-a-dealer, on the sources: an application that comes back complete, and 701 resellers. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { type AdmissionApplication, checkAdmissionPolicy, evaluateAdmission, evaluateAdmissions } from "qudao/admission";
import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
// @ts-expect-error: an example is plain JavaScript
import { loadApplications } from "../../examples/02-admit-a-dealer/load.mjs";

const read = (name: string) => JSON.parse(readFileSync(`examples/02-admit-a-dealer/${name}`, "utf8"));

describe("a dealer applies", () => {
  const policy = read("policy.json");
  const application: AdmissionApplication = read("application.json");

  test("under a policy that has no fault and leaves nothing open", () => {
    expect(checkAdmissionPolicy(policy, [])).toStrictEqual([]);
  });

  test("two proofs are missing: it is asked for both, and until when", () => {
    const { status, needed, respondBy } = evaluateAdmission(application, policy).outcome;
    expect([status, respondBy]).toStrictEqual(["information_requested", "2024-06-05"]);
    expect(needed.map(({ rule, from, change }) => [rule, from, change.code])).toStrictEqual([
      ["admission.business_registered", "applicant", "admission.document_expired"],
      ["admission.bank_account_proven", "applicant", "admission.document_absent"],
    ]);
  });

  test("it comes back complete, and is admitted with the exception that is on record (S19-94, S19-103)", () => {
    const complete = { ...application, asOf: "2024-05-13", evidence: [...(application.evidence ?? []), ...read("answer.json")] };
    const { outcome, explanation } = evaluateAdmission(complete, policy);
    expect(outcome).toMatchObject({
      status: "admitted_with_exceptions",
      approver: "chen",
      reviewers: ["zhou"],
      evidence: ["bank-2024", "licence-2024", "tax-2022"],
      exceptions: [{ rule: "admission.origin_recognised", approver: "chen", date: "2024-04-28" }],
      validUntil: "2024-08-13",
    });
    const said = (language: "en" | "zh") => renderExplanation(explanation, { language, catalogue });
    expect(said("zh")).toContain("由 chen 批准例外，自 2024-04-28 起有效，失效日 2025-04-28：整体接收了一家试销商及其团队");
    expect(said("en")).toContain("Waived by chen from 2024-04-28, expires 2025-04-28: Took over a trial distributor with its whole team");
  });
});

/** The same verdicts once more, by plain conditions on the rows of the files, amounts as whole ten-thousandths. */
function countByHand() {
  const table = (name: string): Record<string, string>[] => {
    const bytes = readFileSync(`examples/01-channel-year/data/${name}`);
    return parse(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true });
  };
  const units = (amount = "0") => BigInt(amount.split(".")[0] ?? "0") * 10_000n + BigInt((amount.split(".")[1] ?? "").padEnd(4, "0"));
  const brands = new Map(table("store_surveys.csv").map((row) => [row["ResellerKey"], row["Brands"]]));
  const bought = new Map<string | undefined, bigint>();
  for (const row of table("reseller_sales.csv.gz")) {
    if (row["OrderDate"]?.slice(0, 4) !== "2013") continue;
    bought.set(row["ResellerKey"], (bought.get(row["ResellerKey"]) ?? 0n) + units(row["SalesAmount"]));
  }
  const failed = { years: 0, sales: 0, staff: 0, brands: 0, payment: 0, purchases: 0 };
  const outcomes = { admitted: 0, information_requested: 0, rejected: 0, paymentUnknown: 0 };
  for (const row of table("resellers.csv")) {
    const unknown = row["MinPaymentAmount"] === "";
    const fails = {
      years: Number(row["YearOpened"]) > 2003,
      sales: units(row["AnnualSales"]) < units("800000"),
      staff: Number(row["NumberEmployees"]) < 10,
      brands: brands.get(row["ResellerKey"]) === "4+",
      payment: !unknown && units(row["MinPaymentAmount"]) < units("600"),
      purchases: (bought.get(row["ResellerKey"]) ?? 0n) < units("2000"),
    };
    for (const [name, fail] of Object.entries(fails)) if (fail) failed[name as keyof typeof failed]++;
    if (unknown) outcomes.paymentUnknown++;
    outcomes[Object.values(fails).includes(true) ? "rejected" : unknown ? "information_requested" : "admitted"]++;
  }
  return { failed, outcomes };
}

describe("701 resellers go through a policy", () => {
  const policy = read("resellers-policy.json");
  const applications: readonly AdmissionApplication[] = loadApplications("2014-01-01");
  const decisions = evaluateAdmissions(applications, policy).map(({ outcome }) => outcome);
  const count = (rule: string, status: string) =>
    decisions.filter(({ needed }) => needed.some((need) => need.rule === rule && need.status === status)).length;

  test("as many are admitted, asked and rejected as plain conditions say", () => {
    const by = (status: string) => decisions.filter((decision) => decision.status === status).length;
    const got = {
      admitted: by("admitted"),
      information_requested: by("information_requested"),
      rejected: by("rejected"),
      paymentUnknown: count("bicycles.minimum_payment", "unknown"),
    };
    expect(got).toStrictEqual({ admitted: 44, information_requested: 128, rejected: 529, paymentUnknown: 510 });
    expect(got).toStrictEqual(countByHand().outcomes);
  });

  test("and as many for each reason", () => {
    const got = {
      years: count("admission.experience_sufficient", "unmet"),
      sales: count("admission.sales_capacity_sufficient", "unmet"),
      staff: count("bicycles.enough_staff", "unmet"),
      brands: count("bicycles.few_rivals", "unmet"),
      payment: count("bicycles.minimum_payment", "unmet"),
      purchases: count("bicycles.still_buys", "unmet"),
    };
    expect(got).toStrictEqual({ years: 39, sales: 87, staff: 87, brands: 314, payment: 22, purchases: 291 });
    expect(got).toStrictEqual(countByHand().failed);
  });

  test("everybody learns of everything at once", () => {
    for (const { status, needed, findings } of decisions) {
      expect(findings).toHaveLength(13 + 4);
      expect(needed.length === 0).toBe(status === "admitted");
    }
  });

  test("rules about which the data say nothing are warned of as loosened, and unset thresholds are listed", () => {
    const remarks = checkAdmissionPolicy(policy, []);
    expect(remarks.filter(({ severity }) => severity === "fault")).toStrictEqual([]);
    expect(remarks.filter(({ severity }) => severity === "warning")).toHaveLength(10);
    expect(remarks.filter(({ severity }) => severity === "unset").map(({ path }) => path)).toStrictEqual([
      "minRegisteredCapital",
      "minCreditGrade",
      "minFreeProperty",
      "minOutletNetwork",
    ]);
  });
});
