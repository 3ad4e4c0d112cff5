// decimal.js as a team uses it first: a Decimal for every amount and every quantity, a Map of Decimals for every programme. Figures are
// read once per line and no keys are glued together, so that what is measured is the arithmetic.
import { Decimal } from "decimal.js";

const inScope = (list, id) => list === undefined || list.has(id);

function rebateOf(net, before, { schedule, cap, growth }) {
  if (!growth) return paid(net, schedule, cap);
  return paid(before === undefined ? net : net.minus(Decimal.max(before.net, 0)), schedule, cap);
}

function paid(net, schedule, cap) {
  let earned = new Decimal(0);
  schedule.tiers.forEach((tier, k) => {
    if (net.lt(tier.from)) return;
    const next = schedule.tiers[k + 1];
    if (schedule.method === "graduated") {
      const end = next === undefined ? net : Decimal.min(net, next.from);
      earned = earned.plus(end.minus(tier.from).times(tier.rate));
    } else if (schedule.method === "retroactive") earned = net.times(tier.rate);
    else earned = new Decimal(tier.amount);
  });
  return Decimal.min(earned, cap).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** @type {import("./index.mjs").OpenVariant} */
export function open({ lines, programmes, members }) {
  const run = () => {
    const classOf = new Map(members.map((member) => [member.id, member.memberClass]));
    const compiled = programmes.map((programme) => ({
      programme,
      categories: programme.scope.categoryIds && new Set(programme.scope.categoryIds),
      territories: programme.scope.territoryIds && new Set(programme.scope.territoryIds),
      classes: programme.scope.memberClasses && new Set(programme.scope.memberClasses),
      cells: new Map(),
    }));
    for (const line of lines) {
      const returned = line.kind === "return";
      const amount = returned ? new Decimal(line.amount).negated() : new Decimal(line.amount);
      const units = new Decimal(returned ? -line.quantity : line.quantity);
      const memberClass = classOf.get(line.memberId);
      const quarter = Math.ceil(Number(line.date.slice(5, 7)) / 3);
      for (const { programme, categories, territories, classes, cells } of compiled) {
        if (!inScope(categories, line.categoryId) || !inScope(territories, line.territoryId) || !inScope(classes, memberClass)) continue;
        let windows = cells.get(line.memberId);
        if (windows === undefined) {
          windows = [];
          cells.set(line.memberId, windows);
        }
        const window = programme.window === "year" ? 0 : quarter;
        const cell = windows[window];
        if (cell === undefined) windows[window] = { net: amount, units };
        else {
          cell.net = cell.net.plus(amount);
          cell.units = cell.units.plus(units);
        }
      }
    }
    const rows = [];
    for (const { programme, cells } of compiled) {
      for (const [member, windows] of cells) {
        windows.forEach(({ net, units }, window) => {
          rows.push({
            programme: programme.id,
            member,
            window: window === 0 ? "2024" : `2024-Q${window}`,
            net,
            units,
            rebate: rebateOf(net, windows[window - 1], programme),
          });
        });
      }
    }
    return rows;
  };
  const rowsOf = (rows) =>
    rows.map((row) => ({ ...row, net: row.net.toFixed(), units: row.units.toFixed(), rebate: row.rebate.toFixed() }));
  return { run, rowsOf };
}
