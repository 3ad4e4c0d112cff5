/** The account against a second implementation, written differently. */
import fc from "fast-check";
import type { TierSchedule } from "qudao/engine";
import { addDays } from "qudao/kernel";
import { buildPayables, type SettlementEntry } from "qudao/settlement";
import { expect, test } from "vitest";
import { paidOff, projected } from "../../support/account-oracle.js";
import { accrueFast, earnedLine, statementOf, yuan } from "../../support/accounts.js";
import { programmeOf } from "../../support/settlement.js";

const text = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

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
    { seed: 20240101, numRuns: 300 },
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
    { seed: 20240101, numRuns: 300 },
  );
});
