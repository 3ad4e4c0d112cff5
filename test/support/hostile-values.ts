/**
 * Values that no JSON parser makes and no type allows: what a careless or malicious caller may hand over. Every maker gives a fresh
 * one, and what could be read without end counts how often it was read.
 */
import { types } from "node:util";
import fc from "fast-check";
import { isPlain } from "./recorded-calls.js";

/** How often values that have no end were read since the count was last set to 0. */
export const work = { reads: 0 };

/** Far more than any honest answer needs; whoever reads on has been caught. */
export const MOST_READS = 1_000_000;

function count(): void {
  work.reads++;
  if (work.reads > MOST_READS + 1000) throw new RangeError("read without end");
}

const gotcha = (): never => {
  throw new TypeError("gotcha");
};

/** A fake of the very thing that faults are told by. */
const falseFault = (): never => {
  throw Object.defineProperty({ code: 1, path: null }, "name", { get: gotcha });
};

function endless(target: object): object {
  return new Proxy(target, {
    get: () => {
      count();
      return endless(target);
    },
    has: () => true,
    apply: () => {
      count();
      return endless(target);
    },
  });
}

/** A list that lies about its length and gives the same item at every place. */
function listOf(length: unknown, item?: unknown): object {
  return new Proxy([], {
    get: (_, name) => {
      count();
      if (name === Symbol.iterator) return Array.prototype[Symbol.iterator];
      return name === "length" ? length : Reflect.has(Array.prototype, name) ? Reflect.get(Array.prototype, name) : item;
    },
    has: () => true,
  });
}

/** Frozen already, so that it is made only once. */
function nested(wrap: (inner: unknown) => object): unknown {
  let value: unknown = Object.freeze({});
  for (let i = 0; i < 20_000; i++) value = Object.freeze(wrap(value));
  return value;
}

const deepRecord = nested((from) => ({ from, code: "x", params: {}, of: from }));
const deepList = nested((inner) => [inner]);
const nulls = Object.freeze(new Array(20_000).fill(null));

function throwingAt(...traps: readonly (keyof ProxyHandler<object>)[]): object {
  return new Proxy({ id: "x" }, Object.fromEntries(traps.map((trap) => [trap, gotcha])));
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cycle(): object {
  const value: { [name: string]: unknown } = { id: "x", from: [], params: {}, code: "x.y" };
  value["self"] = value;
  (value["from"] as unknown[]).push(value);
  (value["params"] as { [name: string]: unknown })["x"] = value;
  return value;
}

function cyclicList(): object {
  const value: unknown[] = [];
  value.push(value, value);
  return value;
}

function answeringItself(): () => unknown {
  const answer = () => answer;
  return answer;
}

const polluting = (): unknown => JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');

/** A hostile value and what to call it. */
export interface Hostile {
  readonly what: string;
  readonly make: () => unknown;
}

const table: readonly (readonly [what: string, make: () => unknown])[] = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["true", () => true],
  ["NaN", () => Number.NaN],
  ["Infinity", () => Number.POSITIVE_INFINITY],
  ["-0", () => -0],
  ["1.5", () => 1.5],
  ["-1", () => -1],
  ["2 ** 31", () => 2 ** 31],
  ["2 ** 53", () => 2 ** 53],
  ["the largest number", () => Number.MAX_VALUE],
  ["the smallest number", () => 5e-324],
  ["a bigint", () => 10n ** 100n],
  ["a symbol", () => Symbol("x")],
  ["empty text", () => ""],
  ["__proto__", () => "__proto__"],
  ["constructor", () => "constructor"],
  ["61 digits", () => "9".repeat(61)],
  ["60 digits", () => "9".repeat(60)],
  ["400 decimals", () => `0.${"0".repeat(399)}1`],
  ["401 decimals", () => `0.${"9".repeat(401)}`],
  ["an exponent", () => "1e999"],
  ["full-width digits", () => "１２"],
  ["half a character", () => "\ud800"],
  ["a year 9999", () => "9999-12-31"],
  ["a year 1", () => "0001-01-01"],
  ["no date", () => "2024-02-30"],
  ["a long text", () => "x".repeat(200_000)],
  ["many digits", () => `1${"0".repeat(200_000)}`],
  ["many brackets", () => "[".repeat(100_000)],
  ["a function", () => gotcha],
  ["a function that answers itself", answeringItself],
  ["an asynchronous function", () => async () => 1],
  [
    "a generator",
    () =>
      function* () {
        yield 1;
      },
  ],
  ["a class", () => class {}],
  ["a date object", () => new Date(0)],
  ["an invalid date object", () => new Date(Number.NaN)],
  ["a map", () => new Map([["id", "x"]])],
  ["a set", () => new Set(["x"])],
  ["a pattern", () => /x/g],
  ["bytes", () => new Uint8Array(8)],
  ["an error", () => new Error("x")],
  ["a boxed number", () => Object(1) as unknown],
  ["a boxed text", () => Object("1") as unknown],
  ["a promise", () => Promise.resolve(1)],
  ["a thenable", () => ({ then: gotcha })],
  ["an empty record", () => ({})],
  ["an empty list", () => []],
  ["a record without prototype", () => Object.create(null) as unknown],
  ["inherited fields", () => Object.create({ id: "x", code: "x", kind: "x" }) as unknown],
  ["a polluting record", polluting],
  ["a polluting list", () => [polluting()]],
  ["a cycle", cycle],
  ["a cyclic list", cyclicList],
  ["records 20000 levels deep", () => deepRecord],
  ["lists 20000 levels deep", () => deepList],
  ["a list of holes", () => new Array(3)],
  ["an endless list of holes", () => new Array(2 ** 32 - 1)],
  ["a list of 20000 nulls", () => nulls],
  ["a list with fields", () => Object.assign([{}], { id: "x", code: "x", from: "x" })],
  ["a revoked record", () => revoked({})],
  ["a revoked list", () => revoked([])],
  ["a record whose fields throw", () => throwingAt("get")],
  ["a record whose names throw", () => throwingAt("ownKeys")],
  ["a record whose every trap throws", () => throwingAt("get", "ownKeys", "has", "getPrototypeOf", "getOwnPropertyDescriptor")],
  ["a record that throws what is no error", () => new Proxy({}, { get: falseFault })],
  ["a getter that throws", () => Object.defineProperty({}, "id", { enumerable: true, get: gotcha })],
  ["a record without end", () => endless({})],
  ["a list without end", () => endless([])],
  ["a function without end", () => endless(() => undefined)],
  ["a list of infinite length", () => listOf(Number.POSITIVE_INFINITY)],
  ["a list of 2 ** 32 - 1 empty records", () => listOf(2 ** 32 - 1, {})],
  ["a list of 2 ** 32 - 1 ones", () => listOf(2 ** 32 - 1, "1")],
  ["a list of negative length", () => listOf(-1)],
  ["a list of length NaN", () => listOf(Number.NaN, {})],
  ["a list of length text", () => listOf("3", "1")],
  ["a list whose length throws", () => listOf({ valueOf: gotcha }, "1")],
  ["a text object that throws", () => ({ toString: gotcha, valueOf: gotcha, [Symbol.toPrimitive]: gotcha })],
  ["a text object that answers no text", () => ({ toString: () => ({}), valueOf: () => ({}) })],
  ["a text object that answers a long text", () => ({ toString: () => "9".repeat(100_000) })],
  ["a record whose toJSON throws", () => ({ toJSON: gotcha })],
  ["a record whose toJSON answers a cycle", () => ({ toJSON: cycle })],
  ["an iterable that throws", () => ({ [Symbol.iterator]: gotcha, [Symbol.asyncIterator]: gotcha })],
  [
    "an iterable that throws on its way",
    () => ({
      *[Symbol.iterator]() {
        yield {};
        gotcha();
      },
    }),
  ],
  ["an iterable of nonsense", () => ({ [Symbol.iterator]: () => ({ next: () => 1 }), [Symbol.asyncIterator]: () => ({ next: () => 1 }) })],
];

