// Bundles what a host would import, all dependencies included, minified and compressed by brotli, and compares it with the budgets of
// .config/size-budgets.json. Fails when one is exceeded, when a package appears that must not, or when a folder has no budget.
// Reads dist: build first. `--json` prints the figures in bytes.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const { budgets } = JSON.parse(readFileSync(".config/size-budgets.json", "utf8"));
const { exports } = JSON.parse(readFileSync("package.json", "utf8"));

const toDist = {
  name: "to-dist",
  setup(pack) {
    pack.onResolve({ filter: /^qudao(\/|$)/ }, ({ path }) => {
      const entry = exports[path.replace(/^qudao/, ".")];
      return entry === undefined
        ? { errors: [{ text: `${path} is no entry of the package` }] }
        : { path: resolve(entry.import.default), sideEffects: false };
    });
  },
};

async function measure({ from, names }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${names === undefined ? "*" : `{ ${names.join(", ")} }`} from "${from}";`, resolveDir: resolve(".") },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "error",
    plugins: [toDist],
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const packages = new Set(inputs.map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]));
  return { bytes: brotliCompressSync(outputFiles[0].contents).length, packages };
}

const folders = Object.keys(exports).filter((entry) => /^\.(\/[\w-]+)?$/.test(entry) && entry !== "./package.json");
const breaches = folders
  .map((entry) => entry.replace(/^\./, "qudao"))
  .filter((name) => !budgets.some((budget) => budget.from === name && budget.names === undefined))
  .map((name) => `${name} has no budget in .config/size-budgets.json`);

const figures = {};
for (const budget of budgets) {
  const what = budget.names === undefined ? budget.from : `${budget.names.join(", ")} from ${budget.from}`;
  const { bytes, packages } = await measure(budget);
  figures[what] = bytes;
  const unwanted = budget.without.filter((name) => packages.has(name));
  if (bytes > budget.mostBytes) breaches.push(`${what} is ${bytes} bytes, ${budget.mostBytes} are the most`);
  if (unwanted.length > 0) breaches.push(`${what} must not contain ${unwanted.join(", ")}`);
}

if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
else
  for (const [i, [what, bytes]] of Object.entries(figures).entries())
    console.log(`${String(bytes).padStart(8)} of ${String(budgets[i].mostBytes).padStart(6)} bytes  ${what}`);
for (const breach of breaches) console.error(`✗ ${breach}`);
if (breaches.length > 0) process.exit(1);
