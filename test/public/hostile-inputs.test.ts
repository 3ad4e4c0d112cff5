/** Whatever a public function is given, it answers or throws a `LibraryFault`, soon, and changes nothing. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt, type Judge } from "../support/attempt.js";
import { changedInput, type Path, placesIn } from "../support/changed-input.js";
import { type Hostile, hostile, hostileValues, worstValues } from "../support/hostile-values.js";
import { type PublicFunction, type RecordedCall, recordCalls } from "../support/recorded-calls.js";

const { functions, fresh, entries } = await recordCalls();
const { LibraryFault } = entries["kernel"] as { readonly LibraryFault: new () => Error };
const judge: Judge = {
  isFault: (thrown): thrown is never => thrown instanceof LibraryFault,
  catalogue: entries["i18n"]?.["catalogue"] as object,
};

/** Malformed inputs by chance, in all: the more functions there are, the fewer for each. */
const BY_CHANCE = 100_000;
/** Most places of one valid input that every one of the worst values is put into. */
const MOST_PLACES = 16;

/** Arguments, and what is wrong with them. */
interface Input {
  readonly what: string;
  readonly args: () => readonly unknown[];
}

const takesInput = ({ call, calls }: PublicFunction) => call.length > 0 || calls.some(({ args }) => args.length > 0);
let inputs = 0;

describe.each(functions.map((one) => [one.name, one] as const))("%s()", (_, one) => {
  // one more than it knows of: some take a further one that has a default
  const count = Math.max(one.call.length, ...one.calls.map(({ args }) => args.length)) + 1;
  /** What a call gave cause to complain of; answers that are still to come are waited for in the end. */
  const calling = () => {
    const later: Promise<readonly string[]>[] = [];
    const now = ({ what, args }: Input): readonly string[] => {
      inputs++;
      const told = attempt(one.call, fresh(args()), judge);
      if (!(told instanceof Promise)) return told.map((complaint) => `${what} ${complaint}`);
      later.push(told.then((complaints) => complaints.map((complaint) => `${what} ${complaint}`)));
      return [];
    };
    return { now, rest: async () => (await Promise.all(later)).flat() };
  };

  test("bears every hostile value in the place of every argument, and the worst in every place of a valid one", async () => {
    const { now, rest } = calling();
    const tried: Input[] = [];
    for (const { what, make } of hostileValues) {
      for (let i = 0; i < count; i++) {
        tried.push({ what: `argument ${i}: ${what}`, args: () => Array.from({ length: count }, (_, j) => (i === j ? make() : undefined)) });
      }
    }
    const [valid] = one.calls;
    for (const path of valid === undefined ? [] : few(placesIn(valid.args))) {
      for (const { what, make } of worstValues) {
        tried.push({ what: `[${path.join(".")}] ${what}`, args: () => changedInput(valid?.args ?? [], path, "replace", make) });
      }
    }
    expect([...tried.flatMap(now), ...(await rest())]).toStrictEqual([]);
  });

  test("bears what chance brings: nonsense, and valid input of which one part is nonsense", async () => {
    const { now, rest } = calling();
    const valid = one.calls.filter(({ args }) => args.length > 0);
    const chance =
      valid.length === 0
        ? nonsense(count)
        : fc.oneof({ weight: 1, arbitrary: nonsense(count) }, { weight: 4, arbitrary: nearlyValid(valid) });
    const numRuns = takesInput(one) ? Math.ceil(BY_CHANCE / functions.filter(takesInput).length) : 1;
    fc.assert(
      fc.property(chance, (input) => {
        expect(now(input)).toStrictEqual([]);
      }),
      { seed: 20240101, numRuns },
    );
    expect(await rest()).toStrictEqual([]);
  });
});

test("so many malformed inputs were tried", () => {
  expect(inputs).toBeGreaterThan(BY_CHANCE);
});

/** Spread evenly over all of them. */
function few(places: readonly Path[]): readonly Path[] {
  const step = Math.ceil(places.length / MOST_PLACES);
  return places.filter((_, i) => i % step === 0);
}

function nonsense(count: number): fc.Arbitrary<Input> {
  const inputOf = (values: readonly Hostile[]) => ({
    what: values.map(({ what }) => what).join(", "),
    args: () => values.map(({ make }) => make()),
  });
  return fc.array(hostile, { maxLength: count }).map(inputOf);
}

function nearlyValid(calls: readonly RecordedCall[]): fc.Arbitrary<Input> {
  return fc
    .record({
      call: fc.constantFrom(...calls.map(({ args }) => ({ args, places: placesIn(args) }))),
      at: fc.nat(),
      how: fc.constantFrom("replace", "replace", "remove", "add", "flip"),
      extra: fc.constantFrom("__proto__", "constructor", "toString", "extra", "0"),
      value: hostile,
    })
    .map(({ call: { args, places }, at, how, extra, value: { what, make } }): Input => {
      const path = places[at % places.length] as Path;
      return { what: `${how} [${path.join(".")}] ${extra} ${what}`, args: () => changedInput(args, path, how, make, extra) };
    });
}
