/** Laws of the ledger, and agreement with a second implementation. */
import fc from "fast-check";
import {
  ageOpenItems,
  allocatePayments,
  buildOpenItems,
  type CheckedOrder,
  type CreditDocuments,
  computeExposure,
  computeOverdueInterest,
  decideOrder,
  decideOrders,
  exampleCreditPolicy,
  type OpenItem,
  type ReceivedPayment,
} from "qudao/credit";
import { checkExplanation, compareDecimals, sumDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { account, ledger, limitOf, outcomeOf } from "../support/credit.js";
import {
  cents,
  dateOf,
  type OrderWay,
  openCents,
  oracleAgeing,
  oracleAllocation,
  oracleExposure,
  oracleInterest,
  spelled,
} from "../support/credit-oracle.js";
import { frozen } from "../support/frozen.js";

const seed = { seed: 20240101 };
const day = fc.integer({ min: 19_700, max: 20_100 }).map(dateOf);
const amount = (most: number) => fc.integer({ min: 0, max: most }).map((units) => spelled(BigInt(units)));
const settlements = fc.array(fc.record({ on: day, amount: amount(400) }), { maxLength: 3 });
const item = fc.record({
  memberId: fc.constantFrom("D1", "D2", "D3"),
  kind: fc.constantFrom<OpenItem["kind"]>("claim", "claim", "claim", "credit"),
  currency: fc.constant("CNY"),
  amount: amount(1000),
  postedOn: day,
  dueOn: fc.option(day, { nil: undefined }),
  settlements,
});
const items = fc.array(item, { maxLength: 8 }).map((list) => frozen(list.map((one, i): OpenItem => ({ id: `I${i}`, ...one }))));
const bounds = [30, 60, 90];
const policy = { currency: "CNY", bounds, basis: "due", detail: "members" } as const;

describe("ageing", () => {
  test("agrees with the second implementation, adds up to what is outstanding, in total and by member", () => {
    fc.assert(
      fc.property(items, day, (list, asOf) => {
        const { outstanding, bands, members = [] } = outcomeOf(ageOpenItems({ asOf, items: list }, policy));
        const amounts = bands.map((band) => band.amount);
        expect(amounts).toStrictEqual(oracleAgeing(list, asOf, bounds));
        expect(sumDecimals(amounts)).toBe(outstanding);
        expect(sumDecimals(members.map((member) => member.outstanding))).toBe(outstanding);
        for (const member of members) expect(sumDecimals(member.amounts)).toBe(member.outstanding);
      }),
      { ...seed, numRuns: 400 },
    );
  });

  test("does not depend on the order of the items, nor on settlements after the day", () => {
    fc.assert(
      fc.property(items, day, (list, asOf) => {
        const of = (given: readonly OpenItem[]) => outcomeOf(ageOpenItems({ asOf, items: given }, { ...policy, detail: "total" }));
        const until = list.map((one) => ({ ...one, settlements: one.settlements?.filter(({ on }) => on <= asOf) }));
        expect(of([...list].reverse())).toStrictEqual(of(list));
        expect(of(until)).toStrictEqual(of(list));
      }),
      { ...seed, numRuns: 300 },
    );
  });
});

const payments = fc
  .array(fc.record({ memberId: fc.constantFrom("D1", "D2"), paidOn: day, currency: fc.constant("CNY"), amount: amount(300) }), {
    maxLength: 4,
  })
  .map((list) => frozen(list.map((one, i): ReceivedPayment => ({ id: `P${i}`, ...one }))));

describe("allocation", () => {
  test("agrees with the second implementation, cent by cent", () => {
    fc.assert(
      fc.property(items, payments, (list, money) => {
        const { parts, unapplied } = outcomeOf(allocatePayments({ items: list, payments: money }));
        const found = new Map<string, bigint>();
        for (const { paymentId, itemId, amount: part } of parts) found.set(`${paymentId} → ${itemId}`, cents(part));
        for (const { paymentId, amount: rest } of unapplied) found.set(`${paymentId} → credit`, cents(rest));
        expect([...found].sort()).toStrictEqual([...oracleAllocation(list, money)].sort());
      }),
      { ...seed, numRuns: 200 },
    );
  });

  test("never creates or loses money: what is outstanding falls by exactly what was paid", () => {
    fc.assert(
      fc.property(
        items,
        payments,
        fc.constantFrom("oldest_due_first", "oldest_invoice_first", "smallest_first", "largest_first"),
        fc.constantFrom("after_payments", "left_open"),
        (list, money, order, credits) => {
          const last = "9999-12-31";
          const total = (given: readonly OpenItem[]) => outcomeOf(ageOpenItems({ asOf: last, items: given }, policy)).outstanding;
          const {
            parts,
            applied,
            unapplied,
            items: after,
          } = outcomeOf(allocatePayments({ items: list, payments: money }, { order, credits }));
          const paid = sumDecimals(money.map((one) => one.amount));
          expect(sumDecimals([...parts, ...unapplied].map((one) => one.amount))).toBe(paid);
          expect(sumDecimals([total(after), paid])).toBe(total(list));
          // no claim is paid beyond what was open
          for (const one of after)
            if ([...parts, ...applied].some(({ itemId }) => itemId === one.id)) expect(openCents(one, last) >= 0n).toBe(true);
          // no credit gives more than it had, and where credits are applied no member has an open claim and an open credit
          for (const one of list) {
            const given = sumDecimals(applied.filter(({ creditId }) => creditId === one.id).map((row) => row.amount));
            expect(cents(given) <= (openCents(one, last) > 0n ? openCents(one, last) : 0n)).toBe(true);
          }
          const open = (kind: OpenItem["kind"], memberId: string) =>
            list.some((_, i) => after[i]?.kind === kind && after[i]?.memberId === memberId && openCents(after[i] as OpenItem, last) > 0n);
          if (credits === "after_payments")
            for (const id of ["D1", "D2", "D3"]) expect(open("claim", id) && open("credit", id)).toBe(false);
        },
      ),
      { ...seed, numRuns: 300 },
    );
  });
});

describe("instalments", () => {
  const shares = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 });
  const assigned = fc.array(fc.record({ paidOn: day, cents: fc.integer({ min: 0, max: 400 }) }), { maxLength: 4 });

  test("an invoice in parts owes on every day what it owes in one, and no part is paid before the one that is due earlier", () => {
    fc.assert(
      fc.property(shares, fc.array(day, { minLength: 4, maxLength: 4 }), assigned, day, (amounts, dueOn, paid, asOf) => {
        const total = spelled(BigInt(amounts.reduce((sum, one) => sum + one, 0)));
        const invoices = [
          { id: "I", kind: "invoice", sellerId: "M", buyerId: "D1", issuedOn: dateOf(19_700), currency: "CNY", net: total, tax: "0" },
        ] as const;
        const payments = paid.map(({ paidOn, cents: units }, i) => {
          const money = spelled(BigInt(units));
          const allocations = [{ invoiceId: "I", amount: money }];
          return { id: `P${i}`, payerId: "D1", payeeId: "M", paidOn, method: "cash" as const, currency: "CNY", amount: money, allocations };
        });
        const parts = amounts.map((units, i) => ({ part: i + 1, amount: spelled(BigInt(units)), dueOn: dueOn[i] as string }));
        const whole = outcomeOf(buildOpenItems({ invoices, payments }));
        const split = outcomeOf(buildOpenItems(frozen({ invoices, payments, schedules: [{ invoiceId: "I", parts }] })));
        const open = (list: readonly OpenItem[]) => list.reduce((sum, one) => sum + openCents(one, asOf), 0n);
        expect(open(split)).toBe(open(whole));
        const turn = [...split].sort((a, b) => ((a.dueOn as string) < (b.dueOn as string) ? -1 : 1));
        for (const [i, one] of turn.entries())
          if (openCents(one, "9999-12-31") > 0n)
            for (const later of turn.slice(i + 1)) if (later.dueOn !== one.dueOn) expect(later.settlements).toStrictEqual([]);
      }),
      { ...seed, numRuns: 200 },
    );
  });
});

