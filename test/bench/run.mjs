// npm run bench [-- --only settle,import] [-- --json] [-- --check]: see README.md.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { missing } from "./lib/figures.mjs";
import { figures } from "./targets.mjs";

const here = new URL("./", import.meta.url);
const root = new URL("../../", import.meta.url);
const say = (text) => process.stderr.write(`${text}\n`);

const { values: options } = parseArgs({
  options: { json: { type: "boolean" }, check: { type: "boolean" }, only: { type: "string" } },
});
const groups = readdirSync(new URL("groups/", here)).map((file) => file.replace(/\.mjs$/, ""));
const chosen = options.only === undefined ? groups : options.only.split(",");
for (const name of chosen) if (!groups.includes(name)) stop(`There is no group "${name}"; there are ${groups.join(", ")}`);

if (!installed()) npm(["install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"], here);
if (!existsSync(new URL("dist/", root))) npm(["run", "--silent", "build:js"], root);

const found = {};
for (const name of chosen) {
  say(`${name} ...`);
  const { measure } = await import(new URL(`groups/${name}.mjs`, here));
  const taken = await measure();
  for (const figure of Object.keys(taken))
    if (figures[figure]?.group !== name) stop(`"${figure}" is not a figure of ${name} in targets.mjs`);
  for (const [figure, { group }] of Object.entries(figures)) if (group === name) found[figure] = taken[figure] ?? missing("not reported");
}
process.stdout.write(options.json ? `${JSON.stringify(plain(found), null, 2)}\n` : `${table(found)}\n`);

const verdicts = Object.entries(found).map(([name, taken]) => verdictOf(taken, figures[name]));
if (verdicts.includes("MISSING") || (options.check && verdicts.includes("MISSED"))) process.exitCode = 1;

function verdictOf({ value }, { better, reach, least }) {
  if (value === undefined) return "MISSING";
  if (reach === undefined) return "";
  const meets = (bound) => (better === "higher" ? value >= bound : value <= bound);
  if (meets(reach)) return "reached";
  return meets(least) ? "at the least" : "MISSED";
}

/** Figures as numbers alone; one that is missing is null. */
function plain(taken) {
  return Object.fromEntries(
    Object.entries(taken).map(([name, { value }]) => [name, value === undefined ? null : Number(value.toPrecision(4))]),
  );
}

function table(taken) {
  const rows = Object.entries(taken).map(([name, { value, note, missing: reason }]) => {
    const { unit, better, reach, least, says } = figures[name];
    const sign = better === "higher" ? ">=" : "<=";
    const target = reach === undefined ? "" : `${sign} ${reach}${least === reach ? "" : ` (${least})`}`;
    const shown = value === undefined ? "-" : `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`;
    return [name, shown, target, verdictOf({ value }, figures[name]), [says, reason ?? note].filter(Boolean).join("; ")];
  });
  rows.unshift(["figure", "value", "target", "", "what it is"]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(widths[1]) : cell.padEnd(widths[column])))
      .join("  ")
      .trimEnd(),
  );
  return [`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown"}`, "", ...lines].join("\n");
}

/** Whether every package is there in the version that package.json pins. */
function installed() {
  const read = (path) => JSON.parse(readFileSync(new URL(path, here), "utf8"));
  return Object.entries(read("package.json").dependencies).every(([name, version]) => {
    const path = `node_modules/${name}/package.json`;
    return existsSync(new URL(path, here)) && read(path).version === version;
  });
}

function npm(args, cwd) {
  say(`npm ${args.join(" ")}`);
  const windows = process.platform === "win32";
  const { status } = spawnSync(windows ? "npm.cmd" : "npm", args, { cwd, stdio: ["ignore", 2, 2], shell: windows });
  if (status !== 0) stop(`npm ${args[0]} failed`);
}

function stop(reason) {
  say(reason);
  process.exit(1);
}
