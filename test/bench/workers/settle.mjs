// node --expose-gc workers/settle.mjs <session>: opens variants over the same million lines, checks that they agree, times them in pairs.
import { digest } from "../lib/digest.mjs";
import { median } from "../lib/figures.mjs";
import { holdLines, members } from "../lib/lines.mjs";
import { reasonOf } from "../lib/missing.mjs";
import { timed } from "../lib/pairs.mjs";
import { race } from "../lib/race.mjs";
import { tasks } from "../lib/task.mjs";
import { openVariant } from "../variants/index.mjs";

const lineCount = 1_000_000;

/** Comparisons in the order they are taken: the closest race first. Slow peers, and figures without a target, get fewer pairs. */
const sessions = {
  one: [
    { figure: "settle.one.vs_bare_loop", a: "qudao.one", b: "bare.one", pairs: 15 },
    { figure: "settle.columnar.vs_one", a: "columnar.one", b: "qudao.one", pairs: 7 },
    { figure: "settle.duckdb_in_memory.vs_one", a: "duckdb_in_memory.one", b: "qudao.one", pairs: 7 },
    { figure: "settle.duckdb_with_load.vs_one", a: "duckdb_with_load.one", b: "qudao.one", pairs: 7 },
    { figure: "settle.decimaljs.vs_one", a: "decimaljs.one", b: "qudao.one", pairs: 9 },
  ],
  ten: [
    { figure: "settle.ten.vs_one", a: "qudao.ten", b: "qudao.one", pairs: 15 },
    { figure: "settle.ten.vs_bare_loop", a: "qudao.ten", b: "bare.ten", pairs: 7 },
    { figure: "settle.ten_duckdb_in_memory.vs_ten", a: "duckdb_in_memory.ten", b: "qudao.ten", pairs: 5 },
    { figure: "settle.ten_decimaljs.vs_ten", a: "decimaljs.ten", b: "qudao.ten", pairs: 3 },
  ],
  others: [
    { figure: "settle.plain.vs_bare_loop", a: "qudao.plain", b: "bare.plain", pairs: 9 },
    { figure: "settle.growth.vs_bare_loop", a: "qudao.growth", b: "bare.growth", pairs: 9 },
    { figure: "settle.broad_ten.vs_plain", a: "qudao.broad", b: "qudao.plain", pairs: 9 },
  ],
  one_by_one: [
    { figure: "settle.one_by_one.vs_bare_loop", a: "qudao_one_by_one.one", b: "bare.one", pairs: 9 },
    { figure: "settle.ten_one_by_one.vs_one", a: "qudao_one_by_one.ten", b: "qudao_one_by_one.one", pairs: 9 },
  ],
};

const session = process.argv[2];
const say = (text) => process.stderr.write(`  ${session}: ${text}\n`);

const lines = holdLines(lineCount);
const reference = {};
const { comparisons, ns } = await race(sessions[session], open, say);
if (session === "ten") Object.assign(comparisons, await measureParts());
process.stdout.write(JSON.stringify({ comparisons, ns }));

/** Opens a variant and checks its answer against the bare loop's. */
async function open(name) {
  const variant = await openVariant(name, { lines, members });
  await agrees(name, variant.rowsOf(await variant.run()));
  return { items: lineCount, run: variant.run };
}

async function agrees(name, rows) {
  const task = name.split(".")[1];
  if (reference[task] === undefined) {
    const bare = await openVariant(`bare.${task}`, { lines, members });
    reference[task] = digest(bare.rowsOf(bare.run()));
    say(`reference ${task}: ${reference[task].rows} rows, digest ${reference[task].hash}`);
  }
  const got = digest(rows);
  if (got.hash !== reference[task].hash) {
    throw new Error(`${name} disagrees with the bare loop: ${got.rows} rows, digest ${got.hash}, want ${reference[task].hash}`);
  }
}

/** How many figures there are to merge: programmes of the same lines share theirs, by member and by the shortest of their windows. */
function countCells(programmes) {
  const windows = new Map();
  for (const { scope, window } of programmes) {
    const lines = JSON.stringify([scope.categoryIds, scope.territoryIds]);
    windows.set(lines, Math.max(windows.get(lines) ?? 0, window === "quarter" ? 4 : 1));
  }
  return members.length * [...windows.values()].reduce((sum, count) => sum + count, 0);
}

/** What only an accumulator can do: take a late line, and be merged with another. */
async function measureParts() {
  try {
    const { bindFold } = await import("../variants/qudao.mjs");
    const fold = await bindFold({ programmes: tasks.ten, members });
    const [left, right] = [fold.open(), fold.open()];
    fold.add(left, lines.slice(0, lineCount / 2));
    fold.add(right, lines.slice(lineCount / 2));
    const rows = fold.rowsOf(fold.settle(fold.merge(left, right)));
    await agrees("merged.ten", rows);
    const cells = countCells(tasks.ten);
    const merges = [];
    for (let round = 0; round < 30; round++) merges.push(await timed(() => fold.merge(left, right)));
    const live = fold.open();
    fold.add(live, lines);
    const late = holdLines(30_000, { seed: 7 });
    const lateRounds = [];
    for (let start = 0; start < late.length; start += 1000) {
      const some = late.slice(start, start + 1000);
      const addEach = () => {
        for (const line of some) fold.add(live, [line]);
      };
      lateRounds.push((await timed(addEach)) / some.length);
    }
    return {
      "settle.merge_ns_per_cell": { value: (median(merges.slice(5)) * 1e6) / cells, note: `${cells} cells` },
      "settle.late_line_us": { value: median(lateRounds.slice(5)) * 1000, note: "ten programmes" },
    };
  } catch (error) {
    const missing = reasonOf(error);
    return { "settle.merge_ns_per_cell": { missing }, "settle.late_line_us": { missing } };
  }
}
