/** Runs a function on 10,000 arbitrary JSON values, and on altered copies of a good one: it answers, or ends in a fault with code and path. */
import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import { expect } from "vitest";
import { altered, someJson } from "./altered.js";

/** How many ended in a fault and how many in an answer. Several lists of good values: one of them is altered each time. */
export function expectOnlyFaults(
  call: (...given: readonly never[]) => unknown,
  ...goods: readonly (readonly unknown[])[]
): { readonly faults: number; readonly answers: number } {
  const given = fc
    .constantFrom(...goods)
    .chain((good) => fc.tuple(...good.map((whole) => fc.oneof(someJson, fc.constant(whole), altered(whole)))));
  let faults = 0;
  let answers = 0;
  fc.assert(
    fc.property(given, (values) => {
      try {
        const answer = call(...(values as never[]));
        if (answers++ < 500) expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      } catch (caught) {
        if (!isLibraryFault(caught)) throw caught;
        expect([typeof caught.code, typeof caught.path]).toStrictEqual(["string", "string"]);
        faults++;
      }
    }),
    { seed: 20240101, numRuns: 10_000 },
  );
  return { faults, answers };
}
