import { buildFundEntries, type ClaimLife, type FundEntry, type FundPolicy, reviewFunds, startClaim } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import {
  bookedAs,
  checking,
  claimOf,
  cny,
  dealer,
  granted,
  grounded,
  handedIn,
  claimAfter as lifeAfter,
  maker,
  paidBy,
} from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { allocation, budget, proofOf, request } from "../../support/funds.js";
import { expectWords } from "../../support/says.js";

const policy: FundPolicy = { requiredProofs: [], unused: "returns", warnDays: 30 };
const base: readonly FundEntry[] = [
  budget("B", null, "1000"),
  { ...allocation("A", "B", "500", null), memberId: "D1" } as FundEntry,
  request("R", "A", "300", "2024-06-30"),
];
const draft = startClaim({ claim: claimOf({ kind: "co_op", amount: cny("300"), lines: [] }), asOf: "2024-05-20" });
const submitted = lifeAfter([handedIn()], draft);
const validating = lifeAfter([checking()], submitted);
const approved = lifeAfter([granted("300")], validating);
const partly = lifeAfter([granted("240", "no photos")], validating);
const rejected = lifeAfter([grounded("rejected")], validating);
const payable = lifeAfter([bookedAs("240")], partly);
const paid = lifeAfter([paidBy("T-1")], payable);

function book(life: ClaimLife, entries: readonly FundEntry[] = base, changes: object = {}, agreed: FundPolicy = policy) {
  const facts = { life, requestId: "R", entries, runId: `F${entries.length}`, asOf: "2024-06-20", ...changes };
  const answer = buildFundEntries(frozen(facts), frozen(agreed));
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  if (answer.ok) expectWords(answer.value.explanation);
  return answer;
}
function booked(life: ClaimLife, entries: readonly FundEntry[] = base) {
  const answer = book(life, entries);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.outcome;
}
const shown = (entries: readonly FundEntry[]) =>
  entries.map((entry) => [entry.kind, entry.parentId, "amount" in entry && entry.amount.amount]);
const then = (life: ClaimLife, entries: readonly FundEntry[] = base) => [...entries, ...booked(life, entries).entries];

