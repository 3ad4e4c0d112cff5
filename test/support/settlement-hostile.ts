/** 10,000 JSON values by chance, drawn once for all verbs of the settlement: each takes the place of an argument, or of something inside one. */
import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import { expect } from "vitest";
import { pathsIn, someJson, withAt } from "./altered.js";

export const values: readonly unknown[] = fc.sample(someJson, { seed: 20240101, numRuns: 10_000 });

/** Calls a verb with each of the values; it answers in plain JSON, or ends in a fault with code and path. How many did which. */
export function bearsTenThousand(
  call: (...given: never[]) => unknown,
  good: readonly unknown[],
): { readonly faults: number; readonly answers: number } {
  const places = good.flatMap((whole, argument) => pathsIn(whole).map((path) => ({ argument, path })));
  let faults = 0;
  let answers = 0;
  values.forEach((value, i) => {
    const { argument, path } = places[i % places.length] as (typeof places)[number];
    const given = good.map((whole, j) => (j === argument ? withAt(whole, path, value) : whole));
    try {
      const answer = call(...(given as never[]));
      if (answers++ < 200) expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    } catch (caught) {
      if (!isLibraryFault(caught)) throw caught;
      expect(typeof caught.code === "string" && typeof caught.path === "string").toBe(true);
      faults++;
    }
  });
  return { faults, answers };
}
