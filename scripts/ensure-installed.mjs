// Installs from the lock file when something is missing; does nothing when everything is there.
// "There" means: npm's own record of what it installed names every package of the lock file at its version.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const here = new URL("../", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, here), "utf8"));

function installed() {
  const record = "node_modules/.package-lock.json";
  if (!existsSync(new URL(record, here))) return false;
  const have = read(record).packages;
  return Object.entries(read("package-lock.json").packages).every(
    ([path, want]) => path === "" || want.optional || want.devOptional || want.peer || have[path]?.version === want.version,
  );
}

if (!installed()) {
  console.error("Installing what is missing from package-lock.json ...");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // also where the machine is set to leave tools out, as NODE_ENV=production does
  const run = spawnSync(npm, ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    // standard output belongs to what runs next, such as `npm run bench -- --json`
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
