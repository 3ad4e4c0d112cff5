import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import { applyGuarantee, collectProgrammePolicies, type IncentiveProgramme, limitToBudget, limitToCaps } from "qudao/incentives";
import { addDecimals } from "qudao/kernel";
import { accumulate, openAccumulator, type Settlement, type SettlementFacts, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const seed = 20240101;
const ids = ["A", "B", "C"] as const;
const members = ids.map((id) => ({ ...dealer, id }));
const cents = (most: number) => fc.integer({ min: 0, max: most }).map((value) => (value / 100).toFixed(2));
const above = fc.constantFrom("kept" as const, "forfeited" as const);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const terms = fc.record({
  guarantee: maybe(
    fc.record({
      amount: cents(4_000),
      basis: fc.constantFrom("each_period" as const, "cumulative" as const),
      paidAt: fc.constantFrom("start" as const, "end" as const),
      prorateBy: fc.constant("days" as const),
    }),
  ),
  caps: maybe(
    fc
      .tuple(maybe(fc.record({ most: cents(12_000), above })), maybe(fc.record({ most: cents(25_000), above })))
      .map(([one, all]) => [
        ...(all === undefined ? [] : [{ id: "all", per: "programme" as const, ...all }]),
        ...(one === undefined ? [] : [{ id: "one", per: "member" as const, ...one }]),
      ]),
  ),
  budget: maybe(
    fc.record({
      amount: cents(25_000),
      how: fc.constantFrom("pro_rata" as const, "first_come" as const),
      remainder: fc.constantFrom("contract_order" as const, "largest_fraction_first" as const),
      alertAt: fc.constant("0.8"),
    }),
  ),
});
const negative = fc.constantFrom("clamp_zero" as const, "recover" as const, "carry_forward" as const);
const lines = fc
  .array(
    fc.record({
      memberId: fc.constantFrom(...ids),
      date: fc.constantFrom("2024-01-05", "2024-04-06", "2024-07-07", "2024-10-08"),
      amount: cents(400_000),
      kind: fc.constantFrom("sale" as const, "sale" as const, "sale" as const, "return" as const),
    }),
    { maxLength: 14 },
  )
  .map((all): readonly SaleLine[] => all.map((one, i) => lineOf({ ...one, id: `L${i}` })));

const settled = (programmes: readonly IncentiveProgramme[], all: readonly SaleLine[], facts: SettlementFacts) => {
  const accumulator = openAccumulator(policyOf({ programmes, members }));
  accumulate(accumulator, all);
  return settle(accumulator, facts);
};
const asOf = "2025-01-01";
const earnedBy = ({ statements }: Settlement): Record<string, string | undefined> =>
  Object.fromEntries(
    statements.flatMap(({ memberId, lines: found }) => found.map((one) => [`${memberId} ${one.window.id}`, one.earned?.amount])),
  );

/** The last day of each window. */
const windows = { "2024-Q1": "2024-03-31", "2024-Q2": "2024-06-30", "2024-Q3": "2024-09-30", "2024-Q4": "2024-12-31" };

/** The terms held by their verbs, over a settlement that knows of none. */
function byVerbs(programme: IncentiveProgramme, all: readonly SaleLine[]): Record<string, string> {
  const { caps, budget, guarantee, ...bare } = programme;
  const without = earnedBy(settled([bare], all, { asOf }));
  const policies = collectProgrammePolicies({ programmes: [programme] }, { groups: [], means: [] });
  const earned: Record<string, string> = {};
  for (const id of ids) {
    let surplus = "0";
    for (const window of Object.keys(windows)) {
      const own = without[`${id} ${window}`];
      const promised = policies.guarantees[0]?.policy;
      if (promised === undefined) {
        if (own !== undefined) earned[`${id} ${window}`] = own;
        continue;
      }
      if (own === undefined && /^0\.00$/.test(guarantee?.amount ?? "0.00")) continue;
      const { outcome } = applyGuarantee({ earned: own ?? "0", surplus }, promised);
      surplus = outcome.surplus;
      earned[`${id} ${window}`] = addDecimals(outcome.atStart.amount, outcome.atEnd.amount);
    }
  }
  const entries = Object.entries(earned).map(([id, amount]) => {
    const [memberId = "", window = ""] = id.split(" ");
    return { id, saleId: id, memberId, programmeId: programme.id, date: windows[window as keyof typeof windows], amount };
  });
  const capping = policies.caps[0]?.policy;
  if (capping !== undefined) {
    for (const { id, amount } of limitToCaps({ entries, withheld: [] }, capping).outcome.entries) earned[id] = amount;
  }
  const limit = policies.budgets[0]?.policy;
  if (limit !== undefined) {
    const requests = entries.flatMap(({ id, date }) => {
      const amount = earned[id] as string;
      return amount.startsWith("-") || Number(amount) === 0 ? [] : [{ id, date, amount }];
    });
    const { granted } = limitToBudget({ spent: "0", requests }, limit).outcome;
    for (const { id, amount } of granted) earned[id] = amount.amount;
    // what is owed is less by what the member was refused before, in cents
    const centsOf = (amount: string) => Math.round(Number(amount) * 100);
    for (const memberId of ids) {
      let lost = 0;
      for (const id of Object.keys(windows).map((window) => `${memberId} ${window}`)) {
        const own = centsOf(earned[id] ?? "0");
        const back = Math.min(lost, Math.max(0, -own));
        lost += centsOf(granted.find((one) => one.id === id)?.refused ?? "0") - back;
        if (back > 0) earned[id] = ((own + back) / 100).toFixed(2);
      }
    }
  }
  return Object.fromEntries(Object.entries(earned).map(([id, amount]) => [id, addDecimals(amount, "0")]));
}

describe("laws of terms in the settlement", () => {
  test("settling with terms is their verbs over the settlement without them", () => {
    fc.assert(
      fc.property(terms, negative, lines, (declared, policy, all) => {
        const programme = programmeOf({ ...declared, negative: policy });
        const found = earnedBy(settled([programme], all, { asOf }));
        const plain = Object.fromEntries(Object.entries(found).map(([id, amount]) => [id, addDecimals(amount as string, "0")]));
        expect(plain).toStrictEqual(byVerbs(programme, all));
      }),
      { seed, numRuns: 300 },
    );
  });

  test("settling some members says for them what settling all says", () => {
    fc.assert(
      fc.property(terms, lines, fc.subarray([...ids]), (declared, all, memberIds) => {
        const programme = programmeOf(declared);
        const whole = settled([programme], all, { asOf });
        const some = settled([programme], all, { asOf, memberIds });
        expect(some.statements).toStrictEqual(whole.statements.filter(({ memberId }) => memberIds.includes(memberId as never)));
      }),
      { seed, numRuns: 150 },
    );
  });

  test("two accumulators with the carry handed over are one accumulator over both", () => {
    const refundable = [{ kind: "payment_cap" as const, amount: "30", refundable: true as const }];
    fc.assert(
      fc.property(terms, negative, fc.boolean(), lines, (declared, policy, isRefundable, all) => {
        const limits = policy === "recover" || !isRefundable ? [] : refundable;
        const first = programmeOf({ ...declared, negative: policy, limits, effective: { start: "2024-01-01", end: "2024-07-01" } });
        const second = { ...first, version: "2", effective: { start: "2024-07-01", end: "2025-01-01" } };
        const one = settled([first, second], all, { asOf });
        const early = settled([first], all, { asOf });
        const late = settled([second], all, { asOf, opening: JSON.parse(JSON.stringify(early.closing ?? [])) });
        const parts = ids.flatMap((id) =>
          [early, late].flatMap(({ statements }) => statements.find(({ memberId }) => memberId === id)?.lines ?? []),
        );
        expect(parts).toStrictEqual(one.statements.flatMap((statement) => statement.lines));
        expect(late.closing).toStrictEqual(one.closing);
        expect([...(early.terms ?? []), ...(late.terms ?? [])]).toStrictEqual(one.terms ?? []);
      }),
      { seed, numRuns: 300 },
    );
  });
});
