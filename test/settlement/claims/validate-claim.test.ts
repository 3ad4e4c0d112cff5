import {
  type ChannelClaim,
  type ClaimValidationFacts,
  type ClaimValidationPolicy,
  claimCriteria,
  claimKinds,
  validateClaim,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { claimOf, cny } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectWords } from "../../support/says.js";

const policy: ClaimValidationPolicy = {
  criteria: claimCriteria,
  agreement: { id: "SPA-7", currency: "CNY", period: { start: "2024-05-01", end: "2024-07-01" }, productIds: ["P"], claimWithinDays: 20 },
  duplicateKey: ["kind", "memberId", "lineId"],
};
const computed = { amount: cny("80"), lines: [{ id: "resale-1", quantity: "10", amount: "80" }] };
const known = { asOf: "2024-05-20", standing: [], memberStatus: "active", quantityLeft: "10", amountLeft: "80", computed };
const validate = (
  claim: Partial<ChannelClaim>,
  facts: Partial<ClaimValidationFacts> = {},
  changed: Partial<ClaimValidationPolicy> = {},
) => {
  const answer = validateClaim(frozen({ ...known, claim: claimOf(claim), ...facts }), frozen({ ...policy, ...changed }));
  expectWords(answer.explanation);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  const { verdict, findings } = answer.outcome;
  return [verdict, ...findings.filter(({ status }) => status !== "met").map(({ code, status }) => `${code.slice(7)} ${status}`)];
};

