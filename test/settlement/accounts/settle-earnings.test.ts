import {
  accumulate,
  type EarnedLine,
  type EarningClaim,
  openAccumulator,
  planPaymentRun,
  type SettlementEntry,
  settle,
  settleEarnings,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrue, amountsOf, earnedLine, entryOf, settlementPolicy, settleUp, statementOf, yuan } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { lineOf, policyOf } from "../../support/settlement.js";

const final = (payable: string, changes: Partial<EarnedLine> = {}) => statementOf(earnedLine(payable, { status: "final", ...changes }));

describe("settleEarnings()", () => {
  test("complaint 17: a second settlement in the same period pays only what the first one left", () => {
    const first = settleUp({ runId: "R1", asOf: "2024-02-29", statements: statementOf(earnedLine("100")) }, { interimShare: "0.75" });
    expect(amountsOf(first.entries)).toStrictEqual([["earning", "75.00"]]);
    expect(first.earnings[0]).toMatchObject({ stage: "interim", earned: "100", settledNow: "75", open: "25" });
    const second = settleUp({ runId: "R2", statements: final("140"), entries: first.entries });
    expect(amountsOf(second.entries)).toStrictEqual([["earning", "65.00"]]);
    expect(second.earnings[0]).toMatchObject({ stage: "final", settledBefore: "75", settledNow: "65", open: "0" });
    const third = settleUp({ runId: "R3", statements: final("140"), entries: [...first.entries, ...second.entries] });
    expect(third.entries).toStrictEqual([]);
  });

  test("an entry is called after its programme and window, a correction says that it is one", () => {
    const line = {
      programme: { en: "Volume rebate", zh: "销量返利" },
      window: { id: "2024-Q1", start: "2024-01-01", end: "2024-04-01", titles: { en: "2024 Q1", zh: "2024年第1季度" } },
    };
    const first = settleUp({ runId: "R1", statements: final("100", line) });
    expect(first.entries[0]?.titles).toStrictEqual({ en: "Volume rebate, 2024 Q1", zh: "销量返利（2024年第1季度）" });
    const late = settleUp({ runId: "R2", asOf: "2024-06-15", statements: final("120", line), entries: first.entries });
    expect(late.entries[0]?.titles).toStrictEqual({
      en: "Correction: Volume rebate, 2024 Q1",
      zh: "更正：销量返利（2024年第1季度）",
    });
    const unnamed = settleUp({ statements: final("100", { programme: line.programme }) });
    expect(unnamed.entries[0]?.titles?.zh).toBe("销量返利（2024-Q1）");
    expect(settleUp({ statements: final("100") }).entries[0]).not.toHaveProperty("titles");
  });

  test("an interim share is rounded once, and the final settlement brings the rest", () => {
    const first = settleUp({ runId: "R1", asOf: "2024-02-29", statements: statementOf(earnedLine("0.05")) }, { interimShare: "0.5" });
    expect(amountsOf(first.entries)).toStrictEqual([["earning", "0.03"]]);
    expect(amountsOf(settleUp({ runId: "R2", statements: final("0.05"), entries: first.entries }).entries)).toStrictEqual([
      ["earning", "0.02"],
    ]);
  });

  test("complaint 30: what is earned is derived anew, so a changed quantity needs no hand", () => {
    const first = settleUp({ runId: "R1", asOf: "2024-02-29", statements: statementOf(earnedLine("100")) }, { interimShare: "1" });
    const second = settleUp(
      { runId: "R2", asOf: "2024-03-15", statements: statementOf(earnedLine("90")), entries: first.entries },
      { interimShare: "1" },
    );
    expect(amountsOf(second.entries)).toStrictEqual([["earning", "-10.00"]]);
  });

  // The window ends on 31 March; with 10 days of grace it is final from 11 April on.
  test.each([
    ["2024-04-10", "interim", "0"],
    ["2024-04-11", "final", "100"],
    ["2024-04-12", "final", "100"],
  ])("with 10 days of grace, %s is the day of an %s settlement", (asOf, stage, settledNow) => {
    expect(settleUp({ asOf, statements: final("100") }, { graceDays: 10 }).earnings[0]).toMatchObject({ stage, settledNow });
  });

  describe("after the final settlement", () => {
    const settled = [entryOf("100", { date: "2024-04-01" })];
    const late = (payable: string, policy = {}) => settleUp({ asOf: "2024-06-15", statements: final(payable), entries: settled }, policy);

    test("complaint 28: nothing that is settled changes; a late line is a correction on the day it is posted, with its own term", () => {
      const [entry] = late("120").entries;
      expect(entry).toStrictEqual({
        id: "R/1",
        memberId: "A",
        kind: "correction",
        date: "2024-06-15",
        amount: yuan("20.00"),
        dueDate: "2024-07-15",
        earning: { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" },
        refersTo: "E1",
      });
    });

    test("a late return is ignored, stands against the next settlement, or is claimed back, as agreed", () => {
      const ignored = late("80", { returnsAfterClose: "ignore" });
      expect([ignored.entries, ignored.earnings[0]?.open, ignored.earnings[0]?.rule]).toStrictEqual([[], "-20", "ignore"]);
      const [adjusted] = late("80", { returnsAfterClose: "adjust_next" }).entries;
      expect([adjusted?.amount.amount, adjusted?.dueDate]).toStrictEqual(["-20.00", undefined]);
      const [claimed] = late("80", { returnsAfterClose: "claim" }).entries;
      expect([claimed?.amount.amount, claimed?.dueDate]).toStrictEqual(["-20.00", "2024-07-15"]);
    });

    test("an ignored return is not forgotten: a later sale of the same window fills it first", () => {
      expect(late("95", { returnsAfterClose: "ignore" }).entries).toStrictEqual([]);
      expect(amountsOf(late("101", { returnsAfterClose: "ignore" }).entries)).toStrictEqual([["correction", "1.00"]]);
    });

    test("a window of which nothing was left is closed by an entry of 0", () => {
      const interim = [entryOf("100")];
      const closing = settleUp({ statements: final("100"), entries: interim });
      expect(amountsOf(closing.entries)).toStrictEqual([["earning", "0.00"]]);
      const entries = [...interim, ...closing.entries];
      expect(settleUp({ runId: "R2", statements: final("100"), entries }).entries).toStrictEqual([]);
      expect(amountsOf(settleUp({ runId: "R2", asOf: "2024-05-01", statements: final("103"), entries }).entries)).toStrictEqual([
        ["correction", "3.00"],
      ]);
    });

    test("complaint 41: rules changed back in time give each member the difference, and both versions are told apart", () => {
      const statements = final("60", { programmeVersion: "2" });
      const run = settleUp({ asOf: "2024-06-15", statements, entries: settled }, { negative: "recover", returnsAfterClose: "ignore" });
      expect(
        run.entries.map(({ kind, earning, amount, dueDate }) => [kind, earning?.programmeVersion, amount.amount, dueDate]),
      ).toStrictEqual([
        ["correction", "1", "-100.00", "2024-07-15"],
        ["correction", "2", "60.00", "2024-07-15"],
      ]);
      expect(run.earnings[0]).toMatchObject({ stage: "rerating", settledNow: "-40", open: "0", rule: "recover" });
      const kept = settleUp({ asOf: "2024-06-15", statements, entries: settled }, { versions: "keep" });
      expect([kept.entries, kept.earnings[0]?.rule]).toStrictEqual([[], "keep"]);
    });

    // 100 are owed since the close and not paid. What the new version owes in their place is 80, 100 or 120, due 30 days after it is posted.
    test.each([
      ["80.00", undefined],
      ["100.00", "2024-07-15"],
      ["120.00", "2024-07-15"],
    ])("what another version owes in the place of what was not paid yet, %s, is due, and a payment run pays it", (owed, takenBack) => {
      const unpaid = [entryOf("100", { date: "2024-04-01", dueDate: "2024-04-30" })];
      const statements = final(owed, { programmeVersion: "2" });
      const run = settleUp({ asOf: "2024-06-15", statements, entries: unpaid }, { negative: "carry_forward" });
      expect(run.entries.map(({ earning, amount, dueDate }) => [earning?.programmeVersion, amount.amount, dueDate])).toStrictEqual([
        ["1", "-100.00", takenBack],
        ["2", owed, "2024-07-15"],
      ]);
      const paid = planPaymentRun(
        {
          runId: "PAY",
          asOf: "2024-07-15",
          dueThrough: "2024-07-15",
          entries: [...unpaid, ...run.entries],
          fees: [],
          holds: [],
          payees: [],
          paidBefore: [],
        },
        { term: { kind: "net", days: 30 }, minimums: [], withholdings: [], rounding: "half_up" },
      );
      expect(paid.ok && paid.value.outcome.payments.map(({ net }) => net.amount)).toStrictEqual([owed]);
    });

    test("what another version owes is paid in the stages of its programme, also where it owes less", () => {
      const stages = [
        { id: "now", share: "0.75" },
        { id: "held", share: "0.25", term: { kind: "net", days: 90 } as const },
      ];
      const run = settleUp(
        { asOf: "2024-06-15", statements: final("80", { programmeVersion: "2" }), entries: settled },
        { negative: "carry_forward", programmes: [{ programmeId: "volume", stages }] },
      );
      expect(run.entries.map(({ amount, dueDate, stageId }) => [amount.amount, dueDate, stageId])).toStrictEqual([
        ["-100.00", undefined, undefined],
        ["60.00", "2024-07-15", "now"],
        ["20.00", "2024-09-13", "held"],
      ]);
    });
  });

  test("a reversal of what was settled before the close closes nothing: the final settlement is still to come", () => {
    const interim = entryOf("100", { date: "2024-03-10" });
    const reversal = entryOf("-100", { id: "X", kind: "reversal", date: "2024-04-02", refersTo: "E1" });
    const facts = { asOf: "2024-04-05", entries: [interim, reversal] };
    const { entries, earnings } = settleUp({ ...facts, statements: final("100") });
    expect(amountsOf(entries)).toStrictEqual([["earning", "100.00"]]);
    expect([earnings[0]?.stage, entries[0]?.dueDate]).toStrictEqual(["final", "2024-04-30"]); // 30 days after 31 March
    const [below] = settleUp({ ...facts, statements: final("-20") }, { negative: "recover", returnsAfterClose: "ignore" }).entries;
    expect([below?.kind, below?.amount.amount]).toStrictEqual(["earning", "-20.00"]);
  });

  test("below 0 before the close: carried forward, recovered, or never below 0", () => {
    const facts = { asOf: "2024-03-01", statements: statementOf(earnedLine("70")), entries: [entryOf("100")] };
    const of = (negative: "carry_forward" | "recover" | "clamp_zero") =>
      settleUp(facts, { negative, interimShare: "1" }).entries.map(({ amount, dueDate }) => [amount.amount, dueDate]);
    expect(of("carry_forward")).toStrictEqual([["-30.00", undefined]]);
    expect(of("recover")).toStrictEqual([["-30.00", "2024-03-31"]]);
    expect(of("clamp_zero")).toStrictEqual([]);
  });

  test("a window that closes on a difference below 0 that is not posted is closed all the same", () => {
    const facts = { statements: final("80"), entries: [entryOf("100")] };
    const closing = settleUp(facts, { negative: "clamp_zero" });
    expect(amountsOf(closing.entries)).toStrictEqual([["earning", "0.00"]]);
    const entries = [...facts.entries, ...closing.entries];
    const late = settleUp({ runId: "R2", asOf: "2024-05-01", statements: final("103"), entries }, { negative: "clamp_zero" });
    expect(amountsOf(late.entries)).toStrictEqual([["correction", "3.00"]]);
  });

  // 100 were settled before the window closed on 80: under `clamp_zero` 20 stay with the member.
  describe("what a window closes on beyond what it earned", () => {
    const policy = { negative: "clamp_zero", returnsAfterClose: "adjust_next" } as const;
    const interim = [entryOf("100")];
    const closed = [...interim, ...settleUp({ statements: final("80"), entries: interim }, policy).entries];
    const late = (payable: string, entries: readonly SettlementEntry[] = closed) =>
      settleUp({ runId: `L${entries.length}`, asOf: "2024-05-01", statements: final(payable), entries }, policy);

    test("stands on the closing entry, and a second run asks for nothing of it", () => {
      expect(closed.map(({ kind, amount, kept }) => [kind, amount.amount, kept])).toStrictEqual([
        ["earning", "100", undefined],
        ["earning", "0.00", "20"],
      ]);
      const again = late("80");
      expect([again.entries, again.earnings[0]?.rule, again.earnings[0]?.open]).toStrictEqual([[], "clamp_zero", "-20"]);
    });

    test.each([
      ["79.99", ["-0.01"], "adjust_next"],
      ["80", [], "clamp_zero"],
      ["80.01", [], "clamp_zero"],
      ["99.99", [], "clamp_zero"],
      ["100", [], undefined],
      ["100.01", ["0.01"], undefined],
    ])("is left as it is while no less is earned than then: %s posts %j", (earned, posted, rule) => {
      const { entries, earnings } = late(earned);
      expect([entries.map(({ amount }) => amount.amount), earnings[0]?.rule]).toStrictEqual([posted, rule]);
    });

    test("what was lost beyond it comes back with the sale, and no path leads elsewhere", () => {
      const lost = late("75");
      expect(amountsOf(lost.entries)).toStrictEqual([["correction", "-5.00"]]);
      const after = [...closed, ...lost.entries];
      expect(late("75", after).entries).toStrictEqual([]);
      expect(amountsOf(late("78", after).entries)).toStrictEqual([["correction", "3.00"]]);
      expect(amountsOf(late("80", after).entries)).toStrictEqual([["correction", "5.00"]]);
      expect(amountsOf(late("101", after).entries)).toStrictEqual([["correction", "6.00"]]);
    });

    test("is asked for once the closing entry is reversed", () => {
      const reversal = { ...(closed[1] as SettlementEntry), id: "X", kind: "reversal" as const, date: "2024-04-20", refersTo: "R/1" };
      const { kept: _, ...mirror } = reversal;
      expect(amountsOf(late("80", [...closed, mirror]).entries)).toStrictEqual([["correction", "-20.00"]]);
    });
  });

  // Complaint 27: a sale and its full refund, whether a run lies between them or not, and whichever comes to the books first.
  test("complaint 27: a full refund takes back exactly what its sale was paid, and nothing where it was not", () => {
    const statements = (...kinds: readonly ("sale" | "return")[]) => {
      const accumulator = openAccumulator(policyOf());
      accumulate(
        accumulator,
        kinds.map((kind, i) => lineOf({ id: `L${i}`, kind, amount: "1200" })),
      );
      return settle(accumulator, { asOf: "2024-04-01" }).statements;
    };
    expect(settleUp({ statements: statements("sale", "return") }).entries).toStrictEqual([]);
    const paid = settleUp({ statements: statements("sale") }).entries;
    expect(amountsOf(paid)).toStrictEqual([["earning", "24.00"]]);
    const back = settleUp({ runId: "R2", asOf: "2024-05-01", statements: statements("sale", "return"), entries: paid }).entries;
    expect(amountsOf(back)).toStrictEqual([["correction", "-24.00"]]);
    const turned = settleUp({ runId: "R3", asOf: "2024-06-01", statements: statements("return", "sale"), entries: [...paid, ...back] });
    expect(turned.entries).toStrictEqual([]);
  });

  describe("what must be claimed", () => {
    // The first quarter is over on 1 April; 30 days later, on 1 May, nothing more can be claimed.
    const policy = { claims: [{ programmeId: "volume", withinDays: 30 }] };
    const claimOn = (claimedOn: string, amount: string, claimId = `C-${claimedOn}`): EarningClaim => ({
      claimId,
      memberId: "A",
      programmeId: "volume",
      periodId: "2024-Q1",
      claimedOn,
      amount: yuan(amount),
    });
    const statements = statementOf(earnedLine("100", { status: "final" }));
    const run = (asOf: string, claimed: readonly EarningClaim[], entries: readonly SettlementEntry[] = []) =>
      settleUp({ runId: `R-${asOf}`, asOf, statements, entries, claimed }, policy);

    test("is settled as far as it was claimed; what was not reappears in the next run, and is no correction", () => {
      const first = run("2024-04-05", [claimOn("2024-04-02", "60")]);
      expect(amountsOf(first.entries)).toStrictEqual([["earning", "60.00"]]);
      expect(first.earnings).toMatchObject([{ stage: "interim", earned: "100", settledNow: "60", unclaimed: "40", open: "40" }]);
      const claims = [claimOn("2024-04-02", "60"), claimOn("2024-04-10", "25")];
      const second = run("2024-04-12", claims, first.entries);
      expect(amountsOf(second.entries)).toStrictEqual([["earning", "25.00"]]);
      expect(second.earnings).toMatchObject([{ unclaimed: "15", open: "15" }]);
      expect(run("2024-04-13", claims, [...first.entries, ...second.entries]).entries).toStrictEqual([]);
    });

    test.each([
      ["2024-04-29", "40"],
      ["2024-04-30", "40"],
      ["2024-05-01", "0"],
    ])("a claim of %s is in time or not: %s", (claimedOn, settledNow) => {
      const { earnings } = run("2024-05-02", [claimOn(claimedOn, "40")]);
      expect(earnings).toMatchObject([{ stage: "final", settledNow, open: settledNow === "0" ? "100" : "60" }]);
    });

    test("no more is settled than is earned, and nothing without a claim", () => {
      expect(run("2024-04-05", [claimOn("2024-04-02", "130")]).earnings).toMatchObject([{ settledNow: "100", unclaimed: "0", open: "0" }]);
      expect(run("2024-04-05", []).entries).toStrictEqual([]);
      expect(settleUp({ asOf: "2024-04-05", statements }, policy).earnings).toMatchObject([{ settledNow: "0", unclaimed: "100" }]);
    });

    test("what was never claimed is written off by the accruals, and settled, open and written off are what was earned", () => {
      const claimed = [claimOn("2024-04-02", "60")];
      const { entries } = run("2024-04-05", claimed);
      const booked = accrue({ asOf: "2024-03-31", statements });
      const lapsed = accrue({ runId: "L", asOf: "2024-05-01", statements, entries, accruals: booked.postings }, policy);
      expect(lapsed.earnings).toMatchObject([{ expected: "100", settled: "60", writtenOff: "40", open: "0" }]);
    });

    test("a claim in another currency leaves the earning as it stands", () => {
      const claimed = [{ ...claimOn("2024-04-02", "60"), amount: { amount: "60", currency: "USD" } }];
      const { entries, undetermined } = run("2024-04-05", claimed);
      expect([entries, undetermined[0]?.reason]).toStrictEqual([
        [],
        { code: "settlement.earning_currency", params: { got: "USD", want: "CNY" } },
      ]);
    });

    test("other programmes are settled without one", () => {
      const others = { claims: [{ programmeId: "other", withinDays: 30 }] };
      const [standing] = settleUp({ asOf: "2024-04-05", statements }, others).earnings;
      expect([standing?.settledNow, standing !== undefined && "unclaimed" in standing]).toStrictEqual(["100", false]);
    });
  });

  test("complaint 36: each window is settled for itself, whatever the others earn", () => {
    const second = { id: "2024-Q2", start: "2024-04-01", end: "2024-07-01" };
    const statements = statementOf(earnedLine("10", { status: "final" }), earnedLine("-4", { window: second }));
    const run = settleUp({ statements }, { interimShare: "1" });
    expect(run.entries.map(({ earning, amount }) => [earning?.periodId, amount.amount])).toStrictEqual([
      ["2024-Q1", "10.00"],
      ["2024-Q2", "-4.00"],
    ]);
  });

  test("a first settlement long after the window is no correction", () => {
    expect(settleUp({ asOf: "2024-06-15", statements: final("10") }).earnings[0]).toMatchObject({ stage: "final", settledNow: "10" });
  });

  test.each([
    [{ term: { kind: "net", days: 30 }, termFrom: "window_end" } as const, "2024-04-30"],
    [{ term: { kind: "net", days: 0 }, termFrom: "posting" } as const, "2024-04-05"],
    [{ term: { kind: "end_of_month", months: 1, days: 15 }, termFrom: "window_end" } as const, "2024-05-15"],
    [{ term: { kind: "end_of_month", months: 0, days: 0 }, termFrom: "posting" } as const, "2024-04-30"],
  ])("terms %j are due on %s", (policy, dueDate) => {
    expect(settleUp({ asOf: "2024-04-05", statements: final("10") }, policy).entries[0]?.dueDate).toBe(dueDate);
  });

  test("complaint 22: the preview is the settlement, on the very statements of the accumulator", () => {
    const accumulator = openAccumulator(policyOf({ sources: "ids" }));
    accumulate(accumulator, [lineOf({ amount: "1200" }), lineOf({ id: "L2", date: "2024-04-02", amount: "500" })]);
    const { statements } = settle(accumulator, { asOf: "2024-04-01" });
    const [preview] = settleUp({ runId: "PREVIEW", statements }).entries;
    const [entry] = settleUp({ runId: "REAL", statements }).entries;
    expect({ ...preview, id: "" }).toStrictEqual({ ...entry, id: "" });
    expect(entry).toMatchObject({ amount: yuan("24.00"), sourceIds: ["L1"], earning: { periodId: "2024-Q1" } });
    accumulate(accumulator, [lineOf({ id: "L9", date: "2024-03-30", amount: "100" })]);
    const late = settle(accumulator, { asOf: "2024-05-02" }).statements;
    const [correction] = settleUp({ runId: "LATE", asOf: "2024-05-02", statements: late, entries: [entry as SettlementEntry] }).entries;
    expect(correction).toMatchObject({ kind: "correction", amount: yuan("2.00"), sourceIds: ["L9"], date: "2024-05-02" });
  });

  test("what is not known is left as it stands, never settled at 0", () => {
    const unknown = earnedLine("0", { status: "undetermined", payable: null, problem: { code: "incentives.quota_missing", params: {} } });
    const run = settleUp({ statements: statementOf(unknown), entries: [entryOf("10")] });
    expect(run.entries).toStrictEqual([]);
    expect(run.undetermined).toMatchObject([{ reason: { code: "settlement.earning_undetermined" } }]);
    expect(settleUp({ entries: [entryOf("10")] }).undetermined).toMatchObject([
      { reason: { code: "settlement.earning_without_statement" } },
    ]);
    const dollars = final("10", { payable: { amount: "10", currency: "USD" } });
    expect(settleUp({ statements: dollars, entries: [entryOf("10")] }).undetermined).toMatchObject([
      { reason: { code: "settlement.earning_currency", params: { got: "USD", want: "CNY" } } },
    ]);
  });

  test("payments and set-offs are no settlement of an earning", () => {
    const entries = [
      entryOf("100", { date: "2024-04-01" }),
      { ...entryOf("-100", { id: "P1", kind: "payment", date: "2024-04-20", refersTo: "E1" }) },
    ];
    expect(settleUp({ runId: "R2", asOf: "2024-05-01", statements: final("100"), entries }).entries).toStrictEqual([]);
  });

  test("yen are settled in whole yen", () => {
    const statements = statementOf(earnedLine("0", { payable: { amount: "101", currency: "JPY" } }));
    expect(settleUp({ asOf: "2024-02-01", statements }, { interimShare: "0.5" }).entries[0]?.amount).toStrictEqual({
      amount: "51",
      currency: "JPY",
    });
  });

  test("a closed day, and a day before what is posted, are problems", () => {
    const facts = { runId: "R", asOf: "2024-03-31", statements: statementOf(earnedLine("1")), entries: [] as SettlementEntry[] };
    const codeOf = (changes: object) => {
      const answer = settleEarnings({ ...facts, ...changes }, settlementPolicy);
      return answer.ok ? "ok" : answer.problem.code;
    };
    expect(codeOf({ closedThrough: "2024-03-30" })).toBe("ok");
    expect(codeOf({ closedThrough: "2024-03-31" })).toBe("settlement.period_closed");
    expect(codeOf({ entries: [entryOf("1", { date: "2024-04-01" })] })).toBe("settlement.earning_posted_later");
  });

  test("refuses what cannot be read", () => {
    const facts = { runId: "R", asOf: "2024-03-31", statements: statementOf(earnedLine("1")), entries: [] as SettlementEntry[] };
    const at = (changes: object, policy: object = {}) =>
      faultAt(() => settleEarnings({ ...facts, ...changes }, { ...settlementPolicy, ...policy }));
    expect(at({ runId: "" })).toBe("kernel.not_text at facts.runId");
    expect(at({ entries: [entryOf("1x")] })).toBe("kernel.not_a_decimal at facts.entries[0].amount.amount");
    expect(at({ entries: [{ ...entryOf("0"), kept: "-0.01" }] })).toBe("kernel.below_zero at facts.entries[0].kept");
    expect(at({}, { interimShare: "1.01" })).toBe("kernel.outside_bounds at policy.interimShare");
    expect(at({}, { term: { kind: "net", days: -1 } })).toBe("kernel.not_a_count at policy.term.days");
    expect(at({}, { negative: "drop" })).toBe("kernel.not_a_choice at policy.negative");
    expect(at({ entries: [entryOf("1", { id: "R/1", kind: "fee" })] }, { interimShare: "1" })).toBe("kernel.named_twice at facts.runId");
  });
});
