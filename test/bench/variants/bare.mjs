// The limit for objects: a loop written for this one task by hand. It validates nothing and trusts every format.
import { fromCents } from "../lib/digest.mjs";
import { compileTiers } from "./integer-tiers.mjs";

const quarterOfMonth = new Uint8Array([0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);

export const indexById = (ids) => {
  const index = Object.create(null);
  ids.forEach((id, position) => {
    index[id] = position;
  });
  return index;
};

/** Two decimals, at most 21 million: the whole part runs as a 32-bit integer. */
function cents(text) {
  const point = text.length - 3;
  let whole = 0;
  for (let i = 0; i < point; i++) whole = (whole * 10 + text.charCodeAt(i) - 48) | 0;
  return whole * 100 + text.charCodeAt(point + 1) * 10 + text.charCodeAt(point + 2) - 528;
}

/** Net cents and units, interleaved, by member and quarter, where no programme looks at the category. */
export function foldPlain(lines, memberIndex, cells) {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const { date } = line;
    const quarter = quarterOfMonth[date.charCodeAt(5) * 10 + date.charCodeAt(6) - 528];
    const cell = ((memberIndex[line.memberId] << 2) + quarter) << 1;
    const sign = line.kind === "return" ? -1 : 1;
    cells[cell] += sign * cents(line.amount);
    cells[cell + 1] += sign * line.quantity;
  }
}

/** The same by member, quarter and category: every scope of the task is a sum of such cells. */
export function foldLines(lines, memberIndex, categoryIndex, categoryCount, cells) {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const { date } = line;
    const quarter = quarterOfMonth[date.charCodeAt(5) * 10 + date.charCodeAt(6) - 528];
    const cell = (((memberIndex[line.memberId] << 2) + quarter) * categoryCount + categoryIndex[line.categoryId]) << 1;
    const sign = line.kind === "return" ? -1 : 1;
    cells[cell] += sign * cents(line.amount);
    cells[cell + 1] += sign * line.quantity;
  }
}

/** Statement rows from cells of `width` categories per member and quarter. */
export function settleCells(cells, width, programmes, members, categories) {
  const rows = [];
  for (const programme of programmes) {
    const { scope, window, growth } = programme;
    const rebate = compileTiers(programme);
    const inScope = (list, id) => list === undefined || list.includes(id);
    const chosen = categories.flatMap((id, c) => (inScope(scope.categoryIds, id) ? [c] : []));
    members.forEach((member, m) => {
      if (!inScope(scope.territoryIds, member.territoryId) || !inScope(scope.memberClasses, member.memberClass)) return;
      let net = 0;
      let units = 0;
      let before = 0;
      for (let quarter = 0; quarter < 4; quarter++) {
        for (const c of chosen) {
          const cell = ((m * 4 + quarter) * width + c) * 2;
          net += cells[cell];
          units += cells[cell + 1];
        }
        if (window === "year" && quarter < 3) continue;
        rows.push({
          programme: programme.id,
          member: member.id,
          window: window === "year" ? "2024" : `2024-Q${quarter + 1}`,
          net,
          units,
          rebate: rebate(growth ? net - Math.max(before, 0) : net),
        });
        before = net;
        net = 0;
        units = 0;
      }
    });
  }
  return rows;
}

/** Rows with cents as decimal strings, for the digest. */
export const rowsOf = (rows) => rows.map((row) => ({ ...row, net: fromCents(row.net), rebate: fromCents(row.rebate) }));

/** @type {import("./index.mjs").OpenVariant} */
export function open({ lines, programmes, members }) {
  const plain = programmes.length === 1 && Object.keys(programmes[0].scope).length === 0;
  const categories = plain ? ["any"] : [...new Set(lines.map((line) => line.categoryId))];
  const run = () => {
    const memberIndex = indexById(members.map((member) => member.id));
    const cells = new Float64Array(members.length * 4 * categories.length * 2);
    if (plain) foldPlain(lines, memberIndex, cells);
    else foldLines(lines, memberIndex, indexById(categories), categories.length, cells);
    return settleCells(cells, categories.length, programmes, members, categories);
  };
  return { run, rowsOf };
}
