// A and B take turns inside one process, each after a full collection, so that a slow second of the machine hits both.
import { median } from "./figures.mjs";

/** Milliseconds of one run. Needs `node --expose-gc`. */
export async function timed(run) {
  globalThis.gc();
  const start = performance.now();
  await run();
  return performance.now() - start;
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
