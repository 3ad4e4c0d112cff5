/** The account against a second implementation, written differently. */
import fc from "fast-check";
import type { TierSchedule } from "qudao/engine";
import { applyDraw, applyGuarantee, computeClawback, planPayout } from "qudao/incentives";
import { addDays } from "qudao/kernel";
import { buildPayables, type SettlementEntry } from "qudao/settlement";
import { expect, test } from "vitest";
import { clerkDraws, clerkTakesBack, clerkTopUps } from "../../support/account-clerk.js";
import { paidOff, projected } from "../../support/account-oracle.js";
import { accrueFast, earnedLine, statementOf, yuan } from "../../support/accounts.js";
import { programmeOf } from "../../support/settlement.js";

/** `QUDAO_ACCOUNT_ROUNDS=100000 npx vitest run test/settlement/accounts/account-oracle.prop.test.ts` draws so many of each. */
const rounds = Number(process.env["QUDAO_ACCOUNT_ROUNDS"] ?? 1_000);
const seed = Number(process.env["QUDAO_ACCOUNT_SEED"] ?? 20240101);
const text = (fen: number) => `${fen < 0 ? "-" : ""}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, "0")}`;
const fenOf = (amount: string) => Math.round(Number(amount) * 100);
const toFen = { decimals: 2, mode: "half_up" } as const;
const earnings = fc.array(fc.integer({ min: -20_000, max: 300_000 }), { minLength: 1, maxLength: 8 });

test("what is expected at the end of a window agrees with days counted one by one", () => {
  const rate = fc.integer({ min: 0, max: 900 }).map((n) => (n / 10_000).toFixed(4));
  const schedule = fc
    .record({
      method: fc.constantFrom("graduated" as const, "retroactive" as const, "rolling_sum" as const, "total_sum" as const),
      boundary: fc.constantFrom("reaches" as const, "exceeds" as const),
      steps: fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 3 }),
      rates: fc.array(rate, { minLength: 4, maxLength: 4 }),
    })
    .map(({ method, boundary, steps, rates }): TierSchedule => {
      const tiers = [0, ...steps.sort((a, b) => a - b)].map((step, i) => ({ from: String(step * 1000), rate: rates[i] as string }));
      return { method, unit: "CNY", boundary, tiers };
    });
  const weights = fc.option(fc.array(fc.integer({ min: 0, max: 9 }).map(String), { minLength: 12, maxLength: 12 }), { nil: undefined });
  const start = fc.integer({ min: 0, max: 700 }).map((day) => addDays("2023-01-01", day));
  fc.assert(
    fc.property(
      schedule,
      weights,
      start,
      fc.integer({ min: 1, max: 400 }),
      fc.nat(399),
      fc.nat(5_000_000),
      (table, season, first, days, day, fen) => {
        fc.pre(season === undefined || season.some((weight) => weight !== "0"));
        const window = { id: "W", start: first, end: addDays(first, days) };
        const asOf = addDays(first, Math.min(day, days - 1));
        const programme = programmeOf({ effective: { start: "2020-01-01", end: "2030-01-01" }, schedule: table });
        const run = accrueFast(
          { asOf, statements: statementOf(earnedLine("0", { window, amount: text(fen), quantity: "1" })) },
          { forecasts: [{ programme, season: season === undefined ? { kind: "linear" } : { kind: "monthly", weights: season } }] },
        );
        const want = projected(text(fen), window, asOf, table, season);
        if (want === null) expect(run.undetermined[0]?.reason.code).toBe("settlement.forecast_not_begun");
        else expect(Number(run.earnings[0]?.expected)).toBe(Number(want));
      },
    ),
    { seed, numRuns: rounds },
  );
});

