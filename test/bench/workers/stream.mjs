// node workers/stream.mjs <bare | qudao> <lines>: streams generated lines through one programme and reports its own peak memory.
import { digest } from "../lib/digest.mjs";
import { members, readChunks } from "../lib/lines.mjs";
import { reasonOf } from "../lib/missing.mjs";
import { processorTime } from "../lib/pairs.mjs";
import { tasks } from "../lib/task.mjs";

const [variant, text] = process.argv.slice(2);
const count = Number(text);

let producing = 0;
function* chunks() {
  const source = readChunks(count);
  for (;;) {
    const start = processorTime();
    const { done, value } = source.next();
    producing += processorTime() - start;
    if (done) return;
    yield value;
  }
}
function* single() {
  for (const chunk of chunks()) yield* chunk;
}

/** The hand-written loop: shows what the generator and the process cost by themselves. */
async function foldBare() {
  const { foldPlain, indexById, rowsOf, settleCells } = await import("../variants/bare.mjs");
  const index = indexById(members.map((member) => member.id));
  const cells = new Float64Array(members.length * 4 * 2);
  for (const chunk of chunks()) foldPlain(chunk, index, cells);
  return () => rowsOf(settleCells(cells, 1, tasks.plain, members, ["any"]));
}

async function foldQudao() {
  const { bindFold } = await import("../variants/qudao.mjs");
  const fold = await bindFold({ programmes: tasks.plain, members });
  const accumulator = fold.open();
  fold.add(accumulator, single());
  return () => fold.rowsOf(fold.settle(accumulator));
}

try {
  const start = processorTime();
  const settled = await { bare: foldBare, qudao: foldQudao }[variant]();
  const nsPerLine = ((processorTime() - start - producing) * 1e6) / count;
  const { hash } = digest(settled());
  // The kernel keeps the peak of the parent that this process was started from, so the parent has to stay small.
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  process.stdout.write(JSON.stringify({ nsPerLine, peakMb, hash }));
} catch (error) {
  process.stdout.write(JSON.stringify({ missing: reasonOf(error) }));
}