describe("interest", () => {
  test("agrees with the second implementation, day by day, and its working adds up", () => {
    const rates = [
      { from: "2000-01-01", rate: 435n },
      { from: "2024-03-15", rate: 1230n },
      { from: "2024-07-01", rate: 0n },
    ];
    const agreed = {
      currency: "CNY",
      rates: rates.map(({ from, rate }) => ({ from, annualRate: `0.${String(rate).padStart(4, "0")}` })),
      yearDays: 365,
      graceDays: 0,
      decimals: 2,
      rounding: "half_up",
    } as const;
    fc.assert(
      fc.property(items, day, (list, asOf) => {
        const claims = list.filter(({ kind }) => kind === "claim");
        const answer = computeOverdueInterest({ asOf, items: claims }, agreed);
        const { items: charged, interest } = outcomeOf(answer);
        for (const one of claims) {
          const line = charged.find(({ itemId }) => itemId === one.id);
          expect(cents(line?.interest ?? "0")).toBe(oracleInterest(one, asOf, rates));
        }
        expect(compareDecimals(sumDecimals(charged.map((line) => line.interest)), interest)).toBe(0);
      }),
      { ...seed, numRuns: 150 },
    );
  });
});

const way = fc.record({
  cents: fc.tuple(
    ...(Array.from({ length: 5 }, () => fc.integer({ min: 0, max: 500 }).map(BigInt)) as [
      fc.Arbitrary<bigint>,
      fc.Arbitrary<bigint>,
      fc.Arbitrary<bigint>,
      fc.Arbitrary<bigint>,
      fc.Arbitrary<bigint>,
    ]),
  ),
  links: fc.constantFrom("delivery", "order", "both"),
  twice: fc.boolean(),
});