test("what is left of every payable agrees with payments handed out fen by fen", () => {
  const debt = fc.record({ fen: fc.integer({ min: 1, max: 60 }), due: fc.integer({ min: 1, max: 5 }) });
  const payment = fc.record({ fen: fc.integer({ min: 1, max: 60 }), to: fc.option(fc.nat(5), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(debt, { maxLength: 6 }), fc.array(payment, { maxLength: 6 }), (debts, payments) => {
      const owed = debts.map(({ fen, due }, i) => ({ id: `E${i}`, due: `2024-05-0${due}`, fen }));
      const given = payments.map(({ fen, to }) => ({ fen, to: to === undefined ? undefined : `E${to}` }));
      const entries: SettlementEntry[] = [
        ...owed.map(
          ({ id, due, fen }): SettlementEntry => ({
            id,
            memberId: "A",
            kind: "earning",
            date: "2024-04-01",
            amount: yuan(text(fen)),
            dueDate: due,
          }),
        ),
        ...given.map(
          ({ fen, to }, i): SettlementEntry => ({
            id: `P${i}`,
            memberId: "A",
            kind: "payment",
            date: "2024-04-02",
            amount: yuan(`-${text(fen)}`),
            ...(to === undefined ? {} : { refersTo: to }),
          }),
        ),
      ];
      const answer = buildPayables({ asOf: "2024-04-30", entries: [...entries].reverse(), fees: [] }, { term: { kind: "net", days: 0 } });
      if (!answer.ok) throw new Error(answer.problem.code);
      const { left, loose } = paidOff(owed, given);
      const { payables, unapplied } = answer.value.outcome;
      expect(new Map(payables.map(({ id, open }) => [id, Math.round(Number(open) * 100)]))).toStrictEqual(
        new Map(payables.map(({ id }) => [id, left.get(id)])),
      );
      expect(payables).toHaveLength(owed.length);
      expect(Math.round(Number(unapplied[0]?.amount.amount ?? "0") * 100)).toBe(loose);
    }),
    { seed, numRuns: rounds },
  );
});

test("draws, recoverable, not recoverable and forgiven, agree with a clerk month by month", () => {
  const kinds = fc.constantFrom("recoverable" as const, "non_recoverable" as const, "forgiven" as const);
  fc.assert(
    fc.property(earnings, fc.nat(200_000), kinds, (months, draw, kind) => {
      let debt = "0";
      const got = months.map((fen, i) => {
        const facts = { earned: text(fen), debt, stage: i === months.length - 1 ? ("last" as const) : ("running" as const) };
        const { outcome } = applyDraw(facts, { currency: "CNY", draw: text(draw), kind, rounding: toFen });
        debt = outcome.debt;
        return { paid: fenOf(outcome.paid.amount), debt: fenOf(debt) };
      });
      expect(got).toStrictEqual(clerkDraws(months, draw, kind));
    }),
    { seed, numRuns: rounds },
  );
});

test("guarantees, each period alone or with the surplus of those before, agree with a clerk", () => {
  fc.assert(
    fc.property(
      earnings,
      fc.nat(200_000),
      fc.boolean(),
      fc.constantFrom("start" as const, "end" as const),
      (periods, guarantee, cumulative, paidAt) => {
        let surplus = "0";
        const got = periods.map((fen) => {
          const basis = cumulative ? "cumulative" : "each_period";
          const policy = { currency: "CNY", guarantee: text(guarantee), basis, paidAt, prorateBy: "days", rounding: toFen } as const;
          const { outcome } = applyGuarantee({ earned: text(fen), surplus }, policy);
          surplus = outcome.surplus;
          expect(fenOf(outcome.atStart.amount) + fenOf(outcome.atEnd.amount)).toBe(fen + fenOf(outcome.topUp));
          return fenOf(outcome.topUp);
        });
        expect(got).toStrictEqual(clerkTopUps(periods, guarantee, cumulative));
      },
    ),
    { seed, numRuns: rounds },
  );
});

test("what is taken back for days that were not served agrees with a clerk, and is never more than was paid", () => {
  const days = fc.integer({ min: 2, max: 500 });
  fc.assert(
    fc.property(fc.nat(300_000), fc.nat(100), days, fc.nat(99), (earned, percent, whole, share) => {
      const paid = Math.floor((earned * percent) / 100);
      const served = Math.max(1, Math.floor((whole * share) / 100));
      const start = "2024-01-01";
      const answer = computeClawback(
        {
          earningId: "E",
          earned: text(earned),
          paid: text(paid),
          takenBack: "0",
          ground: "early_exit",
          date: "2025-07-01",
          served: { part: { start, end: addDays(start, served) }, whole: { start, end: addDays(start, whole) } },
        },
        { currency: "CNY", basis: { kind: "unserved_time", by: "days" }, rounding: toFen },
      );
      if (!answer.ok) throw new Error(answer.problem.code);
      const back = fenOf(answer.value.outcome.clawback.amount);
      expect(back).toBe(clerkTakesBack(earned, paid, whole, served));
      expect(back).toBeLessThanOrEqual(paid);
    }),
    { seed, numRuns: rounds },
  );
});

test("stages and what is held back of each amount agree with a clerk, and what was held is released to the last fen", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 99 }),
      fc.nat(40_000),
      (amounts, now, minimum) => {
        const stages = [
          { id: "now", share: (now / 100).toFixed(2) },
          { id: "year", share: ((100 - now) / 100).toFixed(2) },
        ];
        const means = [{ id: "cash", form: "money" as const }];
        const policy = { currency: "CNY", decimals: 2, stages, minimum: text(minimum), means };
        const items = amounts.map((fen, i) => ({ id: `I${i}`, means: "cash", amount: yuan(text(fen)) }));
        const plan = (statuses: { readonly now: "due" | "paid"; readonly year: "held" | "due" | "forfeited" }, carried: string) => {
          const answer = planPayout({ items, stages: statuses, carried }, policy);
          if (!answer.ok) throw new Error(answer.problem.code);
          const { payable, carried: over, held, forfeited, paidBefore } = answer.value.outcome;
          return [payable, over, held, forfeited, paidBefore].map(({ amount }) => fenOf(amount)) as [
            number,
            number,
            number,
            number,
            number,
          ];
        };
        // the odd fen of an amount goes to the first stage
        const first = amounts.reduce((sum, fen) => sum + Math.ceil((fen * now) / 100), 0);
        const rest = amounts.reduce((sum, fen) => sum + fen, 0) - first;
        const pays = first >= minimum;
        expect(plan({ now: "due", year: "held" }, "0")).toStrictEqual([pays ? first : 0, pays ? 0 : first, rest, 0, 0]);
        const over = pays ? 0 : first;
        const released = rest + over >= minimum;
        const sum = rest + over;
        expect(plan({ now: "paid", year: "due" }, text(over))).toStrictEqual([released ? sum : 0, released ? 0 : sum, 0, 0, first]);
        expect(plan({ now: "paid", year: "forfeited" }, "0").slice(2)).toStrictEqual([0, rest, first]);
      },
    ),
    { seed, numRuns: rounds },
  );
});
