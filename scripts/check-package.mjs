// Packs the package as it would be published, installs it in an empty project, and uses it there: lint of the package and of its
// types, every entry loaded as ESM and as CommonJS, types compiled by the oldest and the newest TypeScript supported, JSON Schemas
// read. Reads dist: build first. `--nodes 20,22,24,26` loads the entries on those versions of Node as well.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const typescripts = ["5.4.5", "6.0.3"];
const oldestZod = "4.0.17";
const nodes = (process.argv[process.argv.indexOf("--nodes") + 1 || -1] ?? "").split(",").filter(Boolean);

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.keys(manifest.exports).filter((entry) => /^\.(\/[\w-]+)?$/.test(entry));
const names = entries.map((entry) => entry.replace(/^\./, "qudao"));
const folder = mkdtempSync(join(tmpdir(), "qudao-package-"));
const consumer = join(folder, "consumer");

/** Runs a command and stops with its output when it fails. */
function run(what, command, args, cwd = ".") {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) {
    console.error(`✗ ${what}\n${stdout}${stderr}`);
    console.error(`(left for inspection: ${folder})`);
    process.exit(1);
  }
  console.log(`✓ ${what} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return stdout;
}

const tool = (path) => resolve("node_modules", path);
const put = (name, text) => writeFileSync(join(consumer, name), text);

if (!existsSync("dist/index.d.cts")) throw new Error("dist is missing or not whole: run npm run build first");

const [packed] = JSON.parse(run("pack", "npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder]));
const tarball = join(folder, packed.filename);
const files = packed.files.map((file) => file.path);
for (const file of ["LICENSE", "README.md", "README.zh.md", "CHANGELOG.md", "package.json"]) {
  if (!files.includes(file)) throw new Error(`${file} is not in the package`);
}
const strange = files.filter(
  (file) => !/^(dist|src)\//.test(file) && !/^(LICENSE|(README(\.zh)?|CHANGELOG)\.md|package\.json)$/.test(file),
);
if (strange.length > 0) throw new Error(`these files do not belong in the package: ${strange.join(", ")}`);
const schemas = files
  .filter((file) => /^dist\/schemas\/[\w-]+\.json$/.test(file))
  .map((file) => file.replace("dist/schemas", "qudao/json-schemas"));
if (schemas.length === 0) throw new Error("no JSON Schema is in the package");
console.log(`  ${files.length} files, ${schemas.length} JSON Schemas, ${Math.round(packed.size / 1024)} kB packed`);

run("publint --strict", process.execPath, [tool("publint/src/cli.js"), "run", tarball, "--strict"]);
run("attw --profile node16", process.execPath, [tool("@arethetypeswrong/cli/dist/index.js"), tarball, "--profile", "node16"]);

mkdirSync(consumer);
put("package.json", JSON.stringify({ name: "consumer", private: true }));
const install = (...what) => ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", ...what];
const compilers = typescripts.map((version) => `typescript-${version}@npm:typescript@${version}`);
run("install in an empty project", "npm", install(tarball, `zod@${manifest.devDependencies.zod}`, ...compilers), consumer);

const list = JSON.stringify(names);
put(
  "load.mjs",
  `import assert from "node:assert/strict";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const names = ${list};
const loaded = () => Object.keys(require.cache).filter((path) => /[\\\\/]node_modules[\\\\/]zod[\\\\/]/.test(path));
for (const name of names.filter((name) => name !== "qudao/schemas")) require(name);
assert.deepEqual(loaded(), [], "only qudao/schemas may load zod");
for (const name of names) {
  const [esm, cjs] = [await import(name), require(name)];
  const exported = Object.keys(esm).filter((key) => key !== "default" && key !== "module.exports");
  assert.ok(exported.length > 0, name + " exports nothing");
  assert.deepEqual(Object.keys(cjs).filter((key) => key !== "__esModule").sort(), exported.sort(), name);
}
assert.equal((await import("qudao/kernel")).addDecimals("0.1", "0.2"), "0.3");
assert.equal(require("qudao").addDecimals("0.1", "0.2"), "0.3");
for (const path of ${JSON.stringify(schemas)}) assert.match(require(path).$schema, /json-schema/);
`,
);
const load = (what, command, args) =>
  run(`load ${names.length} entries as ESM and as CommonJS, ${what}`, command, [...args, "load.mjs"], consumer);
load(`Node ${process.versions.node}`, process.execPath, []);
for (const node of nodes) load(`Node ${node}`, "npx", ["-y", "-p", `node-${process.platform}-${process.arch}@${node}`, "--", "node"]);

const typed = (prefix) => `${names.map((name, i) => `import * as entry${i} from "${name}";`).join("\n")}
import { addDecimals, type Result } from "qudao/kernel";
export const ${prefix}Sum: string = addDecimals("0.1", 1n);
export const ${prefix}Answer: Result<string> = { ok: true, value: "1" };
// @ts-expect-error nothing is not a decimal
addDecimals(null, "1");
export const ${prefix}Entries = [${names.map((_, i) => `entry${i}`).join(", ")}];
`;
put("esm.mts", typed("esm"));
put("cjs.cts", typed("cjs"));
const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
};
put("tsconfig.json", JSON.stringify({ compilerOptions, files: ["esm.mts", "cjs.cts"] }));
for (const version of typescripts) {
  run(
    `types under TypeScript ${version}`,
    process.execPath,
    [join(consumer, `node_modules/typescript-${version}/bin/tsc`), "-p", "."],
    consumer,
  );
}

run(`install zod ${oldestZod}, the oldest supported`, "npm", install(`zod@${oldestZod}`), consumer);
load(`zod ${oldestZod}`, process.execPath, []);
rmSync(folder, { recursive: true });