/** The documents of orders that went so far, linked as the host likes. */
function documentsOf(ways: readonly (OrderWay & { readonly links: string; readonly twice: boolean })[]): CreditDocuments {
  const of = { memberId: "D1", currency: "CNY" };
  const link = ({ id, links }: (typeof ways)[number], part: bigint) =>
    (["order", "delivery"] as const)
      .filter((kind) => links === kind || links === "both")
      .map((kind) => ({ kind, id: `${kind} ${id}`, amount: spelled(part) }));
  const copies = ways.flatMap((one) => (one.twice ? [one, one] : [one]));
  return {
    orders: copies.map(({ id, cents: [a, b, c, d, e] }) => ({ id: `order ${id}`, ...of, amount: spelled(a + b + c + d + e) })),
    deliveries: copies.map(({ id, cents: [, b, c, d, e] }) => {
      const part = spelled(b + c + d + e);
      return { id: `delivery ${id}`, ...of, amount: part, covers: [{ kind: "order", id: `order ${id}`, amount: part }] };
    }),
    billings: copies.map((one) => ({ id: `billing ${one.id}`, ...of, amount: spelled(one.cents[2]), covers: link(one, one.cents[2]) })),
    items: copies.map((one) => ({
      id: `item ${one.id}`,
      kind: "claim",
      ...of,
      amount: spelled(one.cents[3] + one.cents[4]),
      postedOn: "2024-01-01",
      settlements: [{ on: "2024-01-02", amount: spelled(one.cents[4]) }],
      covers: link(one, one.cents[3] + one.cents[4]),
    })),
  };
}

describe("exposure", () => {
  test("agrees with the second implementation: every cent of an order is in one place, however documents are linked or repeated", () => {
    fc.assert(
      fc.property(fc.array(way, { maxLength: 5 }), (list) => {
        const ways = list.map((one, i) => ({ id: String(i), ...one }));
        const { exposure } = exampleCreditPolicy;
        const { parts } = outcomeOf(
          computeExposure({ asOf: "2024-02-01", memberIds: ["D1"], documents: frozen(documentsOf(ways)) }, exposure),
        );
        expect(parts.slice(0, 4).map((part) => part.amount)).toStrictEqual(oracleExposure(ways));
      }),
      { ...seed, numRuns: 300 },
    );
  });
});

describe("decisions", () => {
  const orders = fc
    .array(
      fc.record({
        memberId: fc.constantFrom("D1", "D2", "D9"),
        currency: fc.constant("CNY"),
        amount: amount(3000),
        prepaid: fc.option(amount(500), { nil: undefined }),
      }),
      { maxLength: 6 },
    )
    .map((list) => list.map((one, i): CheckedOrder => ({ id: `O${i}`, ...one })));
  const books = (list: readonly OpenItem[]) =>
    ledger({
      accounts: [account(limitOf("12.5"), { groupId: "G" }), account(limitOf("30"), { memberId: "D2", groupId: "G" })],
      groups: [{ id: "G", limit: limitOf("40"), check: "group_then_member" }],
      items: list,
    });

  test("of many, each alone, are those of one", () => {
    fc.assert(
      fc.property(items, orders, day, (list, asked, asOf) => {
        const facts = { asOf, checkpoint: "order", ledger: books(list) } as const;
        const many = decideOrders({ ...facts, orders: asked }, { ...exampleCreditPolicy, sequence: "each_alone" }).outcome.decisions;
        const one = asked.map((order) => decideOrder({ ...facts, order }, exampleCreditPolicy));
        expect(many).toStrictEqual(one.map(({ outcome }) => outcome));
        for (const { explanation } of one) expect(checkExplanation(explanation)).toStrictEqual([]);
      }),
      { ...seed, numRuns: 150 },
    );
  });

  test("a larger order is never released where a smaller one is held", () => {
    fc.assert(
      fc.property(items, orders, day, amount(500), (list, asked, asOf, more) => {
        const decide = (order: CheckedOrder) =>
          decideOrder({ asOf, checkpoint: "order", order, ledger: books(list) }, exampleCreditPolicy).outcome.decision;
        for (const order of asked) {
          const { prepaid: _, ...unpaid } = order;
          if (compareDecimals(order.amount, "0") === 0) continue;
          if (decide(unpaid) !== "release") expect(decide({ ...unpaid, amount: sumDecimals([order.amount, more]) })).not.toBe("release");
        }
      }),
      { ...seed, numRuns: 150 },
    );
  });

  test("in order, orders that are released never leave a member above its limit that was not above it before", () => {
    fc.assert(
      fc.property(orders, (asked) => {
        const facts = { asOf: "2024-03-15", checkpoint: "order", ledger: books([]), orders: asked } as const;
        const { decisions } = decideOrders(facts, { ...exampleCreditPolicy, sequence: "in_order" }).outcome;
        const open = (memberId: string) =>
          asked.reduce((sum, order, i) => {
            if (order.memberId !== memberId || decisions[i]?.decision !== "release") return sum;
            const left = cents(order.amount) - cents(order.prepaid ?? "0");
            return sum + (left > 0n ? left : 0n);
          }, 0n);
        expect(open("D1") <= 1250n && open("D2") <= 3000n && open("D1") + open("D2") <= 4000n && open("D9") === 0n).toBe(true);
      }),
      { ...seed, numRuns: 300 },
    );
  });
});
