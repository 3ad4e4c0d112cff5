// A and B take turns inside one process, each after full collections, so that a slow second of the machine hits both.
import { median } from "./figures.mjs";

/**
 * Processor time of this process so far, in milliseconds, all threads together. Unlike the time on the wall it leaves out what other
 * programs of the machine take. What the collector's helpers do beside the program is in it.
 */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time of one run. Needs `node --expose-gc`. */
export async function timed(run) {
  globalThis.gc();
  globalThis.gc(); // ends what the helpers of the first still sweep of the other's garbage
  const start = processorTime();
  await run();
  return processorTime() - start;
}

/**
 * Times A against B. The order within a pair alternates.
 * @param {() => unknown} a Warm already.
 * @param {() => unknown} b Warm already.
 * @param {number} count How many pairs.
 */
export async function timePairs(a, b, count) {
  const times = { a: [], b: [] };
  for (let pair = 0; pair < count; pair++) {
    if (pair % 2 === 0) times.a.push(await timed(a));
    times.b.push(await timed(b));
    if (pair % 2 === 1) times.a.push(await timed(a));
  }
  const ratios = times.a.map((ms, pair) => ms / times.b[pair]);
  return { ratio: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios), times };
}
