import { median } from "./figures.mjs";
import { reasonOf } from "./missing.mjs";
import { timed, timePairs } from "./pairs.mjs";

/** What is called once a round is compiled only after some ten of them, and its data takes its lasting form with that. */
const WARM_UP = { rounds: 14, ms: 5000 };

/**
 * Times contestants against each other in pairs. Each is opened once, when its first comparison comes, and warmed up.
 * @param {readonly { figure: string, a: string, b: string, pairs: number }[]} comparisons In the order they are taken.
 * @param {(name: string) => Promise<Contestant>} open Opens a contestant and checks its answer; throws `Missing` where it is not there.
 * @param {(text: string) => void} say Progress.
 * @returns The ratio of a to b per item by figure, and nanoseconds per item by contestant.
 *
 * @typedef {{ items: number, run: () => unknown }} Contestant `run` works through so many items. A slow one gets fewer.
 */
export async function race(comparisons, open, say) {
  const opened = new Map();
  const times = {};
  const taken = {};

  async function ready(name) {
    try {
      const contestant = await open(name);
      let spent = 0;
      for (let round = 0; round < WARM_UP.rounds && spent < WARM_UP.ms; round++) spent += await timed(contestant.run);
      return contestant;
    } catch (error) {
      return { missing: reasonOf(error) };
    }
  }

  const record = (name, rounds) => {
    times[name] = [...(times[name] ?? []), ...rounds];
  };

  /** Times a contestant whose opponent is missing, for the absolute figure. */
  async function alone(name, contestant, rounds) {
    if (contestant.missing !== undefined || times[name] !== undefined) return;
    for (let round = 0; round < rounds; round++) record(name, [await timed(contestant.run)]);
  }

  for (const { figure, a, b, pairs } of comparisons) {
    for (const name of [a, b]) if (!opened.has(name)) opened.set(name, await ready(name));
    const [first, second] = [opened.get(a), opened.get(b)];
    const reason = first.missing ?? second.missing;
    if (reason !== undefined) {
      taken[figure] = { missing: reason };
      await alone(a, first, pairs);
      await alone(b, second, pairs);
      continue;
    }
    const scale = second.items / first.items;
    const { ratio, low, high, times: rounds } = await timePairs(first.run, second.run, pairs);
    taken[figure] = { ratio: ratio * scale, low: low * scale, high: high * scale, pairs };
    record(a, rounds.a);
    record(b, rounds.b);
    say(`${figure} ${(ratio * scale).toFixed(2)} (${(low * scale).toFixed(2)} to ${(high * scale).toFixed(2)})`);
  }
  const perItem = (name) => (median(times[name]) * 1e6) / opened.get(name).items;
  return { comparisons: taken, ns: Object.fromEntries(Object.keys(times).map((name) => [name, perItem(name)])) };
}
