import { type CreditAccount, type CreditGroup, type CreditLimit, type CreditLimitPolicy, findCreditLimit } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { account, limitOf, shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const policy: CreditLimitPolicy = {
  currency: "CNY",
  companyLimit: { kind: "not_set" },
  expiryGraceDays: 7,
  blankExpiry: "never_expires",
  securities: [
    { kind: "guarantee", rate: "1", effect: "raises_limit" },
    { kind: "insurance", rate: "0.9", effect: "raises_limit" },
    { kind: "deposit", rate: "1", effect: "lowers_exposure" },
  ],
};
const find = (given?: CreditAccount, changes: Partial<CreditLimitPolicy> = {}, group?: CreditGroup, asOf = "2024-03-15") =>
  shown(findCreditLimit({ asOf, account: given, group }, { ...policy, ...changes }));
const notSet: CreditLimit = { kind: "not_set" };
const group: CreditGroup = { id: "G", limit: limitOf("700"), check: "group_then_member" };

describe("findCreditLimit()", () => {
  test.each<[CreditLimit["kind"], CreditLimit]>([
    ["unlimited", { kind: "unlimited" }],
    ["zero", { kind: "zero" }],
    ["not_set", notSet],
    ["amount", limitOf("100")],
  ])("%s stays what it is", (kind, limit) => {
    expect(find(account(limit))).toMatchObject({
      kind,
      amount: kind === "amount" ? "100" : null,
      source: kind === "not_set" ? null : "member",
    });
  });

  test("S19-136: only a limit that nobody set falls back, to the group and then to the company; cash only never does", () => {
    const companyLimit = limitOf("50");
    expect(find(account(notSet), { companyLimit }, group)).toMatchObject({ amount: "700", source: "group" });
    expect(find(account(notSet), { companyLimit })).toMatchObject({ amount: "50", source: "company" });
    expect(find(undefined, { companyLimit })).toMatchObject({ amount: "50", source: "company" });
    expect(find(undefined)).toMatchObject({ kind: "not_set", source: null });
    expect(find(account({ kind: "zero" }), { companyLimit }, group)).toMatchObject({ kind: "zero", source: "member" });
  });

  test.each([
    ["2024-02-29", "100", "member"],
    ["2024-03-01", "30", "temporary"],
    ["2024-03-31", "30", "temporary"],
    ["2024-04-01", "100", "member"],
  ])("on %s the limit is %s: inside its days a temporary one replaces the base, also downward", (asOf, amount, source) => {
    const temporary = [{ period: { start: "2024-03-01", end: "2024-04-01" }, limit: limitOf("30") }];
    expect(find(account(limitOf("100"), { temporary }), {}, undefined, asOf)).toMatchObject({ amount, source });
  });

  test("of two temporary limits the one that began last holds; one that is not set changes nothing", () => {
    const period = (start: string) => ({ start, end: "2025-01-01" });
    const temporary = [
      { period: period("2024-03-01"), limit: limitOf("30") },
      { period: period("2024-02-01"), limit: limitOf("60") },
    ];
    expect(find(account(limitOf("100"), { temporary })).amount).toBe("30");
    expect(find(account(limitOf("100"), { temporary: [{ period: period("2024-03-01"), limit: notSet }] })).amount).toBe("100");
  });

  test.each([
    ["2024-03-14", false],
    ["2024-03-21", false],
    ["2024-03-22", true],
  ])("a limit that ends on 15 March with seven days of grace is on %s expired: %s", (asOf, expired) => {
    expect(find(account(limitOf("100"), { expiresOn: "2024-03-15" }), {}, undefined, asOf)).toMatchObject({ amount: "100", expired });
  });

  test("a limit without an end never expires or counts as expired, as the policy says; cash only does not expire", () => {
    expect(find(account(limitOf("100"))).expired).toBe(false);
    expect(find(account(limitOf("100")), { blankExpiry: "expired" }).expired).toBe(true);
    expect(find(account({ kind: "zero" }), { blankExpiry: "expired" }).expired).toBe(false);
  });

  test("G-21: guarantees and insurance raise the limit by their part, a deposit lowers the exposure, each only in its days", () => {
    const securities = [
      { id: "GU", kind: "guarantee", value: "50" },
      { id: "IN", kind: "insurance", value: "100", to: "2024-03-16" },
      { id: "OLD", kind: "insurance", value: "100", to: "2024-03-15" },
      { id: "NEXT", kind: "guarantee", value: "100", from: "2024-03-16" },
      { id: "DE", kind: "deposit", value: "20" },
      { id: "CO", kind: "collateral", value: "999" },
    ] as const;
    expect(find(account(limitOf("100"), { securities }))).toMatchObject({ amount: "240", lowersExposureBy: "20" });
  });

  test("S19-86: free collateral feeds the limit", () => {
    const securities = [{ id: "CO", kind: "collateral", value: "430000" }] as const;
    expect(
      find(account(limitOf("100000"), { securities }), { securities: [{ kind: "collateral", rate: "0.5", effect: "raises_limit" }] })
        .amount,
    ).toBe("315000");
  });

  test("securities make no credit where there is none", () => {
    const securities = [{ id: "GU", kind: "guarantee", value: "50" }] as const;
    for (const limit of [{ kind: "zero" }, notSet, { kind: "unlimited" }] as const)
      expect(find(account(limit, { securities }))).toMatchObject({ kind: limit.kind, amount: null, lowersExposureBy: "0" });
  });

  test("a group that the account names and nobody handed over is no group without a limit", () => {
    expect(faultAt(() => find(account(notSet, { groupId: "G" })))).toBe("kernel.missing at facts.group");
    expect(faultAt(() => find(account(notSet, { groupId: "H" }), {}, group))).toBe("kernel.unknown_row at facts.group");
    expect(find(account(notSet, { groupId: "G" }), {}, group).amount).toBe("700");
  });

  test("names the place of what is malformed: a limit of 0 is written as zero", () => {
    expect(faultAt(() => find(account(limitOf("0"))))).toBe("kernel.not_above_zero at facts.account.limit.amount");
    expect(faultAt(() => find(account({ kind: "none" as never })))).toBe("kernel.not_a_choice at facts.account.limit.kind");
    expect(faultAt(() => find(undefined, { securities: [...policy.securities, ...policy.securities] }))).toBe(
      "kernel.named_twice at policy.securities[3].kind",
    );
  });
});
