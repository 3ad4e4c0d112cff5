// The tier stage in plain integers, shared by the two bare loops: cents in, cents out, one rounding.

const scaled = (text, decimals) => Math.round(Number(text) * 10 ** decimals);

/**
 * Compiles a tier table to a function from net cents to rebate cents.
 * @param {import("../lib/task.mjs").Programme} programme Whose schedule and cap to compile.
 */
export function compileTiers({ schedule, cap }) {
  const from = schedule.tiers.map((tier) => scaled(tier.from, 2));
  const pays = schedule.tiers.map((tier) => scaled(tier.rate ?? tier.amount, 4));
  const top = scaled(cap, 2);
  const earned = {
    graduated(net) {
      let sum = 0;
      for (let k = 0; k < from.length && net > from[k]; k++) sum += pays[k] * (Math.min(net, from[k + 1] ?? net) - from[k]);
      return sum;
    },
    retroactive: (net) => net * pays[reached(net)],
    lump_sum: (net) => 100 * pays[reached(net)],
  }[schedule.method];
  const reached = (net) => {
    let k = from.length - 1;
    while (net < from[k]) k--;
    return k;
  };
  return (net) => (net < 0 ? 0 : Math.min(top, Math.floor((earned(net) + 5000) / 10_000)));
}
