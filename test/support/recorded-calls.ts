/**
 * The public functions of every entry, found through the index files of `src`, and the calls that the examples of the documentation
 * make of them: valid input for every function there is, and for every one that will be.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { filesIn, indexes, publicExports, readSource } from "../architecture/source.js";
import { examplesIn, type Module, modulesOf } from "../docs/examples.js";
import { fixtures } from "../schemas/fixtures.js";
import { policyUses } from "./policies.js";
import { recordUses } from "./records.js";

/** A function of an entry. */
export interface PublicFunction {
  /** `kernel.parseDecimal`; `engine.machineKit().guard` for a function that another one gives. */
  readonly name: string;
  readonly call: (...args: readonly unknown[]) => unknown;
  /** The calls of it that the examples make. */
  readonly calls: readonly RecordedCall[];
}

/** One call as an example made it. */
export interface RecordedCall {
  /** `file:line` of the example, or the fixture. */
  readonly place: string;
  /** The arguments at the time of the call, copied and frozen at every depth. `fresh` makes them fit to be used. */
  readonly args: readonly unknown[];
  /** What came back, or was thrown. */
  readonly answer: { readonly returned: unknown } | { readonly thrown: unknown };
}

type Anything = (...args: readonly unknown[]) => unknown;
type Entries = { readonly [entry: string]: { readonly [name: string]: unknown } };

/** What stands for an argument of which every call needs a new one: an accumulator changes in place, a stream is read once. */
const makers = new WeakMap<object, () => unknown>();

function standInFor(make: () => unknown): object {
  const standIn = () => undefined;
  makers.set(standIn, make);
  return standIn;
}

/** What an argument may be looked into. Functions, maps and objects of a class are kept as they are. */
export function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return true;
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
}

