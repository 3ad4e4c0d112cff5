import { defineConfig, type Options } from "tsup";

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

export default defineConfig([
  { ...common, format: "esm", esbuildPlugins: [perFile(".js")] },
  { ...common, format: "cjs", esbuildPlugins: [perFile(".cjs")] },
]);
