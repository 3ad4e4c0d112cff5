// One year of sale lines, the same on every machine: a small linear congruential generator draws every figure, and every line
// comes out of JSON.parse, so that its strings and its shape are those of lines read from a file or a queue.
import { createDraw } from "./draw.mjs";

/** How many of each there are. */
export const counts = { members: 2000, products: 500, categories: 12, territories: 40 };

const classes = ["standard", "silver", "gold"];
const discounts = ["0", "0.03", "0.05", "0.08", "0.1", "0.15"];
const discountPercents = [0, 3, 5, 8, 10, 15];
const code = (letter, number, width) => letter + String(number).padStart(width, "0");
const range = (length, make) => Array.from({ length }, (_, index) => make(index));

const categories = range(counts.categories, (c) => code("C", c, 2));
const territories = range(counts.territories, (t) => code("T", t, 2));
const dates = range(366, (day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));

/** The members of the channel: each in one territory and one class. */
export const members = range(counts.members, (m) => ({
  id: code("M", m, 4),
  kind: "distributor",
  territoryId: territories[(m * 7) % counts.territories],
  memberClass: classes[(m * 5) % 3],
}));

/** The products: each in one category, with a list price in cents. */
const products = range(counts.products, (p) => ({
  id: code("P", p, 3),
  categoryId: categories[(p * 5) % counts.categories],
  cents: 500 + ((p * 7919) % 95_000),
}));

const money = (cents) => {
  const tail = cents % 100;
  return `${(cents - tail) / 100}.${tail < 10 ? "0" : ""}${tail}`;
};

/** Draws the text of lines `L<from+1>` onwards. Small members are more frequent than large ones; dates come in no order. */
function createWriter(seed) {
  const draw = createDraw(seed);
  return (number) => {
    const share = draw(1_000_000) / 1_000_000;
    const member = members[Math.floor(counts.members * share * share)];
    const product = products[draw(counts.products)];
    const quantity = 1 + draw(50);
    const cents = product.cents + draw(200);
    const discount = draw(discounts.length);
    const amount = Math.floor((quantity * cents * (100 - discountPercents[discount]) + 50) / 100);
    const kind = draw(100) < 3 ? "return" : "sale";
    return (
      `{"id":"L${number}","memberId":"${member.id}","productId":"${product.id}","categoryId":"${product.categoryId}",` +
      `"territoryId":"${member.territoryId}","date":"${dates[draw(366)]}","quantity":${quantity},"unitPrice":"${money(cents)}",` +
      `"amount":"${money(amount)}","discountRate":"${discounts[discount]}","kind":"${kind}"}`
    );
  };
}

/**
 * Yields `count` lines in chunks, parsed from text.
 * @param {number} count How many lines.
 * @param {{ seed?: number, chunk?: number }} [options] Other seeds draw other lines.
 */
export function* readChunks(count, { seed = 20240101, chunk = 1000 } = {}) {
  const write = createWriter(seed);
  for (let done = 0; done < count; done += chunk) {
    const text = [];
    for (let number = done + 1; number <= Math.min(done + chunk, count); number++) text.push(write(number));
    yield JSON.parse(`[${text.join(",")}]`);
  }
}

/** Holds `count` lines in one array. */
export function holdLines(count, options) {
  const lines = [];
  for (const chunk of readChunks(count, options)) for (const line of chunk) lines.push(line);
  return lines;
}
