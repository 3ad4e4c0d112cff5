/** Whatever happens to claims on a fund, budget ≥ allocations ≥ requests ≥ claims ≥ payments, and the account and the fund have paid the same. */
import fc from "fast-check";
import {
  addFundEntry,
  buildClaimEntry,
  buildFundEntries,
  type ClaimEvent,
  type ClaimLife,
  type ClaimState,
  type FundEntry,
  type FundPolicy,
  reviewFunds,
  type SettlementEntry,
  startClaim,
  stepClaim,
} from "qudao/settlement";
import { expect, test } from "vitest";
import { claimOf, cny, dealer, maker } from "../../support/claims.js";
import { allocation, budget, request } from "../../support/funds.js";

const policy: FundPolicy = { requiredProofs: [], unused: "returns", warnDays: 0 };
const day = (n: number) => `2024-06-${String(1 + n).padStart(2, "0")}`;
const fen = (amount: string) => Math.round(Number(amount) * 100);
const yuan = (cents: number) => (cents / 100).toFixed(2);

/** What can happen to a claim where it stands; one of them does. */
const NEXT: { readonly [S in ClaimState]: readonly string[] } = {
  draft: ["submitted", "submitted", "withdrawn"],
  submitted: ["validationBegan"],
  validating: ["approved", "partly", "partly", "rejected", "informationRequested"],
  info_requested: ["informationGiven", "withdrawn"],
  approved: ["booked"],
  partly_approved: ["booked", "disputed"],
  rejected: ["resubmitted", "disputed", "closed"],
  disputed: ["disputeUpheld", "disputeDismissed", "withdrawn"],
  payable: ["paid", "paid", "reversed"],
  paid: ["reversed"],
  closed: [],
  reversed: [],
  withdrawn: [],
  lapsed: [],
};

const move = fc.record({ claim: fc.nat(2), what: fc.nat(11), cents: fc.integer({ min: 1, max: 15_000 }) });

function eventOf(life: ClaimLife, what: string, cents: number, asOf: string): ClaimEvent {
  const isTheMembers = ["submitted", "resubmitted", "informationGiven", "withdrawn", "disputed"].includes(what);
  const who = { asOf, ...(isTheMembers ? dealer : maker) };
  const ground = "because";
  if (what === "approved") return { type: "approved", ...who, amount: life.data.claimed };
  if (what === "partly") return { type: "approved", ...who, amount: yuan(cents), ground };
  if (what === "resubmitted") return { type: "resubmitted", ...who, amount: yuan(cents) };
  if (what === "booked") return { type: "booked", ...who, entryId: `E-${life.data.claimId}`, amount: life.data.approved ?? "0" };
  if (what === "paid") return { type: "paid", ...who, paymentId: "T" };
  return { type: what, ...who, ground } as ClaimEvent;
}

test("G-14: the ledger and the lives of its claims hold together, step by step", () => {
  let moved = 0;
  let full = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 3, maxLength: 3 }),
      fc.array(move, { maxLength: 24 }),
      (asked, moves) => {
        let ledger: readonly FundEntry[] = [
          budget("B", null, "500"),
          { ...allocation("A", "B", "400", null), memberId: "D1" } as FundEntry,
          request("R0", "A", "200", null),
          request("R1", "A", "150", null),
        ];
        const account: SettlementEntry[] = [];
        const lives = asked.map((cents, i) =>
          startClaim({ claim: claimOf({ id: `C-${i}`, kind: "co_op", amount: cny(yuan(cents)), lines: [] }), asOf: day(0) }),
        );
        moves.forEach(({ claim, what, cents }, i) => {
          const life = lives[claim] as ClaimLife;
          const can = NEXT[life.at];
          const step = stepClaim(life, eventOf(life, can[what % can.length] ?? "closed", cents, day(i)), {
            validation: "valid",
            allocationLeft: "400",
          });
          if (!step.ok) return;
          const next = step.value.next;
          const booking = buildFundEntries(
            { life: next, requestId: `R${claim % 2}`, entries: ledger, runId: `F${i}`, asOf: day(i) },
            policy,
          );
          if (!booking.ok) {
            // the host takes the step only where the fund can follow it
            expect(booking.problem.code).toBe("settlement.fund_exceeds");
            full++;
            return;
          }
          for (const entry of booking.value.outcome.entries) {
            expect(addFundEntry({ entries: ledger, entry }, policy).ok).toBe(true);
            ledger = [...ledger, entry];
          }
          lives[claim] = next;
          moved++;
          if (next.at === "payable" || next.at === "reversed") {
            const before = next.at === "payable" ? life : next;
            const entry = buildClaimEntry({ life: before, entryId: `${next.at}-${i}`, date: day(i) });
            if (!entry.ok) throw new Error(entry.problem.code);
            account.push(entry.value);
          }
          const { outcome } = reviewFunds({ entries: ledger, asOf: day(i) }, policy);
          for (const line of outcome.budgets) {
            const chain = [line.budget, line.allocated, line.requested, line.claimed, line.reimbursed].map(fen);
            expect(chain).toStrictEqual([...chain].sort((a, b) => b - a));
          }
          expect(outcome.requests.every(({ unclaimed }) => fen(unclaimed) > 0)).toBe(true);
          // what the account owes and the fund has not paid yet is what is payable
          const owed = account.reduce((sum, { amount }) => sum + fen(amount.amount), 0);
          const payable = lives.reduce((sum, { at, data }) => sum + (at === "payable" ? fen(data.approved ?? "0") : 0), 0);
          expect(fen(outcome.budgets[0]?.reimbursed ?? "0") + payable).toBe(owed);
          const again = buildFundEntries({ life: next, requestId: `R${claim % 2}`, entries: ledger, runId: "again", asOf: day(i) }, policy);
          expect(again.ok && again.value.outcome.entries).toStrictEqual([]);
        });
      },
    ),
    { seed: 20240101, numRuns: 250 },
  );
  expect(moved).toBeGreaterThan(500);
  expect(full).toBeGreaterThan(20);
});
