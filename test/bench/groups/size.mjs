// What one calculator adds to a host's bundle, dependencies included. Every calculator of every room is bundled for itself.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { median, missing } from "../lib/figures.mjs";

const root = new URL("../../../", import.meta.url);
const isCalculator = (name) => /^(compute|evaluate|score|split|value)[A-Z]/.test(name);
/** Below them there is nothing to calculate a sales channel with, above them no calculator. */
const notRooms = ["kernel", "entities", "schemas", "i18n"];

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export async function measure() {
  if (!existsSync(new URL("dist/incentives/index.js", root))) {
    const reason = missing("not there yet: dist/incentives/index.js");
    return { "size.calculator_br_kb": reason, "size.largest_calculator_br_kb": reason };
  }
  const sizes = [];
  for (const [room, name] of await listCalculators()) sizes.push({ name, kb: (await bundledSize(room, name)) / 1000 });
  sizes.sort((a, b) => a.kb - b.kb);
  const largest = sizes.at(-1);
  const within = sizes.filter(({ kb }) => kb <= 16).length;
  return {
    "size.calculator_br_kb": {
      value: median(sizes.map(({ kb }) => kb)),
      note: `median of ${sizes.length}; ${within} of them are within 16 kB`,
    },
    "size.largest_calculator_br_kb": { value: largest.kb, note: largest.name },
  };
}

async function listCalculators() {
  const { exports: entries } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const rooms = Object.keys(entries).flatMap((entry) => /^\.\/([\w-]+)$/.exec(entry)?.[1] ?? []);
  const found = [];
  for (const room of rooms.filter((one) => !notRooms.includes(one))) {
    const names = Object.keys(await import(new URL(`dist/node/${room}/index.js`, root)));
    found.push(...names.filter(isCalculator).map((name) => [room, name]));
  }
  return found;
}

async function bundledSize(room, name) {
  const { build } = await bundler;
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from "qudao/${room}";`, resolveDir: fileURLToPath(root) },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return brotliCompressSync(outputFiles[0].contents).length;
}

/** esbuild comes with tsup. */
const bundler = import(pathToFileURL(createRequire(createRequire(new URL("package.json", root)).resolve("tsup")).resolve("esbuild")));