describe("validateClaim()", () => {
  test("complaint 40: a sound claim is valid, by every row", () => {
    expect(validate({})).toStrictEqual(["valid"]);
    expect(validateClaim({ ...known, claim: claimOf() }, policy).outcome.findings).toHaveLength(10);
  });

  test.each([
    ["member_active", {}, { memberStatus: "suspended" }],
    ["currency_agrees", { amount: { amount: "80", currency: "USD" } }, { computed: { amount: { amount: "80", currency: "USD" } } }],
    ["in_period", { eventDate: "2024-04-30" }, {}],
    ["in_time", { submittedOn: "2024-05-27" }, {}],
    ["products_covered", { lines: [{ id: "resale-1", productId: "Q", quantity: "1", amount: "80" }] }, {}],
    ["quantity_within", {}, { quantityLeft: "9.99" }],
    ["first_of_its_key", {}, { standing: [claimOf({ id: "A" })] }],
    ["resale_proof_there", { evidence: [] }, {}],
  ] as const)("complaint 40: it says what fails before anybody works on it: %s", (row, claim, facts) => {
    expect(validate(claim, facts)).toStrictEqual(["invalid", `${row} unmet`]);
  });

  test("the last day of 20 is in time, the first day after them is not", () => {
    expect(validate({ submittedOn: "2024-05-25" })).toStrictEqual(["valid"]);
    expect(validate({ submittedOn: "2024-05-26" })).toStrictEqual(["valid"]);
    expect(validate({ submittedOn: "2024-05-27" })).toStrictEqual(["invalid", "in_time unmet"]);
    expect(validateClaim({ ...known, claim: claimOf() }, policy).outcome.claimBy).toBe("2024-05-26");
    expect(validate({ submittedOn: "2030-01-01" }, {}, { agreement: { ...policy.agreement, claimWithinDays: null } })).toStrictEqual([
      "valid",
    ]);
  });

  test("complaint 40: everything that fails is named at once", () => {
    expect(validate({ eventDate: "2024-01-01", evidence: [] }, { memberStatus: "exited", quantityLeft: "1" })).toStrictEqual([
      "invalid",
      "member_active unmet",
      "in_period unmet",
      "in_time unmet",
      "quantity_within unmet",
      "resale_proof_there unmet",
    ]);
  });

  test.each([
    ["member_active", { memberStatus: undefined }],
    ["quantity_within", { quantityLeft: undefined }],
    ["first_of_its_key", { standing: undefined }],
    ["amount_as_computed", { computed: { ...computed, amount: { amount: "80", currency: "USD" } } }],
  ])("what is not known is never a pass: %s", (row, facts) => {
    expect(validate({}, facts)).toStrictEqual(["undetermined", `${row} unknown`]);
  });

  test.each([
    ["79.99", ["invalid", "amount_as_computed unmet"]],
    ["80", ["valid"]],
    ["80.01", ["valid"]],
  ])("complaint 40: no more is asked than the agreement comes to by its own calculation: 80 of %s", (amount, want) => {
    expect(validate({}, { computed: { ...computed, amount: cny(amount) } })).toStrictEqual(want);
  });

  test.each([
    [{ id: "resale-1", quantity: "9.99", amount: "80" }, "invalid"],
    [{ id: "resale-1", quantity: "10", amount: "80" }, "valid"],
    [{ id: "resale-1", quantity: "10.01", amount: "80" }, "valid"],
    [{ id: "resale-1", amount: "80" }, "valid"],
    [{ id: "resale-1", quantity: "10", amount: "79.99" }, "invalid"],
    [{ id: "resale-2", quantity: "10", amount: "80" }, "invalid"],
  ])("complaint 40: line by line, a claim is held to the calculation: %j is %s", (line, want) => {
    const found = validate({}, { computed: { amount: cny("80"), lines: [line] } });
    expect(found).toStrictEqual(want === "valid" ? ["valid"] : ["invalid", "lines_as_computed unmet"]);
  });

  test("without a calculation nothing is told of what it comes to", () => {
    expect(validate({}, { computed: undefined })).toStrictEqual([
      "undetermined",
      "amount_as_computed unknown",
      "lines_as_computed unknown",
    ]);
  });

  test("a write-up that the member owes leaves nothing to claim", () => {
    const evidence = [{ id: "E", kind: "stock_proof" }];
    const owing = { amount: cny("-30") };
    expect(validate({ kind: "price_protection", evidence }, { computed: owing })).toStrictEqual(["invalid", "amount_as_computed unmet"]);
  });

  test("a claim under another agreement cannot be told by this one", () => {
    expect(validate({ agreementId: "SPA-8" })).toStrictEqual([
      "undetermined",
      "currency_agrees unknown",
      "in_period unknown",
      "products_covered unknown",
    ]);
  });

  test("a fund's claim is held to the money that is left, to the cent", () => {
    const fund: Partial<ChannelClaim> = { kind: "market_development_fund", lines: [], evidence: [{ id: "E", kind: "performance_proof" }] };
    expect(validate(fund, { amountLeft: "79.99" })).toStrictEqual(["invalid", "amount_within unmet"]);
    expect(validate(fund, { amountLeft: "80" })).toStrictEqual(["valid"]);
    expect(validate(fund, { amountLeft: "80.01" })).toStrictEqual(["valid"]);
    expect(validate(fund, { amountLeft: undefined })).toStrictEqual(["undetermined", "amount_within unknown"]);
  });

  test("stock rotation and price protection are kinds like the others, with their own rows", () => {
    const evidence = [{ id: "E", kind: "stock_proof" }];
    expect(validate({ kind: "stock_rotation", evidence })).toStrictEqual(["valid"]);
    expect(validate({ kind: "price_protection", evidence })).toStrictEqual(["valid"]);
    expect(validate({ kind: "price_protection" })).toStrictEqual(["invalid", "stock_proof_there unmet"]);
  });

  test("a claim against a member does not depend on how it stands", () => {
    const evidence = [{ id: "E", kind: "scan_record" }];
    expect(validate({ kind: "violation", evidence }, { memberStatus: undefined })).toStrictEqual(["valid"]);
  });

  test("a proof that lapsed proves nothing", () => {
    const evidence = [{ id: "E", kind: "resale_proof", validTo: "2024-05-20" }];
    expect(validate({ evidence })).toStrictEqual(["invalid", "resale_proof_there unmet"]);
  });

  test("it says which claim came first", () => {
    const standing = [claimOf({ id: "B", submittedOn: "2024-05-02" }), claimOf({ id: "A", submittedOn: "2024-05-03" })];
    expect(validateClaim({ ...known, standing, claim: claimOf() }, policy).outcome.duplicates).toStrictEqual([
      { claimId: "C-1", lineId: "resale-1", firstClaimId: "B", submittedOn: "2024-05-02" },
    ]);
  });

  test("a host's own row is asked without a line of code", () => {
    const own = {
      criterion: { code: "acme.few_lines", kind: "max" as const, fact: "lineCount", max: "0", title: { en: "No lines", zh: "无行" } },
      kinds: claimKinds,
    };
    expect(validateClaim({ ...known, claim: claimOf() }, { ...policy, criteria: [own] }).outcome.verdict).toBe("invalid");
  });

  test("lines that do not add up, and rows named twice, are faults", () => {
    expect(faultAt(() => validate({ amount: cny("81") }))).toBe("kernel.outside_bounds at facts.claim.amount.amount");
    const [row] = claimCriteria;
    expect(faultAt(() => validate({}, {}, { criteria: [row, row] as typeof claimCriteria }))).toBe(
      "kernel.named_twice at policy.criteria[1].criterion.code",
    );
  });
});
