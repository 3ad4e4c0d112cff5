// Writes dist/node: the package once more in few files, for Node, which pays for every file it opens and for every package it looks into.
// Reads the one file per source file that tsup wrote to dist.
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { rollup } from "rollup";
import { minify } from "terser";

const dist = resolve("dist");
const { exports: entries } = JSON.parse(readFileSync("package.json", "utf8"));
const input = Object.fromEntries(
  Object.values(entries).flatMap((entry) => {
    const path = entry.import?.default;
    return path === undefined ? [] : [[relative("dist", path).replace(/\.js$/, ""), resolve(path)]];
  }),
);

/** Hosts bring zod. decimal.js and the few functions of date-fns are taken in: it costs more to find them than to run them. */
const outside = ["zod"];
const takenIn = { "date-fns": "LICENSE.md", "@date-fns/utc": "LICENSE.md", "decimal.js": "LICENCE.md" };

const floors = ["kernel", "engine", "entities"];

/** Reads what tsup wrote, with its map, and finds the packages that are taken in. */
const read = {
  name: "read",
  resolveId(source, importer) {
    if (source.startsWith(".") || importer === undefined) return null;
    if (outside.includes(source)) return { id: source, external: true };
    if (Object.keys(takenIn).some((name) => source === name || source.startsWith(`${name}/`)))
      return fileURLToPath(import.meta.resolve(source));
    throw new Error(`${relative(dist, importer)} imports ${source}, which is neither taken in nor left outside`);
  },
  load(id) {
    if (!id.startsWith(dist)) return null;
    return { code: readFileSync(id, "utf8"), map: JSON.parse(readFileSync(`${id}.map`, "utf8")) };
  },
};

/** Writes statements as short as they can be. */
const shorten = {
  name: "shorten",
  renderChunk: (code) => transform(code, { minifySyntax: true, target: "es2022", sourcemap: true, sourcesContent: false }),
};

/**
 * Takes out white space and shortens the names of parameters and variables, all of which Node would have to read. Functions keep their names, so that
 * stack traces tell what the source does; lines fit on a screen, because Node prints the one that throws.
 */
const rename = {
  name: "rename",
  async renderChunk(given) {
    const { code, map } = await minify(given, {
      compress: false,
      mangle: { toplevel: false, keep_fnames: true, keep_classnames: true },
      format: { max_line_len: 160, ascii_only: true },
      sourceMap: true,
    });
    return { code, map: JSON.parse(map) };
  },
};

/**
 * The file that a module goes to: one for each room, one for the words of each room, so that `qudao/i18n` brings words only, one for
 * what needs zod. The modules of the floors go by how many rooms need them, and whether what is earned does, so that a room brings little that it
 * does not use.
 */
function fileOf(id, { getModuleInfo }) {
  if (isPowers(id)) return "powers";
  if (!id.startsWith(dist)) return "base";
  const path = relative(dist, id);
  const [room] = path.split("/");
  if (path === room || path === `${room}/index.js`) return undefined;
  if (reaches((one) => one === "zod", id, getModuleInfo)) return "schemas";
  if (reaches(isPowers, id, getModuleInfo) && floors.includes(room)) return "powers";
  if (!floors.includes(room)) return path.endsWith("messages.js") ? `${room}-messages` : room;
  const rooms = roomsUsing(id, getModuleInfo);
  return rooms.length > 6 ? "base" : rooms.length < 2 ? "rest" : rooms.includes("incentives/index") ? "earning" : "more";
}

/** decimal.js is asked for powers only, by few. */
const isPowers = (id) => id.includes("/node_modules/decimal.js/");

const reached = new Map();

/** Whether a module imports one that is meant, itself or through others. */
function reaches(isMeant, id, getModuleInfo) {
  const key = `${isMeant} ${id}`;
  if (!reached.has(key)) {
    reached.set(
      key,
      getModuleInfo(id).importedIds.some((one) => isMeant(one) || (one.startsWith(dist) && reaches(isMeant, one, getModuleInfo))),
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
  plugins: [read, shorten, rename],
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
for (const [name, licence] of Object.entries(takenIn)) {
  const target = join("dist/node/licenses", `${name.replace("/", "-")}.md`);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join("node_modules", name, licence), target);
}
