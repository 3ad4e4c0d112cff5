// node --expose-gc workers/credit.mjs <session> [items] [orders] [members]: ages open items against a bare loop; decides orders in one call.
import { createDraw } from "../lib/draw.mjs";
import { library } from "../lib/library.mjs";
import { race } from "../lib/race.mjs";

const [, , session, ...given] = process.argv;
const [itemCount, orderCount, memberCount] = [1_000_000, 100_000, 5_000].map((usual, i) => Number(given[i] ?? usual));
const asOf = "2024-06-30";
const bounds = [30, 60, 90];
const say = (text) => process.stderr.write(`  ${session}: ${text}\n`);

const draw = createDraw(11);
const money = (cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
const day = (n) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const memberOf = (i) => `D${i % memberCount}`;

/** Posted in the first half of 2024, due 0 to 90 days later, or as many more as are asked for, so that fewer are past due. */
function drawItems(count, later = 0) {
  return Array.from({ length: count }, (_, i) => {
    const posted = draw(180);
    return {
      id: `I${i}`,
      memberId: memberOf(i),
      kind: "claim",
      currency: "CNY",
      amount: money(1 + draw(10_000_000)),
      postedOn: day(posted),
      dueOn: day(posted + later + draw(91)),
    };
  });
}

const sessions = {
  async ageing() {
    const { ageOpenItems } = await library("credit", ["ageOpenItems"]);
    const items = drawItems(itemCount);
    const policy = { currency: "CNY", bounds, basis: "due", detail: "total" };
    const ours = () =>
      ageOpenItems({ asOf, items }, policy)
        .value.outcome.bands.filter(({ kind }) => kind !== "unapplied_credit")
        .map(({ amount }) => amount);
    const bare = () => bareAgeing(items).map(money);
    const [got, want] = [ours().map(Number), bare().map(Number)];
    if (got.join() !== want.join()) throw new Error(`bands differ: ${got} and ${want}`);
    say(`reference: ${itemCount} items, bands ${want}`);
    const open = (name) => ({ items: itemCount, run: name === "qudao" ? ours : bare });
    return race([{ figure: "credit.ageing.vs_bare_loop", a: "qudao", b: "bare_loop", pairs: 7 }], open, say);
  },
  async orders() {
    const { decideOrders, exampleCreditPolicy } = await library("credit", ["decideOrders"]);
    const members = Array.from({ length: memberCount }, (_, i) => memberOf(i));
    const ledger = {
      accounts: members.map((memberId) => ({ memberId, limit: { kind: "amount", amount: money(100_000_000 + draw(900_000_000)) } })),
      orders: [],
      deliveries: [],
      billings: [],
      items: drawItems(memberCount * 4, 120),
    };
    const orders = Array.from({ length: orderCount }, (_, i) => ({
      id: `O${i}`,
      memberId: memberOf(draw(memberCount)),
      currency: "CNY",
      amount: money(1 + draw(5_000_000)),
    }));
    const facts = { asOf, checkpoint: "order", orders, ledger };
    const policy = { ...exampleCreditPolicy, sequence: "in_order" };
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const start = process.hrtime.bigint();
    const { decisions, released, held, prepayment } = decideOrders(facts, policy).outcome;
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (released + held + prepayment !== orderCount) throw new Error(`${released} + ${held} + ${prepayment} orders of ${orderCount}`);
    checkRoom(decisions, orders, ledger);
    const grown = (process.memoryUsage().rss - before) / 1e6;
    say(`${orderCount} orders of ${memberCount} members: ${released} released, ${held} held, ${prepayment} for prepayment`);
    return { comparisons: { "credit.orders100k_s": { value: seconds }, "credit.orders100k_mb": { value: grown } }, ns: {} };
  },
};

process.stdout.write(JSON.stringify(await sessions[session]()));

/** Whole cents of a figure with two places. */
function centsOf(amount) {
  const point = amount.length - 3;
  return Number(amount.slice(0, point)) * 100 + Number(amount.slice(point + 1));
}

/** Counted again by hand: an order is held for its limit exactly where what is open and released before leaves too little room for it. */
function checkRoom(decisions, orders, { accounts, items }) {
  const room = new Map(accounts.map(({ memberId, limit }) => [memberId, centsOf(limit.amount)]));
  for (const { memberId, amount } of items) room.set(memberId, room.get(memberId) - centsOf(amount));
  for (const [i, { id, memberId, amount }] of orders.entries()) {
    const { orderId, decision, reasons } = decisions[i];
    const left = room.get(memberId) - centsOf(amount);
    const isOver = reasons.some(({ metric }) => metric === "limit_exceeded");
    if (orderId !== id || isOver !== left < 0) throw new Error(`${id}: ${left} cents of room, ${JSON.stringify(reasons)}`);
    if (decision === "release") room.set(memberId, left);
  }
}

/**
 * Bands in whole cents: not due, then past due up to each bound, then beyond. As quick as a hand can write it: the first due day of each band is
 * worked out once, days are compared as text, and nothing is checked.
 */
function bareAgeing(items) {
  const limits = [0, ...bounds].map((days) => new Date(Date.parse(asOf) - days * 86_400_000).toISOString().slice(0, 10));
  const sums = new Array(bounds.length + 2).fill(0);
  for (const { amount, dueOn, postedOn } of items) {
    if (postedOn > asOf) continue;
    let band = 0;
    while (band < limits.length && dueOn < limits[band]) band++;
    sums[band] += centsOf(amount);
  }
  return sums;
}
