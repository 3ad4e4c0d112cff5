// Writes dist/node: the package once more in few files, for Node, which pays for every file it opens and for every package it looks into.
// Reads the one file per source file that tsup wrote to dist.
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { rollup } from "rollup";

const dist = resolve("dist");
const { exports: entries } = JSON.parse(readFileSync("package.json", "utf8"));
const input = Object.fromEntries(
  Object.values(entries).flatMap((entry) => {
    const path = entry.import?.default;
    return path === undefined ? [] : [[relative("dist", path).replace(/\.js$/, ""), resolve(path)]];
  }),
);

/** Hosts bring zod; decimal.js is asked for powers only, by few. The few functions of date-fns are taken in: it costs more to find them than to run them. */
const outside = ["decimal.js", "zod"];
const takenIn = ["date-fns", "@date-fns/utc"];

const floors = ["kernel", "engine", "entities"];

/** Reads what tsup wrote, with its map, and finds the functions of date-fns. */
const read = {
  name: "read",
  resolveId(source, importer) {
    if (source.startsWith(".") || importer === undefined) return null;
    if (outside.includes(source)) return { id: source, external: true };
    if (takenIn.some((name) => source.startsWith(`${name}/`))) return fileURLToPath(import.meta.resolve(source));
    throw new Error(`${relative(dist, importer)} imports ${source}, which is neither taken in nor left outside`);
  },
  load(id) {
    if (!id.startsWith(dist)) return null;
    return { code: readFileSync(id, "utf8"), map: JSON.parse(readFileSync(`${id}.map`, "utf8")) };
  },
};

/** Takes out white space only: stack traces name functions as the source does, and Node prints the line that throws, which must fit on a screen. */
const shorten = {
  name: "shorten",
  renderChunk: (code) =>
    transform(code, {
      minifyWhitespace: true,
      minifySyntax: true,
      lineLimit: 160,
      target: "es2022",
      sourcemap: true,
      sourcesContent: false,
    }),
};

/**
 * The file that a module goes to: one for each room, one for the words of each room, so that `qudao/i18n` brings words only, one for
 * what needs zod. The modules of the floors go by how many rooms need them, and whether what is earned does, so that a room brings little that it
 * does not use.
 */
function fileOf(id, { getModuleInfo }) {
  if (!id.startsWith(dist)) return "base";
  const path = relative(dist, id);
  const [room] = path.split("/");
  if (path === room || path === `${room}/index.js`) return undefined;
  if (reaches("zod", id, getModuleInfo)) return "schemas";
  if (reaches("decimal.js", id, getModuleInfo) && floors.includes(room)) return "powers";
  if (!floors.includes(room)) return path.endsWith("messages.js") ? `${room}-messages` : room;
  const rooms = roomsUsing(id, getModuleInfo);
  return rooms.length > 6 ? "base" : rooms.length < 2 ? "rest" : rooms.includes("incentives/index") ? "earning" : "more";
}

const reached = new Map();

/** Whether a module imports a package, itself or through others. */
function reaches(name, id, getModuleInfo) {
  const key = `${name} ${id}`;
  if (!reached.has(key)) {
    reached.set(
      key,
      getModuleInfo(id).importedIds.some((one) => one === name || (one.startsWith(dist) && reaches(name, one, getModuleInfo))),
    );
  }
  return reached.get(key);
}

/** The rooms above the floors whose entry leads to a module. */
function roomsUsing(id, getModuleInfo) {
  const seen = new Set();
  const climb = (one) => {
    if (seen.has(one)) return;
    seen.add(one);
    getModuleInfo(one).importers.forEach(climb);
  };
  climb(id);
  const notRooms = [...floors, "i18n", "schemas"];
  return Object.keys(input).filter((entry) => entry.includes("/") && !notRooms.includes(dirname(entry)) && seen.has(input[entry]));
}

const bundle = await rollup({
  input,
  // no module does anything by being loaded: what an entry only hands on need not be opened for it
  treeshake: { moduleSideEffects: false },
  plugins: [read, shorten],
  onwarn(warning) {
    throw new Error(warning.message);
  },
});
for (const [format, extension] of [
  ["es", "js"],
  ["cjs", "cjs"],
]) {
  await bundle.write({
    dir: "dist/node",
    format,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `shared/[name].${extension}`,
    manualChunks: fileOf,
    sourcemap: true,
    sourcemapExcludeSources: true,
    interop: "esModule",
    hoistTransitiveImports: false,
    exports: "named",
  });
}
for (const name of takenIn) {
  const target = join("dist/node/licenses", `${name.replace("/", "-")}.md`);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join("node_modules", name, "LICENSE.md"), target);
}
