// What a host pays at start: the import itself, timed inside fresh processes; Node's own start is not in it.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runChild } from "../lib/child.mjs";
import { median, missing } from "../lib/figures.mjs";

const rounds = 11;
const built = (path) => new URL(`../../../dist/node/${path}`, import.meta.url);
const entries = {
  "import.calculator_ms": built("incentives/index.js"),
  "import.calculator_cjs_ms": built("incentives/index.cjs"),
  "import.root_ms": built("index.js"),
  "import.root_cjs_ms": built("index.cjs"),
};

const measureInside = (load) =>
  `const start = performance.now(); ${load}; process.stdout.write(JSON.stringify(performance.now() - start));`;

function argsFor(entry) {
  if (entry.pathname.endsWith(".cjs")) return ["-e", measureInside(`require(${JSON.stringify(fileURLToPath(entry))})`)];
  return ["--input-type=module", "-e", measureInside(`await import(${JSON.stringify(entry.href)})`)];
}

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export async function measure() {
  const found = { "import.bare_node_ms": await measureNode() };
  for (const [name, entry] of Object.entries(entries)) {
    if (!existsSync(entry)) {
      found[name] = missing(`not there yet: dist/${entry.pathname.split("/dist/").at(-1)}`);
      continue;
    }
    await runChild(argsFor(entry));
    const taken = [];
    for (let round = 0; round < rounds; round++) taken.push(await runChild(argsFor(entry)));
    found[name] = { value: median(taken), note: `median of ${rounds} processes` };
  }
  return found;
}

async function measureNode() {
  const taken = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await runChild(["--input-type=module", "-e", "process.stdout.write('0')"]);
    taken.push(performance.now() - start);
  }
  return { value: median(taken), note: `median of ${rounds} processes` };
}
