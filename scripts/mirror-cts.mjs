// Writes a .d.cts beside every .d.ts, with .cjs in its relative imports, so that CommonJS hosts get types of their own.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const relativeImport = /((?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']+?)\.js(["'])/g;

for (const entry of readdirSync("dist", { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".d.ts")) continue;
  const path = `${entry.parentPath}/${entry.name}`;
  const text = readFileSync(path, "utf8");
  const mirrored = text.replace(relativeImport, "$1.cjs$2").replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
  writeFileSync(path.replace(/\.d\.ts$/, ".d.cts"), mirrored);
}
