/**
 * settled + open = earned at every date, for random sets of programmes, terms, versions and late lines. Each account is added up here, in cents.
 */
import type { SaleLine } from "qudao/entities";
import type { ProgrammeWindow } from "qudao/incentives";
import { type AccumulatorMember, accumulate, openAccumulator, type SettlementEntry, type SettlementFacts, settle } from "qudao/settlement";
import { expect, test } from "vitest";
import { settleFast } from "../support/accounts.js";
import { oracleRuns } from "../support/oracle-runs.js";
import { type Draws, draws, ownWindows, quotasOf, randomAgreement, randomLine, randomSet } from "../support/random-programmes.js";

const { seed, numRuns: ROUNDS } = oracleRuns(150);
const common: readonly AccumulatorMember[] = Array.from({ length: 4 }, (_, m) => ({
  id: `M${m}`,
  kind: m % 3 === 0 ? "agent" : "distributor",
  memberClass: m % 2 === 0 ? "gold" : "silver",
  ...(m === 0 ? {} : { uplineId: "M0" }),
  groupIds: [m < 2 ? "g0" : "g1"],
}));
const days = ["2024-04-01", "2024-08-15", "2025-01-01", "2025-01-01", "2025-06-01"];
const cents = (amount: string) => Math.round(Number(amount) * 100);

/** A set that the accumulator takes: some cannot be combined. */
function openSet(draw: Draws, members: readonly AccumulatorMember[], choice: readonly ProgrammeWindow[] | undefined) {
  for (;;) {
    const policy = { currency: "CNY", sources: "count", members, ...randomSet(draw, 2 + draw.below(4), choice) } as const;
    try {
      return { policy, accumulator: openAccumulator(policy) };
    } catch (fault) {
      const { code } = fault as { readonly code?: string };
      const isKnown = ["incentives.goods_compared", "settlement.joint_agreements"].includes(code as string);
      if (!isKnown && !code?.startsWith("settlement.stacking_")) throw fault;
    }
  }
}

test.each([
  ["of the calendar", undefined],
  ["from each member's agreement", ownWindows],
] as const)("settled + open = earned in windows %s: nothing that was paid is forgotten", { timeout: 3_600_000 }, (_, choice) => {
  let takenBack = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const draw = draws(seed + round);
    const members = choice === undefined ? common : common.map((member) => ({ ...member, agreement: randomAgreement(draw) }));
    const { policy, accumulator } = openSet(draw, members, choice);
    const known: Omit<SettlementFacts, "asOf"> = {
      stated: members.map(({ id: memberId }) => ({ memberId, facts: { score: draw.one(["4.5", "9"]) } })),
      ...quotasOf(policy.programmes, members, () => draw.one(["150", "900.5"])),
    };
    const places = (known.unitQuotas ?? []).map(({ memberId, programmeId, periodId }) => `${memberId} ${programmeId} ${periodId}`);
    if (new Set(places).size < places.length) continue; // one quota in two units is no fact
    let entries: readonly SettlementEntry[] = [];
    let sold: readonly SaleLine[] = [];
    for (const [run, asOf] of days.entries()) {
      const lines = members.flatMap(({ id }, m): readonly SaleLine[] => {
        // now and then all that a member bought goes back, told late, and on the days of the sales
        const whole = draw.below(4) === 0 ? sold.filter(({ memberId, kind }) => memberId === id && kind === "sale") : [];
        const back = whole.map((line) => ({ ...line, id: `${run}-back-${line.id}`, kind: "return" as const }));
        return [...back, ...Array.from({ length: draw.below(5) }, (_, i) => randomLine(draw, `${run}-${m}-${i}`, id))];
      });
      expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
      sold = [...sold, ...lines];
      const { statements } = settle(accumulator, { ...known, asOf, settled: entries });
      const answer = settleFast({ runId: `R${run}`, asOf, statements, entries }, { negative: "recover", returnsAfterClose: "claim" });
      entries = [...entries, ...answer.entries];

      const forgotten = answer.undetermined.filter(({ reason }) => reason.code !== "settlement.earning_undetermined");
      expect({ seed: seed + round, run, forgotten }).toStrictEqual({ seed: seed + round, run, forgotten: [] });
      const keyOf = (memberId: string, programmeId: string, periodId: string) => `${memberId} ${programmeId} ${periodId}`;
      const paid = new Map<string, number>();
      for (const { memberId, earning, amount } of entries) {
        const key = keyOf(memberId, earning?.programmeId as string, earning?.periodId as string);
        paid.set(key, (paid.get(key) ?? 0) + cents(amount.amount));
      }
      const open = new Set(answer.undetermined.map(({ memberId, programmeId, periodId }) => keyOf(memberId, programmeId, periodId)));
      const earned = new Map<string, number>();
      for (const { memberId, lines: rows } of statements) {
        for (const { programmeId, window, payable, status, sources } of rows) {
          const key = keyOf(memberId, programmeId, window.id);
          if (status === "open") open.add(key);
          earned.set(key, (earned.get(key) ?? 0) + cents(payable?.amount ?? "0"));
          if (sources.count === 0 && paid.get(key) === 0) takenBack++;
        }
      }
      for (const key of new Set([...paid.keys(), ...earned.keys()])) {
        if (open.has(key)) continue;
        expect({ seed: seed + round, run, key, paid: paid.get(key) ?? 0 }).toStrictEqual({
          seed: seed + round,
          run,
          key,
          paid: earned.get(key),
        });
      }
    }
  }
  // what a window without lines had paid came back whole
  expect(takenBack).toBeGreaterThan(ROUNDS >= 100 ? 3 : -1);
});
