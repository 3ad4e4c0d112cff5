/** Claims, from the calculation they rest on over their decision to the member's account, and the fund that pays for them. */
import { computePriceProtection, type PriceProtectionFacts, type PriceProtectionPolicy } from "qudao/pricing";
import {
  addFundEntry,
  buildAccountStatement,
  buildClaimEntry,
  buildFundEntries,
  type ChannelClaim,
  type ClaimEvent,
  type ClaimLife,
  type ClaimLifeFacts,
  claimCriteria,
  computeCoopAccrual,
  type FundEntry,
  type FundPolicy,
  reviewFunds,
  startClaim,
  stepClaim,
  validateClaim,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";

const cny = (amount: string) => ({ amount, currency: "CNY" });
const maker = { by: "Li", side: "manufacturer" } as const;
const dealer = { by: "Chen", side: "member" } as const;

function advanced(life: ClaimLife, event: ClaimEvent, facts: ClaimLifeFacts = {}): ClaimLife {
  const step = stepClaim(life, event, facts);
  if (!step.ok) throw new Error(JSON.stringify(step.problem));
  return step.value.next;
}

function statementOf(entries: readonly Parameters<typeof buildAccountStatement>[0]["entries"][number][]) {
  return buildAccountStatement(
    {
      asOf: "2024-07-31",
      period: { start: "2024-06-01", end: "2024-08-01" },
      account: { id: "D1" },
      entries,
      billTo: [],
      receivables: [],
      disputes: [],
      sources: [],
      earnings: [],
    },
    { currency: "CNY", decimals: 2, undated: "due", setOff: { order: "none", reach: "due" }, minimumPayment: "0", documents: [] },
  ).outcome;
}

describe("a price protection claim and the price protection it rests on", () => {
  // 100 → 85 on 1 June. R-1: 80 on hand and 20 sold since, at 15 each = 1,500. R-2 waits for its proof. R-3 came on the day of the change.
  const change: PriceProtectionFacts = {
    changedOn: "2024-06-01",
    currency: "CNY",
    oldPrice: "100",
    newPrice: "85",
    lots: [
      { id: "R-1", receivedOn: "2024-05-20", onHand: "80", soldSince: "20", proof: "verified" },
      { id: "R-2", receivedOn: "2024-05-25", onHand: "10", soldSince: "0" },
      { id: "R-3", receivedOn: "2024-06-01", onHand: "50", soldSince: "0", proof: "verified" },
    ],
  };
  const terms: PriceProtectionPolicy = { windowDays: 60, proof: "required", rise: "nothing", rounding: { decimals: 2, mode: "half_up" } };

  const claimFor = (amount: string, lines: ChannelClaim["lines"]): ChannelClaim => ({
    id: "PP-1",
    kind: "price_protection",
    memberId: "D1",
    agreementId: "AG-1",
    eventDate: "2024-06-01",
    submittedOn: "2024-06-10",
    amount: cny(amount),
    lines,
    evidence: [{ id: "ST-1", kind: "stock_proof" }],
  });

  const verdictOn = (claim: ChannelClaim, policy: PriceProtectionPolicy = terms, facts: PriceProtectionFacts = change) => {
    const { credit, lots } = computePriceProtection(facts, policy).outcome;
    const { outcome } = validateClaim(
      { asOf: "2024-06-10", claim, standing: [], memberStatus: "active", computed: { amount: credit, lines: lots } },
      {
        criteria: claimCriteria,
        agreement: {
          id: "AG-1",
          currency: "CNY",
          period: { start: "2024-01-01", end: "2025-01-01" },
          productIds: ["P"],
          claimWithinDays: 30,
        },
        duplicateKey: ["kind", "memberId", "lineId"],
      },
    );
    return [outcome.verdict, ...outcome.findings.filter(({ status }) => status !== "met").map(({ code }) => code)];
  };
  const lot = (id: string, quantity: string, amount: string) => ({ id, productId: "P", quantity, amount });

  test("complaint 40: what the calculation comes to is valid, a cent or a unit more is not", () => {
    expect(verdictOn(claimFor("1500", [lot("R-1", "100", "1500")]))).toStrictEqual(["valid"]);
    expect(verdictOn(claimFor("1499.99", [lot("R-1", "100", "1499.99")]))).toStrictEqual(["valid"]);
    expect(verdictOn(claimFor("1500.01", [lot("R-1", "100", "1500.01")]))).toStrictEqual([
      "invalid",
      "claims.amount_as_computed",
      "claims.lines_as_computed",
    ]);
    expect(verdictOn(claimFor("1500", [lot("R-1", "101", "1500")]))).toStrictEqual(["invalid", "claims.lines_as_computed"]);
  });

  test("stock that waits for its proof, or came at the new price, cannot be claimed for", () => {
    expect(verdictOn(claimFor("1500", [lot("R-1", "90", "1350"), lot("R-2", "10", "150")]))).toStrictEqual([
      "invalid",
      "claims.lines_as_computed",
    ]);
    expect(verdictOn(claimFor("750", [lot("R-3", "50", "750")]))).toStrictEqual(["invalid", "claims.lines_as_computed"]);
  });

  test("a cap holds the claim as a whole, and a price rise leaves nothing to claim", () => {
    const capped = { ...terms, cap: "1000" };
    expect(verdictOn(claimFor("1000", [lot("R-1", "100", "1000")]), capped)).toStrictEqual(["valid"]);
    expect(verdictOn(claimFor("1000.01", [lot("R-1", "100", "1000.01")]), capped)).toStrictEqual(["invalid", "claims.amount_as_computed"]);
    const rise: PriceProtectionPolicy = { ...terms, rise: "write_up" };
    expect(verdictOn(claimFor("1", [lot("R-1", "100", "1")]), rise, { ...change, newPrice: "115" })).toStrictEqual([
      "invalid",
      "claims.amount_as_computed",
      "claims.lines_as_computed",
    ]);
  });

  test("granted, it is owed in the member's account; reversed, it is not", () => {
    const claim = claimFor("1500", [lot("R-1", "100", "1500")]);
    const validation = verdictOn(claim)[0] as "valid";
    const handedIn = advanced(startClaim({ claim, asOf: "2024-06-10" }), { type: "submitted", asOf: "2024-06-10", ...dealer });
    const checked = advanced(handedIn, { type: "validationBegan", asOf: "2024-06-11", ...maker });
    const granted = advanced(checked, { type: "approved", asOf: "2024-06-12", ...maker, amount: "1500" }, { validation });
    const entry = buildClaimEntry({ life: granted, entryId: "E-1", date: "2024-06-12", dueDate: "2024-07-12" });
    if (!entry.ok) throw new Error(entry.problem.code);
    expect(statementOf([entry.value])).toMatchObject({ closing: "1500.00", overdue: "1500.00" });
    const payable = advanced(granted, { type: "booked", asOf: "2024-06-12", ...maker, entryId: "E-1", amount: "1500" });
    const paid = advanced(payable, { type: "paid", asOf: "2024-06-28", ...maker, paymentId: "CN-1" });
    const reversed = advanced(paid, { type: "reversed", asOf: "2024-07-01", ...maker, ground: "Counted twice" });
    const back = buildClaimEntry({ life: reversed, entryId: "E-2", date: "2024-07-01" });
    if (!back.ok) throw new Error(back.problem.code);
    expect(statementOf([entry.value, back.value])).toMatchObject({ closing: "0.00", openItems: [] });
  });
});

describe("a marketing fund and the claims on it", () => {
  const policy: FundPolicy = { requiredProofs: ["invoice"], unused: "returns", warnDays: 30 };

  test("G-14: a claim that was cut frees its money, and what is paid by the account is what the fund has paid", () => {
    // half of 1,200 spent, at most 2 % of 40,000: 600
    const share = computeCoopAccrual(
      { spend: cny("1200"), purchases: cny("40000") },
      { currency: "CNY", share: "0.5", cap: "0.02", rounding: { decimals: 2, mode: "half_up" } },
    ).outcome.amount;
    let ledger: readonly FundEntry[] = [
      { id: "B", kind: "budget", parentId: null, amount: cny("1000"), date: "2024-01-01" },
      { id: "A", kind: "allocation", parentId: "B", memberId: "D1", amount: share, date: "2024-01-05", expiresOn: null },
      { id: "R", kind: "request", parentId: "A", activity: "fair", amount: cny("600"), date: "2024-03-01", claimDueOn: null },
    ];
    let life = startClaim({
      claim: {
        id: "C-1",
        kind: "co_op",
        memberId: "D1",
        agreementId: "AG-1",
        eventDate: "2024-05-20",
        submittedOn: "2024-06-01",
        amount: cny("600"),
        lines: [],
        evidence: [{ id: "I-9", kind: "performance_proof" }],
      },
      asOf: "2024-06-01",
    });
    const book = (asOf: string) => {
      const answer = buildFundEntries({ life, requestId: "R", entries: ledger, runId: `F-${asOf}`, asOf }, policy);
      if (!answer.ok) return answer.problem.code;
      ledger = [...ledger, ...answer.value.outcome.entries];
      const { held, paid } = answer.value.outcome;
      return [held.amount, paid.amount];
    };
    const unclaimed = () => reviewFunds({ entries: ledger, asOf: "2024-07-31" }, policy).outcome.requests.map((line) => line.unclaimed);

    life = advanced(life, { type: "submitted", asOf: "2024-06-01", ...dealer });
    expect(book("2024-06-01")).toStrictEqual(["600", "0"]);
    expect(unclaimed()).toStrictEqual([]);
    life = advanced(life, { type: "validationBegan", asOf: "2024-06-02", ...maker });
    const approval = { type: "approved", asOf: "2024-06-03", ...maker, amount: "450", ground: "No photos of the second day" } as const;
    // the fund has nothing beside the 600 that it holds for the claim
    life = advanced(life, approval, { allocationLeft: "600" });
    expect(book("2024-06-03")).toStrictEqual(["450", "0"]);
    expect(unclaimed()).toStrictEqual(["150"]);

    const entry = buildClaimEntry({ life, entryId: "E-1", date: "2024-06-20" });
    if (!entry.ok) throw new Error(entry.problem.code);
    life = advanced(life, { type: "booked", asOf: "2024-06-20", ...maker, entryId: "E-1", amount: "450" });
    expect(book("2024-06-20")).toStrictEqual(["450", "0"]);
    life = advanced(life, { type: "paid", asOf: "2024-06-20", ...maker, paymentId: "T-1" });
    // what is not proven is not paid by the fund
    expect(book("2024-06-20")).toBe("settlement.fund_proof_open");
    const claimEntry = ledger.find(({ kind }) => kind === "claim") as FundEntry;
    const proof: FundEntry = { id: "P", kind: "proof", parentId: claimEntry.id, proof: "invoice", status: "accepted", date: "2024-06-20" };
    expect(addFundEntry({ entries: ledger, entry: proof }, policy).ok).toBe(true);
    ledger = [...ledger, proof];
    expect(book("2024-06-20")).toStrictEqual(["450", "450"]);
    const { outcome } = reviewFunds({ entries: ledger, asOf: "2024-07-31" }, policy);
    expect(outcome.budgets).toMatchObject([
      { budget: "1000", allocated: "600", requested: "600", claimed: "450", reimbursed: "450", shortfall: "0" },
    ]);
    expect(statementOf([entry.value]).closing).toBe("450.00");

    // taken back in the account, it is taken back in the fund
    life = advanced(life, { type: "reversed", asOf: "2024-07-10", ...maker, ground: "The fair was cancelled" });
    expect(book("2024-07-10")).toStrictEqual(["0", "0"]);
    expect(unclaimed()).toStrictEqual(["600"]);
  });
});
