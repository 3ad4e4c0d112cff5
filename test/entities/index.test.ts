import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../src/entities/index.ts", import.meta.url));

function loadedFrom(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith(".ts")) return seen;
  for (const [, from = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import\() ?"([^"]+)"/g)) {
    loadedFrom(from.startsWith(".") ? fileURLToPath(new URL(from.replace(/\.js$/, ".ts"), `file://${file}`)) : from, seen);
  }
  return seen;
}

test("the entities lead to no schema and not to zod", () => {
  const loaded = [...loadedFrom(root, new Set())];
  expect(loaded).toContain(root.replace("index.ts", "sale-line.ts"));
  expect(loaded.filter((file) => /zod|schema/.test(file))).toStrictEqual([]);
});
