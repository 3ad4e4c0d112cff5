/** Compiles all examples in one TypeScript program and runs them from one bundle: a few seconds for any number of them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Message, type Plugin } from "esbuild";
import ts from "typescript";
import { type Module, unmet, withChecks } from "./examples.js";

/** As a host compiles: strict, by Node's rules. The aliases lead to `src`. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  paths: { qudao: [resolve("src/index.ts")], "qudao/*": [resolve("src/*/index.ts")] },
};

/** What the compiler says of each module, as `file:line message`. */
export function compile(modules: readonly Module[]): readonly (readonly string[])[] {
  const names = modules.map((_, i) => resolve(`test/docs/example-${i}.ts`));
  const codes = new Map(names.map((name, i) => [name, `${modules[i]?.code}\nexport {};`]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => codes.has(path) || fileExists(path);
  host.readFile = (path) => codes.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const code = codes.get(path);
    return code === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, code, version);
  };
  const program = ts.createProgram(names, options, host);
  return names.map((name, i) => {
    const file = program.getSourceFile(name);
    if (file === undefined) return [`${modules[i]?.places[0]} was not compiled`];
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) => {
      const line = file.getLineAndCharacterOfPosition(found.start ?? 0).line;
      return `${modules[i]?.places[line]} ${ts.flattenDiagnosticMessageText(found.messageText, "\n")}`;
    });
  });
}

/** Runs each module and compares what its claimed expressions give. */
export async function run(modules: readonly Module[]): Promise<readonly (readonly string[])[]> {
  const prepared = modules.map(withChecks);
  const seen = modules.map(() => new Map<number, unknown>());
  const checkExample = (id: number, claim: number, value: unknown): void => void seen[id]?.set(claim, value);
  Object.assign(globalThis, { checkExample });
  const [runners, broken] = await bundleOf(prepared.map(({ code }) => code));
  return Promise.all(
    modules.map(async ({ places }, id) => {
      const failure = broken.get(id);
      if (failure !== undefined) return [`${places[(failure.location?.line ?? 1) - 1] ?? places[0]} ${failure.text}`];
      try {
        await runners[id]?.();
      } catch (thrown) {
        return [`${places[0]} throws ${thrown instanceof Error ? thrown.message : String(thrown)}`];
      }
      return unmet(prepared[id]?.claims ?? [], seen[id] ?? new Map());
    }),
  );
}

type Runner = () => Promise<unknown>;

/** One runner per module; a module that cannot be bundled is left out, and its error given instead. */
async function bundleOf(codes: readonly string[]): Promise<[readonly (Runner | undefined)[], ReadonlyMap<number, Message>]> {
  const broken = new Map<number, Message>();
  for (;;) {
    try {
      const text = await bundleText(codes, broken);
      const folder = mkdtempSync(join(tmpdir(), "qudao-examples-"));
      try {
        writeFileSync(join(folder, "examples.mjs"), text);
        return [(await import(/* @vite-ignore */ pathToFileURL(join(folder, "examples.mjs")).href)).runners, broken];
      } finally {
        rmSync(folder, { recursive: true });
      }
    } catch (thrown) {
      const errors = (thrown as { errors?: readonly Message[] }).errors ?? [];
      const own = errors.filter((one) => one.location?.file.startsWith("example:"));
      if (own.length === 0) throw thrown;
      for (const one of own) broken.set(Number(one.location?.file.slice("example:".length)), one);
    }
  }
}

/** Every example is a module that is evaluated when its runner asks for it. */
async function bundleText(codes: readonly string[], broken: ReadonlyMap<number, Message>): Promise<string> {
  const runners = codes.map((_, i) => (broken.has(i) ? "undefined" : `() => import("example:${i}")`));
  const plugin: Plugin = {
    name: "examples",
    setup(pack) {
      pack.onResolve({ filter: /^example:/ }, ({ path }) => ({ path: path.slice("example:".length), namespace: "example" }));
      pack.onLoad({ filter: /.*/, namespace: "example" }, ({ path }) => ({
        contents: codes[Number(path)] ?? "",
        loader: "ts",
        resolveDir: resolve("."),
      }));
      pack.onResolve({ filter: /^qudao(\/|$)/ }, ({ path }) => ({ path: resolve(path.replace(/^qudao/, "src"), "index.ts") }));
    },
  };
  const result = await build({
    stdin: { contents: `export const runners = [${runners.join(", ")}];`, resolveDir: resolve(".") },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "silent",
    plugins: [plugin],
  });
  return result.outputFiles[0]?.text ?? "";
}
