// What one calculator adds to a host's bundle, dependencies included.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { missing } from "../lib/figures.mjs";

const root = new URL("../../../", import.meta.url);

/** esbuild comes with tsup. */
async function loadBundler() {
  const tsup = createRequire(new URL("package.json", root)).resolve("tsup");
  return import(pathToFileURL(createRequire(tsup).resolve("esbuild")));
}

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export async function measure() {
  if (!existsSync(new URL("dist/incentives/index.js", root))) {
    return { "size.calculator_br_kb": missing("not there yet: dist/incentives/index.js") };
  }
  const { build } = await loadBundler();
  const { outputFiles } = await build({
    stdin: { contents: 'export { computeIncentive } from "qudao/incentives";', resolveDir: fileURLToPath(root) },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const { contents } = outputFiles[0];
  const note = `${(contents.length / 1000).toFixed(1)} kB before compression`;
  return { "size.calculator_br_kb": { value: brotliCompressSync(contents).length / 1000, note } };
}
