/** README's two commands work in a fresh clone: what runs before them installs what the lock file names, and nothing that is there. */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "qudao-clone-"));
  for (const folder of ["scripts", "bin"]) mkdirSync(join(clone, folder));
  copyFileSync("scripts/ensure-installed.mjs", join(clone, "scripts/ensure-installed.mjs"));
  put("package-lock.json", { packages: { "": {}, "node_modules/tool": { version: "1.2.3", dev: true } } });
  npm(0);
});
afterEach(() => rmSync(clone, { recursive: true }));

const put = (name: string, value: unknown) => writeFileSync(join(clone, name), JSON.stringify(value));

/** An npm that writes down what it is asked for, and ends as it is told. */
function npm(status: number): void {
  writeFileSync(join(clone, "bin/npm"), `#!/bin/sh\necho "$@" > asked\necho added 1 package\nexit ${status}\n`);
  chmodSync(join(clone, "bin/npm"), 0o755);
}

function installed(version: string): void {
  mkdirSync(join(clone, "node_modules"));
  put("node_modules/.package-lock.json", { packages: { "node_modules/tool": { version } } });
}

/** What npm was asked for, if it was, and how the script ended. */
function run(): { readonly asked: string | null; readonly status: number | null } {
  const env = { ...process.env, NODE_ENV: "production", PATH: `${join(clone, "bin")}:/usr/bin:/bin` };
  const { status, stdout } = spawnSync(process.execPath, ["scripts/ensure-installed.mjs"], { cwd: clone, env, encoding: "utf8" });
  expect(stdout, "standard output belongs to what runs next").toBe("");
  const asked = join(clone, "asked");
  return { asked: existsSync(asked) ? readFileSync(asked, "utf8") : null, status };
}

describe.skipIf(process.platform === "win32")("scripts/ensure-installed.mjs", () => {
  test("installs from the lock file where nothing is, tools too on a machine that is set to production", () => {
    expect(run()).toStrictEqual({ asked: expect.stringMatching(/^ci --include=dev /), status: 0 });
  });

  test("does nothing where everything is", () => {
    installed("1.2.3");
    expect(run()).toStrictEqual({ asked: null, status: 0 });
  });

  test("installs where another version is", () => {
    installed("1.2.2");
    expect(run().asked).toMatch(/^ci /);
  });

  test.each(["demo", "test", "bench"])("runs before npm run %s", (command) => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(scripts[`pre${command}`]).toBe("node scripts/ensure-installed.mjs");
  });

  test("ends as npm does, so that no command goes on without its tools", () => {
    npm(7);
    expect(run().status).toBe(7);
  });
});
