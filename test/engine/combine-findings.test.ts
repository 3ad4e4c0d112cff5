import { combineFindings, type Finding, type RuleStatus, type RuleWeight } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { revoked } from "../support/throwing.js";

const finding = (status: RuleStatus, weight: RuleWeight = "mandatory"): Finding => ({ code: "shop.rule", status, weight, params: {} });

describe("combineFindings()", () => {
  test.each([
    { statuses: ["met", "met"], verdict: "met", why: "all hold" },
    { statuses: ["met", "excepted"], verdict: "met_with_exceptions", why: "one is waived" },
    { statuses: ["excepted", "unknown"], verdict: "unknown", why: "unknown beats an exception" },
    { statuses: ["unknown", "met"], verdict: "unknown", why: "unknown is never a pass" },
    { statuses: ["unknown", "unmet"], verdict: "unmet", why: "unmet beats unknown" },
    { statuses: ["unmet", "excepted", "met"], verdict: "unmet", why: "one unmet decides" },
    { statuses: [], verdict: "met", why: "nothing was asked, nothing stands against it" },
  ] as const)("$statuses: $verdict, $why", ({ statuses, verdict }) => {
    expect(combineFindings(statuses.map((status) => finding(status)))).toBe(verdict);
    expect(combineFindings([...statuses].reverse().map((status) => finding(status)))).toBe(verdict);
  });

  test.each(["met", "unmet", "unknown", "excepted"] as const)("an advisory finding that is %s decides nothing", (status) => {
    expect(combineFindings([finding("met"), finding(status, "advisory")])).toBe("met");
    expect(combineFindings([finding("unmet"), finding(status, "advisory")])).toBe("unmet");
  });

  test("what is no finding is a fault, and never a pass", () => {
    const of = (...findings: readonly unknown[]) => faultAt(() => combineFindings(findings as never));
    expect(of({ ...finding("met"), status: "passed" })).toBe("kernel.not_a_choice at findings[0].status");
    expect(of({ ...finding("unmet"), weight: undefined })).toBe("kernel.not_a_choice at findings[0].weight");
    expect(of(finding("met"), ...new Array(1))).toBe("kernel.not_a_record at findings[1]");
    expect(faultAt(() => combineFindings(undefined as never))).toBe("kernel.not_a_list at findings");
    expect(faultAt(() => combineFindings(revoked() as never))).toBe("kernel.unreadable at findings");
  });
});
