// The limit once the data is columnar: typed arrays are ready, amounts are integers already. One programme.
import { rowsOf, settleCells } from "./bare.mjs";

/** @type {import("./index.mjs").OpenVariant} */
export function open({ lines, programmes, members }) {
  const position = new Map(members.map((member, m) => [member.id, m]));
  const memberOf = Uint16Array.from(lines, (line) => position.get(line.memberId));
  const dayOf = Uint16Array.from(lines, (line) => (Date.parse(line.date) - Date.UTC(2024, 0, 1)) / 86_400_000);
  const categories = [...new Set(lines.map((line) => line.categoryId))];
  const categoryOf = Uint8Array.from(lines, (line) => categories.indexOf(line.categoryId));
  const signed = (line, value) => (line.kind === "return" ? -value : value);
  const centsOf = Int32Array.from(lines, (line) => signed(line, Math.round(Number(line.amount) * 100)));
  const unitsOf = Int32Array.from(lines, (line) => signed(line, line.quantity));
  const quarterOfDay = Uint8Array.from({ length: 366 }, (_, day) => Math.floor(new Date(Date.UTC(2024, 0, 1 + day)).getUTCMonth() / 3));
  const run = () => {
    const cells = new Float64Array(members.length * 4 * categories.length * 2);
    for (let i = 0; i < memberOf.length; i++) {
      const cell = (((memberOf[i] << 2) + quarterOfDay[dayOf[i]]) * categories.length + categoryOf[i]) << 1;
      cells[cell] += centsOf[i];
      cells[cell + 1] += unitsOf[i];
    }
    return settleCells(cells, categories.length, programmes, members, categories);
  };
  return { run, rowsOf };
}
