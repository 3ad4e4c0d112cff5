/** Runs a function on 10,000 arbitrary JSON values, and on bent copies of a good one: it answers, or ends in a fault with code and path. */
import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import { expect } from "vitest";

const json = fc.jsonValue({ maxDepth: 2 });

/** A copy of plain data with one value anywhere in it replaced. */
function bent(whole: unknown): fc.Arbitrary<unknown> {
  const places: (readonly (string | number)[])[] = [[]];
  for (let i = 0; i < places.length && i < 500; i++) {
    const place = places[i] as readonly (string | number)[];
    const value = place.reduce<unknown>((at, key) => (at as { readonly [key: string | number]: unknown })[key], whole);
    if (typeof value === "object" && value !== null) for (const key of Object.keys(value)) places.push([...place, key]);
  }
  const put = (value: unknown, place: readonly (string | number)[], by: unknown): unknown => {
    const [key, ...rest] = place;
    if (key === undefined) return by;
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as { [key: string | number]: unknown };
    copy[key] = put(copy[key], rest, by);
    return copy;
  };
  return fc.tuple(fc.constantFrom(...places), json).map(([place, value]) => put(whole, place, value));
}

/** How many ended in a fault and how many in an answer. */
export function expectOnlyFaults(
  call: (...given: readonly never[]) => unknown,
  good: readonly unknown[],
): { readonly faults: number; readonly answers: number } {
  const given = fc.tuple(...good.map((whole) => fc.oneof(json, fc.constant(whole), bent(whole))));
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
