import { build, defineConfig, type Options } from "tsup";

/** One output file per source file: relative imports stay imports, with the right extension. */
const perFile = (extension: ".js" | ".cjs"): NonNullable<Options["esbuildPlugins"]>[number] => ({
  name: "per-file",
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, (args) =>
      args.kind === "entry-point" ? undefined : { path: args.path.replace(/\.js$/, extension), external: true },
    );
  },
});

const common: Options = {
  entry: ["src/**/*.ts"],
  target: "es2022",
  dts: false,
  sourcemap: true,
  splitting: false,
  treeshake: false,
  clean: false,
  // src is in the package: maps need not repeat it
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
};

/** For Node, which pays for every file it opens: the entries, and what they share in a few files. */
const forNode: Options = {
  ...common,
  entry: ["src/index.ts", "src/*/index.ts"],
  outDir: "dist/node",
  format: "esm",
  splitting: true,
  esbuildOptions(options) {
    options.sourcesContent = false;
    options.chunkNames = "shared/[hash]";
    options.minifyWhitespace = true;
    options.minifySyntax = true;
    // Node prints the line that throws: it must fit on a screen
    options.lineLimit = 160;
  },
  // esbuild splits only ESM: the same files once more, each as CommonJS
  onSuccess: () =>
    build({
      ...common,
      config: false,
      silent: true,
      entry: ["dist/node/**/*.js"],
      outDir: "dist/node",
      format: "cjs",
      esbuildPlugins: [perFile(".cjs")],
    }),
};

export default defineConfig([
  { ...common, format: "esm", esbuildPlugins: [perFile(".js")] },
  { ...common, format: "cjs", esbuildPlugins: [perFile(".cjs")] },
  forNode,
]);
