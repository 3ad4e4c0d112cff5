import { spawn } from "node:child_process";

/**
 * Runs Node in a fresh process and reads the JSON it prints. Its progress goes to stderr; a failure fails the run.
 * @param {string[]} args Flags, script and arguments.
 * @param {{ cwd?: URL }} [options] Where to run.
 */
export function runChild(args, { cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code !== 0) reject(new Error(`node ${args.join(" ")} ended with ${signal ?? code}`));
      else resolve(JSON.parse(text));
    });
  });
}
