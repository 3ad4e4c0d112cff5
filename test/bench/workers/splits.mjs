// node --expose-gc workers/splits.mjs <session> [count]: splits the same amounts over five parties, checks every part, times variants in pairs.
import { createDraw } from "../lib/draw.mjs";
import { library } from "../lib/library.mjs";
import { Missing } from "../lib/missing.mjs";
import { race } from "../lib/race.mjs";

const [, , session, given] = process.argv;
const count = Number(given ?? 1_000_000);
/** Parts of a hundred; amounts are in cents. */
const parts = [40, 25, 20, 10, 5];

const comparisons = [
  { figure: "splits.dinero.vs_ours", a: "dinero", b: "qudao", pairs: 7 },
  { figure: "splits.decimaljs.vs_ours", a: "decimaljs", b: "qudao", pairs: 7 },
];

const draw = createDraw(7);
const cents = Int32Array.from({ length: count }, () => 100 + draw(100_000_000));
const amounts = Array.from(cents, (cent) => `${Math.floor(cent / 100)}.${String(cent % 100).padStart(2, "0")}`);

const variants = {
  async qudao() {
    const { splitByRatio } = await library("profit-sharing", ["splitByRatio"]);
    const parties = parts.map((part, i) => ({ partyId: `P${i}`, share: String(part) }));
    const policy = { parties, basis: "parts", decimals: 2, remainder: "contract_order" };
    return (i) => {
      const split = splitByRatio({ amount: { amount: amounts[i], currency: "CNY" } }, policy);
      return split.value.outcome.map(({ amount }) => amount.amount);
    };
  },
  async dinero() {
    const { allocate, dinero, toDecimal } = await peer("dinero.js");
    const currency = { code: "CNY", base: 10, exponent: 2 };
    return (i) => allocate(dinero({ amount: cents[i], currency }), parts).map((one) => toDecimal(one));
  },
  async decimaljs() {
    const { Decimal } = await peer("decimal.js");
    const unit = new Decimal("0.01");
    return (i) => {
      const whole = new Decimal(amounts[i]);
      const cut = parts.map((part) => whole.times(part).dividedBy(100).toDecimalPlaces(2, Decimal.ROUND_DOWN));
      let rest = cut.reduce((left, part) => left.minus(part), whole);
      return cut.map((part) => {
        if (!rest.greaterThan(0)) return part.toFixed(2);
        rest = rest.minus(unit);
        return part.plus(unit).toFixed(2);
      });
    };
  },
};

const say = (text) => process.stderr.write(`  ${session}: ${text}\n`);
process.stdout.write(JSON.stringify(await race(comparisons, open, say)));

/** Opens a variant and checks that its parts add up and that none is a cent away from its share. Who gets the odd cent differs. */
async function open(name) {
  const split = await variants[name]();
  for (let i = 0; i < Math.min(count, 10_000); i++) {
    const got = split(i).map((amount) => Math.round(Number(amount) * 100));
    const sum = got.reduce((all, part) => all + part, 0);
    if (sum !== cents[i]) throw new Error(`${name} splits ${amounts[i]} into ${got}`);
    got.forEach((part, k) => {
      if (Math.abs(part - (cents[i] * parts[k]) / 100) > 1) throw new Error(`${name} gives ${part} of ${cents[i]} to party ${k}`);
    });
  }
  const run = () => {
    let odd = 0;
    for (let i = 0; i < count; i++) odd += split(i)[0].length;
    return odd;
  };
  return { items: count, run };
}

async function peer(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND") throw new Missing(`not installed: ${name}`);
    throw error;
  }
}