/** The plain parts of a value at every depth, as a frozen copy. */
function copied(value: unknown, copies = new Map<unknown, unknown>()): unknown {
  if (!isPlain(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const made: object = Array.isArray(value) ? [] : {};
  copies.set(value, made);
  for (const [name, field] of Object.entries(value)) {
    Object.defineProperty(made, name, { value: copied(field, copies), enumerable: true, writable: true, configurable: true });
  }
  return Object.freeze(made);
}

async function* streamOf(items: readonly unknown[]): AsyncGenerator<unknown> {
  yield* items;
}

export interface Recorded {
  readonly functions: readonly PublicFunction[];
  /** Arguments to call with: accumulators and streams that nobody has used yet in the place of those that were recorded. */
  readonly fresh: (args: readonly unknown[]) => readonly unknown[];
  readonly entries: Entries;
}

let recorded: Promise<Recorded> | undefined;

/** Runs all examples once, and parses the fixtures of the entities, policies and records, whose parsers have no example each. */
export function recordCalls(): Promise<Recorded> {
  recorded ??= record();
  return recorded;
}

async function record(): Promise<Recorded> {
  const pages = filesIn(".", ".md").filter((path) => /^(docs\/(?!api\/|site\/)|README|CONTRIBUTING)/.test(path));
  const files = [...filesIn("src", ".ts").map((path) => `src/${path}`), ...pages];
  const modules = files
    .flatMap((file) => modulesOf(examplesIn(file, readFileSync(file, "utf8"))))
    .filter(({ example }) => !example.info.startsWith("no-run"));
  const calls = new Map<unknown, RecordedCall[]>();
  let place = "";

  const keep = (arg: unknown) => {
    if (!isAccumulator(arg)) return copied(arg);
    const stored = verb("snapshot")(arg);
    return standInFor(() => verb("restore")(stored));
  };
  const fresh = (args: readonly unknown[]) => args.map((arg) => makers.get(arg as object)?.() ?? arg);
  const kits = new Map<unknown, Map<string, Anything>>();
  const recordCall = (real: unknown, group: unknown = real): unknown => {
    if (typeof real !== "function" || isClass(real)) return real;
    return (...given: readonly unknown[]) => {
      const streams = new Map(given.filter(isStream).map((stream) => [stream as unknown, listened(stream)]));
      const passed = given.map((arg) => streams.get(arg)?.passed ?? arg);
      const args = given.map((arg) => streams.get(arg)?.kept ?? keep(arg));
      const add = (answer: RecordedCall["answer"]) => void calls.set(group, [...(calls.get(group) ?? []), { place, args, answer }]);
      try {
        const returned: unknown = (real as Anything)(...passed);
        add({ returned });
        return isKit(returned) ? recordedKit(returned, real) : returned;
      } catch (thrown) {
        add({ thrown });
        throw thrown;
      }
    };
  };
  const recordedKit = (kit: Kit, maker: unknown) => {
    const methods = kits.get(maker) ?? new Map<string, Anything>();
    kits.set(maker, methods);
    const method = (name: string, real: Anything) => {
      if (!methods.has(name)) methods.set(name, real);
      return recordCall(real, methods.get(name));
    };
    return Object.fromEntries(Object.entries(kit).map(([name, real]) => [name, method(name, real)]));
  };
  Object.assign(globalThis, { recordCall });

  const bundle = await bundled(modules);
  const verb = (name: string) => bundle.entries["settlement"]?.[name] as Anything;
  for (const [i, { places }] of modules.entries()) {
    place = places[0] as string;
    await bundle.runners[i]?.();
  }
  for (const [entity, { valid }] of Object.entries(fixtures)) {
    place = `test/schemas/fixtures.ts ${entity}`;
    const parse = recordCall(bundle.entries["schemas"]?.[`parse${entity}`]) as Anything;
    for (const value of valid) parse(value);
  }
  for (const [policy, { policies }] of Object.entries(policyUses)) {
    place = `test/support/policies.ts ${policy}`;
    // those whose own parser would be called like a reader of the kernel have none
    const own = bundle.entries["schemas"]?.[`parse${policy}`];
    if (own === undefined) continue;
    const parse = recordCall(own) as Anything;
    for (const value of policies) parse(value);
  }
  for (const [record, { records }] of Object.entries(recordUses)) {
    place = `test/support/records.ts ${record}`;
    const parse = recordCall(bundle.entries["schemas"]?.[`parse${record}`]) as Anything;
    for (const value of records) parse(value);
  }
  const functionOf = (name: string, call: Anything): readonly PublicFunction[] => [
    { name, call, calls: calls.get(call) ?? [] },
    ...[...(kits.get(call) ?? [])].flatMap(([method, real]) => functionOf(`${name}().${method}`, real)),
  ];
  const functions = Object.entries(bundle.entries).flatMap(([entry, names]) =>
    Object.entries(names).flatMap(([name, call]) =>
      typeof call === "function" && !isClass(call) ? functionOf(`${entry}.${name}`, call as Anything) : [],
    ),
  );
  return { functions, fresh, entries: bundle.entries };
}

export function isAccumulator(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as { readonly kind?: unknown }).kind === "qudao.accumulator";
}

type Kit = { readonly [name: string]: Anything };

/** An answer that is made of functions, as `machineKit` gives: they are public, too. */
function isKit(value: unknown): value is Kit {
  return isPlain(value) && Object.values(value).length > 0 && Object.values(value).every((part) => typeof part === "function");
}

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** Passes a stream on, and keeps what it gives. */
function listened(stream: AsyncIterable<unknown>): { readonly passed: AsyncIterable<unknown>; readonly kept: object } {
  const items: unknown[] = [];
  const pass = async function* () {
    for await (const item of stream) {
      items.push(item);
      yield item;
    }
  };
  return { passed: pass(), kept: standInFor(() => streamOf(items)) };
}

interface Bundle {
  readonly entries: Entries;
  readonly runners: readonly (() => Promise<unknown>)[];
}

/** One bundle of the library and of the examples, whose imports lead through the recorder. */
async function bundled(modules: readonly Module[]): Promise<Bundle> {
  const source = readSource();
  const folders = indexes(source).flatMap((index) => (index === "index.ts" ? [] : [index.slice(0, -"/index.ts".length)]));
  const valuesOf = (index: string) => publicExports(source, index).flatMap(({ name, kind }) => (kind === "type" ? [] : [name]));
  const plugin: Plugin = {
    name: "recorded",
    setup(pack) {
      pack.onResolve({ filter: /^example:/ }, ({ path }) => ({ path: path.slice("example:".length), namespace: "example" }));
      pack.onLoad({ filter: /.*/, namespace: "example" }, ({ path }) => ({
        contents: modules[Number(path)]?.code ?? "",
        loader: "ts",
        resolveDir: resolve("."),
      }));
      pack.onResolve({ filter: /^qudao(\/|$)/ }, ({ path }) => ({ path: path.replace(/^qudao\/?/, ""), namespace: "recorded" }));
      pack.onLoad({ filter: /.*/, namespace: "recorded" }, ({ path }) => {
        const index = path === "" ? "index.ts" : `${path}/index.ts`;
        const from = JSON.stringify(`./src/${index}`);
        const names = valuesOf(index).map((name) => `export const ${name} = recordCall(real.${name});`);
        return { contents: [`import * as real from ${from};`, ...names].join("\n"), loader: "ts", resolveDir: resolve(".") };
      });
    },
  };
  const result = await build({
    stdin: {
      contents: [
        ...folders.map((folder, i) => `import * as entry${i} from "./src/${folder}/index.ts";`),
        `export const entries = { ${folders.map((folder, i) => `${JSON.stringify(folder)}: entry${i}`).join(", ")} };`,
        `export const runners = [${modules.map((_, i) => `() => import("example:${i}")`).join(", ")}];`,
      ].join("\n"),
      resolveDir: resolve("."),
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "silent",
    plugins: [plugin],
  });
  const folder = mkdtempSync(join(tmpdir(), "qudao-recorded-"));
  try {
    const file = join(folder, "recorded.mjs");
    writeFileSync(file, result.outputFiles[0]?.text ?? "");
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Bundle;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