/** Every value there is. */
export const hostileValues: readonly Hostile[] = table.map(([what, make]) => ({ what, make }));

const worst = new Set([
  "undefined",
  "null",
  "a bigint",
  "a symbol",
  "__proto__",
  "a long text",
  "a record without prototype",
  "a cycle",
  "lists 20000 levels deep",
  "an endless list of holes",
  "a revoked record",
  "a record whose every trap throws",
  "a record without end",
  "a list of infinite length",
  "a list of 2 ** 32 - 1 ones",
]);

/** Those that most often find something. */
export const worstValues: readonly Hostile[] = hostileValues.filter(({ what }) => worst.has(what));

/** What is long, deep or without end takes its time, and is tried in every place anyway. */
const quick = hostileValues.filter(({ what }) => !/without end|infinite|2 \*\* 32|20000|long|many/.test(what));
const listed = fc.constantFrom(...quick);
const anything = fc
  .anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    maxDepth: 3,
    maxKeys: 5,
    key: fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom("__proto__", "constructor", "toString", "id", "kind", "code", "params", "from"),
    ),
  })
  .map((value): Hostile => ({ what: fc.stringify(value), make: () => value }));

/** Half of them from the table, half whatever there is. */
export const hostile: fc.Arbitrary<Hostile> = fc.oneof(listed, anything);

/** Freezes every plain part without running anything of it, and without recursion. */
export function freezeInput(value: unknown): void {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const part = open.pop();
    if (types.isProxy(part) || !isPlain(part) || isFrozen(part) || isHandle(part)) continue;
    Object.freeze(part);
    for (const field of Object.values(Object.getOwnPropertyDescriptors(part))) if ("value" in field) open.push(field.value);
  }
}

/** `Object.isFrozen` looks at every item of a long list; the makers above freeze those themselves. */
function isFrozen(part: object): boolean {
  return part === nulls || part === deepList || part === deepRecord || Object.isFrozen(part);
}

/** An accumulator is meant to be changed. */
function isHandle(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, "kind")?.value === "qudao.accumulator";
}
