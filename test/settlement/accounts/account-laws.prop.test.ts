/** What holds for every history of earnings, settlements, payments and accruals. Amounts are counted in fen beside the library. */
import fc from "fast-check";
import { sumDecimals } from "qudao/kernel";
import {
  type AccrualEntry,
  type AccrualPolicy,
  buildJournal,
  buildPayables,
  type EarnedStatement,
  type EarningsSettlementPolicy,
  type JournalChart,
  type SettlementEntry,
  settlementEntryKinds,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrueFast, earnedLine, entryOf, settleFast, yuan } from "../../support/accounts.js";

const runs = { seed: 20240101, numRuns: 80 };
const fen = fc.integer({ min: -50_000, max: 200_000 });
const text = (cents: number) =>
  `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
const cents = (amount: string) => Math.round(Number(amount) * 100);
const members = ["A", "B", "C"] as const;

/** What each member has earned in the one window by the end of each month. */
const history = fc.array(fc.record({ A: fen, B: fen, C: fen }), { minLength: 1, maxLength: 6 });
type Month = { readonly [M in (typeof members)[number]]: number };

const monthEnds = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"];
const half = { id: "2024-H1", start: "2024-01-01", end: "2024-07-01" };

function statementsOf(month: Month, status: "open" | "final", only: readonly string[] = members): readonly EarnedStatement[] {
  return members
    .filter((member) => only.includes(member))
    .map((memberId) => ({
      memberId,
      lines: [earnedLine(text(month[memberId]), { window: half, status, amount: text(Math.max(month[memberId], 0) * 50) })],
    }));
}

const settledOf = (entries: readonly SettlementEntry[], member: string) =>
  entries.filter(({ memberId }) => memberId === member).reduce((sum, { amount }) => sum + cents(amount.amount), 0);

const policies: fc.Arbitrary<Partial<EarningsSettlementPolicy>> = fc.record({
  interimShare: fc.constantFrom("0", "0.333", "0.75", "1"),
  negative: fc.constantFrom("carry_forward", "recover", "clamp_zero"),
  returnsAfterClose: fc.constantFrom("ignore", "adjust_next", "claim"),
});

describe("the account", () => {
  test("settled + open = earned, for every member at every date", () => {
    fc.assert(
      fc.property(history, policies, fc.option(fc.array(fc.nat(90_000), { maxLength: 6 }), { nil: undefined }), (months, policy, asked) => {
        let entries: readonly SettlementEntry[] = [];
        // of a programme that must be claimed, what was claimed of A in each month
        const claims = asked === undefined ? undefined : [{ programmeId: "volume", withinDays: 30 }];
        const claimed = asked?.map((cents, i) => ({
          claimId: `C${i}`,
          memberId: "A",
          programmeId: "volume",
          periodId: "2024-H1",
          claimedOn: monthEnds[i] as string,
          amount: yuan(text(cents)),
        }));
        months.forEach((month, i) => {
          const run = settleFast(
            { runId: `R${i}`, asOf: monthEnds[i] as string, statements: statementsOf(month, "open"), entries, claimed },
            { ...policy, claims },
          );
          const soFar = asked?.slice(0, i + 1).reduce((sum, cents) => sum + cents, 0);
          if (soFar !== undefined && policy.negative !== "clamp_zero")
            expect(settledOf([...entries, ...run.entries], "A")).toBeLessThanOrEqual(soFar);
          entries = [...entries, ...run.entries];
          for (const one of run.earnings) {
            const member = one.memberId as (typeof members)[number];
            expect(cents(one.earned)).toBe(month[member]);
            expect(cents(one.settledBefore) + cents(one.settledNow)).toBe(settledOf(entries, member));
            expect(settledOf(entries, member) + cents(one.open)).toBe(month[member]);
          }
        });
      }),
      runs,
    );
  });

  test("two half-settlements are one: however often it was settled in between, the member gets what is earned", () => {
    fc.assert(
      fc.property(
        history,
        fc.constantFrom("0", "0.333", "0.75", "1"),
        fc.constantFrom("carry_forward", "recover"),
        (months, interimShare, negative) => {
          let entries: readonly SettlementEntry[] = [];
          months.forEach((month, i) => {
            const facts = { runId: `R${i}`, asOf: monthEnds[i] as string, statements: statementsOf(month, "open"), entries };
            entries = [...entries, ...settleFast(facts, { interimShare, negative }).entries];
          });
          const last = months.at(-1) as Month;
          const facts = { runId: "END", asOf: "2024-07-01", statements: statementsOf(last, "final") };
          const once = settleFast(facts, { negative }).entries;
          entries = [...entries, ...settleFast({ ...facts, entries }, { interimShare, negative }).entries];
          for (const member of members) {
            expect(settledOf(entries, member)).toBe(last[member]);
            expect(settledOf(once, member)).toBe(last[member]);
          }
          expect(settleFast({ ...facts, runId: "AGAIN", entries }, { interimShare, negative }).entries).toStrictEqual([]);
        },
      ),
      runs,
    );
  });

  test("complaint 35: neither the order of members nor batches of them change what anybody gets", () => {
    fc.assert(
      fc.property(history, policies, fc.shuffledSubarray([...members], { minLength: 3 }), (months, policy, order) => {
        const whole = (month: Month, i: number, entries: readonly SettlementEntry[]) =>
          settleFast({ runId: `R${i}`, asOf: monthEnds[i] as string, statements: statementsOf(month, "open"), entries }, policy).entries;
        const parts = (month: Month, i: number, entries: readonly SettlementEntry[]) =>
          order.flatMap((member) => {
            const own = entries.filter(({ memberId }) => memberId === member).reverse();
            const statements = [...statementsOf(month, "open", [member])].reverse();
            return settleFast({ runId: `R${i}${member}`, asOf: monthEnds[i] as string, statements, entries: own }, policy).entries;
          });
        let together: readonly SettlementEntry[] = [];
        let apart: readonly SettlementEntry[] = [];
        months.forEach((month, i) => {
          together = [...together, ...whole(month, i, together)];
          apart = [...apart, ...parts(month, i, apart)];
        });
        for (const member of members) {
          const own = (all: readonly SettlementEntry[]) =>
            all.filter(({ memberId }) => memberId === member).map(({ amount, date }) => [date, amount]);
          expect(own(apart)).toStrictEqual(own(together));
        }
      }),
      runs,
    );
  });

  test("the open payables less what is unapplied are the balance of the account", () => {
    const entry = fc.record({
      kind: fc.constantFrom(...settlementEntryKinds),
      amount: fen,
      day: fc.integer({ min: 1, max: 28 }),
      due: fc.boolean(),
      to: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 10 }), (rows) => {
        const entries = rows.map(
          ({ kind, amount, day, due, to }, i): SettlementEntry => ({
            id: `E${i}`,
            memberId: i % 4 === 3 ? "B" : "A",
            kind,
            date: `2024-02-${String(day).padStart(2, "0")}`,
            amount: yuan(text(amount)),
            ...(due ? { dueDate: "2024-03-01" } : {}),
            ...(to < 5 && to < i ? { refersTo: `E${to}` } : {}),
          }),
        );
        const answer = buildPayables({ asOf: "2024-02-29", entries, fees: [] }, { term: { kind: "net", days: 0 } });
        if (!answer.ok) throw new Error(answer.problem.code);
        const { payables, unapplied } = answer.value.outcome;
        for (const member of ["A", "B"]) {
          const open = payables.filter(({ memberId }) => memberId === member).reduce((sum, one) => sum + cents(one.open), 0);
          const left = unapplied.filter(({ memberId }) => memberId === member).reduce((sum, { amount }) => sum + cents(amount.amount), 0);
          expect(open - left).toBe(settledOf(entries, member));
        }
      }),
      { ...runs, numRuns: 400 },
    );
  });
});

describe("the accruals", () => {
  const postings: fc.Arbitrary<Partial<AccrualPolicy>> = fc.record({ posting: fc.constantFrom("difference", "reverse_and_rebook") });

  test("are what is earned and not settled, at every date; after the final settlement they are 0", () => {
    fc.assert(
      fc.property(history, policies, postings, fen, (months, policy, style, manual) => {
        let entries: readonly SettlementEntry[] = [];
        let accruals: readonly AccrualEntry[] = [];
        const keeps = policy.negative === "clamp_zero";
        const how: Partial<AccrualPolicy> = { ...style, overSettled: keeps ? "left" : "taken_back" };
        const earning = { programmeId: "volume", programmeVersion: "1", periodId: "2024-H1" };
        const open = (member: string) =>
          accruals.filter(({ memberId }) => memberId === member).reduce((sum, { amount }) => sum + cents(amount.amount), 0);
        const month = (now: Month, i: number, asOf: string, status: "open" | "final") => {
          const statements = statementsOf(now, status);
          entries = [...entries, ...settleFast({ runId: `S${i}`, asOf, statements, entries }, policy).entries];
          accruals = [...accruals, ...accrueFast({ runId: `R${i}`, asOf, statements, accruals, entries }, how).postings];
        };
        months.forEach((now, i) => {
          month(now, i, monthEnds[i] as string, "open");
          for (const member of members) {
            const rest = now[member] - settledOf(entries, member);
            const own = i > 0 && member === "A" ? manual : 0;
            expect(open(member)).toBe((keeps ? Math.max(rest, 0) : rest) + own);
          }
          if (i === 0) {
            const entry = {
              id: "M",
              memberId: "A",
              earning,
              date: monthEnds[0] as string,
              part: "manual",
              amount: yuan(text(manual)),
            } as const;
            accruals = [...accruals, entry];
          }
        });
        const last = months.at(-1) as Month;
        month(last, 90, "2024-07-01", "final");
        for (const member of members) expect(open(member)).toBe(0);
        const again = accrueFast({ runId: "AGAIN", asOf: "2024-07-01", statements: statementsOf(last, "final"), accruals, entries }, how);
        expect(again.postings).toStrictEqual([]);
      }),
      runs,
    );
  });

  test("reversing and booking anew always comes to the difference, whatever the order of the ledger", () => {
    fc.assert(
      fc.property(history, (months) => {
        const ledger = (posting: AccrualPolicy["posting"], turn: boolean) => {
          let accruals: readonly AccrualEntry[] = [];
          return months.map((now, i) => {
            const given = turn ? [...accruals].reverse() : accruals;
            const run = accrueFast(
              { runId: `R${i}`, asOf: monthEnds[i] as string, statements: statementsOf(now, "open"), accruals: given },
              { posting },
            );
            accruals = [...given, ...run.postings];
            return run.earnings.map(({ base, tierAdjustment, priorAdjustment, posted, open }) => {
              expect(cents(base) + cents(tierAdjustment) + cents(priorAdjustment)).toBe(cents(posted));
              return [posted, open];
            });
          });
        };
        const difference = ledger("difference", false);
        expect(ledger("reverse_and_rebook", false)).toStrictEqual(difference);
        expect(ledger("difference", true)).toStrictEqual(difference);
      }),
      runs,
    );
  });
});

test("the journal balances, entry by entry, in every currency", () => {
  const purpose = { id: "p", titles: { en: "All", zh: "全部" }, debit: "D", credit: "C" };
  const chart: JournalChart = {
    currency: "CNY",
    purposes: [purpose],
    rules: [{ purpose: "p", entryKinds: settlementEntryKinds }],
    exchangeGain: "G",
    exchangeLoss: "L",
    rounding: "half_up",
  };
  const rates = [1, 11, 21].map((day, i) => ({
    from: "USD",
    to: "CNY",
    rate: ["7.1", "7.2345", "6.99"][i] as string,
    asOf: `2024-02-${String(day).padStart(2, "0")}`,
  }));
  const entry = fc.record({
    kind: fc.constantFrom(...settlementEntryKinds),
    amount: fen,
    day: fc.integer({ min: 1, max: 28 }),
    foreign: fc.boolean(),
    to: fc.nat(12),
  });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), (rows) => {
      const entries = rows.map(
        ({ kind, amount, day, foreign, to }, i): SettlementEntry => ({
          ...entryOf(text(amount), { id: `E${i}`, kind, date: `2024-02-${String(day).padStart(2, "0")}` }),
          amount: { amount: text(amount), currency: foreign ? "USD" : "CNY" },
          ...(to < 8 && to !== i ? { refersTo: `E${to}` } : {}),
        }),
      );
      const answer = buildJournal({ entries, accruals: [], withheld: [], posted: [], rates }, chart);
      if (!answer.ok) throw new Error(answer.problem.code);
      for (const { id } of entries) {
        const own = answer.value.outcome.lines.filter(({ entryId }) => entryId === id);
        const side = (wanted: "debit" | "credit") =>
          sumDecimals(own.filter(({ side: one }) => one === wanted).map(({ amount }) => amount.amount));
        expect(side("debit")).toBe(side("credit"));
        for (const { amount } of own) expect(cents(amount.amount)).toBeGreaterThan(0);
      }
    }),
    { ...runs, numRuns: 250 },
  );
});
