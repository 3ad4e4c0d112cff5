/** Whatever is handed in, each verb of claims answers or names code and place of the first fault. */
import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import * as settlement from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { altered, someJson } from "../../support/altered.js";
import {
  approvedClaim,
  claimOf,
  claimTerms,
  cny,
  draftClaim,
  granted,
  handedIn,
  partlyApproved,
  validating,
} from "../../support/claims.js";
import { fundClaim, fundEntries, fundPolicy, proofOf } from "../../support/funds.js";
import { bearsTenThousand } from "../../support/settlement-hostile.js";

const rounding = { decimals: 2, mode: "half_up" };
const movements = [{ id: "in", kind: "paid", on: "2024-01-01", amount: "1000" }];
const agreement = {
  id: "SPA-7",
  currency: "CNY",
  period: { start: "2024-05-01", end: "2024-07-01" },
  productIds: ["P"],
  claimWithinDays: 20,
};

/** Every verb with arguments that it accepts. */
const calls: { readonly [verb: string]: readonly [(...given: never[]) => unknown, ...given: readonly unknown[]] } = {
  computeShipAndDebit: [
    settlement.computeShipAndDebit,
    {
      memberId: "D1",
      asOf: "2024-05-31",
      claimedLineIds: ["9"],
      claimedBefore: [{ productId: "P", quantity: "1" }],
      bookPrices: [{ productId: "P", from: "2024-01-01", price: "99" }],
      lines: [
        {
          id: "1",
          productId: "P",
          endCustomerId: "C1",
          date: "2024-05-06",
          quantity: "10",
          proofId: "doc",
          consumed: [{ quantity: "10", cost: "100" }],
        },
      ],
    },
    {
      id: "SPA-7",
      currency: "CNY",
      period: agreement.period,
      memberIds: ["D1"],
      endCustomerIds: "all",
      products: [{ productId: "P", form: { kind: "down_to", price: "92" }, contractPrice: "100", quantityLimit: "8" }],
      costBasis: "consumed_stock",
      quantityLimit: "20",
      atLimit: "cut",
      claimWithinDays: 30,
      proofOfSale: "required",
      rounding,
    },
  ],
  validateClaim: [
    settlement.validateClaim,
    {
      asOf: "2024-05-20",
      claim: claimOf(),
      standing: [claimOf({ id: "A" })],
      memberStatus: "active",
      quantityLeft: "10",
      amountLeft: "80",
      computed: { amount: cny("80"), lines: [{ id: "resale-1", quantity: "10", amount: "80" }] },
    },
    { criteria: settlement.claimCriteria, agreement, duplicateKey: ["kind", "lineId"] },
  ],
  findClaimDuplicates: [settlement.findClaimDuplicates, [claimOf(), claimOf({ id: "A" })], ["memberId", "lineId"]],
  startClaim: [settlement.startClaim, { claim: claimOf(), asOf: "2024-05-20", submitBy: "2024-06-30" }],
  stepClaim: [settlement.stepClaim, validating, granted("60", "why"), claimTerms],
  availableClaimEvents: [settlement.availableClaimEvents, validating, claimTerms],
  replayClaim: [
    settlement.replayClaim,
    { initial: draftClaim, records: [{ event: handedIn(), facts: claimTerms }] },
    { onRefusal: "stop" },
  ],
  findDueClaims: [settlement.findDueClaims, { claims: [{ state: draftClaim, facts: claimTerms }], from: "2024-06-01", asOf: "2024-07-31" }],
  buildClaimEntry: [settlement.buildClaimEntry, { life: approvedClaim, entryId: "E", date: "2024-06-20", sourceIds: ["a"] }],
  computeCoopAccrual: [
    settlement.computeCoopAccrual,
    { spend: cny("3000"), purchases: cny("60000") },
    { currency: "CNY", share: "0.5", cap: "0.02", rounding },
  ],
  addFundEntry: [settlement.addFundEntry, { entries: fundEntries.slice(0, 3), entry: fundClaim("N", "R", "10") }, fundPolicy],
  buildFundEntries: [
    settlement.buildFundEntries,
    {
      life: partlyApproved,
      requestId: "R",
      entries: [fundEntries[0], { ...fundEntries[1], memberId: "D1" }, fundEntries[2], { ...fundClaim("C", "R", "80"), claimId: "C-1" }],
      runId: "F",
      asOf: "2024-06-20",
    },
    fundPolicy,
  ],
  reviewFunds: [
    settlement.reviewFunds,
    { entries: [...fundEntries, proofOf("P", "C", "invoice", "accepted")], asOf: "2024-06-10" },
    fundPolicy,
  ],
  settleDeduction: [
    settlement.settleDeduction,
    {
      deduction: { id: "D", memberId: "M", amount: cny("113"), date: "2024-06-01" },
      targets: [{ entryId: "E1", open: cny("60") }],
      actions: [
        { id: "a", date: "2024-06-05", deductionId: "D", amount: "40", kind: "split", childId: "D1" },
        { id: "b", date: "2024-06-05", deductionId: "D1", amount: "20", kind: "match", targetEntryId: "E1" },
        { id: "c", date: "2024-06-05", deductionId: "D", amount: "3", kind: "write_off", by: "Li", ground: "small" },
      ],
    },
    { writeOffLimit: "5" },
  ],
  computeViolationCharge: [
    settlement.computeViolationCharge,
    {
      caseId: "V-1",
      memberId: "D1",
      occurrence: 1,
      chargedCodes: ["U9"],
      scans: [{ id: "1", unitCode: "U1", shippedTo: "D1", foundIn: "south", foundOn: "2024-06-01", value: "80" }],
    },
    {
      currency: "CNY",
      territoryIds: ["east"],
      tracedShare: "0.5",
      rows: [{ fromOccurrence: 1, charge: { kind: "multiple_of_value", factor: "3" } }],
      rounding,
    },
  ],
  chargeDeposit: [
    settlement.chargeDeposit,
    { asOf: "2024-06-30", movements, charges: [{ claimId: "V", amount: "800", date: "2024-06-01", ground: "why" }] },
    { required: "1000" },
  ],
  refundDeposit: [
    settlement.refundDeposit,
    { asOf: "2024-06-30", exitedOn: "2024-01-31", movementId: "out", movements, openClaims: [{ claimId: "V", amount: "1" }] },
    { holdDays: 30 },
  ],
};

describe("verbs of claims, whatever they are given", () => {
  test.each(Object.entries(calls))("%s answers, or names code and place", (_, [verb, ...good]) => {
    expect(() => verb(...(good as never[]))).not.toThrow();
    const given = fc.tuple(...good.map((whole) => fc.oneof(someJson, fc.constant(whole), altered(whole))));
    fc.assert(
      fc.property(given, (values) => {
        try {
          const answer = verb(...(values as never[]));
          expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
        } catch (caught) {
          if (!isLibraryFault(caught)) throw caught;
          expect([typeof caught.code, typeof caught.path]).toStrictEqual(["string", "string"]);
        }
      }),
      { seed: 20240101, numRuns: 100 },
    );
  });

  test.each(Object.entries(calls))("%s bears 10,000 values by chance", (_, [verb, ...good]) => {
    const { faults, answers } = bearsTenThousand(verb, good);
    expect(faults + answers).toBe(10_000);
    expect(faults).toBeGreaterThan(2_000);
  });
});
