import { existsSync } from "node:fs";
import { Missing } from "./missing.mjs";

/**
 * Loads a folder of the library as built in dist. Throws `Missing` where the folder or one of the functions is not there.
 * @param {string} folder Like "engine".
 * @param {readonly string[]} functions What is needed of it.
 */
export async function library(folder, functions) {
  const entry = new URL(`../../../dist/${folder}/index.js`, import.meta.url);
  if (!existsSync(entry)) throw new Missing(`not there: dist/${folder}/index.js`);
  const loaded = await import(entry);
  const absent = functions.filter((name) => typeof loaded[name] !== "function");
  if (absent.length > 0) throw new Missing(`not there: ${absent.join(", ")} in dist/${folder}/index.js`);
  return loaded;
}