describe("buildFundEntries()", () => {
  test.each([
    ["draft", draft, "0", "0"],
    ["submitted", submitted, "300", "0"],
    ["validating", validating, "300", "0"],
    ["approved", approved, "300", "0"],
    ["partly_approved", partly, "240", "0"],
    ["rejected", rejected, "0", "0"],
    ["disputed after a part", lifeAfter([grounded("disputed")], partly), "240", "0"],
    ["disputed after a rejection", lifeAfter([grounded("disputed")], rejected), "0", "0"],
    ["payable", payable, "240", "0"],
    ["paid", paid, "240", "240"],
    ["closed after a rejection", lifeAfter([{ type: "closed", asOf: "2024-06-21", ...maker }], rejected), "0", "0"],
    ["reversed before it was paid", lifeAfter([grounded("reversed", "2024-06-22")], payable), "0", "0"],
    ["reversed", lifeAfter([grounded("reversed", "2024-06-22")], paid), "0", "0"],
    ["withdrawn", lifeAfter([grounded("withdrawn")], submitted), "0", "0"],
  ] as const)(
    "G-14: of a claim that is %s, the fund holds and has paid what it should, whatever it held before",
    (_, life, held, spent) => {
      for (const before of [base, then(submitted), then(paid, then(partly, then(submitted)))]) {
        const outcome = booked(life, before);
        expect([outcome.held.amount, outcome.paid.amount]).toStrictEqual([held, spent]);
        expect(booked(life, [...before, ...outcome.entries]).entries).toStrictEqual([]);
      }
    },
  );

  test("complaint 42: what is cut is released, what is paid is paid of the claim, and nothing is booked twice", () => {
    const first = then(submitted);
    expect(shown(first.slice(3))).toStrictEqual([["claim", "R", "300"]]);
    const second = then(partly, first);
    expect(shown(second.slice(4))).toStrictEqual([["release", first[3]?.id, "60"]]);
    const third = then(paid, second);
    expect(shown(third.slice(5))).toStrictEqual([["reimbursement", first[3]?.id, "240"]]);
    const back = booked(lifeAfter([grounded("reversed", "2024-06-20")], paid), third);
    expect(shown(back.entries)).toStrictEqual([
      ["release", third[5]?.id, "240"],
      ["release", first[3]?.id, "240"],
    ]);
  });

  test("what was rejected and is handed in again is held again, by an entry of its own", () => {
    const ledger = then(rejected, then(submitted));
    const again = lifeAfter([{ type: "resubmitted", asOf: "2024-06-10", ...dealer, amount: "280" }], rejected);
    expect(shown(booked(again, ledger).entries)).toStrictEqual([["claim", "R", "280"]]);
  });

  test.each([
    ["299.99", "settlement.fund_exceeds"],
    ["300", "ok"],
    ["300.01", "ok"],
  ])("a claim of 300 under a request of %s is held to it: %s", (amount, want) => {
    const answer = book(submitted, [...base.slice(0, 2), request("R", "A", amount, null)]);
    expect(answer.ok ? "ok" : answer.problem.code).toBe(want);
  });

  test("what other claims hold is not there any more, until they let it go", () => {
    const other = { ...submitted, data: { ...submitted.data, claimId: "C-2", claimed: "100" } };
    const ledger = then(other);
    expect(book(submitted, ledger)).toMatchObject({ ok: false, problem: { code: "settlement.fund_exceeds", params: { left: "200" } } });
    const freed = then({ ...rejected, data: { ...rejected.data, claimId: "C-2" } }, ledger);
    expect(booked(submitted, freed).held.amount).toBe("300");
  });

  test("a claim is not paid before its proofs are accepted; proofs of every entry that follows it count", () => {
    const strict = { ...policy, requiredProofs: ["invoice"] };
    const ledger = then(partly, then(submitted));
    expect(book(paid, ledger, {}, strict)).toMatchObject({ ok: false, problem: { code: "settlement.fund_proof_open" } });
    const proven = [...ledger, proofOf("P", ledger[3]?.id as string, "invoice", "accepted", "2024-06-20")];
    expect(book(paid, proven, {}, strict)).toMatchObject({ ok: true, value: { outcome: { paid: cny("240") } } });
    // handed in again: the proof of the first time still counts
    const again = lifeAfter([{ type: "resubmitted", asOf: "2024-06-10", ...dealer, amount: "280" }], rejected);
    const twice = then(
      again,
      then(rejected, [...then(submitted), proofOf("P", then(submitted)[3]?.id as string, "invoice", "accepted", "2024-06-20")]),
    );
    const paidAgain = lifeAfter([checking("2024-06-11"), granted("280", undefined, "2024-06-12"), bookedAs("280"), paidBy("T-2")], again);
    expect(book(paidAgain, twice, {}, strict)).toMatchObject({ ok: true, value: { outcome: { paid: cny("280") } } });
  });

  test("nothing is claimed after the last day, of another currency, or of another member's money", () => {
    const code = (life: ClaimLife, changes: object) => {
      const answer = book(life, base, changes);
      return answer.ok ? "ok" : answer.problem.code;
    };
    expect(code(submitted, { asOf: "2024-06-30" })).toBe("ok");
    expect(code(submitted, { asOf: "2024-07-01" })).toBe("settlement.fund_claim_late");
    expect(code({ ...submitted, data: { ...submitted.data, currency: "USD" } }, {})).toBe("settlement.fund_currency");
    expect(code({ ...submitted, data: { ...submitted.data, memberId: "D2" } }, {})).toBe("settlement.fund_other_member");
  });

  // Held first on 20 June, let go after a rejection, and to be held again on 5 July: the last day was 30 June, and the 300 have gone back to the allocation of 500.
  test.each([
    ["199.99", "ok"],
    ["200", "ok"],
    ["200.01", "settlement.fund_exceeds"],
  ])(
    "a claim that was handed in in time is held again after the last day, as far as %s of 500 that others asked for leave it: %s",
    (amount, want) => {
      const ledger = then(rejected, then(submitted));
      const others = [...ledger, request("R2", "A", amount, null, "2024-07-02")];
      const again = lifeAfter([{ type: "resubmitted", asOf: "2024-06-10", ...dealer, amount: "300" }], rejected);
      const answer = book(again, others, { asOf: "2024-07-05" });
      expect(answer.ok ? "ok" : answer.problem.code).toBe(want);
      if (answer.ok) {
        const held = [...others, ...answer.value.outcome.entries];
        const { unused } = reviewFunds({ entries: held, asOf: "2024-07-05" }, policy).outcome.allocations[0] ?? {};
        expect(unused).toBe(amount === "200" ? "0" : "0.01");
      } else expect(answer.problem.params).toMatchObject({ parent: "A", left: "299.99" });
      // money that lapses has not gone anywhere
      expect(book(again, ledger, { asOf: "2024-07-05" }, { ...policy, unused: "lapses" }).ok).toBe(true);
    },
  );

  test("where one entry does not fit, none is built", () => {
    const strict = { ...policy, requiredProofs: ["invoice"] };
    expect(book(paid, base, {}, strict).ok).toBe(false);
  });

  test("a review counts what was released no longer", () => {
    const ledger = then(paid, then(partly, then(submitted)));
    const { outcome } = reviewFunds({ entries: ledger, asOf: "2024-06-20" }, policy);
    expect(outcome.claims).toMatchObject([{ claimed: "240", reimbursed: "240", shortfall: "0", daysOpen: 0 }]);
    expect(outcome.requests).toMatchObject([{ requestId: "R", unclaimed: "60" }]);
    expect(outcome.budgets).toMatchObject([{ allocated: "500", requested: "300", claimed: "240", reimbursed: "240", shortfall: "0" }]);
  });

  test("what cannot be read names its place", () => {
    const at = (life: unknown, entries: unknown, changes: object = {}) => faultAt(() => book(life as never, entries as never, changes));
    expect(at(submitted, base, { requestId: "A" })).toBe("kernel.unknown_row at facts.requestId");
    expect(at(submitted, base, { asOf: "2024-02-29" })).toBe("kernel.outside_bounds at facts.asOf");
    expect(at(submitted, base, { runId: "" })).toBe("kernel.not_text at facts.runId");
    expect(at({ ...submitted, at: "lost" }, base)).toBe("kernel.not_a_choice at facts.life.at");
    expect(at(submitted, [base[1]])).toBe("kernel.unknown_row at facts.entries[0].parentId");
    const ledger = [...then(submitted), request("R2", "A", "100", null)];
    expect(at(submitted, ledger, { requestId: "R2" })).toBe("kernel.not_a_choice at facts.requestId");
    expect(at(partly, [...then(submitted), { ...base[0], id: "F4/1", parentId: "B" }], { runId: "F4" })).toBe(
      "kernel.named_twice at facts.runId",
    );
  });
});
